/* SPDX-License-Identifier: MIT */
/* Both sides on OpenBSD: unveil for files, pledge for calls. */
#include "guard/fence.h"

#ifdef __OpenBSD__

#include <stddef.h>
#include <unistd.h>

bool fence_files(const char *folder)
{
    if (folder)
        (void)unveil(folder, "rwc");
    (void)unveil("/dev/tty", "rw");
    return unveil("/", "r") == 0 && unveil(NULL, NULL) == 0;
}

/* Reading, writing in the folder with its lock, the home folder of a user, the terminal; "proc" for
 * the process group in front of it, and so fork, but no program to run. With "error" what is not
 * promised fails, where it would end the process else. */
bool fence_calls(void)
{
    return pledge("stdio rpath wpath cpath flock getpw tty proc error", NULL) == 0;
}

#endif
