/* SPDX-License-Identifier: MIT */
/* Tables of a form. */
#include "formats/forms/form_grid.h"

#include "base/buffer.h"
#include "formats/forms/form_text.h"
#include "formats/forms/form_words.h"

#include <string.h>

enum { GUESSED_COLUMNS = 12, GUESSED_VALUE = 60, UNKNOWN = FORM_GRID_COLUMNS };

/* A row that is being said, or only looked at. */
struct row {
    const struct form_grid *grid;
    struct form_say *say; /* NULL: looked at, for `used` */
    uint64_t used;        /* columns that hold something */
    uint32_t element;     /* of the row */
    unsigned column;      /* the cell that is open, */
    unsigned cells;       /* and how many cells were begun */
    bool filled;          /* there is something in it */
};

/* Takes the next item within [*node, end); *index counts the attributes of the node, 0 at first. */
static bool next_item(const struct form_tree *t, uint32_t *node, uint32_t *index, uint32_t end,
                      struct form_item *item)
{
    while (*node < end) {
        const struct form_node *n = form_tree_node(t, *node);
        if (*index < n->attributes) {
            *item = (struct form_item){*node, &t->attributes.at[n->attribute + (*index)++]};
            return true;
        }
        uint32_t id = (*node)++;
        *index = 0;
        if (n->pieces > 0) {
            *item = (struct form_item){id, NULL};
            return true;
        }
    }
    return false;
}

static bool is_note(const struct form_tree *t, struct form_item item)
{
    return item.attribute && form_tree_is(t, item.node, "footnoteId") &&
           slice_equal_nocase(item.attribute->name, SLICE("id"));
}

/* The element whose value the item is: a <value> stands for what it is in. */
static uint32_t owner(const struct form_tree *t, uint32_t row, struct form_item item)
{
    uint32_t id = item.node;
    const struct form_node *n = form_tree_node(t, id);
    if (id != row && n->parent != row &&
        (!n->name || form_tree_is(t, id, "value") || is_note(t, item)))
        return n->parent;
    return id;
}

static struct slice attribute_name(struct form_item item, bool note)
{
    if (!item.attribute || note || slice_equal_nocase(item.attribute->name, SLICE("value")))
        return (struct slice){0};
    return item.attribute->name;
}

/* The entry of the grid for the item, or its count. */
static size_t find_entry(const struct form_grid *g, const struct form_tree *t, uint32_t row,
                         struct form_item item)
{
    uint32_t id = owner(t, row, item);
    struct slice name = form_tree_name(t, id);
    struct slice parent = form_tree_name(t, form_tree_node(t, id)->parent);
    struct slice attribute = attribute_name(item, is_note(t, item));
    size_t i = 0;
    for (; i < g->count; i++) {
        const struct form_grid_column *c = &g->column[i];
        if (slice_equal_nocase(c->name, name) && slice_equal_nocase(c->attribute, attribute) &&
            (c->parent.len == 0 || slice_equal_nocase(c->parent, parent)))
            break;
    }
    return i;
}

void form_grid_described(struct form_grid *g, const struct form_column *columns)
{
    unsigned index = 0;
    g->count = 0;
    for (; columns->path && g->count < FORM_GRID_COLUMNS; columns++) {
        struct slice path = slice_of(columns->path);
        struct form_grid_column *c = &g->column[g->count];
        size_t at = slice_find(path, SLICE("@")), slash = slice_find(path, SLICE("/"));
        *c = (struct form_grid_column){
            .head = columns->head, .codes = columns->codes, .unsaid = columns->unsaid};
        c->attribute = slice_cut(path, at + 1, path.len);
        path = slice_cut(path, 0, at);
        if (slash < path.len) {
            c->parent = slice_cut(path, 0, slash);
            path = slice_cut(path, slash + 1, path.len);
        }
        c->name = path;
        if (g->count > 0 && columns->head)
            index++;
        c->index = index;
        g->count++;
    }
}

static bool guess_item(struct form_grid *g, const struct form_tree *t, uint32_t row,
                       struct form_item item, size_t *next)
{
    size_t length = item.attribute ? item.attribute->value.len : form_tree_length(t, item.node);
    size_t at = find_entry(g, t, row, item);
    if (is_note(t, item) && at < g->count)
        return true;
    if (length > GUESSED_VALUE || at < *next)
        return false;
    if (at == g->count) {
        if (g->count == GUESSED_COLUMNS)
            return false;
        at = *next;
        memmove(&g->column[at + 1], &g->column[at], (g->count - at) * sizeof *g->column);
        uint32_t id = owner(t, row, item), parent = form_tree_node(t, id)->parent;
        g->column[at] = (struct form_grid_column){
            .name = form_tree_name(t, id),
            .attribute = attribute_name(item, is_note(t, item)),
        };
        if (id != row)
            g->column[at].parent = form_tree_name(t, parent);
        g->count++;
    }
    *next = at + 1;
    return true;
}

bool form_grid_guess(struct form_grid *g, const struct form_tree *t, uint32_t row, uint32_t last)
{
    g->count = 0;
    for (uint32_t id = row;; id = form_tree_node(t, id)->next) {
        uint32_t node = id, index = 0, end = form_tree_after(t, id);
        struct form_item item;
        size_t next = 0;
        while (next_item(t, &node, &index, end, &item))
            if (!guess_item(g, t, id, item, &next))
                return false;
        if (id == last)
            break;
    }
    for (size_t i = 0; i < g->count; i++)
        g->column[i].index = (unsigned)i;
    return g->count > 1;
}

static void open_cell(struct row *r, unsigned column)
{
    for (unsigned i = r->cells; i <= column; i++) {
        if (!(r->used >> i & 1))
            continue;
        if (r->cells > 0)
            form_say_cell_end(r->say);
        form_say_cell(r->say, false);
        r->cells = i + 1;
        r->filled = false;
    }
    r->column = column;
}

static void open_block(struct row *r, size_t at)
{
    if (!r->say->open)
        form_say_begin(r->say, (struct sink_shape){0}, 0, at);
}

/* "Label: " on a line of its own in the open cell. */
static void say_label(struct row *r, struct form_item item, size_t at)
{
    const struct form_tree *t = r->say->tree;
    struct slice attribute = attribute_name(item, false);
    struct buffer words;
    buffer_init(&words);
    form_words_add(&words, form_tree_name(t, owner(t, r->element, item)));
    if (attribute.len > 0)
        form_words_add(&words, attribute);
    form_say_end(r->say);
    open_block(r, at);
    form_say_words(r->say, buffer_slice(&words), at);
    form_say_words(r->say, SLICE(": "), at);
    buffer_deinit(&words);
}

static void say_item(struct row *r, struct form_item item, bool label)
{
    const struct form_tree *t = r->say->tree;
    size_t at = form_tree_node(t, item.node)->at;
    if (is_note(t, item)) {
        if (r->filled)
            form_say_words(r->say, SLICE(" "), at);
        open_block(r, at);
        form_grid_note(r->say, item.node);
    } else {
        if (label)
            say_label(r, item, at);
        else if (r->filled)
            form_say_words(r->say, SLICE(", "), at);
        open_block(r, at);
        if (item.attribute)
            form_say_attribute(r->say, item.attribute, at);
        else
            form_text_say(r->say, item.node, true);
    }
    r->filled = true;
}

static void take_item(struct row *r, const struct form_tree *t, struct form_item item)
{
    size_t entry = find_entry(r->grid, t, r->element, item);
    unsigned column = UNKNOWN;
    if (entry < r->grid->count) {
        const char *unsaid = r->grid->column[entry].unsaid;
        if (unsaid && item.attribute && slice_equal(item.attribute->value, slice_of(unsaid)))
            return;
        column = r->grid->column[entry].index;
    }
    bool label = column == UNKNOWN || (r->cells > 0 && column < r->column);
    if (label)
        column = r->column;
    if (r->say) {
        if (r->cells == 0 || column > r->column)
            open_cell(r, column);
        say_item(r, item, label);
        return;
    }
    r->used |= 1ULL << column;
    r->column = column;
    r->cells = 1;
}

static uint64_t used_columns(const struct form_grid *g, const struct form_tree *t, uint32_t row,
                             uint32_t last)
{
    uint64_t used = 0;
    for (uint32_t id = row;; id = form_tree_node(t, id)->next) {
        struct row r = {.grid = g, .element = id};
        uint32_t node = id, index = 0, end = form_tree_after(t, id);
        struct form_item item;
        while (next_item(t, &node, &index, end, &item))
            take_item(&r, t, item);
        used |= r.used;
        if (id == last)
            return used;
    }
}

static void say_row(const struct form_grid *g, struct form_say *s, uint32_t id, uint64_t used)
{
    struct row r = {.grid = g, .say = s, .used = used, .element = id};
    uint32_t node = id, index = 0, end = form_tree_after(s->tree, id);
    struct form_item item;
    form_say_row(s, form_tree_node(s->tree, id)->at);
    while (next_item(s->tree, &node, &index, end, &item))
        take_item(&r, s->tree, item);
    open_cell(&r, FORM_GRID_COLUMNS - 1);
    if (r.cells > 0)
        form_say_cell_end(s);
    form_say_row_end(s);
}

void form_grid_head_cell(struct form_say *s, struct slice head, size_t at)
{
    form_say_cell(s, true);
    while (head.len > 0) {
        size_t end = slice_find(head, SLICE("\n"));
        form_say_begin(s, (struct sink_shape){0}, 0, at);
        form_say_style(s, STYLE_BOLD);
        form_say_words(s, slice_cut(head, 0, end), at);
        form_say_end(s);
        head = slice_cut(head, end + 1, head.len);
    }
    form_say_cell_end(s);
}

/* A name that occurs twice is said with that of its parent. */
static bool is_double(const struct form_grid *g, size_t i)
{
    for (size_t k = 0; k < g->count; k++)
        if (k != i && slice_equal_nocase(g->column[k].name, g->column[i].name) &&
            slice_equal_nocase(g->column[k].attribute, g->column[i].attribute))
            return true;
    return false;
}

static void say_head(const struct form_grid *g, struct form_say *s, uint64_t used, size_t at)
{
    struct buffer words;
    buffer_init(&words);
    form_say_row(s, at);
    for (size_t i = 0; i < g->count; i++) {
        const struct form_grid_column *c = &g->column[i];
        if ((i > 0 && c->index == g->column[i - 1].index) || !(used >> c->index & 1))
            continue;
        buffer_clear(&words);
        if (c->head) {
            buffer_add_text(&words, c->head);
        } else {
            if (is_double(g, i))
                form_words_add(&words, c->parent);
            if (c->attribute.len == 0 || is_double(g, i))
                form_words_add(&words, c->name);
            form_words_add(&words, c->attribute);
        }
        form_grid_head_cell(s, buffer_slice(&words), at);
    }
    form_say_row_end(s);
    buffer_deinit(&words);
}

/* Says what the codes mean that occur in a column. */
static void say_legend(const struct form_grid *g, struct form_say *s, size_t entry, uint64_t seen)
{
    const struct form_code *codes = g->column[entry].codes;
    const char *parting = "";
    form_say_begin(s, (struct sink_shape){.indent = 4, .first = -2}, SINK_FOOTNOTE, s->at);
    for (struct slice head = slice_of(g->column[entry].head); head.len > 0;) {
        size_t end = slice_find(head, SLICE("\n"));
        form_say_words(s, slice_cut(head, 0, end), s->at);
        form_say_words(s, end < head.len ? SLICE(" ") : SLICE(": "), s->at);
        head = slice_cut(head, end + 1, head.len);
    }
    for (size_t i = 0; codes[i].code; i++) {
        if (!(seen >> i & 1))
            continue;
        form_say_words(s, slice_of(parting), s->at);
        form_say_words(s, slice_of(codes[i].code), s->at);
        form_say_words(s, SLICE(" = "), s->at);
        form_say_words(s, slice_of(codes[i].meaning), s->at);
        parting = "; ";
    }
    form_say_end(s);
}

/* Which of the codes of the entry occur; 0 when it has none. */
static uint64_t seen_codes(const struct form_grid *g, const struct form_tree *t, size_t entry,
                           uint32_t row, uint32_t last)
{
    const struct form_code *codes = g->column[entry].codes;
    uint64_t seen = 0;
    if (!codes)
        return 0;
    uint32_t node = row, index = 0, end = form_tree_after(t, last);
    struct form_item item;
    while (next_item(t, &node, &index, end, &item)) {
        if (item.attribute || find_entry(g, t, row, item) != entry)
            continue;
        struct slice value = form_tree_value(t, item.node);
        for (size_t i = 0; i < 64 && codes[i].code; i++)
            if (slice_equal_nocase(value, slice_of(codes[i].code)))
                seen |= 1ULL << i;
    }
    return seen;
}

void form_grid_say(const struct form_grid *g, struct form_say *s, uint32_t row, uint32_t last)
{
    const struct form_tree *t = s->tree;
    uint64_t used = used_columns(g, t, row, last);
    form_say_blank(s);
    for (uint32_t id = row, count = 0;; id = form_tree_node(t, id)->next, count++) {
        size_t at = form_tree_node(t, id)->at;
        if (count % FORM_GRID_ROWS == 0) {
            if (count > 0)
                form_say_table_end(s);
            form_say_table(s, at);
            say_head(g, s, used, at);
        }
        say_row(g, s, id, used);
        if (id == last)
            break;
    }
    form_say_table_end(s);
    for (size_t i = 0; i < g->count; i++) {
        uint64_t seen = seen_codes(g, t, i, row, last);
        if (seen)
            say_legend(g, s, i, seen);
    }
    form_say_blank(s);
}

bool form_grid_note(struct form_say *s, uint32_t node)
{
    const struct form_attribute *id = form_tree_attribute(s->tree, node, "id");
    if (!id || !form_tree_is(s->tree, node, "footnoteId"))
        return false;
    size_t at = form_tree_node(s->tree, node)->at;
    struct buffer name;
    buffer_init(&name);
    buffer_add_byte(&name, '#');
    buffer_add(&name, id->value);
    form_say_words(s, SLICE("("), at);
    form_say_link(s, buffer_slice(&name));
    form_say_attribute(s, id, at);
    form_say_link(s, (struct slice){0});
    form_say_words(s, SLICE(")"), s->at);
    buffer_deinit(&name);
    return true;
}
