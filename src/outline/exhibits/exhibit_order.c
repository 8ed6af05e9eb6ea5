/* SPDX-License-Identifier: MIT */
/* Compares exhibit numbers by what counts of them. */
#include "outline/exhibits/exhibit_order.h"

#include "outline/items/line.h"

static const uint64_t FACTOR = 0x100000001B3U; /* of FNV-1a */

struct slice exhibit_order_token(struct slice *number)
{
    struct slice s = *number;
    size_t i = 0;
    while (i < s.len && !line_is_alnum(s.at[i]))
        i++;
    size_t from = i;
    bool digit = i < s.len && byte_is_digit(s.at[i]);
    while (i < s.len && line_is_alnum(s.at[i]) && byte_is_digit(s.at[i]) == digit)
        i++;
    while (digit && from + 1 < i && s.at[from] == '0')
        from++;
    *number = slice_cut(s, i, s.len);
    return slice_cut(s, from, i);
}

int exhibit_order_compare(struct slice a, struct slice b)
{
    for (;;) {
        struct slice x = exhibit_order_token(&a);
        int order = slice_compare_nocase(x, exhibit_order_token(&b));
        if (order != 0 || x.len == 0)
            return order;
    }
}

uint64_t exhibit_order_hash(struct slice number)
{
    uint64_t hash = slice_hash((struct slice){NULL, 0}); /* another one in each run */
    for (;;) {
        struct slice token = exhibit_order_token(&number);
        if (token.len == 0)
            return hash ^ hash >> 32; /* the low bits are asked for first */
        for (size_t i = 0; i < token.len; i++)
            hash = (hash ^ (unsigned char)byte_lower(token.at[i])) * FACTOR;
        hash *= FACTOR; /* so that "1.0" is not "10" */
    }
}
