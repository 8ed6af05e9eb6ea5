/* SPDX-License-Identifier: MIT */
/* Bytes from files, pipes and memory, and what is said of those that cannot be read. */
#include "input/input.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file of the test's own below the folder it runs in. */
static const char *write_file(const char *name, const char *text, size_t len)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
    return name;
}

static void check_fails(const char *path, const char *message)
{
    struct error e = {0};
    assert_null(input_open(path, &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    assert_string_equal(e.message, message);
}

static void a_file_is_read(void **state)
{
    (void)state;
    struct error e = {0};
    const char *name = write_file("test_input.tmp", "some bytes", 10);
    struct input *input = input_open(name, &e);
    assert_non_null(input);
    assert_true(slice_equal(input_bytes(input), SLICE("some bytes")));
    assert_string_equal(input_name(input), name);
    input_close(input);
    unlink(name);
}

static void an_empty_file_has_no_bytes(void **state)
{
    (void)state;
    struct error e = {0};
    const char *name = write_file("test_input_empty.tmp", "", 0);
    struct input *input = input_open(name, &e);
    assert_non_null(input);
    assert_int_equal(input_bytes(input).len, 0);
    input_close(input);
    unlink(name);
}

/* Somebody cuts the file while it is open: what is gone reads as line ends, the
 * rest as before. */
static void a_file_that_is_cut_is_read_on(void **state)
{
    (void)state;
    struct error e = {0};
    size_t page = (size_t)sysconf(_SC_PAGESIZE), size = 9 * page + 10;
    char *text = malloc(size);
    assert_non_null(text);
    memset(text, 'x', size);
    const char *name = write_file("test_input_cut.tmp", text, size);
    struct input *other = input_open(name, &e), *input = input_open(name, &e);
    assert_non_null(input);
    assert_non_null(other);
    struct slice bytes = input_bytes(input);
    assert_int_equal(bytes.at[size - 1], 'x');
    assert_int_equal(truncate(name, (off_t)(2 * page)), 0);
    assert_false(input_is_cut(input));
    assert_int_equal(bytes.at[2 * page - 1], 'x');
    assert_false(input_is_cut(input));
    for (size_t i = 2 * page; i < size; i += 100)
        assert_int_equal(bytes.at[i], '\n');
    assert_true(input_is_cut(input));
    assert_false(input_is_cut(other));
    input_close(other);
    assert_int_equal(bytes.at[size - 1], '\n');
    input_close(input);
    unlink(name);
    free(text);
}

static void what_cannot_be_read_is_said(void **state)
{
    (void)state;
    check_fails("no/such/file", "no such file");
    check_fails(".", "is a directory");
    check_fails("/dev/null", "is a device, not a file");
}

static void permission_is_asked(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip(); /* root may read all */
    const char *name = write_file("test_input_closed.tmp", "x", 1);
    assert_int_equal(chmod(name, 0), 0);
    check_fails(name, "permission denied");
    unlink(name);
}

static void release_keeps_the_bytes(void **state)
{
    (void)state;
    struct error e = {0};
    const size_t len = 100000;
    char *text = malloc(len);
    assert_non_null(text);
    for (size_t i = 0; i < len; i++)
        text[i] = (char)('a' + i % 26);
    struct input *input = input_open(write_file("test_input_large.tmp", text, len), &e);
    assert_non_null(input);
    input_release(input, 0, len);
    input_release(input, 5, 6);
    input_release(input, 6, 5);
    input_release(input, 10, len + 1);
    assert_memory_equal(input_bytes(input).at, text, len);
    input_close(input);
    free(text);
    unlink("test_input_large.tmp");
}

/* Runs the body with `fd` as standard input. */
static struct input *open_standard(int fd)
{
    struct error e = {0};
    int old = dup(STDIN_FILENO);
    assert_true(dup2(fd, STDIN_FILENO) >= 0);
    struct input *input = input_open("-", &e);
    if (old >= 0) {
        dup2(old, STDIN_FILENO);
        close(old);
    }
    close(fd);
    return input;
}

static void standard_input_is_a_pipe(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], "through a pipe", 14), 14);
    close(ends[1]);
    struct input *input = open_standard(ends[0]);
    assert_non_null(input);
    assert_true(slice_equal(input_bytes(input), SLICE("through a pipe")));
    assert_string_equal(input_name(input), "-");
    input_release(input, 0, 14);
    assert_true(slice_equal(input_bytes(input), SLICE("through a pipe")));
    input_close(input);
}

/* What somebody else has read of a file on standard input does not come again. */
static void standard_input_is_the_rest_of_a_file(void **state)
{
    (void)state;
    int fd = open(write_file("test_input_rest.tmp", "one two", 7), O_RDONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(lseek(fd, 4, SEEK_SET), 4);
    struct input *input = open_standard(fd);
    assert_non_null(input);
    assert_true(slice_equal(input_bytes(input), SLICE("two")));
    input_close(input);
    unlink("test_input_rest.tmp");
}

static void bytes_can_be_an_input(void **state)
{
    (void)state;
    struct input *input = input_from_bytes("name", SLICE("bytes"));
    assert_true(slice_equal(input_bytes(input), SLICE("bytes")));
    assert_string_equal(input_name(input), "name");
    input_release(input, 0, 5);
    input_close(input);
    input_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_read),
        cmocka_unit_test(an_empty_file_has_no_bytes),
        cmocka_unit_test(a_file_that_is_cut_is_read_on),
        cmocka_unit_test(what_cannot_be_read_is_said),
        cmocka_unit_test(permission_is_asked),
        cmocka_unit_test(release_keeps_the_bytes),
        cmocka_unit_test(standard_input_is_a_pipe),
        cmocka_unit_test(standard_input_is_the_rest_of_a_file),
        cmocka_unit_test(bytes_can_be_an_input),
    };
    return cmocka_run_group_tests_name("input", tests, NULL, NULL);
}
