/* SPDX-License-Identifier: MIT */
/*
 * libfolio: filings of the SEC's EDGAR as their parts: documents, outline, text, tables,
 * references.
 *
 * Texts are UTF-8 without control characters and end with NUL; one that is not known is "", never
 * NULL. They, and what is got from a filing, are the filing's and good until it is closed; what a
 * function says the caller frees is a copy, good after that, too. Offsets and lengths are bytes of
 * the filing (the unpacked one), widths are columns, and what counts begins at 0 unless said.
 *
 * NULL, and an index that there is not, may be passed anywhere: the answer is then NULL, "" or 0.
 * The library is used by one thread at a time. A bad filing is no error: what was tolerated is in
 * its warnings. Names and types are what a stranger wrote: none is fit to be a path. Three things
 * belong to the process: SIGBUS gets a handler that serves files cut while they are mapped; libxml2
 * gets its memory from the library (xmlMemSetup) from the first document with markup on; and where
 * no memory is left the process ends with status 2.
 */
#ifndef FOLIO_H
#define FOLIO_H

#include <stddef.h>

#if defined(__GNUC__)
#define FOLIO_API __attribute__((visibility("default")))
#else
#define FOLIO_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define FOLIO_NOWHERE ((size_t)-1) /* an offset or index that there is not */
#define FOLIO_WHOLE ((size_t)-2)   /* in place of a node: all of the document */
#define FOLIO_CUT (-0x7fff)        /* what is read stops before its end */
#define FOLIO_COSTLY (-0x7ffe)     /* a pattern takes too long */
#define FOLIO_ERROR 400            /* bytes that an error takes, with its NUL */

struct folio;            /* a filing that is open */
struct folio_document;   /* one of its documents */
struct folio_node;       /* a part of a document: an Item, a note, a row of the exhibit index */
struct folio_pattern;    /* what is searched for */
struct folio_hit;        /* where it was found */
struct folio_table;      /* one of the tables of a document */
struct folio_references; /* references, apart from their filing */

/* Takes a piece of `length` bytes; good during the call only. What is not 0 ends the reading. It
 * must not close the filing. */
typedef int folio_piece(void *self, const char *text, size_t length);

/* The version of the library: "0.1.0". It is never freed. */
FOLIO_API const char *folio_version(void);

/* Opens the filing of a path: a file, also a compressed one, a folder that holds one filing, or
 * "ARCHIVE//MEMBER"; "-" is standard input. NULL when it cannot be read or is none; then `error`,
 * which may be NULL or has FOLIO_ERROR bytes, says why in a line. The caller closes it. */
FOLIO_API struct folio *folio_open(const char *path, char *error);

/* The same from `length` bytes of memory, not compressed, which the caller keeps as they are until
 * the filing is closed. `name` is what the filing is called. */
FOLIO_API struct folio *folio_open_memory(const char *name, const void *bytes, size_t length,
                                          char *error);

/* Closes it, and frees all that is its own. */
FOLIO_API void folio_close(struct folio *f);

/* What it is called, and its bytes. */
FOLIO_API const char *folio_name(struct folio *f);
FOLIO_API size_t folio_size(const struct folio *f);

/* 1 when the file was cut short while it was read: what was said of its end is not so. 1 when files
 * of its folder could not be read: which, is in the warnings. Else 0. */
FOLIO_API int folio_is_cut(const struct folio *f);
FOLIO_API int folio_lacks(const struct folio *f);

/* The header. The form as "10-K"; the accession number; the days filed and reported on, YYYY-MM-DD.
 */
FOLIO_API const char *folio_form(struct folio *f);
FOLIO_API const char *folio_accession(struct folio *f);
FOLIO_API const char *folio_filed(struct folio *f);
FOLIO_API const char *folio_period(struct folio *f);

/* The filers: how many; the name and the CIK, as printed, of each. */
FOLIO_API size_t folio_filers(struct folio *f);
FOLIO_API const char *folio_filer_name(struct folio *f, size_t filer);
FOLIO_API const char *folio_filer_cik(struct folio *f, size_t filer);

/* The numbers of the Items that the header declares: how many, and one. */
FOLIO_API size_t folio_declared(struct folio *f);
FOLIO_API const char *folio_declared_item(struct folio *f, size_t item);

/* Where it and the text of the first document, which is read for this, do not agree, a line each:
 * an Item declared but not there, and the other way round. How many, and one. */
FOLIO_API size_t folio_mismatches(struct folio *f);
FOLIO_API const char *folio_mismatch(struct folio *f, size_t mismatch);

/* What was tolerated so far, a line each: how many, and one. More may come as more is read.
 * folio_warn adds one of the caller's own, unless it is there. */
FOLIO_API size_t folio_warnings(struct folio *f);
FOLIO_API const char *folio_warning(struct folio *f, size_t warning);
FOLIO_API void folio_warn(struct folio *f, const char *warning);

/* The documents, in the order of the filing: how many, and one. The filing is looked through to its
 * end. */
FOLIO_API size_t folio_documents(struct folio *f);
FOLIO_API struct folio_document *folio_document(struct folio *f, size_t document);

/* The document behind `d`, the first for NULL, without a look at those behind it; NULL: there are
 * no more. And the first of that type ("EX-99.1", in either case) or number. */
FOLIO_API struct folio_document *folio_next(struct folio *f, const struct folio_document *d);
FOLIO_API struct folio_document *folio_document_find(struct folio *f, const char *id);

/* Finds what an address of folio(1) names: "7A", "EX-99.1", "10-K/7A". 1: `*document` and `*node`
 * are set, the latter FOLIO_WHOLE for a whole document. 0: nothing in the filing has it. */
FOLIO_API int folio_find(struct folio *f, const char *address, struct folio_document **document,
                         size_t *node);

/* Forgets what was read of a document: its nodes and their texts are gone, and made again when they
 * are asked for. For who goes through many. */
FOLIO_API void folio_document_close(struct folio_document *d);

/* Of a document: its number in the filing, from 1 where the filing says none; its type ("EX-99.1"),
 * file name and description; "text", "html", "xml" or "binary"; where it is. 1 when it is none, but
 * the header of a filing that holds no document. */
FOLIO_API long folio_document_sequence(const struct folio_document *d);
FOLIO_API const char *folio_document_type(const struct folio_document *d);
FOLIO_API const char *folio_document_filename(const struct folio_document *d);
FOLIO_API const char *folio_document_description(const struct folio_document *d);
FOLIO_API const char *folio_document_kind(const struct folio_document *d);
FOLIO_API size_t folio_document_offset(const struct folio_document *d);
FOLIO_API size_t folio_document_length(const struct folio_document *d);
FOLIO_API int folio_document_is_header(const struct folio_document *d);

/* Its type, or, where that is not said, the form on its cover, for which it is read. */
FOLIO_API const char *folio_document_form(struct folio_document *d);

/* What it is, when it is not for reading and others of the filing are: "JPEG image, 12 KB". */
FOLIO_API const char *folio_document_other(struct folio_document *d);

/* Its pages: 0 when it has none. All of it is read. */
FOLIO_API size_t folio_pages(struct folio_document *d);

/* Its bytes as they were before they were filed: decoded, without what the armour of a signed
 * message put in. What `piece` returned, 0, or FOLIO_CUT when the encoding stops before its end.
 * And the name that the encoding has of it. */
FOLIO_API int folio_document_read(struct folio_document *d, folio_piece *piece, void *self);
FOLIO_API const char *folio_document_inner_name(struct folio_document *d);

/* The outline: the nodes of the document in reading order, how many, and one. The whole document is
 * read for the first. */
FOLIO_API size_t folio_nodes(struct folio_document *d);
FOLIO_API const struct folio_node *folio_node(struct folio_document *d, size_t node);

/* What `folio outline --explain` says of the document: the lines that were looked at for its
 * outline, and what spoke for and against each. What `piece` returned, or 0. */
FOLIO_API int folio_explain(struct folio_document *d, folio_piece *piece, void *self);

/* The Items that its form asks for and that it does not have: how many; of one, the id that its
 * node would have; why ("not found", "left out"). */
FOLIO_API size_t folio_missing(struct folio_document *d);
FOLIO_API const char *folio_missing_id(struct folio_document *d, size_t missing);
FOLIO_API const char *folio_missing_why(struct folio_document *d, size_t missing);

/* The node with that id, in either case, or FOLIO_NOWHERE. */
FOLIO_API size_t folio_node_find(struct folio_document *d, const char *id);

/* All kinds of nodes: how many, and the name of one. */
FOLIO_API size_t folio_node_kinds(void);
FOLIO_API const char *folio_node_kind_name(size_t kind);

/* Of a node, as told of in folio-json(5): its id, which no other of the document has; its kind
 * ("item"); its part ("II"); the numbers of its Items, most often one or none; what stands in front
 * of its title ("Item 7A"); its title; its level, from 1; where it is; how sure it is, 0 to 1, and
 * 1 when that is not doubtful; of an Item or a row of the exhibit index, its status.
 */
FOLIO_API const char *folio_node_id(const struct folio_node *n);
FOLIO_API const char *folio_node_kind(const struct folio_node *n);
FOLIO_API const char *folio_node_part(const struct folio_node *n);
FOLIO_API size_t folio_node_items(const struct folio_node *n);
FOLIO_API const char *folio_node_item(const struct folio_node *n, size_t item);
FOLIO_API const char *folio_node_label(const struct folio_node *n);
FOLIO_API const char *folio_node_title(const struct folio_node *n);
FOLIO_API int folio_node_level(const struct folio_node *n);
FOLIO_API size_t folio_node_offset(const struct folio_node *n);
FOLIO_API size_t folio_node_length(const struct folio_node *n);
FOLIO_API double folio_node_confidence(const struct folio_node *n);
FOLIO_API int folio_node_sure(const struct folio_node *n);
FOLIO_API const char *folio_node_status(const struct folio_node *n);

/* How it was found ("heading"); the words for what spoke for it, and against it: how many, and one.
 */
FOLIO_API const char *folio_node_found_by(const struct folio_node *n);
FOLIO_API size_t folio_node_reasons(const struct folio_node *n);
FOLIO_API const char *folio_node_reason(const struct folio_node *n, size_t reason);
FOLIO_API size_t folio_node_doubts(const struct folio_node *n);
FOLIO_API const char *folio_node_doubt(const struct folio_node *n, size_t doubt);

/* The page it begins on, from 1, or 0 in a document without pages; and what that page has printed
 * on it ("F-3"). */
FOLIO_API size_t folio_node_page(const struct folio_node *n);
FOLIO_API const char *folio_node_page_label(const struct folio_node *n);

/* The line that it begins on, from 1, where `folio text` prints all of the filing 100 columns wide.
 * Documents are best asked in their order: the lines in front of them are gone through. */
FOLIO_API size_t folio_node_line(const struct folio_node *n);

/* The pages that an Item of a cross-reference index refers to: how many ranges; the first and the
 * last page of one, as printed; the page from 1, or 0, and the offset, or FOLIO_NOWHERE, where the
 * first begins; and all in words ("pp. 4-22, 30"). */
FOLIO_API size_t folio_node_ranges(const struct folio_node *n);
FOLIO_API const char *folio_node_range_from(const struct folio_node *n, size_t range);
FOLIO_API const char *folio_node_range_to(const struct folio_node *n, size_t range);
FOLIO_API size_t folio_node_range_page(const struct folio_node *n, size_t range);
FOLIO_API size_t folio_node_range_offset(const struct folio_node *n, size_t range);
FOLIO_API const char *folio_node_range_words(const struct folio_node *n);

/* Of a row of the exhibit index: the type of the document that is the exhibit ("EX-99.1"), when it
 * is in the filing. And where it was filed, when that is elsewhere: 1 when that is said; the form,
 * the day or year, the number of the exhibit there, the file number of the Commission, the link;
 * and in few words ("10-K 2001, Ex. 10.3"). */
FOLIO_API const char *folio_node_target(const struct folio_node *n);
FOLIO_API int folio_node_has_source(const struct folio_node *n);
FOLIO_API const char *folio_node_source_form(const struct folio_node *n);
FOLIO_API const char *folio_node_source_date(const struct folio_node *n);
FOLIO_API const char *folio_node_source_exhibit(const struct folio_node *n);
FOLIO_API const char *folio_node_source_file(const struct folio_node *n);
FOLIO_API const char *folio_node_source_url(const struct folio_node *n);
FOLIO_API const char *folio_node_source_words(const struct folio_node *n);

/* Text as `folio text` prints it in `width` columns (0: never wrapped; 100,000 at most), in pieces
 * of whole lines: of all the filing, without a look at what is behind a line; or of a node (or
 * FOLIO_WHOLE). Flags ask for what folio adds (a rule above a document and where a page ends), for
 * rules in ASCII, for styles as a terminal's sequences. What `piece` returned, or 0. */
#define FOLIO_MARKS 1U
#define FOLIO_ASCII 2U
#define FOLIO_COLOR 4U
FOLIO_API int folio_write(struct folio *f, size_t width, unsigned flags, folio_piece *piece,
                          void *self);
FOLIO_API int folio_write_node(struct folio_document *d, size_t node, size_t width, unsigned flags,
                               folio_piece *piece, void *self);

/* Takes a line of `length` bytes, without its end but with a NUL behind it; good during the call
 * only. What is not 0 ends the reading. It must not close the filing. */
typedef int folio_line(void *self, const char *text, size_t length);

/* The same of a node, without flags, line by line. What `line` returned, or 0. */
FOLIO_API int folio_lines(struct folio_document *d, size_t node, size_t width, folio_line *line,
                          void *self);

/* And as one text, each line with "\n" behind it. *length, unless NULL, is its bytes. The
 * caller frees it with folio_free. NULL: there is no such node. */
FOLIO_API char *folio_text(struct folio_document *d, size_t node, size_t width, size_t *length);
FOLIO_API void folio_free(char *text);

/* A pattern to search for: a regular expression, or, as the flags say, plain text, a number however
 * it is printed; in any case. NULL when it is none; then `error` (FOLIO_ERROR bytes, or NULL) says
 * why. The caller frees it. */
#define FOLIO_FIXED 1U
#define FOLIO_NUMBER 2U
#define FOLIO_IGNORE_CASE 4U
FOLIO_API struct folio_pattern *folio_pattern_new(const char *text, unsigned flags, char *error);
FOLIO_API void folio_pattern_free(struct folio_pattern *p);

/* Takes a hit, good during the call only. What is not 0 ends the search. It must not close the
 * filing. */
typedef int folio_hit_fn(void *self, struct folio_hit *h);

/* Searches all of the filing (`d` is NULL) or a node (or FOLIO_WHOLE), then gives the hits in the
 * order of the text; with NULL for `hit` they are only counted. *count, unless NULL, is how many
 * there are. What `hit` returned; 0; or FOLIO_COSTLY when the pattern takes too long on parts of
 * the text, which were not searched. */
FOLIO_API int folio_search(struct folio *f, const struct folio_pattern *p, struct folio_document *d,
                           size_t node, folio_hit_fn *hit, void *self, size_t *count);

/* Of a hit: where it is; its document; the Item or other node that holds it, "" for none; the
 * address of that ("10-K/7A"); its page, from 1, or 0, and what is printed on that; the number of
 * its line, as folio_node_line has them. */
FOLIO_API size_t folio_hit_offset(struct folio_hit *h);
FOLIO_API size_t folio_hit_length(struct folio_hit *h);
FOLIO_API struct folio_document *folio_hit_document(struct folio_hit *h);
FOLIO_API const char *folio_hit_node(struct folio_hit *h);
FOLIO_API const char *folio_hit_address(struct folio_hit *h);
FOLIO_API size_t folio_hit_page(struct folio_hit *h);
FOLIO_API const char *folio_hit_page_label(struct folio_hit *h);
FOLIO_API size_t folio_hit_line(struct folio_hit *h);

/* Whether it is the first on its line. The text of that line; and what of it is around the hit, of
 * at most so many bytes. The parts of the line that this hit and others cover: how many, and the
 * bytes of the text of one. */
FOLIO_API int folio_hit_is_first(struct folio_hit *h);
FOLIO_API const char *folio_hit_text(struct folio_hit *h);
FOLIO_API const char *folio_hit_around(struct folio_hit *h, size_t most); /* until the next call */
FOLIO_API size_t folio_hit_marks(struct folio_hit *h);
FOLIO_API size_t folio_hit_mark(struct folio_hit *h, size_t mark, size_t *to);

/* Takes a table, good during the call only. What is not 0 ends the reading. It must not close the
 * filing or the document. */
typedef int folio_table_fn(void *self, struct folio_table *t);

/* Gives the tables of data that begin in a node (or FOLIO_WHOLE). What `table` returned, or 0. */
FOLIO_API int folio_tables(struct folio_document *d, size_t node, folio_table_fn *table,
                           void *self);

/* Of a table: its caption; where it is; its page, from 1, or 0; the Item or other node that holds
 * it, "" for none, and the address of that. */
FOLIO_API const char *folio_table_caption(const struct folio_table *t);
FOLIO_API size_t folio_table_offset(const struct folio_table *t);
FOLIO_API size_t folio_table_length(const struct folio_table *t);
FOLIO_API size_t folio_table_page(const struct folio_table *t);
FOLIO_API const char *folio_table_node(struct folio_table *t);
FOLIO_API const char *folio_table_address(struct folio_table *t);

/* Its columns, and whether one holds numbers; its rows, the first of which are its head. */
FOLIO_API size_t folio_table_columns(const struct folio_table *t);
FOLIO_API int folio_table_numeric(const struct folio_table *t, size_t column);
FOLIO_API size_t folio_table_rows(const struct folio_table *t);
FOLIO_API size_t folio_table_heads(const struct folio_table *t);

/* The text of a cell, and where it stands; FOLIO_NOWHERE where nothing does. */
FOLIO_API const char *folio_cell(struct folio_table *t, size_t row, size_t column);
FOLIO_API size_t folio_cell_offset(struct folio_table *t, size_t row, size_t column);

/* All of it as "csv", "tsv", "md" or "json", as folio(1) has them, in pieces. What `piece`
 * returned, or 0. There is no format of which folio_table_format is 0. */
FOLIO_API int folio_table_write(struct folio_table *t, const char *format, folio_piece *piece,
                                void *self);
FOLIO_API int folio_table_format(const char *format);

/* The references of a document ("see Item 7A", links). The caller frees them; they outlive the
 * filing. */
FOLIO_API struct folio_references *folio_references(struct folio_document *d);
FOLIO_API void folio_references_free(struct folio_references *r);
FOLIO_API size_t folio_references_count(const struct folio_references *r);

/* Of a reference: its words, and where they are; its kind ("item", "page", "link"); what it leads
 * to ("10-K/7A"), or the reason why that is nowhere. */
FOLIO_API const char *folio_reference_text(const struct folio_references *r, size_t reference);
FOLIO_API size_t folio_reference_offset(const struct folio_references *r, size_t reference);
FOLIO_API size_t folio_reference_length(const struct folio_references *r, size_t reference);
FOLIO_API const char *folio_reference_kind(const struct folio_references *r, size_t reference);
FOLIO_API const char *folio_reference_target(const struct folio_references *r, size_t reference);
FOLIO_API const char *folio_reference_reason(const struct folio_references *r, size_t reference);

#ifdef __cplusplus
}
#endif

#endif
