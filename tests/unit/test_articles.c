/* SPDX-License-Identifier: MIT */
/* Articles of made-up agreements, charters and plans. */
#include "outline/articles/articles.h"

#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { MOST = 256 };

struct lines {
    struct block blocks[MOST];
    size_t count;
};

/* Blocks of a text: empty lines count as blanks, "<PAGE>" begins a page. */
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
            b->text = line;
            b->offset = (size_t)(line.at - text);
            b->end = b->offset + line.len;
            b->blank = blank;
            b->page = page;
            blank = 0;
        }
    }
}

struct found {
    struct scan scan;
    struct nodes nodes;
    struct sections sections;
};

/* A node that the document has, or NULL. */
static const struct node *behind;

/* What is found in the text of an exhibit of that number; NULL: a main document, whose node at the
 * words `divider` is the divider of exhibit 10.1. */
static void find(struct found *f, const char *text, const char *number, const char *divider)
{
    static struct lines lines;
    split(&lines, text);
    memset(f, 0, sizeof *f);
    f->scan.printed = true;
    f->scan.exhibit = number != NULL;
    f->scan.exhibit_number = slice_of(number);
    clauses_init(&f->scan.clauses, true);
    clauses_add(&f->scan.clauses, lines.blocks, lines.count, NULL, 0);
    heads_init(&f->scan.heads, true);
    heads_add(&f->scan.heads, lines.blocks, lines.count, NULL, 0);
    links_init(&f->scan.links);
    links_finish(&f->scan.links);
    heads_finish(&f->scan.heads, &f->scan.links);
    nodes_init(&f->nodes);
    if (behind != NULL)
        array_push(&f->nodes.list, *behind);
    if (divider != NULL) {
        struct node node = {.kind = NODE_EXHIBIT, .id = SLICE("EX-10.1"), .level = 1};
        node.offset = (size_t)(strstr(text, divider) - text);
        array_push(&f->nodes.list, node);
    }
    articles_find(&f->sections, &f->scan, &f->nodes);
    sections_place(&f->nodes, &f->sections);
}

static void end(struct found *f)
{
    clauses_deinit(&f->scan.clauses);
    heads_deinit(&f->scan.heads);
    links_deinit(&f->scan.links);
    sections_deinit(&f->sections);
    nodes_deinit(&f->nodes);
}

/* The nodes as lines: two blanks for each level below the first, id, title. */
static void check(const struct found *f, const char *expected)
{
    struct buffer out;
    buffer_init(&out);
    for (size_t i = 0; i < f->nodes.list.count; i++) {
        const struct node *node = &f->nodes.list.at[i];
        buffer_add_fill(&out, ' ', 2 * (size_t)(node->level - 1));
        buffer_add(&out, node->id);
        if (node->title.len > 0) {
            buffer_add_text(&out, ": ");
            buffer_add(&out, node->title);
        }
        buffer_add_byte(&out, '\n');
    }
    assert_string_equal(buffer_text(&out), expected);
    buffer_deinit(&out);
}

static const char MERGER[] =
    "                    TABLE OF CONTENTS\n\n"
    "ARTICLE I\nTHE MERGER\n"
    "   Section 1.1  The Merger.......................................2\n"
    "   Section 1.2  Closing..........................................2\n"
    "ARTICLE II\nMISCELLANEOUS\n"
    "   Section 2.1  Notices..........................................3\n"
    "<PAGE>\n"
    "                        RECITALS:\n\n"
    "     WHEREAS, the parties wish to merge, as Section 1.1 says at more length than\n"
    "this; and whereas some more is to be said before the first of the articles begins,\n\n"
    "                        ARTICLE I\n\n                       THE MERGER\n\n"
    "     Section 1.1 The Merger. On the terms of this agreement the two become one, see\n"
    "Section 1.2 of this agreement for the day and hour.\n\n"
    "     Section 1.2 Closing. The closing takes place at noon.\n\n"
    "                        ARTICLE II\n\n                      MISCELLANEOUS\n\n"
    "     Section 2.1 Notices. All notices shall be in writing.\n\n"
    "     IN WITNESS WHEREOF, the parties have signed.\n\n"
    "<PAGE>\n"
    "                        EXHIBIT A\n\n                     FORM OF NOTE\n\n"
    "     For value received the maker promises to pay.\n";

static void test_merger(void **state)
{
    struct found f;
    (void)state;
    find(&f, MERGER, "2.1", NULL);
    check(&f, "contents: TABLE OF CONTENTS\n"
              "recitals: RECITALS\n"
              "article-i: THE MERGER\n"
              "  section-1.1: The Merger\n"
              "  section-1.2: Closing\n"
              "article-ii: MISCELLANEOUS\n"
              "  section-2.1: Notices\n"
              "signatures: Signatures\n"
              "exhibit-a: FORM OF NOTE\n");
    const struct node *section = &f.nodes.list.at[3];
    assert_true(section->why & WHY_LISTED);
    assert_true(section->confidence >= 0.95);
    assert_string_equal(section->label.at, "Section 1.1");
    end(&f);
}

/* Numbers alone, as plans and employment agreements have them. */
static void test_numbers(void **state)
{
    static const char text[] = "                    BONUS PLAN\n\n"
                               "1.   PURPOSE.  The purpose is to reward.\n\n"
                               "2.   TERMS\n\n     (a)  One term is that there are more.\n\n"
                               "     2.1  First Term.  It is long.\n\n"
                               "     2.2  Second Term.  It is longer.\n\n"
                               "3.   PAYMENT.  Payment is in cash, and not before\n"
                               "2.1 has been met.\n\n"
                               "3.5 million are paid at most.\n";
    struct found f;
    (void)state;
    find(&f, text, "10.8", NULL);
    check(&f, "section-1: PURPOSE\nsection-2: TERMS\n  section-2.1: First Term\n"
              "  section-2.2: Second Term\nsection-3: PAYMENT\n");
    end(&f);
    find(&f, text, "99.1", NULL);
    check(&f, "section-1: PURPOSE\nsection-2: TERMS\n  section-2.1: First Term\n"
              "  section-2.2: Second Term\nsection-3: PAYMENT\n");
    end(&f);
    find(&f, text, NULL, NULL);
    check(&f, "");
    end(&f);
}

/* Sections that begin anew below each article. */
static void test_bylaws(void **state)
{
    struct found f;
    (void)state;
    find(&f,
         "ARTICLE ONE\nOFFICES\n\nSection 1. Office. It is here.\n\nSection 2. Others. There.\n\n"
         "ARTICLE TWO\nMEETINGS\n\nSection 1. Annual Meeting. In May.\n\n"
         "Section 2. Notice. Ten days.\n",
         "3.2", NULL);
    check(&f, "article-one: OFFICES\n  article-one-section-1: Office\n"
              "  article-one-section-2: Others\narticle-two: MEETINGS\n"
              "  article-two-section-1: Annual Meeting\n  article-two-section-2: Notice\n");
    end(&f);
}

static void test_charter(void **state)
{
    struct found f;
    (void)state;
    find(&f,
         "FIRST: The name of the corporation is Old Oak.\n\n"
         "SECOND: Its office is in Delaware.\n\nTHIRD: Its purpose is any lawful act.\n",
         "3.1", NULL);
    check(&f, "article-first\narticle-second\narticle-third\n");
    end(&f);
}

/* A charter behind an agreement, as its exhibit: its articles are not those of the agreement. */
static void test_annex(void **state)
{
    struct buffer text;
    struct found f;
    (void)state;
    buffer_init(&text);
    buffer_add_text(&text, "                 EXHIBIT 99.2\n\n");
    buffer_add_text(&text, MERGER);
    buffer_add_text(&text, "<PAGE>\n                 EXHIBIT 2.1\n\n"
                           "FIRST: The name of the corporation is Old Oak.\n\n"
                           "SECOND: Its office is in Delaware.\n\n"
                           "THIRD: Its purpose is any.\n");
    find(&f, buffer_text(&text), "99.2", NULL);
    check(&f, "contents: TABLE OF CONTENTS\n"
              "recitals: RECITALS\n"
              "article-i: THE MERGER\n"
              "  section-1.1: The Merger\n"
              "  section-1.2: Closing\n"
              "article-ii: MISCELLANEOUS\n"
              "  section-2.1: Notices\n"
              "signatures: Signatures\n"
              "exhibit-a: FORM OF NOTE\n"
              "exhibit-2.1\n"
              "  exhibit-2.1/article-first\n"
              "  exhibit-2.1/article-second\n"
              "  exhibit-2.1/article-third\n");
    end(&f);
    buffer_deinit(&text);
}

/* Behind a divider everything has the exhibit's id in front. */
static void test_divider(void **state)
{
    struct buffer text;
    struct found f;
    (void)state;
    buffer_init(&text);
    buffer_add_text(&text, "A report.\n<PAGE>\n                 EXHIBIT 10.1\n\n");
    buffer_add_text(&text, MERGER);
    find(&f, buffer_text(&text), NULL, "EXHIBIT 10.1");
    check(&f, "EX-10.1\n"
              "  EX-10.1/contents: TABLE OF CONTENTS\n"
              "  EX-10.1/recitals: RECITALS\n"
              "  EX-10.1/article-i: THE MERGER\n"
              "    EX-10.1/section-1.1: The Merger\n"
              "    EX-10.1/section-1.2: Closing\n"
              "  EX-10.1/article-ii: MISCELLANEOUS\n"
              "    EX-10.1/section-2.1: Notices\n"
              "  EX-10.1/signatures: Signatures\n"
              "  EX-10.1/exhibit-a: FORM OF NOTE\n");
    end(&f);
    buffer_deinit(&text);
}

/* Out of order is none; a number that is missing makes what follows doubtful. */
static void test_order(void **state)
{
    struct found f;
    (void)state;
    find(&f,
         "Section 1. Term. Long.\n\nSection 2. Pay. High.\n\nSection 9. Other Law. It is far.\n\n"
         "Section 3. Notice. Short.\n\nSection 5. Law. Of Ohio.\n\nSection 2. Again. No.\n",
         "10.1", NULL);
    check(&f, "section-1: Term\nsection-2: Pay\nsection-3: Notice\nsection-5: Law\n");
    assert_true(f.nodes.list.at[3].why & DOUBT_ORDER);
    assert_true(f.nodes.list.at[3].confidence < 0.8);
    assert_true(f.nodes.list.at[0].confidence >= 0.8);
    end(&f);
}

static void test_too_few(void **state)
{
    struct found f;
    (void)state;
    find(&f, "Section 1. Term. Long.\n\nSection 2. Pay. High.\n", "10.1", NULL);
    check(&f, "");
    end(&f);
    find(&f, "Section 13 or 15(d) of the act.\n\nSection 16 Reports. All were filed.\n", NULL,
         NULL);
    check(&f, "");
    end(&f);
}

/* The front of an agreement: its title, a contents list, annexes that only the list names. */
static const char FRONT[] =
    "                                                       EXHIBIT 1\n\n"
    "                    AGREEMENT AND PLAN OF REORGANIZATION\n\n"
    "                              AND MERGER\n\n"
    "                                AMONG\n\n                          OLD OAK, INC.\n"
    "<PAGE>\n"
    "                    TABLE OF CONTENTS\n                    -----------------\n\n"
    "1.  THE MERGER....................................................   1\n"
    "    1.1  Filing...................................................   1\n"
    "    1.2  Effect...................................................   1\n\n"
    "2.  CLOSING.......................................................   2\n\n"
    "3.  GENERAL.......................................................   2\n"
    "    3.1  Notices..................................................   2\n"
    "<PAGE>\n"
    "EXHIBIT A  -  NUMBER OF SHARES\nEXHIBIT B  -  FORM OF OPINION OF COUNSEL\n"
    "EXHIBIT C  -  FORM OF RECEIPT\n"
    "<PAGE>\n"
    "1.  THE MERGER\n\n     1.1  FILING.  The parties file the papers in their state.\n\n"
    "     1.2  EFFECT.  The two companies become one.\n\n"
    "          1.2.1  TIME.  It is noon.\n\n"
    "2.  CLOSING\n\n     The closing takes place at an office.\n\n"
    "3.  GENERAL\n\n     3.1  NOTICES.  All notices are written by hand.\n"
    "<PAGE>\n"
    "                        EXHIBIT A\n                        ---------\n\n\n"
    "     Upon the surrender of the stock the buyer shall deliver shares.\n"
    "<PAGE>\n"
    "                        EXHIBIT B\n                        ---------\n\n"
    "                       June 28, 1996\n\n\nMs. Ann Example\n";

static void test_front(void **state)
{
    struct buffer text;
    struct found f;
    (void)state;
    find(&f, FRONT, "99.1", NULL);
    check(&f, "agreement-and-plan-of-reorganization-and-merger: "
              "AGREEMENT AND PLAN OF REORGANIZATION AND MERGER\n"
              "contents: TABLE OF CONTENTS\n"
              "section-1: THE MERGER\n  section-1.1: FILING\n  section-1.2: EFFECT\n"
              "    section-1.2.1: TIME\n"
              "section-2: CLOSING\nsection-3: GENERAL\n  section-3.1: NOTICES\n"
              "exhibit-a: NUMBER OF SHARES\nexhibit-b: FORM OF OPINION OF COUNSEL\n");
    assert_int_equal(f.nodes.list.at[0].kind, NODE_HEADING);
    assert_int_equal(f.nodes.list.at[1].kind, NODE_CONTENTS);
    end(&f);
    buffer_init(&text);
    buffer_add_text(&text, "A report.\n<PAGE>\n                 EXHIBIT 10.1\n\n");
    buffer_add_text(&text, FRONT);
    find(&f, buffer_text(&text), NULL, "EXHIBIT 10.1");
    assert_string_equal(f.nodes.list.at[1].id.at, "EX-10.1/contents");
    assert_int_equal(f.nodes.list.at[1].level, 2);
    end(&f);
    buffer_deinit(&text);
}

/* An agreement behind the signatures of a report, without a divider. */
static void test_behind(void **state)
{
    static const char text[] = "                         SIGNATURES\n\nPursuant to the act.\n"
                               "<PAGE>\n"
                               "                         OLD OAK BANK\n"
                               "                  SALARY CONTINUATION AGREEMENT\n\n"
                               "   THIS AGREEMENT is made by the bank.\n\n"
                               "                          Article 1\n"
                               "                         Definitions\n\n   Words mean things.\n\n"
                               "                          Article 2\n"
                               "                           Benefits\n\n"
                               "2.1   Amount.  It is large.\n\n2.2   Death.  It ends then.\n";
    static struct node signatures = {
        .kind = NODE_SIGNATURES, .id = {"signatures", 10}, .level = 1, .offset = 25};
    struct found f;
    (void)state;
    behind = &signatures;
    find(&f, text, NULL, NULL);
    behind = NULL;
    check(&f, "signatures\n"
              "old-oak-bank-salary-continuation-agreement: "
              "OLD OAK BANK SALARY CONTINUATION AGREEMENT\n"
              "  article-1: Definitions\n  article-2: Benefits\n"
              "    section-2.1: Amount\n    section-2.2: Death\n");
    end(&f);
}

/* Three levels of numbers, the first without a stop; where none stand below they are a list. */
static void test_levels(void **state)
{
    static const char text[] = "1   Definitions\n\nWords.\n\n1.1   Terms\n\nMore.\n\n"
                               "1.1.1   First Term\n\nIt is long.\n\n"
                               "1.1.2   Second Term\n\nIt is longer.\n\n1.2   Others\n\nA few.\n\n"
                               "2   Services\n\nDone.\n\n2.1   Scope\n\nAll.\n\n"
                               "3   Fees\n\nHigh.\n\n3.1   Rates\n\nHigher.\n";
    static const char list[] = "1   Pumps\n\n2   Valves\n\n3   Pipes\n\n4   Tanks\n\n5   Wells\n";
    static const char expected[] = "section-1: Definitions\n  section-1.1: Terms\n"
                                   "    section-1.1.1: First Term\n    section-1.1.2: Second Term\n"
                                   "  section-1.2: Others\nsection-2: Services\n"
                                   "  section-2.1: Scope\nsection-3: Fees\n  section-3.1: Rates\n";
    struct found f;
    (void)state;
    find(&f, text, "10.1", NULL);
    check(&f, expected);
    end(&f);
    find(&f, list, "10.1", NULL);
    check(&f, "");
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_merger), cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_bylaws), cmocka_unit_test(test_charter),
        cmocka_unit_test(test_annex),  cmocka_unit_test(test_divider),
        cmocka_unit_test(test_order),  cmocka_unit_test(test_too_few),
        cmocka_unit_test(test_front),  cmocka_unit_test(test_behind),
        cmocka_unit_test(test_levels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
