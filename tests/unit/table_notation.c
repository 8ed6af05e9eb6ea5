/* SPDX-License-Identifier: MIT */
/* Reading a table in the notation. */
#include "unit/table_notation.h"

#include <stdlib.h>
#include <string.h>

struct reading {
    struct raw_table *raw;
    const char *text;
    struct arena *arena;
    struct raw_cell cell;
    unsigned style;
    uint8_t indent;
    bool inner; /* the blocks stand at the left, whatever the cell says */
};

static void read_marks(struct reading *r, const char *at, const char *end)
{
    while (at < end) {
        char *behind = NULL;
        if (*at >= '0' && *at <= '9')
            r->cell.cell.columns = (unsigned)strtoul(at, &behind, 10);
        else if (*at == '/')
            r->cell.cell.rows = (unsigned)strtoul(at + 1, &behind, 10);
        else if (*at == 'w')
            r->cell.cell.width = (uint16_t)(10 * strtoul(at + 1, &behind, 10));
        else if (*at == 'i')
            r->indent = (uint8_t)strtoul(at + 1, &behind, 10);
        else if (*at == 'h')
            r->cell.cell.head = true;
        else if (*at == 'b')
            r->style |= STYLE_BOLD;
        else if (*at == 'l')
            r->inner = true;
        else if (*at == 's')
            r->style |= STYLE_SUPER;
        else if (*at == '^')
            r->cell.cell.above = 1;
        else if (*at == '_' || *at == '=')
            r->cell.cell.below = *at == '_' ? 1 : 2;
        else {
            r->cell.cell.aligned = true;
            r->cell.cell.align = *at == '<' ? ALIGN_LEFT : *at == '.' ? ALIGN_CENTER : ALIGN_RIGHT;
        }
        at = behind ? behind : at + 1;
    }
}

static void add_block(struct reading *r, const char *at, const char *end)
{
    if (at == end)
        return;
    struct block b = {.text = {at, (size_t)(end - at)}, .offset = (size_t)(at - r->text)};
    b.end = b.offset + b.text.len;
    b.shape.indent = r->indent;
    b.shape.align = r->inner ? ALIGN_LEFT : r->cell.cell.align;
    if (r->style) {
        struct run *run = arena_alloc(r->arena, sizeof *run);
        *run = (struct run){0, r->style};
        b.runs = run;
        b.run_count = 1;
    }
    array_push(&r->raw->blocks, b);
    r->cell.count++;
}

static void add_cell(struct reading *r, const char *at, const char *end)
{
    r->cell = (struct raw_cell){.cell = {.columns = 1, .rows = 1},
                                .offset = (size_t)(at - r->text),
                                .first = r->raw->blocks.count};
    r->style = 0;
    r->indent = 0;
    r->inner = false;
    if (*at == '{') {
        const char *close = strchr(at, '}');
        read_marks(r, at + 1, close);
        at = close + 1;
    }
    while (at <= end) {
        const char *next = memchr(at, '~', (size_t)(end - at));
        next = next ? next : end;
        add_block(r, at, next);
        at = next + 1;
    }
    array_push(&r->raw->cells, r->cell);
}

void notation_read(struct raw_table *raw, const char *text, struct arena *arena)
{
    struct reading r = {.raw = raw, .text = text, .arena = arena};
    *raw = (struct raw_table){.end = strlen(text)};
    for (const char *at = text; *at;) {
        const char *end = strchrnul(at, '\n');
        struct raw_row row = {(size_t)(at - text), raw->cells.count, 0};
        for (const char *cell = at; cell <= end;) {
            const char *next = memchr(cell, '|', (size_t)(end - cell));
            next = next ? next : end;
            add_cell(&r, cell, next);
            cell = next + 1;
        }
        row.count = raw->cells.count - row.first;
        array_push(&raw->rows, row);
        at = *end ? end + 1 : end;
    }
}

void notation_free(struct raw_table *raw)
{
    array_deinit(&raw->rows);
    array_deinit(&raw->cells);
    array_deinit(&raw->blocks);
}
