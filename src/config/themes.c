/* SPDX-License-Identifier: MIT */
/* Changing the theme while the program runs. */
#include "config/themes.h"

#include "base/memory.h"
#include "config/builtin.h"
#include "config/files.h"
#include "config/loader.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The user's lines over the theme. A style of colours alone says nothing where none are seen. */
static void add_own_colors(const struct config *config, struct theme *theme)
{
    for (size_t i = 0; i < config->own_colors.count; i++) {
        struct own_color own = config->own_colors.at[i];
        if (config->colorless && own.style.attributes == 0)
            continue;
        if (config->colorless)
            own.style.foreground = own.style.background = COLOR_TERMINAL;
        theme->styles[own.role] = own.style;
    }
}

/* Loads a theme as the only thing, so that its problems can be told apart. */
static bool load(struct config *scratch, struct slice name, bool light, struct error *e)
{
    struct loader l = {.config = scratch, .light = light};
    arena_init(&l.arena);
    /* What a theme that is no good falls back to. */
    l.standard[LOADER_THEME] = SLICE(LOADER_AUTO);
    bool good = loader_load_named(&l, LOADER_THEME, name, e);
    if (good && scratch->colorless) {
        struct error none;
        bool follows = scratch->theme.follows;
        scratch->builtin_only = true;
        (void)loader_load_named(&l, LOADER_THEME, SLICE("mono"), &none);
        scratch->theme.follows = follows;
    }
    arena_deinit(&l.arena);
    return good;
}

/* The first mistake, with its file: "mine.yaml:3:6: unknown colour". */
static void tell(const struct config *scratch, struct error *e)
{
    *e = (struct error){0};
    if (scratch->problems.count == 0)
        return;
    const struct problem *p = &scratch->problems.at[0];
    const char *slash = strrchr(p->file, '/');
    *e = p->error;
    error_set_at(e, ERROR_CONFIG, p->error.line, p->error.column, "%s:%zu:%zu: %s",
                 slash ? slash + 1 : p->file, p->error.line, p->error.column, p->error.message);
}

bool themes_find(const struct config *config, struct slice name, bool light, struct theme *theme,
                 struct error *e)
{
    struct config scratch = {.builtin_only = config->builtin_only, .colorless = config->colorless};
    struct error why = {0};
    bool good = load(&scratch, name.len > 0 ? name : slice_of(config->theme_name), light, &why);
    if (good) {
        *theme = scratch.theme;
        add_own_colors(config, theme);
    }
    if (scratch.problems.count > 0 || good)
        tell(&scratch, &why);
    if (e)
        *e = why;
    array_deinit(&scratch.problems);
    for (size_t i = 0; i < scratch.names.count; i++)
        free(scratch.names.at[i]);
    array_deinit(&scratch.names);
    return good;
}

void themes_without_color(struct config *config)
{
    config->colorless = true;
    (void)themes_find(config, (struct slice){NULL, 0}, config->light, &config->theme, NULL);
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

struct names {
    char **at;
    size_t count, room;
};

/* "mine.yaml" of the user's folder; a key map is none. */
static void add_name(struct names *names, struct slice name)
{
    if (!files_is_name(name) || slice_starts(name, SLICE("keys-")) ||
        slice_equal(name, SLICE("default")))
        return;
    array_push(names, slice_copy(name));
}

static void add_own_names(struct names *names)
{
    struct buffer path;
    buffer_init(&path);
    errno = 0;
    DIR *folder = files_config_path("themes", &path) ? opendir(buffer_text(&path)) : NULL;
    const struct dirent *entry;
    if (!folder && errno == ENOMEM)
        memory_exhausted();
    while (folder && (entry = readdir(folder))) {
        struct slice file = slice_of(entry->d_name);
        struct slice end = SLICE(".yaml");
        if (file.len > end.len && slice_equal(slice_cut(file, file.len - end.len, file.len), end))
            add_name(names, slice_cut(file, 0, file.len - end.len));
    }
    if (folder)
        closedir(folder);
    buffer_deinit(&path);
}

void themes_names(const struct config *config, struct buffer *out)
{
    const struct builtin *files;
    size_t count = builtin_files(&files);
    struct names names = {0};
    add_name(&names, SLICE(LOADER_AUTO));
    for (size_t i = 0; i < count; i++)
        add_name(&names, slice_of(files[i].name));
    if (!config->builtin_only)
        add_own_names(&names);
    if (names.count > 0)
        qsort(names.at, names.count, sizeof *names.at, compare);
    for (size_t i = 0; i < names.count; i++) {
        if (i == 0 || strcmp(names.at[i], names.at[i - 1]) != 0)
            buffer_addf(out, "%s%s", i > 0 ? " " : "", names.at[i]);
    }
    for (size_t i = 0; i < names.count; i++)
        free(names.at[i]);
    array_deinit(&names);
}
