/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "base/buffer.h"
#include "formats/html.h"

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

enum { BASE = 1000 };

/* What a reading says, as text. A block is a line, its flags and shape before a colon; a page is
 * "=", an empty line "~". */
struct recorder {
    struct buffer said;
    struct html *html;
    size_t kept_at; /* in `said`: what is behind it is void after a restart */
    size_t keep;    /* what is kept is told at the so-manieth thing at the top; 0: never */
    size_t items, depth, restarts;
    bool open, shapes;
};

static void on_page(void *self, size_t offset)
{
    (void)offset;
    buffer_add_text(&((struct recorder *)self)->said, "=\n");
}

static void on_blank(void *self, size_t lines)
{
    for (size_t i = 0; i < lines; i++)
        buffer_add_text(&((struct recorder *)self)->said, "~\n");
}

static void item(struct recorder *r, size_t offset)
{
    if (r->depth > 0 || ++r->items != r->keep)
        return;
    html_kept(r->html, offset);
    r->kept_at = r->said.len;
    while (r->kept_at > 0 && r->said.at[r->kept_at - 2] == '~')
        r->kept_at -= 2; /* they belong to what is said again */
}

static void on_begin(void *self, unsigned flags, size_t offset)
{
    struct recorder *r = self;
    item(r, offset);
    r->open = true;
    buffer_addf(&r->said, "%s%s:", flags & SINK_COLUMNS ? "p" : "", flags & SINK_RULE ? "R" : "");
}

static void on_text(void *self, struct slice text, size_t offset)
{
    (void)offset;
    buffer_add(&((struct recorder *)self)->said, text);
}

static void on_code(void *self, uint32_t code, size_t count, size_t offset, size_t length)
{
    (void)offset, (void)length;
    for (size_t i = 0; i < count; i++)
        buffer_add_utf8(&((struct recorder *)self)->said, code);
}

static void on_end(void *self, size_t offset)
{
    struct recorder *r = self;
    (void)offset;
    r->open = false;
    buffer_add_text(&r->said, "\n");
}

static void on_shape(void *self, const struct sink_shape *s)
{
    static const char *const aligns[] = {"", "c", "r"};
    struct buffer *said = &((struct recorder *)self)->said;
    if (!((struct recorder *)self)->shapes)
        return;
    buffer_addf(said, "(%s", aligns[s->align]);
    if (s->indent || s->first)
        buffer_addf(said, "%d%+d", s->indent, s->first);
    if (s->heading)
        buffer_addf(said, "h%d", s->heading);
    if (s->size)
        buffer_addf(said, "s%d", s->size);
    buffer_add_text(said, ")");
}

static void on_style(void *self, unsigned style)
{
    static const char letters[] = "bius^_c+";
    struct buffer *said = &((struct recorder *)self)->said;
    buffer_add_text(said, "{");
    for (size_t i = 0; letters[i]; i++)
        if (style & 1U << i)
            buffer_add_byte(said, letters[i]);
    buffer_add_text(said, "}");
}

static void on_link(void *self, struct slice href, size_t offset)
{
    struct buffer *said = &((struct recorder *)self)->said;
    (void)offset;
    buffer_add_text(said, "<");
    buffer_add(said, href);
    buffer_add_text(said, ">");
}

static void on_anchor(void *self, struct slice name, size_t offset)
{
    struct buffer *said = &((struct recorder *)self)->said;
    (void)offset;
    buffer_add_text(said, "#");
    buffer_add(said, name);
    buffer_add_text(said, "#");
}

static void on_table(void *self, size_t offset)
{
    struct recorder *r = self;
    item(r, offset);
    r->depth++;
    buffer_add_text(&r->said, "[\n");
}

static void on_row(void *self, size_t offset)
{
    (void)offset;
    buffer_add_text(&((struct recorder *)self)->said, "row\n");
}

static void on_cell(void *self, const struct sink_cell *cell, size_t offset)
{
    static const char *const aligns[] = {"l", "c", "r"};
    struct buffer *said = &((struct recorder *)self)->said;
    (void)offset;
    buffer_add_text(said, "cell");
    if (cell->columns > 1 || cell->rows > 1)
        buffer_addf(said, " %ux%u", cell->columns, cell->rows);
    if (cell->width)
        buffer_addf(said, " w%u", cell->width);
    if (cell->aligned)
        buffer_addf(said, " %s", aligns[cell->align]);
    if (cell->head)
        buffer_add_text(said, " head");
    if (cell->above || cell->below)
        buffer_addf(said, " %u/%u", cell->above, cell->below);
    buffer_add_text(said, "\n");
}

static void on_nothing(void *self, size_t offset)
{
    (void)self, (void)offset;
}

static void on_table_end(void *self, size_t offset)
{
    struct recorder *r = self;
    (void)offset;
    r->depth--;
    buffer_add_text(&r->said, "]\n");
}

static void on_restart(void *self)
{
    struct recorder *r = self;
    r->said.len = r->kept_at;
    r->depth = 0;
    r->restarts++;
    r->keep = 0;
}

static void read_text(struct recorder *r, struct slice text, size_t piece)
{
    struct sink sink = {r,        on_page, on_blank, NULL,       on_begin,   on_text,
                        on_code,  on_end,  on_shape, on_style,   on_link,    on_anchor,
                        on_table, on_row,  on_cell,  on_nothing, on_nothing, on_table_end};
    r->html = html_new(text, BASE, &sink);
    html_on_restart(r->html, on_restart, r);
    while (html_read(r->html, piece))
        ;
    assert_false(html_read(r->html, piece));
    assert_false(r->open);
    assert_int_equal(r->depth, 0);
    html_free(r->html);
}

static void check(const char *text, const char *want, bool shapes)
{
    struct recorder r = {.shapes = shapes};
    read_text(&r, slice_of(text), 1000);
    if (!slice_equal(buffer_slice(&r.said), slice_of(want)))
        fail_msg("%s\nsays\n%s\nnot\n%s", text, buffer_text(&r.said), want);
    buffer_deinit(&r.said);
}

static void check_all(const char *const (*rows)[2], size_t count, bool shapes)
{
    for (size_t row = 0; row < count; row++)
        check(rows[row][0], rows[row][1], shapes);
}

static void test_blocks(void **state)
{
    static const char *const rows[][2] = {
        {"", ""},
        {"a", ":a\n"},
        {"<p>a<p>b", ":a\n~\n:b\n"},
        {"<p>a</p>  <p> </p><p>b</p>", ":a\n~\n:b\n"},
        {"<div>a</div><div>b</div>", ":a\n:b\n"},
        {"<div>a</div><div style='margin-top:6pt'>b</div>", ":a\n~\n:b\n"},
        {"<div style='padding-bottom:2pt'>a</div><div>b</div>", ":a\n:b\n"},
        {"<p style='margin:0'>a<p style='margin:0pt'>b", ":a\n:b\n"},
        {"a<br>b<br><br>c<br/>", ":a\n:b\n~\n:c\n"},
        {"<div>a</div><div>&nbsp;</div><div>b</div>", ":a\n~\n:b\n"},
        {"<div>a</div><div>&#8203;</div><div>b</div>", ":a\n~\n:b\n"},
        {"<div>a</div><div style='font-size:1pt'>&nbsp;</div><div>b</div>", ":a\n:b\n"},
        {"a<br><br><br><br><br><br>b", ":a\n~\n~\n:b\n"},
        {"<h1>a</h1>b<blockquote>c</blockquote>d", ":{b}a\n~\n:b\n~\n:c\n~\n:d\n"},
        {"<dl><dt>a<dd>b</dl>", ":a\n:b\n"},
        {"a<hr>b", ":a\nR:\xE2\x94\x80\n:b\n"},
        {"a<hr><hr>b<hr>", ":a\nR:\xE2\x94\x80\n:b\n"},
        {"<div style='border-bottom:1pt solid'>a</div>b", ":a\nR:\xE2\x94\x80\n:b\n"},
        {"<nobr>a</nobr><blink>b</blink>", ":ab\n"},
        {"<html><head><title>t</title><style>p{}</style></head><body>a<script>s</script>b",
         ":ab\n"},
        {"a<!-- b -->c", ":ac\n"},
        {"<select><option>a<option>b</select>", ":a\n:b\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_blanks(void **state)
{
    static const char *const rows[][2] = {
        {"  a \n\t b  ", ":a b\n"},
        {"<b>a </b> <i> b</i>", ":{b}a {i}b\n"},
        {"<span>B</span><span>USINESS</span>", ":BUSINESS\n"},
        {"a&nbsp;b&#160; c", ":a b c\n"},
        {"a&nbsp;&nbsp;&nbsp;b", ":a   b\n"},
        {"a&nbsp;&nbsp; <b>&nbsp;</b>b", ":a    b\n"},
        {"a&#8203;b&shy;c&#xFEFF;d", ":abcd\n"},
        {"a\xE2\x80\x8B"
         "b\xC2\xA0"
         "c",
         ":ab c\n"},
        {"a&emsp;b&thinsp;c", ":a b c\n"},
        {"caf\xC3\xA9 &eacute;", ":caf\xC3\xA9 \xC3\xA9\n"},
        {"a&#8232;b", ":a\n:b\n"},
        {"By:<u>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;</u>", ":By:{u}_____\n"},
        {"<u>&nbsp;&nbsp;&nbsp;&nbsp;</u>", ":{u}____\n"},
        {"a <u>b</u> c", ":a {u}b{} c\n"},
        {"<span>a</span><span style='padding-left:6pt'>b</span>", ":a b\n"},
        {"<span>a</span><span style='padding-left:24pt'>b</span>", ":a    b\n"},
        {"<span>a</span><span style='padding-left:1pt'>b</span>", ":ab\n"},
        {"<div style='display:inline-block'>a</div><div style='display:inline-block'>b</div>",
         ":a b\n"},
        {"<span style='white-space:pre-wrap'>a\nb</span>", ":a\n:b\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_styles(void **state)
{
    static const char *const rows[][2] = {
        {"<b>a</b><strong>b</strong><i>c</i><em>d</em><u>e</u><s>f</s>", ":{b}ab{i}cd{u}e{s}f\n"},
        {"<b>a<i>b</i></b>c", ":{b}a{bi}b{}c\n"},
        {"<b>a<span style='font-weight:400'>b</span></b>", ":{b}a{}b\n"},
        {"<u>a<span style='text-decoration:none'>b</span></u>", ":{u}ab\n"},
        {"<span style='font-variant:small-caps'>a</span>", ":{c}a\n"},
        {"<span style='text-transform:uppercase'>a\xC3\xA9"
         "b1</span>c",
         ":A\xC3\x89"
         "B1c\n"},
        {"<span style='border-bottom:1pt solid'>a</span>", ":{u}a\n"},
        {"<b>a</b><p>b", ":{b}a\n~\n:b\n"},
        {"H<sub>2</sub>O", ":H{_}2{}O\n"},
        {"<font style='font-family:Wingdings'>&#168; o &#254;x</font>",
         ":\xE2\x98\x90 \xE2\x98\x90 \xE2\x98\x91\xE2\x98\x92\n"},
        {"<font face=Symbol>&#183;</font><font face='Wingdings 2'>R</font>",
         ":\xE2\x80\xA2\xE2\x98\x91\n"},
        {"&#61608;", ":\xE2\x98\x90\n"},
        {"<font style='font-family: Symbol'>&#214;&#163;</font>&#214;",
         ":\xE2\x88\x9A\xE2\x89\xA4\xC3\x96\n"},
        {"<font face='WP TypographicSymbols'>GAz@</font>",
         ":\xE2\x98\x90\xE2\x80\x9Cz\xE2\x80\x9D\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_superscripts(void **state)
{
    static const char *const rows[][2] = {
        {"a<sup>1</sup>b", ":a{^+}^{^}1{}b\n"},
        {"a<sup>1,2</sup>", ":a{^+}^{^}1,2\n"},
        {"a <sup><font size=1>b</font></sup>", ":a {^+}^{^}b\n"},
        {"10<sup>-6</sup>", ":10{^+}^{^}-6\n"},
        {"a<sup>(1)</sup>", ":a{^}(1)\n"},
        {"a<sup>*</sup>", ":a{^}*\n"},
        {"4<sup>th</sup>", ":4{^}th\n"},
        {"a<sup>TM</sup><sup>&#174;</sup>", ":a{^}TM\xC2\xAE\n"},
        {"a<sup>2023</sup>", ":a{^}2023\n"},
        {"a<span style='position:relative;top:-3.5pt'>1</span>", ":a{^+}^{^}1\n"},
        {"a<span style='vertical-align:super'>(a)</span>", ":a{^}(a)\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_shapes(void **state)
{
    static const char *const rows[][2] = {
        {"<p align=center>a<p align=right>b<p>c", "(c):a\n~\n(r):b\n~\n():c\n"},
        {"<center>a</center>b", "(c):a\n():b\n"},
        {"<div style='text-align:right'><div>a</div></div>", "(r):a\n"},
        {"<p style='margin-left:36pt'>a<p style='margin-left:0'>b", "(6+0):a\n~\n():b\n"},
        {"<p style='text-indent:4%'>a<br>b", "(0+4):a\n():b\n"},
        {"<p style='margin-left:24pt;text-indent:-12pt'>a", "(4-2):a\n"},
        {"<p style='text-indent:-50pt'>a", "():a\n"},
        {"<p style='margin-left:900pt'>a", "(24+0):a\n"},
        {"&nbsp;&nbsp;&nbsp;a<br>b", "(0+3):a\n():b\n"},
        {"<div style='padding-left:5%;padding-right:5%'><p>a</div>", "():a\n"},
        {"<div style='margin-left:6%;width:87%'><p>a</div>", "():a\n"},
        {"<font size=2>a</font>", "(s10):a\n"},
        {"<table><tr><td align=right>a<div align=left>b</div></table>",
         "[\nrow\ncell r\n(r):a\n():b\n]\n"},
        {"<table><tr><td style='padding-left:12pt'>a<td>b</table>",
         "[\nrow\ncell\n(2+0):a\ncell\n():b\n]\n"},
        {"<center><table><tr><td>a</table></center>", "[\nrow\ncell\n():a\n]\n"},
        {"<p style='font-size:9pt'>a<p style='font-size:150%'>b", "(s9):a\n~\n(s18):b\n"},
        {"<h2 align=center>a</h2>", "(ch2s18):{b}a\n"},
        {"<blockquote>a</blockquote>", "(5+0):a\n"},
        {"<div style='float:left;width:10pt;margin-left:20pt'>*<br></div>"
         "<div style='margin-left:30pt'>a</div>",
         "(5-2):* a\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), true);
}

static void test_lists(void **state)
{
    static const char *const rows[][2] = {
        {"<ul><li>a<li>b</ul>c", "(4-2):\xE2\x80\xA2 a\n:\xE2\x80\xA2 b\n~\n():c\n"},
        {"<ol><li>a<li value=7><p>b<p>c<li>d</ol>",
         "(4-3):1. a\n~\n:7. b\n~\n(4+0):c\n~\n(4-3):8. d\n"},
        {"<ol type=a start=27><li>a</ol>", "(4-4):aa. a\n"},
        {"<ol type=I><li>a<li>b</ol>", "(4-3):I. a\n(4-4):II. b\n"},
        {"<ul style='list-style-type:none'><li>a</ul>", "(4+0):a\n"},
        {"<ul><li>a<ul><li>b</ul></ul>", "(4-2):\xE2\x80\xA2 a\n(8-2):\xE2\x80\xA2 b\n"},
        {"<ul><li></ul>a", "():a\n"},
        {"<li>a", "(2-2):\xE2\x80\xA2 a\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), true);
}

static void test_hidden(void **state)
{
    static const char *const rows[][2] = {
        {"a<div style='display:none'>b<div>c</div></div>d", ":ad\n"},
        {"a<span style='display:none'>b<br></span>c", ":ac\n"},
        {"a<span style='visibility:hidden'>b<i style='visibility:visible'>c</i></span>",
         ":a{i}c\n"},
        {"<p hidden>a</p>b", ":b\n"},
        {"<ix:header><ix:hidden><ix:nonNumeric>a</ix:nonNumeric></ix:hidden></ix:header>"
         "<ix:nonNumeric>b</ix:nonNumeric>",
         ":b\n"},
        {"<table><tr><td style='display:none'>a</td><td>b</td></tr></table>",
         "[\nrow\ncell\n:b\n]\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_pages(void **state)
{
    static const char *const rows[][2] = {
        {"a<hr style='page-break-after:always'>b", ":a\n=\n:b\n"},
        {"<p style='page-break-before:always'>a<p style='page-break-before:always'>b",
         ":a\n=\n:b\n"},
        {"<div style='page-break-after:always'>a</div>b", ":a\n=\n:b\n"},
        {"<div style='break-before:page'>a</div><div style='break-before:page'>b</div>",
         ":a\n=\n:b\n"},
        {"a<!-- PAGEBREAK --><h5 style='page-break-before:always'>&nbsp;</h5>b", ":a\n=\n:b\n"},
        {"a<!-- PageBreak -->b", ":a\n=\n:b\n"},
        {"a<!-- no PageBreak -->b", ":ab\n"},
        {"a<!-- Field: Page; Sequence: 1 --><p>1</p><div style='page-break-before:always'>"
         "h</div><!-- Field: /Page -->b",
         ":a\n~\n:1\n=\n:h\n:b\n"},
        {"a<!-- Field: Page; Sequence: 1 --><p>1</p><!-- Field: /Page -->b", ":a\n~\n:1\n=\n:b\n"},
        {"a<!-- Field: Page; Sequence: 1; Options: Last --><p>1</p><!-- Field: /Page -->b",
         ":a\n~\n:1\n~\n:b\n"},
        {"a<page>b</page>", ":a\n=\n:b\n"},
        {"a<br style='page-break-before:always'>b", ":a\n=\n:b\n"},
        {"a<hr><hr style='page-break-after:always'><hr>b", ":a\n=\n:b\n"},
        {"a<hr style='page-break-after:always'>", ":a\n"},
        {"<hr style='page-break-after:always'>a", ":a\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_links(void **state)
{
    static const char *const rows[][2] = {
        {"a <a href='#x'>b</a> c", ":a <#x>b<> c\n"},
        {"<a href=x>a<p>b</a>c", ":<x>a\n~\n:<x>b\n~\n:c\n"},
        {"<a href='a&amp;b'>c</a><a href=d>e</a>", ":<a&b>c<d>e\n"},
        {"<a name=n></a><p id=i>a", "#n##i#:a\n"},
        {"a <b id=i>b</b>", ":a #i#{b}b\n"},
        {"<a name=n id=n>a</a>", "#n#:a\n"},
        {"<div id=i></div><div id=i>a</div>", "#i#:a\n"},
        {"a<div id=i></div>", ":a\n#i#"},
        {"a<div id=i></div><hr style='page-break-after:always'>b", ":a\n=\n#i#:b\n"},
        {"<table id=t><tr id=r><td id=c>a</table>", "#t#[\nrow\ncell\n#r##c#:a\n]\n"},
        {"<ix:nonFraction id=f>1</ix:nonFraction>", ":1\n"},
        {"<img src='p/logo.gif?x' alt='The logo'>",
         ":<p/logo.gif?x>{+}[image: logo.gif, The logo]\n"},
        {"<a href=x><img src='logo.gif'></a>", ":<x><logo.gif>{+}[image: logo.gif]\n"},
        {"a<img src=dot.gif width=1 height=1>b", ":ab\n"},
        {"<img src=a.gif alt='[MISSING: a.gif]'>", ":<a.gif>{+}[image: a.gif]\n"},
        {"<input type=checkbox checked><input type=radio><input type=text value=x>",
         ":\xE2\x98\x92\xE2\x98\x90\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_tables(void **state)
{
    static const char *const rows[][2] = {
        {"<table><tr><th>a<td colspan=2 rowspan=3 width='25%' align=right>b</table>",
         "[\nrow\ncell head\n:{b}a\ncell 2x3 w250 r\n:b\n]\n"},
        {"<table><tr><td colspan=376967340 rowspan=0>a</table>", "[\nrow\ncell 1000x1\n:a\n]\n"},
        {"<table><thead><tr><td>a</thead><tr style='text-align:center'><td>b</table>",
         "[\nrow\ncell head\n:a\nrow\ncell c\n:b\n]\n"},
        {"<table><tr style='border-top:1pt solid'><td style='border-bottom:3px double'>a</table>",
         "[\nrow\ncell 1/2\n:a\n]\n"},
        {"<table><tr><td><hr><td><hr>a<td>a<hr>b<td><p style='border-bottom:1pt solid'>a</table>",
         "[\nrow\ncell 0/1\ncell 1/0\n:a\ncell\n:a\nR:\xE2\x94\x80\n:b\ncell 0/1\n:a\n]\n"},
        {"<table><tr><td>a<br>b<p>c</table>", "[\nrow\ncell\n:a\n:b\n:c\n]\n"},
        {"<table><td>a<td>b<tr>c</table>", "[\nrow\ncell\n:a\ncell\n:b\nrow\ncell\n:c\n]\n"},
        {"<table>a</table>", "[\nrow\ncell\n:a\n]\n"},
        {"<table></table>a", ":a\n"},
        {"<table><caption>a</caption><tr><td>b</table>", ":a\n[\nrow\ncell\n:b\n]\n"},
        {"<table><tr><td><div style='float:left;width:9pt'>a</div></table>b",
         "[\nrow\ncell\n:a\n]\n:b\n"},
        {"<table><div style='float:left;width:9pt'>a</div><tr><td>b</table>",
         "[\nrow\ncell\n:a\nrow\ncell\n:b\n]\n"},
        {"<table><caption>a<tr><td>b</table>", ":a\n[\nrow\ncell\n:b\n]\n"},
        {"<table><tr><td>a<td><table><tr><td>b</table>c</table>",
         "[\nrow\ncell\n:a\ncell\n[\nrow\ncell\n:b\n]\n:c\n]\n"},
        {"<table><tr><td><table><tr><td>b<td>c</table></table>", "[\nrow\ncell\n:b\ncell\n:c\n]\n"},
        {"<table><tr><td>a</td></tr></table><p>b", "[\nrow\ncell\n:a\n]\n~\n:b\n"},
        {"<td>a</td><tr>b</tr>", ":a\n:b\n"},
        {"<table><tr><td align=right>a<div align=left>b</div></table>",
         "[\nrow\ncell r\n:a\n:b\n]\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_pages_in_tables(void **state)
{
    static const char *const rows[][2] = {
        {"<table><tr><td>a<td>b<tr style='page-break-before:always'><td>c</table>",
         "[\nrow\ncell\n:a\ncell\n:b\n]\n=\n[\nrow\ncell\n:c\n]\n"},
        {"<table><tr><td>a<td>b<hr style='page-break-after:always'><td>c<tr><td>d</table>e",
         "[\nrow\ncell\n:a\ncell\n:b\ncell\n:c\n]\n=\n[\nrow\ncell\n:d\n]\n:e\n"},
        {"<table><tr><td>a<td>b<hr style='page-break-after:always'></table>e",
         "[\nrow\ncell\n:a\ncell\n:b\n]\n=\n:e\n"},
        {"<table><tr><td>a<hr style='page-break-after:always'>b<td>c<tr><td>d</table>e",
         "[\nrow\ncell\n:a\n]\n=\n:b\n:c\n[\nrow\ncell\n:d\n]\n:e\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

/* Tables that are too deep, and cells that hold a page. */
static void test_flat_tables(void **state)
{
    struct buffer text = {0}, want = {0};
    (void)state;
    for (int i = 0; i < SINK_DEPTH + 3; i++)
        buffer_add_text(&text, "<table><tr><td>x<td>y");
    for (int i = 0; i < SINK_DEPTH + 3; i++)
        buffer_add_text(&want, i < SINK_DEPTH ? "[\nrow\ncell\n:x\ncell\n:y\n" : ":x\n:y\n");
    for (int i = 0; i < SINK_DEPTH; i++)
        buffer_add_text(&want, "]\n");
    check(buffer_text(&text), buffer_text(&want), false);
    buffer_clear(&text);
    buffer_clear(&want);
    buffer_add_text(&text, "<table><tr><td>");
    buffer_add_text(&want, "");
    for (int i = 0; i < 60; i++) {
        buffer_add_text(&text, "<p style='margin:0'>x");
        buffer_add_text(&want, ":x\n");
    }
    buffer_add_text(&text, "<td>y<table><tr><td>z<td>z</table></table>");
    buffer_add_text(&want, ":y\n[\nrow\ncell\n:z\ncell\n:z\n]\n");
    check(buffer_text(&text), buffer_text(&want), false);
    buffer_deinit(&text);
    buffer_deinit(&want);
}

static void test_pre(void **state)
{
    static const char *const rows[][2] = {
        {"a<pre>\n  Cash   1\n\n\nDebt\t2  \n</pre>b",
         ":a\n~\np:  Cash   1\n~\n~\np:Debt    2\n~\n:b\n"},
        {"<pre>a\r\nb\rc</pre>", "p:a\np:b\np:c\n"},
        {"<pre>a&nbsp; b<b>c</b></pre>", "p:a  b{b}c\n"},
        {"<pre>a\n<page>\nb</pre>", "p:a\n=\np:b\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

static void test_sheets(void **state)
{
    static const char *const rows[][2] = {
        {"<style>.x, p.y {font-weight:bold} /* .z{} */ i{font-style:normal}</style>"
         "<span class='w x'>a</span><span class=y>b</span><i>c</i>",
         ":{b}a{}bc\n"},
        {"<style>.h{display:none}</style><p class=h>a</p>b", ":b\n"},
        {"<style>.x{font-weight:bold}</style><span class=x style='font-weight:400'>a</span>",
         ":a\n"},
        {"<style>p > .x{font-weight:bold</style><span class=x>a</span>", ":a\n"},
        /* The same tag, before the rule is known and behind it. */
        {"<span class=x>a</span><style>.x{font-weight:bold}</style><span class=x>b</span>",
         ":a{b}b\n"},
        {"<a href='&#35;x'>a</a><a href='&#35;x'>b</a>", ":<#x>a<#x>b\n"},
    };
    (void)state;
    check_all(rows, COUNT(rows), false);
}

#define FILING                                                                                     \
    "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>One\n&#160; two</p>" \
    "<ul><li>three</li></ul><hr style='page-break-after:always'/><table><tr><td colspan='2'>four"  \
    "</td><td><b>5</b>6</td></tr><tr><td>seven</td></tr></table><p id='n'>eight <a href='#x'>"     \
    "nine</a></p><div>ten</div>"

/* Pieces of any size say the same. */
static void test_pieces(void **state)
{
    struct recorder whole = {0};
    (void)state;
    read_text(&whole, SLICE(FILING "</body></html>"), 1000000);
    for (size_t piece = 1; piece < 200; piece += 7) {
        struct recorder parts = {0};
        read_text(&parts, SLICE(FILING "</body></html>"), piece);
        assert_string_equal(buffer_text(&parts.said), buffer_text(&whole.said));
        buffer_deinit(&parts.said);
    }
    assert_int_equal(whole.restarts, 0);
    buffer_deinit(&whole.said);
}

/* What is no XML after all is read as HTML from the start, and said once. */
static void test_restart(void **state)
{
    const struct slice text =
        SLICE(FILING "<p>eleven<br>twelve</i><table><tr><td>end</table></body></html>");
    struct recorder whole = {0};
    (void)state;
    read_text(&whole, text, 16);
    assert_int_equal(whole.restarts, 1);
    for (size_t keep = 1; keep <= whole.items; keep++) {
        struct recorder r = {.keep = keep};
        read_text(&r, text, 16);
        assert_int_equal(r.restarts, 1);
        assert_string_equal(buffer_text(&r.said), buffer_text(&whole.said));
        buffer_deinit(&r.said);
    }
    assert_int_equal(whole.items >= 7, true);
    buffer_deinit(&whole.said);
}

static struct slice repeated(struct buffer *b, const char *text, size_t count)
{
    buffer_clear(b);
    for (size_t i = 0; i < count; i++)
        buffer_add_text(b, text);
    return buffer_slice(b);
}

/* Nothing of it is lost, and it ends. */
static void test_hostile(void **state)
{
    static const struct {
        const char *text;
        size_t count;
    } rows[] = {
        {"<div>", 200000},
        {"<table><tr><td>x", 3000},
        {"<font>x", 50000},
        {"<a href=y>x", 20000},
        {"<sup>x", 20000},
        {"<ul><li>x", 20000},
        {"<td>x", 50000},
        {"</table>x", 50000},
        {"&nbsp;x", 50000},
        {"<p style='margin-left:9999999pt'>x", 10000},
        {"<pre>x", 10000},
        {"<table><caption>x", 3000},
        {"<style>x", 3000},
        {"<hr>x", 20000},
        {"x<!-- PAGEBREAK -->", 20000},
        {"<a id=y>", 50000},
    };
    struct buffer text = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct recorder r = {0};
        read_text(&r, repeated(&text, rows[i].text, rows[i].count), 65536);
        size_t found = 0;
        for (size_t at = 0; at < r.said.len; at++)
            found += r.said.at[at] == 'x';
        bool shown = strchr(rows[i].text, 'x') && !strstr(rows[i].text, "<style>");
        assert_int_equal(found, shown ? rows[i].count : 0);
        buffer_deinit(&r.said);
    }
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_superscripts),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_hidden),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_pages_in_tables),
        cmocka_unit_test(test_flat_tables),
        cmocka_unit_test(test_pre),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_restart),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
