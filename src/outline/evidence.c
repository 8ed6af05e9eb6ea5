/* SPDX-License-Identifier: MIT */
/* Says why a node is taken for one. */
#include "outline/outline.h"

struct reason {
    unsigned bit;
    const char *words;
};

static bool add_reasons(unsigned why, const struct reason *reasons, size_t count,
                        const char *before, struct buffer *out)
{
    bool any = false;
    for (size_t i = 0; i < count; i++) {
        if (!(why & reasons[i].bit))
            continue;
        buffer_add_text(out, any ? ", " : before);
        buffer_add_text(out, reasons[i].words);
        any = true;
    }
    return any;
}

unsigned node_doubts(const struct node *node)
{
    const unsigned against = ~0u << 16;
    unsigned doubts = node->why & against;
    bool sure = node->confidence * 100.0 >= (double)NODE_SURE;
    return sure || doubts != 0 ? doubts : DOUBT_FEW;
}

void node_why(const struct node *node, struct buffer *out)
{
    static const struct reason good[] = {
        {WHY_DECLARED, "declared in the header"},
        {WHY_LABEL, "its label is printed"},
        {WHY_TITLE, "the title is a known one"},
        {WHY_LOOKS, "set as a heading"},
        {WHY_CLASS, "set as the other headings are"},
        {WHY_LINKED, "the contents link to it"},
        {WHY_LISTED, "the contents list it"},
        {WHY_TAGGED, "tagged by the filer"},
        {WHY_ORDER, "in its place among its neighbours"},
        {WHY_TABLE, "its table follows"},
        {WHY_SIGNED, "the words of a signature page follow"},
    };
    static const struct reason bad[] = {
        {DOUBT_TITLE, "another title than expected"},
        {DOUBT_ORDER, "out of order"},
        {DOUBT_RIVAL, "another place is nearly as good"},
        {DOUBT_LOOKS, "looks like text"},
        {DOUBT_INDEX, "in a list that refers to pages"},
        {DOUBT_ALONE, "without a heading, by its words only"},
        {DOUBT_LABEL, "no label is printed"},
        {DOUBT_FEW, "little speaks for it"},
    };
    bool any = add_reasons(node->why, good, sizeof good / sizeof *good, "", out);
    add_reasons(node_doubts(node), bad, sizeof bad / sizeof *bad, any ? "; but " : "", out);
}
