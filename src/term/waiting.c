/* SPDX-License-Identifier: MIT */
/* Signals put aside, and one descriptor waited for. */
#include "term/waiting.h"

#include "term/signals.h"

#include <poll.h>
#include <stddef.h>
#include <time.h>

/* All that wakes the waiting is blocked but while it waits, so that nothing comes between looking
 * and waiting. */
void waiting_begin(struct waiting *w, bool lent)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
    signals_block(&w->mask);
    sigaction(SIGQUIT, lent ? &ignore : NULL, &w->quit);
    sigaction(SIGINT, lent ? &ignore : NULL, &w->interrupt);
    sigaction(SIGTSTP, NULL, &w->stop);
    if (lent && w->stop.sa_handler != SIG_IGN)
        sigaction(SIGTSTP, &standard, NULL);
}

void waiting_end(const struct waiting *w)
{
    sigaction(SIGQUIT, &w->quit, NULL);
    sigaction(SIGINT, &w->interrupt, NULL);
    sigaction(SIGTSTP, &w->stop, NULL);
    sigprocmask(SIG_SETMASK, &w->mask, NULL);
}

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool waiting_on(const struct waiting *w, int fd, int milliseconds)
{
    long long end = now() + milliseconds;
    while (!signals_pending(SIGNALS_HANGUP)) {
        struct pollfd answer = {.fd = fd, .events = POLLIN};
        long long left = milliseconds < 0 ? 0 : end - now();
        left = left > 0 ? left : 0;
        struct timespec time = {.tv_sec = left / 1000, .tv_nsec = left % 1000 * 1000000};
        int ready = ppoll(&answer, 1, milliseconds < 0 ? NULL : &time, &w->mask);
        if (ready > 0)
            return true;
        if (ready == 0)
            return false;
    }
    return false;
}
