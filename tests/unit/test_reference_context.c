/* SPDX-License-Identifier: MIT */
/* Whose part a label names, as the words around it say. */
#include "outline/references/reference_context.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* The label is what stands between '<' and '>'. */
struct sample {
    const char *text;
    enum reference_kind kind;
    enum reference_owner owner;
    const char *name; /* form or noun; NULL: none */
    unsigned year, month;
};

static void check(const struct sample *row, bool before)
{
    struct reference_context c;
    struct buffer text = {0};
    size_t from = 0;
    size_t to = 0;
    for (const char *p = row->text; *p != 0; p++) {
        from = *p == '<' ? text.len : from;
        to = *p == '>' ? text.len : to;
        if (*p != '<' && *p != '>')
            buffer_add_byte(&text, *p);
    }
    if (before)
        reference_context_before(buffer_slice(&text), from, row->kind, &c);
    else
        reference_context_behind(buffer_slice(&text), to, row->kind, &c);
    struct slice name = c.owner == OWNER_AGREEMENT ? c.noun : c.form;
    if (c.owner != row->owner || !slice_equal(name, slice_of(row->name)) || c.year != row->year ||
        c.month != row->month)
        fail_msg("\"%s\": owner %d, \"%.*s\", %u-%u", row->text, (int)c.owner, (int)name.len,
                 name.at ? name.at : "", c.year, c.month);
    buffer_deinit(&text);
}

static void test_behind(void **state)
{
    static const struct sample rows[] = {
        {"see <Item 7> of this report", REFERENCE_ITEM, OWNER_THIS, NULL, 0, 0},
        {"<Item 7>, \"Management's Discussion,\" of this Form 10-K", REFERENCE_ITEM, OWNER_THIS,
         NULL, 0, 0},
        {"<Item 7> is long. We filed our Form 10-K", REFERENCE_ITEM, OWNER_UNSAID, NULL, 0, 0},
        {"<Item 1A>. Risk Factors of our Annual Report on Form 10-K for the fiscal year ended "
         "January 28, 2012",
         REFERENCE_ITEM, OWNER_FORM, "10-K", 2012, 1},
        {"<Item 1A> in our 2012 Form 10-K.", REFERENCE_ITEM, OWNER_FORM, "10-K", 2012, 0},
        {"<Item 2> will be in our Proxy Statement", REFERENCE_ITEM, OWNER_UNSAID, NULL, 0, 0},
        {"<Item 8> in that report", REFERENCE_ITEM, OWNER_OTHER, NULL, 0, 0},
        {"<Item 10>, of the Proxy Statement", REFERENCE_ITEM, OWNER_PROXY, NULL, 0, 0},
        {"<Item 1A> above and in our Form 10-K", REFERENCE_ITEM, OWNER_THIS, NULL, 0, 0},
        {"<Item 10(e)> of Regulation S-K", REFERENCE_ITEM, OWNER_LAW, NULL, 0, 0},
        {"<Note 3> to the consolidated financial statements included in our Annual Report on "
         "Form 10-K",
         REFERENCE_NOTE, OWNER_FORM, "10-K", 0, 0},
        {"<Exhibit 10.1> to the Company's Current Report on Form 8-K filed", REFERENCE_EXHIBIT,
         OWNER_FORM, "8-K", 0, 0},
        {"<Note 1> to the financial statements in the company\xE2\x80\x99s most recent Form 10-K",
         REFERENCE_NOTE, OWNER_FORM, "10-K", 0, 0},
        {"<Note 1> to the statements in the trust's Annual Report", REFERENCE_NOTE, OWNER_ANNUAL,
         NULL, 0, 0},
        {"<Note 1> shows what the Form 10-K has", REFERENCE_NOTE, OWNER_UNSAID, NULL, 0, 0},
        {"<page 4> of the 1996 Annual Report to Stockholders", REFERENCE_PAGE, OWNER_ANNUAL, NULL,
         1996, 0},
        {"<pages 2-12> and in the 2008 Annual Report", REFERENCE_PAGE, OWNER_UNSAID, NULL, 0, 0},
        {"<Section 13 or 15(d)> of the Securities Exchange Act of 1934", REFERENCE_SECTION,
         OWNER_LAW, NULL, 0, 0},
        {"<Section 13(a)>, 13(c), 14 or 15(d) of the Exchange Act", REFERENCE_SECTION, OWNER_LAW,
         NULL, 0, 0},
        {"<Section 302> of the Sarbanes-Oxley Act", REFERENCE_SECTION, OWNER_LAW, NULL, 0, 0},
        {"<Section 382> of the Code", REFERENCE_SECTION, OWNER_LAW, NULL, 0, 0},
        {"<Section 4.2> hereof", REFERENCE_SECTION, OWNER_THIS, NULL, 0, 0},
        {"<Section 4.2> of the Plan", REFERENCE_SECTION, OWNER_AGREEMENT, "Plan", 0, 0},
        {"<Section 9> shall lapse under the Plan", REFERENCE_SECTION, OWNER_UNSAID, NULL, 0, 0},
        {"<Article IX> thereof", REFERENCE_SECTION, OWNER_OTHER, NULL, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(&rows[i], false);
}

static void test_before(void **state)
{
    static const struct sample rows[] = {
        {"in our Form 10-K for 2011 under the caption <Item 1A>", REFERENCE_ITEM, OWNER_FORM,
         "10-K", 2011, 0},
        {"can be found in the 2008 Annual Report under \"Review\" on <page 3>", REFERENCE_PAGE,
         OWNER_ANNUAL, NULL, 2008, 0},
        {"in this Annual Report on Form 10-K under <Item 7>", REFERENCE_ITEM, OWNER_THIS, "10-K", 0,
         0},
        {"this Item 2 is in the Proxy Statement under \"<Item 1>", REFERENCE_ITEM, OWNER_PROXY,
         NULL, 0, 0},
        {"We filed our Form 10-K. See <Item 7>", REFERENCE_ITEM, OWNER_UNSAID, NULL, 0, 0},
        {"Our Form 10-K is free; it says much, see <Item 7>", REFERENCE_ITEM, OWNER_UNSAID, NULL, 0,
         0},
        {"in our 2022 Annual Report on Form 10-K, including the disclosures under <Item 1A>",
         REFERENCE_ITEM, OWNER_FORM, "10-K", 2022, 0},
        {"our Form 10-K shows the disclosures under <Item 1A>", REFERENCE_ITEM, OWNER_UNSAID,
         "10-K", 0, 0},
        {"in this report on <page 5>", REFERENCE_PAGE, OWNER_THIS, NULL, 0, 0},
        {"the Code <Section 382>", REFERENCE_SECTION, OWNER_LAW, NULL, 0, 0},
        {"in Regulation S-K <Item 10(e)>", REFERENCE_ITEM, OWNER_LAW, NULL, 0, 0},
        {"15 U.S.C. <Section 78>", REFERENCE_SECTION, OWNER_LAW, NULL, 0, 0},
        {"<Item 7>", REFERENCE_ITEM, OWNER_UNSAID, NULL, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(&rows[i], true);
}

static void test_details(void **state)
{
    struct reference_context c;
    (void)state;
    struct slice text = SLICE("Item 7, \"Discussion\", of Part II of this report");
    reference_context_behind(text, 6, REFERENCE_ITEM, &c);
    assert_int_equal(c.part, 2);
    reference_context_behind(SLICE("Section 4 of the Credit Agreement"), 9, REFERENCE_SECTION, &c);
    assert_true(c.qualified);
    reference_context_behind(SLICE("Section 4 of the Agreement"), 9, REFERENCE_SECTION, &c);
    assert_false(c.qualified);
    reference_context_behind(SLICE("Exhibit 3 to our Form 8-K filed on May 3"), 9,
                             REFERENCE_EXHIBIT, &c);
    assert_true(c.filed);
}

static void test_self(void **state)
{
    static const struct {
        const char *text, *noun;
    } rows[] = {
        {"The Plan. This Lease Agreement is made", "Lease"},
        {"under this Plan, the Agreement", "Plan"},
        {"this is the Plan", NULL},
        {"", NULL},
        {"This", NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_true(
            slice_equal(reference_context_self(slice_of(rows[i].text)), slice_of(rows[i].noun)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_behind),
        cmocka_unit_test(test_before),
        cmocka_unit_test(test_details),
        cmocka_unit_test(test_self),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
