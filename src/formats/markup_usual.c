/* SPDX-License-Identifier: MIT */
#include "formats/markup_usual.h"

/* The kinds, and what stands in them. */
enum {
    CELL = 1,
    ROW = 2,
    ROWS = 4,
    TABLE = 8,
    PARAGRAPH = 16,
    BLOCK = 32,
    LETTERS = 64,
    LINK = 128,
    BREAK = 256,
    RULE = 512,
    IN_LINE = LETTERS | LINK | BREAK,
    IN_BLOCK = IN_LINE | TABLE | PARAGRAPH | BLOCK | RULE
};

/* By the length of their names; in each length, the most usual first. */
static const struct markup_usual all[] = {
    {SLICE_ROW("p"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("b"), LETTERS, IN_LINE, false},
    {SLICE_ROW("a"), LINK, LETTERS | BREAK, false},
    {SLICE_ROW("i"), LETTERS, IN_LINE, false},
    {SLICE_ROW("u"), LETTERS, IN_LINE, false},
    {SLICE_ROW("td"), CELL, IN_BLOCK, false},
    {SLICE_ROW("tr"), ROW, CELL, false},
    {SLICE_ROW("br"), BREAK, 0, true},
    {SLICE_ROW("hr"), RULE, 0, true},
    {SLICE_ROW("th"), CELL, IN_BLOCK, false},
    {SLICE_ROW("h1"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("h2"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("h3"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("h4"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("h5"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("h6"), PARAGRAPH, IN_LINE, false},
    {SLICE_ROW("em"), LETTERS, IN_LINE, false},
    {SLICE_ROW("div"), BLOCK, IN_BLOCK, false},
    {SLICE_ROW("sup"), LETTERS, IN_LINE, false},
    {SLICE_ROW("sub"), LETTERS, IN_LINE, false},
    {SLICE_ROW("img"), BREAK, 0, true},
    {SLICE_ROW("font"), LETTERS, IN_LINE, false},
    {SLICE_ROW("span"), LETTERS, IN_LINE, false},
    {SLICE_ROW("table"), TABLE, ROW | ROWS, false},
    {SLICE_ROW("small"), LETTERS, IN_LINE, false},
    {SLICE_ROW("tbody"), ROWS, ROW, false},
    {SLICE_ROW("center"), BLOCK, IN_BLOCK, false},
    {SLICE_ROW("strong"), LETTERS, IN_LINE, false},
};

const struct markup_usual *markup_usual_all(size_t *count)
{
    *count = sizeof all / sizeof *all;
    return all;
}

const struct markup_usual *markup_usual(struct slice name)
{
    for (size_t i = 0; i < sizeof all / sizeof *all && all[i].name.len <= name.len; i++)
        if (slice_equal_nocase(all[i].name, name))
            return &all[i];
    return NULL;
}
