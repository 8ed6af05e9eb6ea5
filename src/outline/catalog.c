/* SPDX-License-Identifier: MIT */
/* Reads the catalogue's rows and looks things up in them. */
#include "outline/catalog.h"

#include "outline/items/title.h"

#include <string.h>

struct part_row {
    const char *family;
    const char *part;
    const char *title;
};

struct exhibit_row {
    const char *number;
    const char *name;
};

struct omit_row {
    const char *family;
    enum catalog_leave leave;
    const char *part;
    const char *numbers; /* divided by '|' */
};

struct cover_row {
    const char *forms; /* divided by '|' */
    enum catalog_span span;
};

#define FAMILY(id, order, from, to, forms) {id, order, from, to, forms},
#define PART(family, part, title)
#define ITEM(family, part, number, expect, from, to, title, aliases)
#define EXHIBIT(number, name)
#define SECTION(family, titles)
#define LETTERED(family)
#define OMITS(family, leave, part, numbers)
#define LACKS(forms, part)
#define COVERS(forms, span)
static const struct catalog_family FAMILIES[] = {
#include "outline/catalog.def"
};
#undef FAMILY
#undef PART
#define FAMILY(id, order, from, to, forms)
#define PART(family, part, title) {family, part, title},
static const struct part_row PARTS[] = {
#include "outline/catalog.def"
};
#undef PART
#undef ITEM
#define PART(family, part, title)
#define ITEM(family, part, number, expect, from, to, title, aliases)                               \
    {family, part, number, expect, from, to, title, aliases},
static const struct catalog_item ITEMS[] = {
#include "outline/catalog.def"
};
#undef ITEM
#undef EXHIBIT
#define ITEM(family, part, number, expect, from, to, title, aliases)
#define EXHIBIT(number, name) {number, name},
static const struct exhibit_row EXHIBITS[] = {
#include "outline/catalog.def"
};
#undef EXHIBIT
#undef LETTERED
#define EXHIBIT(number, name)
#define LETTERED(family) family,
static const char *const LETTEREDS[] = {
#include "outline/catalog.def"
};
#undef LETTERED
#undef OMITS
#define LETTERED(family)
#define OMITS(family, leave, part, numbers) {family, leave, part, numbers},
static const struct omit_row OMITTED[] = {
#include "outline/catalog.def"
};
#undef OMITS
#undef LACKS
#define OMITS(family, leave, part, numbers)
#define LACKS(forms, part) {forms, part},
static const char *const LACKING[][2] = {
#include "outline/catalog.def"
};

#undef LACKS
#undef COVERS
#define LACKS(forms, part)
#define COVERS(forms, span) {forms, span},
static const struct cover_row COVERED[] = {
#include "outline/catalog.def"
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* Takes the next piece off a list divided by '|'. */
static bool next_of_list(struct slice *rest, struct slice *piece)
{
    if (rest->len == 0)
        return false;
    const char *bar = memchr(rest->at, '|', rest->len);
    size_t end = bar ? (size_t)(bar - rest->at) : rest->len;
    *piece = slice_cut(*rest, 0, end);
    *rest = slice_cut(*rest, end + 1, rest->len);
    return true;
}

static struct slice without_amendment(struct slice form)
{
    form = slice_trim(form);
    if (slice_ends_nocase(form, SLICE("/A")))
        form.len -= 2;
    return form;
}

/* Takes the next byte that counts in a form type; 0 at the end. */
static char next_form_byte(struct slice *s)
{
    while (s->len > 0) {
        char c = byte_upper(s->at[0]);
        *s = slice_cut(*s, 1, s->len);
        if (!byte_is_blank(c) && c != '-')
            return c;
    }
    return 0;
}

/* True when both spell the same form type: case, blanks, hyphens and "/A" aside. */
static bool is_same_form(struct slice a, struct slice b)
{
    a = without_amendment(a);
    b = without_amendment(b);
    for (;;) {
        char x = next_form_byte(&a);
        if (x != next_form_byte(&b))
            return false;
        if (x == 0)
            return true;
    }
}

/* Dates are compared as text; an empty bound is open. */
static bool between(struct slice date, const char *from, const char *to)
{
    if (date.len != 10)
        return true;
    return (from[0] == 0 || strncmp(date.at, from, 10) >= 0) &&
           (to[0] == 0 || strncmp(date.at, to, 10) <= 0);
}

static bool is_in_list(const char *forms, struct slice form)
{
    char first = form.len > 0 ? byte_lower(form.at[0]) : 0;
    for (const char *at = forms; *at;) {
        const char *end = at;
        while (*end && *end != '|')
            end++;
        /* Most differ in the first letter; what is no letter or digit is for the comparison. */
        bool may = byte_lower(*at) == first || !(byte_is_letter(first) || byte_is_digit(first));
        if (may && is_same_form((struct slice){at, (size_t)(end - at)}, form))
            return true;
        at = *end ? end + 1 : end;
    }
    return false;
}

const struct catalog_family *catalog_family(struct slice form, struct slice date)
{
    const struct catalog_family *found = NULL;
    if (form.len == 0)
        return NULL;
    for (size_t i = 0; i < COUNT(FAMILIES); i++) {
        if (!is_in_list(FAMILIES[i].forms, form))
            continue;
        found = &FAMILIES[i];
        if (date.len > 0 && between(date, found->from, found->to))
            break;
    }
    return found;
}

const struct catalog_family *catalog_sibling(const struct catalog_family *family)
{
    struct slice forms = slice_of(family->forms);
    struct slice form;
    if (!next_of_list(&forms, &form))
        return NULL;
    for (size_t i = 0; i < COUNT(FAMILIES); i++)
        if (&FAMILIES[i] != family && is_in_list(FAMILIES[i].forms, form))
            return &FAMILIES[i];
    return NULL;
}

size_t catalog_items(const struct catalog_family *family, const struct catalog_item **items)
{
    size_t first = 0;
    while (first < COUNT(ITEMS) && strcmp(ITEMS[first].family, family->id) != 0)
        first++;
    size_t end = first;
    while (end < COUNT(ITEMS) && strcmp(ITEMS[end].family, family->id) == 0)
        end++;
    *items = first < COUNT(ITEMS) ? &ITEMS[first] : NULL;
    return end - first;
}

bool catalog_lacks_part(struct slice form, struct slice part)
{
    for (size_t i = 0; i < COUNT(LACKING); i++)
        if (slice_equal(part, slice_of(LACKING[i][1])) && is_in_list(LACKING[i][0], form))
            return true;
    return false;
}

enum catalog_span catalog_covers(struct slice form)
{
    for (size_t i = 0; i < COUNT(COVERED); i++)
        if (is_in_list(COVERED[i].forms, form))
            return COVERED[i].span;
    return CATALOG_NO_SPAN;
}

bool catalog_may_omit(const struct catalog_item *item, enum catalog_leave leave)
{
    for (size_t i = 0; i < COUNT(OMITTED); i++)
        if (OMITTED[i].leave == leave && strcmp(OMITTED[i].family, item->family) == 0 &&
            strcmp(OMITTED[i].part, item->part) == 0 &&
            is_in_list(OMITTED[i].numbers, slice_of(item->number)))
            return true;
    return false;
}

bool catalog_in_force(const struct catalog_item *item, struct slice date)
{
    return between(date, item->from, item->to);
}

static bool counts(char c)
{
    return byte_is_digit(c) || byte_is_letter(c);
}

/* Takes the next byte that counts in an Item's number; 0 at the end. A full stop counts only
 * between digits: "16.A" is 16A, "1.01" is not 101. */
static char next_number_byte(struct slice *s, char before)
{
    while (s->len > 0) {
        char c = byte_upper(s->at[0]);
        *s = slice_cut(*s, 1, s->len);
        if (counts(c))
            return c;
        if (c == '.' && byte_is_digit(before) && s->len > 0 && byte_is_digit(s->at[0]))
            return c;
    }
    return 0;
}

bool catalog_is_number(const struct catalog_item *item, struct slice number)
{
    struct slice known = slice_of(item->number);
    /* Most differ in the first byte; a letter or a digit there always counts. */
    if (known.len > 0 && number.len > 0 && counts(known.at[0]) && counts(number.at[0]) &&
        byte_upper(known.at[0]) != byte_upper(number.at[0]))
        return false;
    /* A sub-item such as 4.A stands beside an Item 4A: there the full stop decides. */
    bool dotted = slice_find(known, SLICE(".")) < known.len;
    if (dotted && !slice_equal_nocase(known, number))
        return false;
    char before = 0;
    for (;;) {
        char a = next_number_byte(&known, before);
        if (a != next_number_byte(&number, before))
            return false;
        if (a == 0)
            return true;
        before = a;
    }
}

/* How well the folded title is that of the Item; `known` is room for those of the catalogue. */
static double match_folded(const struct catalog_item *item, struct slice printed,
                           struct buffer *known)
{
    double best = 0;
    struct slice title = slice_of(item->title);
    struct slice rest = slice_of(item->aliases);
    do {
        buffer_clear(known);
        title_fold(known, title);
        double score = title_match_folded(printed, buffer_slice(known));
        if (score > best)
            best = score;
    } while (best < 1 && next_of_list(&rest, &title));
    return best;
}

double catalog_match(const struct catalog_item *item, struct slice printed)
{
    struct buffer folded = {0}, known = {0};
    title_fold(&folded, printed);
    double match = match_folded(item, buffer_slice(&folded), &known);
    buffer_deinit(&folded);
    buffer_deinit(&known);
    return match;
}

const char *catalog_part_title(const struct catalog_family *family, const char *part)
{
    for (size_t i = 0; i < COUNT(PARTS); i++)
        if (strcmp(PARTS[i].family, family->id) == 0 && strcmp(PARTS[i].part, part) == 0)
            return PARTS[i].title;
    return "";
}

/* The best row for a title; rows in force win over rows of other dates that match as well. */
static const struct catalog_item *by_title(const struct catalog_family *family, struct slice date,
                                           struct slice title)
{
    static const double in_force = 0.03;
    const struct catalog_item *items;
    const struct catalog_item *found = NULL;
    double best = 0.8; /* less is a likeness, not a name */
    size_t count = catalog_items(family, &items);
    struct buffer folded = {0}, known = {0};
    title_fold(&folded, title);
    for (size_t i = 0; i < count && best < 1 + in_force; i++) {
        double score = match_folded(&items[i], buffer_slice(&folded), &known) +
                       (catalog_in_force(&items[i], date) ? in_force : 0);
        if (score > best) {
            best = score;
            found = &items[i];
        }
    }
    buffer_deinit(&folded);
    buffer_deinit(&known);
    return found;
}

struct slice catalog_declared(struct slice form, struct slice date, struct slice line)
{
    static const struct slice none = {0};
    line = slice_trim(line);
    if (line.len > 0 && byte_is_digit(line.at[0]))
        return line;
    const struct catalog_family *family = catalog_family(form, date);
    if (family == NULL)
        return none;
    const struct catalog_item *item = by_title(family, date, line);
    if (item == NULL && catalog_sibling(family) != NULL)
        item = by_title(catalog_sibling(family), date, line);
    return item != NULL ? slice_of(item->number) : none;
}

bool catalog_exhibit_type(struct slice type, struct slice *number)
{
    static const struct slice front = {"EX-", 3};
    *number = slice_cut(type, front.len, type.len);
    return slice_starts_nocase(type, front);
}

bool catalog_letters_exhibits(struct slice form, struct slice date)
{
    const struct catalog_family *family = catalog_family(form, date);
    for (size_t i = 0; family != NULL && i < COUNT(LETTEREDS); i++)
        if (strcmp(LETTEREDS[i], family->id) == 0)
            return true;
    return false;
}

const char *catalog_exhibit_name(struct slice number)
{
    size_t digits = 0;
    while (digits < number.len && byte_is_digit(number.at[digits]))
        digits++;
    for (size_t i = 0; i < COUNT(EXHIBITS); i++)
        if (slice_equal(slice_cut(number, 0, digits), slice_of(EXHIBITS[i].number)))
            return EXHIBITS[i].name;
    return "";
}
