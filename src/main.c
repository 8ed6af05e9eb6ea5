/* SPDX-License-Identifier: MIT */
/* main: arguments to one command. */
#include "config.h"

#include <stdio.h>

int main(void)
{
    return printf("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION) < 0;
}
