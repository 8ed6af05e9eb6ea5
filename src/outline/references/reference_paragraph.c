/* SPDX-License-Identifier: MIT */
/* Finds the paragraph of a note by its letter. */
#include "outline/references/reference_paragraph.h"

#include "outline/items/line.h"

enum { NODES = 200 }; /* so many of a note are looked at */

/* The words begin with the letter or number: "(c) Investments", "c. Investments". */
static bool begins(struct slice words, struct slice letter)
{
    size_t open = line_byte(words, 0) == '(' ? 1 : 0;
    size_t end = open + letter.len;
    char closing = line_byte(words, end);
    return slice_equal_nocase(slice_cut(words, open, end), letter) &&
           (closing == ')' || (closing == '.' && open == 0));
}

size_t reference_paragraph(const struct node *nodes, size_t count, size_t note, struct slice number)
{
    struct slice letter = slice_cut(number, slice_find(number, SLICE("(")) + 1, number.len);
    size_t most = count - note > NODES ? note + NODES : count;
    size_t found = note;
    letter = slice_cut(letter, 0, slice_find(letter, SLICE(")")));
    for (size_t i = note + 1; i < most && letter.len > 0 && nodes[i].level > nodes[note].level; i++)
        if ((found == note || nodes[i].level < nodes[found].level) &&
            (begins(nodes[i].label, letter) || begins(nodes[i].title, letter)))
            found = i;
    return found;
}
