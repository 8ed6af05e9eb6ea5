/* SPDX-License-Identifier: MIT */
/* The terminal's background: whom to ask, and what answers mean. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "term/background.h"

#include <stdlib.h>

enum { DARK, LIGHT, NO_ANSWER };

static void test_answers(void **state)
{
    static const struct {
        const char *bytes;
        int is;
    } cases[] = {
        {"\033]11;rgb:0000/0000/0000\033\\", DARK},
        {"\033]11;rgb:ffff/ffff/ffff\007", LIGHT},
        {"\033]11;#ffffffffffffffffffffffffffffff\007", NO_ANSWER},
        {"\033]11;rgb:fd/f6/e3\033\\", LIGHT},
        {"\033]11;rgb:0000/2b2b/3636\033\\", DARK},
        {"\033]11;rgb:f/f/f\033\\", LIGHT},
        {"\033]11;rgb:7/7/7\033\\", DARK},
        {"\033]11;rgb:0000/ffff/0000\033\\", LIGHT},
        {"\033]11;rgb:0000/0000/ffff\033\\", DARK},
        {"\033]11;rgba:ffff/ffff/ffff/8000\033\\", LIGHT},
        {"\033]11;#ffffff\033\\", LIGHT},
        {"\033]11;#1E1E1E\007", DARK},
        {"\033]11;#ffffeeeedddd\007", LIGHT},
        {"\033]11;#\007", NO_ANSWER},
        {"\033]11;#ff\007", NO_ANSWER},
        {"\033]11;rgb:\033\\", NO_ANSWER},
        {"\033]11;rgb:ff/ff\033\\", NO_ANSWER},
        {"\033]11;rgb:gg/00/00\033\\", NO_ANSWER},
        {"\033]11;white\033\\", NO_ANSWER},
        {"\033]10;rgb:ffff/ffff/ffff\033\\", NO_ANSWER},
        {"\033]52;c;rgb:ff/ff/ff\033\\", NO_ANSWER},
        {"", NO_ANSWER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool light = cases[i].is != LIGHT;
        bool is = background_is_answer(slice_of(cases[i].bytes), &light);
        if (is != (cases[i].is != NO_ANSWER) || (is && light != (cases[i].is == LIGHT)))
            fail_msg("%s: %d %d", cases[i].bytes + 1, is, light);
    }
}

static void test_whom_to_ask(void **state)
{
    static const struct {
        const char *term, *tmux;
        bool ask;
    } cases[] = {
        {"xterm", NULL, true},
        {"xterm-256color", NULL, true},
        {"xterm-kitty", NULL, true},
        {"tmux-256color", "/tmp/tmux-0/default,1,0", true},
        {"foot", NULL, true},
        {"st-256color", NULL, true},
        {"rxvt-unicode", NULL, true},
        {"rxvt", NULL, false},
        {"screen", NULL, false},
        {"screen-256color", NULL, false},
        {"screen-256color", "", false},
        {"screen-256color", "/tmp/tmux-0/default,1,0", true},
        {"linux", NULL, false},
        {"vt100", NULL, false},
        {"vt220", NULL, false},
        {"dumb", NULL, false},
        {"ansi", NULL, false},
        {"eterm-color", NULL, false},
        {"xtermm", NULL, false},
        {"", NULL, false},
        {NULL, NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsetenv("TERM");
        unsetenv("TMUX");
        if (cases[i].term)
            setenv("TERM", cases[i].term, 1);
        if (cases[i].tmux)
            setenv("TMUX", cases[i].tmux, 1);
        if (background_can_ask() != cases[i].ask)
            fail_msg("TERM=%s TMUX=%s", cases[i].term, cases[i].tmux);
    }
}

static void test_guess(void **state)
{
    static const struct {
        const char *value;
        bool light;
    } cases[] = {
        {"15;0", false},         {"0;15", true}, {"0;7", true},   {"0;default;15", true},
        {"12;default;0", false}, {"7;8", false}, {"0;", false},   {"15", false},
        {"0;default", false},    {"", false},    {"0;16", false}, {NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        unsetenv("COLORFGBG");
        if (cases[i].value)
            setenv("COLORFGBG", cases[i].value, 1);
        if (background_guess() != cases[i].light)
            fail_msg("%s", cases[i].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_whom_to_ask),
        cmocka_unit_test(test_guess),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
