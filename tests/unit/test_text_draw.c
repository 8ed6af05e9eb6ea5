/* SPDX-License-Identifier: MIT */
/* How marked-up text looks: styles, links, headings; tables that are wider than the pane. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* A pane of 60 columns, without the tree. */
static void open_page(struct stage *s, const char *html)
{
    assert_true(stage_open_text(s, "made.htm", slice_of(html), 24, 60, NULL));
    stage_settle(s);
    stage_draw(s);
}

/* The style of the first letter of a word of ASCII letters on the screen. */
static struct style style_of(struct stage *s, const char *word)
{
    size_t length = strlen(word);
    for (int row = 1; row < s->canvas.rows; row++) {
        for (int column = 0; column < s->canvas.columns; column++) {
            size_t i = 0;
            while (i < length &&
                   canvas_cell(&s->canvas, row, column + (int)i)->code == (unsigned char)word[i])
                i++;
            if (i == length)
                return canvas_cell(&s->canvas, row, column)->style;
        }
    }
    char *text = stage_text(s);
    fail_msg("no %s on the screen:\n%s", word, text);
    free(text);
    return (struct style){0};
}

static const char page[] =
    "<html><body><h2 id=\"x\">Heading</h2>"
    "<p>plain <b>bold <i>both</i></b> <i>slanted</i> <u>under</u> <s>struck</s></p>"
    "<p>See <a href=\"#x\">the <b>linked</b> words</a> of it, <img src=\"mark.gif\" alt=\"our "
    "mark\"></p>"
    "</body></html>";

static void test_styles(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        unsigned attributes;
    } table[] = {
        {"Heading", ATTRIBUTE_BOLD},       {"plain", 0},
        {"bold", ATTRIBUTE_BOLD},          {"both", ATTRIBUTE_BOLD | ATTRIBUTE_ITALIC},
        {"slanted", ATTRIBUTE_ITALIC},     {"under", ATTRIBUTE_UNDERLINE},
        {"struck", ATTRIBUTE_DIM},         {"See", 0},
        {"the", ATTRIBUTE_UNDERLINE},      {"linked", ATTRIBUTE_UNDERLINE | ATTRIBUTE_BOLD},
        {"words", ATTRIBUTE_UNDERLINE},    {"of it", 0},
        {"mark.gif", ATTRIBUTE_UNDERLINE}, /* it says itself what it is: "[image: ...]" */
    };
    struct stage s;
    open_page(&s, page);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct style style = style_of(&s, table[i].word);
        if (style.attributes != table[i].attributes)
            fail_msg("%s: attributes %u", table[i].word, style.attributes);
    }
    const struct theme *theme = &s.config->theme;
    assert_int_equal(style_of(&s, "the").foreground, theme_find(theme, ROLE_LINK).foreground);
    assert_int_equal(style_of(&s, "See").foreground, theme_find(theme, ROLE_TEXT).foreground);
    /* A hit lies on top of what is under it. */
    stage_keys(&s, "/ l i n k e d Enter");
    stage_draw(&s);
    assert_int_equal(style_of(&s, "linked").background,
                     theme_find(theme, ROLE_HIT_CURRENT).background);
    assert_int_equal(style_of(&s, "words").background, COLOR_TERMINAL);
    stage_close(&s);
}

static void add_row(struct buffer *out, const char *label, const char *cell, size_t cells)
{
    buffer_addf(out, "<tr><td>%s</td>", label);
    for (size_t i = 0; i < cells; i++)
        buffer_addf(out, "<td align=\"right\">%s%zu</td>", cell, i);
    buffer_add_text(out, "</tr>\n");
}

static size_t count_of(const char *text, const char *word)
{
    size_t count = 0;
    for (; (text = strstr(text, word)); text += strlen(word))
        count++;
    return count;
}

/* Half a number is never shown as if it were one. */
static void expect_whole(const char *text, const char *number)
{
    for (const char *at = text; (at = strstr(at, "4,5")); at++)
        if (at - text < 4 || strncmp(at - 4, number, strlen(number)) != 0)
            fail_msg("half a number:\n%s", text);
}

/* The rows of a wide table move together; the one that fits, and prose, stay. What is out of sight
 * is counted once. */
static void test_wide_table(void **state)
{
    (void)state;
    struct buffer html = {0};
    struct stage s;
    buffer_add_text(&html, "<html><body><p>Prose above the tables.</p><table>\n");
    add_row(&html, "In millions", "201", 9);
    add_row(&html, "Sales of kilns", "1,234,56", 9);
    add_row(&html, "Cost", "(9", 9);
    buffer_add_text(&html, "</table><p>Prose between.</p><table>\n");
    add_row(&html, "Few", "201", 2);
    add_row(&html, "Potteries", "87", 2);
    buffer_add_text(&html, "</table></body></html>");
    open_page(&s, buffer_text(&html));
    char *text = stage_text(&s);
    if (count_of(text, "+") != 2 || count_of(text, "›\n") != 3) /* one is in the status bar */
        fail_msg("the marks of the right edge:\n%s", text);
    assert_null(strstr(text, "‹"));
    free(text);
    for (int step = 0; step < 12; step++) {
        text = stage_text(&s);
        expect_whole(text, "1,234,56");
        free(text);
        stage_keys(&s, "l");
    }
    text = stage_text(&s);
    if (count_of(text, "\n‹") != 3 || count_of(text, "›\n") || count_of(text, "Sales"))
        fail_msg("the table is not at its end:\n%s", text);
    assert_non_null(strstr(text, "1,234,568"));
    assert_non_null(strstr(text, "\nProse above"));
    assert_non_null(strstr(text, "\nPotteries"));
    free(text);
    stage_close(&s);
    buffer_deinit(&html);
}

/* A head that goes on below the count is seen to go on. */
static void test_cut_head(void **state)
{
    (void)state;
    static const struct {
        const char *head, *shown;
    } rows[] = {{"Additional paid-in capital of all", "…+3›"}, {"Sum", " +3›"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buffer html = {0};
        struct stage s;
        buffer_addf(&html,
                    "<html><body><table><tr><td></td><th>Common</th><th>Preferred</th><th>%s</th>"
                    "<th>Deficit</th><th>Total</th></tr>\n",
                    rows[i].head);
        for (int k = 0; k < 4; k++)
            buffer_add_text(&html, "<tr><td>Balance at the beginning</td><td>1,234</td>"
                                   "<td>4,567</td><td>12,345,678,901,234</td><td>99,999,999</td>"
                                   "<td>88,888,888</td></tr>\n");
        buffer_add_text(&html, "</table></body></html>");
        open_page(&s, buffer_text(&html));
        char *text = stage_text(&s);
        if (count_of(text, rows[i].shown) != 1)
            fail_msg("not '%s':\n%s", rows[i].shown, text);
        free(text);
        stage_close(&s);
        buffer_deinit(&html);
    }
}

/* The column of a word on the row of the screen; -1 when it is not there. */
static int column_of(struct stage *s, int row, const char *word)
{
    size_t length = strlen(word);
    for (int column = 0; column < s->canvas.columns; column++) {
        size_t i = 0;
        while (i < length &&
               canvas_cell(&s->canvas, row, column + (int)i)->code == (unsigned char)word[i])
            i++;
        if (i == length)
            return column;
    }
    return -1;
}

/* However long a table is, its rows move together: what is wide may be far away. */
static void test_long_table(void **state)
{
    (void)state;
    struct buffer html = {0};
    struct stage s;
    buffer_add_text(&html, "<html><body><table>\n");
    for (size_t i = 0; i < 12000; i++)
        buffer_addf(&html,
                    "<tr><td>Kiln %zu</td><td align=\"right\">123,456,789</td><td "
                    "align=\"right\">123,456,789</td><td align=\"right\">123,456,789</td><td>at "
                    "%s</td></tr>\n",
                    i,
                    i == 11995 ? "Aplacewhosenameislongerthanallothersthatareinthetable" : "Ohio");
    buffer_add_text(&html, "</table></body></html>");
    open_page(&s, buffer_text(&html));
    stage_keys(&s, "G l l l l l l l l");
    stage_draw(&s);
    int column = column_of(&s, 3, "at Ohio");
    assert_true(column > 0);
    stage_keys(&s, "gg");
    stage_draw(&s);
    assert_int_equal(column_of(&s, 3, "at Ohio"), column);
    assert_int_equal(column_of(&s, 4, "at Ohio"), column);
    stage_close(&s);
    buffer_deinit(&html);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_wide_table),
        cmocka_unit_test(test_cut_head),
        cmocka_unit_test(test_long_table),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
