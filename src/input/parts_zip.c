/* SPDX-License-Identifier: MIT */
/* A zip as the folder of one filing. */
#include "input/parts_zip.h"

#include "input/members.h"

#include <unistd.h>

enum { HEAD = 1024 /* bytes that tell a full submission */ };

enum answer { ONE, TOO_MUCH, SEVERAL, NOT_SAID };

/* What the names say; so many of them are not unpacked to see. */
static enum answer ask_names(struct slice bytes)
{
    struct error e = {0};
    struct slice name;
    struct parts_told told = {0};
    size_t count = 0;
    struct members *m = members_open(bytes, &e);
    enum members_found found = m ? members_next(m, &name, &e) : MEMBERS_END;
    for (; found == MEMBERS_GOOD || found == MEMBERS_BAD; found = members_next(m, &name, &e)) {
        parts_tell(&told, name);
        count++;
    }
    members_close(m);
    bool many = count > PARTS_MOST;
    if (told.pages + told.summaries == 0)
        return many ? SEVERAL : NOT_SAID;
    if (told.pages > 1 || told.summaries > 1)
        return SEVERAL;
    return many ? TOO_MUCH : ONE;
}

/* Reads on, until one member shows that there are several filings. False when it is no folder of
 * one; *e tells why when it is more than one can be. */
static bool gather(struct members *m, struct parts *p, bool sure, struct error *e)
{
    struct slice name;
    struct error bad = {0};
    enum members_found found;
    while ((found = members_next(m, &name, &bad)) != MEMBERS_END) {
        struct members_reading r = {.fd = -1};
        if (found == MEMBERS_GOOD)
            found = members_begin(&r, &bad);
        r.keep = HEAD;
        if (found == MEMBERS_GOOD)
            found = members_go_on(m, &r, SIZE_MAX, &bad);
        bool whole = parts_whole(buffer_slice(&r.head)), good = true;
        if (found == MEMBERS_GOOD && (sure || !whole))
            good = parts_add(p, name, r.fd, e);
        else if (found != MEMBERS_GOOD)
            parts_note(p, name, bad.message);
        members_end(&r);
        if (!good || (whole && !sure))
            return false;
        if (found == MEMBERS_BROKEN)
            break;
    }
    return parts_count(p) > 0;
}

struct parts *parts_zip(struct slice bytes, struct error *e)
{
    enum answer answer = ask_names(bytes);
    if (answer == TOO_MUCH)
        parts_too_many(e);
    struct members *m = answer == ONE || answer == NOT_SAID ? members_open(bytes, e) : NULL;
    struct parts *p = m ? parts_new() : NULL;
    struct error beyond = {0};
    bool one = p && gather(m, p, answer == ONE, &beyond);
    members_close(m);
    if (answer == ONE && beyond.kind != ERROR_NONE)
        *e = beyond;
    if (one) {
        parts_sort(p);
        return p;
    }
    parts_free(p);
    return NULL;
}
