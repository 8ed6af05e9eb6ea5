/* SPDX-License-Identifier: MIT */
/* The bytes of a document as they were before they were filed. */
#include "lib/folio.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct folio *open_made(const char *text)
{
    struct folio *f = folio_open_memory("made.txt", text, strlen(text), NULL);
    assert_non_null(f);
    return f;
}

static struct folio *open_sample(const char *name)
{
    char path[4096];
    const char *source = getenv("abs_srcdir");
    (void)snprintf(path, sizeof path, "%s/samples/%s", source ? source : ".", name);
    struct folio *f = folio_open(path, NULL);
    assert_non_null(f);
    return f;
}

struct taken {
    char text[256];
    size_t length, pieces, most;
};

static int take(void *self, const char *text, size_t length)
{
    struct taken *t = self;
    assert_true(t->length + length < sizeof t->text);
    memcpy(t->text + t->length, text, length);
    t->length += length;
    t->text[t->length] = '\0';
    return ++t->pieces == t->most ? 5 : 0;
}

static void expect(const char *filing, const char *want, const char *name, int result)
{
    struct folio *f = open_made(filing);
    struct folio_document *d = folio_document(f, 0);
    struct taken t = {0};
    assert_int_equal(folio_document_read(d, take, &t), result);
    assert_string_equal(t.text, want);
    assert_string_equal(folio_document_inner_name(d), name);
    folio_close(f);
}

#define DOCUMENT(text) "<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\n" text "</TEXT>\n</DOCUMENT>\n"

static void test_kinds(void **state)
{
    (void)state;
    expect(DOCUMENT("As it\r\nis.\n"), "As it\r\nis.\n", "", 0);
    expect(DOCUMENT("begin 644 a.bin\n#0V%T\n`\nend\n"), "Cat", "a.bin", 0);
    expect(DOCUMENT("begin 644 a\033b\n#0V%T\n#0V%T\n"), "CatCat", "a\357\277\275b", FOLIO_CUT);
}

/* What the armour put in is taken out, here and nowhere else. */
static void test_armour(void **state)
{
    (void)state;
    struct folio *f = open_sample("10-K_1997_full.txt");
    struct folio_document *d = NULL;
    size_t read = 0;
    while ((d = folio_next(f, d))) {
        struct taken t = {.most = 1};
        read += folio_document_length(d) > 0;
        assert_int_equal(folio_document_read(d, take, &t), 5);
        assert_null(strstr(t.text, "\n- -"));
    }
    assert_true(read > 1);
    folio_close(f);
}

static void test_ends(void **state)
{
    (void)state;
    static const char two[] = DOCUMENT("begin 644 a.bin\n#0V%T\n");
    struct folio *f = open_made(two);
    struct taken t = {.most = 1};
    assert_int_equal(folio_document_read(folio_document(f, 0), take, &t), 5);
    assert_int_equal(folio_document_read(folio_document(f, 0), NULL, NULL), 0);
    assert_int_equal(folio_document_read(NULL, take, &t), 0);
    assert_string_equal(folio_document_inner_name(NULL), "");
    folio_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_armour),
        cmocka_unit_test(test_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
