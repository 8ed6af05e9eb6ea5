/* SPDX-License-Identifier: MIT */
/* References as JSON: where each stands, what it says, and where it leads or why nowhere. */
#include "print/reference_json.h"

void reference_json(struct json_out *j, struct folio_document *d)
{
    struct folio_references *r = folio_references(d);
    size_t count = folio_references_count(r);
    json_out_open_list(j, "references");
    for (size_t i = 0; i < count; i++) {
        json_out_open_object(j, NULL);
        json_out_size(j, "offset", folio_reference_offset(r, i));
        json_out_size(j, "length", folio_reference_length(r, i));
        json_out_text(j, "text", slice_of(folio_reference_text(r, i)));
        json_out_text(j, "kind", slice_of(folio_reference_kind(r, i)));
        json_out_text_or_null(j, "target", slice_of(folio_reference_target(r, i)));
        json_out_text_or_null(j, "reason", slice_of(folio_reference_reason(r, i)));
        json_out_close_object(j);
    }
    json_out_close_list(j);
    folio_references_free(r);
}
