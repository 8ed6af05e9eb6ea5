/* SPDX-License-Identifier: MIT */
/* Windows and filings: what was begun in one does not go on in another, and lists of filings. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_ROOM = 512 };

static const char *sample(const char *name, char path[PATH_ROOM])
{
    const char *top = getenv("srcdir");
    (void)snprintf(path, PATH_ROOM, "%s/samples/%s", top ? top : ".", name);
    return path;
}

/* A stage with three filings, the first one shown. */
static void open_three(struct stage *s)
{
    char paths[3][PATH_ROOM];
    const char *files[] = {sample("10-Q_2003_font.htm", paths[1]),
                           sample("8-K_1998_notes.txt", paths[2])};
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .files = files, .file_count = 2};
    assert_true(stage_open_file(s, sample("10-K_1997_full.txt", paths[0]), 24, 90, &setup));
    stage_settle(s);
}

/* Keys that begin a mode, and what its foot says. */
static const struct {
    const char *keys, *foot;
} modes[] = {
    {"] ] ] ] ] ] t", "closes the table"},
    {"] t t / a", NULL},
    {"V j j", "closes the selection"},
    {"Tab K", "closes"},
    {"g o", "closes the nodes"},
    {"g t", "closes"},
    {"g k", "closes"},
    {"g j", "closes the jumps"},
    {"z f d e b t Enter", "closes the filter"},
    {"/ s a l e s Enter H", "closes the hits"},
    {"F1", "closes the help"},
    {"Tab", NULL},
    {"z f", NULL},
    {"m", NULL},
};

/* Ways to another window or filing, as commands that can be given whatever has the keys; the first
 * keys make what they need. */
static const struct {
    const char *before, *line;
} ways[] = {
    {"", "next-file"},
    {"Ctrl-W s", "other-window"},
    {"Ctrl-W s", "close-window"},
    {"Ctrl-W v ] f", "close-window"},
};

static void command(struct stage *s, const char *line)
{
    stage_keys(s, ":");
    stage_type(s, line);
    stage_keys(s, "Enter");
    stage_settle(s);
}

static void test_nothing_goes_on(void **state)
{
    (void)state;
    for (size_t m = 0; m < sizeof modes / sizeof *modes; m++) {
        for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) {
            for (int help = 0; help < 2; help++) {
                struct stage s;
                open_three(&s);
                stage_keys(&s, ways[w].before);
                stage_settle(&s);
                stage_keys(&s, modes[m].keys);
                stage_settle(&s);
                if (help)
                    stage_keys(&s, "F1");
                /* What is typed in a prompt or a finder is text: that is left first. */
                if (!modes[m].foot || strstr(modes[m].foot, "nodes"))
                    stage_keys(&s, "Esc Esc");
                command(&s, ways[w].line);
                stage_keys(&s, "j j");
                char *text = stage_text(&s);
                if (modes[m].foot && strcmp(modes[m].foot, "closes") != 0 &&
                    strstr(text, modes[m].foot))
                    fail_msg("%s, then %s: %s", modes[m].keys, ways[w].line, text);
                free(text);
                stage_close(&s);
            }
        }
    }
}

/* A filing that is removed goes alone, and nothing of it is looked at any more. */
static void test_remove(void **state)
{
    (void)state;
    struct stage s;
    open_three(&s);
    stage_keys(&s, "] f ] ] t F1");
    command(&s, "previous-file");
    command(&s, "files");
    assert_true(stage_shows(&s, "1 of 3"));
    stage_keys(&s, "j x");
    assert_true(stage_shows(&s, "of 2"));
    stage_keys(&s, "j x x x");
    assert_true(stage_shows(&s, "1 of 1"));
    assert_true(stage_shows(&s, "it stays open"));
    stage_keys(&s, "Esc");
    assert_true(stage_shows(&s, "MERRIMOOR"));
    stage_close(&s);
}

/* A file that cannot be read leaves no split behind. */
static void test_split_with_a_bad_file(void **state)
{
    (void)state;
    struct stage s;
    open_three(&s);
    command(&s, "split-below /nonexistent");
    assert_true(stage_shows(&s, "/nonexistent: no such file"));
    assert_true(stage_shows(&s, "q quit"));
    stage_close(&s);
}

/* The wheel scrolls what is under the pointer, the keys stay where they are. */
static void test_wheel(void **state)
{
    (void)state;
    struct stage s;
    open_three(&s);
    command(&s, "item 1");
    stage_keys(&s, "Ctrl-W s");
    char *before = stage_text(&s);
    stage_mouse(&s, KEYS_WHEEL_DOWN, 3, 60);
    char *after = stage_text(&s);
    /* The lower half of the screen is as it was. */
    const char *lower_before = before, *lower_after = after;
    for (int row = 0; row < 13; row++) {
        lower_before = strchr(lower_before, '\n') + 1;
        lower_after = strchr(lower_after, '\n') + 1;
    }
    assert_string_equal(lower_before, lower_after);
    assert_string_not_equal(before, after);
    free(before);
    free(after);
    stage_close(&s);
}

/* A count that goes round many times ends at once. */
static void test_many_hits_further(void **state)
{
    (void)state;
    struct stage s;
    open_three(&s);
    command(&s, "set scope=document");
    stage_keys(&s, "/ g o o d w i l l Enter");
    stage_settle(&s);
    stage_keys(&s, "9 9 9 9 9 9 9 9 n");
    assert_true(stage_shows(&s, "of 3"));
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_goes_on),       cmocka_unit_test(test_remove),
        cmocka_unit_test(test_split_with_a_bad_file), cmocka_unit_test(test_wheel),
        cmocka_unit_test(test_many_hits_further),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
