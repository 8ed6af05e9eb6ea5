/* SPDX-License-Identifier: MIT */
/*
 * The tree of an XML form: its elements with their texts and attributes, each with its place.
 *
 * Nodes are numbered in the order of the document, so that a subtree is a range of numbers; node
 * 0 is the document itself. Texts are pieces of the input and single code points, texts of blanks
 * only are left out. A tree takes some three times the memory of its text. It owns its nodes; names
 * and texts point into the document.
 */
#ifndef FOLIO_FORMATS_FORMS_FORM_TREE_H
#define FOLIO_FORMATS_FORMS_FORM_TREE_H

#include "base/arena.h"
#include "base/array.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FORM_NONE = 0 /* no such node: the document is nobody's child */ };

/* `at` is counted from the document's first byte. */
struct form_piece {
    uint32_t at, length;
    uint32_t code; /* the one that the bytes stand for; 0: the bytes as they are */
};

struct form_attribute {
    struct slice name;  /* without prefix */
    struct slice value; /* decoded */
    uint32_t at; /* of the value in the document; UINT32_MAX: it does not stand there as it is */
};

struct form_node {
    const char *name; /* without prefix; NULL: a text behind a child element */
    uint16_t name_length;
    uint32_t parent, next; /* next: the sibling behind it */
    uint32_t at;           /* of its tag, or of the text */
    uint32_t piece, pieces;
    uint32_t attribute;
    uint16_t attributes;
    bool full;   /* there is a text or an attribute in it */
    bool parted; /* there is an element in it */
};

struct form_tree {
    struct slice text;
    size_t base; /* of the text in the input */
    ARRAY(struct form_node) nodes;
    ARRAY(struct form_piece) pieces;
    ARRAY(struct form_attribute) attributes;
    struct arena arena; /* what does not stand in the text as it is */
};

/* Reads the document, `limit` bytes of it or a little more. Returns what was odd (oddity.h); the
 * caller calls form_tree_deinit in any case. */
unsigned form_tree_init(struct form_tree *t, struct slice text, size_t base, size_t limit);
void form_tree_deinit(struct form_tree *t);

/* The node; the name of an element, empty for a text. */
const struct form_node *form_tree_node(const struct form_tree *t, uint32_t id);
struct slice form_tree_name(const struct form_tree *t, uint32_t id);

/* The first node within it, and the first behind all that is within it, which is nodes.count for
 * the last; FORM_NONE when there is nothing within it. */
uint32_t form_tree_child(const struct form_tree *t, uint32_t id);
uint32_t form_tree_after(const struct form_tree *t, uint32_t id);
bool form_tree_is(const struct form_tree *t, uint32_t id, const char *name);

/* The element's attribute of that name, or NULL. */
const struct form_attribute *form_tree_attribute(const struct form_tree *t, uint32_t id,
                                                 const char *name);

/* The first element of that name, `depth` levels below the document at most; FORM_NONE: none. */
uint32_t form_tree_find(const struct form_tree *t, const char *name, unsigned depth);

/* The text of the node itself, trimmed, when it is a single piece of the document; else empty. */
struct slice form_tree_value(const struct form_tree *t, uint32_t id);
/* The bytes of the node's own text. */
size_t form_tree_length(const struct form_tree *t, uint32_t id);

#endif
