/* SPDX-License-Identifier: MIT */
/* The signed-message wrapping around older filings. */
#include "formats/pem.h"

/* Armour that goes on further than this is none. */
enum { LONGEST = 16 * 1024 };

bool pem_begins(struct slice bytes)
{
    return slice_starts(bytes, SLICE("-----BEGIN PRIVACY-ENHANCED MESSAGE-----"));
}

bool pem_ends(struct slice line)
{
    return slice_starts(line, SLICE("-----END PRIVACY-ENHANCED MESSAGE-----"));
}

size_t pem_body(struct slice bytes)
{
    struct slice head = slice_cut(bytes, 0, LONGEST);
    struct slice rest = head;
    struct slice line;
    while (slice_next_line(&rest, &line)) {
        if (line.len > 0 && line.at[0] == '<')
            return (size_t)(line.at - bytes.at);
        if (slice_trim(line).len == 0)
            break;
    }
    return head.len - rest.len;
}

struct slice pem_unescape(struct slice line)
{
    return slice_starts(line, SLICE("- -")) ? slice_cut(line, 2, line.len) : line;
}
