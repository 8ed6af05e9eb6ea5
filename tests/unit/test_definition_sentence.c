/* SPDX-License-Identifier: MIT */
/* How a sentence defines a term. */
#include "outline/definitions/definition_sentence.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct sentence {
    const char *text; /* the term is the first in quotes */
    enum definition_manner manner;
    const char *sentence; /* NULL: all of it */
} rows[] = {
    {"\"Senior Notes\" means the notes. They fall due.", DEFINITION_MEANS, NULL},
    {"\"Senior Notes\": the notes of 2003.", DEFINITION_HEADED, NULL},
    {"(a) \"Senior Notes\" shall mean notes", DEFINITION_MEANS, NULL},
    {"\"A\", \"B\" and \"C\" mean letters.", DEFINITION_MEANS, NULL},
    {"\"Person\" (as used herein) includes a trust", DEFINITION_MEANS, NULL},
    {"The terms \"X\" and \"Y\" have the meanings given in Section 1.1.", DEFINITION_REFERRED,
     NULL},
    {"\"X\" shall have the meaning set forth in the recitals", DEFINITION_REFERRED, NULL},
    {"\"X\" has the meaning that Delaware law knows.", DEFINITION_MEANS, NULL},
    {"\"X\" shall have no right to it.", DEFINITION_NONE, NULL},
    {"It is old. Example Corp. (the \"Company\") sells goods. It is new.", DEFINITION_CALLED,
     "Example Corp. (the \"Company\") sells goods."},
    {"notes (collectively, the \"Notes\") fall due", DEFINITION_CALLED, NULL},
    {"earnings (\"EBITDA\") rose", DEFINITION_CALLED, NULL},
    {"hereinafter referred to as the \"Lease\", is void", DEFINITION_CALLED, NULL},
    {"the word \"shall\" is not used", DEFINITION_NONE, NULL},
    {"the \"Company\" is old", DEFINITION_NONE, NULL},
    {"(see the \"Summary\" below)", DEFINITION_NONE, NULL},
    {"He said (at once) \"Never\" and went (away).", DEFINITION_NONE, NULL},
    {"``Trustee'' means the bank", DEFINITION_MEANS, NULL},
    {"\xE2\x80\x9CTrustee\xE2\x80\x9D means the bank", DEFINITION_MEANS, NULL},
    {"\"EBITDA\"\tEarnings before interest and taxes", DEFINITION_HEADED, NULL},
    {"\"Big\" - bang", DEFINITION_NONE, NULL},
    {"Dated May 1. The term \"Agent\" means U.S. Bank", DEFINITION_MEANS,
     "The term \"Agent\" means U.S. Bank"},
};

static void test_manner(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct slice text = slice_of(rows[i].text);
        size_t from = 0;
        size_t begin;
        size_t end;
        while (definition_sentence_opens(text, from) == 0)
            from++;
        size_t to = definition_sentence_quoted(text, from, &begin, &end);
        assert_true(to > from);
        enum definition_manner manner = definition_sentence_manner(text, from, to);
        if (manner != rows[i].manner)
            fail_msg("%s: %d", rows[i].text, manner);
        if (manner == DEFINITION_NONE || !rows[i].sentence)
            continue;
        definition_sentence_bounds(text, manner, from, to, &begin, &end);
        struct slice sentence = slice_cut(text, begin, end);
        if (!slice_equal(sentence, slice_of(rows[i].sentence)))
            fail_msg("%s: '%.*s'", rows[i].text, (int)sentence.len, sentence.at);
    }
}

static void test_quoted(void **state)
{
    (void)state;
    size_t begin;
    size_t end;
    struct slice text = SLICE("\"Notes,\" x");
    assert_int_equal(definition_sentence_quoted(text, 0, &begin, &end), 8);
    assert_true(slice_equal(slice_cut(text, begin, end), SLICE("Notes")));
    assert_int_equal(definition_sentence_quoted(SLICE("\" x\""), 0, &begin, &end), 0);
    assert_int_equal(definition_sentence_quoted(SLICE("\"\""), 0, &begin, &end), 0);
    assert_int_equal(definition_sentence_quoted(SLICE("\"open"), 0, &begin, &end), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_manner),
                                       cmocka_unit_test(test_quoted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
