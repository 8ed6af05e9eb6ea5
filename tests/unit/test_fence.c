/* SPDX-License-Identifier: MIT */
/* The fence: what is refused behind it, and what still works. Each case is tried in a process of
 * its own, before the fence (where it must work, or the case tells nothing) and behind it. */
#include "guard/fence.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* A case is tried in "work/", beside the folder that may be written, "work/own/", and "work/file",
 * which is there. It returns 0, or errno. */
typedef int trial(void);

static int result(bool good)
{
    return good ? 0 : errno;
}

static int opened(int fd)
{
    return result(fd >= 0 && close(fd) == 0);
}

/* ---- files outside */

static int open_to_write(void)
{
    return opened(open("file", O_WRONLY | O_CLOEXEC));
}

static int open_to_cut(void)
{
    return opened(open("file", O_RDONLY | O_TRUNC | O_CLOEXEC));
}

static int make_file(void)
{
    return opened(open("new", O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

static int remove_file(void)
{
    return result(unlink("file") == 0);
}

static int make_folder(void)
{
    return result(mkdir("new", 0700) == 0);
}

static int make_link(void)
{
    return result(symlink("file", "new") == 0);
}

static int move_out(void)
{
    return result(rename("own/file", "new") == 0);
}

static int move_in(void)
{
    return result(rename("file", "own/new") == 0);
}

static int cut_file(void)
{
    return result(truncate("file", 0) == 0);
}

static int change_mode(void)
{
    return result(chmod("file", 0644) == 0);
}

static int change_time(void)
{
    return result(utimensat(AT_FDCWD, "file", NULL, 0) == 0);
}

/* ---- programs and processes */

static int run_program(void)
{
    execl("/bin/true", "true", (char *)NULL);
    return errno;
}

/* A program that has no path. */
static int run_nameless(void)
{
    char bytes[65536];
    int from = open("/bin/true", O_RDONLY | O_CLOEXEC), to = memfd_create("true", 0);
    for (ssize_t n; (n = read(from, bytes, sizeof bytes)) > 0;)
        if (write(to, bytes, (size_t)n) != n)
            return EIO;
    char *const none[] = {NULL};
    syscall(SYS_execveat, to, "", none, none, AT_EMPTY_PATH);
    return errno;
}

static int signal_parent(void)
{
    return result(kill(getppid(), 0) == 0);
}

#ifndef FOLIO_SANITIZED
static int start_process(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return result(pid > 0 && waitpid(pid, NULL, 0) == pid);
}

static int trace_parent(void)
{
    return result(ptrace(PTRACE_SEIZE, getppid(), NULL, NULL) == 0);
}
#endif

/* ---- the network, the terminal */

static int open_socket(void)
{
    return opened(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

static int open_local_socket(void)
{
    return opened(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

/* The number of the request is the low half of what is passed. */
static int type_a_key(void)
{
    int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    char key = 'x';
    (void)syscall(SYS_ioctl, terminal, TIOCSTI | 1UL << 32, &key);
    return errno;
}

/* ---- what still works */

static int read_file(void)
{
    char bytes[4];
    int fd = open("file", O_RDONLY | O_CLOEXEC);
    return result(fd >= 0 && read(fd, bytes, sizeof bytes) == 4 && close(fd) == 0);
}

static int map_file(void)
{
    int fd = open("file", O_RDONLY | O_CLOEXEC);
    const char *at = mmap(NULL, 4, PROT_READ, MAP_PRIVATE, fd, 0);
    return result(at != MAP_FAILED && memcmp(at, "text", 4) == 0);
}

/* As the session writes: a lock, a new file, another name; folders below. */
static int remember(void)
{
    int lock = open("own/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0 || mkdir("own/below", 0700) != 0)
        return errno;
    int fd = open("own/below/new", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    bool good = fd >= 0 && write(fd, "x", 1) == 1 && fsync(fd) == 0 && close(fd) == 0 &&
                rename("own/below/new", "own/below/kept") == 0 &&
                rename("own/below/kept", "own/kept") == 0;
    return result(good && unlink("own/kept") == 0);
}

static int remember_only(void)
{
    int fd = open("own/new", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return result(fd >= 0 && write(fd, "x", 1) == 1 && rename("own/new", "own/kept") == 0 &&
                  unlink("own/kept") == 0);
}

static int use_memory(void)
{
    int fd = memfd_create("drawing", MFD_CLOEXEC);
    return result(fd >= 0 && write(fd, "x", 1) == 1 && ftruncate(fd, 0) == 0);
}

static int raise_signal(void)
{
    (void)signal(SIGUSR1, SIG_IGN);
    return result(raise(SIGUSR1) == 0 && kill(0, 0) == 0);
}

/* ---- trying */

enum { NEITHER = 0, FILES = 1, CALLS = 2 };

/* What the system has: sides that stand when both are raised. */
static unsigned stands;

static int in_work(char *name)
{
    (void)snprintf(name, 64, "test_fence.XXXXXX");
    int fd = mkdtemp(name) && chdir(name) == 0 && mkdir("own", 0700) == 0
                 ? open("own/file", O_WRONLY | O_CREAT | O_CLOEXEC, 0600)
                 : -1;
    int beside = fd >= 0 ? open("file", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) : -1;
    bool good = beside >= 0 && write(beside, "text", 4) == 4;
    close(fd);
    close(beside);
    return good ? 0 : -1;
}

static void remove_work(const char *name)
{
    static const char *const files[] = {"own/file",  "own/lock", "own/below/new", "own/below/kept",
                                        "own/below", "own/kept", "own/new",       "own",
                                        "file",      "new"};
    for (size_t i = 0; i < COUNT(files); i++)
        (void)remove(files[i]);
    assert_int_equal(chdir(".."), 0);
    assert_int_equal(rmdir(name), 0);
}

/* What becomes of the trial in a process of its own, behind these sides of the fence. */
static int tried(trial *try, unsigned sides)
{
    char name[64];
    int status = -1;
    assert_int_equal(in_work(name), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        if ((sides & FILES && !fence_files("own")) || (sides & CALLS && !fence_calls()))
            _exit(255);
        _exit(try());
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    remove_work(name);
    assert_true(WIFEXITED(status)); /* never by a signal */
    return WEXITSTATUS(status);
}

static int find_sides(void **state)
{
    (void)state;
    int status = -1;
    pid_t pid = fork();
    if (pid == 0)
        _exit((fence_files(NULL) ? FILES : 0) | (fence_calls() ? CALLS : 0));
    if (pid < 0 || waitpid(pid, &status, 0) != pid || !WIFEXITED(status))
        return -1;
    stands = (unsigned)WEXITSTATUS(status);
    if (!(stands & FILES))
        print_message("this system has no fence for files: not tested\n");
    if (!(stands & CALLS))
        print_message("this system has no fence for calls: not tested\n");
    return 0;
}

static void test_refused(void **state)
{
    static const struct {
        const char *name;
        trial *try;
        unsigned side; /* that refuses it */
        int before;    /* what it comes to without a fence */
    } cases[] = {
        {"open_to_write", open_to_write, FILES, 0},
        {"open_to_cut", open_to_cut, FILES, 0},
        {"make_file", make_file, FILES, 0},
        {"remove_file", remove_file, FILES, 0},
        {"make_folder", make_folder, FILES, 0},
        {"make_link", make_link, FILES, 0},
        {"move_out", move_out, FILES, 0},
        {"move_in", move_in, FILES, 0},
        {"cut_file", cut_file, CALLS, 0},
        {"change_mode", change_mode, CALLS, 0},
        {"change_time", change_time, CALLS, 0},
        {"run_program by files", run_program, FILES, 0},
        {"run_program", run_program, CALLS, 0},
        {"run_nameless", run_nameless, CALLS, 0},
        {"open_socket", open_socket, CALLS, 0},
        {"open_local_socket", open_local_socket, CALLS, 0},
        {"signal_parent", signal_parent, CALLS, 0},
        {"type_a_key", type_a_key, CALLS, -1},
#ifndef FOLIO_SANITIZED /* its leak checker needs both */
        {"start_process", start_process, CALLS, 0},
        {"trace_parent", trace_parent, CALLS, -1},
#endif
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        if (!(stands & cases[i].side))
            continue;
        int before = tried(cases[i].try, NEITHER), behind = tried(cases[i].try, cases[i].side);
        bool refused = behind == EPERM || behind == EACCES ||
                       (behind == EXDEV && cases[i].side == FILES); /* for moving */
        if ((cases[i].before == 0 && before != 0) || !refused)
            fail_msg("%s: %s before the fence, %s behind it", cases[i].name, strerror(before),
                     strerror(behind));
    }
}

static void test_allowed(void **state)
{
    static const struct {
        const char *name;
        trial *try;
    } cases[] = {
        {"read_file", read_file},   {"map_file", map_file},
        {"remember", remember},     {"remember_only", remember_only},
        {"use_memory", use_memory}, {"raise_signal", raise_signal},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        int behind = tried(cases[i].try, stands);
        if (behind != 0)
            fail_msg("%s: %s behind the fence", cases[i].name, strerror(behind));
    }
}

/* With no folder to write in, nothing is written. */
static int write_nowhere(void)
{
    (void)fence_files(NULL);
    return remember_only();
}

static void test_nowhere(void **state)
{
    (void)state;
    if (!(stands & FILES))
        skip();
    assert_int_equal(tried(remember_only, FILES), 0);
    assert_int_equal(tried(write_nowhere, NEITHER), EACCES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_allowed),
        cmocka_unit_test(test_nowhere),
    };
    return cmocka_run_group_tests(tests, find_sides, NULL);
}
