/* SPDX-License-Identifier: MIT */
/* Runs that are killed at any moment leave a whole state; runs at once lose nothing of each other.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/keepsakes.h"
#include "session/session.h"
#include "state_folder.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 60, WRITERS = 4, WRITES = 40, NODES = 30, PATIENCE = 60 };

static const char key[] = "0000000000-04-000001";

/* Writes one state after the other; each holds the number of its round in all its parts. A byte
 * says that the first is written. */
static _Noreturn void write_for_ever(size_t round, int begun)
{
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, slice_of(key));
    struct error e;
    for (;; round++) {
        struct keepsake mark = {.name = SLICE("m"), .from = round, .document = round};
        session_set(s, slice_of(key), (struct session_place){round, round});
        session_set_split(s, slice_of(key),
                          (struct session_split){SESSION_BELOW, {round, round}, false});
        for (size_t i = 0; i < NODES; i++)
            session_set_read(s, slice_of(key), i, SLICE("node"),
                             round % 2 ? SESSION_READ : SESSION_UNREAD);
        if (!session_save(s, &e) || !keepsakes_add(k, &mark, NULL, &e))
            _exit(1); /* the lock of a run that was killed is free */
        if (begun >= 0 && write(begun, "", 1) != 1)
            _exit(1);
        begun = -1;
    }
}

/* The round that the state is of: all of it of one. *marked: the round of the mark, 0 for none. */
static size_t whole_round(size_t *marked)
{
    struct session *s = session_open(state_folder());
    struct session_place place = {0, 0};
    struct session_split split;
    struct buffer notice = {0};
    if (session_get(s, slice_of(key), &place)) {
        assert_int_equal(place.document, place.offset);
        assert_true(session_split(s, slice_of(key), &split));
        assert_int_equal(split.second.offset, place.offset);
        for (size_t i = 0; i < NODES; i++)
            assert_int_equal(session_read(s, slice_of(key), i, SLICE("node")),
                             place.offset % 2 ? SESSION_READ : SESSION_UNREAD);
    }
    struct keepsakes *k = keepsakes_open(s, slice_of(key));
    const struct keepsake *mark = keepsakes_find(k, KEEPSAKE_MARK, SLICE("m"));
    if (mark) {
        /* It is written behind the state of the same round. */
        assert_int_equal(mark->document, mark->from);
        assert_true(mark->from <= place.offset);
    }
    *marked = mark ? mark->from : 0;
    assert_false(session_notice(s, &notice));
    keepsakes_free(k);
    session_free(s);
    return place.offset;
}

static void test_kill(void **state)
{
    size_t round = 0, marked = 0;
    unsigned seed = 12345;
    (void)state;
    for (int i = 0; i < KILLS; i++) {
        int ends[2];
        char byte;
        assert_int_equal(pipe(ends), 0);
        pid_t writer = fork();
        assert_true(writer >= 0);
        if (writer == 0)
            write_for_ever(round + 1, ends[1]);
        close(ends[1]);
        assert_int_equal(read(ends[0], &byte, 1), 1);
        close(ends[0]);
        seed = seed * 1103515245 + 12345;
        const struct timespec moment = {0, (long)(seed / 65536 % 8000) * 1000};
        nanosleep(&moment, NULL);
        int status;
        assert_int_equal(kill(writer, SIGKILL), 0);
        assert_int_equal(waitpid(writer, &status, 0), writer);
        assert_true(WIFSIGNALED(status)); /* it had no reason to end by itself */
        size_t marked_now, now = whole_round(&marked_now);
        assert_true(now >= round && marked_now >= marked);
        round = now;
        marked = marked_now;
    }
    assert_true(round > 0 && marked > 0);
}

static _Noreturn void write_some(size_t writer)
{
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, slice_of(key));
    struct error e;
    for (size_t i = 0; i < WRITES; i++) {
        struct keepsake passage = {
            .kind = KEEPSAKE_PASSAGE, .document = writer, .from = i, .to = i};
        session_set_read(s, slice_of(key), writer * WRITES + i, SLICE("node"), SESSION_READ);
        /* On a machine with much to do the lock may be held for long: what is not written now is
         * written the next time. */
        (void)session_save(s, &e);
        (void)keepsakes_add(k, &passage, NULL, &e);
    }
    for (int tries = 0; !session_save(s, &e) || !keepsakes_save(k, &e); tries++)
        if (tries == PATIENCE)
            _exit(1);
    keepsakes_free(k);
    session_free(s);
    _exit(0);
}

static void test_at_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < WRITERS; i++) {
        pid_t writer = fork();
        assert_true(writer >= 0);
        if (writer == 0)
            write_some(i);
    }
    for (size_t i = 0; i < WRITERS; i++) {
        int status;
        assert_true(wait(&status) > 0);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, slice_of(key));
    const struct keepsake *list;
    for (size_t i = 0; i < (size_t)WRITERS * WRITES; i++)
        assert_int_equal(session_read(s, slice_of(key), i, SLICE("node")), SESSION_READ);
    assert_int_equal(keepsakes_list(k, &list), WRITERS * WRITES);
    for (size_t i = 0; i < (size_t)WRITERS * WRITES; i++)
        assert_true(list[i].document == i / WRITES && list[i].from == i % WRITES);
    keepsakes_free(k);
    session_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_kill, state_folder_clean),
        cmocka_unit_test_setup(test_at_once, state_folder_clean),
    };
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
