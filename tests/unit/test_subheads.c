/* SPDX-License-Identifier: MIT */
/* Sub-headings of made-up heads: which are taken, at what level, and how sure that is. */
#include "outline/subheads/subheads.h"

#include "outline/catalog_sections.h"
#include "outline/heads/head_set.h"
#include "outline/subheads/subhead_styles.h"
#include "outline/subheads/subhead_words.h"

#include <stdlib.h>
#include <string.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

enum { LINE = 100 }; /* bytes of input between two places that are made up */

static const uint16_t CHAPTER = SET_BOLD | SET_CAPS | SET_CENTER;
static const uint16_t BOLD = SET_BOLD;
static const uint16_t SLANTED = SET_BOLD | SET_ITALIC;

struct world {
    struct scan scan;
    struct form form;
    struct nodes nodes;
    struct sections found;
    size_t place; /* of the next line, in the input */
};

static void begin(struct world *w)
{
    memset(w, 0, sizeof *w);
    form_init(&w->form, SLICE("10-K"), SLICE("2012-03-01"));
    candidates_init(&w->scan.candidates, &w->form);
    heads_init(&w->scan.heads, false);
    links_init(&w->scan.links);
    nodes_init(&w->nodes);
    w->scan.form = &w->form;
    w->scan.heads.body_size = 10;
}

static void finish(struct world *w)
{
    sections_deinit(&w->found);
    nodes_deinit(&w->nodes);
    links_deinit(&w->scan.links);
    heads_deinit(&w->scan.heads);
    candidates_deinit(&w->scan.candidates);
    form_deinit(&w->form);
}

/* A head with so much text below it. */
static struct head *add(struct world *w, const char *title, uint16_t set, size_t text)
{
    struct heads *h = &w->scan.heads;
    struct head *head = array_add(&h->list);
    memset(head, 0, sizeof *head);
    head->offset = w->place;
    head->title = slice_of(title);
    head->end = head->offset + head->title.len;
    head->text = h->text;
    head->block = h->blocks;
    head->set = set;
    head->size = 10;
    head->features = HEAD_BLANK_ABOVE;
    h->text += head->title.len + 1 + text;
    h->blocks += 1 + (text > 0);
    w->place += LINE + text;
    return head;
}

static struct node *add_node(struct world *w, enum node_kind kind, const char *title)
{
    struct node *node = array_add(&w->nodes.list);
    memset(node, 0, sizeof *node);
    node->kind = kind;
    node->offset = w->place;
    node->title = slice_of(title);
    node->level = 1;
    w->place += LINE;
    return node;
}

static const struct section *find(struct world *w, const char *title)
{
    for (size_t i = 0; i < w->found.list.count; i++)
        if (slice_equal(w->found.list.at[i].title, slice_of(title)))
            return &w->found.list.at[i];
    return NULL;
}

static int grade(struct world *w, const char *title)
{
    const struct section *s = find(w, title);
    return s ? s->grade : -1;
}

static void run(struct world *w)
{
    subheads_find(&w->found, &w->scan, &w->nodes);
}

/* Styles of an Item become levels, by how loud they are and by what stands on top of what. */
static void test_levels(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Business");
    add(&w, "GENERAL", CHAPTER, 400);
    add(&w, "SEGMENTS", CHAPTER, 0);
    add(&w, "Robots", BOLD, 300);
    add(&w, "Small Robots", SLANTED, 300);
    add(&w, "Large Robots", SLANTED, 300);
    add(&w, "Gliders:", BOLD, 300);
    add(&w, "We sell the following:", BOLD, 300);
    add(&w, "COMPETITION", CHAPTER, 500);
    run(&w);
    assert_int_equal(w.found.list.count, 7);
    assert_int_equal(grade(&w, "GENERAL"), GRADE_HEADING);
    assert_int_equal(grade(&w, "SEGMENTS"), GRADE_HEADING);
    assert_int_equal(grade(&w, "Robots"), GRADE_HEADING + 1);
    assert_int_equal(grade(&w, "Small Robots"), GRADE_HEADING + 2);
    assert_int_equal(grade(&w, "Gliders"), GRADE_HEADING + 1);
    assert_true(find(&w, "COMPETITION")->confidence >= 0.95);
    assert_true(find(&w, "COMPETITION")->why & WHY_TITLE);
    finish(&w);
}

/* Nothing is looked for on covers and among signatures, and an Item is no heading of its own. */
static void test_closed(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_COVER, "Cover")->length = 800;
    add(&w, "GLIDERS OF NOTE", CHAPTER, 200);
    size_t at = w.place;
    add_node(&w, NODE_ITEM, "Business")->offset = at;
    add(&w, "Business", BOLD, 300)->offset = at;
    add(&w, "Competition", BOLD, 300);
    add(&w, "GLIDERS OF NOTE", CHAPTER, 200);
    add_node(&w, NODE_SIGNATURES, "Signatures");
    add(&w, "Power of Attorney", BOLD, 300);
    run(&w);
    assert_int_equal(w.found.list.count, 1);
    assert_non_null(find(&w, "Competition"));
    finish(&w);
}

/* A sentence is a heading among risk factors, and nowhere else. */
static void test_risks(void **state)
{
    static const char risk[] = "We may lose our only customer and would then have no revenue.";
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Business");
    add(&w, "Customers", BOLD, 300);
    add(&w, "We sell all that we make to the one customer that we have ever had.", SLANTED, 300)
        ->features |= HEAD_SENTENCE;
    add(&w, "Employees", BOLD, 300);
    add_node(&w, NODE_ITEM, "Risk Factors");
    add(&w, "Risks Related to Our Business", BOLD, 0);
    add(&w, risk, SLANTED, 400)->features |= HEAD_SENTENCE;
    add(&w, "Our robots may fail in the rain.", SLANTED, 400)->features |= HEAD_SENTENCE;
    add(&w, "Our patents expire.", SLANTED, 400)->features |= HEAD_SENTENCE;
    run(&w);
    assert_int_equal(w.found.list.count, 6);
    assert_int_equal(grade(&w, "Risks Related to Our Business"), GRADE_HEADING);
    assert_int_equal(grade(&w, risk), GRADE_HEADING + 1);
    finish(&w);
}

/* Lines that follow each other with nothing between are a list, not headings. */
static void test_lists(void **state)
{
    static const char *const names[] = {"Jane Sample", "John Doe", "Ann Example", "Max Muster",
                                        "Eva Modell"};
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Directors");
    add(&w, "Board Committees", CHAPTER, 300);
    for (size_t i = 0; i < 5; i++)
        add(&w, names[i], BOLD, 0);
    add(&w, "Audit Committee", CHAPTER, 300);
    run(&w);
    assert_int_equal(w.found.list.count, 2);
    finish(&w);
}

/* What is marked as furniture, as part of a table or as a row of a contents list is none. */
static void test_marked(void **state)
{
    static const unsigned marks[] = {HEAD_FURNITURE, HEAD_CONTINUED, HEAD_PAGE_NUMBER,
                                     HEAD_LINK,      HEAD_TABLE,     HEAD_MID_SENTENCE};
    (void)state;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        struct world w;
        begin(&w);
        add_node(&w, NODE_ITEM, "Business");
        add(&w, "Customers", BOLD, 300);
        add(&w, "Employees", BOLD, 300)->features |= marks[i];
        run(&w);
        assert_non_null(find(&w, "Customers"));
        assert_null(find(&w, "Employees"));
        finish(&w);
    }
}

/* A document without Items: chapters, and what is below them; the lines in front of the contents
 * list are its cover. */
static void test_chapters(void **state)
{
    static const char *const chapters[] = {"SUMMARY", "RISK FACTORS", "USE OF PROCEEDS",
                                           "GLIDER MATTERS", "EXPERTS"};
    struct world w;
    (void)state;
    begin(&w);
    add(&w, "FIVE MILLION SHARES", CHAPTER, 300);
    for (size_t i = 0; i < 5; i++)
        add(&w, chapters[i], 0, 0)->features |= HEAD_PAGE_NUMBER;
    for (size_t i = 0; i < 5; i++) {
        add(&w, chapters[i], CHAPTER, 300);
        add(&w, "Overview of it", BOLD, 300);
    }
    run(&w);
    assert_int_equal(w.found.list.count, 10);
    assert_int_equal(grade(&w, "GLIDER MATTERS"), GRADE_GROUP);
    assert_int_equal(grade(&w, "Overview of it"), GRADE_HEADING);
    assert_int_equal(find(&w, "GLIDER MATTERS")->found_by, FOUND_CONTENTS);
    assert_true(find(&w, "GLIDER MATTERS")->confidence >= 0.95);
    assert_null(find(&w, "FIVE MILLION SHARES"));
    finish(&w);
}

/* Where two ranks are set alike, those that the contents list names stand above the others. */
static void test_listed_above(void **state)
{
    static const char *const named[] = {"Our Airships", "Our Gliders"};
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_CONTENTS, "Contents");
    for (size_t i = 0; i < 2; i++)
        add(&w, named[i], 0, 0)->features |= HEAD_PAGE_NUMBER;
    add_node(&w, NODE_ITEM, "Business");
    for (size_t i = 0; i < 2; i++) {
        add(&w, named[i], BOLD, 0);
        add(&w, "Sheds", BOLD, 300);
        add(&w, "Ropes", BOLD, 300);
    }
    run(&w);
    assert_int_equal(grade(&w, "Our Airships"), GRADE_HEADING);
    assert_int_equal(grade(&w, "Sheds"), GRADE_HEADING + 1);
    finish(&w);
}

/* A sentence is kept whole; one that the head does not hold in full says that it goes on. */
static void test_long_title(void **state)
{
    static const char risk[] =
        "We may not be able to raise the capital that we need to build the second shed for our "
        "airships, and without it the ships that are being built would have to stand in the rain.";
    static const char cut[] =
        "We may not be able to raise the capital that we need to build the second shed for our "
        "airships, and without it the ships that are being built would have to stand in the rain "
        "until the next summer, when the shed that is rented out";
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Risk Factors");
    add(&w, risk, BOLD, 300)->features |= HEAD_SENTENCE;
    add(&w, cut, BOLD, 300)->features |= HEAD_SENTENCE;
    run(&w);
    assert_int_equal(w.found.list.count, 2);
    assert_true(slice_equal(w.found.list.at[0].title, slice_of(risk)));
    struct slice title = w.found.list.at[1].title;
    assert_int_equal(title.len, sizeof cut - 1 + 3);
    assert_true(slice_starts(title, slice_of(cut)));
    assert_true(slice_ends_nocase(title, SLICE("...")));
    finish(&w);
}

/* The line that an Item's title goes on in is no heading; one below it may have the same words. */
static void test_own_title(void **state)
{
    static const char item[] = "DISCUSSION OF FINANCIAL CONDITION AND RESULTS OF OPERATIONS";
    for (int printed = 0; printed < 2; printed++) {
        struct world w;
        (void)state;
        begin(&w);
        w.scan.printed = printed != 0;
        add_node(&w, NODE_ITEM, item)->offset = w.place;
        w.place += LINE;
        struct head *first = add(&w, "Item 2. DISCUSSION OF FINANCIAL CONDITION AND", CHAPTER, 0);
        first->offset = w.nodes.list.at[0].offset;
        struct head *next = add(&w, "RESULTS OF OPERATIONS", CHAPTER, 1);
        next->offset = first->offset + 50;
        next->features = 0;
        struct head *below = add(&w, "Results of Operations", SET_BOLD | SET_TITLE_CASE, 300);
        below->offset = first->offset + 96;
        below->end = below->offset + below->title.len;
        add(&w, "Outlook", SET_BOLD | SET_TITLE_CASE, 300);
        run(&w);
        assert_int_equal(w.found.list.count, 2);
        assert_non_null(find(&w, "Results of Operations"));
        finish(&w);
    }
}

/* The pages behind the signatures that hold names are signatures too. */
static void test_signers(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Business");
    add(&w, "Customers", BOLD, 300);
    struct node *node = add_node(&w, NODE_SIGNATURES, "Signatures");
    add(&w, "Jane Q. Sample", BOLD, 300)->page = 1;
    add(&w, "PURSUANT TO THE REQUIREMENTS OF THE ACT", BOLD, 300)->page = 2;
    add(&w, "Max Muster", BOLD, 2300)->page = 2;
    add(&w, "Eva M. Modell", BOLD, 300)->page = 2;
    add(&w, "OUR SHEDS", CHAPTER, 300)->page = 3;
    add(&w, "AIRSHIPS IN SERVICE", CHAPTER, 3000)->page = 3;
    node->length = w.place - node->offset;
    run(&w);
    assert_int_equal(w.found.list.count, 2);
    assert_non_null(find(&w, "AIRSHIPS IN SERVICE"));
    finish(&w);
}

/* What stands between the last row of the contents and the first Item stands beside them. */
static void test_behind_contents(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_CONTENTS, "Contents")->offset = w.place;
    add(&w, "Contents", CHAPTER, 0)->offset = w.nodes.list.at[0].offset;
    add(&w, "Business", 0, 0)->features |= HEAD_PAGE_NUMBER;
    add(&w, "Properties", 0, 0)->features |= HEAD_PAGE_NUMBER;
    add(&w, "NOTE ABOUT OUR AIRSHIPS", CHAPTER, 400);
    add(&w, "Airships in the Rain", BOLD, 400);
    add(&w, "WORDS THAT WE USE", CHAPTER, 400);
    add_node(&w, NODE_ITEM, "Business");
    add(&w, "Customers", BOLD, 300);
    run(&w);
    assert_int_equal(w.found.list.count, 4);
    assert_int_equal(grade(&w, "NOTE ABOUT OUR AIRSHIPS"), GRADE_TOP);
    assert_int_equal(grade(&w, "Airships in the Rain"), GRADE_HEADING);
    assert_int_equal(grade(&w, "WORDS THAT WE USE"), GRADE_TOP);
    assert_int_equal(grade(&w, "Customers"), GRADE_HEADING);
    finish(&w);
}

/* Styles that are about as loud: the one that comes first holds the others. Capitals in front of a
 * dash are those of the whole heading. */
static void test_alike(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Discussion");
    add(&w, "Airship Analysis", BOLD, 300);
    add(&w, "Hours in the Air", SLANTED, 300);
    add(&w, "This Quarter", SET_BOLD | SET_UNDERLINE, 300);
    add(&w, "This Half", SET_BOLD | SET_UNDERLINE, 300);
    add(&w, "Weight in the Air", SLANTED, 300);
    for (int i = 0; i < 4; i++)
        add(&w, "Sheds and Ropes", BOLD, 300);
    add_node(&w, NODE_ITEM, "Other");
    add(&w, "OUR YEAR", SET_BOLD | SET_CAPS, 300);
    add(&w, "OUR QUARTER \xE2\x80\x93 Three Months", BOLD, 300);
    add(&w, "Gliders", BOLD, 300);
    run(&w);
    assert_int_equal(grade(&w, "Airship Analysis"), GRADE_HEADING);
    assert_int_equal(grade(&w, "Hours in the Air"), GRADE_HEADING + 1);
    assert_int_equal(grade(&w, "This Quarter"), GRADE_HEADING + 2);
    assert_int_equal(grade(&w, "OUR YEAR"), GRADE_HEADING);
    assert_int_equal(grade(&w, "OUR QUARTER \xE2\x80\x93 Three Months"), GRADE_HEADING);
    assert_int_equal(grade(&w, "Gliders"), GRADE_HEADING + 1);
    finish(&w);
}

/* A heading of two centred lines is one. */
static void test_two_lines(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    add_node(&w, NODE_ITEM, "Business");
    add(&w, "Our Airships in Private", SET_BOLD | SET_CENTER, 0);
    add(&w, "Weather of Last Year", SET_BOLD | SET_CENTER, 400);
    add(&w, "Our Gliders", SET_BOLD | SET_CENTER, 400);
    run(&w);
    assert_int_equal(w.found.list.count, 2);
    assert_non_null(find(&w, "Our Airships in Private Weather of Last Year"));
    finish(&w);
}

/* The front of a paragraph of plain text ends at the dash. */
static void test_front(void **state)
{
    static const char *const rows[][2] = {
        {"Convertible Airship Securities - On January 30, 2002, we",
         "Convertible Airship Securities"},
        {"Revenue -- The Company sells airships and", "Revenue"},
        {"Results - Three Months and Six Months", "Results - Three Months and Six Months"}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct head head = {.title = slice_of(rows[i][0])};
        if (!slice_equal(subhead_words_front(&head), slice_of(rows[i][1])))
            fail_msg("%s", rows[i][0]);
    }
}

static void test_words(void **state)
{
    static const struct {
        const char *text;
        bool fits;
    } rows[] = {{"Results of Operations", true},
                {"2023 Compared to 2022", true},
                {"1994 vs. 1993", true},
                {"To the Board of Directors of Sample Robotics", false},
                {"Three Months Ended June 30, 2023 Compared to 2022", true},
                {"Three Months Ended June 30, 2023", false},
                {"December 31, 2023", false},
                {"(in thousands)", false},
                {"Sample Robotics, Inc.", false},
                {"Springfield, Illinois", false},
                {"Springfield, IL 62701", false},
                {"Jane Q. Sample, 56", false},
                {"By: Jane Q. Sample", false},
                {"Table of Contents", false},
                {"Not applicable.", false},
                {"Total revenue", false},
                {"and other matters", false},
                {"* * * * *", false},
                {"F-12", false},
                {"Item 7. Discussion", false},
                {"Section 9 - Exhibits", false},
                {"Section 16(a) Reporting", true},
                {"\xE2\x80\xA2 Robots", false},
                {"Sales of", false},
                {"Wearables, Home and Accessories", true}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (subhead_words_fit(slice_of(rows[i].text)) != rows[i].fits)
            fail_msg("%s", rows[i].text);
    assert_true(subhead_words_sentence(
        SLICE("the ships that we have built so far stand in a shed that belongs to our founder")));
    assert_false(subhead_words_sentence(SLICE("Security Ownership of Certain Beneficial Owners")));
}

/* Loud styles stand above quiet ones, whichever comes first. */
static void test_ranks(void **state)
{
    struct subhead_group *g = calloc(1, sizeof *g);
    struct head quiet = {.set = SET_ITALIC | SET_RUN_IN, .size = 10, .title = SLICE("Inventories")};
    struct head loud = {.set = SET_BOLD | SET_CAPS, .size = 10, .title = SLICE("NOTE MATTERS")};
    struct head short_caps = {.set = SET_BOLD | SET_CAPS, .size = 10, .title = SLICE("ERISA")};
    struct head bold = {.set = SET_BOLD | SET_TITLE_CASE, .size = 10, .title = SLICE("Pensions")};
    (void)state;
    assert_non_null(g);
    uint8_t a = subhead_style_of(g, &quiet, 10);
    uint8_t b = subhead_style_of(g, &loud, 10);
    uint8_t c = subhead_style_of(g, &bold, 10);
    assert_int_equal(subhead_style_of(g, &short_caps, 10), c);
    for (size_t i = 0; i < g->count; i++)
        g->styles[i].count = g->styles[i].followed = 5;
    subhead_styles_rank(g, false, 10);
    assert_int_equal(g->styles[b].rank, 0);
    assert_int_equal(g->styles[c].rank, 1);
    assert_int_equal(g->styles[a].rank, 2);
    g->styles[b].followed = 1;
    subhead_styles_rank(g, false, 10);
    assert_false(g->styles[b].good);
    assert_int_equal(g->styles[c].rank, 0);
    free(g);
}

/* The catalogue knows what such parts are called, case and signs aside. */
static void test_catalogue(void **state)
{
    bool whole = false;
    struct catalog_sections c;
    (void)state;
    catalog_sections_init(&c);
    assert_string_equal(catalog_sections_find(&c, SLICE("use of proceeds"), &whole), "PROSPECTUS");
    assert_true(whole);
    assert_string_equal(catalog_sections_find(&c,
                                              SLICE("managements report on internal control over "
                                                    "financial reporting"),
                                              &whole),
                        "BUSINESS");
    assert_true(whole);
    assert_non_null(catalog_sections_find(&c, SLICE("overview of gliders"), &whole));
    assert_false(whole);
    assert_null(catalog_sections_find(&c, SLICE("overviews"), &whole));
    assert_null(catalog_sections_find(&c, SLICE(""), &whole));
    assert_string_equal(catalog_sections_find(&c, SLICE("off balance sheet arrangements"), &whole),
                        "MD&A");
    assert_true(whole);
    catalog_sections_deinit(&c);
}

static void test_nothing(void **state)
{
    struct world w;
    (void)state;
    begin(&w);
    run(&w);
    assert_int_equal(w.found.list.count, 0);
    finish(&w);
}

/* Two years that are compared, on a line of plain text, are a title. */
static void test_years(void **state)
{
    static const struct {
        const char *text;
        bool title;
    } rows[] = {{"1996 Compared with 1995", true},
                {"1996 compared to 1995", true},
                {"1994 vs. 1993", true},
                {"1992 compared with a loss of 4 percent in 1991", false},
                {"1996 was a better year than 1995", false}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct block b = {.text = slice_of(rows[i].text), .blank = 1};
        struct head_set set;
        if (head_set_printed(&b, NULL, 0, &set) != rows[i].title)
            fail_msg("%s", rows[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels),       cmocka_unit_test(test_closed),
        cmocka_unit_test(test_risks),        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_marked),       cmocka_unit_test(test_chapters),
        cmocka_unit_test(test_listed_above), cmocka_unit_test(test_long_title),
        cmocka_unit_test(test_words),        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_catalogue),    cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_own_title),    cmocka_unit_test(test_signers),
        cmocka_unit_test(test_alike),        cmocka_unit_test(test_behind_contents),
        cmocka_unit_test(test_two_lines),    cmocka_unit_test(test_front),
        cmocka_unit_test(test_years)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
