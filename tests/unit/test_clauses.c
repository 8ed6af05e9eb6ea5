/* SPDX-License-Identifier: MIT */
/* Clauses of made-up lines: their titles, and what speaks for and against each. */
#include "outline/articles/clauses.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { MOST = 64 };

struct lines {
    struct block blocks[MOST];
    size_t count;
};

/* Blocks of a text: empty lines count as blanks, "<PAGE>" begins a page, "<TABLE>" a table that
 * goes to the end. */
static void split(struct lines *lines, const char *text)
{
    struct slice rest = slice_of(text);
    struct slice line;
    uint32_t blank = 0;
    uint32_t page = 0;
    unsigned flags = 0;
    memset(lines, 0, sizeof *lines);
    while (slice_next_line(&rest, &line)) {
        if (slice_equal(line, SLICE("<PAGE>"))) {
            page++;
            blank = 0;
        } else if (slice_equal(line, SLICE("<TABLE>"))) {
            flags = SINK_TABLE;
        } else if (slice_trim(line).len == 0) {
            blank++;
        } else {
            struct block *b = &lines->blocks[lines->count++];
            b->text = line;
            b->offset = (size_t)(line.at - text);
            b->end = b->offset + line.len;
            b->blank = blank;
            b->page = page;
            b->flags = flags;
            blank = 0;
        }
    }
}

/* The clauses of the text, its blocks given `step` at a time. */
static void read(struct clauses *c, const char *text, bool printed, size_t step)
{
    static struct lines lines;
    split(&lines, text);
    clauses_init(c, printed);
    for (size_t i = 0; i < lines.count; i += step) {
        size_t count = lines.count - i < step ? lines.count - i : step;
        clauses_add(c, lines.blocks + i, count, lines.blocks + i + count, lines.count - i - count);
    }
}

struct sample {
    const char *text;  /* its first clause is looked at */
    const char *title; /* NULL: not looked at */
    unsigned features; /* that it has */
    unsigned lacks;    /* and has not */
};

static const struct sample PRINTED[] = {
    {"ARTICLE I\n\nTHE MERGER\n", "THE MERGER", CLAUSE_ALONE | CLAUSE_GAP, CLAUSE_PROSE},
    {"   ARTICLE II\n   ----------\n\nREPRESENTATIONS OF\n  THE SELLER\n\nThe seller says:\n",
     "REPRESENTATIONS OF THE SELLER", CLAUSE_ALONE, CLAUSE_PROSE},
    {"   Section 2.1 Closing. The closing of the\nmerger takes place.\n", "Closing", CLAUSE_RUN_IN,
     CLAUSE_ALONE | CLAUSE_PROSE},
    {"   Section 2.2 Payment for Common Stock and Preferred\nStock. At the time the merger\n"
     "takes place.\n",
     "Payment for Common Stock and Preferred Stock", CLAUSE_RUN_IN, CLAUSE_PROSE},
    {"Section 2.3 Approval by Old Oak Inc. and Others. The board\nhas met.\n",
     "Approval by Old Oak Inc. and Others", CLAUSE_RUN_IN, 0},
    {"Section 3.1  Organization.....................12\n", "Organization", CLAUSE_PAGE_NUMBER,
     CLAUSE_PROSE},
    {"Section 3.2  Conditions to the Obligations of\n   the Seller.....................12\n",
     "Conditions to the Obligations of the Seller", CLAUSE_PAGE_NUMBER, CLAUSE_PROSE},
    {"Section 4.2 of this Agreement shall\nbe void.\n", "", CLAUSE_PROSE, CLAUSE_ALONE},
    {"Section 4.2(c) and any shares\nof stock.\n", "", CLAUSE_PROSE, 0},
    {"1.   PURPOSE.  The purpose of the plan is\nto reward.\n", "PURPOSE", CLAUSE_RUN_IN, 0},
    {"7.8 Each party shall consult with each other before\nissuing any press release.\n", "", 0,
     CLAUSE_ALONE | CLAUSE_PAGE_NUMBER},
    {"SECTION 9. BY-LAWS OF THE COMPANY. The by-laws stay\nas they are.\n",
     "BY-LAWS OF THE COMPANY", CLAUSE_RUN_IN, CLAUSE_PROSE},
    {"as is said in\nSection 4.2. Upon request the board\nmeets.\n", NULL, CLAUSE_OPEN, 0},
    {"   EXHIBIT B TO PLAN OF MERGER\n   OF OLD OAK\n\nNUMBER OF SHARES\n", "NUMBER OF SHARES",
     CLAUSE_ALONE, CLAUSE_PROSE},
    {"ARTICLE V  MISCELLANEOUS (continued)\n", "MISCELLANEOUS (continued)", CLAUSE_CONTINUED, 0},
    {"<PAGE>\n                      EXHIBIT A\n\nFORM OF NOTE\n", "FORM OF NOTE",
     CLAUSE_PAGE_TOP | CLAUSE_CENTER | CLAUSE_GAP, CLAUSE_PROSE},
    {"<PAGE>\n                      EXHIBIT E\n\n                  June 28, 1996\n", "", 0, 0},
    {"<PAGE>\n                      EXHIBIT E\n\n            Dated as of June 28, 1996\n", "", 0,
     0},
    {"<PAGE>\n                    SCHEDULE 2.6\n      OUTSTANDING WARRANTS TO PURCHASE\n"
     "              COMMON STOCK\n<TABLE>\n                       AMOUNT OF\n",
     "OUTSTANDING WARRANTS TO PURCHASE COMMON STOCK", CLAUSE_PAGE_TOP, 0},
    {"          W I T N E S S E T H:\n", "WITNESSETH", CLAUSE_GAP, CLAUSE_PROSE},
};

static void check(const struct sample *row, bool printed, size_t step)
{
    struct clauses c;
    read(&c, row->text, printed, step);
    if (c.list.count == 0)
        fail_msg("no clause: %s", row->text);
    const struct clause *x = &c.list.at[0];
    if (row->title != NULL && strcmp(x->title.at, row->title) != 0)
        fail_msg("%s: title \"%s\"", row->text, x->title.at);
    if ((x->features & row->features) != row->features || (x->features & row->lacks) != 0)
        fail_msg("%s: features %x", row->text, x->features);
    clauses_deinit(&c);
}

static void test_printed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof PRINTED / sizeof PRINTED[0]; i++)
        for (size_t step = 1; step < 4; step++)
            check(&PRINTED[i], true, step);
}

/* A title set apart by its style ends with it. */
static void test_styled(void **state)
{
    static const char text[] = "Section 4.2 Price The price is paid.";
    static const struct run runs[] = {{0, 0}, {12, STYLE_UNDERLINE}, {17, 0}};
    struct block b = {.text = {text, sizeof text - 1}, .end = sizeof text - 1};
    struct clauses c;
    (void)state;
    b.runs = runs;
    b.run_count = 3;
    clauses_init(&c, false);
    clauses_add(&c, &b, 1, NULL, 0);
    assert_int_equal(c.list.count, 1);
    assert_string_equal(c.list.at[0].title.at, "Price");
    assert_true(c.list.at[0].features & CLAUSE_STYLED);
    assert_true(c.list.at[0].features & CLAUSE_RUN_IN);
    clauses_deinit(&c);
}

/* A link to a place of the document, as a contents list has it. */
static void test_link(void **state)
{
    static const char text[] = "4.2 Price";
    static const struct link link = {0, 3, SLICE_ROW("#s42")};
    struct block b = {.text = {text, sizeof text - 1}, .end = sizeof text - 1};
    struct clauses c;
    (void)state;
    b.links = &link;
    b.link_count = 1;
    clauses_init(&c, false);
    clauses_add(&c, &b, 1, NULL, 0);
    assert_int_equal(c.list.count, 1);
    assert_true(c.list.at[0].features & CLAUSE_LINK);
    assert_int_equal(c.list.at[0].offset, 0);
    clauses_deinit(&c);
}

static void test_furniture(void **state)
{
    static const char text[] = "Section 4.2 Price";
    struct block b = {.text = {text, sizeof text - 1}, .end = sizeof text - 1};
    struct clauses c;
    (void)state;
    b.flags = SINK_FURNITURE;
    clauses_init(&c, true);
    clauses_add(&c, &b, 1, NULL, 0);
    assert_int_equal(c.list.count, 0);
    clauses_deinit(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printed),
        cmocka_unit_test(test_styled),
        cmocka_unit_test(test_link),
        cmocka_unit_test(test_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
