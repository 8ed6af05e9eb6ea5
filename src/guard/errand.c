/* SPDX-License-Identifier: MIT */
/* The reader's side: asks, and takes the answer. */
#include "guard/errand.h"

#include "base/memory.h"
#include "guard/helper.h"
#include "guard/message.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LAST_PATIENCE = 500 /* milliseconds that the helper has to end */ };

struct errands {
    int fd; /* -1: the helper is gone */
    pid_t helper;
    struct errand_file *saving;
    struct buffer room; /* of the last answer */
};

struct errand_file {
    struct errands *errands;
};

struct errands *errands_start(void)
{
    pid_t helper;
    int fd = helper_start(&helper);
    if (fd < 0)
        return NULL;
    struct errands *h = memory_alloc(sizeof *h);
    h->fd = fd;
    h->helper = helper;
    return h;
}

void errands_give_up(struct errands *h)
{
    if (h->fd >= 0)
        close(h->fd);
    h->fd = -1;
}

void errands_end(struct errands *h)
{
    if (!h)
        return;
    struct pollfd end = {.fd = h->fd, .events = POLLIN};
    if (h->fd >= 0 && shutdown(h->fd, SHUT_WR) == 0 && poll(&end, 1, LAST_PATIENCE) > 0)
        (void)waitpid(h->helper, NULL, 0);
    errands_give_up(h);
    buffer_deinit(&h->room);
    free(h);
}

/* Sends a message; a helper that does not take it is gone. */
static bool say(struct errands *h, const struct message *m)
{
    if (h->fd >= 0 && message_write(h->fd, m))
        return true;
    errands_give_up(h);
    return false;
}

/* Sends the bytes as messages. */
static bool say_bytes(struct errands *h, enum message_verb verb, struct slice bytes)
{
    for (size_t at = 0; at < bytes.len; at += MESSAGE_BYTES_MOST) {
        struct slice some = slice_cut(bytes, at, at + MESSAGE_BYTES_MOST);
        if (!say(h, &(struct message){.verb = verb, .bytes = some}))
            return false;
    }
    return true;
}

static bool hear(struct errands *h, struct message *m)
{
    if (h->fd >= 0 && message_read(h->fd, m, &h->room) == MESSAGE_READ && m->verb == MESSAGE_ANSWER)
        return true;
    errands_give_up(h);
    return false;
}

/* ---- saving to a file */

struct errand_file *errand_file_open(struct errands *h, const char *path, bool over, int *problem)
{
    struct message answer;
    struct message ask = {.verb = over ? MESSAGE_SAVE_OVER : MESSAGE_SAVE_NEW,
                          .name = slice_of(path)};
    *problem = ECONNRESET;
    if (!h)
        return NULL;
    if (ask.name.len == 0 || ask.name.len > MESSAGE_NAME_MOST) {
        *problem = ask.name.len ? ENAMETOOLONG : ENOENT;
        return NULL;
    }
    h->saving = NULL;
    if (!say(h, &ask) || !hear(h, &answer))
        return NULL;
    *problem = answer.problem;
    if (answer.problem)
        return NULL;
    struct errand_file *f = memory_alloc(sizeof *f);
    f->errands = h;
    h->saving = f;
    return f;
}

static bool is_open(const struct errand_file *f)
{
    return f->errands->saving == f;
}

void errand_file_add(struct errand_file *f, struct slice bytes)
{
    if (is_open(f))
        (void)say_bytes(f->errands, MESSAGE_SAVE_BYTES, bytes);
}

int errand_file_close(struct errand_file *f, size_t *size)
{
    struct errands *h = f->errands;
    struct message answer = {0};
    bool open = is_open(f);
    free(f);
    if (!open)
        return ECANCELED;
    h->saving = NULL;
    if (!say(h, &(struct message){.verb = MESSAGE_SAVE_DONE}) || !hear(h, &answer))
        return ECONNRESET;
    *size = (size_t)answer.number;
    return answer.problem;
}

void errand_file_drop(struct errand_file *f)
{
    if (!f)
        return;
    if (is_open(f)) {
        struct message answer;
        f->errands->saving = NULL;
        if (say(f->errands, &(struct message){.verb = MESSAGE_SAVE_DROP}))
            (void)hear(f->errands, &answer);
    }
    free(f);
}

/* ---- commands */

static bool gone(struct error *e)
{
    return error_set(e, ERROR_INPUT, "not done: the process for it has ended, start folio anew");
}

bool errand_ask(struct errands *h, enum errand_kind kind, const char *command, struct slice text,
                struct error *e)
{
    static const enum message_verb verbs[] = {
        [ERRAND_PIPE] = MESSAGE_PIPE, [ERRAND_COPY] = MESSAGE_COPY, [ERRAND_EDIT] = MESSAGE_EDIT};
    struct message ask = {.verb = verbs[kind], .name = slice_of(command)};
    if (ask.name.len > MESSAGE_NAME_MOST)
        return error_set(e, ERROR_INPUT, "the command is too long");
    if (text.len > MESSAGE_TEXT_MOST)
        return error_set(e, ERROR_INPUT, "the text is larger than a command is given");
    if (h && say_bytes(h, MESSAGE_TEXT, text) && say(h, &ask))
        return true;
    return gone(e);
}

int errands_answer_fd(const struct errands *h)
{
    return h ? h->fd : -1;
}

bool errand_answer(struct errands *h, struct buffer *say, struct error *e)
{
    struct message answer;
    if (!h || !hear(h, &answer))
        return gone(e);
    buffer_add(say, answer.bytes);
    return true;
}
