/* SPDX-License-Identifier: MIT */
/* Composing the Markdown of notes. */
#include "ui/keeping/note_paper.h"

#include "base/clean.h"
#include "model/content.h"
#include "ui/keeping/citation.h"
#include "ui/keeping/quoting.h"
#include "ui/taking/gather.h"
#include "ui/tree_draw.h"

#include <string.h>

enum { QUOTED = 64 * 1024, COLUMNS = 100 };

#define FENCE "~~~~" /* longer than those that a filing could have in it by chance */

static bool begins_line(struct slice text, size_t at)
{
    size_t digits = 0;
    while (digits < text.len && byte_is_digit(text.at[digits]))
        digits++;
    return (at == 0 && strchr("#+-=~>", text.at[0])) ||
           (at == digits && digits > 0 && strchr(".)", text.at[at]));
}

/* Whether Markdown takes the sign for its own where it stands. */
static bool is_sign(struct slice text, size_t at)
{
    char c = text.at[at], next = at + 1 < text.len ? text.at[at + 1] : ' ';
    if (c == '<')
        return byte_is_letter(next) || strchr("/!?", next);
    if (c == '&')
        return byte_is_letter(next) || next == '#';
    return strchr("\\`*_[]", c) || begins_line(text, at);
}

void note_paper_plain(struct slice text, struct buffer *out)
{
    struct buffer clean = {0};
    clean_text(&clean, text);
    text = buffer_slice(&clean);
    for (size_t i = 0; i < text.len; i++) {
        if (is_sign(text, i))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, text.at[i]);
    }
    buffer_deinit(&clean);
}

/* Lines, each behind `before`. */
static void add_lines(struct slice text, const char *before, bool plain, struct buffer *out)
{
    struct slice line;
    while (slice_next_line(&text, &line)) {
        buffer_add(out, line.len > 0 ? slice_of(before) : slice_trim(slice_of(before)));
        if (plain)
            note_paper_plain(line, out);
        else
            clean_text(out, line);
        buffer_add_byte(out, '\n');
    }
}

/* Whether a paragraph goes on with the one before it, which ended with its page. */
static bool goes_on(struct slice before, struct slice text)
{
    char end = before.len > 0 ? before.at[before.len - 1] : '.';
    return text.len > 0 && byte_is_lower(text.at[0]) && (byte_is_letter(end) || end == ',');
}

/* Adds the paragraphs of the passage, an empty line between two. */
static void add_paragraphs(struct content *c, const struct kept_place *place, struct buffer *out)
{
    size_t from, to;
    for (size_t at = place->from; at < place->to && quoting_paragraph(c, at, &from, &to); at = to) {
        struct buffer words = {0};
        from = from > place->from ? from : place->from;
        if (from >= place->to)
            break;
        quoting_add(c, from, to < place->to ? to : place->to, QUOTED, &words);
        if (words.len > 0 && out->len > 0)
            buffer_add_text(out, goes_on(buffer_slice(out), buffer_slice(&words)) ? " " : "\n\n");
        buffer_add(out, buffer_slice(&words));
        buffer_deinit(&words);
        if (to <= at)
            break;
    }
}

/* Whether all of the passage is one heading, however it is set: often in the cells of a table. */
static bool is_heading(const struct filing *f, struct content *c, const struct kept_place *place)
{
    const struct node *nodes;
    size_t count = shelf_nodes(f->shelf, place->document, &nodes), from, to;
    bool begins = false;
    for (size_t i = 0; i < count && !begins; i++)
        begins = nodes[i].offset >= place->from && nodes[i].offset < place->to;
    return begins && quoting_paragraph(c, place->from, &from, &to) && to >= place->to;
}

/* The words as they stand in the filing; those that were kept where they are not found. */
static void add_quotation(const struct filing *f, const struct keepsake *k,
                          const struct kept_place *place, struct buffer *out)
{
    struct document *d = submission_document(f->submission, place->document);
    struct content *c = d && place->state == KEPT_FOUND ? content_of(f->submission, d) : NULL;
    struct buffer words = {0};
    if (c && quoting_has_columns(c, place->from, place->to) && !is_heading(f, c, place)) {
        struct gather *g =
            gather_new(c, place->from, place->to, (struct gather_set){.width = COLUMNS});
        gather_all(g, &words);
        gather_free(g);
        buffer_add_text(out, "> " FENCE "\n");
        add_lines(buffer_slice(&words), "> ", false, out);
        buffer_add_text(out, "> " FENCE "\n");
    } else {
        if (c)
            add_paragraphs(c, place, &words);
        if (words.len == 0)
            buffer_add(&words, k->text);
        add_lines(buffer_slice(&words), "> ", true, out);
    }
    buffer_deinit(&words);
}

/* The citation as it is made now, else as it was kept. */
static void add_citation(const struct filing *f, const struct keepsake *k,
                         const struct kept_place *place, struct slice format, struct buffer *out)
{
    struct citation_of of = {place->document, place->from, place->to};
    struct buffer citation = {0};
    if (place->state == KEPT_FOUND && shelf_outline(f->shelf, place->document))
        citation_add(format, f->shelf, &of, &citation);
    else
        buffer_add(&citation, k->citation);
    if (citation.len > 0) {
        buffer_add_text(out, "\n— ");
        note_paper_plain(buffer_slice(&citation), out);
        buffer_add_byte(out, '\n');
    }
    if (place->state == KEPT_GONE)
        buffer_add_text(out, "\n(these words are not in this copy of the filing)\n");
    buffer_deinit(&citation);
}

static void add_passage(const struct filing *f, const struct keepsake *k,
                        const struct kept_place *place, struct slice format, struct buffer *out)
{
    add_quotation(f, k, place, out);
    if (k->note.len > 0) {
        buffer_add_byte(out, '\n');
        add_lines(k->note, "", false, out); /* they are Markdown if the reader wants it */
    }
    add_citation(f, k, place, format, out);
    buffer_add_byte(out, '\n');
}

static void add_heading(const char *signs, struct slice text, struct buffer *out)
{
    buffer_add_text(out, signs);
    note_paper_plain(text, out);
    buffer_add_text(out, "\n\n");
}

size_t note_paper_compose(struct kept *k, const struct filing *f, struct slice format,
                          struct buffer *out)
{
    const struct keepsake *list;
    struct buffer title = {0}, section = {0}, before = {0};
    size_t count = kept_list(k, &list), passages = 0, document = (size_t)-1;
    filing_title(f, &title);
    add_heading("# ", buffer_slice(&title), out);
    for (size_t i = 0; i < count; i++) {
        if (list[i].kind != KEEPSAKE_PASSAGE)
            continue;
        struct kept_place place = kept_look(k, f, i);
        bool next = passages++ == 0 || document != list[i].document;
        document = list[i].document;
        if (next)
            add_heading("## ", tree_draw_document_name(f->shelf, document), out);
        buffer_clear(&section);
        kept_section(f, &list[i], &place, &section);
        if (section.len > 0 &&
            (next || !slice_equal(buffer_slice(&before), buffer_slice(&section))))
            add_heading("### ", buffer_slice(&section), out);
        buffer_clear(&before);
        buffer_add(&before, buffer_slice(&section));
        add_passage(f, &list[i], &place, format, out);
    }
    buffer_deinit(&title);
    buffer_deinit(&section);
    buffer_deinit(&before);
    return passages;
}
