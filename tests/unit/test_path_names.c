/* SPDX-License-Identifier: MIT */
/* Paths as they are shown. */
#include "ui/path_names.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

/* A message is as long as the path below the home folder, wherever that is; nothing of a name but
 * text is shown. */
static void test_shown(void **state)
{
    static const struct {
        const char *home, *path, *shown;
    } cases[] = {
        {"/home/ada", "/home/ada/a.txt", "~/a.txt"},
        {"/home/ada", "/home/adam/a.txt", "/home/adam/a.txt"},
        {"/home/ada", "/home/ada", "/home/ada"},
        {"/", "/a.txt", "/a.txt"},
        {NULL, "/home/ada/a.txt", "/home/ada/a.txt"},
        {"/home/ada", "a.txt", "a.txt"},
        {"/home/ada", "/home/ada/a\033[31mb", "~/a\xEF\xBF\xBD[31mb"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        assert_int_equal(cases[i].home ? setenv("HOME", cases[i].home, 1) : unsetenv("HOME"), 0);
        path_shown(slice_of(cases[i].path), &out);
        assert_string_equal(buffer_text(&out), cases[i].shown);
        buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
