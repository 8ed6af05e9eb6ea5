/* SPDX-License-Identifier: MIT */
/* The tags of text blocks in markup. */
#include "outline/sections/facts.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* "note Debt;table DebtInstruments;" */
static void write_facts(struct buffer *out, const struct facts *f)
{
    static const char *const kinds[] = {"note ", "policy ", "table ", "other "};
    for (size_t i = 0; i < f->list.count; i++) {
        buffer_add_text(out, kinds[f->list.at[i].kind]);
        buffer_add(out, f->list.at[i].name);
        buffer_add_byte(out, ';');
    }
}

static void finds_and_tells_apart(void **state)
{
    static const struct {
        const char *bytes, *found;
    } rows[] = {
        {"", ""},
        {"<p>no tags, nonNumeric</p>", ""},
        {"<ix:nonNumeric name=\"us-gaap:DebtDisclosureTextBlock\" escape=\"true\">Debt"
         "</ix:nonNumeric>",
         "note DebtDisclosure;"},
        {"<other:nonNumeric id='a' name='acme:WidgetsTextBlock'>x</other:nonNumeric>",
         "note Widgets;"},
        {"<nonNumeric name=\"a:LeasesTextBlock\">x</nonNumeric>", "note Leases;"},
        {"<ix:nonNumeric name=\"dei:CityName\">Springfield</ix:nonNumeric>", ""},
        {"<ix:nonNumeric name=\"a:InventoryPolicyTextBlock\">x</ix:nonNumeric>",
         "policy InventoryPolicy;"},
        {"<ix:nonNumeric name=\"a:SignificantAccountingPoliciesTextBlock\">x</ix:nonNumeric>",
         "note SignificantAccountingPolicies;"},
        {"<ix:nonNumeric name=\"a:ScheduleOfDebtTableTextBlock\">x</ix:nonNumeric>",
         "table ScheduleOfDebtTable;"},
        {"<ix:nonNumeric name=\"ecd:AwardsTextBlock\">x</ix:nonNumeric>", "other Awards;"},
        /* One text block in another is a part of it. */
        {"<ix:nonNumeric name=\"a:DebtTextBlock\">x<ix:nonNumeric name=\"a:FeesTextBlock\">y"
         "</ix:nonNumeric></ix:nonNumeric><ix:nonNumeric name=\"a:TaxTextBlock\">z",
         "note Debt;table Fees;note Tax;"},
        {"<ix:nonNumeric name=\"a:NilTextBlock\"/><ix:nonNumeric name=\"a:TaxTextBlock\">z",
         "note Nil;note Tax;"},
        /* What goes on with a text is none, nor is a longer name of an element. */
        {"<ix:continuation id=\"c\">x</ix:continuation>", ""},
        {"<ix:nonNumerics name=\"a:TaxTextBlock\">", ""},
        {"<ix:nonNumeric data-name=\"a:TaxTextBlock\">", ""},
        {"<ix:nonNumeric title=\"a > b\" name = \"a:TaxTextBlock\">", "note Tax;"},
        /* Broken ones. */
        {"<ix:nonNumeric name=\"a:TaxTextBlock", ""},
        {"<ix:nonNumeric name=", ""},
        {"nonNumeric", ""},
        {"</ix:nonNumeric></ix:nonNumeric><ix:nonNumeric name=\"a:TaxTextBlock\">x", "note Tax;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct facts f;
        struct buffer out;
        facts_init(&f);
        buffer_init(&out);
        facts_find(&f, slice_of(rows[i].bytes), 0);
        write_facts(&out, &f);
        assert_string_equal(buffer_text(&out), rows[i].found);
        buffer_deinit(&out);
        facts_deinit(&f);
    }
}

static void says_where(void **state)
{
    struct facts f;
    (void)state;
    facts_init(&f);
    facts_find(&f, SLICE("ab<ix:nonNumeric escape=\"1\" name=\"a:TaxTextBlock\">Taxes"), 100);
    assert_int_equal(f.list.count, 1);
    assert_int_equal(f.list.at[0].offset, 102);
    assert_int_equal(f.list.at[0].text, 150);
    assert_true(f.list.at[0].escape);
    facts_deinit(&f);
}

static void deep_nesting_is_counted(void **state)
{
    struct buffer b;
    struct facts f;
    (void)state;
    buffer_init(&b);
    facts_init(&f);
    for (int i = 0; i < 100; i++)
        buffer_add_text(&b, "<ix:nonNumeric name=\"a:TaxTextBlock\">");
    for (int i = 0; i < 100; i++)
        buffer_add_text(&b, "</ix:nonNumeric>");
    buffer_add_text(&b, "<ix:nonNumeric name=\"a:DebtTextBlock\">");
    facts_find(&f, buffer_slice(&b), 0);
    assert_int_equal(f.list.count, 101);
    assert_int_equal(f.list.at[99].kind, FACT_TABLE);
    assert_int_equal(f.list.at[100].kind, FACT_NOTE);
    facts_deinit(&f);
    buffer_deinit(&b);
}

/* The head a fact begins with: the first behind it, or one with a label among the next. */
static void finds_the_head(void **state)
{
    static const struct {
        size_t offset;
        const char *title;
        unsigned features;
    } rows[] = {{50, "Before", 0},
                {110, "Acme Corp", HEAD_FURNITURE},
                {120, "NOTES TO FINANCIAL STATEMENTS", 0},
                {130, "Business", 0},
                {140, "2. Debt", 0},
                {90000, "Far off", 0}};
    struct heads heads;
    (void)state;
    heads_init(&heads, false);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct head head = {.offset = rows[i].offset,
                            .title = slice_of(rows[i].title),
                            .features = rows[i].features};
        array_push(&heads.list, head);
    }
    struct fact fact = {.text = 100};
    assert_int_equal(facts_head(&fact, &heads), 4);
    heads.list.at[4].title = SLICE("Debt");
    assert_int_equal(facts_head(&fact, &heads), 3);
    fact.text = 200;
    assert_int_equal(facts_head(&fact, &heads), heads.list.count);
    heads_deinit(&heads);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_and_tells_apart),
        cmocka_unit_test(says_where),
        cmocka_unit_test(deep_nesting_is_counted),
        cmocka_unit_test(finds_the_head),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
