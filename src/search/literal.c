/* SPDX-License-Identifier: MIT */
/* What every match of a pattern must contain. */
#include "search/literal.h"

#include "search/syntax.h"

#include <string.h>

enum { DEEPEST = 40 }; /* groups in groups that are looked into */

/* A pattern that is being read. */
struct reading {
    struct slice rest;
    bool failed; /* something was not understood */
    bool flags;  /* options change inside: case may be ignored somewhere */
};

/* A branch of it: the word that grows, and the best and second best words so far. */
struct branch {
    struct literal run;
    struct literals best, also;
};

unsigned literal_rarity(unsigned char byte)
{
    char small = byte_lower((char)byte);
    if (!byte_is_letter((char)byte))
        return byte == ' ' || byte == '.' || byte == ',' || byte == '-' || byte == '=' ? 1 : 5;
    unsigned rare = strchr("etaoinsr", small)   ? 2
                    : strchr("hldcumfp", small) ? 3
                    : strchr("gwybv", small)    ? 5
                                                : 8;
    return byte_is_upper((char)byte) ? rare + 1 : rare;
}

/* Bytes that stand in the text as in the file, and that no tag or escape can make or break. */
static bool is_safe(char c)
{
    return byte_is_letter(c) || byte_is_digit(c) ||
           (c != '\0' && strchr("$%*+,./:=?@[]^_{|}~!#&;", c));
}

static unsigned weight(const struct literals *set)
{
    unsigned least = 0;
    for (size_t i = 0; i < set->count; i++) {
        unsigned sum = 0;
        for (size_t k = 0; k < set->word[i].len; k++)
            sum += literal_rarity((unsigned char)set->word[i].at[k]);
        if (i == 0 || sum < least)
            least = sum;
    }
    return least;
}

static void consider(struct branch *b, const struct literals *set)
{
    if (set->count > 0 && weight(set) > weight(&b->best)) {
        b->also = b->best;
        b->best = *set;
    } else if (set->count > 0 && weight(set) > weight(&b->also)) {
        b->also = *set;
    }
}

static void end_run(struct branch *b)
{
    if (b->run.len >= 2) {
        struct literals set = {.count = 1};
        set.word[0] = b->run;
        consider(b, &set);
    }
    b->run.len = 0;
}

static void add_byte(struct branch *b, char c)
{
    if (b->run.len == LITERAL_LONGEST)
        end_run(b);
    if (is_safe(c))
        b->run.at[b->run.len++] = c;
    else
        end_run(b);
}

static void skip(struct reading *r, size_t len)
{
    r->rest = slice_cut(r->rest, len, r->rest.len);
}

/* Takes the quantifier that may follow; whether what stands before it may be absent. */
static bool take_quantifier(struct reading *r, bool *any)
{
    bool none = false;
    size_t len = r->rest.len > 0 ? syntax_quantifier(r->rest, &none) : 0;
    *any = len > 0;
    skip(r, len);
    return len > 0 && none;
}

static void read_char(struct reading *r, struct branch *b, char c)
{
    bool any;
    if (take_quantifier(r, &any))
        end_run(b);
    else
        add_byte(b, c);
    if (any)
        end_run(b);
}

static void read_escape(struct reading *r, struct branch *b)
{
    size_t len = syntax_escape(r->rest);
    char c = r->rest.len > 1 ? r->rest.at[1] : '\0';
    bool any;
    skip(r, len);
    if (c != '\0' && strchr("dDwWsSbBhHvVRNXAzZpP", c)) {
        end_run(b);
        take_quantifier(r, &any);
    } else if (c > ' ' && c < 0x7F && !byte_is_letter(c) && !byte_is_digit(c)) {
        read_char(r, b, c);
    } else {
        r->failed = true;
    }
}

static struct branch read_alternatives(struct reading *r, size_t depth);

static void read_group(struct reading *r, struct branch *b, size_t depth)
{
    struct syntax_head head = syntax_head(r->rest);
    skip(r, head.len);
    end_run(b);
    if (head.kind == SYNTAX_OTHER || head.extended || depth >= DEEPEST) {
        r->failed = true;
        return;
    }
    r->flags |= head.kind == SYNTAX_FLAGS;
    if (head.whole)
        return;
    struct branch inside = read_alternatives(r, depth + 1);
    if (r->rest.len == 0) {
        r->failed = true;
        return;
    }
    skip(r, 1);
    bool any;
    bool needed = !take_quantifier(r, &any);
    if (needed && head.kind != SYNTAX_AHEAD && head.kind != SYNTAX_BEHIND) {
        consider(b, &inside.best);
        consider(b, &inside.also);
    }
}

static struct branch read_branch(struct reading *r, size_t depth)
{
    struct branch b = {0};
    bool any;
    while (!r->failed && r->rest.len > 0 && *r->rest.at != '|' && *r->rest.at != ')') {
        char c = *r->rest.at;
        if (c == '\\') {
            read_escape(r, &b);
        } else if (c == '(') {
            read_group(r, &b, depth);
        } else if (c == '[' || c == '.' || c == '^' || c == '$') {
            end_run(&b);
            skip(r, c == '[' ? syntax_class(r->rest) : 1);
            take_quantifier(r, &any);
        } else if (c == '{') {
            r->failed = true; /* no quantifier here; other versions may see one */
        } else {
            skip(r, 1);
            read_char(r, &b, c);
        }
    }
    end_run(&b);
    return b;
}

/* Each alternative must have its words, or there are none. Where there are several, the best of
 * each is enough. */
static struct branch read_alternatives(struct reading *r, size_t depth)
{
    struct branch found = read_branch(r, depth);
    struct literals all = found.best;
    bool good = all.count > 0;
    while (!r->failed && r->rest.len > 0 && *r->rest.at == '|') {
        skip(r, 1);
        struct literals more = read_branch(r, depth).best;
        found.also.count = 0;
        good = good && more.count > 0 && all.count + more.count <= LITERALS_MOST;
        for (size_t i = 0; good && i < more.count; i++)
            all.word[all.count++] = more.word[i];
    }
    if (!good)
        all.count = 0;
    found.best = all;
    return found;
}

static struct branch read_plain(struct slice text)
{
    struct branch b = {0};
    for (size_t i = 0; i < text.len; i++)
        add_byte(&b, text.at[i]);
    end_run(&b);
    return b;
}

static struct literals read_words(struct slice text, bool plain, bool ignore_case, bool second)
{
    struct reading r = {.rest = text};
    struct branch found = plain ? read_plain(text) : read_alternatives(&r, 0);
    struct literals all = second ? found.also : found.best;
    if (r.failed || (!plain && r.rest.len > 0))
        all.count = 0;
    all.ignore_case = ignore_case || r.flags;
    for (size_t i = 0; all.ignore_case && i < all.count; i++)
        for (size_t k = 0; k < all.word[i].len; k++)
            all.word[i].at[k] = byte_lower(all.word[i].at[k]);
    return all;
}

struct literals literals_of(struct slice text, bool plain, bool ignore_case)
{
    return read_words(text, plain, ignore_case, false);
}

struct literals literals_also(struct slice text, bool plain, bool ignore_case)
{
    return read_words(text, plain, ignore_case, true);
}
