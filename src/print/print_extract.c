/* SPDX-License-Identifier: MIT */
/* `folio extract`: documents as files in a folder, as they were before they were filed. */
#include "base/clean.h"
#include "base/new_file.h"
#include "formats/pem.h"
#include "formats/uuencode.h"
#include "outline/address.h"
#include "print/extract_names.h"
#include "print/json_out.h"
#include "lib/lib_filing.h"
#include "print/print.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { STEP = 1 << 20 /* bytes that are decoded, scanned or unescaped at once */ };

struct extracting {
    struct submission *submission;
    const struct print_options *options;
    struct buffer folder; /* with '/' at its end */
    struct extract_names names;
    size_t written, failed;
};

/* Makes the folder that the user named; it may be there, and be a link. */
static bool make_folder(const char *path, struct error *e)
{
    struct stat status;
    if (mkdir(path, 0777) == 0)
        return true;
    int problem = errno;
    bool there = stat(path, &status) == 0;
    if (there && S_ISDIR(status.st_mode))
        return true;
    return error_set(e, ERROR_INPUT, "%s: %s", path,
                     there ? "is there already, and no folder" : strerror(problem));
}

/* Makes that of a filing. One that is there may be another filing's, of another process at this
 * moment even: their documents are not to be mixed. */
static bool make_own_folder(const char *path, bool force, struct error *e)
{
    struct stat status;
    if (mkdir(path, 0777) == 0)
        return true;
    int problem = errno;
    bool is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    if (is_folder && force)
        return true;
    return error_set(e, ERROR_INPUT, "%s: %s", path,
                     is_folder ? "is there already; --force writes into it" : strerror(problem));
}

static bool make_folders(struct extracting *x, struct error *e)
{
    const struct print_options *o = x->options;
    buffer_add_text(&x->folder, o->folder);
    if (!make_folder(buffer_text(&x->folder), e))
        return false;
    if (x->folder.at[x->folder.len - 1] != '/')
        buffer_add_byte(&x->folder, '/');
    if (o->file_names) {
        extract_names_folder(x->submission, &x->folder);
        if (!make_own_folder(buffer_text(&x->folder), o->force, e))
            return false;
        buffer_add_byte(&x->folder, '/');
    }
    return true;
}

static void warn(struct extracting *x, const char *path, const char *what)
{
    struct buffer line = {0};
    buffer_addf(&line, "%s: %s", path, what);
    submission_warn(x->submission, buffer_slice(&line));
    buffer_deinit(&line);
}

/* The bytes of a binary document, decoded; false when the encoding stops before its end. */
static bool add_decoded(struct new_file *file, struct slice data)
{
    struct buffer piece = {0};
    bool whole = false;
    while (data.len > 0) {
        struct slice rest = data;
        (void)uuencode_count(&rest, STEP);
        buffer_clear(&piece);
        whole = uuencode_decode(slice_cut(data, 0, data.len - rest.len), &piece);
        new_file_add(file, buffer_slice(&piece));
        data = rest;
    }
    buffer_deinit(&piece);
    return whole;
}

static void add_unescaped(struct new_file *file, struct slice text)
{
    while (text.len > 0) {
        size_t end = slice_line_end(text), next = slice_line_next(text, end);
        struct slice line = pem_unescape(slice_cut(text, 0, end));
        new_file_add(file, line);
        new_file_add(file, slice_cut(text, end, next));
        text = slice_cut(text, next, text.len);
    }
}

static void tell(struct extracting *x, const struct document *d, const char *path, size_t size)
{
    struct buffer text = {0};
    if (!x->options->json) {
        clean_text(&text, slice_of(path));
        (void)fprintf(x->options->out, "%s\n", buffer_text(&text));
        buffer_deinit(&text);
        return;
    }
    struct json_out j = {0};
    json_out_open_object(&j, NULL);
    json_out_text(&j, "file", slice_of(submission_name(x->submission)));
    json_out_integer(&j, "document", d->sequence);
    json_out_text_or_null(&j, "type", d->type);
    json_out_text_or_null(&j, "filename", d->filename);
    json_out_text(&j, "path", slice_of(path));
    json_out_size(&j, "size", size);
    json_out_close_object(&j);
    (void)fprintf(x->options->out, "%s\n", buffer_text(&j.text));
    json_out_deinit(&j);
}

static void extract(struct extracting *x, const struct document *d)
{
    struct slice text = slice_cut(submission_bytes(x->submission), d->text_offset, d->text_end);
    struct uuencode_head head = {0};
    bool coded = d->kind == DOCUMENT_BINARY && uuencode_begin(text, &head), whole = true;
    struct buffer path = {0};
    buffer_add(&path, buffer_slice(&x->folder));
    extract_names_document(&x->names, d, head.name, &path);
    int problem = 0;
    struct new_file *file = new_file_open(
        buffer_text(&path), x->options->force ? NEW_FILE_HERE : NEW_FILE_ONLY, &problem);
    if (file) {
        if (coded)
            whole = add_decoded(file, slice_cut(text, head.data, text.len));
        else if (d->dash_escaped)
            add_unescaped(file, text);
        else
            new_file_add(file, text);
        size_t size = new_file_size(file);
        problem = new_file_close(file, false);
        if (!problem)
            tell(x, d, buffer_text(&path), size);
    }
    x->written += problem == 0;
    x->failed += problem != 0;
    if (problem)
        warn(x, buffer_text(&path),
             problem == EEXIST ? "is there already; --force writes over it" : strerror(problem));
    else if (!whole)
        warn(x, buffer_text(&path), "the encoding stops before its end");
    buffer_deinit(&path);
    input_release(submission_input(x->submission), d->start, d->end);
}

/* The document at `index`, whole; NULL when there are no more. */
static const struct document *next(struct submission *s, size_t index)
{
    while (index >= submission_documents(s))
        if (submission_scan(s, submission_scanned(s) + STEP) && index >= submission_documents(s))
            return NULL;
    const struct document *d = submission_document(s, index);
    while (!d->complete && !submission_scan(s, submission_scanned(s) + STEP))
        continue;
    return d;
}

bool print_extract(struct folio *f, const struct print_options *o, struct error *e)
{
    struct submission *s = f->submission;
    struct extracting x = {.submission = s, .options = o};
    const struct document *only = o->node ? address_document(s, slice_of(o->node)) : NULL;
    if (o->node && !only)
        return error_set(e, ERROR_USAGE, "no document '%s'", o->node);
    bool good = make_folders(&x, e);
    extract_names_init(&x.names);
    if (good && only)
        extract(&x, next(s, only->index));
    const struct document *d;
    for (size_t i = 0; good && !only && (d = next(s, i)); i++)
        extract(&x, d);
    if (x.failed > 0)
        good = error_set(e, ERROR_INPUT, "%zu of %zu documents were not written", x.failed,
                         x.failed + x.written);
    extract_names_deinit(&x.names);
    buffer_deinit(&x.folder);
    return good;
}
