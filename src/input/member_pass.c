/* SPDX-License-Identifier: MIT */
/* Members by name, in one pass where they come in order. */
#include "input/member_pass.h"

#include "base/slice.h"
#include "input/filings.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void member_pass_end(struct member_pass *p)
{
    filings_close(p->filings);
    free(p->archive);
    *p = (struct member_pass){0};
}

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* The path of the archive in that of a member, the caller's; NULL: there is none. */
static char *archive_in(const char *path)
{
    struct stat status;
    if (!strstr(path, "//") || stat(path, &status) == 0)
        return NULL;
    for (const char *at = path; (at = strstr(at, "//")); at++) {
        char *archive = slice_copy((struct slice){path, (size_t)(at - path)});
        if (is_file(archive))
            return archive;
        free(archive);
    }
    return NULL;
}

bool member_pass_is(const char *path)
{
    char *archive = archive_in(path);
    free(archive);
    return archive != NULL;
}

/* Comes to the next member of that name; false at the end of the archive. */
static bool find(struct member_pass *p, const char *path)
{
    const char *name;
    while (p->filings && filings_next(p->filings, &name))
        if (strcmp(name, path) == 0)
            return true;
    return false;
}

/* Opens the archive, which is taken, at its beginning. */
static void begin(struct member_pass *p, char *archive)
{
    struct error e = {0};
    member_pass_end(p);
    p->archive = archive;
    p->filings = filings_open(archive, &e);
    if (p->filings && !filings_many(p->filings)) {
        filings_close(p->filings);
        p->filings = NULL;
    }
}

struct input *member_pass_take(struct member_pass *p, const char *path, struct error *e)
{
    char *archive = archive_in(path);
    if (!archive)
        return filings_only(path, e);
    bool same = p->archive && strcmp(p->archive, archive) == 0;
    if (same && find(p, path)) {
        free(archive);
        return filings_take(p->filings, e);
    }
    begin(p, archive);
    if (find(p, path))
        return filings_take(p->filings, e);
    member_pass_end(p); /* what is wrong is told by who knows it */
    return filings_only(path, e);
}
