/* SPDX-License-Identifier: MIT */
/* Records: read, looked up, changed, merged and written. */
#include "session/records.h"

#include "base/clean.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"
#include "session/record_time.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VERSION = 1, LONGEST_KIND = 20, LONGEST_BODY = 1 << 20 };

void records_init(struct records *r)
{
    *r = (struct records){0};
}

void records_deinit(struct records *r)
{
    for (size_t i = 0; i < r->list.count; i++)
        free((char *)r->list.at[i].kind.at);
    array_deinit(&r->list);
    free(r->places);
    *r = (struct records){0};
}

/* ---- the table */

static bool is(const struct record *record, struct slice kind, struct slice name)
{
    return slice_equal(record->kind, kind) && slice_equal(record->name, name);
}

/* The place in the table of the record, or the free one where it belongs. */
static size_t place_of(const struct records *r, struct slice kind, struct slice name)
{
    size_t mask = r->place_count - 1;
    size_t place = (size_t)(slice_hash(kind) * 31 + slice_hash(name)) & mask;
    while (r->places[place] != 0 && !is(&r->list.at[r->places[place] - 1], kind, name))
        place = (place + 1) & mask;
    return place;
}

/* Makes the table anew, with room for one more record: it is never more than half full. */
static void fill_places(struct records *r)
{
    size_t count = 64;
    while (count < 4 * (r->list.count + 1))
        count *= 2;
    free(r->places);
    r->places = memory_alloc(count * sizeof *r->places);
    r->place_count = count;
    for (size_t i = 0; r->list.at && i < r->list.count; i++)
        r->places[place_of(r, r->list.at[i].kind, r->list.at[i].name)] = (uint32_t)(i + 1);
}

/* The record, gone or not, or NULL. */
static struct record *look_up(const struct records *r, struct slice kind, struct slice name)
{
    if (r->place_count == 0)
        return NULL;
    uint32_t at = r->places[place_of(r, kind, name)];
    return at ? &r->list.at[at - 1] : NULL;
}

/* One piece of memory for the three texts, which `from` may point into. */
static void hold(struct record *to, const struct record *from)
{
    struct buffer text = {0};
    struct record held = *from;
    buffer_add(&text, from->kind);
    buffer_add(&text, from->name);
    buffer_add(&text, from->body);
    held.kind.at = text.at;
    held.name.at = text.at + from->kind.len;
    held.body.at = held.name.at + from->name.len;
    *to = held;
}

/* Puts a copy of the record in, in place of one of the same kind and name. */
static void put(struct records *r, const struct record *record)
{
    struct record *old = look_up(r, record->kind, record->name);
    if (old) {
        char *text = (char *)old->kind.at;
        hold(old, record);
        free(text);
        return;
    }
    if (r->place_count < 2 * (r->list.count + 1))
        fill_places(r);
    size_t place = place_of(r, record->kind, record->name);
    hold(array_add(&r->list), record);
    r->places[place] = (uint32_t)r->list.count;
}

/* ---- reading */

bool records_is_text(struct slice s)
{
    if (!utf8_valid(s))
        return false;
    while (s.len > 0)
        if (width_is_control(utf8_next(&s)))
            return false;
    return true;
}

static struct slice next_word(struct slice *line)
{
    size_t end = slice_find(*line, SLICE(" "));
    struct slice word = slice_cut(*line, 0, end);
    *line = slice_cut(*line, end + 1, line->len);
    return word;
}

static bool is_kind(struct slice kind)
{
    for (size_t i = 0; i < kind.len; i++)
        if (!byte_is_lower(kind.at[i]))
            return false;
    return kind.len > 0 && kind.len <= LONGEST_KIND;
}

/* The first line: what the file is. */
static enum records_verdict read_first(struct slice line, const char *what)
{
    if (!slice_equal(next_word(&line), SLICE("folio")) ||
        !slice_equal(next_word(&line), slice_of(what)))
        return RECORDS_DAMAGED;
    long long version = slice_number(line);
    return version == VERSION ? RECORDS_GOOD : version > VERSION ? RECORDS_NEWER : RECORDS_DAMAGED;
}

/* A record while its lines are read. */
struct reading {
    struct records *records;
    struct buffer head, body;
    struct record record; /* kind and name are in `head`; an empty kind: none */
    bool damaged;
};

/* The newer of two that are the same stays. */
static void end_record(struct reading *reading)
{
    struct record *record = &reading->record;
    if (record->kind.len == 0)
        return;
    record->body = buffer_slice(&reading->body);
    const struct record *old = look_up(reading->records, record->kind, record->name);
    if (!old && reading->records->list.count >= RECORDS_MOST)
        reading->damaged = true;
    else if (!old || old->when <= record->when)
        put(reading->records, record);
    *record = (struct record){0};
}

static void read_head(struct reading *reading, struct slice line)
{
    end_record(reading);
    buffer_clear(&reading->head);
    buffer_clear(&reading->body);
    buffer_add(&reading->head, line);
    struct slice rest = buffer_slice(&reading->head);
    struct record record = {.kind = next_word(&rest), .when = record_time_read(next_word(&rest))};
    record.name = rest;
    if (!is_kind(record.kind) || record.when < 0 || rest.len > RECORDS_LONGEST_NAME)
        reading->damaged = true;
    else
        reading->record = record;
}

static void read_line(struct reading *reading, struct slice line)
{
    if (slice_trim(line).len == 0)
        return;
    if (!slice_starts(line, SLICE("  "))) {
        read_head(reading, line);
    } else if (reading->record.kind.len == 0 || reading->body.len + line.len > LONGEST_BODY) {
        reading->damaged = true;
    } else {
        buffer_add(&reading->body, line);
        buffer_add_byte(&reading->body, '\n');
    }
}

static void read_lines(struct reading *reading, struct slice rest)
{
    struct buffer clean = {0};
    struct slice line;
    reading->damaged = rest.len > 0 && rest.at[rest.len - 1] != '\n';
    while (slice_next_line(&rest, &line)) {
        if (!records_is_text(line)) {
            reading->damaged = true;
            buffer_clear(&clean);
            clean_text(&clean, line);
            line = buffer_slice(&clean);
        }
        read_line(reading, line);
    }
    end_record(reading);
    buffer_deinit(&clean);
}

enum records_verdict records_read(struct records *r, const char *what, struct slice text)
{
    struct reading reading = {.records = r};
    struct slice line = {0};
    slice_next_line(&text, &line);
    enum records_verdict verdict = read_first(line, what);
    if (verdict != RECORDS_GOOD)
        return verdict;
    read_lines(&reading, text);
    buffer_deinit(&reading.head);
    buffer_deinit(&reading.body);
    return reading.damaged ? RECORDS_DAMAGED : RECORDS_GOOD;
}

void records_write(const struct records *r, const char *what, struct buffer *out)
{
    buffer_addf(out, "folio %s %d\n", what, VERSION);
    for (size_t i = 0; i < r->list.count; i++) {
        const struct record *record = &r->list.at[i];
        if (record->gone)
            continue;
        buffer_add(out, record->kind);
        buffer_add_byte(out, ' ');
        record_time_write(record->when, out);
        if (record->name.len > 0)
            buffer_add_byte(out, ' ');
        buffer_add(out, record->name);
        buffer_add_byte(out, '\n');
        buffer_add(out, record->body);
    }
}

/* ---- looking up and changing */

const struct record *records_find(const struct records *r, const char *kind, struct slice name)
{
    const struct record *record = look_up(r, slice_of(kind), name);
    return record && !record->gone ? record : NULL;
}

/* Later than what it replaces, whatever the clock says. */
static long long time_behind(const struct record *old)
{
    long long now = record_time_now();
    if (old && old->when >= now)
        now = old->when < RECORD_TIME_LAST ? old->when + 1 : RECORD_TIME_LAST;
    return now;
}

void records_set(struct records *r, const char *kind, struct slice name, const struct buffer *body,
                 bool touch)
{
    const struct record *old = look_up(r, slice_of(kind), name);
    struct slice fields = buffer_slice(body);
    if (name.len > RECORDS_LONGEST_NAME || !records_is_text(name) ||
        (!touch && old && !old->gone && slice_equal(old->body, fields)))
        return;
    put(r, &(struct record){.kind = slice_of(kind),
                            .name = name,
                            .body = fields,
                            .when = time_behind(old),
                            .changed = true});
}

void records_remove(struct records *r, const char *kind, struct slice name)
{
    struct record *old = look_up(r, slice_of(kind), name);
    if (!old || old->gone)
        return;
    old->when = time_behind(old);
    old->changed = true;
    old->gone = true;
}

bool records_changed(const struct records *r)
{
    for (size_t i = 0; i < r->list.count; i++)
        if (r->list.at[i].changed)
            return true;
    return false;
}

void records_merge(struct records *r, const struct records *mine)
{
    for (size_t i = 0; i < mine->list.count; i++) {
        const struct record *record = &mine->list.at[i];
        const struct record *theirs = look_up(r, record->kind, record->name);
        if (record->changed && (!theirs || theirs->when <= record->when))
            put(r, record);
    }
}

void records_settle(struct records *r)
{
    size_t kept = 0;
    for (size_t i = 0; i < r->list.count; i++) {
        struct record record = r->list.at[i];
        record.changed = false;
        if (record.gone)
            free((char *)record.kind.at);
        else
            r->list.at[kept++] = record;
    }
    r->list.count = kept;
    fill_places(r);
}

void records_change_all(struct records *r)
{
    for (size_t i = 0; i < r->list.count; i++)
        r->list.at[i].changed = true;
}

static int newest_first(const void *a, const void *b)
{
    const struct record *x = *(struct record *const *)a, *y = *(struct record *const *)b;
    int order = (x->when < y->when) - (x->when > y->when);
    return order ? order : (x < y) - (x > y);
}

void records_keep_newest(struct records *r, const char *kind, size_t most)
{
    ARRAY(struct record *) those = {0};
    for (size_t i = 0; i < r->list.count; i++)
        if (!r->list.at[i].gone && slice_equal(r->list.at[i].kind, slice_of(kind)))
            array_push(&those, &r->list.at[i]);
    if (those.count > most)
        qsort(those.at, those.count, sizeof(struct record *), newest_first);
    for (size_t i = most; i < those.count; i++) {
        those.at[i]->gone = true;
        those.at[i]->changed = true;
    }
    array_deinit(&those);
}
