/* SPDX-License-Identifier: MIT */
/* The whole program with an archive: its list, behind the fence, and from a pipe. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "terminal/opened.h"
#include "unit/made_archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MANY = 1000 };

static char path[OPENED_PATH];

static void write_archive(const struct buffer *bytes)
{
    const char *build = getenv("abs_builddir");
    (void)snprintf(path, sizeof path, "%s/archive-%ld.tar.gz", build ? build : "/tmp",
                   (long)getpid());
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes->at, 1, bytes->len, f), bytes->len);
    assert_int_equal(fclose(f), 0);
}

static void make(struct buffer *bytes, size_t more)
{
    struct made_archive m;
    struct buffer filing = {0};
    made_read(opened_sample("8-K_2006_cr.nc"), &filing);
    assert_true(made_begin(&m, MADE_TAR, "gzip", NULL));
    made_add(&m, "\033]0;owned\007.nc", buffer_slice(&filing));
    made_add_file(&m, opened_sample("8-K_2004_bare.txt"));
    for (size_t i = 0; i < more; i++) {
        char name[32];
        (void)snprintf(name, sizeof name, "%05zu.nc", i);
        made_add(&m, name, buffer_slice(&filing));
    }
    made_end(&m, bytes);
    buffer_deinit(&filing);
}

static struct harness *start(struct harness_setup setup, const char *file)
{
    const char *const arguments[] = {file, NULL};
    setup.home = "archive";
    return opened_start(setup, arguments);
}

static void walk(struct harness *h)
{
    harness_expect_text(h, "2 filings");
    harness_assert(h, opened_shows(h, "BRAMBLECOTE"));
    opened_go(h, "j Enter", "page 1 of 4");
    opened_go(h, ": f i l e s Enter", "BRAMBLECOTE");
    opened_go(h, "k Enter", "8-K · period 2006-09-14");
    opened_quit(h);
}

/* Chosen, read, back, and another; the reader may only read files. */
static void test_list(void **state)
{
    struct buffer bytes = {0};
    (void)state;
    make(&bytes, 0);
    write_archive(&bytes);
    walk(start((struct harness_setup){0}, path));
    walk(start((struct harness_setup){.input_file = path}, "-"));
    walk(start((struct harness_setup){.input = buffer_slice(&bytes)}, NULL));
    (void)unlink(path);
    buffer_deinit(&bytes);
}

/* An archive that was added to has two members of one name: each row is its own. A row is found by
 * the front of its name, too, for which there is no room. */
static void test_one_name(void **state)
{
    struct made_archive m;
    struct buffer bytes = {0}, filing = {0};
    (void)state;
    assert_true(made_begin(&m, MADE_TAR, "gzip", NULL));
    made_add(&m, "a-folder-of-a-long-name/and-another-one/same.txt", SLICE("The first of both.\n"));
    made_add(&m, "a-folder-of-a-long-name/and-another-one/same.txt", SLICE("And the second.\n"));
    made_read(opened_sample("8-K_2006_cr.nc"), &filing);
    made_add(&m, "a-folder-of-a-long-name/and-another-one/0000.nc", buffer_slice(&filing));
    made_end(&m, &bytes);
    write_archive(&bytes);
    struct harness *h = start((struct harness_setup){.columns = 70}, path);
    harness_expect_text(h, "3 filings");
    opened_go(h, "Enter", "The first of both.");
    opened_go(h, ": f i l e s Enter", "3 filings");
    opened_go(h, "j Enter", "And the second.");
    opened_go(h, ": f i l e s Enter", "3 filings");
    opened_go(h, "k Enter", "The first of both.");
    opened_go(h, ": f i l e s Enter", "3 filings");
    harness_keys(h, "/");
    harness_type(h, "folder-of-a-long-name/and-another-one/0000");
    opened_go(h, "Enter Enter", "8-K · period 2006-09-14");
    opened_quit(h);
    (void)unlink(path);
    buffer_deinit(&filing);
    buffer_deinit(&bytes);
}

/* Keys are obeyed while a thousand are gone through; the last can be read. */
static void test_many(void **state)
{
    struct buffer bytes = {0};
    (void)state;
    make(&bytes, MANY);
    write_archive(&bytes);
    struct harness *h = start((struct harness_setup){0}, path);
    harness_expect_text(h, "BRAMBLECOTE");
    opened_go(h, "j Enter", "page 1 of 4");
    opened_go(h, ": f i l e s Enter", "1002 filings");
    opened_go(h, "G", "00999.nc");
    opened_go(h, "Enter", "8-K · period 2006-09-14");
    opened_quit(h);
    (void)unlink(path);
    buffer_deinit(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_one_name),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
