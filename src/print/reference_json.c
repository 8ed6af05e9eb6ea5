/* SPDX-License-Identifier: MIT */
/* References as JSON: where each stands, what it says, and where it leads or why nowhere. */
#include "print/reference_json.h"

#include "outline/references/reference.h"
#include "print/json.h"

/* The id of where it leads, as address_find takes it: "10-K/7A", "EX-10.1". */
static json_t *target_id(struct submission *s, struct outlines *outlines, const struct reference *r)
{
    const struct node *nodes;
    struct buffer id = {0};
    if (r->document >= submission_documents(s))
        return json_null();
    struct document *d = submission_document(s, r->document);
    if (d->type.len > 0 && address_document(s, d->type) == d)
        buffer_add(&id, d->type);
    else
        buffer_addf(&id, "%lld", d->sequence);
    size_t count = outline_nodes(outlines_get(outlines, d), &nodes);
    if (r->node < count) {
        buffer_add_byte(&id, '/');
        buffer_add(&id, nodes[r->node].id);
    }
    json_t *value = json_text(buffer_slice(&id));
    buffer_deinit(&id);
    return value;
}

json_t *reference_json(struct submission *s, struct outlines *outlines, struct document *d)
{
    struct references r;
    json_t *list = json_array();
    references_init(&r);
    references_read(&r, s, outlines, d);
    for (size_t i = 0; i < r.list.count; i++) {
        const struct reference *ref = &r.list.at[i];
        json_t *object = json_object();
        json_object_set_new(object, "offset", json_integer((json_int_t)ref->offset));
        json_object_set_new(object, "length", json_integer((json_int_t)ref->length));
        json_object_set_new(object, "text", json_text(ref->text));
        json_object_set_new(object, "kind", json_string(reference_kind_name(ref->kind)));
        json_object_set_new(object, "target", target_id(s, outlines, ref));
        json_object_set_new(object, "reason", json_text_or_null(ref->reason));
        json_array_append_new(list, object);
    }
    references_deinit(&r);
    return list;
}
