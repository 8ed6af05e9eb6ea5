/* SPDX-License-Identifier: MIT */
/* Which Items are there, and which only say where they are. */
#include "outline/item_status.h"

#include "outline/outline.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct expected {
    const char *id;
    enum node_status status;
};

static void check(const char *type, const char *body, const struct expected *want, size_t count)
{
    struct buffer text = {0};
    struct error e;
    const struct node *nodes;
    buffer_addf(
        &text,
        "<SEC-DOCUMENT>a.txt\n<SEC-HEADER>a.hdr\nACCESSION NUMBER:\t\t0000000001-00-000001\n"
        "CONFORMED SUBMISSION TYPE:\t%s\nFILED AS OF DATE:\t\t20120331\n</SEC-HEADER>\n"
        "<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>1\n<TEXT>\n%s\n</TEXT>\n</DOCUMENT>\n"
        "</SEC-DOCUMENT>\n",
        type, type, body);
    struct submission *s = submission_open(input_from_bytes("test", buffer_slice(&text)), &e);
    assert_non_null(s);
    struct outline *o = outline_new(s, submission_document(s, 0));
    while (!outline_step(o, 1 << 20))
        continue;
    size_t all = outline_nodes(o, &nodes);
    for (size_t i = 0; i < count; i++) {
        size_t at = outline_find(o, slice_of(want[i].id));
        assert_true(at < all);
        if (nodes[at].status != want[i].status)
            fail_msg("%s: %s", want[i].id, node_status_name(nodes[at].status));
    }
    outline_free(o);
    submission_free(s);
    buffer_deinit(&text);
}

#define PART_II                                                                                    \
    "<html><body><p>PART I</p><p><b>Item 1. Business</b></p><p>Tiles.</p>"                         \
    "<p><b>Item 3. Legal Proceedings</b></p><p>What Note 7 says is incorporated by "               \
    "reference.</p><p>PART II</p><p><b>Item 8. Financial Statements and Supplementary Data</b>"    \
    "</p><p>%s</p><p>PART III</p>"

#define LONG                                                                                       \
    "There are none but those that the board has looked at and has found to be as fair as they "   \
    "would be among strangers. Each of the directors was asked for all that he or she has bought " \
    "from us, or has sold to us, or has lent or borrowed, in the last three years, and so was "    \
    "every officer and each of their families, and all of them have said that there was nothing "  \
    "of the kind; the board believes them, and has written down that it does so."

/* The statement of several Items is a footnote below the last of them. */
static void test_footnote(void **state)
{
    static const struct expected want[] = {
        {"1", NODE_PRESENT},       {"3", NODE_PRESENT},       {"10", NODE_INCORPORATED},
        {"11", NODE_INCORPORATED}, {"12", NODE_INCORPORATED}, {"13", NODE_PRESENT},
        {"15", NODE_PRESENT},
    };
    struct buffer body = {0};
    (void)state;
    buffer_addf(&body,
                PART_II
                "<p><b>Item 10. Directors, Executive Officers and Corporate Governance*</b></p>"
                "<p>Our code is on our site.</p><p><b>Item 11. Executive Compensation*</b></p>"
                "<p><b>Item 12. Security Ownership of Certain Beneficial Owners and Management "
                "and Related Stockholder Matters*</b></p><p><b>Item 13. Certain Relationships and "
                "Related Transactions, and Director Independence</b></p><p>%s</p>"
                "<p>* What is asked by Items&#160;<b>10</b>, 11 and 12 will be in the definitive "
                "proxy statement and is incorporated herein by reference.</p><p>PART IV</p>"
                "<p><b>Item 15. Exhibits and Financial Statement Schedules</b></p><p>Items 13 and "
                "15 of Form S-1 are incorporated by reference.</p></body></html>",
                "Sales were 12.", LONG);
    check("10-K", buffer_text(&body), want, sizeof want / sizeof *want);
    buffer_deinit(&body);
}

/* It stands above them, for the whole part; and the notes are in another report. */
static void test_part(void **state)
{
    static const struct expected want[] = {
        {"3", NODE_INCORPORATED},
        {"8", NODE_INCORPORATED},
        {"10", NODE_INCORPORATED},
        {"11", NODE_PRESENT},
    };
    struct buffer body = {0};
    (void)state;
    buffer_addf(&body,
                PART_II
                "<p>What this part asks is incorporated by reference to our proxy statement.</p>"
                "<p><b>Item 10. Directors, Executive Officers and Corporate Governance</b></p>"
                "<p><b>Item 11. Executive Compensation</b></p><p>",
                "Incorporated by reference to Exhibit 13.");
    for (size_t i = 0; i < 20; i++)
        buffer_addf(&body, "Officer %zu was paid. ", i);
    buffer_add_text(&body, "</p></body></html>");
    check("10-K", buffer_text(&body), want, sizeof want / sizeof *want);
    buffer_deinit(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_footnote),
        cmocka_unit_test(test_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
