/* SPDX-License-Identifier: MIT */
/*
 * Whether a zip is one filing's folder, packed, or an archive of filings; and the parts of the one.
 *
 * Names tell first: EDGAR's page of the header, or its list of the XBRL pages, is there once for a
 * filing. Without them a member that begins as a full submission does makes it an archive.
 */
#ifndef FOLIO_INPUT_PARTS_ZIP_H
#define FOLIO_INPUT_PARTS_ZIP_H

#include "base/error.h"
#include "base/slice.h"
#include "input/parts.h"

/* The parts, when it is one filing: the caller's. NULL when it is not; and with ERROR_INPUT when it
 * cannot be read, or is one by its names and more than PARTS_ limits. One that only might be, and
 * is more, is an archive of filings. A member that cannot be read is left out and noted. */
struct parts *parts_zip(struct slice bytes, struct error *e);

#endif
