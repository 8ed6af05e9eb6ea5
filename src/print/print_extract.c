/* SPDX-License-Identifier: MIT */
/* `folio extract`: documents as files in a folder, as they were before they were filed. */
#include "base/clean.h"
#include "base/new_file.h"
#include "print/extract_names.h"
#include "print/json_out.h"
#include "print/print.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct extracting {
    struct folio *filing;
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
        extract_names_folder(folio_accession(x->filing), folio_name(x->filing), &x->folder);
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
    folio_warn(x->filing, buffer_text(&line));
    buffer_deinit(&line);
}

static int add_piece(void *self, const char *text, size_t length)
{
    new_file_add(self, (struct slice){text, length});
    return 0;
}

static void tell(struct extracting *x, const struct folio_document *d, const char *path,
                 size_t size)
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
    json_out_text(&j, "file", slice_of(folio_name(x->filing)));
    json_out_integer(&j, "document", folio_document_sequence(d));
    json_out_text_or_null(&j, "type", slice_of(folio_document_type(d)));
    json_out_text_or_null(&j, "filename", slice_of(folio_document_filename(d)));
    json_out_text(&j, "path", slice_of(path));
    json_out_size(&j, "size", size);
    json_out_close_object(&j);
    (void)fprintf(x->options->out, "%s\n", buffer_text(&j.text));
    json_out_deinit(&j);
}

/* Adds the path for a document. */
static void add_path(struct extracting *x, struct folio_document *d, size_t index,
                     struct buffer *path)
{
    struct extract_source source = {.index = index,
                                    .sequence = folio_document_sequence(d),
                                    .type = folio_document_type(d),
                                    .kind = folio_document_kind(d),
                                    .filename = folio_document_filename(d),
                                    .inner = folio_document_inner_name(d)};
    buffer_add(path, buffer_slice(&x->folder));
    extract_names_document(&x->names, &source, path);
}

/* Writes the document that is the filing's `index`-th, from 0. */
static void extract(struct extracting *x, struct folio_document *d, size_t index)
{
    struct buffer path = {0};
    int problem = 0, cut = 0;
    add_path(x, d, index, &path);
    struct new_file *file = new_file_open(
        buffer_text(&path), x->options->force ? NEW_FILE_HERE : NEW_FILE_ONLY, &problem);
    if (file) {
        cut = folio_document_read(d, add_piece, file);
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
    else if (cut == FOLIO_CUT)
        warn(x, buffer_text(&path), "the encoding stops before its end");
    buffer_deinit(&path);
}

bool print_extract(struct folio *f, const struct print_options *o, struct error *e)
{
    struct extracting x = {.filing = f, .options = o};
    struct folio_document *d = o->node ? folio_document_find(f, o->node) : NULL;
    if (o->node && !d)
        return error_set(e, ERROR_USAGE, "no document '%s'", o->node);
    bool good = make_folders(&x, e);
    extract_names_init(&x.names);
    if (good && d)
        extract(&x, d, 0);
    for (size_t i = 0; good && !o->node && (d = folio_next(f, d)); i++)
        extract(&x, d, i);
    if (x.failed > 0)
        good = error_set(e, ERROR_INPUT, "%zu of %zu documents were not written", x.failed,
                         x.failed + x.written);
    extract_names_deinit(&x.names);
    buffer_deinit(&x.folder);
    return good;
}
