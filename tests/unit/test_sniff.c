/* SPDX-License-Identifier: MIT */
/* Telling apart files and documents by how they begin. */
#include "formats/sniff.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

static void files_are_told_apart(void **state)
{
    static const struct {
        struct slice bytes;
        enum sniff_kind kind;
        size_t start;
    } cases[] = {
        {BYTES(""), SNIFF_EMPTY, 0},
        {BYTES(" \r\n\t"), SNIFF_EMPTY, 4},
        {BYTES("\xEF\xBB\xBF"), SNIFF_EMPTY, 3},
        {BYTES("-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nA: b\n"), SNIFF_ENVELOPE, 0},
        {BYTES("<SEC-DOCUMENT>0000000000-05-000001.txt : 20050103\n"), SNIFF_ENVELOPE, 0},
        {BYTES("\xEF\xBB\xBF\n <IMS-DOCUMENT>"), SNIFF_ENVELOPE, 5},
        {BYTES("<IMS-HEADER>x"), SNIFF_ENVELOPE, 0},
        {BYTES("<SEC-HEADER>x"), SNIFF_ENVELOPE, 0},
        {BYTES("<SUBMISSION>\r<TYPE>8-K\r"), SNIFF_ENVELOPE, 0},
        {BYTES("<DOCUMENT>\n<TYPE>8-K\n"), SNIFF_ENVELOPE, 0},
        {BYTES("<TYPE>EX-99\n<TEXT>\nx"), SNIFF_ENVELOPE, 0},
        {BYTES("<TYPE>EX-99\nno more"), SNIFF_TEXT, 0},
        {BYTES("<ACCEPTANCE-DATETIME>20050103"), SNIFF_ENVELOPE, 0},
        {BYTES("ACCESSION NUMBER:\t\t1"), SNIFF_ENVELOPE, 0},
        {BYTES("ACCESSION TO THE THRONE"), SNIFF_TEXT, 0},
        {BYTES("From: somebody\n\n<SEC-DOCUMENT>x\n"), SNIFF_ENVELOPE, 16},
        {BYTES("some words\n<DOCUMENT>\n<TYPE>8-K\n"), SNIFF_ENVELOPE, 11},
        {BYTES("some words\n<DOCUMENT>\nand others\n"), SNIFF_TEXT, 0},
        {BYTES("some words <SEC-DOCUMENT>x\n"), SNIFF_TEXT, 0},
        {BYTES("\n\n    FORM 8-K\n"), SNIFF_TEXT, 0},
        {BYTES("\xEF\xBB\xBF\nFORM 8-K\n"), SNIFF_TEXT, 3},
        {BYTES("<html>x"), SNIFF_HTML, 0},
        {BYTES("<title>-----BEGIN PRIVACY-ENHANCED MESSAGE-----</title>"), SNIFF_HTML, 0},
        {BYTES("<HTML><HEAD><TITLE>SEC EDGAR Submission 1</TITLE>"), SNIFF_INDEX_HEADERS, 0},
        {BYTES("<?xml version='1.0'?><html xmlns='x'>"), SNIFF_HTML, 0},
        {BYTES("<?xml version='1.0'?>\n<ownershipDocument>"), SNIFF_XML, 0},
        {BYTES("<html><title>SEC.gov | Request Rate Threshold Exceeded</title>"), SNIFF_ERROR_PAGE,
         0},
        {BYTES("<html><h1>Undeclared Automated Tool</h1>"), SNIFF_ERROR_PAGE, 0},
        {BYTES("<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>"), SNIFF_ERROR_PAGE, 0},
        {BYTES("a text on the Request Rate Threshold Exceeded page"), SNIFF_TEXT, 0},
        {BYTES("\x1f\x8b\x08 and more"), SNIFF_BINARY, 0},
        {BYTES("PK\x03\x04 and more"), SNIFF_BINARY, 0},
        {BYTES("%PDF-1.4 and more"), SNIFF_BINARY, 0},
        {BYTES("BZh91AY&SY"), SNIFF_BINARY, 0},
        {BYTES("BZhello"), SNIFF_TEXT, 0},
        {BYTES("\0\0\0\0\0\0\0\0"), SNIFF_BINARY, 0},
        {BYTES("a\1\2\3\4\5\6b"), SNIFF_BINARY, 0},
        {BYTES("a text with one \0 in it, and a form feed \f"), SNIFF_TEXT, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sniff s = sniff_file(cases[i].bytes);
        if (s.kind != cases[i].kind || s.start != cases[i].start)
            fail_msg("case %zu: kind %d at %zu", i, (int)s.kind, s.start);
    }
}

static void a_known_binary_has_a_name(void **state)
{
    (void)state;
    assert_string_equal(sniff_file(SLICE("\x1f\x8b\x08")).what, "a gzip file; decompress it first");
    assert_string_equal(sniff_file(SLICE("%PDF-1.4")).what, "a PDF file");
    assert_null(sniff_file(SLICE("\0\0\0\0\0\0")).what);
}

static void strange_text_before_the_filing_is_noted(void **state)
{
    (void)state;
    assert_true(sniff_file(SLICE("mail\n<SUBMISSION>\n")).skipped);
    assert_false(sniff_file(SLICE("\n\n<SUBMISSION>\n")).skipped);
}

/* A tag that comes late belongs to the text. */
static void far_tags_are_not_looked_for(void **state)
{
    struct buffer text = {0};
    (void)state;
    buffer_add_fill(&text, 'x', 70000);
    buffer_add_text(&text, "\n<SEC-DOCUMENT>x\n");
    assert_int_equal(sniff_file(buffer_slice(&text)).kind, SNIFF_TEXT);
    buffer_deinit(&text);
}

static void documents_are_told_apart(void **state)
{
    static const struct {
        const char *text;
        const char *filename;
        enum sniff_kind kind;
    } cases[] = {
        {"", "", SNIFF_TEXT},
        {"\n\n  FORM 8-K", "", SNIFF_TEXT},
        {"<PAGE>\n\nFORM 8-K", "", SNIFF_TEXT},
        {"<TABLE>\n<CAPTION>\n<S> <C>", "", SNIFF_TEXT},
        {"<S>  <C>", "", SNIFF_TEXT},
        {"<ARTICLE> 5", "", SNIFF_TEXT},
        {"<PAGE>\n<HTML>", "", SNIFF_HTML},
        {"<!-- made by hand -->\n<html>", "", SNIFF_HTML},
        {"<!DOCTYPE HTML PUBLIC>\n<TABLE>", "", SNIFF_HTML},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE html [ <!ENTITY a \"b\"> ]>\n<x>", "", SNIFF_HTML},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE a [ <!ENTITY a \"b\"> ]>\n<html>", "", SNIFF_HTML},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE a [ <!ENTITY", "", SNIFF_XML},
        {"<P ALIGN=CENTER>", "", SNIFF_HTML},
        {"<PRE>", "", SNIFF_HTML},
        {"<table border=0>", "", SNIFF_HTML},
        {"\n<?xml version='1.0'?>\n<!-- x --><html xmlns='x'>", "", SNIFF_HTML},
        {"<?xml version='1.0'?>\n<xbrl>", "", SNIFF_XML},
        {"<edgarSubmission xmlns='x'>", "", SNIFF_XML},
        {"<?xml", "", SNIFF_XML},
        {"<!-- never closed", "", SNIFF_TEXT},
        {"begin 644 a.gif\nM", "", SNIFF_UUENCODE},
        {"\n\nbegin 644 a.gif\nM", "", SNIFF_UUENCODE},
        {"begin with the end", "", SNIFF_TEXT},
        {"words first<BR>", "a.htm", SNIFF_HTML},
        {"words first<BR>", "a.txt", SNIFF_TEXT},
        {"words only", "a.htm", SNIFF_TEXT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        enum sniff_kind kind = sniff_text(slice_of(cases[i].text), slice_of(cases[i].filename));
        if (kind != cases[i].kind)
            fail_msg("case %zu (%s): kind %d", i, cases[i].text, (int)kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_told_apart),
        cmocka_unit_test(a_known_binary_has_a_name),
        cmocka_unit_test(strange_text_before_the_filing_is_noted),
        cmocka_unit_test(far_tags_are_not_looked_for),
        cmocka_unit_test(documents_are_told_apart),
    };
    return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
