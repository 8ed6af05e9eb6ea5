/* SPDX-License-Identifier: MIT */
/* From argv to one command. */
#include "config/arguments.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { MOST = 8 };

static bool read_words(struct arguments *a, const char *const *words, struct error *e)
{
    char *argv[MOST + 2] = {(char *)"folio"};
    int argc = 1;
    while (argc <= MOST && words[argc - 1]) {
        argv[argc] = (char *)words[argc - 1];
        argc++;
    }
    return arguments_read(a, argc, argv, e);
}

static void test_good(void **state)
{
    static const struct {
        const char *words[MOST];
        enum command command;
        const char *files, *pattern; /* files with '|' behind each */
        enum command_switch on;
        const char *value;
    } rows[] = {
        {{NULL}, COMMAND_VIEW, "", NULL, SWITCHES, NULL},
        {{"a.txt"}, COMMAND_VIEW, "a.txt|", NULL, SWITCHES, NULL},
        {{"view", "a.txt", "b.txt"}, COMMAND_VIEW, "a.txt|b.txt|", NULL, SWITCHES, NULL},
        {{"-"}, COMMAND_VIEW, "-|", NULL, SWITCHES, NULL},
        {{"a.txt", "+/webcast"}, COMMAND_VIEW, "a.txt|", "webcast", SWITCHES, NULL},
        {{"text", "+/x"}, COMMAND_TEXT, "+/x|", NULL, SWITCHES, NULL},
        {{"--", "-x", "--json"}, COMMAND_VIEW, "-x|--json|", NULL, SWITCHES, NULL},
        {{"a.txt", "text"}, COMMAND_VIEW, "a.txt|text|", NULL, SWITCHES, NULL},
        {{"--", "text"}, COMMAND_VIEW, "text|", NULL, SWITCHES, NULL},
        {{"text", "--width", "0", "a"}, COMMAND_TEXT, "a|", NULL, SWITCH_WIDTH, "0"},
        {{"text", "--width=72", "a"}, COMMAND_TEXT, "a|", NULL, SWITCH_WIDTH, "72"},
        {{"text", "a", "--node", "7A"}, COMMAND_TEXT, "a|", NULL, SWITCH_NODE, "7A"},
        {{"--node", "7A", "a"}, COMMAND_VIEW, "a|", NULL, SWITCH_NODE, "7A"},
        {{"--color=never", "a"}, COMMAND_VIEW, "a|", NULL, SWITCH_COLOR, "never"},
        {{"outline", "--json", "-"}, COMMAND_OUTLINE, "-|", NULL, SWITCH_JSON, NULL},
        {{"outline", "--explain", "a"}, COMMAND_OUTLINE, "a|", NULL, SWITCH_EXPLAIN, NULL},
        {{"tables", "--format", "md", "a"}, COMMAND_TABLES, "a|", NULL, SWITCH_FORMAT, "md"},
        {{"grep", "-ic", "x y", "a"}, COMMAND_GREP, "a|", "x y", SWITCH_COUNT, NULL},
        {{"grep", "-i", "--", "-x", "a"}, COMMAND_GREP, "a|", "-x", SWITCH_IGNORE_CASE, NULL},
        {{"grep", "+/x", "a"}, COMMAND_GREP, "a|", "+/x", SWITCHES, NULL},
        {{"grep", "", "a"}, COMMAND_GREP, "a|", "", SWITCHES, NULL},
        {{"check-config"}, COMMAND_CHECK_CONFIG, "", NULL, SWITCHES, NULL},
        {{"check-config", "c.yaml"}, COMMAND_CHECK_CONFIG, "c.yaml|", NULL, SWITCHES, NULL},
        {{"list-actions", "--no-config"}, COMMAND_LIST_ACTIONS, "", NULL, SWITCH_NO_CONFIG, NULL},
        {{"text", "--help"}, COMMAND_TEXT, "", NULL, SWITCH_HELP, NULL},
        {{"grep", "-V"}, COMMAND_GREP, "", NULL, SWITCH_VERSION, NULL},
        {{"-h", "--scope", "x"}, COMMAND_VIEW, "", NULL, SWITCH_HELP, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arguments a;
        struct error e = {0};
        struct buffer files = {0};
        if (!read_words(&a, rows[i].words, &e))
            fail_msg("row %zu: %s", i, e.message);
        assert_int_equal(a.command, rows[i].command);
        for (size_t f = 0; f < a.files.count; f++)
            buffer_addf(&files, "%s|", a.files.at[f]);
        assert_string_equal(buffer_text(&files), rows[i].files);
        assert_int_equal(a.pattern != NULL, rows[i].pattern != NULL);
        if (a.pattern)
            assert_string_equal(a.pattern, rows[i].pattern);
        if (rows[i].on < SWITCHES)
            assert_true(a.on[rows[i].on]);
        if (rows[i].value)
            assert_string_equal(a.value[rows[i].on], rows[i].value);
        buffer_deinit(&files);
        arguments_deinit(&a);
    }
}

static void test_bad(void **state)
{
    static const struct {
        const char *words[MOST];
        const char *message; /* a part of it */
    } rows[] = {
        {{"--frobnicate"}, "--frobnicate"},
        {{"text", "-x", "a"}, "-x"},
        {{"text", "a", "--width"}, "width"},
        {{"text", "--width", "wide", "a"}, "'wide'"},
        {{"text", "--width", "-1", "a"}, "'-1'"},
        {{"text", "--width=100001", "a"}, "'100001'"},
        {{"text", "--width=", "a"}, "''"},
        {{"--color", "sometimes"}, "'sometimes'"},
        {{"outline", "--json=yes", "a"}, "takes no value"},
        {{"outline", "--width", "3", "a"}, "does not go with outline"},
        {{"outline", "--explain", "--json", "a"}, "--explain does not go with --json"},
        {{"text", "--explain", "a"}, "does not go with text"},
        {{"grep", "--node", "7", "x", "a"}, "does not go with grep"},
        {{"text", "-i", "a"}, "does not go with text"},
        {{"tables", "--format=xls", "a"}, "'xls'"},
        {{"text", "--format=md", "a"}, "does not go with text"},
        {{"tables"}, "needs a file"},
        {{"outline"}, "needs a file"},
        {{"text"}, "needs a file"},
        {{"grep", "x"}, "needs a file"},
        {{"grep"}, "needs a pattern"},
        {{"check-config", "a", "b"}, "too many"},
        {{"list-actions", "a"}, "too many"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arguments a;
        struct error e = {0};
        if (read_words(&a, rows[i].words, &e))
            fail_msg("row %zu is taken", i);
        assert_int_equal(e.kind, ERROR_USAGE);
        if (!strstr(e.message, rows[i].message))
            fail_msg("row %zu: %s", i, e.message);
        arguments_deinit(&a);
    }
}

/* Every command and option of the table is in the help. */
static void test_help(void **state)
{
    static const char *const names[] = {
#define COMMAND(id, name, what, help) name, help,
#include "config/arguments.def"
#define SWITCH(id, letter, name, value, commands, help) "--" name, help,
#include "config/arguments.def"
    };
    struct buffer out = {0};
    (void)state;
    arguments_help(&out);
    for (size_t i = 0; i < COUNT(names); i++)
        if (!strstr(buffer_text(&out), names[i]))
            fail_msg("\"%s\" is not in the help", names[i]);
    for (struct slice line, rest = buffer_slice(&out); slice_next_line(&rest, &line);)
        if (line.len > 100)
            fail_msg("wider than 100 columns: %.*s", (int)line.len, line.at);
    buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),
        cmocka_unit_test(test_bad),
        cmocka_unit_test(test_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
