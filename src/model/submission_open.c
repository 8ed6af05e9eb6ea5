/* SPDX-License-Identifier: MIT */
/* Opening a submission: what the bytes are, and as much of them as the first screen needs. */
#include "model/submission_state.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "formats/sniff.h"
#include "model/cover_facts.h"
#include "model/filing_folder.h"

#include <stdlib.h>

enum { FIRST_LOOK = 256 * 1024 /* read of the first document on opening */ };

static void warn(struct submission *s, struct buffer *text)
{
    submission_warn(s, buffer_slice(text));
    buffer_deinit(text);
}

/* The header and the first document, and enough of its text for a screen. */
static void scan_beginning(struct submission *s)
{
    while (!s->done && s->documents.count == 0)
        submission_scan(s, s->scanned + FIRST_LOOK);
    if (!s->done)
        submission_scan(s, s->documents.at[0]->text_offset + FIRST_LOOK);
}

/* The header that a page of the SEC's site holds in a comment. */
static void read_index_headers(struct submission *s)
{
    struct slice page = slice_cut(s->bytes, 0, SUBMISSION_HEADER_MAX);
    size_t open = slice_find(page, SLICE("<!--"));
    struct slice rest = slice_cut(page, open + 4, page.len);
    struct slice header = slice_cut(rest, 0, slice_find(rest, SLICE("-->")));
    identity_read(&s->identity, &s->arena, header);
    s->header = header;
}

static bool refuse(const struct sniff *sniff, struct error *e)
{
    switch (sniff->kind) {
    case SNIFF_EMPTY:
        return error_set(e, ERROR_INPUT, "is empty");
    case SNIFF_BINARY:
        return sniff->what ? error_set(e, ERROR_INPUT, "is %s", sniff->what)
                           : error_set(e, ERROR_INPUT, "is not a text file");
    case SNIFF_ERROR_PAGE:
        return error_set(e, ERROR_INPUT, "is an error page of a server, not a filing");
    default:
        return true;
    }
}

/* The files of a folder. False when one of them is the full submission: its bytes are the input's
 * then. */
static bool take_folder(struct submission *s)
{
    struct filing_folder f;
    struct buffer text = {0};
    filing_folder_read(&f, input_parts(s->input), &s->arena);
    bool whole = filing_folder_join(&f, s->input);
    s->bytes = input_bytes(s->input);
    for (size_t i = 0; i < f.documents.count && !whole; i++) {
        const struct filing_folder_document *listed = &f.documents.at[i];
        filing_folder_document(listed, s->input, submission_add(s, 0, 0));
    }
    if (f.header_end > f.header && !whole) {
        s->header = slice_cut(s->bytes, f.header, f.header_end);
        identity_read(&s->identity, &s->arena, slice_cut(s->header, 0, SUBMISSION_HEADER_MAX));
    }
    if (f.lacking > 0 && !whole)
        buffer_addf(&text, "the page of the header names %zu document%s more than there are files",
                    f.lacking, f.lacking == 1 ? "" : "s");
    if (text.len > 0)
        warn(s, &text);
    if (f.guessed && !whole)
        submission_warn(s, SLICE("types of exhibits are told from the names of files"));
    const struct slice *notes;
    size_t count = parts_notes(input_parts(s->input), &notes);
    for (size_t i = 0; i < count; i++)
        submission_warn_some(s, notes[i]);
    filing_folder_deinit(&f);
    return !whole;
}

/* Without a header, the cover of the first document may say what filing it is. */
static void read_cover(struct submission *s)
{
    if (s->documents.count == 0 || !identity_is_empty(&s->identity))
        return;
    const struct document *d = s->documents.at[0];
    if (d->kind == DOCUMENT_HTML)
        cover_facts_read(&s->identity, &s->arena, slice_cut(s->bytes, d->text_offset, d->text_end));
}

static struct submission *new_submission(struct input *input)
{
    struct submission *s = memory_alloc(sizeof *s);
    s->input = input;
    s->identity.announced = -1;
    arena_init(&s->arena);
    return s;
}

static struct submission *refused(struct submission *s)
{
    s->input = NULL; /* the caller's */
    submission_free(s);
    return NULL;
}

/* All of it is known. */
static struct submission *opened(struct submission *s)
{
    s->scanned = s->bytes.len;
    s->done = true;
    read_cover(s);
    return s;
}

struct submission *submission_open(struct input *input, struct error *e)
{
    struct submission *s = new_submission(input);
    if (input_parts(input) && take_folder(s)) {
        if (s->documents.count > 0)
            return opened(s);
        error_set(e, ERROR_INPUT, "holds no document");
        return refused(s);
    }
    s->bytes = input_bytes(input);
    struct sniff sniff = sniff_file(s->bytes);
    if (!refuse(&sniff, e))
        return refused(s);
    if (sniff.skipped) {
        struct buffer text = {0};
        buffer_addf(&text, "%zu bytes before the filing begins are not shown", sniff.start);
        warn(s, &text);
    }
    if (sniff.kind == SNIFF_ENVELOPE) {
        sgml_init(&s->reader, s->bytes, sniff.start);
        s->scanned = sniff.start;
        scan_beginning(s);
        read_cover(s);
        return s;
    }
    if (sniff.kind == SNIFF_INDEX_HEADERS)
        read_index_headers(s);
    submission_add_bare(s, sniff.start);
    return opened(s);
}

void submission_free(struct submission *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->documents.count; i++)
        if (s->documents.at[i]->content)
            s->documents.at[i]->free_content(s->documents.at[i]->content);
    array_deinit(&s->documents);
    warnings_deinit(&s->warnings);
    identity_deinit(&s->identity);
    arena_deinit(&s->arena);
    input_close(s->input);
    free(s);
}
