/* SPDX-License-Identifier: MIT */
/* Decides where a label of the text leads. */
#include "outline/references/reference_target.h"

#include "outline/catalog.h"
#include "outline/exhibits/exhibit_target.h"
#include "outline/items/title.h"
#include "outline/references/reference_context.h"
#include "outline/references/reference_form.h"
#include "outline/references/reference_paragraph.h"

/* What one decision is made of. */
struct question {
    struct reference_targets *t;
    const struct reference_label *label;
    struct slice key;
    unsigned part;
    size_t place;
    struct slice number; /* as printed: "1(c)" */
    struct slice behind; /* the text behind the label */
    struct reference_context said;
    struct reference *ref;
};

static bool lead_nowhere(struct question *q, const char *reason)
{
    q->ref->document = q->ref->node = q->ref->place = (size_t)-1;
    q->ref->reason = slice_of(reason);
    return true;
}

static bool lead_to(struct question *q, struct document *d, size_t node)
{
    const struct node *nodes;
    outline_nodes(outlines_get(q->t->lookups->outlines, d), &nodes);
    q->ref->document = d->index;
    q->ref->node = node;
    q->ref->place = node == (size_t)-1 ? d->text_offset : nodes[node].offset;
    return true;
}

/* The main document, or NULL when the reference stands in it. */
static struct document *main_document(const struct question *q)
{
    struct document *first = submission_document(q->t->lookups->submission, 0);
    return first == q->t->document ? NULL : first;
}

static struct slice own_form(const struct question *q)
{
    struct document *first = submission_document(q->t->lookups->submission, 0);
    return outline_form(outlines_get(q->t->lookups->outlines, first));
}

/* The form that the sentence names is the one of this filing, of the same period. */
static bool is_this_form(const struct question *q, struct slice form)
{
    struct slice period = submission_period(q->t->lookups->submission);
    return reference_form_is_same(own_form(q), form) &&
           reference_form_is_of(period, &q->said, q->label->kind);
}

/* Who owns what the label names, when the words say so: true when it is this filing, or unsaid. */
static bool is_here(const struct question *q)
{
    switch (q->said.owner) {
    case OWNER_FORM:
        return is_this_form(q, q->said.form);
    case OWNER_ANNUAL:
        return is_this_form(q, SLICE("10-K"));
    case OWNER_PROXY:
    case OWNER_OTHER:
        return false;
    default:
        return true;
    }
}

/* How well the words behind the label are the title of the node. */
static bool has_title(struct slice behind, struct slice title)
{
    struct buffer text = {0};
    struct buffer known = {0};
    title_fold(&text, slice_cut(behind, 0, 100));
    title_fold(&known, title);
    struct slice k = slice_cut(buffer_slice(&known), 0, 12);
    bool same = k.len > 4 && slice_starts(buffer_slice(&text), k);
    buffer_deinit(&text);
    buffer_deinit(&known);
    return same;
}

/* The entry of an Item that suits the question best, or NULL. */
static const struct reference_entry *best_item(struct question *q, struct document *d,
                                               const struct reference_entry *at, size_t count)
{
    const struct node *nodes;
    outline_nodes(outlines_get(q->t->lookups->outlines, d), &nodes);
    unsigned here = 0;
    for (size_t i = 0; i < count && q->part > 0; i++)
        if (at[i].part == q->part)
            return &at[i];
    if (count > 0 && q->part > 0) {
        /* Where each part counts its own Items the part must be right; else it may be a slip. */
        bool by_part = slice_starts(nodes[at->index].id, nodes[at->index].part) && at->part > 0;
        return by_part ? NULL : at;
    }
    for (size_t i = 0; i < count && count > 1; i++)
        if (has_title(q->behind, nodes[at[i].index].title))
            return &at[i];
    if (count > 1 && d == q->t->document)
        here = reference_lookup_part(q->t->lookups, d, q->place);
    for (size_t i = 0; i < count && here > 0; i++)
        if (at[i].part == here)
            return &at[i];
    return at;
}

static const struct reference_entry *item_of(struct question *q, struct document *d)
{
    const struct reference_entry *at = NULL;
    struct reference_lookups *l = q->t->lookups;
    size_t count = reference_lookup_nodes(l, d, REFERENCE_ITEM, q->key, &at);
    /* "Item 3.D" and "Item 9A(T)" stand in 3 and 9A where they have no node. */
    for (size_t len = q->key.len; count == 0 && len > 1; len--)
        if (!byte_is_digit(q->key.at[len - 1]) && !byte_is_digit(q->key.at[len - 2]))
            continue;
        else if (byte_is_digit(q->key.at[len - 1]))
            break;
        else
            count =
                reference_lookup_nodes(l, d, REFERENCE_ITEM, slice_cut(q->key, 0, len - 1), &at);
    return best_item(q, d, at, count);
}

static bool find_item(struct question *q)
{
    struct document *d = q->t->document;
    if (q->said.owner == OWNER_COVER) {
        const struct node *nodes;
        size_t count = outline_nodes(outlines_get(q->t->lookups->outlines, d), &nodes);
        return count > 0 && nodes[0].kind == NODE_COVER ? lead_to(q, d, 0)
                                                        : lead_nowhere(q, "the cover page");
    }
    if (!is_here(q))
        return lead_nowhere(q,
                            q->said.owner == OWNER_OTHER ? "another document" : "another filing");
    const struct reference_entry *e = item_of(q, d);
    d = e == NULL ? main_document(q) : d;
    if (e == NULL && d != NULL)
        e = item_of(q, d);
    return e ? lead_to(q, d, e->index) : lead_nowhere(q, "no such Item");
}

static bool find_part(struct question *q)
{
    struct document *d = q->t->document;
    const struct reference_entry *at;
    if (!is_here(q))
        return lead_nowhere(q, "another filing");
    size_t count = reference_lookup_nodes(q->t->lookups, d, REFERENCE_PART, q->key, &at);
    d = count == 0 ? main_document(q) : d;
    if (count == 0 && d != NULL)
        count = reference_lookup_nodes(q->t->lookups, d, REFERENCE_PART, q->key, &at);
    return count > 0 ? lead_to(q, d, at->index) : lead_nowhere(q, "no such Part");
}

/* The note of the innermost set that the place is in, else of the first set; NULL: none. */
static const struct reference_entry *note_of(struct question *q, struct document *d)
{
    const struct reference_entry *at;
    size_t count = reference_lookup_nodes(q->t->lookups, d, REFERENCE_NOTE, q->key, &at);
    const struct reference_entry *best = at;
    bool inside = false;
    for (size_t i = 0; i < count && d == q->t->document; i++) {
        if (q->place < at[i].from || q->place >= at[i].to)
            continue;
        if (!inside || at[i].to - at[i].from < best->to - best->from)
            best = &at[i];
        inside = true;
    }
    return best;
}

/* To the note, or to its paragraph where the number names one. */
static bool lead_to_note(struct question *q, struct document *d, size_t note)
{
    const struct node *nodes;
    size_t count = outline_nodes(outlines_get(q->t->lookups->outlines, d), &nodes);
    return lead_to(q, d, reference_paragraph(nodes, count, note, q->number));
}

/* The note in the annual report among the exhibits: true when it is there. */
static bool find_annual_note(struct question *q)
{
    struct document *d;
    for (size_t n = 0; (d = reference_lookup_annual(q->t->lookups, n)) != NULL; n++) {
        const struct reference_entry *e = note_of(q, d);
        if (e != NULL)
            return lead_to_note(q, d, e->index);
    }
    return false;
}

static bool find_note(struct question *q)
{
    struct document *d = q->t->document;
    bool annual = q->said.owner == OWNER_ANNUAL;
    if (annual && find_annual_note(q))
        return true;
    if (!annual && !is_here(q))
        return lead_nowhere(q,
                            q->said.owner == OWNER_OTHER ? "another document" : "another filing");
    const struct reference_entry *e = is_here(q) ? note_of(q, d) : NULL;
    if (e != NULL)
        return lead_to_note(q, d, e->index);
    if (find_annual_note(q))
        return true;
    d = main_document(q);
    e = d != NULL ? note_of(q, d) : NULL;
    if (e != NULL)
        return lead_to_note(q, d, e->index);
    return lead_nowhere(q, annual ? "another document" : "no such note");
}

static bool find_exhibit(struct question *q)
{
    struct document *first = submission_document(q->t->lookups->submission, 0);
    const struct reference_entry *at;
    const struct node *nodes;
    if (!is_here(q) || q->said.owner == OWNER_ANNUAL)
        return lead_nowhere(q,
                            q->said.owner == OWNER_OTHER ? "another document" : "another filing");
    bool letter = !byte_is_digit(q->key.at[0]);
    struct document *d = letter ? NULL : reference_lookup_exhibit(q->t->lookups, q->key);
    if (d != NULL)
        return lead_to(q, d, (size_t)-1);
    d = letter ? q->t->document : first;
    size_t count = reference_lookup_nodes(q->t->lookups, d, REFERENCE_EXHIBIT, q->key, &at);
    outline_nodes(outlines_get(q->t->lookups->outlines, d), &nodes);
    for (size_t i = 0; i < count; i++)
        if (nodes[at[i].index].kind != NODE_EXHIBIT_ROW)
            return lead_to(q, d, at[i].index);
    for (size_t i = 0; i < count; i++)
        if (nodes[at[i].index].target == TARGET_HERE)
            return lead_to(
                q,
                submission_document(q->t->lookups->submission, nodes[at[i].index].target_document),
                (size_t)-1);
    if (count > 0 && nodes[at->index].target == TARGET_INCORPORATED)
        return lead_nowhere(q, "incorporated by reference");
    return lead_nowhere(q, letter ? "no such exhibit" : "not in this file");
}

/* A section of law goes without saying so: "Section 404", "Section 16(a)". */
static bool is_of_law(const struct question *q, bool agreement)
{
    bool plain = q->label->numbers[0].plain && !q->label->article;
    long long number = slice_number(q->key);
    if (plain && (number > 99 || number < 0))
        return true;
    return !agreement && (plain || q->label->article) && q->said.owner != OWNER_THIS &&
           q->said.owner != OWNER_AGREEMENT;
}

static bool find_section(struct question *q)
{
    struct slice number;
    struct document *d = q->t->document;
    bool exhibit = catalog_exhibit_type(d->type, &number);
    struct reference_lookups *l = q->t->lookups;
    const struct reference_entry *at;
    size_t count = reference_lookup_nodes(l, d, REFERENCE_SECTION, q->key, &at);
    const struct reference_entry *found = NULL;
    for (size_t i = 0; i < count && found == NULL; i++)
        found = at[i].article == q->label->article ? &at[i] : NULL;
    if (is_of_law(q, exhibit || found != NULL))
        return false;
    if (q->said.owner == OWNER_FORM || q->said.owner == OWNER_PROXY || q->said.owner == OWNER_OTHER)
        return is_here(q) && found ? lead_to(q, d, found->index)
                                   : lead_nowhere(q, "another document");
    bool own =
        q->said.owner != OWNER_AGREEMENT ||
        (!q->said.qualified && slice_equal_nocase(q->said.noun, reference_lookup_self(l, d)));
    if (!own || (!exhibit && found == NULL))
        return lead_nowhere(q, "another document");
    if (found)
        return lead_to(q, d, found->index);
    return lead_nowhere(q, q->label->article ? "no such article" : "no such section");
}

/* Leads to the page of the document, when it has such a page. */
static bool lead_to_page(struct question *q, struct document *d)
{
    size_t place = reference_lookup_page(q->t->lookups, d, q->key, q->t->patience);
    if (place == (size_t)-1)
        return false;
    q->ref->document = d->index;
    q->ref->place = place;
    q->ref->node = outline_at(outlines_get(q->t->lookups->outlines, d), place);
    return true;
}

static bool find_page(struct question *q)
{
    struct document *d;
    size_t n = 0;
    bool annual = q->said.owner == OWNER_ANNUAL;
    while (annual && (d = reference_lookup_annual(q->t->lookups, n)) != NULL) {
        if (lead_to_page(q, d))
            return true;
        n++;
    }
    /* An annual report that is no exhibit may be the text itself, but not where it has a year. */
    bool own = is_here(q) && !(annual && (n > 0 || q->said.year > 0));
    if (own && lead_to_page(q, q->t->document))
        return true;
    if (n > 0 || own)
        return lead_nowhere(q, "no such page");
    return lead_nowhere(q, annual || q->said.owner == OWNER_OTHER ? "another document"
                                                                  : "another filing");
}

/* What stands before the label counts when nothing behind it says whose it is, or that is said of
 * another label too: "our 2019 Form 10-K, including Item 1A, and Part II, Item 1 of this report".
 */
static void read_before(struct question *q, struct slice text)
{
    struct reference_context before;
    const struct reference_label *label = q->label;
    bool shared = q->said.shared && q->said.owner == OWNER_THIS && label->kind == REFERENCE_ITEM;
    if (q->said.owner != OWNER_UNSAID && !shared)
        return;
    reference_context_before(text, label->numbers[0].from, label->kind, &before);
    if (!shared || before.owner == OWNER_FORM || before.owner == OWNER_PROXY)
        q->said = before;
}

bool reference_target_find(struct reference_targets *t, struct slice text,
                           const struct reference_label *label, size_t n, size_t place,
                           struct reference *ref)
{
    struct question q = {.t = t, .label = label, .place = place, .ref = ref};
    q.key = slice_of(label->numbers[n].key);
    q.number = slice_cut(text, label->numbers[n].from, label->numbers[n].to);
    q.behind = slice_cut(text, label->numbers[n].to, text.len);
    reference_context_behind(text, label->end, label->kind, &q.said);
    q.part = label->part > 0 ? label->part : q.said.part;
    read_before(&q, text);
    if (q.said.owner == OWNER_LAW)
        return false;
    ref->node = ref->place = ref->document = (size_t)-1;
    ref->reason = (struct slice){0};
    switch (label->kind) {
    case REFERENCE_ITEM:
        return find_item(&q);
    case REFERENCE_PART:
        return find_part(&q);
    case REFERENCE_NOTE:
        return find_note(&q);
    case REFERENCE_EXHIBIT:
        return find_exhibit(&q);
    case REFERENCE_SECTION:
        return find_section(&q);
    default:
        return find_page(&q);
    }
}
