/* SPDX-License-Identifier: MIT */
/* What is remembered of filings: kept, merged, bounded, and safe from damaged files and strangers.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/session.h"
#include "state_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#define ONE SLICE("0000000000-04-000001")
#define FILE_OF_ONE "filings/0000000000-04-000001"
#define WHEN "2025-01-01T00:00:00.000Z"

static struct session *open_session(void)
{
    return session_open(state_folder());
}

static void save(struct session *s)
{
    struct error e = {0};
    if (!session_save(s, &e))
        fail_msg("not saved: %s", e.message);
    assert_false(session_changed(s));
}

static void expect_failure(struct session *s, const char *message)
{
    struct error e = {0};
    assert_false(session_save(s, &e));
    assert_int_equal(e.kind, ERROR_INPUT);
    if (!strstr(e.message, message))
        fail_msg("says: %s", e.message);
    assert_true(session_changed(s));
}

static void expect_place(struct session *s, struct slice key, size_t document, size_t offset)
{
    struct session_place place;
    if (!session_get(s, key, &place))
        fail_msg("%.*s is forgotten", (int)key.len, key.at);
    assert_int_equal(place.document, document);
    assert_int_equal(place.offset, offset);
}

static void expect_nothing(struct session *s, struct slice key)
{
    struct session_place place;
    assert_false(session_get(s, key, &place));
}

static void expect_notice(struct session *s, const char *wanted)
{
    struct buffer notice = {0};
    bool any = session_notice(s, &notice);
    if (any != (wanted != NULL) || (any && strcmp(notice.at, wanted) != 0))
        fail_msg("notice: %s", buffer_text(&notice));
    assert_false(session_notice(s, &notice)); /* only once */
    buffer_deinit(&notice);
}

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
    (void)state;
    state_folder_write(FILE_OF_ONE, SLICE("folio filing 2\nplace " WHEN "\n  at 8 9\n"));
    struct session *s = open_session();
    expect_nothing(s, ONE);
    expect_notice(s, FILE_OF_ONE " is of a later folio: left as it is");
    session_set(s, ONE, (struct session_place){1, 1});
    expect_failure(s, "is of a later folio");
    session_free(s);
    assert_true(state_folder_read(FILE_OF_ONE, &text));
    assert_string_equal(text.at, "folio filing 2\nplace " WHEN "\n  at 8 9\n");
    assert_false(state_folder_has(FILE_OF_ONE ".bad-1"));
    buffer_deinit(&text);
}

/* Things in a file's place that are not to be read: the test would hang, or read a stranger's. */
static void test_odd_files(void **state)
{
    struct buffer text = {0};
    (void)state;
    static const char *const names[] = {"filings/link", "filings/pipe", "filings/folder",
                                        "filings/huge"};
    state_folder_write("target", SLICE("folio filing 1\nplace " WHEN "\n  at 8 9\n"));
    state_folder_write("filings/folder/file", SLICE("x"));
    char *paths[4];
    for (size_t i = 0; i < 4; i++)
        paths[i] = state_folder_path(names[i]);
    assert_int_equal(symlink("../target", paths[0]), 0);
    assert_int_equal(mkfifo(paths[1], 0600), 0);
    state_folder_write(names[3], SLICE("folio filing 1\n"));
    assert_int_equal(truncate(paths[3], (off_t)1 << 40), 0);
    struct session *s = open_session();
    for (size_t i = 0; i < 4; i++) {
        struct slice key = slice_of(names[i] + strlen("filings/"));
        expect_nothing(s, key);
        session_set(s, key, (struct session_place){i, i});
    }
    save(s);
    session_free(s);
    s = open_session();
    for (size_t i = 0; i < 4; i++) {
        struct buffer aside = {0};
        expect_place(s, slice_of(names[i] + strlen("filings/")), i, i);
        buffer_addf(&aside, "%s.bad-1", names[i]);
        assert_true(state_folder_has(aside.at));
        buffer_deinit(&aside);
        free(paths[i]);
    }
    session_free(s);
    assert_true(state_folder_read("target", &text));
    assert_true(slice_ends_nocase(buffer_slice(&text), SLICE("at 8 9\n")));
    buffer_deinit(&text);
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
        cmocka_unit_test_setup(test_damaged, state_folder_clean),
        cmocka_unit_test_setup(test_newer, state_folder_clean),
        cmocka_unit_test_setup(test_odd_files, state_folder_clean),
        cmocka_unit_test_setup(test_keys_as_names, state_folder_clean),
        cmocka_unit_test_setup(test_bad_keys, state_folder_clean),
        cmocka_unit_test_setup(test_folders, state_folder_clean),
        cmocka_unit_test_setup(test_full, state_folder_clean),
        cmocka_unit_test_setup(test_strangers, state_folder_clean),
        cmocka_unit_test_setup(test_lock, state_folder_clean),
        cmocka_unit_test_setup(test_environment, state_folder_clean),
        cmocka_unit_test(test_key),
    };
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
