/* SPDX-License-Identifier: MIT */
/* `folio list-actions` and `folio check-config`: the configuration as lines. */
#ifndef FOLIO_PRINT_PRINT_CONFIG_H
#define FOLIO_PRINT_PRINT_CONFIG_H

#include "config/config.h"

#include <stdio.h>

/* A line an action: name, keys in force (or "-"), help. */
void print_actions(const struct config *config, FILE *out);

/* A line a problem, "folio: FILE:LINE:COLUMN: message"; returns how many there are. */
size_t print_problems(const struct config *config, FILE *out);

#endif
