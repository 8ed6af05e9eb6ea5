/* SPDX-License-Identifier: MIT */
/* Lines and parts of documents by number: of the source of a printed text, else of those shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screens/stage.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

enum { PARAGRAPHS = 200 };

static void command(struct stage *s, const char *line)
{
    stage_keys(s, ":");
    stage_type(s, line);
    stage_keys(s, "Enter");
    stage_settle(s);
}

static void expect(struct stage *s, const char *what, const char *shown)
{
    char *text = stage_text(s);
    if (!strstr(text, shown))
        fail_msg("%s does not show '%s':\n%s", what, shown, text);
    free(text);
}

/* Going to a line puts it at the top, and the position says its number. */
static void expect_line(struct stage *s, const char *number, const char *top, const char *says)
{
    command(s, number);
    expect(s, number, top);
    stage_keys(s, "Ctrl-G");
    expect(s, number, says);
}

/* A line on the screen is a paragraph, or the blank one above it. */
static void test_markup(void **state)
{
    (void)state;
    struct buffer html = {0};
    struct stage s;
    buffer_add_text(&html, "<html><body><div style=\"display:none\">");
    buffer_add_fill(&html, 'x', 20000);
    buffer_add_text(&html, "</div>");
    for (int i = 1; i <= PARAGRAPHS; i++)
        buffer_addf(&html, "<p>Paragraph %d\nof <b>many</b></p>", i);
    buffer_add_text(&html, "</body></html>\n");
    assert_true(stage_open_text(&s, "made.htm", buffer_slice(&html), 14, 60, NULL));
    expect(&s, "the first screen", " 2% ");
    expect_line(&s, "1", "\nParagraph 1 of many", "line 1 ");
    expect_line(&s, "21", "\nParagraph 11 of many", "line 21 ");
    expect_line(&s, "201", "\nParagraph 101 of many", "line 201 ");
    command(&s, "50%");
    expect(&s, "50%", "\nParagraph 102 of many");
    command(&s, "100%");
    expect(&s, "100%", "Paragraph 200 of many");
    command(&s, "1000000");
    expect(&s, "a line behind the last", "Paragraph 200 of many");
    stage_close(&s);
    buffer_deinit(&html);
}

/* Of a printed text the lines of the source count. */
static void test_printed(void **state)
{
    (void)state;
    struct buffer text = {0};
    struct stage s;
    for (int i = 1; i <= PARAGRAPHS; i++)
        buffer_addf(&text, "Line %d of a text\n", i);
    assert_true(stage_open_text(&s, "made.txt", buffer_slice(&text), 14, 40, NULL));
    expect_line(&s, "30", "\nLine 30 of", "line 30 ");
    expect_line(&s, "101", "\nLine 101 of", "line 101 ");
    stage_close(&s);
    buffer_deinit(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup),
        cmocka_unit_test(test_printed),
    };
    (void)setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
