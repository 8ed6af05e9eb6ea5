/* SPDX-License-Identifier: MIT */
/* The four ways to write a table. */
#include "layout/table_out.h"

#include "base/clean.h"
#include "base/memory.h"
#include "model/table.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[] = {"csv", "tsv", "md", "json"};

bool table_format_of(const char *name, enum table_format *format)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) {
            *format = (enum table_format)i;
            return true;
        }
    return false;
}

static void clear_row(struct table_out *t)
{
    buffer_clear(&t->texts);
    for (size_t i = 0; i < t->columns; i++)
        t->values.at[i] = (struct table_value){0};
}

void table_out_begin(struct table_out *t, enum table_format format, struct buffer *out,
                     size_t columns)
{
    *t = (struct table_out){.format = format, .out = out, .columns = columns};
    for (size_t i = 0; i < columns; i++)
        (void)array_add(&t->values);
    t->head = memory_alloc((columns + 1) * sizeof *t->head);
    t->numeric = memory_alloc(columns + 1);
    clear_row(t);
}

void table_out_numeric(struct table_out *t, size_t column)
{
    if (column < t->columns)
        t->numeric[column] = true;
}

void table_out_cell(struct table_out *t, size_t column, size_t span, struct slice text,
                    size_t offset)
{
    if (column >= t->columns || text.len == 0)
        return;
    struct table_value *first = &t->values.at[column];
    size_t from = t->texts.len;
    if (first->any) {
        offset = first->offset;
        if (first->to == t->texts.len) /* goes on where it ends; else it is copied first */
            from = first->from;
        else
            for (size_t i = first->from; i < first->to; i++)
                buffer_add_byte(&t->texts, t->texts.at[i]);
        buffer_add_byte(&t->texts, ' ');
    }
    clean_text(&t->texts, text);
    for (size_t i = column; i < t->columns && i < column + span; i++)
        t->values.at[i] = (struct table_value){from, t->texts.len, offset, true};
}

static struct slice text_of(const struct table_out *t, size_t column)
{
    const struct table_value *v = &t->values.at[column];
    return slice_cut(buffer_slice(&t->texts), v->from, v->to);
}

static bool needs_quotes(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == ',' || text.at[i] == '"' || byte_is_blank(text.at[i]))
            return true;
    return false;
}

static void add_value(const struct table_out *t, struct slice text, struct buffer *out)
{
    bool quoted = t->format == TABLE_CSV && needs_quotes(text);
    if (quoted)
        buffer_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (quoted && text.at[i] == '"')
            buffer_add_byte(out, '"');
        if (t->format == TABLE_MD && (text.at[i] == '|' || text.at[i] == '\\'))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, text.at[i]);
    }
    if (quoted)
        buffer_add_byte(out, '"');
}

/* Writes a line of values: those of the head, or those of the row. */
static void write_line(struct table_out *t, bool head)
{
    static const char *const before[] = {"", "", "| "}, *const between[] = {",", "\t", " | "},
                             *const behind[] = {"\n", "\n", " |\n"};
    buffer_add_text(t->out, before[t->format]);
    for (size_t i = 0; i < t->columns; i++) {
        buffer_add_text(t->out, i > 0 ? between[t->format] : "");
        add_value(t, head ? buffer_slice(&t->head[i]) : text_of(t, i), t->out);
    }
    buffer_add_text(t->out, behind[t->format]);
}

/* The head as one line; Markdown has a line below it, and no table without a head. */
static void write_head(struct table_out *t)
{
    if (t->heads > 0 || t->format == TABLE_MD)
        write_line(t, true);
    if (t->format != TABLE_MD)
        return;
    for (size_t i = 0; i < t->columns; i++)
        buffer_add_text(t->out, t->numeric[i] ? "|---:" : "|----");
    buffer_add_text(t->out, "|\n");
}

void table_out_json_text(struct buffer *out, struct slice text)
{
    buffer_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, text.at[i]);
    }
    buffer_add_byte(out, '"');
}

static void json_row(const struct table_out *t, struct buffer *out)
{
    buffer_add_text(out, out->len > 0 ? ",[" : "[");
    for (size_t i = 0; i < t->columns; i++) {
        buffer_add_text(out, i > 0 ? "," : "");
        table_out_json_text(out, text_of(t, i));
    }
    buffer_add_byte(out, ']');
}

static void json_places(const struct table_out *t, struct buffer *out)
{
    buffer_add_text(out, out->len > 0 ? ",[" : "[");
    for (size_t i = 0; i < t->columns; i++) {
        buffer_add_text(out, i > 0 ? "," : "");
        if (t->values.at[i].any)
            buffer_addf(out, "%zu", t->values.at[i].offset);
        else
            buffer_add_text(out, "null");
    }
    buffer_add_byte(out, ']');
}

static void end_head_row(struct table_out *t)
{
    t->heads++;
    if (t->format == TABLE_JSON)
        json_row(t, &t->json_header);
    for (size_t i = 0; i < t->columns; i++) {
        if (t->values.at[i].any && t->head[i].len > 0)
            buffer_add_byte(&t->head[i], ' ');
        buffer_add(&t->head[i], text_of(t, i));
    }
}

void table_out_row(struct table_out *t, bool head)
{
    if (head && t->rows == 0) {
        end_head_row(t);
    } else {
        if (t->rows++ == 0 && t->format != TABLE_JSON)
            write_head(t);
        if (t->format == TABLE_JSON) {
            json_row(t, &t->json_rows);
            json_places(t, &t->json_offsets);
        } else {
            write_line(t, false);
        }
    }
    clear_row(t);
}

void table_out_block(struct table_out *t, const struct block *b)
{
    const struct row *row = b->row;
    bool head = row->index < row->table->header_rows;
    for (size_t i = 0; i < row->count; i++) {
        const struct cell *c = &row->cells[i];
        table_out_cell(t, c->column, head ? c->span : 1, slice_cut(b->text, c->from, c->to),
                       block_source(b, c->from));
    }
    table_out_row(t, head);
}

static void write_array(struct buffer *out, const char *name, const struct buffer *items)
{
    buffer_addf(out, "\"%s\":[", name);
    buffer_add(out, buffer_slice(items));
    buffer_add_byte(out, ']');
}

static void write_json(struct table_out *t, struct slice members)
{
    buffer_add_byte(t->out, '{');
    buffer_add(t->out, members);
    buffer_add_text(t->out, members.len > 0 ? "," : "");
    write_array(t->out, "header", &t->json_header);
    buffer_add_byte(t->out, ',');
    write_array(t->out, "rows", &t->json_rows);
    buffer_add_byte(t->out, ',');
    write_array(t->out, "offsets", &t->json_offsets);
    buffer_add_text(t->out, "}\n");
}

void table_out_end(struct table_out *t, struct slice members)
{
    if (t->format == TABLE_JSON)
        write_json(t, members);
    else if (t->rows == 0)
        write_head(t);
    for (size_t i = 0; i < t->columns; i++)
        buffer_deinit(&t->head[i]);
    free(t->head);
    free(t->numeric);
    array_deinit(&t->values);
    buffer_deinit(&t->texts);
    buffer_deinit(&t->json_header);
    buffer_deinit(&t->json_rows);
    buffer_deinit(&t->json_offsets);
}
