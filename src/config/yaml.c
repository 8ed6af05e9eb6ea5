/* SPDX-License-Identifier: MIT */
/* libyaml's events -> nodes, within bounds. */
#include "config/yaml.h"

#include "base/array.h"
#include "base/memory.h"

#include <string.h>
#include <yaml.h>

enum { DEEPEST = 8, MOST_NODES = 10000 };

struct reader {
    yaml_parser_t parser;
    struct arena *arena;
    struct error *error;
    size_t nodes;
};

static bool fail_at(struct reader *r, yaml_mark_t mark, const char *message)
{
    return error_set_at(r->error, ERROR_CONFIG, mark.line + 1, mark.column + 1, "%s", message);
}

static bool next_event(struct reader *r, yaml_event_t *event)
{
    if (yaml_parser_parse(&r->parser, event))
        return true;
    const yaml_parser_t *p = &r->parser;
    if (p->error == YAML_MEMORY_ERROR || p->error == YAML_NO_ERROR)
        memory_exhausted(); /* it does not always find the words */
    yaml_mark_t mark = p->problem_mark;
    if (p->error == YAML_READER_ERROR)
        mark = p->mark;
    return error_set_at(r->error, ERROR_CONFIG, mark.line + 1, mark.column + 1, "%s%s%s",
                        p->problem ? p->problem : "not YAML", p->context ? ", " : "",
                        p->context ? p->context : "");
}

static bool read_node(struct reader *r, const yaml_event_t *event, size_t depth,
                      struct yaml_node *node);

static bool is_end(const yaml_event_t *event)
{
    return event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT;
}

/* Reads what stands in a list or a mapping, up to its end. */
static bool read_items(struct reader *r, size_t depth, struct yaml_node *node)
{
    ARRAY(struct yaml_node) items = {0};
    bool good = true, end = false;
    while (good && !end) {
        yaml_event_t event;
        good = next_event(r, &event);
        if (!good)
            break;
        end = is_end(&event);
        if (!end) {
            struct yaml_node item = {0};
            good = read_node(r, &event, depth + 1, &item);
            array_push(&items, item);
        }
        yaml_event_delete(&event);
    }
    if (good && items.count > 0) {
        node->items = arena_array(r->arena, items.count, sizeof *node->items);
        memcpy(node->items, items.at, items.count * sizeof *node->items);
        node->count = items.count;
    }
    array_deinit(&items);
    return good;
}

static bool read_scalar(struct reader *r, const yaml_event_t *event, struct yaml_node *node)
{
    struct slice text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    node->text = arena_copy(r->arena, text);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    return (!event->data.scalar.anchor && !event->data.scalar.tag) ||
           fail_at(r, event->start_mark, "anchors and tags have no use here");
}

static bool read_node(struct reader *r, const yaml_event_t *event, size_t depth,
                      struct yaml_node *node)
{
    node->line = event->start_mark.line + 1;
    node->column = event->start_mark.column + 1;
    if (depth > DEEPEST)
        return fail_at(r, event->start_mark, "nested too deep");
    if (++r->nodes > MOST_NODES)
        return fail_at(r, event->start_mark, "too much for a configuration");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node->kind = YAML_SCALAR;
        return read_scalar(r, event, node);
    case YAML_SEQUENCE_START_EVENT:
        node->kind = YAML_LIST;
        if (event->data.sequence_start.anchor || event->data.sequence_start.tag)
            return fail_at(r, event->start_mark, "anchors and tags have no use here");
        return read_items(r, depth, node);
    case YAML_MAPPING_START_EVENT:
        node->kind = YAML_MAPPING;
        if (event->data.mapping_start.anchor || event->data.mapping_start.tag)
            return fail_at(r, event->start_mark, "anchors and tags have no use here");
        return read_items(r, depth, node);
    default:
        return fail_at(r, event->start_mark, "an alias has no use here");
    }
}

/* The documents of the stream: one, or none. */
static bool read_stream(struct reader *r, struct yaml_node **root)
{
    bool good = true, end = false;
    while (good && !end) {
        yaml_event_t event;
        good = next_event(r, &event);
        if (!good)
            break;
        switch (event.type) {
        case YAML_STREAM_END_EVENT:
            end = true;
            break;
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        case YAML_DOCUMENT_START_EVENT:
            if (*root)
                good = fail_at(r, event.start_mark, "a second document has no use here");
            break;
        default:
            *root = arena_alloc(r->arena, sizeof **root);
            good = read_node(r, &event, 0, *root);
        }
        yaml_event_delete(&event);
    }
    return good;
}

bool yaml_read(struct arena *arena, struct slice text, struct yaml_node **root, struct error *e)
{
    struct reader r = {.arena = arena, .error = e};
    *root = NULL;
    if (text.len > YAML_LARGEST)
        return error_set(e, ERROR_CONFIG, "larger than %d KB: not a configuration",
                         YAML_LARGEST / 1024);
    if (!yaml_parser_initialize(&r.parser))
        memory_exhausted();
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)(text.at ? text.at : ""),
                                 text.len);
    bool good = read_stream(&r, root);
    yaml_parser_delete(&r.parser);
    if (!good || (*root && yaml_is_null(*root)))
        *root = NULL;
    return good;
}

bool yaml_is_null(const struct yaml_node *node)
{
    if (node->kind != YAML_SCALAR || node->quoted)
        return false;
    return node->text.len == 0 || slice_equal(node->text, SLICE("~")) ||
           slice_equal(node->text, SLICE("null"));
}

const struct yaml_node *yaml_find(const struct yaml_node *mapping, struct slice key)
{
    for (size_t i = 0; i + 1 < mapping->count; i += 2)
        if (mapping->items[i].kind == YAML_SCALAR && slice_equal(mapping->items[i].text, key))
            return &mapping->items[i + 1];
    return NULL;
}
