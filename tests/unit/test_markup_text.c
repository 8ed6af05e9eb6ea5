/* SPDX-License-Identifier: MIT */
/* What the bytes and references of a text stand for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "formats/markup_text.h"

static void on_text(void *self, struct slice text, size_t offset)
{
    buffer_addf(self, "%zu[%.*s]", offset, (int)text.len, text.at);
}

static void on_code(void *self, uint32_t code, size_t offset, size_t length)
{
    buffer_addf(self, "%zu+%zu{%x}", offset, length, code);
}

static void test_tell(void **state)
{
    static const struct {
        enum markup_writing writing;
        const char *text, *told;
    } samples[] = {
        {WRITING_TEXT, "", ""},
        {WRITING_TEXT, "a\r\n\tb c", "10[a\r\n\tb c]"},
        {WRITING_TEXT, "a&amp;b", "10[a]11+5{26}16[b]"},
        {WRITING_RAW, "a&amp;b", "10[a&amp;b]"},
        {WRITING_TEXT, "a & b && c&", "10[a & b && c&]"},
        {WRITING_TEXT, "&nbsp;&rsquo;&Eacute;&apos;", "10+6{a0}16+7{2019}23+8{c9}31+6{27}"},
        {WRITING_TEXT, "&nbspx&copy2&ampamp;", "10+5{a0}15[x]16+5{a9}21[2]22+4{26}26[amp;]"},
        {WRITING_ATTRIBUTE, "a?b=1&copy=2&lt;", "10[a?b=1&copy=2]22+4{3c}"},
        {WRITING_TEXT, "&rsquo &foo; &Nbsp; &thetasyms;", "10[&rsquo &foo; &Nbsp; &thetasyms;]"},
        {WRITING_TEXT, "&#65;&#x41;&#X41;&#65 &#65z",
         "10+5{41}15+6{41}21+6{41}27+4{41}31[ ]32+4{41}36[z]"},
        {WRITING_TEXT, "&#150;&#x92;&#128;&#129;", "10+6{2013}16+6{2019}22+6{20ac}28+6{fffd}"},
        {WRITING_TEXT, "&#0;&#x110000;&#xD800;&#99999999999;&#xFFFF;",
         "10+4{fffd}14+10{fffd}24+8{fffd}32+14{fffd}46+8{fffd}"},
        {WRITING_TEXT, "a&#7;b&#10;&#12;&#8238;", "10[a]15[b]16+5{a}21+5{20}"},
        {WRITING_TEXT, "&#;&#x;&#xg;&#", "10[&#;&#x;&#xg;&#]"},
        {WRITING_TEXT, "a\x01\x1B[0m\x7F\x0C\x0B", "10[a]13[[0m]17+1{20}18+1{20}"},
        {WRITING_TEXT, "\x93q\x94\x81\xE9t\xE9",
         "10+1{201c}11[q]12+1{201d}13+1{fffd}14+1{e9}15[t]16+1{e9}"},
        {WRITING_TEXT, "\xC3\xA9 \xE2\x80\x94 \xF0\x9F\x98\x80",
         "10[\xC3\xA9 \xE2\x80\x94 \xF0\x9F\x98\x80]"},
        {WRITING_TEXT, "\xC2\x92\xE2\x80\xAE\xEF\xBF\xBF", "10+2{2019}15+3{fffd}"},
        {WRITING_TEXT, "\xED\xA0\x80", "10+1{ed}11+1{a0}12+1{20ac}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct buffer out;
        buffer_init(&out);
        struct markup_calls calls = {.self = &out, .text = on_text, .code = on_code};
        markup_text_tell(&calls, slice_of(samples[i].text), 10, samples[i].writing);
        assert_string_equal(buffer_text(&out), samples[i].told);
        buffer_deinit(&out);
    }
}

/* NUL is no text, wherever it stands. */
static void test_nul(void **state)
{
    struct buffer out;
    struct markup_calls calls = {.self = &out, .text = on_text, .code = on_code};
    (void)state;
    buffer_init(&out);
    markup_text_tell(&calls, SLICE("\0a\0\0b"), 0, WRITING_RAW);
    assert_string_equal(buffer_text(&out), "1[a]4[b]");
    buffer_deinit(&out);
}

static void test_ascii(void **state)
{
    (void)state;
    assert_int_equal(markup_text_ascii(SLICE("")), 0);
    assert_int_equal(markup_text_ascii(SLICE("0123456789abcdef")), 16);
    for (int c = 0; c < 256; c++)
        for (size_t i = 0; i < 16; i++) {
            char text[17] = "~ ABCDEF%'~ 0123";
            text[i] = (char)c;
            size_t plain = markup_text_ascii((struct slice){text, 16});
            for (size_t len = i + 1; len <= 16; len++)
                assert_int_equal(markup_text_is_ascii((struct slice){text, len}),
                                 c >= ' ' && c < 0x7F && c != '&');
            if (c < ' ' || c >= 0x7F || c == '&')
                assert_true(plain <= i);
            else
                assert_int_equal(plain, 16);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tell),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_ascii),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
