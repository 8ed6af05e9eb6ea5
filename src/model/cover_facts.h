/* SPDX-License-Identifier: MIT */
/*
 * What the cover of an inline-XBRL document says of the filing, for a file without a header: form,
 * period, registrants.
 *
 * Source: the dei taxonomy, whose cover page facts Regulation S-T, Rule 406 asks for.
 */
#ifndef FOLIO_MODEL_COVER_FACTS_H
#define FOLIO_MODEL_COVER_FACTS_H

#include "model/identity.h"

/* Reads the facts in `text`, a document of HTML, into what `identity` leaves empty. Texts are made
 * in the arena. Looks at the first 8 MB at most; nothing happens when there are no such facts. */
void cover_facts_read(struct identity *identity, struct arena *arena, struct slice text);

#endif
