/* SPDX-License-Identifier: MIT */
/* A new file: whole under its name, or not there at all. */
#include "base/new_file.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "test_new_file.XXXXXX");
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return chdir("..") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

/* Writes a file in two pieces; 0, or what went wrong. */
static int write_file(const char *path, enum new_file_over over, const char *text)
{
    int problem = 0;
    struct new_file *f = new_file_open(path, over, &problem);
    assert_true((f == NULL) == (problem != 0));
    if (!f)
        return problem;
    new_file_add(f, slice_cut(slice_of(text), 0, 2));
    new_file_add(f, slice_cut(slice_of(text), 2, strlen(text)));
    assert_int_equal(new_file_size(f), strlen(text));
    return new_file_close(f, false);
}

static void check_text(const char *path, const char *want)
{
    char text[64] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    (void)fclose(file);
    assert_string_equal(text, want);
}

static void test_over(void **state)
{
    (void)state;
    assert_int_equal(write_file("plain", NEW_FILE_ONLY, "first"), 0);
    assert_int_equal(mkdir("below", 0755), 0);
    assert_int_equal(symlink("plain", "link"), 0);
    assert_int_equal(symlink("nowhere", "dead"), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    static const struct {
        const char *path;
        enum new_file_over over;
        int problem;
    } rows[] = {
        {"plain", NEW_FILE_ONLY, EEXIST},    {"link", NEW_FILE_ONLY, EEXIST},
        {"dead", NEW_FILE_ONLY, EEXIST},     {"below", NEW_FILE_ONLY, EISDIR},
        {"below", NEW_FILE_OVER, EISDIR},    {"below", NEW_FILE_HERE, EISDIR},
        {"pipe", NEW_FILE_OVER, ENOTSUP},    {"pipe", NEW_FILE_HERE, ENOTSUP},
        {"link", NEW_FILE_HERE, ELOOP},      {"dead", NEW_FILE_HERE, ELOOP},
        {"no/where", NEW_FILE_ONLY, ENOENT},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(write_file(rows[i].path, rows[i].over, "second"), rows[i].problem);
    check_text("plain", "first");
    assert_int_equal(write_file("plain", NEW_FILE_HERE, "second"), 0);
    check_text("plain", "second");
    assert_int_equal(write_file("link", NEW_FILE_OVER, "third"), 0);
    check_text("plain", "third");
    struct stat status;
    assert_true(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
    (void)unlink("plain");
    (void)unlink("link");
    (void)unlink("dead");
    (void)unlink("pipe");
    (void)rmdir("below");
}

/* What comes to be there while it is written is not written over. */
static void test_meanwhile(void **state)
{
    (void)state;
    int problem = 0;
    struct new_file *f = new_file_open("name", NEW_FILE_ONLY, &problem);
    assert_non_null(f);
    new_file_add(f, SLICE("mine"));
    assert_int_equal(write_file("name", NEW_FILE_ONLY, "other"), 0);
    assert_int_equal(new_file_close(f, true), EEXIST);
    check_text("name", "other");
    assert_int_equal(unlink("name"), 0);
}

static void test_modes(void **state)
{
    (void)state;
    struct stat status;
    mode_t mask = umask(027);
    assert_int_equal(write_file("name", NEW_FILE_ONLY, "text"), 0);
    assert_true(stat("name", &status) == 0 && (status.st_mode & 07777) == 0640);
    assert_int_equal(chmod("name", 0600), 0);
    assert_int_equal(write_file("name", NEW_FILE_OVER, "more"), 0);
    assert_true(stat("name", &status) == 0 && (status.st_mode & 07777) == 0600);
    assert_int_equal(chmod("name", 06711), 0); /* not the new text's */
    assert_int_equal(write_file("name", NEW_FILE_OVER, "more"), 0);
    assert_true(stat("name", &status) == 0 && (status.st_mode & 07777) == 0711);
    (void)umask(mask);
    assert_int_equal(unlink("name"), 0);
}

/* The folder is empty at the end, or remove_folder fails. */
static void test_drop(void **state)
{
    (void)state;
    int problem = 0;
    struct new_file *f = new_file_open("name", NEW_FILE_ONLY, &problem);
    assert_non_null(f);
    new_file_add(f, SLICE("half"));
    new_file_drop(f);
    new_file_drop(NULL);
    assert_int_equal(access("name", F_OK), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_over, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_meanwhile, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_modes, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_drop, make_folder, remove_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
