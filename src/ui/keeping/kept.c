/* SPDX-License-Identifier: MIT */
/* Keepsakes and their places in the copy at hand. */
#include "ui/keeping/kept.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "model/content.h"
#include "ui/keeping/citation.h"
#include "ui/keeping/retrace.h"

#include <stdlib.h>

enum { SLICE_BYTES = 512 * 1024 };

/* What was found out of a keepsake; `words` is a hash of its text. */
struct known {
    size_t document, from, to;
    uint64_t words;
    struct kept_place place;
};

typedef ARRAY(struct known) known_list;

struct kept {
    struct keepsakes *store;
    struct buffer key;
    known_list known; /* by the index of the list */
    struct retrace trace;
    size_t traced; /* the index it is of, or (size_t)-1 */
};

static bool same(const struct known *a, const struct known *b)
{
    return a->document == b->document && a->from == b->from && a->to == b->to &&
           a->words == b->words;
}

static bool before(const struct known *a, const struct known *b)
{
    return a->document != b->document ? a->document < b->document : a->from < b->from;
}

/* What stands in the file is not to be trusted. */
static struct known known_of(const struct keepsake *keepsake)
{
    size_t from = keepsake->from, to = keepsake->to > from ? keepsake->to : from;
    if (to - from > KEPT_LONGEST)
        to = from + KEPT_LONGEST;
    return (struct known){keepsake->document,
                          from,
                          to,
                          slice_hash(keepsake->text),
                          {KEPT_UNSURE, keepsake->document, from, to}};
}

/* Takes the list over; what is known of one that was there stays known. Both are in the order of
 * places. */
static void take_list(struct kept *k)
{
    const struct keepsake *list;
    known_list old = k->known;
    size_t count = keepsakes_list(k->store, &list), at = 0;
    k->known = (known_list){0};
    for (size_t i = 0; i < count; i++) {
        struct known known = known_of(&list[i]);
        while (at < old.count && before(&old.at[at], &known))
            at++;
        for (size_t o = at; o < old.count && !before(&known, &old.at[o]); o++)
            if (same(&old.at[o], &known))
                known.place = old.at[o].place;
        array_push(&k->known, known);
    }
    array_deinit(&old);
    retrace_deinit(&k->trace);
    k->traced = (size_t)-1;
}

/* A filing that is not remembered has no key; it is told from others all the same. */
static void add_key(const struct filing *f, struct buffer *key)
{
    if (f->key.len > 0)
        buffer_add(key, buffer_slice(&f->key));
    else
        session_key(submission_accession(f->submission), submission_bytes(f->submission), key);
}

struct kept *kept_new(struct session *session, const struct filing *f)
{
    struct kept *k = memory_alloc(sizeof *k);
    struct buffer title = {0};
    add_key(f, &k->key);
    k->store = keepsakes_open(session, buffer_slice(&k->key));
    filing_title(f, &title);
    keepsakes_describe(k->store, buffer_slice(&title));
    buffer_deinit(&title);
    take_list(k);
    return k;
}

void kept_free(struct kept *k)
{
    if (!k)
        return;
    keepsakes_free(k->store);
    buffer_deinit(&k->key);
    array_deinit(&k->known);
    retrace_deinit(&k->trace);
    free(k);
}

bool kept_is_of(const struct kept *k, const struct filing *f)
{
    struct buffer key = {0};
    add_key(f, &key);
    bool same_key = slice_equal(buffer_slice(&k->key), buffer_slice(&key));
    buffer_deinit(&key);
    return same_key;
}

size_t kept_list(const struct kept *k, const struct keepsake **list)
{
    size_t count = keepsakes_list(k->store, list);
    return count < k->known.count ? count : k->known.count;
}

size_t kept_find(const struct kept *k, enum keepsake_kind kind, struct slice name)
{
    const struct keepsake *list;
    size_t count = kept_list(k, &list);
    for (size_t i = 0; i < count; i++)
        if (list[i].kind == kind && slice_equal(list[i].name, name))
            return i;
    return (size_t)-1;
}

struct kept_place kept_place(const struct kept *k, size_t index)
{
    return k->known.at[index].place;
}

void kept_section(const struct filing *f, const struct keepsake *k, const struct kept_place *place,
                  struct buffer *out)
{
    struct citation_of of = {place->document, place->from, place->to};
    if (k && k->node.len > 0)
        buffer_add(out, k->node);
    else if (place->state != KEPT_GONE)
        citation_add(SLICE("[{item}]"), f->shelf, &of, out);
}

bool kept_add(struct kept *k, const struct filing *f, enum keepsake_kind kind, struct slice name,
              const struct kept_place *place, struct slice note, struct slice format,
              struct error *e)
{
    struct document *d = submission_document(f->submission, place->document);
    struct buffer words = {0}, node = {0}, page = {0}, citation = {0};
    struct citation_of of = {place->document, place->from, place->to};
    bool mark = kind == KEEPSAKE_MARK;
    struct content *c = content_of(f->submission, d);
    quoting_add(c, place->from, mark ? d->text_end : place->to, mark ? KEPT_SENTENCE : KEPT_WORDS,
                &words);
    kept_section(f, NULL, place, &node);
    citation_add(SLICE("{page}"), f->shelf, &of, &page);
    citation_add(format, f->shelf, &of, &citation);
    bool good = keepsakes_add(k->store,
                              &(struct keepsake){.kind = kind,
                                                 .name = name,
                                                 .document = place->document,
                                                 .from = place->from,
                                                 .to = place->to,
                                                 .text = buffer_slice(&words),
                                                 .page = buffer_slice(&page),
                                                 .node = buffer_slice(&node),
                                                 .citation = buffer_slice(&citation),
                                                 .note = note},
                              NULL, e);
    buffer_deinit(&words);
    buffer_deinit(&node);
    buffer_deinit(&page);
    buffer_deinit(&citation);
    take_list(k);
    return good;
}

bool kept_remove(struct kept *k, enum keepsake_kind kind, struct slice name, struct error *e)
{
    bool good = keepsakes_remove(k->store, kind, name, e);
    take_list(k);
    return good;
}

bool kept_rename(struct kept *k, struct slice from, struct slice to, struct error *e)
{
    bool good = keepsakes_rename(k->store, from, to, e);
    take_list(k);
    return good;
}

bool kept_set_note(struct kept *k, struct slice name, struct slice note, struct error *e)
{
    bool good = keepsakes_set_note(k->store, name, note, e);
    take_list(k);
    return good;
}

bool kept_is_kept_back(const struct kept *k)
{
    return keepsakes_kept_back(k->store);
}

bool kept_retry(struct kept *k)
{
    struct error ignored;
    if (!keepsakes_kept_back(k->store) || !keepsakes_save(k->store, &ignored))
        return false;
    take_list(k);
    return true;
}

void kept_refresh(struct kept *k)
{
    if (keepsakes_refresh(k->store))
        take_list(k);
}

struct slice kept_row_name(struct slice names, size_t tag)
{
    struct slice name = {NULL, 0};
    for (size_t i = 0; i <= tag; i++)
        if (!slice_next_line(&names, &name))
            return (struct slice){NULL, 0};
    return name;
}

void kept_add_line(struct slice note, struct buffer *out)
{
    for (size_t i = 0; i < note.len; i++)
        buffer_add_byte(out, note.at[i] == '\n' ? ' ' : note.at[i]);
}

struct kept_place kept_look(struct kept *k, const struct filing *f, size_t index)
{
    const struct keepsake *list;
    struct known *known = &k->known.at[index];
    struct document *d = submission_document(f->submission, known->document);
    kept_list(k, &list);
    if (known->place.state == KEPT_UNSURE && d &&
        retrace_holds(content_of(f->submission, d), known->from, known->to, list[index].text))
        known->place.state = KEPT_FOUND;
    return known->place;
}

/* The words were found, or are not there. */
static void end_trace(struct kept *k, enum retrace_outcome outcome)
{
    struct known *known = &k->known.at[k->traced];
    known->place.state = outcome == RETRACE_FOUND ? KEPT_FOUND : KEPT_GONE;
    if (outcome == RETRACE_FOUND) {
        bool cut = k->trace.words.len + UTF8_MAX + 1 > KEPT_WORDS;
        known->place.from = k->trace.from;
        known->place.to = known->to == known->from ? k->trace.from
                          : cut                    ? k->trace.from + (known->to - known->from)
                                                   : k->trace.to;
    }
    retrace_deinit(&k->trace);
    k->traced = (size_t)-1;
}

bool kept_trace(struct kept *k, const struct filing *f, size_t index)
{
    const struct keepsake *list;
    struct known *known = &k->known.at[index];
    struct document *d = submission_document(f->submission, known->document);
    if (known->place.state != KEPT_UNSURE)
        return false;
    if (!d) { /* it may be behind what was scanned */
        known->place.state = filing_scanned(f) ? KEPT_GONE : KEPT_UNSURE;
        return known->place.state == KEPT_UNSURE;
    }
    struct content *c = content_of(f->submission, d);
    if (k->traced != index) {
        kept_list(k, &list);
        retrace_deinit(&k->trace);
        retrace_init(&k->trace, c, known->from, list[index].text);
        k->traced = index;
    }
    enum retrace_outcome outcome = retrace_step(&k->trace, c, SLICE_BYTES);
    if (outcome != RETRACE_MORE)
        end_trace(k, outcome);
    return outcome == RETRACE_MORE;
}
