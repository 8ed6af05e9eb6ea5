/* SPDX-License-Identifier: MIT */
/* Copying a text, and what the ways to take one away share. */
#include "ui/taking/taking.h"

#include "base/clean.h"
#include "ui/keeping/citation.h"
#include "ui/viewer_state.h"

void taking_clean(struct slice text, struct buffer *out)
{
    struct slice line;
    while (text.len > 0) {
        size_t end = slice_line_end(text), next = slice_line_next(text, end);
        line = slice_cut(text, 0, end);
        while (line.len > 0) {
            size_t tab = slice_find(line, SLICE("\t"));
            clean_text(out, slice_cut(line, 0, tab));
            if (tab < line.len)
                buffer_add_byte(out, '\t');
            line = slice_cut(line, tab + 1, line.len);
        }
        if (end < text.len)
            buffer_add_byte(out, '\n');
        text = slice_cut(text, next, text.len);
    }
}

void taking_count(struct slice text, struct buffer *out)
{
    size_t lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.at[i] == '\n';
    lines += text.len > 0 && text.at[text.len - 1] != '\n';
    buffer_addf(out, "%zu line%s (%zu byte%s)", lines, lines == 1 ? "" : "s", text.len,
                text.len == 1 ? "" : "s");
}

/* Leaves the text that stands in v->wish_text to the caller, and says that it is copied. */
static void wish_copy(struct viewer *v, const char *what)
{
    struct buffer count = {0};
    taking_count(buffer_slice(&v->wish_text), &count);
    v->wish = VIEWER_COPY;
    if (what)
        viewer_say(v, ROLE_MESSAGE, "copied %s: %s", what, buffer_text(&count));
    else
        viewer_say(v, ROLE_MESSAGE, "copied %s", buffer_text(&count));
    buffer_deinit(&count);
}

/* Puts the text, cleaned, where a wish has its text; false, and said, when there is none. */
static bool put_text(struct viewer *v, struct slice text)
{
    buffer_clear(&v->wish_text);
    if (slice_trim(text).len == 0) {
        viewer_say(v, ROLE_MESSAGE, "nothing to copy");
        return false;
    }
    taking_clean(text, &v->wish_text);
    return true;
}

void taking_copy(struct viewer *v, struct slice text, const char *what)
{
    if (put_text(v, text))
        wish_copy(v, what);
}

void taking_cite(struct viewer *v, size_t document, size_t from, size_t to, struct buffer *out)
{
    struct citation_of of = {document, from, to};
    citation_add(settings_text(&v->settings, OPTION_CITATION), v->at->filing->shelf, &of, out);
}

void taking_copy_with(struct viewer *v, struct slice text, const char *what, struct slice citation)
{
    struct buffer named = {0};
    if (!put_text(v, text))
        return;
    while (v->wish_text.len > 0 && v->wish_text.at[v->wish_text.len - 1] == '\n')
        v->wish_text.at[--v->wish_text.len] = '\0';
    buffer_add_text(&v->wish_text, "\n\n");
    buffer_add(&v->wish_text, citation);
    buffer_add_text(&named, what ? what : "the selection");
    buffer_add_text(&named, citation.len > 0 ? " and its citation" : ", which has no citation");
    wish_copy(v, buffer_text(&named));
    buffer_deinit(&named);
}

void taking_copy_cited_in(struct viewer *v, struct slice text, const char *what, size_t document,
                          size_t from, size_t to)
{
    struct buffer citation = {0};
    taking_cite(v, document, from, to, &citation);
    taking_copy_with(v, text, what, buffer_slice(&citation));
    buffer_deinit(&citation);
}

void taking_copy_cited(struct viewer *v, struct slice text, const char *what, size_t from,
                       size_t to)
{
    taking_copy_cited_in(v, text, what, text_pane_place(v->at->text).document, from, to);
}

/* What the option says. A command is none of those that --restrict allows. */
static struct slice way_of(const struct viewer *v, bool *by_terminal)
{
    struct slice way = settings_text(&v->settings, OPTION_CLIPBOARD);
    bool none = slice_equal(way, SLICE("none"));
    *by_terminal = slice_equal(way, SLICE("auto")) || slice_equal(way, SLICE("osc52")) ||
                   (v->restricted && !none);
    if (*by_terminal && !slice_equal(way, SLICE("osc52")))
        way = SLICE("auto");
    return way;
}

void taking_clipboard(const struct viewer *v, struct buffer *way, size_t *limit)
{
    bool by_terminal;
    buffer_add(way, way_of(v, &by_terminal));
    *limit = (size_t)settings_get(&v->settings, OPTION_CLIPBOARD_LIMIT);
}

bool taking_fits(const struct viewer *v, size_t bytes)
{
    bool by_terminal;
    size_t limit = (size_t)settings_get(&v->settings, OPTION_CLIPBOARD_LIMIT);
    (void)way_of(v, &by_terminal);
    return !by_terminal || bytes / 3 <= limit / 4;
}

bool taking_restricted(struct viewer *v, const char *what)
{
    if (v->restricted)
        viewer_say(v, ROLE_MESSAGE, "%s is off: folio was started with --restrict", what);
    return v->restricted;
}
