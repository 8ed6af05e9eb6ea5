/* SPDX-License-Identifier: MIT */
/* Places of the filing by what they are. */
#include "ui/going.h"

#include "model/content.h"
#include "outline/address.h"
#include "outline/crossindex/crossindex.h"
#include "outline/node_words.h"
#include "ui/by_number.h"
#include "ui/leafing.h"
#include "ui/names.h"
#include "ui/page_work.h"
#include "ui/viewer_state.h"

/* ---- by name */

struct outline *going_outline(struct viewer *v, size_t document, going_run *run,
                              const struct order *order)
{
    struct outline *o = shelf_outline(v->at->filing->shelf, document);
    if (!o) {
        shelf_want(v->at->filing->shelf, document);
        viewer_wait(v, NEED_OUTLINE, document, run, order);
    }
    return o;
}

/* The argument, or the count as text. */
static struct slice name_of(struct viewer *v, const struct order *order, struct buffer *text)
{
    struct slice name = slice_trim(order->argument);
    if (name.len == 0 && order->count > 0) {
        buffer_addf(text, "%ld", order->count);
        name = buffer_slice(text);
    }
    if (name.len == 0)
        viewer_say(v, ROLE_ERROR, "which one? a number or name is needed");
    return name;
}

/* Goes to what a name means in a document if it means something there. */
typedef bool go_named(struct viewer *v, size_t document, struct slice name);

void going_to_place(struct viewer *v, struct place place)
{
    text_pane_go(v->at->text, place);
    struct content *c = text_pane_content(v->at->text);
    if (!c || !content_has_pages(c))
        return;
    size_t page = content_page_at(c, place.offset);
    if (page > 0 && content_page_offset(c, page) == place.offset)
        text_pane_go_page(v->at->text, page);
}

/* Where a node is read: of an Item of a cross-reference index, where its first pages are. */
static size_t place_of(const struct node *node)
{
    size_t target = crossindex_target(node);
    return target != (size_t)-1 ? target : node->offset;
}

static bool go_node(struct viewer *v, size_t document, struct slice id)
{
    struct outline *o = shelf_outline(v->at->filing->shelf, document);
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    size_t node = o ? outline_find(o, id) : SHELF_NONE;
    if (node >= count)
        return false;
    going_to_place(v, (struct place){document, place_of(&nodes[node])});
    return true;
}

/* An Item's number alone means that of the Part that is read, where each Part begins anew. */
static bool go_item(struct viewer *v, size_t document, struct slice number)
{
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    size_t here = viewer_node(v);
    struct slice part = {NULL, 0};
    if (text_pane_place(v->at->text).document == document && here < count)
        part = nodes[here].part;
    size_t node = by_number_item(nodes, count, number, part);
    if (node >= count)
        return go_node(v, document, number);
    struct buffer text;
    buffer_init(&text);
    by_number_others(nodes, count, node, number, &text);
    going_to_place(v, (struct place){document, place_of(&nodes[node])});
    if (text.len)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&text));
    buffer_deinit(&text);
    return true;
}

/* The command that an order is of: what is opened at the start is a node. */
static struct slice command_of(const struct order *order)
{
    const struct action *action = action_get(order->action);
    return slice_of(action ? action->name : "node");
}

/* In the document being read, else in the first. */
static void to_named(struct viewer *v, const struct order *order, viewer_run *run, go_named *go,
                     const char *what)
{
    struct buffer text, near;
    buffer_init(&text);
    buffer_init(&near);
    struct slice id = name_of(v, order, &text);
    size_t document = text_pane_place(v->at->text).document;
    if (id.len && going_outline(v, document, run, order) && !go(v, document, id) &&
        going_outline(v, 0, run, order) && !go(v, 0, id)) {
        names_near(v, command_of(order), id, &near);
        viewer_say(v, ROLE_ERROR, "there is no %s%.*s here%s", what,
                   (int)(id.len < 60 ? id.len : 60), id.at, buffer_text(&near));
    }
    buffer_deinit(&near);
    buffer_deinit(&text);
}

static struct order without(const struct order *order, const char *word)
{
    struct order bare = *order;
    struct slice prefix = slice_of(word);
    bare.argument = slice_trim(bare.argument);
    if (slice_starts_nocase(bare.argument, prefix))
        bare.argument = slice_trim(slice_cut(bare.argument, prefix.len, bare.argument.len));
    return bare;
}

void going_to_item(struct viewer *v, const struct order *order)
{
    struct order bare = without(order, "item ");
    to_named(v, &bare, going_to_item, go_item, "Item ");
}

void going_to_part(struct viewer *v, const struct order *order)
{
    struct order bare = without(order, "part ");
    to_named(v, &bare, going_to_part, go_node, "Part ");
}

/* A note by its number: "12", of the first set that has it. */
static bool go_note(struct viewer *v, size_t document, struct slice number)
{
    struct buffer id = {0};
    buffer_addf(&id, "note-%.*s", (int)(number.len < 60 ? number.len : 60), number.at);
    bool found = go_node(v, document, buffer_slice(&id));
    buffer_deinit(&id);
    return found;
}

void going_to_note(struct viewer *v, const struct order *order)
{
    struct order bare = without(order, "note ");
    to_named(v, &bare, going_to_note, go_note, "Note ");
}

/* "4.2" in front of which the id has "section-" or "article-"; an Article is numbered either way.
 */
static bool go_clause(struct viewer *v, size_t document, const char *what, struct slice number)
{
    struct buffer id = {0};
    buffer_addf(&id, "%s-%.*s", what, (int)(number.len < 60 ? number.len : 60), number.at);
    bool found = go_node(v, document, buffer_slice(&id));
    buffer_deinit(&id);
    return found;
}

static bool go_section(struct viewer *v, size_t document, struct slice number)
{
    return go_clause(v, document, "section", number);
}

void going_to_section(struct viewer *v, const struct order *order)
{
    struct order bare = without(order, "section ");
    to_named(v, &bare, going_to_section, go_section, "Section ");
}

static bool go_article(struct viewer *v, size_t document, struct slice number)
{
    struct buffer roman = {0};
    names_roman(slice_number(number), &roman);
    bool found = go_clause(v, document, "article", number) ||
                 (roman.len && go_clause(v, document, "article", buffer_slice(&roman)));
    buffer_deinit(&roman);
    return found;
}

void going_to_article(struct viewer *v, const struct order *order)
{
    struct order bare = without(order, "article ");
    to_named(v, &bare, going_to_article, go_article, "Article ");
}

/* The page with that label. False when it must be waited for, as there are too many pages to read
 * the labels of at once; (size_t)-1: there is none. */
static bool find_label(struct content *c, struct slice label, size_t *page)
{
    struct page_place found;
    bool all, known = content_find_label(c, label, &found);
    content_pages(c, &all);
    bool over = known || (all && content_read_labels(c, PAGE_WORK_LABELS));
    known = known || content_find_label(c, label, &found);
    *page = known ? found.page : (size_t)-1;
    return known || over;
}

static void to_label(struct viewer *v, const struct order *order, struct slice label)
{
    struct content *c = text_pane_content(v->at->text);
    bool all;
    size_t page;
    if (!find_label(c, label, &page)) {
        viewer_wait(v, NEED_LABELS, text_pane_place(v->at->text).document, going_to_page, order);
        return;
    }
    if (page == (size_t)-1 || !text_pane_go_page(v->at->text, page))
        viewer_say(v, ROLE_ERROR, "there is no page %.*s in this document of %zu pages",
                   (int)(label.len < 60 ? label.len : 60), label.at, content_pages(c, &all));
}

/* A number counts pages; where the filing prints it on another page, that may have been meant. */
static void tell_printed(struct viewer *v, const struct order *order)
{
    struct content *c = text_pane_content(v->at->text);
    bool all;
    size_t pages = content_pages(c, &all), other, page = (size_t)order->count - 1;
    if (!all || slice_number(content_page_label(c, page)) == (long long)page + 1)
        return;
    if (!find_label(c, order->argument, &other)) {
        viewer_wait(v, NEED_LABELS, text_pane_place(v->at->text).document, tell_printed, order);
        return;
    }
    struct slice label = slice_cut(content_page_label(c, page), 0, 20);
    if (other == (size_t)-1)
        return;
    viewer_say(v, ROLE_MESSAGE, "page %zu of %zu%s%.*s; printed %zu is page %zu", page + 1, pages,
               label.len ? ", printed " : "", (int)label.len, label.len ? label.at : "", page + 1,
               other + 1);
}

/* "-5-" is how many filings print 5. */
static struct slice without_hyphens(struct slice name)
{
    size_t from = 0;
    size_t to = name.len;
    while (from < to && (name.at[from] == '-' || byte_is_blank(name.at[from])))
        from++;
    while (to > from && (name.at[to - 1] == '-' || byte_is_blank(name.at[to - 1])))
        to--;
    return to > from ? slice_cut(name, from, to) : name;
}

void going_to_page(struct viewer *v, const struct order *order)
{
    struct content *c = text_pane_content(v->at->text);
    struct buffer text;
    buffer_init(&text);
    struct slice name = name_of(v, order, &text);
    long long number = slice_number(name);
    if (name.len && (!c || !content_has_pages(c)))
        viewer_say(v, ROLE_ERROR, "this document has no pages of its own");
    else if (number >= 1 && text_pane_go_page(v->at->text, (size_t)number - 1))
        tell_printed(
            v, &(struct order){.action = order->action, .count = (long)number, .argument = name});
    else if (name.len)
        to_label(v, order, without_hyphens(name));
    buffer_deinit(&text);
}

/* Says that the filing has no such thing, and what comes near. */
static void say_missing(struct viewer *v, const struct order *order, const char *what,
                        struct slice name)
{
    struct buffer near = {0};
    names_near(v, command_of(order), name, &near);
    viewer_say(v, ROLE_ERROR, "there is no %s%.*s in this filing%s", what,
               (int)(name.len < 60 ? name.len : 60), name.at, buffer_text(&near));
    buffer_deinit(&near);
}

/* Says that the exhibit of a row is elsewhere. */
static void say_elsewhere(struct viewer *v, const struct node *row, struct slice number)
{
    struct buffer where = {0};
    if (row->target == TARGET_INCORPORATED)
        node_words_elsewhere(row, &where);
    if (row->target == TARGET_NOT_IN_FILE || row->target == TARGET_INCORPORATED)
        viewer_say(v, ROLE_MESSAGE, "exhibit %.*s is %s%s",
                   (int)(number.len < 60 ? number.len : 60), number.at,
                   row->target == TARGET_INCORPORATED
                       ? "incorporated by reference to another filing"
                       : "not in this file: this is its row in the index",
                   buffer_text(&where));
    buffer_deinit(&where);
}

/* The exhibit printed inside a document, else its row in the index. */
static bool go_exhibit_node(struct viewer *v, struct slice number)
{
    for (size_t d = 0; d < submission_documents(v->at->filing->submission); d++) {
        const struct node *nodes;
        const struct node *found = NULL;
        size_t count = shelf_nodes(v->at->filing->shelf, d, &nodes);
        for (size_t i = 0; i < count; i++)
            if (by_number_exhibit(&nodes[i], number) &&
                (!found || (found->kind != NODE_EXHIBIT && nodes[i].kind == NODE_EXHIBIT)))
                found = &nodes[i];
        if (!found)
            continue;
        text_pane_go(v->at->text, (struct place){d, found->offset});
        say_elsewhere(v, found, number);
        return true;
    }
    return false;
}

void going_to_exhibit(struct viewer *v, const struct order *order)
{
    struct order bare = without(order, "ex-");
    struct buffer text;
    buffer_init(&text);
    struct slice number = name_of(v, &bare, &text);
    size_t document =
        number.len ? by_number_document(v->at->filing->submission, number) : SHELF_NONE;
    if (document != SHELF_NONE)
        leafing_open(v, document);
    else if (number.len && submission_scanned(v->at->filing->submission) <
                               submission_bytes(v->at->filing->submission).len)
        viewer_wait(v, NEED_FILE, 0, going_to_exhibit, order);
    else if (number.len && going_outline(v, 0, going_to_exhibit, order) &&
             !go_exhibit_node(v, number))
        say_missing(v, order, "exhibit ", number);
    buffer_deinit(&text);
}

void going_to_document(struct viewer *v, const struct order *order)
{
    struct buffer text;
    buffer_init(&text);
    struct slice id = name_of(v, order, &text);
    const struct document *d = id.len ? address_document(v->at->filing->submission, id) : NULL;
    if (d)
        leafing_open(v, d->index);
    else if (id.len && submission_scanned(v->at->filing->submission) <
                           submission_bytes(v->at->filing->submission).len)
        viewer_wait(v, NEED_FILE, 0, going_to_document, order);
    else if (id.len)
        say_missing(v, order, "document ", id);
    buffer_deinit(&text);
}

/* In that document; true when it is done, or put off. */
static bool go_or_wait(struct viewer *v, const struct order *order, size_t document,
                       struct slice id)
{
    return !going_outline(v, document, going_to_node, order) || go_node(v, document, id);
}

void going_to_node(struct viewer *v, const struct order *order)
{
    struct slice id = slice_trim(order->argument);
    size_t slash = slice_find(id, SLICE("/"));
    bool whole = submission_scanned(v->at->filing->submission) >=
                 submission_bytes(v->at->filing->submission).len;
    struct document *d = address_document(v->at->filing->submission, slice_cut(id, 0, slash));
    if (slash == id.len) {
        /* Without a document that which is read is meant, or the first; else the name of a document
         * may be. */
        size_t here = text_pane_place(v->at->text).document;
        if (go_or_wait(v, order, here, id) || (here != 0 && go_or_wait(v, order, 0, id)))
            return;
    } else if (d) {
        if (go_or_wait(v, order, d->index, slice_cut(id, slash + 1, id.len)))
            return;
        d = NULL;
        whole = true;
    }
    if (d)
        leafing_open(v, d->index);
    else if (!whole)
        viewer_wait(v, NEED_FILE, 0, going_to_node, order);
    else
        say_missing(v, order, "", id);
}
