/* SPDX-License-Identifier: MIT */
/*
 * Nothing that a stranger wrote commands the terminal: every control character, of a filing, its
 * header, its name, a configuration or a state file, in every place that prints.
 *
 * What the program sent is read byte by byte: only what it says itself may be in it.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "terminal/opened.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

/* The number that stands in each sequence of the stranger's, and in none of the program's. */
#define MARK "6661"

/* ---- what the stranger writes */

/* Sequences that a terminal would obey. */
static const char *const sequences[] = {
    "\033[" MARK "m",
    "\033]0;" MARK "\007",
    "\033]52;c;" MARK "\033\\",
    "\033P" MARK "\033\\",
    "\033_" MARK "\033\\",
    "\033^" MARK "\033\\",
    "\033X" MARK "\033\\",
    "\033[?" MARK "h",
    "\033[" MARK ";1H",
    "\xC2\x9B" MARK "m",
    "\xC2\x9D" MARK "\xC2\x9C",
    "\x9B" MARK "m",
    "\x9D" MARK "\x9C",
    "\033c",
    "\033(0",
    "\033[c",
    "\033[6n",
};

/* Characters that show nothing, and turn, part or hide what stands beside them. */
static const uint32_t unseen[] = {
    0x202A, 0x202B, 0x202C, 0x202D, 0x202E,  0x2066,  0x2067,  0x2068,
    0x2069, 0x200E, 0x200F, 0x061C, 0x206A,  0x206F,  0x2028,  0x2029,
    0xFFF9, 0xFFFA, 0xFFFB, 0x180E, 0x1D173, 0xE0001, 0xE0041, 0xE007F,
};

/* Adds all that a name can have, in one line. */
static void add_name_poison(struct buffer *out)
{
    for (int c = 1; c < 0x20; c++)
        if (c != '\n')
            buffer_add_byte(out, (char)c);
    buffer_add_byte(out, 0x7F);
    for (uint32_t c = 0x80; c < 0xA0; c++)
        buffer_add_utf8(out, c);
    for (size_t i = 0; i < 9; i++)
        buffer_add_text(out, sequences[i]);
}

/* Adds all of it without what ends a line. */
static void add_poison(struct buffer *out)
{
    for (int c = 1; c < 0x20; c++)
        if (c != '\n' && c != '\r' && c != '\f')
            buffer_add_byte(out, (char)c);
    buffer_add_byte(out, 0x7F);
    for (uint32_t c = 0x80; c < 0xA0; c++)
        buffer_add_utf8(out, c);
    for (size_t i = 0; i < COUNT(sequences); i++)
        buffer_add_text(out, sequences[i]);
    for (size_t i = 0; i < COUNT(unseen); i++)
        buffer_add_utf8(out, unseen[i]);
}

/* Adds some of it, other each time: a file in which too much is no text is refused. */
static void add_some_poison(struct buffer *out, size_t turn)
{
    unsigned control = (unsigned)(turn * 7 % 0x20);
    buffer_add_text(out, sequences[turn % COUNT(sequences)]);
    buffer_add_text(out, sequences[(turn * 5 + 3) % COUNT(sequences)]);
    if (control > 0 && !strchr("\n\r\f", (int)control))
        buffer_add_byte(out, (char)control);
    if (turn % 8 == 0)
        buffer_add_byte(out, 0x7F);
    for (size_t i = 0; i < 4; i++)
        buffer_add_utf8(out, unseen[(turn * 4 + i) % COUNT(unseen)]);
    buffer_add_utf8(out, 0x80 + (uint32_t)(turn * 11 % 0x20));
}

/* The same as HTML and XML can name them. */
static void add_named_poison(struct buffer *out, size_t turn)
{
    for (unsigned c = 0; c < 0xA0; c = c == 0x1F ? 0x7F : c + 1)
        buffer_addf(out, "&#%u;", c);
    for (size_t i = 0; i < COUNT(unseen); i++)
        buffer_addf(out, "&#x%X;", (unsigned)unseen[i]);
    buffer_add_text(out, "&#27;[" MARK "m&#x9b;" MARK "m&#27;]0;" MARK "&#7;");
    add_some_poison(out, turn);
}

/* Adds a text in which each "@" is poison. */
static void add_poisoned(struct buffer *out, const char *text, bool named)
{
    for (size_t turn = 0; *text; text++)
        if (*text != '@')
            buffer_add_byte(out, *text);
        else if (named)
            add_named_poison(out, turn++);
        else
            add_some_poison(out, turn++);
}

static const char filing_head[] =
    "<SEC-DOCUMENT>0009900301-97-000007.txt : 19970327\n"
    "<SEC-HEADER>0009900301-97-000007.hdr.sgml : 19970327\n"
    "ACCESSION NUMBER:\t\t0009900301-97-000007\n"
    "CONFORMED SUBMISSION TYPE:\t10-K@\nPUBLIC DOCUMENT COUNT:\t\t9\n"
    "ITEM INFORMATION:\t\tFi@nancial\n"
    "FILED AS OF DATE:\t\t19970327\nFILER:\n\n\tCOMPANY DATA:\t\n"
    "\t\tCOMPANY CONFORMED NAME:\t\t\tMERRI@MOOR CORP\n\t\tSTATE OF INCORPORATION:\tD@E\n"
    "\tBUSINESS ADDRESS:\t\n\t\tSTREET 1:\t\t21@5 PENSTOCK\n</SEC-HEADER>\n"
    "<DOCUMENT>\n<TYPE>10-K@\n<SEQUENCE>1\n<FILENAME>na@me.txt\n<DESCRIPTION>AN@NUAL\n<TEXT>\n"
    "                      FORM 10-K\n\n                  MERRI@MOOR CORP\n\n"
    "PART I\n\nITEM 1.  BUS@INESS\n\nThe pump@ needle words. See Item 2@ and Note 1 and\n"
    "Exhibit 10.1@. The term (the \"Com@pany\") stands here.\n\n<PAGE>\n\n"
    "ITEM 2.  PROP@ERTIES\n\nWords@.\n\n<TABLE>\n<CAPTION>\n                 1996@      1995\n"
    "<S>              <C>        <C>\nSales@           $ 1,234@    $ 1,100\nCost               900"
    "       800\n</TABLE>\n\nNOTES TO FINANCIAL STATEMENTS\n\nNote 1.  Pol@icies\n\nWords.\n\n"
    "EXHIBIT INDEX\n\n 10.1@    Agree@ment of sale, incorporated by reference to Form 8-K@\n\n"
    "</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-10.1@\n<SEQUENCE>2\n<FILENAME>b@.gif\n<DESCRIPTION>AG@R\n<TEXT>\n"
    "begin 644 b@.gif\n#0V%T\n`\nend\n</TEXT>\n</DOCUMENT>\n"
    "<DOCUMENT>\n<TYPE>EX-99@\n<SEQUENCE>3\n<FILENAME>c.htm\n<TEXT>\n";
static const char html[] =
    "<html><head><title>Ti@tle</title></head><body>\n<p><b>ITEM 1. FIRST@ THING</b></p>\n"
    "<p style=\"color:red@\">Words@ of <a href=\"http://x/@\" title=\"@\">a link@</a> and <img "
    "src=\"p@.gif\" alt=\"al@t\"/> <a href=\"#a@\">near</a> Note 7@</p>\n<table><tr><td>Sales@</td>"
    "<td>1,2@34</td><td>5</td></tr><tr><td>Cost@</td><td>9</td><td>8</td></tr></table>"
    "<pre>pre@</pre></body></html>\n";
static const char xml[] =
    "</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>4@\n<SEQUENCE>4\n<FILENAME>d@.xml\n<TEXT>\n<XML>\n"
    "<?xml version=\"1.0\"?>\n<unknownThing><na-me>va@lue</na-me><b x=\"@\">@</b></unknownThing>\n"
    "</XML>\n</TEXT>\n</DOCUMENT>\n";

static void write_file(const char *path, struct slice bytes)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.at, 1, bytes.len, f), bytes.len);
    assert_int_equal(fclose(f), 0);
}

/* A file whose name commands, too; relative, in the folder that the tests run in. */
static char *write_filing(void)
{
    struct buffer name = {0}, bytes = {0};
    buffer_add_text(&name, "safety-");
    add_name_poison(&name);
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == '/')
            name.at[i] = '-';
    name.len = name.len > 200 ? 200 : name.len;
    buffer_add_text(&name, ".txt");
    add_poisoned(&bytes, filing_head, false);
    add_poisoned(&bytes, html, true);
    add_poisoned(&bytes, xml, true);
    write_file(buffer_text(&name), buffer_slice(&bytes));
    char *path = slice_copy(buffer_slice(&name));
    buffer_deinit(&name);
    buffer_deinit(&bytes);
    return path;
}

/* ---- what comes out */

static bool is_unseen(uint32_t code)
{
    for (size_t i = 0; i < COUNT(unseen); i++)
        if (unseen[i] == code)
            return true;
    return false;
}

/* Behind the escape sequence that begins here; none of the program's has the mark in it. */
static size_t behind_sequence(struct slice s, size_t at)
{
    size_t i = at + 1;
    if (i < s.len && strchr("]P_^X", s.at[i])) {
        while (i < s.len && s.at[i] != '\a' && !(s.at[i] == '\\' && s.at[i - 1] == '\033'))
            i++;
    } else if (i < s.len && s.at[i] == '[') {
        for (i++; i < s.len && (s.at[i] < '@' || s.at[i] > '~');)
            i++;
    } else if (i < s.len && strchr("()*+", s.at[i])) {
        i++;
    }
    return i + 1 < s.len ? i + 1 : s.len;
}

/* Says what is wrong with the bytes, or NULL. */
static const char *fault(struct slice s, size_t *where)
{
    for (size_t i = 0; i < s.len;) {
        unsigned char c = (unsigned char)s.at[i];
        *where = i;
        if (c == 0x1B) {
            size_t end = behind_sequence(s, i);
            struct slice sequence = slice_cut(s, i, end);
            if (slice_find(sequence, SLICE(MARK)) < sequence.len)
                return "a sequence of the stranger's";
            if (slice_equal(sequence, SLICE("\033c")))
                return "a reset";
            i = end;
            continue;
        }
        if ((c < 0x20 && !strchr("\r\n\b\t\x0E\x0F", c)) || c == 0x7F)
            return "a control character";
        struct slice rest = slice_cut(s, i, s.len);
        uint32_t code = utf8_next(&rest);
        if (code == UTF8_REPLACEMENT && rest.at - (s.at + i) == 1)
            return "no UTF-8";
        if ((code >= 0x80 && code < 0xA0) || is_unseen(code))
            return "a character that is not seen";
        i = (size_t)(rest.at - s.at);
    }
    return NULL;
}

/* Nothing but text and the program's own sequences has come to the terminal. */
static void check_sent(struct harness *h, const char *what)
{
    size_t where = 0;
    struct slice sent = harness_sent(h);
    const char *wrong = fault(sent, &where);
    if (!wrong)
        return;
    (void)printf("%s: %s at byte %zu of %zu:", what, wrong, where, sent.len);
    for (size_t i = where > 24 ? where - 24 : 0; i < sent.len && i < where + 24; i++)
        (void)printf(i == where ? " >%02x" : " %02x", (unsigned char)sent.at[i]);
    (void)printf("\n");
    harness_assert(h, !wrong);
}

/* ---- the places */

/* The panes, lists, sheets and messages of the reader: after each key nothing but text was sent. */
static void test_reader(void **state)
{
    static const char *const keys[] = {
        "j",   "Space", "]]",     "]]",  "]]",  "g t",    "Esc", "g l", "K",   "Esc",
        "Tab", "Enter", "Ctrl-O", "]e",  "]e",  "]e",     "g h", "Esc", "F1",  "F1",
        "g o", "Esc",   "z f",    "Esc", "V",   "j",      "y",   "G",   "g g", "]t",
        "t",   "l",     "l",      "j",   "Esc", "m a",    "g m", "Esc", "F6",  "j",
        "j",   "j",     "Enter",  "g d", "Esc", "Ctrl-L",
    };
    static const char *const lines[] = {
        "/needle\r", ":item 2\r", ":exhibit 10.1\r", ":document 3\r",
        ":file d\r", ":file b\r", ":item 1\r",
    };
    (void)state;
    char *path = write_filing();
    static const char *const terms[] = {"xterm-256color", "vt100"};
    for (size_t t = 0; t < COUNT(terms); t++) {
        const char *const arguments[] = {path, NULL};
        struct harness *h = opened_start(
            (struct harness_setup){.home = "safety", .term = terms[t], .columns = 110}, arguments);
        harness_expect_text(h, "F1 help");
        check_sent(h, "the first screen");
        for (size_t i = 0; i < COUNT(lines); i++) {
            harness_type(h, lines[i]);
            harness_expect_text(h, "F1 help");
            check_sent(h, lines[i]);
            for (size_t k = 0; k < COUNT(keys); k++)
                harness_keys(h, keys[k]);
            harness_expect_text(h, "F1 help");
            check_sent(h, "after keys");
        }
        harness_keys(h, "Esc q");
        harness_expect_exit(h, 0);
        check_sent(h, "the end");
        harness_end(h);
    }
    /* Again, with what was remembered of it: the place, and the list of recent filings. */
    const char *const none[] = {NULL};
    struct harness *h =
        opened_start((struct harness_setup){.home = "safety", .keep_home = true}, none);
    harness_expect_text(h, "MERRI");
    check_sent(h, "recent filings");
    harness_keys(h, "Enter");
    harness_expect_text(h, "F1 help");
    harness_expect_gone(h, "Filings read of late");
    check_sent(h, "the filing again");
    harness_keys(h, "q");
    harness_expect_exit(h, 0);
    harness_end(h);
    assert_int_equal(remove(path), 0);
    free(path);
}

/* What is typed or pasted into a prompt is shown there, and in the message that follows. */
static void test_prompts(void **state)
{
    static const char *const prompts[] = {"/", ":", "|"};
    (void)state;
    struct buffer paste = {0};
    /* What the terminal itself, or a key, would mean is left out. */
    for (uint32_t c = 0x80; c < 0xA0; c++)
        buffer_add_utf8(&paste, c);
    for (size_t i = 0; i < COUNT(unseen); i++)
        buffer_add_utf8(&paste, unseen[i]);
    buffer_add_text(&paste, "\x9B" MARK "m\x9D" MARK "\x9C");
    for (size_t i = 0; i < COUNT(prompts); i++) {
        struct harness *h = opened_bare("safety");
        harness_type(h, prompts[i]);
        harness_expect_text(h, "Esc leaves");
        harness_type_bytes(h, buffer_slice(&paste));
        harness_type(h, "end");
        harness_expect_text(h, "end");
        check_sent(h, "what is pasted");
        harness_keys(h, "Esc");
        harness_keys(h, "Esc");
        harness_expect_gone(h, "Esc leaves");
        opened_quit(h);
    }
    buffer_deinit(&paste);
}

/* The commands that print, on a terminal, and their errors. */
static void test_commands(void **state)
{
    (void)state;
    char *path = write_filing();
    struct buffer absent = {0};
    buffer_add_text(&absent, "no-");
    add_name_poison(&absent);
    const struct {
        const char *arguments[6];
        int status;
    } cases[] = {
        {{"text", path, NULL}, 0},
        {{"text", "--no-marks", "--width=40", path, NULL}, 0},
        {{"text", "--ascii", path, NULL}, 0},
        {{"text", "--color=always", path, NULL}, 0},
        {{"outline", path, NULL}, 0},
        {{"outline", "--explain", path, NULL}, 0},
        {{"outline", "--json", path, NULL}, 0},
        {{"grep", "e", path, NULL}, 0},
        {{"grep", "--color=always", ".", path, NULL}, 0},
        {{"grep", "--json", "needle", path, NULL}, 0},
        {{"tables", path, NULL}, 0},
        {{"tables", "--format=md", path, NULL}, 0},
        {{"tables", "--format=json", path, NULL}, 0},
        {{"text", buffer_text(&absent), NULL}, 2},
        {{"text", "--node", buffer_text(&absent), path, NULL}, 2},
        {{buffer_text(&absent), NULL}, 2},
        {{"--theme", buffer_text(&absent), path, NULL}, 2},
        {{"grep", "(\033[" MARK "m", path, NULL}, 2},
        {{"text", "--\033[" MARK "m", path, NULL}, 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct harness *h =
            opened_start((struct harness_setup){.home = "safety"}, cases[i].arguments);
        harness_assert(h, harness_exits_with(h, cases[i].status));
        harness_assert(h, harness_sent(h).len > 0);
        check_sent(h, cases[i].arguments[0]);
        harness_end(h);
    }
    assert_int_equal(remove(path), 0);
    free(path);
    buffer_deinit(&absent);
}

/* Mistakes in a configuration are told with the words in which they were made. */
static void test_configuration(void **state)
{
    static const char *const mistakes[] = {
        "theme: \"%s\"\n",
        "keys:\n  all:\n    \"%s\": top\n",
        "colors:\n  \"%s\": red\n",
        "options:\n  wrap: \"%s\"\n",
        "\"%s\": 1\n",
        "options:\n  citation: \"%s\"\n",
        "%s\n",
    };
    (void)state;
    struct buffer poison = {0};
    add_poison(&poison);
    struct buffer quoted = {0};
    for (size_t i = 0; i < poison.len; i++)
        buffer_addf(&quoted, "\\x%02x", (unsigned char)poison.at[i]);
    for (size_t i = 0; i < 2 * COUNT(mistakes); i++) {
        struct buffer yaml = {0};
        buffer_addf(&yaml, mistakes[i / 2], i % 2 ? buffer_text(&quoted) : buffer_text(&poison));
        write_file("safety.yaml", buffer_slice(&yaml));
        const char *const check[] = {"check-config", "safety.yaml", NULL};
        struct harness *h = opened_start((struct harness_setup){.home = "safety"}, check);
        int status = 0;
        harness_assert(h, harness_wait_exit(h, &status));
        check_sent(h, "check-config");
        harness_end(h);
        const char *const read[] = {"--config=safety.yaml", opened_sample("8-K_2004_bare.txt"),
                                    NULL};
        h = opened_start((struct harness_setup){.home = "safety", .columns = 110}, read);
        harness_expect_text(h, "F1 help");
        harness_keys(h, "y");
        harness_keys(h, "q");
        harness_assert(h, harness_wait_exit(h, &status));
        check_sent(h, "the reader with it");
        harness_end(h);
        buffer_deinit(&yaml);
    }
    assert_int_equal(remove("safety.yaml"), 0);
    buffer_deinit(&poison);
    buffer_deinit(&quoted);
}

/* Each file of the state has poison in each of its lines. */
static void test_state(void **state)
{
    static const char *const folders[] = {"filings", "notes"};
    (void)state;
    struct harness *h = opened_bare("safety-state");
    harness_keys(h, "m a");
    harness_type(h, ":note a thought\r");
    harness_type(h, ":set scope=filing\r/Pellucid\r");
    harness_expect_gone(h, "Esc leaves");
    opened_quit(h);
    char *home = slice_copy(slice_of("tests/home/harness/safety-state"));
    for (size_t i = 0; i < COUNT(folders) + 1; i++) {
        struct buffer command = {0};
        struct buffer poison = {0};
        add_poison(&poison);
        write_file("safety.poison", buffer_slice(&poison));
        buffer_addf(&command,
                    "p=$(cat safety.poison); for f in '%s/.local/state/folio'/%s; do "
                    "test -f \"$f\" || continue; while IFS= read -r line; do "
                    "printf '%%s%%s\\n' \"$line\" \"$p\"; done <\"$f\" >safety.line; "
                    "cp safety.line \"$f\"; done; rm -f safety.line safety.poison",
                    home, i < COUNT(folders) ? (i == 0 ? "filings/*" : "notes/*") : "history");
        assert_int_equal(system(buffer_text(&command)), 0);
        buffer_deinit(&command);
        buffer_deinit(&poison);
    }
    const char *const none[] = {NULL};
    h = opened_start((struct harness_setup){.home = "safety-state", .keep_home = true}, none);
    harness_assert(h, harness_wait_text(h, "folio"));
    check_sent(h, "recent filings");
    harness_keys(h, "Esc");
    harness_keys(h, "q");
    int status = 0;
    harness_assert(h, harness_wait_exit(h, &status));
    harness_end(h);
    const char *const again[] = {opened_sample("8-K_2004_bare.txt"), NULL};
    h = opened_start((struct harness_setup){.home = "safety-state", .keep_home = true}, again);
    harness_expect_text(h, "F1 help");
    harness_keys(h, "g m");
    harness_keys(h, "Esc");
    harness_type(h, "/");
    harness_expect_text(h, "Esc leaves");
    harness_keys(h, "Up");
    harness_keys(h, "Esc");
    harness_keys(h, "Esc");
    harness_keys(h, "q");
    harness_assert(h, harness_wait_exit(h, &status));
    check_sent(h, "the reader with it");
    harness_end(h);
    free(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reader),   cmocka_unit_test(test_prompts),
        cmocka_unit_test(test_commands), cmocka_unit_test(test_configuration),
        cmocka_unit_test(test_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
