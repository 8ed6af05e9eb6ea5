/* SPDX-License-Identifier: MIT */
/* The command line: what completes, and what is said of names that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The prompt after some keys, as its text and the column of the cursor. */
static void expect_prompt(const char *typed, const char *keys, const char *text, int column)
{
    struct stage s;
    struct buffer path;
    struct buffer line;
    const char *source = getenv("srcdir");
    buffer_init(&path);
    buffer_init(&line);
    buffer_addf(&path, "%s/samples/10-K_1997_full.txt", source ? source : ".");
    assert_true(stage_open_file(&s, buffer_text(&path), 14, 80, NULL));
    stage_settle(&s);
    stage_keys(&s, ":");
    stage_type(&s, typed);
    stage_keys(&s, keys);
    stage_draw(&s);
    canvas_row_text(&s.canvas, 13, &line);
    struct slice shown = buffer_slice(&line);
    size_t end = slice_find(shown, SLICE("  ")); /* the note is behind it */
    if (!slice_equal(slice_cut(shown, 0, end), slice_of(text)) || s.canvas.cursor_column != column)
        fail_msg("%s %s: '%s', cursor at %d", typed, keys, buffer_text(&line),
                 s.canvas.cursor_column);
    buffer_deinit(&line);
    buffer_deinit(&path);
    stage_close(&s);
}

/* A name that takes an argument is completed with the blank before it. */
static void test_completion(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *keys, *text;
        int column;
    } table[] = {
        {"it", "Tab", ":item", 6},
        {"it", "Tab Tab", ":item 1", 7},
        {"it", "Tab Tab Tab", ":item 2", 7},
        {"docu", "Tab Tab", ":document 10-K", 14},
        {"exh", "Tab Tab Tab", ":exhibit 23", 11},
        {"se", "Tab Tab Tab Tab", ":search-scope", 13},
        {"set scope=", "Tab Tab", ":set scope=section", 18},
        {"set scope=d", "Tab", ":set scope=document", 19},
        {"set tree-width=", "Tab", ":set tree-width=33%", 19},
        {"goto-mark", "Tab", ":goto-mark", 11},
        {"mark covenants", "Enter : g o t o - m a r k Space c o Tab", ":goto-mark covenants", 20},
        {"save ", "Tab Tab", ":save node", 10},
        {"save no", "Tab", ":save node", 10},
        {"save table /nonexis", "Tab", ":save table /nonexis", 20},
        {"save document /de", "Tab", ":save document /dev/", 20},
        {"open-file /de", "Tab Backspace", ":open-file /dev", 15},
        {"open-file /dev/nul", "Tab", ":open-file /dev/null", 20},
        {"e ~", "Tab", ":e ~/", 5},
        {"toggle-w", "Tab", ":toggle-wrap", 12},
        {"it 7", "Left Left Tab", ":item 7", 6},
        {"note", "Tab Tab Tab", ":note 2", 7},
        {"item legal", "Tab", ":item 3", 7},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        expect_prompt(table[i].typed, table[i].keys, table[i].text, table[i].column);
}

/* Only a name that is near is offered in place of a wrong one. */
static void test_wrong_names(void **state)
{
    (void)state;
    static const struct {
        const char *line, *said, *not_said;
    } table[] = {
        {"foo", "no command is called foo ", "did you mean"},
        {"nxt-item", "no command is called nxt-item: did you mean next-item?", NULL},
        {"set foo", "foo", "did you mean"},
        {"set warp", "did you mean wrap", NULL},
        {"note 12", "there is no Note 12 here", NULL},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct stage s;
        assert_true(stage_open_text(&s, "made.txt", SLICE("A line.\n"), 14, 100, NULL));
        stage_keys(&s, ":");
        stage_type(&s, table[i].line);
        stage_keys(&s, "Enter");
        assert_true(stage_shows(&s, table[i].said));
        if (table[i].not_said)
            assert_false(stage_shows(&s, table[i].not_said));
        stage_close(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_completion),
        cmocka_unit_test(test_wrong_names),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
