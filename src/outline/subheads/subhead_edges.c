/* SPDX-License-Identifier: MIT */
/* Finds the last page of signatures and the last row of a contents list. */
#include "outline/subheads/subhead_edges.h"

#include "outline/items/line.h"

enum {
    ROW = HEAD_PAGE_NUMBER | HEAD_LINK,
    SIGNER_BYTES = 40, /* of a name */
    SIGNER_WORDS = 5,
    ROW_NEAR = 600 /* bytes of text between two rows */
};

/* A name is words that begin large, with no small one between: "Jane Q. Sample". `*initial`: one of
 * them is a letter with a stop. */
static bool is_signer(struct slice s, bool *initial)
{
    static const struct slice small[] = {SLICE_ROW("of"), SLICE_ROW("and"), SLICE_ROW("to"),
                                         SLICE_ROW("the"), SLICE_ROW("on")};
    size_t words = 0, from = 0;
    *initial = false;
    for (size_t i = 0; i <= s.len; i++) {
        if (i < s.len && s.at[i] != ' ')
            continue;
        struct slice word = slice_cut(s, from, i);
        from = i + 1;
        if (word.len == 0)
            continue;
        if (!byte_is_upper(word.at[0]))
            return false;
        for (size_t k = 0; k < sizeof small / sizeof *small; k++)
            if (slice_equal_nocase(word, small[k]))
                return false;
        *initial = *initial || (word.len == 2 && word.at[1] == '.');
        words++;
    }
    return words >= 2 && words <= SIGNER_WORDS && s.len <= SIGNER_BYTES;
}

static bool is_signing(struct slice s)
{
    static const struct slice words[] = {SLICE_ROW("/s/"),      SLICE_ROW("signature"),
                                         SLICE_ROW("director"), SLICE_ROW("pursuant to the req"),
                                         SLICE_ROW("officer"),  SLICE_ROW("____")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(s, words[i]) < s.len)
            return true;
    return false;
}

/* True when the heads [from, to), those of one page, are names and what stands with them. */
static bool is_signed(const struct heads *h, size_t from, size_t to)
{
    size_t names = 0, lines = 0, signs = 0;
    for (size_t i = from; i < to; i++) {
        const struct head *head = &h->list.at[i];
        bool initial = false;
        if (head->features & (HEAD_FURNITURE | HEAD_PAGE_NUMBER))
            continue;
        bool signing = is_signing(head->title);
        bool name = is_signer(head->title, &initial);
        lines++;
        names += signing || name;
        signs += signing || initial;
    }
    return signs > 0 && names * 4 >= lines * 3;
}

size_t subhead_edges_signed(const struct scan *scan, const struct node *node)
{
    const struct heads *h = &scan->heads;
    size_t end = node->offset + node->length;
    size_t at = heads_at(h, node->offset);
    for (bool first = true; at < h->list.count; first = false) {
        size_t from = at;
        while (at < h->list.count && h->list.at[at].page == h->list.at[from].page)
            at++;
        if (!first && !is_signed(h, from, at))
            return h->list.at[from].offset;
    }
    return end;
}

/* The last row so far. */
struct listed_row {
    size_t offset, text; /* of its first letter, in the input; behind it, in the text */
};

static void take(struct listed_row *last, size_t offset, size_t text, size_t len)
{
    if (offset > last->offset && text <= last->text + ROW_NEAR)
        *last = (struct listed_row){offset, text + len};
}

/* The first heading that a link leads to, behind the last row. */
static size_t first_linked(const struct heads *h, size_t last, size_t end)
{
    for (size_t i = heads_at(h, last + 1); i < h->list.count && h->list.at[i].offset < end; i++)
        if ((h->list.at[i].features & (HEAD_LINKED | ROW | HEAD_FURNITURE)) == HEAD_LINKED)
            return h->list.at[i].offset;
    return end;
}

size_t subhead_edges_listed(const struct scan *scan, const struct node *node, size_t end)
{
    const struct heads *h = &scan->heads;
    size_t first = heads_at(h, node->offset);
    if (first == h->list.count)
        return end;
    struct listed_row last = {node->offset, h->list.at[first].text};
    for (size_t i = 0; i < scan->candidates.list.count; i++) {
        const struct candidate *c = &scan->candidates.list.at[i];
        if (c->features & FEATURE_IN_CONTENTS && c->offset > last.offset && c->offset < end)
            last = (struct listed_row){c->offset, c->text + c->title.len};
    }
    end = first_linked(h, last.offset, end);
    for (size_t i = 0; i < scan->links.list.count; i++) {
        const struct jump *j = &scan->links.list.at[i];
        if (j->target != LINKS_NONE && j->target > j->offset && j->offset < end)
            take(&last, j->offset, j->text, j->title.len);
    }
    for (size_t i = first; i < h->list.count && h->list.at[i].offset < end; i++)
        if (h->list.at[i].features & ROW)
            take(&last, h->list.at[i].offset, h->list.at[i].text, h->list.at[i].title.len);
    size_t behind = heads_at(h, last.offset + 1);
    bool any = last.offset > node->offset && behind < h->list.count;
    return any && h->list.at[behind].offset <= end ? h->list.at[behind].offset : end;
}
