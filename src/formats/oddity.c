/* SPDX-License-Identifier: MIT */
/* The words of oddities; what is odd about a document as a whole. */
#include "formats/oddity.h"

#include "base/utf8.h"
#include "formats/markup_prolog.h"

#include <string.h>

enum { HEAD = 2048 /* bytes in which an HTML document says its encoding */ };

const char *oddity_take(unsigned *set)
{
    static const char *const words[] = {
        "the document ends within a tag",
        "a comment has no end",
        "a quotation mark in a tag has no end",
        "a script or style has no end",
        "elements are nested too deep; the deepest are left out, but for their text",
        "a cell spans more columns or rows than a table can have; its span was cut",
        "the attributes of a tag are longer than 256 KB, or too many to be read",
        "entities are declared; they are not expanded",
        "the document says that it is UTF-16, which it is not",
        "the document says that it is UTF-8; bytes that are not were read as Windows-1252",
        "the document ends without </html>; it may have been cut off",
        "there is text behind </html>; it is shown",
        "the document says that it is XML but is not well-formed; it was read as HTML",
        "not well-formed XML: shown as far as it could be made out",
        "longer than 4 GB: the rest is not shown",
        "a table has more than 256 columns; what is behind stands in the last",
        "a table has more than 20000 rows or 16 MB; it is shown as several",
        "a line is longer than 64 MB; it is shown as several",
        "style sheets have more than 300 rules; the rest is not looked at",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (*set & 1U << i) {
            *set &= ~(1U << i);
            return words[i];
        }
    return NULL;
}

/* The encoding that the first bytes declare: what stands behind encoding= or charset=. */
static struct slice declared(struct slice head)
{
    static const struct slice marks[] = {{"encoding=", 9}, {"charset=", 8}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = slice_find_nocase(head, marks[i]) + marks[i].len;
        while (at < head.len && (head.at[at] == '"' || head.at[at] == '\''))
            at++;
        if (at < head.len)
            return slice_cut(head, at, head.len);
    }
    return (struct slice){0};
}

/* Most of a filing is ASCII, which is seen faster than it is read. */
static bool is_utf8(struct slice text)
{
    enum { PIECE = 256 };
    while (text.len > 0) {
        size_t piece = text.len < PIECE ? text.len : PIECE;
        if (utf8_is_ascii(slice_cut(text, 0, piece))) {
            text = slice_cut(text, piece, text.len);
            continue;
        }
        for (size_t left = text.len, end = left - piece; left > end; left = text.len)
            if (utf8_next(&text) == UTF8_REPLACEMENT && left - text.len == 1)
                return false;
    }
    return true;
}

static unsigned of_encoding(struct slice text)
{
    struct slice name = declared(slice_cut(text, 0, HEAD));
    if (slice_starts_nocase(name, SLICE("utf-16")))
        return ODDITY_UTF16;
    return slice_starts_nocase(name, SLICE("utf-8")) && !is_utf8(text) ? ODDITY_UTF8 : 0;
}

/* Where the last </html> begins; text.len: nowhere. */
static size_t last_end(struct slice text)
{
    static const struct slice end = {"</html", 6};
    for (size_t len = text.len; len > 0;) {
        const char *hit = memrchr(text.at, '<', len);
        if (!hit)
            break;
        len = (size_t)(hit - text.at);
        struct slice tag = slice_cut(text, len, text.len);
        if (slice_starts_nocase(tag, end) && tag.len > end.len &&
            (tag.at[end.len] == '>' || byte_is_blank(tag.at[end.len])))
            return len;
    }
    return text.len;
}

static unsigned of_end(struct slice text, size_t begin)
{
    size_t stop, end = last_end(text);
    if (end < text.len)
        return markup_prolog_is_tail(text, end, &stop) ? 0 : ODDITY_AFTER;
    struct slice root = slice_cut(text, begin, text.len);
    return slice_starts_nocase(root, SLICE("<html")) ? ODDITY_CUT : 0;
}

unsigned oddity_of_document(struct slice text, size_t begin)
{
    struct slice prolog = slice_cut(text, 0, begin);
    bool entities = slice_find(prolog, SLICE("<!ENTITY")) < prolog.len;
    return of_encoding(text) | of_end(text, begin) | (entities ? ODDITY_ENTITIES : 0U);
}
