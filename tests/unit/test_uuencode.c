/* SPDX-License-Identifier: MIT */
/* Decoding uuencoded files, with the accidents that real filings have. */
#include "formats/uuencode.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void check(const char *text, const char *want, size_t len, bool ended)
{
    struct uuencode_head head;
    struct buffer out = {0};
    assert_true(uuencode_begin(slice_of(text), &head));
    struct slice data = slice_cut(slice_of(text), head.data, slice_of(text).len);
    assert_int_equal(uuencode_decode(data, &out), ended);
    assert_int_equal(out.len, len);
    if (len > 0)
        assert_memory_equal(out.at, want, len);
    assert_int_equal(uuencode_count(&data, (size_t)-1), len);
    assert_int_equal(data.len, 0);
    buffer_deinit(&out);
}

static void begin_line_gives_mode_and_name(void **state)
{
    struct uuencode_head head = {0};
    (void)state;
    assert_true(uuencode_begin(SLICE("\n\nbegin 644 a picture.gif \nM"), &head));
    assert_true(slice_equal(head.name, SLICE("a picture.gif")));
    assert_int_equal(head.data, 27);
    assert_true(uuencode_begin(SLICE("begin 0755 x"), &head));
    assert_int_equal(head.data, 12);
}

static void other_lines_begin_nothing(void **state)
{
    static const char *const lines[] = {"",          "begin",       "begin 644",   "begin 644 ",
                                        "begin 6 a", "begin the x", "begin 899 x", "Begin 644 x"};
    struct uuencode_head head;
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        assert_false(uuencode_begin(slice_of(lines[i]), &head));
}

static void lines_decode_by_their_count(void **state)
{
    (void)state;
    check("begin 644 a\n#0V%T\n`\nend\n", "Cat", 3, true);
    check("begin 644 a\r\n#0V%T\r\n \r\nend\r\n", "Cat", 3, true);
    check("begin 644 a\r#0V%T\r\rend\r", "Cat", 3, true);
    check("begin 644 a\n\"0V$\n`\nend", "Ca", 2, true);
    check("begin 644 a\n!0P\n#0V%T\n`\nend\n", "CCat", 4, true);
    check("begin 644 a\n`\nend\n", "", 0, true);
}

/* Blanks at the end of a line are lost in some files; grave and blank are both zero. */
static void short_lines_are_filled_with_zeros(void **state)
{
    (void)state;
    check("begin 644 a\n#\n`\nend\n", "\0\0\0", 3, true);
    check("begin 644 a\n#0V\n`\nend\n", "C\x60\0", 3, true);
    check("begin 644 a\n#````\n`\nend\n", "\0\0\0", 3, true);
    check("begin 644 a\n#    \n`\nend\n", "\0\0\0", 3, true);
    check("begin 644 a\n#0V%Txyz\n`\nend\n", "Cat", 3, true);
}

static void a_cut_file_gives_what_is_there(void **state)
{
    (void)state;
    check("begin 644 a\n#0V%T\n", "Cat", 3, false);
    check("begin 644 a\n#0V%T\nplain text\n#0V%T\n", "Cat", 3, false);
    check("begin 644 a\n", "", 0, false);
}

static void counting_goes_in_steps(void **state)
{
    struct slice data = SLICE("#0V%T\n#0V%T\n#0V%T\n`\nend\nmore\n");
    (void)state;
    assert_int_equal(uuencode_count(&data, 1), 3);
    assert_int_equal(uuencode_count(&data, 7), 6);
    assert_int_equal(uuencode_count(&data, 100), 0);
    assert_int_equal(data.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(begin_line_gives_mode_and_name),
        cmocka_unit_test(other_lines_begin_nothing),
        cmocka_unit_test(lines_decode_by_their_count),
        cmocka_unit_test(short_lines_are_filled_with_zeros),
        cmocka_unit_test(a_cut_file_gives_what_is_there),
        cmocka_unit_test(counting_goes_in_steps),
    };
    return cmocka_run_group_tests_name("uuencode", tests, NULL, NULL);
}
