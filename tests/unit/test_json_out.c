/* SPDX-License-Identifier: MIT */
/* JSON that is written value by value is valid, whatever is in it. */
#include "print/json_out.h"

#include "print/json.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <limits.h>
#include <stdlib.h>

static void test_values(void **state)
{
    static const struct slice texts[] = {SLICE_ROW("1"), SLICE_ROW("1A")};
    struct json_out j = {0};
    (void)state;
    json_out_open_object(&j, NULL);
    json_out_text(&j, "a", SLICE("say \"no\" \\ / <b>"));
    json_out_text(&j, "b", SLICE(""));
    json_out_text_or_null(&j, "c", SLICE(""));
    json_out_text_or_null(&j, "d", SLICE("caf\xE9\t[1]"));
    json_out_open_list(&j, "e");
    json_out_text(&j, NULL, texts[0]);
    json_out_text(&j, NULL, texts[1]);
    json_out_close_list(&j);
    json_out_open_list(&j, "f");
    json_out_close_list(&j);
    json_out_open_list(&j, "g");
    json_out_open_object(&j, NULL);
    json_out_close_object(&j);
    json_out_open_object(&j, NULL);
    json_out_null(&j, "x");
    json_out_close_object(&j);
    json_out_close_list(&j);
    json_out_raw(&j, "h", SLICE("[1,2]"));
    json_out_close_object(&j);
    assert_string_equal(buffer_text(&j.text),
                        "{\"a\":\"say \\\"no\\\" \\\\ / <b>\",\"b\":\"\",\"c\":null,"
                        "\"d\":\"caf\xC3\xA9\xEF\xBF\xBD[1]\",\"e\":[\"1\",\"1A\"],\"f\":[],"
                        "\"g\":[{},{\"x\":null}],\"h\":[1,2]}");
    json_out_deinit(&j);
}

static void test_numbers(void **state)
{
    struct json_out j = {0};
    (void)state;
    json_out_open_list(&j, NULL);
    json_out_integer(&j, NULL, 0);
    json_out_integer(&j, NULL, -17);
    json_out_integer(&j, NULL, LLONG_MIN);
    json_out_integer(&j, NULL, LLONG_MAX);
    json_out_size(&j, NULL, 1000);
    json_out_real(&j, NULL, 0);
    json_out_real(&j, NULL, 1);
    json_out_real(&j, NULL, 0.95);
    json_out_real(&j, NULL, -2.0 / 3);
    json_out_close_list(&j);
    assert_string_equal(buffer_text(&j.text),
                        "[0,-17,-9223372036854775808,9223372036854775807,1000,0.0,1.0,0.95,"
                        "-0.666667]");
    json_out_deinit(&j);
}

/* Any bytes are written as the library of json.h writes them. */
static void test_any(void **state)
{
    uint32_t random = 7;
    (void)state;
    for (int round = 0; round < 500; round++) {
        char bytes[60];
        struct json_out j = {0};
        for (size_t i = 0; i < sizeof bytes; i++) {
            random = random * 1664525U + 1013904223U;
            bytes[i] = (char)(random >> 20);
        }
        struct slice text = {bytes, sizeof bytes};
        json_t *object = json_object();
        json_object_set_new(object, "text", json_text(text));
        json_object_set_new(object, "real", json_real((random >> 8) / 16777216.0));
        char *want = json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(6));
        json_out_open_object(&j, NULL);
        json_out_text(&j, "text", text);
        json_out_real(&j, "real", (random >> 8) / 16777216.0);
        json_out_close_object(&j);
        assert_string_equal(buffer_text(&j.text), want);
        json_decref(object);
        free(want);
        json_out_deinit(&j);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_any),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
