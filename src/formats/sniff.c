/* SPDX-License-Identifier: MIT */
/* Telling apart what a file or a document is, by its first bytes. */
#include "formats/sniff.h"

#include "formats/pem.h"
#include "formats/uuencode.h"

#include <string.h>

/* How far we look: further than any prolog, and little enough to be read at once. */
enum {
    LOOK = 64 * 1024,
    LOOK_BINARY = 4 * 1024,
    ENOUGH = 512 /* bytes from which a share of controls tells much */
};

struct magic {
    struct slice bytes;
    size_t at;
    const char *what;
};

#define MAGIC(text, offset, name)                                                                  \
    {                                                                                              \
        {text, sizeof(text) - 1}, offset, name                                                     \
    }

static const struct magic magics[] = {
    MAGIC("\x1f\x8b", 0, "a gzip file; decompress it first"),
    MAGIC("\x1f\x9d", 0, "a compressed file; decompress it first"),
    MAGIC("BZh", 0, "a bzip2 file; decompress it first"),
    MAGIC("\xfd"
          "7zXZ",
          0, "an xz file; decompress it first"),
    MAGIC("\x28\xb5\x2f\xfd", 0, "a zstd file; decompress it first"),
    MAGIC("PK\x03\x04", 0, "a zip archive; unpack it first"),
    MAGIC("ustar", 257, "a tar archive; unpack it first"),
    MAGIC("%PDF-", 0, "a PDF file"),
    MAGIC("\x89PNG", 0, "a PNG picture"),
    MAGIC("\xff\xd8\xff", 0, "a JPEG picture"),
    MAGIC("GIF8", 0, "a GIF picture"),
    MAGIC("\x7f"
          "ELF",
          0, "a program"),
    MAGIC("\xd0\xcf\x11\xe0", 0, "an old Office document"),
    MAGIC("\xff\xfe", 0, "UTF-16 text; convert it to UTF-8 first"),
    MAGIC("\xfe\xff", 0, "UTF-16 text; convert it to UTF-8 first"),
};

/* "BZh" could begin a text; a bzip2 file goes on with a digit and a mark of its own. */
static bool is_magic(struct slice bytes, const struct magic *magic)
{
    if (!slice_starts(slice_cut(bytes, magic->at, bytes.len), magic->bytes))
        return false;
    return magic->bytes.at[0] != 'B' || slice_starts(slice_cut(bytes, 4, bytes.len), SLICE("1AY"));
}

static const char *known_magic(struct slice bytes)
{
    for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
        if (is_magic(bytes, &magics[i]))
            return magics[i].what;
    return NULL;
}

/* A text may hold some NUL bytes or escapes; a twentieth of NULs, or a third of controls, is no
 * text, nor is a twentieth where there are enough bytes to tell: random ones have a tenth. */
static bool looks_binary(struct slice bytes)
{
    struct slice head = slice_cut(bytes, 0, LOOK_BINARY);
    size_t nuls = 0;
    size_t controls = 0;
    for (size_t i = 0; i < head.len; i++) {
        unsigned char c = (unsigned char)head.at[i];
        nuls += c == 0;
        controls += (c < 0x20 && !byte_is_blank((char)c)) || c == 0x7F;
    }
    return (nuls >= 4 && nuls * 20 > head.len) || controls * 10 > head.len * 3 ||
           (head.len >= ENOUGH && controls * 20 > head.len);
}

bool sniff_starts_envelope(struct slice line)
{
    static const struct slice starts[] = {
        {"<SEC-DOCUMENT>", 14}, {"<SEC-HEADER>", 12}, {"<IMS-DOCUMENT>", 14},
        {"<IMS-HEADER>", 12},   {"<SUBMISSION>", 12},
    };
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (slice_starts(line, starts[i]))
            return true;
    return pem_begins(line);
}

/* What a file may begin with, besides: a document without a header, or a header cut out of a file.
 */
static bool starts_part(struct slice bytes)
{
    struct slice head = slice_cut(bytes, 0, 1024);
    return slice_starts(head, SLICE("<DOCUMENT>")) ||
           slice_starts(head, SLICE("<ACCEPTANCE-DATETIME>")) ||
           slice_starts(head, SLICE("<ACCESSION-NUMBER>")) ||
           slice_starts(head, SLICE("ACCESSION NUMBER:")) ||
           (slice_starts(head, SLICE("<TYPE>")) && slice_find(head, SLICE("<TEXT>")) < head.len);
}

/* A tag that is not at the beginning of the file: <DOCUMENT> must then show what it is, and armour
 * is not looked for, as its first line is the title of some pages. */
static bool starts_later(struct slice rest)
{
    if (slice_starts(rest, SLICE("<DOCUMENT>")))
        return slice_starts(slice_trim(slice_cut(rest, 10, 64)), SLICE("<TYPE>"));
    return sniff_starts_envelope(rest);
}

/* Where a line begins that an envelope begins with, or bytes.len. Few files have a carriage return,
 * which is not to be looked for in each line. */
static size_t find_envelope(struct slice bytes, size_t from)
{
    struct slice rest = slice_cut(bytes, from, from + LOOK);
    bool returns = rest.len > 0 && memchr(rest.at, '\r', rest.len);
    while (rest.len > 0) {
        size_t at = (size_t)(rest.at - bytes.at);
        if ((*rest.at == '<' || *rest.at == '-') && slice_line_end(rest) >= 10 &&
            starts_later(slice_cut(bytes, at, bytes.len)))
            return at;
        const char *feed = returns ? NULL : memchr(rest.at, '\n', rest.len);
        size_t end = returns ? slice_line_end(rest) : feed ? (size_t)(feed - rest.at) : rest.len;
        rest = slice_cut(rest, slice_line_next(rest, end), rest.len);
    }
    return bytes.len;
}

static size_t skip_blanks(struct slice s, size_t at)
{
    while (at < s.len && byte_is_blank(s.at[at]))
        at++;
    return at;
}

static size_t skip_mark(struct slice bytes)
{
    return slice_starts(bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0;
}

/* Words of the pages that the SEC's server, or the store behind it, sends instead of a filing.
 * Such a page is small; a filing that quotes one is not an error page because of it. */
static bool is_error_page(struct slice bytes, enum sniff_kind kind)
{
    static const char *const signs[] = {
        "Request Rate Threshold Exceeded", "Undeclared Automated Tool",
        "<Code>NoSuchKey</Code>",          "<Code>AccessDenied</Code>",
        "File Not Found Error Alert",      "<title>404 Not Found</title>",
        "<title>403 Forbidden</title>",
    };
    if (bytes.len > LOOK || (kind != SNIFF_HTML && kind != SNIFF_XML))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (slice_find_nocase(bytes, slice_of(signs[i])) < bytes.len)
            return true;
    return false;
}

static bool is_index_headers(struct slice text)
{
    struct slice head = slice_cut(text, 0, 1024);
    return slice_find_nocase(head, SLICE("<title>SEC EDGAR Submission")) < head.len;
}

/* A file without an envelope at its beginning. */
static struct sniff sniff_plain(struct slice bytes, size_t start)
{
    struct slice text = slice_cut(bytes, start, bytes.len);
    struct sniff s = {.kind = sniff_text(text, SLICE("")), .start = start};
    if (is_error_page(text, s.kind)) {
        s.kind = SNIFF_ERROR_PAGE;
    } else if (s.kind == SNIFF_HTML && is_index_headers(text)) {
        s.kind = SNIFF_INDEX_HEADERS;
    } else if (s.kind == SNIFF_TEXT) {
        size_t envelope = find_envelope(bytes, start);
        if (envelope < bytes.len)
            s = (struct sniff){.kind = SNIFF_ENVELOPE, .start = envelope, .skipped = true};
    }
    return s;
}

struct sniff sniff_file(struct slice bytes)
{
    size_t mark = skip_mark(bytes);
    size_t start = skip_blanks(bytes, mark);
    if (start == bytes.len)
        return (struct sniff){.kind = SNIFF_EMPTY, .start = start};
    const char *what = known_magic(bytes);
    if (what || looks_binary(bytes))
        return (struct sniff){.kind = SNIFF_BINARY, .what = what};
    struct slice text = slice_cut(bytes, start, bytes.len);
    if (sniff_starts_envelope(text) || starts_part(text))
        return (struct sniff){.kind = SNIFF_ENVELOPE, .start = start};
    return sniff_plain(bytes, mark);
}

/* True when `text` begins with the tag, in any case, and the tag's name ends there. */
static bool is_tag(struct slice text, struct slice name)
{
    if (!text.at || text.len < name.len + 2 || text.at[0] != '<' ||
        !slice_starts_nocase(slice_cut(text, 1, text.len), name))
        return false;
    char next = text.at[name.len + 1];
    return next == '>' || next == '/' || byte_is_blank(next);
}

/* The length of the DOCTYPE at the front of `s`, with the declarations in it; s.len when it has no
 * end. */
static size_t doctype_length(struct slice s)
{
    size_t close = slice_find(s, SLICE(">")), open = slice_find(s, SLICE("["));
    if (open < close) {
        size_t end = slice_find(s, SLICE("]"));
        close = end + slice_find(slice_cut(s, end, s.len), SLICE(">"));
    }
    return close < s.len ? close + 1 : s.len;
}

/* Behind declarations, comments and <PAGE> marks: where the first real element or text begins.
 * *declared: it says that it is XML; *html: that it is HTML. */
static size_t skip_prolog(struct slice text, bool *declared, bool *html)
{
    size_t at = skip_mark(text);
    for (;;) {
        at = skip_blanks(text, at);
        struct slice rest = slice_cut(text, at, text.len);
        struct slice end = SLICE(">");
        if (slice_starts_nocase(rest, SLICE("<!doctype"))) {
            *html = *html || slice_starts_nocase(rest, SLICE("<!doctype html"));
            at += doctype_length(rest);
            continue;
        }
        if (slice_starts(rest, SLICE("<?")))
            *declared = *declared || slice_starts(rest, SLICE("<?xml"));
        else if (slice_starts(rest, SLICE("<!--")))
            end = SLICE("-->");
        else if (!slice_starts(rest, SLICE("<!")) && !is_tag(rest, SLICE("PAGE")))
            return at;
        size_t close = slice_find(rest, end);
        if (close == rest.len)
            return at;
        at += close + end.len;
    }
}

/* Elements that HTML begins with and that the tags of text filings do not share: there, <TABLE>
 * stands alone, and <PAGE>, <S>, <C>, <CAPTION> are no HTML. */
static bool starts_html(struct slice rest)
{
    static const char *const names[] = {
        "html", "xhtml:html", "head", "body", "title", "meta", "style", "div", "p",   "center",
        "font", "b",          "br",   "hr",   "h1",    "h2",   "h3",    "a",   "tr",  "span",
        "pre",  "ul",         "ol",   "u",    "i",     "link", "img",   "h4",  "nav", "strong",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is_tag(rest, slice_of(names[i])))
            return true;
    return slice_starts_nocase(rest, SLICE("<table "));
}

/* XML that does not say that it is: the roots of EDGAR's own forms. */
static bool starts_form(struct slice rest)
{
    static const char *const names[] = {
        "ownershipDocument", "edgarSubmission",      "informationTable", "xbrl",
        "FilingSummary",     "ns1:informationTable",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (is_tag(rest, slice_of(names[i])))
            return true;
    return false;
}

static bool is_named_html(struct slice text, struct slice filename)
{
    return (slice_ends_nocase(filename, SLICE(".htm")) ||
            slice_ends_nocase(filename, SLICE(".html"))) &&
           (slice_find_nocase(text, SLICE("</p>")) < text.len ||
            slice_find_nocase(text, SLICE("<html")) < text.len ||
            slice_find_nocase(text, SLICE("<br")) < text.len);
}

enum sniff_kind sniff_text(struct slice text, struct slice filename)
{
    struct slice head = slice_cut(text, 0, LOOK);
    struct uuencode_head unused;
    if (uuencode_begin(slice_cut(head, skip_blanks(head, 0), head.len), &unused))
        return SNIFF_UUENCODE;
    bool declared = false, html = false;
    struct slice rest = slice_cut(head, skip_prolog(head, &declared, &html), head.len);
    if (html || starts_html(rest))
        return SNIFF_HTML;
    if (declared || starts_form(rest))
        return SNIFF_XML;
    return is_named_html(head, filename) ? SNIFF_HTML : SNIFF_TEXT;
}
