/* SPDX-License-Identifier: MIT */
/* The attributes of sound and of broken tags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/markup_attributes.h"

static void write_all(struct buffer *out, const struct markup_attributes *a)
{
    buffer_clear(out);
    buffer_add_text(out, "");
    for (size_t i = 0; i < a->count; i++)
        buffer_addf(out, "%.*s=[%.*s]", (int)a->at[i].name.len, a->at[i].name.at,
                    (int)a->at[i].value.len, a->at[i].value.at);
}

static void test_read(void **state)
{
    static const struct {
        const char *tag;
        bool lower;
        const char *told;
    } samples[] = {
        {"", false, ""},
        {" /", false, ""},
        {" a='b' c=\"d\"", false, "a=[b]c=[d]"},
        {"\n a = 'b'c=d/", false, "a=[b]c=[d/]"},
        {" Name='B' AlT='c'", false, "Name=[B]AlT=[c]"},
        {" Name='B' AlT='c'", true, "name=[B]alt=[c]"},
        {" ix:id='1' xmlns='u' xmlns:a='v' XMLNS:b='w' xmlnsx='z'", true, "id=[1]xmlnsx=[z]"},
        {" a b=c nowrap", true, "a=[]b=[c]nowrap=[]"},
        {" t='a&amp;b&#146;&nbsp;&copy=&foo;'", true, "t=[a&b\xE2\x80\x99\xC2\xA0&copy=&foo;]"},
        {" t='a\r\n\tb\x01"
         "c' u='\xE9\xC3\xA9'",
         true, "t=[a   bc]u=[\xC3\xA9\xC3\xA9]"},
        {" a='b c", true, "a=[b]c=[]"},
        {" ='x' a==b", true, "a=[=b]"},
    };
    static struct markup_attributes a;
    struct buffer out;
    (void)state;
    buffer_init(&out);
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        markup_attributes_read(&a, slice_of(samples[i].tag), samples[i].lower);
        write_all(&out, &a);
        assert_string_equal(buffer_text(&out), samples[i].told);
    }
    markup_attributes_deinit(&a);
    buffer_deinit(&out);
}

/* So many that not all are told; and a value of bytes that each become three. */
static void test_many(void **state)
{
    static struct markup_attributes a;
    struct buffer tag;
    (void)state;
    buffer_init(&tag);
    for (int i = 0; i < 1000; i++)
        buffer_addf(&tag, " A%d=\x96", i);
    markup_attributes_read(&a, buffer_slice(&tag), true);
    assert_int_equal(a.count, MARKUP_ATTRIBUTES);
    assert_true(slice_equal(a.at[255].name, SLICE("a255")));
    buffer_clear(&tag);
    buffer_add_text(&tag, " b='");
    buffer_add_fill(&tag, '\x96', 100000);
    buffer_add_byte(&tag, '\'');
    markup_attributes_read(&a, buffer_slice(&tag), true);
    assert_int_equal(a.count, 1);
    assert_int_equal(a.at[0].value.len, 300000);
    markup_attributes_deinit(&a);
    buffer_deinit(&tag);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
