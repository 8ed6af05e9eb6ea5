/* SPDX-License-Identifier: MIT */
/* Documents with markup: segments, pages, running heads, anchors, what is let go. */
#include "base/buffer.h"
#include "model/content.h"
#include "model/table.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct opened {
    struct submission *submission;
    struct content *content;
    struct buffer bytes;
};

static void open_buffer(struct opened *o)
{
    struct error e = {0};
    struct input *input = input_from_bytes("test", buffer_slice(&o->bytes));
    o->submission = submission_open(input, &e);
    if (!o->submission)
        fail_msg("%s", e.message);
    submission_scan(o->submission, (size_t)-1);
    o->content = content_of(o->submission, submission_document(o->submission, 0));
}

static void open_text(struct opened *o, const char *text)
{
    *o = (struct opened){0};
    buffer_add_text(&o->bytes, text);
    open_buffer(o);
}

static void close_it(struct opened *o)
{
    submission_free(o->submission);
    buffer_deinit(&o->bytes);
}

/* The blocks as lines: '~' before furniture, '|' for the tabs of a row, '--' where a page ends. */
static void written(struct content *c, struct buffer *out)
{
    const struct segment *s;
    size_t page = 0;
    for (size_t i = 0; (s = content_segment(c, i)); i++) {
        for (size_t k = 0; k < s->count; k++) {
            const struct block *b = &s->blocks[k];
            if (b->page != page)
                buffer_add_text(out, "--\n");
            page = b->page;
            if (b->flags & SINK_FURNITURE)
                buffer_add_byte(out, '~');
            for (size_t at = 0; at < b->text.len; at++)
                buffer_add_byte(out, b->text.at[at] == '\t' ? '|' : b->text.at[at]);
            buffer_add_byte(out, '\n');
        }
    }
}

static void check_written(struct content *c, const char *want)
{
    struct buffer out = {0};
    written(c, &out);
    assert_string_equal(buffer_text(&out), want);
    buffer_deinit(&out);
}

static void test_blocks(void **state)
{
    struct opened o;
    (void)state;
    open_text(&o, "<html><body><p>One <b>and</b> more</p><p>Two</p></body></html>");
    check_written(o.content, "One and more\nTwo\n");
    const struct segment *s = content_segment(o.content, 0);
    assert_true(s->last);
    assert_false(content_is_printed(o.content));
    const struct block *b = &s->blocks[0];
    size_t until;
    assert_int_equal(block_style(b, 0, &until), 0);
    assert_int_equal(until, 4);
    assert_int_equal(block_style(b, 5, &until), STYLE_BOLD);
    assert_int_equal(until, 8); /* a blank looks the same in bold */
    assert_int_equal(block_style(b, 9, &until), 0);
    assert_int_equal(until, b->text.len);
    assert_int_equal(block_source(b, 4), 22);
    assert_null(content_segment(o.content, 1));
    close_it(&o);
}

/* Text that no page has in common with the next ones. */
static char letter(size_t i)
{
    return (char)('A' + i % 26);
}

static void add_pages(struct buffer *out, size_t count, const char *head)
{
    buffer_add_text(out, "<html><body>");
    for (size_t i = 1; i <= count; i++)
        buffer_addf(out,
                    "<p>%s</p><p>Text %c.</p><p>More %c.</p><p>Much %c.</p><p>%zu</p>"
                    "<hr style=\"page-break-after:always\"/>",
                    head, letter(i), letter(i + 1), letter(i + 2), i + 2);
    buffer_add_text(out, "</body></html>");
}

static void test_pages(void **state)
{
    struct opened o = {0};
    bool all;
    (void)state;
    add_pages(&o.bytes, 4, "Example Corp.");
    open_buffer(&o);
    /* The first head is the text that the others repeat. */
    check_written(o.content, "Example Corp.\nText B.\nMore C.\nMuch D.\n~3\n--\n"
                             "~Example Corp.\nText C.\nMore D.\nMuch E.\n~4\n--\n"
                             "~Example Corp.\nText D.\nMore E.\nMuch F.\n~5\n--\n"
                             "~Example Corp.\nText E.\nMore F.\nMuch G.\n~6\n");
    assert_true(content_has_pages(o.content));
    assert_int_equal(content_pages(o.content, &all), 4);
    assert_true(all);
    assert_true(slice_equal(content_page_label(o.content, 0), SLICE("3")));
    assert_true(slice_equal(content_page_label(o.content, 3), SLICE("6")));
    assert_int_equal(content_page_labelled(o.content, SLICE("5")), 2);
    assert_int_equal(content_page_labelled(o.content, SLICE("7")), (size_t)-1);
    size_t second = content_page_offset(o.content, 1);
    assert_int_equal(content_page_at(o.content, second), 1);
    assert_int_equal(content_page_at(o.content, second - 1), 0);
    assert_int_equal(content_page_offset(o.content, 9), content_document(o.content)->text_end);
    close_it(&o);
}

/* A link back to the contents above a page is furniture, wherever it stands first. */
static void test_way_back(void **state)
{
    struct opened o;
    (void)state;
    open_text(&o, "<html><body><p>Cover</p><hr style=\"page-break-after:always\"/>"
                  "<p><a href=\"#toc\">Table of Contents</a></p><p>Text of it</p>"
                  "<hr style=\"page-break-after:always\"/><p>Table of Contents</p>"
                  "<p>Item 1</p></body></html>");
    check_written(o.content, "Cover\n--\n~Table of Contents\nText of it\n--\n"
                             "Table of Contents\nItem 1\n");
    close_it(&o);
}

/* The number of a page beside words, a picture behind it. */
static void test_labels(void **state)
{
    struct opened o = {0};
    (void)state;
    buffer_add_text(&o.bytes, "<html><body>");
    for (size_t i = 1; i <= 4; i++)
        buffer_addf(&o.bytes,
                    "<p>Text %c.</p><p>More %c.</p><p>Much %c.</p><p>Fiscal 2023 %zu "
                    "<img src=\"logo.jpg\" alt=\"Logo\"/></p>"
                    "<hr style=\"page-break-after:always\"/>",
                    letter(i), letter(i + 1), letter(i + 2), i + 10);
    buffer_add_text(&o.bytes, "</body></html>");
    open_buffer(&o);
    assert_true(slice_equal(content_page_label(o.content, 0), SLICE("11")));
    assert_true(slice_equal(content_page_label(o.content, 3), SLICE("14")));
    close_it(&o);
}

/* Pages whose foot has a title of its own, and the number at the outer edge. */
static void add_feet(struct buffer *out, size_t count, size_t step)
{
    buffer_add_text(out, "<html><body>");
    for (size_t i = 1; i <= count; i++) {
        size_t number = 10 + i * step;
        buffer_addf(out, "<p>Text %c.</p><p>More %c.</p><p>Much %c.</p><table><tr>", letter(i),
                    letter(i + 1), letter(i + 2));
        if (i % 2)
            buffer_addf(out, "<td>Chapter %c</td><td>%zu</td>", letter(i), number);
        else
            buffer_addf(out, "<td>%zu</td><td>Chapter %c</td>", number, letter(i));
        buffer_add_text(out, "</tr></table><hr style=\"page-break-after:always\"/>");
    }
    buffer_add_text(out, "</body></html>");
}

static void test_counted(void **state)
{
    struct opened o = {0}, few = {0}, other = {0};
    (void)state;
    add_feet(&o.bytes, 12, 1);
    open_buffer(&o);
    for (size_t page = 0; page < 12; page++)
        assert_int_equal(slice_number(content_page_label(o.content, page)), 11 + page);
    close_it(&o);
    /* Four pages do not tell, nor numbers that do not rise by one. */
    add_feet(&few.bytes, 4, 1);
    open_buffer(&few);
    assert_int_equal(content_page_label(few.content, 2).len, 0);
    close_it(&few);
    add_feet(&other.bytes, 12, 2);
    open_buffer(&other);
    for (size_t page = 0; page < 12; page++)
        assert_int_equal(content_page_label(other.content, page).len, 0);
    close_it(&other);
}

/* Segments do not depend on how far one has read, and a place is in the segment that says so. */
static void test_segments(void **state)
{
    struct opened forward = {0}, there = {0};
    struct buffer a = {0}, b = {0};
    const struct segment *s;
    (void)state;
    add_pages(&forward.bytes, 4000, "Notes");
    add_pages(&there.bytes, 4000, "Notes");
    open_buffer(&forward);
    open_buffer(&there);
    assert_int_equal(content_page_labelled(there.content, SLICE("103")), 100);
    size_t count = 0;
    for (; (s = content_segment(forward.content, count)); count++) {
        assert_int_equal(s->index, count);
        assert_int_equal(content_segment_at(forward.content, s->offset), count);
        assert_int_equal(content_segment_at(forward.content, s->end - 1), count);
        assert_int_equal(content_segment(there.content, count)->offset, s->offset);
        assert_int_equal(content_segment(there.content, count)->count, s->count);
    }
    assert_true(count > 10);
    written(forward.content, &a);
    written(there.content, &b);
    assert_string_equal(buffer_text(&a), buffer_text(&b));
    buffer_deinit(&a);
    buffer_deinit(&b);
    close_it(&forward);
    close_it(&there);
}

/* Well-formed for a long way, and then not: what was shown stays, what follows is not lost. */
static void test_broken_late(void **state)
{
    struct opened o = {0};
    struct buffer out = {0};
    (void)state;
    buffer_add_text(&o.bytes, "<?xml version=\"1.0\"?>"
                              "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>");
    for (int i = 0; i < 30000; i++)
        buffer_addf(&o.bytes, "<p>Paragraph %d%s</p>", i, i == 25000 ? "<b>" : "");
    buffer_add_text(&o.bytes, "</body></html>");
    open_buffer(&o);
    const struct segment *first = content_segment(o.content, 0);
    struct slice text = first->blocks[0].text;
    assert_true(slice_equal(text, SLICE("Paragraph 0")));
    const struct segment *s;
    int next = 0;
    for (size_t i = 0; (s = content_segment(o.content, i)); i++) {
        for (size_t k = 0; k < s->count; k++) {
            buffer_clear(&out);
            buffer_addf(&out, "Paragraph %d", next++);
            assert_true(slice_equal(s->blocks[k].text, buffer_slice(&out)));
        }
    }
    assert_int_equal(next, 30000);
    assert_ptr_equal(content_segment(o.content, 0), first);
    assert_true(slice_equal(first->blocks[0].text, text));
    buffer_deinit(&out);
    close_it(&o);
}

static void test_anchors(void **state)
{
    struct opened o;
    size_t offset;
    (void)state;
    open_text(&o, "<html><body><p>A</p><div id=\"here\"></div><p>B</p>"
                  "<a name=\"there\">C</a></body></html>");
    assert_true(content_anchor(o.content, SLICE("here"), &offset));
    assert_true(offset >= 20 && offset <= 49);
    assert_true(content_anchor(o.content, SLICE("there"), &offset));
    assert_false(content_anchor(o.content, SLICE("nowhere"), &offset));
    close_it(&o);
}

/* A table around the page only places it; the table in it is one. */
static void test_nested(void **state)
{
    struct opened o;
    (void)state;
    open_text(&o, "<html><body><table><tr><td>Before</td></tr><tr><td><p>In the row</p>"
                  "<table><tr><td></td><td>2003</td><td>2002</td></tr>"
                  "<tr><td>Cash</td><td>$ 1</td><td>$ 2</td></tr>"
                  "<tr><td>Debt</td><td>3</td><td>4</td></tr></table>"
                  "<p>Behind it</p></td></tr><tr><td>After</td></tr></table></body></html>");
    check_written(o.content,
                  "Before\nIn the row\n2003|2002\nCash|$ 1|$ 2\nDebt|3|4\nBehind it\nAfter\n");
    const struct segment *s = content_segment(o.content, 0);
    assert_null(s->blocks[1].row);
    assert_non_null(s->blocks[3].row);
    assert_int_equal(s->blocks[3].row->table->kind, TABLE_DATA);
    assert_int_equal(s->blocks[3].blank, 0);
    assert_int_equal(s->blocks[5].blank, 1);
    close_it(&o);
}

/* Behind a table stands one empty line, whoever says so. */
static void test_behind_table(void **state)
{
#define DATA "<table><tr><td>Cash</td><td>$ 1</td></tr><tr><td>Debt</td><td>$ 3</td></tr></table>"
    static const struct {
        const char *html;
        size_t blank;
    } rows[] = {
        {"<html><body>" DATA "<div>After</div></body></html>", 1},
        {"<html><body>" DATA "<p>After</p></body></html>", 1},
        {"<html><body>" DATA "<br><br><br><div>After</div></body></html>", 1},
    };
#undef DATA
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct opened o;
        open_text(&o, rows[i].html);
        const struct segment *s = content_segment(o.content, 0);
        assert_int_equal(s->count, 3);
        assert_int_equal(s->blocks[2].blank, rows[i].blank);
        close_it(&o);
    }
}

/* What nobody holds is read again when it is asked for. */
static void test_let_go(void **state)
{
    struct opened o;
    (void)state;
    open_text(&o, "<html><body><p>Here</p></body></html>");
    content_hold(o.content);
    content_hold(o.content);
    const struct segment *s = content_segment(o.content, 0);
    content_release(o.content);
    assert_ptr_equal(content_segment(o.content, 0), s);
    struct segment walked;
    assert_true(content_walk(o.content, 0, &walked));
    segment_deinit(&walked);
    assert_ptr_equal(content_segment(o.content, 0), s);
    content_release(o.content);
    check_written(o.content, "Here\n");
    close_it(&o);
}

/* ASCII in one <pre>: lines, pages and character references as in a plain document. */
static void test_plain_in_html(void **state)
{
    struct opened o;
    (void)state;
    open_text(&o, "<html><body><pre>\nExample   A&amp;B\n   1,200\n<PAGE>\nMore\n"
                  "</pre></body></html>\n");
    assert_true(content_is_printed(o.content));
    check_written(o.content, "Example   A&B\n   1,200\n--\nMore\n");
    close_it(&o);
}

/* A running head above a table is not its caption, but for the first, which is the text's. */
static void test_captions(void **state)
{
    struct opened o = {0};
    const struct segment *s;
    size_t named = 0, tables = 0;
    (void)state;
    buffer_add_text(&o.bytes, "<html><body>");
    for (size_t i = 1; i <= 5; i++)
        buffer_addf(&o.bytes,
                    "<p><b>Example Corporation</b></p>%s<table><tr><td>Sales %c<td>1,204<td>900"
                    "<tr><td>Costs<td>77<td>1,377</table><p>Text %c.</p><p>%zu</p>"
                    "<hr style=\"page-break-after:always\"/>",
                    i == 4 ? "<p><b>Results</b></p>" : "", letter(i), letter(i), i + 2);
    buffer_add_text(&o.bytes, "</body></html>");
    open_buffer(&o);
    for (size_t i = 0; (s = content_segment(o.content, i)); i++)
        for (size_t k = 0; k < s->count; k++)
            if (s->blocks[k].row && s->blocks[k].row->index == 0) {
                struct slice caption = s->blocks[k].row->table->caption;
                tables++;
                named += slice_equal(caption, SLICE("Example Corporation"));
                assert_int_equal(slice_equal(caption, SLICE("Results")), tables == 4);
            }
    assert_int_equal(tables, 5);
    assert_int_equal(named, 1);
    close_it(&o);
}

/* What was odd is said once each, however often the document is read. */
static void test_oddities(void **state)
{
    static const struct {
        const char *text, *lines;
    } rows[] = {
        {"<html><body><p>a</p></body></html>", ""},
        {"<html><table><tr><td colspan=376967340>a<td>b<tr><td colspan=9999>c</table></html>",
         "document 1: a cell spans more columns or rows than a table can have; its span was cut\n"},
        {"<html><p>a<!-- b</p></html><p>c",
         "document 1: a comment has no end\n"
         "document 1: there is text behind </html>; it is shown\n"},
        {"<?xml version='1.0'?><html><p>a</html>",
         "document 1: the document says that it is XML but is not well-formed; it was read as "
         "HTML\n"},
        {"<html xmlns='http://www.w3.org/1999/xhtml'><p>a<b></p>",
         "document 1: the document ends without </html>; it may have been cut off\n"
         "document 1: the document says that it is XML but is not well-formed; it was read as "
         "HTML\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct opened o;
        struct buffer out = {0};
        const struct slice *lines;
        open_text(&o, rows[i].text);
        for (int twice = 0; twice < 2; twice++) {
            written(o.content, &out);
            struct segment walked;
            for (size_t k = 0; content_walk(o.content, k, &walked); k++)
                segment_deinit(&walked);
            buffer_clear(&out);
        }
        size_t count = submission_warnings(o.submission, &lines);
        for (size_t k = 0; k < count; k++) {
            buffer_add(&out, lines[k]);
            buffer_add_byte(&out, '\n');
        }
        assert_string_equal(out.len > 0 ? buffer_text(&out) : "", rows[i].lines);
        buffer_deinit(&out);
        close_it(&o);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),      cmocka_unit_test(test_pages),
        cmocka_unit_test(test_labels),      cmocka_unit_test(test_counted),
        cmocka_unit_test(test_way_back),    cmocka_unit_test(test_segments),
        cmocka_unit_test(test_broken_late), cmocka_unit_test(test_anchors),
        cmocka_unit_test(test_nested),      cmocka_unit_test(test_behind_table),
        cmocka_unit_test(test_let_go),      cmocka_unit_test(test_plain_in_html),
        cmocka_unit_test(test_captions),    cmocka_unit_test(test_oddities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
