/* SPDX-License-Identifier: MIT */
/* Makes sections of clauses. */
#include "outline/articles/article_region.h"

struct section *article_region_add(const struct article_region *r, const struct clause *x,
                                   enum node_kind kind, struct slice title, int grade)
{
    struct head head = {.offset = x->offset, .title = title};
    struct section *s = sections_add(r->found, kind, &head, grade);
    s->found_by = FOUND_HEADING;
    return s;
}

struct slice article_region_id(const struct article_region *r, struct slice id)
{
    struct buffer text;
    buffer_init(&text);
    if (r->exhibit != NULL) {
        buffer_add(&text, r->exhibit->id);
        buffer_add_byte(&text, '/');
    }
    if (r->annex.len > 0) {
        buffer_add(&text, r->annex);
        buffer_add_byte(&text, '/');
    }
    buffer_add(&text, id);
    struct slice copy = arena_copy(&r->found->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

const struct clause *article_region_row(const struct article_region *r, size_t clause)
{
    size_t row = r->rows[clause].named;
    return row == ARTICLE_ROW_NONE || row < r->listed ? NULL : &r->clauses->list.at[row];
}

void article_region_name(const struct article_region *r, struct section *s,
                         const struct article_label *label, const struct article_label *article)
{
    struct buffer text;
    buffer_init(&text);
    article_label_write(label, &text);
    s->label = arena_copy(&r->found->arena, buffer_slice(&text));
    buffer_clear(&text);
    if (article != NULL) {
        article_label_id(article, &text);
        buffer_add_byte(&text, '-');
    }
    article_label_id(label, &text);
    s->id = article_region_id(r, buffer_slice(&text));
    buffer_deinit(&text);
}

size_t article_region_node(const struct article_region *r, size_t offset)
{
    size_t low = 0;
    size_t high = r->nodes->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->nodes->list.at[middle].offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
