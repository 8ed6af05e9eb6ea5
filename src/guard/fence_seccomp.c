/* SPDX-License-Identifier: MIT */
/*
 * Calls, on Linux: a seccomp filter that refuses what a reader of files never does.
 *
 * It names what is refused rather than what is allowed: libraries of another version may make other
 * calls, and a reader that stops working is no safer one. Landlock knows paths; here are the rights
 * that have none, and those of files that Landlock leaves alone (modes, owners, times).
 */
#include "guard/fence.h"

#if defined __linux__ && defined FOLIO_SECCOMP

#include "base/memory.h"

#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { TO_BUILD = 1024 * 1024 /* bytes; a filter takes much less */ };

/* A kernel or library that does not know a name has no such call to be refused. */
static const char *const refused[] = {
    /* other programs, and other processes */
    "execve",
    "execveat",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "kcmp",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
#ifndef FOLIO_SANITIZED /* its leak checker looks at the process from one that it starts */
    "fork",
    "vfork",
    "clone",
    "clone3",
    "ptrace",
#endif
    /* the network, and other ways to talk */
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "socketcall",
    "mq_open",
    "msgget",
    "semget",
    "shmget",
    "ipc",
    /* what files are, but for what is in them */
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "chown",
    "fchown",
    "lchown",
    "fchownat",
    "setxattr",
    "lsetxattr",
    "fsetxattr",
    "setxattrat",
    "removexattr",
    "lremovexattr",
    "fremovexattr",
    "removexattrat",
    "utime",
    "utimes",
    "futimesat",
    "utimensat",
    "truncate",
    "open_by_handle_at",
    /* what the file system is */
    "mount",
    "umount",
    "umount2",
    "pivot_root",
    "chroot",
    "move_mount",
    "open_tree",
    "fsopen",
    "fsconfig",
    "fsmount",
    "fspick",
    "mount_setattr",
    "quotactl",
    "quotactl_fd",
    "swapon",
    "swapoff",
    "fanotify_init",
    /* the kernel, and what of it is seldom used and often wrong */
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "keyctl",
    "add_key",
    "request_key",
    "setns",
    "unshare",
    "personality",
    "modify_ldt",
    "iopl",
    "ioperm",
    "vmsplice",
    "syslog",
    "acct",
    "reboot",
    "uselib",
    "lookup_dcookie",
};

static void refuse(scmp_filter_ctx filter, const char *name)
{
    int call = seccomp_syscall_resolve_name(name);
    if (call != __NR_SCMP_ERROR)
        (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
}

/* Refuses a call when an argument is as told. */
static void refuse_when(scmp_filter_ctx filter, const char *name, struct scmp_arg_cmp argument)
{
    int call = seccomp_syscall_resolve_name(name);
    if (call != __NR_SCMP_ERROR)
        (void)seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, 1, &argument);
}

/* Calls that are needed, but not with all arguments: signals to others than the process itself and
 * its group, keys put into the terminal as if typed, limits of others. */
static void refuse_some(scmp_filter_ctx filter)
{
    static const unsigned long controls[] = {TIOCSTI, TIOCSETD, TIOCCONS, 0x541C /* TIOCLINUX */};
    scmp_datum_t self = (scmp_datum_t)getpid();
    refuse_when(filter, "kill", SCMP_A0(SCMP_CMP_NE, 0, 0));
    refuse_when(filter, "tkill", SCMP_A0(SCMP_CMP_NE, self, 0));
    refuse_when(filter, "tgkill", SCMP_A0(SCMP_CMP_NE, self, 0));
    refuse_when(filter, "prlimit64", SCMP_A0(SCMP_CMP_NE, 0, 0));
    /* The kernel looks at the low half of the number only. */
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        refuse_when(filter, "ioctl", SCMP_A1(SCMP_CMP_MASKED_EQ, 0xFFFFFFFF, controls[i]));
}

bool fence_calls(void)
{
    /* Without memory the library leaves rules out, or crashes. */
    memory_make_sure(TO_BUILD);
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (!filter)
        return false;
    /* A call by another way in, as of 32 bits, is refused as well, not ended. */
    (void)seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(EPERM));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        refuse(filter, refused[i]);
    refuse_some(filter);
    bool good = seccomp_load(filter) == 0;
    seccomp_release(filter);
    return good;
}

#endif
