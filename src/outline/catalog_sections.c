/* SPDX-License-Identifier: MIT */
/* Reads the catalogue's chapter titles, and finds them by their first letters. */
#include "outline/catalog_sections.h"

#include <string.h>

struct section_row {
    const char *family;
    const char *titles; /* divided by '|' */
};

#define FAMILY(id, order, from, to, forms)
#define PART(family, part, title)
#define ITEM(family, part, number, expect, from, to, title, aliases)
#define EXHIBIT(number, name)
#define SECTION(family, titles) {family, titles},
#define LETTERED(family)
#define OMITS(family, leave, part, numbers)
#define LACKS(forms, part)
#define COVERS(forms, span)
static const struct section_row SECTIONS[] = {
#include "outline/catalog.def"
};

struct catalog_title {
    struct slice text; /* has two letters at least */
    const char *family;
    size_t next; /* of its slot: place + 1, or 0 */
};

static size_t slot_of(char first, char second)
{
    return ((size_t)(unsigned char)first * 31 + (unsigned char)second) % CATALOG_SLOTS;
}

/* The slot of a title as it is when folded: apostrophes gone, other signs as a space. */
static size_t slot_of_title(struct slice title)
{
    size_t i = 1;
    while (i < title.len && title.at[i] == '\'')
        i++;
    char second = i < title.len ? byte_lower(title.at[i]) : ' ';
    bool counts = byte_is_letter(second) || byte_is_digit(second);
    return slot_of(byte_lower(title.at[0]), counts ? second : ' ');
}

static void add_titles(struct catalog_sections *c, const struct section_row *row)
{
    struct slice rest = slice_of(row->titles);
    while (rest.len > 0) {
        const char *bar = memchr(rest.at, '|', rest.len);
        size_t end = bar ? (size_t)(bar - rest.at) : rest.len;
        array_push(&c->titles, ((struct catalog_title){slice_cut(rest, 0, end), row->family, 0}));
        rest = slice_cut(rest, end + 1, rest.len);
    }
}

void catalog_sections_init(struct catalog_sections *c)
{
    memset(c, 0, sizeof *c);
    for (size_t i = 0; i < sizeof SECTIONS / sizeof *SECTIONS; i++)
        add_titles(c, &SECTIONS[i]);
    for (size_t i = c->titles.count; i-- > 0;) { /* from behind, so that the first comes first */
        size_t slot = slot_of_title(c->titles.at[i].text);
        c->titles.at[i].next = c->first[slot];
        c->first[slot] = i + 1;
    }
}

void catalog_sections_deinit(struct catalog_sections *c)
{
    array_deinit(&c->titles);
}

/* True when the folded text is the title, or begins with it: then *whole is false. */
static bool begins_with_title(struct slice folded, struct slice title, bool *whole)
{
    size_t at = 0;
    bool gap = false;
    for (size_t i = 0; i < title.len; i++) {
        char c = byte_lower(title.at[i]);
        if (c == '\'')
            continue;
        if (!byte_is_letter(c) && !byte_is_digit(c)) {
            gap = true;
            continue;
        }
        if (gap && at > 0 && (at >= folded.len || folded.at[at++] != ' '))
            return false;
        gap = false;
        if (at >= folded.len || folded.at[at++] != c)
            return false;
    }
    *whole = at == folded.len;
    return *whole || folded.at[at] == ' ';
}

const char *catalog_sections_find(const struct catalog_sections *c, struct slice folded,
                                  bool *whole)
{
    const char *begun = NULL;
    *whole = false;
    if (folded.len < 2)
        return NULL;
    for (size_t i = c->first[slot_of(folded.at[0], folded.at[1])]; i > 0;) {
        const struct catalog_title *title = &c->titles.at[i - 1];
        i = title->next;
        if (byte_lower(title->text.at[0]) != folded.at[0] ||
            !begins_with_title(folded, title->text, whole))
            continue;
        if (*whole)
            return title->family;
        if (begun == NULL)
            begun = title->family;
    }
    *whole = false;
    return begun;
}
