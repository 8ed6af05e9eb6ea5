/* SPDX-License-Identifier: MIT */
/* libfolio: filings opened and closed, their headers and documents. */
#include "lib/lib_filing.h"

#include "base/clean.h"
#include "base/memory.h"
#include "input/filings.h"
#include "model/content.h"

#include <stdlib.h>
#include <string.h>

const char *folio_version(void)
{
    return FOLIO_VERSION;
}

const char *lib_text(struct arena *arena, struct slice text)
{
    if (text.len == 0)
        return "";
    struct buffer clean = {0};
    clean_text(&clean, text);
    const char *kept = arena_copy(arena, buffer_slice(&clean)).at;
    buffer_deinit(&clean);
    return kept;
}

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

static void say(char *error, const struct error *e)
{
    if (!error)
        return;
    size_t len = strlen(e->message);
    len = len < FOLIO_ERROR ? len : FOLIO_ERROR - 1;
    memcpy(error, e->message, len);
    error[len] = '\0';
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
    }
    return *at;
}

struct folio *lib_open(struct input *input, struct error *e)
{
    struct submission *s = input ? submission_open(input, e) : NULL;
    if (!s) {
        input_close(input);
        return NULL;
    }
    struct folio *f = memory_alloc(sizeof *f);
    f->submission = s;
    f->outlines = outlines_new(s);
    arena_init(&f->arena);
    return f;
}

struct folio *folio_open(const char *path, char *error)
{
    struct error e = {0};
    struct input *input = NULL;
    if (path)
        input = filings_only(path, &e);
    else
        error_set(&e, ERROR_INPUT, "no path");
    struct folio *f = lib_open(input, &e);
    if (!f)
        say(error, &e);
    return f;
}

struct folio *folio_open_memory(const char *name, const void *bytes, size_t length, char *error)
{
    struct error e = {0};
    struct slice all = {bytes, bytes ? length : 0};
    struct folio *f = lib_open(input_from_bytes(name ? name : "", all), &e);
    if (!f)
        say(error, &e);
    return f;
}

void folio_close(struct folio *f)
{
    if (!f)
        return;
    outlines_free(f->outlines);
    if (f->held)
        content_release(f->held);
    submission_free(f->submission);
    arena_deinit(&f->arena);
    array_deinit(&f->documents);
    array_deinit(&f->warnings);
    free(f);
}

/* The text, copied when it is asked for first. */
static const char *header_text(struct folio *f, const char **text, struct slice value)
{
    if (!*text)
        *text = lib_text(&f->arena, value);
    return *text;
}

const char *folio_form(struct folio *f)
{
    if (!f)
        return "";
    struct slice form = submission_form(f->submission);
    const struct document *first = submission_document(f->submission, 0);
    if (!f->form && form.len == 0 && first && !first->is_header)
        form = outline_form(outlines_get(f->outlines, submission_document(f->submission, 0)));
    return header_text(f, &f->form, form);
}

const char *folio_accession(struct folio *f)
{
    return f ? header_text(f, &f->accession, submission_accession(f->submission)) : "";
}

const char *folio_filed(struct folio *f)
{
    return f ? header_text(f, &f->filed, submission_filed(f->submission)) : "";
}

const char *folio_period(struct folio *f)
{
    return f ? header_text(f, &f->period, submission_period(f->submission)) : "";
}

/* The filers, copied when they are asked for first. */
size_t folio_filers(struct folio *f)
{
    const struct party *parties;
    if (!f || f->filer_names)
        return f ? f->filer_count : 0;
    f->filer_count = submission_parties(f->submission, &parties);
    f->filer_names = arena_array(&f->arena, f->filer_count + 1, sizeof *f->filer_names);
    f->filer_ciks = arena_array(&f->arena, f->filer_count + 1, sizeof *f->filer_ciks);
    for (size_t i = 0; i < f->filer_count; i++) {
        f->filer_names[i] = lib_text(&f->arena, parties[i].name);
        f->filer_ciks[i] = lib_text(&f->arena, parties[i].cik);
    }
    return f->filer_count;
}

const char *folio_filer_name(struct folio *f, size_t filer)
{
    return filer < folio_filers(f) ? f->filer_names[filer] : "";
}

const char *folio_filer_cik(struct folio *f, size_t filer)
{
    return filer < folio_filers(f) ? f->filer_ciks[filer] : "";
}

size_t folio_warnings(struct folio *f)
{
    const struct slice *warnings;
    return f ? submission_warnings(f->submission, &warnings) : 0;
}

const char *folio_warning(struct folio *f, size_t warning)
{
    const struct slice *warnings;
    if (warning >= folio_warnings(f))
        return "";
    (void)submission_warnings(f->submission, &warnings);
    while (f->warnings.count <= warning) {
        const char *text = lib_text(&f->arena, warnings[f->warnings.count]);
        array_push(&f->warnings, text);
    }
    return f->warnings.at[warning];
}

/* The only one may be a header, which is no document. */
size_t folio_documents(struct folio *f)
{
    if (!f)
        return 0;
    (void)submission_scan(f->submission, (size_t)-1);
    const struct document *first = submission_document(f->submission, 0);
    return first && !first->is_header ? submission_documents(f->submission) : 0;
}

struct folio_document *folio_document(struct folio *f, size_t document)
{
    return document < folio_documents(f)
               ? lib_document(f, submission_document(f->submission, document))
               : NULL;
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
