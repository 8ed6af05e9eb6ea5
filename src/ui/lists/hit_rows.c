/* SPDX-License-Identifier: MIT */
/* Rows of hits. */
#include "ui/lists/hit_rows.h"

#include "ui/lists/row_words.h"

enum {
    ROWS_OF_WORK = 300, /* rows made between two looks at the keys, */
    READS_OF_WORK = 40, /* and segments read for them */
    BESIDE = 20,        /* columns of a row that its text does not have */
    COLUMNS_LEAST = 160 /* of a text: what is narrowed is sought in all of it */
};

static void begin_again(struct hit_rows *r)
{
    bool capped;
    r->hits.count = 0;
    r->next = 0;
    r->anew = false;
    r->document = SHELF_NONE;
    r->title_count = 0;
    r->line_document = SHELF_NONE;
    r->first = (struct hit){.document = SHELF_NONE};
    r->looked = 0;
    if (search_hits(r->search, &capped) > 0)
        r->first = search_hit(r->search, 0);
}

void hit_rows_begin(struct hit_rows *r, struct shelf *shelf, const struct search *search,
                    struct chooser *chooser, struct place want, int columns)
{
    hit_rows_end(r);
    r->columns = columns > COLUMNS_LEAST + BESIDE ? (size_t)(columns - BESIDE) : COLUMNS_LEAST;
    r->shelf = shelf;
    r->search = search;
    r->chooser = chooser;
    r->many = row_words_many(shelf_submission(shelf));
    r->want = want;
    r->kept = false;
    begin_again(r);
}

void hit_rows_want(struct hit_rows *r, struct place want)
{
    r->want = want;
    r->looked = 0;
    r->kept = true;
}

void hit_rows_end(struct hit_rows *r)
{
    bool lines = r->lines;
    snippets_end(&r->snippets);
    array_deinit(&r->hits);
    *r = (struct hit_rows){.lines = lines, .document = SHELF_NONE};
}

/* ---- titles */

/* The counts of the titles, as far as hits are found; of lines, as far as they are listed. */
static void tell_counts(struct hit_rows *r)
{
    for (int i = 0; i < r->title_count; i++) {
        const struct hit_title *t = &r->titles[i];
        struct buffer count = {0};
        size_t first, behind;
        search_range(r->search, r->document, t->from, t->to, &first, &behind);
        buffer_addf(&count, "%zu", r->lines ? t->rows : behind - first);
        chooser_retell(r->chooser, t->row, buffer_slice(&count));
        buffer_deinit(&count);
    }
}

static void add_title(struct hit_rows *r, size_t from, size_t to, const struct buffer *text)
{
    r->titles[r->title_count] = (struct hit_title){chooser_added(r->chooser), from, to, 0};
    chooser_add(
        r->chooser,
        &(struct chooser_row){.text = buffer_slice(text), .level = r->title_count, .title = true});
    r->title_count++;
}

static void add_document_title(struct hit_rows *r, size_t document)
{
    const struct document *d = submission_document(shelf_submission(r->shelf), document);
    struct buffer text = {0};
    tell_counts(r);
    r->title_count = 0;
    r->document = document;
    r->section = r->part = SHELF_NONE;
    row_words_document(r->shelf, document, &text);
    if (r->many)
        add_title(r, d->text_offset, d->text_end, &text);
    buffer_deinit(&text);
}

static void add_node_title(struct hit_rows *r, size_t node)
{
    const struct node *nodes;
    struct buffer text = {0};
    if (node >= shelf_nodes(r->shelf, r->document, &nodes))
        return;
    row_words_node(r->shelf, r->document, node, &text);
    add_title(r, nodes[node].offset, nodes[node].offset + nodes[node].length, &text);
    buffer_deinit(&text);
}

/* The section of a place: the highest node that is no Part; and in it, if there is one, the note or
 * the statement. */
static void sections_at(struct hit_rows *r, size_t offset, size_t *section, size_t *part)
{
    struct outline *o = shelf_outline(r->shelf, r->document);
    const struct node *nodes;
    size_t count = shelf_nodes(r->shelf, r->document, &nodes);
    *section = *part = SHELF_NONE;
    for (size_t at = o ? outline_at(o, offset) : SHELF_NONE; at < count;
         at = outline_parent(o, at)) {
        if (nodes[at].kind == NODE_NOTE || nodes[at].kind == NODE_STATEMENT)
            *part = at;
        if (nodes[at].kind != NODE_PART || *section == SHELF_NONE)
            *section = at;
    }
    if (*part == *section)
        *part = SHELF_NONE;
}

static void add_titles(struct hit_rows *r, struct hit hit)
{
    size_t section, part;
    int above = r->many ? 1 : 0;
    if (hit.document != r->document)
        add_document_title(r, hit.document);
    sections_at(r, hit.offset, &section, &part);
    if (section != r->section || part != r->part)
        tell_counts(r);
    if (section != r->section) {
        r->title_count = above;
        if (section != SHELF_NONE)
            add_node_title(r, section);
        r->part = SHELF_NONE;
    }
    if (part != r->part) {
        r->title_count = above + (section != SHELF_NONE);
        if (part != SHELF_NONE)
            add_node_title(r, part);
    }
    r->section = section;
    r->part = part;
}

/* ---- rows */

static void add_hit(struct hit_rows *r, struct hit hit)
{
    struct buffer text = {0};
    struct buffer page = {0};
    struct snippet snippet = {0, 0, hit.offset, hit.offset};
    struct content *c = r->snippets.content;
    bool known = r->lines && hit.document == r->line_document && hit.offset < r->line_end;
    if (!known) {
        add_titles(r, hit);
        snippets_add(&r->snippets, hit.offset, hit.length, r->columns, &text, &snippet);
        row_words_page(c, hit.offset, &page);
        chooser_add(r->chooser, &(struct chooser_row){.text = buffer_slice(&text),
                                                      .detail = buffer_slice(&page),
                                                      .level = r->title_count,
                                                      .from = snippet.from,
                                                      .to = snippet.to,
                                                      .tag = r->hits.count});
        array_push(&r->hits, hit);
        for (int i = 0; i < r->title_count; i++)
            r->titles[i].rows++;
        r->line_document = hit.document;
        r->line_end = snippet.shown_to;
    }
    buffer_deinit(&text);
    buffer_deinit(&page);
}

/* Reads the document of a hit, a slice at a time; true when it is read. */
static bool is_read(struct hit_rows *r, size_t document)
{
    struct submission *s = shelf_submission(r->shelf);
    struct content *c = content_of(s, submission_document(s, document));
    snippets_begin(&r->snippets, c);
    return row_words_counted(c);
}

/* Selects what was wanted, unless somebody moved. */
static void select_wanted(struct hit_rows *r)
{
    size_t tag;
    if (r->want.offset == SIZE_MAX || !chooser_selected(r->chooser, &tag))
        return;
    if (tag != 0 && !r->kept) {
        r->want.offset = SIZE_MAX;
        return;
    }
    for (; r->looked < r->hits.count; r->looked++) {
        struct hit hit = r->hits.at[r->looked];
        if (!place_before((struct place){hit.document, hit.offset}, r->want)) {
            chooser_select(r->chooser, r->looked);
            r->want.offset = SIZE_MAX;
            return;
        }
    }
}

/* What was found before the place where the search began stands in front of what is listed. */
static bool is_stale(const struct hit_rows *r, size_t found)
{
    if (r->next > found)
        return true;
    if (found == 0 || r->next == 0)
        return false;
    struct hit first = search_hit(r->search, 0);
    return first.document != r->first.document || first.offset != r->first.offset;
}

static void list_again(struct hit_rows *r)
{
    size_t tag;
    if (r->want.offset == SIZE_MAX && chooser_selected(r->chooser, &tag) && tag < r->hits.count)
        r->want = (struct place){r->hits.at[tag].document, r->hits.at[tag].offset};
    r->kept = true;
    chooser_clear(r->chooser);
    begin_again(r);
}

bool hit_rows_work(struct hit_rows *r)
{
    bool capped = false;
    size_t found = search_hits(r->search, &capped);
    bool done = search_done(r->search);
    size_t most = found < HIT_ROWS_MOST ? found : HIT_ROWS_MOST;
    if (is_stale(r, found)) {
        if (!done)
            return false;
        list_again(r);
    }
    if (r->next == 0 && found > 0)
        r->first = search_hit(r->search, 0);
    size_t reads = r->snippets.reads + READS_OF_WORK;
    for (size_t made = 0; r->next < most && made < ROWS_OF_WORK && r->snippets.reads < reads;
         made++) {
        struct hit hit = search_hit(r->search, r->next);
        if (!is_read(r, hit.document))
            break;
        add_hit(r, hit);
        r->next++;
    }
    tell_counts(r);
    select_wanted(r);
    chooser_expect(r->chooser, !done || r->next < found);
    return r->next < most;
}
