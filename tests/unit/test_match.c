/* SPDX-License-Identifier: MIT */
/* Matching in segments made by hand: what belongs to a page, what goes on in the next segment. */
#include "search/match.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { MOST = 8 };

/* Lines of a text, each with its page; they stand 100 bytes apart. */
struct made {
    struct block blocks[MOST];
    struct segment segment;
};

static struct block line(const char *text, uint32_t page, size_t offset)
{
    struct slice s = slice_of(text);
    return (struct block){.text = s, .offset = offset, .end = offset + s.len, .page = page};
}

/* "0a|0b|1c": the page of each line, and its text; '~' before it makes it furniture. */
static void make(struct made *m, size_t index, const char *lines, size_t offset)
{
    static char texts[2][MOST][40];
    struct slice rest = slice_of(lines);
    *m = (struct made){.segment = {.index = index, .blocks = m->blocks}};
    for (; rest.len > 0 && m->segment.count < MOST; offset += 100) {
        size_t end = slice_find(rest, SLICE("|"));
        bool furniture = *rest.at == '~';
        struct slice s = slice_cut(rest, furniture, end);
        char *text = texts[index > 0][m->segment.count];
        assert_in_range(s.len, 1, sizeof texts[0][0]);
        for (size_t i = 1; i < s.len; i++)
            text[i - 1] = s.at[i];
        text[s.len - 1] = '\0';
        m->blocks[m->segment.count] = line(text, (uint32_t)(*s.at - '0'), offset);
        m->blocks[m->segment.count++].flags = furniture ? SINK_FURNITURE : 0;
        rest = slice_cut(rest, end + 1, rest.len);
    }
}

struct heard {
    struct buffer text; /* "offset+length " for each hit */
    size_t wanted;
};

static bool hear(void *self, size_t offset, size_t length, bool scaled)
{
    struct heard *h = self;
    buffer_addf(&h->text, "%zu+%zu%s ", offset, length, scaled ? "*" : "");
    return --h->wanted > 0;
}

static struct pattern *compile(const char *text)
{
    struct error e = {0};
    struct pattern_options options = {.number = *text == '='};
    struct pattern *p = pattern_new(slice_of(text), options, &e);
    if (!p)
        fail_msg("%s: %s", text, e.message);
    return p;
}

static void test_segments(void **state)
{
    static const struct {
        const char *pattern, *segment, *ahead; /* "": there is none */
        bool opens;                            /* the one ahead opens a page */
        size_t known, wanted;
        const char *hits;
    } rows[] = {
        {"b", "0abc|0b", "", false, 0, 9, "1001+1 1100+1 "},
        {"one two", "0one|0two", "", false, 0, 9, "1000+103 "},
        {"one two", "0one|1two", "", false, 0, 9, ""}, /* never across pages */
        {"one two", "0one|~0head|0two", "", false, 0, 9, "1000+203 "},
        {"head", "0one|~0head|0two", "", false, 0, 9, ""},
        {"one two", "0x|1one", "1two|1z", false, 0, 9, "1100+4903 "},
        {"one two", "0x|1one", "1two|1z", true, 0, 9, ""},
        {"one two", "0x|1one", "2two|2z", false, 0, 9, ""},
        {"one two z", "0x|1one", "1two|1z", false, 0, 9, "1100+5001 "},
        {"two", "0x|1one", "1two|1z", false, 0, 9, ""}, /* it begins in the one ahead */
        {"two", "0two|0two|1two", "", false, 0, 2, "1000+3 1100+3 "}, /* no more are wanted */
        {"two", "0two|0two|1two", "", false, 1200, 9, "1200+3 "},     /* known pages are left out */
        {"two", "0two|0two|1two", "", false, 1201, 9, ""},
        {"two$", "0two|0two x|1two", "", false, 0, 9, "1000+3 1200+3 "},
        {"=5", "0a 5 b|0(5)", "", false, 0, 9, "1002+1 1100+3 "},
        {"x", "", "", false, 0, 9, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct heard heard = {.wanted = rows[i].wanted};
        struct pattern *p = compile(rows[i].pattern);
        struct made segment, ahead;
        struct match m;
        match_init(&m, p, hear, &heard);
        make(&segment, 0, rows[i].segment, 1000);
        make(&ahead, 1, rows[i].ahead, 6000);
        ahead.segment.opens_page = rows[i].opens;
        match_segment(&m, &segment.segment, *rows[i].ahead ? &ahead.segment : NULL, rows[i].known);
        if (!slice_equal(buffer_slice(&heard.text), slice_of(rows[i].hits)))
            fail_msg("row %zu: \"%s\"", i, buffer_text(&heard.text));
        assert_int_equal(m.ended, heard.wanted == 0);
        assert_int_equal(m.costly, 0);
        match_deinit(&m);
        pattern_free(p);
        buffer_deinit(&heard.text);
    }
}

/* Only the segment right behind is the one ahead. */
static void test_other_segment(void **state)
{
    struct heard heard = {.wanted = 9};
    struct pattern *p = compile("one two");
    struct made segment, other;
    struct match m;
    (void)state;
    match_init(&m, p, hear, &heard);
    make(&segment, 0, "0one", 1000);
    make(&other, 2, "0two", 6000);
    match_segment(&m, &segment.segment, &other.segment, 0);
    assert_int_equal(heard.text.len, 0);
    other.segment.index = 1;
    match_segment(&m, &segment.segment, &other.segment, 0);
    assert_string_equal(buffer_text(&heard.text), "1000+5003 ");
    match_deinit(&m);
    pattern_free(p);
    buffer_deinit(&heard.text);
}

/* A pattern that is too costly on page after page ends the search. */
static void test_costly(void **state)
{
    struct heard heard = {.wanted = 9};
    struct pattern *p = compile("(a+)+[bc]");
    struct buffer text = {0};
    struct made made;
    struct match m;
    (void)state;
    for (int i = 0; i < 3000; i++)
        buffer_add_byte(&text, 'a');
    match_init(&m, p, hear, &heard);
    for (int times = 1; times <= 8; times++) {
        assert_false(m.ended);
        make(&made, 0, "0a", 1000);
        made.blocks[0].text = buffer_slice(&text);
        match_segment(&m, &made.segment, NULL, 0);
        assert_int_equal(m.costly, times);
    }
    assert_true(m.ended);
    assert_int_equal(heard.text.len, 0);
    match_deinit(&m);
    pattern_free(p);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_segments),
        cmocka_unit_test(test_other_segment),
        cmocka_unit_test(test_costly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
