/* SPDX-License-Identifier: MIT */
/* The terms that may be meant at a place: runs of capitalised words and their parts, folded. */
#include "outline/definitions/definition_terms.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_fold(void **state)
{
    (void)state;
    static const struct {
        const char *term, *folded;
    } rows[] = {
        {"Senior Notes", "senior note"},
        {"Note", "note"},
        {"  Permitted \n Liens, ", "permitted lien"},
        {"Subsidiaries", "subsidiary"},
        {"Losses", "loss"},
        {"Loss", "loss"},
        {"Taxes", "tax"},
        {"Business", "business"},
        {"Company\xE2\x80\x99s Notes", "company's note"},
        {"Net\xC2\xA0Income", "net income"},
        {"Event\xE2\x80\x91of Default", "event-of default"},
        {"EBITDA", "ebitda"},
        {"", ""},
        {"S", "s"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer out = {0};
        definition_terms_fold(&out, slice_of(rows[i].term));
        assert_string_equal(buffer_text(&out), rows[i].folded);
        buffer_deinit(&out);
    }
}

/* The terms at the '^' in the text, with a stroke between. */
static void check_around(const char *marked, const char *expected)
{
    struct definition_terms t;
    struct buffer text = {0}, got = {0};
    size_t at = 0;
    for (size_t i = 0; marked[i]; i++)
        if (marked[i] == '^')
            at = i;
        else
            buffer_add_byte(&text, marked[i]);
    definition_terms_init(&t);
    definition_terms_around(&t, buffer_slice(&text), at);
    for (size_t i = 0; i < t.count; i++) {
        buffer_add_text(&got, i > 0 ? "|" : "");
        buffer_add(&got, t.printed[i]);
    }
    assert_string_equal(buffer_text(&got), expected);
    definition_terms_deinit(&t);
    buffer_deinit(&text);
    buffer_deinit(&got);
}

static void test_around(void **state)
{
    (void)state;
    check_around("holders of ^Notes shall", "Notes");
    check_around("any Permitted Senior ^Notes of it",
                 "Permitted Senior Notes|Senior Notes|Notes|Permitted Senior|Senior|Permitted");
    check_around("any ^Permitted Liens.", "Permitted Liens|Permitted|Liens");
    check_around("an Event ^of Default occurs", "Event of Default|Event|Default");
    check_around("an Event of De^fault occurs", "Event of Default|Default|Event");
    check_around("the ^interest on", "interest");
    check_around("the \"^Company\")", "Company");
    check_around("the U.S. ^Borrower and", "U.S. Borrower|Borrower|U.S.");
    check_around("Net\xC2\xA0^Income was", "Net\xC2\xA0Income|Income|Net");
    check_around("^", "");
    check_around("... ^...", "");
    /* Cells are apart. */
    check_around("Total ^Debt\tSenior Notes", "Total Debt|Debt|Total");
}

static void test_typed(void **state)
{
    (void)state;
    struct definition_terms t;
    definition_terms_init(&t);
    definition_terms_typed(&t, SLICE("  senior secured notes "));
    assert_true(t.count >= 3);
    assert_true(slice_equal(t.folded[0], SLICE("senior secured note")));
    assert_true(slice_equal(t.printed[0], SLICE("senior secured notes")));
    assert_true(slice_equal(t.folded[1], SLICE("secured note")));
    definition_terms_deinit(&t);
    definition_terms_init(&t);
    definition_terms_typed(&t, SLICE("   "));
    assert_int_equal(t.count, 0);
    definition_terms_deinit(&t);
}

/* Text of a thousand capitalised words takes neither long nor room. */
static void test_hostile(void **state)
{
    (void)state;
    struct definition_terms t;
    struct buffer text = {0};
    for (int i = 0; i < 1000; i++)
        buffer_add_text(&text, "Word ");
    buffer_add_fill(&text, 'X', 100000);
    definition_terms_init(&t);
    definition_terms_around(&t, buffer_slice(&text), 2500);
    definition_terms_around(&t, buffer_slice(&text), text.len - 10);
    definition_terms_around(&t, buffer_slice(&text), text.len + 10);
    assert_true(t.count <= DEFINITION_TERMS);
    definition_terms_deinit(&t);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fold), cmocka_unit_test(test_around),
                                       cmocka_unit_test(test_typed),
                                       cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
