/* SPDX-License-Identifier: MIT */
/* Collects the lines that stand out. */
#include "outline/heads/heads.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "model/wording.h"
#include "outline/heads/head_set.h"
#include "outline/items/line.h"
#include "outline/heads/links.h"

#include <stdlib.h>
#include <string.h>

enum {
    SIZES = 64,         /* points that are counted apart */
    ABOVE = 96,         /* bytes kept of the line above */
    FIGURES_BELOW = 60, /* blocks below a head whose figures are counted */
    STACKED = 3,        /* blocks between two heads that stand one above the other */
    STACK = 8,          /* heads of one stack */
    UNITS_BELOW = 4,    /* blocks below a head where units are looked for */
    TITLE_LINES = 4,    /* of a heading in plain text */
    SLOTS = 8192,       /* of the table of classes: twice the classes at least */
    CLASSES_MOST = 4000,
    INDENT_STEP = 4
};

struct heads_state {
    char above_room[ABOVE]; /* holds the end of the line above */
    struct slice above;
    uint32_t page; /* of the last line */
    bool begun;
    size_t sizes[SIZES]; /* letters of each size */
    size_t stack;        /* the first head of the stack that stands last */
    size_t table_head;   /* the first head of the table that the last line was in */
    const void *table;   /* that table */
    bool in_table, table_figures;
    size_t joined;         /* lines of plain text that belong to the head above */
    uint32_t slots[SLOTS]; /* of classes, by how they are set: index + 1 */
};

void heads_init(struct heads *h, bool printed)
{
    memset(h, 0, sizeof *h);
    arena_init(&h->arena);
    h->printed = printed;
    h->state = memory_alloc(sizeof *h->state);
}

void heads_deinit(struct heads *h)
{
    array_deinit(&h->list);
    array_deinit(&h->classes);
    arena_deinit(&h->arena);
    free(h->state);
    h->state = NULL;
}

/* A line of plain text with a figure at its end. */
static bool printed_figures(struct slice s)
{
    size_t end = s.len;
    while (end > 0 &&
           (byte_is_blank(s.at[end - 1]) || s.at[end - 1] == ')' || s.at[end - 1] == '%'))
        end--;
    size_t at = end;
    while (at > 0 && (byte_is_digit(s.at[at - 1]) || s.at[at - 1] == ',' || s.at[at - 1] == '.'))
        at--;
    while (at > 0 && (s.at[at - 1] == '$' || s.at[at - 1] == '('))
        at--;
    return end > at && end - at >= 1 && byte_is_digit(s.at[end - 1]) && at >= 2 &&
           byte_is_blank(s.at[at - 1]) && byte_is_blank(s.at[at - 2]);
}

static bool has_figures(const struct heads *h, const struct block *b)
{
    if (h->printed)
        return printed_figures(b->text);
    if (!b->row)
        return false;
    for (size_t i = 0; i < b->row->count; i++)
        if (b->row->cells[i].flags & CELL_NUMBER)
            return true;
    return false;
}

/* Follows which table the line is in, and whether it has figures. */
static void follow_table(struct heads *h, const struct block *b, bool figures)
{
    struct heads_state *s = h->state;
    const void *table = b->row ? (const void *)b->row->table : NULL;
    bool in = table != NULL || (h->printed && (b->flags & SINK_TABLE));
    if (in != s->in_table || table != s->table) {
        s->table_head = h->list.count;
        s->table_figures = false;
    }
    s->in_table = in;
    s->table = table;
    if (!in || !figures || s->table_figures)
        return;
    s->table_figures = true;
    for (size_t i = s->table_head; i < h->list.count; i++)
        h->list.at[i].features |= HEAD_TABLE;
}

static void count_figures(struct heads *h)
{
    struct heads_state *s = h->state;
    if (h->list.count == 0)
        return;
    size_t last = s->in_table && s->table_head > s->stack ? s->table_head : h->list.count;
    for (size_t i = s->stack; i < last && i < s->stack + STACK; i++) {
        struct head *head = &h->list.at[i];
        if (h->blocks - head->block <= FIGURES_BELOW && head->figures < UINT16_MAX)
            head->figures++;
    }
}

/* A cheap test: without a digit or a bracket few lines name units or a period. */
static bool may_be_units(struct slice text)
{
    bool digit = false;
    for (size_t i = 0; i < text.len && !digit; i++)
        digit = byte_is_digit(text.at[i]);
    return text.len > 0 &&
           (digit || text.at[0] == '(' || memmem(text.at, text.len, "illions", 7) != NULL ||
            memmem(text.at, text.len, "ousands", 7) != NULL);
}

/* Units or a period right below the heads of the stack. */
static void note_units(struct heads *h, const struct block *b)
{
    struct heads_state *s = h->state;
    const struct head *last = h->list.count > 0 ? &h->list.at[h->list.count - 1] : NULL;
    if (!last || b->text.len > 160 || h->blocks - last->block > UNITS_BELOW ||
        (last->features & (HEAD_UNITS | HEAD_TABLE)))
        return;
    struct slice text = slice_trim(b->text);
    if (!may_be_units(text) || (!wording_is_unit_note(text) && !wording_names_time(text)))
        return;
    size_t from = h->list.count > s->stack + STACK ? h->list.count - STACK : s->stack;
    for (size_t i = from; i < h->list.count; i++)
        h->list.at[i].features |= HEAD_UNITS;
}

/* True when the text ends, or goes on, as sentences do. */
static bool is_sentence(struct slice s)
{
    size_t words = 0, stops = 0;
    for (size_t i = 0; i < s.len; i++) {
        words += byte_is_blank(s.at[i]);
        stops += s.at[i] == '.' && i + 2 < s.len && byte_is_blank(s.at[i + 1]) &&
                 byte_is_upper(s.at[i + 2]) && i > 3;
    }
    return (words >= 5 && s.len > 0 && (s.at[s.len - 1] == '.' || s.at[s.len - 1] == ';')) ||
           (words >= 8 && stops > 0);
}

static bool is_link(const struct block *b, size_t at)
{
    const struct link *link = b->links;
    return b->link_count > 0 && link->from <= at && at < link->to &&
           slice_starts(link->href, SLICE("#"));
}

static unsigned features_of(const struct heads *h, const struct block *b, size_t from)
{
    const struct heads_state *s = h->state;
    unsigned features = 0;
    bool page_top = !s->begun || b->page != s->page;
    bool open = line_ends_open(s->above, b->blank == 0 && !page_top);
    if (page_top || b->blank > 0 || line_is_rule(s->above) || !h->printed)
        features |= HEAD_BLANK_ABOVE;
    if (page_top)
        features |= HEAD_PAGE_TOP;
    if (open && (b->blank == 0 || page_top))
        features |= HEAD_MID_SENTENCE;
    if (b->flags & SINK_FURNITURE)
        features |= HEAD_FURNITURE;
    if (is_link(b, from))
        features |= HEAD_LINK;
    if (s->in_table && s->table_figures)
        features |= HEAD_TABLE;
    return features;
}

/* The head's text: its stop and page number cut, the lines of plain text that belong to it added.
 */
static void make_title(struct heads *h, struct head *head, struct slice text,
                       const struct block *below, size_t below_count)
{
    struct buffer title = {0};
    size_t cut = line_page_number(text);
    if (cut < text.len && cut > 0 && !(head->set & SET_RUN_IN)) {
        head->features |= HEAD_PAGE_NUMBER;
        text = slice_cut(text, 0, cut);
    }
    line_fold_blanks(&title, text);
    for (size_t i = 0; h->printed && i < below_count && i + 1 < TITLE_LINES; i++) {
        struct slice line = slice_trim(below[i].text);
        bool last = i + 1 >= below_count || below[i + 1].blank > 0;
        bool goes_on = below[i].blank == 0 && below[i].page == head->page &&
                       (head->set & SET_CAPS
                            ? line_is_caps(line)
                            : (head->set & SET_TITLE_CASE) && last && line_is_heading_case(line)) &&
                       !head_set_labelled(line) && !line_is_rule(line) &&
                       !printed_figures(below[i].text) && !wording_is_unit_note(line) &&
                       title.len + line.len < HEAD_BYTES;
        if (!goes_on)
            break;
        buffer_add_byte(&title, ' ');
        line_fold_blanks(&title, line);
        h->state->joined++;
    }
    struct slice s = slice_trim(buffer_slice(&title));
    while ((head->set & SET_RUN_IN) && s.len > 0 && strchr(".:-", s.at[s.len - 1]))
        s = slice_trim(slice_cut(s, 0, s.len - 1));
    head->title = arena_copy(&h->arena, s);
    if (line_has_continued(s))
        head->features |= HEAD_CONTINUED;
    if (is_sentence(s))
        head->features |= HEAD_SENTENCE;
    buffer_deinit(&title);
}

static void add_head(struct heads *h, const struct block *b, const struct head_set *set,
                     const struct block *below, size_t below_count)
{
    struct heads_state *s = h->state;
    bool stacked = h->list.count > 0 && h->blocks - h->list.at[h->list.count - 1].block <= STACKED;
    struct head *head = array_add(&h->list);
    memset(head, 0, sizeof *head);
    head->offset = block_source(b, set->from);
    head->end = b->end;
    head->text = h->text;
    head->block = h->blocks;
    head->page = b->page;
    head->set = (uint16_t)set->set;
    head->indent = b->row       ? 0
                   : h->printed ? (uint8_t)(set->from < 255 ? set->from : 255)
                                : b->shape.indent;
    head->size = b->shape.size;
    head->features = features_of(h, b, set->from);
    make_title(h, head, slice_cut(b->text, set->from, set->end), below, below_count);
    if (!stacked && !(head->features & HEAD_TABLE))
        s->stack = h->list.count - 1;
}

static void keep_above(struct heads *h)
{
    struct heads_state *s = h->state;
    struct slice end = s->above;
    if (end.len > sizeof s->above_room)
        end = slice_cut(end, end.len - sizeof s->above_room, end.len);
    if (end.len > 0)
        memmove(s->above_room, end.at, end.len);
    s->above = (struct slice){s->above_room, end.len};
}

/* Looks at one block; `below` are those behind it. */
static void take(struct heads *h, const struct block *b, const struct block *below,
                 size_t below_count)
{
    struct heads_state *s = h->state;
    struct head_set set;
    bool figures = has_figures(h, b);
    follow_table(h, b, figures);
    if (figures)
        count_figures(h);
    else
        note_units(h, b);
    if (s->joined > 0)
        s->joined--;
    else if (!figures && h->list.count < HEADS_MOST && !(b->flags & SINK_RULE) &&
             (h->printed ? head_set_printed(b, below, below_count, &set)
                         : head_set_markup(b, h->body_size, &set)))
        add_head(h, b, &set, below, below_count);
    size_t letters = b->text.len;
    if (!h->printed && b->shape.size < SIZES && !b->row) {
        s->sizes[b->shape.size] += letters;
        if (s->sizes[b->shape.size] > s->sizes[h->body_size])
            h->body_size = b->shape.size;
    }
}

void heads_add(struct heads *h, const struct block *blocks, size_t count, const struct block *next,
               size_t next_count)
{
    struct heads_state *s = h->state;
    for (size_t i = 0; i < count; i++) {
        const struct block *b = &blocks[i];
        const struct block *below = i + 1 < count ? b + 1 : next;
        size_t start = 0;
        while (start < b->text.len && b->text.at[start] == ' ')
            start++;
        if (start < b->text.len)
            take(h, b, below, i + 1 < count ? count - i - 1 : next_count);
        h->text += b->text.len - start + 1;
        h->blocks++;
        if (!(b->flags & SINK_FURNITURE)) {
            s->above = b->text;
            s->page = b->page;
            s->begun = true;
        }
    }
    keep_above(h);
}

/* The class of heads that are set so; made when there is none. Title case is no matter of style. */
static uint32_t class_of(struct heads *h, const struct head *head)
{
    uint16_t set = (uint16_t)(head->set & ~(unsigned)SET_TITLE_CASE);
    uint8_t indent = head->set & SET_CENTER ? 0 : head->indent / INDENT_STEP;
    uint32_t key = ((uint32_t)set << 16) ^ ((uint32_t)indent << 8) ^ head->size;
    uint32_t slot = (key * 2654435761u >> 16) % SLOTS;
    for (; h->state->slots[slot]; slot = (slot + 1) % SLOTS) {
        const struct head_class *c = &h->classes.at[h->state->slots[slot] - 1];
        if (c->set == set && c->indent == indent && c->size == head->size)
            return h->state->slots[slot] - 1;
    }
    if (h->classes.count >= CLASSES_MOST)
        return 0;
    struct head_class made = {.set = set, .indent = indent, .size = head->size};
    array_push(&h->classes, made);
    h->state->slots[slot] = (uint32_t)h->classes.count;
    return (uint32_t)(h->classes.count - 1);
}

/* Marks the heads that a link of the document leads to: to them, or right in front of them. */
static void mark_linked(struct heads *h, const struct links *links)
{
    for (size_t i = 0; i < links->list.count; i++) {
        size_t target = links->list.at[i].target;
        size_t at = target == LINKS_NONE ? h->list.count : heads_at(h, target);
        if (at + 1 < h->list.count && h->list.at[at].features & HEAD_FURNITURE)
            at++; /* the running head of the page that the heading is on top of */
        if (at < h->list.count && h->list.at[at].offset - target < 2000)
            h->list.at[at].features |= HEAD_LINKED;
    }
}

void heads_finish(struct heads *h, const struct links *links)
{
    for (size_t i = 0; i < h->list.count; i++) {
        struct head *head = &h->list.at[i];
        head->class = class_of(h, head);
        if (head->features & (HEAD_FURNITURE | HEAD_CONTINUED))
            continue;
        h->classes.at[head->class].count++;
        h->classes.at[head->class].letters += head->title.len;
    }
    mark_linked(h, links);
}

size_t heads_at(const struct heads *h, size_t offset)
{
    size_t low = 0, high = h->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (h->list.at[middle].offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
