/* SPDX-License-Identifier: MIT */
/* Names of places, and which of them is nearest to a wrong one. */
#include "ui/names.h"

#include "ui/links/defined.h"
#include "ui/viewer_state.h"

enum { MOST_TITLE = 60 /* bytes of a title in a message */ };

/* ---- all names */

/* "12" of the id "note-12", by the command "note"; empty for other nodes. */
static struct slice number_in(struct slice id, struct slice command)
{
    bool named = slice_starts(id, command) && id.len > command.len && id.at[command.len] == '-';
    return slice_cut(id, named ? command.len + 1 : id.len, id.len);
}

/* The name of a node behind the command; empty when it has none there. */
static struct slice name_of(const struct node *node, struct slice command)
{
    if (slice_equal(command, SLICE("part")) && node->kind == NODE_PART)
        return node->part.len ? node->part : node->id;
    if (slice_equal(command, SLICE("note")) && node->kind == NODE_NOTE)
        return number_in(node->id, command);
    if (slice_equal(command, SLICE("section")) || slice_equal(command, SLICE("article")))
        return number_in(node->id, command);
    if (slice_equal(command, SLICE("exhibit")) && node->kind == NODE_EXHIBIT_ROW)
        return node->label;
    if (slice_equal(command, SLICE("node")) ||
        (slice_equal(command, SLICE("item")) && node->kind == NODE_ITEM))
        return node->id;
    return (struct slice){NULL, 0};
}

static void each_node(const struct viewer *v, struct slice command, size_t document,
                      names_take *take, void *self)
{
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    for (size_t i = 0; i < count; i++) {
        struct slice name = name_of(&nodes[i], command);
        if (name.len)
            take(self, name, nodes[i].title);
    }
}

static void each_document(const struct viewer *v, struct slice command, names_take *take,
                          void *self)
{
    bool exhibit = slice_equal(command, SLICE("exhibit"));
    bool file = slice_equal(command, SLICE("file"));
    for (size_t i = 0; i < submission_documents(v->at->filing->submission); i++) {
        const struct document *d = submission_document(v->at->filing->submission, i);
        struct slice name = file ? d->filename : d->type;
        if (exhibit && !slice_starts_nocase(name, SLICE("EX-")))
            continue;
        name = slice_cut(name, exhibit ? 3 : 0, name.len);
        if (name.len)
            take(self, name, file ? d->type : d->description);
    }
}

static void each_term(const struct viewer *v, names_take *take, void *self)
{
    struct content *c = text_pane_content(v->at->text);
    size_t from;
    size_t to;
    text_pane_visible(v->at->text, &from, &to);
    if (c)
        defined_quoted(c, from, to, take, self);
}

/* Names mean something in the document that is read, else in the first. */
void names_each(const struct viewer *v, struct slice command, names_take *take, void *self)
{
    size_t document = text_pane_place(v->at->text).document;
    const struct node *nodes;
    if (slice_equal(command, SLICE("definition"))) {
        each_term(v, take, self);
        return;
    }
    if (shelf_nodes(v->at->filing->shelf, document, &nodes) == 0)
        document = 0;
    if (slice_equal(command, SLICE("document")) || slice_equal(command, SLICE("file")) ||
        slice_equal(command, SLICE("exhibit")))
        each_document(v, command, take, self);
    each_node(v, command, document, take, self);
}

void names_roman(long long number, struct buffer *out)
{
    static const struct {
        int worth;
        const char *letters;
    } signs[] = {{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
    if (number < 1 || number >= 90)
        return;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        for (; number >= signs[i].worth; number -= signs[i].worth)
            buffer_add_text(out, signs[i].letters);
}

/* ---- the nearest */

struct nearest {
    struct slice wrong;
    size_t common; /* letters in front that are the same, of the best so far */
    struct slice name, title;
    struct slice first, last;
};

static size_t digits_of(struct slice s)
{
    size_t i = 0;
    while (i < s.len && byte_is_digit(s.at[i]))
        i++;
    return i;
}

/* How many letters in front are the same: of numbers the first must be the same as a whole. */
static size_t common_front(struct slice a, struct slice b)
{
    size_t digits = digits_of(a), common = 0;
    if (digits != digits_of(b))
        return 0;
    while (common < a.len && common < b.len && byte_lower(a.at[common]) == byte_lower(b.at[common]))
        common++;
    return common < digits ? 0 : common;
}

static void look_near(void *self, struct slice name, struct slice title)
{
    struct nearest *n = self;
    size_t common = common_front(n->wrong, name);
    if (!n->first.len)
        n->first = name;
    n->last = name;
    if (common <= n->common)
        return;
    n->common = common;
    n->name = name;
    n->title = title;
}

void names_near(const struct viewer *v, struct slice command, struct slice wrong,
                struct buffer *out)
{
    struct nearest n = {.wrong = wrong};
    names_each(v, command, look_near, &n);
    if (n.name.len) {
        buffer_add_text(out, "; near it: ");
        buffer_add(out, n.name);
        size_t most = n.title.len < MOST_TITLE ? n.title.len : MOST_TITLE;
        while (most < n.title.len && most > 0 && ((unsigned char)n.title.at[most] & 0xC0) == 0x80)
            most--;
        buffer_add_text(out, most ? "  " : "");
        buffer_add(out, slice_cut(n.title, 0, most));
        buffer_add_text(out, most < n.title.len ? "…" : "");
    } else if (n.first.len && !slice_equal(command, SLICE("node"))) {
        buffer_add_text(out, slice_equal(n.first, n.last) ? "; there is " : "; they are ");
        buffer_add(out, n.first);
        if (!slice_equal(n.first, n.last)) {
            buffer_add_text(out, " to ");
            buffer_add(out, n.last);
        }
    }
}
