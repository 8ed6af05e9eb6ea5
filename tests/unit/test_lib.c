/* SPDX-License-Identifier: MIT */
/* libfolio: what it tells of samples, of hostile input, of nothing, and who outlives whom. */
#include "lib/folio.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

static struct folio *open_sample(const char *name)
{
    char path[8192], error[FOLIO_ERROR];
    const char *source = getenv("abs_srcdir");
    (void)snprintf(path, sizeof path, "%s/samples/%s", source ? source : ".", name);
    return folio_open(path, error);
}

struct count {
    size_t lines, bytes, most;
};

static int count_line(void *self, const char *text, size_t length)
{
    struct count *c = self;
    assert_int_equal(strlen(text), length);
    c->bytes += length + 1;
    return ++c->lines == c->most ? 7 : 0;
}

/* True when no text commands a terminal. */
static bool is_harmless(const char *text)
{
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == 0x7f)
            return false;
    return true;
}

static int read_table(void *self, struct folio_table *t)
{
    (void)self;
    assert_true(is_harmless(folio_table_caption(t)));
    assert_true(is_harmless(folio_table_address(t)));
    assert_true(folio_table_heads(t) <= folio_table_rows(t));
    for (size_t row = 0; row < folio_table_rows(t); row++)
        for (size_t c = 0; c < folio_table_columns(t); c++)
            assert_true(is_harmless(folio_cell(t, row, c)) &&
                        (*folio_cell(t, row, c) != '\0') ==
                            (folio_cell_offset(t, row, c) != FOLIO_NOWHERE));
    return 0;
}

static void read_node(const struct folio_node *n)
{
    typedef const char *get(const struct folio_node *n);
    static get *const gets[] = {folio_node_id,          folio_node_part,
                                folio_node_label,       folio_node_title,
                                folio_node_page_label,  folio_node_range_words,
                                folio_node_target,      folio_node_source_form,
                                folio_node_source_date, folio_node_source_exhibit,
                                folio_node_source_file, folio_node_source_url,
                                folio_node_source_words};
    for (size_t i = 0; i < sizeof gets / sizeof *gets; i++)
        assert_true(is_harmless(gets[i](n)));
    for (size_t i = 0; i < folio_node_items(n); i++)
        assert_true(is_harmless(folio_node_item(n, i)));
    for (size_t i = 0; i < folio_node_ranges(n); i++)
        assert_true(is_harmless(folio_node_range_to(n, i)));
    assert_true(folio_node_line(n) > 0);
    assert_true(folio_node_sure(n) || folio_node_doubts(n) > 0);
}

static int count_piece(void *self, const char *text, size_t length)
{
    (void)text;
    *(size_t *)self += length;
    return 0;
}

/* What there is besides nodes, tables and references. */
static void read_document(struct folio_document *d)
{
    size_t bytes = 0, said = 0;
    (void)folio_document_read(d, count_piece, &bytes);
    assert_int_equal(folio_explain(d, count_piece, &said), 0);
    assert_true(said > 0);
    assert_true(is_harmless(folio_document_form(d)));
    assert_true(is_harmless(folio_document_inner_name(d)));
    assert_true(is_harmless(folio_document_other(d)));
    for (size_t i = 0; i < folio_missing(d); i++)
        assert_true(is_harmless(folio_missing_id(d, i)) && is_harmless(folio_missing_why(d, i)));
}

/* Asks for everything that there is. */
static void read_all(struct folio *f)
{
    for (size_t i = 0; i < folio_documents(f); i++) {
        struct folio_document *d = folio_document(f, i);
        assert_int_equal(folio_tables(d, FOLIO_WHOLE, read_table, NULL), 0);
        struct folio_references *r = folio_references(d);
        for (size_t n = 0; n < folio_nodes(d); n++) {
            size_t length;
            read_node(folio_node(d, n));
            char *text = folio_text(d, n, 80, &length);
            assert_int_equal(folio_node_find(d, folio_node_id(folio_node(d, n))), n);
            assert_int_equal(strlen(text), length);
            folio_free(text);
        }
        for (size_t k = 0; k < folio_references_count(r); k++)
            assert_true((*folio_reference_target(r, k) != '\0') !=
                        (*folio_reference_reason(r, k) != '\0'));
        folio_references_free(r);
        read_document(d);
    }
    for (size_t i = 0; i < folio_mismatches(f); i++)
        assert_true(is_harmless(folio_mismatch(f, i)));
    for (size_t i = 0; i < folio_warnings(f); i++)
        assert_string_not_equal(folio_warning(f, i), "");
}

static void test_header(void **state)
{
    (void)state;
    struct folio *f = open_sample("8-K_2014_full.txt");
    assert_non_null(f);
    assert_string_equal(folio_form(f), "8-K");
    assert_int_equal(strlen(folio_accession(f)), 20);
    assert_int_equal(strlen(folio_filed(f)), 10);
    assert_true(folio_filers(f) > 0);
    assert_string_not_equal(folio_filer_name(f, 0), "");
    assert_string_equal(folio_document_type(folio_document(f, 0)), "8-K");
    assert_true(folio_nodes(folio_document(f, 0)) > 0);
    read_all(f);
    folio_close(f);
}

static void test_text(void **state)
{
    (void)state;
    struct folio *f = open_sample("10-K_1997_full.txt");
    struct folio_document *d = folio_document(f, 0);
    struct count all = {0}, some = {.most = 3};
    size_t length;
    char *text = folio_text(d, FOLIO_WHOLE, 80, &length);
    assert_int_equal(folio_lines(d, FOLIO_WHOLE, 80, count_line, &all), 0);
    assert_int_equal(all.bytes, length);
    assert_int_equal(folio_lines(d, FOLIO_WHOLE, 80, count_line, &some), 7);
    assert_int_equal(some.lines, 3);
    assert_null(folio_text(d, folio_nodes(d), 80, &length));
    assert_null(folio_text(d, folio_node_find(d, "no such id"), 80, &length));
    assert_int_equal(length, 0);
    folio_free(text);
    folio_close(f);
}

static void test_two_and_copies(void **state)
{
    (void)state;
    struct folio *a = open_sample("10-K_2023_ixbrl.htm"), *b = open_sample("10-Q_2003_font.htm");
    struct folio_references *r = folio_references(folio_document(b, 0));
    read_all(b);
    folio_close(a);
    folio_close(b);
    assert_non_null(folio_reference_text(r, 0));
    folio_references_free(r);
}

static void test_memory(void **state)
{
    (void)state;
    static const char bytes[] = "FORM 8-K\n\nItem 4.02 Non-Reliance on Previously Issued Financial "
                                "Statements\n\nText of it.\n";
    char error[FOLIO_ERROR];
    struct folio *f = folio_open_memory("made", bytes, sizeof bytes - 1, error);
    assert_non_null(f);
    read_all(f);
    folio_close(f);
    assert_null(folio_open_memory("none", "", 0, error));
    assert_string_equal(error, "is empty");
    assert_null(folio_open_memory(NULL, NULL, 5, NULL));
}

static void test_nothing(void **state)
{
    (void)state;
    char error[FOLIO_ERROR];
    assert_null(folio_open(NULL, error));
    assert_null(folio_open("/there/is/none", error));
    assert_string_equal(error, "no such file");
    assert_null(folio_open("/there/is/none", NULL));
    assert_string_equal(folio_form(NULL), "");
    assert_int_equal(folio_documents(NULL), 0);
    assert_null(folio_document(NULL, 0));
    assert_string_equal(folio_name(NULL), "");
    assert_int_equal(folio_size(NULL), 0);
    assert_int_equal(folio_is_cut(NULL), 0);
    assert_int_equal(folio_lacks(NULL), 0);
    folio_warn(NULL, "none");
    assert_int_equal(folio_document_is_header(NULL), 0);
    assert_string_equal(folio_document_form(NULL), "");
    assert_string_equal(folio_document_other(NULL), "");
    assert_int_equal(folio_pages(NULL), 0);
    assert_int_equal(folio_nodes(NULL), 0);
    assert_string_equal(folio_node_id(folio_node(NULL, 0)), "");
    assert_string_equal(folio_node_item(NULL, 0), "");
    assert_int_equal(folio_node_find(NULL, "1"), FOLIO_NOWHERE);
    assert_null(folio_text(NULL, FOLIO_WHOLE, 0, NULL));
    assert_int_equal(folio_lines(NULL, FOLIO_WHOLE, 0, count_line, NULL), 0);
    assert_int_equal(folio_tables(NULL, 0, read_table, NULL), 0);
    assert_string_equal(folio_cell(NULL, 0, 0), "");
    assert_int_equal(folio_cell_offset(NULL, 0, 0), FOLIO_NOWHERE);
    assert_null(folio_references(NULL));
    assert_string_equal(folio_reference_reason(NULL, 0), "");
    assert_string_equal(folio_warning(NULL, 0), "");
    folio_references_free(NULL);
    folio_close(NULL);
    folio_free(NULL);
}

static void test_hostile(void **state)
{
    (void)state;
    char path[4096], name[4400];
    const char *source = getenv("abs_srcdir");
    (void)snprintf(path, sizeof path, "%s/samples/bad", source ? source : ".");
    DIR *folder = opendir(path);
    size_t looked = 0;
    assert_non_null(folder);
    for (struct dirent *e; (e = readdir(folder));) {
        if (*e->d_name == '.')
            continue;
        (void)snprintf(name, sizeof name, "bad/%s", e->d_name);
        struct folio *f = open_sample(name);
        read_all(f);
        folio_close(f);
        looked++;
    }
    closedir(folder);
    assert_true(looked > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_header),         cmocka_unit_test(test_text),
        cmocka_unit_test(test_two_and_copies), cmocka_unit_test(test_memory),
        cmocka_unit_test(test_nothing),        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
