/* SPDX-License-Identifier: MIT */
/* What the name of a file in a filing's folder tells of it. Takes names without folders. */
#ifndef FOLIO_MODEL_FOLDER_NAMES_H
#define FOLIO_MODEL_FOLDER_NAMES_H

#include "base/buffer.h"
#include "base/slice.h"

#include <stdbool.h>

/* "R12.htm": a page that EDGAR makes of the XBRL data, or their list. */
bool folder_names_report(struct slice name);

/* A file that is not for reading: a picture, a schema, a script. */
bool folder_names_other(struct slice name);

/* An exhibit: adds its type, "EX-99.1" of "d12345dex991.htm", to `out`. */
bool folder_names_exhibit(struct slice name, struct buffer *out);

#endif
