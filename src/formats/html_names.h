/* SPDX-License-Identifier: MIT */
/* The names of places that were met: only the first place of a name can be linked to. */
#ifndef FOLIO_FORMATS_HTML_NAMES_H
#define FOLIO_FORMATS_HTML_NAMES_H

#include "base/slice.h"

#include <stdint.h>

struct html_names {
    uint64_t *slots; /* hashes; 0: free */
    size_t room, count;
};

void html_names_deinit(struct html_names *names);

/* False when the name was met before. */
bool html_names_add(struct html_names *names, struct slice name);

#endif
