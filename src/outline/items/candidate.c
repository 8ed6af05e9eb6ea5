/* SPDX-License-Identifier: MIT */
/* Finds the lines that may be headings. */
#include "outline/items/candidate.h"

#include "outline/articles/clause_title.h"
#include "outline/items/follow.h"
#include "outline/items/label.h"
#include "outline/items/line.h"

#include <string.h>

enum { CENTERED = 12 }; /* columns before a centred line of plain text, and more */

void candidates_init(struct candidates *c, const struct form *form)
{
    memset(c, 0, sizeof *c);
    c->form = form;
    arena_init(&c->arena);
}

void candidates_deinit(struct candidates *c)
{
    array_deinit(&c->list);
    arena_deinit(&c->arena);
}

/* A line in its place: what the readers of labels below work on. */
struct place {
    const struct block *block;
    size_t start;        /* of its first letter */
    unsigned features;   /* of its surroundings */
    struct follow after; /* what comes behind it */
};

static struct candidate *add(struct candidates *c, enum candidate_kind kind, const struct place *p,
                             size_t at)
{
    struct candidate *found = array_add(&c->list);
    memset(found, 0, sizeof *found);
    found->kind = kind;
    found->features = p->features;
    found->offset = block_source(p->block, at);
    found->text = c->text;
    found->page = p->block->page;
    return found;
}

/* What can be said of the text behind a label. */
static unsigned rest_features(struct slice rest, bool separator)
{
    unsigned features = 0;
    if (line_is_prose_rest(rest, separator))
        features |= FEATURE_PROSE;
    if (line_is_quoted(rest))
        features |= FEATURE_QUOTED;
    if (line_has_continued(rest))
        features |= FEATURE_CONTINUED;
    if (line_page_number(rest) < rest.len)
        features |= FEATURE_PAGE_NUMBER;
    return features;
}

/* The number as the form has it: "1.A" is "1A" where the form has no such paragraph. */
static struct slice number_of(struct candidates *c, struct slice printed)
{
    bool dotted = slice_find(printed, SLICE(".")) < printed.len;
    for (size_t i = 0; dotted && c->form && i < c->form->count; i++)
        if (catalog_is_number(c->form->rows[i].item, printed))
            return slice_of(c->form->rows[i].item->number);
    return arena_copy(&c->arena, printed);
}

/* Sets the numbers of an Item and its title, looking at the lines below. */
static void fill_item(struct candidates *c, struct candidate *item, const struct label *label,
                      struct slice rest, const struct place *p)
{
    struct slice *numbers = arena_array(&c->arena, label->count, sizeof *numbers);
    for (size_t i = 0; i < label->count; i++)
        numbers[i] = number_of(c, slice_of(label->numbers[i].text));
    item->numbers = numbers;
    item->count = label->count;
    item->paragraph = arena_copy(&c->arena, label->paragraph);
    item->features |= rest_features(rest, label->separator);
    if (!(item->features & (FEATURE_PROSE | FEATURE_MID_SENTENCE)))
        item->features |= follow_features(&p->after);
    if (label->caps)
        item->features |= FEATURE_CAPS;
    if (label->separator)
        item->features |= FEATURE_SEPARATOR;
    if (label->roman)
        item->features |= FEATURE_ROMAN;
    if (label->paragraph.len > 0)
        item->features |= FEATURE_PARAGRAPH;
    struct buffer title;
    buffer_init(&title);
    if (follow_title(&p->after, c->form, numbers[0], slice_cut(rest, 0, line_page_number(rest)),
                     &title))
        item->features |= FEATURE_PAGE_NUMBER;
    struct slice text = buffer_slice(&title);
    if (text.len == 0)
        item->features |= FEATURE_NO_TITLE;
    else if (line_is_heading_case(text))
        item->features |= FEATURE_HEADING_CASE;
    if (line_is_reserved(text))
        item->features |= FEATURE_RESERVED;
    if (line_has_continued(text))
        item->features |= FEATURE_CONTINUED;
    item->title = arena_copy(&c->arena, text);
    buffer_deinit(&title);
}

static bool try_item(struct candidates *c, const struct place *p, size_t at, unsigned part)
{
    struct label label;
    struct slice text = p->block->text;
    if (!label_item(text, at, &label))
        return false;
    struct candidate *item = add(c, CANDIDATE_ITEM, p, at);
    item->part = part;
    fill_item(c, item, &label, slice_trim(slice_cut(text, label.end, text.len)), p);
    return true;
}

/* "PART I. ITEM 1." on one line, where `end` is behind the part: two headings, or the middle of a
 * sentence ("Part I, Item 1 of the report"). */
static bool try_item_of_part(struct candidates *c, const struct place *p, unsigned number,
                             size_t end, bool separator)
{
    struct slice text = p->block->text;
    struct label label;
    size_t item = end + (end < text.len && text.at[end] == ',');
    while (item < text.len && text.at[item] == ' ')
        item++;
    if (!label_item(text, item, &label))
        return false;
    if (separator)
        add(c, CANDIDATE_PART, p, p->start)->part = number;
    try_item(c, p, item, number);
    struct candidate *found = &c->list.at[c->list.count - 1];
    unsigned heading = FEATURE_BLANK_ABOVE | FEATURE_HEADING_CASE;
    if (!separator && (found->features & heading) != heading)
        found->features |= FEATURE_PROSE;
    return true;
}

/* Where the label of an Item begins behind the title of a part ("FINANCIAL INFORMATION. ITEM 1.
 * FINANCIAL STATEMENTS"); the text's length when none does. */
static size_t item_behind_title(struct slice text, size_t from)
{
    struct label label;
    for (size_t at = from; at < text.len; at++) {
        at += slice_find_nocase(slice_cut(text, at, text.len), SLICE("item "));
        if (at >= text.len)
            break;
        struct slice title = slice_trim(slice_cut(text, from, at));
        char before = at > from ? text.at[at - 1] : 0;
        if (title.len > 0 && before == ' ' && line_is_heading_case(title) &&
            !line_is_prose_rest(title, false) && label_item(text, at, &label) &&
            line_is_heading_case(slice_cut(text, label.end, text.len)))
            return at;
    }
    return text.len;
}

static void try_part(struct candidates *c, const struct place *p)
{
    struct slice text = p->block->text;
    size_t end;
    bool separator;
    unsigned number = label_part(text, p->start, &end, &separator);
    if (number == 0)
        return;
    if (try_item_of_part(c, p, number, end, separator))
        return;
    size_t item = item_behind_title(text, end);
    struct slice rest = slice_trim(slice_cut(text, end, item));
    struct candidate *part = add(c, CANDIDATE_PART, p, p->start);
    part->part = number;
    part->features |= rest_features(rest, separator);
    if (rest.len > 0 && !line_is_heading_case(rest))
        part->features |= FEATURE_PROSE;
    if (byte_is_upper(text.at[p->start + 1]))
        part->features |= FEATURE_CAPS;
    struct buffer title;
    buffer_init(&title);
    line_fold_blanks(&title, slice_cut(rest, 0, line_page_number(rest)));
    part->title = arena_copy(&c->arena, buffer_slice(&title));
    buffer_deinit(&title);
    if (item < text.len)
        try_item(c, p, item, number);
}

/* True when one of the phrases stands at the start of the line; `*end` is behind it. */
static bool starts_with_any(const struct place *p, const char *const *phrases, size_t *end)
{
    for (; *phrases != NULL; phrases++)
        if (label_words(p->block->text, p->start, slice_of(*phrases), end))
            return true;
    return false;
}

/* A heading whose words are known: it must be alone on its line, a few words aside. */
static bool try_words(struct candidates *c, const struct place *p, enum candidate_kind kind,
                      const char *const *phrases, size_t room)
{
    size_t end;
    struct slice text = p->block->text;
    if (!starts_with_any(p, phrases, &end))
        return false;
    struct slice rest = slice_trim(slice_cut(text, end, text.len));
    size_t cut = line_page_number(rest);
    size_t letters = line_letters(slice_cut(rest, 0, cut));
    bool caps = line_letters_lower(slice_cut(text, p->start, text.len)) == 0;
    if (letters > (caps && room > 0 ? 2 * room : room) || line_is_prose_rest(rest, false))
        return false;
    struct candidate *found = add(c, kind, p, p->start);
    if (kind == CANDIDATE_SIGNATURES)
        found->features |= follow_features(&p->after);
    if (cut < rest.len)
        found->features |= FEATURE_PAGE_NUMBER;
    if (line_has_continued(rest))
        found->features |= FEATURE_CONTINUED;
    if (byte_is_upper(text.at[p->start]) && line_letters_lower(slice_cut(text, p->start, end)) == 0)
        found->features |= FEATURE_CAPS;
    struct buffer title = {0};
    line_fold_blanks(&title, slice_cut(text, p->start, end));
    found->title = arena_copy(&c->arena, buffer_slice(&title));
    buffer_deinit(&title);
    return true;
}

static void try_signatures(struct candidates *c, const struct place *p)
{
    static const char *const phrases[] = {"SIGNATURES PAGE", "SIGNATURES", "SIGNATURE PAGE",
                                          "SIGNATURE(S)",    "SIGNATURE",  NULL};
    try_words(c, p, CANDIDATE_SIGNATURES, phrases, 1);
}

/* The title of an exhibit right below its divider, but for the name of a company. */
static struct slice exhibit_title(struct candidates *c, const struct place *p)
{
    static const char *const companies[] = {"INC.", "INC", "CORP.",   "CORP",
                                            "LTD.", "LTD", "COMPANY", "CORPORATION",
                                            "L.P.", "LLC", NULL};
    struct article_label label = {.word = ANNEX_WORD, .end = p->block->text.len};
    struct buffer title;
    buffer_init(&title);
    clause_title(p->block, &label, &p->after, true, &title);
    struct slice text = buffer_slice(&title);
    for (const char *const *w = companies; *w != NULL; w++)
        if (slice_ends_nocase(text, slice_of(*w)))
            text.len = 0;
    text = arena_copy(&c->arena, text);
    buffer_deinit(&title);
    return text;
}

/* "EXHIBIT 10.1" alone on its line: at the top of a page, or set as a heading. */
static void try_exhibit_page(struct candidates *c, const struct place *p)
{
    struct slice text = p->block->text;
    size_t end;
    if (!label_words(text, p->start, SLICE("EXHIBIT"), &end) ||
        (p->block->row != NULL && p->block->row->count > 1))
        return;
    struct slice number = slice_trim(slice_cut(text, end, text.len));
    if (slice_starts_nocase(number, SLICE("NO.")))
        number = slice_trim(slice_cut(number, 3, number.len));
    if (!line_is_exhibit_number(number))
        return;
    struct candidate *page = add(c, CANDIDATE_EXHIBIT, p, p->start);
    struct slice *numbers = arena_array(&c->arena, 1, sizeof *numbers);
    numbers[0] = arena_copy(&c->arena, number);
    page->numbers = numbers;
    page->count = 1;
    page->title = exhibit_title(c, p);
    if (!c->begun || p->block->page != c->page)
        page->features |= FEATURE_PAGE_TOP | FEATURE_BLANK_ABOVE;
    if (p->block->shape.align != ALIGN_LEFT || p->start >= CENTERED)
        page->features |= FEATURE_CENTER;
    if (line_is_caps(slice_cut(text, p->start, end)))
        page->features |= FEATURE_CAPS;
}

static void try_exhibits(struct candidates *c, const struct place *p)
{
    static const char *const phrases[] = {
        "EXHIBIT INDEX",    "EXHIBITS INDEX", "INDEX TO EXHIBITS", "INDEX OF EXHIBITS",
        "INDEX TO EXHIBIT", "EXHIBIT LIST",   "LIST OF EXHIBITS",  NULL};
    if (!try_words(c, p, CANDIDATE_EXHIBIT_INDEX, phrases, 24))
        try_exhibit_page(c, p);
}

static void try_contents(struct candidates *c, const struct place *p)
{
    static const char *const phrases[] = {"TABLE OF CONTENTS", "CONTENTS", "INDEX", NULL};
    static const char *const forms[] = {"INDEX TO FORM", "FORM 10-Q INDEX", NULL};
    if (!try_words(c, p, CANDIDATE_CONTENTS, phrases, 4))
        try_words(c, p, CANDIDATE_CONTENTS, forms, 12);
}

/* A signature page without heading. */
static void try_boilerplate(struct candidates *c, const struct place *p)
{
    static const char *const phrases[] = {"PURSUANT TO THE REQUIREMENTS OF", NULL};
    size_t end;
    if (!(p->features & FEATURE_BLANK_ABOVE) || !starts_with_any(p, phrases, &end))
        return;
    unsigned signed_ = follow_features(&p->after) & FEATURE_SIGNED;
    if (signed_ == 0)
        return;
    struct candidate *found = add(c, CANDIDATE_SIGNATURES, p, p->start);
    found->features |= FEATURE_BOILERPLATE | signed_;
}

static void try_line(struct candidates *c, const struct place *p)
{
    switch (byte_lower(p->block->text.at[p->start])) {
    case 'i':
        if (!try_item(c, p, p->start, 0)) {
            try_exhibits(c, p);
            try_contents(c, p);
        }
        break;
    case 'p':
        try_part(c, p);
        try_boilerplate(c, p);
        break;
    case 's':
        try_signatures(c, p);
        break;
    case 'e':
    case 'l':
        try_exhibits(c, p);
        break;
    default:
        try_contents(c, p);
        break;
    }
}

/* A cheap test, as most lines are none: the first letters of the words that begin a heading. */
static bool may_begin(const char *at, size_t len)
{
    if (len < 4)
        return false;
    char second = byte_lower(at[1]);
    switch (at[0]) {
    case 'I':
    case 'i':
        return second == 't' || second == 'n' || second == ' ';
    case 'P':
    case 'p':
        return second == 'a' || second == 'u' || second == ' ';
    case 'S':
        return second == 'i' || second == ' ';
    case 'E':
        return second == 'x' || second == ' ';
    case 'T':
        return second == 'a' || second == ' ';
    case 'C':
    case 'F':
        return second == 'o' || second == ' ';
    case 'L':
        return second == 'i';
    default:
        return false;
    }
}

static size_t first_letter(struct slice s)
{
    size_t i = 0;
    for (; i < s.len && s.at[i] == ' '; i++)
        continue;
    return i;
}

/* True when the first letter belongs to a link within the document. */
static bool is_link(const struct block *b)
{
    size_t letter = first_letter(b->text);
    const struct link *link = b->links;
    return b->link_count > 0 && link->from <= letter && letter < link->to &&
           slice_starts(link->href, SLICE("#"));
}

/* The features that a line has by where it stands. */
static unsigned place_features(const struct candidates *c, const struct block *b,
                               struct slice above)
{
    unsigned features = 0;
    bool page_top = !c->begun || b->page != c->page;
    bool open = line_ends_open(above, b->blank == 0 && !page_top);
    if (page_top || b->blank > 0 || line_is_rule(above))
        features |= FEATURE_BLANK_ABOVE;
    if (open && (b->blank == 0 || page_top))
        features |= FEATURE_MID_SENTENCE;
    if (b->flags & SINK_FURNITURE)
        features |= FEATURE_FURNITURE;
    if (line_has_boxes(b->text))
        features |= FEATURE_BOXES;
    size_t until;
    if (b->shape.heading > 0 || (block_style(b, first_letter(b->text), &until) & STYLE_BOLD))
        features |= FEATURE_BOLD | (c->markup ? FEATURE_BLANK_ABOVE : 0);
    if (is_link(b))
        features |= FEATURE_LINK;
    return features;
}

/* Keeps the end of a line that may go away. */
static void keep_above(struct candidates *c)
{
    struct slice end = c->above;
    if (end.len > sizeof c->above_room)
        end = slice_cut(end, end.len - sizeof c->above_room, end.len);
    if (end.len > 0)
        memmove(c->above_room, end.at, end.len);
    c->above = (struct slice){c->above_room, end.len};
}

void candidates_add(struct candidates *c, const struct block *blocks, size_t count,
                    const struct block *next, size_t next_count)
{
    for (size_t i = 0; i < count; i++) {
        const struct block *b = &blocks[i];
        size_t start = first_letter(b->text);
        if (start < b->text.len && may_begin(b->text.at + start, b->text.len - start)) {
            struct place p = {b, start, place_features(c, b, c->above), {0}};
            p.after = (struct follow){&blocks[i + 1], count - i - 1, next, next_count};
            try_line(c, &p);
        }
        c->text += b->text.len - start + 1;
        if (!(b->flags & SINK_FURNITURE)) {
            c->above = b->text;
            c->page = b->page;
            c->begun = true;
        }
    }
    keep_above(c);
}
