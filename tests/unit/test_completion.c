/* SPDX-License-Identifier: MIT */
/* The searches that complete an outline find the same however often they stop and go on. */
#include "outline/completion.h"

#include "base/memory.h"
#include "outline/crossindex/crossindex.h"
#include "outline/sections/notes.h"
#include "outline/sections/statements.h"
#include "outline/items/contents.h"
#include "outline/items/titled.h"
#include "outline/subheads/subheads.h"

#include <stdio.h>
#include <stdlib.h>

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const char *const files[] = {
    "10-K405_2001_doc.txt", "10-K_1997_full.txt", "10-K_2023_crossindex.htm", "10-K_2023_ixbrl.htm",
    "10-Q_2003_font.htm",   "8-K_1998_notes.txt", "8-K_2006_items.nc",        "DEF14A_2013_pay.htm",
};

enum { FILES = sizeof files / sizeof *files };

static struct submission *open_sample(const char *name)
{
    const char *top = getenv("abs_srcdir") ? getenv("abs_srcdir") : getenv("srcdir");
    char path[4096];
    struct error e;
    (void)snprintf(path, sizeof path, "%s/samples/%s", top ? top : ".", name);
    struct input *input = input_open(path, &e);
    assert_non_null(input);
    struct submission *s = submission_open(input, &e);
    assert_non_null(s);
    submission_scan(s, submission_bytes(s).len);
    return s;
}

/* What one pass over the document notes. */
struct noted {
    struct form form;
    struct scan scan;
};

static void note(struct noted *n, struct submission *s, struct document *d)
{
    struct content *content = content_of(s, d);
    bool printed = content_is_printed(content);
    struct segment seg, next;
    *n = (struct noted){0};
    form_init(&n->form, d->type.len > 0 ? d->type : SLICE("10-K"), SLICE("2005-01-01"));
    candidates_init(&n->scan.candidates, &n->form);
    n->scan.candidates.markup = !printed;
    heads_init(&n->scan.heads, printed);
    clauses_init(&n->scan.clauses, printed);
    links_init(&n->scan.links);
    n->scan.form = &n->form;
    n->scan.printed = printed;
    n->scan.start = d->text_offset;
    n->scan.end = d->text_end;
    n->scan.bytes = slice_cut(submission_bytes(s), d->text_offset, d->text_end);
    bool held = content_walk(content, 0, &seg);
    for (size_t i = 1; held; i++) {
        held = !seg.last && content_walk(content, i, &next);
        candidates_add(&n->scan.candidates, seg.blocks, seg.count, held ? next.blocks : NULL,
                       held ? next.count : 0);
        heads_add(&n->scan.heads, seg.blocks, seg.count, held ? next.blocks : NULL,
                  held ? next.count : 0);
        links_add(&n->scan.links, &seg);
        segment_deinit(&seg);
        seg = next;
    }
    links_finish(&n->scan.links);
    heads_finish(&n->scan.heads, &n->scan.links);
    contents_mark(&n->scan.candidates, &n->scan.links);
}

static void forget(struct noted *n)
{
    candidates_deinit(&n->scan.candidates);
    heads_deinit(&n->scan.heads);
    clauses_deinit(&n->scan.clauses);
    links_deinit(&n->scan.links);
    form_deinit(&n->form);
}

/* All that is found, in words; `piece` heads at a step. No step may be asked for for ever. */
static void find(struct submission *s, struct document *d, size_t piece, struct buffer *out)
{
    struct noted n;
    struct nodes nodes;
    struct chain chain;
    struct sections found = {0};
    note(&n, s, d);
    size_t lines = n.scan.heads.list.count + n.scan.candidates.list.count;
    size_t left = 5 * (lines + n.scan.bytes.len / 1024 + 10);
    struct titled_search *titled = titled_begin(&n.scan, NULL, 0);
    while (!titled_step(titled, piece))
        assert_true(left-- > 0);
    titled_end(titled);
    struct chain_search *choice = chain_begin(&chain, &n.scan.candidates, &n.form, NULL, 0);
    while (!chain_step(choice, piece))
        assert_true(left-- > 0);
    chain_end(choice);
    nodes_init(&nodes);
    nodes_build(&nodes, &n.scan.candidates, &chain, &n.form, d->text_offset);
    nodes_measure(&nodes, d->text_end);
    struct crossindex_search *index = crossindex_begin(&nodes, s, d, &n.scan);
    while (!crossindex_step(index, piece))
        assert_true(left-- > 0);
    if (crossindex_end(index))
        nodes_measure(&nodes, d->text_end);
    struct statements_search *statements = statements_begin(&found, &n.scan, &nodes);
    while (!statements_step(statements, piece))
        assert_true(left-- > 0);
    statements_end(statements);
    struct notes_search *notes = notes_begin(&found, &n.scan, &nodes);
    while (!notes_step(notes, piece))
        assert_true(left-- > 0);
    notes_end(notes);
    struct subheads_search *subheads = subheads_begin(&found, &n.scan, &nodes);
    while (!subheads_step(subheads, piece))
        assert_true(left-- > 0);
    subheads_end(subheads);
    for (size_t i = 0; i < nodes.list.count; i++) {
        const struct node *node = &nodes.list.at[i];
        buffer_addf(out, "%s %.*s %zu %g %x", node_kind_name(node->kind), (int)node->id.len,
                    node->id.at, node->offset, node->confidence, node->why);
        for (size_t k = 0; k < node->range_count; k++)
            buffer_addf(out, " %zu", node->ranges[k].offset);
        buffer_add_text(out, "\n");
    }
    for (size_t i = 0; i < found.list.count; i++) {
        const struct section *one = &found.list.at[i];
        buffer_addf(out, "%d %zu %d %.*s %.*s %g %x\n", (int)one->kind, one->offset, one->grade,
                    (int)one->id.len, one->id.at, (int)one->title.len, one->title.at,
                    one->confidence, one->why);
    }
    sections_deinit(&found);
    chain_deinit(&chain);
    nodes_deinit(&nodes);
    forget(&n);
}

static void test_pieces(void **state)
{
    static const size_t pieces[] = {1, 3, 100};
    (void)state;
    size_t bytes = 0;
    for (size_t i = 0; i < FILES; i++) {
        struct submission *s = open_sample(files[i]);
        struct document *d = submission_document(s, 0);
        struct buffer whole = {0};
        find(s, d, SIZE_MAX, &whole);
        bytes += whole.len;
        for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++) {
            struct buffer got = {0};
            find(s, d, pieces[k], &got);
            assert_string_equal(buffer_text(&got), buffer_text(&whole));
            buffer_deinit(&got);
        }
        buffer_deinit(&whole);
        submission_free(s);
    }
    assert_true(bytes > 1000); /* something was found */
}

/* The outline of each document, each node with what the tree and the printers show of it. */
static void write_outline(struct submission *s, struct document *d, size_t step, struct buffer *out)
{
    struct outline *o = outline_new(s, d);
    const struct node *nodes;
    size_t left = (d->text_end - d->text_offset) / 16 + 1000;
    while (!outline_step(o, step))
        assert_true(left-- > 0);
    size_t count = outline_nodes(o, &nodes);
    for (size_t i = 0; i < count; i++)
        buffer_addf(out, "%d %.*s|%.*s|%.*s %zu %zu %g %x\n", nodes[i].level, (int)nodes[i].id.len,
                    nodes[i].id.at, (int)nodes[i].label.len, nodes[i].label.at,
                    (int)nodes[i].title.len, nodes[i].title.at, nodes[i].offset, nodes[i].length,
                    nodes[i].confidence, nodes[i].why);
    outline_free(o);
}

static void test_outline(void **state)
{
    (void)state;
    for (size_t i = 0; i < FILES; i++) {
        struct submission *s = open_sample(files[i]);
        for (size_t k = 0; k < submission_documents(s); k++) {
            struct buffer once = {0}, slices = {0};
            write_outline(s, submission_document(s, k), SIZE_MAX, &once);
            write_outline(s, submission_document(s, k), 1, &slices);
            assert_string_equal(buffer_text(&slices), buffer_text(&once));
            buffer_deinit(&once);
            buffer_deinit(&slices);
        }
        submission_free(s);
    }
}

/* An outline that is given up, after each number of steps, leaves nothing behind. */
static void give_up(const char *name)
{
    struct submission *s = open_sample(name);
    bool done = false;
    for (size_t steps = 0; !done; steps++) {
        struct outline *o = outline_new(s, submission_document(s, 0));
        for (size_t i = 0; i < steps && !done; i++)
            done = outline_step(o, 1);
        outline_free(o);
        assert_true(steps < 100000);
    }
    submission_free(s);
}

static void test_given_up(void **state)
{
    (void)state;
    give_up("10-Q_2003_font.htm");
    give_up("10-K_2023_crossindex.htm");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_outline),
        cmocka_unit_test(test_given_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
