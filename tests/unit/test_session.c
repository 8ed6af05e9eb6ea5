/* SPDX-License-Identifier: MIT */
/* What is remembered of filings: kept, merged, bounded, and where. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "saved_session.h"
#include "state_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define WHEN "2025-01-01T00:00:00.000Z"

static void set_all(struct session *s)
{
    session_set(s, ONE, (struct session_place){2, 12345});
    session_set_words(s, ONE, SLICE("Our exposure\n to  market risk"),
                      SLICE("Item 7A, p. 31, 37%"));
    session_describe(s, ONE, SLICE("Example Corp, 10-K, FY 2003"), SLICE("/a/100%\xff.txt"), 4711);
    session_set_tree(s, ONE, (struct session_tree){38, SESSION_HIDDEN});
    session_set_split(s, ONE, (struct session_split){SESSION_BELOW, {1, 99}, true});
    session_set_fold(s, ONE, 0, SLICE("II"), SESSION_FOLDED);
    session_set_fold(s, ONE, 0, SLICE(""), SESSION_UNFOLDED);
    session_set_fold(s, ONE, 1, SLICE("II"), SESSION_UNFOLDED);
    session_set_read(s, ONE, 0, SLICE("7A"), SESSION_READ);
    session_set_read(s, ONE, 0, SLICE("8"), SESSION_UNREAD);
    session_add_history(s, SESSION_PATTERN, SLICE("goodwill"));
    session_add_history(s, SESSION_PATTERN, SLICE(" two words "));
    session_add_history(s, SESSION_PATTERN, SLICE("goodwill"));
    session_add_history(s, SESSION_PATTERN, SLICE(" "));
    session_add_history(s, SESSION_PATTERN, SLICE("a\nb"));
    session_add_history(s, SESSION_COMMAND, SLICE("item 7a"));
    session_set_scope(s, SLICE("filing"));
}

static void expect_all(struct session *s)
{
    struct session_tree tree;
    struct session_split split;
    const struct slice *lines;
    expect_place(s, ONE, 2, 12345);
    assert_true(slice_equal(session_words(s, ONE), SLICE("Our exposure to market risk")));
    assert_int_equal(session_bytes(s, ONE), 4711);
    assert_true(session_tree(s, ONE, &tree));
    assert_true(tree.width == 38 && tree.shown == SESSION_HIDDEN);
    assert_true(session_split(s, ONE, &split));
    assert_int_equal(split.kind, SESSION_BELOW);
    assert_true(split.second.document == 1 && split.second.offset == 99 && split.in_second);
    assert_int_equal(session_fold(s, ONE, 0, SLICE("II")), SESSION_FOLDED);
    assert_int_equal(session_fold(s, ONE, 0, SLICE("")), SESSION_UNFOLDED);
    assert_int_equal(session_fold(s, ONE, 1, SLICE("II")), SESSION_UNFOLDED);
    assert_int_equal(session_fold(s, ONE, 1, SLICE("")), SESSION_FOLD_UNSAID);
    assert_int_equal(session_read(s, ONE, 0, SLICE("7A")), SESSION_READ);
    assert_int_equal(session_read(s, ONE, 0, SLICE("8")), SESSION_UNREAD);
    assert_int_equal(session_read(s, ONE, 0, SLICE("9")), SESSION_NOT_READ);
    assert_int_equal(session_history(s, SESSION_PATTERN, &lines), 2);
    assert_true(slice_equal(lines[0], SLICE(" two words ")));
    assert_true(slice_equal(lines[1], SLICE("goodwill")));
    assert_int_equal(session_history(s, SESSION_COMMAND, &lines), 1);
    assert_true(slice_equal(lines[0], SLICE("item 7a")));
    assert_true(slice_equal(session_scope(s), SLICE("filing")));
}

static void test_round_trip(void **state)
{
    struct stat status;
    (void)state;
    struct session *s = open_session();
    expect_nothing(s, ONE);
    assert_false(session_changed(s));
    save(s); /* nothing to save */
    assert_int_equal(state_folder_count("."), 0);
    set_all(s);
    expect_all(s);
    assert_true(session_changed(s));
    save(s);
    expect_all(s);
    char *path = state_folder_path(FILE_OF_ONE), *folder = state_folder_path("filings");
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0600);
    assert_int_equal(stat(folder, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0700);
    free(path);
    free(folder);
    session_free(s);
    session_free(NULL);

    s = open_session();
    expect_all(s);
    /* What is so already is no change; what is taken back is gone. */
    session_set(s, ONE, (struct session_place){2, 12345});
    session_set_read(s, ONE, 0, SLICE("7A"), SESSION_READ);
    assert_false(session_changed(s));
    session_set_read(s, ONE, 0, SLICE("7A"), SESSION_NOT_READ);
    session_set_fold(s, ONE, 0, SLICE("II"), SESSION_FOLD_UNSAID);
    session_set_split(s, ONE, (struct session_split){.kind = SESSION_WHOLE});
    session_set(s, ONE, (struct session_place){0, 1}); /* other words are at another place */
    save(s);
    session_free(s);
    s = open_session();
    struct session_split split;
    assert_int_equal(session_read(s, ONE, 0, SLICE("7A")), SESSION_NOT_READ);
    assert_int_equal(session_fold(s, ONE, 0, SLICE("II")), SESSION_FOLD_UNSAID);
    assert_false(session_split(s, ONE, &split) || split.kind != SESSION_WHOLE);
    assert_int_equal(session_words(s, ONE).len, 0);
    expect_notice(s, NULL);
    session_free(s);
}

/* No session: everything is allowed and nothing happens. */
static void test_none(void **state)
{
    struct session_tree tree;
    struct session_split split;
    const struct slice *lines;
    const struct session_recent *recents;
    struct error e;
    (void)state;
    set_all(NULL);
    expect_nothing(NULL, ONE);
    assert_false(session_tree(NULL, ONE, &tree) || session_split(NULL, ONE, &split));
    assert_int_equal(session_read(NULL, ONE, 0, SLICE("7A")), SESSION_NOT_READ);
    assert_int_equal(session_history(NULL, SESSION_PATTERN, &lines), 0);
    assert_int_equal(session_recents(NULL, &recents), 0);
    assert_true(session_save(NULL, &e) && session_forget(NULL, ONE, &e));
    assert_false(session_changed(NULL));
    expect_notice(NULL, NULL);
    assert_int_equal(state_folder_count("."), 0);
}

/* Two runs at once, also on the same filing: neither loses what the other has written. */
static void test_merge(void **state)
{
    (void)state;
    struct session *a = open_session(), *b = open_session();
    session_set(a, ONE, (struct session_place){1, 1});
    session_set(b, SLICE("two"), (struct session_place){2, 2});
    session_set_read(a, ONE, 0, SLICE("1"), SESSION_READ);
    session_set_read(b, ONE, 0, SLICE("2"), SESSION_READ);
    session_add_history(a, SESSION_PATTERN, SLICE("a"));
    session_add_history(b, SESSION_PATTERN, SLICE("b"));
    save(a);
    save(b);
    session_set(a, ONE, (struct session_place){1, 3});
    session_set_read(b, ONE, 0, SLICE("3"), SESSION_READ);
    save(a);
    save(b);
    session_free(a);
    assert_int_equal(session_read(b, ONE, 0, SLICE("1")), SESSION_READ);
    session_free(b);
    a = open_session();
    const struct slice *lines;
    expect_place(a, ONE, 1, 3);
    expect_place(a, SLICE("two"), 2, 2);
    for (const char *id = "123"; *id; id++)
        assert_int_equal(session_read(a, ONE, 0, (struct slice){id, 1}), SESSION_READ);
    assert_int_equal(session_history(a, SESSION_PATTERN, &lines), 2);
    session_free(a);
}

static void test_recents(void **state)
{
    const struct session_recent *list;
    struct error e;
    (void)state;
    struct session *s = open_session();
    session_describe(s, SLICE("old"), SLICE("Old Corp, 8-K"), SLICE("old.txt"), 10);
    save(s);
    set_all(s);
    save(s);
    session_free(s);
    state_folder_write("filings/nobody", SLICE("folio filing 1\nplace " WHEN "\n  at 1 2\n"));
    s = open_session();
    session_describe(s, SLICE("new"), SLICE(""), SLICE(""), 0);
    assert_int_equal(session_recents(s, &list), 3);
    assert_true(slice_equal(list[0].key, SLICE("new")));
    assert_int_equal(list[0].path.len + list[0].title.len + list[0].where.len, 0);
    assert_true(slice_equal(list[1].key, ONE));
    assert_true(slice_equal(list[1].title, SLICE("Example Corp, 10-K, FY 2003")));
    assert_true(slice_equal(list[1].path, SLICE("/a/100%\xff.txt")));
    assert_true(slice_equal(list[1].where, SLICE("Item 7A, p. 31, 37%")));
    assert_int_equal(list[1].place.offset, 12345);
    assert_true(slice_equal(list[2].title, SLICE("Old Corp, 8-K")));
    /* A path is from the root, as another run may be somewhere else. */
    assert_int_equal(list[2].path.at[0], '/');
    assert_true(slice_ends_nocase(list[2].path, SLICE("/old.txt")));
    assert_true(session_forget(s, ONE, &e));
    assert_true(session_forget(s, SLICE("nobody knows it"), &e));
    assert_int_equal(session_recents(s, &list), 2);
    expect_nothing(s, ONE);
    assert_false(state_folder_has(FILE_OF_ONE));
    session_free(s);
}

static void test_bound(void **state)
{
    const struct session_recent *list;
    const struct slice *lines;
    struct buffer name = {0};
    (void)state;
    struct session *s = open_session();
    for (size_t i = 0; i < 12500; i++) {
        buffer_clear(&name);
        buffer_addf(&name, "%zu", i);
        session_set_read(s, ONE, 0, buffer_slice(&name), SESSION_READ);
    }
    for (size_t i = 0; i < 300; i++) {
        buffer_clear(&name);
        buffer_addf(&name, "%zu", i);
        session_add_history(s, SESSION_COMMAND, buffer_slice(&name));
    }
    for (int i = 0; i < 600; i++) {
        struct utimbuf long_ago = {i, i};
        buffer_clear(&name);
        buffer_addf(&name, "filings/f%d", i);
        state_folder_write(name.at, SLICE("folio filing 1\n"));
        char *path = state_folder_path(name.at);
        assert_int_equal(utime(path, &long_ago), 0);
        free(path);
    }
    save(s);
    assert_int_equal(state_folder_count("filings"), 500);
    assert_true(state_folder_has(FILE_OF_ONE) && state_folder_has("filings/f599"));
    assert_false(state_folder_has("filings/f100"));
    assert_int_equal(session_history(s, SESSION_COMMAND, &lines), 200);
    assert_true(slice_equal(lines[199], SLICE("299")));
    session_free(s);
    s = open_session();
    size_t read = 0;
    for (size_t i = 0; i < 12500; i++) {
        buffer_clear(&name);
        buffer_addf(&name, "%zu", i);
        read += session_read(s, ONE, 0, buffer_slice(&name)) == SESSION_READ;
    }
    assert_int_equal(read, 12000);
    assert_int_equal(session_recents(s, &list), 1);
    session_free(s);
    buffer_deinit(&name);
}

/* The environment's own text changes with it. */
static char *copy_of(const char *text)
{
    return text ? slice_copy(slice_of(text)) : NULL;
}

static void put_back(const char *name, char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
    free(value);
}

static void test_environment(void **state)
{
    (void)state;
    char *state_home = copy_of(getenv("XDG_STATE_HOME"));
    char *home = copy_of(getenv("HOME"));
    unsetenv("HOME");
    setenv("XDG_STATE_HOME", "relative", 1);
    struct session *s = session_open(NULL);
    save(s);
    session_set(s, ONE, (struct session_place){1, 1});
    expect_place(s, ONE, 1, 1);
    expect_failure(s, "no home folder");
    session_free(s);

    char *here = getcwd(NULL, 0);
    struct buffer full = {0};
    buffer_addf(&full, "%s/%s", here, state_folder());
    setenv("XDG_STATE_HOME", full.at, 1);
    s = session_open(NULL);
    session_set(s, ONE, (struct session_place){1, 1});
    save(s);
    session_free(s);
    assert_true(state_folder_has("folio/" FILE_OF_ONE));
    buffer_deinit(&full);
    free(here);
    put_back("XDG_STATE_HOME", state_home);
    put_back("HOME", home);
}

static void expect_key(struct slice accession, struct slice bytes, const char *wanted)
{
    struct buffer key;
    buffer_init(&key);
    session_key(accession, bytes, &key);
    assert_string_equal(buffer_text(&key), wanted);
    buffer_deinit(&key);
}

/* Both ends of a filing and its size count; its middle does not. */
static void test_key(void **state)
{
    enum { SIZE = 204800, END = 65536, CHANGES = 5 };
    static const struct {
        size_t at;
        bool counts;
    } changes[CHANGES] = {
        {0, true}, {END - 1, true}, {END, false}, {SIZE - END, true}, {SIZE - 1, true},
    };
    static char bytes[SIZE];
    struct buffer plain;
    (void)state;
    expect_key(SLICE(" 0000000000-04-000001 "), SLICE("x"), "0000000000-04-000001");
    /* FNV-1a of "0", worked out by hand: there are no bytes but those of the size. */
    expect_key(SLICE(""), SLICE(""), "af63ad4c86019caf");
    buffer_init(&plain);
    session_key(SLICE(""), (struct slice){bytes, SIZE}, &plain);
    assert_int_equal(plain.len, 16);
    for (size_t i = 0; i < CHANGES; i++) {
        struct buffer key;
        buffer_init(&key);
        bytes[changes[i].at] ^= 1;
        session_key(SLICE("\x1b"), (struct slice){bytes, SIZE}, &key);
        bytes[changes[i].at] ^= 1;
        assert_int_equal(strcmp(buffer_text(&key), buffer_text(&plain)) != 0, changes[i].counts);
        buffer_deinit(&key);
    }
    buffer_deinit(&plain);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_round_trip, state_folder_clean),
        cmocka_unit_test_setup(test_none, state_folder_clean),
        cmocka_unit_test_setup(test_merge, state_folder_clean),
        cmocka_unit_test_setup(test_recents, state_folder_clean),
        cmocka_unit_test_setup(test_bound, state_folder_clean),
        cmocka_unit_test_setup(test_environment, state_folder_clean),
        cmocka_unit_test(test_key),
    };
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
