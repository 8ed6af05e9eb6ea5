/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/memory.h"
#include "input/filings.h"
#include "input/members.h"
#include "input/parts_zip.h"
#include "input/roll.h"
#include "unit/made_archive.h"

#include <stdlib.h>
#include <string.h>

#define WHOLE "<SEC-DOCUMENT>0009900001-05-000001.txt : 20050103\n"

/* "a=text, b! is encrypted" for the members of an archive, and what ends it. */
static void tell(struct slice bytes, struct buffer *out)
{
    struct error e = {0};
    struct slice name;
    struct members *m = members_open(bytes, &e);
    enum members_found found;
    if (!m) {
        buffer_addf(out, "! %s", e.message);
        return;
    }
    while ((found = members_next(m, &name, &e)) != MEMBERS_END) {
        int fd = -1;
        size_t size = 0;
        buffer_add_text(out, out->len ? ", " : "");
        buffer_add(out, name);
        if (found == MEMBERS_GOOD)
            found = members_read(m, &fd, &size, &e);
        struct input *input = found == MEMBERS_GOOD ? filings_input("it", fd, size, &e) : NULL;
        if (input) {
            buffer_add_text(out, "=");
            buffer_add(out, slice_cut(input_bytes(input), 0, 12));
        } else {
            buffer_addf(out, "! %s", e.message);
        }
        input_close(input);
        if (found == MEMBERS_BROKEN)
            break;
    }
    members_close(m);
}

static void tells(struct slice bytes, const char *expected)
{
    struct buffer out = {0};
    tell(bytes, &out);
    if (strcmp(buffer_text(&out), expected) != 0)
        fail_msg("told '%s', not '%s'", buffer_text(&out), expected);
    buffer_deinit(&out);
}

/* The same by the roll, read from the last member to the first. */
static void rolls(const struct buffer *bytes, const char *expected)
{
    struct roll *r = roll_new(input_from_bytes("it", buffer_slice(bytes)));
    struct roll_member member;
    struct buffer names = {0};
    struct error e;
    size_t count = 0;
    for (enum roll_step step; (step = roll_list(r, &member)) != ROLL_END;)
        if (step == ROLL_FOUND) {
            buffer_add_text(&names, count++ ? " " : "");
            buffer_add(&names, member.name);
            assert_int_equal(slice_find(member.head, SLICE("text")), 0);
            assert_int_equal(member.size, member.head.len);
        }
    assert_string_equal(buffer_text(&names), expected);
    assert_null(roll_wrong(r));
    for (size_t i = count; i-- > 0;) {
        struct input *input;
        enum roll_step step;
        roll_take(r, i);
        while ((step = roll_read(r, &input, &e)) == ROLL_MORE)
            continue;
        assert_int_equal(step, ROLL_FOUND);
        char wanted[] = "text 0";
        wanted[5] = (char)(wanted[5] + (char)i);
        assert_true(slice_equal(input_bytes(input), slice_of(wanted)));
        assert_int_equal(strncmp(input_name(input), "it//", 4), 0);
        input_close(input);
    }
    struct input *input;
    roll_take(r, count);
    while (roll_read(r, &input, &e) == ROLL_MORE)
        continue;
    assert_string_equal(e.message, "there is no such member");
    buffer_deinit(&names);
    roll_free(r);
}

static void test_formats(void **state)
{
    static const char *const filters[] = {"none", "gzip", "bzip2", "xz", "zstd", "compress"};
    struct made_archive m;
    struct buffer bytes = {0};
    (void)state;
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        if (!made_begin(&m, MADE_TAR, filters[i], NULL))
            continue;
        made_add(&m, "a.nc", SLICE("text 0"));
        made_add_link(&m, "link", "/etc/passwd");
        made_add_device(&m, "null");
        made_add(&m, "day/b.nc", SLICE("text 1"));
        made_end(&m, &bytes);
        assert_true(members_packed(buffer_slice(&bytes)));
        tells(buffer_slice(&bytes), "a.nc=text 0, day/b.nc=text 1");
        rolls(&bytes, "a.nc day/b.nc");
        if (i == 0 || !made_begin(&m, MADE_RAW, filters[i], NULL))
            continue;
        made_add(&m, "x", SLICE("a filing"));
        made_end(&m, &bytes);
        tells(buffer_slice(&bytes), "=a filing");
    }
    assert_true(made_begin(&m, MADE_ZIP, "none", NULL));
    made_add(&m, "a.nc", SLICE("text 0"));
    made_add_link(&m, "link", "/etc/passwd");
    made_add(&m, "b.nc", SLICE("text 1"));
    made_end(&m, &bytes);
    tells(buffer_slice(&bytes), "a.nc=text 0, b.nc=text 1");
    rolls(&bytes, "a.nc b.nc");
    buffer_deinit(&bytes);
}

/* A name is what the archive has: it opens nothing. */
static void test_names(void **state)
{
    struct made_archive m;
    struct buffer bytes = {0}, name = {0};
    (void)state;
    buffer_add_fill(&name, 'n', 100000);
    assert_true(made_begin(&m, MADE_TAR, "none", NULL));
    made_add(&m, "/etc/passwd", SLICE("1"));
    made_add(&m, "../../up", SLICE("2"));
    made_add(&m, "\033]0;t\007\xff", SLICE("3"));
    made_add(&m, buffer_text(&name), SLICE("4"));
    made_end(&m, &bytes);
    struct buffer expected = {0};
    buffer_addf(&expected, "/etc/passwd=1, ../../up=2, \033]0;t\007\xff=3, %s=4",
                buffer_text(&name));
    tells(buffer_slice(&bytes), buffer_text(&expected));
    buffer_deinit(&expected);
    buffer_deinit(&name);
    buffer_deinit(&bytes);
}

static void test_troubles(void **state)
{
    struct made_archive m;
    struct buffer bytes = {0}, inner = {0};
    (void)state;
    if (made_begin(&m, MADE_ZIP, "none", "zip:encryption=zipcrypt")) {
        made_add(&m, "secret.txt", SLICE("hidden"));
        made_end(&m, &bytes);
        tells(buffer_slice(&bytes), "secret.txt! is encrypted");
    }
    assert_true(made_begin(&m, MADE_RAW, "gzip", NULL));
    made_add(&m, "x", SLICE("packed"));
    made_end(&m, &inner);
    assert_true(made_begin(&m, MADE_TAR, "none", NULL));
    made_add(&m, "twice.gz", buffer_slice(&inner));
    made_add(&m, "last", SLICE("read"));
    made_end(&m, &bytes);
    tells(buffer_slice(&bytes), "twice.gz! is packed in what is packed: not opened, last=read");

    /* Cut in the second member: the first is read. */
    assert_true(made_begin(&m, MADE_TAR, "none", NULL));
    made_add(&m, "first", SLICE("read"));
    made_add(&m, "second", buffer_slice(&bytes));
    made_end(&m, &inner);
    tells(slice_cut(buffer_slice(&inner), 0, 2000),
          "first=read, second! cannot be unpacked: Truncated tar archive");

    /* One header is damaged: the others are read, and it is told. */
    static const char *const filters[] = {"none", "gzip"};
    for (size_t i = 0; i < 2; i++) {
        assert_true(made_begin(&m, MADE_TAR, "none", NULL));
        made_add(&m, "first", SLICE("read"));
        made_add(&m, "second", SLICE("lost"));
        made_add(&m, "third", SLICE("read"));
        made_end(&m, &inner);
        inner.at[1024] = 'x';
        assert_true(made_begin(&m, MADE_RAW, filters[i], NULL));
        made_add(&m, "x", buffer_slice(&inner));
        made_end(&m, &bytes);
        tells(buffer_slice(&bytes), "first=read, third=read, ! cannot be unpacked: Damaged tar "
                                    "archive");
    }

    /* A byte of a zip that was stored is another now. */
    assert_true(made_begin(&m, MADE_ZIP, "none", "zip:compression=store"));
    made_add(&m, "bad", SLICE("some text"));
    made_add(&m, "good", SLICE("more"));
    made_end(&m, &bytes);
    bytes.at[slice_find(buffer_slice(&bytes), SLICE("some text"))] = 'x';
    struct buffer out = {0};
    tell(buffer_slice(&bytes), &out);
    assert_non_null(strstr(buffer_text(&out), "bad! cannot be unpacked: ZIP bad CRC"));
    assert_non_null(strstr(buffer_text(&out), ", good=more"));
    buffer_deinit(&out);
    buffer_deinit(&bytes);
    buffer_deinit(&inner);
}

/* 200 MB of one letter in 200 KB. */
static void test_bombs(void **state)
{
    enum { SIZE = 200 * 1024 * 1024 };
    static const struct {
        enum made_format format;
        const char *filter;
    } cases[] = {{MADE_RAW, "gzip"}, {MADE_ZIP, "none"}, {MADE_TAR, "gzip"}, {MADE_TAR, "zstd"}};
    struct buffer bytes = {0}, out = {0};
    struct made_archive m;
    char *letters = memory_alloc(SIZE);
    (void)state;
    memset(letters, 'x', SIZE);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (!made_begin(&m, cases[i].format, cases[i].filter, NULL))
            continue;
        made_add(&m, "bomb", (struct slice){letters, SIZE});
        made_end(&m, &bytes);
        buffer_clear(&out);
        tell(buffer_slice(&bytes), &out);
        assert_non_null(strstr(buffer_text(&out), "! becomes more than 500 times larger: not"));
        struct roll *r = roll_new(input_from_bytes("it", buffer_slice(&bytes)));
        struct error e = {0};
        struct input *input;
        enum roll_step step;
        while ((step = roll_read(r, &input, &e)) == ROLL_MORE)
            continue;
        assert_int_equal(step, ROLL_END);
        assert_int_equal(strncmp(e.message, "becomes more", 12), 0);
        roll_free(r);
    }
    free(letters);
    buffer_deinit(&bytes);
    buffer_deinit(&out);
}

/* Whether a zip of these members is one filing; the names of its parts. */
static void test_zips(void **state)
{
    static const struct {
        const char *names[4];
        size_t whole; /* so many of them begin as a full submission does */
        const char *parts;
    } cases[] = {
        {{"b.htm", "f/a.htm"}, 0, "a.htm b.htm "},
        {{"a.nc", "b.nc"}, 2, NULL},
        {{"a.htm", "b.txt"}, 1, NULL},
        {{"1.txt", "1-index-headers.html", "a.htm"}, 1, "1-index-headers.html 1.txt a.htm "},
        {{"FilingSummary.xml", "x.htm"}, 0, "FilingSummary.xml x.htm "},
        {{"1/FilingSummary.xml", "2/FilingSummary.xml", "x.htm"}, 0, NULL},
        {{NULL}, 0, NULL},
    };
    struct made_archive m;
    struct buffer bytes = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(made_begin(&m, MADE_ZIP, "none", NULL));
        for (size_t k = 0; k < 4 && cases[i].names[k]; k++)
            made_add(&m, cases[i].names[k], k < cases[i].whole ? SLICE(WHOLE) : SLICE("<html>"));
        made_end(&m, &bytes);
        struct error e = {0};
        struct buffer names = {0};
        struct parts *p = parts_zip(buffer_slice(&bytes), &e);
        for (size_t k = 0; p && k < parts_count(p); k++) {
            buffer_add(&names, parts_at(p, k)->name);
            buffer_add_byte(&names, ' ');
        }
        assert_int_equal(e.kind, ERROR_NONE);
        assert_int_equal(p != NULL, cases[i].parts != NULL);
        if (p)
            assert_string_equal(buffer_text(&names), cases[i].parts);
        parts_free(p);
        buffer_deinit(&names);
    }
    buffer_deinit(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),  cmocka_unit_test(test_names),
        cmocka_unit_test(test_troubles), cmocka_unit_test(test_bombs),
        cmocka_unit_test(test_zips),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
