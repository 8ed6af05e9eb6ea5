/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/prompt.h"

#include <locale.h>
#include <string.h>

static enum prompt_outcome press(struct prompt *p, const char *keys)
{
    struct key parsed[40];
    struct error e;
    size_t count = 0;
    enum prompt_outcome outcome = PROMPT_IGNORED;
    assert_true(key_parse(slice_of(keys), parsed, 40, &count, &e));
    for (size_t i = 0; i < count; i++)
        outcome = prompt_key(p, parsed[i]);
    return outcome;
}

static void test_editing(void **state)
{
    (void)state;
    static const struct {
        const char *before, *keys, *after;
        size_t cursor;
        enum prompt_outcome outcome;
    } table[] = {
        {"", "a b", "ab", 2, PROMPT_CHANGED},
        {"", "é", "é", 2, PROMPT_CHANGED},
        {"aé", "Backspace", "a", 1, PROMPT_CHANGED},
        {"aé", "Left x", "axé", 2, PROMPT_CHANGED},
        {"aé", "Left Left Right Delete", "a", 1, PROMPT_CHANGED},
        {"abc", "Home x", "xabc", 1, PROMPT_CHANGED},
        {"abc", "Ctrl-A Ctrl-F Ctrl-D", "ac", 1, PROMPT_CHANGED},
        {"abc", "Ctrl-B Ctrl-K", "ab", 2, PROMPT_CHANGED},
        {"abc", "Ctrl-A Ctrl-E", "abc", 3, PROMPT_MOVED},
        {"one two", "Ctrl-W", "one ", 4, PROMPT_CHANGED},
        {"one two ", "Ctrl-W Ctrl-W", "", 0, PROMPT_CHANGED},
        {"one two", "Left Left Ctrl-U", "wo", 0, PROMPT_CHANGED},
        {"abc", "End Delete", "abc", 3, PROMPT_MOVED},
        {"a", "Backspace Backspace", "", 0, PROMPT_LEFT},
        {"a", "Ctrl-H Ctrl-H", "", 0, PROMPT_LEFT},
        {"a", "Enter", "a", 1, PROMPT_ENTERED},
        {"a", "Tab", "a", 1, PROMPT_COMPLETE},
        {"a", "F5", "a", 1, PROMPT_IGNORED},
        {"a", "Alt-x", "a", 1, PROMPT_IGNORED},
        {"a", "Ctrl-Q", "a", 1, PROMPT_IGNORED},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct prompt p;
        prompt_init(&p);
        prompt_open(&p, PROMPT_COMMAND, slice_of(table[i].before));
        assert_int_equal(press(&p, table[i].keys), table[i].outcome);
        assert_string_equal(buffer_text(&p.text), table[i].after);
        assert_int_equal(p.cursor, table[i].cursor);
        prompt_deinit(&p);
    }
}

/* What is offered gives way to what is typed, and stays for the keys that edit it. */
static void test_offer(void **state)
{
    static const struct {
        const char *keys, *after;
        bool fresh;
    } table[] = {
        {"/ t", "/t", false},
        {"End x", "3.1.txtx", false},
        {"Left x", "3.1.txxt", false},
        {"Home x", "x3.1.txt", false},
        {"Backspace x", "3.1.txx", false},
        {"Ctrl-U x", "x", false},
        {"Ctrl-E", "3.1.txt", false},
        {"F5", "3.1.txt", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct prompt p;
        prompt_init(&p);
        prompt_open_line(&p, "save as", SLICE("3.1.txt"));
        assert_true(p.fresh);
        press(&p, table[i].keys);
        assert_string_equal(buffer_text(&p.text), table[i].after);
        assert_int_equal(p.fresh, table[i].fresh);
        prompt_open(&p, PROMPT_COMMAND, SLICE("3.1.txt"));
        assert_false(p.fresh);
        prompt_open_line(&p, "pipe", SLICE(""));
        assert_false(p.fresh);
        prompt_deinit(&p);
    }
}

/* It is drawn as selected, until a key has touched it. */
static void test_draw_offer(void **state)
{
    struct prompt p;
    struct canvas canvas;
    struct theme theme;
    (void)state;
    theme_init(&theme);
    canvas_init(&canvas);
    prompt_init(&p);
    canvas_resize(&canvas, 1, 30);
    prompt_open_line(&p, "as", SLICE("x"));
    for (int touched = 0; touched < 2; touched++) {
        prompt_draw(&p, canvas_region(&canvas, 0, 0, 1, 30), &theme);
        unsigned label = canvas.cells[0].style.attributes, text = canvas.cells[4].style.attributes;
        assert_int_equal(label ^ text, touched ? 0 : ATTRIBUTE_REVERSE);
        press(&p, "End");
    }
    prompt_deinit(&p);
    canvas_deinit(&canvas);
}

static void test_history(void **state)
{
    (void)state;
    struct prompt p;
    prompt_init(&p);
    for (int i = 0; i < 300; i++) {
        prompt_open(&p, PROMPT_COMMAND, i < 298 ? SLICE("old") : SLICE("older"));
        if (i == 299)
            press(&p, "x");
        prompt_close(&p, true);
    }
    prompt_open(&p, PROMPT_COMMAND, SLICE(""));
    press(&p, "Up");
    assert_string_equal(buffer_text(&p.text), "olderx");
    press(&p, "Up Up");
    assert_string_equal(buffer_text(&p.text), "old");
    assert_int_equal(press(&p, "Up"), PROMPT_MOVED);
    press(&p, "Down Down Down");
    assert_string_equal(buffer_text(&p.text), "");
    assert_int_equal(press(&p, "Down"), PROMPT_MOVED);
    prompt_close(&p, false);
    /* What was typed narrows what is recalled; each line is there once. */
    prompt_open(&p, PROMPT_COMMAND, SLICE("olde"));
    press(&p, "Up");
    assert_string_equal(buffer_text(&p.text), "olderx");
    press(&p, "Up Up");
    assert_string_equal(buffer_text(&p.text), "older");
    press(&p, "Down Down");
    assert_string_equal(buffer_text(&p.text), "olde");
    assert_int_equal(p.histories[0].count, 3);
    prompt_close(&p, false);
    prompt_open(&p, PROMPT_COMMAND, SLICE("none such"));
    assert_int_equal(press(&p, "Up"), PROMPT_MOVED);
    assert_string_equal(buffer_text(&p.text), "none such");
    prompt_close(&p, false);
    /* Patterns are remembered apart. */
    prompt_open(&p, PROMPT_FORWARD, SLICE(""));
    assert_int_equal(press(&p, "Up"), PROMPT_MOVED);
    for (int i = 0; i < 500; i++) {
        char text[] = {(char)('a' + i % 26), (char)('a' + i / 26), '\0'};
        prompt_open(&p, PROMPT_BACKWARD, slice_of(text));
        prompt_close(&p, true);
    }
    assert_int_equal(p.histories[1].count, 200);
    prompt_deinit(&p);
}

static void note_line(void *keeper, enum prompt_kind kind, struct slice line)
{
    struct buffer *out = keeper;
    buffer_addf(out, "%d:", (int)kind);
    buffer_add(out, line);
    buffer_add_byte(out, '\n');
}

/* Who keeps lines is told of those that are remembered, and of no others. */
static void test_remember(void **state)
{
    (void)state;
    struct prompt p;
    struct buffer kept = {0};
    prompt_init(&p);
    p.remember = note_line;
    p.keeper = &kept;
    prompt_learn(&p, PROMPT_FORWARD, SLICE("of before"));
    assert_true(slice_equal(prompt_newest(&p, PROMPT_BACKWARD), SLICE("of before")));
    assert_int_equal(prompt_newest(&p, PROMPT_COMMAND).len, 0);
    prompt_open(&p, PROMPT_FORWARD, SLICE("one"));
    prompt_close(&p, true);
    prompt_open(&p, PROMPT_COMMAND, SLICE("two"));
    prompt_close(&p, false);
    prompt_open_line(&p, "filter", SLICE("three"));
    prompt_close(&p, true);
    prompt_open(&p, PROMPT_COMMAND, SLICE("four"));
    prompt_close(&p, true);
    assert_string_equal(buffer_text(&kept), "1:one\n0:four\n");
    buffer_deinit(&kept);
    prompt_deinit(&p);
}

/* The cursor is in sight however long the line and narrow the screen. */
static void test_draw(void **state)
{
    (void)state;
    struct prompt p;
    struct canvas canvas;
    struct theme theme;
    struct buffer text;
    theme_init(&theme);
    canvas_init(&canvas);
    prompt_init(&p);
    buffer_init(&text);
    prompt_open(&p, PROMPT_FORWARD, SLICE("0123456789012345678901234567890123456789"));
    prompt_note(&p, ROLE_ERROR, SLICE("wrong"));
    for (int columns = 0; columns < 60; columns++) {
        canvas_resize(&canvas, 1, columns);
        prompt_draw(&p, canvas_region(&canvas, 0, 0, 1, columns), &theme);
        assert_true(canvas.cursor_column < columns || columns == 0);
    }
    canvas_row_text(&canvas, 0, &text);
    assert_string_equal(buffer_text(&text),
                        "/0123456789012345678901234567890123456789             wrong");
    buffer_deinit(&text);
    prompt_deinit(&p);
    canvas_deinit(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_editing),    cmocka_unit_test(test_offer),
        cmocka_unit_test(test_draw_offer), cmocka_unit_test(test_history),
        cmocka_unit_test(test_remember),   cmocka_unit_test(test_draw),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
