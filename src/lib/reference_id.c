/* SPDX-License-Identifier: MIT */
/* The id of where a reference leads. */
#include "lib/reference_id.h"

void reference_id_add(struct submission *s, struct outlines *outlines, const struct reference *r,
                      struct buffer *id)
{
    const struct node *nodes;
    if (r->document >= submission_documents(s))
        return;
    struct document *d = submission_document(s, r->document);
    if (address_by_type(outlines, d))
        buffer_add(id, d->type);
    else
        buffer_addf(id, "%lld", d->sequence);
    size_t count = outline_nodes(outlines_get(outlines, d), &nodes);
    if (r->node < count) {
        buffer_add_byte(id, '/');
        buffer_add(id, nodes[r->node].id);
    }
}
