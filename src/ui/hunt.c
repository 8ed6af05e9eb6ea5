/* SPDX-License-Identifier: MIT */
/* Searching in slices, and which hit is next. */
#include "ui/hunt.h"

#define NO_HIT ((size_t)-1)

void hunt_init(struct hunt *h, struct submission *s)
{
    *h = (struct hunt){.submission = s};
    buffer_init(&h->text);
}

static void drop(struct search **search)
{
    if (*search)
        search_free(*search);
    *search = NULL;
}

void hunt_clear(struct hunt *h)
{
    drop(&h->search);
    drop(&h->wider);
    if (h->pattern)
        pattern_free(h->pattern);
    h->pattern = NULL;
    h->state = HUNT_IDLE;
    buffer_clear(&h->text);
}

void hunt_deinit(struct hunt *h)
{
    hunt_clear(h);
    buffer_deinit(&h->text);
}

bool hunt_pattern(struct hunt *h, struct slice text, struct pattern_options options,
                  struct error *e)
{
    hunt_clear(h);
    if (text.len == 0)
        return error_set(e, ERROR_PATTERN, "there is no pattern");
    h->pattern = pattern_new(text, options, e);
    if (!h->pattern)
        return false;
    buffer_add(&h->text, text);
    return true;
}

void hunt_scope(struct hunt *h, enum hunt_kind kind, struct scope scope, struct place begin)
{
    drop(&h->search);
    drop(&h->wider);
    h->kind = kind;
    h->scope = scope;
    h->state = HUNT_IDLE;
    if (h->pattern)
        h->search = search_new(h->submission, h->pattern, scope, begin);
}

void hunt_seek(struct hunt *h, struct place from, bool at, bool back, size_t steps, bool turns)
{
    drop(&h->wider);
    h->from = from;
    h->at = at;
    h->back = back;
    h->steps = steps ? steps : 1;
    h->turns = turns;
    h->wrapped = false;
    h->state = h->search ? HUNT_SEEKING : HUNT_IDLE;
}

/* One hit further: its index, or NO_HIT with the state set when that is final. */
static size_t one_further(struct hunt *h)
{
    bool capped;
    size_t hits = search_hits(h->search, &capped);
    bool done = search_done(h->search);
    size_t i =
        h->back ? search_previous(h->search, h->from) : search_next(h->search, h->from, h->at);
    if (i != NO_HIT && (done || search_sure(h->search, h->from, i)))
        return i;
    if (!done || i != NO_HIT)
        return NO_HIT;
    if (hits == 0)
        h->state = HUNT_NONE;
    else if (!h->turns)
        h->state = HUNT_NO_MORE;
    else {
        h->wrapped = true;
        return h->back ? hits - 1 : 0;
    }
    return NO_HIT;
}

static void resolve(struct hunt *h)
{
    bool capped;
    size_t hits = h->search && search_done(h->search) ? search_hits(h->search, &capped) : 0;
    /* A large count goes round no more than is needed to end at the same hit. */
    if (h->turns && hits > 0 && h->steps > hits)
        h->steps = (h->steps - 1) % hits + 1;
    while (h->state == HUNT_SEEKING) {
        size_t i = one_further(h);
        if (i == NO_HIT)
            return;
        h->hit = search_hit(h->search, i);
        h->from = (struct place){h->hit.document, h->hit.offset};
        h->at = false;
        if (--h->steps == 0)
            h->state = HUNT_FOUND;
    }
}

bool hunt_busy(const struct hunt *h)
{
    return h->state == HUNT_SEEKING || (h->search && !search_done(h->search)) ||
           (h->wider && !search_done(h->wider));
}

bool hunt_work(struct hunt *h, size_t bytes)
{
    if (!hunt_busy(h))
        return false;
    if (h->search && !search_done(h->search))
        search_step(h->search, bytes);
    else if (h->wider && !search_done(h->wider))
        search_step(h->wider, bytes);
    resolve(h);
    return true;
}

void hunt_cancel(struct hunt *h)
{
    drop(&h->wider);
    if (h->search && !search_done(h->search))
        drop(&h->search);
    h->state = HUNT_IDLE;
}

void hunt_widen(struct hunt *h, enum hunt_kind kind, struct scope scope)
{
    drop(&h->wider);
    h->wider_kind = kind;
    if (h->pattern)
        h->wider = search_new(h->submission, h->pattern, scope, scope.from);
}

bool hunt_widened(const struct hunt *h, size_t *hits, bool *capped)
{
    *hits = 0;
    *capped = false;
    if (!h->wider)
        return false;
    *hits = search_hits(h->wider, capped);
    return search_done(h->wider) && (*hits > 0 || h->wider_kind == HUNT_FILING);
}

bool hunt_offers(const struct hunt *h)
{
    size_t hits;
    bool capped;
    return h->state == HUNT_NONE && hunt_widened(h, &hits, &capped) && hits > 0;
}

bool hunt_costly(const struct hunt *h)
{
    return (h->search && search_costly(h->search)) || (h->wider && search_costly(h->wider));
}

void hunt_count(const struct hunt *h, struct place current, struct buffer *out)
{
    if (!h->search)
        return;
    bool capped;
    size_t hits = search_hits(h->search, &capped);
    if (hits == 0)
        return;
    bool scaled = false;
    size_t i = search_next(h->search, current, true);
    if (i != NO_HIT) {
        struct hit hit = search_hit(h->search, i);
        if (hit.document == current.document && hit.offset == current.offset) {
            buffer_addf(out, "%zu of ", i + 1);
            scaled = hit.scaled;
        }
    }
    buffer_addf(out, "%zu", hits);
    if (!search_done(h->search))
        buffer_add_text(out, "…");
    else if (capped)
        buffer_add_byte(out, '+');
    if (scaled)
        buffer_add_text(out, " (other scale)");
}

const char *hunt_kind_name(enum hunt_kind kind)
{
    static const char *const names[HUNT_KINDS] = {"page", "section", "document", "filing"};
    return kind < HUNT_KINDS ? names[kind] : "";
}

const char *hunt_kind_where(enum hunt_kind kind)
{
    static const char *const names[HUNT_KINDS] = {"on this page", "in this section",
                                                  "in this document", "in this filing"};
    return kind < HUNT_KINDS ? names[kind] : "";
}
