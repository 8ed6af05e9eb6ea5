/* SPDX-License-Identifier: MIT */
/* Forms that mean no good: very deep, very long, repeating; all is shown, and it takes no age. */
#include "formats/forms/forms.h"

#include "base/buffer.h"
#include "forms_heard.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <time.h>

enum { SECONDS = 10 };

static void add_many(struct buffer *b, const char *text, size_t count)
{
    while (count-- > 0)
        buffer_add_text(b, text);
}

/* Each is `before`, `count` times `part`, `middle`, `count` times `end`, `after`. */
static const struct {
    const char *name, *before, *part, *middle, *end, *after;
    size_t count, tables;
} rows[] = {
    {"deep", "", "<a>", "x", "</a>", "", 200000, 0},
    {"deep as may be", "", "<a>", "x", "</a>", "", 500, 0},
    {"wide", "<r>", "<a>1</a><b/>", "", "", "</r>", 200000, 0},
    {"rows of more than a table", "<informationTable>",
     "<infoTable><nameOfIssuer>A</nameOfIssuer><value>1</value></infoTable>", "", "",
     "</informationTable>", 45000, 3},
    {"guessed rows of more than a table", "<r>", "<q><a>1</a><b>2</b></q>", "", "", "</r>", 20001,
     2},
    {"a last row that makes it no table", "<r>", "<q><a>1</a><b>2</b></q>",
     "<q><a>1</a><a>2</a></q>", "", "</r>", 20000, 0},
    {"empty nests", "<r>", "<a><a><a><a><a></a></a></a></a></a>", "1", "", "</r>", 40000, 0},
    {"escaped tags that do not end", "<r>", "&lt;p ", "", "", "</r>", 200000, 0},
    {"attributes", "<r", " a=\"1\"", "", "", "/>", 1, 0},
    {"facts of one big context", "<xbrl><context id=\"c\">", "<e>1</e>", "</context>",
     "<f contextRef=\"c\">1</f>", "</xbrl>", 20000, 2},
    {"closing only", "<r>", "", "x", "</a>", "", 100000, 0},
};

static void test_hostile(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer b;
        struct forms_heard h;
        clock_t begun = clock();
        buffer_init(&b);
        buffer_add_text(&b, rows[i].before);
        add_many(&b, rows[i].part, rows[i].count);
        buffer_add_text(&b, rows[i].middle);
        add_many(&b, rows[i].end, rows[i].count);
        buffer_add_text(&b, rows[i].after);
        forms_heard_read(&h, buffer_slice(&b), 5);
        print_message("%s: %zu blocks\n", rows[i].name, h.blocks);
        assert_true(h.blocks > 0);
        assert_int_equal(h.tables, rows[i].tables);
        assert_true((clock() - begun) / CLOCKS_PER_SEC < SECONDS);
        forms_heard_deinit(&h);
        buffer_deinit(&b);
    }
}

/* No control character and nothing that turns the direction of text gets through. */
static void test_controls(void **state)
{
    static const char text[] = "<r><t>a\xE2\x80\xAE"
                               "b&#8238;c&#27;d\x1B[2J\x7F</t>"
                               "<u x=\"\xE2\x81\xA6"
                               "1\x02\">z</u></r>";
    struct forms_heard h;
    (void)state;
    forms_heard_read(&h, SLICE(text), 0);
    struct slice seen = buffer_slice(&h.text);
    for (size_t i = 0; i < seen.len; i++)
        assert_true((unsigned char)seen.at[i] >= ' ' || seen.at[i] == '\n');
    assert_int_equal(slice_find(seen, SLICE("\xE2\x80\xAE")), seen.len);
    assert_int_equal(slice_find(seen, SLICE("\xE2\x81\xA6")), seen.len);
    assert_int_equal(slice_find(seen, SLICE("\x7F")), seen.len);
    forms_heard_deinit(&h);
}

/* Cut off anywhere, what is there is shown. */
static void test_cut(void **state)
{
    static const char text[] =
        "<?xml version=\"1.0\"?><ownershipDocument><documentType>4</documentType><issuer "
        "a=\"b\"><issuerName>Alder &amp; Sons</issuerName></issuer><nonDerivativeTable>"
        "<nonDerivativeTransaction><securityTitle><value>Common</value><footnoteId id=\"F1\"/>"
        "</securityTitle></nonDerivativeTransaction></nonDerivativeTable><footnotes><footnote "
        "id=\"F1\">&lt;p&gt;Held &amp;amp; "
        "kept&lt;/p&gt;</footnote></footnotes></ownershipDocument>";
    (void)state;
    for (size_t i = 0; i < sizeof text; i++) {
        struct forms_heard h;
        struct slice cut = slice_cut(SLICE(text), 0, i);
        forms_heard_read(&h, cut, 9);
        forms_heard_deinit(&h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_controls),
        cmocka_unit_test(test_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
