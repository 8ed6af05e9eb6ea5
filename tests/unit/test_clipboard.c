/* SPDX-License-Identifier: MIT */
/* What is sent for the clipboard, byte by byte, and what is not. */
#include "term/clipboard.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_base64(void **state)
{
    static const struct {
        const char *text, *base64;
    } cases[] = {{"", ""},
                 {"f", "Zg=="},
                 {"fo", "Zm8="},
                 {"foo", "Zm9v"},
                 {"foobar", "Zm9vYmFy"},
                 {"$ (1,204)\n", "JCAoMSwyMDQpCg=="},
                 {"\xC2\xA7\xFF\xFE", "wqf//g=="}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer out = {0};
        clipboard_base64(slice_of(cases[i].text), &out);
        assert_string_equal(buffer_text(&out), cases[i].base64);
        buffer_deinit(&out);
    }
}

#define PLAIN "\033]52;c;Zm9v\a"
#define TMUX "\033Ptmux;\033\033]52;c;Zm9v\a\033\\"
#define SCREEN "\033P\033]52;c;Zm9v\a\033\\"

static void test_wrapping(void **state)
{
    static const struct {
        const char *term, *tmux, *sty;
        bool insist;
        const char *sent; /* NULL: nothing */
    } cases[] = {
        {"xterm-256color", NULL, NULL, false, PLAIN},
        {"foot", "", "", false, PLAIN},
        {"tmux-256color", "/tmp/tmux-1/default,1,0", NULL, false, PLAIN TMUX},
        {"screen-256color", NULL, "1.pts", false, SCREEN},
        /* tmux that was started in screen */
        {"screen", "/tmp/tmux-1/default,1,0", "1.pts", false, PLAIN TMUX},
        {"linux", NULL, NULL, false, NULL},
        {"linux-16color", NULL, NULL, false, NULL},
        {"vt100", NULL, NULL, false, NULL},
        {"vt220", NULL, NULL, false, NULL},
        {"dumb", NULL, NULL, false, NULL},
        {"", NULL, NULL, false, NULL},
        {NULL, NULL, NULL, false, NULL},
        {"vte-256color", NULL, NULL, false, PLAIN},
        {"vt100", NULL, NULL, true, PLAIN},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct clipboard c = {.term = cases[i].term,
                              .tmux = cases[i].tmux,
                              .sty = cases[i].sty,
                              .insist = cases[i].insist};
        struct buffer out = {0};
        struct error e = {0};
        assert_int_equal(clipboard_write(&c, SLICE("foo"), &out, &e), cases[i].sent != NULL);
        assert_string_equal(buffer_text(&out), cases[i].sent ? cases[i].sent : "");
        assert_int_equal(e.kind, cases[i].sent ? ERROR_NONE : ERROR_INPUT);
        buffer_deinit(&out);
    }
}

/* The limit is of base64: 8 bytes hold 6. */
static void test_limit(void **state)
{
    static const struct {
        size_t limit, len;
        bool good;
    } cases[] = {{8, 6, true},         {8, 7, false},        {8, 4, true},     {11, 6, true},
                 {12, 9, true},        {4, 4, false},        {0, 56244, true}, {0, 56245, false},
                 {80000, 60000, true}, {80000, 60001, false}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buffer text = {0}, out = {0};
        struct clipboard c = {.term = "xterm", .limit = cases[i].limit};
        struct error e = {0};
        buffer_add_fill(&text, 'x', cases[i].len);
        assert_int_equal(clipboard_write(&c, buffer_slice(&text), &out, &e), cases[i].good);
        assert_int_equal(out.len > 0, cases[i].good);
        if (!cases[i].good)
            assert_non_null(strstr(e.message, "too many"));
        buffer_deinit(&text);
        buffer_deinit(&out);
    }
}

/* screen gets no long strings; together they are the whole. */
static void test_chunks(void **state)
{
    struct buffer text = {0}, out = {0}, base64 = {0}, joined = {0};
    struct clipboard c = {.term = "screen", .sty = "1"};
    struct error e = {0};
    (void)state;
    buffer_add_fill(&text, 'q', 1000);
    assert_true(clipboard_write(&c, buffer_slice(&text), &out, &e));
    clipboard_base64(buffer_slice(&text), &base64);
    struct slice rest = buffer_slice(&out);
    size_t chunks = 0;
    for (; rest.len > 0; chunks++) {
        assert_true(slice_starts(rest, SLICE("\033P")));
        size_t end = slice_find(rest, SLICE("\033\\"));
        assert_true(end < rest.len && end < 256);
        buffer_add(&joined, slice_cut(rest, 2, end));
        rest = slice_cut(rest, end + 2, rest.len);
    }
    assert_int_equal(chunks, 6);
    struct slice all = buffer_slice(&joined);
    assert_true(slice_starts(all, SLICE("\033]52;c;")));
    assert_true(slice_equal(slice_cut(all, 7, all.len - 1), buffer_slice(&base64)));
    assert_int_equal(all.at[all.len - 1], '\a');
    buffer_deinit(&text);
    buffer_deinit(&out);
    buffer_deinit(&base64);
    buffer_deinit(&joined);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_base64),
        cmocka_unit_test(test_wrapping),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_chunks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
