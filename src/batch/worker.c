/* SPDX-License-Identifier: MIT */
/* A worker: takes names, does the jobs, sends what they print. */
#include "batch/worker.h"

#include "batch/wire.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE = 256 * 1024 /* bytes that are received at once */ };

/* What stands behind the NUL of a name; NULL when nothing does. */
static const char *trouble_in(const struct buffer *name)
{
    size_t end = strlen(buffer_text(name));
    return end < name->len ? name->at + end + 1 : NULL;
}

/* Asks to be ended when the parent ends, in the middle of a job, too; else it is seen when there is
 * something to send. */
static void end_with(pid_t parent)
{
#ifdef __linux__
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent)
        _exit(EXIT_FAILURE);
}

/* The worker's whole life. */
static _Noreturn void work(int socket, const struct batch_calls *calls)
{
    /* Ctrl-C is for the parent, which then ends this one; its mask is not for this one. */
    sigset_t none;
    (void)signal(SIGINT, SIG_IGN);
    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    struct wire_frame frame;
    struct buffer name = {0};
    FILE *out = wire_stream(socket, WIRE_OUT), *error = wire_stream(socket, WIRE_ERROR);
    if (!out || !error)
        _exit(EXIT_FAILURE);
    for (int fd; wire_receive(socket, &frame, &name, &fd);) {
        struct batch_job job = {buffer_text(&name), trouble_in(&name), fd};
        struct batch_result result = calls->work(calls->self, &job, out, error);
        if (fd >= 0)
            close(fd);
        struct slice end = {(const char *)&result, sizeof result};
        if (fflush(out) != 0 || fflush(error) != 0 || !wire_send(socket, WIRE_END, end, -1))
            break;
    }
    _exit(EXIT_SUCCESS);
}

bool worker_start(struct worker *w, const struct batch_calls *calls, const int *others,
                  size_t count)
{
    int pair[2];
    *w = (struct worker){.socket = -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    /* What the parent has buffered must not be written twice. */
    (void)fflush(NULL);
    pid_t parent = getpid(), pid = fork();
    if (pid == 0) {
        end_with(parent);
        close(pair[0]);
        for (size_t i = 0; i < count; i++)
            if (others[i] >= 0)
                close(others[i]);
        work(pair[1], calls);
    }
    close(pair[1]);
    if (pid < 0) {
        int problem = errno;
        close(pair[0]);
        errno = problem;
        return false;
    }
    w->pid = pid;
    w->socket = pair[0];
    return true;
}

bool worker_give(struct worker *w, const struct batch_job *job)
{
    struct buffer bytes = {0};
    buffer_add_text(&bytes, job->name);
    if (job->trouble) {
        buffer_add_byte(&bytes, '\0');
        buffer_add_text(&bytes, job->trouble);
    }
    bool sent = wire_send(w->socket, WIRE_JOB, buffer_slice(&bytes), job->fd);
    buffer_deinit(&bytes);
    return sent;
}

bool worker_receive(struct worker *w)
{
    if (w->at > 0) {
        w->got.len -= w->at;
        memmove(w->got.at, w->got.at + w->at, w->got.len);
        w->at = 0;
    }
    buffer_reserve(&w->got, PIECE);
    ssize_t got;
    do
        got = recv(w->socket, w->got.at + w->got.len, PIECE, MSG_DONTWAIT);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK;
    w->got.len += (size_t)got;
    return got > 0;
}

int worker_wait(struct worker *w)
{
    int status = 0;
    if (w->pid == 0)
        return status;
    close(w->socket);
    while (waitpid(w->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    buffer_deinit(&w->got);
    *w = (struct worker){.socket = -1};
    return status;
}

int worker_kill(struct worker *w)
{
    if (w->pid > 0)
        (void)kill(w->pid, SIGKILL);
    return worker_wait(w);
}
