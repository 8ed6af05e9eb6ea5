/* SPDX-License-Identifier: MIT */
/* Messages: they come over whole, and nothing that is not sound is believed. */
#include "guard/message.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { MARK = 0x4F494C46 };

/* As it goes over the socket. */
struct head {
    uint32_t mark, verb, name, bytes;
    int64_t problem;
    uint64_t number;
};

static void open_ends(int ends[2])
{
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
}

static void test_whole(void **state)
{
    static const struct message cases[] = {
        {.verb = MESSAGE_SAVE_NEW, .name = {"/a/b", 4}},
        {.verb = MESSAGE_SAVE_OVER, .name = {"x", 1}},
        {.verb = MESSAGE_SAVE_BYTES, .bytes = {"a\0b", 3}},
        {.verb = MESSAGE_SAVE_DONE},
        {.verb = MESSAGE_SAVE_DROP},
        {.verb = MESSAGE_TEXT, .bytes = {"text\n", 5}},
        {.verb = MESSAGE_PIPE, .name = {"grep -c '\xFF'", 11}},
        {.verb = MESSAGE_COPY, .name = {"xclip", 5}},
        {.verb = MESSAGE_EDIT},
        {.verb = MESSAGE_ANSWER, .problem = 17, .number = 1ULL << 40, .bytes = {"exit 1", 6}},
    };
    struct buffer room = {0};
    struct message m;
    int ends[2];
    (void)state;
    open_ends(ends);
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_true(message_write(ends[0], &cases[i]));
        assert_int_equal(message_read(ends[1], &m, &room), MESSAGE_READ);
        assert_int_equal(m.verb, cases[i].verb);
        assert_int_equal(m.problem, cases[i].problem);
        assert_int_equal(m.number, cases[i].number);
        assert_true(slice_equal(m.name, cases[i].name));
        assert_true(slice_equal(m.bytes, cases[i].bytes));
        assert_int_equal(m.name.at[m.name.len], '\0');
    }
    close(ends[0]);
    assert_int_equal(message_read(ends[1], &m, &room), MESSAGE_END);
    close(ends[1]);
    buffer_deinit(&room);
}

/* Larger than what a socket holds at once: the other side reads meanwhile. */
static void test_large(void **state)
{
    struct buffer bytes = {0}, room = {0};
    struct message m;
    int ends[2], status = -1;
    (void)state;
    buffer_add_fill(&bytes, 'x', MESSAGE_BYTES_MOST);
    open_ends(ends);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0)
        _exit(!message_write(
            ends[0], &(struct message){.verb = MESSAGE_TEXT, .bytes = buffer_slice(&bytes)}));
    assert_int_equal(message_read(ends[1], &m, &room), MESSAGE_READ);
    assert_true(slice_equal(m.bytes, buffer_slice(&bytes)));
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
    buffer_add_byte(&bytes, 'x');
    assert_false(message_write(
        ends[0], &(struct message){.verb = MESSAGE_TEXT, .bytes = buffer_slice(&bytes)}));
    close(ends[0]);
    close(ends[1]);
    buffer_deinit(&bytes);
    buffer_deinit(&room);
}

static void test_hostile(void **state)
{
    static const struct {
        struct head head;
        const char *follows; /* "abc": three bytes of it, by the sizes of the head or fewer */
        size_t count;
    } cases[] = {
        {{MARK + 1, MESSAGE_EDIT, 0, 0, 0, 0}, "", 0},
        {{MARK, 0, 0, 0, 0, 0}, "", 0},
        {{MARK, MESSAGE_VERBS, 0, 0, 0, 0}, "", 0},
        {{MARK, UINT32_MAX, 0, 0, 0, 0}, "", 0},
        /* sizes beyond the bounds, and sums that are small again */
        {{MARK, MESSAGE_PIPE, UINT32_MAX, 0, 0, 0}, "", 0},
        {{MARK, MESSAGE_PIPE, MESSAGE_NAME_MOST + 1, 0, 0, 0}, "", 0},
        {{MARK, MESSAGE_TEXT, 0, UINT32_MAX, 0, 0}, "", 0},
        {{MARK, MESSAGE_TEXT, 0, MESSAGE_BYTES_MOST + 1, 0, 0}, "", 0},
        {{MARK, MESSAGE_TEXT, UINT32_MAX, 2, 0, 0}, "ab", 2},
        /* a name or bytes where none belong, no name where one does */
        {{MARK, MESSAGE_EDIT, 2, 0, 0, 0}, "vi", 2},
        {{MARK, MESSAGE_PIPE, 2, 1, 0, 0}, "lsx", 3},
        {{MARK, MESSAGE_PIPE, 0, 0, 0, 0}, "", 0},
        {{MARK, MESSAGE_SAVE_NEW, 0, 0, 0, 0}, "", 0},
        {{MARK, MESSAGE_SAVE_DONE, 0, 1, 0, 0}, "x", 1},
        /* a path that is another to who reads it as far as a NUL */
        {{MARK, MESSAGE_SAVE_NEW, 4, 0, 0, 0}, "a\0bc", 4},
        {{MARK, MESSAGE_ANSWER, 0, 0, -1, 0}, "", 0},
        {{MARK, MESSAGE_ANSWER, 0, 0, INT64_MAX, 0}, "", 0},
        /* cut in its name, in its bytes */
        {{MARK, MESSAGE_PIPE, 3, 0, 0, 0}, "ls", 2},
        {{MARK, MESSAGE_TEXT, 0, 3, 0, 0}, "", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer room = {0};
        struct message m;
        int ends[2];
        open_ends(ends);
        assert_int_equal(send(ends[0], &cases[i].head, sizeof cases[i].head, 0),
                         sizeof cases[i].head);
        assert_int_equal(send(ends[0], cases[i].follows, cases[i].count, 0), cases[i].count);
        close(ends[0]);
        assert_int_equal(message_read(ends[1], &m, &room), MESSAGE_BAD);
        close(ends[1]);
        buffer_deinit(&room);
    }
}

/* Cut anywhere in its head, and read in pieces. */
static void test_cut(void **state)
{
    static const struct head head = {MARK, MESSAGE_EDIT, 0, 0, 0, 0};
    (void)state;
    for (size_t length = 1; length < sizeof head; length++) {
        struct buffer room = {0};
        struct message m;
        int ends[2];
        open_ends(ends);
        assert_int_equal(send(ends[0], &head, length, 0), length);
        close(ends[0]);
        assert_int_equal(message_read(ends[1], &m, &room), MESSAGE_BAD);
        close(ends[1]);
        buffer_deinit(&room);
    }
}

/* Nobody there: no signal, no success. */
static void test_nobody(void **state)
{
    int ends[2];
    (void)state;
    open_ends(ends);
    close(ends[1]);
    assert_false(message_write(ends[0], &(struct message){.verb = MESSAGE_EDIT}));
    close(ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole), cmocka_unit_test(test_large),  cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_cut),   cmocka_unit_test(test_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
