/* SPDX-License-Identifier: MIT */
/* What becomes large although nobody wants it: members that are passed over, what is no member, and
 * what is packed twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "input/filings.h"
#include "input/members.h"
#include "input/roll.h"
#include "unit/made_archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MEGABYTE = 1 << 20, BOMB = 80 * MEGABYTE };

/* Gives the first header of a tar another type, and the sum that it has then. */
static void set_type(struct buffer *tar, char type)
{
    enum { TYPE = 156, SUM = 148, SUM_LEN = 8, HEADER = 512 };
    unsigned sum = 0;
    tar->at[TYPE] = type;
    memset(tar->at + SUM, ' ', SUM_LEN);
    for (size_t i = 0; i < HEADER; i++)
        sum += (unsigned char)tar->at[i];
    (void)snprintf(tar->at + SUM, SUM_LEN, "%06o", sum);
}

static void pack(struct buffer *bytes, const char *filter)
{
    struct made_archive m;
    assert_true(made_begin(&m, MADE_RAW, filter, NULL));
    made_add(&m, "x", buffer_slice(bytes));
    made_end(&m, bytes);
}

/* A tar of one member that is large, of any type, and one that is wanted. */
static void make(struct buffer *out, size_t size, char type, const char *filter)
{
    struct made_archive m;
    char *blanks = memory_alloc(size);
    assert_true(made_begin(&m, MADE_TAR, "none", NULL));
    made_add(&m, "large", (struct slice){blanks, size});
    made_add(&m, "x.txt", SLICE("wanted"));
    made_end(&m, out);
    set_type(out, type);
    if (filter)
        pack(out, filter);
    free(blanks);
}

/* The first words of the filing that these bytes are as a file, or what is wrong with it. */
static void tell(const struct buffer *bytes, const char *member, struct buffer *out)
{
    char path[64];
    const char *name;
    struct error e = {0};
    int fd = memfd_create("packed", MFD_CLOEXEC);
    assert_int_equal(pwrite(fd, bytes->at, bytes->len, 0), bytes->len);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d%s", fd, member);
    struct filings *f = filings_open(path, &e);
    struct input *input = f && filings_next(f, &name) ? filings_take(f, &e) : NULL;
    buffer_clear(out);
    if (input)
        buffer_add(out, slice_cut(input_bytes(input), 0, 12));
    else
        buffer_add_text(out, e.message);
    input_close(input);
    filings_close(f);
    assert_int_equal(close(fd), 0);
}

/* The one behind is asked for by its name. '0' is a plain file, 'D' a folder with a list of its
 * files. */
static void test_passed_over(void **state)
{
    static const struct {
        size_t size;
        char type;
        const char *filter, *told;
    } rows[] = {
        {BOMB, '0', "gzip", "becomes more than 500 times larger: not read"},
        {BOMB, 'D', "gzip", "becomes more than 500 times larger: not read"},
        {BOMB, 'D', "zstd", "becomes more than 500 times larger: not read"},
        {40 * MEGABYTE, '0', "gzip", "wanted"},
        {40 * MEGABYTE, 'D', "gzip", "wanted"},
        {BOMB, '0', NULL, "wanted"}, /* as large as it is */
        {BOMB, 'D', NULL, "wanted"},
    };
    struct buffer bytes = {0}, out = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        make(&bytes, rows[i].size, rows[i].type, rows[i].filter);
        tell(&bytes, "//x.txt", &out);
        if (strcmp(buffer_text(&out), rows[i].told) != 0)
            fail_msg("row %zu: '%s'", i, buffer_text(&out));
    }
    buffer_deinit(&bytes);
    buffer_deinit(&out);
}

/* No slice of a roll takes long, whatever is passed over in it. */
static void test_slices(void **state)
{
    static const char types[] = {'0', 'D'};
    struct buffer bytes = {0};
    (void)state;
    for (size_t i = 0; i < sizeof types; i++) {
        make(&bytes, 40 * MEGABYTE, types[i], "gzip");
        struct roll *r = roll_new(input_from_bytes("it", buffer_slice(&bytes)));
        struct roll_member member;
        struct input *input;
        struct error e;
        enum roll_step step;
        size_t slices = 0, index = types[i] == '0';
        while ((step = roll_list(r, &member)) != ROLL_FOUND ||
               !slice_equal(member.name, SLICE("x.txt")))
            slices += step == ROLL_MORE;
        assert_true(slices >= 40);
        slices = 0;
        roll_take(r, index);
        while ((step = roll_read(r, &input, &e)) == ROLL_MORE)
            slices++;
        assert_int_equal(step, ROLL_FOUND);
        assert_true(slices >= 40);
        assert_true(slice_equal(input_bytes(input), SLICE("wanted")));
        input_close(input);
        roll_free(r);
    }
    buffer_deinit(&bytes);
}

/* One unpacker only: nobody counts what is between two. */
static void test_twice(void **state)
{
    static const struct {
        enum made_format format;
        const char *inner, *outer;
    } rows[] = {
        {MADE_RAW, "gzip", "gzip"},  {MADE_RAW, "bzip2", "bzip2"}, {MADE_RAW, "gzip", "bzip2"},
        {MADE_RAW, "bzip2", "gzip"}, {MADE_TAR, "gzip", "gzip"},   {MADE_TAR, "xz", "gzip"},
        {MADE_ZIP, "none", "gzip"},  {MADE_ZIP, "none", "bzip2"},
    };
    struct made_archive m;
    struct buffer bytes = {0}, out = {0};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(made_begin(&m, rows[i].format, rows[i].inner, NULL));
        made_add(&m, "a.txt", SLICE("a filing of some words"));
        made_end(&m, &bytes);
        pack(&bytes, rows[i].outer);
        tell(&bytes, "", &out);
        if (!strstr(buffer_text(&out), "packed in what is packed") &&
            !strstr(buffer_text(&out), "packed twice"))
            fail_msg("row %zu: '%s'", i, buffer_text(&out));
    }
    buffer_deinit(&bytes);
    buffer_deinit(&out);
}

/* A zip that is one filing by its names, and has too many files for one, is refused with a word;
 * one that only might be is an archive of filings. */
static void test_too_many_parts(void **state)
{
    static const struct {
        const char *first;
        const char *told;
    } rows[] = {
        {"FilingSummary.xml", "holds more than 20000 files: not read as one filing"},
        {"a.txt", "words"},
    };
    struct made_archive m;
    struct buffer bytes = {0}, out = {0};
    char name[32];
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip(); /* memory is made sure of before each header: minutes here */
#endif
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(made_begin(&m, MADE_ZIP, "none", NULL));
        made_add(&m, rows[i].first, SLICE("words"));
        for (size_t k = 0; k < PARTS_MOST; k++) {
            (void)snprintf(name, sizeof name, "f%zu.htm", k);
            made_add(&m, name, SLICE(""));
        }
        made_end(&m, &bytes);
        tell(&bytes, "", &out);
        assert_string_equal(buffer_text(&out), rows[i].told);
    }
    buffer_deinit(&bytes);
    buffer_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_passed_over),
        cmocka_unit_test(test_slices),
        cmocka_unit_test(test_twice),
        cmocka_unit_test(test_too_many_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
