/* SPDX-License-Identifier: MIT */
/*
 * Do the numbers stand under their years? Every number that inline XBRL marks names the dates it
 * is for; the cell of `folio tables` that holds its place must show its digits, and where the
 * heads of a table name years, the head of its column must name the year of its period's end.
 *
 *   years [--worst N] [--verbose] [FILE]...
 *
 * Without a FILE: the samples and the corpus. --worst: how many files to tell of; --verbose: all
 * files, and all that is wrong in them. Fails when fewer than 99.5 % show their digits, or fewer
 * than 97 % stand under their year. A number in a grid that folio does not list shows no digits.
 *
 * What else a head may rightly name is counted apart: the year before, for a period that ends in
 * January or the first days of February (a year of 52 or 53 weeks, named by when it began); the
 * only year that the heads of the table name, for a column whose own head names none; the year of a
 * period that begins the day after, in whose column a balance of its opening stands; the year in
 * which something falls due or was lent, where the concept says so. A number within the words of
 * its row's label stands under no head, and does not count.
 */
#include "corpus/filings.h"
#include "corpus/fit.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXAMPLES = 4 };

static const double least_digits = 99.5, least_years = 97;

struct tally {
    size_t facts, listed, text, layout, unlisted; /* unlisted: in a grid */
    size_t digits, shown;                         /* with digits, in tables; of them shown */
    size_t fit[FITS];
};

struct finding {
    char *path;
    struct tally tally;
    struct buffer told;
    size_t examples[3]; /* told: digits, years, tables */
};

static double percent(size_t part, size_t whole)
{
    return whole > 0 ? 100 * (double)part / (double)whole : 100;
}

/* Takes the next number off `text` into `number`: its digits and its point. */
static bool next_number(const char **text, struct buffer *number)
{
    const char *t = *text + strcspn(*text, "0123456789");
    buffer_clear(number);
    for (; byte_is_digit(*t) || ((*t == ',' || *t == '.') && byte_is_digit(t[1])); t++)
        if (*t != ',')
            buffer_add_byte(number, *t);
    *text = t;
    return number->len > 0;
}

/* Every number of `wanted` stands in `shown`. */
static bool shows(const char *shown, const char *wanted)
{
    struct buffer a = {0}, b = {0};
    bool all = true;
    while (all && next_number(&wanted, &a)) {
        const char *rest = shown;
        bool found = false;
        while (!found && next_number(&rest, &b))
            found = slice_equal(buffer_slice(&a), buffer_slice(&b));
        all = found;
    }
    buffer_deinit(&a);
    buffer_deinit(&b);
    return all;
}

static bool has_digit(const struct buffer *text)
{
    return strpbrk(buffer_text(text), "0123456789") != NULL;
}

/* The offset is within UTF-8 text of 60 bytes; it is printed without its line ends. */
static void add_short(struct buffer *told, const char *text)
{
    buffer_addf(told, "%.70s", text);
}

static void tell(struct finding *f, const struct place *p, size_t kind, bool all, const char *what)
{
    if (f->examples[kind]++ >= EXAMPLES && !all)
        return;
    buffer_addf(&f->told, "    %s: %.*s '%s' at %zu", what, (int)p->fact->name.len,
                p->fact->name.at, buffer_text(&p->fact->text), p->fact->offset);
    if (p->cell) {
        buffer_addf(&f->told, ", in row %zu, column %zu '", p->cell->row, p->cell->column);
        add_short(&f->told, p->cell->text);
        buffer_addf(&f->told, "' under '");
        add_short(&f->told, listing_head(p->table, p->cell->column));
        buffer_addf(&f->told, "'");
    }
    if (p->context)
        buffer_addf(&f->told, ", for %.*s%s%.*s", (int)p->context->start.len, p->context->start.at,
                    p->context->start.len > 0 ? " to " : "", (int)p->context->end.len,
                    p->context->end.at);
    if (p->table)
        buffer_addf(&f->told, " (table at %zu)", p->table->offset);
    buffer_add_byte(&f->told, '\n');
}

/* A number that is in no table of folio's. */
static void judge_outside(struct finding *f, const struct place *p, const struct facts *facts,
                          bool all)
{
    if (p->fact->table == FACTS_NONE) {
        f->tally.text++;
    } else if (facts->tables.at[p->fact->table].number_rows < 2) {
        f->tally.layout++;
    } else {
        f->tally.unlisted++;
        f->tally.digits += has_digit(&p->fact->text);
        tell(f, p, 2, all, "not listed");
    }
}

static void judge(struct finding *f, const struct place *p, const fit_places *list,
                  const struct facts *facts, bool all)
{
    f->tally.facts++;
    if (!p->table) {
        judge_outside(f, p, facts, all);
        return;
    }
    f->tally.listed++;
    if (has_digit(&p->fact->text)) {
        bool shown = p->cell && shows(p->cell->text, buffer_text(&p->fact->text));
        f->tally.digits++;
        f->tally.shown += shown;
        if (!shown)
            tell(f, p, 0, all, "not shown");
    }
    enum fit fit = fit_of(p, list);
    f->tally.fit[fit]++;
    if (fit >= FIT_NO_YEAR)
        tell(f, p, 1, all, fit == FIT_NO_YEAR ? "no year" : "other year");
}

/* False when folio failed. */
static bool check(struct finding *f, struct slice source, bool all)
{
    struct facts facts;
    struct listing listing;
    struct buffer what = {0};
    fit_places list = {0};
    bool good = listing_init(&listing, f->path, &what);
    if (!good)
        printf("FAIL: %s: %s\n", filings_path(f->path), buffer_text(&what));
    facts_init(&facts, source);
    for (size_t i = 0; i < facts.list.count; i++) {
        const struct fact *fact = &facts.list.at[i];
        if (fact->hidden || fact->offset == FACTS_NONE)
            continue;
        struct place p = {.fact = fact, .table = listing_around(&listing, fact->offset)};
        if (fact->context != FACTS_NONE)
            p.context = &facts.contexts.at[fact->context];
        if (p.table)
            p.cell = listing_cell_at(p.table, fact->offset);
        array_push(&list, p);
    }
    for (size_t i = 0; i < list.count; i++)
        judge(f, &list.at[i], &list, &facts, all);
    array_deinit(&list);
    facts_deinit(&facts);
    listing_deinit(&listing);
    buffer_deinit(&what);
    return good;
}

static size_t years_right(const struct tally *t)
{
    size_t sum = 0;
    for (size_t i = FIT_YEAR; i < FIT_NO_YEAR; i++)
        sum += t->fit[i];
    return sum;
}

static size_t years_all(const struct tally *t)
{
    return years_right(t) + t->fit[FIT_NO_YEAR] + t->fit[FIT_OTHER_YEAR];
}

static size_t wrong(const struct tally *t)
{
    return t->digits - t->shown + t->fit[FIT_NO_YEAR] + t->fit[FIT_OTHER_YEAR];
}

static int by_wrong(const void *x, const void *y)
{
    size_t a = wrong(&((const struct finding *)x)->tally);
    size_t b = wrong(&((const struct finding *)y)->tally);
    return (b > a) - (b < a);
}

static void print_tally(const struct tally *t)
{
    printf("%zu numbers: %zu in listed tables, %zu in grids not listed, %zu in layout tables, "
           "%zu in text\n",
           t->facts, t->listed, t->unlisted, t->layout, t->text);
    printf(
        "  digits shown: %zu of %zu: %.2f %%; under their year: %zu of %zu: %.2f %%; under their "
        "own alone: %.2f %%\n",
        t->shown, t->digits, percent(t->shown, t->digits), years_right(t), years_all(t),
        percent(years_right(t), years_all(t)), percent(t->fit[FIT_YEAR], years_all(t)));
    printf(
        "  head: its year %zu, a year named by January %zu, the only year of the table %zu, "
        "opening balance %zu, by its concept %zu; no year %zu, another year %zu; in labels %zu\n",
        t->fit[FIT_YEAR], t->fit[FIT_JANUARY], t->fit[FIT_TABLE], t->fit[FIT_OPENING],
        t->fit[FIT_CONCEPT], t->fit[FIT_NO_YEAR], t->fit[FIT_OTHER_YEAR], t->fit[FIT_WORDS]);
}

static void add_tally(struct tally *sum, const struct tally *t)
{
    sum->facts += t->facts;
    sum->listed += t->listed;
    sum->text += t->text;
    sum->layout += t->layout;
    sum->unlisted += t->unlisted;
    sum->digits += t->digits;
    sum->shown += t->shown;
    for (size_t i = 0; i < FITS; i++)
        sum->fit[i] += t->fit[i];
}

typedef ARRAY(struct finding) findings;

/* Checks the file when it is inline XBRL. False when folio failed. */
static bool check_file(findings *list, char *path, bool verbose)
{
    struct buffer source = {0};
    bool good = filings_read(path, &source);
    struct slice text = buffer_slice(&source);
    if (good && slice_find(text, SLICE("/2013/inlineXBRL")) < text.len) {
        struct finding *f = array_add(list);
        *f = (struct finding){.path = path};
        good = check(f, text, verbose);
    }
    buffer_deinit(&source);
    return good;
}

static int report(findings *list, size_t worst)
{
    struct tally sum = {0};
    if (list->count > 0)
        qsort(list->at, list->count, sizeof *list->at, by_wrong);
    for (size_t i = 0; i < list->count; i++) {
        add_tally(&sum, &list->at[i].tally);
        if (i >= worst)
            continue;
        printf("%s: ", filings_path(list->at[i].path));
        print_tally(&list->at[i].tally);
        printf("%s", buffer_text(&list->at[i].told));
    }
    printf("%zu files: ", list->count);
    print_tally(&sum);
    return percent(sum.shown, sum.digits) < least_digits ||
           percent(years_right(&sum), years_all(&sum)) < least_years;
}

int main(int argc, char **argv)
{
    size_t worst = 5;
    bool verbose = false, good = true;
    filings_list files = {0};
    findings list = {0};
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--verbose") == 0)
            verbose = true;
        else if (strcmp(argv[i], "--worst") == 0 && i + 1 < argc)
            worst = strtoul(argv[++i], NULL, 10);
        else
            array_push(&files, slice_copy(slice_of(argv[i])));
    (void)setlocale(LC_CTYPE, "C.UTF-8");
    (void)setvbuf(stdout, NULL, _IOLBF, 0);
    if (files.count == 0)
        filings_find(&files, ".htm .html .txt .nc");
    for (size_t i = 0; i < files.count; i++)
        good = check_file(&list, files.at[i], verbose) && good;
    bool none = list.count == 0;
    int status = report(&list, verbose ? list.count : worst);
    for (size_t i = 0; i < list.count; i++)
        buffer_deinit(&list.at[i].told);
    array_deinit(&list);
    filings_release(&files);
    return none ? 77 : !good ? 1 : status;
}
