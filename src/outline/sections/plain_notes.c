/* SPDX-License-Identifier: MIT */
/* Finds notes by tags and looks. */
#include "outline/sections/plain_notes.h"

#include "base/memory.h"
#include "outline/sections/note_label.h"

#include <stdlib.h>

enum {
    TAGGED_LEAST = 2, /* tags that make a set */
    KNOWN_LEAST = 3,  /* titles that only notes have which make one */
    TITLE_LONGEST = 110
};

/* A heading, not a line of a table, of the top of a page or of a text. */
static bool is_heading(const struct head *head)
{
    unsigned against = HEAD_FURNITURE | HEAD_CONTINUED | HEAD_PAGE_NUMBER | HEAD_LINK | HEAD_TABLE |
                       HEAD_MID_SENTENCE | HEAD_SENTENCE;
    unsigned loud = SET_BOLD | SET_CAPS | SET_UNDERLINE | SET_HEADING | SET_CENTER;
    return !(head->features & against) && (head->set & loud) && !(head->set & SET_RUN_IN) &&
           head->title.len <= TITLE_LONGEST;
}

static void add(struct sections *found, const struct head *head, bool tagged, bool known)
{
    struct section *section = sections_add(found, NODE_NOTE, head, GRADE_PART);
    section->title = note_label_title(head->title, (head->set & SET_RUN_IN) != 0);
    section->confidence =
        (tagged ? 0.92 : 0.72) + (known ? 0.02 : 0) + (is_heading(head) ? 0.04 : -0.1);
    section->why = (tagged ? WHY_TAGGED : WHY_CLASS) | (known ? WHY_TITLE : 0) | WHY_LOOKS;
    if (!tagged)
        section->found_by = FOUND_TITLE;
}

static size_t count_tagged(const bool *tagged, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += tagged[i];
    return count;
}

/* The class with the most known titles, if it begins the region; classes.count when there is none.
 */
static size_t class_of_notes(const struct heads *heads, size_t from, size_t to)
{
    size_t count = heads->classes.count, best = count;
    unsigned *known = memory_alloc((count + 1) * sizeof *known);
    for (size_t i = from; i < to; i++) {
        const struct head *head = &heads->list.at[i];
        if (!is_heading(head) || !note_label_is_known(head->title))
            continue;
        known[head->class]++;
        if (known[head->class] >= KNOWN_LEAST &&
            (best == count || known[head->class] > known[best]))
            best = head->class;
    }
    free(known);
    return best;
}

void plain_notes_find(struct sections *found, const struct heads *heads, const bool *tagged,
                      size_t from, size_t to)
{
    bool tags = count_tagged(tagged, from, to) >= TAGGED_LEAST;
    size_t class = tags ? 0 : class_of_notes(heads, from, to);
    if (!tags && class == heads->classes.count)
        return;
    for (size_t i = from; i < to; i++) {
        const struct head *head = &heads->list.at[i];
        if (tags ? tagged[i] : is_heading(head) && head->class == class)
            add(found, head, tags, note_label_is_known(head->title));
    }
}
