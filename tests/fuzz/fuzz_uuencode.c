/* SPDX-License-Identifier: MIT */
/* Any bytes as a uuencoded file: what is decoded is as much as was counted. */
#include "formats/uuencode.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice rest = {(const char *)data, size};
    struct uuencode_head head = {0};
    struct buffer out = {0};
    if (uuencode_begin(rest, &head))
        rest = slice_cut(rest, head.data, rest.len);
    uuencode_decode(rest, &out);
    size_t count = 0;
    while (rest.len > 0)
        count += uuencode_count(&rest, 50);
    if (count != out.len)
        abort();
    buffer_deinit(&out);
    return 0;
}
