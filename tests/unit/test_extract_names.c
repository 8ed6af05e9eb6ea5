/* SPDX-License-Identifier: MIT */
/* Names of files made of what a filing says: one component, harmless, different. */
#include "print/extract_names.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_clean(void **state)
{
    (void)state;
    static const struct {
        const char *name, *want; /* "": nothing is left */
    } rows[] = {
        {"a10k.htm", "a10k.htm"},
        {" a10k.htm\r\n", "a10k.htm"},
        {"../../up.txt", "up.txt"},
        {"/etc/passwd", "passwd"},
        {"c:\\filings\\up.txt", "up.txt"},
        {"..", ""},
        {".", ""},
        {"", ""},
        {"/", ""},
        {"folder/", ""},
        {"---", ""},
        {".profile", "_profile"},
        {"-rf", "_rf"},
        {"a b;c|d&e$f`g'h\"i*j?k", "a_b_c_d_e_f_g_h_i_j_k"},
        {"a\033[2Jb\177c", "a__2Jb_c"},
        {"caf\303\251.htm", "caf__.htm"},
        {"a\357\277\275b", "a_b"}, /* what was no text */
        {"ex99_(a)(5).htm", "ex99_(a)(5).htm"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buffer out = {0};
        assert_int_equal(extract_names_clean(slice_of(rows[i].name), &out), *rows[i].want != 0);
        assert_string_equal(buffer_text(&out), rows[i].want);
        buffer_deinit(&out);
    }
}

static void test_long(void **state)
{
    (void)state;
    static const char ending[4] = {'.', 'h', 't', 'm'};
    char name[400];
    memset(name, 'n', sizeof name);
    memcpy(name + sizeof name - sizeof ending, ending, sizeof ending);
    struct buffer out = {0};
    assert_true(extract_names_clean((struct slice){name, sizeof name}, &out));
    assert_int_equal(out.len, 200);
    assert_string_equal(out.at + out.len - 5, "n.htm");
    buffer_clear(&out);
    memset(name, 'n', sizeof name);
    name[100] = '.';
    assert_true(extract_names_clean((struct slice){name, sizeof name}, &out));
    assert_int_equal(out.len, 200);
    buffer_deinit(&out);
}

static void test_document(void **state)
{
    (void)state;
    static const struct {
        const char *filename, *type, *inner;
        const char *kind;
        const char *want;
    } rows[] = {
        {"a.htm", "10-K", "", "html", "a.htm"},
        {"A.HTM", "EX-1", "", "html", "A-2.HTM"},
        {"a.htm", "EX-2", "", "html", "a-3.htm"},
        {"a-5.htm", "EX-3", "", "html", "a-5.htm"},
        {"a.htm", "EX-4", "", "html", "a-6.htm"},
        {"", "GRAPHIC", "../logo.gif", "binary", "logo.gif"},
        {"", "GRAPHIC", "", "binary", "7-GRAPHIC.bin"},
        {"", "SC 13D/A", "", "text", "8-SC_13D_A.txt"},
        {"..", "", "", "xml", "9-document.xml"},
        {"noending", "EX-5", "", "text", "noending"},
        {"NoEnding", "EX-5", "", "text", "NoEnding-2"},
    };
    struct extract_names names;
    extract_names_init(&names);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct extract_source d = {.index = i,
                                   .sequence = (long)i + 1,
                                   .kind = rows[i].kind,
                                   .filename = rows[i].filename,
                                   .type = rows[i].type,
                                   .inner = rows[i].inner};
        struct buffer out = {0};
        extract_names_document(&names, &d, &out);
        assert_string_equal(buffer_text(&out), rows[i].want);
        buffer_deinit(&out);
    }
    extract_names_deinit(&names);
}

/* As many documents of one name as there may be: each gets one of its own. */
static void test_many(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    struct extract_names names;
    extract_names_init(&names);
    for (size_t i = 0; i < MANY; i++) {
        struct extract_source d = {
            .index = i, .filename = "same.txt", .type = "", .kind = "", .inner = ""};
        struct buffer out = {0};
        extract_names_document(&names, &d, &out);
        buffer_deinit(&out);
    }
    assert_int_equal(names.count, MANY);
    extract_names_deinit(&names);
}

static void check_folder(const char *accession, const char *name, const char *want)
{
    struct buffer out = {0};
    extract_names_folder(accession, name, &out);
    assert_string_equal(buffer_text(&out), want);
    buffer_deinit(&out);
}

static void test_folder(void **state)
{
    (void)state;
    check_folder("", "in/a10k.txt", "a10k");
    check_folder("", "../..", "filing");
    check_folder("", "-", "filing");
    check_folder("", "in/.hidden", "filing");
    check_folder("0009900210-05-000018", "x.txt", "0009900210-05-000018");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean),    cmocka_unit_test(test_long),
        cmocka_unit_test(test_document), cmocka_unit_test(test_many),
        cmocka_unit_test(test_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
