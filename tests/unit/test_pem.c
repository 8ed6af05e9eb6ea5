/* SPDX-License-Identifier: MIT */
/* Armour: where the filing begins in it, and lines that were escaped. */
#include "formats/pem.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define ARMOUR                                                                                     \
    "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n"                                                   \
    "Proc-Type: 2001,MIC-CLEAR\n"                                                                  \
    "MIC-Info: RSA-MD5,RSA,\n"                                                                     \
    " abcd==\n"

static void check_body(const char *text, const char *body)
{
    struct slice s = slice_of(text);
    assert_true(pem_begins(s));
    assert_string_equal(text + pem_body(s), body);
}

static void body_follows_the_empty_line(void **state)
{
    (void)state;
    check_body(ARMOUR "\n<SEC-DOCUMENT>x\n", "<SEC-DOCUMENT>x\n");
    check_body(ARMOUR "\nplain\n", "plain\n");
    check_body(ARMOUR "<SEC-DOCUMENT>x\n", "<SEC-DOCUMENT>x\n");
    check_body("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\r\nA: b\r\n\r\nx", "x");
    check_body("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\rA: b\r\rx", "x");
    check_body(ARMOUR, "");
}

static void other_lines_are_no_armour(void **state)
{
    (void)state;
    assert_false(pem_begins(SLICE("-----BEGIN PRIVACY")));
    assert_false(pem_begins(SLICE("<title>-----BEGIN PRIVACY-ENHANCED MESSAGE-----</title>")));
    assert_true(pem_ends(SLICE("-----END PRIVACY-ENHANCED MESSAGE-----")));
    assert_false(pem_ends(SLICE("- -----END PRIVACY-ENHANCED MESSAGE-----")));
}

static void escaped_lines_lose_two_bytes(void **state)
{
    static const struct {
        const char *line;
        const char *want;
    } cases[] = {
        {"- -----", "-----"}, {"- --", "--"}, {"- -", "-"}, {"- a", "- a"},
        {"-----", "-----"},   {"", ""},       {"- ", "- "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true(slice_equal(pem_unescape(slice_of(cases[i].line)), slice_of(cases[i].want)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(body_follows_the_empty_line),
        cmocka_unit_test(other_lines_are_no_armour),
        cmocka_unit_test(escaped_lines_lose_two_bytes),
    };
    return cmocka_run_group_tests_name("pem", tests, NULL, NULL);
}
