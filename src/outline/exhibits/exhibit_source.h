/* SPDX-License-Identifier: MIT */
/*
 * What the words of an exhibit index say of where an exhibit is: in this filing, or filed before
 * with another one: "Incorporated by reference to Exhibit 10.3 to the Annual Report on Form 10-K
 * for the year ended December 31, 2001 (File No. 0-12345)".
 *
 * Blanks in the texts are folded; nothing is kept between calls.
 */
#ifndef FOLIO_OUTLINE_EXHIBITS_EXHIBIT_SOURCE_H
#define FOLIO_OUTLINE_EXHIBITS_EXHIBIT_SOURCE_H

#include "base/arena.h"
#include "base/slice.h"
#include "outline/outline.h"

enum exhibit_told {
    TOLD_NOTHING,
    TOLD_HERE,     /* "Filed herewith" */
    TOLD_ELSEWHERE /* "Incorporated by reference", "Previously filed" */
};

/* What the text says. */
enum exhibit_told exhibit_source_told(struct slice text);

/* True when the text says that all exhibits without a mark of their own were filed before. */
bool exhibit_source_others(struct slice text);

/* The number of the exhibit of the same index that holds this one: "Included in Exhibit 5.1",
 * "See Exhibit 3.1"; empty when none is named, or one of another filing. Of several ("See Exhibits
 * 3(a) through 3(p)") it is the first; *last is the last, or the same. */
struct slice exhibit_source_same(struct slice text, struct slice *last);

/* True when it says that the exhibit had the same number there. */
bool exhibit_source_corresponds(struct slice text);

/* Sets what one clause of the text says of form ("proxy statement" for one without), date (or only
 * the year), exhibit and file number where the source has nothing yet; texts are copied into the
 * arena. */
void exhibit_source_read(struct slice text, struct arena *arena, struct node_source *source);

/* The parts alone, for cells of their own: empty when the text has none. */
struct slice exhibit_source_form(struct slice text);
struct slice exhibit_source_file(struct slice text);
/* The number behind "Exhibit" that a letter or digit follows; else an annex. */
struct slice exhibit_source_there(struct slice text);

/* True when it has something besides the address. */
bool exhibit_source_known(const struct node_source *source);

#endif
