/* SPDX-License-Identifier: MIT */
/* Records: as written, as read back from anything, and two hands' changes put together. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/record_time.h"
#include "session/records.h"

#include <stdio.h>
#include <stdlib.h>

#define WHEN "2026-11-22T17:08:51.120Z"

static void set(struct records *r, const char *kind, const char *name, const char *value)
{
    struct buffer body = {0};
    record_add(&body, "is", slice_of(value));
    records_set(r, kind, slice_of(name), &body, false);
    buffer_deinit(&body);
}

static void expect(const struct records *r, const char *kind, const char *name, const char *value)
{
    const struct record *record = records_find(r, kind, slice_of(name));
    if (!value) {
        assert_null(record);
        return;
    }
    if (!record)
        fail_msg("no %s %s", kind, name);
    struct slice is = record_get(record, "is");
    if (!slice_equal(is, slice_of(value)))
        fail_msg("%s %s is '%.*s', not '%s'", kind, name, (int)is.len, is.at, value);
}

static void test_time(void **state)
{
    static const struct {
        const char *text;
        long long when;
    } times[] = {
        {"1970-01-01T00:00:00.000Z", 0},
        {"1970-01-01T00:00:01.002Z", 1002},
        {"2000-03-01T00:00:00.000Z", 951868800000},
        {"9999-12-31T23:59:59.999Z", RECORD_TIME_LAST},
        {"1960-01-01T00:00:00.000Z", 0},
        {"", -1},
        {"2000-03-01", -1},
        {"2000-03-01T00:00:00.000", -1},
        {"2000-03-01 00:00:00.000Z", -1},
        {"2000-03-01T00:00:00.0x0Z", -1},
        {"-000-03-01T00:00:00.000Z", -1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        assert_int_equal(record_time_read(slice_of(times[i].text)), times[i].when);
    for (size_t i = 0; i < 4; i++) {
        struct buffer out = {0};
        record_time_write(times[i].when, &out);
        assert_string_equal(buffer_text(&out), times[i].text);
        buffer_deinit(&out);
    }
    struct buffer out = {0};
    record_time_write(-5, &out);
    record_time_write(RECORD_TIME_LAST + 1, &out);
    assert_string_equal(buffer_text(&out), "1970-01-01T00:00:00.000Z9999-12-31T23:59:59.999Z");
    buffer_deinit(&out);
    assert_true(record_time_now() > 951868800000);
}

static void test_round_trip(void **state)
{
    struct records r, back;
    struct buffer text = {0}, again = {0}, body = {0};
    (void)state;
    records_init(&r);
    records_init(&back);
    record_add(&body, "text", SLICE("a\x1b[2Jb\x93"));
    record_add(&body, "text", SLICE("  blanks stay"));
    record_add(&body, "none", SLICE(""));
    record_add_folded(&body, "folded", SLICE(" \n one \r\n  two\tthree\n"));
    record_addf(&body, "at", "%d %zu", 3, (size_t)77);
    record_add_path(&body, "path", SLICE("/a b/\xff%41\n\xc3\xa9"));
    records_set(&r, "mark", SLICE("two words "), &body, false);
    records_set(&r, "mark", SLICE("not\na name"), &body, false);
    set(&r, "place", "", "here");
    records_write(&r, "notes", &text);
    assert_int_equal(records_read(&back, "notes", buffer_slice(&text)), RECORDS_GOOD);
    assert_int_equal(back.list.count, 2);
    expect(&back, "place", "", "here");
    const struct record *mark = records_find(&back, "mark", SLICE("two words "));
    assert_non_null(mark);
    struct slice fields = mark->body, name, value;
    assert_true(record_next(&fields, &name, &value));
    assert_true(slice_equal(value, SLICE("a\xef\xbf\xbd[2Jb\xe2\x80\x9c")));
    assert_true(record_next(&fields, &name, &value));
    assert_true(slice_equal(name, SLICE("text")));
    assert_true(slice_equal(value, SLICE("  blanks stay")));
    assert_true(slice_equal(record_get(mark, "folded"), SLICE("one two three")));
    assert_true(slice_equal(record_get(mark, "none"), SLICE("")));
    struct slice at = record_get(mark, "at");
    size_t number;
    assert_true(record_number(&at, &number) && number == 3);
    assert_true(record_number(&at, &number) && number == 77);
    assert_false(record_number(&at, &number));
    record_read_path(record_get(mark, "path"), &again);
    assert_true(slice_equal(buffer_slice(&again), SLICE("/a b/\xff%41\n\xc3\xa9")));
    buffer_clear(&again);
    records_write(&back, "notes", &again);
    assert_string_equal(buffer_text(&again), buffer_text(&text));
    buffer_deinit(&text);
    buffer_deinit(&again);
    buffer_deinit(&body);
    records_deinit(&r);
    records_deinit(&back);
}

/* What is read of odd files; `good` is whether the record "a k" with the value "v" is there. */
static void test_odd(void **state)
{
    static const struct {
        struct slice text;
        enum records_verdict verdict;
        bool good;
    } odd[] = {
        {SLICE_ROW("folio notes 1\n"), RECORDS_GOOD, false},
        {SLICE_ROW("folio notes 1"), RECORDS_GOOD, false},
        {SLICE_ROW("folio notes 1\na " WHEN " k\n  is v\n"), RECORDS_GOOD, true},
        {SLICE_ROW("folio notes 1\r\na " WHEN " k\r\n  is v\r\n\r\n"), RECORDS_GOOD, true},
        {SLICE_ROW("folio notes 1\n\n \na " WHEN " k\n\n  is v\n  is w\n  odd\n"), RECORDS_GOOD,
         true},
        {SLICE_ROW(""), RECORDS_DAMAGED, false},
        {SLICE_ROW("\n"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio notes\n"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio notes 0\n"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio notes one\n"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio notes 99999999999999999999\n"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio history 1\na " WHEN " k\n  is v\n"), RECORDS_DAMAGED, false},
        {SLICE_ROW("folio notes 2\na " WHEN " k\n  is v\n"), RECORDS_NEWER, false},
        {SLICE_ROW("folio notes 1\na " WHEN " k\n  is v"), RECORDS_DAMAGED, true},
        {SLICE_ROW("folio notes 1\na " WHEN " k\n  is v\nb " WHEN), RECORDS_DAMAGED, true},
        {SLICE_ROW("folio notes 1\n  is lost\na " WHEN " k\n  is v\n"), RECORDS_DAMAGED, true},
        {SLICE_ROW("folio notes 1\nA " WHEN " k\n  is w\na " WHEN " k\n  is v\n"), RECORDS_DAMAGED,
         true},
        {SLICE_ROW("folio notes 1\na yesterday k\n  is w\na " WHEN " k\n  is v\n"), RECORDS_DAMAGED,
         true},
        {SLICE_ROW("folio notes 1\nz " WHEN " \x1b]0;x\a\na " WHEN " k\n  is v\n"), RECORDS_DAMAGED,
         true},
        {SLICE_ROW("folio notes 1\n\0\0\0\na " WHEN " k\n  is v\n"), RECORDS_DAMAGED, true},
        /* Twice: the newer one, wherever it stands. */
        {SLICE_ROW("folio notes 1\na " WHEN " k\n  is v\na 2025-01-01T00:00:00.000Z k\n  is w\n"),
         RECORDS_GOOD, true},
        {SLICE_ROW("folio notes 1\na 2025-01-01T00:00:00.000Z k\n  is w\na " WHEN " k\n  is v\n"),
         RECORDS_GOOD, true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
        struct records r;
        records_init(&r);
        enum records_verdict verdict = records_read(&r, "notes", odd[i].text);
        if (verdict != odd[i].verdict)
            fail_msg("row %zu: verdict %d", i, verdict);
        expect(&r, "a", "k", odd[i].good ? "v" : NULL);
        records_deinit(&r);
    }
}

static void test_too_many(void **state)
{
    struct buffer text = {0};
    struct records r;
    (void)state;
    buffer_add_text(&text, "folio filing 1\n");
    for (int i = 0; i < RECORDS_MOST + 5; i++)
        buffer_addf(&text, "read " WHEN " 0 %d\n  is read\n", i);
    records_init(&r);
    assert_int_equal(records_read(&r, "filing", buffer_slice(&text)), RECORDS_DAMAGED);
    assert_int_equal(r.list.count, RECORDS_MOST);
    expect(&r, "read", "0 19999", "read");
    expect(&r, "read", "0 20000", NULL);
    records_deinit(&r);
    buffer_deinit(&text);
}

static void test_changes(void **state)
{
    struct records r;
    (void)state;
    records_init(&r);
    assert_false(records_changed(&r));
    expect(&r, "a", "k", NULL);
    set(&r, "a", "k", "v");
    assert_true(records_changed(&r));
    records_settle(&r);
    assert_false(records_changed(&r));
    set(&r, "a", "k", "v");
    assert_false(records_changed(&r));
    long long before = records_find(&r, "a", SLICE("k"))->when;
    set(&r, "a", "k", "w");
    assert_true(records_find(&r, "a", SLICE("k"))->when > before);
    expect(&r, "a", "k", "w");
    records_remove(&r, "a", SLICE("k"));
    records_remove(&r, "a", SLICE("nobody"));
    expect(&r, "a", "k", NULL);
    records_settle(&r);
    assert_int_equal(r.list.count, 0);
    for (int i = 0; i < 500; i++) {
        char name[16];
        (void)snprintf(name, sizeof name, "%d", i);
        set(&r, "a", name, name);
    }
    set(&r, "b", "1", "stays");
    expect(&r, "a", "499", "499");
    records_keep_newest(&r, "a", 400);
    records_settle(&r);
    assert_int_equal(r.list.count, 401);
    expect(&r, "b", "1", "stays");
    records_deinit(&r);
}

static void read(struct records *r, const char *text)
{
    records_init(r);
    assert_int_equal(records_read(r, "notes", slice_of(text)), RECORDS_GOOD);
}

/* What two runs made of the same file: entry by entry, the newer wins. */
static void test_merge(void **state)
{
    static const char *const file = "folio notes 1\n"
                                    "a 2025-01-01T00:00:00.000Z mine\n  is old\n"
                                    "a 2025-01-01T00:00:00.000Z theirs\n  is old\n"
                                    "a 2025-01-01T00:00:00.000Z removed\n  is old\n"
                                    "a 2025-01-01T00:00:00.000Z kept\n  is old\n";
    static const char *const later = "folio notes 1\n"
                                     "a 2025-01-01T00:00:00.000Z mine\n  is old\n"
                                     "a 9000-01-01T00:00:00.000Z theirs\n  is later\n"
                                     "a 2025-01-01T00:00:00.000Z removed\n  is old\n"
                                     "a 9000-01-01T00:00:00.000Z kept\n  is later\n"
                                     "a 2025-01-01T00:00:00.000Z added\n  is theirs\n";
    struct records mine, theirs;
    (void)state;
    read(&mine, file);
    read(&theirs, later);
    set(&mine, "a", "mine", "new");
    set(&mine, "a", "theirs", "new");
    set(&mine, "b", "added", "new");
    records_remove(&mine, "a", SLICE("removed"));
    records_remove(&mine, "a", SLICE("kept"));
    records_merge(&theirs, &mine);
    expect(&theirs, "a", "mine", "new");
    expect(&theirs, "a", "theirs", "later");
    expect(&theirs, "a", "removed", NULL);
    expect(&theirs, "a", "kept", "later");
    expect(&theirs, "a", "added", "theirs");
    expect(&theirs, "b", "added", "new");
    assert_true(records_changed(&theirs));
    records_deinit(&mine);
    records_deinit(&theirs);
}

/* A clock that stands at the end of time does not stop anything. */
static void test_last_time(void **state)
{
    struct records r;
    (void)state;
    read(&r, "folio notes 1\na 9999-12-31T23:59:59.999Z k\n  is old\n");
    set(&r, "a", "k", "new");
    expect(&r, "a", "k", "new");
    assert_int_equal(records_find(&r, "a", SLICE("k"))->when, RECORD_TIME_LAST);
    records_deinit(&r);
}

static void test_long_values(void **state)
{
    struct buffer body = {0}, value = {0};
    (void)state;
    buffer_add_fill(&value, 'x', RECORDS_LONGEST_VALUE - 1);
    buffer_add_text(&value, "\xe2\x82\xac and more");
    record_add(&body, "v", buffer_slice(&value));
    struct record record = {.body = buffer_slice(&body)};
    assert_int_equal(record_get(&record, "v").len, RECORDS_LONGEST_VALUE - 1);
    buffer_clear(&body);
    record_add_folded(&body, "v", buffer_slice(&value));
    record.body = buffer_slice(&body);
    assert_int_equal(record_get(&record, "v").len, RECORDS_LONGEST_VALUE - 1);
    buffer_deinit(&body);
    buffer_deinit(&value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_time),      cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_odd),       cmocka_unit_test(test_too_many),
        cmocka_unit_test(test_changes),   cmocka_unit_test(test_merge),
        cmocka_unit_test(test_last_time), cmocka_unit_test(test_long_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
