/* SPDX-License-Identifier: MIT */
/*
 * What is odd about keys though each line is right: what check-config says beyond mistakes.
 *
 * A line of "all" that a binding of the text or the tree hides, and an action whose last key was
 * taken. Keys that the same file gives to the context are meant to be so. Only check-config asks; a
 * reader at work is told of mistakes alone.
 */
#ifndef FOLIO_CONFIG_CONFLICTS_H
#define FOLIO_CONFIG_CONFLICTS_H

#include "config/in_force.h"
#include "config/yaml.h"

/* Notes as problems of `file` what is odd about the lines of a mapping (context: {sequence:
 * command}) that was put into force over `before`. */
void conflicts_check(struct config *config, const char *file, const struct yaml_node *keys,
                     const struct keymap *before);

#endif
