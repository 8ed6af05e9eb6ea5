/* SPDX-License-Identifier: MIT */
/* A node of an outline as a JSON object. */
#ifndef FOLIO_PRINT_NODE_JSON_H
#define FOLIO_PRINT_NODE_JSON_H

#include "lib/folio.h"
#include "print/json_out.h"

/* Writes the object as the next of a list. */
void node_json(struct json_out *j, const struct folio_node *n);

#endif
