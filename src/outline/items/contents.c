/* SPDX-License-Identifier: MIT */
/* Tells contents lists from headings. */
#include "outline/items/contents.h"

#include <string.h>

enum {
    CLOSE = 400,          /* bytes of text between two rows of a list */
    ANCHOR_ABOVE = 600,   /* bytes of the input from the place that a link names to its heading */
    HEADING_ABOVE = 1500, /* and between the list and its heading */
    NUMBERS = 100,
    KEYS = 1021
};

/* A run of Items close together: candidates [first, last]. */
struct sequence {
    size_t first;
    size_t last;
    size_t rows;
    size_t paged;   /* rows that end with a page number */
    size_t coming;  /* rows whose number comes again before the signatures */
    size_t leading; /* rows that lead to other places behind them */
    size_t led_to;  /* rows that a link of the document leads to: headings, not rows */
    bool headed;    /* a contents heading is above */
};

static bool is_row(const struct candidate *c)
{
    return c->kind == CANDIDATE_ITEM &&
           !(c->features & (FEATURE_PROSE | FEATURE_MID_SENTENCE | FEATURE_BOXES));
}

/* The number before the first letter, 0 to 99. */
static unsigned major(const struct candidate *c)
{
    unsigned n = 0;
    struct slice s = c->numbers[0];
    for (size_t i = 0; i < s.len && byte_is_digit(s.at[i]); i++)
        n = n * 10 + (unsigned)(s.at[i] - '0');
    return n % NUMBERS;
}

/* A number for the Item's number, below KEYS; hardly two have the same. */
static unsigned key(const struct candidate *c)
{
    unsigned n = 0;
    for (size_t i = 0; i < c->numbers[0].len; i++)
        n = n * 31 + (unsigned char)c->numbers[0].at[i];
    return n % KEYS;
}

/* The part that a run is in at its first row: that of a part line right above, else 0. */
static unsigned part_above(const struct candidates *c, size_t first)
{
    const struct candidate *list = c->list.at;
    bool near = first > 0 && list[first - 1].kind == CANDIDATE_PART &&
                list[first].text - list[first - 1].text < CLOSE;
    return near ? list[first - 1].part : 0;
}

/* Finds the run that begins at candidate `first`. It ends at a gap, at a part line that its list
 * cannot have, and where a number comes again. */
static struct sequence run_at(const struct candidates *c, const struct links *links, size_t first)
{
    struct sequence run = {first, first, 0, 0, 0, 0, 0, false};
    struct slice seen[NUMBERS];
    size_t count = 0;
    unsigned before = 0;
    size_t led = LINKS_NONE;
    unsigned part = part_above(c, first);
    bool by_part = c->form->family != NULL && c->form->family->order == PART_ORDER;
    size_t text = c->list.at[first].text;
    for (size_t i = first; i < c->list.count; i++) {
        const struct candidate *x = &c->list.at[i];
        if (x->text - text > CLOSE)
            break;
        if (x->kind == CANDIDATE_PART) {
            if (x->part <= part || part == 0)
                return run;
            part = x->part;
            count = by_part ? 0 : count;
        }
        if (!is_row(x))
            continue;
        for (size_t s = 0; s < count; s++)
            if (slice_equal(seen[s], x->numbers[0]))
                return run;
        if (count == NUMBERS || (count > 0 && major(x) < before && run.rows > 3))
            return run;
        seen[count++] = x->numbers[0];
        before = major(x);
        text = x->text;
        run.last = i;
        run.rows++;
        run.paged += (x->features & FEATURE_PAGE_NUMBER) != 0;
        size_t target = links_from(links, x->offset);
        run.leading += target != LINKS_NONE && target > x->offset && target != led;
        led = target;
        size_t from = x->offset > ANCHOR_ABOVE ? x->offset - ANCHOR_ABOVE : 0;
        run.led_to += links_to(links, from, x->offset + 1) != LINKS_NONE;
    }
    return run;
}

/* How many rows come again behind the run, before signatures end the body. `next` says for each
 * candidate the next with the same number. */
static size_t count_coming(const struct candidates *c, const struct sequence *run,
                           const size_t *next, size_t signed_at)
{
    size_t coming = 0;
    for (size_t i = run->first; i <= run->last; i++) {
        if (!is_row(&c->list.at[i]))
            continue;
        size_t n = next[i];
        while (n <= run->last)
            n = next[n];
        coming += n < signed_at;
    }
    return coming;
}

static bool is_contents(const struct sequence *run)
{
    if (run->leading == 0 && run->led_to * 2 > run->rows)
        return false;
    if (run->rows >= 2 && run->paged * 2 >= run->rows && run->paged >= 2)
        return true;
    if (run->rows >= 3 && run->leading * 3 >= run->rows * 2)
        return true;
    size_t least = run->headed ? 2 : 4;
    return run->rows >= least && run->coming * 10 >= run->rows * 6;
}

/* Marks the run, the part lines and heading above it, and what stands right below. */
static void mark(struct candidates *c, const struct sequence *run)
{
    struct candidate *list = c->list.at;
    for (size_t i = run->first; i <= run->last; i++)
        list[i].features |= FEATURE_IN_CONTENTS;
    for (size_t i = run->first; i-- > 0;) {
        size_t gap = list[run->first].text - list[i].text;
        bool near = list[i].kind == CANDIDATE_PART && gap < CLOSE;
        if (gap > HEADING_ABOVE)
            break;
        if (near || list[i].kind == CANDIDATE_CONTENTS)
            list[i].features |= FEATURE_IN_CONTENTS;
    }
    size_t text = list[run->last].text;
    for (size_t i = run->last + 1; i < c->list.count && list[i].text - text < CLOSE; i++) {
        bool body = list[i].kind == CANDIDATE_ITEM || (list[i].features & FEATURE_SIGNED);
        bool part = list[i].kind == CANDIDATE_PART && !(list[i].features & FEATURE_PAGE_NUMBER);
        if (body || part || list[i].kind == CANDIDATE_CONTENTS)
            break;
        list[i].features |= FEATURE_IN_CONTENTS;
        text = list[i].text;
    }
}

static bool headed(const struct candidates *c, size_t first)
{
    const struct candidate *list = c->list.at;
    for (size_t i = first; i-- > 0 && list[first].text - list[i].text < HEADING_ABOVE;)
        if (list[i].kind == CANDIDATE_CONTENTS && !(list[i].features & FEATURE_FURNITURE))
            return true;
    return false;
}

void contents_mark(struct candidates *c, const struct links *links)
{
    size_t count = c->list.count;
    size_t last[KEYS];
    for (size_t n = 0; n < KEYS; n++)
        last[n] = count;
    size_t *next = arena_array(&c->arena, count + 1, sizeof *next);
    size_t *signed_at = arena_array(&c->arena, count + 1, sizeof *signed_at);
    next[count] = count;
    signed_at[count] = count;
    for (size_t i = count; i-- > 0;) {
        const struct candidate *x = &c->list.at[i];
        bool end = x->kind == CANDIDATE_SIGNATURES && (x->features & FEATURE_SIGNED);
        signed_at[i] = end ? i : signed_at[i + 1];
        next[i] = count;
        if (is_row(x)) {
            next[i] = last[key(x)];
            last[key(x)] = i;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!is_row(&c->list.at[i]))
            continue;
        struct sequence run = run_at(c, links, i);
        run.headed = headed(c, i);
        run.coming = count_coming(c, &run, next, signed_at[run.last]);
        if (is_contents(&run))
            mark(c, &run);
        i = run.last;
    }
}
