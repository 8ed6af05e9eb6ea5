/* SPDX-License-Identifier: MIT */
/* The checks over the corpus must be able to fail: their parts, on cases made by hand. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "corpus/agreement.h"
#include "corpus/facts.h"
#include "corpus/filings.h"
#include "corpus/mutations.h"
#include "corpus/reading.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

static void test_letters(void **state)
{
    (void)state;
    struct letters l;
    letters_init(&l, SLICE("A, b\xc2\xb2 \xc3\x89-\xe2\x80\x94 9."));
    const uint32_t wanted[] = {'a', 'b', '2', 0xE9, '9'};
    assert_int_equal(l.count, 5);
    assert_memory_equal(l.code, wanted, sizeof wanted);
    assert_int_equal(l.place[2], 4);
    letters_deinit(&l);
}

/* The longest common subsequence, by the table that is in every book. */
static size_t longest_common(const struct letters *a, const struct letters *b)
{
    static size_t table[401][401];
    for (size_t i = 0; i <= a->count; i++)
        for (size_t j = 0; j <= b->count; j++) {
            size_t best = 0;
            if (i > 0 && j > 0 && a->code[i - 1] == b->code[j - 1])
                best = table[i - 1][j - 1] + 1;
            else if (i > 0 && j > 0)
                best = table[i - 1][j] > table[i][j - 1] ? table[i - 1][j] : table[i][j - 1];
            table[i][j] = best;
        }
    return table[a->count][b->count];
}

static void check_agreement(struct slice one, struct slice other, size_t slack)
{
    struct letters a, b;
    struct agreement g;
    letters_init(&a, one);
    letters_init(&b, other);
    agreement_init(&g, &a, &b);
    size_t wanted = longest_common(&a, &b), edits = 0;
    assert_in_range(g.common, wanted > slack ? wanted - slack : 0, wanted);
    for (size_t i = 0; i < g.gaps.count; i++)
        edits += g.gaps.at[i].a_end - g.gaps.at[i].a + g.gaps.at[i].b_end - g.gaps.at[i].b -
                 2 * g.gaps.at[i].common;
    assert_int_equal(a.count + b.count - 2 * g.common, edits);
    agreement_deinit(&g);
    letters_deinit(&a);
    letters_deinit(&b);
}

static void test_agreement(void **state)
{
    (void)state;
    struct buffer text = {0}, other = {0};
    check_agreement(SLICE(""), SLICE(""), 0);
    check_agreement(SLICE("abc"), SLICE(""), 0);
    check_agreement(SLICE("abcabba"), SLICE("cbabac"), 0);
    srandom(7);
    for (int round = 0; round < 200; round++) {
        buffer_clear(&text);
        buffer_clear(&other);
        for (int i = 0; i < 390; i++) {
            char c = (char)('a' + random() % (round % 2 ? 3 : 26));
            buffer_add_byte(&text, c);
            if (random() % 20 > 0)
                buffer_add_byte(&other, random() % 30 > 0 ? c : 'x');
        }
        /* Passages that are matched first may cost a letter or two. */
        check_agreement(buffer_slice(&text), buffer_slice(&other), round % 2 ? 4 : 0);
    }
    buffer_deinit(&text);
    buffer_deinit(&other);
}

static void test_reading(void **state)
{
    (void)state;
    static const struct {
        const char *html, *letters;
    } cases[] = {
        {"<html><body><p>One<b>Two</b></p></body></html>", "onetwo"},
        {"<TYPE>8-K\n<html><head><title>no</title></head><body>yes<p>and<br>on", "yesandon"},
        {"<html><body>a<div style='DISPLAY : none'>b<p>c</p></div>d</body></html>", "ad"},
        {"<html><body>a<i style='visibility:hidden'>b<u style='visibility:visible'>c</u></i></body>"
         "</html>",
         "ac"},
        {"<html xmlns:ix='http://www.xbrl.org/2013/inlineXBRL'><body><ix:header>a</ix:header>"
         "<ix:nonFraction>5</ix:nonFraction></body></html>",
         "5"},
        {"<html><body><ix:header><ix:hidden>a</ix:hidden></ix:header>&nbsp;b&#146;&#156;<br></"
         "body></html>",
         "b\xc5\x93"},
        {"<html><body><font face=Wingdings>x<font face=Arial>y</font></font>z", "yz"},
        {"<html><body>a<!-- b --><script>c</script><style>d</style>e", "ae"},
        {"<html><body>\xe9</body></html>", "\xc3\xa9"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out = {0};
        struct letters got, wanted;
        assert_true(reading_of(slice_of(cases[i].html), &out));
        letters_init(&got, buffer_slice(&out));
        letters_init(&wanted, slice_of(cases[i].letters));
        if (got.count != wanted.count ||
            memcmp(got.code, wanted.code, got.count * sizeof *got.code) != 0)
            fail_msg("%s: reads '%s'", cases[i].html, buffer_text(&out));
        letters_deinit(&got);
        letters_deinit(&wanted);
        buffer_deinit(&out);
    }
}

static void test_split(void **state)
{
    (void)state;
    filings_documents d = {0};
    filings_split(SLICE("<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n<html>a</html>\n</TEXT>\n"
                        "</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-1\n<SEQUENCE>4\n<TEXT>\nplain\n</TEXT>\n"
                        "</DOCUMENT>\n<DOCUMENT>\n<SEQUENCE>5\n<FILENAME>x.htm\n<TEXT>b\n"),
                  &d);
    assert_int_equal(d.count, 2);
    assert_string_equal(d.at[0].node, "10-K");
    assert_true(slice_equal(slice_trim(d.at[0].text), SLICE("<html>a</html>")));
    assert_string_equal(d.at[1].node, "5");
    assert_true(slice_equal(slice_trim(d.at[1].text), SLICE("b")));
    array_deinit(&d);
}

static void test_facts(void **state)
{
    (void)state;
    struct facts f;
    struct slice source = SLICE(
        "<html xmlns:q=\"http://www.xbrl.org/2013/inlineXBRL\"><q:header>"
        "<q:nonFraction name=\"a:Hidden\" contextRef=\"c\">1</q:nonFraction><x:context id=\"c\">"
        "<x:startDate>2022-01-01</x:startDate><x:endDate> 2022-12-31 </x:endDate></x:context>"
        "</q:header><q:nonFraction name=\"a:InText\" contextRef=\"d\">2</q:nonFraction>"
        "<table><tr><td>Word</td><td>$</td><td><q:nonFraction name='a:Sum' contextRef=\"c\"> "
        "<b>1,2</b>04</q:nonFraction></td></tr><tr><td>W</td><td>5</td></tr></table></html>");
    facts_init(&f, source);
    assert_int_equal(f.list.count, 3);
    assert_true(f.list.at[0].hidden);
    assert_false(f.list.at[1].hidden);
    assert_int_equal(f.list.at[1].context, FACTS_NONE);
    assert_int_equal(f.list.at[1].table, FACTS_NONE);
    assert_string_equal(buffer_text(&f.list.at[2].text), " 1,204");
    assert_true(slice_starts(slice_cut(source, f.list.at[2].offset, source.len), SLICE("1,2</b>")));
    assert_int_equal(f.list.at[2].table, 0);
    assert_true(slice_equal(f.contexts.at[f.list.at[2].context].end, SLICE("2022-12-31")));
    assert_int_equal(f.tables.at[0].number_rows, 2);
    facts_deinit(&f);
}

static void test_mutations(void **state)
{
    (void)state;
    struct buffer one = {0}, other = {0};
    struct slice bytes = SLICE("<html><body><p>Some words to be damaged</p></body></html>");
    size_t same = 0;
    for (uint64_t i = 0; i < 100; i++) {
        mutations_make(bytes, i, &one);
        mutations_make(bytes, i, &other);
        assert_true(slice_equal(buffer_slice(&one), buffer_slice(&other)));
        same += slice_equal(buffer_slice(&one), bytes);
    }
    assert_in_range(same, 0, 5);
    buffer_deinit(&one);
    buffer_deinit(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters), cmocka_unit_test(test_agreement),
        cmocka_unit_test(test_reading), cmocka_unit_test(test_split),
        cmocka_unit_test(test_facts),   cmocka_unit_test(test_mutations),
    };
    (void)setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
