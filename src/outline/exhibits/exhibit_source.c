/* SPDX-License-Identifier: MIT */
/* Reads where an exhibit was filed. */
#include "outline/exhibits/exhibit_source.h"

#include "outline/catalog.h"
#include "outline/exhibits/exhibit_clause.h"
#include "outline/exhibits/exhibit_date.h"
#include "outline/exhibits/exhibit_number.h"
#include "outline/exhibits/exhibit_sub.h"
#include "outline/items/line.h"

enum {
    FORM_BYTES = 12 /* no form is longer */
};

static bool has(struct slice text, const char *words)
{
    return slice_find_nocase(text, slice_of(words)) < text.len;
}

/* Where one of the words begins first, or text.len. */
static size_t find_first(struct slice text, const char *const *words)
{
    size_t best = text.len;
    for (; *words != NULL; words++) {
        size_t at = slice_find_nocase(slice_cut(text, 0, best), slice_of(*words));
        if (at < best)
            best = at;
    }
    return best;
}

static bool is_word_start(struct slice text, size_t at)
{
    return at == 0 || !line_is_alnum(text.at[at - 1]);
}

/* Takes a token of a form's letters off at `at`; trailing signs are left. */
static struct slice token_at(struct slice text, size_t at)
{
    size_t to = at;
    while (line_is_alnum(line_byte(text, to)) || line_byte(text, to) == '-' ||
           line_byte(text, to) == '/')
        to++;
    if (line_byte(text, to) == '.' && byte_is_digit(line_byte(text, to + 1)))
        return slice_cut(text, at, at); /* "5.125%" */
    while (to > at && (text.at[to - 1] == '-' || text.at[to - 1] == '/'))
        to--;
    return slice_cut(text, at, to);
}

/* "S-1", "10KSB", "8-A/A", "10": what may stand behind "Form". */
static bool is_form(struct slice token)
{
    static const struct slice none = {0};
    if (token.len < 2 || token.len > FORM_BYTES || byte_is_lower(token.at[0]) ||
        slice_starts(token, SLICE("W-"))) /* "Form W-9" is the tax office's */
        return false;
    bool digit = false, lower = false;
    for (size_t i = 0; i < token.len; i++) {
        digit = digit || byte_is_digit(token.at[i]);
        lower = lower || byte_is_lower(token.at[i]);
    }
    if (!digit && lower)
        return false;
    if (slice_equal(token, SLICE("10")))
        return true;
    if (line_letters(token) == 0)
        return false;
    size_t dash = slice_find(token, SLICE("-"));
    bool looks = dash >= 1 && dash <= 2 && dash + 1 < token.len && dash + 5 > token.len - 2;
    return (looks && line_letters_lower(token) == 0) || catalog_family(token, none) != NULL;
}

/* Where the word behind `word` begins, blanks skipped, from `from` on; text.len: nowhere. */
static size_t behind_word(struct slice text, size_t from, struct slice word)
{
    for (size_t at = from; at < text.len; at += word.len) {
        at += slice_find_nocase(slice_cut(text, at, text.len), word);
        if (at >= text.len)
            break;
        if (!is_word_start(text, at))
            continue;
        size_t to = at + word.len;
        while (byte_is_blank(line_byte(text, to)))
            to++;
        return to;
    }
    return text.len;
}

/* The form behind "Form" or "Forms". */
static struct slice form_behind_word(struct slice text)
{
    static const struct slice none = {0};
    for (size_t at = 0; (at = behind_word(text, at, SLICE("form"))) < text.len;) {
        size_t from =
            at + (byte_lower(line_byte(text, at)) == 's' && byte_is_blank(line_byte(text, at + 1)));
        while (byte_is_blank(line_byte(text, from)))
            from++;
        struct slice token = token_at(text, from);
        if (is_form(token))
            return token;
    }
    for (size_t at = 0; (at = behind_word(text, at, SLICE("schedule"))) < text.len;) {
        struct slice token = token_at(text, at);
        bool number = token.len > 2 && token.at[0] == '1' && byte_is_digit(token.at[1]);
        if (number || slice_equal(token, SLICE("TO")))
            return slice_cut(text, at - (sizeof "Schedule"), at + token.len);
    }
    return none;
}

struct slice exhibit_source_form(struct slice text)
{
    static const struct slice none = {0};
    static const struct slice proxies[] = {SLICE_ROW("DEF 14A"), SLICE_ROW("SC TO-"),
                                           SLICE_ROW("SC 13"), SLICE_ROW("DEFM14A")};
    struct slice found = form_behind_word(text);
    if (found.len > 0)
        return slice_trim(found);
    for (size_t at = 0; at < text.len; at++) {
        if (!line_is_alnum(text.at[at]) || !is_word_start(text, at) ||
            (at > 0 && (text.at[at - 1] == '-' || text.at[at - 1] == '.')))
            continue;
        struct slice token = token_at(text, at);
        for (size_t k = 0; k < sizeof proxies / sizeof *proxies; k++) {
            size_t blank = slice_find(proxies[k], SLICE(" "));
            size_t last = blank < proxies[k].len ? at + blank + 1 : at;
            if (slice_starts(slice_cut(text, at, text.len), proxies[k]))
                return slice_cut(text, at, last + token_at(text, last).len);
        }
        if (slice_find(token, SLICE("-")) < token.len && is_form(token) &&
            catalog_family(token, none) != NULL)
            return token;
        at += token.len > 0 ? token.len - 1 : 0;
    }
    return none;
}

/* The first digits of file numbers of the Commission's acts; `sure`: no other number has them. */
static bool is_file_prefix(struct slice digits, bool *sure)
{
    static const char *const prefixes[] = {
        "333", "33", "000", "001", "002", "005", "0",   "1",  "2",   "02", "01", "00", "811",
        "812", "24", "814", "024", "070", "70",  "022", "22", "132", "10", "12", NULL};
    *sure = digits.len == 3 || slice_equal(digits, SLICE("33"));
    for (const char *const *p = prefixes; *p != NULL; p++)
        if (slice_equal(digits, slice_of(*p)))
            return true;
    return false;
}

/* True when the words in front of `at` announce a number: "File No. ", "Nos. ", "Number ". */
static bool is_announced(struct slice text, size_t at)
{
    struct slice before = slice_cut(text, at > 16 ? at - 16 : 0, at);
    return has(before, "no.") || has(before, "nos.") || has(before, "number") ||
           has(before, "file") || has(before, "#") || has(before, " no ");
}

struct slice exhibit_source_file(struct slice text)
{
    for (size_t at = 0; at < text.len; at++) {
        if (!byte_is_digit(text.at[at]) || !is_word_start(text, at) ||
            (at > 0 && (text.at[at - 1] == '-' || text.at[at - 1] == '.')))
            continue;
        size_t dash = at;
        while (byte_is_digit(line_byte(text, dash)))
            dash++;
        size_t to = dash + 1;
        while (byte_is_digit(line_byte(text, to)))
            to++;
        size_t digits = to - dash - 1;
        bool sure;
        if (line_byte(text, dash) == '-' && digits >= 3 && digits <= 6 &&
            is_file_prefix(slice_cut(text, at, dash), &sure) &&
            (sure || text.len == to - at || is_announced(text, at))) {
            if (line_byte(text, to) == '-' && byte_is_digit(line_byte(text, to + 1)))
                to += byte_is_digit(line_byte(text, to + 2)) ? 3 : 2; /* "333-12345-01" */
            return slice_cut(text, at, to);
        }
        at = to > at ? to - 1 : at;
    }
    return slice_cut(text, 0, 0);
}

struct slice exhibit_source_there(struct slice text)
{
    static const struct slice none = {0};
    static const struct slice words[] = {SLICE_ROW("annex"), SLICE_ROW("appendix")};
    for (size_t at = 0; (at = behind_word(text, at, SLICE("exhibit"))) < text.len;) {
        size_t from = at;
        while (line_byte(text, from) == 's' || byte_is_blank(line_byte(text, from)))
            from++;
        if (slice_starts_nocase(slice_cut(text, from, text.len), SLICE("no")))
            from += 2 + (line_byte(text, from + 2) == 's');
        while (line_byte(text, from) == '.' || byte_is_blank(line_byte(text, from)))
            from++;
        size_t to = from;
        while (to < text.len && !byte_is_blank(text.at[to]) && text.at[to] != ',' &&
               text.at[to] != ';' && text.at[to] != ']')
            to++;
        while (to > from && !line_is_alnum(text.at[to - 1]) && text.at[to - 1] != ')')
            to--;
        struct exhibit_number n;
        struct slice word = slice_cut(text, from, to);
        if (exhibit_number_read(word, &n) && n.end == word.len && n.shape != EXHIBIT_SUB)
            return n.text;
        while (word.len > 1 && word.at[word.len - 1] == ')') /* of "(Exhibit 3.1)" */
            word.len--;
        if (exhibit_number_read(word, &n) && n.end == word.len && n.major > 0)
            return n.text;
        if (word.len == 1 && byte_is_upper(word.at[0]))
            return word;
    }
    for (size_t k = 0; k < 2; k++) {
        size_t at = behind_word(text, 0, words[k]);
        struct slice letter = token_at(text, at);
        if (at < text.len && letter.len >= 1 && letter.len <= 3 && !byte_is_lower(letter.at[0]))
            return slice_cut(text, at - words[k].len - 1, at + letter.len);
    }
    return none;
}

/* "the Annual Report", but not "Business Reporting Language". */
static bool names_report(struct slice clause)
{
    static const struct slice report = SLICE_ROW(" report");
    for (size_t at; (at = slice_find_nocase(clause, report)) < clause.len;) {
        clause = slice_cut(clause, at + report.len, clause.len);
        if (!slice_starts_nocase(clause, SLICE("ing")))
            return true;
    }
    return false;
}

/* "(Exhibit 3.1 of the Annual Report on Form 10-K for 1987)", "Filed as Exhibit 3-A to Form 8-K".
 */
static bool names_other_filing(struct slice text)
{
    for (size_t at = 0; (at = behind_word(text, at, SLICE("exhibit"))) < text.len;) {
        struct slice rest = slice_cut(text, at, text.len);
        if (!byte_is_digit(line_byte(rest, 0)) && line_byte(rest, 0) != '(' &&
            !byte_is_upper(line_byte(rest, 0)))
            continue;
        size_t stop = slice_find_nocase(rest, SLICE("exhibit"));
        struct slice clause = slice_cut(rest, 0, stop);
        if (has(clause, "hereto") || has(clause, "herewith") || has(clause, "of this") ||
            has(clause, "to this"))
            continue;
        if (names_report(clause) || has(clause, "registration") || has(clause, "schedule 1") ||
            has(clause, "proxy statement") || form_behind_word(clause).len > 0)
            return true;
    }
    return false;
}

static bool says_incorporated(struct slice text)
{
    size_t at = slice_find_nocase(text, SLICE("incorporated"));
    if (at >= text.len || !has(text, "reference"))
        return false;
    struct slice rest = slice_cut(text, at, text.len);
    /* What is said of parts of an exhibit that is here. */
    bool parts = has(text, "portions") || has(text, "deemed") || has(rest, "reference into") ||
                 has(text, "may only be") || has(text, "not be incorporated");
    return !parts || names_other_filing(text);
}

enum exhibit_told exhibit_source_told(struct slice text)
{
    static const char *const here[] = {"herewith",
                                       "filed herein",
                                       "furnished herein",
                                       "attached hereto",
                                       "annexed hereto",
                                       "filed with this",
                                       "furnished with this",
                                       "filed hereto",
                                       NULL};
    static const char *const before[] = {"previously filed",     "filed previously",
                                         "previously furnished", "heretofore filed",
                                         "on file with",         NULL};
    if (says_incorporated(text) && !has(text, "unless otherwise"))
        return TOLD_ELSEWHERE;
    if (find_first(text, here) < text.len)
        return TOLD_HERE;
    if (find_first(text, before) < text.len && !has(text, "not previously"))
        return TOLD_ELSEWHERE;
    return names_other_filing(text) ? TOLD_ELSEWHERE : TOLD_NOTHING;
}

bool exhibit_source_others(struct slice text)
{
    static const char *const others[] = {
        "all other exhibits", "all others", "not so marked",      "exhibits not",
        "other exhibits",     "unmarked",   "not filed herewith", NULL};
    size_t at = find_first(text, others);
    struct slice clause = slice_cut(text, at, text.len);
    clause = slice_cut(clause, 0, slice_find(clause, SLICE(". ")));
    return (has(clause, "incorporated") && has(clause, "reference")) ||
           has(clause, "previously filed");
}

struct slice exhibit_source_same(struct slice text, struct slice *last)
{
    static const struct slice none = {0};
    static const char *const holds[] = {"included in exhibit",
                                        "contained in exhibit",
                                        "see exhibit",
                                        "included as part of exhibit",
                                        "reference is made to exhibit",
                                        "filed as part of exhibit",
                                        "included as exhibit",
                                        "included with exhibit",
                                        "included within exhibit",
                                        NULL};
    size_t at = find_first(text, holds);
    *last = none;
    if (at >= text.len)
        return none;
    struct slice rest = slice_cut(text, at, text.len);
    struct slice first = names_other_filing(rest) ? none : exhibit_source_there(rest);
    for (struct slice next = first; next.len > 0; next = exhibit_number_joined(rest, next))
        *last = next;
    return first;
}

static void keep(struct arena *arena, struct slice *field, struct slice text)
{
    if (field->len == 0 && text.len > 0)
        *field = arena_copy(arena, text);
}

/* The same for a number, without the bracket that closes in it: "4)(a)". */
static void keep_number(struct arena *arena, struct slice *field, struct slice number)
{
    struct buffer label = {0};
    exhibit_sub_label(&label, number, true);
    keep(arena, field, buffer_slice(&label));
    buffer_deinit(&label);
}

bool exhibit_source_corresponds(struct slice text)
{
    static const char *const words[] = {"corresponding exhibit",
                                        "corresponding number",
                                        "same exhibit number",
                                        "same number",
                                        "like-numbered",
                                        "like numbered",
                                        "same-numbered",
                                        "identically numbered",
                                        "as the same exhibit",
                                        "correspondingly numbered",
                                        NULL};
    return find_first(text, words) < text.len;
}

void exhibit_source_read(struct slice text, struct arena *arena, struct node_source *source)
{
    static const struct slice proxy = SLICE_ROW("proxy statement");
    char date[11];
    struct slice told = exhibit_clause(text);
    struct slice form = exhibit_source_form(told);
    keep(arena, &source->form, form.len == 0 && has(told, proxy.at) ? proxy : form);
    keep_number(arena, &source->exhibit, exhibit_source_there(told));
    keep(arena, &source->file, exhibit_source_file(told));
    if (source->date.len == 0 && (exhibit_date_read(told, date) || exhibit_date_year(told, date)))
        keep(arena, &source->date, slice_of(date));
}

bool exhibit_source_known(const struct node_source *source)
{
    return source->form.len > 0 || source->date.len > 0 || source->exhibit.len > 0 ||
           source->file.len > 0;
}
