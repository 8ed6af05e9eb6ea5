/* SPDX-License-Identifier: MIT */
/* Options: their table, their values, and what :set takes. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/settings.h"

#include <string.h>

/* Every default is a value of its own option, and is written as the table has it. */
static void test_table(void **state)
{
    struct settings settings;
    struct error e;
    (void)state;
    settings_init(&settings);
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const struct option *o = option_get((enum option_id)i);
        struct buffer out;
        assert_int_equal(o->id, i);
        assert_ptr_equal(option_find(slice_of(o->name)), o);
        assert_true(settings_set(&settings, slice_of(o->name), slice_of(o->value), &e));
        buffer_init(&out);
        settings_write(&settings, o->id, &out);
        assert_string_equal(buffer_text(&out), o->value);
        buffer_deinit(&out);
        assert_true(strlen(o->help) > 0);
        /* The choices are as many as the table says, and all are taken. */
        if (o->type != OPTION_IS_BOOL && o->type != OPTION_IS_CHOICE) {
            assert_int_equal(option_choice(o, 0).len, 0);
            continue;
        }
        for (int c = 0; c <= o->maximum; c++)
            assert_true(
                settings_set(&settings, slice_of(o->name), option_choice(o, (size_t)c), &e));
        assert_int_equal(option_choice(o, (size_t)o->maximum + 1).len, 0);
    }
    assert_null(option_get(OPTION_COUNT));
    assert_null(option_find(SLICE("wrapp")));
}

static void test_commands(void **state)
{
    static const struct {
        const char *text;
        enum option_id option;
        const char *value; /* after it, from the defaults; NULL: refused */
        const char *words;
    } cases[] = {
        {"wrap", OPTION_WRAP, "yes", NULL},
        {"notree", OPTION_TREE, "no", NULL},
        {"nowrap", OPTION_WRAP, "no", NULL},
        {"wrap!", OPTION_WRAP, "no", NULL},
        {"tree!", OPTION_TREE, "no", NULL},
        {"scope!", OPTION_SCOPE, "section", NULL},
        {"scope=filing", OPTION_SCOPE, "filing", NULL},
        {"  scope  =  Filing ", OPTION_SCOPE, "filing", NULL},
        {"scope document", OPTION_SCOPE, "document", NULL},
        {"wrap=on", OPTION_WRAP, "yes", NULL},
        {"wrap=TRUE", OPTION_WRAP, "yes", NULL},
        {"tree off", OPTION_TREE, "no", NULL},
        {"tree-width=40", OPTION_TREE_WIDTH, "40", NULL},
        {"tree-width=25%", OPTION_TREE_WIDTH, "25%", NULL},
        {"text-width=72", OPTION_TEXT_WIDTH, "72", NULL},
        {"citation={company}[, p. {page}]", OPTION_CITATION, "{company}[, p. {page}]", NULL},
        {"citation  {item} = x ", OPTION_CITATION, "{item} = x", NULL},
        {"warp", OPTION_WRAP, NULL, "unknown option 'warp'; did you mean wrap"},
        {"nowarp", OPTION_WRAP, NULL, "unknown option 'nowarp'"},
        {"noscope", OPTION_SCOPE, NULL, "unknown option 'noscope'"},
        {"nowrap!", OPTION_WRAP, NULL, "unknown option 'nowrap'"},
        {"scope", OPTION_SCOPE, NULL, "scope needs a value: scope=page"},
        {"text-width!", OPTION_TEXT_WIDTH, NULL, "text-width needs a value"},
        {"scope=pages", OPTION_SCOPE, NULL, "scope is one of: page section document filing"},
        {"wrap=maybe", OPTION_WRAP, NULL, "wrap is yes or no, not 'maybe'"},
        {"text-width=wide", OPTION_TEXT_WIDTH, NULL, "text-width is a number, not 'wide'"},
        {"text-width=10", OPTION_TEXT_WIDTH, NULL, "text-width is 20 to 1000, not '10'"},
        {"text-width=50%", OPTION_TEXT_WIDTH, NULL, "is a number, not '50%'"},
        {"tree-width=99%", OPTION_TREE_WIDTH, NULL, "tree-width is 5% to 95%, not '99%'"},
        {"tree-width=%", OPTION_TREE_WIDTH, NULL, "tree-width is a number of columns"},
        {"citation", OPTION_CITATION, NULL, "citation needs a value: citation={company}"},
        {"citation!", OPTION_CITATION, NULL, "citation needs a value"},
        {"nocitation", OPTION_CITATION, NULL, "unknown option 'nocitation'"},
        {"citation={itme}", OPTION_CITATION, NULL,
         "nothing is called {itme} (character 1); did you mean item"},
        {"citation={page", OPTION_CITATION, NULL, "is not closed"},
        {"citation=", OPTION_CITATION, NULL, "citation is 1 to 400 bytes, not 0"},
        {"", OPTION_WRAP, NULL, "set needs an option"},
        {"!", OPTION_WRAP, NULL, "unknown option ''"},
        {"=3", OPTION_WRAP, NULL, "unknown option ''"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct settings settings, before;
        struct error e = {0};
        enum option_id changed = OPTION_COUNT;
        struct buffer out;
        settings_init(&settings);
        before = settings;
        const char *words = cases[i].words ? cases[i].words : "";
        bool done = settings_command(&settings, slice_of(cases[i].text), &changed, &e);
        if (done != !cases[i].words)
            fail_msg("'%s': %s", cases[i].text, done ? "taken" : e.message);
        buffer_init(&out);
        if (done) {
            assert_int_equal(changed, cases[i].option);
            settings_write(&settings, changed, &out);
            assert_string_equal(buffer_text(&out), cases[i].value);
        } else {
            assert_int_equal(e.kind, ERROR_CONFIG);
            if (!strstr(e.message, words))
                fail_msg("'%s': %s", cases[i].text, e.message);
            assert_memory_equal(&settings, &before, sizeof settings);
        }
        buffer_deinit(&out);
    }
}

static void test_values(void **state)
{
    struct settings settings;
    (void)state;
    settings_init(&settings);
    assert_int_equal(settings_columns(&settings, OPTION_TREE_WIDTH, 100), 33);
    assert_int_equal(settings_columns(&settings, OPTION_TREE_WIDTH, 0), 0);
    assert_int_equal(settings_columns(&settings, OPTION_TREE_WIDTH, -5), 0);
    settings_put(&settings, OPTION_TREE_WIDTH, 40);
    assert_int_equal(settings_columns(&settings, OPTION_TREE_WIDTH, 100), 40);
    settings_put(&settings, OPTION_TREE_WIDTH, 3);
    assert_int_equal(settings_get(&settings, OPTION_TREE_WIDTH), 10);
    settings_put(&settings, OPTION_TREE_WIDTH, 10000);
    assert_int_equal(settings_get(&settings, OPTION_TREE_WIDTH), 500);
    assert_true(settings_is(&settings, OPTION_WRAP));
    assert_false(settings_is(&settings, OPTION_FLOW));
    assert_true(settings_is(&settings, OPTION_TREE));
    assert_int_equal(settings_get(&settings, OPTION_SCOPE), SCOPE_IS_PAGE);
    assert_int_equal(settings_get(&settings, OPTION_COLOR), COLOR_IS_AUTO);
    /* The last choice is followed by the first. */
    settings_put(&settings, OPTION_SCOPE, SCOPE_IS_FILING);
    assert_true(settings_command(&settings, SLICE("scope!"), NULL, NULL));
    assert_int_equal(settings_get(&settings, OPTION_SCOPE), SCOPE_IS_PAGE);
}

/* A text has room for the longest, and no more than that is taken. */
static void test_texts(void **state)
{
    struct settings settings, copy;
    struct error e;
    char text[SETTINGS_TEXT_LONGEST + 1];
    size_t texts = 0;
    (void)state;
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const struct option *o = option_get((enum option_id)i);
        texts += o->type == OPTION_IS_TEXT;
        if (o->type == OPTION_IS_TEXT)
            assert_true(o->maximum <= SETTINGS_TEXT_LONGEST);
    }
    assert_int_equal(texts, SETTINGS_TEXTS);
    memset(text, 'x', sizeof text);
    settings_init(&settings);
    struct slice longest = {text, SETTINGS_TEXT_LONGEST};
    assert_true(settings_set(&settings, SLICE("citation"), longest, &e));
    copy = settings;
    assert_false(settings_set(&settings, SLICE("citation"), (struct slice){text, sizeof text}, &e));
    assert_true(slice_equal(settings_text(&settings, OPTION_CITATION), longest));
    assert_true(settings_set(&settings, SLICE("citation"), SLICE("{page}"), &e));
    assert_true(slice_equal(settings_text(&settings, OPTION_CITATION), SLICE("{page}")));
    assert_true(slice_equal(settings_text(&copy, OPTION_CITATION), longest));
    /* Its own text. */
    assert_true(settings_set(&copy, SLICE("citation"),
                             slice_cut(settings_text(&copy, OPTION_CITATION), 3, 9), &e));
    assert_true(slice_equal(settings_text(&copy, OPTION_CITATION), SLICE("xxxxxx")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_commands),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
