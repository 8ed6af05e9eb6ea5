/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the header of a submission: what is read of it stands in it or is one of the
 * reader's own words, values have no blanks at their ends, and no field is of a party before one
 * has begun.
 */
#include "formats/header.h"

#include "must.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice text = {(const char *)data, size};
    struct header_reader reader;
    struct header_record r;
    bool party = false;
    size_t records = 0;
    header_init(&reader, text);
    while (header_next(&reader, &r)) {
        size_t before = reader.rest.len;
        must_be_in(reader.rest, text);
        must(before <= size && ++records <= size);
        party = party || r.kind == HEADER_PARTY;
        must(party || (r.kind != HEADER_PARTY && !r.in_party));
        must(r.kind != HEADER_FIELD || r.name.len > 0);
        must(r.kind != HEADER_PARTY || r.role.len > 0);
        must_be_readable(r.role);
        must_be_readable(r.group);
        must_be_readable(r.name);
        if (r.kind != HEADER_FIELD)
            continue;
        must_be_in(r.value, text);
        must(slice_trim(r.value).len == r.value.len);
    }
    must(!header_next(&reader, &r));
    return 0;
}
