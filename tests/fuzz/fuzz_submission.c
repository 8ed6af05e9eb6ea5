/* SPDX-License-Identifier: MIT */
/* Any bytes as a submission: scanned in steps, everything that is said of it looked at. */
#include "model/submission.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reads every byte, so that a sanitizer sees a slice that points nowhere. */
static unsigned touch(struct slice s)
{
    unsigned sum = 0;
    for (size_t i = 0; i < s.len; i++)
        sum += (unsigned char)s.at[i];
    return sum;
}

static unsigned touch_header(const struct submission *s)
{
    const struct party *parties;
    const struct header_field *fields;
    const struct slice *items;
    unsigned sum = touch(submission_form(s)) + touch(submission_accession(s)) +
                   touch(submission_filed(s)) + touch(submission_period(s));
    size_t count = submission_parties(s, &parties);
    for (size_t i = 0; i < count; i++)
        sum += touch(parties[i].role) + touch(parties[i].name) + touch(parties[i].cik);
    count = submission_fields(s, &fields);
    for (size_t i = 0; i < count; i++)
        sum += touch(fields[i].group) + touch(fields[i].name) + touch(fields[i].value);
    count = submission_items(s, &items);
    for (size_t i = 0; i < count; i++)
        sum += touch(items[i]);
    return sum;
}

static void check(const struct submission *s, size_t size)
{
    volatile unsigned sum = touch_header(s);
    for (size_t i = 0; i < submission_documents(s); i++) {
        const struct document *d = submission_document(s, i);
        if (!d->complete || d->text_offset < d->start || d->text_end < d->text_offset ||
            d->end < d->text_end || d->end > size)
            abort();
        sum += touch(d->type) + touch(d->filename) + touch(d->description);
    }
    (void)sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct error e = {0};
    struct input *input = input_from_bytes("fuzz", (struct slice){(const char *)data, size});
    struct submission *s = submission_open(input, &e);
    if (!s) {
        input_close(input);
        return 0;
    }
    for (size_t upto = 0; !submission_scan(s, upto); upto += 97)
        continue;
    check(s, size);
    submission_free(s);
    return 0;
}
