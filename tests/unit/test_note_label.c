/* SPDX-License-Identifier: MIT */
/* Labels of notes. */
#include "outline/sections/note_label.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void reads_labels(void **state)
{
    static const struct {
        const char *text;
        enum note_style style; /* NOTE_STYLES: no label */
        unsigned number;
        const char *rest;
    } rows[] = {
        {"NOTE 1 - ORGANIZATION", NOTE_WORD, 1, "ORGANIZATION"},
        {"Note 12. Income Taxes", NOTE_WORD, 12, "Income Taxes"},
        {"Note 3:  Debt", NOTE_WORD, 3, "Debt"},
        {"Note 3", NOTE_WORD, 3, ""},
        {"NOTE 4 \xE2\x80\x94 Leases", NOTE_WORD, 4, "Leases"},
        {"Note\xC2\xA0"
         "5.\xC2\xA0Leases",
         NOTE_WORD, 5, "Leases"},
        {"Note (6) Leases", NOTE_WORD, 6, "Leases"},
        {"NOTE A -- BASIS", NOTE_WORD_LETTER, 1, "BASIS"},
        {"1. Organization", NOTE_STOP, 1, "Organization"},
        {"(1) Organization", NOTE_BRACKETS, 1, "Organization"},
        {"2) Debt", NOTE_BRACKET, 2, "Debt"},
        {"2 - Debt", NOTE_DASH, 2, "Debt"},
        {"2 Debt", NOTE_BARE, 2, "Debt"},
        {"B. Acquisitions", NOTE_LETTER, 2, "Acquisitions"},
        {"(C) Acquisitions", NOTE_LETTERS, 3, "Acquisitions"},
        /* None of these. */
        {"", NOTE_STYLES, 0, ""},
        {"Note", NOTE_STYLES, 0, ""},
        {"Notes 3 and 4", NOTE_STYLES, 0, ""},
        {"Note 7 to the financial statements", NOTE_STYLES, 0, ""},
        {"Note 7(a) describes", NOTE_STYLES, 0, ""},
        {"1.1 Definitions", NOTE_STYLES, 0, ""},
        {"1. of the plan", NOTE_STYLES, 0, ""},
        {"100. Debt", NOTE_STYLES, 0, ""},
        {"0. Debt", NOTE_STYLES, 0, ""},
        {"1998 Operations", NOTE_STYLES, 0, ""},
        {"A Acquisitions", NOTE_STYLES, 0, ""},
        {"10-K", NOTE_STYLES, 0, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct note_label label;
        bool read = note_label_read(slice_of(rows[i].text), &label);
        if (rows[i].style == NOTE_STYLES) {
            if (read)
                fail_msg("%s is no label", rows[i].text);
            continue;
        }
        if (!read || label.style != rows[i].style || label.number != rows[i].number ||
            !slice_equal(label.rest, slice_of(rows[i].rest)))
            fail_msg("%s is read as another label", rows[i].text);
    }
}

static void cuts_titles(void **state)
{
    (void)state;
    assert_true(slice_equal(note_label_title(SLICE("Inventories: These are stated at cost"), true),
                            SLICE("Inventories")));
    assert_true(
        slice_equal(note_label_title(SLICE("Debt - The Company has"), true), SLICE("Debt")));
    assert_true(slice_equal(note_label_title(SLICE("Long-Term Debt. The Company has"), true),
                            SLICE("Long-Term Debt")));
    assert_true(slice_equal(note_label_title(SLICE("Derivatives: Fair Value:"), false),
                            SLICE("Derivatives: Fair Value")));
    assert_true(slice_equal(note_label_title(SLICE(""), true), SLICE("")));
}

static void knows_words(void **state)
{
    (void)state;
    assert_true(note_label_is_known(SLICE("Commitments and Contingencies")));
    assert_true(note_label_is_known(SLICE("INCOME TAXES")));
    assert_false(note_label_is_known(SLICE("Widgets")));
    assert_false(note_label_is_known(SLICE("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_labels),
        cmocka_unit_test(cuts_titles),
        cmocka_unit_test(knows_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
