/* SPDX-License-Identifier: MIT */
/* Any bytes as something packed: the members by both ways through it, and a zip as a folder. */
#include "fuzz/must.h"
#include "input/filings.h"
#include "input/members.h"
#include "input/parts_zip.h"
#include "input/roll.h"
#include "model/submission.h"

#include <stdint.h>

enum { MOST = 20 /* members that are read */ };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* One after the other, each unpacked; how many there are, or MOST. */
static size_t read_members(struct slice bytes)
{
    struct error e = {0};
    struct slice name;
    size_t count = 0;
    struct members *m = members_open(bytes, &e);
    enum members_found found = m ? members_next(m, &name, &e) : MEMBERS_END;
    while (count < MOST && (found == MEMBERS_GOOD || found == MEMBERS_BAD)) {
        int fd = -1;
        size_t unpacked = 0;
        must_be_readable(name);
        count++;
        if (found == MEMBERS_GOOD)
            found = members_read(m, &fd, &unpacked, &e);
        if (found == MEMBERS_GOOD)
            input_close(filings_input("fuzz", fd, unpacked, &e));
        if (found != MEMBERS_BROKEN)
            found = members_next(m, &name, &e);
    }
    members_close(m);
    return count;
}

/* The same in slices: the list, and the last member of it. */
static void read_roll(struct slice bytes, size_t expected)
{
    struct roll *r = roll_new(input_from_bytes("fuzz", bytes));
    struct roll_member member;
    struct error e = {0};
    enum roll_step step;
    size_t count = 0;
    while (count < MOST && (step = roll_list(r, &member)) != ROLL_END) {
        if (step != ROLL_FOUND)
            continue;
        must_be_readable(member.name);
        must_be_readable(member.head);
        count++;
    }
    must(count >= expected); /* it goes past what it need not read */
    roll_take(r, count > 0 ? count - 1 : 0);
    struct input *input;
    while ((step = roll_read(r, &input, &e)) == ROLL_MORE)
        must(roll_percent(r) >= 0);
    if (step == ROLL_FOUND)
        must_be_readable(input_bytes(input));
    input_close(input);
    roll_free(r);
}

static void read_folder(struct slice bytes)
{
    struct error e = {0};
    struct parts *parts = parts_zip(bytes, &e);
    if (!parts)
        return;
    struct input *input = input_from_parts("fuzz", parts);
    struct submission *s = submission_open(input, &e);
    if (!s) {
        input_close(input);
        return;
    }
    while (!submission_scan(s, submission_bytes(s).len))
        continue;
    for (size_t i = 0; i < submission_documents(s); i++) {
        const struct document *d = submission_document(s, i);
        must(d->complete && d->start <= d->text_offset && d->text_offset <= d->text_end &&
             d->text_end <= d->end && d->end <= submission_bytes(s).len);
        must_be_readable(d->filename);
        must_be_readable(d->type);
        must_be_readable(d->description);
    }
    submission_free(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice bytes = {(const char *)data, size};
    if (!members_packed(bytes))
        return 0;
    read_roll(bytes, read_members(bytes));
    read_folder(bytes);
    return 0;
}
