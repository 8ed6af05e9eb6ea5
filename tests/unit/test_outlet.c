/* SPDX-License-Identifier: MIT */
/* One drawing, one write: what is held back, that it arrives whole, and where nothing can be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "term/outlet.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* What was sent, and in how many pieces. */
struct sent {
    struct buffer bytes;
    size_t pieces;
};

static void take(void *self, struct slice bytes)
{
    struct sent *sent = self;
    buffer_add(&sent->bytes, bytes);
    sent->pieces++;
}

static void draw(int fd, const char *bytes, size_t len)
{
    assert_int_equal(write(fd, bytes, len), (ssize_t)len);
}

/* What has come out of the pipe so far. */
static size_t arrived(int fd)
{
    char bytes[64];
    ssize_t n = read(fd, bytes, sizeof bytes);
    return n > 0 ? (size_t)n : 0;
}

static void open_pipe(int ends[2])
{
    assert_int_equal(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
}

static void test_held_back(void **state)
{
    int ends[2];
    struct outlet o;
    struct sent sent = {0};
    (void)state;
    open_pipe(ends);
    outlet_init(&o, ends[1]);
    for (int drawing = 0; drawing < 3; drawing++) {
        outlet_close(&o);
        draw(ends[1], "ab", 2);
        draw(ends[1], "c", 1);
        assert_int_equal(arrived(ends[0]), 0);
        outlet_open(&o, take, &sent);
        assert_string_equal(buffer_text(&sent.bytes), "abc");
        assert_int_equal(sent.pieces, 1);
        assert_int_equal(arrived(ends[0]), 0); /* sending is the caller's */
        draw(ends[1], "de", 2);
        assert_int_equal(arrived(ends[0]), 2);
        buffer_clear(&sent.bytes);
        sent.pieces = 0;
    }
    outlet_close(&o);
    outlet_open(&o, take, &sent);
    assert_int_equal(sent.pieces, 0);
    /* The terminal can be reached while the outlet is closed, too. */
    outlet_close(&o);
    draw(o.terminal, "x", 1);
    assert_int_equal(arrived(ends[0]), 1);
    outlet_open(&o, take, &sent);
    outlet_deinit(&o);
    draw(ends[1], "f", 1);
    assert_int_equal(arrived(ends[0]), 1);
    buffer_deinit(&sent.bytes);
    close(ends[0]);
    close(ends[1]);
}

/* More than one write takes, and more than a pipe holds. */
static void test_long_drawing(void **state)
{
    enum { LINES = 20000 };
    int ends[2];
    struct outlet o;
    struct sent sent = {0};
    struct buffer wanted = {0};
    (void)state;
    open_pipe(ends);
    outlet_init(&o, ends[1]);
    outlet_close(&o);
    for (int i = 0; i < LINES; i++) {
        size_t before = wanted.len;
        buffer_addf(&wanted, "line %d\n", i);
        draw(ends[1], wanted.at + before, wanted.len - before);
    }
    outlet_open(&o, take, &sent);
    assert_true(slice_equal(buffer_slice(&sent.bytes), buffer_slice(&wanted)));
    outlet_deinit(&o);
    buffer_deinit(&sent.bytes);
    buffer_deinit(&wanted);
    close(ends[0]);
    close(ends[1]);
}

/* Without a file in memory all goes out as it is written. */
static void test_nothing_held(void **state)
{
    int ends[2];
    struct outlet o;
    struct sent sent = {0};
    (void)state;
    open_pipe(ends);
    outlet_init(&o, ends[1]);
    close(o.gathered);
    o.gathered = -1;
    outlet_close(&o);
    draw(ends[1], "ab", 2);
    assert_int_equal(arrived(ends[0]), 2);
    outlet_open(&o, take, &sent);
    assert_int_equal(sent.pieces, 0);
    outlet_deinit(&o);
    /* A descriptor that cannot be doubled. */
    outlet_init(&o, -1);
    assert_int_equal(o.gathered, -1);
    outlet_close(&o);
    outlet_open(&o, take, &sent);
    assert_int_equal(sent.pieces, 0);
    outlet_deinit(&o);
    buffer_deinit(&sent.bytes);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_held_back),
        cmocka_unit_test(test_long_drawing),
        cmocka_unit_test(test_nothing_held),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
