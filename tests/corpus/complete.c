/* SPDX-License-Identifier: MIT */
/*
 * Is the text complete? What `folio text` prints of every HTML document, against a second reading
 * that knows nothing of folio. Letters and digits count, in order, in either case.
 *
 *   complete [--worst N] [--verbose] [--links] [--min PERCENT] [FILE]...
 *
 * Without a FILE: the samples and the corpus. --worst: how many files to tell of; --verbose: all
 * places where they part, and every file; --links: how the words agree with `links -dump`, for
 * a look only. Fails when fewer than PERCENT (99.9) of all letters agree.
 */
#include "corpus/agreement.h"
#include "corpus/filings.h"
#include "corpus/reading.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONTEXT = 30 /* letters around a place where they part */, PLACES = 4 };

struct options {
    size_t worst;
    double least; /* percent */
    bool verbose, links;
    filings_list files;
};

/* What was found of one document. */
struct finding {
    const char *path;
    char node[32];
    size_t common, longest;
    double words;       /* the share that links has, too */
    struct buffer told; /* where they part */
};

struct findings {
    ARRAY(struct finding) list;
    size_t broken; /* documents that could not be read */
};

static double percent(size_t part, size_t whole)
{
    return whole > 0 ? 100 * (double)part / (double)whole : 100;
}

/* Adds the text of the letters [from, to) and some letters around them, blanks folded. */
static void add_passage(struct buffer *told, struct slice text, const struct letters *l,
                        size_t from, size_t to)
{
    size_t begin = from > CONTEXT ? from - CONTEXT : 0;
    size_t end = to + CONTEXT < l->count ? to + CONTEXT : l->count;
    for (size_t part = 0; part < 3; part++) {
        size_t a = part == 0 ? begin : part == 1 ? from : to;
        size_t b = part == 0 ? from : part == 1 ? to : end;
        size_t i = a < l->count ? l->place[a] : text.len;
        size_t stop = b < l->count ? l->place[b] : text.len;
        bool blank = false;
        size_t length = told->len;
        buffer_add_text(told, part == 1 ? "[[" : part == 2 ? "]]" : "");
        for (; i < stop && told->len < length + 160; i++) {
            if (!byte_is_blank(text.at[i]))
                buffer_add_byte(told, text.at[i]);
            else if (!blank)
                buffer_add_byte(told, ' ');
            blank = byte_is_blank(text.at[i]);
        }
        if (i < stop)
            buffer_add_text(told, "...");
    }
    buffer_add_byte(told, '\n');
}

static int by_loss(const void *x, const void *y)
{
    const struct agreement_gap *a = x, *b = y;
    size_t one = a->a_end - a->a + a->b_end - a->b - 2 * a->common;
    size_t other = b->a_end - b->a + b->b_end - b->b - 2 * b->common;
    return (other > one) - (other < one);
}

/* The first place where the two part, and the gravest; or all of them. */
static void tell(struct finding *f, const struct agreement *g, struct slice tree,
                 const struct letters *a, struct slice folio, const struct letters *b, bool all)
{
    size_t count = g->gaps.count;
    if (!all && count > 2)
        qsort(g->gaps.at + 1, count - 1, sizeof *g->gaps.at, by_loss);
    for (size_t i = 0; i < count && (all || i < PLACES); i++) {
        const struct agreement_gap *gap = &g->gaps.at[i];
        buffer_addf(&f->told, "    tree (%zu): ", gap->a_end - gap->a);
        add_passage(&f->told, tree, a, gap->a, gap->a_end);
        buffer_addf(&f->told, "    folio (%zu): ", gap->b_end - gap->b);
        add_passage(&f->told, folio, b, gap->b, gap->b_end);
    }
    if (count > 0)
        buffer_addf(&f->told, "    %zu places in all\n", count);
}

static int by_bytes(const void *x, const void *y)
{
    const struct slice *a = x, *b = y;
    size_t least = a->len < b->len ? a->len : b->len;
    int order = least > 0 ? memcmp(a->at, b->at, least) : 0;
    return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

typedef ARRAY(struct slice) words;

static void find_words(struct slice text, words *list)
{
    for (size_t i = 0, from = 0; i <= text.len; i++)
        if (i == text.len || byte_is_blank(text.at[i])) {
            if (i > from)
                array_push(list, slice_cut(text, from, i));
            from = i + 1;
        }
    if (list->count > 0)
        qsort(list->at, list->count, sizeof *list->at, by_bytes);
}

/* The percent of the words of `links -dump` that stand in folio's text, too, wherever. */
static double look_with_links(struct slice html, struct slice folio)
{
    char path[] = "/tmp/complete-XXXXXX.html";
    struct buffer dump = {0};
    words one = {0}, other = {0};
    size_t common = 0;
    int file = mkstemps(path, 5);
    if (file >= 0 && write(file, html.at, html.len) == (ssize_t)html.len)
        (void)filings_run((const char *[]){"links", "-dump", "-width", "500", path, NULL}, &dump);
    if (file >= 0)
        (void)close(file);
    (void)unlink(path);
    find_words(buffer_slice(&dump), &one);
    find_words(folio, &other);
    for (size_t i = 0, j = 0; i < one.count && j < other.count;) {
        int order = by_bytes(&one.at[i], &other.at[j]);
        common += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    double share = percent(common, one.count);
    array_deinit(&one);
    array_deinit(&other);
    buffer_deinit(&dump);
    return share;
}

/* Compares what folio prints of a document with the tree of it. */
static bool check(const char *path, const struct filings_document *d, const struct options *o,
                  struct finding *f)
{
    struct buffer tree = {0}, folio = {0};
    struct letters a, b;
    struct agreement g;
    const char *arguments[10] = {filings_folio(), "text", "--width", "0", "--no-marks"};
    size_t n = 5;
    if (*d->node) {
        arguments[n++] = "--node";
        arguments[n++] = d->node;
    }
    arguments[n] = path;
    *f = (struct finding){.path = path};
    memcpy(f->node, d->node, sizeof f->node);
    int status = filings_run(arguments, &folio);
    bool good = reading_of(d->text, &tree) && status == 0;
    if (status != 0)
        printf("FAIL: %s %s: folio ends with %d\n", filings_path(path), d->node, status);
    else if (!good)
        printf("%s %s: libxml2 has no tree of it\n", filings_path(path), d->node);
    letters_init(&a, buffer_slice(&tree));
    letters_init(&b, buffer_slice(&folio));
    agreement_init(&g, &a, &b);
    f->common = g.common;
    f->longest = a.count > b.count ? a.count : b.count;
    tell(f, &g, buffer_slice(&tree), &a, buffer_slice(&folio), &b, o->verbose);
    if (o->links)
        f->words = look_with_links(d->text, buffer_slice(&folio));
    agreement_deinit(&g);
    letters_deinit(&a);
    letters_deinit(&b);
    buffer_deinit(&tree);
    buffer_deinit(&folio);
    return good;
}

static void check_file(const char *path, const struct options *o, struct findings *findings)
{
    struct buffer bytes = {0};
    filings_documents documents = {0};
    if (!filings_read(path, &bytes)) {
        printf("FAIL: %s cannot be read\n", path);
        findings->broken++;
    }
    filings_split(buffer_slice(&bytes), &documents);
    for (size_t i = 0; i < documents.count; i++) {
        struct finding f;
        if (!check(path, &documents.at[i], o, &f))
            findings->broken++;
        array_push(&findings->list, f);
        if (o->verbose)
            printf("%8.4f %9zu %s %s\n", percent(f.common, f.longest), f.longest,
                   filings_path(path), f.node);
    }
    array_deinit(&documents);
    buffer_deinit(&bytes);
}

static int by_share(const void *x, const void *y)
{
    const struct finding *a = x, *b = y;
    double one = percent(a->common, a->longest), other = percent(b->common, b->longest);
    return (one > other) - (one < other);
}

/* The figures, and the worst files. The percent of all letters that agree. */
static double report(struct findings *findings, const struct options *o)
{
    size_t common = 0, longest = 0, whole = 0, count = findings->list.count;
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        common += findings->list.at[i].common;
        longest += findings->list.at[i].longest;
        whole += percent(findings->list.at[i].common, findings->list.at[i].longest) >= o->least;
        sum += findings->list.at[i].words;
    }
    if (count > 0)
        qsort(findings->list.at, count, sizeof *findings->list.at, by_share);
    for (size_t i = 0; i < count && i < o->worst; i++) {
        struct finding *f = &findings->list.at[i];
        printf("%.3f %% of %zu: %s %s\n%s", percent(f->common, f->longest), f->longest,
               filings_path(f->path), f->node, buffer_text(&f->told));
    }
    if (o->links && count > 0)
        printf("words of links -dump that stand in the text, mean: %.2f %%\n", sum / (double)count);
    printf("%zu documents, %zu of them at least %g %%; %zu of %zu letters agree: %.3f %%\n", count,
           whole, o->least, common, longest, percent(common, longest));
    return percent(common, longest);
}

static bool read_options(int argc, char **argv, struct options *o)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--verbose") == 0)
            o->verbose = true;
        else if (strcmp(argv[i], "--links") == 0)
            o->links = true;
        else if (strcmp(argv[i], "--worst") == 0 && i + 1 < argc)
            o->worst = strtoul(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--min") == 0 && i + 1 < argc)
            o->least = strtod(argv[++i], NULL);
        else if (*argv[i] != '-')
            array_push(&o->files, slice_copy(slice_of(argv[i])));
        else
            return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    struct options o = {.worst = 5, .least = 99.9};
    struct findings findings = {0};
    if (!setlocale(LC_CTYPE, "C.UTF-8") || !read_options(argc, argv, &o)) {
        (void)fprintf(stderr, "usage: complete [--worst N] [--verbose] [--links] [--min PERCENT] "
                              "[FILE]...\n");
        return 2;
    }
    (void)setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc == 1 && getenv("FOLIO_BRIEF")) {
        puts("FOLIO_BRIEF is set: skipped");
        return 77;
    }
    if (o.files.count == 0)
        filings_find(&o.files, ".htm .html .txt .nc");
    for (size_t i = 0; i < o.files.count; i++)
        check_file(o.files.at[i], &o, &findings);
    bool none = findings.list.count == 0;
    double share = report(&findings, &o);
    for (size_t i = 0; i < findings.list.count; i++)
        buffer_deinit(&findings.list.at[i].told);
    array_deinit(&findings.list);
    filings_release(&o.files);
    return none ? 77 : findings.broken > 0 || share < o.least;
}
