/* SPDX-License-Identifier: MIT */
/*
 * Every action of the table, by its name, on the canvas, at three sizes: an action without a row
 * here fails.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include "config/actions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

struct act {
    const char *before;   /* keys */
    const char *argument; /* of the command, or NULL */
    const char *shows;    /* afterwards; NULL: look at the wish */
    const char *hides;    /* what is no longer there, or NULL */
    enum viewer_wish wish;
    const char *file;   /* a sample; NULL: the filing above */
    const char *narrow; /* what the small screen shows; NULL: the same; "": not looked at */
    const char *wide;   /* and the large one */
    bool says;          /* it only says something in the bottom line */
};

/* Whatever the default is: wide lines are scrolled. */
#define NOWRAP ": s e t Space n o w r a p Enter"
#define NOTES "8-K_1998_notes.txt"
#define ANNUAL "10-K_1997_full.txt"

/* A row leaves out what it does not need. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
static const struct act acts[ACTION_COUNT] = {
    [ACTION_LINE_DOWN] = {"]p", NULL, "ITEM 1.", "PART I\n", 0, NULL, NULL, "ITEM 3."},
    [ACTION_LINE_UP] = {"]p j j j", NULL, "ITEM 1.  BUSINESS", NULL, 0, NULL, NULL, "SIGNATURES"},
    [ACTION_HALF_SCREEN_DOWN] = {"]p", NULL, "ITEM 2.", "ITEM 1.", 0, NULL, NULL, "ITEM 3."},
    [ACTION_HALF_SCREEN_UP] = {"]p d", NULL, "ITEM 1.", NULL, 0},
    [ACTION_SCREEN_DOWN] = {"]p ]p ]p", NULL, "EXHIBIT INDEX\n", NULL, 0, NULL, "page 4", NULL},
    [ACTION_SCREEN_UP] = {"]p ]p", NULL, "page 2 (1) of 5 ──", NULL, 0},
    [ACTION_TOP] = {"]p ]p", NULL, "FORM 10-K\n", NULL, 0},
    [ACTION_BOTTOM] = {"", NULL, "page 5 (4) of 5 ──", NULL, 0},
    [ACTION_SCROLL_LEFT] = {NOWRAP " ]p ]] ]] l l", NULL, "‹", NULL, 0, NULL, NULL, "ITEM 2."},
    [ACTION_SCROLL_RIGHT] = {NOWRAP " ]p ]] ]]", NULL, "‹", NULL, 0, NULL, NULL,
                             "‹ant with six kilns"},
    [ACTION_SCROLL_HOME] = {NOWRAP " ]p ]] ]] l l", NULL, "A plant with", "‹", 0},
    [ACTION_NEXT_ITEM] = {"]p", NULL, "│ITEM 1.", "PART I\n", 0, NULL, "ITEM 1.", NULL},
    [ACTION_PREVIOUS_ITEM] = {"]p ]p", NULL, "│ITEM 2.", "ITEM 1.", 0, NULL, "ITEM 2.", NULL},
    [ACTION_NEXT_PAGE] = {"", NULL, "│ITEM 1.  BUSINESS", NULL, 0, NULL, "ITEM 1.", NULL},
    [ACTION_PREVIOUS_PAGE] = {"]p ]p", NULL, "│ITEM 1.  BUSINESS", NULL, 0, NULL, "ITEM 1.", NULL},
    [ACTION_NEXT_EXHIBIT] = {"", NULL, "Quillon Clay", NULL, 0},
    [ACTION_PREVIOUS_EXHIBIT] = {"]e", NULL, "FORM 10-K\n", "Quillon Clay", 0},
    [ACTION_NEXT_HEADING] = {"]p ]]", NULL, "│ITEM 2.", "ITEM 1.", 0, NULL, "ITEM 2.", NULL},
    [ACTION_PREVIOUS_HEADING] = {"]p ]] ]]", NULL, "│ITEM 1.", NULL, 0, NULL, "ITEM 1.", NULL},
    [ACTION_NEXT_PARAGRAPH] = {"]p ]]", NULL, "potteries", "ITEM 1.", 0},
    [ACTION_PREVIOUS_PARAGRAPH] = {"]p ]] } }", NULL, "potteries", "ITEM 1.", 0},
    [ACTION_GOTO_ITEM] = {"", "3", "│ITEM 3.", NULL, 0, NULL, "ITEM 3.", NULL},
    [ACTION_GOTO_PAGE] = {"", "3", "│ITEM 3.", NULL, 0, NULL, "ITEM 3.", NULL},
    [ACTION_GOTO_EXHIBIT] = {"", "21", "Quillon Clay", NULL, 0},
    [ACTION_GOTO_LINE] = {"", "11", "│ITEM 1.", "PART I\n", 0, NULL, "ITEM 1.", NULL},
    [ACTION_GOTO_PERCENT] = {"", "40", "page 2 (1)", NULL, 0},
    [ACTION_OPEN] = {"F6 j j", NULL, "│ITEM 1.", NULL, 0, NULL, "ITEM 1.", NULL},
    [ACTION_FOLD] = {"F6 gg", NULL, "▸ 10-K", "· Cover", 0},
    [ACTION_UNFOLD] = {"F6 gg h", NULL, "▾ 10-K", NULL, 0},
    [ACTION_TOGGLE_FOLD] = {"F6 gg", NULL, "▸ 10-K", NULL, 0},
    [ACTION_FOLD_ALL] = {"F6", NULL, "▸ 10-K", "· Cover", 0},
    [ACTION_UNFOLD_ALL] = {"zM", NULL, "▾ 10-K", NULL, 0, NULL, "", NULL},
    [ACTION_PARENT] = {"F6 j j j", NULL, "▾ Part I", NULL, 0},
    [ACTION_SEARCH_FORWARD] = {"]p", "glaze", "1 of 1 · page", NULL, 0},
    [ACTION_SEARCH_BACKWARD] = {"]p ]] ]]", "kilns", "?kilns  1 of 2 · page", NULL, 0},
    [ACTION_NEXT_HIT] = {"]p / k i l n s Enter", NULL, "2 of 2 · page", NULL, 0},
    [ACTION_PREVIOUS_HIT] = {"]p / k i l n s Enter n", NULL, "1 of 2 · page", NULL, 0},
    [ACTION_SEARCH_SCOPE] = {"", "filing", "searches look in this filing", NULL, 0, .says = true},
    [ACTION_CLEAR_HITS] = {"]p / k i l n s Enter", NULL, "page 2 (1)", "/kilns  1", 0, NULL, "2/5",
                           NULL},
    [ACTION_FOCUS_OTHER] = {"", NULL, "10-K", NULL, 0},
    [ACTION_FOCUS_TREE] = {"", NULL, "10-K", NULL, 0},
    [ACTION_FOCUS_TEXT] = {"F6", NULL, "10-K", NULL, 0},
    [ACTION_GROW_TREE] = {"", NULL, "BUSINESS      2│", NULL, 0, NULL, "one pane only",
                          "ISSION OF MATTERS TO A VOTE OF SEC… 3│"},
    [ACTION_SHRINK_TREE] = {"", NULL, "BUSINE… 2│", NULL, 0, NULL, "one pane only", "A VOT… 3│"},
    [ACTION_TOGGLE_TREE] = {"]p", NULL, "the tree is hidden", "│ITEM 1.", 0},
    [ACTION_TOGGLE_WRAP] = {NOWRAP " ]p", NULL, "wide lines wrap", "›\n", 0},
    [ACTION_TOGGLE_FLOW] = {"]p ]p ]p", NULL, "pages in one flow", NULL, 0},
    [ACTION_COMMAND_LINE] = {"", "page", ":page", NULL, 0},
    [ACTION_POSITION] = {"]p ]]", NULL, "Item 1 (", NULL, 0, NULL, "99 % sure", NULL},
    [ACTION_EXPLAIN_NODE] = {"]p ]]", NULL, "Item 1 ·", NULL, 0},
    [ACTION_HEADER] = {"", NULL, " Submission\n", "FORM 10-K\n", 0},
    [ACTION_HELP] = {"", NULL, "Moving", "FORM 10-K\n", 0, NULL, "closes the help", NULL},
    [ACTION_SET] = {"", "flow", "flow: yes", NULL, 0},
    [ACTION_TOGGLE_MOUSE] = {"", NULL, "the mouse is the terminal's", NULL, VIEWER_MOUSE_OFF},
    [ACTION_REDRAW] = {"", NULL, NULL, NULL, VIEWER_REDRAW},
    [ACTION_SUSPEND] = {"", NULL, NULL, NULL, VIEWER_SUSPEND},
    [ACTION_CANCEL] = {"F1", NULL, "FORM 10-K\n", "Moving", 0},
    [ACTION_CLOSE] = {"", NULL, NULL, NULL, VIEWER_QUIT},
    [ACTION_QUIT] = {"", NULL, NULL, NULL, VIEWER_QUIT},
    [ACTION_SCROLL_END] = {NOWRAP " ]p ]] ]]", NULL, "‹", NULL, 0, NULL, NULL, "ITEM 2."},
    [ACTION_NEXT_NOTE] = {"", NULL, "NOTE 1", NULL, 0, ANNUAL},
    [ACTION_PREVIOUS_NOTE] = {"]n ]n ]n", NULL, "NOTE 2", NULL, 0, ANNUAL},
    [ACTION_NEXT_TABLE] = {"", NULL, "│                                            June 30,", NULL,
                           0, NOTES, "2/3", NULL},
    [ACTION_PREVIOUS_TABLE] = {"G", NULL, "│                                            June 30,",
                               NULL, 0, NOTES, "2/3", NULL},
    [ACTION_NEXT_SENTENCE] = {"]]", NULL, "GENERAL\n", "│ITEM 1.", 0, ANNUAL, "GENERAL", "GENERAL"},
    [ACTION_PREVIOUS_SENTENCE] = {"]p ]] ) )", NULL, "potteries", NULL, 0},
    [ACTION_NEXT_WORD] = {"]p ]] v", NULL, "closes the selection", NULL, 0},
    [ACTION_PREVIOUS_WORD] = {"]p ]] v w", NULL, "closes the selection", NULL, 0},
    [ACTION_WORD_END] = {"]p ]] v", NULL, "closes the selection", NULL, 0},
    [ACTION_PLACE_TOP] = {"]p / g l a z e Enter", NULL, "│     A second", NULL, 0, NULL, "", NULL},
    [ACTION_PLACE_MIDDLE] = {"]p ]p ]p ]p ]p ]p ]p ]p ]p / p u m p s Enter", NULL, "pumps", NULL, 0,
                             ANNUAL},
    [ACTION_PLACE_BOTTOM] = {"]p ]p ]p ]p ]p ]p ]p ]p ]p / p u m p s Enter", NULL, "pumps", NULL, 0,
                             ANNUAL},
    [ACTION_GOTO_NOTE] = {"", "2", "NOTE 2", NULL, 0, ANNUAL},
    [ACTION_GOTO_SECTION] = {"]e", "4.2", "4.2", NULL, 0, NOTES},
    [ACTION_GOTO_ARTICLE] = {"]e", "IV", "ARTICLE IV", NULL, 0, NOTES},
    [ACTION_GOTO_PART] = {"", "II", "PART II", NULL, 0},
    [ACTION_GOTO_DOCUMENT] = {"", "EX-21", "Quillon Clay", NULL, 0},
    [ACTION_GOTO_NODE] = {"", "signatures", "SIGNATURES", NULL, 0},
    [ACTION_GOTO_FILE] = {"", NULL, "file", NULL, 0, .says = true},
    [ACTION_BACK] = {"]p ]] ]]", NULL, "│ITEM 1.", NULL, 0, NULL, "ITEM 1.", NULL},
    [ACTION_FORWARD] = {"]p ]] ]] Ctrl-O", NULL, "│ITEM 2.", NULL, 0, NULL, "ITEM 2.", NULL},
    [ACTION_JUMPS] = {"]p ]] ]]", NULL, "Jumps", NULL, 0},
    [ACTION_NEXT_LINK] = {"", NULL, "Exhibit 4.1", NULL, 0, NOTES},
    [ACTION_PREVIOUS_LINK] = {"G", NULL, "incorporated by reference", NULL, 0, NOTES},
    [ACTION_FOLLOW] = {"Tab", NULL, "NOTE PURCHASE", NULL, 0, NOTES},
    [ACTION_PEEK] = {"Tab", NULL, "NOTE PURCHASE", NULL, 0, NOTES, "EXHIBIT 4.1", NULL},
    [ACTION_DEFINITION] = {"]e", "Mill", "stave mill at Marietta", NULL, 0, NOTES, "stave mill at",
                           NULL},
    [ACTION_LINKS] = {"", NULL, "Links", NULL, 0, NOTES},
    [ACTION_COPY_TARGET] = {"Tab", NULL, "copied", NULL, VIEWER_COPY, NOTES, .says = true},
    [ACTION_FIND_NODE] = {"", NULL, "1 of 75", NULL, 0, ANNUAL},
    [ACTION_FILTER_TREE] = {"", "prop", "PROPERTIES", NULL, 0, NULL, "", NULL},
    [ACTION_TOGGLE_READ] = {"F6", NULL, "read", NULL, 0, .says = true},
    [ACTION_HIT_LIST] = {"]p / k i l n s Enter", NULL, "Hits", NULL, 0},
    [ACTION_MATCHING_LINES] = {"", "kilns", "six kilns", NULL, 0, NULL, "1 of 3", NULL},
    [ACTION_ENTER_TABLE] = {"]p", NULL, "columns 1-", NULL, 0, NOTES},
    [ACTION_TABLES] = {"", NULL, "Tables", NULL, 0, NOTES},
    [ACTION_FREEZE_COLUMNS] = {"]p t l", NULL, "columns", NULL, 0, NOTES, .says = true},
    [ACTION_ZOOM_TABLE] = {"]p t", NULL, "columns 1-", NULL, 0, NOTES},
    [ACTION_COPY_ROW] = {"]p t", NULL, "copied", NULL, VIEWER_COPY, NOTES, .says = true},
    [ACTION_COPY_COLUMN] = {"]p t", NULL, "copied", NULL, VIEWER_COPY, NOTES, .says = true},
    [ACTION_COPY_TABLE] = {"]p t", NULL, "copied", NULL, VIEWER_COPY, NOTES, .says = true},
    [ACTION_SELECT_TEXT] = {"]p", NULL, "closes the selection", NULL, 0},
    [ACTION_SELECT_LINES] = {"]p", NULL, "closes the selection", NULL, 0},
    [ACTION_SWAP_ENDS] = {"]p V j j", NULL, "closes the selection", NULL, 0},
    [ACTION_COPY] = {"]p V j", NULL, "copied", NULL, VIEWER_COPY},
    [ACTION_COPY_CITED] = {"]p V j", NULL, "copied", NULL, VIEWER_COPY},
    [ACTION_SAVE] = {"", "/nonexistent/x.txt", "/nonexistent/x.txt", NULL, 0, .says = true},
    [ACTION_PIPE] = {"", "cat", NULL, NULL, VIEWER_RUN},
    [ACTION_EDIT] = {"", NULL, NULL, NULL, VIEWER_RUN},
    [ACTION_SET_MARK] = {"]p", "a", "mark", NULL, 0},
    [ACTION_GOTO_MARK] = {"]p m a G", "a", "PART I", NULL, 0},
    [ACTION_MARKS] = {"]p m a", NULL, "Marks", NULL, 0},
    [ACTION_HIGHLIGHT] = {"]p ]]", NULL, "highlight", NULL, 0},
    [ACTION_ANNOTATE] = {"]p ]]", "check this", "note", NULL, 0},
    [ACTION_NOTES] = {"]p ]] z h", NULL, "Notes", NULL, 0},
    [ACTION_EXPORT_NOTES] = {"]p ]] z h", "/nonexistent/x.md", "/nonexistent/x.md", NULL, 0,
                             .says = true},
    [ACTION_REMOVE] = {"", NULL, "nothing is removed here", NULL, 0, .says = true},
    [ACTION_SPLIT_BELOW] = {"", NULL, "closes", NULL, 0},
    [ACTION_SPLIT_BESIDE] = {"", NULL, "closes", NULL, 0, NULL, "│ 10-K › Cover", NULL},
    [ACTION_OTHER_WINDOW] = {"Ctrl-W s ]e Ctrl-W p", NULL, "Quillon Clay", NULL, 0},
    [ACTION_CLOSE_WINDOW] = {"Ctrl-W s ]e", NULL, "q quit", NULL, 0},
    [ACTION_OPEN_FILE] = {"", "/nonexistent", "/nonexistent: no such file", NULL, 0, .says = true},
    [ACTION_FILES] = {"", NULL, "Filings", NULL, 0},
    [ACTION_NEXT_FILE] = {"", NULL, "one filing is open", NULL, 0, .says = true},
    [ACTION_PREVIOUS_FILE] = {"", NULL, "one filing is open", NULL, 0, .says = true},
    [ACTION_RECENT] = {"", NULL, "filings", NULL, 0},
    [ACTION_MAP] = {"", "gg", "top", NULL, 0, .says = true},
    [ACTION_THEME] = {"", "light", "light", NULL, 0},
};

/* Rows and columns; the first is what the rows above are written for. */
static const struct size {
    int rows, columns;
} sizes[] = {{14, 80}, {9, 44}, {50, 160}};

static void open_for(struct stage *s, const struct act *act, struct size size)
{
    char path[512];
    const char *top = getenv("srcdir");
    if (!act->file) {
        assert_true(stage_open_text(s, "made.txt", SLICE(filing), size.rows, size.columns, NULL));
    } else {
        (void)snprintf(path, sizeof path, "%s/samples/%s", top ? top : ".", act->file);
        assert_true(stage_open_file(s, path, size.rows, size.columns, NULL));
    }
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

/* What the screen of that size must show; NULL: nothing in particular. */
static const char *shown_at(const struct act *act, size_t size)
{
    const char *own = size == 1 ? act->narrow : size == 2 ? act->wide : NULL;
    return own && !*own ? NULL : own ? own : act->shows;
}

/* All that is seen: letters, styles, and where the cursor is. */
static struct buffer all_of(struct stage *s)
{
    struct buffer all = {0};
    stage_draw(s);
    const struct canvas *c = &s->canvas;
    buffer_addf(&all, "%d,%d ", c->cursor_row, c->cursor_column);
    /* The bottom line says what it always says. */
    for (int i = 0; i < (c->rows - 1) * c->columns; i++)
        buffer_addf(&all, "%x/%x/%x/%x ", c->cells[i].code, (unsigned)c->cells[i].style.attributes,
                    (unsigned)c->cells[i].style.foreground, (unsigned)c->cells[i].style.background);
    return all;
}

/* How many things are not as they should be. */
static int act_at(const struct action *action, const struct act *act, size_t size)
{
    struct stage s;
    int wrong = 0;
    const char *shows = shown_at(act, size);
    open_for(&s, act, sizes[size]);
    stage_keys(&s, act->before);
    struct buffer before = all_of(&s);
    fire(&s, action->name, act->argument);
    char *text = stage_text(&s);
    struct buffer after = all_of(&s);
    if (size == 0 && act->shows && !act->says &&
        slice_equal(buffer_slice(&before), buffer_slice(&after)))
        wrong += (print_error("%s changes nothing:\n%s", action->name, text), 1);
    buffer_deinit(&before);
    buffer_deinit(&after);
    if (shows && !strstr(text, shows))
        wrong += (print_error("%s, %d columns, does not show '%s':\n%s", action->name,
                              sizes[size].columns, shows, text),
                  1);
    if (size == 0 && act->hides && strstr(text, act->hides))
        wrong += (print_error("%s still shows '%s':\n%s", action->name, act->hides, text), 1);
    enum viewer_wish wish = viewer_wish(s.viewer);
    if (wish != act->wish)
        wrong +=
            (print_error("%s wishes %d, not %d\n", action->name, (int)wish, (int)act->wish), 1);
    free(text);
    stage_close(&s);
    return wrong;
}

static void test_every_action(void **state)
{
    (void)state;
    int wrong = 0;
    for (int id = 0; id < ACTION_COUNT; id++) {
        const struct action *action = action_get((enum action_id)id);
        if (!acts[id].before) {
            wrong += (print_error("%s has no row here\n", action->name), 1);
            continue;
        }
        for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++)
            wrong += act_at(action, &acts[id], size);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_action)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
