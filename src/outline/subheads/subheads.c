/* SPDX-License-Identifier: MIT */
/* Finds sub-headings by their styles, learnt per document. */
#include "outline/subheads/subheads.h"

#include "base/memory.h"
#include "outline/subheads/subhead_lines.h"
#include "outline/subheads/subhead_styles.h"
#include "outline/subheads/subhead_words.h"

#include <stdlib.h>
#include <string.h>

enum {
    ON_TOP = 40,       /* bytes between two heads that stand on top of each other */
    FIGURE_LINE = 150, /* bytes of a line of a table, with its share of the table's head */
    LISTED_LEAST = 4,  /* lines that a contents list names, where there is one */
    ROW_RUN = 3        /* lines of one style with nothing between are a list */
};

/* What is to be done next. */
enum stage { PARTS, LINES, STYLES, COUNTS, SECTIONS };

struct subheads_search {
    const struct scan *scan;
    struct sections *found;
    const struct nodes *nodes;
    enum stage stage;
    struct subhead_lines lines;
    struct subhead_group *groups;
    struct subhead_group *all; /* the styles of the whole document */
};

static const struct head *head_of(const struct subheads_search *f, size_t line)
{
    return subhead_line_head(&f->lines, line);
}

static struct subhead_group *group_of(const struct subheads_search *f, size_t line)
{
    return &f->groups[f->lines.parts.list.at[f->lines.list.at[line].part].group];
}

/* Bytes of text between the line's title and the next line; tables count as text. */
static size_t text_after(const struct subheads_search *f, size_t i)
{
    const struct head *head = head_of(f, i);
    size_t next = i + 1 < f->lines.list.count ? head_of(f, i + 1)->text : f->scan->heads.text;
    size_t own = head->text + head->title.len + 1;
    return next > own ? next - own : 0;
}

static bool is_adjacent(const struct subheads_search *f, size_t i)
{
    return i + 1 < f->lines.list.count &&
           f->lines.list.at[i].part == f->lines.list.at[i + 1].part &&
           f->lines.list.at[i].after < ON_TOP &&
           head_of(f, i + 1)->text - head_of(f, i)->text < ON_TOP + HEAD_BYTES;
}

/* True when only a table follows: figures, but hardly more text than these need. */
static bool is_caption(const struct subheads_search *f, size_t i)
{
    const struct head *head = head_of(f, i);
    return (head->set & SET_CENTER || f->scan->printed) && head->figures > 0 &&
           (head->features & HEAD_UNITS) &&
           f->lines.list.at[i].after < (size_t)head->figures * FIGURE_LINE + SUBHEAD_BODY;
}

/* Gives each line its style; the lines that contents lists name get one apart where they rank above
 * others that are set alike. */
static void give_styles(struct subheads_search *f)
{
    for (size_t i = 0; i < f->lines.list.count; i++) {
        f->lines.list.at[i].after = text_after(f, i);
        f->lines.list.at[i].style =
            subhead_style_of(group_of(f, i), head_of(f, i), f->scan->heads.body_size);
    }
    for (size_t i = 0; i < f->lines.list.count; i++) {
        const struct subhead_line *line = &f->lines.list.at[i];
        if (line->style == SUBHEAD_NO_STYLE)
            continue;
        struct subhead_style *s = &group_of(f, i)->styles[line->style];
        bool listed = line->why & WHY_LISTED;
        s->count++;
        s->listed += listed;
        if (!is_adjacent(f, i) || line[1].style != line->style)
            continue;
        bool below = line[1].why & WHY_LISTED;
        s->tops += listed && !below;
        s->bottoms += !listed && below;
    }
    for (size_t i = 0; i < f->lines.list.count; i++)
        if (f->lines.list.at[i].why & WHY_LISTED && f->lines.list.at[i].style != SUBHEAD_NO_STYLE)
            f->lines.list.at[i].style =
                subhead_style_listed(group_of(f, i), f->lines.list.at[i].style);
    for (size_t i = 0; i < f->lines.parts.groups; i++)
        for (size_t k = 0; k < f->groups[i].count; k++)
            f->groups[i].styles[k].count = 0;
}

/* Counts for each style what follows its lines. */
static void count_styles(struct subheads_search *f)
{
    size_t body = f->scan->heads.body_size;
    for (size_t i = 0; i < f->lines.list.count; i++) {
        struct subhead_line *line = &f->lines.list.at[i];
        if (line->style == SUBHEAD_NO_STYLE)
            continue;
        struct subhead_style *s = &group_of(f, i)->styles[line->style];
        bool top = is_adjacent(f, i) && line[1].style != SUBHEAD_NO_STYLE;
        if (top && line[1].style != line->style)
            group_of(f, i)->above[line->style][line[1].style]++;
        line->followed = line->after >= SUBHEAD_BODY || (top && line[1].style != line->style);
        s->count++;
        s->followed += line->followed;
        s->vouched += line->why != 0;
        s->captions += is_caption(f, i);
        line->wide = subhead_style_of(f->all, head_of(f, i), body);
        if (line->wide == SUBHEAD_NO_STYLE)
            continue;
        f->all->styles[line->wide].count++;
        f->all->styles[line->wide].followed += line->followed;
    }
}

/* True when the line stands in a run of lines of its style with nothing between. Where a style is
 * sure, three headings may stand on top of each other. */
static bool in_list(const struct subheads_search *f, size_t i)
{
    const struct subhead_style *s = &group_of(f, i)->styles[f->lines.list.at[i].style];
    size_t most = s->count >= 8 && s->followed * 10 >= s->count * 7 ? ROW_RUN + 1 : ROW_RUN;
    size_t run = 1;
    for (size_t j = i; run < most && is_adjacent(f, j) &&
                       f->lines.list.at[j + 1].style == f->lines.list.at[i].style;
         j++)
        run++;
    for (size_t j = i; run < most && j > 0 && is_adjacent(f, j - 1) &&
                       f->lines.list.at[j - 1].style == f->lines.list.at[i].style;
         j--)
        run++;
    return run >= most;
}

/* True when the line's style is one that the document uses for headings in many places. */
static bool is_common(const struct subheads_search *f, const struct subhead_line *line)
{
    if (line->wide == SUBHEAD_NO_STYLE)
        return false;
    const struct subhead_style *s = &f->all->styles[line->wide];
    return s->count >= 8 && s->followed * 10 >= s->count * 8;
}

/* The second of two centred lines of one style: the first goes on in it. */
static bool goes_on(const struct subheads_search *f, size_t i)
{
    return i > 0 && is_adjacent(f, i - 1) &&
           f->lines.list.at[i - 1].style == f->lines.list.at[i].style &&
           head_of(f, i)->block == head_of(f, i - 1)->block + 1 &&
           (head_of(f, i)->set & SET_CENTER) && f->lines.list.at[i].why == 0;
}

static double confidence(const struct subheads_search *f, size_t i)
{
    const struct subhead_line *line = &f->lines.list.at[i];
    const struct subhead_style *s = &group_of(f, i)->styles[line->style];
    const struct head *head = head_of(f, i);
    double c = 0.63;
    c += s->count >= 3 ? 0.18 : is_common(f, line) ? 0.16 : s->count == 2 ? 0.1 : 0;
    c += s->count > 1 && s->followed * 10 >= s->count * 7 ? 0.08 : 0;
    c += line->followed && (s->count >= 5 || is_common(f, line)) ? 0.05 : 0;
    c += line->followed ? 0.06 : s->count >= 4 ? 0 : -0.1;
    c += line->why & WHY_TITLE ? 0.15 : 0;
    c += line->why & WHY_LISTED ? 0.25 : 0;
    c += line->why & WHY_LINKED ? 0.1 : 0;
    c += (head->set & (SET_BOLD | SET_HEADING | SET_UNDERLINE)) != 0 ? 0.04 : 0;
    c -= head->set & SET_IN_ROW ? 0.1 : 0;
    c -= head->set & SET_RUN_IN && s->count < 4 ? 0.1 : 0;
    return c > 0.98 ? 0.98 : c;
}

/* `first`: no heading of its part was taken yet. */
static int grade_of(const struct subheads_search *f, size_t i, bool first)
{
    const struct subhead_part *part = &f->lines.parts.list.at[f->lines.list.at[i].part];
    int rank = group_of(f, i)->styles[f->lines.list.at[i].style].rank;
    if (part->beside && (rank == 0 || first))
        return GRADE_TOP;
    if (part->kind == PART_DOCUMENT || f->lines.list.at[i].outer)
        return rank == 0 ? GRADE_GROUP : GRADE_HEADING + (rank > 3 ? 2 : rank - 1);
    return GRADE_HEADING + (rank > 3 ? 3 : rank);
}

static bool is_heading(const struct subheads_search *f, size_t i)
{
    const struct subhead_line *line = &f->lines.list.at[i];
    if (line->style == SUBHEAD_NO_STYLE)
        return false;
    const struct subhead_style *s = &group_of(f, i)->styles[line->style];
    if (line->why & WHY_LINKED)
        return true;
    if (line->why & WHY_LISTED && line->followed)
        return true;
    bool cover = f->lines.named >= LISTED_LEAST && head_of(f, i)->offset < f->lines.listed.first &&
                 f->lines.parts.list.at[line->part].kind == PART_DOCUMENT;
    if (cover && line->why == 0)
        return false; /* what is in front of the contents list is the cover */
    if (goes_on(f, i))
        return false;
    if (is_caption(f, i) && line->why == 0 && s->captions * 10 >= s->count * 8)
        return false;
    return s->good && !in_list(f, i) &&
           (is_common(f, line) || line->followed || line->why || s->count >= 3);
}

/* The title of the line, with that of the line below when it goes on there. */
static struct slice title_of(struct subheads_search *f, size_t i)
{
    struct arena *arena = &f->found->arena;
    struct slice title = subhead_words_title(head_of(f, i), f->scan->printed, arena);
    if (i + 1 >= f->lines.list.count || !goes_on(f, i + 1) ||
        title.len + head_of(f, i + 1)->title.len >= HEAD_BYTES)
        return title;
    struct buffer both = {0};
    buffer_add(&both, title);
    buffer_add_byte(&both, ' ');
    buffer_add(&both, head_of(f, i + 1)->title);
    struct slice copy = arena_copy(arena, buffer_slice(&both));
    buffer_deinit(&both);
    return copy;
}

static void add_sections(struct subheads_search *f)
{
    size_t part = SUBHEAD_NO_PART;
    for (size_t i = 0; i < f->lines.list.count; i++) {
        if (!is_heading(f, i))
            continue;
        const struct subhead_line *line = &f->lines.list.at[i];
        const struct head *head = head_of(f, i);
        int grade = grade_of(f, i, line->part != part);
        struct section *section = sections_add(f->found, NODE_HEADING, head, grade);
        part = line->part;
        section->title = title_of(f, i);
        section->found_by = line->why & WHY_LISTED  ? FOUND_CONTENTS
                            : line->why & WHY_TITLE ? FOUND_TITLE
                                                    : FOUND_HEADING;
        section->confidence = confidence(f, i);
        section->why = line->why | WHY_LOOKS;
        if (group_of(f, i)->styles[line->style].count > 2)
            section->why |= WHY_CLASS;
    }
}

static void make_groups(struct subheads_search *f)
{
    size_t groups = f->lines.parts.groups;
    f->groups = memory_alloc((groups + 1) * sizeof *f->groups);
    f->all = &f->groups[groups];
    give_styles(f);
}

struct subheads_search *subheads_begin(struct sections *found, const struct scan *scan,
                                       const struct nodes *nodes)
{
    struct subheads_search *f = memory_alloc(sizeof *f);
    f->scan = scan;
    f->found = found;
    f->nodes = nodes;
    return f;
}

bool subheads_step(struct subheads_search *f, size_t heads)
{
    if (f->scan->heads.list.count == 0)
        return true;
    switch (f->stage) {
    case PARTS:
        subhead_lines_init(&f->lines, f->found, f->scan, f->nodes);
        f->stage = LINES;
        return false;
    case LINES:
        f->stage = subhead_lines_step(&f->lines, heads) ? STYLES : LINES;
        return false;
    case STYLES:
        make_groups(f);
        f->stage = COUNTS;
        return false;
    case COUNTS:
        count_styles(f);
        for (size_t i = 0; i < f->lines.parts.groups; i++)
            subhead_styles_rank(&f->groups[i], f->scan->printed, f->scan->heads.body_size);
        f->stage = SECTIONS;
        return false;
    default:
        add_sections(f);
        return true;
    }
}

void subheads_end(struct subheads_search *f)
{
    if (!f)
        return;
    free(f->groups);
    if (f->stage != PARTS)
        subhead_lines_deinit(&f->lines);
    free(f);
}

void subheads_find(struct sections *found, const struct scan *scan, const struct nodes *nodes)
{
    struct subheads_search *f = subheads_begin(found, scan, nodes);
    while (!subheads_step(f, (size_t)-1))
        ;
    subheads_end(f);
}
