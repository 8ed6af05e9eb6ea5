/* SPDX-License-Identifier: MIT */
/* The scanner of markup: where a tag, a text, a comment ends. */
#include "formats/markup_scan.h"

#include "formats/markup_prolog.h"
#include "formats/oddity.h"

#include <limits.h>
#include <string.h>

enum {
    TEXT_PIECE = 64 * 1024,
    REFERENCE_MAX = 40,
    SEEN_MOST = 512,      /* bytes of a tag that is remembered */
    LONG_TAG = 256 * 1024 /* that no filing has */
};

void markup_scan_init(struct markup_scan *scan, enum markup_kind kind, struct slice text)
{
    *scan = (struct markup_scan){.kind = kind, .text = text, .at = markup_prolog_end(text)};
}

static struct slice rest_from(const struct markup_scan *scan, size_t at)
{
    return slice_cut(scan->text, at, scan->text.len);
}

/* Where `needle` stands in the document from `at` on, or text.len. */
static size_t find(const struct markup_scan *scan, size_t at, struct slice needle)
{
    return at + slice_find(rest_from(scan, at), needle);
}

static size_t find_byte(struct slice text, size_t from, size_t to, char byte)
{
    const char *hit = from < to ? memchr(text.at + from, byte, to - from) : NULL;
    return hit ? (size_t)(hit - text.at) : to;
}

static bool name_may_begin(enum markup_kind kind, char c)
{
    return byte_is_letter(c) ||
           (kind == MARKUP_XML && (c == '_' || c == ':' || (unsigned char)c >= 0x80));
}

/* Whether the `<` at `at` opens something; if not, it is text. */
static bool opens(const struct markup_scan *scan, size_t at)
{
    if (at + 1 >= scan->text.len)
        return false;
    const char *s = scan->text.at + at + 1;
    if (*s == '/')
        return at + 2 < scan->text.len &&
               (name_may_begin(scan->kind, s[1]) || (s[1] == '>' && scan->kind == MARKUP_HTML));
    return *s == '!' || *s == '?' || name_may_begin(scan->kind, *s);
}

/* A place at or before `to` where a text can be cut without cutting a character or a reference. */
static size_t cut_place(struct slice text, size_t from, size_t to)
{
    for (size_t i = to; i > from && i + REFERENCE_MAX > to; i--)
        if (text.at[i - 1] == ' ' || text.at[i - 1] == '\n')
            return i;
    size_t cut = to;
    for (size_t i = to; i > from + 1 && i + REFERENCE_MAX > to; i--)
        if (text.at[i - 1] == '&')
            cut = i - 1;
    for (int i = 0; i < 3 && cut > from + 1 && ((unsigned char)text.at[cut] & 0xC0) == 0x80; i++)
        cut--;
    if (cut > from + 1 && text.at[cut] == '\n' && text.at[cut - 1] == '\r')
        cut--;
    return cut;
}

static void scan_text(struct markup_scan *scan, struct markup_token *t)
{
    size_t limit = scan->text.len - t->at > TEXT_PIECE ? t->at + TEXT_PIECE : scan->text.len;
    size_t end = find_byte(scan->text, t->at, limit, '<');
    while (end < limit && !opens(scan, end))
        end = find_byte(scan->text, end + 1, limit, '<');
    if (end == limit && limit < scan->text.len)
        end = cut_place(scan->text, t->at, limit);
    t->kind = TOKEN_TEXT;
    t->len = end - t->at;
    t->inner = slice_cut(scan->text, t->at, end);
}

/* A token up to the first `>`; at the end of the document, all that is left. */
static void scan_other(struct markup_scan *scan, struct markup_token *t)
{
    size_t end = find_byte(scan->text, t->at, scan->text.len, '>');
    t->kind = TOKEN_OTHER;
    t->len = (end < scan->text.len ? end + 1 : end) - t->at;
    if (end == scan->text.len)
        scan->oddities |= ODDITY_TAG_END;
}

/* Where the end mark of the comment begins, whose text begins at `from`; text.len: nowhere. */
static size_t comment_end(const struct markup_scan *scan, size_t from, size_t *mark)
{
    size_t len = scan->text.len;
    struct slice rest = rest_from(scan, from);
    bool html = scan->kind == MARKUP_HTML;
    if (html && (slice_starts(rest, SLICE(">")) || slice_starts(rest, SLICE("->")))) {
        *mark = *rest.at == '>' ? 1 : 2;
        return from;
    }
    for (size_t at = find(scan, from, SLICE("--")); at < len;
         at = find(scan, at + 1, SLICE("--"))) {
        rest = rest_from(scan, at + 2);
        *mark = html && slice_starts(rest, SLICE("!>")) ? 4 : 3;
        if (*mark == 4 || slice_starts(rest, SLICE(">")))
            return at;
    }
    return len;
}

static void scan_comment(struct markup_scan *scan, struct markup_token *t)
{
    enum { OPENING = 4 };
    size_t from = t->at + OPENING, mark = 0, end = scan->text.len;
    if (!scan->no_comment_end)
        end = comment_end(scan, from, &mark);
    if (end == scan->text.len) {
        scan->no_comment_end = true;
        scan->oddities |= ODDITY_COMMENT;
        /* Its writer lost some bytes, its reader need not lose the text. */
        scan_other(scan, t);
        return;
    }
    t->kind = TOKEN_COMMENT;
    t->inner = slice_cut(scan->text, from, end);
    t->len = end + mark - t->at;
}

static void scan_cdata(struct markup_scan *scan, struct markup_token *t)
{
    enum { OPENING = 9, CLOSING = 3 };
    size_t end = scan->text.len;
    if (!scan->no_cdata_end)
        end = find(scan, t->at + OPENING, SLICE("]]>"));
    if (end == scan->text.len) {
        scan->no_cdata_end = true;
        scan_other(scan, t);
        return;
    }
    t->kind = TOKEN_CDATA;
    t->inner = slice_cut(scan->text, t->at + OPENING, end);
    t->len = end + CLOSING - t->at;
}

static void scan_instruction(struct markup_scan *scan, struct markup_token *t)
{
    size_t len = scan->text.len;
    scan_other(scan, t);
    if (scan->kind == MARKUP_XML) {
        size_t end = find(scan, t->at + 2, SLICE("?>"));
        t->len = (end < len ? end + 2 : len) - t->at;
    }
}

/* Where the value ends that begins with the quotation mark at `at`: behind its other mark. Where
 * that is missing, what comes is read as if there were no mark at `at`. */
static size_t quoted_end(struct markup_scan *scan, size_t at)
{
    size_t len = scan->text.len;
    size_t end = find_byte(scan->text, at + 1, len, scan->text.at[at]);
    /* A mark that is closed behind a tag and the beginning of another was not closed. */
    size_t close = find_byte(scan->text, at + 1, end, '>');
    if (end < len && find_byte(scan->text, close, end, '<') == end)
        return end + 1;
    scan->oddities |= ODDITY_QUOTE;
    return at + 1;
}

/* What ends a name, what ends a value that has no marks, and what stands before a value or ends a
 * tag. */
enum { ENDS_NAME = 1, ENDS_VALUE = 2, ENDS_PART = 4, BLANK = ENDS_NAME | ENDS_VALUE };

static const unsigned char ENDS[UCHAR_MAX + 1] = {
    [' '] = BLANK,  ['\t'] = BLANK,    ['\n'] = BLANK,    ['\v'] = BLANK, ['\f'] = BLANK,
    ['\r'] = BLANK, ['/'] = ENDS_NAME, ['='] = ENDS_PART, ['<'] = ~0,     ['>'] = ~0,
};

/* The first byte from `at` on that ends such a thing, or text.len. */
static size_t end_of(struct slice text, size_t at, unsigned thing)
{
    while (at < text.len && !(ENDS[(unsigned char)text.at[at]] & thing))
        at++;
    return at;
}

/* Where the value that begins at `at` ends. */
static size_t value_end(struct markup_scan *scan, size_t at)
{
    struct slice text = scan->text;
    while (at < text.len && byte_is_blank(text.at[at]))
        at++;
    if (at < text.len && (text.at[at] == '"' || text.at[at] == '\'')) {
        size_t end = quoted_end(scan, at);
        if (end > at + 1)
            return end;
        at = end;
    }
    return end_of(text, at, ENDS_VALUE);
}

/* Where the tag ends whose name ends at `at`: at its `>`, at the `<` of the next, or text.len. */
static size_t tag_end(struct markup_scan *scan, size_t at, bool *closed)
{
    struct slice text = scan->text;
    size_t from = at; /* behind the last value */
    for (;; from = at) {
        at = end_of(text, at, ENDS_PART);
        if (at == text.len || text.at[at] != '=')
            break;
        at = value_end(scan, at + 1);
    }
    *closed = at > from && text.at[at - 1] == '/';
    return at;
}

/* The tag ends at `end`. */
static void close_tag(struct markup_scan *scan, struct markup_token *t, size_t end)
{
    struct slice text = scan->text;
    if (end == text.len) {
        t->kind = TOKEN_OTHER;
        scan->oddities |= ODDITY_TAG_END;
    }
    t->len = end + (end < text.len && text.at[end] == '>') - t->at;
    if (t->len > LONG_TAG)
        scan->oddities |= ODDITY_LONG_TAG;
}

static void scan_end_tag(struct markup_scan *scan, struct markup_token *t)
{
    struct slice text = scan->text;
    size_t name = t->at + 2, end = end_of(text, name, ENDS_NAME);
    t->kind = TOKEN_END;
    t->inner = slice_cut(text, name, end);
    while (end < text.len && text.at[end] != '>' && text.at[end] != '<')
        end++;
    close_tag(scan, t, end);
}

/* The start tag, looked at byte by byte; whether it would be read the same wherever it stands. */
static bool read_tag(struct markup_scan *scan, struct markup_token *t)
{
    unsigned before = scan->oddities;
    size_t name = t->at + 1, end = end_of(scan->text, name, ENDS_NAME);
    scan->oddities = 0;
    t->inner = slice_cut(scan->text, name, end);
    close_tag(scan, t, tag_end(scan, end, &t->closed));
    bool always = scan->oddities == 0 && scan->text.at[t->at + t->len - 1] == '>' &&
                  !memchr(t->inner.at, ':', t->inner.len);
    scan->oddities |= before;
    return always;
}

static uint64_t word_at(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* A hash of a tag's text, never 0: two words at a time, the last of which reach back into those
 * before them. */
static uint64_t tag_hash(struct slice tag)
{
    enum { WORD = sizeof(uint64_t) };
    const uint64_t factor = 0x9E3779B97F4A7C15U, other = 0xC2B2AE3D27D4EB4FU;
    uint64_t a = tag.len, b = factor;
    if (tag.len < WORD)
        return slice_hash(tag);
    for (size_t at = 0; at + 2 * WORD < tag.len; at += 2 * WORD) {
        a = (a ^ word_at(tag.at + at)) * factor;
        b = (b ^ word_at(tag.at + at + WORD)) * other;
    }
    a = (a ^ word_at(tag.at + (tag.len < 2 * WORD ? 0 : tag.len - 2 * WORD))) * factor;
    b = (b ^ word_at(tag.at + tag.len - WORD)) * other;
    a ^= b >> 32 | b << 32;
    a = (a ^ a >> 32) * factor;
    a ^= a >> 29;
    return a ? a : 1;
}

/* Filings write the same tag, attributes and all, thousands of times. What ends with the first `>`
 * and was met before is not looked at again; those with a prefix hardly ever say the same. */
static void scan_start_tag(struct markup_scan *scan, struct markup_token *t)
{
    struct slice text = scan->text;
    size_t limit = text.len - t->at < SEEN_MOST ? text.len : t->at + SEEN_MOST;
    size_t mark = find_byte(text, t->at, limit, '>');
    struct slice tag = slice_cut(text, t->at, mark < limit ? mark + 1 : t->at);
    uint64_t hash = tag_hash(tag);
    struct markup_seen *seen = &scan->seen[hash % MARKUP_SEEN];
    t->kind = TOKEN_START;
    if (tag.len && seen->hash == hash && slice_equal(seen->text, tag)) {
        t->inner = slice_cut(tag, 1, 1 + seen->name);
        t->closed = seen->closed;
        t->len = tag.len;
    } else if (!read_tag(scan, t) || t->len != tag.len) {
        t->hash = tag_hash(slice_cut(text, t->at, t->at + t->len));
        return;
    } else {
        *seen = (struct markup_seen){
            .text = tag, .hash = hash, .name = (unsigned short)t->inner.len, .closed = t->closed};
    }
    t->hash = hash;
    t->first = seen->text;
    t->seen = seen;
}

static void scan_tag(struct markup_scan *scan, struct markup_token *t)
{
    if (scan->text.at[t->at + 1] == '/')
        scan_end_tag(scan, t);
    else
        scan_start_tag(scan, t);
    if (scan->kind == MARKUP_HTML && t->kind == TOKEN_START && !t->closed &&
        (slice_equal_nocase(t->inner, SLICE("script")) ||
         slice_equal_nocase(t->inner, SLICE("style"))))
        scan->raw = t->inner;
}

/* Where the end tag of the element `name` begins, from `at` on; text.len: nowhere. */
static size_t raw_end(const struct markup_scan *scan, size_t at, struct slice name)
{
    size_t len = scan->text.len;
    for (at = find(scan, at, SLICE("</")); at < len; at = find(scan, at + 2, SLICE("</"))) {
        struct slice found = slice_cut(scan->text, at + 2, at + 2 + name.len);
        if (slice_equal_nocase(found, name) &&
            end_of(scan->text, at + 2, ENDS_NAME) == at + 2 + name.len)
            break;
    }
    return at;
}

/* The text of a script or of styles. Without its end tag, what follows is read as any text. */
static bool scan_raw(struct markup_scan *scan, struct markup_token *t)
{
    bool script = slice_equal_nocase(scan->raw, SLICE("script"));
    bool *endless = script ? &scan->no_script_end : &scan->no_style_end;
    size_t end = *endless ? scan->text.len : raw_end(scan, t->at, scan->raw);
    scan->raw = (struct slice){0};
    if (end == scan->text.len) {
        *endless = true;
        scan->oddities |= ODDITY_SCRIPT;
        return false;
    }
    t->kind = TOKEN_RAW;
    t->inner = slice_cut(scan->text, t->at, end);
    t->len = end - t->at;
    return t->len > 0;
}

/* What begins with `<!`. */
static void scan_declaration(struct markup_scan *scan, struct markup_token *t)
{
    struct slice rest = rest_from(scan, t->at);
    if (slice_starts(rest, SLICE("<!--")))
        scan_comment(scan, t);
    else if (slice_starts(rest, SLICE("<![CDATA[")))
        scan_cdata(scan, t);
    else
        scan_other(scan, t);
}

bool markup_scan_next(struct markup_scan *scan, struct markup_token *token)
{
    *token = (struct markup_token){.at = scan->at};
    if (scan->at >= scan->text.len)
        return false;
    const char *s = scan->text.at + scan->at;
    if (scan->raw.len > 0 && scan_raw(scan, token))
        ; /* done */
    else if (*s != '<' || !opens(scan, scan->at))
        scan_text(scan, token);
    else if (s[1] == '!')
        scan_declaration(scan, token);
    else if (s[1] == '?')
        scan_instruction(scan, token);
    else if (s[1] == '/' && s[2] == '>')
        scan_other(scan, token);
    else
        scan_tag(scan, token);
    scan->at = token->at + token->len;
    return true;
}
