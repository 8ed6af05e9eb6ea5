/* SPDX-License-Identifier: MIT */
/* Reads the cover page facts of inline XBRL. */
#include "model/cover_facts.h"

#include "base/buffer.h"
#include "formats/markup.h"

#include <string.h>

enum {
    LOOK = 8 * 1024 * 1024,
    LONGEST = 4 * 1024, /* bytes of a fact with the tags in it */
    REGISTRANTS = 32
};

static void on_text(void *self, struct slice text, size_t offset)
{
    (void)offset;
    buffer_add(self, text);
}

static void on_code(void *self, uint32_t code, size_t offset, size_t length)
{
    (void)offset;
    (void)length;
    buffer_add_utf8(self, code == 0xA0 ? ' ' : code);
}

/* The text between tags, blanks folded. */
static struct slice plain_text(struct arena *arena, struct slice markup)
{
    struct buffer raw = {0}, folded = {0};
    struct markup_calls calls = {.self = &raw, .text = on_text, .code = on_code};
    struct markup *m = markup_new(MARKUP_HTML, markup, 0, &calls);
    while (markup_read(m, LONGEST) == MARKUP_MORE)
        ;
    markup_free(m);
    for (size_t i = 0; i < raw.len; i++)
        if (!byte_is_blank(raw.at[i]))
            buffer_add_byte(&folded, raw.at[i]);
        else if (folded.len > 0 && folded.at[folded.len - 1] != ' ')
            buffer_add_byte(&folded, ' ');
    struct slice text = arena_copy(arena, slice_trim(buffer_slice(&folded)));
    buffer_deinit(&raw);
    buffer_deinit(&folded);
    return text;
}

/* Where the end tag of the fact stands whose text begins at `at`; facts may stand in it. text.len
 * when there is none. */
static size_t fact_end(struct slice text, size_t at)
{
    const struct slice name = SLICE(":nonNumeric");
    for (int depth = 1; at < text.len;) {
        at += slice_find(slice_cut(text, at, text.len), name);
        size_t tag = at;
        while (tag > 0 && text.at[tag - 1] != '<')
            tag--;
        bool closes = tag < text.len && text.at[tag] == '/';
        depth += closes ? -1 : 1;
        if (depth == 0 && at < text.len)
            return tag - 1;
        at += name.len;
    }
    return text.len;
}

/* The text of the next fact of that name ("dei:DocumentType\"", with the quotation mark) at or
 * behind *at; false when there is none. */
static bool next_fact(struct slice text, const char *name, size_t *at, struct arena *arena,
                      struct slice *value)
{
    struct slice rest = slice_cut(text, *at, text.len);
    const char *hit = rest.len > 0 ? memmem(rest.at, rest.len, name, strlen(name)) : NULL;
    if (!hit)
        return false;
    *at = (size_t)(hit - text.at) + strlen(name);
    rest = slice_cut(text, *at, *at + LONGEST);
    size_t open = slice_find(rest, SLICE(">"));
    size_t end = open < rest.len ? fact_end(rest, open + 1) : rest.len;
    *value = end < rest.len ? plain_text(arena, slice_cut(rest, open + 1, end))
                            : (struct slice){NULL, 0};
    return true;
}

/* "December 31, 2023" or "2023-12-31" as the latter; empty when it is neither. */
static struct slice date_of(struct arena *arena, struct slice text)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    long long year = 0, month = 0, day = 0;
    if (text.len == 10 && text.at[4] == '-' && text.at[7] == '-')
        return text;
    for (size_t i = 0; i < 12 && text.len > 3; i++)
        if (slice_equal_nocase(slice_cut(text, 0, 3), (struct slice){months + 3 * i, 3}))
            month = (long long)i + 1;
    for (size_t i = 0; i < text.len; i++) {
        size_t end = i;
        while (end < text.len && byte_is_digit(text.at[end]))
            end++;
        if (end - i == 4)
            year = slice_number(slice_cut(text, i, end));
        else if (end > i && end - i <= 2)
            day = slice_number(slice_cut(text, i, end));
        i = end > i ? end : i;
    }
    if (month == 0 || day < 1 || day > 31 || year < 1900)
        return (struct slice){NULL, 0};
    struct buffer date = {0};
    buffer_addf(&date, "%04lld-%02lld-%02lld", year, month, day);
    struct slice copy = arena_copy(arena, buffer_slice(&date));
    buffer_deinit(&date);
    return copy;
}

static void read_registrants(struct identity *identity, struct arena *arena, struct slice text)
{
    size_t at = 0;
    struct slice value;
    while (identity->parties.count < REGISTRANTS &&
           next_fact(text, "\"dei:EntityRegistrantName\"", &at, arena, &value)) {
        bool known = value.len == 0;
        for (size_t i = 0; i < identity->parties.count; i++)
            known = known || slice_equal_nocase(identity->parties.at[i].name, value);
        if (!known)
            array_push(&identity->parties, ((struct party){.role = SLICE("FILER"), .name = value}));
    }
    at = 0;
    /* Several registrants have their numbers in no order that could be relied on. */
    if (identity->parties.count == 1 &&
        next_fact(text, "\"dei:EntityCentralIndexKey\"", &at, arena, &value))
        identity->parties.at[0].cik = value;
}

void cover_facts_read(struct identity *identity, struct arena *arena, struct slice text)
{
    struct slice value;
    size_t at = 0;
    text = slice_cut(text, 0, LOOK);
    if (identity->parties.count > 0 || slice_find(text, SLICE("\"dei:")) == text.len)
        return;
    read_registrants(identity, arena, text);
    if (identity->form.len == 0 && next_fact(text, "\"dei:DocumentType\"", &at, arena, &value) &&
        value.len < 20)
        identity->form = value;
    at = 0;
    if (identity->period.len == 0 &&
        next_fact(text, "\"dei:DocumentPeriodEndDate\"", &at, arena, &value))
        identity->period = date_of(arena, value);
}
