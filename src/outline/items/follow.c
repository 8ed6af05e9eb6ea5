/* SPDX-License-Identifier: MIT */
/* Looks at the lines below a label. */
#include "outline/items/follow.h"

#include "outline/items/candidate.h"
#include "outline/items/label.h"
#include "outline/items/line.h"
#include "outline/items/title.h"

enum {
    LOOK_BLOCKS = 12, /* so many lines below a heading are looked at */
    LOOK_BYTES = 1000,
    POINTER_BYTES = 400, /* an Item that only points elsewhere says so in its first bytes */
    TITLE_LINES = 5,     /* a title has at most so many lines and rules below its first */
    TITLE_BYTES = 240    /* a longer one is text */
};

/* The block `index` behind the line, or NULL. */
static const struct block *block_at(const struct follow *f, size_t index)
{
    if (index < f->count)
        return &f->blocks[index];
    index -= f->count;
    return index < f->next_count ? &f->next[index] : NULL;
}

static bool begins_label(struct slice text)
{
    struct label label;
    size_t end;
    bool separator;
    size_t start = 0;
    while (start < text.len && byte_is_blank(text.at[start]))
        start++;
    return label_item(text, start, &label) || label_part(text, start, &end, &separator) > 0;
}

static bool has(struct slice text, const char *words)
{
    return slice_find(text, slice_of(words)) < text.len;
}

unsigned follow_features(const struct follow *f)
{
    struct buffer text;
    buffer_init(&text);
    const struct block *b;
    for (size_t i = 0; i < LOOK_BLOCKS && text.len < LOOK_BYTES; i++) {
        b = block_at(f, i);
        if (b == NULL || (i > 0 && begins_label(b->text)))
            break;
        if (!(b->flags & SINK_FURNITURE))
            title_fold(&text, b->text);
        if (slice_find(b->text, SLICE("/s/")) < b->text.len)
            buffer_add_text(&text, " caused this report to be signed");
    }
    struct slice s = buffer_slice(&text);
    unsigned features = 0;
    if (has(s, "pursuant to the requirement") || has(s, "duly caused") || has(s, "caused this") ||
        has(s, "to be signed") || has(s, "duly authorized"))
        features |= FEATURE_SIGNED;
    struct slice opening = slice_cut(s, 0, POINTER_BYTES);
    if (has(opening, "incorporated") && has(opening, "reference") && !has(opening, "deemed"))
        features |= FEATURE_INCORPORATED;
    if (has(slice_cut(s, 0, POINTER_BYTES / 4), "omitted"))
        features |= FEATURE_OMITTED;
    if (line_is_reserved(s))
        features |= FEATURE_RESERVED;
    buffer_deinit(&text);
    return features;
}

/* How well the text is a title of the number. */
static double match(const struct form *form, struct slice number, struct slice text)
{
    static const struct slice any = {0};
    struct buffer folded;
    buffer_init(&folded);
    title_fold(&folded, text);
    double score = form_match(form, number, any, buffer_slice(&folded));
    buffer_deinit(&folded);
    return score;
}

/* True when the line can be the title of a label that stands alone above it. */
static bool may_be_title(const struct form *form, struct slice number, const struct block *b)
{
    struct slice text = slice_trim(b->text);
    return b->blank <= 2 && text.len <= 100 && !line_is_rule(text) && !begins_label(b->text) &&
           !byte_is_lower(text.at[0]) &&
           (line_is_heading_case(text) || match(form, number, text) >= 0.9);
}

/* True when the line goes on with the title so far; below a rule only when the title asks for it.
 */
static bool goes_on(const struct form *form, struct slice number, struct slice so_far,
                    const struct block *b, bool ruled)
{
    struct slice line = slice_trim(b->text);
    if (b->blank > 0 || begins_label(b->text) || so_far.len + line.len > TITLE_BYTES)
        return false;
    if (!ruled && line_is_caps(so_far) && line_is_caps(line))
        return true;
    double before = match(form, number, so_far);
    if (before >= 0.95)
        return false;
    struct buffer joined;
    buffer_init(&joined);
    buffer_add(&joined, so_far);
    buffer_add_byte(&joined, ' ');
    buffer_add(&joined, line);
    double after = match(form, number, buffer_slice(&joined));
    buffer_deinit(&joined);
    return after > before ||
           (!ruled && before >= 0.7 && after >= before && line_is_heading_case(line));
}

/* Cuts the text that goes on behind a title on its line. */
static void cut_text(const struct form *form, struct slice number, struct buffer *title)
{
    struct buffer folded;
    buffer_init(&folded);
    title_fold(&folded, buffer_slice(title));
    size_t words = form_title_words(form, number, buffer_slice(&folded));
    buffer_deinit(&folded);
    struct slice text = buffer_slice(title);
    size_t end = words > 0 ? title_prefix(text, words) : text.len;
    if (line_is_heading_case(slice_cut(text, end, text.len)) && text.len <= TITLE_BYTES)
        return;
    if (end > TITLE_BYTES)
        end = TITLE_BYTES;
    while (end > 0 && end < text.len && ((unsigned char)text.at[end] & 0xC0) == 0x80)
        end--; /* never inside a character */
    title->len = end;
    title->at[end] = 0;
}

bool follow_title(const struct follow *f, const struct form *form, struct slice number,
                  struct slice rest, struct buffer *title)
{
    bool page = false;
    bool ruled = false;
    line_fold_blanks(title, rest);
    for (size_t i = 0; i < TITLE_LINES; i++) {
        const struct block *b = block_at(f, i);
        if (b == NULL)
            break;
        bool rule = line_is_rule(b->text);
        ruled = ruled || (rule && title->len > 0);
        if (rule || (b->flags & SINK_FURNITURE))
            continue;
        if (title->len == 0 ? !may_be_title(form, number, b)
                            : !goes_on(form, number, buffer_slice(title), b, ruled))
            break;
        struct slice line = slice_trim(b->text);
        size_t end = line_page_number(line);
        page = end < line.len;
        if (title->len > 0)
            buffer_add_byte(title, ' ');
        line_fold_blanks(title, slice_cut(line, 0, end));
    }
    if (title->len > 0)
        cut_text(form, number, title);
    return page;
}
