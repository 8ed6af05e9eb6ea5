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

/* The parts, when it is one filing: the caller's. NULL when it is not, or cannot be read: then *e
 * is filled in. A member that cannot be read is left out and noted. */
struct parts *parts_zip(struct slice bytes, struct error *e);

#endif
