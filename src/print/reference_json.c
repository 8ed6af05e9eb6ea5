/* SPDX-License-Identifier: MIT */
/* References as JSON: where each stands, what it says, and where it leads or why nowhere. */
#include "print/reference_json.h"

#include "model/document.h"
#include "outline/references/reference.h"
#include "lib/reference_id.h"

static void write_target(struct json_out *j, struct submission *s, struct outlines *outlines,
                         const struct reference *r)
{
    struct buffer id = {0};
    reference_id_add(s, outlines, r, &id);
    json_out_text_or_null(j, "target", buffer_slice(&id));
    buffer_deinit(&id);
}

/* Tells that there were more than are read. */
static void warn_of_more(struct submission *s, const struct document *d)
{
    struct buffer text = {0};
    document_add_name(d, &text);
    buffer_addf(&text, ": more than %d references; the others are not listed", REFERENCES_MOST);
    submission_warn_some(s, buffer_slice(&text));
    buffer_deinit(&text);
}

void reference_json(struct json_out *j, struct reference_lookups *lookups, struct document *d)
{
    struct references r;
    references_init(&r);
    references_read_shared(&r, lookups, d);
    if (r.list.count >= REFERENCES_MOST)
        warn_of_more(lookups->submission, d);
    json_out_open_list(j, "references");
    for (size_t i = 0; i < r.list.count; i++) {
        const struct reference *ref = &r.list.at[i];
        json_out_open_object(j, NULL);
        json_out_size(j, "offset", ref->offset);
        json_out_size(j, "length", ref->length);
        json_out_text(j, "text", ref->text);
        json_out_text(j, "kind", slice_of(reference_kind_name(ref->kind)));
        write_target(j, lookups->submission, lookups->outlines, ref);
        json_out_text_or_null(j, "reason", ref->reason);
        json_out_close_object(j);
    }
    json_out_close_list(j);
    references_deinit(&r);
}
