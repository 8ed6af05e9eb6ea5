/* SPDX-License-Identifier: MIT */
/* How well typed letters fit a text. */
#include "ui/lists/fuzzy.h"

#include "base/utf8.h"

/* What a word is worth by how it stands in the text; a little less where it begins later. */
enum {
    WORTH_WHOLE = 1000, /* it is a word there */
    WORTH_PLURAL = 950, /* with an s behind it */
    WORTH_START = 800,  /* begins one */
    WORTH_STARTS = 600, /* its letters begin words, or follow one that does */
    WORTH_INSIDE = 500, /* inside of one */
    WORTH_DETAIL = 400, /* is a word of the detail; half of it: begins one */
    WORTH_SPREAD = 190, /* its letters are here and there */
    LATE_MOST = 50,     /* what is taken off for standing late, */
    LATE_LETTERS = 2,   /* one for so many letters in front, */
    GAPS_MOST = 150,    /* for letters between, */
    LONG_MOST = 100,    /* and for a long text, one for every second letter */
    TRIES = 8           /* words that may be begun with the first letter */
};

#define NOWHERE ((size_t)-1)

void fuzzy_deinit(struct fuzzy *f)
{
    array_deinit(&f->letters);
    array_deinit(&f->words);
    array_deinit(&f->looked);
    array_deinit(&f->places);
}

/* ---- letters */

static uint32_t plain_sign(uint32_t code)
{
    if (code < 0xA0)
        return code;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212)
        return '-';
    if (code == 0x2018 || code == 0x2019)
        return '\'';
    if (code == 0x201C || code == 0x201D)
        return '"';
    return code == 0xA0 ? ' ' : code;
}

/* Small letters of the scripts that names in filings are written in. */
static uint32_t small_letter(uint32_t code)
{
    if (code < 0x80)
        return (uint32_t)(unsigned char)byte_lower((char)code);
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7)
        return code + 0x20;
    bool odd_small = (code >= 0x100 && code < 0x138) || (code >= 0x14A && code < 0x178);
    bool even_small = (code >= 0x139 && code < 0x149) || (code >= 0x179 && code < 0x17F);
    if ((odd_small && code % 2 == 0) || (even_small && code % 2 == 1))
        return code + 1;
    if ((code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F))
        return code + 0x20;
    return code >= 0x400 && code <= 0x40F ? code + 0x50 : code;
}

static bool is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}

static bool is_wordly(uint32_t code)
{
    return code >= 0x80 || is_digit(code) || byte_is_letter((char)code);
}

static bool begins_word(uint32_t before, uint32_t code)
{
    return is_wordly(code) && (!is_wordly(before) || is_digit(code) > is_digit(before));
}

static uint64_t bit_of(uint32_t low)
{
    unsigned bit;
    if (low >= 'a' && low <= 'z')
        bit = low - 'a';
    else if (is_digit(low))
        bit = 26 + low - '0';
    else
        bit = 36 + low % 28;
    return (uint64_t)1 << bit;
}

uint64_t fuzzy_letters(struct slice text)
{
    uint64_t bits = 0;
    struct slice rest = text;
    for (size_t i = 0; rest.len > 0 && i < FUZZY_LETTERS; i++)
        bits |= bit_of(small_letter(plain_sign(utf8_next(&rest))));
    return bits;
}

/* ---- what is typed */

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == '\t';
}

void fuzzy_set(struct fuzzy *f, struct slice typed, bool runs)
{
    struct fuzzy_word word = {0, 0, false};
    f->runs = runs;
    f->letters.count = 0;
    f->words.count = 0;
    f->needs = 0;
    for (struct slice rest = typed; rest.len > 0;) {
        uint32_t code = plain_sign(utf8_next(&rest));
        bool letter = !is_blank(code);
        if (letter) {
            array_push(&f->letters, code);
            f->needs |= bit_of(small_letter(code));
            word.exact = word.exact || small_letter(code) != code;
        }
        word.count = f->letters.count - word.first;
        if ((!letter || rest.len == 0) && word.count > 0) {
            array_push(&f->words, word);
            word = (struct fuzzy_word){f->letters.count, 0, false};
        }
    }
}

/* ---- a text */

static bool is_same(struct slice a, struct slice b)
{
    return a.at == b.at && a.len == b.len;
}

/* The text is looked at letter by letter, once as long as its words are sought in it. */
static void look(struct fuzzy *f, struct slice text)
{
    if (is_same(f->of, text))
        return;
    struct slice rest = text;
    uint32_t before = ' ';
    size_t count = 0;
    array_reserve((void **)&f->looked.at, &f->looked.room, FUZZY_LETTERS + 1, sizeof *f->looked.at);
    for (; rest.len > 0 && count < FUZZY_LETTERS; count++) {
        struct fuzzy_letter *it = &f->looked.at[count];
        it->at = (uint32_t)(text.len - rest.len);
        it->code = plain_sign(utf8_next(&rest));
        it->low = small_letter(it->code);
        it->start = begins_word(before, it->code);
        before = it->code;
    }
    f->looked.at[count] =
        (struct fuzzy_letter){.code = ' ', .low = ' ', .at = (uint32_t)(text.len - rest.len)};
    f->looked.count = count + 1;
    f->of = text;
}

static size_t length(const struct fuzzy *f)
{
    return f->looked.count - 1;
}

/* Whether the i-th letter of the word is that of the text at `at`. */
static bool is_at(const struct fuzzy *f, const struct fuzzy_word *word, size_t i, size_t at)
{
    const struct fuzzy_letter *it = &f->looked.at[at];
    return f->letters.at[word->first + i] == (word->exact ? it->code : it->low);
}

static int late(size_t at)
{
    at /= LATE_LETTERS;
    return at < LATE_MOST ? (int)at : LATE_MOST;
}

/* What a run of letters is worth that begins a word, by what stands behind it. */
static int worth_of_start(uint32_t behind, uint32_t second)
{
    if (!is_wordly(behind))
        return WORTH_WHOLE;
    return small_letter(behind) == 's' && !is_wordly(second) ? WORTH_PLURAL : WORTH_START;
}

/* What the word is worth where its letters follow one another from `at` on; 0: they do not. */
static int worth_of_run(const struct fuzzy *f, const struct fuzzy_word *word, size_t at)
{
    for (size_t i = 0; i < word->count; i++)
        if (at + i >= length(f) || !is_at(f, word, i, at + i))
            return 0;
    if (!f->looked.at[at].start && is_wordly(f->letters.at[word->first]))
        return WORTH_INSIDE;
    size_t behind = at + word->count;
    return worth_of_start(f->looked.at[behind].code,
                          behind + 1 < f->looked.count ? f->looked.at[behind + 1].code : ' ');
}

/* The best run; its letters' places are noted. */
static int find_run(struct fuzzy *f, const struct fuzzy_word *word)
{
    int best = 0;
    size_t best_at = 0;
    for (size_t at = 0; at + word->count <= length(f) && best < WORTH_WHOLE - LATE_MOST; at++) {
        int worth = is_at(f, word, 0, at) ? worth_of_run(f, word, at) - late(at) : 0;
        if (worth > best) {
            best = worth;
            best_at = at;
        }
    }
    f->places.count = 0;
    for (size_t i = 0; best > 0 && i < word->count; i++)
        array_push(&f->places, best_at + i);
    return best;
}

/* The place of the next letter: the next one, or the beginning of a word. */
static size_t next_start(const struct fuzzy *f, const struct fuzzy_word *word, size_t i, size_t at)
{
    if (is_at(f, word, i, at + 1))
        return at + 1;
    for (size_t k = at + 1; k < length(f); k++)
        if (f->looked.at[k].start && is_at(f, word, i, k))
            return k;
    return NOWHERE;
}

static bool starts_from(struct fuzzy *f, const struct fuzzy_word *word, size_t first)
{
    size_t at = first;
    f->places.count = 0;
    array_push(&f->places, first);
    for (size_t i = 1; i < word->count; i++) {
        at = next_start(f, word, i, at);
        if (at >= length(f))
            return false;
        array_push(&f->places, at);
    }
    return true;
}

/* Letters that begin words: "n12" in "Note 12". */
static int find_starts(struct fuzzy *f, const struct fuzzy_word *word)
{
    int tries = 0;
    for (size_t at = 0; at < length(f) && tries < TRIES; at++) {
        if (!f->looked.at[at].start || !is_at(f, word, 0, at))
            continue;
        if (starts_from(f, word, at))
            return WORTH_STARTS - late(at) / 2 - late(f->places.at[word->count - 1] - at) / 2;
        tries++;
    }
    return 0;
}

/* Letters anywhere, in their order: the end that comes first, and from there back, so that few
 * letters are between. */
static int find_spread(struct fuzzy *f, const struct fuzzy_word *word)
{
    size_t at = 0;
    size_t i = 0;
    for (; at < length(f) && i < word->count; at++)
        i += is_at(f, word, i, at);
    if (i < word->count)
        return 0;
    f->places.count = 0;
    for (size_t k = 0; k < word->count; k++)
        array_push(&f->places, (size_t)0);
    for (size_t end = at; i > 0; at--) {
        if (!is_at(f, word, i - 1, at - 1))
            continue;
        i--;
        f->places.at[i] = at - 1;
        if (i == 0) {
            size_t gaps = end - f->places.at[0] - word->count;
            return WORTH_SPREAD - (gaps < GAPS_MOST ? (int)gaps : GAPS_MOST);
        }
    }
    return 0;
}

/* The best run in plain ASCII, which most texts are: the same as find_run says, but nothing is
 * noted.
 */
static int ascii_run(const struct fuzzy *f, const struct fuzzy_word *word, struct slice text)
{
    const uint32_t *letters = f->letters.at + word->first;
    int best = 0;
    for (size_t at = 0; at + word->count <= text.len && best < WORTH_WHOLE - LATE_MOST; at++) {
        size_t i = 0;
        while (i < word->count &&
               (unsigned char)(word->exact ? text.at[at + i] : byte_lower(text.at[at + i])) ==
                   letters[i])
            i++;
        if (i < word->count)
            continue;
        unsigned char code = (unsigned char)text.at[at];
        unsigned char before = at > 0 ? (unsigned char)text.at[at - 1] : ' ';
        unsigned char behind = at + i < text.len ? (unsigned char)text.at[at + i] : ' ';
        unsigned char second = at + i + 1 < text.len ? (unsigned char)text.at[at + i + 1] : ' ';
        bool start = !is_wordly(code) || begins_word(before, code);
        int worth = start ? worth_of_start(behind, second) : WORTH_INSIDE;
        if (worth - late(at) > best)
            best = worth - late(at);
    }
    return best;
}

/* Whether nothing that is looked for letter by letter can be worth more than that run. */
static bool is_enough(const struct fuzzy *f, const struct fuzzy_word *word, int worth)
{
    return f->runs || worth > WORTH_STARTS || word->count == 1;
}

static int find_in_text(struct fuzzy *f, const struct fuzzy_word *word)
{
    int worth = find_run(f, word);
    if (is_enough(f, word, worth))
        return worth;
    int starts = find_starts(f, word);
    if (starts > 0)
        return starts;
    if (worth > 0)
        return find_run(f, word); /* notes its places again */
    return find_spread(f, word);
}

static int find_in_detail(struct fuzzy *f, const struct fuzzy_word *word)
{
    int worth = find_run(f, word) > 0 ? worth_of_run(f, word, f->places.at[0]) : 0;
    if (worth < WORTH_START)
        return 0;
    return worth == WORTH_WHOLE ? WORTH_DETAIL : WORTH_DETAIL / 2;
}

/* Adds the places of the word as marks. */
static void add_marks(const struct fuzzy *f, bool detail, fuzzy_marks *marks)
{
    for (size_t i = 0; i < f->places.count; i++) {
        size_t from = f->looked.at[f->places.at[i]].at;
        size_t to = f->looked.at[f->places.at[i] + 1].at;
        struct fuzzy_mark *last = marks->count ? &marks->at[marks->count - 1] : NULL;
        if (i > 0 && last && last->to == from)
            last->to = to;
        else
            array_push(marks, ((struct fuzzy_mark){from, to, detail}));
    }
}

static int score_word(struct fuzzy *f, const struct fuzzy_word *word, struct slice text,
                      struct slice detail, fuzzy_marks *marks)
{
    bool plain = !marks && text.len <= FUZZY_LETTERS && utf8_is_ascii(text);
    int worth = plain ? ascii_run(f, word, text) : 0;
    if (!plain || !is_enough(f, word, worth)) {
        look(f, text);
        worth = find_in_text(f, word);
    }
    if (worth < WORTH_DETAIL && detail.len > 0) {
        look(f, detail);
        int other = find_in_detail(f, word);
        if (other > worth) {
            if (marks)
                add_marks(f, true, marks);
            return other;
        }
        if (worth > 0 && marks) {
            look(f, text);
            find_in_text(f, word);
        }
    }
    if (worth > 0 && marks)
        add_marks(f, false, marks);
    return worth > 0 ? worth : -1;
}

int fuzzy_score(struct fuzzy *f, struct slice text, struct slice detail, fuzzy_marks *marks)
{
    int score = 0;
    bool solid = true;
    f->of = (struct slice){NULL, SIZE_MAX};
    for (size_t i = 0; i < f->words.count; i++) {
        int worth = score_word(f, &f->words.at[i], text, detail, marks);
        if (worth < 0) {
            if (marks)
                marks->count = 0;
            return -1;
        }
        score += worth;
        solid = solid && worth >= FUZZY_SOLID;
    }
    if (f->words.count == 0 || !solid)
        return score < FUZZY_SOLID ? score : FUZZY_SOLID - 1;
    score -= text.len / 2 < LONG_MOST ? (int)(text.len / 2) : LONG_MOST;
    return score > FUZZY_SOLID ? score : FUZZY_SOLID;
}
