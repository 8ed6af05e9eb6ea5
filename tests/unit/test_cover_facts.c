/* SPDX-License-Identifier: MIT */
/* The cover page facts of inline XBRL. */
#include "model/cover_facts.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define FACT(name, text) "<ix:nonNumeric id=\"a\" name=\"dei:" name "\">" text "</ix:nonNumeric>"

static void check(const char *text, const char *form, const char *period, const char *name,
                  const char *cik)
{
    struct identity identity = {.announced = -1};
    struct arena arena;
    arena_init(&arena);
    cover_facts_read(&identity, &arena, slice_of(text));
    assert_true(slice_equal(identity.form, slice_of(form)));
    assert_true(slice_equal(identity.period, slice_of(period)));
    assert_int_equal(identity.parties.count, *name ? 1 : 0);
    if (*name) {
        assert_true(slice_equal(identity.parties.at[0].name, slice_of(name)));
        assert_true(slice_equal(identity.parties.at[0].cik, slice_of(cik)));
    }
    identity_deinit(&identity);
    arena_deinit(&arena);
}

static void test_facts(void **state)
{
    (void)state;
    check("<html>" FACT("DocumentType", "10-K")
              FACT("DocumentPeriodEndDate",
                   FACT("CurrentFiscalYearEndDate", "December&#160;31") ", 2023")
                  FACT("EntityRegistrantName", "<b>Example</b>\n &amp; Co.")
                      FACT("EntityCentralIndexKey", "0009900001"),
          "10-K", "2023-12-31", "Example & Co.", "0009900001");
    check(FACT("DocumentPeriodEndDate", "2024-03-31"), "", "2024-03-31", "", "");
    check(FACT("DocumentPeriodEndDate", "the end of March"), "", "", "", "");
    check("<html>nothing</html>", "", "", "", "");
}

/* Facts that are cut or never end say nothing. */
static void test_damaged(void **state)
{
    (void)state;
    check("\"dei:DocumentType\"", "", "", "", "");
    check("\"dei:DocumentType\">10-K", "", "", "", "");
    check("<ix:nonNumeric name=\"dei:EntityRegistrantName\">Example</ix:nonNume", "", "", "", "");
    check(FACT("EntityRegistrantName", "<ix:nonNumeric>Example"), "", "", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facts),
        cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
