/* SPDX-License-Identifier: MIT */
/* libfolio: tables, their cells and their texts; and the text of a filing in pieces. */
#include "lib/folio.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#define TABLE(name, a, b)                                                                          \
    "<p><b>" name "</b></p><table><tr><th></th><th colspan=\"2\">Year ended</th></tr>"             \
    "<tr><th></th><th>2003</th><th>2002</th></tr>"                                                 \
    "<tr><td>Revenue</td><td>$ 1,204</td><td>1,377</td></tr>"                                      \
    "<tr><td>" a "</td><td>1,000</td><td>" b "</td></tr></table><p>Words between.</p>"

static const char text[] = "<html><body><p>Some words.</p>" TABLE("First", "Costs", "900")
    TABLE("Second", "Other, with a comma", "800") "</body></html>";

static struct folio *open_text(void)
{
    struct folio *f = folio_open_memory("made", text, sizeof text - 1, NULL);
    assert_non_null(f);
    return f;
}

struct pieces {
    char all[4000];
    size_t count;
    int stop;
};

static int add_piece(void *self, const char *piece, size_t length)
{
    struct pieces *p = self;
    size_t used = strlen(p->all);
    assert_true(used + length < sizeof p->all);
    assert_int_equal(piece[length - 1], '\n');
    memcpy(p->all + used, piece, length);
    p->count++;
    return p->stop;
}

static int look(void *self, struct folio_table *t)
{
    size_t *seen = self;
    assert_int_equal(folio_table_columns(t), 3);
    assert_int_equal(folio_table_rows(t), 4);
    assert_int_equal(folio_table_heads(t), 2);
    assert_false(folio_table_numeric(t, 0));
    assert_true(folio_table_numeric(t, 1));
    assert_false(folio_table_numeric(t, 9));
    assert_int_equal(folio_table_page(t), 0);
    assert_string_equal(folio_cell(t, 0, 1), "Year ended");
    assert_string_equal(folio_cell(t, 0, 2), "Year ended");
    assert_string_equal(folio_cell(t, 2, 1), "$ 1,204");
    assert_memory_equal(text + folio_cell_offset(t, 2, 2), "1,377", 5);
    assert_string_equal(folio_cell(t, 4, 0), "");
    assert_int_equal(folio_cell_offset(t, 0, 3), FOLIO_NOWHERE);
    assert_memory_equal(text + folio_table_offset(t), "Year ended", 10);
    assert_true(folio_table_length(t) > 100);
    struct pieces csv = {0};
    assert_int_equal(folio_table_write(t, "csv", add_piece, &csv), 0);
    assert_string_equal(csv.all, *seen == 0 ? ",\"Year ended 2003\",\"Year ended 2002\"\n"
                                              "Revenue,\"$ 1,204\",\"1,377\"\nCosts,\"1,000\",900\n"
                                            : ",\"Year ended 2003\",\"Year ended 2002\"\n"
                                              "Revenue,\"$ 1,204\",\"1,377\"\n"
                                              "\"Other, with a comma\",\"1,000\",800\n");
    csv.stop = 6;
    assert_int_equal(folio_table_write(t, "json", add_piece, &csv), 6);
    assert_int_equal(folio_table_write(t, "xls", add_piece, &csv), 0);
    assert_int_equal(csv.count, 2);
    return ++*seen == 2 ? 3 : 0;
}

static void test_tables(void **state)
{
    (void)state;
    struct folio *f = open_text();
    size_t seen = 0;
    assert_int_equal(folio_tables(folio_document(f, 0), FOLIO_WHOLE, look, &seen), 3);
    assert_int_equal(seen, 2);
    assert_int_equal(folio_tables(folio_document(f, 0), 999, look, &seen), 0);
    assert_int_equal(folio_tables(folio_document(f, 0), FOLIO_WHOLE, NULL, NULL), 0);
    assert_int_equal(seen, 2);
    folio_close(f);
}

static int count_one(void *self, struct folio_table *t)
{
    (void)t;
    return ++*(int *)self;
}

/* Who takes no more is asked no more. */
static void test_enough(void **state)
{
    (void)state;
    struct folio *f = open_text();
    int seen = 0;
    assert_int_equal(folio_tables(folio_document(f, 0), FOLIO_WHOLE, count_one, &seen), 1);
    assert_int_equal(seen, 1);
    folio_close(f);
}

#define WIDE(n) "<td colspan=\"1000\">" n "</td>"
#define SIX(a, b, c, d, e, f) WIDE(a) WIDE(b) WIDE(c) WIDE(d) WIDE(e) WIDE(f)

static int look_joined(void *self, struct folio_table *t)
{
    size_t last = folio_table_columns(t) - 1;
    const char *joined = folio_cell(t, 2, last);
    ++*(int *)self;
    assert_int_equal(folio_table_rows(t), 3);
    assert_string_equal(joined, "5 6 7 8 9 10 11 12");
    assert_ptr_equal(folio_cell(t, 2, last), joined);
    assert_string_equal(folio_cell(t, 1, 1), "34");
    assert_string_equal(folio_cell(t, 2, 0), "1");
    assert_int_equal(folio_cell_offset(t, 2, last),
                     folio_cell_offset(t, 2, 0) + 4 * (sizeof WIDE("1") - 1));
    return 0;
}

/* What is behind the last column is put into it. */
static void test_joined(void **state)
{
    static const char made[] =
        "<html><body><p>Words.</p><table><tr><td>Item</td><td>2003</td></tr>"
        "<tr><td>Costs</td><td>34</td></tr><tr>" SIX("1", "2", "3", "4", "5", "6")
            SIX("7", "8", "9", "10", "11", "12") "</tr></table></body></html>";
    (void)state;
    int seen = 0;
    struct folio *f = folio_open_memory("made", made, sizeof made - 1, NULL);
    assert_int_equal(folio_tables(folio_document(f, 0), FOLIO_WHOLE, look_joined, &seen), 0);
    assert_int_equal(seen, 1);
    folio_close(f);
}

static void test_formats(void **state)
{
    (void)state;
    assert_true(folio_table_format("csv") && folio_table_format("tsv"));
    assert_true(folio_table_format("md") && folio_table_format("json"));
    assert_false(folio_table_format("xls") || folio_table_format("") || folio_table_format(NULL));
    assert_int_equal(folio_table_write(NULL, "csv", add_piece, NULL), 0);
}

/* In pieces of whole lines it is what it is as one text; marks are added where they are wanted. */
static void test_pieces(void **state)
{
    static struct pieces plain, marked, node, stopped = {.stop = 4};
    (void)state;
    struct folio *f = open_text();
    struct folio_document *d = folio_document(f, 0);
    char *whole = folio_text(d, FOLIO_WHOLE, 60, NULL);
    assert_int_equal(folio_write_node(d, FOLIO_WHOLE, 60, 0, add_piece, &node), 0);
    assert_string_equal(node.all, whole);
    assert_int_equal(folio_write(f, 60, 0, add_piece, &plain), 0);
    assert_non_null(strstr(plain.all, "Words between.\n"));
    assert_int_equal(folio_write(f, 60, FOLIO_MARKS | FOLIO_ASCII, add_piece, &marked), 0);
    assert_int_equal(folio_write(f, 60, 0, add_piece, &stopped), 4);
    assert_int_equal(stopped.count, 1);
    assert_int_equal(folio_write(NULL, 60, 0, add_piece, &stopped), 0);
    assert_int_equal(folio_write(f, 60, 0, NULL, NULL), 0);
    assert_int_equal(folio_write_node(d, 999, 60, 0, add_piece, &stopped), 0);
    assert_int_equal(stopped.count, 1);
    folio_free(whole);
    /* As wide as can be. */
    whole = folio_text(d, FOLIO_WHOLE, SIZE_MAX, NULL);
    assert_true(strlen(whole) < 100000);
    folio_free(whole);
    folio_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables), cmocka_unit_test(test_enough),
        cmocka_unit_test(test_joined), cmocka_unit_test(test_formats),
        cmocka_unit_test(test_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
