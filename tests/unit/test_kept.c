/* SPDX-License-Identifier: MIT */
/* Keepsakes of a filing and their places in the copy at hand, and over runs of the program. */
#include "ui/keeping/kept.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "session/session.h"
#include "unit/state_folder.h"

#include <string.h>

#define HEADER                                                                                     \
    "<SEC-HEADER>x\nACCESSION NUMBER:\t\t0000000000-04-000001\n"                                   \
    "CONFORMED SUBMISSION TYPE:\t10-K\nCONFORMED PERIOD OF REPORT:\t20031231\n"                    \
    "FILED AS OF DATE:\t\t20040312\n\nFILER:\n\n\tCOMPANY DATA:\t\n"                               \
    "\t\tCOMPANY CONFORMED NAME:\t\t\tALDER CORP\n</SEC-HEADER>\n"
#define BODY(risk)                                                                                 \
    "<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<TEXT>\n"                                                \
    "                                     PART I\n\n"                                              \
    "Item 1.  Business.\n\n     Alder sells <alders> in 2 states, *and* has done so.\n\n"          \
    "                                     PART II\n\n"                                             \
    "Item 7A.  Quantitative and Qualitative Disclosures About Market Risk.\n\n" risk               \
    "Item 8.  Financial Statements and Supplementary Data.\n\n"                                    \
    "<TABLE>\n<S>                <C>\n  Alders          $  10\n  Birches            3\n</TABLE>\n" \
    "\n     The end.\n</TEXT>\n</DOCUMENT>\n"
#define RISK                                                                                       \
    "     Our market risk is small.\n\n     It was smaller than in\n\n        4\n<PAGE>\n"         \
    "other years.\n\n     So it was\n\n"

static const char first_copy[] = HEADER BODY(RISK);
/* Another header, and a passage that is not there. */
static const char second_copy[] = "<SEC-HEADER>x\nA LINE:\tmore\n" HEADER BODY("     None.\n\n");

#define HEADER_TWO "Words of another filing.\n"

static struct filing *open_filing(const char *text)
{
    struct error e = {0};
    size_t completed;
    struct submission *s = submission_open(input_from_bytes("alder.txt", slice_of(text)), &e);
    assert_non_null(s);
    while (!submission_scan(s, SIZE_MAX))
        ;
    struct filing *f = filing_new(s);
    shelf_want(f->shelf, 0);
    while (shelf_work(f->shelf, 0, 1 << 20, &completed))
        ;
    return f;
}

static void close_filing(struct filing *f)
{
    struct submission *s = f->submission;
    filing_free(f);
    submission_free(s);
}

/* Keeps the words; a mark when it has a name. */
static void keep(struct kept *k, const struct filing *f, const char *text, const char *words,
                 const char *name, const char *note)
{
    struct error e = {0};
    size_t from = (size_t)(strstr(text, words) - text);
    struct kept_place place = {KEPT_FOUND, 0, from, name ? from : from + strlen(words)};
    assert_true(kept_add(k, f, name ? KEEPSAKE_MARK : KEEPSAKE_PASSAGE, slice_of(name), &place,
                         slice_of(note), SLICE("{item}"), &e));
}

static void keep_all(struct kept *k, const struct filing *f)
{
    keep(k, f, first_copy, "Alder sells <alders> in 2 states, *and* has done so.", NULL,
         "Which *two*?\nAsk them.");
    keep(k, f, first_copy,
         "Our market risk is small.\n\n     It was smaller than in\n\n        4\n<PAGE>\n"
         "other years.\n\n     So it was",
         NULL, "");
    keep(k, f, first_copy, "Alders          $  10\n  Birches            3", NULL, "");
    keep(k, f, first_copy, "The end.", "a", "");
}

/* In another copy all is found where it is now, but for what is gone; nothing stored is changed. */
static void test_copy(void **state)
{
    struct filing *one = open_filing(first_copy), *two = open_filing(second_copy);
    struct kept *k = kept_new(NULL, one);
    const struct keepsake *list;
    (void)state;
    keep_all(k, one);
    size_t count = kept_list(k, &list), gone = 0;
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(kept_place(k, i).state, KEPT_UNSURE);
        if (kept_look(k, two, i).state == KEPT_UNSURE)
            while (kept_trace(k, two, i))
                ;
        struct kept_place place = kept_place(k, i);
        gone += place.state == KEPT_GONE;
        if (place.state == KEPT_FOUND)
            assert_memory_equal(second_copy + place.from, first_copy + list[i].from,
                                list[i].to - list[i].from);
        assert_true(list[i].from < strlen(first_copy));
    }
    assert_int_equal(gone, 1);
    kept_free(k);
    close_filing(one);
    close_filing(two);
}

/* What is known of a place stays known when another is added or removed. */
static void test_changes(void **state)
{
    struct error e = {0};
    const struct keepsake *list;
    struct filing *f = open_filing(first_copy);
    struct kept *k = kept_new(NULL, f);
    (void)state;
    keep_all(k, f);
    assert_int_equal(kept_look(k, f, 1).state, KEPT_FOUND);
    keep(k, f, first_copy, "Item 1.", "begin", "");
    assert_int_equal(kept_list(k, &list), 5);
    assert_int_equal(kept_place(k, 0).state, KEPT_UNSURE);
    assert_int_equal(kept_place(k, 2).state, KEPT_FOUND);
    assert_true(kept_remove(k, KEEPSAKE_MARK, SLICE("begin"), &e));
    assert_int_equal(kept_place(k, 1).state, KEPT_FOUND);
    assert_true(kept_find(k, KEEPSAKE_MARK, SLICE("begin")) == (size_t)-1);
    size_t a = kept_find(k, KEEPSAKE_MARK, SLICE("a"));
    assert_int_equal(a, 3);
    kept_list(k, &list);
    assert_true(slice_equal(list[a].text, SLICE("The end.")));
    assert_true(slice_equal(list[a].node, SLICE("Item 8")));
    assert_true(slice_equal(list[a].citation, SLICE("Item 8")));
    struct buffer name = {0};
    buffer_add(&name, list[0].name);
    assert_true(kept_set_note(k, buffer_slice(&name), SLICE("Three."), &e));
    kept_list(k, &list);
    assert_true(slice_equal(list[0].note, SLICE("Three.")));
    buffer_deinit(&name);
    kept_free(k);
    close_filing(f);
}

/* All is on disk at once: another run sees it, while this one still goes on. */
static void test_runs(void **state)
{
    struct error e = {0};
    const struct keepsake *list;
    struct filing *f = open_filing(first_copy);
    struct session *one = session_open(state_folder()), *two = session_open(state_folder());
    struct kept *first = kept_new(one, f), *second = kept_new(two, f);
    (void)state;
    keep_all(first, f);
    assert_int_equal(kept_list(second, &list), 0);
    assert_int_equal(state_folder_count("notes"), 1);
    kept_refresh(second);
    assert_int_equal(kept_list(second, &list), 4);
    assert_int_equal(kept_look(second, f, 0).state, KEPT_FOUND);
    assert_true(kept_remove(second, KEEPSAKE_MARK, SLICE("a"), &e));
    kept_refresh(first);
    assert_int_equal(kept_list(first, &list), 3);
    assert_true(kept_is_of(first, f));
    struct filing *other = open_filing(HEADER_TWO);
    assert_false(kept_is_of(first, other));
    close_filing(other);
    kept_free(first);
    kept_free(second);
    session_free(one);
    session_free(two);
    close_filing(f);
}

/* What stands in the file is not trusted. */
static void test_hostile(void **state)
{
    static const size_t places[][3] = {
        {0, 900, 100}, {0, 0, SIZE_MAX}, {0, SIZE_MAX, SIZE_MAX}, {SIZE_MAX, 3, 4}, {7, 3, 4}};
    struct error e = {0};
    struct filing *f = open_filing(first_copy);
    (void)state;
    struct session *session = session_open(state_folder());
    struct buffer key = {0};
    session_key(submission_accession(f->submission), submission_bytes(f->submission), &key);
    struct keepsakes *file = keepsakes_open(session, buffer_slice(&key));
    buffer_deinit(&key);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        assert_true(keepsakes_add(file,
                                  &(struct keepsake){.kind = KEEPSAKE_PASSAGE,
                                                     .document = places[i][0],
                                                     .from = places[i][1],
                                                     .to = places[i][2],
                                                     .text = SLICE("words that are not there")},
                                  NULL, &e));
    keepsakes_free(file);
    struct kept *k = kept_new(session, f);
    const struct keepsake *list;
    size_t count = kept_list(k, &list);
    assert_true(count > 0); /* the store refuses the others */
    for (size_t i = 0; i < count; i++) {
        struct kept_place place = kept_look(k, f, i);
        while (kept_trace(k, f, i))
            ;
        assert_true(place.to >= place.from && place.to - place.from <= KEPT_LONGEST);
        assert_int_equal(kept_place(k, i).state, KEPT_GONE);
    }
    kept_free(k);
    session_free(session);
    close_filing(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_copy, state_folder_clean),
        cmocka_unit_test_setup(test_changes, state_folder_clean),
        cmocka_unit_test_setup(test_runs, state_folder_clean),
        cmocka_unit_test_setup(test_hostile, state_folder_clean),
    };
    return cmocka_run_group_tests(tests, state_folder_make, state_folder_remove);
}
