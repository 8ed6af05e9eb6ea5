/* SPDX-License-Identifier: MIT */
/* A node of an outline as a JSON object. */
#ifndef FOLIO_PRINT_NODE_JSON_H
#define FOLIO_PRINT_NODE_JSON_H

#include "model/content.h"
#include "outline/outline.h"
#include "print/json_out.h"

/* Writes the object as the next of a list; `line` is the rendered line of the node. */
void node_json(struct json_out *j, struct content *c, const struct node *n, size_t line);

#endif
