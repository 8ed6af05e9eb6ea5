/* SPDX-License-Identifier: MIT */
/* Where sentences begin, in printed text and in markup. */
#include "ui/sentence.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "model/submission.h"

static struct submission *open_text(struct slice bytes)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("made-up", bytes), &e);
    if (!s)
        fail_msg("%s", e.message);
    return s;
}

/* The first eight bytes of each sentence behind the first, joined with "|"; and the same sentences
 * must be met on the way back. */
static void expect(const char *text, size_t width, const char *expected)
{
    struct submission *s = open_text(slice_of(text));
    struct content *c = content_of(s, submission_document(s, 0));
    struct flow *flow = flow_new(c, (struct flow_options){.width = width, .wrap = true});
    struct buffer out = {0};
    size_t places[64] = {0}, count = 0, at = 0;
    struct spot first;
    assert_true(flow_first(flow, &first));
    at = flow_line(flow, first)->offset;
    places[count++] = at;
    while (count < 64 && sentence_next(flow, at, &at)) {
        struct slice begin = slice_cut(slice_of(text), at, at + 8);
        assert_true(at > places[count - 1]);
        places[count++] = at;
        buffer_add_text(&out, out.len ? "|" : "");
        buffer_add(&out, begin);
    }
    if (strcmp(buffer_text(&out), expected) != 0)
        fail_msg("\"%s\"", buffer_text(&out));
    at = SIZE_MAX / 2;
    while (count > 1) {
        assert_true(sentence_before(flow, at, &at));
        assert_int_equal(at, places[--count]);
    }
    buffer_deinit(&out);
    flow_free(flow);
    submission_free(s);
}

static void test_ends(void **state)
{
    (void)state;
    expect("We sell cloth. It is dyed in Elm Creek. Is it? Yes! \"So be it.\" (We agree.) Fine.\n",
           0, "It is dy|Is it? Y|Yes! \"So|\"So be i|(We agre|Fine.\n");
    expect(
        "Mr. Hale of Quarry Mills, Inc. and J. B. Moss sold 1.5 million to U.S. Bank. They left.\n",
        0, "They lef");
    expect("See Note 3. the rest is small. $5 was paid.  10 were lost.\n", 0, "$5 was p|10 were ");
}

static void test_lines(void **state)
{
    (void)state;
    expect("A sentence that goes on\nover two lines. And\nanother one.\nA third.\n\n  Indented it "
           "is.\n",
           0, "And\nanot|A third.|Indented");
    expect("7. Management\n\nText begins here.\n", 0, "Text beg");
}

static void test_pages(void **state)
{
    (void)state;
    expect(
        "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nThe page ends within a\n\n<PAGE>\n\nsentence. Then on.\n"
        "</TEXT>\n</DOCUMENT>\n",
        0, "Then on.");
}

static void test_markup(void **state)
{
    (void)state;
    expect(
        "<html><body><p>One is here. Two is here.</p><p>Three has no end</p><p>four is small.</p>"
        "</body></html>",
        20, "Two is h|Three ha|four is ");
}

/* A long document is not gone through to its end for nothing. */
static void test_none(void **state)
{
    (void)state;
    struct buffer text = {0};
    for (size_t i = 0; i < 200000; i++)
        buffer_add_text(&text, "and so on, without an end\n");
    struct submission *s = open_text(buffer_slice(&text));
    struct flow *flow =
        flow_new(content_of(s, submission_document(s, 0)), (struct flow_options){0});
    size_t found;
    assert_false(sentence_next(flow, 100000, &found));
    flow_free(flow);
    submission_free(s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ends),   cmocka_unit_test(test_lines), cmocka_unit_test(test_pages),
        cmocka_unit_test(test_markup), cmocka_unit_test(test_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
