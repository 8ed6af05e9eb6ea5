/* SPDX-License-Identifier: MIT */
/* Finds sub-headings by their styles, learnt per document. */
#include "outline/subheads.h"

#include "base/memory.h"
#include "outline/line.h"
#include "outline/subhead_listed.h"
#include "outline/subhead_parts.h"
#include "outline/subhead_styles.h"
#include "outline/subhead_words.h"
#include "outline/title.h"

#include <stdlib.h>
#include <string.h>

enum {
    TITLE_BYTES = 120,    /* of a heading that is a sentence */
    COVER_MOST = 1 << 20, /* bytes of a cover with its markup */
    COLUMN_GAP = 3,       /* blanks in a line of plain text, more than one between words */
    ON_TOP = 40,          /* bytes between two heads that stand on top of each other */
    FIGURE_LINE = 150,    /* bytes of a line of a table, with its share of the table's head */
    LISTED_LEAST = 4,     /* lines that a contents list names, where there is one */
    REPEAT = 4,           /* lines back where the same one is looked for */
    ROW_RUN = 3           /* lines of one style with nothing between are a list */
};

/* A head that may be a sub-heading. */
struct line {
    size_t head;
    size_t part;
    size_t after;  /* bytes of text until the next head */
    unsigned why;  /* WHY_TITLE, WHY_LINKED, WHY_LISTED */
    uint8_t style; /* of its group, */
    uint8_t wide;  /* and of the document */
    bool followed; /* by text, or by a lower style */
    bool sentence;
    bool outer; /* behind notes that have ended without a node to say so */
};

struct finder {
    const struct scan *scan;
    struct sections *found;
    struct subhead_parts parts;
    struct subhead_listed listed;
    struct subhead_group *groups;
    struct subhead_group *all; /* the styles of the whole document */
    ARRAY(struct line) lines;
    size_t listed_lines; /* that contents lists name */
    struct buffer folded;
};

static const struct head *head_of(const struct finder *f, size_t line)
{
    return &f->scan->heads.list.at[f->lines.at[line].head];
}

static struct subhead_group *group_of(const struct finder *f, size_t line)
{
    return &f->groups[f->parts.list.at[f->lines.at[line].part].group];
}

/* Bytes of text between the line's title and the next line; tables count as text. */
static size_t text_after(const struct finder *f, size_t i)
{
    const struct head *head = head_of(f, i);
    size_t next = i + 1 < f->lines.count ? head_of(f, i + 1)->text : f->scan->heads.text;
    size_t own = head->text + head->title.len + 1;
    return next > own ? next - own : 0;
}

/* More small words than large ones, and some of them: the text of a sentence. */
static bool has_small_words(struct slice s)
{
    size_t words = 0, small = 0;
    for (size_t i = 0; i < s.len; i++)
        if (i == 0 || s.at[i - 1] == ' ') {
            words++;
            small += byte_is_lower(s.at[i]);
        }
    return small >= 3 && small * 2 > words;
}

/* Of a line of plain text that goes on behind a dash, what is in front of it. */
static struct slice before_dash(struct slice title)
{
    size_t dash = slice_find(title, SLICE(" -"));
    size_t next = dash + 2;
    while (next < title.len && (title.at[next] == '-' || title.at[next] == ' '))
        next++;
    return dash > 3 && next < title.len && line_letters_lower(title) > 0 &&
                   has_small_words(slice_cut(title, next, title.len))
               ? slice_cut(title, 0, dash)
               : title;
}

/* A line of plain text with wide gaps in it is one of columns. */
static bool has_columns(const struct head *head)
{
    return head->end - head->offset > head->title.len + COLUMN_GAP &&
           head->end - head->offset < 2 * TITLE_BYTES;
}

/* "SPRINGFIELD, Ill., May 3, 2024": what news begin with. */
static bool is_dateline(struct slice s)
{
    size_t digits = 0, commas = 0;
    for (size_t i = 0; i < s.len; i++) {
        digits += byte_is_digit(s.at[i]);
        commas += s.at[i] == ',';
    }
    return digits >= 5 && digits <= 6 && commas >= 1;
}

/* What a heading must look like where nothing else vouches for it. */
static bool stands_out(const struct finder *f, const struct head *head)
{
    unsigned set = head->set;
    bool alone = (head->features & HEAD_BLANK_ABOVE) != 0;
    struct slice front = f->scan->printed ? before_dash(head->title) : head->title;
    if (f->scan->printed)
        return alone && !has_small_words(front) && !has_columns(head) &&
               !slice_ends_nocase(head->title, SLICE(".")) && !(set & SET_RUN_IN) &&
               (set & (SET_CAPS | SET_UNDERLINE | SET_TITLE_CASE));
    if (set & SET_IN_ROW)
        return false;
    if (set & SET_RUN_IN)
        return !is_dateline(head->title) && set & (SET_BOLD | SET_ITALIC | SET_UNDERLINE);
    bool large = head->size > f->scan->heads.body_size + 1 && f->scan->heads.body_size > 0;
    return (set & (SET_BOLD | SET_UNDERLINE | SET_HEADING | SET_ITALIC)) || large ||
           (set & SET_CAPS && memchr(head->title.at, ' ', head->title.len));
}

/* What vouches for the title: WHY_... */
static unsigned vouch(struct finder *f, const struct head *head)
{
    bool whole;
    unsigned why = 0;
    buffer_clear(&f->folded);
    if (head->title.len > TITLE_BYTES || (head->set & SET_RUN_IN && head->title.len > 60))
        return 0;
    title_fold(&f->folded, head->title);
    struct slice folded = buffer_slice(&f->folded);
    if (catalog_section(folded, &whole) && whole)
        why |= WHY_TITLE;
    if (subhead_listed_has(&f->listed, folded))
        why |= head->features & HEAD_LINKED ? WHY_LINKED | WHY_LISTED : WHY_LISTED;
    return why;
}

/* The head at a part's very beginning: its own title. */
static const struct head *title_of(const struct finder *f, size_t part)
{
    const struct heads *h = &f->scan->heads;
    size_t at = heads_at(h, f->parts.list.at[part].offset);
    bool own = at < h->list.count && h->list.at[at].offset == f->parts.list.at[part].offset;
    return own ? &h->list.at[at] : NULL;
}

/* True when the head is set larger than the title of the note it stands in, so that the notes are
 * over here. */
static bool ends_notes(const struct finder *f, const struct head *head, size_t part)
{
    const struct head *note = title_of(f, part);
    return note && f->parts.list.at[part].kind == PART_NOTE && head->size > note->size &&
           note->size > 0 && !(head->set & SET_RUN_IN);
}

static bool is_open(const struct head *head, const struct subhead_part *part)
{
    enum {
        NEVER = HEAD_MID_SENTENCE | HEAD_FURNITURE | HEAD_CONTINUED | HEAD_PAGE_NUMBER | HEAD_LINK |
                HEAD_TABLE
    };
    return part->kind != PART_CLOSED && !(head->features & NEVER) && head->offset > part->offset &&
           !slice_ends_nocase(head->title, SLICE(":")) && subhead_words_fit(head->title);
}

/* Takes the heads that can be sub-headings at all. */
static void take_lines(struct finder *f)
{
    const struct heads *h = &f->scan->heads;
    size_t part = 0, own = 0; /* the part by place, and the one whose headings are looked for */
    for (size_t i = 0; i < h->list.count; i++) {
        const struct head *head = &h->list.at[i];
        for (; part + 1 < f->parts.list.count && f->parts.list.at[part + 1].offset <= head->offset;
             own = part)
            part++;
        if (!is_open(head, &f->parts.list.at[own]))
            continue;
        struct line line = {.head = i, .part = own};
        line.why = vouch(f, head);
        f->listed_lines += (line.why & WHY_LISTED) != 0;
        if (line.why == 0 && subhead_listed_on_cover(&f->listed, buffer_slice(&f->folded)))
            continue;
        line.sentence = head->features & HEAD_SENTENCE || subhead_words_sentence(head->title);
        if (!stands_out(f, head) && !(line.why & (WHY_LINKED | WHY_LISTED)))
            continue;
        if (ends_notes(f, head, own) && f->parts.list.at[own].around != SUBHEAD_NO_PART)
            line.part = own = f->parts.list.at[own].around;
        line.outer = own != part;
        array_push(&f->lines, line);
    }
}

static bool is_risk_title(struct slice title)
{
    return slice_find_nocase(title, SLICE("risk")) < title.len;
}

/* Sentences are headings among risk factors only: takes the others out. */
static void drop_sentences(struct finder *f)
{
    size_t kept = 0, part = (size_t)-1;
    bool risks = false;
    unsigned set = 0;
    uint8_t size = 0;
    for (size_t i = 0; i < f->lines.count; i++) {
        struct line line = f->lines.at[i];
        const struct head *head = head_of(f, i);
        unsigned own = head->set & ~(unsigned)SET_TITLE_CASE;
        if (line.part != part) {
            part = line.part;
            risks = f->parts.list.at[part].risks;
            set = 0;
        }
        if (!line.sentence) {
            bool title = is_risk_title(head->title);
            if (title && !risks) {
                risks = true;
                set = own;
                size = head->size;
            } else if (risks && set && own == set && size == head->size && !title) {
                risks = false;
            }
        } else if (!risks && line.why == 0) {
            continue;
        }
        f->lines.at[kept++] = line;
    }
    f->lines.count = kept;
}

static bool is_adjacent(const struct finder *f, size_t i)
{
    return i + 1 < f->lines.count && f->lines.at[i].part == f->lines.at[i + 1].part &&
           f->lines.at[i].after < ON_TOP &&
           head_of(f, i + 1)->text - head_of(f, i)->text < ON_TOP + HEAD_BYTES;
}

/* True when only a table follows: figures, but hardly more text than these need. */
static bool is_caption(const struct finder *f, size_t i)
{
    const struct head *head = head_of(f, i);
    return (head->set & SET_CENTER || f->scan->printed) && head->figures > 0 &&
           f->lines.at[i].after < (size_t)head->figures * FIGURE_LINE + SUBHEAD_BODY;
}

/* Takes out lines that come again right behind themselves: the heads of pages. */
static void drop_repeated(struct finder *f)
{
    size_t kept = 0;
    for (size_t i = 0; i < f->lines.count; i++) {
        struct line line = f->lines.at[i];
        bool again = false;
        for (size_t j = kept; j > 0 && j + REPEAT > kept && !again; j--)
            again = slice_equal(head_of(f, i)->title, head_of(f, j - 1)->title) &&
                    head_of(f, i)->set == head_of(f, j - 1)->set &&
                    (head_of(f, i)->features & HEAD_PAGE_TOP) &&
                    f->lines.at[j - 1].part == line.part;
        if (!again)
            f->lines.at[kept++] = line;
    }
    f->lines.count = kept;
}

/* Gives each line its style; the lines that contents lists name get one apart where they rank above
 * others that are set alike. */
static void give_styles(struct finder *f)
{
    for (size_t i = 0; i < f->lines.count; i++) {
        f->lines.at[i].after = text_after(f, i);
        f->lines.at[i].style =
            subhead_style_of(group_of(f, i), head_of(f, i), f->scan->heads.body_size);
    }
    for (size_t i = 0; i < f->lines.count; i++) {
        const struct line *line = &f->lines.at[i];
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
    for (size_t i = 0; i < f->lines.count; i++)
        if (f->lines.at[i].why & WHY_LISTED && f->lines.at[i].style != SUBHEAD_NO_STYLE)
            f->lines.at[i].style = subhead_style_listed(group_of(f, i), f->lines.at[i].style);
    for (size_t i = 0; i < f->parts.groups; i++)
        for (size_t k = 0; k < f->groups[i].count; k++)
            f->groups[i].styles[k].count = 0;
}

/* Counts for each style what follows its lines. */
static void count_styles(struct finder *f)
{
    size_t body = f->scan->heads.body_size;
    for (size_t i = 0; i < f->lines.count; i++) {
        struct line *line = &f->lines.at[i];
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
static bool in_list(const struct finder *f, size_t i)
{
    const struct subhead_style *s = &group_of(f, i)->styles[f->lines.at[i].style];
    size_t most = s->count >= 8 && s->followed * 10 >= s->count * 7 ? ROW_RUN + 1 : ROW_RUN;
    size_t run = 1;
    for (size_t j = i;
         run < most && is_adjacent(f, j) && f->lines.at[j + 1].style == f->lines.at[i].style; j++)
        run++;
    for (size_t j = i; run < most && j > 0 && is_adjacent(f, j - 1) &&
                       f->lines.at[j - 1].style == f->lines.at[i].style;
         j--)
        run++;
    return run >= most;
}

/* True when the line's style is one that the document uses for headings in many places. */
static bool is_common(const struct finder *f, const struct line *line)
{
    if (line->wide == SUBHEAD_NO_STYLE)
        return false;
    const struct subhead_style *s = &f->all->styles[line->wide];
    return s->count >= 8 && s->followed * 10 >= s->count * 8;
}

/* The second of two centred lines of one style: the first goes on in it. */
static bool goes_on(const struct finder *f, size_t i)
{
    return i > 0 && is_adjacent(f, i - 1) && f->lines.at[i - 1].style == f->lines.at[i].style &&
           head_of(f, i)->block == head_of(f, i - 1)->block + 1 &&
           (head_of(f, i)->set & SET_CENTER) && f->lines.at[i].why == 0;
}

static double confidence(const struct finder *f, size_t i)
{
    const struct line *line = &f->lines.at[i];
    const struct subhead_style *s = &group_of(f, i)->styles[line->style];
    const struct head *head = head_of(f, i);
    double c = 0.62;
    c += s->count >= 3 ? 0.18 : is_common(f, line) ? 0.16 : s->count == 2 ? 0.1 : 0;
    c += s->count > 1 && s->followed * 10 >= s->count * 8 ? 0.08 : 0;
    c += line->followed && (s->count >= 5 || is_common(f, line)) ? 0.05 : 0;
    c += line->followed ? 0.06 : -0.1;
    c += line->why & WHY_TITLE ? 0.15 : 0;
    c += line->why & WHY_LISTED ? 0.25 : 0;
    c += line->why & WHY_LINKED ? 0.1 : 0;
    c += head->set & (SET_BOLD | SET_HEADING | SET_UNDERLINE) ? 0.04 : 0;
    c -= head->set & SET_IN_ROW ? 0.1 : 0;
    c -= head->set & SET_RUN_IN && s->count < 4 ? 0.1 : 0;
    return c > 0.98 ? 0.98 : c;
}

static int grade_of(const struct finder *f, size_t i)
{
    const struct subhead_part *part = &f->parts.list.at[f->lines.at[i].part];
    int rank = group_of(f, i)->styles[f->lines.at[i].style].rank;
    if (part->kind == PART_DOCUMENT || f->lines.at[i].outer)
        return rank == 0 ? GRADE_GROUP : GRADE_HEADING + (rank > 3 ? 2 : rank - 1);
    return GRADE_HEADING + (rank > 3 ? 3 : rank);
}

static struct slice short_title(struct slice title, bool printed)
{
    if (printed)
        title = before_dash(title);
    if (title.len <= TITLE_BYTES)
        return title;
    size_t cut = TITLE_BYTES;
    while (cut > TITLE_BYTES / 2 && title.at[cut] != ' ')
        cut--;
    return slice_trim(slice_cut(title, 0, cut));
}

static bool is_heading(const struct finder *f, size_t i)
{
    const struct line *line = &f->lines.at[i];
    if (line->style == SUBHEAD_NO_STYLE)
        return false;
    const struct subhead_style *s = &group_of(f, i)->styles[line->style];
    if (line->why & WHY_LINKED)
        return true;
    if (line->why & WHY_LISTED && line->followed)
        return true;
    bool cover = f->listed_lines >= LISTED_LEAST && head_of(f, i)->offset < f->listed.first &&
                 f->parts.list.at[line->part].kind == PART_DOCUMENT;
    if (cover && line->why == 0)
        return false; /* what is in front of the contents list is the cover */
    if (goes_on(f, i))
        return false;
    if (is_caption(f, i) && line->why == 0 && s->captions * 10 >= s->count * 8)
        return false;
    return s->good && !in_list(f, i) && (line->followed || line->why || s->count >= 3);
}

static void add_sections(struct finder *f)
{
    for (size_t i = 0; i < f->lines.count; i++) {
        if (!is_heading(f, i))
            continue;
        const struct line *line = &f->lines.at[i];
        const struct head *head = head_of(f, i);
        struct section *section = sections_add(f->found, NODE_HEADING, head, grade_of(f, i));
        section->title = short_title(head->title, f->scan->printed);
        section->found_by = line->why & WHY_LISTED  ? FOUND_CONTENTS
                            : line->why & WHY_TITLE ? FOUND_TITLE
                                                    : FOUND_HEADING;
        section->confidence = confidence(f, i);
        section->why = line->why | WHY_LOOKS;
        if (group_of(f, i)->styles[line->style].count > 2)
            section->why |= WHY_CLASS;
    }
}

/* Where the cover ends; 0 when there is none. */
static size_t cover_end(const struct nodes *nodes)
{
    const struct node *first = nodes->list.at;
    bool cover = nodes->list.count > 1 && first->kind == NODE_COVER && first->length < COVER_MOST;
    return cover ? first->offset + first->length : 0;
}

void subheads_find(struct sections *found, const struct scan *scan, const struct nodes *nodes)
{
    struct finder f = {.scan = scan, .found = found};
    if (scan->heads.list.count == 0)
        return;
    subhead_parts_init(&f.parts, found, scan, nodes);
    subhead_listed_init(&f.listed, scan, cover_end(nodes));
    f.groups = memory_alloc((f.parts.groups + 1) * sizeof *f.groups);
    f.all = &f.groups[f.parts.groups];
    take_lines(&f);
    drop_sentences(&f);
    drop_repeated(&f);
    give_styles(&f);
    count_styles(&f);
    for (size_t i = 0; i < f.parts.groups; i++)
        subhead_styles_rank(&f.groups[i], scan->printed, scan->heads.body_size);
    add_sections(&f);
    free(f.groups);
    array_deinit(&f.lines);
    buffer_deinit(&f.folded);
    subhead_listed_deinit(&f.listed);
    subhead_parts_deinit(&f.parts);
}
