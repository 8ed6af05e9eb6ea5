/* SPDX-License-Identifier: MIT */
/* libfolio: what a node says of other places: the pages of an index, a document, another filing. */
#include "lib/lib_filing.h"

#include "outline/node_words.h"

enum { RANGES = 20 /* that are told in words */ };

enum lib_source { SOURCE_FORM, SOURCE_DATE, SOURCE_EXHIBIT, SOURCE_FILE, SOURCE_URL, SOURCE_WORDS };

size_t folio_node_ranges(const struct folio_node *n)
{
    return n ? n->node->range_count : 0;
}

const char *folio_node_range_from(const struct folio_node *n, size_t range)
{
    return range < folio_node_ranges(n) ? n->ranges[range].from : "";
}

const char *folio_node_range_to(const struct folio_node *n, size_t range)
{
    return range < folio_node_ranges(n) ? n->ranges[range].to : "";
}

size_t folio_node_range_page(const struct folio_node *n, size_t range)
{
    return range < folio_node_ranges(n) ? n->ranges[range].page : 0;
}

size_t folio_node_range_offset(const struct folio_node *n, size_t range)
{
    return range < folio_node_ranges(n) ? n->node->ranges[range].offset : FOLIO_NOWHERE;
}

const char *folio_node_range_words(const struct folio_node *n)
{
    if (n && !n->texts->range_words) {
        struct buffer words = {0};
        node_words_pages(n->node, RANGES, ", ...", &words);
        n->texts->range_words = lib_text(&n->document->arena, buffer_slice(&words));
        buffer_deinit(&words);
    }
    return n ? n->texts->range_words : "";
}

const char *folio_node_target(const struct folio_node *n)
{
    if (n && !n->texts->target)
        n->texts->target = lib_text(&n->document->arena, n->node->target_type);
    return n ? n->texts->target : "";
}

int folio_node_has_source(const struct folio_node *n)
{
    return n && n->node->source;
}

/* All that a source says, copied when some of it is asked for first. */
static const char *source_text(const struct folio_node *n, enum lib_source which)
{
    if (!folio_node_has_source(n))
        return "";
    const struct node_source *source = n->node->source;
    struct arena *arena = &n->document->arena;
    if (!n->texts->source) {
        struct buffer words = {0};
        const char **texts = arena_array(arena, SOURCE_WORDS + 1, sizeof *texts);
        node_words_source(source, &words);
        texts[SOURCE_FORM] = lib_text(arena, source->form);
        texts[SOURCE_DATE] = lib_text(arena, source->date);
        texts[SOURCE_EXHIBIT] = lib_text(arena, source->exhibit);
        texts[SOURCE_FILE] = lib_text(arena, source->file);
        texts[SOURCE_URL] = lib_text(arena, source->url);
        texts[SOURCE_WORDS] = lib_text(arena, buffer_slice(&words));
        n->texts->source = texts;
        buffer_deinit(&words);
    }
    return n->texts->source[which];
}

const char *folio_node_source_form(const struct folio_node *n)
{
    return source_text(n, SOURCE_FORM);
}

const char *folio_node_source_date(const struct folio_node *n)
{
    return source_text(n, SOURCE_DATE);
}

const char *folio_node_source_exhibit(const struct folio_node *n)
{
    return source_text(n, SOURCE_EXHIBIT);
}

const char *folio_node_source_file(const struct folio_node *n)
{
    return source_text(n, SOURCE_FILE);
}

const char *folio_node_source_url(const struct folio_node *n)
{
    return source_text(n, SOURCE_URL);
}

const char *folio_node_source_words(const struct folio_node *n)
{
    return source_text(n, SOURCE_WORDS);
}
