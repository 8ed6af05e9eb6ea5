/* SPDX-License-Identifier: MIT */
/* Tells text from lists and headings. */
#include "outline/references/reference_region.h"

#include "outline/items/line.h"

enum {
    HEADING_BYTES = 120,
    ROW_BYTES = 3000, /* of the last exhibit row; what stands farther behind is text again */
    INDEX_BYTES = 30000
};

size_t reference_region_node(const struct reference_map *m, size_t place)
{
    size_t low = 0;
    size_t high = m->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->nodes[middle].offset < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

enum reference_region reference_region_at(const struct reference_map *m, size_t place)
{
    size_t next = reference_region_node(m, place + 1);
    if (next == 0)
        return REGION_TEXT;
    const struct node *node = &m->nodes[next - 1];
    size_t behind = place - node->offset;
    if (node->kind == NODE_CONTENTS)
        return REGION_CONTENTS;
    bool goes_on = next < m->count && m->nodes[next].kind == NODE_EXHIBIT_ROW;
    if ((node->kind == NODE_EXHIBIT_ROW && (goes_on || behind < ROW_BYTES) &&
         behind < node->length) ||
        (node->kind == NODE_EXHIBIT_INDEX && behind < INDEX_BYTES))
        return REGION_EXHIBITS;
    return REGION_TEXT;
}

bool reference_region_starts(const struct block *b, size_t at, bool *cell)
{
    *cell = false;
    while (at > 0 && b->text.at[at - 1] != '\t') {
        at--;
        if (line_is_alnum(b->text.at[at]) || b->text.at[at] == '"' || b->text.at[at] == '(')
            return false;
    }
    *cell = at > 0;
    return true;
}

bool reference_region_heads(struct slice rest)
{
    size_t i = 0;
    while (i < rest.len && (byte_is_blank(rest.at[i]) ||
                            slice_starts(slice_cut(rest, i, rest.len), SLICE("\xC2\xA0"))))
        i += rest.at[i] == '\xC2' ? 2 : 1;
    rest = slice_cut(rest, i, rest.len);
    char c = line_byte(rest, 0);
    if (rest.len == 0 || c == '.' || c == ':' || c == '-' ||
        slice_starts(rest, SLICE("\xE2\x80\x93")) || slice_starts(rest, SLICE("\xE2\x80\x94")) ||
        slice_starts_nocase(rest, SLICE("(continued")))
        return true;
    return (byte_is_upper(c) || c == '[') && rest.len < HEADING_BYTES && line_is_heading_case(rest);
}

/* No letter stands outside of the links, and all lead into the document. */
static bool is_all_links(const struct block *b)
{
    size_t at = 0;
    for (size_t i = 0; i <= b->link_count; i++) {
        size_t from = i < b->link_count ? b->links[i].from : b->text.len;
        if (line_letters(slice_cut(b->text, at, from)) > 0 ||
            (i < b->link_count && !slice_starts(b->links[i].href, SLICE("#"))))
            return false;
        at = i < b->link_count ? b->links[i].to : at;
    }
    return true;
}

bool reference_region_is_row(const struct block *b)
{
    size_t page = line_page_number(b->text);
    const struct link *last = &b->links[b->link_count - 1];
    bool numbered = page < b->text.len &&
                    (b->row != NULL || last->to > page || b->links[0].from < b->text.len / 2);
    return numbered || is_all_links(b);
}

bool reference_region_leads_back(struct slice text)
{
    static const struct slice words[] = {SLICE_ROW("table of contents"), SLICE_ROW("contents"),
                                         SLICE_ROW("index"), SLICE_ROW("back to top"),
                                         SLICE_ROW("back to contents")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_nocase(slice_trim(text), words[i]))
            return true;
    return false;
}
