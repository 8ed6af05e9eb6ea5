/* SPDX-License-Identifier: MIT */
/* Text from anywhere: what comes out is UTF-8 and commands no terminal. */
#include "base/clean.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define MARK "\xEF\xBF\xBD" /* U+FFFD */

static void test_rows(void **state)
{
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"", ""},
        {"plain text", "plain text"},
        {"caf\xC3\xA9 \xE2\x82\xAC", "caf\xC3\xA9 \xE2\x82\xAC"},
        {"caf\xE9", "caf\xC3\xA9"},                              /* Windows-1252 */
        {"\x93q\x94", "\xE2\x80\x9Cq\xE2\x80\x9D"},              /* its quotes */
        {"a\x81z", "a" MARK "z"},                                /* unassigned there */
        {"a\033]0;x\007b", "a" MARK "]0;x" MARK "b"},            /* C0 */
        {"a\nb\tc\rd\x7F", "a" MARK "b" MARK "c" MARK "d" MARK}, /* line ends, DEL */
        {"a\xC2\x9Bm", "a" MARK "m"},                            /* C1 as UTF-8 */
        {"a\x9Bm", "a\xE2\x80\xBAm"},                            /* as a byte it is a mark */
        {"a\xE2\x80\xAEtxt", "a" MARK "txt"},                    /* turns the direction */
        {"a\xEF\xBF\xBD", "a" MARK},
        {"\xE2\x82", "\xC3\xA2\xE2\x80\x9A"}, /* a character that was cut */
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        clean_text(&out, slice_of(rows[i].text));
        assert_string_equal(buffer_text(&out), rows[i].want);
        buffer_deinit(&out);
    }
}

static void test_every_byte(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        struct buffer out = {0};
        char c = (char)byte;
        buffer_add_text(&out, "kept:");
        clean_text(&out, (struct slice){&c, 1});
        assert_true(slice_starts(buffer_slice(&out), SLICE("kept:")));
        assert_true(out.len > 5 && utf8_valid(buffer_slice(&out)));
        for (size_t i = 5; i < out.len; i++)
            assert_true((unsigned char)out.at[i] >= 0x20 && out.at[i] != 0x7F);
        buffer_deinit(&out);
    }
}

/* What is told to be plain stays as it is, and all that is cleaned, cleaned again. */
static void test_plain(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        struct buffer once = {0}, twice = {0};
        char text[4] = {'a', (char)byte, 'b', (char)byte};
        struct slice all = {text, sizeof text};
        clean_text(&once, all);
        clean_text(&twice, buffer_slice(&once));
        assert_int_equal(clean_is_plain(all), byte >= ' ' && byte <= '~');
        assert_true(!clean_is_plain(all) || slice_equal(buffer_slice(&once), all));
        assert_true(slice_equal(buffer_slice(&once), buffer_slice(&twice)));
        buffer_deinit(&once);
        buffer_deinit(&twice);
    }
    assert_true(clean_is_plain((struct slice){NULL, 0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_every_byte),
        cmocka_unit_test(test_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
