/* SPDX-License-Identifier: MIT */
/* Themes and key maps by their names. */
#include "config/loader.h"

#include "config/apply.h"
#include "config/builtin.h"
#include "config/conflicts.h"
#include "config/files.h"
#include "config/suggest.h"

#include <string.h>

enum { DEEPEST = 8 /* a theme that inherits from one that inherits ... */ };

static const struct {
    const char *setting; /* its name in the user's file */
    const char *word;
    const char *prefix; /* of its files */
    const char *argument;
    void (*apply)(struct config *config, const char *file, const struct yaml_node *node);
    void (*apply_own)(struct config *config, const char *file, const struct yaml_node *node);
} kinds[LOADER_KINDS] = {
    {"theme", "theme", "", "--theme", apply_colors, apply_own_colors},
    {"keys", "key map", "keys-", "--keys", apply_keys, apply_keys},
};

const char *loader_setting(enum loader_kind kind)
{
    return kinds[kind].setting;
}

const char *loader_argument(enum loader_kind kind)
{
    return kinds[kind].argument;
}

const char *loader_keep_name(struct loader *l, const char *name)
{
    array_push(&l->config->names, slice_copy(slice_of(name)));
    return l->config->names.at[l->config->names.count - 1];
}

static bool read_source(struct loader *l, struct slice text, struct source *source)
{
    struct error e;
    struct yaml_node *root;
    if (!yaml_read(&l->arena, text, &root, &e)) {
        apply_problem(l->config, source->file, NULL, &e);
        return false;
    }
    if (root && root->kind != YAML_MAPPING) {
        error_set(&e, ERROR_CONFIG, "lines of \"name: value\" are expected");
        apply_problem(l->config, source->file, root, &e);
        return false;
    }
    source->root = root;
    return true;
}

bool loader_read_own(struct loader *l, const char *path, bool *missing, struct source *source)
{
    struct buffer text;
    struct error e;
    buffer_init(&text);
    *source = (struct source){.own = true};
    bool good = files_read(path, &text, missing, &e);
    if (good || !*missing)
        source->file = loader_keep_name(l, path);
    if (good)
        good = read_source(l, arena_copy(&l->arena, buffer_slice(&text)), source);
    else if (!*missing)
        apply_problem(l->config, source->file, NULL, &e);
    buffer_deinit(&text);
    return good;
}

bool loader_read_builtin(struct loader *l, const char *prefix, struct slice name,
                         struct source *source)
{
    struct slice text;
    struct buffer file;
    if (!files_builtin(prefix, name, &text))
        return false;
    *source = (struct source){0};
    buffer_init(&file);
    buffer_addf(&file, "built-in %s%.*s", prefix, (int)name.len, name.at);
    source->file = loader_keep_name(l, buffer_text(&file));
    buffer_deinit(&file);
    return read_source(l, text, source);
}

static bool fail_name(enum loader_kind kind, struct slice name, struct error *e)
{
    const struct builtin *files;
    size_t count = builtin_files(&files);
    struct suggest s;
    suggest_init(&s, name);
    if (kind == LOADER_THEME)
        suggest_offer(&s, LOADER_AUTO);
    for (size_t i = 0; i < count; i++) {
        bool is_keys = slice_starts(slice_of(files[i].name), slice_of(kinds[LOADER_KEYS].prefix));
        bool is_default = slice_equal(slice_of(files[i].name), SLICE("default"));
        if (!is_default && is_keys == (kind == LOADER_KEYS))
            suggest_offer(&s, files[i].name + strlen(kinds[kind].prefix));
    }
    return error_set(e, ERROR_CONFIG, "unknown %s '%.*s'%s%s", kinds[kind].word, (int)name.len,
                     name.at, suggest_words(&s), suggest_name(&s));
}

/* Finds the theme or key map of a name: the user's own, then the built-in one. Fails with a
 * message; it is empty when the file was found and its mistakes are noted. */
static bool find_named(struct loader *l, enum loader_kind kind, struct slice name,
                       bool builtin_only, struct source *source, struct error *e)
{
    struct buffer file, path;
    bool missing = true, good = false;
    *e = (struct error){0};
    if (!files_is_name(name) ||
        (kind == LOADER_THEME && (slice_equal(name, SLICE("default")) ||
                                  slice_starts(name, slice_of(kinds[LOADER_KEYS].prefix)))))
        return fail_name(kind, name, e);
    buffer_init(&file);
    buffer_init(&path);
    buffer_addf(&file, "themes/%s%.*s.yaml", kinds[kind].prefix, (int)name.len, name.at);
    if (!builtin_only && files_config_path(buffer_text(&file), &path))
        good = loader_read_own(l, buffer_text(&path), &missing, source);
    buffer_deinit(&file);
    buffer_deinit(&path);
    if (!missing)
        return good;
    return loader_read_builtin(l, kinds[kind].prefix, name, source) || fail_name(kind, name, e);
}

static void start_empty(struct loader *l, enum loader_kind kind)
{
    if (kind == LOADER_THEME) {
        bool follows = l->config->theme.follows;
        theme_init(&l->config->theme);
        l->config->theme.follows = follows;
    } else {
        keymap_free(l->config->keymap);
        l->config->keymap = keymap_new();
    }
}

static bool load_named(struct loader *l, enum loader_kind kind, struct slice name,
                       bool builtin_only, int depth, struct error *e);

/* Starts from what a mapping inherits: a theme of the user's from "mono" if it does not say. */
static void load_inherited(struct loader *l, enum loader_kind kind, const struct source *source,
                           const struct yaml_node *node, bool builtin_only, int depth)
{
    struct error e;
    const struct yaml_node *from = yaml_find(node, SLICE("inherit"));
    if (!from && kind == LOADER_THEME && source->own &&
        load_named(l, kind, SLICE("mono"), true, depth, &e))
        return;
    if (!from) {
        start_empty(l, kind);
        return;
    }
    error_set(&e, ERROR_CONFIG, "the name of a %s is expected here", kinds[kind].word);
    if (from->kind == YAML_SCALAR && load_named(l, kind, from->text, builtin_only, depth, &e))
        return;
    if (e.kind != ERROR_NONE)
        apply_problem(l->config, source->file, from, &e);
    loader_load_standard(l, kind);
}

static bool load_named(struct loader *l, enum loader_kind kind, struct slice name,
                       bool builtin_only, int depth, struct error *e)
{
    struct source source = {0};
    builtin_only = builtin_only || l->config->builtin_only;
    if (depth > DEEPEST)
        return error_set(e, ERROR_CONFIG, "the %s inherits itself", kinds[kind].word);
    if (kind == LOADER_THEME && slice_equal(name, SLICE(LOADER_AUTO))) {
        l->config->theme.follows = true;
        name = l->light ? SLICE("light") : SLICE("dark");
    }
    if (!find_named(l, kind, name, builtin_only, &source, e))
        return false;
    if (!source.root) {
        start_empty(l, kind);
        return true;
    }
    /* A file of the user's own that inherits its own name means the built-in one. */
    const struct yaml_node *from = yaml_find(source.root, SLICE("inherit"));
    bool same = source.own && from && from->kind == YAML_SCALAR && slice_equal(from->text, name);
    load_inherited(l, kind, &source, source.root, builtin_only || same, depth + 1);
    kinds[kind].apply(l->config, source.file, source.root);
    return true;
}

bool loader_load_named(struct loader *l, enum loader_kind kind, struct slice name, struct error *e)
{
    l->config->theme.follows = l->config->theme.follows && kind != LOADER_THEME;
    return load_named(l, kind, name, false, 0, e);
}

/* Remembers which theme is in force. */
static void keep_theme(struct loader *l, enum loader_kind kind, struct slice name)
{
    if (kind != LOADER_THEME)
        return;
    array_push(&l->config->names, slice_copy(name));
    l->config->theme_name = l->config->names.at[l->config->names.count - 1];
}

void loader_load_standard(struct loader *l, enum loader_kind kind)
{
    struct error e;
    l->config->theme.follows = l->config->theme.follows && kind != LOADER_THEME;
    if (!load_named(l, kind, l->standard[kind], true, 0, &e))
        start_empty(l, kind);
    keep_theme(l, kind, l->standard[kind]);
}

/* The user's own lines over what is in force. */
static void apply_lines(struct loader *l, enum loader_kind kind, const struct source *source,
                        const struct yaml_node *node)
{
    struct keymap *before =
        l->checking && kind == LOADER_KEYS ? keymap_copy(l->config->keymap) : NULL;
    kinds[kind].apply_own(l->config, source->file, node);
    if (before)
        conflicts_check(l->config, source->file, node, before);
    keymap_free(before);
}

void loader_load(struct loader *l, enum loader_kind kind, const char *asked,
                 const struct source *source)
{
    struct error e = {0};
    const struct yaml_node *value =
        source->root ? yaml_find(source->root, slice_of(kinds[kind].setting)) : NULL;
    bool mapping = value && value->kind == YAML_MAPPING;
    if (value && value->kind == YAML_LIST) {
        error_set(&e, ERROR_CONFIG, "%s is a name or a mapping", kinds[kind].setting);
        apply_problem(l->config, source->file, value, &e);
        value = NULL;
    }
    if (!asked && mapping && yaml_find(value, SLICE("inherit"))) {
        const struct yaml_node *from = yaml_find(value, SLICE("inherit"));
        keep_theme(l, kind, from->kind == YAML_SCALAR ? from->text : l->standard[kind]);
        load_inherited(l, kind, source, value, false, 0);
    } else {
        bool named = value && value->kind == YAML_SCALAR && !yaml_is_null(value);
        struct slice name = asked ? slice_of(asked) : named ? value->text : l->standard[kind];
        keep_theme(l, kind, name);
        if (!load_named(l, kind, name, false, 0, &e)) {
            if (asked && e.kind != ERROR_NONE)
                e.kind = ERROR_USAGE;
            if (e.kind != ERROR_NONE)
                apply_problem(l->config,
                              asked || !source->file ? kinds[kind].argument : source->file,
                              asked ? NULL : value, &e);
            loader_load_standard(l, kind);
        }
    }
    if (mapping)
        apply_lines(l, kind, source, value);
}

void loader_load_source(struct loader *l, enum loader_kind kind, const struct source *source)
{
    load_inherited(l, kind, source, source->root, false, 0);
    apply_lines(l, kind, source, source->root);
}
