/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a configuration, a theme or a key map: whatever is in the file, there is a
 * configuration that can be used and left, and what is wrong is told in clean words with a place
 * in the file.
 */
#include "config/config.h"

#include "must.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_PROBLEMS = 100, LAST_KEYS = 50 /* looked at: those of the file are bound last */ };

/* A file in memory that holds the bytes, and its path. */
static const char *file_of(const uint8_t *data, size_t size)
{
    static int file = -1;
    static char path[64];
    if (file < 0) {
        /* Themes of a home folder are no part of this. */
        (void)setenv("XDG_CONFIG_HOME", "/dev/null", 1);
        file = memfd_create("config", MFD_CLOEXEC);
        (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    }
    must(ftruncate(file, 0) == 0 && pwrite(file, data, size, 0) == (ssize_t)size);
    return path;
}

static bool can_be_left(const struct keymap *map)
{
    const struct binding *b;
    for (size_t i = 0; (b = keymap_get(map, i)); i++)
        if (b->action == ACTION_QUIT || b->action == ACTION_CLOSE ||
            b->action == ACTION_COMMAND_LINE)
            return true;
    return false;
}

static void check_keys(const struct keymap *map)
{
    const struct binding *b, *found;
    struct buffer written = {0};
    size_t count = 0;
    while (keymap_get(map, count))
        count++;
    for (size_t i = count > LAST_KEYS ? count - LAST_KEYS : 0; i < count; i++) {
        b = keymap_get(map, i);
        must(b->count >= 1 && b->count <= KEYMAP_KEYS);
        if (b->argument)
            must_be_readable(slice_of(b->argument));
        buffer_clear(&written);
        key_write_sequence(b->keys, b->count, &written);
        must(written.len > 0);
        must_be_text(buffer_slice(&written));
        if (b->context != CONTEXT_ALL)
            must(keymap_find(map, b->context, b->keys, b->count, &found) == KEYMAP_FOUND);
    }
    buffer_deinit(&written);
}

static void check(struct config *config, size_t lines)
{
    struct buffer words = {0};
    must(config->problems.count <= MOST_PROBLEMS);
    for (size_t i = 0; i < config->problems.count; i++) {
        const struct problem *p = &config->problems.at[i];
        must(p->error.message[0] != '\0' && p->error.line <= lines + 1);
        buffer_clear(&words);
        config_write_problem(p, &words);
        must_be_text(buffer_slice(&words));
    }
    must(can_be_left(config->keymap));
    check_keys(config->keymap);
    buffer_deinit(&words);
    config_free(config);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *path = file_of(data, size);
    /* Much of the time goes into the built-in files: one of the two ways is enough for one input.
     */
    if (size % 2 == 0)
        check(config_load(&(struct config_request){.file = path}), size);
    else
        check(config_check(path, NULL), size);
    return 0;
}
