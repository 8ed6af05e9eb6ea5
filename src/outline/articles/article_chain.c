/* SPDX-License-Identifier: MIT */
/* Chooses articles and sections by their order. */
#include "outline/articles/article_chain.h"

#include <string.h>

enum {
    LOOK_AHEAD = 200, /* so many clauses are looked at for a number that is missing */
    GAP_MOST = 4      /* numbers that may be missing, and one */
};

/* How one level is labelled. */
struct scheme {
    bool used;
    enum article_word word;
    unsigned depth; /* of its numbers */
};

struct walk {
    struct article_chain *chain;
    const struct clauses *clauses;
    const struct article_row *rows;
    size_t to;
    struct scheme top, second;
    unsigned at[3]; /* the last number of each level; 0: none yet */
    const unsigned *before;
    bool bare;  /* numbers without a stop may be headings: there are pairs below them */
    bool fresh; /* a level 1 began, and no level 2 below it so far */
};

/* It has the looks of a heading, its order aside. */
static bool is_heading(const struct walk *w, size_t i)
{
    const struct clause *x = &w->clauses->list.at[i];
    unsigned against = CLAUSE_PROSE | CLAUSE_OPEN | CLAUSE_CONTINUED | CLAUSE_PAGE_NUMBER;
    if (w->rows[i].listed || x->features & against || !(x->features & CLAUSE_GAP) ||
        (!w->bare && article_label_is_bare(&x->label)))
        return false;
    if (x->title.len > 0)
        return true;
    if (x->label.word == ARTICLE_WORD)
        return (x->features & CLAUSE_ALONE) != 0 || x->label.name.len == 0;
    return x->label.word == SECTION_WORD || x->label.depth > 1;
}

static bool fits(const struct scheme *s, const struct clause *x)
{
    return s->used && x->label.word == s->word && x->label.depth == s->depth;
}

/* How many headings of the scheme count up from 1. */
static size_t ascending(const struct walk *w, size_t from, enum article_word word)
{
    struct scheme scheme = {true, word, 1};
    unsigned expected = 1;
    size_t found = 0;
    for (size_t i = from; i < w->to; i++) {
        const struct clause *x = &w->clauses->list.at[i];
        bool follows = found == 0 && w->before[0] > 0 && x->label.numbers[0] == w->before[0] + 1;
        if (!fits(&scheme, x) || !is_heading(w, i) || (word != ARTICLE_WORD && x->title.len == 0))
            continue;
        if (x->label.numbers[0] == expected || x->label.numbers[0] == expected + 1 || follows) {
            found++;
            expected = x->label.numbers[0] + 1;
        }
    }
    return found;
}

/* How many headings of two numbers follow in order. */
static size_t ascending_pairs(const struct walk *w, size_t from, enum article_word word)
{
    struct scheme scheme = {true, word, 2};
    unsigned major = 0;
    unsigned minor = 0;
    size_t found = 0;
    for (size_t i = from; i < w->to; i++) {
        const struct clause *x = &w->clauses->list.at[i];
        if (!fits(&scheme, x) || !is_heading(w, i))
            continue;
        const unsigned *n = x->label.numbers;
        found += n[1] <= 1 || (n[0] == major && n[1] == minor + 1);
        major = n[0];
        minor = n[1];
    }
    return found;
}

static size_t count_single(const struct walk *w, size_t from, enum article_word word)
{
    struct scheme scheme = {true, word, 1};
    size_t found = 0;
    for (size_t i = from; i < w->to; i++)
        found += fits(&scheme, &w->clauses->list.at[i]) && is_heading(w, i);
    return found;
}

static void choose_schemes(struct walk *w, size_t from, bool numbers)
{
    size_t articles = ascending(w, from, ARTICLE_WORD);
    size_t sections = ascending(w, from, SECTION_WORD);
    size_t section_pairs = ascending_pairs(w, from, SECTION_WORD);
    size_t number_pairs = ascending_pairs(w, from, NUMBER_ONLY);
    size_t pairs = section_pairs + number_pairs;
    w->bare = number_pairs >= 3;
    if (articles >= 2 || (articles == 1 && pairs >= 2))
        w->top = (struct scheme){true, ARTICLE_WORD, 1};
    else if (sections >= 3 || (sections >= 2 && pairs >= 2))
        w->top = (struct scheme){true, SECTION_WORD, 1};
    else if (numbers && section_pairs < 3 && ascending(w, from, NUMBER_ONLY) >= 3)
        w->top = (struct scheme){true, NUMBER_ONLY, 1};
    bool article = w->top.used && w->top.word == ARTICLE_WORD;
    if (section_pairs >= 2 && section_pairs >= number_pairs)
        w->second = (struct scheme){true, SECTION_WORD, 2};
    else if (number_pairs >= 2 && (numbers || w->top.used))
        w->second = (struct scheme){true, NUMBER_ONLY, 2};
    else if (article && count_single(w, from, SECTION_WORD) >= 2)
        w->second = (struct scheme){true, SECTION_WORD, 1};
    else if (article && numbers && count_single(w, from, NUMBER_ONLY) >= 2)
        w->second = (struct scheme){true, NUMBER_ONLY, 1};
}

/* The number comes behind clause `i`: what stands there skips it. `major` counts for two numbers.
 */
static bool comes(const struct walk *w, size_t i, const struct scheme *s, unsigned major,
                  unsigned number)
{
    size_t end = w->to - i > LOOK_AHEAD ? i + LOOK_AHEAD : w->to;
    for (size_t k = i + 1; k < end; k++) {
        const struct clause *x = &w->clauses->list.at[k];
        if (fits(s, x) && x->label.numbers[s->depth - 1] == number &&
            (s->depth == 1 || x->label.numbers[0] == major) && is_heading(w, k))
            return true;
    }
    return false;
}

static void take(struct walk *w, size_t i, int level, bool gap)
{
    struct article_place place = {i, level, gap, w->clauses->list.at[i].title.len == 0};
    array_push(&w->chain->list, place);
}

/* Another agreement begins, where the same number follows anew. */
static bool restarts(const struct walk *w, size_t i)
{
    return w->top.word == ARTICLE_WORD && w->at[0] >= 2 && comes(w, i, &w->top, 0, 2);
}

/* True when the chain has nothing so far and the number goes on with the one before it. */
static bool resumes(const struct walk *w, unsigned number, unsigned before)
{
    return w->chain->list.count == 0 && before > 0 && number == before + 1;
}

static bool step_top(struct walk *w, size_t i)
{
    const struct clause *x = &w->clauses->list.at[i];
    unsigned number = x->label.numbers[0];
    bool gap = false;
    if (w->top.word != ARTICLE_WORD && x->title.len == 0)
        return false;
    if (resumes(w, number, w->before[0])) {
        w->chain->resumed = true;
    } else if (number != w->at[0] + 1 && !(number == 1 && restarts(w, i))) {
        gap = number > w->at[0] && number <= w->at[0] + GAP_MOST &&
              !comes(w, i, &w->top, 0, w->at[0] + 1);
        if (!gap)
            return false;
    }
    take(w, i, 1, gap);
    w->at[0] = number;
    if (w->second.depth == 2)
        w->at[1] = 0;
    w->at[2] = 0;
    w->fresh = true;
    return true;
}

/* A section of the next article, whose own line was not seen. */
static bool opens_next(const struct walk *w, size_t i, unsigned major, unsigned minor)
{
    if (minor > 1 || major <= w->at[0])
        return false;
    if (!w->top.used)
        return major == w->at[0] + 1 ||
               (major == w->at[0] + 2 && !comes(w, i, &w->second, w->at[0] + 1, 1));
    return major == w->at[0] + 1 && !comes(w, i, &w->top, 0, major);
}

static bool step_pair(struct walk *w, size_t i)
{
    const unsigned *n = w->clauses->list.at[i].label.numbers;
    bool gap = false;
    if (w->chain->list.count == 0 && n[0] == w->before[0] && resumes(w, n[1], w->before[1])) {
        w->chain->resumed = true;
    } else if (n[0] == w->at[0] && n[0] > 0) {
        bool next = n[1] == w->at[1] + 1 || (n[1] == 0 && w->at[1] == 0);
        gap = !next && n[1] > w->at[1] && n[1] <= w->at[1] + GAP_MOST &&
              !comes(w, i, &w->second, n[0], w->at[1] + 1);
        if (!next && !gap)
            return false;
    } else if (!opens_next(w, i, n[0], n[1])) {
        return false;
    }
    if (gap && w->clauses->list.at[i].title.len == 0)
        return false;
    take(w, i, 2, gap);
    w->at[0] = n[0];
    w->at[1] = n[1];
    w->at[2] = 0;
    w->fresh = false;
    return true;
}

/* "Section 1" below an article: anew below each, or on through all. */
static bool step_single(struct walk *w, size_t i)
{
    const struct clause *x = &w->clauses->list.at[i];
    unsigned number = x->label.numbers[0];
    bool next = number == w->at[1] + 1 || (number == 1 && w->fresh);
    bool gap = !next && !w->fresh && number > w->at[1] && number <= w->at[1] + GAP_MOST &&
               x->title.len > 0 && !comes(w, i, &w->second, 0, w->at[1] + 1);
    if (w->at[0] == 0 || (!next && !gap))
        return false;
    take(w, i, 2, gap);
    w->at[1] = number;
    w->at[2] = 0;
    w->fresh = false;
    return true;
}

static bool step_third(struct walk *w, size_t i)
{
    const struct clause *x = &w->clauses->list.at[i];
    const unsigned *n = x->label.numbers;
    if (w->second.depth != 2 || n[0] != w->at[0] || n[1] != w->at[1] || n[2] != w->at[2] + 1 ||
        x->title.len == 0)
        return false;
    take(w, i, 3, false);
    w->at[2] = n[2];
    return true;
}

static void step(struct walk *w, size_t i)
{
    const struct clause *x = &w->clauses->list.at[i];
    struct scheme third = {w->second.used, w->second.word, 3};
    bool taken;
    if (!is_heading(w, i))
        return;
    if (fits(&w->top, x))
        taken = step_top(w, i);
    else if (fits(&w->second, x))
        taken = w->second.depth == 2 ? step_pair(w, i) : step_single(w, i);
    else if (fits(&third, x))
        taken = step_third(w, i);
    else
        return;
    w->chain->rejected += !taken && x->title.len > 0;
}

void article_chain_choose(struct article_chain *chain, const struct clauses *c,
                          const struct article_row *rows, size_t from, size_t to, bool numbers,
                          const unsigned before[3])
{
    struct walk w = {.chain = chain, .clauses = c, .rows = rows, .to = to, .before = before};
    memset(chain, 0, sizeof *chain);
    choose_schemes(&w, from, numbers);
    chain->top = w.top.used;
    chain->articles = w.top.used && w.top.word == ARTICLE_WORD;
    for (size_t i = from; i < to && (w.top.used || w.second.used); i++)
        step(&w, i);
    memcpy(chain->last, w.at, sizeof chain->last);
}

void article_chain_deinit(struct article_chain *chain)
{
    array_deinit(&chain->list);
}
