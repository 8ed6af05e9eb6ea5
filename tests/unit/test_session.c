/* SPDX-License-Identifier: MIT */
/* Places that are remembered: kept, merged, bounded, and safe from damaged files and strangers. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "folio-session-XXXXXX"; /* in the folder of the test */

static const char *const names[] = {"positions", "a/b/positions", "a/b", "a", "target", "link"};

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

/* Joins a name to the folder of the test; the caller frees it. */
static char *path_of(const char *name)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/%s", folder, name);
    char *copy = slice_copy(buffer_slice(&path));
    buffer_deinit(&path);
    return copy;
}

static int clean(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = path_of(names[i]);
        if (unlink(path) != 0)
            rmdir(path);
        free(path);
    }
    return 0;
}

static int tear_down(void **state)
{
    clean(state);
    return rmdir(folder);
}

static void write_file(const char *name, struct slice text)
{
    char *path = path_of(name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(text.at, 1, text.len, f), text.len);
    assert_int_equal(fclose(f), 0);
    free(path);
}

static void expect_place(const struct session *s, const char *key, size_t document, size_t offset)
{
    struct session_place place;
    if (!session_get(s, slice_of(key), &place))
        fail_msg("%s is forgotten", key);
    assert_int_equal(place.document, document);
    assert_int_equal(place.offset, offset);
}

static void expect_nothing(const struct session *s, const char *key)
{
    struct session_place place;
    assert_false(session_get(s, slice_of(key), &place));
}

static void test_round_trip(void **state)
{
    struct error e;
    struct stat status;
    (void)state;
    struct session *s = session_open(folder);
    expect_nothing(s, "0000000000-04-000001");
    assert_true(session_save(s, &e)); /* nothing to save */
    char *path = path_of("positions");
    assert_int_not_equal(stat(path, &status), 0);
    session_set(s, SLICE("0000000000-04-000001"), (struct session_place){2, 12345});
    session_set(s, SLICE("other"), (struct session_place){0, 0});
    session_set(s, SLICE("other"), (struct session_place){1, 7});
    expect_place(s, "other", 1, 7);
    assert_true(session_save(s, &e));
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0600);
    session_free(s);
    session_free(NULL);

    s = session_open(folder);
    expect_place(s, "0000000000-04-000001", 2, 12345);
    expect_place(s, "other", 1, 7);
    session_free(s);
    free(path);
}

/* Two runs at once: neither loses what the other has written. */
static void test_merge(void **state)
{
    struct error e;
    (void)state;
    struct session *a = session_open(folder), *b = session_open(folder);
    session_set(a, SLICE("one"), (struct session_place){1, 1});
    session_set(b, SLICE("two"), (struct session_place){2, 2});
    assert_true(session_save(a, &e));
    assert_true(session_save(b, &e));
    session_free(a);
    session_free(b);
    a = session_open(folder);
    expect_place(a, "one", 1, 1);
    expect_place(a, "two", 2, 2);
    session_free(a);
}

static void test_bound(void **state)
{
    struct error e;
    struct buffer key;
    (void)state;
    buffer_init(&key);
    struct session *s = session_open(folder);
    for (size_t i = 0; i < 1100; i++) {
        buffer_clear(&key);
        buffer_addf(&key, "key %zu", i);
        session_set(s, buffer_slice(&key), (struct session_place){0, i});
    }
    assert_true(session_save(s, &e));
    session_free(s);
    s = session_open(folder);
    expect_nothing(s, "key 99");
    expect_place(s, "key 100", 0, 100);
    expect_place(s, "key 1099", 0, 1099);
    session_free(s);
    buffer_deinit(&key);
}

static void test_damaged(void **state)
{
    struct error e;
    (void)state;
    write_file("positions", SLICE("good\t1\t2\t3\n"
                                  "\n"
                                  "no fields\n"
                                  "\t1\t2\t3\n"
                                  "short\t1\n"
                                  "words\tone\ttwo\tthree\n"
                                  "minus\t-1\t2\t3\n"
                                  "huge\t1\t99999999999999999999999\t3\n"
                                  "nul\0key\t1\t2\t3\n"
                                  "escape\x1b[2J\t1\t2\t3\n"
                                  "more\t4\t5\t6\t7\n"
                                  "good\t8\t9\t10\n"
                                  "cut\t1\t2"));
    struct session *s = session_open(folder);
    expect_place(s, "good", 8, 9);
    expect_place(s, "more", 4, 5);
    static const char *const bad[] = {"", "no fields", "short", "words", "minus", "huge", "cut"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_nothing(s, bad[i]);
    session_set(s, SLICE("new"), (struct session_place){1, 1});
    assert_true(session_save(s, &e));
    session_free(s);
    s = session_open(folder);
    expect_place(s, "good", 8, 9);
    expect_place(s, "new", 1, 1);
    session_free(s);
}

static void test_bad_keys(void **state)
{
    char longest[202] = {0};
    (void)state;
    memset(longest, 'k', sizeof longest - 1);
    struct session *s = session_open(folder);
    session_set(s, SLICE("a\tb"), (struct session_place){1, 1});
    session_set(s, SLICE("a\nb"), (struct session_place){1, 1});
    session_set(s, SLICE(""), (struct session_place){1, 1});
    session_set(s, slice_of(longest), (struct session_place){1, 1});
    expect_nothing(s, "a\tb");
    expect_nothing(s, "");
    expect_nothing(s, longest);
    longest[200] = '\0';
    session_set(s, slice_of(longest), (struct session_place){1, 1});
    expect_place(s, longest, 1, 1);
    session_free(s);
}

static void test_folders(void **state)
{
    struct error e;
    (void)state;
    /* One that is not there is made, with those above it. */
    char *deep = path_of("a/b");
    struct session *s = session_open(deep);
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    assert_true(session_save(s, &e));
    session_free(s);
    s = session_open(deep);
    expect_place(s, "one", 1, 1);
    session_free(s);
    free(deep);

    /* A file in its place. */
    write_file("target", SLICE("a file"));
    char *file = path_of("target");
    s = session_open(file);
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    assert_false(session_save(s, &e));
    assert_non_null(strstr(e.message, "is not a folder"));
    session_free(s);
    free(file);
    s = session_open("/dev/null/none");
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    assert_false(session_save(s, &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    session_free(s);
}

/* A link in the file's place is replaced: what it points to stays as it was. */
static void test_link(void **state)
{
    struct error e;
    struct stat status;
    (void)state;
    write_file("target", SLICE("keep\t1\t2\t3\n"));
    char *link = path_of("positions"), *target = path_of("target");
    assert_int_equal(symlink("target", link), 0);
    struct session *s = session_open(folder);
    expect_nothing(s, "keep");
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    assert_true(session_save(s, &e));
    session_free(s);
    assert_int_equal(lstat(link, &status), 0);
    assert_true(S_ISREG(status.st_mode));
    assert_int_equal(stat(target, &status), 0);
    assert_int_equal(status.st_size, 11);
    free(link);
    free(target);
}

/* Only root can lay such a folder for the test. */
static void test_strangers(void **state)
{
    struct error e;
    (void)state;
    if (geteuid() != 0)
        skip();
    char *path = path_of("a");
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(chown(path, 12345, 12345), 0);
    struct session *s = session_open(path);
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    assert_false(session_save(s, &e));
    assert_non_null(strstr(e.message, "belongs to another user"));
    session_free(s);

    /* A link of another user's to a folder of one's own. */
    char *link = path_of("link");
    assert_int_equal(symlink(".", link), 0);
    assert_int_equal(lchown(link, 12345, 12345), 0);
    s = session_open(link);
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    assert_false(session_save(s, &e));
    session_free(s);
    free(link);
    free(path);
}

/* The environment's own text changes with it. */
static char *copy_of(const char *text)
{
    return text ? slice_copy(slice_of(text)) : NULL;
}

static void test_environment(void **state)
{
    struct error e;
    (void)state;
    char *state_home = copy_of(getenv("XDG_STATE_HOME"));
    char *home = copy_of(getenv("HOME"));
    unsetenv("HOME");
    setenv("XDG_STATE_HOME", "relative", 1);
    struct session *s = session_open(NULL);
    assert_true(session_save(s, &e));
    session_set(s, SLICE("one"), (struct session_place){1, 1});
    expect_place(s, "one", 1, 1);
    assert_false(session_save(s, &e));
    assert_non_null(strstr(e.message, "no home folder"));
    session_free(s);
    if (state_home)
        setenv("XDG_STATE_HOME", state_home, 1);
    else
        unsetenv("XDG_STATE_HOME");
    if (home)
        setenv("HOME", home, 1);
    free(state_home);
    free(home);
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
        cmocka_unit_test_setup(test_round_trip, clean),
        cmocka_unit_test_setup(test_merge, clean),
        cmocka_unit_test_setup(test_bound, clean),
        cmocka_unit_test_setup(test_damaged, clean),
        cmocka_unit_test_setup(test_bad_keys, clean),
        cmocka_unit_test_setup(test_folders, clean),
        cmocka_unit_test_setup(test_link, clean),
        cmocka_unit_test_setup(test_strangers, clean),
        cmocka_unit_test_setup(test_environment, clean),
        cmocka_unit_test(test_key),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
