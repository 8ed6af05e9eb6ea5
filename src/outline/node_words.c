/* SPDX-License-Identifier: MIT */
/* What a node says of other places, in words. */
#include "outline/node_words.h"

enum { YEAR_DIGITS = 4 };

bool node_words_sure(const struct node *node)
{
    return node->confidence * 100.0 >= (double)NODE_SURE;
}

static void add_range(const struct node_range *range, struct buffer *out)
{
    bool hyphen = slice_find(range->from, SLICE("-")) < range->from.len;
    buffer_add(out, range->from);
    if (range->to.len == 0 || slice_equal(range->from, range->to))
        return;
    buffer_add_text(out, hyphen ? " to " : "-");
    buffer_add(out, range->to);
}

void node_words_pages(const struct node *node, size_t most, const char *more, struct buffer *out)
{
    if (node->range_count == 0)
        return;
    const struct node_range *first = &node->ranges[0];
    bool one =
        node->range_count == 1 && (first->to.len == 0 || slice_equal(first->from, first->to));
    buffer_add_text(out, one ? "p. " : "pp. ");
    for (size_t i = 0; i < node->range_count && i < most; i++) {
        if (i > 0)
            buffer_add_text(out, ", ");
        add_range(&node->ranges[i], out);
    }
    if (node->range_count > most)
        buffer_add_text(out, more);
}

void node_words_source(const struct node_source *source, struct buffer *out)
{
    size_t before = out->len;
    buffer_add(out, source->form);
    if (source->form.len == 0 && source->file.len > 0) {
        buffer_add_text(out, "file ");
        buffer_add(out, source->file);
    }
    if (source->date.len >= YEAR_DIGITS) {
        buffer_add_text(out, out->len > before ? " " : "");
        buffer_add(out, slice_cut(source->date, 0, YEAR_DIGITS));
    }
    if (source->exhibit.len > 0) {
        buffer_add_text(out, out->len > before ? ", Ex. " : "Ex. ");
        buffer_add(out, source->exhibit);
    }
}

void node_words_elsewhere(const struct node *node, struct buffer *out)
{
    struct buffer words = {0};
    if (node->source)
        node_words_source(node->source, &words);
    if (node->source && node->source->url.len > 0) {
        buffer_add_text(&words, words.len > 0 ? ", " : "");
        buffer_add(&words, node->source->url);
    }
    if (words.len > 0) {
        buffer_add_text(out, ": ");
        buffer_add(out, buffer_slice(&words));
    }
    buffer_deinit(&words);
}
