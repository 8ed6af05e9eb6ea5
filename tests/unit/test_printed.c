/* SPDX-License-Identifier: MIT */
/* A page of a printed document by itself: where it stands, and that it reads as it does among the
 * others. */
#include "base/buffer.h"
#include "model/content.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct opened {
    struct submission *submission;
    struct content *content;
};

/* Opens the bytes, which must stay. */
static struct opened open_bytes(struct slice bytes)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", bytes), &e);
    if (!s)
        fail_msg("%s", e.message);
    submission_scan(s, (size_t)-1);
    return (struct opened){s, content_of(s, submission_document(s, 0))};
}

static void test_span(void **state)
{
    static const struct {
        const char *text;
        size_t at;
        size_t from, to; /* NOT: there is none */
    } rows[] = {
        {"one\n<PAGE>\ntwo\n", 0, 0, 4},      {"one\n<PAGE>\ntwo\n", 3, 0, 4},
        {"one\n<PAGE>\ntwo\n", 4, 4, 15},     {"one\n<PAGE>\ntwo\n", 14, 4, 15},
        {"no marks\nat all\n", 5, 0, 16},     {"<PAGE>one<PAGE>two", 0, 0, 9},
        {"<PAGE>one<PAGE>two", 8, 0, 9},      {"<PAGE>one<PAGE>two", 9, 9, 18},
        {"one\n<PAGE><PAGE>\ntwo", 9, 4, 10}, {"one\n<PAGE><PAGE>\ntwo", 10, 10, 20},
        {"one\n\ftwo\n\fend", 5, 4, 9},       {"one\n\ftwo\n\fend", 9, 9, 13},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct opened o = open_bytes(slice_of(rows[i].text));
        struct page_span span;
        assert_true(content_page_span(o.content, rows[i].at, &span));
        if (span.from != rows[i].from || span.to != rows[i].to || !span.whole)
            fail_msg("row %zu: %zu to %zu", i, span.from, span.to);
        assert_int_equal(span.near_from, span.from);
        assert_int_equal(span.near_to, span.to);
        submission_free(o.submission);
    }
}

/* What is parsed has no pages of lines. */
static void test_no_span(void **state)
{
    struct opened o = open_bytes(SLICE("<html><body><p>one</p><hr><p>two</p></body></html>"));
    struct page_span span;
    (void)state;
    assert_false(content_page_span(o.content, 20, &span));
    submission_free(o.submission);
    o = open_bytes(SLICE("one\n<PAGE>\ntwo\n"));
    assert_false(content_page_span(o.content, 15, &span)); /* behind the text */
    assert_false(content_page_span(o.content, 4000, &span));
    submission_free(o.submission);
}

/* Pages of many lengths, with heads and feet, a table that is open from page to page, long lines,
 * and empty pages. */
static struct buffer make_pages(void)
{
    struct buffer text = {0};
    for (unsigned page = 1; page <= 60; page++) {
        size_t lines = page % 17 == 0 ? 900 : page % 5 == 0 ? 0 : page * 7 % 60;
        buffer_addf(&text, "%sBIRCH MILLS, INC.\n\nNOTES, PAGE %u\n\n", page % 9 == 1 ? "  " : "",
                    page);
        if (page % 11 == 0)
            buffer_add_text(&text, "<TABLE>\n<CAPTION>\n 1996\n<S>      <C>\n");
        for (size_t i = 0; i < lines; i++)
            buffer_addf(&text, "Line %zu of page %u      %zu\n", i, page, i * i);
        for (size_t i = 0; page % 13 == 0 && i < 40000; i++)
            buffer_add_byte(&text, i % 70 ? 'x' : ' ');
        if (page % 11 == 1)
            buffer_add_text(&text, "</TABLE>\n");
        buffer_addf(&text, "\nSee notes.\n      %u\n<PAGE>\n", page);
    }
    return text;
}

/* The block of the segments that begins at the place. */
static const struct block *block_at(struct content *c, size_t offset)
{
    const struct segment *s = content_segment(c, content_segment_at(c, offset));
    for (size_t i = 0; s && i < s->count; i++)
        if (s->blocks[i].offset == offset)
            return &s->blocks[i];
    return NULL;
}

/* All spans, one behind the other: they leave nothing out, and a whole page reads as its segment
 * does. */
static void test_pages_alone(void **state)
{
    struct buffer text = make_pages();
    size_t whole = 0, cut = 0, furniture = 0;
    (void)state;
    /* Each page is the first that is read of its document, and the running heads are not known. */
    for (size_t at = 0, next; at < text.len; at = next) {
        struct opened o = open_bytes(buffer_slice(&text));
        struct page_span span;
        assert_true(content_page_span(o.content, at, &span));
        assert_int_equal(span.from, at);
        assert_in_range(span.to, at + 1, text.len);
        assert_in_range(span.near_from, 0, span.from);
        assert_in_range(span.near_to, span.to, text.len);
        next = span.to;
        whole += span.whole;
        cut += !span.whole;
        if (span.whole) {
            struct segment page;
            content_walk_page(o.content, span.from, span.to, &page);
            for (size_t i = 0; i < page.count; i++) {
                const struct block *b = &page.blocks[i], *same = block_at(o.content, b->offset);
                assert_non_null(same);
                assert_true(slice_equal(b->text, same->text));
                assert_int_equal(b->end, same->end);
                assert_int_equal(b->flags, same->flags);
                furniture += (b->flags & SINK_FURNITURE) != 0;
            }
            segment_deinit(&page);
        }
        submission_free(o.submission);
    }
    assert_in_range(whole, 40, 60);
    assert_in_range(cut, 4, 40);
    assert_true(furniture > 100);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_span),
        cmocka_unit_test(test_no_span),
        cmocka_unit_test(test_pages_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
