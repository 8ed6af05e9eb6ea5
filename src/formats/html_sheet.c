/* SPDX-License-Identifier: MIT */
#include "formats/html_sheet.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    SLOTS = 4096,     /* of the table of style attributes; a power of 2 */
    KEPT = SLOTS / 2, /* so many are kept, at most */
    LONGEST = 1024,   /* bytes of one that is kept */
    RULES_MOST = 300,
    WORDS_MOST = 16 /* classes of an element that are looked at */
};

struct kept {
    struct slice text;
    struct css css;
};

struct rule {
    struct slice element, class; /* empty: any */
    struct css css;
};

struct html_sheet {
    struct arena arena;
    struct kept *slots[SLOTS];
    size_t kept;
    struct css other; /* of what is not kept */
    ARRAY(struct rule) rules;
    bool full; /* more rules were met */
};

struct html_sheet *html_sheet_new(void)
{
    struct html_sheet *sheet = memory_alloc(sizeof *sheet);
    arena_init(&sheet->arena);
    return sheet;
}

void html_sheet_free(struct html_sheet *sheet)
{
    if (!sheet)
        return;
    arena_deinit(&sheet->arena);
    array_deinit(&sheet->rules);
    free(sheet);
}

const struct css *html_sheet_inline(struct html_sheet *sheet, struct slice text)
{
    if (text.len > LONGEST) {
        css_parse(&sheet->other, text);
        return &sheet->other;
    }
    size_t at = (size_t)slice_hash(text) % SLOTS;
    for (; sheet->slots[at]; at = (at + 1) % SLOTS)
        if (slice_equal(sheet->slots[at]->text, text))
            return &sheet->slots[at]->css;
    if (sheet->kept == KEPT) {
        css_parse(&sheet->other, text);
        return &sheet->other;
    }
    struct kept *kept = arena_alloc(&sheet->arena, sizeof *kept);
    kept->text = arena_copy(&sheet->arena, text);
    css_parse(&kept->css, text);
    sheet->slots[at] = kept;
    sheet->kept++;
    return &kept->css;
}

/* One of the things a rule is for, as far as it is known. */
static void add_rule(struct html_sheet *sheet, struct slice selector, const struct css *css)
{
    selector = slice_trim(selector);
    const char *dot = selector.len ? memchr(selector.at, '.', selector.len) : NULL;
    size_t name = dot ? (size_t)(dot - selector.at) : selector.len;
    struct slice class = slice_cut(selector, name + (dot != NULL), selector.len);
    for (size_t i = 0; i < selector.len; i++) {
        char c = selector.at[i];
        bool part = byte_is_letter(c) || byte_is_digit(c) || c == '-' || c == '_' || i == name;
        if (!part)
            return;
    }
    if (selector.len == 0 || (dot && class.len == 0))
        return;
    sheet->full = sheet->rules.count == RULES_MOST;
    if (sheet->full)
        return;
    array_push(&sheet->rules,
               ((struct rule){arena_copy(&sheet->arena, slice_cut(selector, 0, name)),
                              arena_copy(&sheet->arena, class), *css}));
}

/* The text without its comments. */
static struct slice without_comments(struct arena *arena, struct slice text)
{
    char *out = arena_array(arena, text.len + 1, 1);
    size_t length = 0;
    while (text.len) {
        size_t begin = slice_find(text, SLICE("/*"));
        memcpy(out + length, text.at, begin);
        length += begin;
        text = slice_cut(text, begin + 2, text.len);
        size_t end = slice_find(text, SLICE("*/"));
        text = slice_cut(text, end + 2, text.len);
    }
    return (struct slice){out, length};
}

void html_sheet_add(struct html_sheet *sheet, struct slice text)
{
    text = without_comments(&sheet->arena, text);
    while (text.len) {
        struct css css;
        size_t open = slice_find(text, SLICE("{"));
        struct slice selectors = slice_cut(text, 0, open);
        text = slice_cut(text, open + 1, text.len);
        size_t close = slice_find(text, SLICE("}"));
        css_parse(&css, slice_cut(text, 0, close));
        text = slice_cut(text, close + 1, text.len);
        while (selectors.len) {
            size_t comma = slice_find(selectors, SLICE(","));
            add_rule(sheet, slice_cut(selectors, 0, comma), &css);
            selectors = slice_cut(selectors, comma + 1, selectors.len);
        }
    }
}

bool html_sheet_is_full(const struct html_sheet *sheet)
{
    return sheet->full;
}

bool html_sheet_has_rules(const struct html_sheet *sheet)
{
    return sheet->rules.count > 0;
}

static bool has_class(struct slice classes, struct slice class)
{
    for (size_t word = 0; word < WORDS_MOST; word++) {
        size_t end = 0;
        classes = slice_trim(classes);
        while (end < classes.len && !byte_is_blank(classes.at[end]))
            end++;
        if (end == 0)
            return false;
        if (slice_equal(slice_cut(classes, 0, end), class))
            return true;
        classes = slice_cut(classes, end, classes.len);
    }
    return false;
}

void html_sheet_rules(const struct html_sheet *sheet, struct slice element, struct slice classes,
                      struct css *css)
{
    for (int by_class = 0; by_class < 2; by_class++) {
        for (size_t i = 0; i < sheet->rules.count; i++) {
            const struct rule *rule = &sheet->rules.at[i];
            if ((rule->class.len > 0) != by_class)
                continue;
            if (rule->element.len && !slice_equal_nocase(rule->element, element))
                continue;
            if (!by_class || has_class(classes, rule->class))
                css_merge(css, &rule->css);
        }
    }
}
