/* SPDX-License-Identifier: MIT */
/* The sides of the fence that a system does not have. */
#include "guard/fence.h"

#if !defined __linux__ && !defined __OpenBSD__
bool fence_files(const char *folder)
{
    (void)folder;
    return false;
}
#endif

#if !(defined __linux__ && defined FOLIO_SECCOMP) && !defined __OpenBSD__
bool fence_calls(void)
{
    return false;
}
#endif
