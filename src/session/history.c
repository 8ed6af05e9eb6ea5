/* SPDX-License-Identifier: MIT */
/* What is remembered of all filings together: lines that were typed, the scope of the search. */
#include "session/state.h"

#include <stdlib.h>

enum { MOST_LINES = 200, LONGEST_SCOPE = 40 };

static const char *const kinds[] = {"command", "pattern"};

static struct records *records_of(struct session *session)
{
    if (!session)
        return NULL;
    store_load(&session->store, &session->history);
    return &session->history.records;
}

static int oldest_first(const void *a, const void *b)
{
    const struct record *x = *(struct record *const *)a, *y = *(struct record *const *)b;
    int order = (x->when > y->when) - (x->when < y->when);
    return order ? order : (x > y) - (x < y); /* those of one moment as they were added */
}

size_t session_history(struct session *session, enum session_line kind, const struct slice **lines)
{
    ARRAY(const struct record *) those = {0};
    const struct records *records = records_of(session);
    *lines = NULL;
    if (!records)
        return 0;
    for (size_t i = 0; i < records->list.count; i++) {
        const struct record *record = &records->list.at[i];
        if (!record->gone && record->name.len > 0 &&
            slice_equal(record->kind, slice_of(kinds[kind])))
            array_push(&those, record);
    }
    if (those.count > 1)
        qsort(those.at, those.count, sizeof *those.at, oldest_first);
    session->lines.count = 0;
    for (size_t i = 0; i < those.count; i++)
        array_push(&session->lines, those.at[i]->name);
    array_deinit(&those);
    *lines = session->lines.at;
    return session->lines.count;
}

void session_add_history(struct session *session, enum session_line kind, struct slice line)
{
    struct records *records = records_of(session);
    struct buffer nothing = {0};
    if (!records || slice_trim(line).len == 0)
        return;
    records_set(records, kinds[kind], line, &nothing, true);
    records_keep_newest(records, kinds[kind], MOST_LINES);
}

struct slice session_scope(struct session *session)
{
    const struct records *records = records_of(session);
    return record_get(records ? records_find(records, "scope", SLICE("")) : NULL, "is");
}

void session_set_scope(struct session *session, struct slice scope)
{
    struct records *records = records_of(session);
    struct buffer body = {0};
    if (!records)
        return;
    record_add(&body, "is", slice_cut(scope, 0, LONGEST_SCOPE));
    records_set(records, "scope", SLICE(""), &body, false);
    buffer_deinit(&body);
}

static void trim(struct records *records)
{
    records_keep_newest(records, "command", MOST_LINES);
    records_keep_newest(records, "pattern", MOST_LINES);
}

bool session_save_history(struct session *session, int patience, struct error *e)
{
    return store_save(&session->store, &session->history, trim, patience, e);
}
