/* SPDX-License-Identifier: MIT */
/* Scans markup for the tags of text blocks. */
#include "outline/sections/facts.h"

#include "outline/sections/note_label.h"
#include "outline/sections/statement_title.h"

#include <string.h>

enum {
    TAG_LONGEST = 4096,  /* a start tag that is longer is not looked at */
    FRONT_BYTES = 65536, /* of the document, where its namespaces are declared */
    HEAD_NEAR = 6000,    /* bytes from the tag to the head of its text */
    HEADS_NEAR = 4       /* heads among which one with a label is looked for */
};

static const struct slice ELEMENT = SLICE_ROW("nonNumeric");
enum { CAPITAL = 3 }; /* the place of its N, which markup has few of */
static const struct slice BLOCK = SLICE_ROW("TextBlock");

void facts_init(struct facts *f)
{
    memset(f, 0, sizeof *f);
}

void facts_deinit(struct facts *f)
{
    array_deinit(&f->list);
}

static bool is_name_byte(char c)
{
    return byte_is_letter(c) || byte_is_digit(c) || c == '_' || c == '-' || c == '.' || c == ':';
}

/* The bytes from the '<' or "</" of the tag whose name has ELEMENT at `at` up to there; 0 when it
 * is no tag of that name. `*end_tag` says which. */
static size_t tag_front(struct slice bytes, size_t at, bool *end_tag)
{
    size_t i = at;
    if (i > 0 && bytes.at[i - 1] == ':') {
        i--;
        while (i > 0 && at - i < 64 && is_name_byte(bytes.at[i - 1]))
            i--;
    }
    *end_tag = i > 0 && bytes.at[i - 1] == '/';
    i -= *end_tag;
    return i > 0 && bytes.at[i - 1] == '<' ? at - i + 1 : 0;
}

/* The value of an attribute of a start tag; empty when it is not there. */
static struct slice attribute(struct slice tag, struct slice name)
{
    size_t at = 0;
    while (at < tag.len) {
        at += slice_find(slice_cut(tag, at, tag.len), name);
        size_t i = at + name.len;
        bool begins = at > 0 && at < tag.len && byte_is_blank(tag.at[at - 1]);
        at = i;
        while (i < tag.len && byte_is_blank(tag.at[i]))
            i++;
        if (!begins || i >= tag.len || tag.at[i] != '=')
            continue;
        i++;
        while (i < tag.len && byte_is_blank(tag.at[i]))
            i++;
        if (i >= tag.len || (tag.at[i] != '"' && tag.at[i] != '\''))
            continue;
        const char *end = memchr(tag.at + i + 1, tag.at[i], tag.len - i - 1);
        if (end != NULL)
            return slice_cut(tag, i + 1, (size_t)(end - tag.at));
    }
    return (struct slice){0};
}

/* Where the start tag ends, behind its '>'; 0 when it has no end near. A '>' in a quoted value does
 * not end it. */
static size_t tag_end(struct slice bytes, size_t at)
{
    char quote = 0;
    size_t most = bytes.len - at > TAG_LONGEST ? at + TAG_LONGEST : bytes.len;
    for (size_t i = at; i < most; i++) {
        char c = bytes.at[i];
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i + 1;
    }
    return 0;
}

/* Taxonomies of covers, of the pay and trades of executives, of security and of funds. */
static bool is_other_taxonomy(struct slice prefix)
{
    static const struct slice others[] = {SLICE_ROW("dei"), SLICE_ROW("ecd"), SLICE_ROW("cyd"),
                                          SLICE_ROW("oef"), SLICE_ROW("vip"), SLICE_ROW("rr")};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (slice_equal_nocase(prefix, others[i]))
            return true;
    return false;
}

static enum fact_kind kind_of(struct slice prefix, struct slice name, bool nested)
{
    if (is_other_taxonomy(prefix))
        return FACT_OTHER;
    if (slice_ends_nocase(name, SLICE("Policy")))
        return FACT_POLICY;
    if (nested || slice_ends_nocase(name, SLICE("Table")) ||
        slice_find(name, SLICE("ScheduleOf")) < name.len)
        return FACT_TABLE;
    return FACT_NOTE;
}

/* Adds the fact of the start tag [front, end) when it is a text block; true when it is. */
static bool add(struct facts *f, struct slice bytes, size_t front, size_t end, size_t start,
                bool nested)
{
    struct slice tag = slice_cut(bytes, front, end);
    struct slice name = attribute(tag, SLICE("name"));
    if (name.len <= BLOCK.len || !slice_ends_nocase(name, BLOCK))
        return false;
    name.len -= BLOCK.len;
    size_t colon = slice_find(name, SLICE(":"));
    struct slice prefix = slice_cut(name, 0, colon < name.len ? colon : 0);
    if (colon < name.len)
        name = slice_cut(name, colon + 1, name.len);
    struct slice escape = attribute(tag, SLICE("escape"));
    struct fact fact = {.kind = kind_of(prefix, name, nested),
                        .offset = start + front,
                        .text = start + end,
                        .name = name,
                        .escape =
                            slice_equal(escape, SLICE("true")) || slice_equal(escape, SLICE("1"))};
    array_push(&f->list, fact);
    return true;
}

static void open_tag(struct facts_open *open, bool block)
{
    if (open->depth < FACTS_DEEPEST) {
        open->block[open->depth] = block;
        open->blocks += block;
    }
    open->depth++;
}

static void close_tag(struct facts_open *open)
{
    if (open->depth == 0)
        return;
    open->depth--;
    if (open->depth < FACTS_DEEPEST)
        open->blocks -= open->block[open->depth];
}

bool facts_may_be(struct slice bytes)
{
    static const char name[] = "/inlineXBRL";
    struct slice front = slice_cut(bytes, 0, FRONT_BYTES);
    return front.len > 0 && memmem(front.at, front.len, name, sizeof name - 1) != NULL;
}

/* Takes the tag that has ELEMENT at `name`, if it is one; goes on behind it. */
static void take_tag(struct facts *f, struct slice bytes, size_t start, size_t name)
{
    size_t behind = name + ELEMENT.len;
    bool end_tag;
    size_t front = tag_front(bytes, name, &end_tag);
    f->at = behind;
    if (front == 0 || behind >= bytes.len || is_name_byte(bytes.at[behind]))
        return;
    if (end_tag) {
        close_tag(&f->open);
        return;
    }
    size_t end = tag_end(bytes, behind);
    if (end == 0)
        return;
    bool block = add(f, bytes, name - front, end, start, f->open.blocks > 0);
    if (bytes.at[end - 2] != '/')
        open_tag(&f->open, block);
    f->at = end;
}

/* Where ELEMENT stands next between `at` and `end`; `end` when it does not. */
static size_t find_element(struct slice bytes, size_t at, size_t end)
{
    for (size_t from = at + CAPITAL; from + ELEMENT.len - CAPITAL <= end; from++) {
        const char *hit = memchr(bytes.at + from, ELEMENT.at[CAPITAL], end - from);
        if (hit == NULL)
            return end;
        from = (size_t)(hit - bytes.at);
        if (slice_starts(slice_cut(bytes, from - CAPITAL, end), ELEMENT))
            return from - CAPITAL;
    }
    return end;
}

bool facts_step(struct facts *f, struct slice bytes, size_t start, size_t most)
{
    size_t end = bytes.len - f->at > most ? f->at + most : bytes.len;
    while (f->at < end && f->list.count < FACTS_MOST) {
        /* An element that begins in front of `end` may go on behind it. */
        size_t room = bytes.len - end < ELEMENT.len ? bytes.len : end + ELEMENT.len - 1;
        size_t found = find_element(bytes, f->at, room);
        if (found == room)
            f->at = end;
        else
            take_tag(f, bytes, start, found);
    }
    return f->at >= bytes.len || f->list.count >= FACTS_MOST;
}

void facts_find(struct facts *f, struct slice bytes, size_t start)
{
    facts_step(f, bytes, start, (size_t)-1);
}

size_t facts_head(const struct fact *fact, const struct heads *heads)
{
    size_t none = heads->list.count, first = none, seen = 0;
    struct note_label label;
    for (size_t i = heads_at(heads, fact->text); i < none && seen < HEADS_NEAR; i++) {
        const struct head *head = &heads->list.at[i];
        if (head->offset > fact->text + HEAD_NEAR)
            break;
        if (head->features & (HEAD_FURNITURE | HEAD_CONTINUED | HEAD_PAGE_NUMBER) ||
            statement_title_of(head->title) != TITLE_OTHER)
            continue;
        seen++;
        if (note_label_read(head->title, &label))
            return i;
        if (first == none)
            first = i;
    }
    return first;
}
