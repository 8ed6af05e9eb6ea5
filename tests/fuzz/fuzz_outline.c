/* SPDX-License-Identifier: MIT */
/*
 * Outlines of anything: nodes are in order and inside their document, the id of each finds it and
 * no other, and a step of few bytes gives what one of many gives. References lie in the input, in
 * order, and lead to nodes that are there.
 */
#include "outline/outline.h"

#include "outline/address.h"
#include "outline/references/reference.h"

#include <stdint.h>
#include <stdlib.h>

static size_t check_nodes(struct outline *o, const struct document *d)
{
    const struct node *nodes;
    const struct missing *missing;
    size_t count = outline_nodes(o, &nodes);
    for (size_t i = 0; i < count; i++) {
        const struct node *n = &nodes[i];
        bool inside = n->offset >= d->text_offset && n->offset + n->length <= d->text_end;
        bool ordered = i == 0 || nodes[i - 1].offset <= n->offset;
        bool level = n->level >= 1 && (i == 0 ? n->level == 1 : n->level <= nodes[i - 1].level + 1);
        if (!inside || !ordered || !level || n->id.len == 0 || n->confidence < 0 ||
            n->confidence > 1)
            abort();
        if (outline_find(o, n->id) != i || n->target == TARGET_UNKNOWN)
            abort();
        if (n->kind == NODE_ITEM && n->item_count == 0)
            abort();
        size_t parent = outline_parent(o, i);
        if ((parent == (size_t)-1) != (n->level == 1))
            abort();
    }
    outline_missing(o, &missing);
    return count;
}

static size_t read_outline(struct submission *s, struct document *d, size_t step)
{
    struct outline *o = outline_new(s, d);
    while (!outline_step(o, step))
        continue;
    size_t count = check_nodes(o, d);
    outline_free(o);
    return count;
}

static void read_references(struct submission *s)
{
    struct outlines *outlines = outlines_new(s);
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct document *d = submission_document(s, i);
        struct references refs;
        references_init(&refs);
        references_read(&refs, s, outlines, d);
        for (size_t k = 0; k < refs.list.count; k++) {
            const struct reference *r = &refs.list.at[k];
            const struct node *nodes;
            bool inside = r->offset >= d->text_offset && r->offset + r->length <= d->text_end;
            if (!inside || (k > 0 && r->offset < r[-1].offset))
                abort();
            if (r->document == (size_t)-1 && r->reason.len == 0)
                abort();
            if (r->document == (size_t)-1 || r->node == (size_t)-1)
                continue;
            struct document *to = submission_document(s, r->document);
            if (r->node >= outline_nodes(outlines_get(outlines, to), &nodes))
                abort();
        }
        references_deinit(&refs);
    }
    outlines_free(outlines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error e = {0};
    struct input *input = input_from_bytes("fuzz", (struct slice){(const char *)data, size});
    struct submission *s = submission_open(input, &e);
    if (!s) {
        input_close(input);
        return 0;
    }
    submission_scan(s, size);
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct document *d = submission_document(s, i);
        if (read_outline(s, d, 1) != read_outline(s, d, (size_t)-1))
            abort();
    }
    read_references(s);
    submission_free(s);
    return 0;
}
