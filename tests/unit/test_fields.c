/* SPDX-License-Identifier: MIT */
/* Members that are wanted, and what is written of them. */
#include "print/fields.h"

#include "print/json_out.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void test_want(void **state)
{
    (void)state;
    static const struct {
        const char *names, *way;
        bool want;
    } rows[] = {
        {NULL, "file", true},
        {"file", "file", true},
        {"file", "filed", false},
        {"filed", "file", false},
        {"file, form", "form", true},
        {"file,form", "documents", false},
        {"documents", "documents.nodes.title", true},
        {"documents.nodes.title", "documents", true},
        {"documents.nodes.title", "documents.nodes", true},
        {"documents.nodes.title", "documents.nodes.id", false},
        {"documents.nodes.title", "documents.references", false},
        {"nodes.title", "documents.nodes.title", true},
        {"type", "documents.type", true},
        {"nodes", "documents.nodes.ranges.from", true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fields f;
        struct error e = {0};
        assert_true(fields_read(&f, rows[i].names, NULL, &e));
        assert_int_equal(fields_want(&f, slice_of(rows[i].way)), rows[i].want);
        assert_true(fields_want_kind(&f, "note"));
        fields_deinit(&f);
    }
    assert_true(fields_want(NULL, SLICE("anything")));
    assert_true(fields_want_kind(NULL, "item"));
}

static void test_kinds(void **state)
{
    (void)state;
    struct fields f;
    struct error e = {0};
    assert_true(fields_read(&f, NULL, "item, exhibit-row", &e));
    assert_true(fields_want_kind(&f, "item"));
    assert_true(fields_want_kind(&f, "exhibit-row"));
    assert_false(fields_want_kind(&f, "note"));
    assert_true(fields_want(&f, SLICE("file")));
    fields_deinit(&f);
}

static void test_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *names, *kinds, *message;
    } rows[] = {
        {"file,nope", NULL, "--fields: there is no member 'nope'; folio-json(5) names them"},
        {"", NULL, "--fields: there is no member ''; folio-json(5) names them"},
        {"file,", NULL, "--fields: there is no member ''; folio-json(5) names them"},
        {"title", NULL, "--fields: there is no member 'title'; folio-json(5) names them"},
        {NULL, "items",
         "--kinds: there is no kind 'items'; there are: cover contents part item heading statement "
         "note signatures exhibit-index exhibit-row exhibit"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct fields f;
        struct error e = {0};
        assert_false(fields_read(&f, rows[i].names, rows[i].kinds, &e));
        assert_int_equal(e.kind, ERROR_USAGE);
        assert_string_equal(e.message, rows[i].message);
        fields_deinit(&f);
    }
}

/* An object with all that there is, of which some is written. */
static void check_written(const char *names, const char *want)
{
    struct fields f;
    struct error e = {0};
    struct json_out j = {0};
    assert_true(fields_read(&f, names, NULL, &e));
    j.fields = &f;
    json_out_open_object(&j, NULL);
    json_out_text(&j, "file", SLICE("a"));
    json_out_open_list(&j, "filers");
    json_out_open_object(&j, NULL);
    json_out_text(&j, "cik", SLICE("1"));
    json_out_text(&j, "name", SLICE("N"));
    json_out_close_object(&j);
    json_out_close_list(&j);
    json_out_open_list(&j, "documents");
    for (long long i = 1; i < 3; i++) {
        json_out_open_object(&j, NULL);
        json_out_integer(&j, "sequence", i);
        json_out_open_list(&j, "nodes");
        json_out_open_object(&j, NULL);
        json_out_text(&j, "id", SLICE("7"));
        json_out_open_list(&j, "ranges");
        json_out_open_object(&j, NULL);
        json_out_null(&j, "from");
        json_out_close_object(&j);
        json_out_close_list(&j);
        json_out_close_object(&j);
        json_out_close_list(&j);
        json_out_close_object(&j);
    }
    json_out_close_list(&j);
    json_out_size(&j, "period", 3);
    json_out_close_object(&j);
    assert_string_equal(buffer_text(&j.text), want);
    json_out_deinit(&j);
    fields_deinit(&f);
}

static void test_written(void **state)
{
    (void)state;
    check_written("file", "{\"file\":\"a\"}");
    check_written("period,file", "{\"file\":\"a\",\"period\":3}");
    check_written("filers.name", "{\"filers\":[{\"name\":\"N\"}]}");
    check_written("sequence", "{\"documents\":[{\"sequence\":1},{\"sequence\":2}]}");
    check_written("nodes.id,period", "{\"documents\":[{\"nodes\":[{\"id\":\"7\"}]},{\"nodes\":[{"
                                     "\"id\":\"7\"}]}],\"period\":3}");
    check_written("nodes.ranges", "{\"documents\":[{\"nodes\":[{\"ranges\":[{\"from\":null}]}]},{"
                                  "\"nodes\":[{\"ranges\":[{\"from\":null}]}]}]}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_want),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_wrong),
        cmocka_unit_test(test_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
