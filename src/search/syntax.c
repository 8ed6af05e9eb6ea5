/* SPDX-License-Identifier: MIT */
/* The tokens of a regular expression. */
#include "search/syntax.h"

#include <string.h>

/* Behind the next `c`, or the whole. */
static size_t behind(struct slice s, size_t from, char c)
{
    const char *hit = from < s.len ? memchr(s.at + from, c, s.len - from) : NULL;
    return hit ? (size_t)(hit - s.at) + 1 : s.len;
}

static char byte_at(struct slice s, size_t i)
{
    return i < s.len ? s.at[i] : '\0';
}

/* "(*VERB)" and "(*name:" */
static struct syntax_head verb(struct slice rest)
{
    struct syntax_head head = {.kind = SYNTAX_OTHER, .len = 2};
    while (byte_is_letter(byte_at(rest, head.len)) || byte_at(rest, head.len) == '_')
        head.len++;
    struct slice name = slice_cut(rest, 2, head.len);
    if (byte_at(rest, head.len) == ':' && name.len > 0 && byte_is_lower(*name.at)) {
        head.len++;
        if (slice_ends_nocase(name, SLICE("lb")) || slice_ends_nocase(name, SLICE("lookbehind")))
            head.kind = SYNTAX_BEHIND;
        return head;
    }
    head.len = behind(rest, head.len, ')');
    head.whole = true;
    return head;
}

/* "(?i-x)", "(?^i:", and all that is no more than a word and a parenthesis: "(?R)", "(?&name)" */
static struct syntax_head flags(struct slice rest)
{
    struct syntax_head head = {.kind = SYNTAX_FLAGS, .len = 2};
    bool set = true;
    for (;;) {
        char c = byte_at(rest, head.len);
        if (c == 'x' && set)
            head.extended = true;
        if (c == '-')
            set = false;
        else if (c == ')' || c == ':')
            break;
        else if (c == '\0' || !strchr("^aimnsxJUDSPWT", c))
            head.kind = SYNTAX_OTHER;
        if (head.len >= rest.len) {
            head.whole = true;
            return head;
        }
        head.len++;
    }
    head.whole = rest.at[head.len++] == ')';
    return head;
}

struct syntax_head syntax_head(struct slice rest)
{
    struct syntax_head head = {.kind = SYNTAX_GROUP, .len = 1};
    if (byte_at(rest, 1) == '*')
        return verb(rest);
    if (byte_at(rest, 1) != '?')
        return head;
    char c = byte_at(rest, 2), d = byte_at(rest, 3);
    head.len = rest.len < 3 ? rest.len : 3;
    if (c == ':' || c == '>' || c == '|')
        return head;
    if (c == '=' || c == '!' || c == '*') {
        head.kind = SYNTAX_AHEAD;
    } else if (c == '<' && (d == '=' || d == '!' || d == '*')) {
        head.kind = SYNTAX_BEHIND;
        head.len = 4;
    } else if (c == '<' || (c == 'P' && d == '<')) {
        head.len = behind(rest, 3, '>');
    } else if (c == '\'') {
        head.len = behind(rest, 3, '\'');
    } else if (c == '#' || c == 'C') {
        head = (struct syntax_head){SYNTAX_OTHER, behind(rest, 3, ')'), true, false};
    } else if (c == '(') {
        /* A condition that is a look around is read as a group of its own. */
        head.kind = SYNTAX_OTHER;
        head.len = d == '?' || d == '*' ? 2 : behind(rest, 3, ')');
    } else {
        return flags(rest);
    }
    return head;
}

size_t syntax_escape(struct slice rest)
{
    char c = byte_at(rest, 1), d = byte_at(rest, 2);
    if (rest.len < 2)
        return rest.len;
    if (d == '{' && strchr("pPxoNgku", c))
        return behind(rest, 3, '}');
    if ((c == 'g' || c == 'k') && d == '<')
        return behind(rest, 3, '>');
    if ((c == 'g' || c == 'k') && d == '\'')
        return behind(rest, 3, '\'');
    if ((c == 'p' || c == 'P' || c == 'c') && rest.len > 2)
        return 3;
    size_t len = 2;
    while (c == 'x' && len < 4 && byte_at(rest, len) != '\0' &&
           strchr("0123456789abcdefABCDEF", rest.at[len]))
        len++;
    return len;
}

size_t syntax_class(struct slice rest)
{
    size_t i = 1;
    if (byte_at(rest, i) == '^')
        i++;
    if (byte_at(rest, i) == ']')
        i++;
    while (i < rest.len && rest.at[i] != ']') {
        struct slice s = slice_cut(rest, i, rest.len);
        if (*s.at == '\\' && byte_at(s, 1) == 'Q') {
            size_t end = slice_find(s, SLICE("\\E"));
            i += end < s.len ? end + 2 : s.len;
        } else if (*s.at == '\\') {
            i += syntax_escape(s);
        } else if (slice_starts(s, SLICE("[:")) && slice_find(s, SLICE(":]")) < s.len) {
            size_t j = 2;
            while (byte_is_letter(byte_at(s, j)) || byte_at(s, j) == '^')
                j++;
            i += byte_at(s, j) == ':' && byte_at(s, j + 1) == ']' ? j + 2 : 1;
        } else {
            i++;
        }
    }
    return i < rest.len ? i + 1 : rest.len;
}

/* "{2}", "{2,}", "{2,5}", "{,5}": its length or 0 */
static size_t counts(struct slice rest, bool *may_be_none)
{
    size_t i = 1;
    bool zero = true, digits = false;
    for (; byte_is_digit(byte_at(rest, i)); i++) {
        digits = true;
        zero = zero && rest.at[i] == '0';
    }
    *may_be_none = zero;
    if (byte_at(rest, i) == ',')
        for (i++; byte_is_digit(byte_at(rest, i)); i++)
            digits = true;
    return digits && byte_at(rest, i) == '}' ? i + 1 : 0;
}

size_t syntax_quantifier(struct slice rest, bool *may_be_none)
{
    char c = byte_at(rest, 0);
    size_t len = c == '*' || c == '+' || c == '?';
    *may_be_none = c != '+';
    if (c == '{')
        len = counts(rest, may_be_none);
    if (len > 0 && (byte_at(rest, len) == '+' || byte_at(rest, len) == '?'))
        len++;
    return len;
}
