/* SPDX-License-Identifier: MIT */
/* libfolio: the documents of a filing, found, told of and forgotten. */
#include "lib/lib_filing.h"

#include "model/other.h"

enum { STEP = 1 << 20 /* bytes that are looked through, or counted, at a time */ };

struct content *lib_content(struct folio_document *d)
{
    struct folio *f = d->filing;
    struct content *c = content_of(f->submission, d->document);
    if (c != f->held) {
        content_hold(c);
        if (f->held)
            content_release(f->held);
        f->held = c;
    }
    return c;
}

struct folio_document *lib_document(struct folio *f, struct document *d)
{
    while (f->documents.count <= d->index)
        array_push(&f->documents, NULL);
    struct folio_document **at = &f->documents.at[d->index];
    if (!*at) {
        *at = arena_array(&f->arena, 1, sizeof **at);
        **at = (struct folio_document){
            .filing = f,
            .document = d,
            .type = lib_text(&f->arena, d->type),
            .filename = lib_text(&f->arena, d->filename),
            .description = lib_text(&f->arena, d->description),
        };
        arena_init(&(*at)->arena);
    }
    return *at;
}

size_t folio_documents(struct folio *f)
{
    if (!f)
        return 0;
    (void)submission_scan(f->submission, (size_t)-1);
    return submission_documents(f->submission);
}

struct folio_document *folio_document(struct folio *f, size_t document)
{
    return document < folio_documents(f)
               ? lib_document(f, submission_document(f->submission, document))
               : NULL;
}

/* The handle of a document whose end is looked for. */
static struct folio_document *whole(struct folio *f, struct document *d)
{
    while (!d->complete &&
           !submission_scan(f->submission, submission_scanned(f->submission) + STEP))
        continue;
    return lib_document(f, d);
}

struct folio_document *folio_next(struct folio *f, const struct folio_document *d)
{
    size_t index = d ? d->document->index + 1 : 0;
    if (!f)
        return NULL;
    struct submission *s = f->submission;
    while (index >= submission_documents(s))
        if (submission_scan(s, submission_scanned(s) + STEP) && index >= submission_documents(s))
            return NULL;
    return whole(f, submission_document(s, index));
}

struct folio_document *folio_document_find(struct folio *f, const char *id)
{
    struct document *d = f && id ? address_document(f->submission, slice_of(id)) : NULL;
    return d ? whole(f, d) : NULL;
}

int folio_find(struct folio *f, const char *address, struct folio_document **document, size_t *node)
{
    struct address found;
    if (!address || folio_documents(f) == 0 ||
        !address_find(f->submission, f->outlines, slice_of(address), &found))
        return 0;
    if (document)
        *document = lib_document(f, found.document);
    if (node)
        *node = found.node != (size_t)-1 ? found.node : FOLIO_WHOLE;
    return 1;
}

/* What references lead to is asked for by any document that follows: once some were, outlines stay.
 */
void folio_document_close(struct folio_document *d)
{
    if (!d)
        return;
    struct folio *f = d->filing;
    if (f->held && content_document(f->held) == d->document) {
        content_release(f->held);
        f->held = NULL;
    }
    arena_deinit(&d->arena);
    arena_init(&d->arena);
    d->outlined = d->missed = false;
    d->lines = NULL;
    if (f->lookups)
        lib_references_forget(d);
    else
        outlines_forget(f->outlines, d->document);
}

long folio_document_sequence(const struct folio_document *d)
{
    return d ? (long)d->document->sequence : 0;
}

const char *folio_document_type(const struct folio_document *d)
{
    return d ? d->type : "";
}

const char *folio_document_filename(const struct folio_document *d)
{
    return d ? d->filename : "";
}

const char *folio_document_description(const struct folio_document *d)
{
    return d ? d->description : "";
}

const char *folio_document_kind(const struct folio_document *d)
{
    static const char *const kinds[] = {"text", "html", "xml", "binary"};
    return d ? kinds[d->document->kind] : "";
}

size_t folio_document_offset(const struct folio_document *d)
{
    return d ? d->document->start : 0;
}

size_t folio_document_length(const struct folio_document *d)
{
    return d ? d->document->end - d->document->start : 0;
}

int folio_document_is_header(const struct folio_document *d)
{
    return d && d->document->is_header;
}

const char *folio_document_form(struct folio_document *d)
{
    if (!d || *d->type)
        return d ? d->type : "";
    if (!d->form)
        d->form = lib_text(&d->filing->arena, outline_form(lib_outline(d)));
    return d->form;
}

/* Whether documents to read are there, so that the others stand apart. */
static bool stand_apart(struct folio *f)
{
    if (f->others == LIB_UNASKED && folio_documents(f) > 0)
        f->others = other_apart(f->submission) ? LIB_APART : LIB_TOGETHER;
    return f->others == LIB_APART;
}

const char *folio_document_other(struct folio_document *d)
{
    if (!d || !stand_apart(d->filing) || !other_is(d->document))
        return "";
    if (!d->other) {
        struct buffer words = {0};
        other_describe(d->document, &words);
        d->other = lib_text(&d->filing->arena, buffer_slice(&words));
        buffer_deinit(&words);
    }
    return d->other;
}

size_t folio_pages(struct folio_document *d)
{
    bool all = false;
    if (!d)
        return 0;
    struct content *c = lib_content(d);
    while (!content_count_pages(c, STEP))
        ;
    return content_pages(c, &all);
}
