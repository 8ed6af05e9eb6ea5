/* SPDX-License-Identifier: MIT */
/* Files, on Linux: a Landlock ruleset, with as much as the kernel's version of it knows. */
#include "guard/fence.h"

#ifdef __linux__

#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The numbers of the kernel: the headers of a system may be older than what it runs on. */
enum {
    CREATE_RULESET = 444,
    ADD_RULE = 445,
    RESTRICT_SELF = 446,
    ASK_VERSION = 1,  /* a flag of CREATE_RULESET */
    PATH_BENEATH = 1, /* a type of ADD_RULE */
    NEWEST = 7        /* the version that this was written with */
};

/* What can be done with files, bits of a right. */
enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_FOLDER = 1 << 3,
    REMOVE_FILE = 1 << 5,
    MAKE_FOLDER = 1 << 7,
    MAKE_FILE = 1 << 8,
    MOVE = 1 << 13, /* from folder to folder */
    TRUNCATE = 1 << 14,
    CONTROL = 1 << 15 /* ioctl on devices */
};

struct rights {
    uint64_t files, network, scopes;
};

/* The kernel takes it as 12 bytes. */
struct __attribute__((packed)) rule {
    uint64_t rights;
    int32_t folder;
};

/* All that each version can forbid. The network's are TCP's bind and connect, the scopes' are the
 * sockets without a name in the file system. Signals are not scoped: Ctrl-Z is one for the whole
 * process group. */
static struct rights all_of(long version)
{
    static const uint64_t files[] = {0, 0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF, 0xFFFF, 0xFFFF};
    return (struct rights){.files = files[version < NEWEST ? version : NEWEST],
                           .network = version >= 4 ? 3 : 0,
                           .scopes = version >= 6 ? 1 : 0};
}

static bool allow(int ruleset, const char *folder, uint64_t rights)
{
    struct rule rule = {.rights = rights, .folder = open(folder, O_PATH | O_CLOEXEC)};
    if (rule.folder < 0)
        return false;
    bool good = syscall(ADD_RULE, ruleset, PATH_BENEATH, &rule, 0) == 0;
    close(rule.folder);
    return good;
}

/* What is allowed where; without the folder less is remembered, and the fence is worth as much. */
static bool allow_all(int ruleset, const char *folder, uint64_t known)
{
    static const uint64_t reading = READ_FILE | READ_FOLDER,
                          using = READ_FILE | WRITE_FILE | CONTROL;
    static const uint64_t writing = READ_FILE | READ_FOLDER | WRITE_FILE | REMOVE_FILE |
                                    MAKE_FOLDER | MAKE_FILE | MOVE | TRUNCATE;
#ifdef FOLIO_COVERAGE
    folder = "/"; /* what was executed is counted in files of the build folder, at the end */
#endif
    if (folder)
        (void)allow(ruleset, folder, writing & known);
    (void)allow(ruleset, "/dev/tty", using & known);
    return allow(ruleset, "/", reading);
}

bool fence_files(const char *folder)
{
    long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    if (version < 1 || prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) != 0)
        return false;
    struct rights all = all_of(version);
    int ruleset = (int)syscall(CREATE_RULESET, &all, sizeof all, 0);
    if (ruleset < 0)
        return false;
    (void)fcntl(ruleset, F_SETFD, FD_CLOEXEC);
    bool good = allow_all(ruleset, folder, all.files) && syscall(RESTRICT_SELF, ruleset, 0) == 0;
    close(ruleset);
    return good;
}

#endif
