/* SPDX-License-Identifier: MIT */
/* What was read and folded of a filing: by what was on the screen, by word of the reader, by id. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "input/input.h"
#include "ui/keeping/folds.h"
#include "ui/keeping/read_marks.h"

#include <string.h>

#define KEY SLICE("a filing")

/* Two Items with two sub-headings, after a short cover. */
static const char text[] = "                     FORM 10-K\n"
                           "                   ANNUAL REPORT\n"
                           "                   EXAMPLE CORP\n"
                           "<PAGE>\n"
                           "                      PART I\n\n"
                           "Item 1. Business\n\n"
                           "We make one thing and sell it to those who want it.\n\n"
                           "Item 2. Properties\n\n"
                           "We own one house, and it is paid for, and we live in it.\n\n"
                           "                      PART II\n\n"
                           "Item 5. Market for the Registrant's Common Equity\n\n"
                           "There is none, and nobody has asked for one so far.\n\n"
                           "                   SIGNATURES\n\n"
                           "Pursuant to the requirements of the Act this report was signed.\n";

struct opened {
    struct submission *submission;
    struct shelf *shelf;
    const struct node *nodes;
    size_t count;
};

static struct opened open_bytes(struct slice bytes)
{
    struct error e;
    struct opened o = {0};
    size_t completed;
    o.submission = submission_open(input_from_bytes("text", bytes), &e);
    assert_non_null(o.submission);
    submission_scan(o.submission, SIZE_MAX);
    o.shelf = shelf_new(o.submission);
    shelf_want(o.shelf, 0);
    while (shelf_work(o.shelf, 0, 1 << 20, &completed))
        ;
    o.count = shelf_nodes(o.shelf, 0, &o.nodes);
    assert_true(o.count > 4);
    return o;
}

static struct opened open_text(void)
{
    return open_bytes(slice_of(text));
}

static void close_text(struct opened *o)
{
    shelf_free(o->shelf);
    submission_free(o->submission);
}

static size_t node_of(const struct opened *o, const char *id)
{
    for (size_t i = 0; i < o->count; i++)
        if (slice_equal(o->nodes[i].id, slice_of(id)))
            return i;
    fail_msg("no node %s", id);
    return 0;
}

static bool is_read(const struct read_marks *m, const struct opened *o, const char *id)
{
    return read_marks_is(m, 0, node_of(o, id));
}

static void see(struct read_marks *m, const struct opened *o, size_t from, size_t to)
{
    read_marks_see(m, o->shelf, 0, from, to);
}

/* In pieces, backwards, with a gap, before the outline is known. */
static void test_seen(void **state)
{
    struct opened o = open_text();
    (void)state;
    const struct node *one = &o.nodes[node_of(&o, "1")], *two = &o.nodes[node_of(&o, "2")];
    size_t end = one->offset + one->length;
    struct session *s = session_open("");
    struct read_marks *m = read_marks_new(s, KEY);
    see(m, &o, end - 10, end);
    see(m, &o, one->offset, one->offset + 10);
    read_marks_update(m, o.shelf);
    assert_false(is_read(m, &o, "1"));
    see(m, &o, one->offset + 10, end - 11); /* a byte is missing */
    assert_false(is_read(m, &o, "1"));
    see(m, &o, end - 11, end - 10);
    assert_true(is_read(m, &o, "1"));
    assert_false(is_read(m, &o, "2") || is_read(m, &o, "I"));
    see(m, &o, two->offset, two->offset + two->length);
    assert_true(is_read(m, &o, "2"));
    assert_false(is_read(m, &o, "I")); /* its heading was not seen */
    see(m, &o, 0, one->offset);
    assert_true(is_read(m, &o, "I"));
    assert_false(is_read(m, &o, "5") || read_marks_is(m, 0, READ_MARKS_DOCUMENT));
    see(m, &o, 0, sizeof text - 1);
    assert_true(is_read(m, &o, "5") && read_marks_is(m, 0, READ_MARKS_DOCUMENT));
    assert_false(read_marks_is(m, 1, 0) || read_marks_is(m, 0, o.count));
    assert_int_equal(session_read(s, KEY, 0, SLICE("1")), SESSION_READ);
    read_marks_free(m);
    read_marks_free(NULL);

    /* Another run knows it; what is read there and here makes up the whole. */
    session_set_read(s, KEY, 0, SLICE("II"), SESSION_NOT_READ);
    session_set_read(s, KEY, 0, SLICE("I"), SESSION_NOT_READ);
    m = read_marks_new(s, KEY);
    read_marks_update(m, o.shelf);
    assert_true(is_read(m, &o, "1") && is_read(m, &o, "5"));
    assert_false(is_read(m, &o, "I"));
    see(m, &o, o.nodes[node_of(&o, "I")].offset, one->offset);
    assert_true(is_read(m, &o, "I"));
    read_marks_free(m);
    session_free(s);
    close_text(&o);
}

static void test_said(void **state)
{
    struct opened o = open_text();
    (void)state;
    struct session *s = session_open("");
    struct read_marks *m = read_marks_new(s, KEY);
    read_marks_update(m, o.shelf);
    read_marks_set(m, o.shelf, 0, node_of(&o, "I"), true);
    assert_true(is_read(m, &o, "I") && is_read(m, &o, "1") && is_read(m, &o, "2"));
    assert_false(is_read(m, &o, "II") || is_read(m, &o, "5"));
    read_marks_set(m, o.shelf, 0, node_of(&o, "2"), false);
    assert_false(is_read(m, &o, "2"));
    see(m, &o, 0, sizeof text - 1); /* it stays so, whatever is on the screen */
    assert_false(is_read(m, &o, "2"));
    assert_true(is_read(m, &o, "5"));
    read_marks_set(m, o.shelf, 0, READ_MARKS_DOCUMENT, false);
    assert_false(is_read(m, &o, "5") || read_marks_is(m, 0, READ_MARKS_DOCUMENT));
    read_marks_set(m, o.shelf, 0, o.count + 7, true); /* no such node */
    read_marks_set(m, o.shelf, 0, READ_MARKS_DOCUMENT, true);
    assert_true(is_read(m, &o, "2") && read_marks_is(m, 0, READ_MARKS_DOCUMENT));
    read_marks_free(m);
    session_free(s);
    close_text(&o);
}

/* More pieces than are kept lose none of what they hold together. */
static void test_pieces(void **state)
{
    struct opened o = open_text();
    (void)state;
    struct session *s = session_open("");
    struct read_marks *m = read_marks_new(s, KEY);
    for (size_t i = 0; i < 5000; i++)
        see(m, &o, 10000 + 4 * i, 10001 + 4 * i);
    read_marks_update(m, o.shelf);
    see(m, &o, 0, 10000);
    assert_true(read_marks_is(m, 0, READ_MARKS_DOCUMENT));
    see(m, &o, 7, 7);
    read_marks_free(m);
    session_free(s);
    close_text(&o);
}

/* A longer copy of the filing under the same key: only the nodes that are known are told of. */
static void test_longer_copy(void **state)
{
    static const char more[] = "                      PART III\n\nItem 10. Directors\n\nTwo.\n\n"
                               "Item 11. Executive Compensation\n\nNone is paid to anybody.\n\n"
                               "Item 12. Security Ownership\n\nWe own it all ourselves.\n\n"
                               "                      PART IV\n\nItem 14. Exhibits\n\nNone.\n";
    struct buffer longer = {0};
    struct opened o = open_text();
    (void)state;
    buffer_add_text(&longer, text);
    buffer_add_text(&longer, more);
    struct opened l = open_bytes(buffer_slice(&longer));
    assert_true(l.count > o.count);
    struct session *s = session_open("");
    struct read_marks *m = read_marks_new(s, KEY);
    read_marks_update(m, o.shelf);
    read_marks_set(m, l.shelf, 0, READ_MARKS_DOCUMENT, true);
    assert_true(read_marks_is(m, 0, o.count - 1));
    assert_false(read_marks_is(m, 0, o.count));
    for (size_t i = o.count; i < l.count; i++)
        assert_int_equal(session_read(s, KEY, 0, l.nodes[i].id), SESSION_NOT_READ);
    read_marks_set(m, l.shelf, 0, l.count - 1, true);
    assert_int_equal(session_read(s, KEY, 0, l.nodes[l.count - 1].id), SESSION_NOT_READ);
    read_marks_see(m, l.shelf, 0, 0, longer.len);
    read_marks_free(m);
    session_free(s);
    close_text(&o);
    close_text(&l);
    buffer_deinit(&longer);
}

static void test_folds(void **state)
{
    struct opened o = open_text();
    struct tree_rows rows;
    (void)state;
    struct session *s = session_open("");
    tree_rows_init(&rows, o.shelf);
    folds_recall(&rows, s, KEY);
    tree_rows_fold(&rows, 0, node_of(&o, "I"), true);
    tree_rows_fold(&rows, 0, TREE_DOCUMENT, false);
    folds_keep(&rows, s, KEY);
    tree_rows_deinit(&rows);
    assert_int_equal(session_fold(s, KEY, 0, SLICE("I")), SESSION_FOLDED);
    assert_int_equal(session_fold(s, KEY, 0, SLICE("II")), SESSION_FOLD_UNSAID);
    assert_int_equal(session_fold(s, KEY, 0, SLICE("")), SESSION_UNFOLDED);

    /* Another run; what the reader did before the outline was looked at stands. */
    session_set_fold(s, KEY, 0, SLICE("II"), SESSION_FOLDED);
    tree_rows_init(&rows, o.shelf);
    tree_rows_fold(&rows, 0, node_of(&o, "II"), false);
    folds_recall(&rows, s, KEY);
    assert_int_equal(tree_rows_said(&rows, 0, node_of(&o, "I")), TREE_FOLD_SHUT);
    assert_int_equal(tree_rows_said(&rows, 0, node_of(&o, "II")), TREE_FOLD_OPEN);
    assert_int_equal(tree_rows_said(&rows, 0, TREE_DOCUMENT), TREE_FOLD_OPEN);
    tree_rows_deinit(&rows);
    session_free(s);
    close_text(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_seen),   cmocka_unit_test(test_said),
        cmocka_unit_test(test_pieces), cmocka_unit_test(test_longer_copy),
        cmocka_unit_test(test_folds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
