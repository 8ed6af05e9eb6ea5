/* SPDX-License-Identifier: MIT */
/* The helper's loop, and what it does for each message. */
#include "guard/helper.h"

#include "base/memory.h"
#include "base/new_file.h"
#include "guard/child.h"
#include "guard/errand.h"
#include "guard/message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

struct helper {
    int fd;
    struct new_file *file; /* that is being saved; NULL: none */
    struct buffer text;    /* for the next command */
    struct buffer room;    /* of the message that is done */
    const struct child_signals *signals;
};

static bool answer(const struct helper *h, int problem, uint64_t number, struct slice say)
{
    return message_write(
        h->fd, &(struct message){
                   .verb = MESSAGE_ANSWER, .problem = problem, .number = number, .bytes = say});
}

/* ---- saving */

static bool open_file(struct helper *h, const struct message *m)
{
    int problem = 0;
    new_file_drop(h->file);
    h->file = new_file_open(m->name.at,
                            m->verb == MESSAGE_SAVE_OVER ? NEW_FILE_OVER : NEW_FILE_ONLY, &problem);
    return answer(h, problem, 0, (struct slice){NULL, 0});
}

static bool close_file(struct helper *h)
{
    if (!h->file)
        return false;
    size_t size = new_file_size(h->file);
    int problem = new_file_close(h->file, true);
    h->file = NULL;
    return answer(h, problem, size, (struct slice){NULL, 0});
}

/* ---- commands */

/* Runs the child; what is to be said of it goes to `say`. */
static void run(const struct helper *h, struct child *child, const char *name, struct buffer *say)
{
    struct error e = {0};
    int status;
    child->signals = h->signals;
    child->asker = h->fd;
    if (child_run(child, &status, &e))
        child_tell(name, status, say);
    else
        buffer_add_text(say, e.message);
}

static void run_command(const struct helper *h, const struct message *m, struct buffer *say)
{
    bool screen = m->verb == MESSAGE_PIPE;
    struct child child = {.command = m->name.at,
                          .input = buffer_slice(&h->text),
                          .keys = -1,
                          .screen = screen ? STDOUT_FILENO : -1,
                          .patience = screen ? 0 : ERRAND_PATIENCE};
    run(h, &child, m->name.at, say);
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
static void edit(const struct helper *h, struct buffer *say)
{
    struct buffer path = {0}, command = {0};
    struct error e = {0};
    struct stat before = {0};
    const char *editor = child_editor();
    if (!child_file(buffer_slice(&h->text), &path, &e)) {
        buffer_add_text(say, e.message);
        buffer_deinit(&path);
        return;
    }
    buffer_addf(&command, "%s \"$1\"", editor);
    int keys = isatty(STDIN_FILENO) ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC);
    struct child child = {.command = buffer_text(&command),
                          .argument = buffer_text(&path),
                          .keys = keys,
                          .screen = STDOUT_FILENO};
    (void)stat(child.argument, &before);
    run(h, &child, editor, say);
    if (say->len == 0 && differs(&before, child.argument))
        buffer_add_text(say, "the changed copy is not kept: a filing is never changed");
    unlink(child.argument);
    if (keys > STDERR_FILENO)
        close(keys);
    buffer_deinit(&path);
    buffer_deinit(&command);
}

/* Runs what the message asks for on the text, which is used up. */
static bool do_command(struct helper *h, const struct message *m)
{
    struct buffer say = {0};
    if (m->verb == MESSAGE_EDIT)
        edit(h, &say);
    else
        run_command(h, m, &say);
    buffer_deinit(&h->text);
    bool good = answer(h, 0, 0, slice_cut(buffer_slice(&say), 0, MESSAGE_BYTES_MOST));
    buffer_deinit(&say);
    return good;
}

static bool add_text(struct helper *h, struct slice bytes)
{
    if (h->text.len + bytes.len > MESSAGE_TEXT_MOST)
        return false;
    buffer_add(&h->text, bytes);
    return true;
}

/* ---- the loop */

/* Does one message; false: no more are taken. */
static bool serve(struct helper *h, const struct message *m)
{
    switch (m->verb) {
    case MESSAGE_SAVE_NEW:
    case MESSAGE_SAVE_OVER:
        return open_file(h, m);
    case MESSAGE_SAVE_BYTES:
        if (h->file)
            new_file_add(h->file, m->bytes);
        return h->file != NULL;
    case MESSAGE_SAVE_DONE:
        return close_file(h);
    case MESSAGE_SAVE_DROP:
        new_file_drop(h->file);
        h->file = NULL;
        return answer(h, 0, 0, (struct slice){NULL, 0});
    case MESSAGE_TEXT:
        return add_text(h, m->bytes);
    case MESSAGE_PIPE:
    case MESSAGE_COPY:
    case MESSAGE_EDIT:
        return do_command(h, m);
    default:
        return false; /* an answer is not for us */
    }
}

void helper_serve(int fd, const struct child_signals *signals)
{
    struct helper h = {.fd = fd, .signals = signals};
    struct message m;
    while (message_read(fd, &m, &h.room) == MESSAGE_READ && serve(&h, &m))
        continue;
    new_file_drop(h.file);
    buffer_deinit(&h.text);
    buffer_deinit(&h.room);
    close(fd);
}

/* What standard input may be is the reader's alone: it is a filing when it is no terminal. */
static void let_go_of_input(void)
{
    int nothing = isatty(STDIN_FILENO) ? -1 : open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing >= 0)
        (void)dup2(nothing, STDIN_FILENO);
    if (nothing > STDERR_FILENO)
        close(nothing);
}

/* Without memory it is gone: the reader says so, whose screen it is. */
static void end_quietly(void)
{
    _exit(1);
}

/* In the helper; `mask` is the one before it was forked, with all signals held back. */
static _Noreturn void be_helper(int fd, const sigset_t *mask)
{
    struct child_signals signals;
    memory_before_end(end_quietly);
    child_pass_over(&signals);
    signals.mask = *mask;
    sigprocmask(SIG_SETMASK, mask, NULL);
#ifdef __linux__
    (void)prctl(PR_SET_NAME, "folio-helper");
#endif
    let_go_of_input();
    helper_serve(fd, &signals);
    _exit(0);
}

int helper_start(pid_t *pid)
{
    sigset_t all, mask;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
        return -1;
    (void)fflush(NULL); /* what is not written yet would be written twice */
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &mask);
    *pid = fork();
    if (*pid == 0) {
        close(ends[0]);
        be_helper(ends[1], &mask);
    }
    sigprocmask(SIG_SETMASK, &mask, NULL);
    close(ends[1]);
    if (*pid > 0)
        return ends[0];
    close(ends[0]);
    return -1;
}
