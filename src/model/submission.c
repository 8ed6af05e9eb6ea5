/* SPDX-License-Identifier: MIT */
/* A submission: its header, and its documents as the scan finds them. */
#include "model/submission.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "formats/sgml.h"
#include "formats/sniff.h"
#include "model/document.h"
#include "model/cover_facts.h"
#include "model/filing_folder.h"
#include "model/identity.h"
#include "model/warnings.h"

#include <stdlib.h>

enum {
    STEP = 4 * 1024 * 1024,      /* scanned, and taken out of memory again, at a time */
    FIRST_LOOK = 256 * 1024,     /* read of the first document on opening */
    SNIFFED = 64 * 1024,         /* of a document, to know what it is */
    HEADER_MAX = 4 * 1024 * 1024 /* read of a header */
};
enum { MOST_DOCUMENTS = 500 * 1000 };

struct submission {
    struct input *input;
    struct slice bytes;
    struct arena arena;
    struct sgml_reader reader;
    ARRAY(struct document *) documents;
    struct warnings warnings;
    struct identity identity;
    struct slice header;
    size_t scanned;
    size_t released;    /* everything before it was given back to the system */
    size_t submissions; /* headers met */
    size_t own;         /* documents of the first submission */
    bool cut_off;       /* the file ends inside a document */
    bool done;
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

static struct document *add_document(struct submission *s, size_t start, size_t text)
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

/* A file, or what is left of it, that is one document without an envelope. */
static void add_bare(struct submission *s, size_t start)
{
    struct document *d = add_document(s, start, start);
    d->kind = document_kind_of(slice_cut(s->bytes, start, start + SNIFFED), SLICE(""), SLICE(""));
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
    identity_read(&s->identity, &s->arena, slice_cut(body, 0, HEADER_MAX));
    if (body.len > HEADER_MAX)
        submission_warn(s, SLICE("the header is very long; only its beginning was read"));
}

/* Text between the documents is lost on nobody: it is listed as one more. The first document is
 * the main one, so what stands before it is only said. */
static void take_stray(struct submission *s, const struct sgml_record *r)
{
    struct buffer text = {0};
    bool listed = s->documents.count > 0;
    if (listed) {
        struct document *d = add_document(s, r->start, r->start);
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
    struct document *d = add_document(s, r->start, r->text);
    long long sequence = slice_number(r->sequence);
    if (sequence >= 0)
        d->sequence = sequence;
    d->type = r->type;
    d->filename = r->filename;
    d->description = r->description;
    d->dash_escaped = r->armoured;
    d->kind =
        document_kind_of(slice_cut(s->bytes, r->text, r->text + SNIFFED), r->filename, r->wrapper);
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
        add_bare(s, s->header.len ? (size_t)(s->header.at - s->bytes.at) : 0);
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
        add_bare(s, (size_t)(s->header.at - s->bytes.at));
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
    struct slice page = slice_cut(s->bytes, 0, HEADER_MAX);
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
        filing_folder_document(listed, s->input, add_document(s, 0, 0));
    }
    if (f.header_end > f.header && !whole) {
        s->header = slice_cut(s->bytes, f.header, f.header_end);
        identity_read(&s->identity, &s->arena, slice_cut(s->header, 0, HEADER_MAX));
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
        submission_warn(s, notes[i]);
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
    add_bare(s, sniff.start);
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
