/* SPDX-License-Identifier: MIT */
/* Going through one document for hits, from candidate to candidate. */
#include "search/sweep.h"

enum {
    WINDOW = 64 * 1024, /* bytes that the filter looks at in one go */
    OVERLAP = 4 * 1024, /* bytes behind it that must be known */
    SCAN = 256 * 1024,  /* bytes that are scanned ahead */
    READ_COST = 24,     /* what reading and matching a byte costs, in bytes of filtering */
    SMALL_PAGE = 512,   /* bytes of a page that is a small one, */
    SMALL_PAGES = 8,    /* of which so many of a segment are looked at alone */
    SMALL = 256 * 1024  /* bytes of a document that is asked for all words before it is read */
};

void sweep_init(struct sweep *s, struct submission *submission, const struct pattern *p,
                match_hit *hit, void *self)
{
    *s = (struct sweep){.submission = submission,
                        .filter = pattern_prefilter(p),
                        .second = pattern_second_filter(p)};
    match_init(&s->match, p, hit, self);
}

static void drop_ahead(struct sweep *s)
{
    if (s->has_ahead)
        segment_deinit(&s->ahead);
    s->has_ahead = false;
}

void sweep_leave(struct sweep *s)
{
    drop_ahead(s);
    if (s->held)
        content_release(content_of(s->submission, s->document));
    s->held = false;
    s->document = NULL;
}

void sweep_deinit(struct sweep *s)
{
    sweep_leave(s);
    match_deinit(&s->match);
}

/* The content of the document, held from now on. A document in which nothing can be is not asked
 * for its content: to begin reading it costs something. */
static struct content *take_content(struct sweep *s)
{
    struct content *c = content_of(s->submission, s->document);
    if (!s->held)
        content_hold(c);
    s->held = true;
    return c;
}

void sweep_begin(struct sweep *s, struct document *d, struct sweep_range range)
{
    bool inside = range.from > d->text_offset;
    s->document = d;
    s->at = inside ? range.from : d->text_offset;
    s->to = range.to;
    s->stop = range.stop;
    s->turns = range.turns;
    /* The filter may judge the bytes of lines of text; those of markup stand apart and encoded. */
    s->filtered = s->filter && d->kind == DOCUMENT_TEXT;
    /* A segment that is begun in its middle is read anyway. */
    s->candidate = inside ? s->at : SWEEP_NOWHERE;
    s->first = s->next = inside ? content_segment_at(take_content(s), s->at) : 0;
    s->pages = s->counted = 0;
    s->small = s->small_in = 0;
    s->asked = s->closing = false;
}

static void close_document(struct sweep *s)
{
    if (s->at > s->document->end)
        s->at = s->document->end;
    sweep_leave(s);
}

/* Reads the segment as the one ahead, if it is not yet. */
static bool read_ahead(struct sweep *s, size_t index)
{
    if (s->has_ahead && s->ahead.index == index)
        return true;
    drop_ahead(s);
    s->has_ahead = content_walk(content_of(s->submission, s->document), index, &s->ahead);
    return s->has_ahead;
}

/* True when a page begins at `offset`: then what stands there need not be read to know it. */
static bool page_mark_at(const struct sweep *s, size_t offset)
{
    struct slice rest = slice_cut(submission_bytes(s->submission), offset, offset + 6);
    return slice_equal(rest, SLICE("<PAGE>"));
}

/* Searches the segment; it becomes the one before the one ahead. */
static size_t search_segment(struct sweep *s, size_t index)
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
    match_segment(&s->match, &segment, s->has_ahead ? &s->ahead : NULL, s->pages);
    size_t end = segment.end;
    segment_deinit(&segment);
    return end;
}

/* Counts pages on towards the candidate, in strides, giving back what was counted: reading a
 * segment would do the same at once. Returns the work done, 0 when there is nothing to do. */
static size_t count_pages(struct sweep *s, struct content *c)
{
    bool all;
    content_pages(c, &all);
    size_t from = s->document->text_offset + s->counted;
    if (all || !content_has_pages(c) || s->candidate < from + SWEEP_STRIDE)
        return 0;
    content_count_pages(c, SWEEP_STRIDE);
    s->counted += SWEEP_STRIDE;
    if (from + SWEEP_STRIDE < s->at)
        input_release(submission_input(s->submission), from, from + SWEEP_STRIDE);
    return SWEEP_STRIDE;
}

/* Whether all words that a match must contain may stand in [from, to). */
static bool may_hold_words(const struct sweep *s, size_t from, size_t to)
{
    struct slice bytes = slice_cut(submission_bytes(s->submission), 0, s->document->text_end);
    return !s->second || prefilter_find(s->second, bytes, from, to) < to;
}

/* Whether there are so many small pages in the segment that it is better read as a whole. */
static bool is_one_too_many(struct sweep *s, const struct page_span *span, size_t index)
{
    if (span->to - span->from >= SMALL_PAGE)
        return false;
    if (s->small_in != index)
        s->small = 0;
    s->small_in = index;
    return ++s->small > SMALL_PAGES;
}

/* Searches the page of the candidate alone, or not at all, when that is enough and nothing of it is
 * the other part's. Returns the work done, 0 when its segment must be searched. */
static size_t search_page(struct sweep *s, struct content *c, size_t index)
{
    struct page_span span;
    bool begun = s->turns && index == s->first;
    if (!s->filtered || begun || index < s->next || s->stop != SWEEP_NOWHERE ||
        !content_page_span(c, s->candidate, &span) || span.from < s->pages ||
        is_one_too_many(s, &span, index))
        return 0;
    size_t work = (span.to - span.from) / READ_COST + 1;
    if (may_hold_words(s, span.near_from, span.near_to)) {
        if (!span.whole)
            return 0;
        struct segment page;
        drop_ahead(s); /* it is not what follows the page */
        content_walk_page(c, span.from, span.to, &page);
        match_segment(&s->match, &page, NULL, s->pages);
        segment_deinit(&page);
        s->pages = span.to;
        work = (span.to - span.from) * READ_COST + 1;
    }
    s->at = span.to;
    s->candidate = SWEEP_NOWHERE;
    return work;
}

/* True when the document is small and lacks words that a hit must contain. It is asked once. */
static bool lacks_words(struct sweep *s)
{
    struct document *d = s->document;
    bool ask = s->filtered && !s->asked && d->complete && d->text_end - d->text_offset <= SMALL;
    s->asked = true;
    return ask && !may_hold_words(s, d->text_offset, d->text_end);
}

/* Reads and searches where the candidate is. A hit may begin in the segment before it. */
static size_t search_candidate(struct sweep *s)
{
    if (lacks_words(s)) {
        size_t left = s->document->text_end - s->at;
        close_document(s);
        return left / READ_COST + 1;
    }
    struct content *c = take_content(s);
    size_t index = content_segment_at(c, s->candidate), begun = s->at;
    size_t work = search_page(s, c, index);
    if (work == 0)
        work = count_pages(s, c);
    if (work > 0)
        return work;
    s->candidate = SWEEP_NOWHERE;
    if (index >= s->stop) {
        /* The rest is the other part's; only what begins before it is ours. */
        if (s->stop > s->next)
            search_segment(s, s->stop - 1);
        close_document(s);
        return WINDOW;
    }
    if (index < s->next) {
        s->at++;
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
    if (end > s->at)
        s->at = end;
    return (s->at - begun + 1) * READ_COST;
}

/* Looks for the next candidate, a window far. */
static size_t look_on(struct sweep *s)
{
    struct document *d = s->document;
    size_t from = s->at;
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
    s->at = found;
    return found - from + 1;
}

size_t sweep_step(struct sweep *s)
{
    return s->candidate != SWEEP_NOWHERE ? search_candidate(s) : look_on(s);
}
