/* SPDX-License-Identifier: MIT */
/* Keys as people write them, and back. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/key.h"

#include <string.h>

enum { ROOM = 4 };

static const struct {
    const char *text;
    const char *written; /* NULL: the same */
    size_t count;
    struct key keys[ROOM];
} good[] = {
    {"j", NULL, 1, {{.code = 'j'}}},
    {"A", NULL, 1, {{.code = 'A'}}},
    {"]]", NULL, 2, {{.code = ']'}, {.code = ']'}}},
    {"] ]", "]]", 2, {{.code = ']'}, {.code = ']'}}},
    {"  gs ", "gs", 2, {{.code = 'g'}, {.code = 's'}}},
    {"Space", NULL, 1, {{.code = ' '}}},
    {"space", "Space", 1, {{.code = ' '}}},
    {"Enter", NULL, 1, {{.code = KEYS_ENTER}}},
    {"Return", "Enter", 1, {{.code = KEYS_ENTER}}},
    {"Esc", NULL, 1, {{.code = KEYS_ESCAPE}}},
    {"PageDown", "PgDn", 1, {{.code = KEYS_PAGE_DOWN}}},
    {"F1", NULL, 1, {{.code = KEYS_F1}}},
    {"F12", NULL, 1, {{.code = KEYS_F12}}},
    {"Ctrl-W w", NULL, 2, {{.code = 'w', .modifiers = KEY_CTRL}, {.code = 'w'}}},
    {"ctrl-w w", "Ctrl-W w", 2, {{.code = 'w', .modifiers = KEY_CTRL}, {.code = 'w'}}},
    {"g Ctrl-O", NULL, 2, {{.code = 'g'}, {.code = 'o', .modifiers = KEY_CTRL}}},
    {"Ctrl-I", "Tab", 1, {{.code = KEYS_TAB}}},
    {"Ctrl-M", "Enter", 1, {{.code = KEYS_ENTER}}},
    {"Ctrl-[", "Esc", 1, {{.code = KEYS_ESCAPE}}},
    {"Alt-Right", NULL, 1, {{.code = KEYS_RIGHT, .modifiers = KEY_ALT}}},
    {"Alt-Ctrl-x", "Ctrl-Alt-X", 1, {{.code = 'x', .modifiers = KEY_CTRL | KEY_ALT}}},
    {"Alt-X", NULL, 1, {{.code = 'X', .modifiers = KEY_ALT}}},
    {"Alt--", NULL, 1, {{.code = '-', .modifiers = KEY_ALT}}},
    {"-S", NULL, 2, {{.code = '-'}, {.code = 'S'}}},
    {"Shift-Tab", NULL, 1, {{.code = KEYS_TAB, .modifiers = KEY_SHIFT}}},
    {"Shift-a", "A", 1, {{.code = 'A'}}},
    {"u p", NULL, 2, {{.code = 'u'}, {.code = 'p'}}},
    {"Up", NULL, 1, {{.code = KEYS_UP}}},
    {"\xC3\xA4", NULL, 1, {{.code = 0xE4}}},
    {"Ctrl-X x t", NULL, 3, {{.code = 'x', .modifiers = KEY_CTRL}, {.code = 'x'}, {.code = 't'}}},
    {"C - x", "C - x", 3, {{.code = 'C'}, {.code = '-'}, {.code = 'x'}}},
    {"WheelUp", NULL, 1, {{.code = KEYS_WHEEL_UP}}},
};

static void test_good(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct key keys[ROOM];
        size_t count = 99;
        struct error e;
        struct buffer out;
        if (!key_parse(slice_of(good[i].text), keys, ROOM, &count, &e))
            fail_msg("%s: %s", good[i].text, e.message);
        assert_int_equal(count, good[i].count);
        for (size_t j = 0; j < count; j++)
            if (!key_equal(keys[j], good[i].keys[j]))
                fail_msg("%s: key %zu", good[i].text, j);
        buffer_init(&out);
        key_write_sequence(keys, count, &out);
        assert_string_equal(buffer_text(&out), good[i].written ? good[i].written : good[i].text);
        buffer_deinit(&out);
    }
}

static void test_bad(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"", "no key is named"},
        {"   ", "no key is named"},
        {"PageDwn", "did you mean PageDown"},
        {"Ctrl-Entr", "no key is called 'Entr'; did you mean Enter"},
        {"F13", NULL}, /* three keys: F, 1, 3 */
        {"Ctrl-F13", "no key is called 'F13'"},
        {"C-x", "written with Ctrl-"},
        {"M-v", "written with Ctrl-"},
        {"Shift-1", "Shift- goes with named keys"},
        {"abcde", "no key is called 'abcde'"},
        {"a b c d e", "more than 4 keys"},
        {"a b c d Enter", "more than 4 keys"},
        {"a b c de", "more than 4 keys"},
        {"\xFF", "no key makes"},
        {"\x01", "no key makes"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct key keys[ROOM];
        size_t count;
        struct error e = {0};
        bool parsed = key_parse(slice_of(cases[i].text), keys, ROOM, &count, &e);
        if (parsed != !cases[i].message)
            fail_msg("'%s' %s", cases[i].text, parsed ? "was taken" : e.message);
        if (parsed)
            continue;
        assert_int_equal(e.kind, ERROR_CONFIG);
        if (!strstr(e.message, cases[i].message))
            fail_msg("'%s': %s", cases[i].text, e.message);
    }
}

/* The terminal may send a letter with Ctrl in either case; the mouse's place is not compared. */
static void test_equal(void **state)
{
    (void)state;
    assert_true(key_equal((struct key){'W', KEY_CTRL, 0, 0}, (struct key){'w', KEY_CTRL, 0, 0}));
    assert_false(key_equal((struct key){'W', 0, 0, 0}, (struct key){'w', 0, 0, 0}));
    assert_false(key_equal((struct key){'w', KEY_ALT, 0, 0}, (struct key){'w', KEY_CTRL, 0, 0}));
    assert_true(key_equal((struct key){KEYS_CLICK, 0, 3, 4}, (struct key){KEYS_CLICK, 0, 5, 6}));
}

/* Every named key can be written and read again. */
static void test_names(void **state)
{
    (void)state;
    for (uint32_t code = KEYS_ENTER; code <= KEYS_RELEASE; code++) {
        struct key key = {.code = code}, again;
        size_t count;
        struct buffer out;
        buffer_init(&out);
        key_write(key, &out);
        assert_true(key_parse(buffer_slice(&out), &again, 1, &count, NULL));
        assert_true(key_equal(key, again));
        buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_bad),
        cmocka_unit_test(test_equal),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
