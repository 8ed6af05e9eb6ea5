/* SPDX-License-Identifier: MIT */
/* Opening filings for the viewer, and their names. */
#include "ui/filing.h"

#include "base/memory.h"
#include "input/filings.h"
#include "session/session.h"
#include "ui/window.h"

#include <stdlib.h>
#include <string.h>

struct filing *filing_new(struct submission *s)
{
    struct filing *f = memory_alloc(sizeof *f);
    f->submission = s;
    f->shelf = shelf_new(s);
    return f;
}

struct filing *filing_of(struct input *input, struct error *e)
{
    struct submission *s = submission_open(input, e);
    if (!s) {
        input_close(input);
        return NULL;
    }
    struct filing *f = filing_new(s);
    f->owned = true;
    session_key(submission_accession(s), submission_bytes(s), &f->key);
    return f;
}

struct filing *filing_open(const char *path, struct roll **archive, struct error *e)
{
    struct filings *filings = filings_open(path, e);
    struct input *input = NULL;
    const char *name;
    if (!filings)
        return NULL;
    if (filings_many(filings))
        *archive = roll_new(filings_archive(filings));
    else if (filings_next(filings, &name))
        input = filings_take(filings, e);
    filings_close(filings);
    return input ? filing_of(input, e) : NULL;
}

void filing_free(struct filing *f)
{
    if (!f)
        return;
    window_free(f->aside);
    shelf_free(f->shelf);
    if (f->owned)
        submission_free(f->submission);
    buffer_deinit(&f->key);
    free(f);
}

struct slice filing_form(const struct filing *f)
{
    struct outline *o = shelf_outline(f->shelf, 0);
    struct slice form = submission_form(f->submission);
    return !form.len && o ? outline_form(o) : form;
}

bool filing_scanned(const struct filing *f)
{
    return submission_scanned(f->submission) >= submission_bytes(f->submission).len;
}

static void add_part(struct buffer *out, const char *prefix, struct slice text)
{
    if (text.len == 0)
        return;
    if (out->len)
        buffer_add_text(out, " · ");
    buffer_add_text(out, prefix);
    buffer_add(out, text);
}

void filing_title(const struct filing *f, struct buffer *out)
{
    const struct party *parties;
    size_t count = submission_parties(f->submission, &parties);
    const char *name = submission_name(f->submission);
    const char *slash = strrchr(name, '/');
    add_part(out, "", count ? parties[0].name : slice_of(slash ? slash + 1 : name));
    if (count > 1)
        buffer_addf(out, " and %zu more", count - 1);
    add_part(out, "", filing_form(f));
    add_part(out, "period ", submission_period(f->submission));
    add_part(out, "filed ", submission_filed(f->submission));
}
