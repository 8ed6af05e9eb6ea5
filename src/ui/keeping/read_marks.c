/* SPDX-License-Identifier: MIT */
/* What was read of a filing. */
#include "ui/keeping/read_marks.h"

#include "base/array.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SPANS = 1000 /* of a document: of more pieces that were looked at, not all count */ };

struct span {
    size_t from, to;
};

struct seen {
    ARRAY(struct span) spans; /* in order, none touching another */
    unsigned char *states;    /* session_read of each node */
    size_t count;             /* nodes */
    bool told;                /* the nodes are known */
    bool whole_told;          /* what is remembered of the document as a whole is known */
    enum session_read whole;
};

struct read_marks {
    struct session *session;
    struct buffer key;
    ARRAY(struct seen) documents;
    size_t completed; /* outlines, when they were looked at */
};

struct read_marks *read_marks_new(struct session *session, struct slice key)
{
    struct read_marks *m = memory_alloc(sizeof *m);
    m->session = session;
    buffer_add(&m->key, key);
    return m;
}

void read_marks_free(struct read_marks *m)
{
    if (!m)
        return;
    for (size_t i = 0; i < m->documents.count; i++) {
        array_deinit(&m->documents.at[i].spans);
        free(m->documents.at[i].states);
    }
    array_deinit(&m->documents);
    buffer_deinit(&m->key);
    free(m);
}

static struct seen *seen_of(struct read_marks *m, size_t document)
{
    while (m->documents.count <= document)
        *array_add(&m->documents) = (struct seen){0};
    struct seen *seen = &m->documents.at[document];
    if (!seen->whole_told)
        seen->whole = session_read(m->session, buffer_slice(&m->key), document, SLICE(""));
    seen->whole_told = true;
    return seen;
}

/* Adds a stretch, and gives the one that it is now part of. */
static struct span add_span(struct seen *seen, struct span span)
{
    size_t first = 0, behind;
    while (first < seen->spans.count && seen->spans.at[first].to < span.from)
        first++;
    for (behind = first; behind < seen->spans.count && seen->spans.at[behind].from <= span.to;
         behind++) {
        const struct span *at = &seen->spans.at[behind];
        span.from = at->from < span.from ? at->from : span.from;
        span.to = at->to > span.to ? at->to : span.to;
    }
    if (first == behind && seen->spans.count >= MOST_SPANS)
        return span;
    if (first == behind)
        (void)array_add(&seen->spans);
    size_t old = seen->spans.count - (first == behind ? 1 : 0);
    memmove(&seen->spans.at[first + 1], &seen->spans.at[behind],
            (old - behind) * sizeof *seen->spans.at);
    seen->spans.at[first] = span;
    seen->spans.count = old - (behind - first) + 1;
    return span;
}

static void set_node(struct read_marks *m, size_t document, const struct node *nodes, size_t node,
                     enum session_read read)
{
    m->documents.at[document].states[node] = (unsigned char)read;
    session_set_read(m->session, buffer_slice(&m->key), document, nodes[node].id, read);
}

static void set_whole(struct read_marks *m, size_t document, enum session_read read)
{
    m->documents.at[document].whole = read;
    session_set_read(m->session, buffer_slice(&m->key), document, SLICE(""), read);
}

/* The nodes of a document whose states are known. Their count was that of the outline then: another
 * one may be given with the same key. */
static size_t known_nodes(const struct seen *seen, const struct shelf *shelf, size_t document,
                          const struct node **nodes)
{
    size_t count = seen->told ? shelf_nodes(shelf, document, nodes) : 0;
    return count < seen->count ? count : seen->count;
}

/* Nodes, and the document, that lie in the stretch are read now. */
static void sweep(struct read_marks *m, const struct shelf *shelf, size_t document,
                  struct span span)
{
    const struct document *d = submission_document(shelf_submission(shelf), document);
    struct seen *seen = &m->documents.at[document];
    const struct node *nodes;
    size_t count = known_nodes(seen, shelf, document, &nodes);
    for (size_t i = 0; i < count && nodes[i].offset < span.to; i++)
        if (seen->states[i] == SESSION_NOT_READ && nodes[i].offset >= span.from &&
            nodes[i].offset + nodes[i].length <= span.to)
            set_node(m, document, nodes, i, SESSION_READ);
    if (d && d->complete && seen->whole == SESSION_NOT_READ && span.from <= d->text_offset &&
        span.to >= d->text_end)
        set_whole(m, document, SESSION_READ);
}

void read_marks_see(struct read_marks *m, const struct shelf *shelf, size_t document, size_t from,
                    size_t to)
{
    struct seen *seen = seen_of(m, document);
    if (to > from)
        sweep(m, shelf, document, add_span(seen, (struct span){from, to}));
}

/* What is remembered of the nodes, and what was seen before they were known. */
static void take_over(struct read_marks *m, const struct shelf *shelf, size_t document)
{
    const struct node *nodes;
    struct seen *seen = seen_of(m, document);
    size_t count = shelf_nodes(shelf, document, &nodes);
    seen->told = true;
    seen->count = count;
    seen->states = memory_alloc(count + 1);
    for (size_t i = 0; i < count; i++) {
        seen->states[i] =
            (unsigned char)session_read(m->session, buffer_slice(&m->key), document, nodes[i].id);
        if (seen->states[i] == SESSION_READ)
            add_span(seen, (struct span){nodes[i].offset, nodes[i].offset + nodes[i].length});
    }
    for (size_t i = 0; i < seen->spans.count; i++)
        sweep(m, shelf, document, seen->spans.at[i]);
}

void read_marks_update(struct read_marks *m, const struct shelf *shelf)
{
    size_t completed = shelf_completed(shelf);
    size_t documents = submission_documents(shelf_submission(shelf));
    for (size_t i = 0; completed != m->completed && i < documents; i++)
        if (shelf_outline(shelf, i) && !seen_of(m, i)->told)
            take_over(m, shelf, i);
    m->completed = completed;
}

bool read_marks_is(const struct read_marks *m, size_t document, size_t node)
{
    if (document >= m->documents.count)
        return false;
    const struct seen *seen = &m->documents.at[document];
    if (node == READ_MARKS_DOCUMENT)
        return seen->whole == SESSION_READ;
    return node < seen->count && seen->states[node] == SESSION_READ;
}

void read_marks_set(struct read_marks *m, const struct shelf *shelf, size_t document, size_t node,
                    bool read)
{
    const struct node *nodes;
    enum session_read state = read ? SESSION_READ : SESSION_UNREAD;
    struct seen *seen = seen_of(m, document);
    size_t count = known_nodes(seen, shelf, document, &nodes);
    if (node == READ_MARKS_DOCUMENT)
        set_whole(m, document, state);
    else if (node >= count)
        return;
    for (size_t i = node == READ_MARKS_DOCUMENT ? 0 : node; i < count; i++) {
        if (node != READ_MARKS_DOCUMENT && i > node && nodes[i].level <= nodes[node].level)
            break;
        set_node(m, document, nodes, i, state);
    }
}
