/* SPDX-License-Identifier: MIT */
/* Starting a command, feeding it, and waiting for its end. */
#include "guard/child.h"

#include "base/clean.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    NAME_MOST = 40,      /* bytes of a command's name in a message */
    STATUS_UNKNOWN = 127 /* of a shell that does not find the command */
};

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Waiting is interrupted by it; there is nothing else to do. */
static void on_child(int signal)
{
    (void)signal;
}

/* Of the keyboard, the terminal and the system. */
static const int passed_over[] = {SIGINT,  SIGQUIT, SIGTSTP, SIGTTIN,
                                  SIGTTOU, SIGHUP,  SIGTERM, SIGPIPE};

void child_pass_over(struct child_signals *before)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    before->ignored = 0;
    for (size_t i = 0; i < sizeof passed_over / sizeof *passed_over; i++) {
        struct sigaction was;
        sigaction(passed_over[i], &ignore, &was);
        if (was.sa_handler == SIG_IGN && passed_over[i] != SIGPIPE)
            before->ignored |= 1U << i;
    }
    sigprocmask(SIG_SETMASK, NULL, &before->mask);
}

/* In the child: signals as a shell gives them. What was ignored when this program was started stays
 * so (nohup), but SIGPIPE ends whoever writes for nobody. */
static void plain_manners(const struct child_signals *before)
{
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (size_t i = 0; i < sizeof passed_over / sizeof *passed_over; i++)
        if (!(before->ignored & 1U << i))
            sigaction(passed_over[i], &standard, NULL);
    sigaction(SIGXFSZ, &standard, NULL);
    sigaction(SIGCHLD, &standard, NULL);
    sigprocmask(SIG_SETMASK, &before->mask, NULL);
}

/* A descriptor on /dev/null for what the child has none for. */
static int or_nothing(int fd)
{
    return fd >= 0 ? fd : open("/dev/null", O_RDWR | O_CLOEXEC);
}

/* In the child; never returns. */
static void become(const struct child *child, int input)
{
    plain_manners(child->signals);
    /* Who has no screen has no terminal to ask for a password on, and gets none of its signals. */
    if (child->screen < 0)
        (void)setsid();
    int screen = or_nothing(child->screen);
    if (dup2(child->keys >= 0 ? child->keys : input, STDIN_FILENO) >= 0 &&
        dup2(screen, STDOUT_FILENO) >= 0 && dup2(screen, STDERR_FILENO) >= 0) {
        if (child->argument)
            execl("/bin/sh", "sh", "-c", child->command, "sh", child->argument, (char *)NULL);
        else
            execl("/bin/sh", "sh", "-c", child->command, (char *)NULL);
    }
    _exit(STATUS_UNKNOWN);
}

/* Writes what the pipe takes; closes it when all is written or nobody reads. */
static void feed(int *pipe, struct slice *input)
{
    while (input->len > 0) {
        ssize_t n = write(*pipe, input->at, input->len);
        if (n < 0 && errno == EAGAIN)
            return;
        if (n < 0 && errno != EINTR)
            break;
        if (n > 0)
            *input = slice_cut(*input, (size_t)n, input->len);
    }
    close(*pipe);
    *pipe = -1;
}

/* Ends a child that is not waited for any longer: with all that it started, when that is a group
 * of its own. Who loses the terminal may have something to save. */
static void end_child(pid_t pid, bool late, bool group)
{
    if (!late) {
        /* It may not have come so far as to have a group. */
        if (!group || kill(-pid, SIGHUP) != 0)
            kill(pid, SIGHUP);
        return;
    }
    kill(group ? -pid : pid, SIGKILL);
    (void)waitpid(pid, NULL, 0);
}

/* True when whoever wants the child is there no longer, or has something else to say. */
static bool is_given_up(const struct child *child)
{
    struct pollfd poll_fd = {.fd = child->asker, .events = POLLIN};
    return child->asker >= 0 && poll(&poll_fd, 1, 0) > 0;
}

/* Feeds and waits; false with the reason when the child is not waited for any longer. SIGCHLD comes
 * only within the waiting, so that nothing comes between looking and waiting. */
static bool attend(const struct child *child, pid_t pid, int pipe, const sigset_t *awake,
                   int *status, struct error *e)
{
    struct slice input = child->input;
    long long end = child->patience > 0 ? now() + child->patience : -1;
    bool good = true;
    while (waitpid(pid, status, WNOHANG) == 0) {
        long long left = end < 0 ? 0 : end - now();
        bool late = end >= 0 && left <= 0;
        if (late || is_given_up(child)) {
            good = error_set(e, ERROR_INPUT, "%s",
                             late ? "it did not end in time" : "the terminal is gone");
            end_child(pid, late, child->screen < 0);
            break;
        }
        struct pollfd ends[] = {{.fd = pipe, .events = POLLOUT},
                                {.fd = child->asker, .events = POLLIN}};
        struct timespec time = {.tv_sec = left / 1000, .tv_nsec = left % 1000 * 1000000};
        int ready = ppoll(ends, 2, end < 0 ? NULL : &time, awake);
        if (ready > 0 && ends[0].revents && pipe >= 0)
            feed(&pipe, &input);
    }
    if (pipe >= 0)
        close(pipe);
    return good;
}

/* A pipe that this program writes to without waiting. */
static bool open_pipe(const struct child *child, int ends[2], struct error *e)
{
    ends[0] = ends[1] = -1;
    if (child->keys >= 0)
        return true;
    if (pipe2(ends, O_CLOEXEC) < 0)
        return error_set(e, ERROR_INPUT, "no pipe: %s", strerror(errno));
    int flags = fcntl(ends[1], F_GETFL);
    (void)fcntl(ends[1], F_SETFL, flags | O_NONBLOCK);
    return true;
}

bool child_run(const struct child *child, int *status, struct error *e)
{
    struct sigaction noted = {.sa_handler = on_child}, before;
    sigset_t held, mask, awake;
    int ends[2];
    *status = 0;
    if (!open_pipe(child, ends, e))
        return false;
    /* The others, too: one that comes while the child still passes over it would be lost. */
    sigemptyset(&held);
    sigaddset(&held, SIGCHLD);
    for (size_t i = 0; i < sizeof passed_over / sizeof *passed_over; i++)
        sigaddset(&held, passed_over[i]);
    sigprocmask(SIG_BLOCK, &held, &mask);
    sigaction(SIGCHLD, &noted, &before);
    awake = mask;
    sigdelset(&awake, SIGCHLD);
    pid_t pid = fork();
    if (pid == 0)
        become(child, ends[0]);
    int problem = errno;
    if (ends[0] >= 0)
        close(ends[0]);
    bool good = pid > 0 ? attend(child, pid, ends[1], &awake, status, e)
                        : error_set(e, ERROR_INPUT, "not started: %s", strerror(problem));
    if (pid < 0 && ends[1] >= 0)
        close(ends[1]);
    sigaction(SIGCHLD, &before, NULL);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    return good;
}

/* The word that a command begins with, without its folder; assignments before it aside. */
static struct slice name_of(struct slice command)
{
    struct slice word = {NULL, 0};
    for (struct slice rest = slice_trim(command); rest.len > 0; rest = slice_trim(rest)) {
        size_t end = 0;
        while (end < rest.len && !byte_is_blank(rest.at[end]) && !strchr("|;&<>()", rest.at[end]))
            end++;
        word = slice_cut(rest, 0, end);
        if (end == 0 || !memchr(word.at, '=', word.len))
            break;
        rest = slice_cut(rest, end, rest.len);
    }
    const char *slash = word.len ? memrchr(word.at, '/', word.len) : NULL;
    return slash ? slice_cut(word, (size_t)(slash + 1 - word.at), word.len) : word;
}

void child_tell(const char *command, int status, struct buffer *out)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return;
    struct slice name = name_of(slice_of(command));
    clean_text(out, slice_cut(name, 0, NAME_MOST));
    if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_UNKNOWN)
        buffer_add_text(out, ": not found");
    else if (WIFEXITED(status))
        buffer_addf(out, ": exit %d", WEXITSTATUS(status));
    else if (WIFSIGNALED(status))
        buffer_addf(out, ": ended by signal %d (%s)", WTERMSIG(status),
                    strsignal(WTERMSIG(status)));
}

bool child_file(struct slice text, struct buffer *path, struct error *e)
{
    static const char ending[] = "/folio-XXXXXX.txt";
    const char *folder = getenv("TMPDIR");
    buffer_clear(path);
    buffer_add_text(path, folder && *folder == '/' ? folder : "/tmp");
    buffer_add_text(path, ending);
    /* Made new, for the user alone; the name that it gets is written into the text. */
    int fd = mkostemps(path->at, (int)strlen(".txt"), O_CLOEXEC);
    if (fd < 0)
        return error_set(e, ERROR_INPUT, "%s: %s", buffer_text(path), strerror(errno));
    struct slice rest = text;
    while (rest.len > 0) {
        ssize_t n = write(fd, rest.at, rest.len);
        if (n < 0 && errno != EINTR)
            break;
        if (n > 0)
            rest = slice_cut(rest, (size_t)n, rest.len);
    }
    int problem = errno;
    if (close(fd) == 0 && rest.len == 0)
        return true;
    unlink(path->at);
    return error_set(e, ERROR_INPUT, "%s: %s", buffer_text(path), strerror(problem));
}

const char *child_editor(void)
{
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
    if (visual && *visual)
        return visual;
    return editor && *editor ? editor : "vi";
}
