/* SPDX-License-Identifier: MIT */
/* Coming back to a filing: its place in the same copy and in another, how it was shown, its row. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "screens/stage.h"
#include "ui/keeping/recent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY SLICE("0009900301-97-000007")

static const char sentence[] = "The Company's products are divided";

static char *sample_path(void)
{
    const char *source = getenv("srcdir");
    struct buffer path = {0};
    buffer_addf(&path, "%s/samples/10-K_1997_full.txt", source ? source : ".");
    return path.at;
}

static void read_sample(struct buffer *out)
{
    char block[4096];
    char *path = sample_path();
    FILE *f = fopen(path, "rb");
    free(path);
    assert_non_null(f);
    for (size_t got; (got = fread(block, 1, sizeof block, f)) > 0;)
        buffer_add(out, (struct slice){block, got});
    (void)fclose(f);
}

static struct stage open_bytes(struct session *session, struct slice bytes, int columns)
{
    struct stage s;
    struct viewer_setup setup = {
        .place = {0, VIEWER_NOWHERE}, .session = session, .session_key = KEY};
    assert_true(stage_open_text(&s, "annual.txt", bytes, 24, columns, &setup));
    stage_settle(&s);
    return s;
}

static void leave(struct stage *s)
{
    viewer_save(s->viewer);
    stage_close(s);
}

/* The sentence is the first line on the screen. */
static void go(struct stage *s)
{
    stage_keys(s, ":");
    stage_type(s, "set scope=filing");
    stage_keys(s, "Enter /");
    stage_type(s, sentence);
    stage_settle(s);
    stage_keys(s, "Enter zt");
    stage_settle(s);
}

static bool is_on_top(struct stage *s)
{
    struct buffer row = {0};
    stage_draw(s);
    canvas_row_text(&s->canvas, 1, &row);
    bool there = strstr(buffer_text(&row), sentence) != NULL;
    buffer_deinit(&row);
    return there;
}

static void test_place(void **state)
{
    struct buffer bytes = {0};
    const struct session_recent *list;
    (void)state;
    read_sample(&bytes);
    struct session *session = session_open("");
    struct stage s = open_bytes(session, buffer_slice(&bytes), 100);
    go(&s);
    assert_true(is_on_top(&s));
    leave(&s);
    assert_int_equal(session_recents(session, &list), 1);
    assert_true(slice_equal(list[0].title, SLICE("MERRIMOOR PUMP & METER CORP, 10-K, FY 1996")));
    assert_true(slice_starts(list[0].where, SLICE("Item 1, p. 1, ")) ||
                slice_starts(list[0].where, SLICE("GENERAL, p. 1, ")));
    assert_true(slice_equal(session_words(session, KEY), session_words(session, list[0].key)));
    for (int columns = 60; columns <= 200; columns += 70) {
        s = open_bytes(session, buffer_slice(&bytes), columns);
        assert_true(is_on_top(&s));
        leave(&s);
    }
    session_free(session);
    buffer_deinit(&bytes);
}

/* The same filing with other line ends and a line in front. */
static void change(struct slice bytes, struct buffer *out)
{
    struct slice line;
    size_t count = 0;
    while (slice_next_line(&bytes, &line)) {
        buffer_add(out, line);
        buffer_add_text(out, "\r\n");
        if (++count == 300)
            buffer_add_text(out, "\r\n\r\n");
    }
}

static void test_other_copy(void **state)
{
    struct buffer bytes = {0}, changed = {0};
    struct session_place before, after;
    (void)state;
    read_sample(&bytes);
    change(buffer_slice(&bytes), &changed);
    struct session *session = session_open("");
    struct stage s = open_bytes(session, buffer_slice(&bytes), 100);
    go(&s);
    leave(&s);
    assert_true(session_get(session, KEY, &before));
    s = open_bytes(session, buffer_slice(&changed), 80);
    assert_true(is_on_top(&s));
    assert_false(stage_shows(&s, "jump"));
    leave(&s);
    assert_true(session_get(session, KEY, &after));
    assert_true(after.offset > before.offset);
    assert_int_equal(session_bytes(session, KEY), changed.len);

    /* Words that are gone: the old place, as far as there is one. */
    session_set(session, KEY, (struct session_place){0, (size_t)1 << 40});
    session_set_words(session, KEY, SLICE("words that are nowhere"), SLICE(""));
    s = open_bytes(session, buffer_slice(&bytes), 80);
    assert_true(stage_shows(&s, "F1 help"));
    leave(&s);
    session_free(session);
    buffer_deinit(&bytes);
    buffer_deinit(&changed);
}

/* A second copy that is closed before its place was found keeps the old one. */
static void test_not_found_yet(void **state)
{
    struct buffer bytes = {0}, changed = {0};
    struct session_place before, after;
    struct stage s;
    (void)state;
    read_sample(&bytes);
    change(buffer_slice(&bytes), &changed);
    struct session *session = session_open("");
    s = open_bytes(session, buffer_slice(&bytes), 100);
    go(&s);
    leave(&s);
    assert_true(session_get(session, KEY, &before));
    struct viewer_setup setup = {
        .place = {0, VIEWER_NOWHERE}, .session = session, .session_key = KEY};
    assert_true(stage_open_text(&s, "annual.txt", buffer_slice(&changed), 24, 80, &setup));
    leave(&s);
    assert_true(session_get(session, KEY, &after));
    assert_int_equal(after.offset, before.offset);
    assert_int_equal(session_bytes(session, KEY), bytes.len);
    session_free(session);
    buffer_deinit(&bytes);
    buffer_deinit(&changed);
}

/* The tree's width, and that it was put away; only when the reader chose it. */
static void test_tree(void **state)
{
    struct buffer bytes = {0};
    struct session_tree tree;
    (void)state;
    read_sample(&bytes);
    struct session *session = session_open("");
    struct stage s = open_bytes(session, buffer_slice(&bytes), 100);
    leave(&s);
    assert_false(session_tree(session, KEY, &tree));
    s = open_bytes(session, buffer_slice(&bytes), 100);
    stage_keys(&s, ":");
    stage_type(&s, "set tree-width=22");
    stage_keys(&s, "Enter");
    leave(&s);
    assert_true(session_tree(session, KEY, &tree));
    assert_int_equal(tree.width, 22);
    s = open_bytes(session, buffer_slice(&bytes), 100);
    stage_draw(&s);
    assert_int_equal(canvas_cell(&s.canvas, 1, 22)->code, 0x2502);
    stage_keys(&s, ":");
    stage_type(&s, "set notree");
    stage_keys(&s, "Enter");
    leave(&s);
    s = open_bytes(session, buffer_slice(&bytes), 100);
    assert_false(stage_shows(&s, "EXHIBIT INDEX"));
    leave(&s);
    session_free(session);
    buffer_deinit(&bytes);
}

static void put_file(const char *path, struct slice bytes)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, f), bytes.len);
    assert_int_equal(fclose(f), 0);
}

static void open_in(struct stage *s, const char *path)
{
    stage_keys(s, ":");
    stage_type(s, "open-file ");
    stage_type(s, path);
    stage_keys(s, "Enter");
    stage_settle(s);
}

/* A filing that is closed is forgotten: a longer copy of it is read anew. */
static void test_closed(void **state)
{
    static const char path[] = "recall-copy.txt", other[] = "recall-other.txt";
    static const struct slice accession = SLICE_ROW("0009900301-97-000007");
    struct buffer bytes = {0};
    struct stage s;
    (void)state;
    read_sample(&bytes);
    struct session *session = session_open("");
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .session = session};
    size_t part = slice_find(buffer_slice(&bytes), SLICE("ITEM 4."));
    assert_true(part < bytes.len);
    put_file(other, SLICE("Nothing but words.\n"));
    put_file(path, slice_cut(buffer_slice(&bytes), 0, part));
    assert_true(
        stage_open_text(&s, "first.txt", SLICE("No filing, only words.\n"), 24, 100, &setup));
    open_in(&s, path);
    stage_keys(&s, "F6 gg r");
    assert_true(stage_shows(&s, "is called read"));
    open_in(&s, other);
    stage_keys(&s, ":");
    stage_type(&s, "files");
    stage_keys(&s, "Enter k x");
    stage_settle(&s);
    put_file(path, buffer_slice(&bytes));
    stage_keys(&s, "Esc Esc");
    open_in(&s, path);
    stage_keys(&s, "gg r r");
    assert_true(stage_shows(&s, "is called read"));
    leave(&s);
    assert_int_equal(session_read(session, accession, 0, SLICE("14")), SESSION_READ);
    assert_int_equal(session_bytes(session, accession), bytes.len);
    session_free(session);
    buffer_deinit(&bytes);
    (void)remove(path);
    (void)remove(other);
}

/* Without a session all works, and a filing that has no key is no trouble. */
static void test_none(void **state)
{
    struct buffer bytes = {0};
    struct stage s;
    (void)state;
    read_sample(&bytes);
    s = open_bytes(NULL, buffer_slice(&bytes), 100);
    stage_keys(&s, "F6 r");
    assert_true(stage_shows(&s, "is called read"));
    assert_int_equal(viewer_delay(s.viewer), -1); /* nothing is to be written */
    stage_keys(&s, "gr");
    assert_true(stage_shows(&s, "nothing is remembered: --no-state"));
    leave(&s);
    assert_true(stage_open_text(&s, "annual.txt", buffer_slice(&bytes), 24, 80, NULL));
    stage_keys(&s, "F6 r");
    assert_true(stage_shows(&s, "nothing here can be called read"));
    leave(&s);
    buffer_deinit(&bytes);
}

/* A viewer that begins with the list, above a filing that is none. */
static void test_begin_with_list(void **state)
{
    struct stage s;
    char *path = sample_path();
    (void)state;
    struct session *session = session_open("");
    session_describe(session, SLICE("gone"), SLICE("Gone Corp, 8-K"), SLICE("/none/gone.txt"), 5);
    session_describe(session, SLICE("pipe"), SLICE("Piped Corp, 10-Q"), SLICE(""), 5);
    session_describe(session, KEY, SLICE("Here Corp, 10-K"), slice_of(path), 5);
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .session = session, .recent = true};
    assert_true(stage_open_text(&s, RECENT_NOTHING, SLICE(RECENT_WORDS), 24, 120, &setup));
    assert_true(stage_shows(&s, "gone: /none/gone.txt"));
    assert_true(stage_shows(&s, "from a pipe"));
    stage_keys(&s, "/");
    stage_type(&s, "Piped");
    stage_keys(&s, "Enter");
    assert_true(stage_shows(&s, "came from a pipe"));
    stage_keys(&s, "Esc");
    assert_true(stage_shows(&s, ":open-file PATH"));
    stage_keys(&s, "gr /");
    stage_type(&s, "Gone");
    stage_keys(&s, "Enter");
    assert_true(stage_shows(&s, "/none/gone.txt: no such file"));
    stage_keys(&s, "Esc gr /");
    stage_type(&s, "Here");
    stage_keys(&s, "Enter");
    assert_true(stage_shows(&s, "MERRIMOOR"));
    stage_keys(&s, ":");
    stage_type(&s, "files");
    stage_keys(&s, "Enter");
    assert_true(stage_shows(&s, "1 of 1")); /* the filing that is none has gone */
    leave(&s);
    session_free(session);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_place),         cmocka_unit_test(test_other_copy),
        cmocka_unit_test(test_not_found_yet), cmocka_unit_test(test_tree),
        cmocka_unit_test(test_none),          cmocka_unit_test(test_begin_with_list),
        cmocka_unit_test(test_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
