/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/css.h"
#include "formats/css_value.h"

#define COUNT(rows) (sizeof(rows) / sizeof(rows)[0])

static struct css parsed(const char *text)
{
    struct css css;
    css_parse(&css, slice_of(text));
    return css;
}

static void test_lengths(void **state)
{
    static const struct {
        const char *text;
        bool is;
        int32_t value;
        enum css_unit unit;
    } rows[] = {
        {"10pt", true, 100, CSS_POINTS},
        {"-1.5PT", true, -15, CSS_POINTS},
        {"8px", true, 60, CSS_POINTS},
        {"8", true, 60, CSS_POINTS},
        {"0.5in", true, 360, CSS_POINTS},
        {".5 em", true, 50, CSS_EM},
        {"12.5%", true, 125, CSS_PERCENT},
        {"1pc", true, 120, CSS_POINTS},
        {"2ex", true, 100, CSS_EM},
        {"+3pt", true, 30, CSS_POINTS},
        {"99999999999999999999pt", true, 100000, CSS_POINTS},
        {"-99999999pt", true, -100000, CSS_POINTS},
        {"", false, 0, CSS_POINTS},
        {"pt", false, 0, CSS_POINTS},
        {"1furlong", false, 0, CSS_POINTS},
        {"auto", false, 0, CSS_POINTS},
        {".", false, 0, CSS_POINTS},
        {"-", false, 0, CSS_POINTS},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct css_length length = {0, CSS_POINTS};
        assert_int_equal(css_length(slice_of(rows[i].text), &length), rows[i].is);
        assert_int_equal(length.value, rows[i].value);
        assert_int_equal(length.unit, rows[i].unit);
    }
    assert_int_equal(css_points((struct css_length){150, CSS_EM}, 100, 5400), 150);
    assert_int_equal(css_points((struct css_length){100, CSS_PERCENT}, 100, 5400), 540);
    assert_int_equal(css_points((struct css_length){35, CSS_POINTS}, 100, 5400), 35);
}

static void test_letters(void **state)
{
    (void)state;
    struct css css = parsed("font-weight:700;font-style:ITALIC; text-decoration : underline");
    assert_true(css.bold && css.italic);
    assert_int_equal(css.decoration, CSS_UNDERLINE);
    assert_int_equal(css.set, CSS_BOLD | CSS_ITALIC | CSS_DECORATION);
    assert_false(parsed("font-weight:500 !important").bold);
    assert_true(parsed("font-weight:800 !important").bold);
    assert_int_equal(parsed("font-weight:heavy").set, 0);
    css = parsed("font: italic bold 10pt/120% Wingdings, serif");
    assert_true(css.bold && css.italic);
    assert_int_equal(css.size.value, 100);
    assert_int_equal(css.family, CSS_WINGDINGS);
    css = parsed("font:10pt Times New Roman, Times, Serif");
    assert_false(css.bold);
    assert_true(css.set & CSS_BOLD);
    assert_int_equal(css.family, CSS_TEXT_FONT);
    assert_int_equal(parsed("font-size:small").size.value, 100);
    assert_int_equal(parsed("font-size:larger").size.unit, CSS_EM);
    assert_int_equal(parsed("font-size:big").set, 0);
    assert_true(parsed("font-variant:small-caps").small_caps);
    assert_true(parsed("text-transform:uppercase").upper);
    assert_int_equal(parsed("font-family:inherit").set, 0);
}

static void test_families(void **state)
{
    static const struct {
        const char *text;
        enum css_family family;
    } rows[] = {
        {"Wingdings", CSS_WINGDINGS},
        {"'Wingdings 2', x", CSS_WINGDINGS2},
        {"\"wingdings 3\"", CSS_WINGDINGS3},
        {"Times, Wingdings", CSS_TEXT_FONT},
        {"SYMBOL", CSS_SYMBOL},
        {"ZapfDingbats", CSS_DINGBATS},
        {"webdings", CSS_WEBDINGS},
        {"wp typographicsymbols", CSS_TYPOGRAPHIC},
        {"", CSS_TEXT_FONT},
        {"'", CSS_TEXT_FONT},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(css_family(slice_of(rows[i].text)), rows[i].family);
}

static void test_raised(void **state)
{
    static const struct {
        const char *text;
        int raised;
    } rows[] = {
        {"vertical-align:super", 1},
        {"vertical-align:sub", -1},
        {"vertical-align:3pt", 1},
        {"vertical-align:-3pt", -1},
        {"vertical-align:baseline", 0},
        {"vertical-align:top", 0},
        {"position:relative;top:-3.5pt;vertical-align:baseline", 1},
        {"position:relative;bottom:.8ex", 1},
        {"position:absolute;top:-3.5pt", 0},
        {"position:relative;top:0", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(parsed(rows[i].text).raised, rows[i].raised);
}

static void test_rules(void **state)
{
    static const struct {
        const char *text;
        enum css_rule above, below;
    } rows[] = {
        {"border-bottom:1pt solid #000000", CSS_NO_RULE, CSS_SINGLE},
        {"border-bottom:black 3px double", CSS_NO_RULE, CSS_DOUBLE},
        {"border-bottom:0 solid black", CSS_NO_RULE, CSS_NO_RULE},
        {"border-bottom:1pt solid #ffffff", CSS_NO_RULE, CSS_NO_RULE},
        {"border-bottom:1pt", CSS_NO_RULE, CSS_NO_RULE},
        {"border-top:medium none", CSS_NO_RULE, CSS_NO_RULE},
        {"border:1px dotted rgb(1, 2, 3)", CSS_SINGLE, CSS_SINGLE},
        {"border-style:none none double", CSS_NO_RULE, CSS_DOUBLE},
        {"border:solid;border-width:0 1px 2px", CSS_NO_RULE, CSS_SINGLE},
        {"border-top:1pt solid;border-top-width:0px", CSS_NO_RULE, CSS_NO_RULE},
        {"border-bottom-style:solid", CSS_NO_RULE, CSS_SINGLE},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct css css = parsed(rows[i].text);
        assert_int_equal(css.above, rows[i].above);
        assert_int_equal(css.below, rows[i].below);
    }
}

static void test_boxes(void **state)
{
    (void)state;
    struct css css = parsed("margin:1pt 2pt 3pt 4pt;padding:5pt 6pt");
    assert_int_equal(css.margin_top.value, 10);
    assert_int_equal(css.margin_right.value, 20);
    assert_int_equal(css.margin_bottom.value, 30);
    assert_int_equal(css.margin_left.value, 40);
    assert_int_equal(css.padding_top.value, 50);
    assert_int_equal(css.padding_bottom.value, 50);
    assert_int_equal(css.padding_left.value, 60);
    css = parsed("margin:0 auto");
    assert_true(css.set & CSS_MARGIN_TOP);
    assert_false(css.set & CSS_MARGIN_LEFT);
    css = parsed("page-break-after:always;break-before:page");
    assert_true(css.break_after && css.break_before);
    assert_false(parsed("page-break-after:avoid").break_after);
    assert_int_equal(parsed("display:none").display, CSS_NONE);
    assert_true(parsed("visibility:hidden").invisible);
    assert_true(parsed("float:left").floats);
    assert_int_equal(parsed("text-align:-moz-right").align, CSS_RIGHT);
    assert_int_equal(parsed("text-align:inherit").set, 0);
    assert_int_equal(parsed("list-style:square inside").list, CSS_DISC);
    assert_int_equal(parsed("white-space:pre-wrap").space, CSS_LINES);
}

/* What is wrong is passed over, and what is behind it is read. */
static void test_wrong(void **state)
{
    static const char *const rows[] = {
        ";;font-weight:bold",
        "nonsense;font-weight:bold",
        "font-family:'a;b';font-weight:bold",
        "font-family:'a;font-weight:bold",
        "font-weight:;font-weight:bold",
        "unknown:x;FONT-WEIGHT : BOLD ;",
        ":bold;font-weight:bold",
        "\nfont-weight\n:\nbold\n",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_true(parsed(rows[i]).bold);
    assert_int_equal(parsed("").set, 0);
    assert_int_equal(parsed("font-weight").set, 0);
}

static void test_merge(void **state)
{
    (void)state;
    struct css css = parsed("font-weight:bold;text-align:right;margin-left:3pt");
    struct css over = parsed("font-weight:normal;font-style:italic;margin-left:5pt");
    css_merge(&css, &over);
    assert_false(css.bold);
    assert_true(css.italic);
    assert_int_equal(css.align, CSS_RIGHT);
    assert_int_equal(css.margin_left.value, 50);
}

static void test_words(void **state)
{
    struct css_words words;
    (void)state;
    css_split(&words, SLICE("  1pt rgb(1, 2, 3)\tsolid "));
    assert_int_equal(words.count, 3);
    assert_true(slice_equal(words.at[1], SLICE("rgb(1, 2, 3)")));
    css_split(&words, SLICE(") a (b"));
    assert_int_equal(words.count, 3);
    css_split(&words, SLICE("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"));
    assert_int_equal(words.count, CSS_WORDS_MOST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lengths),  cmocka_unit_test(test_letters),
        cmocka_unit_test(test_families), cmocka_unit_test(test_raised),
        cmocka_unit_test(test_rules),    cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_wrong),    cmocka_unit_test(test_merge),
        cmocka_unit_test(test_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
