/* SPDX-License-Identifier: MIT */
/* Frames: what is sent comes out, with its descriptor; what is cut does not. */
#include "batch/wire.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void test_send(void **state)
{
    (void)state;
    int pair[2], ends[2], fd = -1;
    struct wire_frame frame;
    struct buffer bytes = {0};
    char letter = 0;
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    assert_int_equal(pipe(ends), 0);
    assert_true(wire_send(pair[0], WIRE_JOB, SLICE("a/name"), -1));
    assert_true(wire_send(pair[0], WIRE_JOB, SLICE(""), ends[1]));
    close(ends[1]);
    assert_true(wire_receive(pair[1], &frame, &bytes, &fd));
    assert_int_equal(frame.kind, WIRE_JOB);
    assert_int_equal(fd, -1);
    assert_string_equal(buffer_text(&bytes), "a/name");
    assert_true(wire_receive(pair[1], &frame, &bytes, &fd));
    assert_string_equal(buffer_text(&bytes), "");
    assert_int_equal(write(fd, "x", 1), 1);
    assert_int_equal(read(ends[0], &letter, 1), 1);
    assert_int_equal(letter, 'x');
    close(fd);
    close(ends[0]);
    /* Half of a frame, and then nobody. */
    const struct wire_frame half = {WIRE_JOB, 10};
    assert_int_equal(write(pair[0], &half, sizeof half), sizeof half);
    assert_int_equal(write(pair[0], "12345", 5), 5);
    close(pair[0]);
    assert_false(wire_receive(pair[1], &frame, &bytes, &fd));
    assert_false(wire_send(pair[1], WIRE_OUT, SLICE("text"), -1));
    close(pair[1]);
    buffer_deinit(&bytes);
}

/* Streams of both kinds; more than one frame takes comes as several. */
static void test_stream(void **state)
{
    (void)state;
    int pair[2], fd;
    struct wire_frame frame;
    struct buffer bytes = {0}, all = {0};
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    int room = 4 * WIRE_MOST;
    (void)setsockopt(pair[0], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    FILE *out = wire_stream(pair[0], WIRE_OUT), *error = wire_stream(pair[0], WIRE_ERROR);
    assert_non_null(out);
    assert_non_null(error);
    char text[WIRE_MOST + 10];
    memset(text, 't', sizeof text);
    assert_int_equal(fwrite(text, 1, sizeof text, out), sizeof text);
    assert_int_equal(fflush(out), 0);
    (void)fputs("wrong", error);
    assert_int_equal(fflush(error), 0);
    while (all.len < sizeof text) {
        assert_true(wire_receive(pair[1], &frame, &bytes, &fd));
        assert_int_equal(frame.kind, WIRE_OUT);
        assert_true(frame.size <= WIRE_MOST);
        buffer_add(&all, buffer_slice(&bytes));
    }
    assert_int_equal(all.len, sizeof text);
    assert_memory_equal(all.at, text, sizeof text);
    assert_true(wire_receive(pair[1], &frame, &bytes, &fd));
    assert_int_equal(frame.kind, WIRE_ERROR);
    assert_string_equal(buffer_text(&bytes), "wrong");
    /* With nobody at the other side a stream fails, and the program goes on. */
    close(pair[1]);
    (void)fputs("lost", out);
    assert_int_not_equal(fflush(out), 0);
    (void)fclose(out);
    (void)fclose(error);
    close(pair[0]);
    buffer_deinit(&bytes);
    buffer_deinit(&all);
}

static void test_take(void **state)
{
    (void)state;
    struct buffer got = {0};
    const struct wire_frame heads[] = {{WIRE_OUT, 3}, {WIRE_END, 0}};
    buffer_add(&got, (struct slice){(const char *)&heads[0], sizeof heads[0]});
    buffer_add_text(&got, "abc");
    buffer_add(&got, (struct slice){(const char *)&heads[1], sizeof heads[1]});
    struct wire_frame frame;
    struct slice bytes;
    size_t taken = 0, first = sizeof heads[0] + 3;
    for (size_t len = 0; len < first; len++)
        assert_false(wire_take(slice_cut(buffer_slice(&got), 0, len), &frame, &bytes, &taken));
    assert_true(wire_take(buffer_slice(&got), &frame, &bytes, &taken));
    assert_int_equal(frame.kind, WIRE_OUT);
    assert_true(slice_equal(bytes, SLICE("abc")));
    assert_int_equal(taken, first);
    assert_true(wire_take(slice_cut(buffer_slice(&got), taken, got.len), &frame, &bytes, &taken));
    assert_int_equal(frame.kind, WIRE_END);
    assert_int_equal(bytes.len, 0);
    assert_int_equal(taken, sizeof heads[1]);
    buffer_deinit(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_send),
        cmocka_unit_test(test_stream),
        cmocka_unit_test(test_take),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
