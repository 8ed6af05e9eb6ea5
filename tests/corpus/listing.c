/* SPDX-License-Identifier: MIT */
/* What `folio tables --format json` says of a file; see the header. */
#include "corpus/listing.h"
#include "corpus/filings.h"

#include <jansson.h>
#include <stdlib.h>

/* The rows of the head, joined column by column. */
static bool read_heads(const json_t *rows, struct listing_table *t)
{
    for (size_t r = 0; r < json_array_size(rows); r++) {
        const json_t *row = json_array_get(rows, r);
        for (size_t c = 0; c < json_array_size(row); c++) {
            const char *text = json_string_value(json_array_get(row, c));
            if (!text)
                return false;
            while (t->heads.count <= c)
                *array_add(&t->heads) = (struct buffer){0};
            buffer_addf(&t->heads.at[c], "%s%s", r > 0 ? " " : "", text);
        }
    }
    return json_is_array(rows);
}

static bool read_cells(const json_t *rows, const json_t *offsets, struct listing_table *t)
{
    if (!json_is_array(rows) || json_array_size(rows) != json_array_size(offsets))
        return false;
    for (size_t r = 0; r < json_array_size(rows); r++) {
        const json_t *row = json_array_get(rows, r), *places = json_array_get(offsets, r);
        if (json_array_size(row) != json_array_size(places))
            return false;
        for (size_t c = 0; c < json_array_size(row); c++) {
            const json_t *place = json_array_get(places, c);
            const char *text = json_string_value(json_array_get(row, c));
            if (!text || (!json_is_null(place) && !json_is_integer(place)))
                return false;
            if (json_is_integer(place))
                *array_add(&t->cells) =
                    (struct listing_cell){.offset = (size_t)json_integer_value(place),
                                          .row = r,
                                          .column = c,
                                          .text = slice_copy(slice_of(text))};
        }
    }
    return true;
}

static bool read_table(struct slice line, struct listing *l)
{
    json_t *table = json_loadb(line.at, line.len, 0, NULL);
    const json_t *offset = json_object_get(table, "offset");
    struct listing_table *t = array_add(&l->tables);
    *t = (struct listing_table){.offset = (size_t)json_integer_value(offset)};
    t->end = t->offset + (size_t)json_integer_value(json_object_get(table, "length"));
    bool good = json_is_integer(offset) && read_heads(json_object_get(table, "header"), t) &&
                read_cells(json_object_get(table, "rows"), json_object_get(table, "offsets"), t);
    json_decref(table);
    return good;
}

bool listing_init(struct listing *l, const char *path, struct buffer *what)
{
    struct buffer out = {0};
    int status = filings_run(
        (const char *[]){filings_folio(), "tables", "--format", "json", path, NULL}, &out);
    struct slice rest = buffer_slice(&out);
    bool good = status == 0;
    *l = (struct listing){0};
    if (!good)
        buffer_addf(what, "folio tables ends with %d", status);
    while (good && rest.len > 0) {
        size_t end = slice_find(rest, SLICE("\n"));
        good = read_table(slice_cut(rest, 0, end), l);
        if (!good)
            buffer_addf(what, "line %zu of folio tables is not as agreed", l->tables.count);
        rest = slice_cut(rest, end + 1, rest.len);
    }
    buffer_deinit(&out);
    return good;
}

void listing_deinit(struct listing *l)
{
    for (size_t i = 0; i < l->tables.count; i++) {
        struct listing_table *t = &l->tables.at[i];
        for (size_t c = 0; c < t->heads.count; c++)
            buffer_deinit(&t->heads.at[c]);
        for (size_t c = 0; c < t->cells.count; c++)
            free(t->cells.at[c].text);
        array_deinit(&t->heads);
        array_deinit(&t->cells);
    }
    array_deinit(&l->tables);
}

const struct listing_table *listing_around(const struct listing *l, size_t offset)
{
    const struct listing_table *found = NULL;
    for (size_t i = 0; i < l->tables.count; i++) {
        const struct listing_table *t = &l->tables.at[i];
        if (offset >= t->offset && offset < t->end &&
            (!found || t->end - t->offset < found->end - found->offset))
            found = t;
    }
    return found;
}

const struct listing_cell *listing_cell_at(const struct listing_table *t, size_t offset)
{
    const struct listing_cell *found = NULL;
    for (size_t i = 0; i < t->cells.count; i++) {
        const struct listing_cell *c = &t->cells.at[i];
        if (c->offset <= offset && (!found || c->offset > found->offset))
            found = c;
    }
    return found;
}

const char *listing_head(const struct listing_table *t, size_t column)
{
    return column < t->heads.count ? buffer_text(&t->heads.at[column]) : "";
}
