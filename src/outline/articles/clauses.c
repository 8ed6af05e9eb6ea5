/* SPDX-License-Identifier: MIT */
/* Finds the labelled lines of agreements. */
#include "outline/articles/clauses.h"

#include "outline/articles/clause_title.h"
#include "outline/items/line.h"

#include <string.h>

enum {
    SHORT_LINE = 50, /* a line of plain text that is not longer may be the last of its paragraph */
    CENTERED = 12,   /* columns before a line that is centred, in plain text */
    LABEL_BYTES = 64
};

void clauses_init(struct clauses *c, bool printed)
{
    memset(c, 0, sizeof *c);
    c->printed = printed;
    arena_init(&c->arena);
}

void clauses_deinit(struct clauses *c)
{
    array_deinit(&c->list);
    arena_deinit(&c->arena);
}

static size_t first_letter(struct slice s)
{
    size_t i = 0;
    while (i < s.len && byte_is_blank(s.at[i]))
        i++;
    return i;
}

/* What the line has by where it stands. */
static unsigned place_features(const struct clauses *c, const struct block *b, size_t start)
{
    unsigned features = 0;
    size_t until;
    bool top = !c->begun || b->page != c->page;
    bool joined = c->printed && b->blank == 0 && !top;
    bool apart = !joined || line_is_rule(c->above) || start > c->above_start + 2 || c->above_short;
    if (apart)
        features |= CLAUSE_GAP;
    if (top)
        features |= CLAUSE_PAGE_TOP;
    if (line_ends_open(c->above, joined) && (joined || top))
        features |= CLAUSE_OPEN;
    if (b->row != NULL || b->flags & SINK_TABLE)
        features |= CLAUSE_ROW;
    if (b->shape.heading > 0 ||
        block_style(b, start, &until) & (STYLE_BOLD | STYLE_UNDERLINE | STYLE_ITALIC))
        features |= CLAUSE_STYLED;
    if (c->printed ? start >= CENTERED : b->shape.align != ALIGN_LEFT)
        features |= CLAUSE_CENTER;
    const struct link *link = b->links;
    if (b->link_count > 0 && link->from <= start + LABEL_BYTES &&
        slice_starts(link->href, SLICE("#")))
        features |= CLAUSE_LINK;
    return features;
}

/* The label with copies of its slices. */
static struct article_label kept(struct clauses *c, const struct article_label *label)
{
    struct article_label copy = *label;
    struct buffer name;
    buffer_init(&name);
    line_fold_blanks(&name, label->name);
    copy.name = arena_copy(&c->arena, buffer_slice(&name));
    copy.printed = arena_copy(&c->arena, label->printed);
    buffer_deinit(&name);
    return copy;
}

/* "W I T N E S S E T H" as a word; other words as they are. */
static void add_joined(struct buffer *out, struct slice name)
{
    bool spaced = name.len > 2 && name.at[1] == ' ' && byte_is_letter(name.at[0]);
    for (size_t i = 0; i < name.len && spaced; i++)
        spaced = i % 2 == 0 || name.at[i] == ' ';
    for (size_t i = 0; i < name.len; i += spaced ? 2 : 1)
        buffer_add_byte(out, name.at[i]);
}

static void fill(struct clauses *c, struct clause *clause, const struct block *b,
                 const struct follow *after)
{
    const struct article_label *label = &clause->label;
    struct slice rest = slice_trim(slice_cut(b->text, label->end, b->text.len));
    struct buffer title;
    buffer_init(&title);
    unsigned bits = 0;
    if (label->word != WITNESS_WORD && label->word != OPENING_WORD)
        bits = clause_title(b, label, after, c->printed, &title);
    if (label->paragraph || (!(bits & CLAUSE_TITLED) && line_is_prose_rest(rest, label->separator)))
        clause->features |= CLAUSE_PROSE;
    if (bits & CLAUSE_NUMBERED)
        clause->features |= CLAUSE_PAGE_NUMBER;
    if (bits & CLAUSE_TITLED && bits & CLAUSE_TEXT)
        clause->features |= CLAUSE_RUN_IN;
    if (rest.len == 0 || (bits & CLAUSE_TITLED && !(bits & CLAUSE_TEXT)))
        clause->features |= CLAUSE_ALONE;
    if (line_has_continued(slice_cut(rest, 0, CLAUSE_BYTES)))
        clause->features |= CLAUSE_CONTINUED;
    size_t until;
    if (label->end < b->text.len &&
        block_style(b, label->end, &until) & (STYLE_BOLD | STYLE_UNDERLINE | STYLE_ITALIC))
        clause->features |= CLAUSE_STYLED;
    if (label->word == OPENING_WORD)
        add_joined(&title, label->name);
    clause->title = arena_copy(&c->arena, slice_cut(buffer_slice(&title), 0, CLAUSE_BYTES));
    buffer_deinit(&title);
}

static void try_clause(struct clauses *c, const struct block *b, size_t start,
                       const struct follow *after)
{
    struct article_label label;
    if (!article_label(b->text, start, &label) || c->list.count >= CLAUSES_MOST)
        return;
    unsigned features = place_features(c, b, start);
    if (label.word == NUMBER_ONLY && features & CLAUSE_OPEN)
        return;
    bool wide = label.end - start > label.printed.len + 1;
    if (article_label_is_bare(&label) &&
        (!(features & CLAUSE_GAP) || !(c->printed ? wide : (features & CLAUSE_STYLED) != 0)))
        return;
    struct clause *clause = array_add(&c->list);
    memset(clause, 0, sizeof *clause);
    clause->offset = block_source(b, start);
    clause->end = b->end;
    clause->text = c->text;
    clause->page = b->page;
    clause->features = features;
    clause->label = label;
    fill(c, clause, b, after);
    clause->label = kept(c, &label);
}

/* Keeps the end of a line that may go away. */
static void keep_above(struct clauses *c)
{
    struct slice end = c->above;
    if (end.len > sizeof c->above_room)
        end = slice_cut(end, end.len - sizeof c->above_room, end.len);
    if (end.len > 0)
        memmove(c->above_room, end.at, end.len);
    c->above = (struct slice){c->above_room, end.len};
}

void clauses_add(struct clauses *c, const struct block *blocks, size_t count,
                 const struct block *next, size_t next_count)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *b = &blocks[i];
        bool furniture = (b->flags & SINK_FURNITURE) != 0;
        size_t start = first_letter(b->text);
        if (!furniture && start < b->text.len &&
            article_label_may(b->text.at + start, b->text.len - start)) {
            struct follow after = {&blocks[i + 1], count - i - 1, next, next_count};
            try_clause(c, b, start, &after);
        }
        c->text += b->text.len - start + 1;
        if (!furniture) {
            c->above = b->text;
            c->above_start = start;
            c->above_short = b->text.len < SHORT_LINE;
            c->page = b->page;
            c->begun = true;
        }
    }
    keep_above(c);
}
