/* SPDX-License-Identifier: MIT */
/* A filing and its tree as one JSON object on one line. */
#include "print/outline_json.h"

#include "outline/missing.h"
#include "print/json.h"
#include "print/node_json.h"
#include "print/print.h"
#include "print/reference_json.h"
#include "print/walk.h"

static json_t *text_list(const struct slice *items, size_t count)
{
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, json_text(items[i]));
    return list;
}

/* Offsets and sizes fit: no file is larger than 2^62 bytes. */
static json_t *size_value(size_t n)
{
    return json_integer((json_int_t)n);
}

/* "0000000000-00-000000", or null for what is something else. */
static json_t *accession_value(struct slice s)
{
    bool good = s.len == 20 && s.at[10] == '-' && s.at[13] == '-';
    for (size_t i = 0; good && i < s.len; i++)
        good = i == 10 || i == 13 || byte_is_digit(s.at[i]);
    return good ? json_text(s) : json_null();
}

static json_t *cik_text(struct slice cik)
{
    long long number = slice_number(cik);
    struct buffer text = {0};
    if (number < 0)
        return json_text(cik);
    buffer_addf(&text, "%010lld", number);
    json_t *value = json_text(buffer_slice(&text));
    buffer_deinit(&text);
    return value;
}

static json_t *filers(const struct submission *s)
{
    json_t *list = json_array();
    const struct party *parties;
    size_t count = submission_parties(s, &parties);
    for (size_t i = 0; i < count; i++) {
        json_t *party = json_object();
        json_object_set_new(party, "cik", cik_text(parties[i].cik));
        json_object_set_new(party, "name", json_text(parties[i].name));
        json_array_append_new(list, party);
    }
    return list;
}

/* Goes through the lines of one document and appends its nodes, each with its line. */
static json_t *node_list(struct content *c, struct outline *outline, struct walk *w,
                         struct walk_line *line, bool *more)
{
    json_t *list = json_array();
    const struct node *nodes;
    size_t count = outline_nodes(outline, &nodes), next = 0, number = 0;
    size_t document = content_document(c)->index;
    for (; *more && line->document->index == document; *more = walk_next(w, line)) {
        if (!line->line || line->line->kind != LINE_TEXT) {
            number = number ? number : line->number;
            continue;
        }
        for (; next < count && nodes[next].offset < line->line->order; next++)
            json_array_append_new(list, node_json(c, &nodes[next], number));
        size_t at; /* all that is in a row is told of with its first line */
        for (; next < count && walk_row_line(w, line, nodes[next].offset, &at); next++)
            json_array_append_new(list, node_json(c, &nodes[next], at));
        number = line->number;
    }
    for (; next < count; next++)
        json_array_append_new(list, node_json(c, &nodes[next], number));
    return list;
}

static json_t *missing_list(const struct outline *outline)
{
    json_t *list = json_array();
    const struct missing *missing;
    size_t count = outline_missing(outline, &missing);
    for (size_t i = 0; i < count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "id", json_text(missing[i].id));
        json_object_set_new(object, "why", json_text(missing[i].why));
        json_array_append_new(list, object);
    }
    return list;
}

static json_t *document_object(struct submission *s, struct document *d, struct outlines *outlines,
                               struct walk *w, struct walk_line *line, bool *more)
{
    static const char *const kinds[] = {"text", "html", "xml", "binary"};
    struct content *c = content_of(s, d);
    struct outline *outline = outlines_get(outlines, d);
    json_t *object = json_object();
    bool all = false;
    while (!content_count_pages(c, 1 << 20))
        ;
    json_object_set_new(object, "sequence", json_integer(d->sequence));
    json_object_set_new(object, "type", json_text_or_null(d->type));
    json_object_set_new(object, "filename", json_text_or_null(d->filename));
    json_object_set_new(object, "description", json_text_or_null(d->description));
    json_object_set_new(object, "kind", json_string(kinds[d->kind]));
    json_object_set_new(object, "offset", size_value(d->start));
    json_object_set_new(object, "length", size_value(d->end - d->start));
    json_object_set_new(object, "pages", size_value(content_pages(c, &all)));
    json_object_set_new(object, "nodes", node_list(c, outline, w, line, more));
    json_object_set_new(object, "missing", missing_list(outline));
    json_object_set_new(object, "references", reference_json(s, outlines, d));
    return object;
}

/* The Items that the header declares and the text lacks, and the other way round. */
static void add_missing(struct submission *s, struct outlines *outlines, json_t *warnings)
{
    struct buffer text = {0};
    struct slice line;
    if (submission_documents(s) == 0)
        return;
    missing_warnings(s, outlines_get(outlines, submission_document(s, 0)), &text);
    struct slice rest = buffer_slice(&text);
    while (slice_next_line(&rest, &line))
        json_array_append_new(warnings, json_text(line));
    buffer_deinit(&text);
}

void outline_json(struct submission *s, struct outlines *outlines, FILE *out)
{
    struct slice declared[OUTLINE_DECLARED];
    const struct slice *warnings;
    json_t *object = json_object(), *documents = json_array();
    struct walk w;
    struct walk_line line;
    struct slice form = submission_form(s);
    walk_init(&w, s, PRINT_WIDTH);
    bool more = walk_next(&w, &line);
    for (size_t i = 0; i < submission_documents(s); i++) {
        struct document *d = submission_document(s, i);
        if (d->is_header)
            break;
        content_hold(content_of(s, d)); /* it is read by the outline and by the walk */
        struct outline *outline = outlines_get(outlines, d);
        if (i == 0 && form.len == 0)
            form = outline_form(outline);
        json_array_append_new(documents, document_object(s, d, outlines, &w, &line, &more));
        content_release(content_of(s, d));
    }
    walk_deinit(&w);
    size_t count = outline_declared(s, declared, OUTLINE_DECLARED);
    json_object_set_new(object, "file", json_text(slice_of(submission_name(s))));
    json_object_set_new(object, "form", json_text_or_null(form));
    json_object_set_new(object, "accession", accession_value(submission_accession(s)));
    json_object_set_new(object, "filed", json_text_or_null(submission_filed(s)));
    json_object_set_new(object, "period", json_text_or_null(submission_period(s)));
    json_object_set_new(object, "filers", filers(s));
    json_object_set_new(object, "items_declared", text_list(declared, count));
    count = submission_warnings(s, &warnings);
    json_t *said = text_list(warnings, count);
    add_missing(s, outlines, said);
    json_object_set_new(object, "warnings", said);
    json_object_set_new(object, "documents", documents);
    json_print(object, out);
}
