/* SPDX-License-Identifier: MIT */
/*
 * Screens: each NAME.keys in this folder is a script, NAME.screen what it must show.
 *
 * A script has a command a line: `file PATH` (below the source folder; another closes the first),
 * `archive NAME PATH...` (one made of these files; "packed" is a member that cannot be read),
 * `size ROWS COLUMNS` (before `file`: the size to open with; later: a resize), `node ID`, `find
 * PATTERN` (before `file`), `state` (from here on filings are remembered, in memory), `keys
 * SEQUENCES`, `type TEXT`, `mouse click|double|wheel-up|wheel-down|drag|release ROW COLUMN`, `idle`
 * (so much time without a key as the viewer waits for), `background light|dark` (what the terminal
 * tells), `show TITLE`, `styles ROW` (how its cells look); "#" begins a comment. With
 * FOLIO_UPDATE_SCREENS set the expected screens are written anew, to be looked at before they are
 * committed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "screens/stage.h"
#include "unit/made_archive.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct play {
    struct stage stage;
    bool open;
    int rows, columns;
    char node[64], find[64];
    struct buffer archive;
    struct session *session;
    struct buffer out;
};

/* The cells that have a style of hits, as "row,from-to". */
static void add_hits(struct play *p, enum role role, const char *what)
{
    struct style style = theme_find(&p->stage.config->theme, role);
    const struct canvas *c = &p->stage.canvas;
    for (int row = 0; row < c->rows; row++) {
        for (int column = 0; column < c->columns; column++) {
            int from = column;
            while (column < c->columns &&
                   canvas_cell(c, row, column)->style.background == style.background &&
                   style.background != COLOR_TERMINAL)
                column++;
            if (column > from)
                buffer_addf(&p->out, "%s %d,%d-%d\n", what, row, from, column);
        }
    }
}

static void show(struct play *p, const char *title)
{
    struct canvas *c = &p->stage.canvas;
    stage_draw(&p->stage);
    buffer_addf(&p->out, "== %s (%dx%d)\n", title, c->rows, c->columns);
    for (int row = 0; row < c->rows; row++) {
        buffer_add_byte(&p->out, '|');
        canvas_row_text(c, row, &p->out);
        buffer_add_byte(&p->out, '\n');
    }
    if (c->cursor_visible)
        buffer_addf(&p->out, "cursor %d,%d\n", c->cursor_row, c->cursor_column);
    add_hits(p, ROLE_HIT, "hit");
    add_hits(p, ROLE_HIT_CURRENT, "at hit");
}

static bool same_style(struct style a, struct style b)
{
    return a.foreground == b.foreground && a.background == b.background &&
           a.attributes == b.attributes;
}

/* "style 3 0-7 bold 117": the runs of cells of a row that look alike. */
static void show_styles(struct play *p, int row)
{
    const struct canvas *c = &p->stage.canvas;
    stage_draw(&p->stage);
    for (int from = 0, to; row >= 0 && row < c->rows && from < c->columns; from = to) {
        struct style style = canvas_cell(c, row, from)->style;
        for (to = from + 1; to < c->columns && same_style(style, canvas_cell(c, row, to)->style);)
            to++;
        buffer_addf(&p->out, "style %d %d-%d ", row, from, to);
        theme_write_style(style, &p->out);
        buffer_add_byte(&p->out, '\n');
    }
}

/* The key that the filing is remembered by. */
static void add_key(const char *path, struct buffer *key)
{
    struct error e;
    struct input *input = input_open(path, &e);
    struct submission *s = input ? submission_open(input, &e) : NULL;
    assert_non_null(s);
    session_key(submission_accession(s), submission_bytes(s), key);
    submission_free(s);
}

static void open_file(struct play *p, const char *path)
{
    struct buffer key = {0};
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}};
    setup.node = *p->node ? p->node : NULL;
    setup.search = *p->find ? p->find : NULL;
    setup.session = p->session;
    if (p->session)
        add_key(path, &key);
    setup.session_key = buffer_slice(&key);
    if (p->open) {
        viewer_save(p->stage.viewer);
        stage_close(&p->stage);
    }
    assert_true(stage_open_file(&p->stage, path, p->rows, p->columns, &setup));
    p->open = true;
    buffer_deinit(&key);
}

/* The archive's bytes stay until the stage is closed. */
static void open_archive(struct play *p, char *words)
{
    struct made_archive m;
    char *save = NULL, *name = strtok_r(words, " ", &save);
    assert_non_null(name);
    assert_false(p->open);
    assert_true(made_begin(&m, MADE_TAR, "gzip", NULL));
    for (char *path; (path = strtok_r(NULL, " ", &save));)
        if (strcmp(path, "packed") == 0)
            made_add(&m, "again.gz", SLICE("\x1f\x8b\x08 and more"));
        else
            made_add_file(&m, path);
    made_end(&m, &p->archive);
    struct viewer_setup setup = {.place = {0, VIEWER_NOWHERE}, .session = p->session};
    assert_true(stage_open_archive(&p->stage, name, buffer_slice(&p->archive), p->rows, p->columns,
                                   &setup));
    p->open = true;
}

static int number(const char *text, char **rest)
{
    long value = strtol(text, rest, 10);
    assert_true(*rest != text);
    return (int)value;
}

static void mouse(struct play *p, const char *text)
{
    static const struct {
        const char *name;
        enum key_name key;
    } names[] = {{"click", KEYS_CLICK},       {"double", KEYS_DOUBLE_CLICK},
                 {"wheel-up", KEYS_WHEEL_UP}, {"wheel-down", KEYS_WHEEL_DOWN},
                 {"drag", KEYS_DRAG},         {"release", KEYS_RELEASE}};
    size_t length = strcspn(text, " ");
    char *rest;
    int row = number(text + length, &rest);
    int column = number(rest, &rest);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (slice_equal(slice_of(names[i].name), (struct slice){text, length}))
            stage_mouse(&p->stage, names[i].key, row, column);
    }
}

static void size(struct play *p, const char *text)
{
    char *rest;
    p->rows = number(text, &rest);
    p->columns = number(rest, &rest);
    if (p->open)
        viewer_resize(p->stage.viewer, p->rows, p->columns);
}

static void play_line(struct play *p, char *line)
{
    char *rest = line + strcspn(line, " ");
    if (*rest)
        *rest++ = '\0';
    if (*line == '\0' || *line == '#')
        return;
    if (strcmp(line, "size") == 0)
        size(p, rest);
    else if (strcmp(line, "node") == 0)
        (void)snprintf(p->node, sizeof p->node, "%s", rest);
    else if (strcmp(line, "find") == 0)
        (void)snprintf(p->find, sizeof p->find, "%s", rest);
    else if (strcmp(line, "state") == 0 && !p->session)
        p->session = session_open(""); /* nowhere to write */
    else if (strcmp(line, "file") == 0)
        open_file(p, rest);
    else if (strcmp(line, "archive") == 0)
        open_archive(p, rest);
    else if (strcmp(line, "keys") == 0)
        stage_keys(&p->stage, rest);
    else if (strcmp(line, "type") == 0)
        stage_type(&p->stage, rest);
    else if (strcmp(line, "mouse") == 0)
        mouse(p, rest);
    else if (strcmp(line, "idle") == 0)
        viewer_idle(p->stage.viewer);
    else if (strcmp(line, "background") == 0)
        viewer_background(p->stage.viewer, strcmp(rest, "light") == 0);
    else if (strcmp(line, "show") == 0)
        show(p, rest);
    else if (strcmp(line, "styles") == 0)
        show_styles(p, (int)strtol(rest, NULL, 10));
    else
        fail_msg("no such command: %s", line);
    if (p->open)
        stage_settle(&p->stage);
}

static char *read_whole(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return NULL;
    struct buffer text;
    char chunk[4096];
    size_t length;
    buffer_init(&text);
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_add(&text, (struct slice){chunk, length});
    (void)fclose(file);
    char *copy = slice_copy(buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

static void compare(const char *path, const char *got)
{
    if (getenv("FOLIO_UPDATE_SCREENS")) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        (void)fputs(got, file);
        (void)fclose(file);
        return;
    }
    char *expected = read_whole(path);
    assert_non_null(expected);
    if (strcmp(expected, got) != 0) {
        size_t at = 0;
        size_t line = 1;
        for (; expected[at] && expected[at] == got[at]; at++)
            line += expected[at] == '\n';
        print_error("%s:%zu differs; what is shown now:\n%s", path, line, got);
    }
    bool same = strcmp(expected, got) == 0;
    free(expected);
    assert_true(same);
}

static void test_script(void **state)
{
    const char *name = *state;
    struct play p = {.rows = 24, .columns = 80};
    struct buffer path;
    buffer_init(&path);
    buffer_init(&p.out);
    buffer_addf(&path, "tests/screens/%s.keys", name);
    char *script = read_whole(buffer_text(&path));
    assert_non_null(script);
    char *save = NULL;
    for (char *line = strtok_r(script, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
        play_line(&p, line);
    free(script);
    assert_true(p.open);
    stage_close(&p.stage);
    buffer_deinit(&p.archive);
    session_free(p.session);
    buffer_clear(&path);
    buffer_addf(&path, "tests/screens/%s.screen", name);
    compare(buffer_text(&path), buffer_text(&p.out));
    buffer_deinit(&path);
    buffer_deinit(&p.out);
}

static int by_name(const void *a, const void *b)
{
    const struct CMUnitTest *left = a;
    const struct CMUnitTest *right = b;
    return strcmp(left->name, right->name);
}

int main(void)
{
    ARRAY(struct CMUnitTest) tests = {0};
    const char *source = getenv("srcdir");
    (void)setlocale(LC_ALL, "C.UTF-8");
    DIR *folder = chdir(source ? source : ".") == 0 ? opendir("tests/screens") : NULL;
    if (!folder)
        return 99;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char *dot = strrchr(entry->d_name, '.');
        if (!dot || strcmp(dot, ".keys") != 0)
            continue;
        char *name = slice_copy((struct slice){entry->d_name, (size_t)(dot - entry->d_name)});
        array_push(&tests, ((struct CMUnitTest){name, test_script, NULL, NULL, name}));
    }
    closedir(folder);
    if (!tests.at)
        return 99;
    qsort(tests.at, tests.count, sizeof *tests.at, by_name);
    int failed = _cmocka_run_group_tests("screens", tests.at, tests.count, NULL, NULL);
    for (size_t i = 0; i < tests.count; i++)
        free(tests.at[i].initial_state);
    array_deinit(&tests);
    return failed;
}
