/* SPDX-License-Identifier: MIT */
/* The keyboard: bytes to keys, whole, in pieces, and broken. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "term/keyboard.h"

#include <string.h>

static void add(struct keyboard *k, const char *bytes, size_t count)
{
    size_t room;
    char *space = keyboard_space(k, &room);
    assert_true(count <= room);
    memcpy(space, bytes, count);
    keyboard_added(k, count);
}

/* All keys that come out, as words with a blank between; "..." for what has only begun. */
static void expect_keys(struct keyboard *k, bool waited, const char *words)
{
    struct buffer b;
    struct key key;
    enum keyboard_result result;
    buffer_init(&b);
    while ((result = keyboard_next(k, waited, 0, &key)) == KEYBOARD_KEY) {
        if (b.len > 0)
            buffer_add_byte(&b, ' ');
        key_write(key, &b);
    }
    if (result == KEYBOARD_MORE)
        buffer_add_text(&b, "...");
    assert_string_equal(buffer_text(&b), words);
    buffer_deinit(&b);
}

static const struct {
    const char *bytes, *at_once, *later;
} cases[] = {
    {"jk", "j k", ""},
    {"\033", "...", "Esc"},
    {"\033[", "...", "Alt-["},
    {"\033O", "...", "Alt-O"},
    {"\033j", "Alt-j", ""},
    {"\033\033", "Esc...", "Esc"},
    {"\033\r", "Alt-Enter", ""},
    {"\033[A\033OB", "Up Down", ""},
    {"\033[1;8D", "Ctrl-Alt-Shift-Left", ""},
    {"\033[3~\033[5;5~\033[24~\033[17~", "Delete Ctrl-PgUp F12 F6", ""},
    {"\033[1;", "...", ""},
    {"\033[1;2;3;4;5A", "Shift-Up", ""},
    {"\033[99999999999999999999~j", "j", ""},
    {"\033[38:5:1mj", "j", ""},
    {"\033[I\033[Oj", "j", ""},
    {"\033]11;rgb:0/0/0\007j", "j", ""},
    {"\033]11;rgb", "...", ""},
    {"\033]j", "Alt-] j", ""},
    {"\033Pj", "Alt-P j", ""},
    {"\033[\033[A", "Up", ""},
    {"\033OM\033Oj\033OX", "Enter * =", ""},
    {"\033[Z\033[1;5Z", "Shift-Tab Ctrl-Shift-Tab", ""},
    {"\033[97;5u\033[13;3u\033[0u\033[1114112u", "Ctrl-A Alt-Enter", ""},
    {"\033[65;2u\033[27;5;9~", "A Ctrl-Tab", ""},
    {"\x01\x1D\x1F\x7F\x08", "Ctrl-A Ctrl-] Ctrl-_ Backspace Ctrl-H", ""},
    {"\xC3\xA9\xF0\x9F\x98\x80", "\xC3\xA9 \xF0\x9F\x98\x80", ""},
    {"\xE2\x82", "...", "\xEF\xBF\xBD \xEF\xBF\xBD"},
    {"\x9Bj\xC0", "\xEF\xBF\xBD j \xEF\xBF\xBD", ""},
    {"\033\xC3\xA9", "Alt-\xC3\xA9", ""},
    {"\033[<64;3;4M\033[<65;3;4M\033[<66;3;4M", "WheelUp WheelDown", ""},
    {"\033[<0;0;4M\033[<2;3;4M\033[<0;3M", "", ""},
    {"\033[<16;3;4M\033[<32;3;4M\033[<0;3;4m", "Ctrl-Click Drag Release", ""},
    {"\033[7@\033Oc", "Ctrl-Shift-Home Ctrl-Right", ""},
};

static void set_up(struct keyboard *k)
{
    keyboard_init(k, true, -1);
    /* As a terminal of another kind describes itself. */
    keyboard_define(k, "\033[7@", (struct key){KEYS_HOME, KEY_CTRL | KEY_SHIFT, 0, 0});
    keyboard_define(k, "\033Oc", (struct key){KEYS_RIGHT, KEY_CTRL, 0, 0});
    keyboard_define(k, "j", (struct key){KEYS_END, 0, 0, 0}); /* no sequence: not kept */
}

static void test_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct keyboard k;
        set_up(&k);
        add(&k, cases[i].bytes, strlen(cases[i].bytes));
        expect_keys(&k, false, cases[i].at_once);
        expect_keys(&k, true, cases[i].later);
        expect_keys(&k, true, "");
        keyboard_deinit(&k);
    }
}

/* A byte at a time, in good time, the same keys come out. */
static void test_in_pieces(void **state)
{
    (void)state;
    static const char text[] = "\033[1;3C\xE2\x82\xAC\033OP\033[<0;12;34M\033]11;x\033\\\033[7@q";
    struct keyboard k;
    struct buffer b;
    set_up(&k);
    buffer_init(&b);
    for (size_t i = 0; i + 1 < sizeof text; i++) {
        struct key key;
        add(&k, text + i, 1);
        while (keyboard_next(&k, false, 0, &key) == KEYBOARD_KEY) {
            key_write(key, &b);
            if (key.code == KEYS_CLICK) {
                assert_int_equal(key.row, 33);
                assert_int_equal(key.column, 11);
            }
        }
    }
    assert_string_equal(buffer_text(&b), "Alt-Right\xE2\x82\xAC"
                                         "F1ClickCtrl-Shift-Homeq");
    buffer_deinit(&b);
    keyboard_deinit(&k);
}

/* An answer without an end does not stop the keyboard for ever. */
static void test_endless(void **state)
{
    (void)state;
    struct keyboard k;
    struct key key;
    set_up(&k);
    add(&k, "\033]1", 3);
    for (int i = 0; i < 3 * KEYBOARD_ROOM; i++) {
        add(&k, "x", 1);
        keyboard_next(&k, false, 0, &key);
    }
    while (keyboard_next(&k, true, 0, &key) == KEYBOARD_KEY)
        assert_int_equal(key.code, 'x');
    add(&k, "j", 1);
    expect_keys(&k, false, "j");
    keyboard_deinit(&k);
}

/* The answer about the background makes no key, and is noted; any other is not. */
static void test_background(void **state)
{
    (void)state;
    struct keyboard k;
    set_up(&k);
    k.asked = true;
    add(&k, "\033]10;rgb:ff/ff/ff\033\\j\033]11;rgb:ffff/fff", 37);
    expect_keys(&k, false, "j...");
    assert_false(k.told_background);
    assert_false(keyboard_has_background(&k));
    add(&k, "f/eeee\033\\", 8);
    assert_true(keyboard_has_background(&k));
    assert_false(k.told_background);
    expect_keys(&k, false, "");
    assert_true(k.told_background);
    assert_true(k.light);
    assert_false(k.asked);
    keyboard_deinit(&k);

    /* One that nobody asked for is nothing. */
    set_up(&k);
    add(&k, "\033]11;rgb:ff/ff/ff\007x", 19);
    expect_keys(&k, false, "x");
    assert_false(k.told_background);
    keyboard_deinit(&k);

    /* While it is awaited, one that breaks behind its first two bytes has time. */
    set_up(&k);
    add(&k, "\033]", 2);
    assert_int_equal(keyboard_patience(&k), KEYBOARD_ESCAPE_DELAY);
    k.asked = true;
    assert_int_equal(keyboard_patience(&k), KEYBOARD_REST_DELAY);
    add(&k, "11;rgb:0/0/0\007", 13);
    expect_keys(&k, false, "");
    assert_true(k.told_background);
    assert_false(k.light);
    keyboard_deinit(&k);
}

static void test_patience(void **state)
{
    (void)state;
    struct keyboard k;
    set_up(&k);
    assert_int_equal(keyboard_patience(&k), KEYBOARD_REST_DELAY);
    add(&k, "\033", 1);
    assert_int_equal(keyboard_patience(&k), KEYBOARD_ESCAPE_DELAY);
    add(&k, "[1", 2);
    assert_int_equal(keyboard_patience(&k), KEYBOARD_REST_DELAY);
    keyboard_deinit(&k);
}

static void test_erase(void **state)
{
    (void)state;
    struct keyboard k;
    keyboard_init(&k, true, 8);
    add(&k, "\x08", 1);
    expect_keys(&k, false, "Backspace");
    keyboard_deinit(&k);
}

static void test_double_click(void **state)
{
    (void)state;
    static const struct {
        int row;
        long long when;
        uint32_t code;
    } clicks[] = {
        {1, 1000, KEYS_CLICK}, {1, 1300, KEYS_DOUBLE_CLICK}, {1, 1500, KEYS_CLICK},
        {2, 1600, KEYS_CLICK}, {2, 2001, KEYS_CLICK},        {2, 2401, KEYS_DOUBLE_CLICK},
    };
    struct mouse m = {0};
    for (size_t i = 0; i < sizeof clicks / sizeof clicks[0]; i++) {
        struct key key;
        assert_true(mouse_key(&m, 0, clicks[i].row, 5, false, clicks[i].when, &key));
        assert_int_equal(key.code, clicks[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),        cmocka_unit_test(test_in_pieces),
        cmocka_unit_test(test_endless),      cmocka_unit_test(test_patience),
        cmocka_unit_test(test_background),   cmocka_unit_test(test_erase),
        cmocka_unit_test(test_double_click),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
