/* SPDX-License-Identifier: MIT */
/* Reading a folder for the names in it. */
#include "ui/path_names.h"

#include "base/array.h"
#include "base/clean.h"
#include "ui/taking/save_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MOST_READ = 20000,  /* entries of a folder that are looked at, */
    MOST_FITTING = 1000 /* and that are offered */
};

typedef ARRAY(char *) path_list;

static bool is_folder(int folder, const struct dirent *entry)
{
    struct stat about;
    if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(folder, entry->d_name, &about, 0) == 0 && S_ISDIR(about.st_mode);
}

/* Whether the name can be typed, and begins so. */
static bool fits(struct slice name, struct slice leaf)
{
    bool hidden = slice_starts(name, SLICE("."));
    if (slice_equal(name, SLICE(".")) || slice_equal(name, SLICE("..")) ||
        !slice_starts_nocase(name, leaf) || (hidden && !slice_starts(leaf, SLICE("."))))
        return false;
    for (size_t i = 0; i < name.len; i++)
        if ((unsigned char)name.at[i] < ' ' || name.at[i] == 0x7F)
            return false;
    return true;
}

static int by_letters(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder that fit, those of folders with a slash behind; the caller frees them. */
static void read_folder(const char *path, struct slice leaf, path_list *out)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    for (size_t i = 0; folder && i < MOST_READ && out->count < MOST_FITTING; i++) {
        entry = readdir(folder);
        if (!entry)
            break;
        if (!fits(slice_of(entry->d_name), leaf))
            continue;
        struct buffer name = {0};
        buffer_addf(&name, "%s%s", entry->d_name, is_folder(dirfd(folder), entry) ? "/" : "");
        array_push(out, slice_copy(buffer_slice(&name)));
        buffer_deinit(&name);
    }
    if (folder)
        closedir(folder);
    if (out->count > 0)
        qsort(out->at, out->count, sizeof *out->at, by_letters);
}

void path_names_each(struct slice typed, names_take *take, void *self)
{
    struct buffer folder = {0};
    struct buffer path = {0};
    path_list names = {0};
    size_t leaf = typed.len;
    while (leaf > 0 && typed.at[leaf - 1] != '/')
        leaf--;
    struct slice front = slice_cut(typed, 0, leaf);
    if (slice_equal(typed, SLICE("~"))) {
        take(self, SLICE("~/"), (struct slice){NULL, 0});
        return;
    }
    save_file_path(front.len ? front : SLICE("."), &folder);
    read_folder(buffer_text(&folder), slice_cut(typed, leaf, typed.len), &names);
    for (size_t i = 0; i < names.count; i++) {
        buffer_clear(&path);
        buffer_add(&path, front);
        buffer_add_text(&path, names.at[i]);
        take(self, buffer_slice(&path), (struct slice){NULL, 0});
        free(names.at[i]);
    }
    array_deinit(&names);
    buffer_deinit(&path);
    buffer_deinit(&folder);
}

void path_shown(struct slice path, struct buffer *out)
{
    struct slice home = slice_of(getenv("HOME"));
    if (home.len > 1 && slice_starts(path, home) && path.len > home.len &&
        path.at[home.len] == '/') {
        buffer_add_byte(out, '~');
        path = slice_cut(path, home.len, path.len);
    }
    clean_text(out, path);
}
