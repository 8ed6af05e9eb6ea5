/* SPDX-License-Identifier: MIT */
/* Taking text away from the whole program: the clipboard, files, commands, the editor. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "terminal/opened.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* Opens the bare 8-K at its Item. */
static struct harness *open_item(struct harness_setup setup)
{
    setup.home = "taking";
    struct harness *h = opened_at(setup, opened_sample("8-K_2004_bare.txt"));
    harness_expect_text(h, "of 4");
    opened_go(h, "]]", "Item 12. RESULTS OF OPERATIONS");
    harness_expect_text(h, "8-K \xE2\x80\xBA Item 12");
    return h;
}

static void type_line(struct harness *h, const char *keys, const char *line)
{
    harness_keys(h, keys);
    harness_expect_text(h, "Esc leaves");
    harness_type(h, line);
    harness_keys(h, "Enter");
}

/* ---- the clipboard */

#define HEADING "Item 12. RESULTS OF OPERATIONS AND FINANCIAL CONDITION."
#define BASE64 "SXRlbSAxMi4gUkVTVUxUUyBPRiBPUEVSQVRJT05TIEFORCBGSU5BTkNJQUwgQ09ORElUSU9OLg=="

static void test_copy(void **state)
{
    (void)state;
    struct harness *h = open_item((struct harness_setup){0});
    opened_go(h, "y", "copied the paragraph");
    harness_assert(h, harness_wait_sent(h, "\033]52;c;" BASE64 "\a"));
    assert_string_equal(harness_copied(h), BASE64);
    /* The selection: the first word. */
    opened_go(h, "v 3 l y", "copied 1 line (4 bytes)");
    harness_assert(h, harness_wait_sent(h, "\033]52;c;SXRlbQ==\a"));
    opened_quit(h);
}

/* tmux passes it on when it is told to; screen in short strings; others would show it. */
static void test_copy_through(void **state)
{
    static const char *const in_tmux[] = {"TMUX=/tmp/none,1,0", "STY", NULL};
    static const char *const in_screen[] = {"STY=1.here", "TMUX", NULL};
    static const char *const alone[] = {"STY", "TMUX", NULL};
    static const struct {
        const char *const *environment;
        const char *term, *sent, *shows;
    } cases[] = {
        {in_tmux, "tmux-256color", "\033Ptmux;\033\033]52;c;" BASE64 "\a\033\\", "copied the para"},
        {in_screen, "screen-256color", "\033P\033]52;c;" BASE64 "\a\033\\", "copied the para"},
        {alone, "vt100", NULL, "not copied: a terminal 'vt100'"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct harness *h = open_item((struct harness_setup){
            .environment = cases[i].environment, .term = cases[i].term, .columns = 100});
        opened_go(h, "y", cases[i].shows);
        if (cases[i].sent) {
            harness_assert(h, harness_wait_sent(h, cases[i].sent));
        } else {
            struct slice sent = harness_sent(h);
            harness_assert(h, slice_find(sent, SLICE("]52;")) == sent.len);
        }
        opened_quit(h);
    }
}

/* The text of a file in the home folder of the program, "" when there is none. */
static const char *text_of(struct harness *h, const char *name)
{
    static char text[8192];
    char path[OPENED_PATH];
    (void)snprintf(path, sizeof path, "%s/%s", harness_home(h), name);
    FILE *file = fopen(path, "rb");
    size_t len = file ? fread(text, 1, sizeof text - 1, file) : 0;
    if (file)
        (void)fclose(file);
    text[len] = '\0';
    return text;
}

static void test_copy_by_command(void **state)
{
    (void)state;
    struct harness *h = open_item((struct harness_setup){.columns = 100});
    type_line(h, ":", "set clipboard=cat > \"$HOME/copied\"");
    harness_expect_text(h, "clipboard: cat");
    opened_go(h, "y", "copied the paragraph");
    assert_string_equal(text_of(h, "copied"), HEADING);
    type_line(h, ":", "set clipboard=exit 3");
    harness_expect_text(h, "clipboard: exit 3");
    opened_go(h, "y", "not copied: exit: exit 3");
    type_line(h, ":", "set clipboard=none");
    harness_expect_text(h, "clipboard: none");
    opened_go(h, "y", "not copied: the option clipboard is none");
    type_line(h, ":", "set clipboard-limit=1000");
    type_line(h, ":", "set clipboard=osc52");
    harness_expect_text(h, "clipboard: osc52");
    opened_go(h, "V j j j j j j j j j j j j j j j y", "too much for the terminal");
    struct slice sent = harness_sent(h);
    harness_assert(h, slice_find(sent, SLICE("]52;")) == sent.len);
    harness_expect_text(h, "q closes the selection");
    harness_keys(h, "Esc");
    harness_expect_gone(h, "q closes the selection");
    opened_quit(h);
}

/* ---- files */

static void test_save(void **state)
{
    (void)state;
    struct harness *h = open_item((struct harness_setup){.columns = 100});
    type_line(h, ":", "save node ~/item.txt");
    harness_expect_text(h, "saved");
    harness_assert(h, strncmp(text_of(h, "item.txt"), HEADING "\n\n     On April 21", 70) == 0);
    harness_assert(h, strstr(text_of(h, "item.txt"), "in express words.\n") != NULL);
    opened_go(h, "v 3 l", "8-K");
    type_line(h, ":", "save ~/item.txt");
    harness_expect_text(h, " is there already");
    opened_go(h, "n", "not saved");
    harness_assert(h, strlen(text_of(h, "item.txt")) > 100);
    type_line(h, ":", "save ~/item.txt");
    harness_expect_text(h, " is there already");
    opened_go(h, "y", "saved 5 bytes");
    assert_string_equal(text_of(h, "item.txt"), "Item\n");
    harness_keys(h, "Esc");
    opened_quit(h);
}

static bool is_there(struct harness *h, void *name)
{
    return *text_of(h, name) != '\0';
}

/* The file is written: it has its name only then. */
static void expect_saved(struct harness *h, const char *name)
{
    harness_assert(h, harness_wait(h, is_there, (void *)(size_t)name));
}

/* What is no text is saved as it was before it was put into the filing; the name is offered. */
static void test_save_files(void **state)
{
    (void)state;
    struct harness *h = opened_at((struct harness_setup){.home = "taking", .columns = 110},
                                  opened_sample("8-K_2014_full.txt"));
    type_line(h, ":", "file vscchart.gif");
    harness_expect_text(h, "[file: vscchart.gif, GIF image, 190 bytes]");
    opened_go(h, "s", "as: vscchart.gif");
    harness_type(h, "~/chart.gif\r");
    harness_expect_text(h, "saved 190 bytes");
    harness_assert(h, strncmp(text_of(h, "chart.gif"), "GIF8", 4) == 0);
    type_line(h, ":", "file MetaLinks.json");
    harness_expect_text(h, "MetaLinks");
    type_line(h, ":", "save ~/links.json");
    expect_saved(h, "links.json");
    harness_assert(h, strchr(text_of(h, "links.json"), '{') != NULL);
    type_line(h, ":", "document EX-99.1");
    harness_expect_text(h, "EX-99.1 \xE2\x80\xBA");
    type_line(h, ":", "save exhibit ~/tables.csv");
    expect_saved(h, "tables.csv");
    harness_assert(h, strchr(text_of(h, "tables.csv"), ',') != NULL);
    type_line(h, ":", "save exhibit ~/exhibit.htm");
    expect_saved(h, "exhibit.htm");
    harness_assert(h, strstr(text_of(h, "exhibit.htm"), "<") != NULL);
    type_line(h, ":", "save exhibit ~/exhibit.md");
    expect_saved(h, "exhibit.md");
    harness_assert(h, strstr(text_of(h, "exhibit.md"), "**") != NULL);
    harness_assert(h, strstr(text_of(h, "exhibit.md"), "|---:|") != NULL);
    opened_quit(h);
}

static void test_restricted(void **state)
{
    (void)state;
    const char *const arguments[] = {"--restrict", opened_sample("8-K_2004_bare.txt"), NULL};
    struct harness *h = opened_start((struct harness_setup){.home = "taking"}, arguments);
    harness_expect_text(h, "8-K \xE2\x80\xBA Cover");
    opened_go(h, "s", "saving is off");
    opened_go(h, "|", "piping is off");
    opened_go(h, "E", "the editor is off");
    opened_go(h, "y", "copied the paragraph");
    /* A command that reads copies is a command, too. */
    type_line(h, ":", "set clipboard=cat > \"$HOME/restricted\"");
    harness_expect_text(h, "clipboard: cat");
    opened_go(h, "y", "copied the paragraph");
    assert_string_equal(text_of(h, "restricted"), "");
    opened_quit(h);
}

/* ---- commands */

static void go_back(struct harness *h, const char *says)
{
    harness_expect_text(h, "press Enter");
    harness_assert(h, harness_mode(h, 1049) == 0);
    harness_keys(h, "Enter");
    harness_expect_text(h, "8-K_2004_bare.txt");
    harness_expect_text(h, says);
    harness_assert(h, harness_wait_mode(h, 1049, true));
    harness_assert(h, harness_wait_mode(h, 1000, true));
}

static void test_pipe(void **state)
{
    static const struct {
        const char *command, *shows, *says;
    } cases[] = {
        {"grep -c Pellucid", "[piped to grep -c Pellucid]", "piped to grep -c Pellucid"},
        {"exit 7", "[exit: exit 7]", "exit: exit 7"},
        {"no-such-thing", "not found", "no-such-thing: not found"},
        {"head -n 1", HEADING, "piped to head -n 1"},
        /* whatever it does to the terminal */
        {"stty raw -echo </dev/tty; printf '\\033[?1003h\\033[31m\\033[?25l'", "press Enter",
         "piped to stty"},
        {"sh -c 'kill -KILL $PPID'", "press Enter", "sh: ended by signal 9"},
    };
    (void)state;
    struct harness *h = open_item((struct harness_setup){.columns = 100});
    for (size_t i = 0; i < COUNT(cases); i++) {
        type_line(h, "|", cases[i].command);
        harness_expect_text(h, cases[i].shows);
        go_back(h, cases[i].says);
        harness_assert(h, harness_mode(h, 1003) != 1);
        opened_go(h, "j", "page 2 of 4");
    }
    opened_quit(h);
    if (!opened_can_stop())
        return;
    /* The terminal is as it was. */
    h = open_item((struct harness_setup){0});
    type_line(h, "|", "stty raw -echo </dev/tty");
    go_back(h, "piped to stty");
    harness_keys(h, "Ctrl-Z");
    harness_assert(h, harness_wait_stopped(h));
    harness_assert(h, harness_is_cooked(h));
    harness_continue(h, true);
    harness_expect_text(h, "8-K_2004_bare.txt");
    opened_quit(h);
}

/* What takes more than one slice of work is copied, and piped, without a further key. */
static void test_long(void **state)
{
    static const char name[] = "long.txt";
    (void)state;
    struct buffer path = {0};
    const char *folder = getenv("TMPDIR");
    buffer_addf(&path, "%s/folio-taking-%ld-%s", folder && *folder ? folder : "/tmp",
                (long)getpid(), name);
    FILE *file = fopen(buffer_text(&path), "w");
    assert_non_null(file);
    (void)fputs("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n", file);
    for (unsigned i = 0; i < 60000; i++)
        (void)fprintf(file, "Line %u of a very long text\n\n", i);
    (void)fputs("</TEXT>\n</DOCUMENT>\n", file);
    assert_int_equal(fclose(file), 0);
    struct harness *h =
        opened_at((struct harness_setup){.home = "taking", .columns = 100}, buffer_text(&path));
    harness_expect_text(h, "Line 0 of");
    type_line(h, ":", "set clipboard=wc -l >\"$HOME/copied\"");
    harness_expect_text(h, "clipboard: wc -l");
    opened_go(h, "g g V G y", "copied 119999 lines");
    assert_string_equal(text_of(h, "copied"), "119998\n");
    harness_keys(h, "g g");
    type_line(h, "|", "wc -l");
    harness_expect_text(h, "119999");
    harness_expect_text(h, "press Enter");
    harness_keys(h, "Enter");
    harness_expect_text(h, "8-K");
    harness_expect_text(h, "piped to wc -l");
    harness_assert(h, harness_wait_mode(h, 1049, true));
    opened_quit(h);
    assert_int_equal(unlink(buffer_text(&path)), 0);
    buffer_deinit(&path);
}

/* Ctrl-C is the command's; the size may change; Ctrl-Z stops both. What the command says does not
 * stand so in the line that is typed, or that would be taken for it. */
static void test_pipe_signals(void **state)
{
    (void)state;
    if (!opened_can_stop())
        skip();
    struct harness *h = open_item((struct harness_setup){0});
    type_line(h, "|", "trap 'echo again' CONT; echo he''re; while :; do sleep 0.05; done");
    harness_expect_text(h, "here");
    harness_type(h, "\x1A");
    harness_assert(h, harness_wait_stopped(h));
    harness_continue(h, true);
    harness_expect_text(h, "again");
    harness_resize(h, 30, 110);
    harness_type(h, "\x03");
    go_back(h, "trap: ended by signal 2");
    harness_expect_text(h, "F1 help");
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, "q quit", &row, &column) && row == 29 && column == 103);
    opened_quit(h);
}

/* The terminal goes away while a command has it. */
static void test_pipe_hangup(void **state)
{
    (void)state;
    struct harness *h = open_item((struct harness_setup){0});
    type_line(h, "|", "echo he''re; sleep 1000");
    harness_expect_text(h, "here");
    harness_hang_up(h);
    harness_expect_exit(h, 0);
    harness_end(h);
}

static bool is_gone(const char *path)
{
    return access(path, F_OK) != 0 && errno == ENOENT;
}

/* The editor gets a file of the reader's own, on the terminal; it is gone afterwards. */
static void test_edit(void **state)
{
    static const char *const editors[] = {
        "VISUAL=sh -c 'echo \"$0\" >\"$HOME/path\"; stat -c %a \"$0\" >\"$HOME/mode\"; "
        "cp \"$0\" \"$HOME/copy\"; test -t 0 && test -t 1 && echo on the terminal; read x'",
        NULL};
    static const char *const changes[] = {"VISUAL=", "EDITOR=sh -c 'echo more >>\"$0\"; exit 0'",
                                          NULL};
    static const char *const fails[] = {"VISUAL=sh -c 'exit 4'", NULL};
    (void)state;
    struct harness *h = open_item((struct harness_setup){.environment = editors});
    harness_keys(h, "E");
    harness_expect_text(h, "on the terminal");
    harness_type(h, "\r");
    harness_expect_text(h, "8-K_2004_bare.txt");
    assert_string_equal(text_of(h, "mode"), "600\n");
    harness_assert(h, strncmp(text_of(h, "copy"), HEADING "\n", sizeof HEADING) == 0);
    char path[OPENED_PATH];
    (void)snprintf(path, sizeof path, "%s", text_of(h, "path"));
    path[strcspn(path, "\n")] = '\0';
    harness_assert(h, *path == '/' && is_gone(path));
    opened_quit(h);
    h = open_item((struct harness_setup){.environment = changes});
    opened_go(h, "E", "a filing is never changed");
    opened_quit(h);
    h = open_item((struct harness_setup){.environment = fails});
    opened_go(h, "E", "sh: exit 4");
    opened_quit(h);
}

/* The mouse selects; the button let go leaves the selection. */
static void test_mouse(void **state)
{
    (void)state;
    struct harness *h = open_item((struct harness_setup){0});
    int row = 0, column = 0;
    harness_assert(h, harness_find_text(h, "Item 12. RES", &row, &column));
    harness_mouse(h, row, column, 1, true);
    harness_mouse(h, row, column + 7, 0, true);
    harness_mouse(h, row, column + 7, 1, false);
    harness_expect_text(h, "selecting: y copies");
    harness_assert(h, harness_cell(h, row, column).reverse);
    harness_assert(h, harness_cell(h, row, column + 7).reverse);
    harness_assert(h, !harness_cell(h, row, column + 8).reverse);
    harness_assert(h, harness_wait_cursor(h, row, column + 7));
    opened_go(h, "y", "copied 1 line (8 bytes)");
    harness_assert(h, harness_wait_sent(h, "\033]52;c;SXRlbSAxMi4=\a"));
    opened_quit(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_copy_through),
        cmocka_unit_test(test_copy_by_command),
        cmocka_unit_test(test_save),
        cmocka_unit_test(test_save_files),
        cmocka_unit_test(test_restricted),
        cmocka_unit_test(test_pipe),
        cmocka_unit_test(test_long),
        cmocka_unit_test(test_pipe_signals),
        cmocka_unit_test(test_pipe_hangup),
        cmocka_unit_test(test_edit),
        cmocka_unit_test(test_mouse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
