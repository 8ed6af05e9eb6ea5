/* SPDX-License-Identifier: MIT */
/* Signal handlers: flags, and the rescue of the terminal. */
#include "term/signals.h"

#include "base/memory.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static const struct {
    int signal;
    enum signals_flag flag;
} watched[] = {
    {SIGWINCH, SIGNALS_RESIZE},  {SIGTSTP, SIGNALS_STOP},  {SIGCONT, SIGNALS_CONTINUE},
    {SIGINT, SIGNALS_INTERRUPT}, {SIGHUP, SIGNALS_HANGUP}, {SIGTERM, SIGNALS_HANGUP},
};
static const int fatal[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGQUIT};

enum { WATCHED = sizeof watched / sizeof watched[0], FATAL = sizeof fatal / sizeof fatal[0] };

static volatile sig_atomic_t flags[SIGNALS_COUNT];
static struct sigaction old_watched[WATCHED], old_fatal[FATAL], old_pipe;

/* A stack of its own for the fatal handlers: the other may be what ran out. */
static char rescue_stack[16384];
static char rescue_bytes[512];
static size_t rescue_length;
static struct termios rescue_modes;
static volatile sig_atomic_t rescue_fd = -1;
static signals_mend *mends; /* NULL: nobody can */

static void on_watched(int signal)
{
    for (size_t i = 0; i < WATCHED; i++)
        if (watched[i].signal == signal)
            flags[watched[i].flag] = 1;
}

/* Gives the terminal back. Only functions that are safe in a handler; all signals are blocked,
 * SIGTTOU among them. */
static void rescue(void)
{
    int fd = rescue_fd;
    rescue_fd = -1;
    if (fd >= 0) {
        size_t at = 0;
        while (at < rescue_length) {
            ssize_t n = write(fd, rescue_bytes + at, rescue_length - at);
            if (n <= 0)
                break;
            at += (size_t)n;
        }
        tcsetattr(fd, TCSANOW, &rescue_modes);
    }
}

/* Memory has run out: what is said of it then is said on the screen that was there before. */
static void on_exhausted(void)
{
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, NULL);
    rescue();
}

static void on_fatal(int signal, siginfo_t *info, void *context)
{
    (void)context;
    if (signal == SIGBUS && info->si_code > 0 && mends && mends(info->si_addr))
        return;
    rescue();
    for (size_t i = 0; i < FATAL; i++)
        if (fatal[i] == signal)
            sigaction(signal, &old_fatal[i], NULL);
    /* It comes again as soon as this handler returns, and then has its old effect. */
    (void)raise(signal);
}

static void install_watched(size_t i)
{
    struct sigaction action = {.sa_handler = on_watched};
    sigemptyset(&action.sa_mask);
    sigaction(watched[i].signal, &action, &old_watched[i]);
    if (old_watched[i].sa_handler == SIG_IGN && watched[i].signal != SIGWINCH)
        sigaction(watched[i].signal, &old_watched[i], NULL);
}

void signals_install(signals_mend *mend)
{
    mends = mend;
    for (size_t i = 0; i < SIGNALS_COUNT; i++)
        flags[i] = 0;
    for (size_t i = 0; i < WATCHED; i++)
        install_watched(i);
    stack_t stack = {.ss_sp = rescue_stack, .ss_size = sizeof rescue_stack};
    int on_stack = sigaltstack(&stack, NULL) == 0 ? SA_ONSTACK : 0;
    struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | on_stack};
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < FATAL; i++)
        sigaction(fatal[i], &action, &old_fatal[i]);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGPIPE, &ignore, &old_pipe);
    memory_before_end(on_exhausted);
}

void signals_remove(bool ending)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigemptyset(&ignore.sa_mask);
    rescue_fd = -1; /* the terminal is in order: nothing to rescue */
    memory_before_end(NULL);
    /* A hangup often comes twice, from the system and from the shell: the second must not kill
     * a program that saves its state. */
    for (size_t i = 0; i < WATCHED; i++)
        sigaction(watched[i].signal,
                  ending && watched[i].flag == SIGNALS_HANGUP ? &ignore : &old_watched[i], NULL);
    for (size_t i = 0; i < FATAL; i++)
        sigaction(fatal[i], &old_fatal[i], NULL);
    sigaction(SIGPIPE, &old_pipe, NULL);
}

void signals_set_rescue(int fd, const struct termios *modes, const char *bytes, size_t len)
{
    rescue_fd = -1;
    rescue_length = len < sizeof rescue_bytes ? len : sizeof rescue_bytes;
    memcpy(rescue_bytes, bytes, rescue_length);
    rescue_modes = *modes;
    rescue_fd = fd;
}

bool signals_take(enum signals_flag flag)
{
    bool set = flags[flag];
    flags[flag] = 0;
    return set;
}

bool signals_pending(enum signals_flag flag)
{
    return flags[flag];
}

void signals_block(sigset_t *before)
{
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < WATCHED; i++)
        sigaddset(&set, watched[i].signal);
    sigprocmask(SIG_BLOCK, &set, before);
}

void signals_stop_group(void)
{
    struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, &ours);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
