/* SPDX-License-Identifier: MIT */
/* Reads the titles of statements word by word. */
#include "outline/sections/statement_title.h"

#include "base/buffer.h"
#include "base/phrases.h"
#include "outline/items/title.h"

#include <string.h>

enum { WORDS_MOST = 40, NAME_WORDS = 9 };

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* The folded words of a line. */
struct words {
    struct slice at[WORDS_MOST];
    size_t count;
};

/* Words before the noun, which say of what sort the statement is. */
static const char *const QUALIFIERS =
    " consolidated condensed combined consolidating unconsolidated interim unaudited audited "
    "comparative summarized abbreviated supplemental the parent company only registrant and "
    "restated historical annual separate group pro forma proforma ";

/* Words of what a statement is of. */
static const char *const SUBJECTS =
    " operations operation income earnings loss losses comprehensive cash flow flows changes "
    "change "
    "in and of the or to stockholders stockholder shareholders shareholder shareowners shareowner "
    "stockowners members member partners partner owners owner unitholders holders beneficiaries "
    "equity equities deficit deficits deficiency capital investment investments net assets asset "
    "liabilities liability surplus financial condition position profit profits expenses expense "
    "revenues revenue retained accumulated other redeemable nonredeemable noncontrolling non "
    "controlling interest interests minority convertible preferred common stock stocks shares "
    "share "
    "temporary mezzanine permanent total parent receipts disbursements available for benefits "
    "benefit plan capitalization fund funds balance balances trust corpus distributable "
    "undistributed divisional invested contingently subject possible redemption general limited "
    "units class accompanying consolidated condensed combined unaudited reinvested paid additional "
    "business activities source sources application use uses shareholding ";

/* Words that may stand behind: periods, units, marks. */
static const char *const TAILS =
    " for the year years ended ending fiscal quarter quarters quarterly three six nine twelve "
    "month "
    "months week weeks and period periods from inception to through date since cumulative "
    "thousands "
    "thousand millions million billions billion dollars dollar us s u except per share shares data "
    "amounts amount unaudited audited continued cont contd con in of as at on or note notes see "
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec restated successor predecessor consolidated "
    "condensed "
    "parent company only registrant first second third fourth thirteen twenty six thirty nine "
    "fifty two three four where indicated otherwise noted and par value stated expressed canadian "
    "un audited development stage debtor possession with respectively a ";

/* Words that no title of a statement has in front. */
static const char *const STOPS =
    " see our accompanying analysis review selected summary summarised reconciliation "
    "reconciliations impact effect effects supplementary average critical certain "
    "significant key discussion report exhibits these this refer item items is are was "
    "were that which with by from included including following line captions consent audit audits "
    "notes note to under off discussions highlights components overview table "
    "schedule index about how we your ";

static bool is_in(const char *set, struct slice word)
{
    const char *at = set;
    while ((at = strchr(at, ' ')) != NULL) {
        at++;
        if (strncmp(at, word.at, word.len) == 0 && at[word.len] == ' ')
            return true;
    }
    return false;
}

static bool is(struct slice word, const char *text)
{
    return slice_equal(word, slice_of(text));
}

static struct slice word_at(const struct words *w, size_t i)
{
    return i < w->count ? w->at[i] : (struct slice){"", 0};
}

static bool has_digit(struct slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (byte_is_digit(word.at[i]))
            return true;
    return false;
}

static void split(struct slice folded, struct words *w)
{
    w->count = 0;
    while (folded.len > 0 && w->count < WORDS_MOST) {
        const char *blank = memchr(folded.at, ' ', folded.len);
        size_t end = blank ? (size_t)(blank - folded.at) : folded.len;
        w->at[w->count++] = slice_cut(folded, 0, end);
        folded = slice_cut(folded, end + 1, folded.len);
    }
}

/* All words from `from` on may stand behind a title; behind "continued" and the like any may. */
static bool is_tail(const struct words *w, size_t from)
{
    for (size_t i = from; i < w->count; i++) {
        if (is(w->at[i], "unaudited") || is(w->at[i], "continued"))
            return w->count - i < 16;
        bool data = is(w->at[i], "data") && !is(w->at[i - 1], "share");
        if (data || (!is_in(TAILS, w->at[i]) && !has_digit(w->at[i])))
            return false;
    }
    return true;
}

/* "(1)", "a.": the title stands in a list. */
static bool is_list_label(struct slice word)
{
    size_t digits = 0;
    while (digits < word.len && byte_is_digit(word.at[digits]))
        digits++;
    return word.len == 1 || digits == word.len;
}

/* The words up to `to` may stand before a title: qualifiers, and before these a name. */
static bool is_front(const struct words *w, size_t to)
{
    size_t name = to;
    while (name > 0 && is_in(QUALIFIERS, w->at[name - 1]))
        name--;
    if (name > NAME_WORDS || (name > 0 && is_list_label(w->at[0])))
        return false;
    for (size_t i = 0; i < name; i++)
        if (is_in(STOPS, w->at[i]))
            return false;
    return true;
}

/* What a subject is, by the first of its words that says so. */
static enum statement_title subject_kind(struct slice word)
{
    static const struct {
        const char *words;
        enum statement_title kind;
    } kinds[] = {
        {" condition position assets liabilities capitalization ", TITLE_BALANCE},
        {" operations operation income earnings loss losses profit expenses revenues revenue ",
         TITLE_INCOME},
        {" comprehensive ", TITLE_COMPREHENSIVE},
        {" cash ", TITLE_CASH},
        {" equity equities deficit deficiency capital stockholders shareholders shareowners "
         "members "
         "partners owners unitholders retained surplus investment corpus preferred benefits ",
         TITLE_EQUITY},
        {" investments ", TITLE_HOLDINGS},
    };
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (is_in(kinds[i].words, word))
            return kinds[i].kind;
    return TITLE_OTHER;
}

/* "statements of ..." with the word "of" at `at`. */
static enum statement_title read_subject(const struct words *w, size_t of)
{
    enum statement_title kind = TITLE_OTHER;
    size_t i = of + 1;
    for (; i < w->count && is_in(SUBJECTS, w->at[i]); i++) {
        bool period = is(w->at[i], "for") && !is(word_at(w, i + 1), "benefits");
        if (period || (is(w->at[i], "in") && !is(w->at[i - 1], "changes") &&
                       !is(w->at[i - 1], "change") && !is(w->at[i - 1], "paid")))
            break;
        if (kind == TITLE_OTHER)
            kind = subject_kind(w->at[i]);
    }
    return kind != TITLE_OTHER && is_tail(w, i) && i - of < 24 ? kind : TITLE_OTHER;
}

/* A statement whose noun is at `at`. */
static enum statement_title read_statement(const struct words *w, size_t at)
{
    struct slice next = word_at(w, at + 1);
    struct slice word = w->at[at];
    if (is(word, "balance") && (is(next, "sheet") || is(next, "sheets")))
        return is_tail(w, at + 2) ? TITLE_BALANCE : TITLE_OTHER;
    if (is(word, "statement") || is(word, "statements")) {
        size_t of = at + 1;
        while (of < w->count && is_in(QUALIFIERS, w->at[of]))
            of++;
        return is(word_at(w, of), "of") ? read_subject(w, of) : TITLE_OTHER;
    }
    bool plural = is(next, "statements") || is(next, "statement");
    if ((is(word, "income") || is(word, "earnings") || is(word, "operations")) && plural)
        return is_tail(w, at + 2) ? TITLE_INCOME : TITLE_OTHER;
    if (is(word, "cash") && (is(next, "flow") || is(next, "flows")) &&
        (is(word_at(w, at + 2), "statement") || is(word_at(w, at + 2), "statements")))
        return is_tail(w, at + 3) ? TITLE_CASH : TITLE_OTHER;
    if (is(word, "equity") && plural)
        return is_tail(w, at + 2) ? TITLE_EQUITY : TITLE_OTHER;
    bool list = is(word, "schedule") || is(word, "schedules") || is(word, "portfolio");
    if (list && is(next, "of") && is(word_at(w, at + 2), "investments"))
        return is_tail(w, at + 3) ? TITLE_HOLDINGS : TITLE_OTHER;
    return TITLE_OTHER;
}

/* "statements", "financial statements", "financial information" at `at`; the word behind, or 0. */
static size_t read_financials(const struct words *w, size_t at)
{
    while (at < w->count && is_in(QUALIFIERS, w->at[at]))
        at++;
    if (is(word_at(w, at), "financial"))
        at++;
    struct slice word = word_at(w, at);
    bool noun = is(word, "statements") || is(word, "statement") || is(word, "information") ||
                is(word, "financials");
    return noun ? at + 1 : 0;
}

/* "Notes to the Consolidated Financial Statements", a name before the noun or behind it. */
static enum statement_title read_notes(const struct words *w, size_t at)
{
    struct slice next = word_at(w, at + 1);
    if (!is(next, "to") && !is(next, "on") && !is(next, "of"))
        return TITLE_OTHER;
    for (size_t i = at + 2; i < w->count && i < at + 2 + NAME_WORDS; i++) {
        size_t end = read_financials(w, i);
        if (end == 0)
            continue;
        bool named = is(word_at(w, end), "of") && w->count - end <= NAME_WORDS;
        bool more = is(word_at(w, end), "and") &&
                    is_in(" schedules schedule supplemental ", word_at(w, end + 1));
        return is_tail(w, end) || named || more ? TITLE_NOTES : TITLE_OTHER;
    }
    return TITLE_OTHER;
}

/* "Index to Financial Statements and Schedules". */
static enum statement_title read_index(const struct words *w, size_t at)
{
    struct slice next = word_at(w, at + 1);
    if (at > 0 && is(w->at[at - 1], "statements") && at + 1 == w->count)
        return TITLE_INDEX;
    if (!is(next, "to") && !is(next, "of"))
        return TITLE_OTHER;
    for (size_t i = at + 2; i < w->count && i < at + 2 + NAME_WORDS; i++)
        if (is(w->at[i], "financial"))
            return w->count - at <= 16 ? TITLE_INDEX : TITLE_OTHER;
    return TITLE_OTHER;
}

static bool has(const struct words *w, const char *set)
{
    for (size_t i = 0; i < w->count; i++)
        if (is_in(set, w->at[i]))
            return true;
    return false;
}

/* A report of accountants, or of management. */
static enum statement_title read_report(const struct words *w)
{
    if (w->count > 16 || has(w, " attestation consent consents see reports changes item "))
        return TITLE_OTHER;
    if (has(w, " auditor auditors accountant accountants accounting ") &&
        has(w, " independent auditor auditors certified registered "))
        return is(w->at[0], "report") || is(w->at[w->count - 1], "report") ||
                       has(w, " independent ")
                   ? TITLE_AUDITORS
                   : TITLE_OTHER;
    if (has(w, " management managements ") && has(w, " report responsibility responsibilities "))
        return TITLE_MANAGEMENT;
    return TITLE_OTHER;
}

static bool is_roman(struct slice word)
{
    size_t i = 0;
    while (i < word.len && strchr("ivx", word.at[i]))
        i++;
    return word.len > 0 && word.len <= 4 && i == word.len;
}

/* Where the title itself begins: behind a name. */
static size_t behind_name(const struct words *w, size_t noun)
{
    static const char *const owners = " stockholders shareholders shareowners members partners ";
    while (noun > 0 && ((is_in(QUALIFIERS, w->at[noun - 1]) && !is(w->at[noun - 1], "and") &&
                         !is(w->at[noun - 1], "company")) ||
                        is_in(owners, w->at[noun - 1])))
        noun--;
    return noun;
}

/* `*title` is the word that the title begins with. */
static enum statement_title read_words(const struct words *w, size_t *title)
{
    *title = 0;
    if (w->count == 0)
        return TITLE_OTHER;
    if (is(w->at[0], "schedule") && is_roman(word_at(w, 1)) && w->count <= 20)
        return TITLE_SCHEDULE;
    for (size_t i = 0; i < w->count && i <= NAME_WORDS + 4; i++) {
        enum statement_title kind = TITLE_OTHER;
        if (is(w->at[i], "notes") || is(w->at[i], "footnotes"))
            kind = read_notes(w, i);
        else if (is(w->at[i], "index"))
            kind = read_index(w, i);
        else
            kind = read_statement(w, i);
        bool index = kind == TITLE_INDEX && i > 0 && w->count - i == 1;
        if (kind != TITLE_OTHER && (index || is_front(w, i))) {
            *title = index ? 0 : behind_name(w, i);
            return kind;
        }
    }
    return has(w, " report reports responsibility responsibilities ") ? read_report(w)
                                                                      : TITLE_OTHER;
}

/* One look says that most lines have none of the words. */
static bool may_be(struct slice line)
{
    static const struct slice words[] = {SLICE_ROW("statement"), SLICE_ROW("balance sheet"),
                                         SLICE_ROW("report"),    SLICE_ROW("notes "),
                                         SLICE_ROW("schedule"),  SLICE_ROW("portfolio of"),
                                         SLICE_ROW("index"),     SLICE_ROW("responsib")};
    if (line.len < 8 || line.len > 240 ||
        !(byte_is_upper(line.at[0]) || byte_is_digit(line.at[0]) || line.at[0] == '('))
        return false;
    return phrases_in(line, words, COUNT(words));
}

static enum statement_title read_line(struct slice line, size_t *title)
{
    struct buffer folded;
    struct words w;
    *title = 0;
    if (!may_be(line))
        return TITLE_OTHER;
    buffer_init(&folded);
    title_fold(&folded, line);
    split(buffer_slice(&folded), &w);
    enum statement_title kind = read_words(&w, title);
    buffer_deinit(&folded);
    return kind;
}

enum statement_title statement_title_of(struct slice line)
{
    size_t title;
    return read_line(line, &title);
}

struct slice statement_title_words(struct slice line)
{
    size_t title;
    while (line.len > 0 &&
           (byte_is_blank(line.at[line.len - 1]) || strchr("-=_:", line.at[line.len - 1])))
        line.len--;
    if (read_line(line, &title) == TITLE_OTHER || title == 0)
        return line;
    size_t from = title_prefix(line, title);
    while (from < line.len && !byte_is_letter(line.at[from]))
        from++;
    return slice_cut(line, from, line.len);
}

bool statement_title_is_open(struct slice line)
{
    static const struct slice ends[] = {
        SLICE_ROW(" consolidated"), SLICE_ROW(" of"),        SLICE_ROW(" to"),
        SLICE_ROW(" and"),          SLICE_ROW(" condensed"), SLICE_ROW(" financial"),
        SLICE_ROW(" the"),          SLICE_ROW(" in"),        SLICE_ROW(" independent"),
        SLICE_ROW(" public"),       SLICE_ROW(" registered")};
    for (size_t i = 0; i < COUNT(ends); i++)
        if (slice_ends_nocase(line, ends[i]))
            return true;
    return false;
}
