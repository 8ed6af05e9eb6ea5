/* SPDX-License-Identifier: MIT */
/*
 * Patterns from the devil: the first line is the pattern, the rest the text of a filing.
 *
 * Whatever the pattern, it is refused or it ends; hits are in order, inside the input and never
 * empty; and the words that a match must contain are in every plain match.
 */
#include "search/search.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>

static void check_words(struct slice pattern, struct pattern_options options, struct slice text)
{
    struct error e = {0};
    struct pattern *p = pattern_new(pattern, options, &e);
    if (!p)
        return;
    struct matcher *m = matcher_new(p);
    const struct prefilter *f = pattern_prefilter(p);
    size_t from = 0, start, end;
    while (matcher_find(m, text, from, text.len, &start, &end) == PATTERN_HIT) {
        if (start < from || end <= start || end > text.len)
            abort();
        /* \K takes the beginning out of the match, so the whole text is asked. */
        if (f && prefilter_find(f, text, 0, text.len) == text.len)
            abort();
        from = end;
    }
    matcher_free(m);
    pattern_free(p);
}

static void check_search(struct slice pattern, struct pattern_options options, struct slice text)
{
    struct error e = {0};
    struct pattern *p = pattern_new(pattern, options, &e);
    struct input *input = input_from_bytes("fuzz", text);
    struct submission *s = p ? submission_open(input, &e) : NULL;
    if (!s) {
        input_close(input);
        pattern_free(p);
        return;
    }
    struct scope scope = {{0, 0}, {(size_t)-1, (size_t)-1}};
    struct search *search = search_new(s, p, scope, (struct place){0, text.len / 2});
    while (!search_step(search, 1000))
        continue;
    bool capped;
    size_t behind = 0;
    for (size_t i = 0; i < search_hits(search, &capped); i++) {
        struct hit hit = search_hit(search, i);
        if (hit.offset < behind || hit.length == 0 || hit.offset + hit.length > text.len)
            abort();
        behind = hit.offset + hit.length;
    }
    search_free(search);
    submission_free(s);
    pattern_free(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice rest = {(const char *)data, size}, pattern = {0};
    if (!slice_next_line(&rest, &pattern) || rest.len == 0)
        return 0;
    pattern = slice_cut(pattern, 0, 200);
    struct pattern_options options = {.smart_case = true};
    if (utf8_is_ascii(rest))
        check_words(pattern, options, rest);
    check_search(pattern, options, rest);
    options.literal = true;
    check_search(pattern, options, rest);
    options.number = true;
    if (utf8_is_ascii(rest))
        check_words(pattern, options, rest);
    check_search(pattern, options, rest);
    return 0;
}
