/* SPDX-License-Identifier: MIT */
/* Marks, passages and notes: on disk at once, in a file that people can read, never lost. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/keepsakes.h"
#include "state_folder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define KEY SLICE("0000000000-04-000001")
#define FILE_OF_KEY "notes/0000000000-04-000001.txt"
#define WHEN "2025-01-01T00:00:00.000Z"

static const struct keepsake covenants = {
    .kind = KEEPSAKE_MARK,
    .name = SLICE_ROW("covenants"),
    .document = 1,
    .from = 500,
    .text = SLICE_ROW("The indenture limits\n  our ability to borrow."),
    .page = SLICE_ROW("F-12"),
    .node = SLICE_ROW("Note 9"),
};

static const struct keepsake passage = {
    .kind = KEEPSAKE_PASSAGE,
    .document = 0,
    .from = 100,
    .to = 180,
    .text = SLICE_ROW("market risk"),
    .page = SLICE_ROW("31"),
    .node = SLICE_ROW("Item 7A"),
    .citation = SLICE_ROW("Example Corp, Form 10-K, p. 31"),
    .note = SLICE_ROW("First line\n\n  second line\t.\n"),
};

static bool same(struct slice a, const char *b)
{
    return slice_equal(a, slice_of(b));
}

static void add(struct keepsakes *k, const struct keepsake *keepsake, struct buffer *name)
{
    struct error e = {0};
    if (!keepsakes_add(k, keepsake, name, &e))
        fail_msg("%s", e.message);
}

/* As another run sees it. */
static void expect_count(size_t wanted)
{
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    const struct keepsake *list;
    assert_int_equal(keepsakes_list(k, &list), wanted);
    keepsakes_free(k);
    session_free(s);
}

static void test_round_trip(void **state)
{
    struct buffer name = {0}, text = {0};
    const struct keepsake *list;
    (void)state;
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    assert_int_equal(keepsakes_list(k, &list), 0);
    keepsakes_describe(k, SLICE("Example Corp, 10-K, FY 2003"));
    assert_false(state_folder_has(FILE_OF_KEY)); /* nothing is kept yet */
    add(k, &covenants, NULL);
    expect_count(1);
    add(k, &passage, &name);
    assert_true(name.len > 0);
    expect_count(2);
    keepsakes_free(k);
    keepsakes_free(NULL);

    k = keepsakes_open(s, KEY);
    assert_int_equal(keepsakes_list(k, &list), 2);
    assert_int_equal(list[0].kind, KEEPSAKE_PASSAGE);
    assert_true(slice_equal(list[0].name, buffer_slice(&name)));
    assert_true(list[0].document == 0 && list[0].from == 100 && list[0].to == 180);
    assert_true(same(list[0].text, "market risk") && same(list[0].page, "31"));
    assert_true(same(list[0].node, "Item 7A"));
    assert_true(same(list[0].citation, "Example Corp, Form 10-K, p. 31"));
    assert_true(same(list[0].note, "First line\n\n  second line\xef\xbf\xbd."));
    assert_true(list[0].when > 0);
    assert_int_equal(list[1].kind, KEEPSAKE_MARK);
    assert_true(list[1].document == 1 && list[1].from == 500 && list[1].to == 500);
    assert_true(same(list[1].name, "covenants") && list[1].note.len == 0);
    assert_true(same(list[1].text, "The indenture limits our ability to borrow."));
    /* For people. */
    assert_true(state_folder_read(FILE_OF_KEY, &text));
    assert_non_null(strstr(text.at, "  title Example Corp, 10-K, FY 2003\n"));
    assert_non_null(strstr(text.at, "  note First line\n  note\n  note   second line"));
    keepsakes_free(k);
    session_free(s);
    buffer_deinit(&name);
    buffer_deinit(&text);
}

static void test_changes(void **state)
{
    struct buffer first = {0}, second = {0};
    struct error e = {0};
    (void)state;
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    add(k, &passage, &first);
    add(k, &passage, &second);
    assert_false(slice_equal(buffer_slice(&first), buffer_slice(&second)));
    add(k, &covenants, NULL);
    struct keepsake moved = covenants;
    moved.from = 7;
    add(k, &moved, NULL); /* a mark of the same name: the new place */
    assert_int_equal(keepsakes_find(k, KEEPSAKE_MARK, SLICE("covenants"))->from, 7);
    expect_count(3);
    assert_true(keepsakes_set_note(k, buffer_slice(&first), SLICE("other words"), &e));
    const struct keepsake *found = keepsakes_find(k, KEEPSAKE_PASSAGE, buffer_slice(&first));
    assert_true(same(found->note, "other words") && same(found->text, "market risk"));
    assert_true(keepsakes_set_note(k, found->name, SLICE(""), &e));
    found = keepsakes_find(k, KEEPSAKE_PASSAGE, buffer_slice(&first));
    assert_int_equal(found->note.len, 0);
    assert_true(keepsakes_rename(k, SLICE("covenants"), SLICE("debt limits"), &e));
    assert_null(keepsakes_find(k, KEEPSAKE_MARK, SLICE("covenants")));
    found = keepsakes_find(k, KEEPSAKE_MARK, SLICE("debt limits"));
    assert_true(found->from == 7 && same(found->node, "Note 9"));
    assert_true(keepsakes_rename(k, found->name, found->name, &e));
    assert_true(keepsakes_remove(k, KEEPSAKE_PASSAGE, buffer_slice(&second), &e));
    assert_true(keepsakes_remove(k, KEEPSAKE_PASSAGE, SLICE("nobody"), &e));
    expect_count(2);
    assert_true(keepsakes_remove(k, KEEPSAKE_MARK, SLICE("debt limits"), &e));
    expect_count(1);
    keepsakes_free(k);
    session_free(s);
    buffer_deinit(&first);
    buffer_deinit(&second);
}

static void test_refused(void **state)
{
    static const char *const names[] = {
        "",     " ",    " a",   "a ",
        "a\nb", "\x1b", "\xff", "1234567890123456789012345678901234567890123456789012345678901",
    };
    struct error e = {0};
    (void)state;
    struct keepsakes *k = keepsakes_open(NULL, KEY);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct keepsake mark = covenants;
        mark.name = slice_of(names[i]);
        assert_false(keepsakes_add(k, &mark, NULL, &e));
        assert_int_equal(e.kind, ERROR_USAGE);
    }
    add(k, &covenants, NULL);
    struct keepsake other = covenants;
    other.name = SLICE("b");
    add(k, &other, NULL);
    assert_false(keepsakes_rename(k, SLICE("covenants"), SLICE("b"), &e));
    assert_false(keepsakes_rename(k, SLICE("covenants"), SLICE(" "), &e));
    assert_false(keepsakes_rename(k, SLICE("c"), SLICE("d"), &e));
    assert_false(keepsakes_set_note(k, SLICE("c"), SLICE("d"), &e));
    assert_int_equal(e.kind, ERROR_USAGE);
    const struct keepsake *list;
    assert_int_equal(keepsakes_list(k, &list), 2);
    assert_int_equal(state_folder_count("."), 0); /* without a session nothing is written */
    keepsakes_free(k);
}

/* Two runs on one filing. */
static void test_two(void **state)
{
    struct session *s[2];
    struct keepsakes *k[2];
    struct error e = {0};
    struct buffer name = {0};
    (void)state;
    for (int i = 0; i < 2; i++) {
        s[i] = session_open(state_folder());
        k[i] = keepsakes_open(s[i], KEY);
    }
    assert_false(keepsakes_refresh(k[1]));
    add(k[0], &covenants, NULL);
    assert_true(keepsakes_refresh(k[1]));
    assert_false(keepsakes_refresh(k[1]));
    assert_non_null(keepsakes_find(k[1], KEEPSAKE_MARK, SLICE("covenants")));
    add(k[1], &passage, &name);
    assert_true(keepsakes_remove(k[0], KEEPSAKE_MARK, SLICE("covenants"), &e));
    assert_non_null(keepsakes_find(k[0], KEEPSAKE_PASSAGE, buffer_slice(&name)));
    assert_true(keepsakes_set_note(k[1], buffer_slice(&name), SLICE("new words"), &e));
    expect_count(1);
    for (int i = 0; i < 2; i++) {
        keepsakes_free(k[i]);
        session_free(s[i]);
    }
    buffer_deinit(&name);
}

/* What an editor has left, and worse: all that can be read is kept, and the file as it was. */
static void test_damaged(void **state)
{
    static const char *const damaged = "folio notes 1\n"
                                       "mark " WHEN " a\n  at 0 5 5\n"
                                       "A line that I wrote in between\n"
                                       "mark " WHEN " no place\n  text lost\n"
                                       "mark " WHEN " back\n  at 0 9 5\n"
                                       "passage " WHEN " p\n  at 0 5 9\n  note it is m\xfcller's\n";
    struct buffer text = {0};
    const struct keepsake *list;
    (void)state;
    state_folder_write(FILE_OF_KEY, slice_of(damaged));
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    assert_int_equal(keepsakes_list(k, &list), 2);
    assert_true(same(list[0].name, "a"));
    assert_true(same(list[1].note, "it is m\xc3\xbcller's"));
    assert_true(session_notice(s, &text));
    assert_string_equal(text.at, FILE_OF_KEY " is damaged: kept as " FILE_OF_KEY ".bad-1");
    add(k, &covenants, NULL);
    keepsakes_free(k);
    session_free(s);
    expect_count(3);
    buffer_clear(&text);
    assert_true(state_folder_read(FILE_OF_KEY ".bad-1", &text));
    assert_string_equal(text.at, damaged);
    /* What says no place stays in the file. */
    buffer_clear(&text);
    assert_true(state_folder_read(FILE_OF_KEY, &text));
    assert_non_null(strstr(text.at, "  text lost\n"));
    buffer_deinit(&text);
}

static void test_newer(void **state)
{
    struct buffer text = {0};
    struct error e = {0};
    (void)state;
    state_folder_write(FILE_OF_KEY, SLICE("folio notes 7\nsomething else\n"));
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    assert_false(keepsakes_add(k, &covenants, NULL, &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    assert_non_null(strstr(e.message, "is of a later folio"));
    assert_non_null(keepsakes_find(k, KEEPSAKE_MARK, SLICE("covenants"))); /* for this run */
    keepsakes_free(k);
    session_free(s);
    assert_true(state_folder_read(FILE_OF_KEY, &text));
    assert_string_equal(text.at, "folio notes 7\nsomething else\n");
    buffer_deinit(&text);
}

static long long milliseconds(void)
{
    struct timespec now;
    assert_int_equal(clock_gettime(CLOCK_MONOTONIC, &now), 0);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* What could not be written is written later, at the latest when it is closed. The reader does not
 * wait for whoever holds the lock. */
static void test_held_back(void **state)
{
    struct error e = {0};
    (void)state;
    state_folder_write("lock", SLICE(""));
    char *path = state_folder_path("lock");
    int held = open(path, O_RDWR | O_CLOEXEC);
    assert_true(held >= 0);
    assert_int_equal(flock(held, LOCK_EX), 0);
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    assert_false(keepsakes_kept_back(k));
    long long before = milliseconds();
    assert_false(keepsakes_add(k, &covenants, NULL, &e));
    assert_true(milliseconds() - before < 500); /* 20, on a machine with nothing else to do */
    assert_non_null(strstr(e.message, "is held by another folio"));
    assert_non_null(keepsakes_find(k, KEEPSAKE_MARK, SLICE("covenants")));
    assert_true(keepsakes_kept_back(k));
    assert_false(keepsakes_save(k, &e));
    close(held);
    expect_count(0);
    assert_true(keepsakes_save(k, &e));
    assert_false(keepsakes_kept_back(k));
    expect_count(1);
    held = open(path, O_RDWR | O_CLOEXEC);
    assert_true(held >= 0);
    assert_int_equal(flock(held, LOCK_EX), 0);
    assert_false(keepsakes_add(k, &passage, NULL, &e));
    close(held);
    keepsakes_free(k);
    session_free(s);
    expect_count(2);
    free(path);
}

static void test_long(void **state)
{
    struct buffer note = {0};
    (void)state;
    buffer_add_fill(&note, 'n', 100000);
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    struct keepsake long_one = passage;
    long_one.note = long_one.text = long_one.citation = buffer_slice(&note);
    add(k, &long_one, NULL);
    const struct keepsake *list;
    assert_int_equal(keepsakes_list(k, &list), 1);
    assert_int_equal(list[0].note.len, 65536);
    assert_int_equal(list[0].text.len, 65536);
    assert_int_equal(list[0].citation.len, 1000);
    expect_count(1);
    keepsakes_free(k);
    session_free(s);
    buffer_deinit(&note);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_round_trip, state_folder_clean),
        cmocka_unit_test_setup(test_changes, state_folder_clean),
        cmocka_unit_test_setup(test_refused, state_folder_clean),
        cmocka_unit_test_setup(test_two, state_folder_clean),
        cmocka_unit_test_setup(test_damaged, state_folder_clean),
        cmocka_unit_test_setup(test_newer, state_folder_clean),
        cmocka_unit_test_setup(test_held_back, state_folder_clean),
        cmocka_unit_test_setup(test_long, state_folder_clean),
    };
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
