/* SPDX-License-Identifier: MIT */
/* The line that says how far a batch is. */
#include "batch/progress.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_write(void **state)
{
    (void)state;
    static const struct {
        size_t total, jobs;
        unsigned filings;
        size_t bytes;
        double seconds;
        const char *want;
    } rows[] = {
        {0, 0, 0, 0, 0, "folio: 0 filings, 0 MB"},
        {1, 1, 1, 2000000, 1, "folio: 1 of 1 filing, 2 MB, 2 MB/s"},
        {5000, 1204, 1204, 567000000, 12.6,
         "folio: 1,204 of 5,000 filings, 567 MB, 45 MB/s, 40 s left"},
        {5000, 100, 100, 1000000, 10, "folio: 100 of 5,000 filings, 1 MB, 0 MB/s, 8 min left"},
        {2000000, 1000, 1000, 1234567890123, 36000,
         "folio: 1,000 of 2,000,000 filings, 1,234,567 MB, 34 MB/s, 833 days left"},
        {10, 5, 5, 1000000, 20000, "folio: 5 of 10 filings, 1 MB, 0 MB/s, 6 h left"},
        {0, 7, 7, 3000000, 1.5, "folio: 7 filings, 3 MB, 2 MB/s"},
        {2, 1, 900, 3000000, 1.5, "folio: 900 filings, 3 MB, 2 MB/s, 2 s left"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct progress p = {.total = rows[i].total,
                             .jobs = rows[i].jobs,
                             .sum = {0, rows[i].filings, rows[i].bytes}};
        struct buffer out = {0};
        progress_write(&p, rows[i].seconds, &out);
        assert_string_equal(buffer_text(&out), rows[i].want);
        buffer_deinit(&out);
    }
}

/* Into a pipe nothing is drawn. */
static void test_quiet(void **state)
{
    (void)state;
    int ends[2];
    char c;
    assert_int_equal(pipe(ends), 0);
    struct progress p;
    const struct batch_result result = {0, 1, 10};
    progress_init(&p, ends[1], 3);
    p.shown = 0;
    progress_add(&p, &result);
    progress_add(&p, &result);
    progress_hide(&p);
    close(ends[1]);
    assert_int_equal(read(ends[0], &c, 1), 0);
    close(ends[0]);
    assert_int_equal(p.jobs, 2);
    assert_int_equal(p.sum.bytes, 20);
}

/* The line is drawn, a shorter one covers it, and hiding leaves blanks. */
static void test_draw(void **state)
{
    (void)state;
    int ends[2];
    char text[400];
    assert_int_equal(pipe(ends), 0);
    struct progress p = {.on = true, .fd = ends[1], .total = 0};
    const struct batch_result result = {0, 1, 0};
    p.begun = -1;
    p.shown = -1;
    progress_add(&p, &result);
    size_t width = p.width;
    assert_true(width > 0);
    p.width = width + 3;
    progress_hide(&p);
    assert_int_equal(p.width, 0);
    progress_hide(&p);
    ssize_t len = read(ends[0], text, sizeof text - 1);
    assert_int_equal(len, 1 + width + 1 + width + 3 + 1);
    text[len] = '\0';
    assert_memory_equal(text, "\rfolio: 1 filing,", 17);
    assert_memory_equal(text + len - 4, "   \r", 4);
    close(ends[0]);
    close(ends[1]);
}

/* In a narrow window the line does not wrap; of one job, and of an archive that follows it. */
static void test_narrow(void **state)
{
    (void)state;
    int master, fd;
    char text[400];
    struct winsize size = {.ws_row = 10, .ws_col = 20};
    assert_int_equal(openpty(&master, &fd, NULL, NULL, &size), 0);
    struct progress p;
    const struct batch_result result = {0, 1, 1000000};
    progress_init(&p, fd, 1);
    assert_true(p.on);
    p.shown = -1;
    progress_add(&p, &result);
    assert_int_equal(p.width, 0);
    progress_of_any(&p);
    progress_add(&p, &result);
    assert_int_equal(p.width, 19);
    progress_hide(&p);
    ssize_t len = read(master, text, sizeof text - 1);
    assert_int_equal(len, 1 + 19 + 1 + 19 + 1);
    assert_memory_equal(text, "\rfolio: 2 filings, 2", 20);
    close(fd);
    close(master);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_write),
        cmocka_unit_test(test_quiet),
        cmocka_unit_test(test_draw),
        cmocka_unit_test(test_narrow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
