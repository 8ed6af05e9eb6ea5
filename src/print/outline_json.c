/* SPDX-License-Identifier: MIT */
/* A filing and its tree as one JSON object on one line. */
#include "print/outline_json.h"

#include "print/json_out.h"
#include "print/node_json.h"
#include "print/reference_json.h"

/* "0000000000-00-000000", or null for what is something else. */
static void write_accession(struct json_out *j, struct slice s)
{
    static const struct slice none = {0};
    bool good = s.len == 20 && s.at[10] == '-' && s.at[13] == '-';
    for (size_t i = 0; good && i < s.len; i++)
        good = i == 10 || i == 13 || byte_is_digit(s.at[i]);
    json_out_text_or_null(j, "accession", good ? s : none);
}

static void write_cik(struct json_out *j, struct slice cik)
{
    long long number = slice_number(cik);
    struct buffer text = {0};
    if (number >= 0)
        buffer_addf(&text, "%010lld", number);
    json_out_text(j, "cik", number >= 0 ? buffer_slice(&text) : cik);
    buffer_deinit(&text);
}

static void write_filers(struct json_out *j, struct folio *f)
{
    json_out_open_list(j, "filers");
    for (size_t i = 0; i < folio_filers(f); i++) {
        json_out_open_object(j, NULL);
        write_cik(j, slice_of(folio_filer_cik(f, i)));
        json_out_text(j, "name", slice_of(folio_filer_name(f, i)));
        json_out_close_object(j);
    }
    json_out_close_list(j);
}

static void write_nodes(struct json_out *j, struct folio_document *d)
{
    size_t count = folio_nodes(d);
    json_out_open_list(j, "nodes");
    for (size_t i = 0; i < count; i++) {
        const struct folio_node *n = folio_node(d, i);
        if (fields_want_kind(j->fields, folio_node_kind(n)))
            node_json(j, n);
    }
    json_out_close_list(j);
}

static void write_missing(struct json_out *j, struct folio_document *d)
{
    size_t count = folio_missing(d);
    json_out_open_list(j, "missing");
    for (size_t i = 0; i < count; i++) {
        json_out_open_object(j, NULL);
        json_out_text(j, "id", slice_of(folio_missing_id(d, i)));
        json_out_text(j, "why", slice_of(folio_missing_why(d, i)));
        json_out_close_object(j);
    }
    json_out_close_list(j);
}

/* What is found out from the text, as far as it is wanted. The outline comes before the pages, as
 * these are counted on the way. */
static void write_content(struct json_out *j, struct folio_document *d)
{
    bool nodes = json_out_wants(j, "nodes"), missing = json_out_wants(j, "missing");
    bool pages = nodes || json_out_wants(j, "pages");
    bool references = json_out_wants(j, "references");
    if (nodes)
        (void)folio_nodes(d);
    else if (missing)
        (void)folio_missing(d);
    json_out_size(j, "pages", pages ? folio_pages(d) : 0);
    if (nodes)
        write_nodes(j, d);
    if (missing)
        write_missing(j, d);
    if (references)
        reference_json(j, d);
}

static void write_document(struct json_out *j, struct folio_document *d)
{
    json_out_open_object(j, NULL);
    json_out_integer(j, "sequence", folio_document_sequence(d));
    json_out_text_or_null(j, "type", slice_of(folio_document_type(d)));
    json_out_text_or_null(j, "filename", slice_of(folio_document_filename(d)));
    json_out_text_or_null(j, "description", slice_of(folio_document_description(d)));
    json_out_text(j, "kind", slice_of(folio_document_kind(d)));
    json_out_size(j, "offset", folio_document_offset(d));
    json_out_size(j, "length", folio_document_length(d));
    write_content(j, d);
    json_out_close_object(j);
}

/* The warnings, and the Items that the header declares and the text lacks, and the other way round.
 */
static void write_warnings(struct json_out *j, struct folio *f)
{
    size_t count = folio_warnings(f);
    json_out_open_list(j, "warnings");
    for (size_t i = 0; i < count; i++)
        json_out_text(j, NULL, slice_of(folio_warning(f, i)));
    for (size_t i = 0; j->skipped == 0 && i < folio_mismatches(f); i++)
        json_out_text(j, NULL, slice_of(folio_mismatch(f, i)));
    json_out_close_list(j);
}

static void write_declared(struct json_out *j, struct folio *f)
{
    json_out_open_list(j, "items_declared");
    for (size_t i = 0; i < folio_declared(f); i++)
        json_out_text(j, NULL, slice_of(folio_declared_item(f, i)));
    json_out_close_list(j);
}

/* All that stands in front of the documents, which are read by then. */
static void write_filing(struct json_out *j, struct folio *f)
{
    json_out_text(j, "file", slice_of(folio_name(f)));
    json_out_text_or_null(j, "form", slice_of(json_out_wants(j, "form") ? folio_form(f) : ""));
    write_accession(j, slice_of(folio_accession(f)));
    json_out_text_or_null(j, "filed", slice_of(folio_filed(f)));
    json_out_text_or_null(j, "period", slice_of(folio_period(f)));
    write_filers(j, f);
    write_declared(j, f);
    write_warnings(j, f);
}

/* The documents as a list. The first is the one that the others, and the warnings, speak of. */
static void write_documents(struct json_out *j, struct folio *f)
{
    size_t count = folio_documents(f);
    json_out_open_list(j, "documents");
    for (size_t i = 0; i < count; i++) {
        struct folio_document *d = folio_document(f, i);
        if (folio_document_is_header(d))
            break;
        write_document(j, d);
        if (i > 0)
            folio_document_close(d);
    }
    json_out_close_list(j);
}

void outline_json(struct folio *f, const struct fields *fields, FILE *out)
{
    struct json_out documents = {.fields = fields}, filing = {.fields = fields};
    /* Reading the documents may add warnings, and these stand in front of them. */
    json_out_open_object(&documents, NULL);
    if (json_out_wants(&documents, "documents") || json_out_wants(&documents, "warnings"))
        write_documents(&documents, f);
    json_out_close_object(&documents);
    json_out_open_object(&filing, NULL);
    write_filing(&filing, f);
    struct slice rest = buffer_slice(&documents.text);
    rest = slice_cut(rest, 1, rest.len);
    if (filing.text.len > 1 && rest.len > 1)
        buffer_add_byte(&filing.text, ',');
    /* Of a file that is cut an object will say so in place of this one. What could not be written
     * shows in the state of the stream. */
    if (!folio_is_cut(f)) {
        (void)fwrite(buffer_text(&filing.text), 1, filing.text.len, out);
        (void)fwrite(rest.at, 1, rest.len, out);
        (void)fputs("\n", out);
    }
    json_out_deinit(&documents);
    json_out_deinit(&filing);
}
