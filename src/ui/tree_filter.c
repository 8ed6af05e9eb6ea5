/* SPDX-License-Identifier: MIT */
/* What a tree is narrowed to. */
#include "ui/tree_filter.h"

#include "model/content.h"
#include "model/other.h"
#include "outline/node_words.h"
#include "ui/grid/tabular.h"
#include "ui/lists/row_words.h"
#include "ui/tree_draw.h"

enum {
    SEGMENTS_OF_WORK = 8, /* looked at for tables between two looks at the keys */
    TOP_OF_PAGE = 200     /* bytes of a page mark, a running head and the like */
};

void tree_filter_deinit(struct tree_filter *f)
{
    for (size_t i = 0; i < f->tables.count; i++)
        array_deinit(&f->tables.at[i].places);
    array_deinit(&f->tables);
    fuzzy_deinit(&f->words);
    buffer_deinit(&f->text);
    *f = (struct tree_filter){.kind = TREE_FILTER_NONE};
}

/* "pages>5" */
static bool read_pages(struct tree_filter *f, struct slice text)
{
    struct slice word = SLICE("pages");
    if (!slice_starts_nocase(text, word))
        return false;
    struct slice rest = slice_trim(slice_cut(text, word.len, text.len));
    long long number = rest.len > 1 ? slice_number(slice_cut(rest, 1, rest.len)) : -1;
    if (number < 0 || !strchr("<=>", *rest.at))
        return false;
    f->sign = *rest.at;
    f->pages = (size_t)number;
    return true;
}

void tree_filter_set(struct tree_filter *f, struct slice text)
{
    static const struct {
        struct slice word;
        enum tree_filter_kind kind;
    } kinds[] = {{SLICE_ROW("hits"), TREE_FILTER_HITS},
                 {SLICE_ROW("tables"), TREE_FILTER_TABLES},
                 {SLICE_ROW("unsure"), TREE_FILTER_UNSURE},
                 {SLICE_ROW("unread"), TREE_FILTER_UNREAD}};
    struct buffer copy = {0};
    buffer_add(&copy, slice_trim(text));
    buffer_deinit(&f->text);
    f->text = copy;
    f->document = 0;
    struct slice written = buffer_slice(&f->text);
    f->kind = written.len ? TREE_FILTER_TEXT : TREE_FILTER_NONE;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_equal_nocase(written, kinds[i].word))
            f->kind = kinds[i].kind;
    if (read_pages(f, written))
        f->kind = TREE_FILTER_PAGES;
    fuzzy_set(&f->words, written, true);
}

/* ---- what fits */

static struct document *document_of(const struct shelf *shelf, size_t document)
{
    return submission_document(shelf_submission(shelf), document);
}

static bool has_words(struct tree_filter *f, const struct shelf *shelf, size_t document,
                      const struct node *node)
{
    const struct document *d = document_of(shelf, document);
    struct slice name = node ? tree_draw_name(node) : tree_draw_document_name(shelf, document);
    struct buffer text = {0};
    buffer_add(&text, name);
    buffer_add_byte(&text, ' ');
    buffer_add(&text, node ? node->title : d->description);
    buffer_add_byte(&text, ' ');
    if (!node)
        buffer_add(&text, d->filename);
    int score = fuzzy_score(&f->words, buffer_slice(&text), (struct slice){NULL, 0}, NULL);
    buffer_deinit(&text);
    return score >= 0;
}

static bool has_hits(const struct search *search, size_t document, size_t from, size_t to)
{
    size_t first, behind;
    if (!search)
        return false;
    search_range(search, document, from, to, &first, &behind);
    return behind > first;
}

static bool has_tables(const struct tree_filter *f, size_t document, size_t from, size_t to)
{
    if (document >= f->tables.count)
        return false;
    const struct tree_tables *t = &f->tables.at[document];
    size_t low = 0, high = t->places.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (t->places.at[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < t->places.count && t->places.at[low] < to;
}

/* Pages that are not counted yet do not fit. */
static bool has_pages(const struct tree_filter *f, const struct shelf *shelf, size_t document,
                      size_t from, size_t to)
{
    const struct document *d = document_of(shelf, document);
    bool all = false;
    if (!d->content || content_pages(d->content, &all) == 0 || !all || to <= from)
        return false;
    size_t first = content_page_at(d->content, from);
    size_t last = content_page_at(d->content, to - 1);
    /* Where the next node begins at the top of a page, this one ends on the page before. */
    if (last > first && to - content_page_offset(d->content, last) < TOP_OF_PAGE)
        last--;
    size_t pages = last - first + 1;
    if (f->sign == '=')
        return pages == f->pages;
    return f->sign == '<' ? pages < f->pages : pages > f->pages;
}

bool tree_filter_fits(struct tree_filter *f, const struct tree_facts *facts,
                      const struct shelf *shelf, size_t document, size_t node)
{
    const struct node *nodes;
    size_t count = shelf_nodes(shelf, document, &nodes);
    const struct node *it = node < count ? &nodes[node] : NULL;
    const struct document *d = document_of(shelf, document);
    size_t from = it ? it->offset : d->text_offset;
    size_t to = it ? it->offset + it->length : d->text_end;
    switch (f->kind) {
    case TREE_FILTER_TEXT:
        return has_words(f, shelf, document, it);
    case TREE_FILTER_HITS:
        return has_hits(facts->search, document, from, to);
    case TREE_FILTER_TABLES:
        return has_tables(f, document, from, to);
    case TREE_FILTER_PAGES:
        return has_pages(f, shelf, document, from, to);
    case TREE_FILTER_UNSURE:
        return it && !node_words_sure(it);
    case TREE_FILTER_UNREAD:
        return !facts->is_read || !facts->is_read(facts->reader, document, node);
    default:
        return true;
    }
}

/* ---- learning */

static void add_table(void *self, const struct tabular_found *found)
{
    struct tree_tables *t = self;
    array_push(&t->places, found->offset);
}

/* True when there was something to do. */
static bool find_tables(struct tree_filter *f, struct content *c, size_t document)
{
    while (f->tables.count <= document)
        array_push(&f->tables, ((struct tree_tables){.all = false}));
    struct tree_tables *t = &f->tables.at[document];
    if (t->all)
        return false;
    for (int i = 0; i < SEGMENTS_OF_WORK && !t->all; i++)
        t->all = !tabular_segment(c, t->segment++, add_table, t);
    return true;
}

bool tree_filter_work(struct tree_filter *f, struct shelf *shelf)
{
    struct submission *s = shelf_submission(shelf);
    if (f->kind == TREE_FILTER_NONE || f->document >= submission_documents(s))
        return false;
    struct document *d = submission_document(s, f->document);
    bool reads = !other_is(d) && d->kind != DOCUMENT_BINARY;
    if (reads && !shelf_outline(shelf, f->document)) {
        shelf_want(shelf, f->document);
        return true;
    }
    if (reads && f->kind == TREE_FILTER_PAGES && !row_words_counted(content_of(s, d)))
        return true;
    if (reads && f->kind == TREE_FILTER_TABLES && find_tables(f, content_of(s, d), f->document))
        return true;
    f->document++;
    return true;
}

bool tree_filter_knows(const struct tree_filter *f, const struct shelf *shelf)
{
    return f->document >= submission_documents(shelf_submission(shelf));
}
