/* SPDX-License-Identifier: MIT */
/* Learns the styles of sub-headings. */
#include "outline/subheads/subhead_styles.h"

#include "outline/items/line.h"

enum {
    ABBREVIATION = 6, /* letters: capitals of no more may be what any title would have */
    STUBS = 250,      /* lines of one style: more than a part has headings */
    ALIKE = 4,        /* styles that are no louder by more: */
    FIRST_SEEN = 3    /* what comes first holds what comes in it */
};

/* A title such as "EBITDA" or "ERISA" is in capitals by nature, not by its style. */
static bool caps_by_nature(const struct head *head)
{
    return line_letters_lower(head->title) == 0 && line_letters(head->title) <= ABBREVIATION;
}

/* "RESULTS - Three Months": what is in front of the dash says how it is set. */
static bool caps_in_front(const struct head *head)
{
    static const struct slice dashes[] = {SLICE_ROW(" - "), SLICE_ROW("\xE2\x80\x93"),
                                          SLICE_ROW("\xE2\x80\x94"), SLICE_ROW("(")};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        size_t dash = slice_find(head->title, dashes[i]);
        struct slice front = slice_cut(head->title, 0, dash);
        if (dash < head->title.len && line_letters(front) > ABBREVIATION &&
            line_letters_lower(front) == 0 && slice_find(front, SLICE(" ")) + 2 < front.len)
            return true;
    }
    return false;
}

uint8_t subhead_style_of(struct subhead_group *g, const struct head *head, size_t body_size)
{
    unsigned set = head->set & ~(unsigned)SET_TITLE_CASE;
    uint8_t size = head->size == body_size ? 0 : head->size;
    if (set & SET_RUN_IN ? line_letters_lower(head->title) == 0 : caps_in_front(head))
        set |= SET_CAPS;
    if (caps_by_nature(head))
        for (size_t i = 0; i < g->count; i++)
            if (g->styles[i].set == (set & ~(unsigned)SET_CAPS) && g->styles[i].size == size)
                return (uint8_t)i;
    for (size_t i = 0; i < g->count; i++)
        if (g->styles[i].set == set && g->styles[i].size == size && !g->styles[i].chapter)
            return (uint8_t)i;
    if (g->count == SUBHEAD_STYLES)
        return SUBHEAD_NO_STYLE;
    g->styles[g->count] = (struct subhead_style){.set = (uint16_t)set, .size = size};
    return (uint8_t)g->count++;
}

uint8_t subhead_style_listed(struct subhead_group *g, uint8_t style)
{
    const struct subhead_style *s = &g->styles[style];
    bool apart =
        s->listed >= 2 && s->count >= s->listed + 3 && s->tops > 0 && s->bottoms * 4 <= s->tops;
    if (!apart)
        return style;
    for (size_t i = 0; i < g->count; i++)
        if (g->styles[i].chapter && g->styles[i].set == s->set && g->styles[i].size == s->size)
            return (uint8_t)i;
    if (g->count == SUBHEAD_STYLES)
        return style;
    g->styles[g->count] = (struct subhead_style){.set = s->set, .size = s->size, .chapter = true};
    return (uint8_t)g->count++;
}

/* How loud a style is, by itself. */
static int loudness(const struct subhead_style *s, size_t body_size)
{
    int loud = 0;
    if (s->size > 0 && body_size > 0) {
        int more = 4 * ((int)s->size - (int)body_size);
        loud += more > 24 ? 24 : more < -12 ? -12 : more;
    }
    loud += s->chapter ? 6 : 0;
    loud += s->set & SET_HEADING ? 20 : 0;
    loud += s->set & SET_BOLD ? 20 : 0;
    loud += s->set & SET_CAPS ? 12 : 0;
    loud += s->set & SET_CENTER ? 8 : 0;
    loud += s->set & SET_UNDERLINE ? 2 : 0;
    loud -= s->set & SET_ITALIC ? 4 : 0;
    loud -= s->set & SET_RUN_IN ? 30 : 0;
    return loud;
}

/* How much speaks for a above b; the other way below 0. */
static int votes(const struct subhead_group *g, size_t a, size_t b, size_t body_size)
{
    const struct subhead_style *x = &g->styles[a];
    const struct subhead_style *y = &g->styles[b];
    int direct = 3 * ((int)g->above[a][b] - (int)g->above[b][a]);
    int loud = (loudness(x, body_size) - loudness(y, body_size)) / 2;
    direct = direct > 12 ? 12 : direct < -12 ? -12 : direct;
    int vote = direct + (loud > 10 ? 10 : loud < -10 ? -10 : loud);
    if (loud <= ALIKE && loud >= -ALIKE)
        vote += a < b ? FIRST_SEEN : -FIRST_SEEN;
    vote += x->count * 3 <= y->count ? 2 : y->count * 3 <= x->count ? -2 : 0;
    return vote * 2 + (a < b ? 1 : -1);
}

static bool is_good(const struct subhead_style *s, bool printed)
{
    size_t enough = s->count < 4 ? (s->count + 1) / 2 : s->count * (printed ? 70 : 60) / 100;
    if (s->count > STUBS && s->followed * 10 < s->count * 9 && s->vouched * 4 < s->count)
        return false;
    return s->followed > 0 && s->followed >= enough;
}

void subhead_styles_rank(struct subhead_group *g, bool printed, size_t body_size)
{
    uint8_t order[SUBHEAD_STYLES];
    size_t count = 0;
    for (size_t i = 0; i < g->count; i++) {
        g->styles[i].good = is_good(&g->styles[i], printed);
        if (!g->styles[i].good)
            continue;
        size_t wins = 0, at = count++;
        for (size_t j = 0; j < at; j++)
            wins += votes(g, i, order[j], body_size) > 0;
        /* Behind those that win against it, as far as the votes agree. */
        for (; at > 0 && wins > 0 && votes(g, i, order[at - 1], body_size) > 0; wins--, at--)
            order[at] = order[at - 1];
        order[at] = (uint8_t)i;
    }
    g->ranks = 0;
    for (size_t i = 0; i < count; i++) {
        struct subhead_style *s = &g->styles[order[i]];
        s->rank = (uint8_t)g->ranks;
        if (s->count > 1 || i + 1 == count || g->above[order[i]][order[i + 1]] > 0)
            g->ranks++;
    }
}
