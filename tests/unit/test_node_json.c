/* SPDX-License-Identifier: MIT */
/* A node as JSON: what every node has, and what only some have. */
#include "print/node_json.h"

#include "input/input.h"
#include "model/submission.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char bytes[] = "FORM 10-K\n\nWords.\n<PAGE>\nMore words.\n";

struct opened {
    struct submission *submission;
    struct content *content;
};

static struct opened open_text(void)
{
    struct error e;
    struct input *input = input_from_bytes("made.txt", SLICE(bytes));
    struct opened o = {.submission = submission_open(input, &e)};
    assert_non_null(o.submission);
    submission_scan(o.submission, (size_t)-1);
    o.content = content_of(o.submission, submission_document(o.submission, 0));
    while (!content_count_pages(o.content, 1 << 20))
        ;
    return o;
}

/* The object, read again. */
static json_t *read_node(struct content *c, const struct node *n, size_t line)
{
    struct json_out j = {0};
    node_json(&j, c, n, line);
    json_t *object = json_loads(buffer_text(&j.text), JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(object);
    json_out_deinit(&j);
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
    struct opened o = open_text();
    struct node n = {.kind = NODE_ITEM, .id = SLICE("7"), .confidence = 0.5};
    json_t *object = read_node(o.content, &n, 3);
    expect(object, "why", "[]");
    expect(object, "doubts", "[\"few\"]");
    expect(object, "line", "3");
    expect(object, "status", "\"present\"");
    expect(object, "ranges", "");
    expect(object, "source", "");
    json_decref(object);
    n.why = WHY_LABEL | WHY_TITLE | WHY_CLASS | DOUBT_ORDER | DOUBT_ALONE;
    object = read_node(o.content, &n, 3);
    expect(object, "why", "[\"label\",\"title\",\"class\"]");
    expect(object, "doubts", "[\"order\",\"alone\"]");
    json_decref(object);
    submission_free(o.submission);
}

/* Every bit has its word, and no two of a list the same. */
static void test_all_reasons(void **state)
{
    (void)state;
    struct opened o = open_text();
    struct node n = {.why = ~0U, .confidence = 1};
    json_t *object = read_node(o.content, &n, 1);
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
    submission_free(o.submission);
}

static void test_ranges(void **state)
{
    (void)state;
    struct opened o = open_text();
    const char *second = strstr(bytes, "More");
    struct node_range ranges[] = {
        {SLICE_ROW("4"), SLICE_ROW("22"), (size_t)(second - bytes)},
        {SLICE_ROW("30"), {NULL, 0}, (size_t)-1},
    };
    struct node n = {.kind = NODE_ITEM, .ranges = ranges, .range_count = 2};
    json_t *object = read_node(o.content, &n, 1);
    expect(object, "ranges",
           "[{\"from\":\"4\",\"to\":\"22\",\"page\":2,\"offset\":25},"
           "{\"from\":\"30\",\"to\":\"30\",\"page\":null,\"offset\":null}]");
    json_decref(object);
    submission_free(o.submission);
}

static void test_source(void **state)
{
    (void)state;
    struct opened o = open_text();
    struct node_source source = {.form = SLICE("10-K"), .exhibit = SLICE("10.3")};
    struct node n = {.kind = NODE_EXHIBIT_ROW, .label = SLICE("10.1")};
    json_t *object = read_node(o.content, &n, 1);
    expect(object, "source", "null");
    expect(object, "exhibit", "\"10.1\"");
    json_decref(object);
    n.source = &source;
    object = read_node(o.content, &n, 1);
    expect(object, "source",
           "{\"form\":\"10-K\",\"date\":null,\"exhibit\":\"10.3\",\"file\":null,\"url\":null}");
    json_decref(object);
    submission_free(o.submission);
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
