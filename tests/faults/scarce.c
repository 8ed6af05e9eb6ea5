/* SPDX-License-Identifier: MIT */
/* malloc and its like, in the place of those of the C library. */
#include "faults/scarce.h"

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#if defined __SANITIZE_ADDRESS__
#define SANITIZED
#endif

enum { MOST_CALLERS = 60 };

static struct {
    size_t made, failing;
    bool on, for_good;
} requests;

void scarce_begin(size_t number, bool for_good)
{
    requests.made = 0;
    requests.failing = number;
    requests.for_good = for_good;
    requests.on = true;
}

size_t scarce_end(void)
{
    requests.on = false;
    return requests.made;
}

#if defined __GLIBC__ && !defined SANITIZED

/* What glibc has below the names that are replaced here. */
/* NOLINTBEGIN(bugprone-reserved-identifier) */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
/* NOLINTEND(bugprone-reserved-identifier) */

bool scarce_works(void)
{
    return true;
}

/* Whether one is among the callers of those that do not bear to get nothing: folio makes sure
 * before that there is memory (memory_make_sure), and so there is. */
static bool is_made_sure_of(void)
{
    static const char *const libraries[] = {"libncurses", "libtinfo", "libseccomp", "libarchive"};
    void *callers[MOST_CALLERS];
    int count = backtrace(callers, MOST_CALLERS);
    for (int i = 0; i < count; i++) {
        Dl_info info;
        if (!dladdr(callers[i], &info) || !info.dli_fname)
            continue;
        for (size_t k = 0; k < sizeof libraries / sizeof *libraries; k++)
            if (strstr(info.dli_fname, libraries[k]))
                return true;
    }
    return false;
}

/* Counts a request; true when it fails. */
static bool fails(void)
{
    if (!requests.on)
        return false;
    size_t number = ++requests.made;
    if (requests.failing == 0 || number < requests.failing ||
        (number > requests.failing && !requests.for_good))
        return false;
    requests.on = false; /* looking needs memory, too */
    bool granted = is_made_sure_of();
    requests.on = true;
    errno = granted ? errno : ENOMEM;
    return !granted;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return fails() ? NULL : __libc_memalign(alignment, size);
}

int posix_memalign(void **at, size_t alignment, size_t size)
{
    void *p = fails() ? NULL : __libc_memalign(alignment, size);
    if (!p)
        return ENOMEM;
    *at = p;
    return 0;
}

void *mmap(void *at, size_t size, int protection, int flags, int fd, off_t offset)
{
    if (fails())
        return MAP_FAILED;
    return (void *)syscall(SYS_mmap, at, size, protection, flags, fd, offset); // NOLINT
}

#else

bool scarce_works(void)
{
    return false;
}

#endif
