/* SPDX-License-Identifier: MIT */
/* Makes the outline of a document in slices: the cover, a look at all blocks, the completion. */
#include "outline/outline.h"

#include "base/memory.h"
#include "model/document.h"
#include "outline/completion.h"
#include "outline/cover.h"
#include "outline/exhibits/exhibit_target.h"
#include "outline/headings.h"
#include "outline/nodes.h"
#include "outline/scan.h"

#include <stdlib.h>
#include <string.h>

enum { COVER_BLOCKS = 150 };

struct outline {
    struct submission *submission;
    struct document *document;
    struct form form;
    struct slice form_name;
    struct cover cover;
    struct scan scan;
    struct nodes nodes;
    ARRAY(size_t) parents;   /* of the nodes, when it is done */
    struct content *content; /* held while it is read */
    struct segment segment;  /* the one to look at next, when `index` > 0 */
    size_t index;            /* of the segment behind it */
    size_t first_letter;
    struct completion *completion;      /* when all is looked at, until it is done */
    struct exhibit_directory *exhibits; /* shared with others, or NULL */
    struct buffer *told;                /* where to say what is chosen, or NULL */
    bool begun;                         /* `form` and `scan` are ready */
    bool scanning;                      /* `scan` holds what is noted */
    bool held;                          /* `segment` is */
    bool done;
    bool resolved; /* the targets of exhibit rows are what they stay */
};

static void scan_init(struct scan *scan, const struct form *form, bool printed)
{
    candidates_init(&scan->candidates, form);
    scan->candidates.markup = !printed;
    heads_init(&scan->heads, printed);
    clauses_init(&scan->clauses, printed);
    links_init(&scan->links);
    scan->form = form;
    scan->printed = printed;
}

static void scan_deinit(struct scan *scan)
{
    candidates_deinit(&scan->candidates);
    heads_deinit(&scan->heads);
    clauses_deinit(&scan->clauses);
    links_deinit(&scan->links);
}

struct outline *outline_new(struct submission *s, struct document *d)
{
    struct outline *o = memory_alloc(sizeof *o);
    o->submission = s;
    o->document = d;
    nodes_init(&o->nodes);
    return o;
}

void outline_free(struct outline *o)
{
    if (o == NULL)
        return;
    completion_free(o->completion);
    if (o->held)
        segment_deinit(&o->segment);
    if (o->content)
        content_release(o->content);
    if (o->begun) {
        if (o->scanning)
            scan_deinit(&o->scan);
        form_deinit(&o->form);
    }
    array_deinit(&o->parents);
    nodes_deinit(&o->nodes);
    free(o);
}

void outline_share(struct outline *o, struct exhibit_directory *exhibits)
{
    o->exhibits = exhibits;
}

void outline_explain(struct outline *o, struct buffer *out)
{
    o->told = out;
}

static void read_cover(struct outline *o, struct content *content)
{
    struct segment seg;
    size_t seen = 0;
    for (size_t i = 0; seen < COVER_BLOCKS && content_walk(content, i, &seg); i++) {
        size_t count = seg.count < COVER_BLOCKS - seen ? seg.count : COVER_BLOCKS - seen;
        cover_read(&o->cover, &o->nodes.arena, seg.blocks, count);
        seen += count;
        bool last = seg.last;
        segment_deinit(&seg);
        if (last)
            break;
    }
}

/* The form and date: of the envelope where they are known there, else of the cover. */
static void begin_form(struct outline *o, struct content *content)
{
    struct slice date = submission_filed(o->submission);
    struct slice type = o->document->type;
    if (catalog_family(type, date) == NULL)
        type = submission_form(o->submission);
    if (date.len == 0 || catalog_family(type, date) == NULL)
        read_cover(o, content);
    if (date.len == 0)
        date = slice_of(o->cover.date);
    if (catalog_family(type, date) == NULL && o->cover.form.len > 0)
        type = o->cover.form;
    o->form_name = type.len > 0 ? type : o->cover.form;
    form_init(&o->form, type, date);
}

static void begin(struct outline *o, struct content *content)
{
    const struct document *d = o->document;
    struct slice number;
    bool exhibit = catalog_exhibit_type(d->type, &number);
    if (exhibit)
        form_init(&o->form, SLICE(""), SLICE("")); /* its Items would be those of another form */
    else
        begin_form(o, content);
    scan_init(&o->scan, &o->form, content_is_printed(content));
    o->scan.exhibit = exhibit;
    if (exhibit)
        o->scan.exhibit_number = number;
    o->scan.start = d->text_offset;
    o->scan.end = d->text_end;
    o->scan.bytes = slice_cut(submission_bytes(o->submission), d->text_offset, d->text_end);
    o->content = content;
    content_hold(content);
    o->held = content_walk(content, 0, &o->segment);
    o->index = 1;
    o->begun = o->scanning = true;
}

static void note_first_letter(struct outline *o)
{
    for (size_t i = 0; i < o->segment.count && o->first_letter == 0; i++) {
        const struct block *b = &o->segment.blocks[i];
        size_t at = 0;
        while (at < b->text.len && !byte_is_letter(b->text.at[at]) &&
               !byte_is_digit(b->text.at[at]))
            at++;
        if (at < b->text.len)
            o->first_letter = block_source(b, at);
    }
}

/* Finds the node that encloses each, once: of thousands below one, none is looked for again. */
static void find_parents(struct outline *o)
{
    for (size_t i = 0; i < o->nodes.list.count; i++) {
        size_t above = i - 1; /* (size_t)-1 for the first */
        while (above != (size_t)-1 && o->nodes.list.at[above].level >= o->nodes.list.at[i].level)
            above = o->parents.at[above];
        array_push(&o->parents, above);
    }
}

/* Tells when there was more than is looked at. */
static void warn_of_more(struct outline *o)
{
    const struct scan *scan = &o->scan;
    struct buffer text = {0};
    if (o->nodes.list.count < NODES_MOST && scan->heads.list.count < HEADS_MOST &&
        scan->clauses.list.count < CLAUSES_MOST && scan->links.list.count < LINKS_MOST)
        return;
    document_add_name(o->document, &text);
    buffer_add_text(&text,
                    ": there are more headings than folio looks at; some are not in the tree");
    submission_warn_some(o->submission, buffer_slice(&text));
    buffer_deinit(&text);
}

/* What it was made with is given back: a file may hold hundreds of thousands of documents. */
static void finish(struct outline *o)
{
    o->resolved = completion_resolved(o->completion);
    completion_free(o->completion);
    o->completion = NULL;
    content_release(o->content);
    o->content = NULL;
    warn_of_more(o);
    scan_deinit(&o->scan);
    form_deinit(&o->form);
    o->begun = o->scanning = false;
    find_parents(o);
    o->done = true;
}

/* All is looked at: what it makes is for the steps that follow. */
static void begin_completion(struct outline *o)
{
    struct slice date = submission_filed(o->submission);
    o->completion = completion_new(&(struct completion_setup){
        .submission = o->submission,
        .document = o->document,
        .form = &o->form,
        .form_name = o->form_name,
        .date = date.len > 0 ? date : slice_of(o->cover.date),
        .first_letter = o->first_letter,
        .scan = &o->scan,
        .nodes = &o->nodes,
        .exhibits = o->exhibits,
        .told = o->told,
    });
}

/* Takes the segment that is held; `next` is the one behind it, or NULL. */
static void scan_blocks(struct outline *o, const struct segment *next)
{
    const struct segment *seg = &o->segment;
    const struct block *below = next ? next->blocks : NULL;
    size_t count = next ? next->count : 0;
    if (o->document->kind == DOCUMENT_XML) {
        headings_add(&o->nodes, seg->blocks, seg->count);
        return;
    }
    candidates_add(&o->scan.candidates, seg->blocks, seg->count, below, count);
    heads_add(&o->scan.heads, seg->blocks, seg->count, below, count);
    clauses_add(&o->scan.clauses, seg->blocks, seg->count, below, count);
    links_add(&o->scan.links, seg);
}

/* Looks at one segment; false behind the last. */
static bool scan_segment(struct outline *o, struct content *content, size_t *bytes)
{
    struct segment next;
    bool more = o->held && !o->segment.last && content_walk(content, o->index++, &next);
    if (o->held) {
        note_first_letter(o);
        *bytes += o->segment.end - o->segment.offset;
        scan_blocks(o, more ? &next : NULL);
        segment_deinit(&o->segment);
    }
    o->held = more;
    if (more)
        o->segment = next;
    return more;
}

bool outline_step(struct outline *o, size_t bytes)
{
    size_t seen = 0;
    if (o->done)
        return true;
    if (o->document->kind == DOCUMENT_BINARY) {
        o->done = true;
        return true;
    }
    struct content *content = content_of(o->submission, o->document);
    if (!o->begun)
        begin(o, content);
    do {
        if (o->completion) {
            if (!completion_step(o->completion, &seen))
                continue;
            finish(o);
            return true;
        }
        if (!scan_segment(o, content, &seen))
            begin_completion(o);
    } while (seen < bytes);
    return false;
}

bool outline_done(const struct outline *o)
{
    return o->done;
}

size_t outline_nodes(struct outline *o, const struct node **nodes)
{
    bool whole = submission_scanned(o->submission) >= submission_bytes(o->submission).len;
    if (o->done && whole && !o->resolved)
        o->resolved = exhibit_target_resolve(&o->nodes, o->submission, o->document, o->exhibits);
    *nodes = o->nodes.list.at;
    return o->done ? o->nodes.list.count : 0;
}

size_t outline_missing(const struct outline *o, const struct missing **missing)
{
    *missing = o->nodes.missing.at;
    return o->done ? o->nodes.missing.count : 0;
}

struct slice outline_form(const struct outline *o)
{
    struct slice form = submission_form(o->submission);
    return form.len > 0 ? form : o->form_name;
}

size_t outline_at(const struct outline *o, size_t offset)
{
    size_t low = 0;
    size_t high = o->done ? o->nodes.list.count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (o->nodes.list.at[middle].offset <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    while (low > 0) {
        const struct node *node = &o->nodes.list.at[low - 1];
        if (offset < node->offset + node->length || node->level == 1)
            return low - 1;
        low--;
    }
    return (size_t)-1;
}

size_t outline_parent(const struct outline *o, size_t node)
{
    return node < o->parents.count ? o->parents.at[node] : (size_t)-1;
}

/* True when the id is a number of the Item, with or without its part in front. */
static bool has_number(const struct node *node, struct slice id)
{
    if (node->kind != NODE_ITEM)
        return false;
    bool by_part = slice_starts(node->id, node->part) && node->part.len > 0;
    size_t dot = node->part.len;
    bool part = dot > 0 && id.len > dot && id.at[dot] == '.' &&
                slice_equal_nocase(slice_cut(id, 0, dot), node->part);
    if (part)
        id = slice_cut(id, dot + 1, id.len);
    else if (by_part)
        return false;
    for (size_t i = 0; i < node->item_count; i++)
        if (slice_equal_nocase(node->items[i], id))
            return true;
    return false;
}

size_t outline_find(const struct outline *o, struct slice id)
{
    size_t count = o->done ? o->nodes.list.count : 0;
    id = slice_trim(id);
    for (size_t i = 0; i < count; i++)
        if (slice_equal_nocase(o->nodes.list.at[i].id, id))
            return i;
    for (size_t i = 0; i < count; i++)
        if (has_number(&o->nodes.list.at[i], id))
            return i;
    return (size_t)-1;
}

size_t outline_declared(const struct submission *s, struct slice *numbers, size_t room)
{
    const struct slice *items;
    size_t count = submission_items(s, &items);
    size_t written = 0;
    for (size_t i = 0; i < count && i < OUTLINE_DECLARED; i++) {
        struct slice number = catalog_declared(submission_form(s), submission_filed(s), items[i]);
        if (number.len == 0)
            continue;
        if (written < room)
            numbers[written] = number;
        written++;
    }
    return written;
}

const char *node_kind_name(enum node_kind kind)
{
    static const char *const names[] = {"cover",         "contents",    "part",   "item",
                                        "heading",       "statement",   "note",   "signatures",
                                        "exhibit-index", "exhibit-row", "exhibit"};
    return names[kind];
}

const char *node_found_by_name(enum node_found_by by)
{
    static const char *const names[] = {"heading", "contents", "cross-reference", "title",
                                        "boilerplate"};
    return names[by];
}

const char *node_status_name(enum node_status status)
{
    static const char *const names[] = {"present", "reserved", "omitted", "incorporated"};
    return names[status];
}

const char *node_target_name(enum node_target target)
{
    static const char *const names[] = {"none", "here", "not-in-file", "incorporated", "unknown"};
    return names[target];
}
