/* SPDX-License-Identifier: MIT */
/*
 * The configuration as a whole: the built-in files are complete and right; files of the user
 * override single lines; mistakes are told with their place, and all else takes effect.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/config.h"
#include "config/files.h"
#include "config/yaml.h"

#include "config/builtin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "folio-config-XXXXXX"; /* in the folder of the test */
static char *home;                            /* its absolute path */

static void write_file(const char *name, const char *text)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/folio/%s", home, name);
    FILE *f = fopen(buffer_text(&path), "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    buffer_deinit(&path);
}

static int set_up(void **state)
{
    (void)state;
    static const char *const parts[] = {"", "/folio", "/folio/themes"};
    if (!mkdtemp(folder))
        return -1;
    home = realpath(folder, NULL);
    for (size_t i = 0; i < 3; i++) {
        struct buffer path;
        buffer_init(&path);
        buffer_addf(&path, "%s%s", home, parts[i]);
        mkdir(buffer_text(&path), 0700);
        buffer_deinit(&path);
    }
    return setenv("XDG_CONFIG_HOME", home, 1);
}

static void remove_file(const char *name)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/folio/%s", home, name);
    unlink(buffer_text(&path));
    buffer_deinit(&path);
}

/* Each test begins without files. */
static int clean(void **state)
{
    static const char *const names[] = {"config.yaml",      "themes/mine.yaml",
                                        "themes/dark.yaml", "themes/keys-mine.yaml",
                                        "other.yaml",       "themes/loop.yaml"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove_file(names[i]);
    return setenv("XDG_CONFIG_HOME", home, 1);
}

static int tear_down(void **state)
{
    static const char *const parts[] = {"/folio/themes", "/folio", ""};
    clean(state);
    for (size_t i = 0; i < 3; i++) {
        struct buffer path;
        buffer_init(&path);
        buffer_addf(&path, "%s%s", home, parts[i]);
        rmdir(buffer_text(&path));
        buffer_deinit(&path);
    }
    free(home);
    return 0;
}

static void expect_no_problems(const struct config *config)
{
    for (size_t i = 0; i < config->problems.count; i++) {
        struct buffer out;
        buffer_init(&out);
        config_write_problem(&config->problems.at[i], &out);
        print_error("%s\n", buffer_text(&out));
        buffer_deinit(&out);
    }
    assert_int_equal(config->problems.count, 0);
}

static void expect_problem(const struct config *config, size_t index, size_t line, size_t column,
                           const char *words)
{
    if (index >= config->problems.count)
        fail_msg("no problem %zu: %s", index, words);
    const struct problem *p = &config->problems.at[index];
    if (p->error.line != line || p->error.column != column || !strstr(p->error.message, words))
        fail_msg("%zu:%zu: %s\ninstead of %zu:%zu: %s", p->error.line, p->error.column,
                 p->error.message, line, column, words);
}

static enum action_id action_of(const struct config *config, enum keymap_context context,
                                const char *text)
{
    struct key keys[KEYMAP_KEYS];
    size_t count;
    const struct binding *found;
    assert_true(key_parse(slice_of(text), keys, KEYMAP_KEYS, &count, NULL));
    return keymap_find(config->keymap, context, keys, count, &found) == KEYMAP_FOUND ? found->action
                                                                                     : ACTION_NONE;
}

static struct style style_of(const struct config *config, enum role role)
{
    return theme_find(&config->theme, role);
}

/* Every built-in theme and key map loads without a mistake, and a theme names every role. */
static void test_builtin(void **state)
{
    const struct builtin *files;
    size_t count = builtin_files(&files);
    (void)state;
    assert_int_equal(count, 10);
    for (size_t i = 0; i < count; i++) {
        bool keys = strncmp(files[i].name, "keys-", 5) == 0;
        struct config_request request = {.no_config = true};
        if (keys)
            request.keys = files[i].name + 5;
        else if (strcmp(files[i].name, "default") != 0)
            request.theme = files[i].name;
        struct config *config = config_load(&request);
        expect_no_problems(config);
        config_free(config);
        for (unsigned r = 0; request.theme && r < ROLE_COUNT; r++) {
            struct buffer line;
            buffer_init(&line);
            buffer_addf(&line, "\n%s: ", theme_role_name((enum role)r));
            if (!strstr(files[i].text, buffer_text(&line)))
                fail_msg("%s has no role %s", files[i].name, theme_role_name((enum role)r));
            buffer_deinit(&line);
        }
    }
}

/* The file of defaults says of every option what the table says. */
static void test_default_file(void **state)
{
    const struct builtin *files;
    size_t count = builtin_files(&files);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(files[i].name, "default") != 0)
            continue;
        struct arena arena;
        struct yaml_node *root;
        arena_init(&arena);
        assert_true(yaml_read(&arena, slice_of(files[i].text), &root, NULL));
        const struct yaml_node *options = yaml_find(root, SLICE("options"));
        for (unsigned o = 0; o < OPTION_COUNT; o++) {
            const struct option *option = option_get((enum option_id)o);
            const struct yaml_node *value = yaml_find(options, slice_of(option->name));
            if (!value || !slice_equal(value->text, slice_of(option->value)))
                fail_msg("default.yaml lacks %s: %s", option->name, option->value);
        }
        assert_int_equal(options->count, 2 * OPTION_COUNT);
        arena_deinit(&arena);
    }
}

/* Every action has a key in each key map, or is one that the command line gives its argument. */
static void test_reachable(void **state)
{
    static const char *const keys[] = {"vi", "less", "emacs"};
    (void)state;
    for (size_t k = 0; k < 3; k++) {
        struct config *config =
            config_load(&(struct config_request){.no_config = true, .keys = keys[k]});
        for (unsigned i = 0; i < ACTION_COUNT; i++) {
            const struct action *a = action_get((enum action_id)i);
            struct buffer out;
            buffer_init(&out);
            bool bound = keymap_keys_of(config->keymap, CONTEXT_ALL, a->id, 0, &out) > 0;
            bool typed = a->argument != ARGUMENT_NONE;
            /* These have no place of their own under the hands of less and Emacs. */
            bool spare = k > 0 && (a->group == GROUP_TREE || a->group == GROUP_PANES);
            if (!bound && !typed && !spare)
                fail_msg("%s has no key in %s", a->name, keys[k]);
            buffer_deinit(&out);
        }
        assert_true(action_of(config, CONTEXT_TEXT, ":") == ACTION_COMMAND_LINE);
        assert_true(action_of(config, CONTEXT_TEXT, "F1") == ACTION_HELP);
        assert_true(action_of(config, CONTEXT_PROMPT, "Esc") == ACTION_CANCEL);
        assert_true(action_of(config, CONTEXT_PROMPT, "q") == ACTION_NONE);
        assert_true(action_of(config, CONTEXT_HELP, "q") == ACTION_CLOSE);
        assert_true(action_of(config, CONTEXT_TREE, "Enter") == ACTION_OPEN);
        config_free(config);
    }
}

static void test_vi(void **state)
{
    static const struct {
        enum keymap_context context;
        const char *keys;
        enum action_id action;
    } cases[] = {
        {CONTEXT_TEXT, "j", ACTION_LINE_DOWN},
        {CONTEXT_TEXT, "Space", ACTION_SCREEN_DOWN},
        {CONTEXT_TEXT, "Ctrl-D", ACTION_HALF_SCREEN_DOWN},
        {CONTEXT_TEXT, "gg", ACTION_TOP},
        {CONTEXT_TREE, "G", ACTION_BOTTOM},
        {CONTEXT_TEXT, "]]", ACTION_NEXT_ITEM},
        {CONTEXT_TREE, "[p", ACTION_PREVIOUS_PAGE},
        {CONTEXT_TEXT, "]e", ACTION_NEXT_EXHIBIT},
        {CONTEXT_TEXT, "?", ACTION_SEARCH_BACKWARD},
        {CONTEXT_PROMPT, "Ctrl-T", ACTION_SEARCH_SCOPE},
        {CONTEXT_TEXT, "gs", ACTION_SEARCH_SCOPE},
        {CONTEXT_TREE, "Ctrl-W w", ACTION_FOCUS_OTHER},
        {CONTEXT_TEXT, "h", ACTION_SCROLL_LEFT},
        {CONTEXT_TREE, "h", ACTION_FOLD},
        {CONTEXT_TREE, "zR", ACTION_UNFOLD_ALL},
        {CONTEXT_TEXT, "ZZ", ACTION_QUIT},
        {CONTEXT_TEXT, "Ctrl-G", ACTION_POSITION},
        {CONTEXT_TEXT, "M", ACTION_TOGGLE_MOUSE},
    };
    (void)state;
    struct config *config = config_load(NULL);
    expect_no_problems(config);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (action_of(config, cases[i].context, cases[i].keys) != cases[i].action)
            fail_msg("%s", cases[i].keys);
    config_free(config);
}

static void test_overrides(void **state)
{
    (void)state;
    write_file("config.yaml", "theme: light\n"
                              "colors:\n"
                              "  hit: white on red\n"
                              "keys:\n"
                              "  inherit: less\n"
                              "  text: {g: bottom, \"]x\": next-exhibit}\n"
                              "  all:\n"
                              "    \"]p\": none\n"
                              "    \"[p\":\n"
                              "options: {wrap: no, tree-width: 40}\n");
    struct config *config = config_load(&(struct config_request){0});
    expect_no_problems(config);
    assert_int_equal(style_of(config, ROLE_HIT).background, 1);
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, 25); /* light */
    assert_int_equal(action_of(config, CONTEXT_TEXT, "g"), ACTION_BOTTOM);
    assert_int_equal(action_of(config, CONTEXT_TREE, "g"), ACTION_TOP); /* less */
    assert_int_equal(action_of(config, CONTEXT_TEXT, "]x"), ACTION_NEXT_EXHIBIT);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "]p"), ACTION_NONE);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "[p"), ACTION_NONE);
    assert_false(settings_is(&config->settings, OPTION_WRAP));
    assert_int_equal(settings_columns(&config->settings, OPTION_TREE_WIDTH, 1000), 40);
    config_free(config);

    /* The command line changes what is inherited; the user's own lines stay. */
    config = config_load(&(struct config_request){.theme = "mono", .keys = "emacs"});
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, COLOR_TERMINAL);
    assert_int_equal(style_of(config, ROLE_HIT).background, 1);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "g"), ACTION_BOTTOM);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "Ctrl-V"), ACTION_SCREEN_DOWN);
    config_free(config);

    config = config_load(&(struct config_request){.no_config = true});
    expect_no_problems(config);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "gg"), ACTION_TOP);
    assert_true(settings_is(&config->settings, OPTION_WRAP));
    config_free(config);
}

static void test_mistakes(void **state)
{
    (void)state;
    write_file("config.yaml", "theme: drak\n"          /* 1 */
                              "keyz: vi\n"             /* 2 */
                              "colors:\n"              /* 3 */
                              "  hit: yelow\n"         /* 4 */
                              "  hti: red\n"           /* 5 */
                              "  error: [red]\n"       /* 6 */
                              "  label: green\n"       /* 7 */
                              "keys:\n"                /* 8 */
                              "  txt: {j: top}\n"      /* 9 */
                              "  text:\n"              /* 10 */
                              "    \"]]\": nxt-item\n" /* 11 */
                              "    g: top\n"           /* 12 */
                              "    PageDwn: top\n"     /* 13 */
                              "    x: bottom\n"        /* 14 */
                              "    x: top\n"           /* 15 */
                              "    \"qq\": none\n"     /* 16 */
                              "  tree: next-item\n"    /* 17 */
                              "options:\n"             /* 18 */
                              "  warp: yes\n"          /* 19 */
                              "  flow: perhaps\n"      /* 20 */
                              "  mouse: {}\n"          /* 21 */
                              "  ascii: yes\n"         /* 22 */
                              "theme: light\n");       /* 23 */
    struct config *config = config_load(&(struct config_request){0});
    static const struct {
        size_t line, column;
        const char *words;
    } expected[] = {
        {2, 1, "unknown name 'keyz'; did you mean keys"},
        {23, 1, "'theme' is given twice; line 1 stands"},
        {1, 8, "unknown theme 'drak'; did you mean dark"},
        {9, 3,
         "'txt' is no place for keys: all, text, tree, help, list, table, select, peek or "
         "prompt; did you mean text"},
        {16, 5, "'qq' is not bound in text"},
        {17, 9, "lines of \"sequence: action\" are expected here"},
        {11, 5, "unknown action 'nxt-item'; did you mean next-item"},
        {12, 5, "'g' begins 'gg'"},
        {13, 5, "no key is called 'PageDwn'; did you mean PageDown"},
        {15, 5, "'x' is given twice; line 14 stands"},
        {4, 8, "unknown colour or attribute 'yelow'; did you mean yellow"},
        {5, 3, "unknown role 'hti'; did you mean hit"},
        {6, 10, "a style such as"},
        {19, 3, "unknown option 'warp'; did you mean wrap"},
        {20, 9, "flow is yes or no, not 'perhaps'"},
        {21, 10, "a value is expected here, not a mapping"},
    };
    size_t count = sizeof expected / sizeof *expected;
    for (size_t i = 0; i < count; i++)
        expect_problem(config, i, expected[i].line, expected[i].column, expected[i].words);
    assert_int_equal(config->problems.count, count);

    /* All else took effect; what was wrong left the default. */
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, 2);
    assert_int_equal(style_of(config, ROLE_HIT).background, 220);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "]]"), ACTION_NEXT_ITEM);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "gg"), ACTION_TOP);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "x"), ACTION_BOTTOM);
    assert_true(settings_is(&config->settings, OPTION_ASCII));

    struct buffer out;
    buffer_init(&out);
    config_write_problem(&config->problems.at[0], &out);
    assert_non_null(strstr(buffer_text(&out), "/folio/config.yaml:2:1: unknown name"));
    buffer_deinit(&out);
    config_free(config);
}

/* Files that are wrong as a whole: a problem, and the defaults. */
static void test_wrong_files(void **state)
{
    static const struct {
        const char *text;
        size_t line, column;
        const char *words;
    } cases[] = {
        {"theme: [dark\n", 2, 1, "did not find expected"},
        {"- a\n", 1, 1, "lines of \"name: value\""},
        {"dark\n", 1, 1, "lines of \"name: value\""},
        {"theme: [dark]\n", 1, 8, "theme is a name or a mapping"},
        {"theme: ../dark\n", 1, 8, "unknown theme '../dark'"},
        {"theme: default\n", 1, 8, "unknown theme 'default'"},
        {"theme: keys-vi\n", 1, 8, "unknown theme 'keys-vi'"},
        {"keys: vim\n", 1, 7, "unknown key map 'vim'; did you mean vi"},
        {"keys: {inherit: [vi]}\n", 1, 17, "the name of a key map is expected"},
        {"keys: {inherit: lss}\n", 1, 17, "unknown key map 'lss'; did you mean less"},
        {"keys: {all: {a: &x top}}\n", 1, 17, "anchors"},
        {"[a, b]: c\n", 1, 1, "a name is expected here"},
        {"keys: {[a]: c}\n", 1, 8, "a name is expected here"},
        {"options: [wrap]\n", 1, 10, "lines of \"option: value\""},
        {"colors: red\n", 1, 9, "lines of \"role: style\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file("config.yaml", cases[i].text);
        struct config *config = config_load(NULL);
        expect_problem(config, 0, cases[i].line, cases[i].column, cases[i].words);
        assert_int_equal(config->problems.count, 1);
        assert_int_equal(action_of(config, CONTEXT_TEXT, "gg"), ACTION_TOP);
        assert_int_equal(style_of(config, ROLE_LABEL).foreground, 117);
        config_free(config);
    }
    /* What says nothing is fine. */
    static const char *const quiet[] = {"", "theme:\n", "keys: ~\ncolors:\noptions: null\n",
                                        "keys: {text: }\n"};
    for (size_t i = 0; i < sizeof quiet / sizeof *quiet; i++) {
        write_file("config.yaml", quiet[i]);
        struct config *config = config_load(NULL);
        expect_no_problems(config);
        assert_int_equal(action_of(config, CONTEXT_TEXT, "gg"), ACTION_TOP);
        config_free(config);
    }
}

static void test_own_files(void **state)
{
    (void)state;
    write_file("themes/mine.yaml", "inherit: light\nhit: 17 on 18\n");
    write_file("themes/dark.yaml", "inherit: dark\nhit: 19 on 20\n");
    write_file("themes/keys-mine.yaml", "all: {x: quit, y: line-down}\n");
    write_file("themes/loop.yaml", "inherit: loop2\n");
    write_file("config.yaml", "theme: mine\nkeys: mine\n");
    struct config *config = config_load(NULL);
    expect_no_problems(config);
    assert_int_equal(style_of(config, ROLE_HIT).foreground, 17);
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, 25);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "x"), ACTION_QUIT);
    assert_int_equal(action_of(config, CONTEXT_TEXT, "j"), ACTION_NONE);
    config_free(config);

    /* One of the same name covers the built-in one, and may stand on it. */
    for (int i = 0; i < 2; i++) {
        write_file("config.yaml", i == 0 ? "theme: light\n" : "colors: {}\n");
        config = config_load(&(struct config_request){.theme = i == 0 ? "dark" : NULL});
        expect_no_problems(config);
        assert_int_equal(style_of(config, ROLE_HIT).foreground, 19);
        assert_int_equal(style_of(config, ROLE_LABEL).foreground, 117);
        config_free(config);
    }

    config = config_load(&(struct config_request){.theme = "loop"});
    expect_problem(config, 0, 1, 10, "unknown theme 'loop2'");
    config_free(config);
    write_file("themes/loop.yaml", "inherit: mine\n");
    write_file("themes/mine.yaml", "inherit: loop\nhit: 21\n");
    config = config_load(&(struct config_request){.theme = "loop"});
    expect_problem(config, 0, 1, 10, "the theme inherits itself");
    assert_int_equal(config->problems.count, 1);
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, 117);
    config_free(config);

    /* A theme without `inherit` begins from mono; a mapping in place is one, too. */
    write_file("config.yaml", "theme: {inherit: mine}\n");
    write_file("themes/mine.yaml", "label: 30\n");
    config = config_load(NULL);
    expect_no_problems(config);
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, 30);
    assert_int_equal(style_of(config, ROLE_HIT).attributes, ATTRIBUTE_REVERSE);
    config_free(config);

    write_file("themes/mine.yaml", "label: [\n");
    config = config_load(NULL);
    expect_problem(config, 0, 2, 1, "");
    assert_int_equal(config->problems.count, 1);
    assert_int_equal(style_of(config, ROLE_LABEL).foreground, 117);
    config_free(config);

    /* Keys that nobody can leave. */
    write_file("config.yaml", "keys: mine\n");
    write_file("themes/keys-mine.yaml", "all: {y: line-down}\n");
    config = config_load(NULL);
    expect_problem(config, 0, 0, 0, "no key quits");
    assert_int_equal(action_of(config, CONTEXT_TEXT, "q"), ACTION_CLOSE);
    config_free(config);
}

static void test_requests(void **state)
{
    (void)state;
    struct config *config =
        config_load(&(struct config_request){.theme = "lihgt", .keys = "v i", .file = "./none"});
    assert_int_equal(config->problems.count, 3);
    static const char *const files[] = {"./none", "--theme", "--keys"};
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(config->problems.at[i].file, files[i]);
        assert_int_equal(config->problems.at[i].error.kind, ERROR_USAGE);
    }
    expect_problem(config, 1, 0, 0, "unknown theme 'lihgt'; did you mean light");
    config_free(config);

    config = config_load(&(struct config_request){.file = home});
    assert_int_equal(config->problems.count, 1);
    expect_problem(config, 0, 0, 0, "Is a directory");
    assert_int_equal(config->problems.at[0].error.kind, ERROR_USAGE);
    config_free(config);

    /* A bad folder is no problem, nor that there is no home at all. */
    static const char *const folders[] = {"relative", "/dev/null", ""};
    for (size_t i = 0; i < 3; i++) {
        setenv("XDG_CONFIG_HOME", folders[i], 1);
        config = config_load(NULL);
        expect_no_problems(config);
        config_free(config);
    }
    const char *now = getenv("HOME");
    char *old = now ? slice_copy(slice_of(now)) : NULL;
    unsetenv("XDG_CONFIG_HOME");
    unsetenv("HOME");
    config = config_load(NULL);
    expect_no_problems(config);
    config_free(config);
    struct buffer path;
    buffer_init(&path);
    assert_false(files_config_path("config.yaml", &path));
    setenv("HOME", "/somewhere", 1);
    assert_true(files_config_path("config.yaml", &path));
    assert_string_equal(buffer_text(&path), "/somewhere/.config/folio/config.yaml");
    buffer_deinit(&path);
    if (old)
        setenv("HOME", old, 1);
    free(old);
}

static void test_check(void **state)
{
    bool found = true;
    struct buffer path;
    (void)state;
    struct config *config = config_check(NULL, &found);
    expect_no_problems(config);
    assert_false(found);
    config_free(config);
    buffer_init(&path);
    buffer_addf(&path, "%s/folio/other.yaml", home);

    /* A configuration, a theme and a key map are told apart. */
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"theme: light\n", NULL},
        {"hit: red\n", NULL},
        {"inherit: light\nhit: rot\n", "unknown colour"},
        {"inherit: vi\nall: {x: tpo}\n", "unknown action 'tpo'"},
        {"tree: red\nhti: red\n", "unknown role 'hti'"},
        {"tree: {x: top}\nall: {q: quit}\n", NULL},
        {"option: {}\n", "unknown name 'option'; did you mean options"},
        /* Lines that are right, and still not what was meant. */
        {"keys: {all: {h: top}}\n", "'h' of all is hidden in text (scroll-left), tree (fold)"},
        {"keys: {all: {h: top}, text: {h: none}, tree: {h: none}}\n", NULL},
        {"keys: {all: {h: top}, text: {h: bottom}, tree: {h: parent}}\n", NULL},
        {"keys: {all: {Alt-h: top}}\n", NULL},
        {"keys: {all: {F1: none}}\n", "'F1' was the last key of help, which only :help reaches"},
        {"keys: {all: {F1: top}}\n", "'F1' was the last key of help"},
        {"keys: {all: {F1: top, F2: help}}\n", NULL},
        {"inherit: vi\nall: {h: top}\n", "'h' of all is hidden in text"},
        {"keys: {all: {Ctrl-J: top, Ctrl-j: bottom}}\n",
         "'Ctrl-j' is the same as 'Ctrl-J'; line 1"},
        {"keys: {text: {Tab: top, Ctrl-I: bottom}}\n",
         "'Ctrl-I' is the same as 'Tab'; line 1 stands"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file("other.yaml", cases[i].text);
        config = config_check(buffer_text(&path), &found);
        assert_true(found);
        if (cases[i].words) {
            assert_true(config->problems.count > 0);
            if (!strstr(config->problems.at[0].error.message, cases[i].words))
                fail_msg("%s", config->problems.at[0].error.message);
        } else {
            expect_no_problems(config);
        }
        config_free(config);
    }
    buffer_deinit(&path);
}

/* A file of mistakes fills no memory. */
static void test_many_problems(void **state)
{
    struct buffer text;
    (void)state;
    buffer_init(&text);
    buffer_add_text(&text, "options:\n");
    for (int i = 0; i < 1000; i++)
        buffer_addf(&text, "  x%d: 1\n", i);
    write_file("config.yaml", buffer_text(&text));
    buffer_deinit(&text);
    struct config *config = config_load(NULL);
    assert_int_equal(config->problems.count, 100);
    config_free(config);
    config_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_builtin, clean),
        cmocka_unit_test_setup(test_default_file, clean),
        cmocka_unit_test_setup(test_reachable, clean),
        cmocka_unit_test_setup(test_vi, clean),
        cmocka_unit_test_setup(test_overrides, clean),
        cmocka_unit_test_setup(test_mistakes, clean),
        cmocka_unit_test_setup(test_wrong_files, clean),
        cmocka_unit_test_setup(test_own_files, clean),
        cmocka_unit_test_setup(test_requests, clean),
        cmocka_unit_test_setup(test_check, clean),
        cmocka_unit_test_setup(test_many_problems, clean),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
