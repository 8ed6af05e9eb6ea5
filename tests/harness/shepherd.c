/* SPDX-License-Identifier: MIT */
/* Job control for one program. */
#include "harness/shepherd.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LAST_PATIENCE = 20 /* seconds that a program has to end when its terminal is gone */ };

static volatile sig_atomic_t program, stopped;

/* A shell passes it on to its jobs; and nothing that tests start may stay for ever. */
static void on_hangup(int signal)
{
    (void)signal;
    kill(-(pid_t)program, SIGHUP);
    /* Only then: one that runs may be under the leak check, which SIGCONT would stall. */
    if (stopped)
        kill(-(pid_t)program, SIGCONT);
    alarm(LAST_PATIENCE);
}

static void on_alarm(int signal)
{
    (void)signal;
    kill(-(pid_t)program, SIGKILL);
}

static _Noreturn void become_program(const struct shepherd_job *job)
{
    setpgid(0, 0);
    tcsetpgrp(STDIN_FILENO, getpid());
    for (int i = 1; i < NSIG; i++)
        if (i != SIGKILL && i != SIGSTOP)
            (void)signal(i, SIG_DFL);
    if (job->input >= 0)
        dup2(job->input, STDIN_FILENO);
    for (int fd = 3; fd < 256; fd++)
        close(fd);
    execve(job->argv[0], job->argv, job->environment);
    (void)fprintf(stderr, "%s: %s\n", job->argv[0], strerror(errno));
    _exit(127);
}

bool shepherd_is_cooked(const struct termios *modes)
{
    return (modes->c_lflag & ICANON) && (modes->c_lflag & ECHO) && (modes->c_lflag & ISIG);
}

static void report(const struct shepherd_job *job, enum shepherd_kind kind, int status)
{
    struct shepherd_report r;
    struct termios modes;
    memset(&r, 0, sizeof r);
    r.cooked = tcgetattr(STDIN_FILENO, &modes) == 0 && shepherd_is_cooked(&modes);
    r.kind = kind;
    r.program = (pid_t)program;
    r.status = status;
    if (write(job->reports, &r, sizeof r) != (ssize_t)sizeof r)
        kill(-(pid_t)program, SIGKILL);
}

/* The program has stopped: the terminal is the shepherd's until he is told to go on. */
static void rest(const struct shepherd_job *job, int status)
{
    tcsetpgrp(STDIN_FILENO, getpgrp());
    stopped = 1;
    report(job, SHEPHERD_STOPPED, status);
    char command = 0;
    while (read(job->commands, &command, 1) < 0 && errno == EINTR)
        continue;
    if (command != SHEPHERD_CONTINUE_BEHIND)
        tcsetpgrp(STDIN_FILENO, (pid_t)program);
    stopped = 0;
    kill(-(pid_t)program, SIGCONT);
}

static void handle(int number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

_Noreturn void shepherd_run(const struct shepherd_job *job)
{
    static const int ignored[] = {SIGTTOU, SIGTTIN, SIGTSTP, SIGINT, SIGQUIT, SIGPIPE};
    for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
        handle(ignored[i], SIG_IGN);
    pid_t pid = fork();
    if (pid == 0)
        become_program(job);
    if (pid < 0)
        _exit(126);
    program = pid;
    handle(SIGHUP, on_hangup);
    handle(SIGALRM, on_alarm);
    setpgid(pid, pid);
    tcsetpgrp(STDIN_FILENO, pid);
    if (job->input >= 0)
        close(job->input);
    report(job, SHEPHERD_STARTED, 0);
    for (;;) {
        int status;
        if (waitpid(pid, &status, WUNTRACED) < 0) {
            if (errno == EINTR)
                continue;
            _exit(126);
        }
        if (WIFSTOPPED(status)) {
            rest(job, status);
            continue;
        }
        report(job, SHEPHERD_ENDED, status);
        _exit(0);
    }
}
