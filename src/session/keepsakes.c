/* SPDX-License-Identifier: MIT */
/* Marks, passages and notes of a filing: records in a file of their own, shown in order of place.
 */
#include "session/keepsakes.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "session/record_time.h"
#include "session/state.h"

#include <stdlib.h>
#include <unistd.h>

enum {
    LARGEST_NOTES = 16 * 1024 * 1024, /* a file */
    LONGEST_NOTE = 64 * 1024,
    LONGEST_NAME = 60,
    LONGEST_LABEL = 1000
};

struct keepsakes {
    struct session *session; /* or NULL */
    struct buffer key;
    struct stored stored;
    ARRAY(struct keepsake) list; /* the texts are in the records, */
    struct buffer notes;         /* the notes here, one behind the other */
    bool listed;                 /* both are those of the records */
    bool kept_back;              /* something could not be written */
};

static const char *const kinds[] = {"mark", "passage"};

struct keepsakes *keepsakes_open(struct session *session, struct slice key)
{
    struct keepsakes *k = memory_alloc(sizeof *k);
    struct buffer file = {0};
    k->session = session_is_key(key) ? session : NULL;
    buffer_add(&k->key, key);
    session_file_name("notes", key, &file);
    buffer_add_text(&file, ".txt");
    stored_init(&k->stored, buffer_slice(&file), "notes", LARGEST_NOTES);
    if (k->session)
        store_load(&k->session->store, &k->stored);
    buffer_deinit(&file);
    return k;
}

/* Each change is written at once, while the reader waits for it. */
static bool write_out(struct keepsakes *k, int patience, struct error *e)
{
    bool good = true;
    if (k->session)
        good = store_save(&k->session->store, &k->stored, NULL, patience, e);
    else
        records_settle(&k->stored.records);
    k->listed = false;
    k->kept_back = !good;
    return good;
}

void keepsakes_free(struct keepsakes *k)
{
    struct error ignored;
    if (!k)
        return;
    if (k->kept_back)
        (void)write_out(k, FOLDER_PATIENT, &ignored);
    array_deinit(&k->list);
    buffer_deinit(&k->notes);
    stored_deinit(&k->stored);
    buffer_deinit(&k->key);
    free(k);
}

void keepsakes_describe(struct keepsakes *k, struct slice title)
{
    struct buffer body = {0};
    record_add_folded(&body, "title", utf8_cut(title, LONGEST_LABEL));
    records_set(&k->stored.records, "filing", buffer_slice(&k->key), &body, false);
    buffer_deinit(&body);
    k->listed = false;
}

/* ---- from records */

/* The lines of a note, put together behind those of the others. Where they begin is not said yet.
 */
static struct slice add_note(struct keepsakes *k, const struct record *record)
{
    struct slice body = record->body, name, value;
    size_t before = k->notes.len;
    bool first = true;
    while (record_next(&body, &name, &value)) {
        if (!slice_equal(name, SLICE("note")))
            continue;
        if (!first)
            buffer_add_byte(&k->notes, '\n');
        buffer_add(&k->notes, value);
        first = false;
    }
    return (struct slice){NULL, k->notes.len - before};
}

/* A record that is none, or says no place, is passed over. */
static void add_record(struct keepsakes *k, const struct record *record)
{
    struct keepsake keepsake = {.name = record->name, .when = record->when};
    struct slice at = record_get(record, "at");
    bool mark = slice_equal(record->kind, slice_of(kinds[KEEPSAKE_MARK]));
    if (record->gone || record->name.len == 0 ||
        (!mark && !slice_equal(record->kind, slice_of(kinds[KEEPSAKE_PASSAGE]))) ||
        !record_number(&at, &keepsake.document) || !record_number(&at, &keepsake.from) ||
        !record_number(&at, &keepsake.to) || keepsake.to < keepsake.from)
        return;
    keepsake.kind = mark ? KEEPSAKE_MARK : KEEPSAKE_PASSAGE;
    keepsake.text = record_get(record, "text");
    keepsake.page = record_get(record, "page");
    keepsake.node = record_get(record, "in");
    keepsake.citation = record_get(record, "cite");
    keepsake.note = add_note(k, record);
    array_push(&k->list, keepsake);
}

static int compare(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_place(const void *a, const void *b)
{
    const struct keepsake *x = a, *y = b;
    int order = compare(x->document, y->document);
    order = order ? order : compare(x->from, y->from);
    order = order ? order : compare(x->kind, y->kind);
    order = order ? order : compare(x->to, y->to);
    order = order ? order : slice_compare_nocase(x->name, y->name);
    return order ? order : (x->when > y->when) - (x->when < y->when);
}

static void make_list(struct keepsakes *k)
{
    if (k->listed)
        return;
    k->list.count = 0;
    buffer_clear(&k->notes);
    for (size_t i = 0; i < k->stored.records.list.count; i++)
        add_record(k, &k->stored.records.list.at[i]);
    const char *note = buffer_text(&k->notes);
    for (size_t i = 0; i < k->list.count; i++) {
        k->list.at[i].note.at = note;
        note += k->list.at[i].note.len;
    }
    if (k->list.count > 1)
        qsort(k->list.at, k->list.count, sizeof *k->list.at, by_place);
    k->listed = true;
}

size_t keepsakes_list(struct keepsakes *k, const struct keepsake **list)
{
    make_list(k);
    *list = k->list.at;
    return k->list.count;
}

const struct keepsake *keepsakes_find(struct keepsakes *k, enum keepsake_kind kind,
                                      struct slice name)
{
    make_list(k);
    for (size_t i = 0; i < k->list.count; i++)
        if (k->list.at[i].kind == kind && slice_equal(k->list.at[i].name, name))
            return &k->list.at[i];
    return NULL;
}

/* ---- changing */

bool keepsakes_save(struct keepsakes *k, struct error *e)
{
    return write_out(k, FOLDER_IN_A_KEY, e);
}

bool keepsakes_kept_back(const struct keepsakes *k)
{
    return k->kept_back;
}

static void add_note_lines(struct buffer *body, struct slice note)
{
    struct slice line;
    note = utf8_cut(slice_trim(note), LONGEST_NOTE);
    while (slice_next_line(&note, &line))
        if (line.len > 0)
            record_add(body, "note", line);
        else
            buffer_add_text(body, "  note\n");
}

static void put(struct keepsakes *k, const struct keepsake *keepsake, struct slice name)
{
    struct buffer body = {0};
    size_t to = keepsake->to > keepsake->from ? keepsake->to : keepsake->from;
    record_addf(&body, "at", "%zu %zu %zu", keepsake->document, keepsake->from,
                keepsake->kind == KEEPSAKE_MARK ? keepsake->from : to);
    record_add_folded(&body, "page", utf8_cut(keepsake->page, LONGEST_LABEL));
    record_add_folded(&body, "in", utf8_cut(keepsake->node, LONGEST_LABEL));
    record_add_folded(&body, "text", keepsake->text);
    record_add_folded(&body, "cite", utf8_cut(keepsake->citation, LONGEST_LABEL));
    add_note_lines(&body, keepsake->note);
    records_set(&k->stored.records, kinds[keepsake->kind], name, &body, true);
    buffer_deinit(&body);
}

/* A name that no passage has, here or in another run. */
static void add_new_name(const struct keepsakes *k, struct buffer *out)
{
    size_t start = out->len;
    for (unsigned i = 1;; i++) {
        out->len = start;
        buffer_addf(out, "%llx-%x-%x", (unsigned long long)record_time_now(), (unsigned)getpid(),
                    i);
        struct slice name = slice_cut(buffer_slice(out), start, out->len);
        if (!records_find(&k->stored.records, kinds[KEEPSAKE_PASSAGE], name))
            return;
    }
}

static bool check_name(struct slice name, struct error *e)
{
    if (name.len == 0)
        return error_set(e, ERROR_USAGE, "a mark needs a name");
    if (name.len > LONGEST_NAME)
        return error_set(e, ERROR_USAGE, "the name of a mark is over %d bytes", LONGEST_NAME);
    if (!records_is_text(name) || slice_trim(name).len != name.len)
        return error_set(e, ERROR_USAGE, "not a name for a mark");
    return true;
}

bool keepsakes_add(struct keepsakes *k, const struct keepsake *keepsake, struct buffer *name,
                   struct error *e)
{
    struct buffer made = {0};
    buffer_add(&made, keepsake->name);
    if (keepsake->kind == KEEPSAKE_PASSAGE && made.len == 0)
        add_new_name(k, &made);
    bool good = check_name(buffer_slice(&made), e);
    if (good) {
        put(k, keepsake, buffer_slice(&made));
        if (name)
            buffer_add(name, buffer_slice(&made));
        good = keepsakes_save(k, e);
    }
    buffer_deinit(&made);
    return good;
}

bool keepsakes_remove(struct keepsakes *k, enum keepsake_kind kind, struct slice name,
                      struct error *e)
{
    records_remove(&k->stored.records, kinds[kind], name);
    return keepsakes_save(k, e);
}

bool keepsakes_rename(struct keepsakes *k, struct slice from, struct slice to, struct error *e)
{
    const struct keepsake *mark = keepsakes_find(k, KEEPSAKE_MARK, from);
    if (!mark)
        return error_set(e, ERROR_USAGE, "no mark of that name");
    if (!check_name(to, e))
        return false;
    if (slice_equal(from, to))
        return true;
    if (keepsakes_find(k, KEEPSAKE_MARK, to))
        return error_set(e, ERROR_USAGE, "another mark has that name");
    struct buffer old = {0}, new = {0}; /* `from` may be the record's own */
    buffer_add(&old, from);
    buffer_add(&new, to);
    put(k, mark, buffer_slice(&new));
    records_remove(&k->stored.records, kinds[KEEPSAKE_MARK], buffer_slice(&old));
    buffer_deinit(&old);
    buffer_deinit(&new);
    return keepsakes_save(k, e);
}

bool keepsakes_set_note(struct keepsakes *k, struct slice name, struct slice note, struct error *e)
{
    const struct keepsake *found = keepsakes_find(k, KEEPSAKE_PASSAGE, name);
    if (!found)
        return error_set(e, ERROR_USAGE, "no passage of that name");
    struct keepsake changed = *found;
    changed.note = note;
    put(k, &changed, found->name);
    return keepsakes_save(k, e);
}

bool keepsakes_refresh(struct keepsakes *k)
{
    if (!k->session || !store_refresh(&k->session->store, &k->stored))
        return false;
    k->listed = false;
    return true;
}
