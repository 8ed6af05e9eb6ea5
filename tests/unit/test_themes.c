/* SPDX-License-Identifier: MIT */
/*
 * The shipped themes: legible by the contrast of WCAG 2, for all eyes, and told apart by more than
 * colour; and the change of themes while the program runs.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/themes.h"

#include "config/builtin.h"
#include "config/config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { GROUNDS = 4, NONE = -1 };

/* Themes whose colours are known, the backgrounds that terminals have under them (-1: no more), and
 * the least bright foreground that goes with these. */
static const struct measured {
    const char *name;
    int grounds[GROUNDS];
    int foreground;
    double least;
} measured[] = {
    {"dark", {0x000000, 0x1E1E1E, 0x282828, 0x002B36}, 0xBBBBBB, 4.5},
    {"colour-blind", {0x000000, 0x1E1E1E, 0x282828, 0x002B36}, 0xBBBBBB, 4.5},
    {"light", {0xFFFFFF, 0xFDF6E3, 0xEEEEEE, NONE}, 0x404040, 4.5},
    {"high-contrast", {0x000000, 0xFFFFFF, 0x002B36, NONE}, 0xBBBBBB, 7.0},
};

enum { MEASURED = sizeof measured / sizeof *measured };

static struct config *load(const char *theme)
{
    struct config *config =
        config_load(&(struct config_request){.theme = theme, .no_config = true});
    assert_int_equal(config->problems.count, 0);
    return config;
}

/* A colour that is the same on all terminals, as 0xRRGGBB. The first sixteen are not. */
static int rgb_of(color c)
{
    static const int steps[6] = {0, 95, 135, 175, 215, 255};
    if (c & COLOR_RGB)
        return (int)(c & 0xFFFFFF);
    assert_true(c >= 16 && c <= 255);
    if (c >= 232)
        return (8 + 10 * (c - 232)) * 0x010101;
    c -= 16;
    return steps[c / 36] << 16 | steps[c / 6 % 6] << 8 | steps[c % 6];
}

struct linear {
    double red, green, blue;
};

static double linear_of(int part)
{
    double c = part / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static struct linear light_of(int rgb)
{
    return (struct linear){linear_of(rgb >> 16 & 0xFF), linear_of(rgb >> 8 & 0xFF),
                           linear_of(rgb & 0xFF)};
}

static double luminance(struct linear c)
{
    return 0.2126 * c.red + 0.7152 * c.green + 0.0722 * c.blue;
}

static double between(double a, double b)
{
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static double contrast(int a, int b)
{
    return between(luminance(light_of(a)), luminance(light_of(b)));
}

/* How eyes see that lack one kind of cones, as matrices over linear light. */
static const struct eyes {
    const char *name;
    double m[9];
} eyes[] = {
    {"protanopia", {0.152, 1.053, -0.205, 0.115, 0.786, 0.099, -0.004, -0.048, 1.052}},
    {"deuteranopia", {0.367, 0.861, -0.228, 0.280, 0.673, 0.047, -0.012, 0.043, 0.969}},
    {"tritanopia", {1.256, -0.077, -0.179, -0.078, 0.931, 0.148, 0.005, 0.691, 0.304}},
};

static double seen(const struct eyes *e, int rgb)
{
    struct linear c = light_of(rgb);
    struct linear out = {e->m[0] * c.red + e->m[1] * c.green + e->m[2] * c.blue,
                         e->m[3] * c.red + e->m[4] * c.green + e->m[5] * c.blue,
                         e->m[6] * c.red + e->m[7] * c.green + e->m[8] * c.blue};
    double y = luminance(out);
    return y > 0 ? y : 0;
}

/* Half way to what is behind: terminals dim by a third to a half. */
static int dimmed(int front, int back)
{
    int red = ((front >> 16 & 0xFF) + (back >> 16 & 0xFF)) / 2;
    int green = ((front >> 8 & 0xFF) + (back >> 8 & 0xFF)) / 2;
    return red << 16 | green << 8 | ((front & 0xFF) + (back & 0xFF)) / 2;
}

/* The two colours of a style over another one, on a terminal of that background. */
static void colors_of(const struct measured *m, const struct theme *theme, struct style style,
                      struct style below, int ground, int *front, int *back)
{
    struct style text = theme_find(theme, ROLE_TEXT);
    const struct style *layers[] = {&style, &below, &text};
    *front = m->foreground;
    *back = ground;
    for (size_t i = sizeof layers / sizeof *layers; i-- > 0;) {
        if (layers[i]->foreground != COLOR_TERMINAL)
            *front = rgb_of(layers[i]->foreground);
        if (layers[i]->background != COLOR_TERMINAL)
            *back = rgb_of(layers[i]->background);
    }
    if (style.attributes & ATTRIBUTE_DIM)
        *front = dimmed(*front, *back);
}

static void expect_legible(const struct measured *m, const struct theme *theme, enum role role,
                           enum role under)
{
    for (size_t i = 0; i < GROUNDS && m->grounds[i] != NONE; i++) {
        int front, back;
        colors_of(m, theme, theme_find(theme, role), theme_find(theme, under), m->grounds[i],
                  &front, &back);
        double ratio = contrast(front, back);
        if (ratio < m->least)
            fail_msg("%s: %s over %s: #%06x on #%06x is %.2f:1", m->name, theme_role_name(role),
                     theme_role_name(under), (unsigned)front, (unsigned)back, ratio);
        for (size_t k = 0; k < sizeof eyes / sizeof *eyes; k++) {
            ratio = between(seen(&eyes[k], front), seen(&eyes[k], back));
            if (strcmp(m->name, "colour-blind") == 0 && ratio < m->least)
                fail_msg("%s: %s: #%06x on #%06x is %.2f:1 with %s", m->name, theme_role_name(role),
                         (unsigned)front, (unsigned)back, ratio, eyes[k].name);
        }
    }
}

static void test_legible(void **state)
{
    (void)state;
    for (size_t i = 0; i < MEASURED; i++) {
        struct config *config = load(measured[i].name);
        const struct theme *theme = &config->theme;
        for (unsigned role = 0; role < ROLE_COUNT; role++) {
            expect_legible(&measured[i], theme, (enum role)role, ROLE_TEXT);
            /* What colours only the ground lies under all that is in a text. */
            for (unsigned on = 0; on < ROLE_COUNT; on++)
                if (theme_find(theme, (enum role)on).background != COLOR_TERMINAL &&
                    theme_find(theme, (enum role)on).foreground == COLOR_TERMINAL)
                    expect_legible(&measured[i], theme, (enum role)role, (enum role)on);
            /* Where a ground is given on a terminal whose text may have any colour, so is this. */
            struct style style = theme_find(theme, (enum role)role);
            assert_true(style.background == COLOR_TERMINAL || style.foreground != COLOR_TERMINAL ||
                        role == ROLE_CELL_ROW || role == ROLE_CELL_HEAD);
        }
        config_free(config);
    }
}

/* What can stand side by side, and means something else. */
static const enum role texts[] = {ROLE_TEXT,      ROLE_HEADING, ROLE_LINK,       ROLE_LINK_SELECTED,
                                  ROLE_SELECTION, ROLE_HIT,     ROLE_HIT_CURRENT};
static const enum role passages[] = {ROLE_TEXT, ROLE_HIGHLIGHT, ROLE_LINK, ROLE_HIT,
                                     ROLE_HIT_CURRENT};
static const enum role cells[] = {ROLE_TABLE, ROLE_CELL, ROLE_CELL_ROW, ROLE_CELL_HEAD, ROLE_HIT};
static const enum role trees[] = {ROLE_TREE, ROLE_TREE_CURRENT, ROLE_TREE_SELECTED,
                                  ROLE_TREE_FOCUS};
static const enum role lists[] = {ROLE_TREE, ROLE_MATCH, ROLE_TREE_FOCUS};
static const enum role gutters[] = {ROLE_GUTTER, ROLE_GUTTER_HIT};
static const enum role bars[] = {ROLE_STATUS_BAR, ROLE_STATUS_KEY};
static const enum role says[] = {ROLE_MESSAGE, ROLE_ERROR};

static const struct group {
    const enum role *roles;
    size_t count;
} groups[] = {
    {texts, sizeof texts / sizeof *texts}, {passages, sizeof passages / sizeof *passages},
    {cells, sizeof cells / sizeof *cells}, {trees, sizeof trees / sizeof *trees},
    {lists, sizeof lists / sizeof *lists}, {gutters, sizeof gutters / sizeof *gutters},
    {bars, sizeof bars / sizeof *bars},    {says, sizeof says / sizeof *says},
};

/* Attributes, whether there is a ground of its own, and how light that is: what is seen without
 * seeing colours. */
static bool same_shape(const struct theme *theme, struct style a, struct style b)
{
    color ground = theme_find(theme, ROLE_TEXT).background;
    bool a_has = a.background != COLOR_TERMINAL && a.background != ground;
    bool b_has = b.background != COLOR_TERMINAL && b.background != ground;
    if (a_has && b_has && a.background >= 16 && b.background >= 16 &&
        contrast(rgb_of(a.background), rgb_of(b.background)) >= 3)
        return false;
    return a.attributes == b.attributes && a_has == b_has;
}

static void test_shapes(void **state)
{
    const struct builtin *files;
    size_t count = builtin_files(&files);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(files[i].name, "keys-", 5) == 0 || strcmp(files[i].name, "default") == 0)
            continue;
        struct config *config = load(files[i].name);
        for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
            for (size_t a = 0; a < groups[g].count; a++)
                for (size_t b = 0; b < a; b++)
                    if (same_shape(&config->theme, theme_find(&config->theme, groups[g].roles[a]),
                                   theme_find(&config->theme, groups[g].roles[b])))
                        fail_msg("%s: %s and %s differ by colour alone", files[i].name,
                                 theme_role_name(groups[g].roles[a]),
                                 theme_role_name(groups[g].roles[b]));
        config_free(config);
    }
}

/* "ansi" leaves all colours to the terminal's owner, and mono has none. */
static void test_palettes(void **state)
{
    (void)state;
    struct config *ansi = load("ansi");
    struct config *mono = load("mono");
    for (unsigned role = 0; role < ROLE_COUNT; role++) {
        struct style style = theme_find(&ansi->theme, (enum role)role);
        assert_in_range(style.foreground + 1, 0, 16);
        assert_in_range(style.background + 1, 0, 16);
        style = theme_find(&mono->theme, (enum role)role);
        assert_int_equal(style.foreground, COLOR_TERMINAL);
        assert_int_equal(style.background, COLOR_TERMINAL);
    }
    config_free(ansi);
    config_free(mono);
}

static bool same_theme(const struct theme *a, const struct theme *b)
{
    return memcmp(a->styles, b->styles, sizeof a->styles) == 0;
}

static void test_auto(void **state)
{
    (void)state;
    struct error e;
    struct config *dark = load("dark");
    struct config *light = load("light");
    struct config *config = load("auto");
    assert_true(config->theme.follows);
    assert_string_equal(config->theme_name, "auto");
    assert_true(same_theme(&config->theme, &dark->theme));
    assert_true(themes_find(config, SLICE(""), true, &config->theme, &e));
    assert_int_equal(e.kind, ERROR_NONE);
    assert_true(same_theme(&config->theme, &light->theme));
    assert_true(config->theme.follows);
    assert_true(themes_find(config, SLICE("dark"), true, &config->theme, &e));
    assert_false(config->theme.follows);
    assert_true(themes_find(config, SLICE("auto"), true, &config->theme, &e));
    assert_true(same_theme(&config->theme, &light->theme));
    assert_false(themes_find(config, SLICE("atuo"), true, &config->theme, &e));
    assert_string_equal(e.message, "unknown theme 'atuo'; did you mean auto");
    assert_string_equal(config->theme_name, "auto");
    config_free(config);

    config = config_load(&(struct config_request){.no_config = true, .light = true});
    assert_true(same_theme(&config->theme, &light->theme));
    config_free(config);
    config_free(dark);
    config_free(light);
}

static char folder[] = "folio-themes-XXXXXX";

static void write_file(const char *name, const char *text)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/%s", getenv("XDG_CONFIG_HOME"), name);
    FILE *f = fopen(buffer_text(&path), "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    buffer_deinit(&path);
}

static int set_up(void **state)
{
    static const char *const parts[] = {"folio", "folio/themes"};
    (void)state;
    char *home = mkdtemp(folder) ? realpath(folder, NULL) : NULL;
    if (!home)
        return -1;
    setenv("XDG_CONFIG_HOME", home, 1);
    for (size_t i = 0; i < 2; i++) {
        struct buffer path;
        buffer_init(&path);
        buffer_addf(&path, "%s/%s", home, parts[i]);
        mkdir(buffer_text(&path), 0700);
        buffer_deinit(&path);
    }
    free(home);
    return 0;
}

static int tear_down(void **state)
{
    static const char *const names[] = {"folio/config.yaml", "folio/themes/mine.yaml",
                                        "folio/themes/dusk.yaml", "folio/themes/keys-mine.yaml",
                                        "folio/themes/broken.yaml"};
    static const char *const folders[] = {"folio/themes", "folio", ""};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names + 3; i++) {
        size_t known = sizeof names / sizeof *names;
        struct buffer path;
        buffer_init(&path);
        buffer_addf(&path, "%s/%s", getenv("XDG_CONFIG_HOME"),
                    i < known ? names[i] : folders[i - known]);
        (void)remove(buffer_text(&path));
        buffer_deinit(&path);
    }
    return 0;
}

/* The user's own lines stay over every theme, and his own themes can be named. */
static void test_own(void **state)
{
    (void)state;
    struct error e;
    write_file("folio/config.yaml", "theme: {inherit: mine, label: bold 200}\n"
                                    "colors:\n  furniture: 17 on 18\n  heading: underline 19\n");
    write_file("folio/themes/mine.yaml", "inherit: auto\nmark: 20\n");
    write_file("folio/themes/dusk.yaml", "inherit: dark\nhit: yelow\nmark: 21\n");
    write_file("folio/themes/broken.yaml", "hit: [\n");
    write_file("folio/themes/keys-mine.yaml", "all: {q: quit}\n");
    struct config *config = config_load(NULL);
    assert_int_equal(config->problems.count, 0);
    assert_string_equal(config->theme_name, "mine");
    assert_true(config->theme.follows);

    struct buffer names = {0};
    themes_names(config, &names);
    assert_string_equal(buffer_text(&names), "ansi auto broken colour-blind dark dusk "
                                             "high-contrast light mine mono");
    buffer_deinit(&names);

    assert_true(themes_find(config, SLICE(""), true, &config->theme, &e));
    assert_int_equal(theme_find(&config->theme, ROLE_MARK).foreground, 20);
    assert_int_equal(theme_find(&config->theme, ROLE_TREE_CURRENT).foreground, 25);
    assert_true(themes_find(config, SLICE("dusk"), true, &config->theme, &e));
    assert_string_equal(e.message, "dusk.yaml:2:6: unknown colour or attribute 'yelow'; did you "
                                   "mean yellow");
    assert_int_equal(theme_find(&config->theme, ROLE_MARK).foreground, 21);
    assert_int_equal(theme_find(&config->theme, ROLE_HIT).background, 220);
    assert_int_equal(theme_find(&config->theme, ROLE_LABEL).foreground, 200);
    assert_int_equal(theme_find(&config->theme, ROLE_FURNITURE).background, 18);
    assert_false(themes_find(config, SLICE("broken"), true, &config->theme, &e));
    assert_non_null(strstr(e.message, "broken.yaml:2:1: "));
    assert_int_equal(theme_find(&config->theme, ROLE_MARK).foreground, 21);

    /* Without colours: mono, and of the user's lines what can be seen. */
    themes_without_color(config);
    assert_int_equal(theme_find(&config->theme, ROLE_HIT).attributes, ATTRIBUTE_REVERSE);
    assert_int_equal(theme_find(&config->theme, ROLE_FURNITURE).attributes, ATTRIBUTE_DIM);
    assert_int_equal(theme_find(&config->theme, ROLE_HEADING).attributes, ATTRIBUTE_UNDERLINE);
    assert_int_equal(theme_find(&config->theme, ROLE_HEADING).foreground, COLOR_TERMINAL);
    assert_true(themes_find(config, SLICE("light"), true, &config->theme, &e));
    assert_int_equal(theme_find(&config->theme, ROLE_HIT).attributes, ATTRIBUTE_REVERSE);
    config_free(config);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_legible),  cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_palettes), cmocka_unit_test(test_auto),
        cmocka_unit_test(test_own),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
