/* SPDX-License-Identifier: MIT */
/* Clipboard, command, editor. */
#include "term/outside.h"

#include "base/clean.h"
#include "term/clipboard.h"
#include "term/waiting.h"

#include <stdlib.h>
#include <string.h>

enum {
    GRACE = 2000,     /* milliseconds that the helper has beyond those of a command */
    COMMAND_MOST = 60 /* bytes of a command in a message */
};

/* Has the command run, and waits for its end; adds what is to be said of it. */
static void run(struct errands *errands, enum errand_kind kind, const char *command,
                struct slice text, struct buffer *say)
{
    struct waiting waiting;
    struct error e = {0};
    bool lent = kind != ERRAND_COPY;
    waiting_begin(&waiting, lent);
    bool good = errand_ask(errands, kind, command, text, &e);
    if (good &&
        !waiting_on(&waiting, errands_answer_fd(errands), lent ? -1 : ERRAND_PATIENCE + GRACE)) {
        errands_give_up(errands);
        good = error_set(&e, ERROR_INPUT, lent ? "the terminal is gone" : "it did not end in time");
    }
    good = good && errand_answer(errands, say, &e);
    waiting_end(&waiting);
    if (!good)
        buffer_add_text(say, e.message);
}

static void copy_by_command(struct errands *errands, struct slice text, const char *command,
                            struct buffer *say)
{
    struct buffer how = {0};
    run(errands, ERRAND_COPY, command, text, &how);
    if (how.len > 0) {
        buffer_add_text(say, "not copied: ");
        buffer_add(say, buffer_slice(&how));
    }
    buffer_deinit(&how);
}

/* tmux keeps OSC 52 from its programs to itself unless its option set-clipboard is on. Its own
 * command puts the text into its buffer, and on the clipboard outside; an old one knows no -w. What
 * comes of it is not told: the sequence is sent as well. */
static void copy_by_tmux(struct errands *errands, struct slice text)
{
    struct buffer how = {0};
    run(errands, ERRAND_COPY, "tmux load-buffer -w - || tmux load-buffer -", text, &how);
    buffer_deinit(&how);
}

void outside_copy(struct terminal *t, struct errands *errands, struct slice text, const char *way,
                  size_t limit, struct buffer *say)
{
    struct clipboard clipboard = {.term = getenv("TERM"),
                                  .tmux = getenv("TMUX"),
                                  .sty = getenv("STY"),
                                  .limit = limit,
                                  .insist = strcmp(way, "osc52") == 0};
    struct error e = {0};
    struct buffer bytes = {0};
    if (strcmp(way, "none") == 0)
        buffer_add_text(say, "not copied: the option clipboard is none");
    else if (!clipboard.insist && strcmp(way, "auto") != 0)
        copy_by_command(errands, text, way, say);
    else if (!clipboard_write(&clipboard, text, &bytes, &e))
        buffer_add_text(say, e.message);
    else
        terminal_send(t, buffer_slice(&bytes));
    if (bytes.len > 0 && errands && !clipboard.insist && clipboard.tmux && *clipboard.tmux)
        copy_by_tmux(errands, text);
    buffer_deinit(&bytes);
}

/* Adds the command as it may be shown, cut when it is long. */
static void add_command(const char *command, struct buffer *out)
{
    struct slice text = slice_trim(slice_of(command));
    clean_text(out, slice_cut(text, 0, COMMAND_MOST));
    if (text.len > COMMAND_MOST)
        buffer_add_text(out, "...");
}

void outside_pipe(struct terminal *t, struct errands *errands, struct slice text,
                  const char *command, struct buffer *say)
{
    struct buffer prompt = {0};
    terminal_lend(t);
    run(errands, ERRAND_PIPE, command, text, say);
    if (say->len == 0) {
        buffer_add_text(say, "piped to ");
        add_command(command, say);
    }
    buffer_add_text(&prompt, "\r\n[");
    buffer_add(&prompt, buffer_slice(say));
    buffer_add_text(&prompt, "] press Enter ");
    terminal_take_back(t, buffer_text(&prompt));
    buffer_deinit(&prompt);
}

void outside_edit(struct terminal *t, struct errands *errands, struct slice text,
                  struct buffer *say)
{
    terminal_lend(t);
    run(errands, ERRAND_EDIT, NULL, text, say);
    terminal_take_back(t, NULL);
}
