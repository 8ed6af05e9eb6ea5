/* SPDX-License-Identifier: MIT */
/* Reads whose part a label names from the words around it. */
#include "outline/references/reference_context.h"

#include "outline/items/line.h"
#include "outline/references/reference_label.h"
#include "outline/references/reference_words.h"

#include <string.h>

enum { LOOK_BYTES = 420, LOOK_BACK = 200, DATE_BYTES = 110 };

/* "10-K", "10-KSB/A", "S-3", "20-F": a form's name at the word. */
static bool is_form_name(struct slice word)
{
    bool digit = false;
    bool dash = false;
    for (size_t i = 0; i < word.len; i++) {
        digit = digit || byte_is_digit(word.at[i]);
        dash = dash || word.at[i] == '-';
        if (!line_is_alnum(word.at[i]) && word.at[i] != '-')
            return false;
    }
    return digit && (dash || word.len <= 2) && word.len <= 8;
}

static bool is_known_form(struct slice word)
{
    static const char *const forms[] = {"10-K",   "10-Q",    "8-K", "20-F", "40-F", "6-K", "10-KSB",
                                        "10-QSB", "10-K405", "10K", "10Q",  "8K",   NULL};
    return reference_words_one(word, forms);
}

static unsigned month_of(struct slice word)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    for (unsigned m = 0; m < 12; m++)
        if (slice_equal(word, slice_of(months[m])))
            return m + 1;
    return 0;
}

static unsigned year_of(struct slice word)
{
    long long n = word.len == 4 ? slice_number(word) : 0;
    return n >= 1980 && n < 2100 ? (unsigned)n : 0;
}

static bool follows(const struct reference_words *w, const char *word)
{
    struct reference_words next = *w;
    return reference_words_next(&next) && slice_equal_nocase(next.word, slice_of(word));
}

/* The date that stands behind the name of the document, or right before it. */
static void read_date(const struct reference_words *name, size_t from, struct reference_context *c)
{
    size_t back = name->start > 60 ? name->start - 60 : 0;
    struct reference_words w = {.text = slice_cut(name->text, 0, name->start)};
    w.at = back > from ? back : from;
    while (reference_words_next(&w))
        c->year = year_of(w.word) ? year_of(w.word) : c->year;
    w = *name;
    w.text = slice_cut(w.text, 0, name->at + DATE_BYTES);
    for (size_t n = 0; reference_words_next(&w) && n < 14; n++) {
        if (reference_label_part(w.text, w.start, &back) > 0)
            break;
        static const char *const stops[] = {"and",  "under", "as",   "part",
                                            "Item", "Items", "Note", NULL};
        if (slice_equal_nocase(w.word, SLICE("filed")))
            c->filed = true;
        if (slice_equal(w.word, SLICE("as")) && follows(&w, "filed"))
            continue;
        if (reference_words_exactly(w.word, stops) ||
            (!reference_words_go_on(w.word) && byte_is_lower(w.word.at[0])))
            break;
        if (c->filed || c->year > 0)
            continue;
        c->month = month_of(w.word) ? month_of(w.word) : c->month;
        c->year = year_of(w.word);
    }
}

/* The name of a document at the word: true, and who it is. The way stands behind it then. */
static bool read_document(struct reference_words *w, struct reference_context *c)
{
    static const struct {
        const char *first, *second, *form;
    } names[] = {{"quarterly", "report", "10-Q"},
                 {"current", "report", "8-K"},
                 {"registration", "statement", "S-1"},
                 {"transition", "report", "10-K"}};
    struct reference_words next = *w;
    bool form = slice_equal_nocase(w->word, SLICE("Form")) && reference_words_next(&next) &&
                is_form_name(next.word);
    if (form || is_known_form(w->word)) {
        c->form = form ? next.word : w->word;
        *w = next;
        c->owner = OWNER_FORM;
        return true;
    }
    /* What the rules for a schedule ask is law; a schedule on an owner's stake is a filing. */
    next = *w;
    if (slice_equal(w->word, SLICE("Schedule")) && reference_words_next(&next) &&
        next.word.len == 3 && next.word.at[0] == '1' && byte_is_upper(next.word.at[2])) {
        c->form = next.word;
        c->owner = slice_starts(next.word, SLICE("14")) ? OWNER_LAW : OWNER_FORM;
        *w = next;
        return true;
    }
    if (slice_equal_nocase(w->word, SLICE("Annual")) &&
        (follows(w, "Report") || follows(w, "Reports"))) {
        reference_words_next(w);
        next = *w;
        bool on = reference_words_next(&next) && slice_equal_nocase(next.word, SLICE("on")) &&
                  reference_words_next(&next) && slice_equal_nocase(next.word, SLICE("Form"));
        if (on)
            return false; /* the form comes */
        c->owner = OWNER_ANNUAL;
        return true;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (slice_equal_nocase(w->word, slice_of(names[i].first)) && follows(w, names[i].second)) {
            reference_words_next(w);
            c->form = slice_of(names[i].form);
            c->owner = OWNER_FORM;
            return true;
        }
    }
    if (slice_equal_nocase(w->word, SLICE("Proxy"))) {
        c->owner = OWNER_PROXY;
        return true;
    }
    return false;
}

static bool is_law(struct slice word, enum reference_kind kind)
{
    static const char *const any[] = {"Regulation", "Regulations", NULL};
    static const char *const acts[] = {
        "Act",  "Act's",    "Acts",       "Code",    "Law",      "Laws",
        "Rule", "Rules",    "ERISA",      "Statute", "Statutes", "SFAS",
        "FASB", "DGCL",     "GCL",        "UCC",     "Treasury", "Sarbanes-Oxley",
        "IRC",  "Internal", "Bankruptcy", "ASC",     "Exchange", NULL};
    static const char *const upper[] = {"ACT", "CODE", "LAW", "RULE", "RULES", NULL};
    if (reference_words_exactly(word, any))
        return true;
    return (kind == REFERENCE_SECTION &&
            (reference_words_exactly(word, acts) || reference_words_exactly(word, upper)));
}

static bool is_agreement(struct slice word)
{
    static const char *const nouns[] = {
        "Agreement", "Agreements",  "Plan",        "Indenture",  "Lease",     "Bylaws",
        "By-Laws",   "By-laws",     "Certificate", "Charter",    "Contract",  "Warrant",
        "Warrants",  "Amendment",   "Trust",       "Policy",     "Debenture", "Articles",
        "Program",   "Declaration", "Mortgage",    "Guaranty",   "Guarantee", "Appendix",
        "Schedule",  "Annex",       "Addendum",    "Memorandum", "AGREEMENT", "PLAN",
        "INDENTURE", "LEASE",       "Note",        "Notes",      NULL};
    return reference_words_exactly(word, nouns);
}

/* Words that name the document itself, or another, without its name. */
static bool read_pointer(struct slice word, struct reference_context *c)
{
    static const char *const here[] = {"this",     "herein", "hereof", "hereto", "hereunder",
                                       "herewith", "hereby", "above",  "below",  NULL};
    static const char *const there[] = {"thereof", "therein", "thereto", "thereunder", NULL};
    if (reference_words_one(word, here))
        c->owner = OWNER_THIS;
    else if (reference_words_one(word, there))
        c->owner = OWNER_OTHER;
    return c->owner != OWNER_UNSAID;
}

/* "of Part II" behind a title. */
static void read_part(const struct reference_words *w, struct reference_context *c)
{
    size_t end;
    unsigned part = reference_label_part(w->text, w->start, &end);
    struct slice rest = slice_cut(w->text, end, w->text.len);
    if (c->part == 0 && part > 0 && !slice_starts_nocase(rest, SLICE(", Item")) &&
        !slice_starts_nocase(rest, SLICE(" Item")))
        c->part = part;
}

static void read_agreement(struct reference_words *w, const struct reference_words *of,
                           struct reference_context *c)
{
    static const char *const plain[] = {"the", "said", "such", NULL};
    struct reference_words determiner = *of;
    c->owner = OWNER_AGREEMENT;
    c->noun = w->word;
    c->qualified =
        !(reference_words_next(&determiner) && reference_words_exactly(determiner.word, plain) &&
          reference_words_next(&determiner) && determiner.start == w->start);
    /* "the Plan Document", "the Lease Agreement": the last of the nouns counts. */
    struct reference_words next = *w;
    if (reference_words_next(&next) && is_agreement(next.word) && next.start == w->at + 1) {
        c->noun = next.word;
        c->qualified = true;
        *w = next;
    }
}

static const char *const LABELS[] = {"Item",  "Items",   "Part",    "Note",
                                     "Notes", "Section", "Exhibit", NULL};

/* "Item 1A and in our proxy statement": what is behind "and" is another place, unless it is the
 * next of a list. */
static bool turns_away(const struct reference_words *w, enum reference_kind kind)
{
    static const char *const places[] = {"in", "under", "on", "to", "from", NULL};
    static const char *const pages[] = {"page", "pages", NULL};
    struct reference_words next = *w;
    if (!slice_equal(w->word, SLICE("and")) || !reference_words_next(&next) ||
        !reference_words_exactly(next.word, places))
        return false;
    return reference_words_next(&next) &&
           !reference_words_one(next.word, kind == REFERENCE_PAGE ? pages : LABELS);
}

void reference_context_behind(struct slice text, size_t end, enum reference_kind kind,
                              struct reference_context *c)
{
    struct reference_words w = {
        .text = slice_cut(text, 0, end + LOOK_BYTES), .at = end, .first = true};
    struct reference_words of = w; /* the last word that joins */
    bool joined = false;
    static const char *const joins[] = {"of", "in", "to", "under", "from", NULL};
    *c = (struct reference_context){0};
    for (size_t n = 0; reference_words_next(&w) && n < 60; n++) {
        if (slice_equal(w.word, SLICE("that")) &&
            (follows(&w, "report") || follows(&w, "filing"))) {
            c->owner = OWNER_OTHER;
            return;
        }
        if (read_pointer(w.word, c))
            return;
        if (is_law(w.word, kind) && (joined || kind == REFERENCE_SECTION)) {
            c->owner = OWNER_LAW;
            return;
        }
        if (kind == REFERENCE_SECTION && joined && is_agreement(w.word)) {
            read_agreement(&w, &of, c);
            return;
        }
        if (read_document(&w, c)) {
            read_date(&w, end, c);
            return;
        }
        if (kind == REFERENCE_ITEM && slice_equal_nocase(w.word, SLICE("cover"))) {
            c->owner = OWNER_COVER;
            return;
        }
        if (kind == REFERENCE_ITEM && byte_is_upper(w.word.at[0]))
            read_part(&w, c);
        c->shared = c->shared || reference_words_one(w.word, LABELS);
        if (w.word.len <= 3 && text.at[w.start - 1] == '(') /* "13(c), 14 or 15(d)" */
            continue;
        if (!reference_words_go_on(w.word) || turns_away(&w, kind))
            return;
        if (reference_words_exactly(w.word, joins)) {
            joined = true;
            of = w;
        } else if (kind == REFERENCE_SECTION && !joined && byte_is_lower(w.word.at[0]) &&
                   !reference_words_one(w.word, (const char *const[]){"and", "or", NULL})) {
            return;
        }
    }
}

/* Where to begin to look before a label: a word's beginning in its sentence. */
static size_t look_back(struct slice text, size_t at)
{
    size_t from = at > LOOK_BACK ? at - LOOK_BACK : 0;
    while (from > 0 && from < at && text.at[from - 1] != ' ')
        from++;
    return from;
}

/* Whether a document may be named in the text: a cheap look. */
static bool may_name(struct slice text)
{
    static const struct slice parts[] = {SLICE_ROW("orm "), SLICE_ROW("eport"), SLICE_ROW("10-"),
                                         SLICE_ROW("roxy"), SLICE_ROW("ement"), SLICE_ROW("this")};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (slice_find(text, parts[i]) < text.len)
            return true;
    return false;
}

/* The word right before the label is a law's: "Code Section 382". */
static bool is_law_before(struct slice text, size_t at)
{
    size_t to = at > 0 && text.at[at - 1] == ' ' ? at - 1 : at;
    size_t from = to;
    while (from > 0 && reference_words_byte(text.at[from - 1]))
        from--;
    /* "15 U.S.C. Section 78" */
    return is_law(slice_cut(text, from, to), REFERENCE_SECTION) ||
           slice_ends_nocase(slice_cut(text, 0, to), SLICE("U.S.C."));
}

/* "Regulation S-K Item 10(e)" */
static bool is_regulation_before(struct slice text, size_t at)
{
    struct slice before = slice_trim(slice_cut(text, at > 16 ? at - 16 : 0, at));
    return slice_find(before, SLICE("Regulation S-")) < before.len;
}

void reference_context_before(struct slice text, size_t at, enum reference_kind kind,
                              struct reference_context *c)
{
    struct reference_words w = {.text = slice_cut(text, 0, at), .at = look_back(text, at)};
    static const char *const own[] = {"report", "filing", "document", "prospectus", NULL};
    /* "our Form 10-K, including the disclosures under Item 1A" */
    static const char *const inside[] = {
        "including",   "disclosure",   "disclosures",  "discussion", "discussions",
        "information", "specifically", "particularly", "particular", "notably",
        "especially",  "risk",         "risks",        "factors",    NULL};
    size_t here = 0; /* behind "this" */
    *c = (struct reference_context){0};
    bool regulation = kind == REFERENCE_ITEM && is_regulation_before(text, at);
    if (regulation || (kind == REFERENCE_SECTION && is_law_before(text, at)))
        c->owner = OWNER_LAW;
    if (regulation || kind == REFERENCE_SECTION || !may_name(slice_cut(w.text, w.at, at)))
        return;
    while (w.at < at) {
        if (!reference_words_next(&w)) {
            if (w.at < at) /* another sentence begins */
                *c = (struct reference_context){0};
            here = 0;
            continue;
        }
        struct reference_context found = {0};
        if (slice_equal_nocase(w.word, SLICE("this"))) {
            here = w.at;
        } else if (read_document(&w, &found)) {
            read_date(&w, here, &found);
            if (here > 0)
                found.owner = OWNER_THIS;
            *c = found;
            here = 0;
        } else if (here > 0 && reference_words_one(w.word, own)) {
            c->owner = OWNER_THIS; /* "this report on Form 10-K": the form is its own */
        } else if (byte_is_lower(w.word.at[0]) && !slice_equal(w.word, SLICE("on"))) {
            here = 0;
            if (c->owner != OWNER_UNSAID && !reference_words_go_on(w.word) &&
                !reference_words_one(w.word, inside))
                c->owner = OWNER_UNSAID;
        }
    }
}

struct slice reference_context_self(struct slice text)
{
    for (size_t at = 0; at < text.len; at += 4) {
        at += slice_find(slice_cut(text, at, text.len), SLICE("his "));
        struct reference_words w = {.text = slice_cut(text, 0, at + 60),
                                    .at = at < text.len ? at + 4 : at};
        bool this = at > 0 && at < text.len && byte_lower(text.at[at - 1]) == 't';
        for (size_t n = 0; n < 4 && this && reference_words_next(&w) && byte_is_upper(w.word.at[0]);
             n++)
            if (is_agreement(w.word))
                return w.word;
    }
    return (struct slice){0};
}
