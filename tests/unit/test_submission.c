/* SPDX-License-Identifier: MIT */
/* Submissions from bytes: header, documents, warnings; and every cut of one. */
#include "model/submission.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define HEADER                                                                                     \
    "<SEC-DOCUMENT>0009999999-05-000001.txt : 20050110\n"                                          \
    "<SEC-HEADER>0009999999-05-000001.hdr.sgml : 20050110\n"                                       \
    "ACCESSION NUMBER:\t\t0009999999-05-000001\n"                                                  \
    "CONFORMED SUBMISSION TYPE:\t8-K\n"                                                            \
    "PUBLIC DOCUMENT COUNT:\t\t3\n"                                                                \
    "CONFORMED PERIOD OF REPORT:\t20050103\n"                                                      \
    "ITEM INFORMATION:\t\tOther Events\n"                                                          \
    "ITEM INFORMATION:\t\tFinancial Statements and Exhibits\n"                                     \
    "FILED AS OF DATE:\t\t20050110\n\n"                                                            \
    "FILER:\n\n"                                                                                   \
    "\tCOMPANY DATA:\t\n"                                                                          \
    "\t\tCOMPANY CONFORMED NAME:\t\t\tALDER WORKS INC\n"                                           \
    "\t\tCENTRAL INDEX KEY:\t\t\t0009999999\n"                                                     \
    "\t\tSTATE OF INCORPORATION:\t\t\tDE\n\n"                                                      \
    "\tFORMER COMPANY:\t\n"                                                                        \
    "\t\tFORMER CONFORMED NAME:\tALDER MILLS CORP\n"                                               \
    "\t\tDATE OF NAME CHANGE:\t19980101\n\n"                                                       \
    "\tFORMER COMPANY:\t\n"                                                                        \
    "\t\tFORMER CONFORMED NAME:\tALDER BROS\n"                                                     \
    "</SEC-HEADER>\n"
#define MAIN                                                                                       \
    "<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<FILENAME>a8k.txt\n<DESCRIPTION>REPORT\n<TEXT>\n"         \
    "FORM 8-K\n</TEXT>\n</DOCUMENT>\n"
#define PAGE                                                                                       \
    "<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex.htm\n<TEXT>\n<HTML>x</HTML>\n"           \
    "</TEXT>\n</DOCUMENT>\n"
#define PICTURE                                                                                    \
    "<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>4\n<FILENAME>a.gif\n<TEXT>\nbegin 644 a.gif\n"           \
    "#0V%T\n!0P\n`\nend\n</TEXT>\n</DOCUMENT>\n"
#define WHOLE HEADER MAIN PAGE PICTURE "</SEC-DOCUMENT>\n"

static struct submission *open_slice(struct slice bytes)
{
    struct error e = {0};
    struct input *input = input_from_bytes("test", bytes);
    struct submission *s = submission_open(input, &e);
    if (!s)
        input_close(input);
    return s;
}

static struct submission *open_all(const char *text)
{
    struct submission *s = open_slice(slice_of(text));
    assert_non_null(s);
    assert_true(submission_scan(s, (size_t)-1));
    return s;
}

static void check_slice(struct slice s, const char *want)
{
    if (!slice_equal(s, slice_of(want)))
        fail_msg("\"%.*s\", not \"%s\"", (int)s.len, s.at, want);
}

static void check_text(const struct submission *s, size_t index, const char *want)
{
    const struct document *d = submission_document(s, index);
    assert_non_null(d);
    check_slice(slice_cut(submission_bytes(s), d->text_offset, d->text_end), want);
}

static void check_warnings(const char *file, const char *want)
{
    struct submission *s = open_all(file);
    struct buffer said = {0};
    const struct slice *warnings;
    size_t count = submission_warnings(s, &warnings);
    for (size_t i = 0; i < count; i++) {
        buffer_add(&said, warnings[i]);
        buffer_add_text(&said, "\n");
    }
    assert_string_equal(buffer_text(&said), want);
    buffer_deinit(&said);
    submission_free(s);
}

static void the_header_is_read(void **state)
{
    (void)state;
    struct submission *s = open_all(WHOLE);
    const struct slice *items;
    const struct party *parties;
    const struct header_field *fields;
    check_slice(submission_form(s), "8-K");
    check_slice(submission_accession(s), "0009999999-05-000001");
    check_slice(submission_filed(s), "2005-01-10");
    check_slice(submission_period(s), "2005-01-03");
    check_slice(submission_header(s), HEADER);
    assert_int_equal(submission_items(s, &items), 2);
    check_slice(items[1], "Financial Statements and Exhibits");
    assert_int_equal(submission_parties(s, &parties), 1);
    check_slice(parties->role, "FILER");
    check_slice(parties->name, "ALDER WORKS INC");
    check_slice(parties->cik, "0009999999");
    assert_int_equal(parties->former_names.count, 2);
    check_slice(parties->former_names.at[0].name, "ALDER MILLS CORP");
    check_slice(parties->former_names.at[0].date, "19980101");
    check_slice(parties->former_names.at[1].name, "ALDER BROS");
    assert_int_equal(parties->fields.count, 1);
    check_slice(parties->fields.at[0].group, "COMPANY DATA");
    check_slice(parties->fields.at[0].name, "STATE OF INCORPORATION");
    assert_int_equal(submission_fields(s, &fields), 7);
    check_slice(fields[2].value, "3");
    assert_string_equal(submission_name(s), "test");
    assert_ptr_equal(input_bytes(submission_input(s)).at, submission_bytes(s).at);
    submission_free(s);
}

static void the_documents_are_listed(void **state)
{
    (void)state;
    struct submission *s = open_all(WHOLE);
    assert_int_equal(submission_documents(s), 3);
    const struct document *d = submission_document(s, 0);
    check_slice(d->type, "8-K");
    check_slice(d->filename, "a8k.txt");
    check_slice(d->description, "REPORT");
    assert_int_equal(d->start, strlen(HEADER));
    assert_int_equal(d->end, strlen(HEADER MAIN) - 1);
    assert_int_equal(d->kind, DOCUMENT_TEXT);
    assert_true(d->complete);
    assert_false(d->dash_escaped);
    check_text(s, 0, "FORM 8-K\n");
    assert_int_equal(submission_document(s, 1)->kind, DOCUMENT_HTML);
    d = submission_document(s, 2);
    assert_int_equal(d->sequence, 4);
    assert_int_equal(d->index, 2);
    assert_int_equal(d->kind, DOCUMENT_BINARY);
    assert_int_equal(d->binary_size, 4);
    assert_null(submission_document(s, 3));
    submission_free(s);
}

/* However a file is opened, and wherever the header is. */
static void every_kind_of_start(void **state)
{
    static const struct {
        const char *file;
        size_t documents;
        const char *form;
        const char *filed;
        const char *text; /* of the first document */
        bool dash_escaped;
    } cases[] = {
        {"plain words\n", 1, "", "", "plain words\n", false},
        {"\xEF\xBB\xBF\nplain words\n", 1, "", "", "\nplain words\n", false},
        {"<html>x</html>\n", 1, "", "", "<html>x</html>\n", false},
        {"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nx\n</TEXT>\n</DOCUMENT>\n", 1, "10-K", "", "x\n", false},
        {"junk\n" MAIN, 1, "8-K", "", "FORM 8-K\n", false},
        {"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nA: b\n\n"
         "<IMS-DOCUMENT>0009999999-94-000001.txt : 19940201\n" MAIN
         "-----END PRIVACY-ENHANCED MESSAGE-----\n",
         1, "8-K", "1994-02-01", "FORM 8-K\n", true},
        {"<SUBMISSION>\r<TYPE>8-K/A\r<FILING-DATE>20250203\r<DOCUMENT>\r<TYPE>8-K/A\r<TEXT>\rx\r"
         "</TEXT>\r</DOCUMENT>\r</SUBMISSION>",
         1, "8-K/A", "2025-02-03", "x\r", false},
        {"<SEC-HEADER>0009999999-96-000001.hdr.sgml : 19960201\nCONFORMED SUBMISSION TYPE:\t4\n", 0,
         "4", "1996-02-01", NULL, false},
        {"<ACCEPTANCE-DATETIME>20050103120000\nCONFORMED SUBMISSION TYPE:\t10-Q\n", 0, "10-Q", "",
         NULL, false},
        {"ACCESSION NUMBER:\t0009999999-05-000001\nFILED AS OF DATE:\t20051399\n", 0, "", "", NULL,
         false},
        {"<HTML><HEAD><TITLE>SEC EDGAR Submission</TITLE></HEAD>\n<!--\n<TYPE>8-K\n"
         "<FILING-DATE>20050103\n-->\n<PRE>x</PRE>",
         1, "8-K", "2005-01-03", NULL, false},
        {"<SUBMISSION>\nnothing of the kind\n", 1, "", "", "<SUBMISSION>\nnothing of the kind\n",
         false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct submission *s = open_all(cases[i].file);
        /* A header by itself is there to be read, but is no document. */
        bool header = submission_documents(s) == 1 && submission_document(s, 0)->is_header;
        if (submission_documents(s) - header != cases[i].documents)
            fail_msg("case %zu: %zu documents", i, submission_documents(s));
        check_slice(submission_form(s), cases[i].form);
        check_slice(submission_filed(s), cases[i].filed);
        if (cases[i].text)
            check_text(s, 0, cases[i].text);
        if (cases[i].documents > 0)
            assert_int_equal(submission_document(s, 0)->dash_escaped, cases[i].dash_escaped);
        submission_free(s);
    }
}

static void content_decides_the_kind(void **state)
{
    static const struct {
        const char *text;
        enum document_kind kind;
    } cases[] = {
        {"<XBRL>\n<?xml version='1.0'?>\n<html>\n</XBRL>\n", DOCUMENT_HTML},
        {"<XBRL>\n<?xml version='1.0'?>\n<xbrl>\n</XBRL>\n", DOCUMENT_XML},
        {"<XML>\n<other>\n</XML>\n", DOCUMENT_XML},
        {"<XML>\nvar x = 1;\n</XML>\n", DOCUMENT_TEXT},
        {"<PDF>\nwhat is this\n</PDF>\n", DOCUMENT_BINARY},
        {"<ARTICLE> 5\n<CASH> 1\n", DOCUMENT_TEXT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buffer file = {0};
        buffer_addf(&file, "<DOCUMENT>\n<TYPE>A\n<TEXT>\n%s</TEXT>\n</DOCUMENT>\n", cases[i].text);
        struct submission *s = open_all(buffer_text(&file));
        if (submission_document(s, 0)->kind != cases[i].kind)
            fail_msg("case %zu: kind %d", i, (int)submission_document(s, 0)->kind);
        submission_free(s);
        buffer_deinit(&file);
    }
}

static void what_is_no_filing_is_said(void **state)
{
    static const struct {
        const char *file;
        const char *message;
    } cases[] = {
        {"", "is empty"},
        {" \n", "is empty"},
        {"\x1f\x8b\x08", "is a gzip file; decompress it first"},
        {"\1\2\3\4\5\6\7", "is not a text file"},
        {"<html>Request Rate Threshold Exceeded</html>",
         "is an error page of a server, not a filing"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct error e = {0};
        struct input *input = input_from_bytes("x", slice_of(cases[i].file));
        assert_null(submission_open(input, &e));
        assert_int_equal(e.kind, ERROR_INPUT);
        assert_string_equal(e.message, cases[i].message);
        input_close(input);
    }
}

static void what_was_tolerated_is_said(void **state)
{
    (void)state;
    check_warnings(WHOLE, "");
    check_warnings("plain words", "");
    check_warnings(HEADER MAIN PAGE "</SEC-DOCUMENT>\n",
                   "the header announces 3 documents, the file holds 2\n");
    check_warnings(HEADER, "the header announces 3 documents, the file holds none\n");
    check_warnings(HEADER MAIN PAGE "<DOCUMENT>\n<TYPE>EX-1\n<SEQUENCE>3\n<TEXT>\nx",
                   "document 3 (EX-1) is not closed: the file seems to be cut off\n");
    check_warnings(
        "<DOCUMENT>\n<TYPE>A\x1b[31m\xff\n<TEXT>\n" MAIN,
        "document 1 (A\xEF\xBF\xBD[31m\xC3\xBF) is not closed; it ends where the next begins\n");
    check_warnings("<DOCUMENT>\n<TYPE>A\nx\n</DOCUMENT>\n", "document 1 (A) has no <TEXT> tag\n");
    check_warnings(WHOLE WHOLE, "the file holds 2 submissions; the header shown is the first's\n");
    check_warnings(MAIN "words\n" MAIN, "5 bytes at byte 107 belong to no document; they are "
                                        "listed by themselves\n");
    check_warnings("junk\n" MAIN, "5 bytes before the filing begins are not shown\n");
}

/* Text before the header of a second submission is listed, too. */
static void text_before_a_second_header_is_listed(void **state)
{
    (void)state;
    struct submission *s = open_all(WHOLE "words\n" WHOLE);
    const struct slice *warnings;
    assert_int_equal(submission_documents(s), 7);
    check_text(s, 3, "words");
    check_text(s, 4, "FORM 8-K\n");
    assert_int_equal(submission_warnings(s, &warnings), 2);
    assert_true(slice_equal(warnings[1], SLICE("the file holds 2 submissions; the header shown is "
                                               "the first's")));
    submission_free(s);
}

/* Newer headers count a document that the public file never holds. */
static void one_document_too_many_is_usual(void **state)
{
    (void)state;
    check_warnings(
        "<SUBMISSION>\n<TYPE>8-K\n<PUBLIC-DOCUMENT-COUNT>2\n<FILING-DATE>20150103\n" MAIN, "");
    check_warnings(
        "<SUBMISSION>\n<TYPE>8-K\n<PUBLIC-DOCUMENT-COUNT>2\n<FILING-DATE>20050103\n" MAIN,
        "the header announces 2 documents, the file holds 1\n");
    check_warnings(
        "<SUBMISSION>\n<TYPE>8-K\n<PUBLIC-DOCUMENT-COUNT>0\n<FILING-DATE>20150103\n" MAIN,
        "the header announces 0 documents, the file holds 1\n");
}

static void warnings_do_not_fill_the_memory(void **state)
{
    (void)state;
    struct buffer file = {0};
    for (int i = 0; i < 1000; i++)
        buffer_addf(&file, "<DOCUMENT>\n<TYPE>A%d\n<TEXT>\n", i);
    struct submission *s = open_all(buffer_text(&file));
    const struct slice *warnings;
    assert_int_equal(submission_documents(s), 1000);
    assert_int_equal(submission_warnings(s, &warnings), 101);
    submission_warn(s, SLICE("once"));
    submission_warn(s, SLICE("once"));
    assert_int_equal(submission_warnings(s, &warnings), 102);
    submission_free(s);
    buffer_deinit(&file);
}

/* A long document is opened without a look at its end, and its end is where it is in the end. */
static void a_long_file_is_scanned_in_steps(void **state)
{
    (void)state;
    struct buffer file = {0};
    buffer_add_text(&file, HEADER "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n");
    size_t text = file.len;
    for (int i = 0; i < 200000; i++)
        buffer_add_text(&file, "a line of text\n");
    size_t end = file.len;
    buffer_add_text(&file, "</TEXT>\n</DOCUMENT>\n" PAGE);
    struct submission *s = open_slice(buffer_slice(&file));
    assert_non_null(s);
    assert_int_equal(submission_documents(s), 1);
    const struct document *d = submission_document(s, 0);
    assert_false(d->complete);
    assert_int_equal(d->text_offset, text);
    assert_true(d->text_end > text + 100000 && d->text_end < end);
    assert_false(submission_scan(s, 1000000));
    assert_true(submission_scanned(s) >= 1000000 && submission_scanned(s) < end);
    size_t before = d->text_end;
    assert_false(submission_scan(s, 10));
    assert_int_equal(d->text_end, before);
    assert_true(submission_scan(s, file.len));
    assert_true(d->complete);
    assert_int_equal(d->text_end, end);
    assert_int_equal(submission_documents(s), 2);
    assert_int_equal(submission_scanned(s), file.len);
    submission_free(s);
    buffer_deinit(&file);
}

static void check_bounds(const struct submission *s, size_t size)
{
    size_t last = 0;
    for (size_t i = 0; i < submission_documents(s); i++) {
        const struct document *d = submission_document(s, i);
        assert_true(d->complete);
        assert_true(d->start >= last && d->text_offset >= d->start);
        assert_true(d->text_end >= d->text_offset && d->end >= d->text_end && d->end <= size);
        last = d->end;
    }
}

/* Each piece is in a block of just its size, so that a sanitizer sees a read behind it. */
static void check_piece(const char *text, size_t from, size_t to)
{
    char *copy = malloc(to - from + (to == from));
    assert_non_null(copy);
    memcpy(copy, text + from, to - from);
    struct submission *s = open_slice((struct slice){copy, to - from});
    if (s) {
        for (size_t upto = 0; !submission_scan(s, upto); upto += 100)
            continue;
        check_bounds(s, to - from);
        submission_free(s);
    }
    free(copy);
}

static void every_cut_is_survived(void **state)
{
    static const char armoured[] = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nA: b\n\n" WHOLE
                                   "-----END PRIVACY-ENHANCED MESSAGE-----\n" WHOLE;
    static const char tagged[] = "<SUBMISSION>\n<TYPE>4\r<ISSUER>\r<COMPANY-DATA>\r<CIK>1\r"
                                 "</COMPANY-DATA>\r</ISSUER>\r<DOCUMENT>\r<TYPE>4\r<TEXT>\r<XML>\r"
                                 "<?xml?>\r</XML>\r</TEXT>\r</DOCUMENT>\r</SUBMISSION>";
    (void)state;
    for (size_t i = 0; i <= strlen(armoured); i++) {
        check_piece(armoured, 0, i);
        check_piece(armoured, i, strlen(armoured));
    }
    for (size_t i = 0; i <= strlen(tagged); i++) {
        check_piece(tagged, 0, i);
        check_piece(tagged, i, strlen(tagged));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_header_is_read),
        cmocka_unit_test(the_documents_are_listed),
        cmocka_unit_test(every_kind_of_start),
        cmocka_unit_test(content_decides_the_kind),
        cmocka_unit_test(what_is_no_filing_is_said),
        cmocka_unit_test(what_was_tolerated_is_said),
        cmocka_unit_test(text_before_a_second_header_is_listed),
        cmocka_unit_test(one_document_too_many_is_usual),
        cmocka_unit_test(warnings_do_not_fill_the_memory),
        cmocka_unit_test(a_long_file_is_scanned_in_steps),
        cmocka_unit_test(every_cut_is_survived),
    };
    return cmocka_run_group_tests_name("submission", tests, NULL, NULL);
}
