/* SPDX-License-Identifier: MIT */
/* What a citation's names stand for. */
#include "ui/keeping/citation.h"

#include "base/clean.h"
#include "base/utf8.h"
#include "base/width.h"
#include "config/template.h"
#include "model/content.h"
#include "outline/address.h"
#include "outline/catalog.h"
#include "ui/tree_draw.h"

enum {
    LONGEST = 160,        /* columns of one value */
    YEAR = 4,             /* digits */
    FIRST_SURE_MONTH = 6, /* a fiscal year that ends before is called by either calendar year */
    FISCAL_YEAR_END = 4,  /* digits: MMDD */
    DAYS_OFF = 10,        /* a year of whole weeks ends about that day */
    DAYS_A_MONTH = 31,
    DAYS_A_YEAR = 12 * DAYS_A_MONTH
};

struct cited {
    const struct shelf *shelf;
    struct submission *submission;
    const struct document *document;
    const struct citation_of *of;
    const struct node *nodes;
    size_t node_count;
    size_t item, note, heading; /* nodes; node_count and more: none */
};

/* Blanks folded, cleaned, and cut when it is very long. */
static void add_text(struct buffer *out, struct slice text)
{
    struct buffer folded = {0};
    text = slice_trim(slice_cut(text, 0, (size_t)LONGEST * UTF8_MAX));
    for (size_t i = 0; i < text.len; i++) {
        if (!byte_is_blank(text.at[i]))
            buffer_add_byte(&folded, text.at[i]);
        else if (!byte_is_blank(text.at[i - 1])) /* the first is none */
            buffer_add_byte(&folded, ' ');
    }
    struct buffer clean = {0};
    clean_text(&clean, buffer_slice(&folded));
    struct slice all = buffer_slice(&clean);
    size_t fits = width_fit(all, LONGEST);
    buffer_add(out, slice_cut(all, 0, fits));
    if (fits < all.len)
        buffer_add_text(out, "…");
    buffer_deinit(&folded);
    buffer_deinit(&clean);
}

static struct slice file_name(const struct submission *s)
{
    struct slice name = slice_of(submission_name(s));
    for (size_t at = name.len; at > 0; at--)
        if (name.at[at - 1] == '/')
            return slice_cut(name, at, name.len);
    return name;
}

/* The party that the filing is about: who files for others, or on them, comes after. NULL: the
 * header names nobody. */
static const struct party *main_party(const struct submission *s)
{
    const struct party *parties;
    size_t count = submission_parties(s, &parties);
    for (size_t i = 0; i < count; i++)
        if (parties[i].name.len > 0 && !slice_equal(parties[i].role, SLICE("REPORTING-OWNER")) &&
            !slice_equal(parties[i].role, SLICE("FILED BY")))
            return &parties[i];
    return count > 0 && parties[0].name.len > 0 ? &parties[0] : NULL;
}

static void add_company(const struct cited *c, struct buffer *out)
{
    const struct party *parties, *party = main_party(c->submission);
    size_t count = submission_parties(c->submission, &parties), alike = 0;
    if (!party) {
        add_text(out, file_name(c->submission));
        return;
    }
    for (size_t i = 0; i < count; i++)
        alike += slice_equal(parties[i].role, party->role);
    add_text(out, party->name);
    buffer_add_text(out, alike > 1 ? " et al." : "");
}

static void add_cik(const struct cited *c, struct buffer *out)
{
    const struct party *party = main_party(c->submission);
    if (party)
        add_text(out, party->cik);
}

static struct slice form_of(const struct cited *c)
{
    const struct outline *first = shelf_outline(c->shelf, 0);
    struct slice form = submission_form(c->submission);
    return form.len == 0 && first ? outline_form(first) : form;
}

/* Whether the header has a day for the end of the fiscal year that is far from this one. */
static bool is_another_year(const struct cited *c, long long month, long long day)
{
    const struct party *party = main_party(c->submission);
    for (size_t i = 0; party && i < party->fields.count; i++) {
        const struct header_field *field = &party->fields.at[i];
        long long end = slice_number(field->value);
        if (!slice_equal(field->name, SLICE("FISCAL YEAR END")) || end < 100 ||
            field->value.len != FISCAL_YEAR_END)
            continue;
        long long off = (month - end / 100) * DAYS_A_MONTH + day - end % 100;
        off = off < 0 ? off + DAYS_A_YEAR : off;
        return off > DAYS_OFF && off < DAYS_A_YEAR - DAYS_OFF;
    }
    return false;
}

/* A year is called by its number where there can be no doubt which is meant: one that ends in
 * January 2004 is "fiscal 2003" to one company and "fiscal 2004" to another. */
static void add_period(const struct cited *c, struct buffer *out)
{
    struct slice period = submission_period(c->submission);
    enum catalog_span span = catalog_covers(form_of(c));
    if (period.len != sizeof "YYYY-MM-DD" - 1 || span == CATALOG_NO_SPAN)
        return;
    long long month = slice_number(slice_cut(period, 5, 7));
    long long day = slice_number(slice_cut(period, 8, 10));
    if (span == CATALOG_YEAR && is_another_year(c, month, day))
        span = CATALOG_SPAN;
    if (span == CATALOG_YEAR && month >= FIRST_SURE_MONTH) {
        buffer_add_text(out, "FY ");
        add_text(out, slice_cut(period, 0, YEAR));
        return;
    }
    buffer_addf(out, "the %s ended ",
                span == CATALOG_YEAR      ? "year"
                : span == CATALOG_QUARTER ? "quarter"
                                          : "period");
    add_text(out, period);
}

static void add_exhibit(const struct cited *c, struct buffer *out)
{
    struct slice number = {NULL, 0};
    if (catalog_exhibit_type(c->document->type, &number)) {
        buffer_add_text(out, "Exhibit ");
        add_text(out, number.len > 0 ? number : c->document->filename);
    } else if (c->of->document > 0) {
        add_text(out, c->document->type);
    }
}

/* A title is printed with a full stop, but does not end the sentence here. */
static void add_title(struct buffer *out, struct slice title)
{
    title = slice_trim(title);
    bool stop = title.len > 1 && title.at[title.len - 1] == '.' && title.at[title.len - 2] != '.';
    add_text(out, slice_cut(title, 0, title.len - (stop ? 1 : 0)));
}

/* Where each part counts its Items from 1, the number alone does not say which is meant. */
static void add_item(const struct cited *c, struct buffer *out)
{
    if (c->item >= c->node_count)
        return;
    const struct node *node = &c->nodes[c->item];
    const struct catalog_family *family =
        catalog_family(form_of(c), submission_filed(c->submission));
    if (node->kind == NODE_ITEM && node->part.len > 0 && family && family->order == PART_ORDER &&
        c->of->document == 0) {
        buffer_add_text(out, "Part ");
        add_text(out, node->part);
        buffer_add_text(out, ", ");
    }
    add_title(out, tree_draw_name(node));
}

/* Labels where both ends have one, else the count of the pages in the file. */
static void add_page(const struct cited *c, struct buffer *out)
{
    struct content *content =
        content_of(c->submission, submission_document(c->submission, c->of->document));
    if (!content || !content_has_pages(content))
        return;
    size_t from = content_page_at(content, c->of->from);
    size_t to = c->of->to > c->of->from ? content_page_at(content, c->of->to - 1) : from;
    struct buffer first = {0}, last = {0};
    add_text(&first, content_page_label(content, from));
    add_text(&last, content_page_label(content, to));
    bool labels = first.len > 0 && last.len > 0;
    if (labels)
        buffer_add(out, buffer_slice(&first));
    else
        buffer_addf(out, "%zu", from + 1);
    if (to > from && labels)
        buffer_addf(out, "–%s", buffer_text(&last));
    else if (to > from)
        buffer_addf(out, "–%zu", to + 1);
    buffer_add_text(out, labels ? "" : " of the file");
    buffer_deinit(&first);
    buffer_deinit(&last);
}

static void add_node(const struct cited *c, size_t node, struct buffer *out)
{
    if (node < c->node_count)
        add_title(out, tree_draw_name(&c->nodes[node]));
}

static void add_value(const void *self, struct slice name, struct buffer *out)
{
    const struct cited *c = self;
    if (slice_equal(name, SLICE("company")))
        add_company(c, out);
    else if (slice_equal(name, SLICE("cik")))
        add_cik(c, out);
    else if (slice_equal(name, SLICE("form")))
        add_text(out, form_of(c));
    else if (slice_equal(name, SLICE("period")))
        add_period(c, out);
    else if (slice_equal(name, SLICE("filed")))
        add_text(out, submission_filed(c->submission));
    else if (slice_equal(name, SLICE("accession")))
        add_text(out, submission_accession(c->submission));
    else if (slice_equal(name, SLICE("document")))
        add_text(out, tree_draw_document_name(c->shelf, c->of->document));
    else if (slice_equal(name, SLICE("exhibit")))
        add_exhibit(c, out);
    else if (slice_equal(name, SLICE("item")))
        add_item(c, out);
    else if (slice_equal(name, SLICE("title")))
        add_title(out, c->item < c->node_count ? c->nodes[c->item].title : SLICE(""));
    else if (slice_equal(name, SLICE("note")))
        add_node(c, c->note, out);
    else if (slice_equal(name, SLICE("heading")))
        add_node(c, c->heading, out);
    else if (slice_equal(name, SLICE("page")))
        add_page(c, out);
    else if (slice_equal(name, SLICE("file")))
        add_text(out, file_name(c->submission));
}

/* The nodes that the place is in. */
static void find_nodes(struct cited *c)
{
    const struct outline *outline = shelf_outline(c->shelf, c->of->document);
    c->item = c->note = c->heading = SHELF_NONE;
    if (!outline)
        return;
    size_t at = outline_at(outline, c->of->from);
    c->item = at < c->node_count ? address_node(outline, c->nodes, c->of->from) : SHELF_NONE;
    for (; at < c->node_count && at != c->item; at = outline_parent(outline, at)) {
        enum node_kind kind = c->nodes[at].kind;
        if (kind == NODE_HEADING && c->heading == SHELF_NONE && c->note == SHELF_NONE)
            c->heading = at;
        else if (kind == NODE_NOTE || (kind == NODE_STATEMENT && c->note == SHELF_NONE))
            c->note = at;
    }
}

void citation_add(struct slice format, const struct shelf *shelf, const struct citation_of *of,
                  struct buffer *out)
{
    struct cited c = {.shelf = shelf, .submission = shelf_submission(shelf), .of = of};
    c.document = submission_document(c.submission, of->document);
    if (!c.document)
        return;
    c.node_count = shelf_nodes(shelf, of->document, &c.nodes);
    find_nodes(&c);
    struct buffer line = {0};
    template_fill(format, add_value, &c, &line);
    /* The words of the configuration are the reader's, but a terminal is a terminal. */
    clean_text(out, slice_trim(buffer_slice(&line)));
    buffer_deinit(&line);
}
