/* SPDX-License-Identifier: MIT */
/* libfolio: filings opened and closed, their headers and warnings. */
#include "config.h"

#include "lib/lib_filing.h"

#include "base/clean.h"
#include "base/memory.h"
#include "input/filings.h"
#include "outline/missing.h"

#include <stdlib.h>
#include <string.h>

const char *folio_version(void)
{
    return PACKAGE_VERSION;
}

const char *lib_text(struct arena *arena, struct slice text)
{
    if (text.len == 0)
        return "";
    if (clean_is_plain(text))
        return arena_copy(arena, text).at;
    struct buffer clean = {0};
    clean_text(&clean, text);
    const char *kept = arena_copy(arena, buffer_slice(&clean)).at;
    buffer_deinit(&clean);
    return kept;
}

void lib_say(char *error, const struct error *e)
{
    if (!error)
        return;
    size_t len = strlen(e->message);
    len = len < FOLIO_ERROR ? len : FOLIO_ERROR - 1;
    memcpy(error, e->message, len);
    error[len] = '\0';
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
        lib_say(error, &e);
    return f;
}

struct folio *folio_open_memory(const char *name, const void *bytes, size_t length, char *error)
{
    struct error e = {0};
    struct slice all = {bytes, bytes ? length : 0};
    struct folio *f = lib_open(input_from_bytes(name ? name : "", all), &e);
    if (!f)
        lib_say(error, &e);
    return f;
}

void folio_close(struct folio *f)
{
    if (!f)
        return;
    for (size_t i = 0; i < f->documents.count; i++)
        if (f->documents.at[i])
            arena_deinit(&f->documents.at[i]->arena);
    lib_lines_free(f);
    lib_references_free(f);
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

const char *folio_name(struct folio *f)
{
    return f ? header_text(f, &f->name, slice_of(submission_name(f->submission))) : "";
}

size_t folio_size(const struct folio *f)
{
    return f ? submission_bytes(f->submission).len : 0;
}

int folio_is_cut(const struct folio *f)
{
    return f && submission_is_cut(f->submission);
}

int folio_lacks(const struct folio *f)
{
    return f && submission_lacks(f->submission);
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

size_t folio_declared(struct folio *f)
{
    struct slice numbers[OUTLINE_DECLARED];
    if (!f || f->declared)
        return f ? f->declared_count : 0;
    f->declared_count = outline_declared(f->submission, numbers, OUTLINE_DECLARED);
    f->declared = arena_array(&f->arena, f->declared_count + 1, sizeof *f->declared);
    for (size_t i = 0; i < f->declared_count; i++)
        f->declared[i] = lib_text(&f->arena, numbers[i]);
    return f->declared_count;
}

const char *folio_declared_item(struct folio *f, size_t item)
{
    return item < folio_declared(f) ? f->declared[item] : "";
}

size_t folio_mismatches(struct folio *f)
{
    struct buffer text = {0};
    ARRAY(const char *) lines = {0};
    struct slice line;
    if (!f || f->mismatches)
        return f ? f->mismatch_count : 0;
    if (folio_documents(f) > 0)
        missing_warnings(f->submission, lib_outline(folio_document(f, 0)), &text);
    struct slice rest = buffer_slice(&text);
    while (slice_next_line(&rest, &line)) {
        const char *copy = lib_text(&f->arena, line);
        array_push(&lines, copy);
    }
    f->mismatch_count = lines.count;
    f->mismatches = arena_array(&f->arena, lines.count + 1, sizeof *f->mismatches);
    for (size_t i = 0; i < lines.count; i++)
        f->mismatches[i] = lines.at[i];
    array_deinit(&lines);
    buffer_deinit(&text);
    return f->mismatch_count;
}

const char *folio_mismatch(struct folio *f, size_t mismatch)
{
    return mismatch < folio_mismatches(f) ? f->mismatches[mismatch] : "";
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

void folio_warn(struct folio *f, const char *warning)
{
    if (f && warning)
        submission_warn(f->submission, slice_of(warning));
}
