/* SPDX-License-Identifier: MIT */
/* A node as JSON: what every node has, and what only some have. */
#include "print/node_json.h"

#include "lib/lib_filing.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char bytes[] = "FORM 10-K\n\nWords.\n<PAGE>\nMore words.\n";

static struct folio_document *open_text(void)
{
    struct folio *f = folio_open_memory("made.txt", bytes, sizeof bytes - 1, NULL);
    assert_int_equal(folio_pages(folio_document(f, 0)), 2);
    return folio_document(f, 0);
}

/* The object, read again, but for its line, which only a node of the document has. */
static json_t *read_node(struct folio_document *d, const struct node *n)
{
    static const char names[] = "nodes.why,nodes.doubts,nodes.status,nodes.ranges,nodes.source,"
                                "nodes.exhibit,nodes.target,nodes.page";
    struct fields fields;
    struct error e = {0};
    struct json_out j = {.fields = &fields};
    struct folio_node handle;
    assert_true(fields_read(&fields, names, NULL, &e));
    lib_node_init(&handle, d, n);
    json_out_open_object(&j, NULL);
    json_out_open_list(&j, "documents");
    json_out_open_object(&j, NULL);
    json_out_open_list(&j, "nodes");
    size_t from = j.text.len;
    node_json(&j, &handle);
    json_t *object = json_loads(buffer_text(&j.text) + from, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(object);
    json_out_deinit(&j);
    fields_deinit(&fields);
    return object;
}

/* The value of the node as text that JSON writes: `null`, `["a","b"]`; "" when it is not there. */
static void expect(json_t *object, const char *name, const char *want)
{
    json_t *value = json_object_get(object, name);
    char *text = value ? json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY) : NULL;
    assert_string_equal(text ? text : "", want);
    free(text);
}

static void test_reasons(void **state)
{
    (void)state;
    struct folio_document *d = open_text();
    struct node n = {.kind = NODE_ITEM, .id = SLICE("7"), .confidence = 0.5};
    json_t *object = read_node(d, &n);
    expect(object, "why", "[]");
    expect(object, "doubts", "[\"few\"]");
    expect(object, "status", "\"present\"");
    expect(object, "ranges", "");
    expect(object, "source", "");
    json_decref(object);
    n.why = WHY_LABEL | WHY_TITLE | WHY_CLASS | DOUBT_ORDER | DOUBT_ALONE;
    object = read_node(d, &n);
    expect(object, "why", "[\"label\",\"title\",\"class\"]");
    expect(object, "doubts", "[\"order\",\"alone\"]");
    json_decref(object);
    folio_close(d->filing);
}

/* Every bit has its word, and no two of a list the same. */
static void test_all_reasons(void **state)
{
    (void)state;
    struct folio_document *d = open_text();
    struct node n = {.why = ~0U, .confidence = 1};
    json_t *object = read_node(d, &n);
    json_t *why = json_object_get(object, "why"), *doubts = json_object_get(object, "doubts");
    for (size_t i = 0; i < json_array_size(why); i++)
        for (size_t j = 0; j < i; j++)
            assert_false(json_equal(json_array_get(why, i), json_array_get(why, j)));
    struct buffer words = {0};
    size_t for_it = 0, against = 0;
    for (unsigned bit = 0; bit < 32; bit++) {
        n.why = 1U << bit;
        buffer_clear(&words);
        node_why(&n, &words);
        for_it += words.len > 0 && bit < 16;
        against += words.len > 0 && bit >= 16;
    }
    assert_int_equal(json_array_size(why), for_it);
    assert_int_equal(json_array_size(doubts), against);
    buffer_deinit(&words);
    json_decref(object);
    folio_close(d->filing);
}

static void test_ranges(void **state)
{
    (void)state;
    struct folio_document *d = open_text();
    const char *second = strstr(bytes, "More");
    struct node_range ranges[] = {
        {SLICE_ROW("4"), SLICE_ROW("22"), (size_t)(second - bytes)},
        {SLICE_ROW("30"), {NULL, 0}, (size_t)-1},
    };
    struct node n = {.kind = NODE_ITEM, .ranges = ranges, .range_count = 2};
    json_t *object = read_node(d, &n);
    expect(object, "ranges",
           "[{\"from\":\"4\",\"to\":\"22\",\"page\":2,\"offset\":25},"
           "{\"from\":\"30\",\"to\":\"30\",\"page\":null,\"offset\":null}]");
    json_decref(object);
    folio_close(d->filing);
}

static void test_source(void **state)
{
    (void)state;
    struct folio_document *d = open_text();
    struct node_source source = {.form = SLICE("10-K"), .exhibit = SLICE("10.3")};
    struct node n = {.kind = NODE_EXHIBIT_ROW, .label = SLICE("10.1")};
    json_t *object = read_node(d, &n);
    expect(object, "source", "null");
    expect(object, "exhibit", "\"10.1\"");
    json_decref(object);
    n.source = &source;
    object = read_node(d, &n);
    expect(object, "source",
           "{\"form\":\"10-K\",\"date\":null,\"exhibit\":\"10.3\",\"file\":null,\"url\":null}");
    json_decref(object);
    folio_close(d->filing);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reasons),
        cmocka_unit_test(test_all_reasons),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
