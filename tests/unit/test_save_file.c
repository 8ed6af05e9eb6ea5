/* SPDX-License-Identifier: MIT */
/* Files: what is there already stays, and nothing half-written does. */
#include "ui/taking/save_file.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static char folder[64];
static struct errands *errands;

static int make_folder(void **state)
{
    (void)state;
    (void)snprintf(folder, sizeof folder, "test_save_file.XXXXXX");
    if (!mkdtemp(folder) || chdir(folder) != 0)
        return -1;
    errands = errands_start();
    return errands ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    errands_end(errands);
    return chdir("..") == 0 && rmdir(folder) == 0 ? 0 : -1;
}

static void check_text(const char *path, const char *want)
{
    char text[256] = "";
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(text, 1, sizeof text - 1, file);
    (void)fclose(file);
    text[len] = '\0';
    assert_string_equal(text, want);
}

/* The files of the folder, by their number. */
static void check_files(size_t want)
{
    size_t count = 0;
    DIR *d = opendir(".");
    assert_non_null(d);
    for (struct dirent *entry; (entry = readdir(d));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(d);
    assert_int_equal(count, want);
}

static void test_path(void **state)
{
    static const struct {
        const char *typed, *path;
    } cases[] = {{"a.txt", "a.txt"},
                 {"  a b.txt ", "a b.txt"},
                 {"~/x", "/home/of/x"},
                 {"~", "/home/of"},
                 {"a~", "a~"},
                 {"~nobody-of-that-name/x", "~nobody-of-that-name/x"},
                 {"", ""}};
    (void)state;
    assert_int_equal(setenv("HOME", "/home/of", 1), 0);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer path = {0};
        save_file_path(slice_of(cases[i].typed), &path);
        assert_string_equal(buffer_text(&path), cases[i].path);
        buffer_deinit(&path);
    }
}

static void test_new_and_over(void **state)
{
    struct error e = {0};
    struct stat about;
    (void)state;
    (void)umask(022);
    assert_false(save_file_exists("a.txt"));
    assert_true(save_file_write(errands, "a.txt", SLICE("one\n"), false, &e));
    check_text("a.txt", "one\n");
    assert_int_equal(stat("a.txt", &about), 0);
    assert_int_equal(about.st_mode & 07777, 0644);
    assert_true(save_file_exists("a.txt"));
    assert_false(save_file_write(errands, "a.txt", SLICE("two\n"), false, &e));
    assert_string_equal(e.message, "a.txt: File exists");
    check_text("a.txt", "one\n");
    assert_int_equal(chmod("a.txt", 0600), 0);
    assert_true(save_file_write(errands, "a.txt", SLICE("two\n"), true, &e));
    check_text("a.txt", "two\n");
    assert_int_equal(stat("a.txt", &about), 0);
    assert_int_equal(about.st_mode & 07777, 0600);
    check_files(1);
    assert_int_equal(unlink("a.txt"), 0);
}

/* One that comes to be there while another is written, by another reader. */
static void test_came_between(void **state)
{
    struct error e = {0};
    (void)state;
    struct save_file *f = save_file_open(errands, "b.txt", false, &e);
    assert_non_null(f);
    save_file_add(f, SLICE("mine"));
    struct errands *others = errands_start();
    assert_true(save_file_write(others, "b.txt", SLICE("theirs"), false, &e));
    errands_end(others);
    assert_false(save_file_close(f, NULL, &e));
    assert_string_equal(e.message, "b.txt: File exists");
    check_text("b.txt", "theirs");
    check_files(1);
    assert_int_equal(unlink("b.txt"), 0);
}

static void test_dropped(void **state)
{
    struct error e = {0};
    (void)state;
    struct save_file *f = save_file_open(errands, "c.txt", false, &e);
    assert_non_null(f);
    save_file_add(f, SLICE("half"));
    save_file_drop(f);
    save_file_drop(NULL);
    check_files(0);
}

/* One is saved at a time: another gives it up. */
static void test_given_up(void **state)
{
    struct error e = {0};
    (void)state;
    struct save_file *f = save_file_open(errands, "e.txt", false, &e);
    assert_non_null(f);
    save_file_add(f, SLICE("first"));
    struct save_file *g = save_file_open(errands, "f.txt", false, &e);
    assert_non_null(g);
    save_file_add(f, SLICE("first"));
    save_file_add(g, SLICE("second"));
    assert_false(save_file_close(f, NULL, &e));
    assert_string_equal(e.message, "e.txt: given up for another file");
    assert_true(save_file_close(g, NULL, &e));
    check_text("f.txt", "second");
    check_files(1);
    assert_int_equal(unlink("f.txt"), 0);
}

static void test_without_helper(void **state)
{
    struct error e = {0};
    (void)state;
    assert_false(save_file_write(NULL, "g.txt", SLICE("x"), false, &e));
    assert_non_null(strstr(e.message, "g.txt: not saved"));
    check_files(0);
}

/* Through a link to what it leads to; the link stays. */
static void test_link(void **state)
{
    struct error e = {0};
    struct stat about;
    (void)state;
    assert_true(save_file_write(errands, "real", SLICE("old"), false, &e));
    assert_int_equal(symlink("real", "link"), 0);
    assert_true(save_file_write(errands, "link", SLICE("new"), true, &e));
    assert_int_equal(lstat("link", &about), 0);
    assert_true(S_ISLNK(about.st_mode));
    check_text("real", "new");
    check_files(2);
    unlink("real");
    unlink("link");
}

static void test_refused(void **state)
{
    static const struct {
        const char *path, *message;
    } cases[] = {{".", ".: Is a directory"},
                 {"none/x.txt", "none/x.txt: No such file or directory"},
                 {"/dev/null", "/dev/null: not a plain file"},
                 {"", "a file name is needed"}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct error e = {0};
        assert_false(save_file_write(errands, cases[i].path, SLICE("x"), true, &e));
        assert_string_equal(e.message, cases[i].message);
    }
    check_files(0);
}

/* More than the process may write. */
static void test_full(void **state)
{
    struct error e = {0};
    struct rlimit before, small;
    struct sigaction old, ignore = {.sa_handler = SIG_IGN};
    struct buffer text = {0};
    (void)state;
    buffer_add_fill(&text, 'x', 100000);
    sigaction(SIGXFSZ, &ignore, &old);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 5000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct errands *limited = errands_start();
    bool good = save_file_write(limited, "d.txt", buffer_slice(&text), false, &e);
    errands_end(limited);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    sigaction(SIGXFSZ, &old, NULL);
    assert_false(good);
    assert_string_equal(e.message, "d.txt: File too large");
    check_files(0);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_path),           cmocka_unit_test(test_new_and_over),
        cmocka_unit_test(test_came_between),   cmocka_unit_test(test_dropped),
        cmocka_unit_test(test_link),           cmocka_unit_test(test_refused),
        cmocka_unit_test(test_full),           cmocka_unit_test(test_given_up),
        cmocka_unit_test(test_without_helper),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
