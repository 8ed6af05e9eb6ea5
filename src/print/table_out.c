/* SPDX-License-Identifier: MIT */
/* The four ways to write a table. */
#include "print/table_out.h"

#include "base/clean.h"
#include "base/memory.h"
#include "print/json.h"

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

void table_out_begin(struct table_out *t, enum table_format format, FILE *out, size_t columns)
{
    *t = (struct table_out){.format = format, .out = out, .columns = columns};
    for (size_t i = 0; i < columns; i++)
        (void)array_add(&t->values);
    t->head = memory_alloc((columns + 1) * sizeof *t->head);
    t->numeric = memory_alloc(columns + 1);
    t->header = format == TABLE_JSON ? json_array() : NULL;
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
    struct buffer line = {0};
    buffer_add_text(&line, before[t->format]);
    for (size_t i = 0; i < t->columns; i++) {
        buffer_add_text(&line, i > 0 ? between[t->format] : "");
        add_value(t, head ? buffer_slice(&t->head[i]) : text_of(t, i), &line);
    }
    buffer_add_text(&line, behind[t->format]);
    (void)fwrite(line.at, 1, line.len, t->out);
    buffer_deinit(&line);
}

/* The head as one line; Markdown has a line below it, and no table without a head. */
static void write_head(struct table_out *t)
{
    if (t->heads > 0 || t->format == TABLE_MD)
        write_line(t, true);
    if (t->format != TABLE_MD)
        return;
    for (size_t i = 0; i < t->columns; i++)
        (void)fputs(t->numeric[i] ? "|---:" : "|----", t->out);
    (void)fputs("|\n", t->out);
}

static json_t *json_row(const struct table_out *t)
{
    json_t *row = json_array();
    for (size_t i = 0; i < t->columns; i++)
        json_array_append_new(row, json_text(text_of(t, i)));
    return row;
}

static json_t *json_places(const struct table_out *t)
{
    json_t *row = json_array();
    for (size_t i = 0; i < t->columns; i++)
        json_array_append_new(row, t->values.at[i].any
                                       ? json_integer((json_int_t)t->values.at[i].offset)
                                       : json_null());
    return row;
}

/* Adds the array as text, and gives it back. */
static void add_json(struct buffer *out, json_t *array)
{
    char *text = json_dumps(array, JSON_COMPACT);
    if (!text)
        memory_exhausted();
    if (out->len > 0)
        buffer_add_byte(out, ',');
    buffer_add_text(out, text);
    free(text);
    json_decref(array);
}

static void end_head_row(struct table_out *t)
{
    t->heads++;
    if (t->header)
        json_array_append_new(t->header, json_row(t));
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
            add_json(&t->json_rows, json_row(t));
            add_json(&t->json_offsets, json_places(t));
        } else {
            write_line(t, false);
        }
    }
    clear_row(t);
}

/* The object, with the rows put in as they were written: they may be many. */
static void write_json(struct table_out *t, json_t *object)
{
    json_object_set_new(object, "header", t->header);
    char *text = json_dumps(object, JSON_COMPACT);
    size_t len = text ? strlen(text) : 0;
    if (len == 0)
        memory_exhausted();
    (void)fwrite(text, 1, len - 1, t->out); /* all but the brace at the end */
    (void)fputs(",\"rows\":[", t->out);
    (void)fputs(buffer_text(&t->json_rows), t->out);
    (void)fputs("],\"offsets\":[", t->out);
    (void)fputs(buffer_text(&t->json_offsets), t->out);
    (void)fputs("]}\n", t->out);
    free(text);
    json_decref(object);
}

void table_out_end(struct table_out *t, json_t *object)
{
    if (object)
        write_json(t, object);
    else if (t->rows == 0)
        write_head(t);
    for (size_t i = 0; i < t->columns; i++)
        buffer_deinit(&t->head[i]);
    free(t->head);
    free(t->numeric);
    array_deinit(&t->values);
    buffer_deinit(&t->texts);
    buffer_deinit(&t->json_rows);
    buffer_deinit(&t->json_offsets);
}
