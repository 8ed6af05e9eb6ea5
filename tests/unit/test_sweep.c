/* SPDX-License-Identifier: MIT */
/* Going through one document: what of it is searched, and that no filter loses a hit. */
#include "search/sweep.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))
#define ALL SWEEP_NOWHERE

struct heard {
    struct buffer text; /* "offset " of each hit */
    size_t count, wanted;
};

static bool hear(void *self, size_t offset, size_t length, bool scaled)
{
    struct heard *h = self;
    assert_true(length > 0);
    assert_false(scaled);
    buffer_addf(&h->text, "%zu ", offset);
    return ++h->count != h->wanted;
}

static struct submission *open_bytes(struct slice bytes)
{
    struct error e = {0};
    struct submission *s = submission_open(input_from_bytes("test", bytes), &e);
    if (!s)
        fail_msg("%s", e.message);
    return s;
}

static struct pattern *compile(const char *text)
{
    struct error e = {0};
    struct pattern *p = pattern_new(slice_of(text), (struct pattern_options){0}, &e);
    if (!p)
        fail_msg("%s: %s", text, e.message);
    return p;
}

/* Sweeps the first document to its end; what was heard is the caller's. */
static struct heard sweep(struct slice bytes, const char *pattern, struct sweep_range range,
                          size_t wanted)
{
    struct heard heard = {.wanted = wanted};
    struct submission *submission = open_bytes(bytes);
    struct pattern *p = compile(pattern);
    struct sweep s;
    sweep_init(&s, submission, p, hear, &heard);
    sweep_begin(&s, submission_document(submission, 0), range);
    while (s.document && !s.match.ended) {
        size_t at = s.at;
        assert_true(sweep_step(&s) > 0);
        assert_true(s.at >= at);
    }
    assert_int_equal(s.match.ended, wanted > 0 && heard.count == wanted);
    sweep_deinit(&s);
    pattern_free(p);
    submission_free(submission);
    return heard;
}

static void test_small(void **state)
{
    static const struct {
        const char *text, *pattern;
        struct sweep_range range;
        size_t wanted;
        const char *hits;
    } rows[] = {
        {"a word, and a word\n", "word", {0, ALL, ALL, true}, 0, "2 14 "},
        {"a word, and a word\n", "word", {0, ALL, ALL, true}, 1, "2 "},
        {"a word, and a word\n", "(?:w)ord", {0, ALL, ALL, true}, 0, "2 14 "},
        {"a word, and a word\n", "other", {0, ALL, ALL, true}, 0, ""},
        {"word one\n<PAGE>\nword two\n", "word t", {0, ALL, ALL, false}, 0, "16 "},
        {"word one\n<PAGE>\nword two\n", "one word", {0, ALL, ALL, false}, 0, ""},
        {"", "word", {0, ALL, ALL, false}, 0, ""},
        {"a word\n", "word", {0, ALL, 0, false}, 0, ""}, /* no segment is to be searched */
        {"a word\n", "[d-w]+", {0, ALL, 0, false}, 0, ""},
        {"<html><body><p>a word</p></body></html>", "word", {0, ALL, ALL, false}, 0, "17 "},
        {"<html><body><p>a w&#111;rd</p></body></html>", "word", {0, ALL, ALL, false}, 0, "17 "},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer text = {0};
        buffer_addf(&text, "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n%s</TEXT>\n</DOCUMENT>\n", rows[i].text);
        struct submission *submission = open_bytes(buffer_slice(&text));
        size_t from = submission_document(submission, 0)->text_offset;
        submission_free(submission);
        struct heard heard =
            sweep(buffer_slice(&text), rows[i].pattern, rows[i].range, rows[i].wanted);
        struct buffer want = {0};
        struct slice rest = slice_of(rows[i].hits);
        while (rest.len > 0) {
            size_t end = slice_find(rest, SLICE(" "));
            buffer_addf(&want, "%lld ", slice_number(slice_cut(rest, 0, end)) + (long long)from);
            rest = slice_cut(rest, end + 1, rest.len);
        }
        if (strcmp(buffer_text(&heard.text), buffer_text(&want)) != 0)
            fail_msg("row %zu: \"%s\", not \"%s\"", i, buffer_text(&heard.text),
                     buffer_text(&want));
        buffer_deinit(&heard.text);
        buffer_deinit(&want);
        buffer_deinit(&text);
    }
}

/* Pages short and long, with words here and there, at their edges and over the ends of lines. */
static struct buffer make_text(void)
{
    struct buffer text = {0};
    for (unsigned page = 1; page <= 400; page++) {
        buffer_addf(&text, "QUARRY MILLS\n\npage %u begins\n", page);
        for (unsigned i = 0; i < page * 13 % 70; i++)
            buffer_addf(&text, "Line %u of this page is like any other line of it%s\n", i,
                        (page * 31 + i) % 97 == 0   ? ", with a seldom\n  word"
                        : (page * 17 + i) % 89 == 0 ? ", with a sel\xAD"
                                                      "dom word"
                                                    : "");
        buffer_addf(&text, "%s\n%u\n%s", page % 19 == 0 ? "seldom" : "the end", page,
                    page % 7 == 0 ? "" : "<PAGE>\n");
    }
    return text;
}

/* The same pattern with and without words for a filter, over all of it, from places and to places
 * in the middle. */
static void test_filtered(void **state)
{
    /* A comment hides the words from the filter, and is none of the pattern. */
    static const char *const patterns[][2] = {
        {"seldom", "(?#)seldom"},
        {"seldom word", "(?#)seldom word"},
        {"QUARRY MILLS", "(?#)QUARRY MILLS"},
        {"page 3\\d\\d begins", "(?#)page 3\\d\\d begins"},
    };
    struct buffer text = make_text();
    struct slice bytes = buffer_slice(&text);
    size_t heard = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(patterns); i++)
        for (size_t step = 0; step < 12; step++) {
            struct sweep_range range = {.from = step * text.len / 13,
                                        .to = step % 3 ? ALL : text.len - step * text.len / 26,
                                        .stop = step % 4 == 3 ? 9 + step : ALL,
                                        .turns = step % 2};
            struct heard fast = sweep(bytes, patterns[i][0], range, 0);
            struct heard slow = sweep(bytes, patterns[i][1], range, 0);
            /* Outside of the range either may tell of hits: who asks leaves them out. */
            struct slice rest = buffer_slice(&slow.text);
            for (size_t end; rest.len > 0; rest = slice_cut(rest, end + 1, rest.len)) {
                end = slice_find(rest, SLICE(" "));
                struct slice one = slice_cut(rest, 0, end + 1);
                size_t at = (size_t)slice_number(one);
                bool asked = at >= range.from && at < range.to;
                if (asked && slice_find(buffer_slice(&fast.text), one) == fast.text.len)
                    fail_msg("%s, step %zu: %zu is lost", patterns[i][0], step, at);
                heard += asked;
            }
            assert_true(fast.count <= slow.count);
            buffer_deinit(&fast.text);
            buffer_deinit(&slow.text);
        }
    assert_true(heard > 1000);
    buffer_deinit(&text);
}

/* A document may be left where it is, and begun again. */
static void test_leave(void **state)
{
    struct buffer text = make_text();
    struct submission *submission = open_bytes(buffer_slice(&text));
    struct document *d = submission_document(submission, 0);
    struct pattern *p = compile("seldom");
    struct heard heard = {0};
    struct sweep s;
    (void)state;
    sweep_init(&s, submission, p, hear, &heard);
    sweep_leave(&s); /* before the first, too */
    for (size_t steps = 0; steps < 30; steps++) {
        sweep_begin(&s, d, (struct sweep_range){0, ALL, ALL, false});
        assert_ptr_equal(s.document, d);
        for (size_t k = 0; k < steps && s.document; k++)
            sweep_step(&s);
        sweep_leave(&s);
        assert_null(s.document);
    }
    assert_true(heard.count > 30);
    sweep_deinit(&s);
    pattern_free(p);
    submission_free(submission);
    buffer_deinit(&heard.text);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_small),
        cmocka_unit_test(test_filtered),
        cmocka_unit_test(test_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
