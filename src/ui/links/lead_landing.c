/* SPDX-License-Identifier: MIT */
/* Moves leads on to the headings that they are for. */
#include "ui/links/lead_landing.h"

#include "outline/items/line.h"
#include "outline/items/title.h"

enum {
    REACH_BYTES = 6000, /* between a name for links and its heading: markup is long */
    NEAR_NODES = 3      /* that are compared with the words */
};

/* The words are the title, the label, or both: "Note 5. Debt". Items of two Parts have one label.
 */
static bool is_named(const struct node *node, struct slice words)
{
    struct buffer title = {0}, label = {0};
    title_fold(&title, node->title);
    title_fold(&label, node->label);
    struct slice known = buffer_slice(&label);
    bool labelled = known.len > 3 && slice_starts(words, known) &&
                    (words.len == known.len || words.at[known.len] == ' ');
    if (labelled)
        words = slice_trim(slice_cut(words, known.len, words.len));
    bool same = (labelled && words.len == 0) ||
                (title.len > 3 && title_match_folded(words, buffer_slice(&title)) >= 0.9);
    buffer_deinit(&title);
    buffer_deinit(&label);
    return same;
}

/* The first near node that the words of the lead name, or count. */
static size_t find_named(const struct lead *lead, const struct reference_map *map, size_t next)
{
    size_t found = map->count;
    struct buffer words = {0};
    title_fold(&words, lead->text);
    bool there = lead->node < map->count && is_named(&map->nodes[lead->node], buffer_slice(&words));
    for (size_t i = next; !there && i < map->count && i < next + NEAR_NODES &&
                          map->nodes[i].offset - lead->place < REACH_BYTES;
         i++) {
        if (is_named(&map->nodes[i], buffer_slice(&words))) {
            found = i;
            break;
        }
    }
    buffer_deinit(&words);
    return found;
}

/* Whether the block has words in [from, to) that are read. */
static bool has_words(const struct block *b, size_t from, size_t to)
{
    if (b->end <= from || b->offset >= to || b->flags & (SINK_FURNITURE | SINK_RULE | SINK_MADE) ||
        slice_starts(slice_trim(b->text), SLICE("[image")))
        return false;
    size_t end = to < b->end ? block_text_at(b, to) : b->text.len;
    for (size_t i = from > b->offset ? block_text_at(b, from) : 0; i < end; i++)
        if (line_is_alnum(b->text.at[i]))
            return true;
    return false;
}

static bool is_empty(struct content *c, size_t from, size_t to)
{
    size_t last = content_segment_at(c, to);
    for (size_t s = content_segment_at(c, from); s <= last; s++) {
        struct segment seg;
        bool words = false;
        if (!content_walk(c, s, &seg))
            return false;
        for (size_t i = 0; i < seg.count && seg.blocks[i].offset < to && !words; i++)
            words = has_words(&seg.blocks[i], from, to);
        segment_deinit(&seg);
        if (words)
            return false;
    }
    return true;
}

void lead_landing(struct lead *lead, struct content *c, const struct reference_map *map)
{
    /* A page is gone to as a whole, and so is a document. */
    if (lead->node >= map->count ||
        (lead->kind != LEAD_CONTENTS && lead->kind != LEAD_LINK && lead->kind != LEAD_REFERENCE))
        return;
    size_t next = reference_region_node(map, lead->place);
    size_t found = find_named(lead, map, next);
    if (found == map->count && map->nodes[lead->node].offset > lead->place)
        found = lead->node;
    if (found == map->count && next < map->count && map->nodes[next].offset > lead->place &&
        map->nodes[next].offset - lead->place < REACH_BYTES &&
        is_empty(c, lead->place, map->nodes[next].offset))
        found = next;
    if (found == map->count)
        return;
    lead->node = found;
    lead->place = map->nodes[found].offset;
}
