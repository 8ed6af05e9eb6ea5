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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_every_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
