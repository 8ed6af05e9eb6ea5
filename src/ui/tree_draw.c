/* SPDX-License-Identifier: MIT */
/* How a row of the tree looks. */
#include "ui/tree_draw.h"

#include "base/width.h"
#include "model/content.h"
#include "model/other.h"
#include "outline/node_words.h"

#include <string.h>

/* Columns of the tree */
enum {
    NARROW = 30, /* below which a level is indented by one, and what a fold holds is not counted */
    BRIEF = 48   /* below which titles of statements lack the words that they all begin with */
};

struct slice tree_draw_name(const struct node *node)
{
    if (node->label.len)
        return node->label;
    if (node->kind == NODE_COVER)
        return SLICE("Cover");
    if (node->kind == NODE_CONTENTS && slice_starts(node->id, SLICE("contents")))
        return SLICE("Contents"); /* not an index of Items, which has its title */
    if (node->title.len)
        return node->title;
    if (node->kind == NODE_SIGNATURES)
        return SLICE("Signatures");
    if (node->kind == NODE_EXHIBIT_INDEX)
        return SLICE("Exhibit Index");
    return node->id;
}

struct slice tree_draw_document_name(const struct shelf *shelf, size_t document)
{
    struct submission *s = shelf_submission(shelf);
    const struct document *d = submission_document(s, document);
    struct outline *o = shelf_outline(shelf, document);
    if (d && other_is(d) && d->filename.len)
        return d->filename;
    if (d && d->type.len)
        return d->type;
    if (o && outline_form(o).len)
        return outline_form(o);
    if (document == 0 && submission_form(s).len)
        return submission_form(s);
    return SLICE("Text");
}

/* What stands behind the name. */
static struct slice title_of(const struct tree_draw *d, const struct tree_row *it,
                             const struct node *node)
{
    if (!node) {
        const struct document *doc =
            submission_document(shelf_submission(d->rows->shelf), it->document);
        if (doc->description.len && !slice_equal_nocase(doc->description, doc->type))
            return doc->description;
        return doc->filename;
    }
    /* A cover's title is its first line, which says nothing that the path does not. */
    if (node->kind == NODE_COVER || node->kind == NODE_CONTENTS || !node->label.len)
        return (struct slice){NULL, 0};
    return node->title;
}

/* What the reader must know before the title. */
static const char *status_of(const struct node *node)
{
    if (!node)
        return "";
    if (node->kind == NODE_EXHIBIT_ROW) {
        if (node->target == TARGET_NOT_IN_FILE)
            return "not in this file";
        if (node->target == TARGET_UNKNOWN)
            return "…";
        return node->target == TARGET_INCORPORATED ? "by ref." : "";
    }
    if (node->kind != NODE_ITEM || node->status == NODE_PRESENT)
        return "";
    return node->status == NODE_INCORPORATED ? "by ref." : node_status_name(node->status);
}

static const struct document *document_of(const struct tree_draw *d, size_t document)
{
    return submission_document(shelf_submission(d->rows->shelf), document);
}

static size_t hits_in(const struct tree_draw *d, size_t document, size_t from, size_t to)
{
    size_t first;
    size_t behind;
    search_range(d->search, document, from, to, &first, &behind);
    return behind - first;
}

static size_t count_hits(const struct tree_draw *d, const struct tree_row *it,
                         const struct node *node)
{
    if (!d->search)
        return 0;
    if (node)
        return hits_in(d, it->document, node->offset, node->offset + node->length);
    const struct document *doc = document_of(d, it->document);
    if (it->document != TREE_OTHERS)
        return hits_in(d, it->document, doc->text_offset, doc->text_end);
    size_t found = 0;
    for (size_t i = 0; it->folded && (doc = document_of(d, i)); i++)
        found += other_is(doc) ? hits_in(d, i, doc->text_offset, doc->text_end) : 0;
    return found;
}

/* The right edge: "•5 +12 ? 31". Pages are said once they are counted. */
static void right_edge(const struct tree_draw *d, const struct tree_row *it,
                       const struct node *node, bool narrow, struct buffer *out)
{
    size_t hits = count_hits(d, it, node);
    if (hits > 0)
        buffer_add_text(out, " •");
    if (hits > 0 && !narrow)
        buffer_addf(out, "%zu", hits);
    /* On a narrow tree the title needs the room, and the sign says that there is something. */
    if (it->folded && it->held > 0 && it->document != TREE_OTHERS && !(narrow && node))
        buffer_addf(out, " +%zu", it->held);
    if (node && !node_words_sure(node))
        buffer_add_text(out, " ?");
    if (node && node->range_count > 0) {
        buffer_add_byte(out, ' ');
        node_words_pages(node, 1, "…", out);
        return;
    }
    const struct document *doc = document_of(d, it->document);
    bool all = false;
    /* The page of the index says nothing of an exhibit that is not there. */
    if (node && node->kind == NODE_EXHIBIT_ROW && node->target != TARGET_HERE)
        return;
    if (node && doc->content && content_pages(doc->content, &all) > 0 && all)
        buffer_addf(out, " %zu", content_page_at(doc->content, node->offset) + 1);
}

static enum role role_of(const struct tree_draw *d, const struct node *node)
{
    if (d->selected && d->look->focused)
        return ROLE_TREE_FOCUS;
    if (d->current)
        return ROLE_TREE_CURRENT;
    if (d->selected)
        return ROLE_TREE_SELECTED;
    return node && node->kind == NODE_EXHIBIT_ROW && node->target != TARGET_HERE ? ROLE_FURNITURE
                                                                                 : ROLE_TREE;
}

/* What is known of a document that is not read here: "JPEG image, 12 KB: OUR MARK". */
static void add_file(const struct document *doc, struct buffer *out)
{
    other_describe(doc, out);
    if (doc->description.len && !slice_equal_nocase(doc->description, doc->type) &&
        !slice_starts_nocase(doc->description, SLICE("IDEA: XBRL"))) {
        buffer_add_text(out, ": ");
        buffer_add(out, doc->description);
    }
}

/* Where there is no room for all of a statement's title: without the words that they all begin
 * with.
 */
static struct slice shorten(struct slice name)
{
    static const char *const words[] = {"consolidated ", "condensed ", "interim ", "unaudited "};
    for (size_t i = 0; i < sizeof words / sizeof *words;) {
        struct slice word = slice_of(words[i]);
        if (name.len > word.len && slice_starts_nocase(name, word)) {
            name = slice_trim(slice_cut(name, word.len, name.len));
            i = 0;
        } else {
            i++;
        }
    }
    return name;
}

static struct slice name_of(const struct tree_draw *d, const struct tree_row *it,
                            const struct node *node, int columns)
{
    if (!node)
        return tree_draw_document_name(d->rows->shelf, it->document);
    bool brief = node->kind == NODE_STATEMENT && columns < BRIEF;
    return brief ? shorten(tree_draw_name(node)) : tree_draw_name(node);
}

static void compose(const struct tree_draw *d, const struct tree_row *it, const struct node *node,
                    int columns, int room, struct buffer *out)
{
    if (it->document == TREE_OTHERS) {
        buffer_addf(out, "Other files (%zu)", it->held);
        return;
    }
    const struct document *doc = document_of(d, it->document);
    bool file = !node && (it->level > 0 || doc->kind == DOCUMENT_BINARY);
    buffer_add(out, name_of(d, it, node, columns));
    struct slice title = title_of(d, it, node);
    struct buffer told;
    buffer_init(&told);
    if (file) {
        if (!other_is(doc) && doc->filename.len) {
            buffer_add(&told, doc->filename);
            buffer_add_text(&told, ", ");
        }
        add_file(doc, &told);
        title = buffer_slice(&told);
    }
    const char *status = status_of(node);
    if (*status && title.len <= strlen(status) + 2 &&
        slice_find_nocase(title, slice_of(status)) < title.len)
        title.len = 0; /* "[Reserved]" */
    if (*status) {
        /* One blank: on 80 columns the tree has 26, and these words should be whole. */
        buffer_add_byte(out, ' ');
        buffer_add_text(out, status);
    }
    /* A title of which nothing would be seen costs the last letter of what is before it. */
    if (title.len && (int)width_of_text(buffer_slice(out)) + 4 < room) {
        buffer_add_text(out, *status ? ": " : "  ");
        buffer_add(out, title);
    }
    buffer_deinit(&told);
}

void tree_draw_row(const struct tree_draw *d, struct region r, int row, const struct tree_row *it)
{
    const struct node *node = tree_rows_node(d->rows, it);
    enum role role = role_of(d, node);
    struct style style = theme_find(d->look->theme, role);
    bool plain = role != ROLE_TREE_FOCUS;
    region_fill(r, row, 0, r.columns, style, ' ');
    if (d->current)
        region_print(r, row, 0, style, "›");
    else if (d->read)
        region_print(r, row, 0, plain ? theme_find(d->look->theme, ROLE_TREE_MARK) : style, "✓");
    int level = it->level < 12 ? it->level : 12;
    int column = 1 + level * (r.columns < NARROW ? 1 : 2);
    const char *sign = !it->holds ? "·" : it->folded ? "▸" : "▾";
    region_print(r, row, column, plain ? theme_find(d->look->theme, ROLE_TREE_MARK) : style, sign);
    column += 2;

    struct buffer edge;
    struct buffer text;
    buffer_init(&edge);
    buffer_init(&text);
    right_edge(d, it, node, r.columns < NARROW, &edge);
    int edge_columns = (int)width_of_text(buffer_slice(&edge));
    if (edge_columns > r.columns / 2)
        edge_columns = 0;
    int room = r.columns - edge_columns - column;
    compose(d, it, node, r.columns, room, &text);
    if (room > 0)
        region_write_cut(r, row, column, room, style, buffer_slice(&text));
    if (edge_columns > 0)
        region_write(r, row, r.columns - edge_columns,
                     plain ? theme_find(d->look->theme, ROLE_TREE_PAGE) : style,
                     buffer_slice(&edge));
    buffer_deinit(&text);
    buffer_deinit(&edge);
}

void tree_draw_filter(const struct tree_rows *rows, struct region r, const struct look *look)
{
    struct buffer count = {0};
    buffer_addf(&count, "%zu%s", rows->fitting,
                tree_filter_knows(&rows->filter, rows->shelf) ? "" : "…");
    int wide = (int)width_of_text(buffer_slice(&count));
    struct style style = theme_find(look->theme, ROLE_HELP_GROUP);
    int column = region_print(r, 0, 1, style, "filter: ");
    region_write_cut(r, 0, column, r.columns - wide - 1 - column, style,
                     buffer_slice(&rows->filter.text));
    region_write(r, 0, r.columns - wide, theme_find(look->theme, ROLE_TREE_PAGE),
                 buffer_slice(&count));
    if (rows->list.count == 0)
        region_write_cut(r, 1, 1, r.columns - 1, theme_find(look->theme, ROLE_FURNITURE),
                         tree_filter_knows(&rows->filter, rows->shelf)
                             ? SLICE("no node fits that")
                             : SLICE("reading the documents…"));
    buffer_deinit(&count);
}
