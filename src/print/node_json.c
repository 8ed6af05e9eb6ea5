/* SPDX-License-Identifier: MIT */
/* A node of an outline as a JSON object. */
#include "print/node_json.h"

/* Texts of a node that are counted. */
typedef size_t count_texts(const struct folio_node *n);
typedef const char *get_text(const struct folio_node *n, size_t index);

static void write_texts(struct json_out *j, const char *name, const struct folio_node *n,
                        count_texts *count, get_text *get)
{
    size_t many = count(n);
    json_out_open_list(j, name);
    for (size_t i = 0; i < many; i++)
        json_out_text(j, NULL, slice_of(get(n, i)));
    json_out_close_list(j);
}

static void write_size_or_null(struct json_out *j, const char *name, bool known, size_t n)
{
    if (known)
        json_out_size(j, name, n);
    else
        json_out_null(j, name);
}

static void write_ranges(struct json_out *j, const struct folio_node *n)
{
    json_out_open_list(j, "ranges");
    for (size_t i = 0; i < folio_node_ranges(n); i++) {
        size_t page = folio_node_range_page(n, i), offset = folio_node_range_offset(n, i);
        json_out_open_object(j, NULL);
        json_out_text(j, "from", slice_of(folio_node_range_from(n, i)));
        json_out_text(j, "to", slice_of(folio_node_range_to(n, i)));
        write_size_or_null(j, "page", page > 0, page);
        write_size_or_null(j, "offset", offset != FOLIO_NOWHERE, offset);
        json_out_close_object(j);
    }
    json_out_close_list(j);
}

static void write_source(struct json_out *j, const struct folio_node *n)
{
    if (!folio_node_has_source(n)) {
        json_out_null(j, "source");
        return;
    }
    json_out_open_object(j, "source");
    json_out_text_or_null(j, "form", slice_of(folio_node_source_form(n)));
    json_out_text_or_null(j, "date", slice_of(folio_node_source_date(n)));
    json_out_text_or_null(j, "exhibit", slice_of(folio_node_source_exhibit(n)));
    json_out_text_or_null(j, "file", slice_of(folio_node_source_file(n)));
    json_out_text_or_null(j, "url", slice_of(folio_node_source_url(n)));
    json_out_close_object(j);
}

/* What all have. */
static void write_common(struct json_out *j, const struct folio_node *n)
{
    size_t page = folio_node_page(n);
    json_out_text(j, "id", slice_of(folio_node_id(n)));
    json_out_text(j, "kind", slice_of(folio_node_kind(n)));
    json_out_text_or_null(j, "part", slice_of(folio_node_part(n)));
    write_texts(j, "items", n, folio_node_items, folio_node_item);
    json_out_text(j, "title", slice_of(folio_node_title(n)));
    json_out_integer(j, "level", folio_node_level(n));
    json_out_size(j, "offset", folio_node_offset(n));
    json_out_size(j, "length", folio_node_length(n));
    write_size_or_null(j, "page", page > 0, page);
    json_out_text_or_null(j, "page_label", slice_of(folio_node_page_label(n)));
    if (json_out_wants(j, "line")) /* for which the lines are walked through */
        json_out_size(j, "line", folio_node_line(n));
    json_out_real(j, "confidence", folio_node_confidence(n));
    json_out_text(j, "found_by", slice_of(folio_node_found_by(n)));
    write_texts(j, "why", n, folio_node_reasons, folio_node_reason);
    write_texts(j, "doubts", n, folio_node_doubts, folio_node_doubt);
}

void node_json(struct json_out *j, const struct folio_node *n)
{
    struct slice kind = slice_of(folio_node_kind(n));
    json_out_open_object(j, NULL);
    write_common(j, n);
    if (slice_equal(kind, SLICE("item")))
        json_out_text(j, "status", slice_of(folio_node_status(n)));
    if (folio_node_ranges(n) > 0)
        write_ranges(j, n);
    if (slice_equal(kind, SLICE("exhibit-row"))) {
        json_out_text(j, "exhibit", slice_of(folio_node_label(n)));
        json_out_text_or_null(j, "target", slice_of(folio_node_target(n)));
        json_out_text(j, "status", slice_of(folio_node_status(n)));
        write_source(j, n);
    }
    json_out_close_object(j);
}
