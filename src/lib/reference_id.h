/* SPDX-License-Identifier: MIT */
/* The id of where a reference leads, as address_find takes it: "10-K/7A", "EX-10.1". */
#ifndef FOLIO_LIB_REFERENCE_ID_H
#define FOLIO_LIB_REFERENCE_ID_H

#include "base/buffer.h"
#include "outline/references/reference.h"

/* Adds it; nothing where the reference leads nowhere. */
void reference_id_add(struct submission *s, struct outlines *outlines, const struct reference *r,
                      struct buffer *id);

#endif
