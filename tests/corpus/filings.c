/* SPDX-License-Identifier: MIT */
/* Filings: the files that the checks go through; see the header. */
#include "corpus/filings.h"

#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void add_folder(filings_list *list, const char *folder, const char *ending)
{
    struct buffer pattern = {0};
    glob_t found = {0};
    buffer_addf(&pattern, "%s/*%s", folder, ending);
    if (glob(buffer_text(&pattern), 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++)
            array_push(list, slice_copy(slice_of(found.gl_pathv[i])));
    globfree(&found);
    buffer_deinit(&pattern);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void filings_find(filings_list *list, const char *endings)
{
    const char *source = getenv("abs_srcdir"), *corpus = getenv("FOLIO_CORPUS");
    struct buffer samples = {0};
    struct slice rest = slice_of(endings);
    buffer_addf(&samples, "%s/samples", source ? source : ".");
    while (rest.len > 0) {
        size_t end = slice_find(rest, SLICE(" "));
        char *ending = slice_copy(slice_cut(rest, 0, end));
        add_folder(list, buffer_text(&samples), ending);
        if (corpus)
            add_folder(list, corpus, ending);
        free(ending);
        rest = slice_cut(rest, end + 1, rest.len);
    }
    if (list->count > 0)
        qsort(list->at, list->count, sizeof *list->at, by_name);
    buffer_deinit(&samples);
}

void filings_release(filings_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->at[i]);
    array_deinit(list);
}

const char *filings_path(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool filings_read(const char *path, struct buffer *bytes)
{
    char chunk[65536];
    size_t got;
    FILE *f = fopen(path, "rb");
    if (!f)
        return false;
    while ((got = fread(chunk, 1, sizeof chunk, f)) > 0)
        buffer_add(bytes, (struct slice){chunk, got});
    bool good = !ferror(f);
    return fclose(f) == 0 && good;
}

/* The rest of the line behind the first `tag` in `s`; empty when there is none. */
static struct slice value_of(struct slice s, struct slice tag)
{
    size_t at = slice_find_nocase(s, tag);
    struct slice value = slice_cut(s, at + tag.len, s.len);
    return slice_trim(slice_cut(value, 0, slice_line_end(value)));
}

/* Where the last `needle` begins in `s`; s.len when it is not there. */
static size_t find_last(struct slice s, struct slice needle)
{
    size_t last = s.len;
    for (size_t from = 0;;) {
        size_t at = slice_find_nocase(slice_cut(s, from, s.len), needle);
        if (at == s.len - from)
            return last;
        last = from + at;
        from = last + 1;
    }
}

size_t filings_html_tag(struct slice text)
{
    for (size_t from = 0;; from++) {
        from += slice_find_nocase(slice_cut(text, from, text.len), SLICE("<html"));
        struct slice next = slice_cut(text, from + 5, from + 6);
        if (from >= text.len || next.len == 0)
            return text.len;
        if (byte_is_blank(*next.at) || *next.at == '>')
            return from;
    }
}

static bool is_html(struct slice text, struct slice name)
{
    struct slice begin = slice_cut(text, 0, 8192);
    return slice_ends_nocase(name, SLICE(".htm")) || slice_ends_nocase(name, SLICE(".html")) ||
           filings_html_tag(begin) < begin.len;
}

/* How a document of the file is called: by its type where no other has it, else by its number. */
static void name_documents(filings_documents *documents)
{
    for (size_t i = 0; i < documents->count && documents->count > 1; i++) {
        struct filings_document *d = &documents->at[i];
        bool alone = d->type.len > 0 && d->type.len < sizeof d->node;
        for (size_t k = 0; k < documents->count; k++)
            alone = alone && (k == i || !slice_equal(documents->at[k].type, d->type));
        if (alone)
            (void)snprintf(d->node, sizeof d->node, "%.*s", (int)d->type.len, d->type.at);
    }
}

/* The documents of the envelope, whatever they are. */
static void find_documents(struct slice bytes, filings_documents *documents)
{
    struct slice opening = SLICE("<DOCUMENT>");
    for (size_t at = slice_find_nocase(bytes, opening); at < bytes.len;) {
        struct slice rest = slice_cut(bytes, at + opening.len, bytes.len);
        size_t end = slice_find_nocase(rest, opening);
        struct slice document = slice_cut(rest, 0, end);
        size_t text = slice_find_nocase(document, SLICE("<TEXT>"));
        struct slice head = slice_cut(document, 0, text);
        struct slice body = slice_cut(document, text + 6, document.len);
        struct filings_document d = {.text = slice_cut(body, 0, find_last(body, SLICE("</TEXT>")))};
        long long sequence = slice_number(value_of(head, SLICE("<SEQUENCE>")));
        long long number = sequence > 0 ? sequence : (long long)documents->count + 1;
        (void)snprintf(d.node, sizeof d.node, "%lld", number);
        d.type = value_of(head, SLICE("<TYPE>"));
        d.html = is_html(d.text, value_of(head, SLICE("<FILENAME>")));
        array_push(documents, d);
        at += opening.len + end;
    }
}

void filings_split(struct slice bytes, filings_documents *documents)
{
    size_t kept = 0;
    find_documents(bytes, documents);
    if (documents->count == 0)
        *array_add(documents) =
            (struct filings_document){.text = bytes, .html = is_html(bytes, SLICE(""))};
    if (documents->count == 1)
        documents->at[0].node[0] = '\0';
    name_documents(documents);
    for (size_t i = 0; i < documents->count; i++)
        if (documents->at[i].html)
            documents->at[kept++] = documents->at[i];
    documents->count = kept;
}

_Noreturn static void become(const char *const *arguments, int out)
{
    int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(out, 1) < 0 || dup2(nothing, 2) < 0)
        _exit(127);
    execvp(arguments[0], (char *const *)(size_t)arguments);
    _exit(127);
}

int filings_run(const char *const *arguments, struct buffer *out)
{
    int ends[2], status = 0;
    char chunk[65536];
    ssize_t got;
    if (pipe(ends) != 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        become(arguments, ends[1]);
    }
    close(ends[1]);
    while (child > 0 && (got = read(ends[0], chunk, sizeof chunk)) > 0)
        buffer_add(out, (struct slice){chunk, (size_t)got});
    close(ends[0]);
    if (child < 0 || waitpid(child, &status, 0) != child)
        return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

const char *filings_folio(void)
{
    const char *folio = getenv("FOLIO");
    return folio ? folio : "./folio";
}
