/* SPDX-License-Identifier: MIT */
/* Writes candidates and their scores for people. */
#include "outline/items/explain.h"

#include "base/memory.h"
#include "outline/items/label.h"
#include "outline/items/score.h"

#include <stdlib.h>

enum { TITLE_BYTES = 80 };

struct named {
    unsigned feature;
    const char *name;
};

static const struct named FEATURES[] = {
    {FEATURE_CAPS, "capitals"},
    {FEATURE_BLANK_ABOVE, "gap above"},
    {FEATURE_SEPARATOR, "separator"},
    {FEATURE_HEADING_CASE, "heading case"},
    {FEATURE_BOLD, "bold"},
    {FEATURE_LINKED, "contents link here"},
    {FEATURE_LISTED, "in the contents"},
    {FEATURE_SIGNED, "signed"},
    {FEATURE_UNLABELLED, "no label"},
    {FEATURE_NO_TITLE, "no title"},
    {FEATURE_PROSE, "goes on as a sentence"},
    {FEATURE_MID_SENTENCE, "within a sentence"},
    {FEATURE_PAGE_NUMBER, "page number"},
    {FEATURE_CONTINUED, "continued"},
    {FEATURE_FURNITURE, "running head"},
    {FEATURE_BOXES, "check boxes"},
    {FEATURE_QUOTED, "quoted"},
    {FEATURE_PARAGRAPH, "paragraph of an Item"},
    {FEATURE_ROMAN, "roman"},
    {FEATURE_INCORPORATED, "incorporated"},
    {FEATURE_OMITTED, "omitted"},
    {FEATURE_RESERVED, "reserved"},
    {FEATURE_IN_CONTENTS, "row of a contents list"},
    {FEATURE_BOILERPLATE, "by its words"},
    {FEATURE_LINK, "is a link"},
};

static const char *title_words(enum score_title title)
{
    static const char *const words[] = {[SCORE_TITLE_NONE] = "title not known",
                                        [SCORE_TITLE_SAME] = "title of the form",
                                        [SCORE_TITLE_LIKE] = "nearly the title of the form",
                                        [SCORE_TITLE_OTHER] = "title of another Item"};
    return words[title];
}

static void add_label(const struct candidate *c, struct buffer *out)
{
    static const char *const kinds[] = {"Part",          "Item",     "signatures",
                                        "exhibit index", "contents", "exhibit"};
    buffer_add_text(out, kinds[c->kind]);
    if (c->kind == CANDIDATE_PART)
        buffer_addf(out, " %s", label_roman(c->part));
    for (size_t i = 0; i < c->count; i++) {
        buffer_add_text(out, i ? ", " : " ");
        buffer_add(out, c->numbers[i]);
    }
}

static void add_candidate(const struct candidate *c, const struct form *form, bool taken,
                          struct buffer *out)
{
    bool item = c->kind == CANDIDATE_ITEM && form->family;
    double score = item ? score_item(c, form, (struct slice){0}) : score_features(c->features);
    buffer_addf(out, "%c %10zu  %6.2f  ", taken ? '*' : ' ', c->offset, score);
    add_label(c, out);
    if (c->title.len > 0) {
        buffer_add_text(out, "  \"");
        buffer_add(out, slice_cut(c->title, 0, TITLE_BYTES));
        buffer_add_text(out, c->title.len > TITLE_BYTES ? "...\"" : "\"");
    }
    const char *before = "  (";
    if (item) {
        buffer_addf(out, "%s%s", before, title_words(score_title_of(c, form)));
        before = ", ";
    }
    for (size_t i = 0; i < sizeof FEATURES / sizeof *FEATURES; i++) {
        if (!(c->features & FEATURES[i].feature))
            continue;
        buffer_addf(out, "%s%s", before, FEATURES[i].name);
        before = ", ";
    }
    buffer_add_text(out, *before == ',' ? ")\n" : "\n");
}

void explain_write(struct buffer *out, const struct candidates *c, const struct form *form,
                   const struct chain *chain)
{
    bool *taken = memory_alloc(c->list.count + 1);
    for (size_t i = 0; i < chain->items.count; i++)
        taken[chain->items.at[i].candidate] = true;
    for (size_t p = 0; p < CHAIN_PARTS; p++)
        if (chain->parts[p] != CHAIN_NONE)
            taken[chain->parts[p]] = true;
    if (chain->signatures != CHAIN_NONE)
        taken[chain->signatures] = true;
    if (chain->exhibit_index != CHAIN_NONE)
        taken[chain->exhibit_index] = true;
    for (size_t i = 0; i < c->list.count; i++)
        add_candidate(&c->list.at[i], form, taken[i], out);
    free(taken);
}
