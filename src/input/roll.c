/* SPDX-License-Identifier: MIT */
/* Members of an archive, in slices. */
#include "input/roll.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "input/filings.h"
#include "input/members.h"

#include <stdlib.h>

enum { SLICE_BYTES = 256 * 1024 /* unpacked at once: a few milliseconds for bzip2 */ };

/* One way through the archive. */
struct pass {
    struct members *members; /* NULL: not begun, or over */
    struct members_reading reading;
    size_t next;     /* index of the member behind */
    size_t released; /* bytes of the file */
};

struct roll {
    struct input *archive;
    struct pass listing, taking;
    bool over;          /* the listing is */
    struct error wrong; /* of the listing */
    struct error member_wrong;
    size_t wanted;      /* the member that is taken */
    struct buffer name; /* of that one, with the archive's */
};

struct roll *roll_new(struct input *archive)
{
    struct roll *r = memory_alloc(sizeof *r);
    r->archive = archive;
    r->listing.reading.fd = r->taking.reading.fd = -1;
    return r;
}

static void end_pass(struct pass *p)
{
    members_end(&p->reading);
    members_close(p->members);
    *p = (struct pass){.reading.fd = -1};
}

void roll_free(struct roll *r)
{
    if (!r)
        return;
    end_pass(&r->listing);
    end_pass(&r->taking);
    buffer_deinit(&r->name);
    input_close(r->archive);
    free(r);
}

const char *roll_name(const struct roll *r)
{
    return input_name(r->archive);
}

const char *roll_wrong(const struct roll *r)
{
    return r->wrong.kind != ERROR_NONE ? r->wrong.message : NULL;
}

/* A slice towards the next member. Where it was read, the file is not needed in memory. */
static enum members_found step(const struct roll *r, struct pass *p, struct slice *name,
                               struct error *e)
{
    enum members_found found = members_step(p->members, SLICE_BYTES, name, e);
    input_release_behind(r->archive, &p->released, members_taken(p->members));
    return found;
}

/* ---- the list */

static enum roll_step end_list(struct roll *r)
{
    r->over = true;
    end_pass(&r->listing);
    return ROLL_END;
}

/* What a member begins with is all that is read of it now. */
static enum roll_step list_next(struct roll *r, struct roll_member *member)
{
    struct pass *p = &r->listing;
    struct error e = {0};
    enum members_found found = step(r, p, &member->name, &e);
    if (found == MEMBERS_MORE)
        return ROLL_MORE;
    if (found == MEMBERS_END || found == MEMBERS_BROKEN) {
        r->wrong = e;
        return end_list(r);
    }
    p->next++;
    p->reading = (struct members_reading){.fd = -1, .keep = ROLL_HEAD};
    (void)members_size(p->members, &member->size);
    if (found == MEMBERS_GOOD)
        found = members_go_on(p->members, &p->reading, ROLL_HEAD, &e);
    /* Of one without a size this may be the whole. */
    if (found == MEMBERS_GOOD)
        member->size = p->reading.size;
    if (e.kind == ERROR_NONE && members_packed(buffer_slice(&p->reading.head)))
        error_set(&e, ERROR_INPUT, "is packed again");
    r->member_wrong = e;
    member->head = buffer_slice(&p->reading.head);
    member->wrong = e.kind != ERROR_NONE ? r->member_wrong.message : NULL;
    if (found == MEMBERS_BROKEN)
        r->over = true;
    return ROLL_FOUND;
}

enum roll_step roll_list(struct roll *r, struct roll_member *member)
{
    struct pass *p = &r->listing;
    *member = (struct roll_member){.wrong = NULL};
    if (!p->members && !r->over)
        p->members = members_open(input_bytes(r->archive), &r->wrong);
    if (!p->members || r->over)
        return end_list(r);
    members_end(&p->reading);
    return list_next(r, member);
}

/* ---- one member */

void roll_drop(struct roll *r)
{
    end_pass(&r->taking);
}

void roll_take(struct roll *r, size_t index)
{
    roll_drop(r);
    r->wanted = index;
}

static enum roll_step fail(struct roll *r, struct error *e)
{
    if (e->kind == ERROR_NONE)
        error_set(e, ERROR_INPUT, "there is no such member");
    roll_drop(r);
    return ROLL_END;
}

/* To the next member, towards the one that is wanted. What is wrong with another one is no matter,
 * as long as there is a way past it. */
static enum roll_step step_to(struct roll *r, struct error *e)
{
    struct pass *p = &r->taking;
    struct slice name;
    struct error trouble = {0};
    enum members_found found = step(r, p, &name, &trouble);
    if (found == MEMBERS_MORE)
        return ROLL_MORE;
    bool here = p->next++ == r->wanted;
    if (found == MEMBERS_END || found == MEMBERS_BROKEN || (here && found == MEMBERS_BAD)) {
        *e = trouble;
        return fail(r, e);
    }
    if (here) {
        filings_name(&r->name, roll_name(r), name);
        if (members_begin(&p->reading, e) != MEMBERS_GOOD)
            return fail(r, e);
    }
    return ROLL_MORE;
}

/* A slice of the member that is wanted. */
static enum roll_step read_on(struct roll *r, struct input **input, struct error *e)
{
    struct pass *p = &r->taking;
    enum members_found found = members_go_on(p->members, &p->reading, SLICE_BYTES, e);
    input_release_behind(r->archive, &p->released, members_taken(p->members));
    if (found == MEMBERS_MORE)
        return ROLL_MORE;
    if (found != MEMBERS_GOOD)
        return fail(r, e);
    int fd = p->reading.fd;
    p->reading.fd = -1; /* the input's */
    *input = filings_input(buffer_text(&r->name), fd, p->reading.size, e);
    if (!*input)
        return fail(r, e);
    roll_drop(r);
    return ROLL_FOUND;
}

enum roll_step roll_read(struct roll *r, struct input **input, struct error *e)
{
    struct pass *p = &r->taking;
    *input = NULL;
    *e = (struct error){0};
    if (!p->members) {
        p->members = members_open(input_bytes(r->archive), e);
        return p->members ? ROLL_MORE : fail(r, e);
    }
    return p->reading.fd >= 0 ? read_on(r, input, e) : step_to(r, e);
}

int roll_percent(const struct roll *r)
{
    size_t size = input_bytes(r->archive).len;
    size_t taken = r->taking.members ? members_taken(r->taking.members) : 0;
    return size > 0 ? (int)((double)taken * 100 / (double)size) : 0;
}
