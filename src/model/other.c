/* SPDX-License-Identifier: MIT */
/* Telling files for programs from documents to read. */
#include "model/other.h"

/* What ends so is a file for programs, whatever else is said of it; the longer endings first. */
static const struct ending {
    const char *ending, *kind;
} endings[] = {
    {"_def.xml", "XBRL definitions"},
    {"_lab.xml", "XBRL labels"},
    {"_pre.xml", "XBRL presentation"},
    {"_cal.xml", "XBRL calculations"},
    {"_ref.xml", "XBRL references"},
    {"_htm.xml", "XBRL data"},
    {"FilingSummary.xml", "list of the XBRL pages"},
    {".xsd", "XBRL schema"},
    {".jpg", "JPEG image"},
    {".jpeg", "JPEG image"},
    {".gif", "GIF image"},
    {".png", "PNG image"},
    {".bmp", "BMP image"},
    {".tif", "TIFF image"},
    {".tiff", "TIFF image"},
    {".svg", "SVG image"},
    {".pdf", "PDF document"},
    {".zip", "ZIP archive"},
    {".xls", "spreadsheet"},
    {".xlsx", "spreadsheet"},
    {".json", "JSON data"},
    {".js", "script"},
    {".css", "style sheet"},
};

static const struct ending *ending_of(struct slice name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct slice ending = slice_of(endings[i].ending);
        if (name.len >= ending.len &&
            slice_equal_nocase(slice_cut(name, name.len - ending.len, name.len), ending))
            return &endings[i];
    }
    return NULL;
}

/* "R12.htm": a page that EDGAR makes of the XBRL data. */
static bool is_report_name(struct slice name)
{
    size_t at = 1;
    while (at < name.len && byte_is_digit(name.at[at]))
        at++;
    struct slice rest = slice_cut(name, at, name.len);
    return at > 1 && name.at[0] == 'R' &&
           (slice_equal(rest, SLICE(".htm")) || slice_equal(rest, SLICE(".html")) ||
            slice_equal(rest, SLICE(".xml")));
}

/* What EDGAR adds to a filing with XBRL has one of these types. */
static bool is_made_by_edgar(const struct document *d)
{
    static const char *const types[] = {"XML", "EXCEL", "JSON", "ZIP"};
    if (slice_starts_nocase(d->description, SLICE("IDEA: XBRL")))
        return true;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (slice_equal_nocase(d->type, slice_of(types[i])))
            return true;
    return false;
}

/* EX-101.INS, .SCH and so on; EX-100 in the years of trial. */
static bool is_xbrl_exhibit(const struct document *d)
{
    struct slice number = slice_cut(d->type, 0, 6);
    bool numbered =
        slice_equal_nocase(number, SLICE("EX-101")) || slice_equal_nocase(number, SLICE("EX-100"));
    bool ends = d->type.len <= 6 || d->type.at[6] == '.';
    return numbered && ends && d->kind == DOCUMENT_XML;
}

/* By what is said of it alone, wherever it stands. */
static bool is_file(const struct document *d)
{
    return d->kind == DOCUMENT_BINARY || is_made_by_edgar(d) || is_xbrl_exhibit(d) ||
           slice_equal_nocase(d->type, SLICE("GRAPHIC")) || ending_of(d->filename) != NULL;
}

bool other_is(const struct document *d)
{
    return d->index > 0 && is_file(d);
}

bool other_apart(const struct submission *s)
{
    size_t count = submission_documents(s);
    for (size_t i = 0; i < count; i++)
        if (!is_file(submission_document(s, i)))
            return true;
    return false;
}

size_t other_count(const struct submission *s)
{
    size_t others = 0;
    size_t count = other_apart(s) ? submission_documents(s) : 0;
    for (size_t i = 0; i < count; i++)
        others += other_is(submission_document(s, i));
    return others;
}

const char *other_kind(const struct document *d)
{
    const struct ending *ending = ending_of(d->filename);
    if (ending)
        return ending->kind;
    if (is_report_name(d->filename) && is_made_by_edgar(d))
        return "page of the XBRL data";
    if (is_xbrl_exhibit(d))
        return "XBRL data";
    switch (d->kind) {
    case DOCUMENT_HTML:
        return "HTML";
    case DOCUMENT_XML:
        return "XML";
    case DOCUMENT_BINARY:
        return "binary file";
    default:
        return "text";
    }
}

void other_describe(const struct document *d, struct buffer *out)
{
    buffer_add_text(out, other_kind(d));
    size_t size = d->kind == DOCUMENT_BINARY ? d->binary_size : d->text_end - d->text_offset;
    if (!d->complete || size == 0)
        return;
    if (size < 1024)
        buffer_addf(out, ", %zu byte%s", size, size == 1 ? "" : "s");
    else if (size < (size_t)10 * 1024 * 1024)
        buffer_addf(out, ", %zu KB", (size + 512) / 1024);
    else
        buffer_addf(out, ", %zu MB", (size + 512 * 1024) / (1024 * 1024));
}
