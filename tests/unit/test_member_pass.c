/* SPDX-License-Identifier: MIT */
/* Members by name: in the order of their archive, in another, twice, and none at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input/member_pass.h"
#include "unit/made_archive.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define ARCHIVE "test_member_pass.tar.gz"
#define OTHER "test_member_pass.tar"

static void write_archive(const char *path, const char *filter, const char *word)
{
    static const char *const names[] = {"a.txt", "b.txt", "d/c.txt", "b.txt"};
    struct made_archive m;
    struct buffer bytes = {0}, text = {0};
    assert_true(made_begin(&m, MADE_TAR, filter, NULL));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        buffer_clear(&text);
        buffer_addf(&text, "%s %zu\n", word, i);
        made_add(&m, names[i], buffer_slice(&text));
    }
    made_end(&m, &bytes);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
    buffer_deinit(&bytes);
    buffer_deinit(&text);
}

static void test_order(void **state)
{
    static const struct {
        const char *path, *want; /* the text, or a part of what is wrong */
    } rows[] = {
        {ARCHIVE "//a.txt", "one 0\n"},    {ARCHIVE "//b.txt", "one 1\n"},
        {ARCHIVE "//b.txt", "one 3\n"},    {ARCHIVE "//d/c.txt", "one 2\n"},
        {OTHER "//d/c.txt", "two 2\n"},    {OTHER "//none", "no such member"},
        {OTHER "//a.txt", "two 0\n"},      {"no//a.txt", "no such file"},
        {ARCHIVE "//b.txt", "one 1\n"},    {ARCHIVE, "is an archive"},
        {ARCHIVE "//d//c.txt", "no such"}, {ARCHIVE "//d/c.txt", "one 2\n"},
    };
    struct member_pass pass = {0};
    (void)state;
    write_archive(ARCHIVE, "gzip", "one");
    write_archive(OTHER, "none", "two");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error e = {0};
        struct input *input = member_pass_take(&pass, rows[i].path, &e);
        struct slice want = slice_of(rows[i].want);
        struct slice got = input ? input_bytes(input) : slice_of(e.message);
        if (slice_find(got, want) == got.len)
            fail_msg("%s: %.*s", rows[i].path, (int)got.len, got.at);
        input_close(input);
    }
    member_pass_end(&pass);
    unlink(ARCHIVE);
    unlink(OTHER);
}

static void test_is(void **state)
{
    (void)state;
    write_archive(OTHER, "none", "two");
    assert_true(member_pass_is(OTHER "//a.txt"));
    assert_true(member_pass_is(OTHER "//none"));
    assert_false(member_pass_is(OTHER));
    assert_false(member_pass_is(".//" OTHER)); /* a file by another path */
    assert_false(member_pass_is("none//a.txt"));
    unlink(OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
