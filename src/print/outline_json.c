/* SPDX-License-Identifier: MIT */
/* A filing and its tree as one JSON object on one line. */
#include "print/outline_json.h"

#include "outline/missing.h"
#include "print/json_out.h"
#include "print/node_json.h"
#include "print/print.h"
#include "print/reference_json.h"
#include "lib/walk.h"

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

static void write_filers(struct json_out *j, const struct submission *s)
{
    const struct party *parties;
    size_t count = submission_parties(s, &parties);
    json_out_open_list(j, "filers");
    for (size_t i = 0; i < count; i++) {
        json_out_open_object(j, NULL);
        write_cik(j, parties[i].cik);
        json_out_text(j, "name", parties[i].name);
        json_out_close_object(j);
    }
    json_out_close_list(j);
}

/* Where the walk through the lines of the filing is. */
struct progress {
    struct walk walk;
    struct walk_line line;
    bool more;
};

static void write_node(struct json_out *j, struct content *c, const struct node *n, size_t line)
{
    if (fields_want_kind(j->fields, n->kind))
        node_json(j, c, n, line);
}

/* Goes through the lines of one document and writes its nodes, each with its line. */
static void write_nodes(struct json_out *j, struct content *c, struct outline *outline,
                        struct progress *p)
{
    const struct node *nodes;
    size_t count = outline_nodes(outline, &nodes), next = 0, number = 0;
    size_t document = content_document(c)->index;
    json_out_open_list(j, "nodes");
    for (; p->more && p->line.document->index == document;
         p->more = walk_next(&p->walk, &p->line)) {
        const struct line *line = p->line.line;
        if (!line || line->kind != LINE_TEXT) {
            number = number ? number : p->line.number;
            continue;
        }
        for (; next < count && nodes[next].offset < line->order; next++)
            write_node(j, c, &nodes[next], number);
        size_t at; /* all that is in a row is told of with its first line */
        for (; next < count && walk_row_line(&p->walk, &p->line, nodes[next].offset, &at); next++)
            write_node(j, c, &nodes[next], at);
        number = p->line.number;
    }
    for (; next < count; next++)
        write_node(j, c, &nodes[next], number);
    json_out_close_list(j);
}

static void write_missing(struct json_out *j, const struct outline *outline)
{
    const struct missing *missing;
    size_t count = outline_missing(outline, &missing);
    json_out_open_list(j, "missing");
    for (size_t i = 0; i < count; i++) {
        json_out_open_object(j, NULL);
        json_out_text(j, "id", missing[i].id);
        json_out_text(j, "why", missing[i].why);
        json_out_close_object(j);
    }
    json_out_close_list(j);
}

/* What is found out from the text, as far as it is wanted. */
static void write_content(struct json_out *j, struct reference_lookups *lookups, struct document *d,
                          struct progress *p)
{
    bool nodes = json_out_wants(j, "nodes"), missing = json_out_wants(j, "missing");
    bool pages = nodes || json_out_wants(j, "pages"), all = false;
    bool references = json_out_wants(j, "references");
    if (!pages && !missing && !references)
        return;
    struct content *c = content_of(lookups->submission, d);
    struct outline *outline =
        nodes || missing || references ? outlines_get(lookups->outlines, d) : NULL;
    while (pages && !content_count_pages(c, 1 << 20))
        ;
    json_out_size(j, "pages", pages ? content_pages(c, &all) : 0);
    if (nodes)
        write_nodes(j, c, outline, p);
    if (missing)
        write_missing(j, outline);
    if (references)
        reference_json(j, lookups, d);
}

static void write_document(struct json_out *j, struct reference_lookups *lookups,
                           struct document *d, struct progress *p)
{
    static const char *const kinds[] = {"text", "html", "xml", "binary"};
    json_out_open_object(j, NULL);
    json_out_integer(j, "sequence", d->sequence);
    json_out_text_or_null(j, "type", d->type);
    json_out_text_or_null(j, "filename", d->filename);
    json_out_text_or_null(j, "description", d->description);
    json_out_text(j, "kind", slice_of(kinds[d->kind]));
    json_out_size(j, "offset", d->start);
    json_out_size(j, "length", d->end - d->start);
    write_content(j, lookups, d, p);
    if (d->index > 0) /* the first is the one that the others name */
        reference_lookups_forget(lookups, d);
    json_out_close_object(j);
}

/* The warnings, and the Items that the header declares and the text lacks, and the other way round.
 */
static void write_warnings(struct json_out *j, struct submission *s, struct outlines *outlines)
{
    const struct slice *warnings;
    struct buffer text = {0};
    struct slice line;
    size_t count = submission_warnings(s, &warnings);
    json_out_open_list(j, "warnings");
    for (size_t i = 0; i < count; i++)
        json_out_text(j, NULL, warnings[i]);
    if (j->skipped == 0 && submission_documents(s) > 0)
        missing_warnings(s, outlines_get(outlines, submission_document(s, 0)), &text);
    struct slice rest = buffer_slice(&text);
    while (slice_next_line(&rest, &line))
        json_out_text(j, NULL, line);
    json_out_close_list(j);
    buffer_deinit(&text);
}

/* All that stands in front of the documents, which are read by then. */
static void write_filing(struct json_out *j, struct submission *s, struct outlines *outlines)
{
    struct slice declared[OUTLINE_DECLARED];
    struct slice form = submission_form(s);
    struct document *first = submission_document(s, 0);
    if (form.len == 0 && first != NULL && !first->is_header && json_out_wants(j, "form"))
        form = outline_form(outlines_get(outlines, first));
    size_t count = outline_declared(s, declared, OUTLINE_DECLARED);
    json_out_text(j, "file", slice_of(submission_name(s)));
    json_out_text_or_null(j, "form", form);
    write_accession(j, submission_accession(s));
    json_out_text_or_null(j, "filed", submission_filed(s));
    json_out_text_or_null(j, "period", submission_period(s));
    write_filers(j, s);
    json_out_texts(j, "items_declared", declared, count);
    write_warnings(j, s, outlines);
}

/* The documents as a list, each read once: by the outline and by the walk through its lines. */
static void write_documents(struct json_out *j, struct submission *s, struct outlines *outlines)
{
    struct reference_lookups lookups;
    struct progress p = {0};
    bool lines = fields_want(j->fields, SLICE("documents.nodes.line"));
    reference_lookups_init(&lookups, s, outlines);
    if (lines) {
        walk_init(&p.walk, s, PRINT_WIDTH);
        p.more = walk_next(&p.walk, &p.line);
    }
    json_out_open_list(j, "documents");
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct document *d = submission_document(s, i);
        if (d->is_header)
            break;
        content_hold(content_of(s, d));
        write_document(j, &lookups, d, &p);
        content_release(content_of(s, d));
    }
    json_out_close_list(j);
    if (lines)
        walk_deinit(&p.walk);
    reference_lookups_deinit(&lookups);
}

void outline_json(struct submission *s, struct outlines *outlines, const struct fields *fields,
                  FILE *out)
{
    struct json_out documents = {.fields = fields}, filing = {.fields = fields};
    /* Reading the documents may add warnings, and these stand in front of them. */
    json_out_open_object(&documents, NULL);
    if (json_out_wants(&documents, "documents") || json_out_wants(&documents, "warnings"))
        write_documents(&documents, s, outlines);
    json_out_close_object(&documents);
    json_out_open_object(&filing, NULL);
    write_filing(&filing, s, outlines);
    struct slice rest = buffer_slice(&documents.text);
    rest = slice_cut(rest, 1, rest.len);
    if (filing.text.len > 1 && rest.len > 1)
        buffer_add_byte(&filing.text, ',');
    /* Of a file that is cut an object will say so in place of this one. What could not be written
     * shows in the state of the stream. */
    if (!submission_is_cut(s)) {
        (void)fwrite(buffer_text(&filing.text), 1, filing.text.len, out);
        (void)fwrite(rest.at, 1, rest.len, out);
        (void)fputs("\n", out);
    }
    json_out_deinit(&documents);
    json_out_deinit(&filing);
}
