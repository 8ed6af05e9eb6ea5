/* SPDX-License-Identifier: MIT */
/* Matching a pattern in the text of segments, page by page. */
#include "search/match.h"

enum {
    AHEAD = 1024,   /* bytes of the next segment in which a hit may end */
    MOST_COSTLY = 8 /* passages that were too costly before the search is ended */
};

void match_init(struct match *m, const struct pattern *p, match_hit *hit, void *self)
{
    *m = (struct match){.matcher = matcher_new(p), .hit = hit, .self = self};
    m->passage.apart = pattern_is_number(p);
}

void match_deinit(struct match *m)
{
    passage_deinit(&m->passage);
    matcher_free(m->matcher);
    m->matcher = NULL;
}

/* Hits in the passage that begin before `own`. */
static void match_passage(struct match *m, size_t own)
{
    struct slice text = buffer_slice(&m->passage.text);
    text.len -= text.len > 0; /* the line end behind the last line joins nothing */
    size_t from = 0, start, end;
    while (from < own && !m->ended) {
        enum pattern_result r = matcher_find(m->matcher, text, from, own, &start, &end);
        if (r == PATTERN_COSTLY && ++m->costly >= MOST_COSTLY)
            m->ended = true;
        if (r != PATTERN_HIT || start >= own)
            return;
        size_t source = passage_source(&m->passage, start);
        size_t behind = passage_source_end(&m->passage, end - 1);
        size_t length = behind > source ? behind - source : 1;
        m->ended = !m->hit(m->self, source, length, matcher_is_scaled(m->matcher));
        from = end;
    }
}

/* Whether the text of the segment goes on in the one ahead. */
static bool goes_on(const struct segment *segment, const struct segment *ahead)
{
    return ahead && ahead->index == segment->index + 1 && ahead->count > 0 && !ahead->opens_page &&
           segment->count > 0 && ahead->blocks[0].page == segment->blocks[segment->count - 1].page;
}

void match_segment(struct match *m, const struct segment *segment, const struct segment *ahead,
                   size_t known)
{
    size_t i = 0;
    while (i < segment->count && !m->ended) {
        uint32_t page = segment->blocks[i].page;
        bool is_known = segment->blocks[i].offset < known;
        passage_clear(&m->passage);
        for (; i < segment->count && segment->blocks[i].page == page; i++)
            passage_add(&m->passage, &segment->blocks[i]);
        if (is_known)
            continue;
        size_t own = m->passage.text.len;
        if (i == segment->count && goes_on(segment, ahead))
            for (size_t k = 0; k < ahead->count && ahead->blocks[k].page == page &&
                               m->passage.text.len < own + AHEAD;
                 k++)
                passage_add(&m->passage, &ahead->blocks[k]);
        match_passage(m, own);
    }
}
