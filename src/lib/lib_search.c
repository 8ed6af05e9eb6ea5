/* SPDX-License-Identifier: MIT */
/* libfolio: searching, the hits in the order of the text. */
#include "lib/lib_hits.h"

enum { STEP = 4 * 1024 * 1024 /* bytes that are searched at a time */ };

struct folio_pattern *folio_pattern_new(const char *text, unsigned flags, char *error)
{
    struct error e = {0};
    struct pattern *p = pattern_new(slice_of(text),
                                    (struct pattern_options){
                                        .literal = flags & FOLIO_FIXED,
                                        .number = flags & FOLIO_NUMBER,
                                        .ignore_case = flags & FOLIO_IGNORE_CASE,
                                    },
                                    &e);
    if (!p)
        lib_say(error, &e);
    return (struct folio_pattern *)p;
}

void folio_pattern_free(struct folio_pattern *p)
{
    pattern_free((struct pattern *)p);
}

/* Where is to be searched; false when there is no such node. */
static bool find_scope(struct folio_document *d, size_t node, struct scope *scope)
{
    *scope = (struct scope){{0, 0}, {(size_t)-1, (size_t)-1}};
    if (!d)
        return true;
    scope->from.document = scope->to.document = d->document->index;
    return lib_bounds(d, node, &scope->from.offset, &scope->to.offset);
}

int folio_search(struct folio *f, const struct folio_pattern *p, struct folio_document *d,
                 size_t node, folio_hit_fn *hit, void *self, size_t *count)
{
    struct scope scope;
    bool capped = false;
    int result = 0;
    if (count)
        *count = 0;
    if (!f || !p || !find_scope(d, node, &scope))
        return 0;
    struct search *search = search_new(f->submission, (const struct pattern *)p, scope, scope.from);
    while (!search_step(search, STEP))
        continue;
    size_t hits = search_hits(search, &capped);
    if (capped)
        submission_warn(f->submission, SLICE("there are more hits than are counted"));
    if (count)
        *count = hits;
    if (hit && hits > 0)
        result = lib_hits_tell(f, search, hit, self);
    if (result == 0 && search_costly(search))
        result = FOLIO_COSTLY;
    search_free(search);
    return result;
}
