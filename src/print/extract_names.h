/* SPDX-License-Identifier: MIT */
/*
 * Names for the files that documents are written to.
 *
 * A filing says how its documents' files are called, and may say anything: here it becomes the name
 * of one file in one folder, of letters, digits and few other characters, that no other document of
 * the filing has, however capitals are told apart.
 */
#ifndef FOLIO_PRINT_EXTRACT_NAMES_H
#define FOLIO_PRINT_EXTRACT_NAMES_H

#include "base/arena.h"
#include "base/buffer.h"

#include <stdbool.h>

struct extract_names {
    struct arena kept;
    struct slice *taken; /* a table by hash; empty slices are free places */
    size_t count, room;
};

/* What a filing says of a document, as folio.h tells it. */
struct extract_source {
    size_t index;  /* place in the filing, from 0 */
    long sequence; /* its number */
    const char *type, *kind, *filename;
    const char *inner; /* the name of what is encoded in it */
};

void extract_names_init(struct extract_names *names);
void extract_names_deinit(struct extract_names *names);

/* Adds what is left of `name` behind the last stroke as a name of one file, at most 200 bytes:
 * other bytes, and what was no text, become "_", and so does a full stop or hyphen in front. False,
 * with nothing added, when no letter or digit is left. */
bool extract_names_clean(struct slice name, struct buffer *out);

/* Adds the name for a document: its own, else that of what is encoded in it, else one made of its
 * number and type; with "-2" and so on where it is taken already. */
void extract_names_document(struct extract_names *names, const struct extract_source *d,
                            struct buffer *out);

/* Adds the name of a folder for a filing: its accession number, else the name of its file without
 * what follows the first full stop; "filing" when nothing is left of that. */
void extract_names_folder(const char *accession, const char *file, struct buffer *out);

#endif
