/* SPDX-License-Identifier: MIT */
/* Reads "FORM 8-K" and "March 29, 2004" off a cover. */
#include "outline/cover.h"

#include "outline/catalog.h"
#include "outline/items/label.h"
#include "outline/items/line.h"

#include <string.h>

struct phrase {
    const char *words;
    const char *form;
};

static const struct phrase PHRASES[] = {
    {"ANNUAL REPORT PURSUANT TO SECTION 13", "10-K"},
    {"ANNUAL REPORT UNDER SECTION 13", "10-KSB"},
    {"QUARTERLY REPORT PURSUANT TO SECTION 13", "10-Q"},
    {"QUARTERLY REPORT UNDER SECTION 13", "10-QSB"},
    {"CURRENT REPORT", "8-K"},
};

static const char *const MONTHS[] = {"JANUARY",   "FEBRUARY", "MARCH",    "APRIL",
                                     "MAY",       "JUNE",     "JULY",     "AUGUST",
                                     "SEPTEMBER", "OCTOBER",  "NOVEMBER", "DECEMBER"};

/* The form type that stands behind the word FORM or SCHEDULE at the start of the line. */
static bool form_of_line(struct slice line, struct arena *arena, struct slice *form)
{
    size_t end;
    struct buffer b;
    buffer_init(&b);
    if (label_words(line, 0, SLICE("FORM"), &end)) {
        buffer_add(&b, slice_trim(slice_cut(line, end, line.len)));
    } else if (label_words(line, 0, SLICE("SCHEDULE"), &end)) {
        buffer_add_text(&b, "SC ");
        buffer_add(&b, slice_trim(slice_cut(line, end, line.len)));
    } else if (slice_find(line, SLICE("-")) < line.len) { /* "10-K" by itself, but no page number */
        buffer_add(&b, line);
    }
    struct slice type = buffer_slice(&b);
    type = slice_cut(type, 0, slice_find(type, SLICE("(")));
    type = slice_trim(slice_cut(type, 0, slice_find(type, SLICE(":")))); /* "Form 4: Statement" */
    bool known = type.len > 0 && type.len < 16 && catalog_family(type, (struct slice){0}) != NULL;
    if (known)
        *form = arena_copy(arena, type);
    buffer_deinit(&b);
    return known;
}

static bool form_of_phrase(struct slice line, struct slice *form)
{
    for (size_t i = 0; i < sizeof PHRASES / sizeof PHRASES[0]; i++) {
        if (slice_find_nocase(line, slice_of(PHRASES[i].words)) < line.len) {
            *form = slice_of(PHRASES[i].form);
            return true;
        }
    }
    return false;
}

/* The number at `*i`, at most `digits` long; -1 when there is none. */
static int number_at(struct slice s, size_t *i, size_t digits)
{
    int n = 0;
    size_t from = *i;
    while (*i < s.len && *i - from < digits && byte_is_digit(s.at[*i]))
        n = n * 10 + (s.at[(*i)++] - '0');
    return *i > from ? n : -1;
}

static bool date_at(struct slice s, size_t i, int month, char date[11])
{
    while (i < s.len && s.at[i] == ' ')
        i++;
    int day = number_at(s, &i, 2);
    while (i < s.len && (s.at[i] == ' ' || s.at[i] == ','))
        i++;
    int year = number_at(s, &i, 4);
    if (day < 1 || day > 31 || year < 1980 || year > 2100)
        return false;
    struct buffer text;
    buffer_init(&text);
    buffer_addf(&text, "%04d-%02d-%02d", year, month, day);
    memcpy(date, buffer_text(&text), 11);
    buffer_deinit(&text);
    return true;
}

/* The first date of the line. */
static bool date_of_line(struct slice line, char date[11])
{
    bool digit = false; /* a cheap test */
    for (size_t i = 0; i < line.len && !digit; i++)
        digit = byte_is_digit(line.at[i]);
    for (int m = 0; digit && m < 12; m++) {
        struct slice month = slice_of(MONTHS[m]);
        size_t at = slice_find_nocase(line, month);
        if (at < line.len && date_at(line, at + month.len, m + 1, date))
            return true;
    }
    return false;
}

void cover_read(struct cover *cover, struct arena *arena, const struct block *blocks, size_t count)
{
    struct buffer folded;
    buffer_init(&folded);
    for (size_t i = 0; i < count && (cover->form.len == 0 || cover->date[0] == 0); i++) {
        buffer_clear(&folded);
        line_fold_blanks(&folded, blocks[i].text);
        struct slice line = buffer_slice(&folded);
        if (cover->form.len == 0 && !form_of_line(line, arena, &cover->form))
            form_of_phrase(line, &cover->form);
        if (cover->date[0] == 0)
            date_of_line(line, cover->date);
    }
    buffer_deinit(&folded);
}
