/* SPDX-License-Identifier: MIT */
/* From what the reader types to what PCRE2 is given. */
#include "search/translate.h"

#include "base/utf8.h"
#include "search/syntax.h"

/* A pattern on its way. */
struct translation {
    struct slice rest;
    struct buffer *out, *letters;
    bool literal;
    bool as_is;    /* blanks and quotes are left alone from here on */
    size_t depth;  /* open groups */
    size_t behind; /* the depth inside the outermost look behind, 0 outside */
};

bool translate_is_invisible(uint32_t code)
{
    return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF;
}

bool translate_is_currency(uint32_t code)
{
    return code == '$' || (code >= 0xA2 && code <= 0xA5) || (code >= 0x20A0 && code <= 0x20CF);
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x2007 ||
           code == 0x202F;
}

static bool is_single_quote(uint32_t code)
{
    return code == '\'' || code == '`' || code == 0xB4 || code == 0x2018 || code == 0x2019 ||
           code == 0x201B || code == 0x2032;
}

static bool is_double_quote(uint32_t code)
{
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0x2033;
}

static bool is_dash(uint32_t code)
{
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

static void copy(struct translation *t, size_t len)
{
    buffer_add(t->out, slice_cut(t->rest, 0, len));
    t->rest = slice_cut(t->rest, len, t->rest.len);
}

static void note(struct translation *t, struct slice s)
{
    if (t->letters)
        buffer_add(t->letters, s);
}

/* A quantifier binds to one blank only; a look behind needs a length that is known. */
static void blanks(struct translation *t)
{
    size_t count = 0;
    struct slice after = t->rest;
    while (after.len > 0 && is_blank(utf8_next(&after))) {
        t->rest = after;
        count++;
    }
    bool none;
    bool bound = !t->literal && t->rest.len > 0 && syntax_quantifier(t->rest, &none) > 0;
    if (t->behind)
        for (size_t i = 0; i < count; i++)
            buffer_add_text(t->out, "\\s");
    else if (!bound)
        buffer_add_text(t->out, "\\s+");
    else
        buffer_add_text(t->out, count > 1 ? "\\s+\\s" : "\\s");
}

/* Whether a number is what comes next. */
static bool at_amount(const struct translation *t)
{
    struct slice s = t->rest;
    if (s.len == 0 || byte_is_digit(*s.at))
        return s.len > 0;
    if (t->literal)
        return *s.at == '(';
    return *s.at == '[' || slice_starts(s, SLICE("\\d")) || slice_starts(s, SLICE("\\("));
}

/* Behind a currency sign; a look behind needs a length that is known. */
static void made_blank(struct translation *t)
{
    if (!t->behind && at_amount(t))
        buffer_addf(t->out, "\\x{%X}?", (unsigned)TRANSLATE_MADE_BLANK);
}

/* One dash, or what typewriters put for a long one: two or three hyphens stand for each other and
 * for any printed dash. A line may end behind a hyphen. Returns what stands behind it. */
static struct slice dashes(struct translation *t, struct slice after)
{
    struct slice run = t->rest;
    bool none;
    while (run.len > 0 && *run.at == '-')
        run = slice_cut(run, 1, run.len);
    size_t hyphens = t->rest.len - run.len;
    if (t->behind) {
        buffer_add_text(t->out, "[-\\x{2010}-\\x{2015}\\x{2212}]");
        return after;
    }
    /* A quantifier binds to one of them only. */
    bool bound = !t->literal && run.len > 0 && syntax_quantifier(run, &none) > 0;
    bool wide = slice_starts(t->rest, SLICE("\xE2\x80\x94")) || (hyphens > 1 && !bound);
    if (hyphens > 1 && wide)
        after = run;
    buffer_add_text(t->out, wide ? "(?:-{1,3}|[\\x{2010}-\\x{2015}\\x{2212}])"
                                 : "(?:[-\\x{2010}-\\x{2015}\\x{2212}](?:\\n[ \\t]*)?)");
    return after;
}

/* A character that stands for itself. */
static void character(struct translation *t)
{
    struct slice after = t->rest;
    uint32_t code = utf8_next(&after);
    if (is_blank(code)) {
        blanks(t);
        return;
    }
    size_t len = t->rest.len - after.len;
    if (is_single_quote(code)) {
        buffer_add_text(t->out, "['`\\x{B4}\\x{2018}\\x{2019}\\x{201B}\\x{2032}]");
    } else if (is_double_quote(code)) {
        /* Typewriters double the single quotes. */
        buffer_add_text(t->out, t->behind ? "[\"\\x{201C}-\\x{201F}\\x{2033}]"
                                          : "(?:[\"\\x{201C}-\\x{201F}\\x{2033}]|``|'')");
    } else if (is_dash(code)) {
        after = dashes(t, after);
    } else if (!translate_is_invisible(code)) {
        note(t, slice_cut(t->rest, 0, len));
        if (code < 0x80 && !byte_is_letter((char)code) && !byte_is_digit((char)code))
            buffer_add_byte(t->out, '\\');
        copy(t, len);
        if (translate_is_currency(code))
            made_blank(t);
        return;
    }
    t->rest = after;
}

/* "\Q...\E": all of it stands for itself. */
static void quoted(struct translation *t)
{
    struct slice inner = slice_cut(t->rest, 2, t->rest.len);
    size_t end = slice_find(inner, SLICE("\\E"));
    struct slice after = slice_cut(inner, end + 2, inner.len);
    t->rest = slice_cut(inner, 0, end);
    while (t->rest.len > 0)
        character(t);
    t->rest = after;
}

static void group(struct translation *t)
{
    struct syntax_head head = syntax_head(t->rest);
    t->as_is |= head.extended;
    copy(t, head.len);
    if (head.whole)
        return;
    t->depth++;
    if (head.kind == SYNTAX_BEHIND && !t->behind)
        t->behind = t->depth;
}

/* Whether the "$" is a dollar sign: a line does not end before a digit. */
static bool at_dollar(const struct translation *t)
{
    struct slice behind = slice_cut(t->rest, 2, t->rest.len);
    bool none = false;
    if (t->rest.len < 2 || !byte_is_digit(t->rest.at[1]))
        return false;
    return behind.len == 0 || syntax_quantifier(behind, &none) == 0 || !none;
}

static void token(struct translation *t)
{
    char c = *t->rest.at;
    if (c == '\\' && slice_starts(t->rest, SLICE("\\Q"))) {
        quoted(t);
    } else if (c == '\\') {
        /* An escape is a byte and what belongs to it, but never half a character. */
        size_t len = syntax_escape(t->rest);
        if (len == 2 && (unsigned char)t->rest.at[1] >= 0x80)
            len = 1 + utf8_length(slice_cut(t->rest, 1, t->rest.len));
        bool dollar = slice_starts(t->rest, SLICE("\\$"));
        copy(t, len);
        if (dollar)
            made_blank(t);
    } else if (c == '[') {
        size_t len = syntax_class(t->rest);
        note(t, slice_cut(t->rest, 0, len));
        copy(t, len);
    } else if (c == '(') {
        group(t);
    } else if (c == ')') {
        if (t->behind && t->depth == t->behind)
            t->behind = 0;
        t->depth -= t->depth > 0;
        copy(t, 1);
    } else if (c == '.' || c == '^' || (c == '$' && !at_dollar(t)) || c == '|' || c == '*' ||
               c == '+' || c == '?' || c == '{' || c == '}' || c == ']' || c == '#' || t->as_is) {
        note(t, slice_cut(t->rest, 0, 1));
        copy(t, 1);
    } else {
        character(t);
    }
}

void translate_pattern(struct slice text, bool literal, struct buffer *out, struct buffer *letters)
{
    struct translation t = {.rest = text, .out = out, .letters = letters, .literal = literal};
    while (t.rest.len > 0) {
        if (literal)
            character(&t);
        else
            token(&t);
    }
}
