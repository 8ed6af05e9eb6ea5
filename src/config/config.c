/* SPDX-License-Identifier: MIT */
/* The configuration: from the built-in files, the user's, and the command line. */
#include "config/config.h"

#include "base/memory.h"
#include "config/apply.h"
#include "config/files.h"
#include "config/loader.h"
#include "config/suggest.h"

#include <stdlib.h>
#include <string.h>

static void check_names(struct loader *l, const struct source *source)
{
    static const char *const names[] = {"theme", "keys", "colors", "options"};
    enum { NAMES = sizeof names / sizeof *names };
    for (size_t i = 0; i + 1 < source->root->count; i += 2) {
        const struct yaml_node *key = &source->root->items[i];
        struct suggest s;
        struct error e;
        bool known = false;
        if (!apply_check_key(l->config, source->file, source->root, i))
            continue;
        suggest_init(&s, key->text);
        for (size_t j = 0; j < NAMES; j++) {
            known = known || slice_equal(key->text, slice_of(names[j]));
            suggest_offer(&s, names[j]);
        }
        if (known)
            continue;
        error_set(&e, ERROR_CONFIG,
                  "unknown name '%.*s'%s%s; there are theme, keys, colors, options",
                  (int)key->text.len, key->text.at, suggest_words(&s), suggest_name(&s));
        apply_problem(l->config, source->file, key, &e);
    }
}

/* A key map that nobody can leave is not used. */
static void check_way_out(struct loader *l, const char *file)
{
    const struct binding *b;
    struct error e;
    for (size_t i = 0; (b = keymap_get(l->config->keymap, i)); i++)
        if ((b->context == CONTEXT_ALL || b->context == CONTEXT_TEXT) &&
            (b->action == ACTION_QUIT || b->action == ACTION_CLOSE ||
             b->action == ACTION_COMMAND_LINE))
            return;
    error_set(&e, ERROR_CONFIG,
              "no key quits and none opens the command line: the standard keys "
              "are used");
    apply_problem(l->config, file ? file : loader_argument(LOADER_KEYS), NULL, &e);
    loader_load_standard(l, LOADER_KEYS);
}

/* The names and options that the built-in defaults give. */
static void load_defaults(struct loader *l)
{
    struct source source;
    settings_init(&l->config->settings);
    if (!loader_read_builtin(l, "", SLICE("default"), &source) || !source.root)
        return;
    for (int kind = 0; kind < LOADER_KINDS; kind++) {
        const struct yaml_node *name =
            yaml_find(source.root, slice_of(loader_setting((enum loader_kind)kind)));
        if (name && name->kind == YAML_SCALAR)
            l->standard[kind] = name->text;
    }
    const struct yaml_node *options = yaml_find(source.root, SLICE("options"));
    if (options)
        apply_options(l->config, source.file, options);
}

/* Reads the user's file: the one asked for, or his own. */
static void load_own(struct loader *l, const struct config_request *request, bool *found,
                     struct source *source)
{
    struct buffer path;
    bool missing = true;
    *source = (struct source){0};
    buffer_init(&path);
    if (request->file)
        buffer_add_text(&path, request->file);
    if (path.len > 0 || files_config_path("config.yaml", &path)) {
        size_t before = l->config->problems.count;
        if (!loader_read_own(l, buffer_text(&path), &missing, source))
            source->root = NULL;
        if (request->file && missing) {
            struct error e;
            source->file = loader_keep_name(l, request->file);
            error_set(&e, ERROR_USAGE, "no such file");
            apply_problem(l->config, source->file, NULL, &e);
        } else if (request->file && l->config->problems.count > before &&
                   l->config->problems.at[before].error.line == 0) {
            l->config->problems.at[before].error.kind = ERROR_USAGE;
        }
    }
    *found = !missing;
    buffer_deinit(&path);
}

/* Puts the sections of the user's file into force, over the defaults. */
static void load_sections(struct loader *l, const struct config_request *request,
                          const struct source *source)
{
    const struct yaml_node *root = source->root;
    const struct yaml_node *colors = root ? yaml_find(root, SLICE("colors")) : NULL;
    const struct yaml_node *options = root ? yaml_find(root, SLICE("options")) : NULL;
    if (root)
        check_names(l, source);
    loader_load(l, LOADER_THEME, request->theme, source);
    loader_load(l, LOADER_KEYS, request->keys, source);
    if (colors)
        apply_own_colors(l->config, source->file, colors);
    if (options)
        apply_options(l->config, source->file, options);
}

/* What a file to check is, by its first name: a theme or a key map, or else (LOADER_KINDS) a
 * configuration. */
static enum loader_kind kind_of(const struct source *source)
{
    enum role role;
    enum keymap_context context;
    for (size_t i = 0; source->root && i + 1 < source->root->count; i += 2) {
        struct slice name = source->root->items[i].text;
        bool mapping = source->root->items[i + 1].kind == YAML_MAPPING;
        /* "text" and "tree" are both; only places for keys hold mappings. */
        if (mapping && keymap_context_find(name, &context))
            return LOADER_KEYS;
        if (!mapping && theme_role_find(name, &role))
            return LOADER_THEME;
    }
    return LOADER_KINDS;
}

static struct config *load(const struct config_request *request, bool checking, bool *found)
{
    struct loader l = {
        .config = memory_alloc(sizeof *l.config), .light = request->light, .checking = checking};
    struct source source = {0};
    arena_init(&l.arena);
    l.config->builtin_only = request->no_config;
    l.config->light = request->light;
    theme_init(&l.config->theme);
    l.config->keymap = keymap_new();
    load_defaults(&l);
    *found = false;
    if (!request->no_config)
        load_own(&l, request, found, &source);
    enum loader_kind kind = checking ? kind_of(&source) : LOADER_KINDS;
    if (kind == LOADER_KINDS) {
        load_sections(&l, request, &source);
    } else {
        loader_load_standard(&l, kind == LOADER_THEME ? LOADER_KEYS : LOADER_THEME);
        loader_load_source(&l, kind, &source);
    }
    check_way_out(&l, source.file);
    arena_deinit(&l.arena);
    return l.config;
}

struct config *config_load(const struct config_request *request)
{
    bool found;
    return load(request ? request : &(struct config_request){0}, false, &found);
}

/* The problems of one file in the order of its lines. There are 100 at most. */
static void sort_problems(struct config *config)
{
    for (size_t i = 1; i < config->problems.count; i++) {
        struct problem moved = config->problems.at[i];
        size_t at = i;
        for (; at > 0 && strcmp(config->problems.at[at - 1].file, moved.file) == 0 &&
               config->problems.at[at - 1].error.line > moved.error.line;
             at--)
            config->problems.at[at] = config->problems.at[at - 1];
        config->problems.at[at] = moved;
    }
}

struct config *config_check(const char *file, bool *found)
{
    bool there;
    struct config *config =
        load(&(struct config_request){.file = file}, true, found ? found : &there);
    sort_problems(config);
    return config;
}

void config_free(struct config *config)
{
    if (!config)
        return;
    keymap_free(config->keymap);
    array_deinit(&config->problems);
    array_deinit(&config->own_colors);
    for (size_t i = 0; i < config->names.count; i++)
        free(config->names.at[i]);
    array_deinit(&config->names);
    free(config);
}

void config_write_problem(const struct problem *problem, struct buffer *out)
{
    if (problem->error.line > 0)
        buffer_addf(out, "%s:%zu:%zu: %s", problem->file, problem->error.line,
                    problem->error.column, problem->error.message);
    else
        buffer_addf(out, "%s: %s", problem->file, problem->error.message);
}
