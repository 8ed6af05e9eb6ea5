/* SPDX-License-Identifier: MIT */
/*
 * Numbers: the first line is what was typed, the rest a text with numbers.
 *
 * Numbers of the text come in order and lie in it, with what is said around them; digits are those
 * that fit; and what was typed finds itself where it stands alone.
 */
#include "search/amount.h"

#include "must.h"

#include <stdint.h>

enum { MOST_DIGITS = 18 };

static void check_number(struct slice text, const struct number *n)
{
    must(n->start < n->end && n->end <= text.len);
    must(number_count(n->digits) <= MOST_DIGITS);
    must(n->digits == 0 ? n->power == 0 : n->digits % 10 != 0);
    struct number_side side = number_around(text, n);
    must(side.start <= n->start && side.end >= n->end && side.end <= text.len);
    must(side.beyond >= n->end && side.beyond <= text.len);
    must(side.unit == 0 || side.unit == 3 || side.unit == 6 || side.unit == 9 || side.unit == 12);
}

static void check_text(struct slice text, const struct amount *wanted)
{
    struct number n, joined;
    struct number_side side;
    for (size_t from = 0; number_next(text, from, text.len, &n); from = n.end) {
        must(n.start >= from);
        check_number(text, &n);
        if (number_joined(text, &n, &joined)) {
            must(joined.start == n.start && joined.end > n.end);
            check_number(text, &joined);
        }
        if (wanted && amount_is(wanted, text, &n, &side) != AMOUNT_OTHER)
            must(side.start <= n.start && side.end >= n.end && side.end <= text.len);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice rest = {(const char *)data, size}, typed = {0};
    struct amount a;
    struct error e = {0};
    slice_next_line(&rest, &typed);
    bool is_one = amount_read(typed, &a, &e);
    must(is_one || e.message[0] != '\0');
    if (is_one) {
        struct literals words = amount_words(&a);
        for (size_t i = 0; i < words.count; i++)
            must(words.word[i].len >= 2 && words.word[i].len <= LITERAL_LONGEST);
    }
    if (utf8_valid(rest))
        check_text(rest, is_one ? &a : NULL);
    return 0;
}
