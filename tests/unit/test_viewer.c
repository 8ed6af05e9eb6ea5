/* SPDX-License-Identifier: MIT */
/* The viewer: every action has an effect; sizes, hostile keys, sessions, a filing made here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "config/actions.h"
#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Two documents; the first has five pages, the second none. */
static const char filing[] =
    "<SEC-DOCUMENT>0000999999-98-000001.txt : 19980327\n"
    "<SEC-HEADER>0000999999-98-000001.hdr.sgml : 19980327\n"
    "ACCESSION NUMBER:\t\t0000999999-98-000001\n"
    "CONFORMED SUBMISSION TYPE:\t10-K\n"
    "PUBLIC DOCUMENT COUNT:\t\t2\n"
    "CONFORMED PERIOD OF REPORT:\t19971231\n"
    "FILED AS OF DATE:\t\t19980327\n\n"
    "FILER:\n\n\tCOMPANY DATA:\n"
    "\t\tCOMPANY CONFORMED NAME:\t\t\tQUILLON KILNS INC\n"
    "\t\tCENTRAL INDEX KEY:\t\t\t0000999999\n"
    "</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<DESCRIPTION>ANNUAL REPORT\n<TEXT>\n"
    "                                 FORM 10-K\n\n"
    "           ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE\n"
    "                     SECURITIES EXCHANGE ACT OF 1934\n\n"
    "                            QUILLON KILNS INC\n\n"
    "<PAGE>\n"
    "                                  PART I\n\n"
    "ITEM 1.  BUSINESS\n\n"
    "     The company makes kilns for potteries.\n\n"
    "     A second paragraph speaks of glaze.\n\n"
    "ITEM 2.  PROPERTIES\n\n"
    "     A plant with six kilns, and a line that is so wide that it cannot be seen as a whole on"
    " a screen of eighty columns.\n\n"
    "                                    1\n"
    "<PAGE>\n"
    "ITEM 3.  LEGAL PROCEEDINGS\n\n     None.\n\n"
    "ITEM 4.  SUBMISSION OF MATTERS TO A VOTE OF SECURITY HOLDERS\n\n     None.\n\n"
    "                                 PART II\n\n"
    "ITEM 5.  MARKET FOR REGISTRANT'S COMMON EQUITY AND RELATED STOCKHOLDER MATTERS\n\n"
    "     The shares are traded over the counter.\n\n"
    "                                    2\n"
    "<PAGE>\n"
    "                                SIGNATURES\n\n"
    "     Pursuant to the requirements of Section 13 or 15(d) of the Securities\n"
    "Exchange Act of 1934, the registrant has duly caused this report to be signed.\n\n"
    "                                    3\n"
    "<PAGE>\n"
    "                               EXHIBIT INDEX\n\n"
    "3.1    Articles of incorporation (filed herewith)\n\n"
    "21     Subsidiaries of the registrant\n\n"
    "                                    4\n"
    "</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-21\n<SEQUENCE>2\n<DESCRIPTION>SUBSIDIARIES\n<TEXT>\n"
    "     Subsidiaries: Quillon Clay Company, of Ohio, which digs for kilns.\n"
    "</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";

static void open_filing(struct stage *s, int rows, int columns)
{
    assert_true(stage_open_text(s, "made.txt", SLICE(filing), rows, columns, NULL));
    stage_settle(s);
}

static void fire(struct stage *s, const char *name, const char *argument)
{
    stage_keys(s, ":");
    stage_type(s, name);
    if (argument) {
        stage_type(s, " ");
        stage_type(s, argument);
    }
    stage_keys(s, "Enter");
}

/* The focus is where the cursor is: over the tree, or over the text. */
static void test_focus(void **state)
{
    (void)state;
    struct stage s;
    open_filing(&s, 14, 80);
    stage_draw(&s);
    assert_true(s.canvas.cursor_column > 20);
    stage_keys(&s, "F6");
    stage_draw(&s);
    assert_int_equal(s.canvas.cursor_column, 0);
    stage_keys(&s, "j");
    stage_draw(&s);
    int row = s.canvas.cursor_row;
    fire(&s, "focus-text", NULL);
    stage_draw(&s);
    assert_true(s.canvas.cursor_column > 20);
    fire(&s, "focus-tree", NULL);
    stage_draw(&s);
    assert_int_equal(s.canvas.cursor_row, row);
    stage_keys(&s, "k");
    fire(&s, "parent", NULL);
    stage_draw(&s);
    assert_int_equal(s.canvas.cursor_row, 1);
    stage_close(&s);
}

/* ---- any size, any key */

static void test_any_size(void **state)
{
    (void)state;
    static const char *const keys[] = {"Space", "G",   "gg", "]]", "F6", "j",        "Enter", "F1",
                                       "Space", "q",   "/",  "k",  "i",  "Enter",    "n",     ":",
                                       "x",     "Esc", "=",  "w",  "l",  "Ctrl-W >", "zM",    "zR"};
    struct stage s;
    open_filing(&s, 24, 80);
    for (int size = 0; size < 90; size++) {
        viewer_resize(s.viewer, size % 10, size);
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            stage_keys(&s, keys[i]);
            stage_draw(&s);
            assert_int_equal(s.canvas.rows, size % 10);
            assert_int_equal(s.canvas.columns, size);
        }
    }
    viewer_resize(s.viewer, -3, -5);
    stage_draw(&s);
    stage_close(&s);
}

/* Every key, as fast as it comes, without any time for work. */
static void test_keys_without_work(void **state)
{
    (void)state;
    struct stage s;
    unsigned random = 12345;
    /* What such keys would write, they would write here. */
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .restricted = true};
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 24, 80, &setup));
    for (int i = 0; i < 20000; i++) {
        random = random * 1103515245U + 12345U;
        unsigned code = (random >> 16) % 200;
        struct key key = {.code = code < 128 ? code : KEYS_ENTER + (code - 128) % 32,
                          .modifiers = (random >> 28) == 0 ? KEY_CTRL : 0,
                          .row = (int)(random >> 8) % 24,
                          .column = (int)(random >> 12) % 80};
        if (key.code < ' ')
            key.code += 'a';
        viewer_key(s.viewer, key);
        if (i % 7 == 0)
            viewer_work(s.viewer);
        if (i % 16 == 0)
            viewer_draw(s.viewer, &s.canvas);
    }
    stage_draw(&s);
    stage_close(&s);
}

/* No key may be answered with more than its slice: an order that needs the outline waits. */
static void test_waiting(void **state)
{
    (void)state;
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, NULL));
    fire(&s, "item", "4");
    size_t before = viewer_place(s.viewer).offset;
    assert_true(stage_shows(&s, "│ITEM 4."));
    assert_true(viewer_place(s.viewer).offset > before);
    stage_close(&s);

    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, NULL));
    fire(&s, "item", "4");
    stage_keys(&s, "Esc");
    assert_false(stage_shows(&s, "│ITEM 4."));
    stage_close(&s);
}

/* Who goes elsewhere meanwhile is not taken away from there; what does not move lets the jump be,
 * and a move lets be what is no jump. */
static void test_overtaken(void **state)
{
    static const struct {
        const char *name, *argument, *keys, *shown;
        bool shows;
    } rows[] = {
        {"item", "4", "j", "│ITEM 4.", false},         {"item", "4", "k", "│ITEM 4.", false},
        {"item", "4", "/ I", "│ITEM 4.", false},       {"item", "4", "Tab", "│ITEM 4.", false},
        {"item", "4", "m a", "│ITEM 4.", true},        {"item", "4", "3", "│ITEM 4.", true},
        {"item", "4", "W", "│ITEM 4.", true},          {"item", "4", "] ]", "│ITEM 4.", false},
        {"explain-node", NULL, "j", "% sure: ", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct stage s;
        assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, NULL));
        fire(&s, rows[i].name, rows[i].argument);
        stage_keys(&s, rows[i].keys);
        if (stage_shows(&s, rows[i].shown) != rows[i].shows)
            fail_msg("%s, then %s: %s", rows[i].name, rows[i].keys, stage_text(&s));
        stage_close(&s);
    }
}

/* ---- opening and coming back */

static void test_opening(void **state)
{
    (void)state;
    struct stage s;
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .node = "3", .message = "beware"};
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, &setup));
    assert_true(stage_shows(&s, "│ITEM 3."));
    stage_close(&s);

    setup.node = "EX-21";
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, &setup));
    assert_true(stage_shows(&s, "Quillon Clay"));
    stage_close(&s);

    setup.node = "10-K/signatures";
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, &setup));
    assert_true(stage_shows(&s, "SIGNATURES\n"));
    stage_close(&s);

    setup.node = "nonesuch";
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, &setup));
    assert_true(stage_shows(&s, "there is no nonesuch in this filing"));
    stage_close(&s);

    setup.node = NULL;
    setup.search = "digs";
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, &setup));
    assert_true(stage_shows(&s, "Quillon Clay"));
    stage_close(&s);
}

static void test_session(void **state)
{
    (void)state;
    char folder[] = "viewer-session-XXXXXX"; /* in the build folder */
    assert_non_null(mkdtemp(folder));
    struct session *session = session_open(folder);
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .session = session};
    setup.session_key = SLICE("0000999999-98-000001");
    struct stage s;
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 14, 80, &setup));
    stage_settle(&s);
    fire(&s, "item", "4");
    struct place place = viewer_place(s.viewer);
    viewer_save(s.viewer);
    stage_close(&s);
    assert_true(stage_open_text(&s, "made.txt", SLICE(filing), 24, 40, &setup));
    assert_int_equal(viewer_place(s.viewer).offset, place.offset);
    assert_true(stage_shows(&s, "ITEM 4."));
    stage_close(&s);
    session_free(session);
    assert_int_equal(rmdir(folder), 0);
}

/* ---- ascii, and what a filing may not do */

static void test_ascii_and_controls(void **state)
{
    (void)state;
    struct stage s;
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .ascii = true};
    static const char hostile[] = "A line with \033]52;c;AAAA\007 and \x9b[2J in it.\n\n"
                                  "<PAGE>\nSecond page \342\200\224 dash.\n";
    assert_true(stage_open_text(&s, "made.txt", SLICE(hostile), 10, 80, &setup));
    char *text = stage_text(&s);
    for (const char *at = text; *at; at++)
        assert_true(*at == '\n' || ((unsigned char)*at >= ' ' && (unsigned char)*at < 127));
    free(text);
    stage_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_focus),
        cmocka_unit_test(test_any_size),
        cmocka_unit_test(test_keys_without_work),
        cmocka_unit_test(test_waiting),
        cmocka_unit_test(test_overtaken),
        cmocka_unit_test(test_opening),
        cmocka_unit_test(test_session),
        cmocka_unit_test(test_ascii_and_controls),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
