/* SPDX-License-Identifier: MIT */
/* Finds the exhibit of a number among the documents of a file, by two tables of hashes. */
#include "outline/exhibits/exhibit_directory.h"

#include "base/array.h"
#include "base/memory.h"
#include "outline/catalog.h"
#include "outline/exhibits/exhibit_order.h"

#include <stdlib.h>

enum { LEAST_SLOTS = 64 };

/* The exhibits of one number, or of one class of numbers. */
struct entry {
    struct slice key;    /* what they share: the number, or its first token */
    struct slice number; /* the least of their numbers, */
    size_t document;     /* and the first document that has it */
    size_t count;
};

struct table {
    ARRAY(struct entry) list;
    size_t *slots; /* 1 + a place in the list; 0: free. Never more than half are taken */
    size_t room;   /* a power of two, or 0 */
};

struct exhibit_directory {
    const struct submission *submission;
    size_t seen; /* documents taken in */
    struct table numbers;
    struct table classes; /* by first token */
};

struct exhibit_directory *exhibit_directory_new(const struct submission *s)
{
    struct exhibit_directory *e = memory_alloc(sizeof *e);
    e->submission = s;
    return e;
}

static void table_deinit(struct table *t)
{
    array_deinit(&t->list);
    free(t->slots);
}

void exhibit_directory_free(struct exhibit_directory *e)
{
    if (!e)
        return;
    table_deinit(&e->numbers);
    table_deinit(&e->classes);
    free(e);
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t *slot_of(const struct table *t, struct slice key)
{
    size_t at = (size_t)exhibit_order_hash(key) & (t->room - 1);
    while (t->slots[at] != 0 && exhibit_order_compare(t->list.at[t->slots[at] - 1].key, key) != 0)
        at = (at + 1) & (t->room - 1);
    return &t->slots[at];
}

static void grow(struct table *t)
{
    free(t->slots);
    t->room = t->room ? 2 * t->room : LEAST_SLOTS;
    t->slots = memory_alloc(t->room * sizeof *t->slots);
    for (size_t i = 0; i < t->list.count; i++)
        *slot_of(t, t->list.at[i].key) = i + 1;
}

static void add(struct table *t, struct slice key, struct slice number, size_t document)
{
    if (2 * (t->list.count + 1) > t->room)
        grow(t);
    size_t *slot = slot_of(t, key);
    if (*slot == 0) {
        array_push(&t->list, ((struct entry){key, number, document, 1}));
        *slot = t->list.count;
        return;
    }
    struct entry *entry = &t->list.at[*slot - 1];
    entry->count++;
    if (exhibit_order_compare(number, entry->number) < 0) {
        entry->number = number;
        entry->document = document;
    }
}

static const struct entry *find(const struct table *t, struct slice key)
{
    size_t slot = t->room ? *slot_of(t, key) : 0;
    return slot != 0 ? &t->list.at[slot - 1] : NULL;
}

static void add_number(struct exhibit_directory *e, struct slice number, size_t document)
{
    struct slice rest = number;
    add(&e->numbers, number, number, document);
    add(&e->classes, exhibit_order_token(&rest), number, document);
}

/* Takes in the documents that were found since the last call. */
static void catch_up(struct exhibit_directory *e)
{
    for (; e->seen < submission_documents(e->submission); e->seen++) {
        struct slice number;
        if (!catalog_exhibit_type(submission_document(e->submission, e->seen)->type, &number))
            continue;
        add_number(e, number, e->seen);
        /* "EX-99.(A)(1)" is what the index calls "(a)(1)". */
        struct slice rest = number;
        bool additional = slice_equal(exhibit_order_token(&rest), SLICE("99"));
        struct slice letters = rest;
        struct slice next = exhibit_order_token(&letters);
        if (additional && next.len > 0 && byte_is_letter(next.at[0]))
            add_number(e, rest, e->seen);
    }
}

bool exhibit_directory_find(struct exhibit_directory *e, struct slice number, size_t *document)
{
    catch_up(e);
    const struct entry *entry = find(&e->numbers, number);
    if (entry != NULL)
        *document = entry->document;
    return entry != NULL;
}

bool exhibit_directory_only(struct exhibit_directory *e, struct slice number, size_t *document)
{
    catch_up(e);
    struct slice rest = number;
    struct slice class = exhibit_order_token(&rest);
    const struct entry *entry = find(&e->classes, class);
    if (entry == NULL)
        return false;
    *document = entry->document;
    bool bare = exhibit_order_token(&rest).len == 0;
    /* All files of the interactive data are one exhibit: Regulation S-K, Item 601(b)(101). */
    if (bare && slice_equal(class, SLICE("101")))
        return true;
    struct slice other = entry->number;
    exhibit_order_token(&other);
    return entry->count == 1 && (bare || exhibit_order_token(&other).len == 0);
}
