/* SPDX-License-Identifier: MIT */
/* Roles, and styles written in words. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/theme.h"

#include <string.h>

static void test_styles(void **state)
{
    static const struct {
        const char *text;
        const char *written; /* NULL: the same */
        struct style style;
    } cases[] = {
        {"default", NULL, {-1, -1, 0}},
        {"", "default", {-1, -1, 0}},
        {"black", NULL, {0, -1, 0}},
        {"bright-white", NULL, {15, -1, 0}},
        {"black on bright-yellow", NULL, {0, 11, 0}},
        {"on blue", NULL, {-1, 4, 0}},
        {"bold", NULL, {-1, -1, ATTRIBUTE_BOLD}},
        {"Yellow BOLD on Red", "bold yellow on red", {3, 1, ATTRIBUTE_BOLD}},
        {"dim italic underline reverse",
         NULL,
         {-1, -1, ATTRIBUTE_DIM | ATTRIBUTE_ITALIC | ATTRIBUTE_UNDERLINE | ATTRIBUTE_REVERSE}},
        {"#8080ff on 17", NULL, {COLOR_RGB | 0x8080FF, 17, 0}},
        {"#ABCDEF", "#abcdef", {COLOR_RGB | 0xABCDEF, -1, 0}},
        {"255 on default", "255", {255, -1, 0}},
        {"on default bold", "bold", {-1, -1, ATTRIBUTE_BOLD}},
        {"7", "white", {7, -1, 0}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct style style = {99, 99, 99};
        struct error e;
        struct buffer out;
        if (!theme_parse_style(slice_of(cases[i].text), &style, &e))
            fail_msg("'%s': %s", cases[i].text, e.message);
        assert_int_equal(style.foreground, cases[i].style.foreground);
        assert_int_equal(style.background, cases[i].style.background);
        assert_int_equal(style.attributes, cases[i].style.attributes);
        buffer_init(&out);
        theme_write_style(style, &out);
        assert_string_equal(buffer_text(&out), cases[i].written ? cases[i].written : cases[i].text);
        buffer_deinit(&out);
    }
}

static void test_bad_styles(void **state)
{
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"yelow", "unknown colour or attribute 'yelow'; did you mean yellow"},
        {"blod red", "did you mean bold"},
        {"red blue", "two colours"},
        {"on red on blue", "two colours"},
        {"red on", "a colour is missing after 'on'"},
        {"256", "0 to 255, not 256"},
        {"-1", "unknown colour"},
        {"#12345", "'#12345' is not written #rrggbb"},
        {"#12345g", "not written #rrggbb"},
        {"red on purple", "'purple'"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct style style = {99, 98, 97};
        struct error e = {0};
        if (theme_parse_style(slice_of(cases[i].text), &style, &e))
            fail_msg("'%s' was taken", cases[i].text);
        assert_int_equal(e.kind, ERROR_CONFIG);
        if (!strstr(e.message, cases[i].words))
            fail_msg("'%s': %s", cases[i].text, e.message);
        assert_int_equal(style.foreground, 99);
        assert_int_equal(style.background, 98);
        assert_int_equal(style.attributes, 97);
    }
}

static void test_roles(void **state)
{
    struct theme theme;
    struct error e;
    enum role role;
    (void)state;
    theme_init(&theme);
    for (unsigned i = 0; i < ROLE_COUNT; i++) {
        struct slice name = slice_of(theme_role_name((enum role)i));
        assert_true(theme_role_find(name, &role));
        assert_int_equal(role, i);
        assert_true(strlen(theme_role_help(role)) > 0);
        assert_int_equal(theme_find(&theme, role).foreground, COLOR_TERMINAL);
        assert_true(theme_set(&theme, name, SLICE("bold 17"), &e));
        assert_int_equal(theme_find(&theme, role).foreground, 17);
        assert_int_equal(theme_find(&theme, role).attributes, ATTRIBUTE_BOLD);
    }
    assert_false(theme_set(&theme, SLICE("hit-curent"), SLICE("red"), &e));
    assert_non_null(strstr(e.message, "unknown role 'hit-curent'; did you mean hit-current"));
    assert_false(theme_set(&theme, SLICE("hit"), SLICE("rot"), &e));
    assert_int_equal(theme_find(&theme, ROLE_HIT).foreground, 17);
    assert_string_equal(theme_role_name(ROLE_COUNT), "");
    assert_string_equal(theme_role_help(ROLE_COUNT), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_bad_styles),
        cmocka_unit_test(test_roles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
