/* SPDX-License-Identifier: MIT */
/*
 * The attributes of a tag, read from its bytes: what needs no decoding points into the document,
 * the rest into bytes that are kept until the next tag is read.
 */
#ifndef FOLIO_FORMATS_MARKUP_ATTRIBUTES_H
#define FOLIO_FORMATS_MARKUP_ATTRIBUTES_H

#include "base/slice.h"
#include "formats/markup.h"

#include <stdbool.h>
#include <stddef.h>

enum { MARKUP_ATTRIBUTES = 256 /* of one tag; more are not told */ };

struct markup_attributes {
    struct markup_attribute at[MARKUP_ATTRIBUTES];
    size_t count;
    char *decoded;
    size_t len, room; /* of decoded */
};

void markup_attributes_deinit(struct markup_attributes *a);

/* Reads those of `tag`, from behind its name to its end. Declarations of namespaces are left out.
 * lower: names are told in small letters. */
void markup_attributes_read(struct markup_attributes *a, struct slice tag, bool lower);

#endif
