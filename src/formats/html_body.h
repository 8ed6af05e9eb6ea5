/* SPDX-License-Identifier: MIT */
/*
 * The body of an HTML document: what its tags mean, element by element.
 *
 * It keeps the stack of open elements, and what they hand down; text goes to html_flow.h, tables
 * to html_tables.h.
 */
#ifndef FOLIO_FORMATS_HTML_BODY_H
#define FOLIO_FORMATS_HTML_BODY_H

#include "formats/markup.h"
#include "formats/sink.h"

struct html_body;

/* Reads the document `text` at `base` of the input; says nothing of what begins before `from` at
 * the top. `quirks`: as old browsers read it, tables inherit no letters. The caller frees it. */
struct html_body *html_body_new(struct slice text, size_t base, const struct sink *sink,
                                size_t from, bool quirks);
void html_body_free(struct html_body *body);

/* What markup is to call. */
struct markup_calls html_body_calls(struct html_body *body);

/* What was odd in what markup told: ODDITY_... */
unsigned html_body_oddities(const struct html_body *body);

/* The document ended at `offset`: closes what is open. */
void html_body_finish(struct html_body *body, size_t offset);

#endif
