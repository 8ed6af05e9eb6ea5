/* SPDX-License-Identifier: MIT */
/* From the id that a person writes to a document or a node, and back. */
#include "outline/address.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

#define COVER                                                                                      \
    "                 FORM 8-K\n\n               CURRENT REPORT\n\n  Date of Report: May 3, "      \
    "2006\n"                                                                                       \
    "\n                 ALDER WORKS, INC.\n\n<PAGE>\n"
#define BODY                                                                                       \
    "Item 2.02  Results of Operations and Financial Condition.\n\n"                                \
    "     On May 3, 2006, Alder Works said what its results for the quarter were.\n\n"             \
    "Item 9.01  Financial Statements and Exhibits.\n\n     (d) Exhibits: 99.1 Press release.\n\n"  \
    "                              SIGNATURES\n\n"                                                 \
    "     Pursuant to the requirements of the Securities Exchange Act of 1934, the\n"              \
    "registrant has duly caused this report to be signed on its behalf.\n\n"                       \
    "Date: May 3, 2006              By: /s/ A. Alder\n"
#define FILING                                                                                     \
    "<SEC-HEADER>x\nCONFORMED SUBMISSION TYPE:\t8-K/A\nFILED AS OF DATE:\t20060503\n"              \
    "</SEC-HEADER>\n"                                                                              \
    "<DOCUMENT>\n<TYPE>8-K/A\n<SEQUENCE>1\n<TEXT>\n" COVER BODY "</TEXT>\n</DOCUMENT>\n"           \
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>3\n<TEXT>\nPress release.\n</TEXT>\n</DOCUMENT>\n"       \
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>4\n<TEXT>\nAnother.\n</TEXT>\n</DOCUMENT>\n"

static struct submission *open_text(const char *text)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", slice_of(text)), &e);
    assert_non_null(s);
    return s;
}

static void test_find(void **state)
{
    static const struct {
        const char *id;
        long long sequence; /* 0: not found */
        const char *node;   /* NULL: the whole document */
    } rows[] = {
        {"2.02", 1, "2.02"},
        {"  9.01 ", 1, "9.01"},
        {"signatures", 1, "signatures"},
        {"8-K/A/9.01", 1, "9.01"}, /* a type with a stroke in it */
        {"8-k/a/SIGNATURES", 1, "signatures"},
        {"1/2.02", 1, "2.02"},
        {"8-K/A", 1, NULL},
        {"1", 1, NULL},
        {"EX-99.1", 3, NULL}, /* the first of that type */
        {"ex-99.1", 3, NULL},
        {"3", 3, NULL},
        {"4", 4, NULL},
        {"2", 0, NULL}, /* sequences may have gaps */
        {"8-K/A/7.01", 0, NULL},
        {"EX-99.2", 0, NULL},
        {"EX-99.1/2.02", 0, NULL},
        {"3/", 3, NULL}, /* a stroke behind it: the document, whatever nodes there are */
        {" 4/ ", 4, NULL},
        {"8-k/a/", 1, NULL},
        {"2.02/", 0, NULL},
        {"2/", 0, NULL},
        {"/2.02", 0, NULL},
        {"", 0, NULL},
        {"//", 0, NULL},
    };
    (void)state;
    struct submission *s = open_text(FILING);
    struct outlines *outlines = outlines_new(s);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct address found;
        const struct node *nodes;
        if (address_find(s, outlines, slice_of(rows[i].id), &found) != (rows[i].sequence > 0))
            fail_msg("\"%s\"", rows[i].id);
        if (rows[i].sequence == 0)
            continue;
        assert_int_equal(found.document->sequence, rows[i].sequence);
        assert_ptr_equal(found.outline, outlines_get(outlines, found.document));
        assert_int_equal(found.node == (size_t)-1, rows[i].node == NULL);
        outline_nodes(found.outline, &nodes);
        if (rows[i].node)
            assert_true(slice_equal(nodes[found.node].id, slice_of(rows[i].node)));
    }
    assert_null(address_document(s, SLICE("EX-5")));
    assert_null(address_document(s, SLICE("")));
    outlines_free(outlines);
    outlines_free(NULL);
    submission_free(s);
}

/* What was forgotten is made again, alike. */
static void test_forget(void **state)
{
    (void)state;
    struct submission *s = open_text(FILING);
    struct outlines *outlines = outlines_new(s);
    struct document *first = submission_document(s, 0);
    const struct node *nodes;
    outlines_forget(outlines, first); /* nothing was made yet */
    size_t count = outline_nodes(outlines_get(outlines, first), &nodes);
    assert_true(count > 0);
    struct outline *second = outlines_get(outlines, submission_document(s, 1));
    outlines_forget(outlines, first);
    assert_ptr_equal(outlines_get(outlines, submission_document(s, 1)), second);
    assert_int_equal(outline_nodes(outlines_get(outlines, first), &nodes), count);
    outlines_free(outlines);
    submission_free(s);
}

/* A number that is a node of the first document is that; with a stroke it is a document. */
static void test_stroke(void **state)
{
    (void)state;
    struct submission *s = open_text(
        "<SEC-HEADER>x\nCONFORMED SUBMISSION TYPE:\t10-K\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n                 FORM 10-K\n\n"
        "                PART I\n\nItem 2. Properties\n\n     We own a mill.\n"
        "</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99\n<SEQUENCE>2\n<TEXT>\nA.\n</TEXT>\n"
        "</DOCUMENT>\n");
    struct outlines *outlines = outlines_new(s);
    struct address found;
    assert_true(address_find(s, outlines, SLICE("2"), &found));
    assert_int_equal(found.document->sequence, 1);
    assert_true(found.node != (size_t)-1);
    assert_true(address_find(s, outlines, SLICE("2/"), &found));
    assert_int_equal(found.document->sequence, 2);
    assert_true(found.node == (size_t)-1);
    outlines_free(outlines);
    submission_free(s);
}

/* What is written for a node's place leads back to it. */
static void test_write(void **state)
{
    (void)state;
    struct submission *s = open_text(FILING);
    struct outlines *outlines = outlines_new(s);
    assert_true(submission_scan(s, (size_t)-1));
    for (size_t d = 0; d < submission_documents(s); d++) {
        struct document *document = submission_document(s, d);
        const struct node *nodes;
        size_t count = outline_nodes(outlines_get(outlines, document), &nodes);
        for (size_t i = 0; i < count; i++) {
            struct buffer id = {0};
            struct address found;
            address_write(outlines, document, nodes[i].offset, &id);
            assert_true(address_find(s, outlines, buffer_slice(&id), &found));
            assert_ptr_equal(found.document, document);
            assert_int_equal(found.node, i);
            buffer_deinit(&id);
        }
        assert_int_equal(count > 0, d == 0);
    }
    struct buffer id = {0};
    struct document *release = submission_document(s, 1);
    address_write(outlines, release, release->text_offset, &id);
    assert_string_equal(buffer_text(&id), "EX-99.1");
    buffer_deinit(&id);
    outlines_free(outlines);
    submission_free(s);
}

static void test_bare(void **state)
{
    (void)state;
    struct submission *s = open_text(COVER BODY);
    struct outlines *outlines = outlines_new(s);
    struct buffer id = {0};
    struct address found;
    assert_true(address_find(s, outlines, SLICE("1/9.01"), &found));
    const struct node *nodes;
    outline_nodes(found.outline, &nodes);
    address_write(outlines, found.document, nodes[found.node].offset + 3, &id);
    assert_string_equal(buffer_text(&id), "1/9.01"); /* no type: by its number */
    buffer_deinit(&id);
    outlines_free(outlines);
    submission_free(s);
}

/* By type goes what address_document finds by it: the first of the type, in any case, where no
 * document before it has what may be meant by it for a number. */
static void test_by_type(void **state)
{
    enum { DOCUMENTS = 300 };
    (void)state;
    struct buffer text = {0};
    for (int i = 0; i < DOCUMENTS; i++) {
        buffer_addf(&text, "<DOCUMENT>\n<TYPE>");
        if (i % 7 == 0)
            buffer_addf(&text, "%d\n<SEQUENCE>%d\n", i % 40, i + 5);
        else if (i % 11 != 0)
            buffer_addf(&text, "%s-%d\n<SEQUENCE>%d\n", i % 2 ? "EX" : "ex", i % 90, i + 1);
        buffer_addf(&text, "<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n");
    }
    struct submission *s = open_text(buffer_text(&text));
    struct outlines *outlines = outlines_new(s);
    size_t named = 0;
    for (size_t i = 0; i < DOCUMENTS; i++) {
        while (submission_documents(s) <= i)
            submission_scan(s, submission_scanned(s) + 100);
        struct document *d = submission_document(s, i);
        bool first = d->type.len > 0 && address_document(s, d->type) == d;
        assert_int_equal(address_by_type(outlines, d), first);
        named += first;
    }
    assert_in_range(named, 20, DOCUMENTS - 100);
    outlines_free(outlines);
    submission_free(s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),  cmocka_unit_test(test_forget), cmocka_unit_test(test_stroke),
        cmocka_unit_test(test_write), cmocka_unit_test(test_bare),   cmocka_unit_test(test_by_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
