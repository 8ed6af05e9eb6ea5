/* SPDX-License-Identifier: MIT */
/*
 * Markup: the tags, texts and comments of an XML or HTML document, each with its place in the
 * input. The only home of libxml2.
 *
 * The document is fed to a SAX parser in pieces, so that reading can stop and go on; no tree is
 * made, no DTD is read, no entity is expanded but the predefined ones and those of HTML, nothing
 * is fetched. Declared encodings are not believed: bytes that are UTF-8 are read as that, others
 * as Windows-1252. Numeric references 128 to 159 are Windows-1252 too.
 *
 * MARKUP_XML is several times faster and stops at the first error of well-formedness;
 * MARKUP_HTML takes anything. Both say the same of a well-formed XHTML document.
 */
#ifndef FOLIO_FORMATS_MARKUP_H
#define FOLIO_FORMATS_MARKUP_H

#include "base/slice.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum markup_kind { MARKUP_XML, MARKUP_HTML };

enum { MARKUP_DEPTH = 512 /* deeper elements are not told apart: their tags are left out */ };

struct markup_attribute {
    struct slice name;  /* without prefix; of MARKUP_HTML in small letters */
    struct slice value; /* decoded; good during the call only */
};

struct markup_tag {
    struct slice prefix;   /* "ix"; empty: none */
    struct slice name;     /* without prefix; of MARKUP_HTML in small letters */
    size_t offset, length; /* of the tag in the input; length 0: the parser supplied it */
    uint64_t hash;         /* of a start tag's text in the input */
    struct slice first;    /* that text, or an equal one that was met before it, in the document */
    const struct markup_attribute *attributes;
    size_t count;
};

/* What is called; each may be NULL. Slices are good during the call only, but for `text`. */
struct markup_calls {
    void *self;
    void (*start)(void *self, const struct markup_tag *tag);
    /* attributes NULL, count 0. Every start has its end, in order. */
    void (*end)(void *self, const struct markup_tag *tag);
    /* Text that stands in the input as it is: it points there. Blanks and line ends are told as
     * they are; no control character is among them but tab, line feed, carriage return. */
    void (*text)(void *self, struct slice text, size_t offset);
    /* One code point that stands for `length` bytes: an entity, a byte of Windows-1252. Controls
     * are tab, line feed, carriage return, and the separators U+2028 and U+2029. */
    void (*code)(void *self, uint32_t code, size_t offset, size_t length);
    void (*comment)(void *self, struct slice text, size_t offset);
    /* Before each start: true where its attributes are not needed, and need not be told. */
    bool (*bare)(void *self, const struct markup_tag *tag);
};

struct markup;

/* `text` is the whole document, and stays while it is read; `base` is where it stands in the
 * input; offsets that are told count as `base` does. What stands before the root element
 * (declarations, a DOCTYPE, SGML wrappers) is skipped. The caller frees it. */
struct markup *markup_new(enum markup_kind kind, struct slice text, size_t base,
                          const struct markup_calls *calls);
void markup_free(struct markup *m);

enum markup_state {
    MARKUP_MORE,  /* go on */
    MARKUP_END,   /* read to the end */
    MARKUP_BROKEN /* MARKUP_XML only: not well-formed; what was told stays true */
};

/* Reads about `bytes` bytes on. */
enum markup_state markup_read(struct markup *m, size_t bytes);

/* How far it was read, an offset of the input. */
size_t markup_offset(const struct markup *m);

/* What was odd so far: ODDITY_... (oddity.h). At the end, looks at the document as a whole. */
unsigned markup_oddities(const struct markup *m);

#endif
