/* SPDX-License-Identifier: MIT */
/* Going through a filing, segment by segment, for hits. */
#include "search/search.h"

#include "base/memory.h"
#include "model/content.h"
#include "search/passage.h"

#include <stdlib.h>

enum {
    WINDOW = 64 * 1024,       /* bytes that the filter looks at in one go */
    OVERLAP = 4 * 1024,       /* bytes behind it that must be known */
    STRIDE = 4 * 1024 * 1024, /* bytes that are counted, scanned or given back together */
    AHEAD = 1024,             /* bytes of the next segment in which a hit may end */
    SCAN = 256 * 1024,   /* bytes that are scanned ahead, and searched while they are at hand */
    READ_COST = 24,      /* what reading and matching a byte costs, in bytes of filtering */
    SMALL_PAGE = 512,    /* bytes of a page that is not worth being read alone */
    SMALL = 256 * 1024,  /* bytes of a document that is asked for all words before it is read */
    UNSURE = 256 * 1024, /* before the place reached, a hit into the next segment may come */
    MOST_COSTLY = 8,     /* passages that were too costly before the search is ended */
    MOST_HITS = 1000 * 1000
};

#define NOWHERE ((size_t)-1)

/* The parts of a search: from where it began to the end of its scope, then the rest. */
enum part { PART_LATE, PART_EARLY, PART_DONE };

struct search {
    struct submission *submission;
    struct matcher *matcher;
    const struct prefilter *filter; /* NULL: all is read */
    const struct prefilter *second; /* of the page of a candidate; may be NULL */
    struct scope scope;
    struct place begin;
    size_t begin_segment; /* the first that was searched; NOWHERE as long as none was */

    enum part part;
    struct place at; /* this part is searched up to here */
    /* The document that is being searched, NULL between two. */
    struct document *document;
    size_t to;        /* where the search of it ends; NOWHERE for its own end */
    size_t next;      /* its first segment that was not searched */
    size_t stop;      /* its first segment that is not this part's */
    size_t candidate; /* a place in it where a hit may be, or NOWHERE */
    size_t pages;     /* its pages before this place were searched one by one */
    size_t counted;   /* its pages are counted that far, at least */
    size_t released;  /* the input before it was given back */
    bool closing;     /* its last segment was looked at without being asked to */
    bool filtered;
    bool held;  /* its content */
    bool asked; /* whether a hit can be in it: it is small */
    bool has_ahead;
    struct segment ahead; /* the segment read last, when has_ahead */

    struct passage passage;
    struct hits hits;
    size_t costly;
    bool capped;
};

struct search *search_new(struct submission *s, const struct pattern *p, struct scope scope,
                          struct place begin)
{
    struct search *search = memory_alloc(sizeof *search);
    if (place_before(begin, scope.from) || !place_before(begin, scope.to))
        begin = scope.from;
    search->submission = s;
    search->matcher = matcher_new(p);
    search->filter = pattern_prefilter(p);
    search->second = pattern_second_filter(p);
    search->passage.apart = pattern_is_number(p);
    search->scope = scope;
    search->begin = search->at = begin;
    search->begin_segment = NOWHERE;
    search->released = begin.offset;
    return search;
}

static void drop_ahead(struct search *s)
{
    if (s->has_ahead)
        segment_deinit(&s->ahead);
    s->has_ahead = false;
}

/* Lets go of the document that is being searched, if there is one. */
static void leave_document(struct search *s)
{
    drop_ahead(s);
    if (s->held)
        content_release(content_of(s->submission, s->document));
    s->held = false;
    s->document = NULL;
}

void search_free(struct search *s)
{
    if (!s)
        return;
    leave_document(s);
    passage_deinit(&s->passage);
    hits_deinit(&s->hits);
    matcher_free(s->matcher);
    free(s);
}

/* Gives back what was searched, so that memory does not grow with the filing. */
static void release(struct search *s, size_t upto)
{
    if (upto < s->released)
        s->released = upto;
    if (upto - s->released < STRIDE)
        return;
    input_release(submission_input(s->submission), s->released, upto);
    s->released = upto;
}

/* The content of the document, held from now on. A document in which nothing can be is not asked
 * for its content: to begin reading it costs something. */
static struct content *take_content(struct search *s)
{
    struct content *c = content_of(s->submission, s->document);
    if (!s->held)
        content_hold(c);
    s->held = true;
    return c;
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

static void close_document(struct search *s)
{
    size_t end = submission_document(s->submission, s->at.document)->end;
    leave_document(s);
    s->at.document++;
    if (s->at.offset > end)
        s->at.offset = end;
}

/* Opens the document at hand, or scans on for it. Returns the work done, in bytes. */
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
        close_document(s);
        return 1;
    }
    s->document = d;
    /* The filter may judge the bytes of lines of text; those of markup stand apart and encoded. */
    s->filtered = s->filter && d->kind == DOCUMENT_TEXT;
    s->to = end.document == d->index ? end.offset : NOWHERE;
    s->next = 0;
    s->stop = NOWHERE;
    s->candidate = NOWHERE;
    s->pages = 0;
    s->asked = false;
    s->counted = 0;
    s->closing = false;
    if (s->at.offset > d->text_offset)
        s->candidate = s->at.offset; /* a segment that is begun in its middle is read anyway */
    else
        s->at.offset = d->text_offset;
    if (s->candidate != NOWHERE)
        s->next = content_segment_at(take_content(s), s->candidate);
    if (s->part == PART_LATE && s->begin_segment == NOWHERE && s->begin.document == d->index)
        s->begin_segment = s->next;
    if (s->part == PART_EARLY && s->begin.document == d->index)
        s->stop = s->begin_segment;
    return 1;
}

static void keep_hit(struct search *s, struct hit hit)
{
    struct place place = {hit.document, hit.offset};
    if (place_before(place, s->scope.from) || !place_before(place, s->scope.to))
        return;
    hits_add(&s->hits, s->part == PART_EARLY, hit);
    if (hits_count(&s->hits) >= MOST_HITS) {
        s->capped = true;
        s->part = PART_DONE;
    }
}

/* Hits in the passage that begin before `own`. */
static void match_passage(struct search *s, size_t own)
{
    struct slice text = buffer_slice(&s->passage.text);
    text.len -= text.len > 0; /* the line end behind the last line joins nothing */
    size_t from = 0, start, end;
    while (from < own && s->part != PART_DONE) {
        enum pattern_result r = matcher_find(s->matcher, text, from, own, &start, &end);
        if (r == PATTERN_COSTLY && ++s->costly >= MOST_COSTLY)
            s->part = PART_DONE;
        if (r != PATTERN_HIT || start >= own)
            return;
        size_t source = passage_source(&s->passage, start);
        size_t behind = passage_source_end(&s->passage, end - 1);
        size_t length = behind > source ? behind - source : 1;
        keep_hit(s,
                 (struct hit){s->document->index, source, length, matcher_is_scaled(s->matcher)});
        from = end;
    }
}

/* Whether the text of the segment goes on in the one that was read ahead. */
static bool goes_on(const struct search *s, const struct segment *segment)
{
    return s->has_ahead && s->ahead.index == segment->index + 1 && s->ahead.count > 0 &&
           !s->ahead.opens_page && segment->count > 0 &&
           s->ahead.blocks[0].page == segment->blocks[segment->count - 1].page;
}

/* The pages of a segment, each by itself. */
static void match_segment(struct search *s, const struct segment *segment)
{
    size_t i = 0;
    while (i < segment->count && s->part != PART_DONE) {
        uint32_t page = segment->blocks[i].page;
        bool known = segment->blocks[i].offset < s->pages;
        passage_clear(&s->passage);
        for (; i < segment->count && segment->blocks[i].page == page; i++)
            passage_add(&s->passage, &segment->blocks[i]);
        if (known)
            continue;
        size_t own = s->passage.text.len;
        if (i == segment->count && goes_on(s, segment))
            for (size_t k = 0; k < s->ahead.count && s->ahead.blocks[k].page == page &&
                               s->passage.text.len < own + AHEAD;
                 k++)
                passage_add(&s->passage, &s->ahead.blocks[k]);
        match_passage(s, own);
    }
}

/* Reads the segment as the one ahead, if it is not yet. */
static bool read_ahead(struct search *s, size_t index)
{
    if (s->has_ahead && s->ahead.index == index)
        return true;
    drop_ahead(s);
    s->has_ahead = content_walk(content_of(s->submission, s->document), index, &s->ahead);
    return s->has_ahead;
}

/* True when a page begins at `offset`: then what stands there need not be read to know it. */
static bool page_mark_at(const struct search *s, size_t offset)
{
    struct slice rest = slice_cut(submission_bytes(s->submission), offset, offset + 6);
    return slice_equal(rest, SLICE("<PAGE>"));
}

/* Searches the segment; it becomes the one before the one ahead. */
static size_t search_segment(struct search *s, size_t index)
{
    struct segment segment;
    if (s->has_ahead && s->ahead.index == index) {
        segment = s->ahead;
        s->has_ahead = false;
    } else if (!content_walk(content_of(s->submission, s->document), index, &segment)) {
        return 0;
    }
    if (!segment.last && !page_mark_at(s, segment.end))
        read_ahead(s, index + 1);
    match_segment(s, &segment);
    size_t end = segment.end;
    segment_deinit(&segment);
    return end;
}

/* Counts pages on towards the candidate, in strides, giving back what was counted: reading a
 * segment would do the same at once. Returns the work done, 0 when there is nothing to do. */
static size_t count_pages(struct search *s, struct content *c)
{
    bool all;
    content_pages(c, &all);
    size_t from = s->document->text_offset + s->counted;
    if (all || !content_has_pages(c) || s->candidate < from + STRIDE)
        return 0;
    content_count_pages(c, STRIDE);
    s->counted += STRIDE;
    if (from + STRIDE < s->at.offset)
        input_release(submission_input(s->submission), from, from + STRIDE);
    return STRIDE;
}

/* Whether all words that a match must contain may stand in [from, to). */
static bool may_hold_words(const struct search *s, size_t from, size_t to)
{
    struct slice bytes = slice_cut(submission_bytes(s->submission), 0, s->document->text_end);
    return !s->second || prefilter_find(s->second, bytes, from, to) < to;
}

/* Searches the page of the candidate alone, or not at all, when that is enough and nothing of it is
 * the other part's. Returns the work done, 0 when its segment must be searched. */
static size_t search_page(struct search *s, struct content *c, size_t index)
{
    struct page_span span;
    bool begun = s->document->index == s->begin.document && index == s->begin_segment;
    if (!s->filtered || begun || index < s->next || s->stop != NOWHERE ||
        !content_page_span(c, s->candidate, &span) || span.from < s->pages ||
        span.to - span.from < SMALL_PAGE)
        return 0;
    size_t work = (span.to - span.from) / READ_COST + 1;
    if (may_hold_words(s, span.near_from, span.near_to)) {
        if (!span.whole)
            return 0;
        struct segment page;
        drop_ahead(s); /* it is not what follows the page */
        content_walk_page(c, span.from, span.to, &page);
        match_segment(s, &page);
        segment_deinit(&page);
        s->pages = span.to;
        work = (span.to - span.from) * READ_COST + 1;
    }
    s->at.offset = span.to;
    s->candidate = NOWHERE;
    return work;
}

/* True when the document is small and lacks words that a hit must contain. It is asked once. */
static bool lacks_words(struct search *s)
{
    struct document *d = s->document;
    bool ask = s->filtered && !s->asked && d->complete && d->text_end - d->text_offset <= SMALL;
    s->asked = true;
    return ask && !may_hold_words(s, d->text_offset, d->text_end);
}

/* Reads and searches where the candidate is. A hit may begin in the segment before it. */
static size_t search_candidate(struct search *s)
{
    if (lacks_words(s)) {
        size_t left = s->document->text_end - s->at.offset;
        close_document(s);
        return left / READ_COST + 1;
    }
    struct content *c = take_content(s);
    size_t index = content_segment_at(c, s->candidate), begun = s->at.offset;
    size_t work = search_page(s, c, index);
    if (work == 0)
        work = count_pages(s, c);
    if (work > 0)
        return work;
    s->candidate = NOWHERE;
    if (index >= s->stop) {
        /* The rest is the other part's; only what begins before it is ours. */
        if (s->stop > s->next)
            search_segment(s, s->stop - 1);
        close_document(s);
        return WINDOW;
    }
    if (index < s->next) {
        s->at.offset++;
        return 1;
    }
    if (index > s->next && read_ahead(s, index) && s->ahead.count > 0 && !s->ahead.opens_page)
        search_segment(s, index - 1);
    size_t end = search_segment(s, index);
    s->next = index + 1;
    if (end == 0) {
        close_document(s);
        return WINDOW;
    }
    if (end > s->at.offset)
        s->at.offset = end;
    return (s->at.offset - begun + 1) * READ_COST;
}

/* Looks for the next candidate, a window far. */
static size_t look_on(struct search *s)
{
    struct document *d = s->document;
    size_t from = s->at.offset;
    if (!d->complete && d->text_end < from + WINDOW + OVERLAP)
        submission_scan(s->submission, from + SCAN);
    size_t end = d->text_end < s->to ? d->text_end : s->to;
    if (from >= end) {
        /* Behind the end of the scope stands what a hit in it may need. */
        if (end == d->text_end || s->closing || end == d->text_offset)
            close_document(s);
        else
            s->candidate = end - 1;
        s->closing = true;
        return 1;
    }
    if (!s->filtered) {
        s->candidate = from;
        return 1;
    }
    size_t stop = from + WINDOW < end ? from + WINDOW : end;
    struct slice bytes = slice_cut(submission_bytes(s->submission), 0, d->text_end);
    size_t found = prefilter_find(s->filter, bytes, from, stop);
    if (found < stop)
        s->candidate = found;
    s->at.offset = found;
    return found - from + 1;
}

bool search_step(struct search *s, size_t bytes)
{
    size_t work = 0;
    while (s->part != PART_DONE && work < bytes) {
        if (!s->document)
            work += open_document(s);
        else if (s->candidate != NOWHERE)
            work += search_candidate(s);
        else
            work += look_on(s);
        release(s, s->at.offset);
    }
    if (s->part == PART_DONE)
        leave_document(s);
    return s->part == PART_DONE;
}

bool search_done(const struct search *s)
{
    return s->part == PART_DONE;
}

bool search_costly(const struct search *s)
{
    return s->costly > 0;
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
