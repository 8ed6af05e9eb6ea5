/* SPDX-License-Identifier: MIT */
/*
 * A YAML file as a tree of nodes with their places: the only user of libyaml.
 *
 * Small files only, and no anchors, aliases, tags or second documents: what a configuration does
 * not need cannot be turned against the reader. Nodes and their texts live in the caller's arena.
 */
#ifndef FOLIO_CONFIG_YAML_H
#define FOLIO_CONFIG_YAML_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slice.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAPPING };

struct yaml_node {
    enum yaml_kind kind;
    size_t line, column; /* counted from 1; columns are characters */
    struct slice text;   /* of a scalar */
    bool quoted;         /* a scalar in quotes: never null */
    struct yaml_node *items;
    size_t count; /* of items; a mapping has a key and a value by turns */
};

enum { YAML_LARGEST = 256 * 1024 /* bytes of a file */ };

/* Reads a whole file. *root is NULL for a file that says nothing. Fails with ERROR_CONFIG and the
 * place. */
bool yaml_read(struct arena *arena, struct slice text, struct yaml_node **root, struct error *e);

/* True for nothing at all: an empty plain scalar, "~" or "null". */
bool yaml_is_null(const struct yaml_node *node);

/* The value of a key; NULL when there is none. */
const struct yaml_node *yaml_find(const struct yaml_node *mapping, struct slice key);

#endif
