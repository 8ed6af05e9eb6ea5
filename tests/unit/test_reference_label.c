/* SPDX-License-Identifier: MIT */
/* The labels that sentences have, and what only looks like one. */
#include "outline/references/reference_label.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

struct sample {
    const char *text;
    enum reference_kind kind;
    unsigned part;
    const char *numbers; /* key=words, parted by '|'; NULL: no label */
};

static void check(const struct sample *row)
{
    struct reference_label label;
    struct buffer read = {0};
    struct slice text = slice_of(row->text);
    bool found = reference_label_read(text, 0, &label);
    if (found != (row->numbers != NULL))
        fail_msg("\"%s\" is %sa label", row->text, found ? "" : "not ");
    if (!found)
        return;
    for (size_t i = 0; i < label.count; i++) {
        const struct reference_number *n = &label.numbers[i];
        buffer_addf(&read, "%s%s=", i > 0 ? "|" : "", n->key);
        buffer_add(&read, slice_cut(text, n->from, n->to));
    }
    if (strcmp(buffer_text(&read), row->numbers) != 0)
        fail_msg("\"%s\" reads \"%s\", not \"%s\"", row->text, buffer_text(&read), row->numbers);
    if (label.kind != row->kind || label.part != row->part)
        fail_msg("\"%s\" has kind %d, part %u", row->text, (int)label.kind, label.part);
    assert_int_equal(label.end, label.numbers[label.count - 1].to);
    buffer_deinit(&read);
}

static void test_items(void **state)
{
    static const struct sample rows[] = {
        {"Item 7A of this", REFERENCE_ITEM, 0, "7A=Item 7A"},
        {"ITEM 7 and more", REFERENCE_ITEM, 0, "7=ITEM 7"},
        {"Items 1A and 7", REFERENCE_ITEM, 0, "1A=Items 1A|7=7"},
        {"Items 10, 11, 12, and 13 of", REFERENCE_ITEM, 0, "10=Items 10|11=11|12=12|13=13"},
        {"Items 5 through 9", REFERENCE_ITEM, 0, "5=Items 5 through 9"},
        {"Part II, Item 7", REFERENCE_ITEM, 2, "7=Part II, Item 7"},
        {"PART I. ITEM 2.", REFERENCE_ITEM, 1, "2=PART I. ITEM 2"},
        {"Part I\xE2\x80\x94Item 1A", REFERENCE_ITEM, 1, "1A=Part I\xE2\x80\x94Item 1A"},
        {"Item 7 of Part II", REFERENCE_ITEM, 2, "7=Item 7 of Part II"},
        {"Item 7, Part II, and", REFERENCE_ITEM, 2, "7=Item 7, Part II"},
        {"Item 1, Part II, Item 7", REFERENCE_ITEM, 0, "1=Item 1"}, /* the next one's part */
        {"Item 7(a)(1) says", REFERENCE_ITEM, 0, "7=Item 7(a)(1)"},
        {"Item 9A(T)", REFERENCE_ITEM, 0, "9A(T)=Item 9A(T)"},
        {"Item 5.02", REFERENCE_ITEM, 0, "5.02=Item 5.02"},
        {"Item 3.D", REFERENCE_ITEM, 0, "3.D=Item 3.D"},
        {"Item No. 4", REFERENCE_ITEM, 0, "4=Item No. 4"},
        {"Item IX", REFERENCE_ITEM, 0, "9=Item IX"},
        {"Item One", REFERENCE_ITEM, 0, "1=Item One"},
        {"item 1 and", REFERENCE_ITEM, 0, "1=item 1"},
        {"items 33,853 and", REFERENCE_ITEM, 0, NULL},
        {"Part 1, Item 1A of", REFERENCE_ITEM, 1, "1A=Part 1, Item 1A"},
        {"Item 405 of Regulation S-K", REFERENCE_ITEM, 0, NULL},
        {"items of 7", REFERENCE_ITEM, 0, NULL},
        {"Item 7th", REFERENCE_ITEM, 0, NULL},
        {"item ix", REFERENCE_ITEM, 0, NULL},
        {"Part III of", REFERENCE_PART, 0, "3=Part III"},
        {"part II", REFERENCE_PART, 0, NULL},
        {"Part of", REFERENCE_PART, 0, NULL},
        {"Part IX", REFERENCE_PART, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(&rows[i]);
}

static void test_notes(void **state)
{
    static const struct sample rows[] = {
        {"Note 12 to the", REFERENCE_NOTE, 0, "12=Note 12"},
        {"Notes 3 and 4", REFERENCE_NOTE, 0, "3=Notes 3|4=4"},
        {"note (12)", REFERENCE_NOTE, 0, "12=note (12)"},
        {"Note 2(c).", REFERENCE_NOTE, 0, "2=Note 2(c)"},
        {"NOTE B", REFERENCE_NOTE, 0, "B=NOTE B"},
        {"Note A to the", REFERENCE_NOTE, 0, "A=Note A"},
        {"Note A significant", REFERENCE_NOTE, 0, NULL},
        {"Note 5, 2019 was", REFERENCE_NOTE, 0, "5=Note 5"},
        {"notes 5%", REFERENCE_NOTE, 0, NULL},
        {"Notes 5.25", REFERENCE_NOTE, 0, NULL},
        {"Notes 2025", REFERENCE_NOTE, 0, NULL},
        {"notes 30 days after", REFERENCE_NOTE, 0, NULL},
        {"notes b", REFERENCE_NOTE, 0, NULL},
        {"Notes 78 356", REFERENCE_NOTE, 0, NULL},
        {"noted 5", REFERENCE_NOTE, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(&rows[i]);
}

static void test_others(void **state)
{
    static const struct sample rows[] = {
        {"Exhibit 10.1 to", REFERENCE_EXHIBIT, 0, "10.1=Exhibit 10.1"},
        {"Exhibits 31.1 and 31.2.", REFERENCE_EXHIBIT, 0, "31.1=Exhibits 31.1|31.2=31.2"},
        {"Exhibit 3(i)", REFERENCE_EXHIBIT, 0, "3(I)=Exhibit 3(i)"},
        {"EX-99.1 is", REFERENCE_EXHIBIT, 0, "99.1=EX-99.1"},
        {"ex-9 wife", REFERENCE_EXHIBIT, 0, NULL},
        {"Exhibit B-1 hereto", REFERENCE_EXHIBIT, 0, "B-1=Exhibit B-1"},
        {"exhibit a", REFERENCE_EXHIBIT, 0, NULL},
        {"Section 4.2 hereof", REFERENCE_SECTION, 0, "4.2=Section 4.2"},
        {"Sections 4.1 through 4.3", REFERENCE_SECTION, 0, "4.1=Sections 4.1 through 4.3"},
        {"Section 13 or 15(d) of", REFERENCE_SECTION, 0, "13=Section 13|15=15(d)"},
        {"Section 3.1.2(b)(ii)", REFERENCE_SECTION, 0, "3.1.2=Section 3.1.2(b)(ii)"},
        {"Section 409A", REFERENCE_SECTION, 0, "409A=Section 409A"},
        {"Section 240.14a-8", REFERENCE_SECTION, 0, NULL},
        {"Article IV of", REFERENCE_SECTION, 0, "4=Article IV"},
        {"Article Three", REFERENCE_SECTION, 0, "3=Article Three"},
        {"articles in", REFERENCE_SECTION, 0, NULL},
        {"page 29.", REFERENCE_PAGE, 0, "29=page 29"},
        {"pages F-3 to F-12", REFERENCE_PAGE, 0, "F-3=pages F-3 to F-12"},
        {"pages 47-49.", REFERENCE_PAGE, 0, "47=pages 47-49"},
        {"page iv", REFERENCE_PAGE, 0, "IV=page iv"},
        {"page 3 of 12", REFERENCE_PAGE, 0, NULL},
        {"pages 1,200", REFERENCE_PAGE, 0, NULL},
        {"", REFERENCE_PAGE, 0, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        check(&rows[i]);
}

/* The quick look passes over words, and stops at no fewer than the careful one. */
static void test_next(void **state)
{
    static const struct {
        const char *text;
        size_t at; /* of the first; the length when there is none */
    } rows[] = {
        {"see Item 7", 4},
        {"(Note 3)", 1},
        {"(Note\xC2\xA0", 1},     /* the number is on the next line */
        {"in footnote 3 it", 16}, /* not the beginning of a word */
        {"the notes to the items of", 25},
        {"EX-10.1", 0},
        {"x ex-1", 2},
        {"on page\xC2\xA0iv", 3},
        {"See Section", 4},
        {"", 0},
        {"It", 2},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (reference_label_next(slice_of(rows[i].text), 0) != rows[i].at)
            fail_msg("\"%s\": %zu", rows[i].text, reference_label_next(slice_of(rows[i].text), 0));
    struct slice text = SLICE("a Item 1 b Part II c Note 3 d Exhibit 4 e Section 5 f Article VI g "
                              "page 7 h EX-8 i ITEM 9 SECTION 10 PaGe 11");
    size_t count = 0;
    for (size_t at = 0; (at = reference_label_next(text, at)) < text.len; at++)
        count++;
    assert_int_equal(count, 11);
}

static void test_part(void **state)
{
    size_t end;
    (void)state;
    assert_int_equal(reference_label_part(SLICE("in Part IV, "), 3, &end), 4);
    assert_int_equal(end, 10);
    assert_int_equal(reference_label_part(SLICE("Part Two"), 0, &end), 2);
    assert_int_equal(reference_label_part(SLICE("Party I"), 0, &end), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items), cmocka_unit_test(test_notes), cmocka_unit_test(test_others),
        cmocka_unit_test(test_next),  cmocka_unit_test(test_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
