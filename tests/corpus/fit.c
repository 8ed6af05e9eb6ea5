/* SPDX-License-Identifier: MIT */
/* How the head of its column fits a number; see the header. */
#include "corpus/fit.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* The next year that `text` names, from *text on; 0: none. */
static int next_year(const char **text)
{
    for (const char *t = *text; *t;) {
        size_t digits = strspn(t, "0123456789");
        bool alone = t[digits] != ',' || !byte_is_digit(t[digits + 1]);
        if (digits == 4 && alone && (strncmp(t, "19", 2) == 0 || strncmp(t, "20", 2) == 0)) {
            *text = t + 4;
            return (int)strtol(t, NULL, 10);
        }
        t += digits > 0 ? digits : 1;
        if (*t == ',' && digits > 0 && byte_is_digit(t[1]))
            t += 1 + strspn(t + 1, "0123456789");
    }
    return 0;
}

static bool names_year(const char *head, int year)
{
    for (int found; (found = next_year(&head)) != 0;)
        if (found == year)
            return true;
    return false;
}

static bool has_year(const char *head)
{
    return next_year(&head) != 0;
}

static bool heads_have_years(const struct listing_table *t)
{
    for (size_t c = 0; c < t->heads.count; c++)
        if (has_year(listing_head(t, c)))
            return true;
    return false;
}

/* The heads of the table name this year and no other. */
static bool is_only_year(const struct listing_table *t, int year)
{
    for (size_t c = 0; c < t->heads.count; c++) {
        const char *head = listing_head(t, c);
        for (int found; (found = next_year(&head)) != 0;)
            if (found != year)
                return false;
    }
    return true;
}

/* The cell is the first of its row that has text, and has words. */
static bool is_label(const struct listing_table *t, const struct listing_cell *cell)
{
    for (size_t i = 0; i < t->cells.count; i++)
        if (t->cells.at[i].row == cell->row && t->cells.at[i].column < cell->column)
            return false;
    for (const char *c = cell->text; *c; c++)
        if (byte_is_letter(c[0]) && byte_is_letter(c[1]))
            return true;
    return false;
}

/* Days since 1970 of YYYY-MM-DD, later by `more`; -1 when it is none. */
static long days_of(struct slice date, int more)
{
    struct tm t = {0};
    char *text = slice_copy(date);
    const char *end = strptime(text, "%Y-%m-%d", &t);
    t.tm_mday += more;
    long days = end && !*end ? (long)(timegm(&t) / 86400) : -1;
    free(text);
    return days;
}

static int year_of(struct slice date)
{
    return (int)slice_number(slice_cut(date, 0, 4));
}

static bool ends_in_january(struct slice date)
{
    long long month = slice_number(slice_cut(date, 5, 7)),
              day = slice_number(slice_cut(date, 8, 10));
    return month == 1 || (month == 2 && day <= 6);
}

/* Another number of the column is for a period that begins the day after this one's date, and that
 * the head names. */
static bool is_opening(const struct place *p, const fit_places *all, const char *head)
{
    long next = days_of(p->context->end, 1);
    for (size_t i = 0; p->context->start.len == 0 && i < all->count; i++) {
        const struct place *q = &all->at[i];
        if (q->table == p->table && q->cell && q->cell->column == p->cell->column && q->context &&
            q->context->start.len > 0 && days_of(q->context->start, 0) == next &&
            (names_year(head, year_of(q->context->end)) ||
             (ends_in_january(q->context->end) && names_year(head, year_of(q->context->end) - 1))))
            return true;
    }
    return false;
}

/* The concept is of another year than its context: what falls due, what was lent. */
static bool is_of_other_year(struct slice name)
{
    static const char *const marks[] = {"NextTwelveMonths",
                                        "NextRolling",
                                        "YearOne",
                                        "YearTwo",
                                        "YearThree",
                                        "YearFour",
                                        "YearFive",
                                        "AfterYear",
                                        "Thereafter",
                                        "DueIn",
                                        "DueWithin",
                                        "DueAfter",
                                        "RemainderOfFiscalYear",
                                        "InCurrentFiscalYear",
                                        "BeforeLatestFiscalYear",
                                        "BeforeCurrentFiscalYear",
                                        "ExpectedFutureBenefitPayments",
                                        "RemainingPerformanceObligation"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_find(name, slice_of(marks[i])) < name.len)
            return true;
    return false;
}

enum fit fit_of(const struct place *p, const fit_places *all)
{
    if (!p->cell || !p->context || !heads_have_years(p->table))
        return FIT_NONE;
    const char *head = listing_head(p->table, p->cell->column);
    int year = year_of(p->context->end);
    if (is_label(p->table, p->cell))
        return FIT_WORDS;
    if (names_year(head, year))
        return FIT_YEAR;
    if (ends_in_january(p->context->end) && names_year(head, year - 1))
        return FIT_JANUARY;
    if (!has_year(head) && is_only_year(p->table, year))
        return FIT_TABLE;
    if (is_opening(p, all, head))
        return FIT_OPENING;
    if (is_of_other_year(p->fact->name))
        return FIT_CONCEPT;
    return has_year(head) ? FIT_OTHER_YEAR : FIT_NO_YEAR;
}
