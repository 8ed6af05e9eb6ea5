/* SPDX-License-Identifier: MIT */
/* A submission: its header, and its documents as the scan finds them. */
#include "model/submission.h"

#include "base/buffer.h"
#include "model/document.h"
#include "model/submission_state.h"

enum {
    STEP = 4 * 1024 * 1024, /* scanned, and taken out of memory again, at a time */
    MOST_DOCUMENTS = 500 * 1000
};

void submission_warn(struct submission *s, struct slice text)
{
    warnings_add(&s->warnings, &s->arena, text);
}

void submission_warn_some(struct submission *s, struct slice text)
{
    warnings_add_some(&s->warnings, &s->arena, text);
}

/* The same; frees the buffer. */
static void warn(struct submission *s, struct buffer *text)
{
    submission_warn_some(s, buffer_slice(text));
    buffer_deinit(text);
}

struct document *submission_add(struct submission *s, size_t start, size_t text)
{
    struct document *d = arena_alloc(&s->arena, sizeof *d);
    d->index = s->documents.count;
    d->sequence = (long long)d->index + 1;
    d->start = start;
    d->text_offset = d->text_end = d->end = text;
    array_push(&s->documents, d);
    return d;
}

static struct document *last_document(const struct submission *s)
{
    return s->documents.count ? s->documents.at[s->documents.count - 1] : NULL;
}

void submission_add_bare(struct submission *s, size_t start)
{
    struct document *d = submission_add(s, start, start);
    d->kind = document_kind_of(slice_cut(s->bytes, start, start + SUBMISSION_SNIFFED), SLICE(""),
                               SLICE(""));
    d->text_end = d->end = s->bytes.len;
    d->complete = true;
    if (d->kind == DOCUMENT_BINARY)
        d->binary_size = document_binary_bytes(d, s->input);
}

/* Gives back what was read up to `to`, in steps, so that memory does not grow with the scan. */
static void release(struct submission *s, size_t to)
{
    if (to < s->released + STEP)
        return;
    input_release(s->input, s->released, to);
    s->released = to;
}

static void take_header(struct submission *s, const struct sgml_record *r)
{
    if (s->submissions++ > 0)
        return;
    s->header = slice_cut(s->bytes, r->start, r->end);
    struct slice body = slice_cut(s->bytes, r->body, r->end);
    /* A copy: what it says stays when the file is cut while it is open. */
    struct slice kept = arena_copy(&s->arena, slice_cut(body, 0, SUBMISSION_HEADER_MAX));
    identity_read(&s->identity, &s->arena, kept);
    if (body.len > SUBMISSION_HEADER_MAX)
        submission_warn(s, SLICE("the header is very long; only its beginning was read"));
}

/* Text between the documents is lost on nobody: it is listed as one more. The first document is
 * the main one, so what stands before it is only said. */
static void take_stray(struct submission *s, const struct sgml_record *r)
{
    struct buffer text = {0};
    bool listed = s->documents.count > 0;
    if (listed) {
        struct document *d = submission_add(s, r->start, r->start);
        d->text_end = d->end = r->end;
        d->description = SLICE("Text outside the documents");
        d->complete = true;
    }
    buffer_addf(&text, "%zu bytes at byte %zu belong to no document%s", r->end - r->start, r->start,
                listed ? "; they are listed by themselves" : " and are not shown");
    warn(s, &text);
}

static void take_document(struct submission *s, const struct sgml_record *r)
{
    struct document *d = submission_add(s, r->start, r->text);
    long long sequence = slice_number(r->sequence);
    if (sequence >= 0)
        d->sequence = sequence;
    d->type = arena_copy(&s->arena, r->type);
    d->filename = arena_copy(&s->arena, r->filename);
    d->description = arena_copy(&s->arena, r->description);
    d->dash_escaped = r->armoured;
    d->kind = document_kind_of(slice_cut(s->bytes, r->text, r->text + SUBMISSION_SNIFFED),
                               r->filename, r->wrapper);
    if (s->submissions <= 1)
        s->own++;
    if (r->has_text)
        return;
    struct buffer text = {0};
    document_add_name(d, &text);
    buffer_add_text(&text, " has no <TEXT> tag");
    warn(s, &text);
}

static void take_close(struct submission *s, const struct sgml_record *r)
{
    struct document *d = last_document(s);
    d->text_end = r->text_end;
    d->end = r->end;
    d->complete = true;
    if (d->kind == DOCUMENT_BINARY)
        d->binary_size = document_binary_bytes(d, s->input);
    if (r->close == SGML_CLOSED_BY_TAG)
        return;
    struct buffer text = {0};
    document_add_name(d, &text);
    buffer_add_text(&text, r->close == SGML_CLOSED_BY_NEXT
                               ? " is not closed; it ends where the next begins"
                               : " is not closed: the file seems to be cut off");
    s->cut_off = s->cut_off || r->close == SGML_CLOSED_BY_FILE_END;
    warn(s, &text);
}

/* Headers of about 2009 and later often count one document more than the public file holds. */
static void check_count(struct submission *s)
{
    long long announced = s->identity.announced;
    long long own = (long long)s->own;
    struct slice filed = s->identity.filed;
    bool usual = filed.len >= 4 && slice_number(slice_cut(filed, 0, 4)) >= 2009 && !s->cut_off;
    if (announced < 0 || announced == own || (usual && announced == own + 1))
        return;
    struct buffer text = {0};
    buffer_addf(&text, "the header announces %lld document%s, the file holds ", announced,
                announced == 1 ? "" : "s");
    if (own == 0)
        buffer_add_text(&text, "none");
    else
        buffer_addf(&text, "%lld", own);
    warn(s, &text);
}

/* An envelope that holds neither document nor header is text with something strange before it. */
static void finish(struct submission *s)
{
    s->done = true;
    s->scanned = s->bytes.len;
    if (s->documents.count == 0 && identity_is_empty(&s->identity)) {
        submission_add_bare(s, s->header.len ? (size_t)(s->header.at - s->bytes.at) : 0);
        s->header = SLICE("");
        submission_warn(s, SLICE("there is no header and no document here that folio knows; "
                                 "the file is shown as it is"));
        return;
    }
    if (s->submissions > 1) {
        struct buffer text = {0};
        buffer_addf(&text, "the file holds %zu submissions; the header shown is the first's",
                    s->submissions);
        warn(s, &text);
    }
    check_count(s);
    if (s->documents.count == 0) {
        submission_add_bare(s, (size_t)(s->header.at - s->bytes.at));
        s->documents.at[0]->is_header = true;
        s->documents.at[0]->description = SLICE("Submission header");
    }
}

/* Takes one record in. False when there is nothing more up to `limit`. */
static bool take_record(struct submission *s, size_t limit)
{
    struct sgml_record r;
    switch (sgml_next(&s->reader, limit, &r)) {
    case SGML_MORE:
        return false;
    case SGML_END:
        finish(s);
        return false;
    case SGML_HEADER:
        take_header(s, &r);
        break;
    case SGML_STRAY:
        take_stray(s, &r);
        break;
    case SGML_DOCUMENT:
        take_document(s, &r);
        break;
    case SGML_CLOSED:
        take_close(s, &r);
        break;
    }
    if (s->documents.count < MOST_DOCUMENTS || s->reader.open)
        return true;
    submission_warn(s, SLICE("the file holds too many documents; the first 500000 are shown"));
    finish(s);
    return false;
}

/* As far as an open document was scanned, its text can be read. */
static void show_progress(struct submission *s)
{
    struct document *d = last_document(s);
    s->scanned = s->reader.at;
    if (d && !d->complete)
        d->text_end = d->end = sgml_text_so_far(&s->reader);
}

bool submission_scan(struct submission *s, size_t upto)
{
    size_t limit = upto < s->bytes.len ? upto : s->bytes.len;
    bool at_end = limit == s->bytes.len;
    while (!s->done && (s->scanned < limit || at_end)) {
        size_t step = limit - s->scanned < STEP ? limit : s->scanned + STEP;
        while (take_record(s, step))
            continue;
        if (s->done)
            break;
        show_progress(s);
        release(s, s->scanned);
    }
    return s->done;
}

const struct input *submission_input(const struct submission *s)
{
    return s->input;
}

struct slice submission_bytes(const struct submission *s)
{
    return s->bytes;
}

bool submission_is_cut(const struct submission *s)
{
    return input_is_cut(s->input);
}

bool submission_lacks(const struct submission *s)
{
    const struct slice *notes;
    return input_parts(s->input) && parts_notes(input_parts(s->input), &notes) > 0;
}

const char *submission_name(const struct submission *s)
{
    return input_name(s->input);
}

size_t submission_scanned(const struct submission *s)
{
    return s->scanned;
}

size_t submission_documents(const struct submission *s)
{
    return s->documents.count;
}

struct document *submission_document(const struct submission *s, size_t index)
{
    return index < s->documents.count ? s->documents.at[index] : NULL;
}

struct slice submission_form(const struct submission *s)
{
    if (s->identity.form.len > 0 || s->documents.count == 0)
        return s->identity.form;
    return s->documents.at[0]->type;
}

struct slice submission_accession(const struct submission *s)
{
    return s->identity.accession;
}

struct slice submission_filed(const struct submission *s)
{
    return s->identity.filed;
}

struct slice submission_period(const struct submission *s)
{
    return s->identity.period;
}

size_t submission_items(const struct submission *s, const struct slice **items)
{
    *items = s->identity.items.at;
    return s->identity.items.count;
}

size_t submission_parties(const struct submission *s, const struct party **parties)
{
    *parties = s->identity.parties.at;
    return s->identity.parties.count;
}

size_t submission_fields(const struct submission *s, const struct header_field **fields)
{
    *fields = s->identity.fields.at;
    return s->identity.fields.count;
}

struct slice submission_header(const struct submission *s)
{
    return s->header;
}

size_t submission_warnings(const struct submission *s, const struct slice **warnings)
{
    *warnings = s->warnings.lines.at;
    return s->warnings.lines.count;
}
