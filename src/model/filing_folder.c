/* SPDX-License-Identifier: MIT */
/* The files of a folder as documents. */
#include "model/filing_folder.h"

#include "formats/sgml.h"
#include "formats/sniff.h"
#include "model/document.h"
#include "model/folder_names.h"

#include <stdlib.h>
#include <string.h>

enum {
    WHOLE = 1024,     /* bytes of a file that tell whether it is a full submission */
    KIND = 64 * 1024, /* and what kind of document it is */
};

struct reading {
    struct filing_folder *folder;
    const struct parts *parts;
    struct arena *arena;
    bool *taken; /* of each part: it is in the list */
};

static struct filing_folder_document *add(struct reading *r, size_t part,
                                          enum filing_folder_rank rank)
{
    struct filing_folder_document *d = array_add(&r->folder->documents);
    *d = (struct filing_folder_document){.part = part, .rank = rank, .sequence = -1};
    r->taken[part] = true;
    return d;
}

/* ---- the page of the header */

/* The page without the entities that hide its tags. */
static struct slice unescape(struct arena *arena, struct slice page)
{
    static const struct {
        struct slice entity;
        char byte;
    } entities[] = {{SLICE_ROW("&lt;"), '<'},
                    {SLICE_ROW("&gt;"), '>'},
                    {SLICE_ROW("&amp;"), '&'},
                    {SLICE_ROW("&quot;"), '"'}};
    char *out = arena_alloc(arena, page.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < page.len;) {
        size_t e = page.at[i] == '&' ? 0 : sizeof entities / sizeof *entities;
        while (e < sizeof entities / sizeof *entities &&
               !slice_starts(slice_cut(page, i, page.len), entities[e].entity))
            e++;
        bool found = e < sizeof entities / sizeof *entities;
        out[len++] = found ? entities[e].byte : page.at[i];
        i += found ? entities[e].entity.len : 1;
    }
    return (struct slice){out, len};
}

/* A name may be a link: what stands between its tags. */
static struct slice link_text(struct slice value)
{
    if (!slice_starts(value, SLICE("<")))
        return value;
    struct slice text = slice_cut(value, slice_find(value, SLICE(">")) + 1, value.len);
    return slice_trim(slice_cut(text, 0, slice_find(text, SLICE("<"))));
}

static void take_listed(struct reading *r, const struct sgml_record *record)
{
    size_t part = parts_find(r->parts, link_text(record->filename));
    if (part == parts_count(r->parts) || r->taken[part]) {
        r->folder->lacking++;
        return;
    }
    struct filing_folder_document *d = add(r, part, FOLDER_LISTED);
    d->sequence = slice_number(record->sequence);
    d->type = record->type;
    d->description = record->description;
}

/* The header is in a comment; the list of the documents is there, too, or in the page behind it. */
static void read_page(struct reading *r)
{
    struct slice page = arena_copy(r->arena, parts_at(r->parts, r->folder->page)->bytes);
    size_t open = slice_find(page, SLICE("<!--"));
    struct slice comment = slice_cut(page, open + 4, page.len);
    comment = slice_cut(comment, 0, slice_find(comment, SLICE("-->")));
    r->folder->header = open + 4 < page.len ? open + 4 : page.len;
    r->folder->header_end = r->folder->header + comment.len;
    bool inside = slice_find(comment, SLICE("<DOCUMENT>")) < comment.len;
    struct slice behind = slice_cut(page, open < page.len ? r->folder->header_end : 0, page.len);
    struct slice list = inside ? comment : unescape(r->arena, behind);
    struct sgml_reader reader;
    struct sgml_record record;
    enum sgml_kind kind;
    sgml_init(&reader, list, slice_find(list, SLICE("<DOCUMENT>")));
    while ((kind = sgml_next(&reader, list.len, &record)) != SGML_END && kind != SGML_MORE)
        if (kind == SGML_DOCUMENT)
            take_listed(r, &record);
}

/* ---- FilingSummary.xml */

/* The value of an attribute that stands in a tag. */
static struct slice attribute(struct slice tag, struct slice name)
{
    struct slice value = slice_cut(tag, slice_find(tag, name) + name.len, tag.len);
    return slice_cut(value, 0, slice_find(value, SLICE("\"")));
}

/* <File doctype="10-K" original="a.htm">a.htm</File>, among the files that EDGAR read. */
static void read_summary(struct reading *r, struct slice xml)
{
    struct slice rest = slice_cut(xml, slice_find(xml, SLICE("<InputFiles>")), xml.len);
    rest = slice_cut(rest, 0, slice_find(rest, SLICE("</InputFiles>")));
    for (size_t at; (at = slice_find(rest, SLICE("<File "))) < rest.len;) {
        rest = slice_cut(rest, at, rest.len);
        size_t end = slice_find(rest, SLICE(">"));
        struct slice tag = slice_cut(rest, 0, end);
        rest = slice_cut(rest, end + 1, rest.len);
        struct slice name = slice_trim(slice_cut(rest, 0, slice_find(rest, SLICE("<"))));
        struct slice type = attribute(tag, SLICE(" doctype=\""));
        size_t part = parts_find(r->parts, name);
        if (part == parts_count(r->parts) || r->taken[part] || type.len == 0 ||
            folder_names_other(name))
            continue;
        bool exhibit = slice_starts_nocase(type, SLICE("EX-"));
        add(r, part, exhibit ? FOLDER_EXHIBIT : FOLDER_MAIN)->type = arena_copy(r->arena, type);
    }
}

/* ---- file names */

static void add_by_name(struct reading *r, size_t part)
{
    struct slice name = parts_at(r->parts, part)->name;
    struct buffer type = {0};
    if (folder_names_report(name)) {
        struct filing_folder_document *d = add(r, part, FOLDER_OTHER);
        d->type = SLICE("XML"); /* as EDGAR calls them */
        d->description = SLICE("IDEA: XBRL DOCUMENT");
    } else if (folder_names_other(name)) {
        (void)add(r, part, FOLDER_OTHER);
    } else if (folder_names_exhibit(name, &type)) {
        add(r, part, FOLDER_EXHIBIT)->type = arena_copy(r->arena, buffer_slice(&type));
        r->folder->guessed = true;
    } else {
        (void)add(r, part, FOLDER_TEXT);
    }
    buffer_deinit(&type);
}

/* ---- the order */

/* "EX-4.2" before "EX-10.1", and that before "EX-99". */
static double number_of(struct slice type)
{
    char text[32];
    struct slice number = slice_cut(type, 3, 3 + sizeof text - 1);
    memcpy(text, number.at, number.len);
    text[number.len] = '\0';
    char *end;
    long whole = strtol(text, &end, 10);
    return (double)whole + (*end == '.' ? (double)strtol(end + 1, NULL, 10) / 1e6 : 0);
}

/* A part keeps its place among those that are alike: parts are in the order of their names. */
static int by_place(const void *left, const void *right)
{
    const struct filing_folder_document *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (a->sequence != b->sequence)
        return a->sequence < b->sequence ? -1 : 1;
    double i = a->rank == FOLDER_EXHIBIT ? number_of(a->type) : 0,
           j = b->rank == FOLDER_EXHIBIT ? number_of(b->type) : 0;
    if (i < j || i > j)
        return i < j ? -1 : 1;
    return (a->part > b->part) - (a->part < b->part);
}

/* Of several texts the longest is the main one: the others are letters and correspondence. */
static void choose_main(struct reading *r)
{
    struct filing_folder *f = r->folder;
    size_t longest = 0;
    if (f->documents.count == 0 || f->documents.at[0].rank != FOLDER_TEXT)
        return;
    for (size_t i = 1; i < f->documents.count && f->documents.at[i].rank == FOLDER_TEXT; i++)
        if (parts_at(r->parts, f->documents.at[i].part)->bytes.len >
            parts_at(r->parts, f->documents.at[longest].part)->bytes.len)
            longest = i;
    struct filing_folder_document chosen = f->documents.at[longest];
    memmove(&f->documents.at[1], &f->documents.at[0], longest * sizeof chosen);
    f->documents.at[0] = chosen;
}

/* What is not a document: EDGAR's pages around the filing. */
static void set_apart(struct reading *r)
{
    struct filing_folder *f = r->folder;
    f->whole = f->page = parts_count(r->parts);
    for (size_t i = 0; i < parts_count(r->parts); i++) {
        const struct parts_file *part = parts_at(r->parts, i);
        bool page = slice_ends_nocase(part->name, SLICE("-index-headers.html")) ||
                    slice_ends_nocase(part->name, SLICE("-index-headers.htm"));
        r->taken[i] = page || slice_ends_nocase(part->name, SLICE("-index.html")) ||
                      slice_ends_nocase(part->name, SLICE("-index.htm"));
        if (page)
            f->page = i;
        else if (parts_whole(slice_cut(part->bytes, 0, WHOLE)))
            f->whole = i;
    }
}

void filing_folder_read(struct filing_folder *f, const struct parts *parts, struct arena *arena)
{
    size_t count = parts_count(parts);
    struct reading r = {f, parts, arena, arena_array(arena, count, sizeof(bool))};
    *f = (struct filing_folder){.lacking = 0};
    memset(r.taken, 0, count * sizeof(bool));
    set_apart(&r);
    if (f->page < count)
        read_page(&r);
    size_t summary = parts_find(parts, SLICE("FilingSummary.xml"));
    if (f->documents.count == 0 && summary < count)
        read_summary(&r, parts_at(parts, summary)->bytes);
    for (size_t i = 0; i < count; i++)
        if (!r.taken[i])
            add_by_name(&r, i);
    if (f->documents.count > 1)
        qsort(f->documents.at, f->documents.count, sizeof *f->documents.at, by_place);
    choose_main(&r);
}

bool filing_folder_join(const struct filing_folder *f, struct input *input)
{
    size_t count = parts_count(input_parts(input));
    ARRAY(size_t) order = {0};
    bool whole = f->whole < count;
    if (whole)
        array_push(&order, f->whole);
    else if (f->page < count)
        array_push(&order, f->page);
    for (size_t i = 0; i < f->documents.count && !whole; i++)
        array_push(&order, f->documents.at[i].part);
    input_join(input, order.at, order.count);
    array_deinit(&order);
    return whole;
}

void filing_folder_document(const struct filing_folder_document *listed, const struct input *input,
                            struct document *d)
{
    const struct parts_file *part = parts_at(input_parts(input), listed->part);
    struct slice text = slice_cut(input_bytes(input), part->start, part->end);
    struct sniff sniff = sniff_file(text);
    d->type = listed->type;
    d->description = listed->description;
    d->filename = part->name;
    if (listed->sequence >= 0)
        d->sequence = listed->sequence;
    d->start = d->text_offset = part->start;
    d->text_end = d->end = part->end;
    d->complete = true;
    /* What is no text is a binary file, as it is in an envelope. */
    d->kind = sniff.kind == SNIFF_BINARY
                  ? DOCUMENT_BINARY
                  : document_kind_of(slice_cut(text, 0, KIND), d->filename, SLICE(""));
    if (d->kind == DOCUMENT_BINARY)
        d->binary_size = document_binary_bytes(d, input);
}

void filing_folder_deinit(struct filing_folder *f)
{
    array_deinit(&f->documents);
}
