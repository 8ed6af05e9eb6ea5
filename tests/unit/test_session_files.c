/* SPDX-License-Identifier: MIT */
/* What is remembered is safe from damaged files, strangers, full disks and those who hold the lock.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "saved_session.h"
#include "state_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define WHEN "2025-01-01T00:00:00.000Z"

/* What is not ours is set aside; what can be read of it is used, and written again. */
static void test_damaged(void **state)
{
    struct buffer aside = {0};
    (void)state;
    static const char *const damaged = "folio filing 1\n"
                                       "place " WHEN "\n  at 8 9\n"
                                       "what is this\n"
                                       "tree " WHEN "\n  width 99999999999\n  sho";
    state_folder_write(FILE_OF_ONE, slice_of(damaged));
    state_folder_write("filings/two", SLICE("garbage\0\xff\n"));
    state_folder_write("history", SLICE(""));
    struct session *s = open_session();
    struct session_tree tree;
    expect_place(s, ONE, 8, 9);
    assert_true(session_tree(s, ONE, &tree));
    assert_true(tree.width == 0 && tree.shown == SESSION_AS_CONFIGURED);
    expect_notice(s, FILE_OF_ONE " is damaged: kept as " FILE_OF_ONE ".bad-1");
    expect_nothing(s, SLICE("two"));
    expect_notice(s, "filings/two is damaged: kept as filings/two.bad-1");
    assert_int_equal(session_scope(s).len, 0);
    expect_notice(s, "history is damaged: kept as history.bad-1");
    assert_true(state_folder_read(FILE_OF_ONE ".bad-1", &aside));
    assert_string_equal(aside.at, damaged);
    save(s);
    session_free(s);
    s = open_session();
    expect_place(s, ONE, 8, 9);
    expect_notice(s, NULL);
    /* It becomes so while it is read; an older one that was set aside stays. */
    state_folder_write(FILE_OF_ONE, SLICE("again\n"));
    session_set(s, ONE, (struct session_place){3, 3});
    save(s);
    expect_notice(s, FILE_OF_ONE " is damaged: kept as " FILE_OF_ONE ".bad-2");
    session_free(s);
    s = open_session();
    expect_place(s, ONE, 3, 3);
    session_free(s);
    buffer_deinit(&aside);
}

/* The file of a later version is neither read nor written. */
static void test_newer(void **state)
{
    struct buffer text = {0};
    struct error e = {0};
    (void)state;
    state_folder_write(FILE_OF_ONE, SLICE("folio filing 2\nplace " WHEN "\n  at 8 9\n"));
    struct session *s = open_session();
    expect_nothing(s, ONE);
    expect_notice(s, FILE_OF_ONE " is of a later folio: left as it is, nothing is remembered");
    session_set(s, ONE, (struct session_place){1, 1});
    assert_true(session_save(s, &e)); /* it was told once */
    assert_true(session_changed(s));
    session_free(s);
    assert_true(state_folder_read(FILE_OF_ONE, &text));
    assert_string_equal(text.at, "folio filing 2\nplace " WHEN "\n  at 8 9\n");
    assert_false(state_folder_has(FILE_OF_ONE ".bad-1"));
    buffer_deinit(&text);
}

/* Things in a file's place that are not to be read: the test would hang, or read a stranger's. */
static void test_odd_files(void **state)
{
    (void)state;
    enum { COUNT = 3 };
    static const char *const names[COUNT] = {"filings/pipe", "filings/folder", "filings/huge"};
    state_folder_write("filings/folder/file", SLICE("x"));
    char *paths[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        paths[i] = state_folder_path(names[i]);
    assert_int_equal(mkfifo(paths[0], 0600), 0);
    state_folder_write(names[2], SLICE("folio filing 1\n"));
    assert_int_equal(truncate(paths[2], (off_t)1 << 40), 0);
    struct session *s = open_session();
    for (size_t i = 0; i < COUNT; i++) {
        struct slice key = slice_of(names[i] + strlen("filings/"));
        expect_nothing(s, key);
        session_set(s, key, (struct session_place){i, i});
    }
    save(s);
    session_free(s);
    s = open_session();
    for (size_t i = 0; i < COUNT; i++) {
        struct buffer aside = {0};
        expect_place(s, slice_of(names[i] + strlen("filings/")), i, i);
        buffer_addf(&aside, "%s.bad-1", names[i]);
        assert_true(state_folder_has(aside.at));
        buffer_deinit(&aside);
        free(paths[i]);
    }
    session_free(s);
}

/* A look at all that is remembered takes nothing away: what is damaged is read as far as it can be,
 * and set aside by who opens that filing. */
static void test_look(void **state)
{
    struct buffer text = {0};
    const struct session_recent *list;
    (void)state;
    struct session *s = open_session();
    assert_false(session_has_recents(s));
    assert_false(session_has_recents(NULL));
    session_describe(s, ONE, SLICE("EXAMPLE CORP"), SLICE("/a/file"), 5);
    session_set(s, ONE, (struct session_place){8, 9});
    save(s);
    session_free(s);
    assert_true(state_folder_read(FILE_OF_ONE, &text));
    buffer_add_text(&text, "broken line\n");
    state_folder_write(FILE_OF_ONE, buffer_slice(&text));
    for (int i = 0; i < 2; i++) {
        s = open_session();
        assert_true(session_has_recents(s));
        assert_int_equal(session_recents(s, &list), 1);
        assert_true(slice_equal(list[0].title, SLICE("EXAMPLE CORP")));
        assert_true(list[0].place.document == 8 && list[0].place.offset == 9);
        expect_notice(s, NULL);
        session_free(s);
    }
    assert_false(state_folder_has(FILE_OF_ONE ".bad-1"));
    s = open_session();
    expect_place(s, ONE, 8, 9);
    expect_notice(s, FILE_OF_ONE " is damaged: kept as " FILE_OF_ONE ".bad-1");
    session_free(s);
    buffer_deinit(&text);
}

/* The reader keeps such files elsewhere: a link is neither followed nor moved out of the way. */
static void test_link(void **state)
{
    struct buffer text = {0};
    struct stat status;
    struct error e = {0};
    (void)state;
    state_folder_write("target", SLICE("folio filing 1\nplace " WHEN "\n  at 8 9\n"));
    state_folder_write("filings/other", SLICE("folio filing 1\n"));
    char *path = state_folder_path(FILE_OF_ONE);
    assert_int_equal(symlink("../target", path), 0);
    struct session *s = open_session();
    expect_nothing(s, ONE);
    expect_notice(s, FILE_OF_ONE " is a link: left as it is, nothing is remembered");
    session_set(s, ONE, (struct session_place){1, 1});
    assert_true(session_save(s, &e));
    assert_true(session_changed(s));
    expect_notice(s, NULL);
    session_free(s);
    assert_int_equal(lstat(path, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_false(state_folder_has(FILE_OF_ONE ".bad-1"));
    assert_true(state_folder_read("target", &text));
    assert_true(slice_ends_nocase(buffer_slice(&text), SLICE("at 8 9\n")));
    buffer_deinit(&text);
    free(path);
}

/* Keys are written by strangers too: none leaves the folder. */
static void test_keys_as_names(void **state)
{
    static const struct slice keys[] = {
        SLICE_ROW("../../up"),
        SLICE_ROW("a/b"),
        SLICE_ROW(".hidden"),
        SLICE_ROW("a.bad-1"),
        SLICE_ROW("%2F"),
        SLICE_ROW("12345678901234567890123456789012345678901234567890123456789012345678901234567890"
                  "////////////////////////////////////////////////////////////////////////////1"),
        SLICE_ROW("12345678901234567890123456789012345678901234567890123456789012345678901234567890"
                  "////////////////////////////////////////////////////////////////////////////2"),
    };
    enum { COUNT = sizeof keys / sizeof *keys };
    const struct session_recent *list;
    (void)state;
    struct session *s = open_session();
    for (size_t i = 0; i < COUNT; i++)
        session_set(s, keys[i], (struct session_place){0, i});
    save(s);
    session_free(s);
    assert_int_equal(state_folder_count("filings"), COUNT);
    assert_int_equal(state_folder_count("."), 2); /* and the lock */
    s = open_session();
    for (size_t i = 0; i < COUNT; i++)
        expect_place(s, keys[i], 0, i);
    assert_int_equal(session_recents(s, &list), COUNT);
    session_free(s);
}

static void test_bad_keys(void **state)
{
    char longest[202] = {0};
    (void)state;
    memset(longest, 'k', sizeof longest - 1);
    struct session *s = open_session();
    const struct slice bad[] = {SLICE(""), SLICE("tab\there"), SLICE("line\nend"),
                                SLICE("nul\0byte"), slice_of(longest)};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        session_set(s, bad[i], (struct session_place){1, 1});
        expect_nothing(s, bad[i]);
    }
    assert_false(session_changed(s));
    longest[200] = '\0';
    session_set(s, slice_of(longest), (struct session_place){1, 1});
    expect_place(s, slice_of(longest), 1, 1);
    session_free(s);
}

static void test_folders(void **state)
{
    (void)state;
    /* One that is not there is made, with those above it. */
    char *deep = state_folder_path("a/b/"), *file = state_folder_path("target");
    struct session *s = session_open(deep);
    session_set(s, ONE, (struct session_place){1, 1});
    save(s);
    session_free(s);
    assert_true(state_folder_has("a/b/" FILE_OF_ONE));

    /* A file in its place. */
    state_folder_write("target", SLICE("a file"));
    s = session_open(file);
    session_set(s, ONE, (struct session_place){1, 1});
    expect_failure(s, "is not a folder");
    session_free(s);
    s = session_open("/dev/null/none");
    session_set(s, ONE, (struct session_place){1, 1});
    expect_failure(s, "/dev/null");
    session_free(s);
    free(deep);
    free(file);
}

/* Why a folder cannot be made is said, and not that it is not there: here nobody may make one. */
static void test_reason(void **state)
{
    struct stat status;
    struct error e = {0};
    (void)state;
    if (stat("/sys/kernel", &status) != 0)
        skip();
    struct session *s = session_open("/sys/kernel/folio");
    session_set(s, ONE, (struct session_place){1, 1});
    assert_false(session_save(s, &e));
    assert_non_null(strstr(e.message, "/sys/kernel/folio cannot be made: "));
    assert_null(strstr(e.message, strerror(ENOENT)));
    session_free(s);
}

/* No room: nothing that was there is lost, and what was set is written when there is room again. */
static void test_full(void **state)
{
    struct rlimit before, none = {0, 0};
    (void)state;
    struct session *s = open_session();
    session_set(s, ONE, (struct session_place){1, 1});
    save(s);
    session_set(s, ONE, (struct session_place){2, 2});
    (void)signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none.rlim_max = before.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
    struct error e = {0};
    bool good = session_save(s, &e);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_false(good);
    assert_non_null(strstr(e.message, "cannot be written"));
    assert_int_equal(state_folder_count("filings"), 1); /* nothing half written */
    struct session *other = open_session();
    expect_place(other, ONE, 1, 1);
    session_free(other);
    expect_place(s, ONE, 2, 2);
    save(s);
    session_free(s);
    s = open_session();
    expect_place(s, ONE, 2, 2);
    session_free(s);
}

/* Only root can lay such a folder for the test. */
static void test_strangers(void **state)
{
    (void)state;
    if (geteuid() != 0)
        skip();
    char *path = state_folder_path("a"), *link = state_folder_path("link");
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(chown(path, 12345, 12345), 0);
    struct session *s = session_open(path);
    session_set(s, ONE, (struct session_place){1, 1});
    expect_failure(s, "belongs to another user");
    session_free(s);

    /* A link of another user's to a folder of one's own. */
    assert_int_equal(symlink(".", link), 0);
    assert_int_equal(lchown(link, 12345, 12345), 0);
    s = session_open(link);
    session_set(s, ONE, (struct session_place){1, 1});
    expect_failure(s, "belongs to another user");
    session_free(s);
    free(link);
    free(path);
}

/* A run that never lets go of the lock is not waited for for ever. */
static void test_lock(void **state)
{
    (void)state;
    state_folder_write("lock", SLICE(""));
    char *path = state_folder_path("lock");
    int held = open(path, O_RDWR | O_CLOEXEC); /* another opening of the file: another holder */
    assert_true(held >= 0);
    assert_int_equal(flock(held, LOCK_EX), 0);
    struct session *s = open_session();
    session_set(s, ONE, (struct session_place){1, 1});
    expect_failure(s, "is held by another folio");
    close(held);
    save(s);
    session_free(s);
    free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_look, state_folder_clean),
        cmocka_unit_test_setup(test_damaged, state_folder_clean),
        cmocka_unit_test_setup(test_newer, state_folder_clean),
        cmocka_unit_test_setup(test_odd_files, state_folder_clean),
        cmocka_unit_test_setup(test_link, state_folder_clean),
        cmocka_unit_test_setup(test_keys_as_names, state_folder_clean),
        cmocka_unit_test_setup(test_bad_keys, state_folder_clean),
        cmocka_unit_test_setup(test_folders, state_folder_clean),
        cmocka_unit_test(test_reason),
        cmocka_unit_test_setup(test_full, state_folder_clean),
        cmocka_unit_test_setup(test_strangers, state_folder_clean),
        cmocka_unit_test_setup(test_lock, state_folder_clean),
    };
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
