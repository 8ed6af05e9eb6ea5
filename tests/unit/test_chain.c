/* SPDX-License-Identifier: MIT */
/* The choice of headings among made-up candidates. */
#include "outline/items/chain.h"

#include "base/buffer.h"
#include "outline/items/contents.h"

#include <stdio.h>
#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* What a candidate of a test is: "I 7A 1200 Title", kinds I item, P part, S signatures, X index. */
struct given {
    char kind;
    const char *number;
    size_t text;
    const char *title;
    unsigned features;
};

enum { GOOD = FEATURE_BLANK_ABOVE | FEATURE_SEPARATOR | FEATURE_HEADING_CASE };

static void fill(struct candidates *c, const struct form *form, const struct given *given,
                 size_t count)
{
    candidates_init(c, form);
    for (size_t i = 0; i < count; i++) {
        struct candidate *x = array_add(&c->list);
        memset(x, 0, sizeof *x);
        const char *kinds = "PISXC";
        x->kind = (enum candidate_kind)(strchr(kinds, given[i].kind) - kinds);
        x->features = given[i].features;
        x->offset = x->text = given[i].text;
        x->title = slice_of(given[i].title);
        struct slice *number = arena_array(&c->arena, 1, sizeof *number);
        *number = slice_of(given[i].number);
        if (x->kind == CANDIDATE_PART)
            x->part = (unsigned)(given[i].number[0] - '0');
        x->numbers = number;
        x->count = x->kind == CANDIDATE_ITEM;
    }
}

/* Chooses, and compares with the indexes that are wanted, "0 2 5". */
static void check(const char *type, const char *date, const struct given *given, size_t count,
                  const char *wanted)
{
    struct form form;
    struct candidates c;
    struct chain chain;
    char got[200] = "";
    form_init(&form, slice_of(type), slice_of(date));
    fill(&c, &form, given, count);
    contents_mark(&c, &(struct links){0});
    chain_choose(&chain, &c, &form, NULL, 0);
    struct buffer text = {0};
    for (size_t i = 0; i < chain.items.count; i++)
        buffer_addf(&text, "%s%zu", i > 0 ? " " : "", chain.items.at[i].candidate);
    for (unsigned p = 1; p < CHAIN_PARTS; p++)
        if (chain.parts[p] != CHAIN_NONE)
            buffer_addf(&text, " P%u=%zu", p, chain.parts[p]);
    if (chain.signatures != CHAIN_NONE)
        buffer_addf(&text, " S%zu", chain.signatures);
    if (chain.exhibit_index != CHAIN_NONE)
        buffer_addf(&text, " X%zu", chain.exhibit_index);
    (void)snprintf(got + strlen(got), sizeof got - strlen(got), "%s", buffer_text(&text));
    buffer_deinit(&text);
    chain_deinit(&chain);
    candidates_deinit(&c);
    form_deinit(&form);
    assert_string_equal(got, wanted);
}

#define CHECK(type, date, given, wanted)                                                           \
    check(type, date, given, sizeof(given) / sizeof(given)[0], wanted)

static void test_contents_and_body(void **state)
{
    static const struct given rows[] = {
        {'C', "", 900, "", GOOD},
        {'I', "1", 1000, "Business", GOOD},
        {'I', "2", 1050, "Properties", GOOD},
        {'I', "3", 1100, "Legal Proceedings", GOOD},
        {'I', "8", 1150, "Financial Statements and Supplementary Data", GOOD},
        {'S', "", 1200, "", GOOD},
        {'P', "1", 1900, "", GOOD},
        {'I', "1", 2000, "Business", GOOD},
        {'I', "2", 9000, "Properties", GOOD},
        {'I', "7", 9100, "", FEATURE_PROSE},
        {'I', "3", 9900, "Legal Proceedings", GOOD},
        {'P', "2", 11000, "", GOOD},
        {'I', "8", 11900, "Financial Statements and Supplementary Data", GOOD},
        {'S', "", 30000, "", GOOD | FEATURE_SIGNED},
        {'X', "", 31000, "", GOOD},
        {'I', "9", 40000, "Changes", GOOD},
        {'S', "", 50000, "", GOOD | FEATURE_SIGNED},
    };
    (void)state;
    CHECK("10-K", "1997-03-01", rows, "7 8 10 12 P1=6 P2=11 S13 X14");
}

static void test_quarterly_parts(void **state)
{
    static const struct given rows[] = {
        {'I', "1", 1000, "Financial Statements", GOOD},
        {'I', "2", 8000, "Management's Discussion and Analysis", GOOD},
        {'I', "1", 12000, "Legal Proceedings", GOOD},
        {'I', "2", 12100, "Changes in Securities", GOOD},
        {'I', "6", 13100, "Exhibits and Reports on Form 8-K", GOOD},
        {'S', "", 14000, "", GOOD | FEATURE_SIGNED},
    };
    struct form form;
    struct candidates c;
    struct chain chain;
    (void)state;
    CHECK("10-Q", "1997-03-01", rows, "0 1 2 3 4 S5");
    form_init(&form, SLICE("10-Q"), SLICE("1997-03-01"));
    fill(&c, &form, rows, 6);
    chain_choose(&chain, &c, &form, NULL, 0);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(chain.items.at[i].part, i < 2 ? 1 : 2);
    chain_deinit(&chain);
    candidates_deinit(&c);
    form_deinit(&form);
}

static void test_any_order(void **state)
{
    static const struct given rows[] = {
        {'I', "7", 3000, "Financial Statements and Exhibits", GOOD},
        {'I', "5", 3900, "Other Events", GOOD},
        {'I', "5", 4100, "", FEATURE_MID_SENTENCE},
        {'I', "5", 4500, "Other Events", GOOD},
        {'S', "", 5000, "", GOOD | FEATURE_SIGNED},
        {'I', "1", 6000, "Changes in Control of Registrant", GOOD},
    };
    (void)state;
    CHECK("8-K", "1999-03-01", rows, "0 1 S4");
}

static void test_twice_own_and_out_of_order(void **state)
{
    static const struct given rows[] = {
        {'I', "4", 1000, "Submission of Matters to a Vote of Security Holders", GOOD},
        {'I', "X", 1900, "Executive Officers of the Registrant", GOOD},
        {'I', "7", 9000, "", FEATURE_BLANK_ABOVE | FEATURE_SEPARATOR},
        {'I', "7", 9020, "Management's Discussion and Analysis", GOOD},
        {'I', "9", 20000, "Disagreements on Accounting and Financial Disclosure", GOOD},
        {'I', "8", 21000, "Financial Statements and Supplementary Data", GOOD},
        {'I', "10", 90000, "Directors and Executive Officers", GOOD},
        {'I', "10", 95000, "Directors and Executive Officers", GOOD | FEATURE_FURNITURE},
        {'S', "", 99000, "", GOOD | FEATURE_SIGNED},
    };
    (void)state;
    CHECK("10-K", "1998-03-01", rows, "0 1 2 4 5 6 S8");
}

static void test_signatures(void **state)
{
    static const struct given bare[] = {
        {'I', "1", 1000, "Business", GOOD},
        {'S', "", 9000, "", FEATURE_BLANK_ABOVE | FEATURE_SIGNED | FEATURE_BOILERPLATE},
        {'X', "", 9900, "", GOOD | FEATURE_PAGE_NUMBER},
    };
    static const struct given index_first[] = {
        {'I', "1", 1000, "Business", GOOD},
        {'X', "", 5000, "", GOOD},
        {'S', "", 9000, "", GOOD | FEATURE_SIGNED},
    };
    (void)state;
    CHECK("10-K", "1998-03-01", bare, "0 S1");
    CHECK("10-K", "1998-03-01", index_first, "0 S2 X1");
    CHECK("6-K", "1998-03-01", index_first, " S2 X1");
    CHECK("unknown", "", index_first, " S2 X1");
}

/* As many candidates as a file of many filings can have; it must end at once. */
static void test_many(void **state)
{
    enum { MANY = 100000 };
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9"};
    struct given *rows = test_malloc(MANY * sizeof *rows);
    struct form form;
    struct candidates c;
    struct chain chain;
    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        struct given row = {'I', numbers[i % 9], 1000 + i * 150, "Properties", GOOD};
        rows[i] = row;
    }
    form_init(&form, SLICE("10-K"), SLICE("1998-03-01"));
    fill(&c, &form, rows, MANY);
    contents_mark(&c, &(struct links){0});
    chain_choose(&chain, &c, &form, NULL, 0);
    assert_true(chain.items.count <= 9);
    chain_deinit(&chain);
    candidates_deinit(&c);
    form_deinit(&form);
    test_free(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contents_and_body), cmocka_unit_test(test_quarterly_parts),
        cmocka_unit_test(test_any_order),         cmocka_unit_test(test_twice_own_and_out_of_order),
        cmocka_unit_test(test_signatures),        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
