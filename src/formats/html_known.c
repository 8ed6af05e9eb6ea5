/* SPDX-License-Identifier: MIT */
#include "formats/html_known.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLOTS = 512,  /* a power of 2 */
    LONGEST = 512 /* bytes of a tag that is remembered */
};

struct slot {
    struct slice text; /* of the tag, as it stands in the document; empty: none */
    struct html_tag tag;
};

struct html_known {
    struct slice text;
    size_t base;
    struct html_sheet *sheet;
    const struct html_tag *found; /* of the tag that was asked for, or NULL */
    struct html_tag fresh;
    struct slot slots[SLOTS]; /* the last tag that belongs there has it */
};

struct html_known *html_known_new(struct slice text, size_t base, struct html_sheet *sheet)
{
    /* The slots are large, and most documents short: what is in them is not zeroed. */
    struct html_known *known = memory_resize(NULL, 1, sizeof *known);
    known->text = text;
    known->base = base;
    known->sheet = sheet;
    known->fresh = (struct html_tag){0};
    html_known_clear(known);
    return known;
}

void html_known_free(struct html_known *known)
{
    free(known);
}

void html_known_clear(struct html_known *known)
{
    known->found = NULL;
    for (size_t i = 0; i < SLOTS; i++)
        known->slots[i].text.len = 0;
}

/* The tag as it stands in the document; empty for one that is not worth to be remembered: those of
 * inline XBRL hardly ever say the same. */
static struct slice text_of(const struct html_known *known, const struct markup_tag *tag)
{
    if (tag->first.len)
        return tag->first;
    size_t at = tag->offset - known->base, len = tag->length;
    return slice_cut(known->text, at, at + (tag->prefix.len || len > LONGEST ? 0 : len));
}

bool html_known_has(struct html_known *known, const struct markup_tag *tag)
{
    struct slice text = text_of(known, tag);
    const struct slot *slot = &known->slots[tag->hash % SLOTS];
    bool same = text.len > 0 && slot->text.len == text.len &&
                (slot->text.at == text.at || memcmp(slot->text.at, text.at, text.len) == 0);
    known->found = same ? &slot->tag : NULL;
    return known->found;
}

static void read_style(struct html_known *known, const struct markup_tag *tag,
                       struct html_tag *said)
{
    struct slice style = said->attributes.style;
    const struct css *own = style.len ? html_sheet_inline(known->sheet, style) : NULL;
    bool rules = html_sheet_has_rules(known->sheet) && !tag->prefix.len;
    said->styled = own || rules;
    said->css = own && !rules ? *own : (struct css){0};
    if (!rules)
        return;
    html_sheet_rules(known->sheet, tag->name, said->attributes.class, &said->css);
    if (own)
        css_merge(&said->css, own);
}

/* Whether the values of the tag's attributes stand in the document as they are, and so stay. */
static bool stays(const struct html_known *known, const struct markup_tag *tag)
{
    uintptr_t from = (uintptr_t)known->text.at, to = from + known->text.len;
    for (size_t i = 0; i < tag->count; i++) {
        uintptr_t at = (uintptr_t)tag->attributes[i].value.at;
        if (tag->attributes[i].value.len && (at < from || at >= to))
            return false;
    }
    return true;
}

const struct html_tag *html_known_read(struct html_known *known, const struct markup_tag *tag)
{
    static const struct html_element other = {SLICE_ROW(""), HTML_OTHER, 0};
    if (known->found)
        return known->found;
    struct slice text = text_of(known, tag);
    struct slot *slot = NULL;
    if (text.len && stays(known, tag))
        slot = &known->slots[tag->hash % SLOTS];
    struct html_tag *said = slot ? &slot->tag : &known->fresh;
    if (slot)
        slot->text = text;
    said->element = tag->prefix.len ? &other : html_element(tag->name);
    if (said->element->kind == HTML_P && tag->length == 0)
        said->element = &other; /* the parser puts text of the body in one; browsers do not */
    html_attributes_read(&said->attributes, tag);
    read_style(known, tag, said);
    return said;
}
