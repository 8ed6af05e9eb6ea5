/* SPDX-License-Identifier: MIT */
/* Finds where the rows of lists lead. */
#include "ui/links/list_leads.h"

#include "model/content.h"
#include "outline/items/line.h"
#include "outline/items/title.h"
#include "outline/node_words.h"

enum {
    TITLE_NODES = 60, /* on the page of a row that are compared with its title */
    PAGE_REACH = 20000
};

static void lead_to(struct lead *lead, const struct reference *ref)
{
    lead->document = ref->document;
    lead->node = ref->node;
    lead->place = ref->place;
    lead->reason = ref->reason;
}

/* The place is none of the row itself. */
static bool is_elsewhere(const struct lead_reader *r, const struct block *b,
                         const struct reference *ref)
{
    return ref->document != LEAD_NOWHERE &&
           (ref->document != r->document->index || ref->place < b->offset || ref->place >= b->end);
}

/* Where the first of its links leads that leads into the filing. */
static bool by_link(struct lead_reader *r, const struct block *b, struct reference *ref)
{
    for (size_t i = 0; i < b->link_count; i++) {
        struct slice words = slice_cut(b->text, b->links[i].from, b->links[i].to);
        if (reference_reader_link(r->references, b->links[i].href, words, &r->said, ref) &&
            is_elsewhere(r, b, ref))
            return true;
    }
    return false;
}

static bool read_at(struct lead_reader *r, const struct block *b, struct slice text,
                    struct reference *ref)
{
    struct reference_label label;
    return reference_label_read(text, 0, &label) &&
           reference_reader_label(r->references, text, &label, b->offset, ref) &&
           is_elsewhere(r, b, ref);
}

/* Where its label leads: "Item 7", "ARTICLE IV"; "4.02" alone is a section's. */
static bool by_label(struct lead_reader *r, const struct block *b, struct reference *ref)
{
    struct slice text = buffer_slice(&r->text.text);
    size_t at = 0;
    while (at < text.len && !line_is_alnum(text.at[at]))
        at++;
    text = slice_cut(text, at, text.len);
    if (read_at(r, b, text, ref))
        return true;
    size_t digits = 0;
    while (digits < text.len && (byte_is_digit(text.at[digits]) || text.at[digits] == '.'))
        digits++;
    if (digits < 3 || digits > 8 ||
        slice_find(slice_cut(text, 0, digits), SLICE(".")) >= digits - 1)
        return false;
    struct buffer words = {0};
    buffer_add_text(&words, "Section ");
    buffer_add(&words, slice_cut(text, 0, digits));
    bool found = read_at(r, b, buffer_slice(&words), ref);
    buffer_deinit(&words);
    return found;
}

/* The node from the page's beginning on that has the title of the row, if one does. */
static void find_title(const struct lead_reader *r, struct slice title, struct reference *ref)
{
    /* A page may begin with the end of another part. */
    ref->node = LEAD_NOWHERE;
    const struct reference_map *map = reference_reader_map(r->references);
    struct buffer text = {0};
    title_fold(&text, title);
    size_t first = reference_region_node(map, ref->place);
    for (size_t i = first; i < map->count && i < first + TITLE_NODES && text.len > 3 &&
                           map->nodes[i].offset < ref->place + PAGE_REACH;
         i++) {
        struct buffer known = {0};
        title_fold(&known, map->nodes[i].title);
        bool same = known.len > 3 &&
                    (title_match_folded(buffer_slice(&text), buffer_slice(&known)) >= 0.9 ||
                     slice_starts(buffer_slice(&text), buffer_slice(&known)));
        buffer_deinit(&known);
        if (same) {
            ref->node = i;
            ref->place = map->nodes[i].offset;
            break;
        }
    }
    buffer_deinit(&text);
}

/* Where the page leads that ends the row. A number alone ends rows of figures too: in the text it
 * counts only behind dots, or with the letter of its pages. */
static bool by_page(struct lead_reader *r, const struct block *b, bool listed,
                    struct reference *ref)
{
    size_t gap = line_page_number(b->text);
    if (gap == b->text.len)
        return false;
    struct slice number = slice_trim(slice_cut(b->text, gap, b->text.len));
    bool dots = slice_starts(number, SLICE("..")) || slice_starts(number, SLICE(". ."));
    while (number.len > 0 && (!line_is_alnum(number.at[0])))
        number = slice_cut(number, 1, number.len);
    bool lettered = number.len > 0 && byte_is_upper(number.at[0]) && line_byte(number, 1) == '-';
    if (!listed && !dots && !lettered)
        return false;
    struct buffer words = {0};
    if (!slice_starts_nocase(number, SLICE("page")))
        buffer_add_text(&words, "page ");
    buffer_add(&words, number);
    bool found = read_at(r, b, buffer_slice(&words), ref);
    buffer_deinit(&words);
    if (found)
        find_title(r, slice_cut(b->text, 0, gap), ref);
    return found;
}

/* From the first letter of the row to the end of its title. */
static struct lead *add_row(struct leads *out, enum lead_kind kind, const struct block *b,
                            size_t from)
{
    size_t to = line_page_number(b->text);
    if (to <= from)
        to = b->text.len;
    while (to > from && (byte_is_blank(b->text.at[to - 1]) || b->text.at[to - 1] == '.'))
        to--;
    while (from < to && byte_is_blank(b->text.at[from]))
        from++;
    if (from >= to)
        return NULL;
    struct lead *lead = leads_add(out, kind, block_source(b, from), block_source(b, to - 1) + 1);
    struct buffer text = {0};
    line_fold_blanks(&text, slice_cut(b->text, from, to));
    lead->text = arena_copy(&out->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return lead;
}

static bool read_contents_row(struct lead_reader *r, const struct block *b, bool listed,
                              struct leads *out)
{
    struct reference ref;
    reference_text_read(&r->text, b, 1);
    bool found = (b->link_count > 0 && by_link(r, b, &ref)) || (listed && by_label(r, b, &ref)) ||
                 by_page(r, b, listed, &ref);
    struct lead *lead = found ? add_row(out, LEAD_CONTENTS, b, 0) : NULL;
    if (lead)
        lead_to(lead, &ref);
    return lead != NULL;
}

/* The link that bytes [from, to) of the block are. */
static void read_link(struct lead_reader *r, const struct block *b, size_t from, size_t to,
                      struct slice href, struct leads *out)
{
    struct slice words = slice_trim(slice_cut(b->text, from, to));
    struct block part = *b; /* up to the end of the link */
    struct reference ref;
    part.text = slice_cut(b->text, 0, to);
    if (words.len == 0 || words.at[0] == '[' || /* an image */
        !reference_reader_link(r->references, href, words, &r->said, &ref))
        return;
    bool address = ref.document == LEAD_NOWHERE && reference_place_is_address(href);
    enum lead_kind kind = address                              ? LEAD_ADDRESS
                          : reference_region_leads_back(words) ? LEAD_BACK
                                                               : LEAD_LINK;
    struct lead *lead = add_row(out, kind, &part, from);
    if (!lead)
        return;
    lead_to(lead, &ref);
    if (address) {
        lead->address = arena_copy(&out->arena, href);
        lead->reason = SLICE("outside of this filing");
    }
}

/* All links of the block. One that is set word by word is many with one address. */
static void read_links(struct lead_reader *r, const struct block *b, struct leads *out)
{
    for (size_t i = 0; i < b->link_count; i++) {
        size_t first = i;
        while (i + 1 < b->link_count && slice_equal(b->links[first].href, b->links[i + 1].href) &&
               b->links[i + 1].from <= b->links[i].to + 2)
            i++;
        read_link(r, b, b->links[first].from, b->links[i].to, b->links[first].href, out);
    }
}

/* Says where the exhibit of a row is. */
static void lead_exhibit(const struct lead_reader *r, const struct node *node, struct lead *lead,
                         struct arena *arena)
{
    if (node->target == TARGET_HERE &&
        node->target_document < submission_documents(r->submission)) {
        const struct document *d = submission_document(r->submission, node->target_document);
        lead->document = node->target_document;
        lead->place = node->target_offset > 0 ? node->target_offset : d->text_offset;
        return;
    }
    struct buffer text = {0};
    buffer_add_text(&text, node->target == TARGET_INCORPORATED ? "incorporated by reference"
                           : node->target == TARGET_UNKNOWN    ? "the file is still read"
                                                               : "not in this file");
    if (node->target == TARGET_INCORPORATED)
        node_words_elsewhere(node, &text);
    lead->reason = arena_copy(arena, buffer_slice(&text));
    if (node->source)
        lead->address = node->source->url;
    buffer_deinit(&text);
}

/* The rows of the exhibit index in the block. */
static bool read_exhibit_rows(struct lead_reader *r, const struct block *b, struct leads *out)
{
    const struct reference_map *map = reference_reader_map(r->references);
    bool any = false;
    size_t i = reference_region_node(map, b->offset);
    for (; i < map->count && map->nodes[i].offset < b->end; i++) {
        const struct node *node = &map->nodes[i];
        if (node->kind != NODE_EXHIBIT_ROW || node->target == TARGET_NONE)
            continue;
        struct lead *lead = add_row(out, LEAD_EXHIBIT, b, block_text_at(b, node->offset));
        if (lead)
            lead_exhibit(r, node, lead, &out->arena);
        any = any || lead != NULL;
    }
    return any;
}

void list_leads_read(struct lead_reader *r, const struct segment *seg, struct leads *out)
{
    const struct reference_map *map = reference_reader_map(r->references);
    for (size_t i = 0; i < seg->count; i++) {
        const struct block *b = &seg->blocks[i];
        if (b->flags & (SINK_FURNITURE | SINK_MADE | SINK_RULE)) {
            read_links(r, b, out);
            continue;
        }
        enum reference_region region = reference_region_at(map, b->offset);
        if (region == REGION_EXHIBITS && read_exhibit_rows(r, b, out))
            continue;
        bool back = b->link_count > 0 && reference_region_leads_back(b->text);
        bool row = b->link_count > 0 && !back && reference_region_is_row(b);
        if (back)
            region = REGION_TEXT;
        bool listed = region == REGION_CONTENTS || row;
        if ((!listed && b->link_count > 0) || !read_contents_row(r, b, listed, out))
            read_links(r, b, out);
    }
}
