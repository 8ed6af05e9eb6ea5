/* SPDX-License-Identifier: MIT */
/* The envelope as a list of records, read at once and byte by byte. */
#include "formats/sgml.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void say(struct buffer *said, struct slice bytes, const struct sgml_record *r)
{
    switch (r->kind) {
    case SGML_HEADER:
        buffer_addf(said, "header %zu:", r->body - r->start);
        buffer_add(said, slice_trim(slice_cut(bytes, r->body, r->end)));
        break;
    case SGML_STRAY:
        buffer_add_text(said, "stray:");
        buffer_add(said, slice_trim(slice_cut(bytes, r->start, r->end)));
        break;
    case SGML_DOCUMENT:
        buffer_addf(said, "%s%s", r->armoured ? "armoured " : "", r->has_text ? "" : "bare ");
        buffer_add(said, r->type);
        buffer_add_text(said, ",");
        buffer_add(said, r->sequence);
        buffer_add_text(said, ",");
        buffer_add(said, r->filename);
        buffer_add_text(said, ",");
        buffer_add(said, r->description);
        buffer_add_text(said, ",");
        buffer_add(said, r->wrapper);
        break;
    default:
        buffer_addf(said, "closed %d", (int)r->close);
        break;
    }
}

/* Every record in a line, and the text of every document behind its end. `step` bytes are allowed
 * at a time; the text known so far must never shrink. */
static void read_all(struct slice bytes, size_t step, struct buffer *said)
{
    struct sgml_reader reader;
    struct sgml_record r;
    enum sgml_kind kind;
    size_t limit = step;
    size_t text = 0;
    size_t known = 0;
    sgml_init(&reader, bytes, 0);
    while ((kind = sgml_next(&reader, limit, &r)) != SGML_END) {
        if (kind == SGML_MORE) {
            limit += step;
            if (reader.open) {
                assert_true(sgml_text_so_far(&reader) >= known);
                known = sgml_text_so_far(&reader);
            }
            continue;
        }
        say(said, bytes, &r);
        if (kind == SGML_DOCUMENT) {
            text = known = r.text;
        } else if (kind == SGML_CLOSED) {
            assert_true(r.text_end >= known && r.text_end >= text && r.end >= r.text_end);
            buffer_add_text(said, " \"");
            buffer_add(said, slice_cut(bytes, text, r.text_end));
            buffer_add_text(said, "\"");
        }
        buffer_add_text(said, "\n");
    }
    assert_int_equal(sgml_next(&reader, limit, &r), SGML_END);
}

static void check(const char *file, const char *want)
{
    static const size_t steps[] = {(size_t)-1 / 2, 1000, 7, 1};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        struct buffer said = {0};
        read_all(slice_of(file), steps[i], &said);
        assert_string_equal(buffer_text(&said), want);
        buffer_deinit(&said);
    }
}

static void documents_and_header(void **state)
{
    (void)state;
    check("<SEC-DOCUMENT>x\nA:\tb\n</SEC-HEADER>\n"
          "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<DESCRIPTION>A REPORT\n<TEXT>\none\n</TEXT>\n"
          "</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>3\n<FILENAME>a.txt\n<TEXT>\n"
          "two\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n",
          "header 0:<SEC-DOCUMENT>x\nA:\tb\n</SEC-HEADER>\n"
          "8-K,1,,A REPORT,\n"
          "closed 0 \"one\n\"\n"
          "EX-99.1,3,a.txt,,\n"
          "closed 0 \"two\n\"\n");
}

static void every_line_end(void **state)
{
    (void)state;
    check("<DOCUMENT>\r<TYPE>4\r<TEXT>\rone\r</TEXT>\r</DOCUMENT>\r",
          "4,,,,\nclosed 0 \"one\r\"\n");
    check("<DOCUMENT>\r\n<TYPE>4\r\n<TEXT>\r\none\r\n</TEXT>\r\n</DOCUMENT>\r\n",
          "4,,,,\nclosed 0 \"one\r\n\"\n");
    check("<SUBMISSION>\n<TYPE>4\r<DOCUMENT>\r<TYPE>4/A\n<TEXT>\none\r</TEXT>\n</DOCUMENT>\r",
          "header 0:<SUBMISSION>\n<TYPE>4\n4/A,,,,\nclosed 0 \"one\r\"\n");
}

static void armour_is_taken_off(void **state)
{
    (void)state;
    check("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nA: b\n\n<SEC-DOCUMENT>x\n<DOCUMENT>\n"
          "<TYPE>8-K\n<TEXT>\n- --\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
          "-----END PRIVACY-ENHANCED MESSAGE-----\n",
          "header 47:<SEC-DOCUMENT>x\narmoured 8-K,,,,\nclosed 0 \"- --\n\"\n");
}

static void text_ends_at_the_last_end_tag(void **state)
{
    (void)state;
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\nsay </TEXT>\nand more\n</TEXT>\n</DOCUMENT>\n",
          "A,,,,\nclosed 0 \"say </TEXT>\nand more\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\nsay </DOCUMENT> and <DOCUMENT>\n<DOCUMENT>\nso\n</TEXT>\n"
          "</DOCUMENT>\n",
          "A,,,,\nclosed 0 \"say </DOCUMENT> and <DOCUMENT>\n<DOCUMENT>\nso\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>one</TEXT></DOCUMENT><DOCUMENT>\n<TYPE>B\n<TEXT>\n</TEXT>\n"
          "</DOCUMENT>\n",
          "A,,,,\nclosed 0 \"one\"\nB,,,,\nclosed 0 \"\"\n");
}

static void wrappers_are_taken_off(void **state)
{
    (void)state;
    check("<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<XBRL>\n<?xml?>\n<html>\n</XBRL>\n</TEXT>\n</DOCUMENT>\n",
          "8-K,,,,XBRL\nclosed 0 \"<?xml?>\n<html>\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\n<PDF>\nbegin 644 a.pdf\n`\nend\n\n</PDF>\n</TEXT>\n"
          "</DOCUMENT>\n",
          "A,,,,PDF\nclosed 0 \"begin 644 a.pdf\n`\nend\n\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\n<XML>\n</TEXT>\n</DOCUMENT>\n",
          "A,,,,XML\nclosed 0 \"\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\n<HTML>\n</HTML>\n</TEXT>\n</DOCUMENT>\n",
          "A,,,,\nclosed 0 \"<HTML>\n</HTML>\n\"\n");
}

static void unclosed_documents_end_somewhere(void **state)
{
    (void)state;
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\none\n<DOCUMENT>\n<TYPE>B\n<TEXT>\ntwo\n",
          "A,,,,\nclosed 1 \"one\n\"\nB,,,,\nclosed 2 \"two\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\none\n</TEXT>\n</SEC-DOCUMENT>\n",
          "A,,,,\nclosed 1 \"one\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\none\n</SUBMISSION>\n", "A,,,,\nclosed 2 \"one\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\none\n</TE", "A,,,,\nclosed 2 \"one\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\none\n</TEXT>\n</DOCU", "A,,,,\nclosed 2 \"one\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\none\n</p", "A,,,,\nclosed 2 \"one\n</p\"\n");
    check("<DOCUMENT>", "bare ,,,,\nclosed 2 \"\"\n");
}

static void heads_that_lack_something(void **state)
{
    (void)state;
    check("<DOCUMENT>\n<TYPE>A\none\ntwo\n</DOCUMENT>\n", "bare A,,,,\nclosed 0 \"one\ntwo\n\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<FLAWED>\n<DESCRIPTION>long\nand longer\n<TEXT>\none\n</TEXT>\n"
          "</DOCUMENT>\n",
          "A,,,long,\nclosed 0 \"one\n\"\n");
    check("<DOCUMENT>\n</DOCUMENT>\n", "bare ,,,,\nclosed 0 \"\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TYPE>B\n<TEXT>\n</TEXT>\n</DOCUMENT>\n", "A,,,,\nclosed 0 \"\"\n");
    check("<TYPE>A\n<TEXT>\none\n</TEXT>\n</DOCUMENT>\n", "A,,,,\nclosed 0 \"one\n\"\n");
}

static void submissions_may_follow_each_other(void **state)
{
    (void)state;
    check("<SEC-DOCUMENT>1\n<DOCUMENT>\n<TYPE>A\n<TEXT>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
          "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n\n<SEC-DOCUMENT>2\n<DOCUMENT>\n<TYPE>B\n"
          "<TEXT>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n",
          "header 0:<SEC-DOCUMENT>1\nA,,,,\nclosed 0 \"\"\n"
          "header 42:<SEC-DOCUMENT>2\narmoured B,,,,\nclosed 0 \"\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\n</TEXT>\n</DOCUMENT>\nwords\n<DOCUMENT>\n<TYPE>B\n<TEXT>\n"
          "</TEXT>\n</DOCUMENT>\n",
          "A,,,,\nclosed 0 \"\"\nstray:words\nB,,,,\nclosed 0 \"\"\n");
}

/* What stands before a header that follows is told by itself, and the header behind it. */
static void text_before_a_second_header_is_kept(void **state)
{
    (void)state;
    check("<SEC-DOCUMENT>1\n<DOCUMENT>\n<TYPE>A\n<TEXT>\n</TEXT>\n</DOCUMENT>\n  lost one\n"
          "lost two\n</SEC-DOCUMENT>\n<SEC-DOCUMENT>2\n<DOCUMENT>\n<TYPE>B\n<TEXT>\n</TEXT>\n"
          "</DOCUMENT>\n</SEC-DOCUMENT>\n",
          "header 0:<SEC-DOCUMENT>1\nA,,,,\nclosed 0 \"\"\n"
          "stray:lost one\nlost two\n</SEC-DOCUMENT>\n"
          "header 0:<SEC-DOCUMENT>2\nB,,,,\nclosed 0 \"\"\n");
    check("<DOCUMENT>\n<TYPE>A\n<TEXT>\n</TEXT>\n</DOCUMENT>\nwords\n<SEC-HEADER>2\nX:\ty\n",
          "A,,,,\nclosed 0 \"\"\nstray:words\nheader 0:<SEC-HEADER>2\nX:\ty\n");
}

static void a_header_may_be_all(void **state)
{
    (void)state;
    check("<SEC-HEADER>1\nA:\tb\n</SEC-HEADER>\n",
          "header 0:<SEC-HEADER>1\nA:\tb\n</SEC-HEADER>\n");
    check("", "");
    check("\n\n", "");
}

/* What is said of a long text before its end was found must stay true. */
static void a_long_text_is_known_bit_by_bit(void **state)
{
    (void)state;
    struct buffer file = {0};
    struct buffer said = {0};
    struct sgml_reader reader;
    struct sgml_record r;
    buffer_add_text(&file, "<DOCUMENT>\n<TYPE>A\n<TEXT>\n");
    for (int i = 0; i < 20000; i++)
        buffer_add_text(&file, "a line of text\n");
    buffer_add_text(&file, "</TEXT>\n</DOCUMENT>\n");
    sgml_init(&reader, buffer_slice(&file), 0);
    assert_int_equal(sgml_next(&reader, 10, &r), SGML_DOCUMENT);
    assert_int_equal(sgml_text_so_far(&reader), r.text);
    assert_int_equal(sgml_next(&reader, 200000, &r), SGML_MORE);
    size_t known = sgml_text_so_far(&reader);
    assert_true(known > 100000 && known < 200000);
    assert_int_equal(file.at[known - 1], '\n');
    read_all(buffer_slice(&file), 5000, &said);
    buffer_deinit(&said);
    buffer_deinit(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_and_header),
        cmocka_unit_test(every_line_end),
        cmocka_unit_test(armour_is_taken_off),
        cmocka_unit_test(text_ends_at_the_last_end_tag),
        cmocka_unit_test(wrappers_are_taken_off),
        cmocka_unit_test(unclosed_documents_end_somewhere),
        cmocka_unit_test(heads_that_lack_something),
        cmocka_unit_test(submissions_may_follow_each_other),
        cmocka_unit_test(text_before_a_second_header_is_kept),
        cmocka_unit_test(a_header_may_be_all),
        cmocka_unit_test(a_long_text_is_known_bit_by_bit),
    };
    return cmocka_run_group_tests_name("sgml", tests, NULL, NULL);
}
