/* SPDX-License-Identifier: MIT */
/*
 * A stage: a viewer with a filing, the built-in configuration and a canvas, for tests: keys in,
 * text out, no terminal.
 */
#ifndef FOLIO_TESTS_STAGE_H
#define FOLIO_TESTS_STAGE_H

#include "config/config.h"
#include "guard/errand.h"
#include "input/input.h"
#include "model/submission.h"
#include "session/session.h"
#include "ui/canvas.h"
#include "ui/viewer.h"

struct stage {
    struct input *input; /* the submission's */
    struct submission *submission;
    struct config *config;
    struct viewer *viewer;
    struct canvas canvas;
    struct errands *errands; /* its own */
};

/* Opens a file, or bytes that the caller keeps, at a size. `setup` may be NULL; its submission and
 * config are filled in. False, with the reason on standard error, when the file cannot be read. */
bool stage_open_file(struct stage *s, const char *path, int rows, int columns,
                     struct viewer_setup *setup);
bool stage_open_text(struct stage *s, const char *name, struct slice bytes, int rows, int columns,
                     struct viewer_setup *setup);
/* Opens an archive, whose bytes the caller keeps. */
bool stage_open_archive(struct stage *s, const char *name, struct slice bytes, int rows,
                        int columns, struct viewer_setup *setup);
void stage_close(struct stage *s);

/* Presses keys as they are written in a key map ("]]", "Ctrl-W w"), blanks between sequences. */
void stage_keys(struct stage *s, const char *keys);
/* Types text, a key a character. */
void stage_type(struct stage *s, const char *text);
/* A mouse key at a place. */
void stage_mouse(struct stage *s, enum key_name key, int row, int column);
/* Works until nothing waits. */
void stage_settle(struct stage *s);
/* Draws, after all work is done. */
void stage_draw(struct stage *s);
/* The text of the canvas, drawn anew; the caller frees it. */
char *stage_text(struct stage *s);
/* True when the screen, drawn anew, shows the text somewhere. */
bool stage_shows(struct stage *s, const char *text);

#endif
