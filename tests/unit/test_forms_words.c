/* SPDX-License-Identifier: MIT */
/* Labels made of the names of elements. */
#include "formats/forms/form_words.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void test_words(void **state)
{
    static const struct {
        const char *name, *words;
    } rows[] = {
        {"rptOwnerName", "Rpt Owner Name"},
        {"issuerCIK", "Issuer CIK"},
        {"issuerCik", "Issuer CIK"},
        {"CIKNumber", "CIK Number"},
        {"period10Yr", "Period 10 Yr"},
        {"street1", "Street 1"},
        {"Security12bTitle", "Security 12b Title"},
        {"form13FFileNumber", "Form 13F File Number"},
        {"snake_case-name.x", "Snake Case Name X"},
        {"_", ""},
        {"", ""},
        {"a", "A"},
        {"ABC", "ABC"},
        {"caf\xC3\xA9"
         "Bar",
         "Caf\xC3\xA9"
         "Bar"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer words;
        buffer_init(&words);
        form_words_add(&words, slice_of(rows[i].name));
        assert_string_equal(buffer_text(&words), rows[i].words);
        buffer_deinit(&words);
    }
}

static void test_more_words(void **state)
{
    struct buffer words;
    (void)state;
    buffer_init(&words);
    form_words_add(&words, SLICE("ownerId"));
    form_words_add(&words, SLICE("value"));
    assert_string_equal(buffer_text(&words), "Owner ID Value");
    buffer_deinit(&words);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_more_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
