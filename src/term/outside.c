/* SPDX-License-Identifier: MIT */
/* Clipboard, command, editor. */
#include "term/outside.h"

#include "base/clean.h"
#include "term/child.h"
#include "term/clipboard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PATIENCE = 3000,  /* milliseconds that a command for the clipboard has */
    COMMAND_MOST = 60 /* bytes of a command in a message */
};

static void copy_by_command(struct slice text, const char *command, struct buffer *say)
{
    struct child child = {
        .command = command, .input = text, .keys = -1, .screen = -1, .patience = PATIENCE};
    struct error e = {0};
    int status;
    struct buffer how = {0};
    if (!child_run(&child, &status, &e))
        buffer_add_text(&how, e.message);
    else
        child_tell(command, status, &how);
    if (how.len > 0) {
        buffer_add_text(say, "not copied: ");
        buffer_add(say, buffer_slice(&how));
    }
    buffer_deinit(&how);
}

/* tmux keeps OSC 52 from its programs to itself unless its option set-clipboard is on. Its own
 * command puts the text into its buffer, and on the clipboard outside; an old one knows no -w. What
 * comes of it is not told: the sequence is sent as well. */
static void copy_by_tmux(struct slice text)
{
    struct child child = {.command = "tmux load-buffer -w - || tmux load-buffer -",
                          .input = text,
                          .keys = -1,
                          .screen = -1,
                          .patience = PATIENCE};
    struct error e = {0};
    int status;
    (void)child_run(&child, &status, &e);
}

void outside_copy(struct terminal *t, struct slice text, const char *way, bool commands,
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
        copy_by_command(text, way, say);
    else if (!clipboard_write(&clipboard, text, &bytes, &e))
        buffer_add_text(say, e.message);
    else
        terminal_send(t, buffer_slice(&bytes));
    if (bytes.len > 0 && commands && !clipboard.insist && clipboard.tmux && *clipboard.tmux)
        copy_by_tmux(text);
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

void outside_pipe(struct terminal *t, struct slice text, const char *command, struct buffer *say)
{
    struct child child = {.command = command, .input = text, .keys = -1};
    struct error e = {0};
    struct buffer prompt = {0};
    int status, keys;
    terminal_lend(t, &keys, &child.screen);
    bool ran = child_run(&child, &status, &e);
    if (!ran)
        buffer_addf(say, "%s", e.message);
    else
        child_tell(command, status, say);
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

/* Whether the file is not as it was. */
static bool differs(const struct stat *before, const char *path)
{
    struct stat after;
    return stat(path, &after) == 0 &&
           (after.st_size != before->st_size || after.st_mtim.tv_sec != before->st_mtim.tv_sec ||
            after.st_mtim.tv_nsec != before->st_mtim.tv_nsec);
}

/* What an editor leaves beside its file when it is killed is its own; the copy goes. */
void outside_edit(struct terminal *t, struct slice text, struct buffer *say)
{
    struct buffer path = {0}, command = {0};
    struct error e = {0};
    struct stat before = {0};
    struct child child = {0};
    int status;
    const char *editor = child_editor();
    if (!child_file(text, &path, &e)) {
        buffer_add_text(say, e.message);
        buffer_deinit(&path);
        return;
    }
    buffer_add_text(&command, editor);
    buffer_add_text(&command, " \"$1\"");
    child.command = buffer_text(&command);
    child.argument = buffer_text(&path);
    (void)stat(child.argument, &before);
    terminal_lend(t, &child.keys, &child.screen);
    if (!child_run(&child, &status, &e))
        buffer_add_text(say, e.message);
    else
        child_tell(editor, status, say);
    if (say->len == 0 && differs(&before, child.argument))
        buffer_add_text(say, "the changed copy is not kept: a filing is never changed");
    unlink(child.argument);
    terminal_take_back(t, NULL);
    buffer_deinit(&path);
    buffer_deinit(&command);
}
