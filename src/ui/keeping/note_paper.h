/* SPDX-License-Identifier: MIT */
/*
 * Notes and highlights of a filing as a paper in Markdown: a heading for the filing, one for each
 * document and section, and for each passage its words as a block quote, the note, the citation.
 *
 * What is set in columns stands between fences. Words of the filing that Markdown would take for
 * its own signs have a backslash before them.
 */
#ifndef FOLIO_UI_KEEPING_NOTE_PAPER_H
#define FOLIO_UI_KEEPING_NOTE_PAPER_H

#include "base/buffer.h"
#include "ui/filing.h"
#include "ui/keeping/kept.h"

#include <stddef.h>

/* Adds the paper; returns how many passages are on it. Places that are unsure are looked at where
 * they stood; a passage that is not found has the words that were kept. */
size_t note_paper_compose(struct kept *k, const struct filing *f, struct slice format,
                          struct buffer *out);

/* Adds text with a backslash before each sign that Markdown takes for its own. */
void note_paper_plain(struct slice text, struct buffer *out);

#endif
