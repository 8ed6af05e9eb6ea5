/* SPDX-License-Identifier: MIT */
/* Judges runs of numbered lines. */
#include "outline/sections/note_set.h"

#include "outline/items/line.h"

enum {
    PLAIN_LEAST = 3, /* notes of a run without any heading above, whose labels are but numbers */
    SHORT_TITLE = 48 /* bytes */
};

static bool is_loud(const struct head *head)
{
    return (head->set & (SET_BOLD | SET_UNDERLINE | SET_CAPS | SET_HEADING)) != 0;
}

void note_set_measure(struct note_set *set, const struct note_marks *marks,
                      const struct heads *heads)
{
    size_t votes = 0; /* for the class, less those against it: what is left has most */
    for (size_t i = 0; i < set->count; i++) {
        const struct note_mark *mark = &marks->list.at[set->at[i]];
        const struct head *head = &heads->list.at[mark->head];
        set->known += mark->known;
        set->tagged += mark->tagged;
        set->titles +=
            line_is_heading_case(mark->title) || (mark->known && mark->title.len <= SHORT_TITLE);
        set->loud += is_loud(head);
        if (votes == 0)
            set->class = mark->class;
        if (mark->class == set->class)
            votes++;
        else
            votes--;
    }
}

bool note_set_is_notes(const struct note_set *set, const struct note_marks *marks)
{
    const struct note_mark *first = &marks->list.at[set->at[0]];
    bool word = note_style_is_word(first->label.style);
    if (first->tagged || set->tagged * 2 > set->count)
        return true;
    if (first->near && set->count >= 2)
        return true;
    if (!word && set->loud * 2 < set->count && set->titles * 2 < set->count)
        return false;
    if (first->below)
        return word || set->count >= PLAIN_LEAST || (set->known > 0 && set->loud > 0);
    if (!first->statements)
        return word && set->count >= PLAIN_LEAST && set->known * 2 >= set->count;
    return word ? set->known > 0
                : set->count >= PLAIN_LEAST && set->known * 2 >= set->count &&
                      set->loud * 2 >= set->count;
}

/* The set as a whole says most: behind its heading, of several notes with titles that notes have.
 */
static bool is_sure(const struct note_set *set, const struct note_marks *marks)
{
    const struct note_mark *first = &marks->list.at[set->at[0]];
    return first->below && set->count >= 4 && set->known * 2 >= set->count;
}

double note_set_confidence(const struct note_set *set, const struct note_marks *marks,
                           const struct heads *heads, const struct note_mark *mark)
{
    const struct head *head = &heads->list.at[mark->head];
    bool near = marks->list.at[set->at[0]].near;
    double c = is_sure(set, marks) ? 0.9 : near ? 0.78 : 0.72;
    c += note_style_is_word(mark->label.style) ? 0.06 : 0;
    c += mark->class == set->class ? 0.04 : 0;
    c += is_loud(head) ? 0.03 : 0;
    c += mark->known ? 0.05 : 0;
    c += mark->tagged ? 0.12 : 0;
    c -= mark->groups > 0 ? 0 : 0.06;
    c -= mark->gap ? 0.12 : 0;
    c -= (head->features & (HEAD_TABLE | HEAD_MID_SENTENCE)) != 0 ? 0.12 : 0;
    c -= mark->title.len == 0 ? 0.1 : 0;
    return c > 0.98 ? 0.98 : c;
}
