/* SPDX-License-Identifier: MIT */
/* A node of an outline as a JSON object. */
#ifndef FOLIO_PRINT_NODE_JSON_H
#define FOLIO_PRINT_NODE_JSON_H

#include "model/content.h"
#include "outline/outline.h"

#include <jansson.h>

/* The object, which is the caller's; `line` is the rendered line of the node. */
json_t *node_json(struct content *c, const struct node *n, size_t line);

#endif
