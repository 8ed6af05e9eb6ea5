/* SPDX-License-Identifier: MIT */
/* Finds the words of a term around a place, and folds terms so that they can be compared. */
#include "outline/definitions/definition_terms.h"

#include "outline/items/line.h"

enum { WORDS = 12 /* of a run, at most */ };

struct word {
    size_t from, to;
};

void definition_terms_init(struct definition_terms *t)
{
    *t = (struct definition_terms){0};
    arena_init(&t->arena);
}

void definition_terms_deinit(struct definition_terms *t)
{
    arena_deinit(&t->arena);
    t->count = 0;
}

/* The bytes of a kind of quote or blank at `i` that is folded, and what it becomes; 0: none. */
static size_t folded_at(struct slice s, size_t i, char *plain)
{
    unsigned char c = (unsigned char)s.at[i];
    unsigned char second = i + 1 < s.len ? (unsigned char)s.at[i + 1] : 0;
    unsigned char third = i + 2 < s.len ? (unsigned char)s.at[i + 2] : 0;
    *plain = ' ';
    if (c < 0x80)
        return byte_is_blank((char)c) ? 1 : 0;
    if (c == 0xC2 && second == 0xA0)
        return 2;
    if (c != 0xE2 || second != 0x80)
        return 0;
    *plain = third == 0x98 || third == 0x99 ? '\'' : third >= 0x90 && third <= 0x95 ? '-' : ' ';
    bool blank = third >= 0x80 && third <= 0x8B;
    return *plain != ' ' || blank ? 3 : 0;
}

static void cut(struct buffer *b, size_t len)
{
    b->len = len;
    b->at[len] = '\0';
}

/* "companies" is "company", "notes" is "note", "losses" is "loss". */
static void to_singular(struct buffer *b, size_t from)
{
    struct slice word = slice_cut(buffer_slice(b), from, b->len);
    if (word.len > 4 && slice_ends_nocase(word, SLICE("ies"))) {
        cut(b, b->len - 3);
        buffer_add_byte(b, 'y');
    } else if (word.len > 4 &&
               (slice_ends_nocase(word, SLICE("sses")) || slice_ends_nocase(word, SLICE("xes")) ||
                slice_ends_nocase(word, SLICE("ches")))) {
        cut(b, b->len - 2);
    } else if (word.len > 2 && slice_ends_nocase(word, SLICE("s")) &&
               !slice_ends_nocase(word, SLICE("ss"))) {
        cut(b, b->len - 1);
    }
}

void definition_terms_fold(struct buffer *out, struct slice term)
{
    size_t begin = out->len;
    for (size_t i = 0; i < term.len;) {
        char plain;
        size_t len = folded_at(term, i, &plain);
        if (len == 0)
            plain = byte_lower(term.at[i]);
        if (plain != ' ' || (out->len > begin && out->at[out->len - 1] != ' '))
            buffer_add_byte(out, plain);
        i += len > 0 ? len : 1;
    }
    while (out->len > begin && (out->at[out->len - 1] == ' ' || out->at[out->len - 1] == ',' ||
                                out->at[out->len - 1] == '.' || out->at[out->len - 1] == ';' ||
                                out->at[out->len - 1] == ':'))
        cut(out, out->len - 1);
    size_t word = out->len;
    while (word > begin && out->at[word - 1] != ' ')
        word--;
    to_singular(out, word);
}

static void add(struct definition_terms *t, struct slice printed)
{
    struct buffer folded = {0};
    struct buffer text = {0};
    definition_terms_fold(&folded, printed);
    bool known = folded.len < 2;
    for (size_t i = 0; i < t->count && !known; i++)
        known = slice_equal(t->folded[i], buffer_slice(&folded));
    if (!known && t->count < DEFINITION_TERMS) {
        line_fold_blanks(&text, printed);
        t->folded[t->count] = arena_copy(&t->arena, buffer_slice(&folded));
        t->printed[t->count] = arena_copy(&t->arena, buffer_slice(&text));
        t->count++;
    }
    buffer_deinit(&folded);
    buffer_deinit(&text);
}

static bool is_word_byte(struct slice s, size_t i)
{
    char c = s.at[i];
    char plain;
    if (line_is_alnum(c) || c == '&' || c == '-' || c == '/')
        return true;
    if (c == '\'')
        return i > 0 && i + 1 < s.len && byte_is_letter(s.at[i - 1]) && byte_is_letter(s.at[i + 1]);
    if (c == '.') /* "U.S." */
        return i > 0 && byte_is_upper(s.at[i - 1]) && (i == 1 || !byte_is_letter(s.at[i - 2])) &&
               i + 1 < s.len;
    if ((unsigned char)c < 0x80)
        return false;
    for (size_t back = 0; back < 3 && i > 0 && ((unsigned char)s.at[i] & 0xC0U) == 0x80; back++)
        i--;
    return folded_at(s, i, &plain) == 0 && !slice_starts(slice_cut(s, i, s.len), SLICE("\xE2\x80"));
}

/* The word that holds byte `at` or begins behind it; false when none does. */
static bool word_at(struct slice s, size_t at, struct word *w)
{
    while (at < s.len && !is_word_byte(s, at))
        at++;
    if (at >= s.len)
        return false;
    w->from = w->to = at;
    while (w->from > 0 && is_word_byte(s, w->from - 1))
        w->from--;
    while (w->to < s.len && is_word_byte(s, w->to))
        w->to++;
    return true;
}

/* The next word, when only blanks part the two. */
static bool word_behind(struct slice s, const struct word *w, struct word *next)
{
    size_t i = w->to;
    char plain = ' ';
    size_t len;
    while (i < s.len && (len = folded_at(s, i, &plain)) > 0 && plain == ' ' && s.at[i] != '\t')
        i += len;
    return i > w->to && i < s.len && is_word_byte(s, i) && word_at(s, i, next);
}

static bool word_before(struct slice s, const struct word *w, struct word *next)
{
    size_t i = w->from;
    while (i > 0 &&
           (byte_is_blank(s.at[i - 1]) || (unsigned char)s.at[i - 1] == 0xA0 ||
            (unsigned char)s.at[i - 1] == 0xC2) &&
           s.at[i - 1] != '\t')
        i--;
    return i < w->from && i > 0 && is_word_byte(s, i - 1) && word_at(s, i - 1, next);
}

static bool is_capital(struct slice s, const struct word *w)
{
    char c = s.at[w->from];
    return byte_is_upper(c) || byte_is_digit(c) || (unsigned char)c >= 0xC0;
}

/* A small word that may stand inside of a term: "Event of Default". */
static bool is_joint(struct slice s, const struct word *w)
{
    static const struct slice words[] = {SLICE_ROW("of"),  SLICE_ROW("and"), SLICE_ROW("the"),
                                         SLICE_ROW("for"), SLICE_ROW("in"),  SLICE_ROW("to"),
                                         SLICE_ROW("or"),  SLICE_ROW("on"),  SLICE_ROW("&")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal(slice_cut(s, w->from, w->to), words[i]))
            return true;
    return false;
}

/* The next word of the run beyond `w`, joints between passed over and counted. */
static bool next_of_run(struct slice s, bool back, struct word w, struct word *found, size_t *steps)
{
    for (*steps = 1; *steps <= 3; (*steps)++) {
        struct word next;
        if (!(back ? word_before(s, &w, &next) : word_behind(s, &w, &next)))
            return false;
        if (is_capital(s, &next)) {
            *found = next;
            return true;
        }
        if (!is_joint(s, &next))
            return false;
        w = next;
    }
    return false;
}

/* The words of the run around `here`, which is one of them; *at is its index. */
static size_t read_run(struct slice s, struct word here, struct word *words, size_t *at)
{
    struct word first = here;
    size_t steps;
    size_t count = 1;
    while (count < WORDS && next_of_run(s, true, first, &first, &steps))
        count += steps;
    struct word last = here;
    while (count < WORDS && next_of_run(s, false, last, &last, &steps))
        count += steps;
    count = 0;
    *at = 0;
    for (struct word w = first; count < (size_t)WORDS + 3;) {
        if (w.from == here.from)
            *at = count;
        words[count++] = w;
        if (w.from >= last.from || !word_behind(s, &w, &w))
            break;
    }
    return count;
}

/* The parts of the run, long ones first: those that hold word `at`, then the others. */
static void add_parts(struct definition_terms *t, struct slice s, const struct word *words,
                      size_t count, size_t at)
{
    for (int pass = 0; pass < 2; pass++) {
        for (size_t len = count; len > 0; len--) {
            for (size_t from = count - len + 1; from-- > 0;) {
                bool holds = at >= from && at < from + len;
                const struct word *a = &words[from], *b = &words[from + len - 1];
                if (holds != (pass == 0) || !is_capital(s, a) || !is_capital(s, b))
                    continue;
                add(t, slice_cut(s, a->from, b->to));
            }
        }
    }
}

void definition_terms_around(struct definition_terms *t, struct slice text, size_t at)
{
    struct word words[WORDS + 3];
    struct word here;
    if (!word_at(text, at, &here))
        return;
    if (!is_capital(text, &here)) {
        struct word before;
        struct word behind;
        bool inside = is_joint(text, &here) && word_before(text, &here, &before) &&
                      word_behind(text, &here, &behind) && is_capital(text, &before) &&
                      is_capital(text, &behind);
        if (!inside) {
            add(t, slice_cut(text, here.from, here.to));
            return;
        }
        here = before;
    }
    size_t index;
    size_t count = read_run(text, here, words, &index);
    add_parts(t, text, words, count, index);
}

void definition_terms_typed(struct definition_terms *t, struct slice text)
{
    struct word words[WORDS + 3];
    size_t count = 0;
    text = slice_cut(slice_trim(text), 0, DEFINITION_TERM_BYTES);
    add(t, text);
    struct word w;
    if (!word_at(text, 0, &w))
        return;
    do {
        words[count++] = w;
    } while (count < WORDS && word_behind(text, &w, &w));
    for (size_t len = count; len-- > 1;)
        for (size_t from = count - len + 1; from-- > 0;)
            add(t, slice_cut(text, words[from].from, words[from + len - 1].to));
}
