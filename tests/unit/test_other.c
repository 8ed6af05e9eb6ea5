/* SPDX-License-Identifier: MIT */
/* Which documents are files for programs, what they are called, and when they stand apart. */
#include "model/other.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "input/input.h"

struct sample {
    const char *type, *filename, *description;
    enum document_kind kind;
    bool other;
    const char *said; /* its kind in words */
};

static struct document document_of(const struct sample *s, size_t index)
{
    return (struct document){.index = index,
                             .type = slice_of(s->type),
                             .filename = slice_of(s->filename),
                             .description = slice_of(s->description),
                             .kind = s->kind};
}

static void test_kinds(void **state)
{
    (void)state;
    static const char idea[] = "IDEA: XBRL DOCUMENT";
    static const struct sample samples[] = {
        {"EX-99.1", "ex991.htm", "PRESS RELEASE", DOCUMENT_HTML, false, "HTML"},
        {"EX-10.1", "", "", DOCUMENT_TEXT, false, "text"},
        {"4", "ownership.xml", "PRIMARY DOCUMENT", DOCUMENT_XML, false, "XML"},
        {"INFORMATION TABLE", "infotable.xml", "", DOCUMENT_XML, false, "XML"},
        {"EX-FILING FEES", "ex_fees.htm", "FILING FEES", DOCUMENT_HTML, false, "HTML"},
        {"EX-99", "R1.htm", "A REPORT", DOCUMENT_HTML, false, "HTML"},
        {"EX-102", "auto.xml", "", DOCUMENT_XML, false, "XML"},
        {"EX-1010", "loan.xml", "", DOCUMENT_XML, false, "XML"},
        {"GRAPHIC", "ring.gif", "", DOCUMENT_BINARY, true, "GIF image"},
        {"GRAPHIC", "RING_G1.JPG", "OUR MARK", DOCUMENT_BINARY, true, "JPEG image"},
        {"GRAPHIC", "", "", DOCUMENT_BINARY, true, "binary file"},
        {"10-K", "copy.pdf", "", DOCUMENT_BINARY, true, "PDF document"},
        {"XML", "R1.htm", idea, DOCUMENT_HTML, true, "page of the XBRL data"},
        {"XML", "R10.htm", "", DOCUMENT_HTML, true, "page of the XBRL data"},
        {"XML", "R4.xml", idea, DOCUMENT_XML, true, "page of the XBRL data"},
        {"XML", "Show.js", idea, DOCUMENT_TEXT, true, "script"},
        {"XML", "report.css", idea, DOCUMENT_TEXT, true, "style sheet"},
        {"XML", "FilingSummary.xml", idea, DOCUMENT_XML, true, "list of the XBRL pages"},
        {"XML", "kiln-20231231_htm.xml", idea, DOCUMENT_XML, true, "XBRL data"},
        {"JSON", "MetaLinks.json", idea, DOCUMENT_TEXT, true, "JSON data"},
        {"ZIP", "0000999999-24-000001-xbrl.zip", idea, DOCUMENT_BINARY, true, "ZIP archive"},
        {"EXCEL", "Financial_Report.xlsx", idea, DOCUMENT_BINARY, true, "spreadsheet"},
        {"EX-101.SCH", "kiln-20231231.xsd", "SCHEMA", DOCUMENT_XML, true, "XBRL schema"},
        {"EX-101.LAB", "kiln-20231231_lab.xml", "", DOCUMENT_XML, true, "XBRL labels"},
        {"EX-101.INS", "kiln-20101231.xml", "", DOCUMENT_XML, true, "XBRL data"},
        {"EX-100.INS", "kiln.xml", "", DOCUMENT_XML, true, "XBRL data"},
        {"EX-101", "lease.htm", "LEASE", DOCUMENT_HTML, false, "HTML"},
    };
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct document d = document_of(&samples[i], 1);
        if (other_is(&d) != samples[i].other || strcmp(other_kind(&d), samples[i].said) != 0)
            fail_msg("%s %s: %d, %s", samples[i].type, samples[i].filename, other_is(&d),
                     other_kind(&d));
        d.index = 0;
        assert_false(other_is(&d)); /* the first is what was filed */
    }
}

static void expect_described(size_t size, bool complete, enum document_kind kind, const char *said)
{
    struct document d = {.kind = kind,
                         .filename = SLICE("a.png"),
                         .complete = complete,
                         .text_offset = 100,
                         .text_end = 100 + (kind == DOCUMENT_BINARY ? 7 : size),
                         .binary_size = kind == DOCUMENT_BINARY ? size : 0};
    struct buffer out = {0};
    other_describe(&d, &out);
    assert_string_equal(buffer_text(&out), said);
    buffer_deinit(&out);
}

static void test_sizes(void **state)
{
    (void)state;
    expect_described(1, true, DOCUMENT_BINARY, "PNG image, 1 byte");
    expect_described(1023, true, DOCUMENT_BINARY, "PNG image, 1023 bytes");
    expect_described(1536, true, DOCUMENT_TEXT, "PNG image, 2 KB");
    expect_described((size_t)9 << 20, true, DOCUMENT_BINARY, "PNG image, 9216 KB");
    expect_described((size_t)12 << 20, true, DOCUMENT_BINARY, "PNG image, 12 MB");
    expect_described(5000, false, DOCUMENT_BINARY, "PNG image");
    expect_described(0, true, DOCUMENT_BINARY, "PNG image");
}

/* A filing of documents of these types; the names say what they are. */
static struct submission *filing_of(const char *const *names, size_t count, struct buffer *bytes)
{
    struct error e = {0};
    buffer_add_text(bytes, "<SEC-DOCUMENT>0001.txt : 20240101\n<SEC-HEADER>0001.hdr.sgml\n"
                           "</SEC-HEADER>\n");
    for (size_t i = 0; i < count; i++)
        buffer_addf(bytes,
                    "<DOCUMENT>\n<TYPE>EX-%zu\n<SEQUENCE>%zu\n<FILENAME>%s\n<TEXT>\nwords\n"
                    "</TEXT>\n</DOCUMENT>\n",
                    i, i + 1, names[i]);
    struct submission *s = submission_open(input_from_bytes("made", buffer_slice(bytes)), &e);
    if (!s)
        fail_msg("%s", e.message);
    while (!submission_scan(s, (size_t)-1))
        continue;
    return s;
}

static void test_apart(void **state)
{
    (void)state;
    static const char *const usual[] = {"main.htm", "a.css", "ex1.htm", "b.js"};
    static const char *const files[] = {"a.css", "b.js", "c.json"};
    static const char *const late[] = {"a.css", "b.js", "main.htm"};
    static const struct {
        const char *const *names;
        size_t count, others;
        bool apart;
    } table[] = {
        {usual, 4, 2, true}, {usual, 1, 0, true}, {files, 3, 0, false}, {late, 3, 1, true}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct buffer bytes = {0};
        struct submission *s = filing_of(table[i].names, table[i].count, &bytes);
        assert_int_equal(submission_documents(s), table[i].count);
        assert_int_equal(other_apart(s), table[i].apart);
        assert_int_equal(other_count(s), table[i].others);
        submission_free(s);
        buffer_deinit(&bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
