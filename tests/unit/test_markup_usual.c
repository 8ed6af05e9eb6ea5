/* SPDX-License-Identifier: MIT */
/* The usual elements, each in each that may hold it: what libxml2 says of the pair. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/markup_usual.h"

#include <libxml/HTMLparser.h>

static void on_start(void *self, const xmlChar *name, const xmlChar **attributes)
{
    (void)attributes;
    buffer_addf(self, "<%s>", (const char *)name);
}

static void on_end(void *self, const xmlChar *name)
{
    buffer_addf(self, "</%s>", (const char *)name);
}

/* The tags of the document, as libxml2 closes and implies them. */
static void ask(struct buffer *said, struct slice text)
{
    xmlSAXHandler calls = {.startElement = on_start, .endElement = on_end};
    buffer_clear(said);
    htmlParserCtxtPtr parser =
        htmlCreatePushParserCtxt(&calls, said, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    assert_non_null(parser);
    htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    htmlParseChunk(parser, text.at, (int)text.len, 0);
    htmlParseChunk(parser, "", 0, 1);
    htmlFreeParserCtxt(parser);
}

/* A document in which the one stands in the other, with a text at each place or with none; or only
 * its tags, as they are to be said. */
static void write(struct buffer *out, const char *outer, const struct markup_usual *inner,
                  const char *text, bool tags)
{
    const char *name = inner->name.at;
    buffer_clear(out);
    buffer_addf(out, "<html><body><%s>%s<%s>", outer, text, name);
    if (!inner->empty)
        buffer_addf(out, "%s</%s>", text, name);
    else if (tags)
        buffer_addf(out, "</%s>", name);
    buffer_addf(out, "%s</%s></body></html>", text, outer);
}

static void test_pairs(void **state)
{
    size_t count, pairs = 0;
    const struct markup_usual *all = markup_usual_all(&count);
    struct buffer text = {0}, wanted = {0}, said = {0};
    (void)state;
    for (size_t i = 0; i < count * count; i++) {
        const struct markup_usual *outer = &all[i / count], *inner = &all[i % count];
        if (!markup_usual_in(outer, inner))
            continue;
        write(&wanted, outer->name.at, inner, "", true);
        for (int with = 0; with < 2; with++) {
            write(&text, outer->name.at, inner, with ? "x" : "", false);
            ask(&said, buffer_slice(&text));
            assert_string_equal(buffer_text(&said), buffer_text(&wanted));
        }
        pairs++;
    }
    assert_true(pairs > 100);
    buffer_deinit(&text);
    buffer_deinit(&wanted);
    buffer_deinit(&said);
}

static void test_names(void **state)
{
    static const char *const others[] = {"", "x", "li", "html", "body", "tdd", "t", "strongs"};
    size_t count;
    const struct markup_usual *all = markup_usual_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(markup_usual(all[i].name), &all[i]);
        assert_true(i == 0 || all[i - 1].name.len <= all[i].name.len);
    }
    assert_ptr_equal(markup_usual(SLICE("TaBlE")), markup_usual(SLICE("table")));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_null(markup_usual(slice_of(others[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
