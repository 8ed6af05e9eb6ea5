/* SPDX-License-Identifier: MIT */
/*
 * The exhibits that are documents of a file, by number.
 *
 * One directory serves all outlines of a submission: it takes in what the scan found since it was
 * last asked, so that a file of a thousand filings is gone through once. It belongs to one thread.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_DIRECTORY_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_DIRECTORY_H

#include "model/submission.h"

struct exhibit_directory;

/* Numbers are slices of the submission, which must outlive it. */
struct exhibit_directory *exhibit_directory_new(const struct submission *s);
void exhibit_directory_free(struct exhibit_directory *e);

/* The first document that is the exhibit of that number; false when none is so far. */
bool exhibit_directory_find(struct exhibit_directory *e, struct slice number, size_t *document);

/* The only exhibit of the number's class, where one of the two names no more than the class: "99"
 * and EX-99.1; of "101" the first of its files. */
bool exhibit_directory_only(struct exhibit_directory *e, struct slice number, size_t *document);

#endif
