/* SPDX-License-Identifier: MIT */
/*
 * Where links lead: the named places of a document, and the documents of a submission by the names
 * of their files.
 *
 * Names point into the content, which must be held as long as the list is used.
 */
#ifndef FOLIO_OUTLINE_REFERENCES_REFERENCE_PLACE_H
#define FOLIO_OUTLINE_REFERENCES_REFERENCE_PLACE_H

#include "base/array.h"
#include "model/content.h"

#include <stdbool.h>

struct reference_place {
    struct slice name;
    size_t offset;  /* of the name, in the input */
    size_t landing; /* of the first letter behind it: a heading's, where it stands above one */
};

struct reference_file {
    struct slice name;
    size_t document;
};

struct reference_places {
    bool made, files_made;
    ARRAY(struct reference_place) list; /* by name */
    ARRAY(struct reference_file) files; /* the same */
};

void reference_places_deinit(struct reference_places *p);

/* The place of that name, or NULL. All of the content is read for the first. */
const struct reference_place *reference_places_find(struct reference_places *p, struct content *c,
                                                    struct slice name);

/* The document whose file has the name that the address ends with, without what is behind '#' or
 * '?'. An address on the net must lead to this submission. NULL: none. */
struct document *reference_places_document(struct reference_places *p, struct submission *s,
                                           struct slice href);

/* True for an address with a scheme ("https:"), and for "www....". */
bool reference_place_is_address(struct slice href);

#endif
