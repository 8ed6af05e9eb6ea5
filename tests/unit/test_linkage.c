/* SPDX-License-Identifier: MIT */
/* The leads of whole documents: what is one, where it leads, what is not known yet. */
#include "ui/links/linkage.h"

#include "model/content.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define HEADER                                                                                     \
    "<SEC-HEADER>x\nACCESSION NUMBER:\t\t0000123456-07-000089\nCONFORMED SUBMISSION TYPE:\t10-K\n" \
    "CONFORMED PERIOD OF REPORT:\t20061231\nFILED AS OF DATE:\t20070301\n</SEC-HEADER>\n"
#define DOCUMENT(type, number, name, text)                                                         \
    "<DOCUMENT>\n<TYPE>" type "\n<SEQUENCE>" number "\n<FILENAME>" name "\n<TEXT>\n" text          \
    "</TEXT>\n</DOCUMENT>\n"

static const char plain[] = HEADER DOCUMENT(
    "10-K", "1", "a.txt",
    "                         TABLE OF CONTENTS\n\n"
    "Item 1.   Business ...................................... 2\n"
    "Item 2.   Properties .................................... 2\n"
    "Item 7A.  Quantitative and Qualitative Disclosures About\n"
    "          Market Risk ................................... 3\n"
    "Item 15.  Exhibits ...................................... 3\n\n"
    "                               1\n<PAGE>\n"
    "Item 1.  Business\n\n"
    "We sell things; see Item 7A and www.example.com/x. Section 16 of the\n"
    "Act does not matter, and Item 7 of our 2001 Form 10-K neither.\n\n"
    "Item 2.  Properties\n\nNone. The lease is Exhibit 10.1.\n\n"
    "<TABLE>\n<CAPTION>\n                        2006      2005\n<S>                    <C>       "
    "<C>\n"
    "Total debt (1)         1,204     1,377\nOther                    (1)        12\n</TABLE>\n"
    "(1) Net of discount.\n\n"
    "                               2\n<PAGE>\n"
    "Item 7A. Quantitative and Qualitative Disclosures About Market Risk\n\n"
    "Little risk.\n\n"
    "Item 15.  Exhibits\n\n"
    "                               EXHIBIT INDEX\n\n"
    "10.1   Lease of 2002.\n"
    "10.2   Plan, incorporated by reference to Exhibit 10.4 to the\n"
    "       Annual Report on Form 10-K for 1999.\n\n"
    "                               3\n")
    DOCUMENT("EX-10.1", "2", "b.txt", "LEASE\n\nThe lease.\n");

static const char html[] = HEADER DOCUMENT(
    "10-K", "1", "a.htm",
    "<html><body><p><a href=\"#toc\">Table of Contents</a></p>\n"
    "<p><a name=\"toc\"></a>TABLE OF CONTENTS</p>\n"
    "<table><tr><td><a href=\"#i1\">Item 1.</a></td><td><a href=\"#i1\">Business</a></td>"
    "<td>2</td></tr>\n<tr><td><a href=\"#i2\">Item 2.</a></td>"
    "<td><a href=\"#i2\">Properties</a></td><td>2</td></tr></table>\n"
    "<hr style=\"page-break-after:always\">\n"
    "<p><a name=\"i1\"></a><b>Item 1. Business</b></p>\n"
    "<p>We sell; see <a href=\"#i2\">our sites</a>, <a href=\"b.htm\">the lease</a>, <a\n"
    "href=\"https://www.example.com/\">our pages</a> and <a href=\"#none\">this</a>.</p>\n"
    "<table><tr><td>Year</td><td>2006</td><td>2005</td></tr>\n"
    "<tr><td>Debt<sup>(1)</sup></td><td>1,204</td><td>1,377</td></tr></table>\n"
    "<p>(1) Net of discount.</p>\n"
    "<p><a name=\"i2\"></a><b>Item 2. Properties</b></p><p>None.</p>\n"
    "</body></html>\n")
    DOCUMENT("EX-10.1", "2", "b.htm", "<html><body><p>LEASE</p></body></html>\n");

struct stage {
    struct submission *s;
    struct shelf *shelf;
    struct linkage *l;
};

static struct stage begin(const char *bytes, size_t length)
{
    struct error e = {0};
    struct stage t;
    t.s = submission_open(input_from_bytes("test", (struct slice){bytes, length}), &e);
    assert_non_null(t.s);
    t.shelf = shelf_new(t.s);
    t.l = linkage_new(t.shelf, 0);
    return t;
}

/* All that the filing has is read, and the linkage knows. */
static void read_all(struct stage *t)
{
    size_t completed;
    submission_scan(t->s, (size_t)-1);
    do {
        while (shelf_work(t->shelf, 0, 1000, &completed))
            ;
        while (!content_count_pages(content_of(t->s, submission_document(t->s, 0)), 1000))
            ;
        linkage_renew(t->l);
        while (linkage_read(t->l))
            ;
    } while (shelf_work(t->shelf, 0, 1000, &completed));
}

static void end(struct stage *t)
{
    linkage_free(t->l);
    shelf_free(t->shelf);
    submission_free(t->s);
}

static void write_lead(void *self, const struct lead *lead)
{
    static const char *const kinds[] = {"exhibit", "contents", "reference", "link",
                                        "address", "footnote", "back"};
    struct stage *t = self;
    struct buffer line = {0};
    buffer_addf(&line, "%s: %.*s -> ", kinds[lead->kind], (int)lead->text.len, lead->text.at);
    linkage_tell(t->l, lead, 30, &line);
    struct slice bytes = submission_bytes(t->s);
    assert_true(lead->length > 0 && lead->offset + lead->length <= bytes.len);
    print_message("%s\n", buffer_text(&line));
    buffer_deinit(&line);
}

struct expected {
    enum lead_kind kind;
    const char *text, *leads;
};

struct check {
    struct stage *t;
    const struct expected *rows;
    size_t count, at;
};

static void check_lead(void *self, const struct lead *lead)
{
    struct check *c = self;
    struct buffer to = {0};
    linkage_tell(c->t->l, lead, 30, &to);
    if (c->at >= c->count || lead->kind != c->rows[c->at].kind ||
        !slice_equal(lead->text, slice_of(c->rows[c->at].text)) ||
        !slice_equal(buffer_slice(&to), slice_of(c->rows[c->at].leads))) {
        write_lead(c->t, lead);
        fail_msg("lead %zu", c->at);
    }
    c->at++;
    buffer_deinit(&to);
}

static void check(struct stage *t, const struct expected *rows, size_t count)
{
    struct check c = {t, rows, count, 0};
    const struct document *d = submission_document(t->s, 0);
    linkage_range(t->l, d->text_offset, d->text_end, check_lead, &c);
    assert_int_equal(c.at, count);
}

static void test_plain(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {LEAD_CONTENTS, "Item 1. Business", "Item 1 Business › page 2"},
        {LEAD_CONTENTS, "Item 2. Properties", "Item 2 Properties › page 2"},
        {LEAD_CONTENTS, "Item 7A. Quantitative and Qualitative Disclosures About",
         "Item 7A Quantitative and Quali… › page 3"},
        {LEAD_CONTENTS, "Market Risk", "page 3"},
        {LEAD_CONTENTS, "Item 15. Exhibits", "Item 15 Exhibits › page 3"},
        {LEAD_REFERENCE, "Item 7A", "Item 7A Quantitative and Quali… › page 3"},
        {LEAD_ADDRESS, "www.example.com/x", "outside of this filing: www.example.com/x"},
        {LEAD_REFERENCE, "Item 7", "another filing"},
        {LEAD_REFERENCE, "Exhibit 10.1", "EX-10.1"},
        {LEAD_FOOTNOTE, "(1)", "footnote › page 2"},
        {LEAD_EXHIBIT, "10.1 Lease of 2002", "EX-10.1"},
        {LEAD_EXHIBIT, "10.2 Plan, incorporated by reference to Exhibit 10.4 to the",
         "incorporated by reference: 10-K 1999, Ex. 10.4"},
    };
    struct stage t = begin(plain, sizeof plain - 1);
    read_all(&t);
    check(&t, rows, COUNT(rows));
    end(&t);
}

static void test_html(void **state)
{
    (void)state;
    static const struct expected rows[] = {
        {LEAD_BACK, "Table of Contents", "Table of Contents › page 1"},
        {LEAD_CONTENTS, "Item 1. Business", "Item 1 Business › page 2"},
        {LEAD_CONTENTS, "Item 2. Properties", "Item 2 Properties › page 2"},
        {LEAD_LINK, "our sites", "Item 2 Properties › page 2"},
        {LEAD_LINK, "the lease", "EX-10.1"},
        {LEAD_ADDRESS, "our pages", "outside of this filing: https://www.example.com/"},
        {LEAD_LINK, "this", "no such place"},
        {LEAD_FOOTNOTE, "(1)", "footnote › page 2"},
    };
    struct stage t = begin(html, sizeof html - 1);
    read_all(&t);
    check(&t, rows, COUNT(rows));
    end(&t);
}

/* From lead to lead, on and back, until there is none; what leads nowhere is passed over. */
static void test_next(void **state)
{
    (void)state;
    struct stage t = begin(plain, sizeof plain - 1);
    const struct lead *lead;
    size_t offset = 0;
    size_t count = 0;
    assert_int_equal(linkage_next(t.l, false, &offset, &lead), LINKAGE_NONE); /* no outline yet */
    read_all(&t);
    while (linkage_next(t.l, false, &offset, &lead) == LINKAGE_FOUND) {
        assert_true(lead->offset >= offset);
        assert_ptr_equal(linkage_at(t.l, lead->offset + lead->length - 1), lead);
        offset = lead->offset + lead->length;
        count++;
    }
    assert_int_equal(count, 11);
    offset = sizeof plain;
    while (linkage_next(t.l, true, &offset, &lead) == LINKAGE_FOUND) {
        assert_true(lead->offset < offset);
        offset = lead->offset;
        count--;
    }
    assert_int_equal(count, 0);
    assert_null(linkage_at(t.l, 0));
    end(&t);
}

/* Without an outline nothing is known; what is known is not forgotten without a reason. */
static void test_renew(void **state)
{
    (void)state;
    struct stage t = begin(plain, sizeof plain - 1);
    const struct lead *leads;
    size_t document;
    assert_false(linkage_ready(t.l));
    assert_int_equal(linkage_segment(t.l, 0, &leads), 0);
    assert_null(linkage_at(t.l, 400));
    read_all(&t);
    assert_true(linkage_ready(t.l));
    assert_false(linkage_renew(t.l));
    const struct lead *lead =
        linkage_at(t.l, slice_find(submission_bytes(t.s), SLICE("Item 7 of our")));
    assert_non_null(lead);
    assert_int_equal(lead->document, LEAD_NOWHERE);
    assert_int_equal(linkage_lack(t.l, lead, &document), LACK_NOTHING);
    assert_true(linkage_is_of(t.l, t.shelf, 0));
    assert_false(linkage_is_of(t.l, t.shelf, 1));
    end(&t);
}

/* More pages than are looked at for one screen: what is not found on the first of them is not known
 * yet, until the labels of all are read. */
static void test_many_pages(void **state)
{
    enum { PAGES = 7000 };
    static const struct expected first[] = {
        {LEAD_REFERENCE, "page 12", "page 12"},
        {LEAD_REFERENCE, "page 6900", "not known yet: the filing is still read"},
        {LEAD_REFERENCE, "page 9999", "not known yet: the filing is still read"},
    };
    static const struct expected last[] = {
        {LEAD_REFERENCE, "page 12", "page 12"},
        {LEAD_REFERENCE, "page 6900", "page 6900"},
        {LEAD_REFERENCE, "page 9999", "no such page"},
    };
    struct buffer text = {0};
    size_t completed, document, steps = 0;
    (void)state;
    buffer_add_text(&text, HEADER "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n"
                                  "The sales are on page 12 of this report, the debts on page\n"
                                  "6900 of this report and all else on page 9999 hereof.\n");
    for (int i = 1; i <= PAGES; i++)
        buffer_addf(&text, "\nSome words.\n\n                 -%d-\n<PAGE>\n", i);
    buffer_add_text(&text, "</TEXT>\n</DOCUMENT>\n");
    struct stage t = begin(buffer_text(&text), text.len);
    submission_scan(t.s, (size_t)-1);
    while (shelf_work(t.shelf, 0, 100000, &completed))
        ;
    assert_true(linkage_renew(t.l));
    assert_false(linkage_work(t.l)); /* nothing was asked for */
    const struct lead *lead =
        linkage_at(t.l, slice_find(submission_bytes(t.s), SLICE("page 12 of")));
    assert_non_null(lead);
    assert_int_equal(linkage_lack(t.l, lead, &document), LACK_PAGES);
    while (!content_count_pages(content_of(t.s, submission_document(t.s, 0)), 100000))
        ;
    assert_false(linkage_renew(t.l));
    assert_true(linkage_work(t.l));
    linkage_free(t.l);
    t.l = linkage_new(t.shelf, 0);
    check(&t, first, COUNT(first));
    lead = linkage_at(t.l, slice_find(submission_bytes(t.s), SLICE("page 9999")));
    assert_int_equal(linkage_lack(t.l, lead, &document), LACK_PAGES);
    assert_int_equal(document, 0);
    for (; linkage_work(t.l); steps++)
        ;
    assert_true(steps > 0);
    assert_true(linkage_renew(t.l));
    assert_false(linkage_renew(t.l));
    check(&t, last, COUNT(last));
    lead = linkage_at(t.l, slice_find(submission_bytes(t.s), SLICE("page 9999")));
    assert_int_equal(linkage_lack(t.l, lead, &document), LACK_NOTHING);
    assert_false(linkage_work(t.l));
    end(&t);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plain), cmocka_unit_test(test_html),
                                       cmocka_unit_test(test_next), cmocka_unit_test(test_renew),
                                       cmocka_unit_test(test_many_pages)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
