/* SPDX-License-Identifier: MIT */
/* The line that says how far a batch is. */
#include "batch/progress.h"

#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

static const double often = 0.2; /* seconds between two drawings */

static double now(void)
{
    struct timespec t = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_init(struct progress *p, int fd, size_t total)
{
    *p = (struct progress){.on = isatty(fd), .fd = fd, .total = total, .begun = now()};
    p->shown = p->begun;
}

void progress_of_any(struct progress *p)
{
    p->total = 0;
}

/* "1,204" */
static void add_number(size_t n, struct buffer *out)
{
    if (n >= 1000) {
        add_number(n / 1000, out);
        buffer_addf(out, ",%03zu", n % 1000);
    } else {
        buffer_addf(out, "%zu", n);
    }
}

static void add_time(double seconds, struct buffer *out)
{
    enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };
    static const struct {
        double from, unit;
        const char *name;
    } units[] = {{2.0 * DAY, DAY, "days"},
                 {2.0 * HOUR, HOUR, "h"},
                 {2.0 * MINUTE, MINUTE, "min"},
                 {0, 1, "s"}};
    size_t i = 0;
    while (seconds < units[i].from)
        i++;
    buffer_addf(out, "%.0f %s left", seconds / units[i].unit, units[i].name);
}

void progress_write(const struct progress *p, double seconds, struct buffer *out)
{
    const double mega = 1e6;
    buffer_add_text(out, "folio: ");
    add_number(p->sum.filings, out);
    /* A job may be of many filings, so only jobs can be told by their total. */
    if (p->total > 0 && p->sum.filings == p->jobs) {
        buffer_add_text(out, " of ");
        add_number(p->total, out);
    }
    buffer_add_text(out, p->sum.filings == 1 && p->total <= 1 ? " filing, " : " filings, ");
    add_number((size_t)((double)p->sum.bytes / mega), out);
    buffer_add_text(out, " MB");
    if (seconds <= 0)
        return;
    buffer_addf(out, ", %.0f MB/s", (double)p->sum.bytes / mega / seconds);
    if (p->total > p->jobs && p->jobs > 0) {
        buffer_add_text(out, ", ");
        add_time(seconds * (double)(p->total - p->jobs) / (double)p->jobs, out);
    }
}

/* How much of a line of so many columns fits in front of the last column of the terminal; it is
 * ASCII. */
static size_t fit(const struct progress *p, size_t columns)
{
    struct winsize size;
    if (ioctl(p->fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && columns >= size.ws_col)
        return size.ws_col - 1U;
    return columns;
}

static void draw(struct progress *p, struct slice text)
{
    text = slice_cut(text, 0, fit(p, text.len));
    p->width = fit(p, p->width);
    struct buffer line = {0};
    buffer_add_byte(&line, '\r');
    buffer_add(&line, text);
    if (p->width > text.len)
        buffer_add_fill(&line, ' ', p->width - text.len);
    if (text.len == 0)
        buffer_add_byte(&line, '\r');
    /* Of no use to know that it could not be drawn. */
    ssize_t written = write(p->fd, buffer_text(&line), line.len);
    (void)written;
    p->width = text.len;
    buffer_deinit(&line);
}

void progress_add(struct progress *p, const struct batch_result *result)
{
    p->jobs++;
    p->sum.filings += result->filings;
    p->sum.bytes += result->bytes;
    double at = p->on ? now() : 0;
    if (!p->on || p->total == 1 || at - p->shown < often)
        return;
    struct buffer text = {0};
    progress_write(p, at - p->begun, &text);
    draw(p, buffer_slice(&text));
    p->shown = at;
    buffer_deinit(&text);
}

void progress_hide(struct progress *p)
{
    if (p->on && p->width > 0)
        draw(p, (struct slice){NULL, 0});
}
