/* SPDX-License-Identifier: MIT */
/* A second reading of an HTML document, by libxml2's tree; see the header. */
#include "corpus/reading.h"
#include "base/utf8.h"
#include "corpus/filings.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* What an element hands down to those in it. */
struct manner {
    bool unseen;   /* visibility: hidden */
    bool pictures; /* the font has pictures for letters */
};

static struct slice local_name(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    const char *colon = strchr(name, ':');
    return slice_of(colon ? colon + 1 : name);
}

static bool is_one_of(struct slice name, const char *words)
{
    struct slice rest = slice_of(words);
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE(" "));
        if (slice_equal_nocase(name, slice_cut(rest, 0, end)))
            return true;
        rest = slice_cut(rest, end + 1, rest.len);
    }
    return false;
}

static bool has_picture_font(struct slice fonts)
{
    return slice_find_nocase(fonts, SLICE("wingdings")) < fonts.len ||
           slice_find_nocase(fonts, SLICE("webdings")) < fonts.len;
}

/* One declaration of a style attribute; true when it hides the element altogether. */
static bool obey(struct slice declaration, struct manner *m, bool hidden)
{
    size_t colon = slice_find(declaration, SLICE(":"));
    struct slice name = slice_trim(slice_cut(declaration, 0, colon));
    struct slice value = slice_trim(slice_cut(declaration, colon + 1, declaration.len));
    size_t mark = slice_find(value, SLICE("!"));
    if (slice_equal_nocase(name, SLICE("display")))
        return slice_equal_nocase(slice_trim(slice_cut(value, 0, mark)), SLICE("none"));
    if (slice_equal_nocase(name, SLICE("visibility")))
        m->unseen = slice_starts_nocase(value, SLICE("hidden"));
    if (slice_equal_nocase(name, SLICE("font-family")) || slice_equal_nocase(name, SLICE("font")))
        m->pictures = has_picture_font(value);
    return hidden;
}

/* What the element's attributes say; true when it hides itself. */
static bool is_hidden(xmlNode *node, struct manner *m)
{
    bool hidden = false;
    xmlChar *face = xmlGetProp(node, BAD_CAST "face");
    if (face)
        m->pictures = has_picture_font(slice_of((char *)face));
    xmlFree(face);
    xmlChar *style = xmlGetProp(node, BAD_CAST "style");
    struct slice rest = slice_of(style ? (char *)style : "");
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE(";"));
        hidden = obey(slice_cut(rest, 0, end), m, hidden);
        rest = slice_cut(rest, end + 1, rest.len);
    }
    xmlFree(style);
    return hidden || xmlHasProp(node, BAD_CAST "hidden") != NULL;
}

/* An ix:header, not the <header> of HTML 5: libxml2's HTML parser drops the prefix, but what is in
 * it tells. */
static bool is_xbrl_header(const xmlNode *node)
{
    if (!slice_equal_nocase(local_name(node), SLICE("header")))
        return false;
    if (node->ns)
        return strstr((const char *)node->ns->href, "inlineXBRL") != NULL;
    for (const xmlNode *child = node->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            return is_one_of(local_name(child), "hidden references resources");
    return false;
}

static bool is_no_text(const xmlNode *node)
{
    return is_xbrl_header(node) ||
           is_one_of(local_name(node), "head script style title template noscript");
}

/* As browsers do: references to 128..159 are meant as Windows-1252. */
static void add_text(struct slice text, const struct manner *m, struct buffer *out)
{
    if (m->unseen || m->pictures)
        return;
    while (text.len > 0) {
        uint32_t code = utf8_next(&text);
        buffer_add_utf8(out,
                        code >= 0x80 && code < 0xA0 ? utf8_from_cp1252((unsigned char)code) : code);
    }
}

static void add_node(xmlNode *node, struct manner m, struct buffer *out)
{
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        add_text(slice_of(node->content ? (char *)node->content : ""), &m, out);
        return;
    }
    if (node->type != XML_ELEMENT_NODE || is_no_text(node) || is_hidden(node, &m))
        return;
    for (xmlNode *child = node->children; child; child = child->next)
        add_node(child, m, out);
    if (is_one_of(local_name(node), "p div br tr li table h1 h2 h3 h4 h5 h6 center hr pre"))
        buffer_add_byte(out, '\n');
    else if (is_one_of(local_name(node), "td th"))
        buffer_add_byte(out, ' ');
}

/* Where the document begins, the tags of the envelope left behind. */
static struct slice unwrapped(struct slice text)
{
    size_t from = filings_html_tag(text), to = text.len;
    if (from == text.len)
        from = 0;
    for (struct slice tag = SLICE("</html>"); to >= from + tag.len; to--)
        if (slice_equal_nocase(slice_cut(text, to - tag.len, to), tag))
            return slice_cut(text, from, to);
    return slice_cut(text, from, text.len);
}

static void be_quiet(void *context, xmlErrorPtr error)
{
    (void)context;
    (void)error;
}

/* HTML by the parser that forgives; `encoding` is what the bytes are, whatever they say. */
static xmlDoc *read_html(struct slice text, const char *encoding)
{
    htmlParserCtxt *parser = htmlCreateMemoryParserCtxt(text.at, (int)text.len);
    if (!parser)
        return NULL;
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET);
    parser->options |= XML_PARSE_HUGE; /* fonts in fonts in fonts */
    parser->sax->serror = be_quiet;
    xmlCharEncodingHandler *handler = xmlFindCharEncodingHandler(encoding);
    if (handler)
        xmlSwitchToEncoding(parser, handler);
    htmlParseDocument(parser);
    xmlDoc *tree = parser->myDoc;
    htmlFreeParserCtxt(parser);
    return tree;
}

bool reading_of(struct slice document, struct buffer *out)
{
    struct slice text = unwrapped(document);
    struct buffer copy = {0};
    xmlSetStructuredErrorFunc(NULL, be_quiet);
    buffer_add(&copy, text);
    for (size_t i = 0; i < copy.len; i++)
        if (copy.at[i] == '\0')
            copy.at[i] = ' ';
    bool utf8 = utf8_valid(text);
    xmlDoc *tree = utf8 && text.len > 0
                       ? xmlReadMemory(copy.at, (int)copy.len, NULL, "UTF-8",
                                       XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOCDATA)
                       : NULL;
    if (!tree && copy.len > 0)
        tree = read_html(buffer_slice(&copy), utf8 ? "UTF-8" : "WINDOWS-1252");
    xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
    for (xmlNode *node = root; node; node = node->next)
        add_node(node, (struct manner){0}, out);
    if (tree)
        xmlFreeDoc(tree);
    buffer_deinit(&copy);
    return root != NULL;
}
