/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "model/folder_names.h"
#include "model/submission.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct file {
    const char *name, *text;
};

static void add(struct parts *p, struct file file)
{
    struct error e = {0};
    int fd = memfd_create("part", MFD_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, file.text, strlen(file.text)), strlen(file.text));
    assert_true(parts_add(p, slice_of(file.name), fd, &e));
    close(fd);
}

/* "form|EX-99.1:name:first word of its text", the documents in order. */
static void tell(const struct file *files, struct buffer *out)
{
    struct error e = {0};
    struct parts *p = parts_new();
    for (; files->name; files++)
        add(p, *files);
    parts_sort(p);
    struct input *input = input_from_parts("folder", p);
    struct submission *s = submission_open(input, &e);
    if (!s) {
        buffer_add_text(out, e.message);
        input_close(input);
        return;
    }
    struct slice bytes = submission_bytes(s);
    buffer_add(out, submission_form(s));
    while (!submission_scan(s, bytes.len))
        continue;
    for (size_t i = 0; i < submission_documents(s); i++) {
        const struct document *d = submission_document(s, i);
        struct slice text = slice_cut(bytes, d->text_offset, d->text_end);
        size_t end = slice_find(text, SLICE(" "));
        assert_true(d->complete && d->index == i && d->end >= d->start);
        buffer_add_text(out, "|");
        buffer_add(out, d->type);
        buffer_add_byte(out, ':');
        buffer_add(out, d->filename);
        buffer_add_byte(out, ':');
        buffer_add(out, slice_cut(text, 0, end));
    }
    submission_free(s);
}

static void test_order(void **state)
{
    static const char page[] =
        "<HTML><HEAD><TITLE>SEC EDGAR Submission 1</TITLE></HEAD>\n<!--\n<TYPE>8-K\n"
        "<FILING-DATE>20050103\n-->\n<PRE>&lt;DOCUMENT&gt;\n&lt;TYPE&gt;8-K\n"
        "&lt;SEQUENCE&gt;1\n&lt;FILENAME&gt;<A HREF=\"m.htm\">m.htm</A>\n&lt;/DOCUMENT&gt;\n"
        "&lt;DOCUMENT&gt;\n&lt;TYPE&gt;EX-99.2\n&lt;SEQUENCE&gt;2\n&lt;FILENAME&gt;a.htm\n"
        "&lt;DESCRIPTION&gt;A &amp; B\n&lt;/DOCUMENT&gt;\n"
        "&lt;DOCUMENT&gt;\n&lt;TYPE&gt;EX-99.3\n&lt;FILENAME&gt;gone.htm\n&lt;/DOCUMENT&gt;</PRE>";
    static const char summary[] =
        "<FilingSummary><InputFiles><File>x.xsd</File>"
        "<File doctype=\"EX-10.1\" original=\"a.htm\">a.htm</File>"
        "<File doctype=\"10-Q\" original=\"z.htm\">z.htm</File></InputFiles></FilingSummary>";
    static const struct {
        struct file files[8];
        const char *told;
    } cases[] = {
        {{{"m.htm", "<p>main </p>"},
          {"a.htm", "<p>letter </p>"},
          {"1-index-headers.html", page},
          {"1-index.html", "<p>links </p>"},
          {"R1.htm", "<p>facts </p>"}},
         "8-K|8-K:m.htm:<p>main|EX-99.2:a.htm:<p>letter|XML:R1.htm:<p>facts"},
        {{{"a.htm", "<p>deal </p>"},
          {"z.htm", "<p>main </p>"},
          {"FilingSummary.xml", summary},
          {"q.gif", "GIF89a "},
          {"ex311.htm", "<p>oath </p>"}},
         "10-Q|10-Q:z.htm:<p>main|EX-10.1:a.htm:<p>deal|EX-31.1:ex311.htm:<p>oath|"
         "XML:FilingSummary.xml:<FilingSummary><InputFiles><File>x.xsd</File><File|:q.gif:GIF89a"},
        {{{"cover.txt", "letter "},
          {"report.txt", "report that is longer "},
          {"ex99-10.txt", "ten "},
          {"ex99-2.txt", "two "},
          {"dex45.txt", "bond "}},
         "|:report.txt:report|:cover.txt:letter|EX-4.5:dex45.txt:bond|EX-99.2:ex99-2.txt:two|"
         "EX-99.10:ex99-10.txt:ten"},
        {{{"a.txt", "<SEC-DOCUMENT>1\n<TYPE>10-K\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nall of it\n"
                    "</TEXT>\n</DOCUMENT>\n"},
          {"b.htm", "<p>again </p>"},
          {"1-index-headers.html", page}},
         "10-K|10-K::all"},
        {{{"1-index.html", "<p>links </p>"}}, "holds no document"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        tell(cases[i].files, &out);
        if (strcmp(buffer_text(&out), cases[i].told) != 0)
            fail_msg("case %zu: '%s', not '%s'", i, buffer_text(&out), cases[i].told);
        buffer_deinit(&out);
    }
}

static void test_exhibit_names(void **state)
{
    static const struct file cases[] = {
        {"ex99-1.htm", "EX-99.1"},  {"d12345dex991.htm", "EX-99.1"},
        {"ex10.htm", "EX-10"},      {"ex_4-12.htm", "EX-4.12"},
        {"exhibit21.htm", "EX-21"}, {"a10-kexhibit31109302023.htm", "EX-31.1"},
        {"ex51.htm", "EX-5.1"},     {"tm1_ex99-1.htm", "EX-99.1"},
        {"exxon-20231231.htm", ""}, {"exo-20231231.htm", ""},
        {"form10k.htm", ""},        {"ex.htm", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        bool found = folder_names_exhibit(slice_of(cases[i].name), &out);
        assert_int_equal(found, *cases[i].text != '\0');
        assert_string_equal(buffer_text(&out), cases[i].text);
        buffer_deinit(&out);
    }
}

/* What is no plain file is passed over; one that cannot be read is noted, and the others are read;
 * nothing that can be read is an error. */
static void test_odd_entries(void **state)
{
    static const char path[] = "test_filing_folder.d";
    struct error e = {0};
    const struct slice *notes;
    (void)state;
    assert_int_equal(mkdir(path, 0700), 0);
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_int_equal(symlinkat("/proc/self/mem", folder, "bad.txt"), 0);
    assert_null(parts_of_folder(path, &e));
    assert_string_equal(e.message, "bad.txt: cannot be read: Input/output error");

    int fd = openat(folder, "a.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    assert_int_equal(write(fd, "words", 5), 5);
    close(fd);
    assert_int_equal(symlinkat("nowhere", folder, "gone.txt"), 0);
    assert_int_equal(symlinkat("round.txt", folder, "round.txt"), 0);
    assert_int_equal(mkfifoat(folder, "pipe.txt", 0600), 0);
    assert_int_equal(mkdirat(folder, "more", 0), 0);
    e = (struct error){0};
    struct parts *p = parts_of_folder(path, &e);
    assert_int_equal(e.kind, ERROR_NONE);
    assert_non_null(p);
    assert_int_equal(parts_count(p), 1);
    assert_true(slice_equal(parts_at(p, 0)->bytes, SLICE("words")));
    assert_int_equal(parts_notes(p, &notes), 1);
    assert_true(slice_equal(notes[0], SLICE("bad.txt: cannot be read: Input/output error")));
    parts_free(p);
    static const char *const names[] = {"bad.txt", "a.txt", "gone.txt", "round.txt", "pipe.txt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlinkat(folder, names[i], 0);
    unlinkat(folder, "more", AT_REMOVEDIR);
    close(folder);
    rmdir(path);
}

/* Parts of long names that begin alike. */
static struct parts *many(size_t count)
{
    struct error e = {0};
    char name[64];
    struct parts *p = parts_new();
    int fd = memfd_create("part", MFD_CLOEXEC);
    for (size_t i = 0; i < count; i++) {
        (void)snprintf(name, sizeof name, "a name that is as long as all %05zu.HTM", i);
        assert_true(parts_add(p, slice_of(name), fd, &e));
    }
    close(fd);
    parts_sort(p);
    return p;
}

/* The time, in clocks, of asking for many names. */
static clock_t ask(const struct parts *p)
{
    enum { TIMES = 10000 };
    char name[64];
    clock_t begun = clock();
    for (size_t i = 0; i < TIMES; i++) {
        (void)snprintf(name, sizeof name, "a name that is as long as all %05zu.htm", i);
        size_t part = parts_find(p, slice_of(name));
        assert_int_equal(part, i < parts_count(p) ? i : parts_count(p));
        name[0] = 'b';
        assert_int_equal(parts_find(p, slice_of(name)), parts_count(p));
    }
    return clock() - begun;
}

/* A name is found in any case, the first of several, in a time that does not grow with the files.
 */
static void test_find(void **state)
{
    static const struct file files[] = {{"b.htm", ""}, {"A.htm", ""}, {"a.htm", ""}};
    (void)state;
    struct parts *few = many(1000), *more = many(PARTS_MOST), *same = parts_new();
    clock_t one = ask(few), other = ask(more);
    if (other > 8 * one + CLOCKS_PER_SEC / 50)
        fail_msg("%ld clocks, and %ld for 20 times as many files", (long)one, (long)other);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        add(same, files[i]);
    parts_sort(same);
    assert_int_equal(parts_find(same, SLICE("a.HTM")), 0);
    assert_int_equal(parts_find(same, SLICE("B.htm")), 2);
    assert_int_equal(parts_find(same, SLICE("")), 3);
    parts_free(few);
    parts_free(more);
    parts_free(same);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_exhibit_names),
        cmocka_unit_test(test_odd_entries),
        cmocka_unit_test(test_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
