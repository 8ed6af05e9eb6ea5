/* SPDX-License-Identifier: MIT */
/* Replacing the pages that a mapped file has no longer. */
#include "input/lost.h"

#include "base/memory.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BLANKS = 2 * 1024 * 1024 /* bytes of line ends, mapped again and again */ };

struct mapping {
    struct mapping *next;
    char *at;
    size_t size;
    size_t page; /* bytes; asked for here, as a handler must not */
    volatile sig_atomic_t lost;
};

static struct mapping *volatile mappings;
static struct sigaction handler_before; /* what SIGBUS did */
static volatile sig_atomic_t given_up;

static struct mapping *mapping_of(uintptr_t address)
{
    for (struct mapping *m = mappings; m; m = m->next)
        if (address >= (uintptr_t)m->at && address - (uintptr_t)m->at < m->size)
            return m;
    return NULL;
}

/* A file of line ends, made when it is first needed; -1: there can be none. Whatever the text is,
 * line ends say nothing and are read quickly; and they take no memory, however often they are
 * mapped. Safe in a handler. */
static int blank_file(void)
{
    static volatile sig_atomic_t made = -1;
    static char line_ends[4096]; /* the stack of a handler may be small */
    if (made >= 0)
        return made;
    int fd = memfd_create("folio", MFD_CLOEXEC);
    memset(line_ends, '\n', sizeof line_ends);
    for (size_t i = 0; i < BLANKS && fd >= 0; i += sizeof line_ends)
        if (write(fd, line_ends, sizeof line_ends) != sizeof line_ends) {
            close(fd);
            fd = -1;
        }
    made = fd;
    return fd;
}

bool lost_mend(const void *address)
{
    int problem = errno;
    struct mapping *m = mapping_of((uintptr_t)address);
    if (!m)
        return false;
    int fd = blank_file();
    bool good = true;
    /* What lies behind is lost, too: one signal for all of it. */
    for (size_t at = ((uintptr_t)address - (uintptr_t)m->at) / m->page * m->page;
         at < m->size && good; at += BLANKS) {
        size_t size = m->size - at < BLANKS ? m->size - at : BLANKS;
        int flags = fd >= 0 ? MAP_SHARED | MAP_FIXED : MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
        good = mmap(m->at + at, size, PROT_READ, flags, fd, 0) != MAP_FAILED;
    }
    m->lost = 1;
    errno = problem;
    return good;
}

/* What is no page of ours is for the handler that was there before: it comes again as soon as this
 * returns. When that one gives it back, nobody wants it. */
static void on_bus_error(int number, siginfo_t *info, void *context)
{
    (void)context;
    if (info->si_code > 0 && lost_mend(info->si_addr))
        return;
    if (given_up)
        (void)signal(number, SIG_DFL);
    else
        (void)sigaction(number, &handler_before, NULL);
    given_up = 1;
}

static void install(void)
{
    struct sigaction now;
    struct sigaction action = {.sa_sigaction = on_bus_error, .sa_flags = SA_SIGINFO};
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGBUS, NULL, &now) != 0 ||
        ((now.sa_flags & SA_SIGINFO) && now.sa_sigaction == on_bus_error))
        return;
    handler_before = now;
    (void)sigaction(SIGBUS, &action, NULL);
}

void lost_watch(void *map, size_t size)
{
    struct mapping *m = memory_alloc(sizeof *m);
    m->at = map;
    m->size = size;
    m->page = (size_t)sysconf(_SC_PAGESIZE);
    m->next = mappings;
    mappings = m;
    install();
}

void lost_forget(const void *map)
{
    struct mapping *before = NULL;
    for (struct mapping *m = mappings; m; before = m, m = m->next) {
        if (m->at != map)
            continue;
        if (before)
            before->next = m->next;
        else
            mappings = m->next;
        free(m);
        return;
    }
}

bool lost_from(const void *map)
{
    for (const struct mapping *m = mappings; m; m = m->next)
        if (m->at == map)
            return m->lost != 0;
    return false;
}
