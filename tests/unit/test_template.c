/* SPDX-License-Identifier: MIT */
/* Templates: what is refused, and how they are filled in. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "config/template.h"

#include <string.h>

#define NAMES "company form page"

static void test_check(void **state)
{
    static const struct {
        const char *text;
        const char *words; /* of the message; NULL: taken */
    } rows[] = {
        {"", NULL},
        {"plain words", NULL},
        {"{company}, { form }[, p. {page}]", NULL},
        {"[no name]", NULL},
        {"\\{company\\} \\[x\\] \\\\", NULL},
        {"{compny}", "x: nothing is called {compny} (character 1); did you mean company"},
        {"[p. {paeg}]", "nothing is called {paeg} (character 5); did you mean page"},
        {"\xC3\xA9 {zzz}", "nothing is called {zzz} (character 3)"},
        {"{}", "nothing is called {}"},
        {"{company", "the '{' is not closed (character 1)"},
        {"a [b", "the '[' is not closed (character 3)"},
        {"[a [b]]", "a '[' within brackets (character 4)"},
        {"a]", "a ']' that closes nothing (character 2)"},
        {"a}", "a '}' that closes nothing (character 2)"},
        {"{a{company}}", "nothing is called {a{company}"},
        {"\\", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error e = {0};
        bool good = template_check(slice_of(rows[i].text), "x", NAMES, &e);
        if (good != !rows[i].words || (!good && !strstr(e.message, rows[i].words)))
            fail_msg("'%s': %s", rows[i].text, good ? "taken" : e.message);
        if (!good)
            assert_int_equal(e.kind, ERROR_CONFIG);
    }
}

/* "company" is Alder, "page" is 3, and "form" is not known. */
static void value(const void *self, struct slice name, struct buffer *out)
{
    assert_string_equal(self, "self");
    if (slice_equal(name, SLICE("company")))
        buffer_add_text(out, "Alder");
    if (slice_equal(name, SLICE("page")))
        buffer_add_text(out, "3");
}

static void test_fill(void **state)
{
    static const struct {
        const char *text, *filled;
    } rows[] = {
        {"", ""},
        {"{company}", "Alder"},
        {"{ company }[, Form {form}][, p. {page}].", "Alder, p. 3."},
        {"[{company} {form}]", ""},
        {"[{form}][{page}]", "3"},
        {"{form}{page}", "3"},
        {"[words]{page}", "words3"},
        {"\\{page\\} \\[{page}\\]", "{page} [3]"},
        {"a\\", "a\\"},
        /* As far as it can be read. */
        {"{company", ""},
        {"x[{page}", "x3"},
        {"x[{form}", "x"},
        {"x]{page}", "x3"},
        {"[a[{page}]", "a3"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer out = {0};
        template_fill(slice_of(rows[i].text), value, "self", &out);
        if (strcmp(buffer_text(&out), rows[i].filled) != 0)
            fail_msg("'%s': '%s'", rows[i].text, buffer_text(&out));
        buffer_deinit(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check),
        cmocka_unit_test(test_fill),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
