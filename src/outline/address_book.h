/* SPDX-License-Identifier: MIT */
/*
 * The first document of each type, and of each sequence number, of a file.
 *
 * It takes in what the scan found since it was last asked, so that a file of half a million
 * documents is gone through once, whatever refers to them.
 */
#ifndef FOLIO_OUTLINE_ADDRESS_BOOK_H
#define FOLIO_OUTLINE_ADDRESS_BOOK_H

#include "model/submission.h"

struct address_book;

/* The submission must outlive it. */
struct address_book *address_book_new(struct submission *s);
void address_book_free(struct address_book *b);

/* The index of the first document with that type, in any case, or sequence number, of those that
 * are scanned; (size_t)-1 when there is none. */
size_t address_book_find(struct address_book *b, struct slice id);

#endif
