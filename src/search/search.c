/* SPDX-License-Identifier: MIT */
/* Going through the documents of a filing for hits. */
#include "search/search.h"

#include "base/memory.h"
#include "search/sweep.h"

#include <stdlib.h>

enum {
    SCAN = 256 * 1024,   /* bytes that are scanned ahead, and searched while they are at hand */
    UNSURE = 256 * 1024, /* before the place reached, a hit into the next segment may come */
    MOST_HITS = 1000 * 1000
};

#define NOWHERE ((size_t)-1)

/* The parts of a search: from where it began to the end of its scope, then the rest. */
enum search_part { PART_LATE, PART_EARLY, PART_DONE };

struct search {
    struct submission *submission;
    struct scope scope;
    struct place begin;
    size_t begin_segment; /* the first that was searched; NOWHERE as long as none was */

    enum search_part part;
    struct place at;    /* this part is searched up to here */
    struct sweep sweep; /* of the document that is being searched */
    size_t released;    /* the input before it was given back */
    struct hits hits;
    bool capped;
};

static bool keep_hit(void *self, size_t offset, size_t length, bool scaled)
{
    struct search *s = self;
    struct place place = {s->at.document, offset};
    if (place_before(place, s->scope.from) || !place_before(place, s->scope.to))
        return true;
    hits_add(&s->hits, s->part == PART_EARLY, (struct hit){place.document, offset, length, scaled});
    s->capped = hits_count(&s->hits) >= MOST_HITS;
    return !s->capped;
}

struct search *search_new(struct submission *s, const struct pattern *p, struct scope scope,
                          struct place begin)
{
    struct search *search = memory_alloc(sizeof *search);
    if (place_before(begin, scope.from) || !place_before(begin, scope.to))
        begin = scope.from;
    search->submission = s;
    sweep_init(&search->sweep, s, p, keep_hit, search);
    search->scope = scope;
    search->begin = search->at = begin;
    search->begin_segment = NOWHERE;
    search->released = begin.offset;
    return search;
}

void search_free(struct search *s)
{
    if (!s)
        return;
    sweep_deinit(&s->sweep);
    hits_deinit(&s->hits);
    free(s);
}

/* Gives back what was searched, so that memory does not grow with the filing. */
static void release(struct search *s, size_t upto)
{
    if (upto < s->released)
        s->released = upto;
    if (upto - s->released < SWEEP_STRIDE)
        return;
    input_release(submission_input(s->submission), s->released, upto);
    s->released = upto;
}

/* Where this part ends. */
static struct place part_end(const struct search *s)
{
    return s->part == PART_LATE ? s->scope.to : s->begin;
}

static void end_part(struct search *s)
{
    if (s->part == PART_LATE && place_before(s->scope.from, s->begin)) {
        s->part = PART_EARLY;
        s->at = s->scope.from;
        s->released = s->at.offset;
    } else {
        s->part = PART_DONE;
    }
}

/* Begins with the document at hand, or scans on for it. Returns the work done, in bytes. */
static size_t open_document(struct search *s)
{
    struct place end = part_end(s);
    if (!place_before(s->at, end)) {
        end_part(s);
        return 1;
    }
    if (s->at.document >= submission_documents(s->submission)) {
        size_t scanned = submission_scanned(s->submission);
        if (submission_scan(s->submission, scanned + SCAN) &&
            s->at.document >= submission_documents(s->submission))
            end_part(s);
        return submission_scanned(s->submission) - scanned + 1;
    }
    struct document *d = submission_document(s->submission, s->at.document);
    if (d->kind == DOCUMENT_BINARY) {
        s->at.document++;
        s->at.offset = s->at.offset < d->end ? s->at.offset : d->end;
        return 1;
    }
    bool ours = s->begin.document == d->index;
    struct sweep_range range = {.from = s->at.offset,
                                .to = end.document == d->index ? end.offset : SWEEP_NOWHERE,
                                .stop = SWEEP_NOWHERE,
                                .turns = ours};
    if (ours && s->part == PART_EARLY)
        range.stop = s->begin_segment;
    sweep_begin(&s->sweep, d, range);
    s->at.offset = s->sweep.at;
    if (ours && s->part == PART_LATE)
        s->begin_segment = s->sweep.first;
    return 1;
}

/* Goes on in the document at hand. Returns the work done, in bytes. */
static size_t go_on(struct search *s)
{
    size_t work = sweep_step(&s->sweep);
    s->at.offset = s->sweep.at;
    if (!s->sweep.document)
        s->at.document++;
    if (s->sweep.match.ended)
        s->part = PART_DONE;
    return work;
}

bool search_step(struct search *s, size_t bytes)
{
    size_t work = 0;
    while (s->part != PART_DONE && work < bytes) {
        work += s->sweep.document ? go_on(s) : open_document(s);
        release(s, s->at.offset);
    }
    if (s->part == PART_DONE)
        sweep_leave(&s->sweep);
    return s->part == PART_DONE;
}

bool search_done(const struct search *s)
{
    return s->part == PART_DONE;
}

bool search_costly(const struct search *s)
{
    return s->sweep.match.costly > 0;
}

int search_progress(const struct search *s)
{
    if (s->part == PART_DONE)
        return 100;
    size_t size = submission_bytes(s->submission).len;
    size_t from = s->scope.from.offset;
    size_t to = s->scope.to.offset < size ? s->scope.to.offset : size;
    if (to <= from)
        return 0;
    size_t at = s->at.offset < from ? from : s->at.offset < to ? s->at.offset : to;
    size_t done = s->part == PART_LATE
                      ? (at > s->begin.offset ? at - s->begin.offset : 0)
                      : (to > s->begin.offset ? to - s->begin.offset : 0) + at - from;
    size_t percent = (size_t)((double)done * 100 / (double)(to - from));
    return percent > 99 ? 99 : (int)percent;
}

size_t search_hits(const struct search *s, bool *capped)
{
    if (capped)
        *capped = s->capped;
    return hits_count(&s->hits);
}

struct hit search_hit(const struct search *s, size_t index)
{
    return hits_get(&s->hits, index);
}

size_t search_next(const struct search *s, struct place place, bool at)
{
    if (!at)
        place.offset++;
    size_t index = hits_find(&s->hits, place);
    return index < hits_count(&s->hits) ? index : NOWHERE;
}

size_t search_previous(const struct search *s, struct place place)
{
    size_t index = hits_find(&s->hits, place);
    return index > 0 ? index - 1 : NOWHERE;
}

bool search_sure(const struct search *s, struct place from, size_t hit)
{
    if (s->part == PART_DONE)
        return true;
    if (hit >= hits_count(&s->hits))
        return false;
    struct hit h = hits_get(&s->hits, hit);
    struct place to = {h.document, h.offset}, at = s->at;
    if (place_before(to, from)) {
        to = from;
        from = (struct place){h.document, h.offset};
    }
    at.offset = at.offset > UNSURE ? at.offset - UNSURE : 0;
    bool late = !place_before(from, s->begin);
    if (s->part == PART_EARLY)
        return late || !place_before(at, to);
    return late && !place_before(at, to);
}

void search_range(const struct search *s, size_t document, size_t from, size_t to, size_t *first,
                  size_t *behind)
{
    *first = hits_find(&s->hits, (struct place){document, from});
    *behind = hits_find(&s->hits, (struct place){document, to});
    if (*behind < *first)
        *behind = *first;
    if (*first == 0)
        return;
    struct hit before = hits_get(&s->hits, *first - 1);
    if (before.document == document && before.offset + before.length > from)
        --*first;
}
