/* SPDX-License-Identifier: MIT */
/* Completes an outline in stages. */
#include "outline/completion.h"

#include "base/memory.h"
#include "outline/articles/articles.h"
#include "outline/crossindex/crossindex.h"
#include "outline/exhibits/exhibit_index.h"
#include "outline/exhibits/exhibit_target.h"
#include "outline/front.h"
#include "outline/item_status.h"
#include "outline/items/contents.h"
#include "outline/items/explain.h"
#include "outline/items/repeats.h"
#include "outline/items/roman.h"
#include "outline/items/titled.h"
#include "outline/missing.h"
#include "outline/node_ids.h"
#include "outline/sections/notes.h"
#include "outline/sections/settle.h"
#include "outline/sections/statements.h"
#include "outline/subheads/subheads.h"

#include <stdlib.h>

enum {
    PIECE_HEADS = 2048,      /* heads or candidates of a stage that goes on piece by piece */
    PIECE_BYTES = 128,       /* what one is worth there, */
    PIECE_INPUT = 64 * 1024, /* with the input that is gone through for tags, at most, */
    STAGE_BYTES = 16         /* and what one, or a node, is in a stage done at once */
};

struct completion {
    struct completion_setup of;
    size_t stage; /* the next */
    struct slice declared[OUTLINE_DECLARED];
    size_t declared_count;
    struct titled_search *titled;
    struct chain_search *choice;
    struct crossindex_search *crossindex;
    struct statements_search *statements;
    struct notes_search *notes;
    struct subheads_search *subheads;
    struct chain chain;
    struct sections found;
    bool resolved;
};

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static void measure(struct completion *c)
{
    nodes_measure(c->of.nodes, c->of.document->text_end);
}

/* ---- stages: each says whether it is over */

static bool finish_links(struct completion *c)
{
    links_finish(&c->of.scan->links);
    heads_finish(&c->of.scan->heads, &c->of.scan->links);
    return true;
}

static bool mark_candidates(struct completion *c)
{
    struct candidates *candidates = &c->of.scan->candidates;
    roman_read(candidates);
    contents_mark(candidates, &c->of.scan->links);
    repeats_mark(candidates);
    return true;
}

static bool add_titled(struct completion *c)
{
    if (!c->titled)
        c->titled = titled_begin(c->of.scan, c->declared, c->declared_count);
    return titled_step(c->titled, PIECE_HEADS);
}

static bool choose_chain(struct completion *c)
{
    const struct candidates *candidates = &c->of.scan->candidates;
    if (!c->choice)
        c->choice = chain_begin(&c->chain, candidates, c->of.form, c->declared, c->declared_count);
    if (!chain_step(c->choice, PIECE_HEADS))
        return false;
    if (c->of.told)
        explain_write(c->of.told, candidates, c->of.form, &c->chain);
    return true;
}

/* Parts, Items, signatures and what frames them. */
static bool build_nodes(struct completion *c)
{
    struct nodes *nodes = c->of.nodes;
    size_t cover = c->of.scan->exhibit ? (size_t)-1 : c->of.first_letter;
    nodes_build(nodes, &c->of.scan->candidates, &c->chain, c->of.form, cover);
    measure(c);
    item_status_set(nodes, c->of.scan);
    return true;
}

static bool read_crossindex(struct completion *c)
{
    if (!c->crossindex)
        c->crossindex = crossindex_begin(c->of.nodes, c->of.submission, c->of.document, c->of.scan);
    if (!crossindex_step(c->crossindex, PIECE_HEADS))
        return false;
    if (crossindex_end(c->crossindex))
        measure(c);
    c->crossindex = NULL;
    return true;
}

static bool find_missing(struct completion *c)
{
    struct missing_facts facts = {c->of.form_name, c->of.date, c->declared, c->declared_count};
    if (missing_is_asked(c->of.submission, c->of.document))
        missing_find(c->of.nodes, c->of.scan, &facts);
    return true;
}

static bool read_exhibit_index(struct completion *c)
{
    if (!c->of.scan->exhibit)
        exhibit_index_read(c->of.nodes, c->of.submission, c->of.document);
    return true;
}

static bool find_statements(struct completion *c)
{
    if (!c->statements)
        c->statements = statements_begin(&c->found, c->of.scan, c->of.nodes);
    return statements_step(c->statements, PIECE_HEADS);
}

static bool find_notes(struct completion *c)
{
    if (!c->notes)
        c->notes = notes_begin(&c->found, c->of.scan, c->of.nodes);
    return notes_step(c->notes, PIECE_HEADS);
}

static bool find_articles(struct completion *c)
{
    articles_find(&c->found, c->of.scan, c->of.nodes);
    return true;
}

static bool find_subheads(struct completion *c)
{
    if (!c->subheads)
        c->subheads = subheads_begin(&c->found, c->of.scan, c->of.nodes);
    return subheads_step(c->subheads, PIECE_HEADS);
}

static bool settle_sections(struct completion *c)
{
    sections_settle(&c->found, c->of.scan, c->of.nodes);
    return true;
}

static bool place_sections(struct completion *c)
{
    sections_place(c->of.nodes, &c->found);
    front_add(c->of.nodes, c->of.scan, c->of.first_letter);
    return true;
}

static bool set_apart(struct completion *c)
{
    node_ids_set_apart(c->of.nodes);
    return true;
}

static bool resolve_targets(struct completion *c)
{
    c->resolved =
        exhibit_target_resolve(c->of.nodes, c->of.submission, c->of.document, c->of.exhibits);
    measure(c);
    return true;
}

struct stage {
    bool (*run)(struct completion *c);
    bool pieces; /* it goes on by PIECE_HEADS heads */
};

static const struct stage stages[] = {
    {finish_links, false},    {mark_candidates, false},    {add_titled, true},
    {choose_chain, true},     {build_nodes, false},        {read_crossindex, true},
    {find_missing, false},    {read_exhibit_index, false}, {find_statements, true},
    {find_notes, true},       {find_articles, false},      {find_subheads, true},
    {settle_sections, false}, {place_sections, false},     {set_apart, false},
    {resolve_targets, false},
};

enum { STAGES = sizeof stages / sizeof *stages, XML_STAGES = 2 };

struct completion *completion_new(const struct completion_setup *setup)
{
    struct completion *c = memory_alloc(sizeof *c);
    c->of = *setup;
    c->declared_count = outline_declared(setup->submission, c->declared, OUTLINE_DECLARED);
    /* The nodes of an XML document are made as it is read: only the last stages are for it. */
    c->stage = setup->document->kind == DOCUMENT_XML ? STAGES - XML_STAGES : 0;
    return c;
}

void completion_free(struct completion *c)
{
    if (!c)
        return;
    titled_end(c->titled);
    chain_end(c->choice);
    (void)crossindex_end(c->crossindex);
    statements_end(c->statements);
    notes_end(c->notes);
    subheads_end(c->subheads);
    chain_deinit(&c->chain);
    sections_deinit(&c->found);
    free(c);
}

bool completion_step(struct completion *c, size_t *bytes)
{
    const struct scan *scan = c->of.scan;
    const struct stage *stage = &stages[c->stage];
    size_t lines = scan->heads.list.count + scan->candidates.list.count;
    if (stage->pieces)
        *bytes += least(lines, PIECE_HEADS) * PIECE_BYTES + least(scan->bytes.len, PIECE_INPUT);
    else
        *bytes += (lines + c->of.nodes->list.count) * STAGE_BYTES;
    if (stage->run(c))
        c->stage++;
    return c->stage == STAGES;
}

bool completion_resolved(const struct completion *c)
{
    return c->resolved;
}
