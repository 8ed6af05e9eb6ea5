/* SPDX-License-Identifier: MIT */
/* Leads to names that stand before a heading land at the heading; others stay. */
#include "ui/links/lead_landing.h"

#include "model/submission.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const char html[] =
    "<html><body><p>1. Sales</p><p>We sell bells.</p>\n"
    "<table><tr><td>Bells</td><td>12</td></tr><tr><td>Total<a name=\"n2\"></a></td><td>12</td>"
    "</tr></table><a name=\"n3\"></a>\n"
    "<p>2. Debt</p><p>None, <a name=\"n4\"></a>or little.</p>\n"
    "<hr style=\"page-break-after:always\"><a name=\"s\"></a>\n"
    "<p>Tollen Bell Company</p><p>Balance Sheets</p><p>Cash</p>\n"
    "<p>3. Leases</p><p>None.</p></body></html>";

struct landing {
    enum lead_kind kind;
    const char *words; /* of the link */
    size_t node;       /* that it was found to lead to */
    const char *from;  /* what stands at its place */
    const char *to;    /* and at the place where it lands */
    size_t landed;     /* the node there */
};

static void test_land(void **state)
{
    (void)state;
    static const struct landing rows[] = {
        /* Only the end of a block is between, or nothing; what is read keeps the lead. */
        {LEAD_LINK, "below", 0, "<a name=\"n3", "2. Debt", 1},
        {LEAD_REFERENCE, "Note 2", 0, "<a name=\"n3", "2. Debt", 1},
        {LEAD_LINK, "below", 1, "<a name=\"n4", "<a name=\"n4", 1},
        {LEAD_LINK, "below", 0, "We sell", "We sell", 0},
        {LEAD_LINK, "below", 1, "<a name=\"s", "<a name=\"s", 1},
        /* The words name it. */
        {LEAD_CONTENTS, "Note 2. Debt", 0, "<a name=\"n2", "2. Debt", 1},
        {LEAD_CONTENTS, "Balance Sheets", 1, "<a name=\"s", "Balance Sheets", 2},
        {LEAD_LINK, "Balance Sheets", 2, "<a name=\"s", "Balance Sheets", 2},
        {LEAD_CONTENTS, "Note 3. Bells", 1, "<a name=\"s", "<a name=\"s", 1},
        {LEAD_CONTENTS, "Note 3", 1, "<a name=\"s", "3. Leases", 3},
        {LEAD_LINK, "Note 1. Sales", 0, "We sell", "We sell", 0},
        /* A page, and what is no part. */
        {LEAD_CONTENTS, "Debt", LEAD_NOWHERE, "<a name=\"n3", "<a name=\"n3", LEAD_NOWHERE},
        {LEAD_FOOTNOTE, "(1)", 0, "<a name=\"n3", "<a name=\"n3", 0},
    };
    struct error e = {0};
    struct slice bytes = {html, sizeof html - 1};
    struct submission *s = submission_open(input_from_bytes("test", bytes), &e);
    assert_non_null(s);
    submission_scan(s, (size_t)-1);
    struct content *c = content_of(s, submission_document(s, 0));
    struct node nodes[] = {
        {.label = SLICE("Note 1"), .title = SLICE("Sales")},
        {.label = SLICE("Note 2"), .title = SLICE("Debt")},
        {.title = SLICE("Balance Sheets")},
        {.label = SLICE("Note 3"), .title = SLICE("Leases")},
    };
    nodes[0].offset = slice_find(bytes, SLICE("1. Sales"));
    nodes[1].offset = slice_find(bytes, SLICE("2. Debt"));
    nodes[2].offset = slice_find(bytes, SLICE("Balance Sheets"));
    nodes[3].offset = slice_find(bytes, SLICE("3. Leases"));
    struct reference_map map = {nodes, COUNT(nodes)};
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct lead lead = {.kind = rows[i].kind,
                            .text = slice_of(rows[i].words),
                            .node = rows[i].node,
                            .place = slice_find(bytes, slice_of(rows[i].from))};
        lead_landing(&lead, c, &map);
        if (lead.place != slice_find(bytes, slice_of(rows[i].to)) || lead.node != rows[i].landed)
            fail_msg("row %zu: %zu, node %zu", i, lead.place, lead.node);
    }
    submission_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_land)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
