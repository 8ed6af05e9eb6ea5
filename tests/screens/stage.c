/* SPDX-License-Identifier: MIT */
/* A viewer without a terminal. */
#include "screens/stage.h"

#include "base/utf8.h"
#include "ui/keeping/recent.h"
#include "ui/lists/filing_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST_WORK = 1000000, /* slices; a viewer that works on for ever fails */
    MOST_KEYS = 8
};

static bool open_input(struct stage *s, struct input *input, int rows, int columns,
                       struct viewer_setup *setup)
{
    struct error e;
    struct viewer_setup plain = {.place = {0, VIEWER_NOWHERE}};
    struct config_request request = {.no_config = true};
    setup = setup ? setup : &plain;
    s->submission = submission_open(input, &e);
    if (!s->submission) {
        (void)fprintf(stderr, "%s: %s\n", input_name(input), e.message);
        input_close(input);
        return false;
    }
    s->config = config_load(&request);
    setup->submission = s->submission;
    setup->config = s->config;
    struct viewer_setup with = *setup;
    s->errands = errands_start();
    with.errands = s->errands;
    s->viewer = viewer_new(&with);
    canvas_init(&s->canvas);
    viewer_resize(s->viewer, rows, columns);
    return true;
}

bool stage_open_file(struct stage *s, const char *path, int rows, int columns,
                     struct viewer_setup *setup)
{
    struct error e;
    struct input *input = input_open(path, &e);
    if (!input) {
        (void)fprintf(stderr, "%s: %s\n", path, e.message);
        return false;
    }
    return open_input(s, input, rows, columns, setup);
}

bool stage_open_text(struct stage *s, const char *name, struct slice bytes, int rows, int columns,
                     struct viewer_setup *setup)
{
    return open_input(s, input_from_bytes(name, bytes), rows, columns, setup);
}

bool stage_open_archive(struct stage *s, const char *name, struct slice bytes, int rows,
                        int columns, struct viewer_setup *setup)
{
    struct viewer_setup plain = {.place = {0, VIEWER_NOWHERE}};
    setup = setup ? setup : &plain;
    setup->archive = roll_new(input_from_bytes(name, bytes));
    return stage_open_text(s, RECENT_NOTHING, SLICE(FILING_LIST_WORDS), rows, columns, setup);
}

void stage_close(struct stage *s)
{
    viewer_free(s->viewer);
    canvas_deinit(&s->canvas);
    config_free(s->config);
    submission_free(s->submission);
    errands_end(s->errands);
}

void stage_keys(struct stage *s, const char *keys)
{
    struct key parsed[MOST_KEYS];
    struct error e;
    while (*keys) {
        size_t length = strcspn(keys, " ");
        size_t count = 0;
        if (length && !key_parse((struct slice){keys, length}, parsed, MOST_KEYS, &count, &e)) {
            (void)fprintf(stderr, "%s: %s\n", keys, e.message);
            abort();
        }
        for (size_t i = 0; i < count; i++)
            viewer_key(s->viewer, parsed[i]);
        keys += length;
        keys += strspn(keys, " ");
    }
}

void stage_type(struct stage *s, const char *text)
{
    struct slice rest = slice_of(text);
    while (rest.len)
        viewer_key(s->viewer, (struct key){.code = utf8_next(&rest)});
}

void stage_mouse(struct stage *s, enum key_name key, int row, int column)
{
    viewer_key(s->viewer, (struct key){.code = key, .row = row, .column = column});
}

void stage_settle(struct stage *s)
{
    for (int i = 0; viewer_work(s->viewer); i++) {
        if (i == MOST_WORK) {
            (void)fprintf(stderr, "the work has no end\n");
            abort();
        }
    }
}

void stage_draw(struct stage *s)
{
    stage_settle(s);
    viewer_draw(s->viewer, &s->canvas);
}

char *stage_text(struct stage *s)
{
    struct buffer text;
    buffer_init(&text);
    stage_draw(s);
    canvas_text(&s->canvas, &text);
    char *copy = slice_copy(buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

bool stage_shows(struct stage *s, const char *text)
{
    char *screen = stage_text(s);
    bool shows = strstr(screen, text) != NULL;
    free(screen);
    return shows;
}
