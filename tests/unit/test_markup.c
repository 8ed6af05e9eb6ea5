/* SPDX-License-Identifier: MIT */
/* What is told of a document, as XML and as HTML, whole and in steps, sound and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/markup.h"
#include "formats/oddity.h"

#include <stdlib.h>
#include <string.h>

/* Writes down what is told: "<b@3", ">b@9", "text@5", "{65@7+5}", "!comment@2", one after the
 * other; what the parser supplied has a ~ for its place. */
struct recorder {
    struct buffer out;
    struct slice text;
    bool places;
    size_t depth, deepest;
};

static void add_name(struct recorder *r, char what, const struct markup_tag *tag)
{
    buffer_add_byte(&r->out, what);
    buffer_add(&r->out, tag->prefix);
    if (tag->prefix.len > 0)
        buffer_add_byte(&r->out, ':');
    buffer_add(&r->out, tag->name);
    if (r->places && tag->length > 0)
        buffer_addf(&r->out, "@%zu+%zu", tag->offset, tag->length);
    else if (r->places)
        buffer_add_byte(&r->out, '~');
}

static void on_start(void *self, const struct markup_tag *tag)
{
    struct recorder *r = self;
    add_name(r, '<', tag);
    for (size_t i = 0; i < tag->count; i++)
        buffer_addf(&r->out, " %.*s=[%.*s]", (int)tag->attributes[i].name.len,
                    tag->attributes[i].name.at, (int)tag->attributes[i].value.len,
                    tag->attributes[i].value.at);
    buffer_add_byte(&r->out, ';');
    if (++r->depth > r->deepest)
        r->deepest = r->depth;
}

static void on_end(void *self, const struct markup_tag *tag)
{
    struct recorder *r = self;
    assert_true(r->depth > 0);
    r->depth--;
    assert_int_equal(tag->count, 0);
    add_name(r, '>', tag);
    buffer_add_byte(&r->out, ';');
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct recorder *r = self;
    assert_ptr_equal(text.at, r->text.at + offset);
    buffer_add(&r->out, text);
    if (r->places)
        buffer_addf(&r->out, "@%zu", offset);
}

static void on_code(void *self, uint32_t code, size_t offset, size_t length)
{
    struct recorder *r = self;
    if (r->places)
        buffer_addf(&r->out, "{%x@%zu+%zu}", code, offset, length);
    else
        buffer_add_utf8(&r->out, code);
}

static void on_comment(void *self, struct slice text, size_t offset)
{
    struct recorder *r = self;
    assert_ptr_equal(text.at, r->text.at + offset);
    buffer_addf(&r->out, "!%.*s;", (int)text.len, text.at);
}

static enum markup_state read_all(struct recorder *r, enum markup_kind kind, struct slice text,
                                  size_t step)
{
    struct markup_calls calls = {r, on_start, on_end, on_text, on_code, on_comment, NULL};
    r->text = text;
    r->depth = 0;
    buffer_clear(&r->out);
    struct markup *m = markup_new(kind, text, 0, &calls);
    enum markup_state state;
    while ((state = markup_read(m, step)) == MARKUP_MORE)
        continue;
    if (state == MARKUP_END) {
        assert_int_equal(r->depth, 0);
        assert_int_equal(markup_offset(m), text.len);
    }
    markup_free(m);
    return state;
}

struct sample {
    const char *text, *told;
};

static void check(enum markup_kind kind, bool places, const struct sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t step = 1; step < 1000; step = step * 3 + 20) {
            struct recorder r = {.places = places};
            enum markup_state state = read_all(&r, kind, slice_of(samples[i].text), step);
            assert_int_equal(state, MARKUP_END);
            assert_string_equal(buffer_text(&r.out), samples[i].told);
            buffer_deinit(&r.out);
        }
    }
}

/* Sound documents, which both kinds read alike. */
static void test_alike(void **state)
{
    static const struct sample samples[] = {
        {"<html><body>a</body></html>", "<html;<body;a>body;>html;"},
        {"\xEF\xBB\xBF\n<?xml version='1.0'?>\n<!-- x --><html/>", "<html;>html;"},
        {"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<html><body><p>a</p></body></html>\n</TEXT>\n</"
         "DOCUMENT>\n",
         "<html;<body;<p;a>p;>body;>html;"},
        {"<html><body><p>a &amp; b&nbsp;c&#8212;d&#x2014;e&#146;s</p></body></html>",
         "<html;<body;<p;a & b\xC2\xA0"
         "c\xE2\x80\x94"
         "d\xE2\x80\x94"
         "e\xE2\x80\x99s>p;>body;>html;"},
        {"<html><body>caf\xE9 \x93q\x94 \xC3\xA9</body></html>",
         "<html;<body;caf\xC3\xA9 \xE2\x80\x9Cq\xE2\x80\x9D \xC3\xA9>body;>html;"},
        {"<html><body><![CDATA[a<b &amp; c]]><br/><br></br>d\r\ne\rf\tg</body></html>",
         "<html;<body;a<b &amp; c<br;>br;<br;>br;d\r\ne\rf\tg>body;>html;"},
        {"<html><body>a<!-- b > <c> - -->d<?pi e?>f</body></html>",
         "<html;<body;a! b > <c> - ;df>body;>html;"},
        {"<html xmlns='u' xmlns:ix='v'><body><ix:exclude ix:id='1' title='a&lt;\nb\x96&nbsp;'>x"
         "</ix:exclude></body></html>",
         "<html;<body;<ix:exclude id=[1] title=[a< "
         "b\xE2\x80\x93\xC2\xA0];x>ix:exclude;>body;>html;"},
        {"<html><body><ix:nil/>a\x01\x02\fb\x7F</body></html>\n<!-- end -->",
         "<html;<body;<ix:nil;>ix:nil;a b>body;>html;"},
        {"<html><body title='a>b'>c\xE2\x80\xAE\xC2\x92"
         "d</body></html>",
         "<html;<body title=[a>b];c\xE2\x80\x99"
         "d>body;>html;"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        /* Text outside a body is implied to be a paragraph of HTML only. */
        if (!strstr(samples[i].told, "<html;<p;"))
            check(MARKUP_XML, false, &samples[i], 1);
        else
            continue;
        check(MARKUP_HTML, false, &samples[i], 1);
    }
}

static void test_places(void **state)
{
    static const struct sample samples[] = {
        {"<html><body><p a='b'>x&amp;y\xE9<br/>z</p></body></html>",
         "<html@0+6;<body@6+6;<p@12+9 a=[b];x@21{26@22+5}y@27{e9@28+1}<br@29+5;>br~;z@34>p@35+4;"
         ">body@39+7;>html@46+7;"},
        {"<?xml?>\r\n<html><body><!-- c --> &#32;<i>&lt;</i\n></body></html>",
         "<html@9+6;<body@15+6;! c ; @31{20@32+5}<i@37+3;{3c@40+4}>i@44+5;>body@49+7;>html@56+7;"},
    };
    (void)state;
    check(MARKUP_XML, true, samples, sizeof samples / sizeof *samples);
    check(MARKUP_HTML, true, samples, sizeof samples / sizeof *samples);
}

static void test_html(void **state)
{
    static const struct sample samples[] = {
        {"", ""},
        {" \n", ""},
        {"hello", "<html~;<body~;<p~;hello@0>p~;>body~;>html~;"},
        {"</b>x", "<html~;<body~;<p~;x@4>p~;>body~;>html~;"},
        {"<BODY><P ALIGN=Center>a<P>b",
         "<html~;<body@0+6;<p@6+16 align=[Center];a@22>p~;<p@23+3;b@26>p~;>body~;>html~;"},
        {"<body><table><tr><td>1<td>2<tr><td>3</table>",
         "<html~;<body@0+6;<table@6+7;<tr@13+4;<td@17+4;1@21>td~;<td@22+4;2@26>td~;>tr~;"
         "<tr@27+4;<td@31+4;3@35>td~;>tr~;>table@36+8;>body~;>html~;"},
        {"<html><body>a</body></html>b</i>c", "<html@0+6;<body@6+6;a@12b@27c@32>body~;>html~;"},
        {"<body>a < b & c &copy2003 &foo; &amp", "<html~;<body@0+6;a < b & c @6{a9@16+5}2003 &foo; "
                                                 "@21{26@32+4}>body~;>html~;"},
        {"<body><script>a<b</i></script>c<style>d",
         "<html~;<body@0+6;<script@6+8;a<b</i>@14>script@21+9;c@30<style@31+7;d@38>style~;>body~;"
         ">html~;"},
        {"<body>a<!-- b>c", "<html~;<body@0+6;a@6c@14>body~;>html~;"},
        {"<body><font size=\"2>a</font><font size=\"3\">b",
         "<html~;<body@0+6;<font@6+14 size=[2];a@20>font@21+7;<font@28+15 size=[3];b@43>font~;"
         ">body~;>html~;"},
        {"<body>a<PAGE>b<br></br>c<td<i>d",
         "<html~;<body@0+6;a@6<page@7+6;>page~;b@13<br@14+4;>br~;c@23<td@24+3;<i@27+3;d@30>i~;>td~;"
         ">body~;>html~;"},
        {"<html><body><b>a</body></html>",
         "<html@0+6;<body@6+6;<b@12+3;a@15>b~;>body@16+7;>html@23+7;"},
        {"<body><B$x>a</b>b", "<html~;<body@0+6;<b@6+5;a@11>b@12+4;b@16>body~;>html~;"},
        {"<body>a<p", "<html~;<body@0+6;a@6>body~;>html~;"},
        {"<body><a href=x/>a</a><o:p>b</o:p></>c",
         "<html~;<body@0+6;<a@6+11 "
         "href=[x/];a@17>a@18+4;<o:p@22+5;b@27>o:p@28+6;c@37>body~;>html~;"},
        {"<html/><table><tr><td>a</table>b",
         "<html@0+7;<body~;<table@7+7;<tr@14+4;<td@18+4;a@22>td~;>tr~;>table@23+8;b@31>body~;"
         ">html~;"},
        {"<body><script>a<table><tr><td>b</table>",
         "<html~;<body@0+6;<script@6+8;a@14>script~;<table@15+7;<tr@22+4;<td@26+4;b@30>td~;>tr~;"
         ">table@31+8;>body~;>html~;"},
        {"<body><style>a<b>c</b></style>d", "<html~;<body@0+6;<style@6+7;a<b>c</b>@13>style@22+8;"
                                            "d@30>body~;>html~;"},
        {"<body/>a<b/>c", "<html~;<body@0+7;a@7<b@8+4;>b~;c@12>body~;>html~;"},
    };
    (void)state;
    check(MARKUP_HTML, true, samples, sizeof samples / sizeof *samples);
}

static void test_broken(void **state)
{
    static const char *const samples[] = {
        "",
        "text",
        "<html>",
        "<p>a<br>b</p>",
        "<p>a & b</p>",
        "<p>&foo;</p>",
        "<p a=b></p>",
        "<p>a</p>b",
        "<p>a</p><p>b</p>",
        "<P>a</p>",
        "<p>a<!-- b</p>",
        "<p a='1' a='2'/>",
        "<p a='1'b='2'/>",
        "<p a='<'/>",
        "<p a/>",
        "<p a='1' 2='3'/>",
        "<p -a='1'/>",
        "<p a='1' ='2'/>",
        "<p a='1></p>",
        "<p a='1'/ >",
        "<p><b c='1'/><b c='1' c='1'/></p>",
        "<!DOCTYPE a [<!ENTITY b 'cccc'>]><a>&b;</a>",
        "<a><!DOCTYPE a [<!ENTITY b 'cccc'>]>&b;</a>",
        "<a b='&b;'/>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        for (size_t step = 1; step < 200; step += 100) {
            struct recorder r = {0};
            assert_int_equal(read_all(&r, MARKUP_XML, slice_of(samples[i]), step), MARKUP_BROKEN);
            assert_int_equal(read_all(&r, MARKUP_HTML, slice_of(samples[i]), step), MARKUP_END);
            buffer_deinit(&r.out);
        }
}

static bool is_bare(void *self, const struct markup_tag *tag)
{
    (void)self;
    return slice_equal(tag->name, SLICE("b"));
}

/* Attributes that nobody needs are not told; tags of the same text have the same hash. */
static void test_bare(void **state)
{
    struct slice text = SLICE("<a x='1'><b x='2'/><c x='3'/></a>");
    (void)state;
    for (int kind = MARKUP_XML; kind <= MARKUP_HTML; kind++) {
        struct recorder r = {.text = text};
        struct markup_calls calls = {.self = &r, .start = on_start, .bare = is_bare};
        struct markup *m = markup_new((enum markup_kind)kind, text, 0, &calls);
        assert_int_equal(markup_read(m, 100), MARKUP_END);
        const char *told = strstr(buffer_text(&r.out), "<a ");
        assert_non_null(told);
        assert_string_equal(told, "<a x=[1];<b;<c x=[3];");
        markup_free(m);
        buffer_deinit(&r.out);
    }
}

static const char sample[] =
    "<?xml version='1.0'?>\r\n<html><head><title>Quillon &amp; Sons</title><style>p "
    "{}</style></head>\n"
    "<body><div><ix:header><ix:hidden>x</ix:hidden></ix:header></div><p style=\"font:10pt 'A'\">It"
    "em&#160;1.&nbsp;caf\xE9 \xC3\xA9<br/><a name='q'/></p><!-- Page 1 --><table><tr><td>1</td><td>"
    "2</td></tr></table><![CDATA[a<b]]><font size=2>a<b>b</font>c<li>d<li>e<td>f</body></html>\r\n"
    "</TEXT>";

/* Cut anywhere, what is told is the same in steps; and as XML it is what is told of the whole. */
static void test_cut(void **state)
{
    struct recorder whole = {0}, steps = {0};
    (void)state;
    for (size_t len = 0; len < sizeof sample; len++) {
        char *copy = malloc(len + 1);
        memcpy(copy, sample, len);
        struct slice text = {copy, len};
        read_all(&whole, MARKUP_HTML, text, (size_t)-1);
        read_all(&steps, MARKUP_HTML, text, 1);
        assert_true(slice_equal(buffer_slice(&whole.out), buffer_slice(&steps.out)));
        assert_int_equal(read_all(&steps, MARKUP_XML, text, 1), MARKUP_BROKEN);
        assert_int_equal(read_all(&whole, MARKUP_XML, text, 7), MARKUP_BROKEN);
        free(copy);
    }
    buffer_deinit(&whole.out);
    buffer_deinit(&steps.out);
}

/* `count` times `piece`, between `before` and `behind`. */
static void repeat(struct buffer *b, const char *before, const char *piece, size_t count,
                   const char *behind)
{
    buffer_clear(b);
    buffer_add_text(b, before);
    for (size_t i = 0; i < count; i++)
        buffer_add_text(b, piece);
    buffer_add_text(b, behind);
}

/* What would cost libxml2 too much, or make it stop: the text at the end is always told. */
static void test_hostile(void **state)
{
    static const struct {
        const char *before, *piece, *behind;
    } samples[] = {
        {"<body>", "<b>", "last"},
        {"<body>", "<font><table><tr><td>", "last"},
        {"<body>", "</b>", "last"},
        {"<body>", "</p>", "last"},
        {"<body>", "</body></html>", "last"},
        {"<body>", "<!--", ">last"},
        {"<body><!--", "-- ", ">last"},
        {"<body>", "<", " last"},
        {"<body>", "<a b='", ">last"},
        {"<body>", "&", "last"},
        {"<body><a b=\"", "x", "\">last"},
        {"<body><a ", "b=1 ", ">last"},
        {"<body>", "<script>", "last"},
        {"<body>", "\x01", "last"},
        {"<body>", "x", "last"},
        {"<body><!--", "x", "-->last"},
        {"<body>", "<title><select><plaintext>", "last"},
    };
    struct buffer text;
    struct recorder r = {0};
    (void)state;
    buffer_init(&text);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        repeat(&text, samples[i].before, samples[i].piece, 20000, samples[i].behind);
        r.deepest = 0;
        assert_int_equal(read_all(&r, MARKUP_HTML, buffer_slice(&text), 5000), MARKUP_END);
        assert_true(r.deepest <= MARKUP_DEPTH);
        if (!strstr(buffer_text(&r.out), "last"))
            fail_msg("%s%s%s", samples[i].before, samples[i].piece, samples[i].behind);
        read_all(&r, MARKUP_XML, buffer_slice(&text), 5000);
        assert_true(r.deepest <= MARKUP_DEPTH);
    }
    buffer_deinit(&text);
    buffer_deinit(&r.out);
}

/* A table behind a thousand elements that are never closed is still a table. */
static void test_unclosed(void **state)
{
    struct buffer text;
    struct recorder r = {0};
    (void)state;
    buffer_init(&text);
    repeat(&text, "<body>", "<font>x", 1000, "<table><tr><td>y</td></tr></table><b>z</b>");
    read_all(&r, MARKUP_HTML, buffer_slice(&text), 100);
    assert_non_null(strstr(buffer_text(&r.out), "<table;<tr;<td;y>td;>tr;>table;z>font;"));
    buffer_deinit(&text);
    buffer_deinit(&r.out);
}

static void on_start_idle(void *self, const struct markup_tag *tag)
{
    (void)self, (void)tag;
}

/* The oddities of the document, read as the kind and to its end. */
static unsigned oddities(enum markup_kind kind, struct slice text)
{
    struct markup_calls calls = {.start = on_start_idle};
    struct markup *m = markup_new(kind, text, 0, &calls);
    while (markup_read(m, 1000) == MARKUP_MORE)
        ;
    unsigned set = markup_oddities(m);
    markup_free(m);
    return set;
}

static void test_oddities(void **state)
{
    static const struct {
        const char *text;
        unsigned set;
    } rows[] = {
        {"<body>a</body>", 0},
        {"<html>a</html>\n<!-- b -->\n</body>", 0},
        {"<body>a<!-- b", ODDITY_COMMENT | ODDITY_TAG_END},
        {"<body>a<b", ODDITY_TAG_END},
        {"<body><a b='c>d", ODDITY_QUOTE},
        {"<body><script>a", ODDITY_SCRIPT},
        {"<HTML><body>a", ODDITY_CUT},
        {"<html>a</html> <p>b", ODDITY_AFTER},
        {"<html>a</HTML><html>b</html>", 0},
        {"<a><htmlname>b</htmlname></a>", 0},
        {"<!DOCTYPE html [<!ENTITY a \"b\">]><html>&a;</html>", ODDITY_ENTITIES},
        {"<?xml version='1.0' encoding='UTF-16'?><html></html>", ODDITY_UTF16},
        {"<html><meta content=\"text/html; charset=utf-8\">caf\xE9</html>", ODDITY_UTF8},
        {"<html><meta content=\"text/html; charset=utf-8\">caf\xC3\xA9</html>", 0},
        {"<html><meta charset=iso-8859-1>caf\xE9</html>", 0},
        {"<html><meta charset", ODDITY_TAG_END | ODDITY_CUT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (oddities(MARKUP_HTML, slice_of(rows[i].text)) != rows[i].set)
            fail_msg("%s", rows[i].text);
    assert_int_equal(
        oddities(MARKUP_XML, SLICE("<?xml version='1.0' encoding='utf-8'?><a>\xE9</a>")),
        ODDITY_UTF8);
}

/* Each is said once, and only when there is more than any filing has. */
static void test_too_much(void **state)
{
    struct buffer text = {0};
    (void)state;
    repeat(&text, "<body>", "<font>x", 1000, "</body>");
    assert_int_equal(oddities(MARKUP_HTML, buffer_slice(&text)), ODDITY_DEPTH);
    repeat(&text, "<body><p title=\"", "word ", 300 * 1024 / 5, "\">a</p></body>");
    assert_int_equal(oddities(MARKUP_HTML, buffer_slice(&text)), ODDITY_LONG_TAG);
    repeat(&text, "<body><p", " a=b", 300, ">a</p></body>");
    assert_int_equal(oddities(MARKUP_HTML, buffer_slice(&text)), ODDITY_LONG_TAG);
    repeat(&text, "<html><meta charset=utf-8>", "abcdefg", 100, "\xE2\x82\xAC\xE2\x82</html>");
    assert_int_equal(oddities(MARKUP_HTML, buffer_slice(&text)), ODDITY_UTF8);
    buffer_deinit(&text);
}

static void test_words(void **state)
{
    unsigned set = ODDITY_COMMENT | ODDITY_CUT, all = ODDITY_END - 1;
    (void)state;
    assert_string_equal(oddity_take(&set), "a comment has no end");
    assert_string_equal(oddity_take(&set),
                        "the document ends without </html>; it may have been cut off");
    assert_null(oddity_take(&set));
    for (unsigned bit = 1; bit < ODDITY_END; bit <<= 1)
        assert_non_null(oddity_take(&all));
    assert_int_equal(all, 0);
}

/* Offsets count from where the document stands; reading can be given up at any moment. */
static void test_base(void **state)
{
    struct recorder r = {.places = true};
    struct markup_calls calls = {.self = &r, .start = on_start};
    (void)state;
    for (int kind = MARKUP_XML; kind <= MARKUP_HTML; kind++) {
        struct slice text = SLICE("\n<html><body>a</body></html>");
        struct markup *m = markup_new((enum markup_kind)kind, text, 500, &calls);
        assert_int_equal(markup_offset(m), 501);
        buffer_clear(&r.out);
        assert_int_equal(markup_read(m, 7), MARKUP_MORE);
        assert_string_equal(buffer_text(&r.out), "<html@501+6;<body@507+6;");
        assert_int_equal(markup_offset(m), 513);
        markup_free(m);
    }
    markup_free(NULL);
    buffer_deinit(&r.out);
}

/* Whether libxml2 is asked about an element depends on how much is read at a time; what is told
 * does not. */
static void test_steps(void **state)
{
    static const char *const bodies[] = {
        "<p>a<b>b</b>c<br/>d</p>",
        "<table><tr><td>a</td><td><font>b<i>c</i></font></td></tr></table>e",
        "<p>a<b>b<i>c</b>d</i>e</p>",
        "<p>a<div>b</p>c</div>d",
        "<p>a<hr>b<table><tr><td>c</table>d",
        "<td>a<td>b</td><tr>c<p>d</tr>",
        "<div><font><center>a</center>b</font></div>",
        "<a>b<a>c</a>d</a>",
        "<div><b><p>a</p></b><xx>c<b>d</b></xx></div>",
        "<div/>a<b/>c<p><b/>d</p>",
        "<P>a<B>b</b ></p x>c</P>",
        "<ix:a><p>a &nbsp;b</p>&bogus;</ix:a>",
        "<p>a]]>b</p><p>\xE2\x80\x99<b>\xFF</b></p>",
        "<div><!-- a --><b>c</b><![CDATA[d<]]></div>",
        "<div><script><b></script><b>c</b><style>p</style></div>",
        "<div><b>a</b></body></div></html>b",
        "</p><b></p></b></td>a",
        "<p a='b' a='c'>d</p><p xmlns='u'><b>e</b></p>",
    };
    struct buffer text = {0};
    (void)state;
    for (size_t i = 0; i < 2 * sizeof bodies / sizeof *bodies; i++) {
        enum markup_kind kind = i % 2 ? MARKUP_HTML : MARKUP_XML;
        struct recorder whole = {.places = true}, steps = {.places = true};
        buffer_clear(&text);
        buffer_addf(&text, "<html><body>%s%s</body></html>", bodies[i / 2], bodies[i / 2]);
        enum markup_state state_of_whole = read_all(&whole, kind, buffer_slice(&text), 100000);
        for (size_t step = 1; step < 40; step += 6) {
            assert_int_equal(read_all(&steps, kind, buffer_slice(&text), step), state_of_whole);
            if (state_of_whole == MARKUP_END)
                assert_string_equal(buffer_text(&steps.out), buffer_text(&whole.out));
        }
        buffer_deinit(&whole.out);
        buffer_deinit(&steps.out);
    }
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alike),    cmocka_unit_test(test_places),
        cmocka_unit_test(test_html),     cmocka_unit_test(test_broken),
        cmocka_unit_test(test_cut),      cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_unclosed), cmocka_unit_test(test_oddities),
        cmocka_unit_test(test_too_much), cmocka_unit_test(test_words),
        cmocka_unit_test(test_base),     cmocka_unit_test(test_bare),
        cmocka_unit_test(test_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
