/* SPDX-License-Identifier: MIT */
/* Dividers of exhibits printed in a document, among rows of an index and mentions. */
#include "outline/exhibits/dividers.h"

#include "base/buffer.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { MOST = 128 };

struct lines {
    struct block blocks[MOST];
    size_t count;
};

/* Blocks of a text: empty lines count as blanks, "<PAGE>" begins a page, a line that begins with
 * '>' is at the right. */
static void split(struct lines *lines, const char *text)
{
    struct slice rest = slice_of(text);
    struct slice line;
    uint32_t blank = 0;
    uint32_t page = 0;
    memset(lines, 0, sizeof *lines);
    while (slice_next_line(&rest, &line)) {
        if (slice_equal(line, SLICE("<PAGE>"))) {
            page++;
            blank = 0;
        } else if (slice_trim(line).len == 0) {
            blank++;
        } else {
            assert_true(lines->count < MOST);
            struct block *b = &lines->blocks[lines->count++];
            bool right = line.at[0] == '>';
            b->text = slice_cut(line, right, line.len);
            b->shape.align = right ? ALIGN_RIGHT : ALIGN_LEFT;
            b->offset = (size_t)(b->text.at - text);
            b->end = b->offset + b->text.len;
            b->blank = blank;
            b->page = page;
            blank = 0;
        }
    }
}

#define SIGNED                                                                                     \
    "SIGNATURES\n\nPursuant to the requirements of the law the registrant has duly caused this\n"  \
    "report to be signed.\n\n"
#define WORDS "These are words of a text that has many of them, and this is a line of it.\n"
#define TEXT WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS WORDS

/* The numbers of the dividers in the text, with a '?' behind those that are doubtful. */
static void check(const char *text, const char *expected)
{
    static struct lines lines;
    struct candidates c;
    struct form form;
    struct chain chain;
    struct dividers dividers = {0};
    struct buffer out;
    split(&lines, text);
    form_init(&form, SLICE("8-K"), SLICE("2006-05-01"));
    candidates_init(&c, &form);
    candidates_add(&c, lines.blocks, lines.count, NULL, 0);
    chain_choose(&chain, &c, &form, NULL, 0);
    dividers_choose(&dividers, &c, &chain);
    buffer_init(&out);
    for (size_t i = 0; i < dividers.list.count; i++) {
        const struct divider *d = &dividers.list.at[i];
        buffer_add(&out, c.list.at[d->candidate].numbers[0]);
        buffer_add_text(&out, d->confidence < 0.8 ? "? " : " ");
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_deinit(&out);
    dividers_deinit(&dividers);
    chain_deinit(&chain);
    candidates_deinit(&c);
    form_deinit(&form);
}

static void test_pages(void **state)
{
    (void)state;
    check("Item 8.01 Other Events\n\n" SIGNED "<PAGE>\n                 EXHIBIT 99.1\n<PAGE>\n" TEXT
          "<PAGE>\n                 Exhibit 99.2\n\nNEWS\n\n" TEXT,
          "99.1 99.2 ");
}

static void test_without_pages(void **state)
{
    (void)state;
    check("Item 8.01 Other Events\n\n" SIGNED ">EXHIBIT 99.1\n\nNEWS\n\n" TEXT, "99.1 ");
    check("Item 8.01 Other Events\n\n" SIGNED ">Exhibit 99.1\n\nNEWS\n\n" TEXT, "99.1? ");
    check("Item 8.01 Other Events\n\n" SIGNED "Exhibit 99.1\n\nNEWS\n\n" TEXT, "");
}

/* Rows of an index are none, but the line behind it is. */
static void test_index(void **state)
{
    (void)state;
    check("Item 8.01 Other Events\n\n" SIGNED
          "EXHIBIT INDEX\n\nExhibit 99.1\n\nNews of May\n\nExhibit 99.2\n\nNews of June\n\n",
          "");
    check("Item 8.01 Other Events\n\n" SIGNED
          "EXHIBIT INDEX\n\nExhibit 99.1\n\nNews of May\n\n<PAGE>\n>EXHIBIT 99.1\n\n" TEXT,
          "99.1 ");
}

/* A running head comes on each page: the exhibit begins at its first. */
static void test_running_head(void **state)
{
    (void)state;
    check("Item 8.01 Other Events\n\n" SIGNED "<PAGE>\n>EXHIBIT 99.1\n\n" TEXT
          "<PAGE>\n>EXHIBIT 99.1\n\n" TEXT,
          "99.1 ");
}

/* Before the signatures nothing is an exhibit, nor is a mention one. */
static void test_mentions(void **state)
{
    (void)state;
    check("Item 8.01 Other Events\n\nA release is filed as\nExhibit 99.1\n\n" TEXT SIGNED, "");
    check("Item 8.01 Other Events\n\n" TEXT "<PAGE>\nExhibit 99.1\n\n" SIGNED, "");
    check("Item 8.01 Other Events\n\n" SIGNED "<PAGE>\nEXHIBIT 99.1 is filed with this.\n\n" TEXT,
          "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),    cmocka_unit_test(test_without_pages),
        cmocka_unit_test(test_index),    cmocka_unit_test(test_running_head),
        cmocka_unit_test(test_mentions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
