/* SPDX-License-Identifier: MIT */
/* Where configuration is found. */
#include "config/files.h"

#include "config/builtin.h"
#include "config/yaml.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool files_path(const char *variable, const char *below_home, const char *name, struct buffer *out)
{
    const char *folder = getenv(variable);
    const char *home = getenv("HOME");
    /* A relative path there is to be ignored, says the XDG specification. */
    if (folder && folder[0] == '/')
        buffer_addf(out, "%s/folio/%s", folder, name);
    else if (home && home[0] == '/')
        buffer_addf(out, "%s/%s/folio/%s", home, below_home, name);
    else
        return false;
    return true;
}

/* Reads up to the end, or until there is more than a configuration may have. */
static bool read_all(int fd, struct buffer *out)
{
    char block[16384];
    while (out->len <= YAML_LARGEST) {
        ssize_t got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        buffer_add(out, (struct slice){block, (size_t)got});
    }
    return true;
}

bool files_config_path(const char *name, struct buffer *out)
{
    return files_path("XDG_CONFIG_HOME", ".config", name, out);
}

bool files_read(const char *path, struct buffer *out, bool *missing, struct error *e)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    int why = errno;
    if (missing)
        *missing = fd < 0 && (why == ENOENT || why == ENOTDIR);
    if (fd < 0)
        return error_set(e, ERROR_CONFIG, "cannot be opened: %s", strerror(why));
    bool good = read_all(fd, out);
    why = errno;
    close(fd);
    return good || error_set(e, ERROR_CONFIG, "cannot be read: %s", strerror(why));
}

bool files_builtin(const char *prefix, struct slice name, struct slice *text)
{
    const struct builtin *files;
    size_t count = builtin_files(&files);
    for (size_t i = 0; i < count; i++) {
        struct slice file = slice_of(files[i].name);
        size_t len = slice_of(prefix).len;
        if (slice_starts(file, slice_of(prefix)) &&
            slice_equal(slice_cut(file, len, file.len), name)) {
            *text = (struct slice){files[i].text, files[i].len};
            return true;
        }
    }
    return false;
}

bool files_is_name(struct slice name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        if (!byte_is_letter(c) && !byte_is_digit(c) && c != '-' && c != '_')
            return false;
    }
    return name.len > 0 && name.len <= 100;
}
