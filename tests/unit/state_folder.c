/* SPDX-License-Identifier: MIT */
/* A folder for tests of what is remembered. */
#include "state_folder.h"

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "folio-state-XXXXXX"; /* in the folder of the test */

int state_folder_make(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *at)
{
    (void)status;
    (void)kind;
    return at->level == 0 ? 0 : remove(path);
}

int state_folder_clean(void **state)
{
    (void)state;
    return nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

int state_folder_remove(void **state)
{
    return state_folder_clean(state) == 0 ? rmdir(folder) : -1;
}

const char *state_folder(void)
{
    return folder;
}

char *state_folder_path(const char *name)
{
    struct buffer path;
    buffer_init(&path);
    buffer_addf(&path, "%s/%s", folder, name);
    return path.at;
}

void state_folder_write(const char *name, struct slice text)
{
    char *path = state_folder_path(name);
    for (char *slash = path + sizeof folder; (slash = strchr(slash, '/')); *slash++ = '/') {
        *slash = '\0';
        (void)mkdir(path, 0700);
    }
    FILE *f = fopen(path, "w");
    if (!f || fwrite(text.at, 1, text.len, f) != text.len || fclose(f) != 0)
        abort();
    free(path);
}

bool state_folder_read(const char *name, struct buffer *out)
{
    char block[4096];
    char *path = state_folder_path(name);
    FILE *f = fopen(path, "r");
    free(path);
    if (!f)
        return false;
    for (size_t got; (got = fread(block, 1, sizeof block, f)) > 0;)
        buffer_add(out, (struct slice){block, got});
    (void)fclose(f);
    return true;
}

bool state_folder_has(const char *name)
{
    struct stat status;
    char *path = state_folder_path(name);
    bool there = lstat(path, &status) == 0;
    free(path);
    return there;
}

size_t state_folder_count(const char *name)
{
    char *path = state_folder_path(name);
    DIR *listed = opendir(path);
    size_t count = 0;
    free(path);
    if (!listed)
        return 0;
    while (readdir(listed))
        count++;
    closedir(listed);
    return count - 2; /* "." and ".." */
}
