/* SPDX-License-Identifier: MIT */
/* Lines of a filing as text. */
#include "lib/text_out.h"

#include "base/utf8.h"
#include "base/width.h"
#include "lib/marks.h"

/* The SGR codes of a style, or "". */
static const char *sgr(unsigned style)
{
    static const char *const codes[] = {"",        "\033[1m",   "\033[3m",   "\033[1;3m",
                                        "\033[4m", "\033[1;4m", "\033[3;4m", "\033[1;3;4m"};
    return codes[style & (STYLE_BOLD | STYLE_ITALIC | STYLE_UNDERLINE)];
}

/* Where blanks can be put in so that what is behind moves to the right: a run of blanks in front,
 * else two in a row; text.len when there is no such place. */
static size_t gap_in(struct slice text)
{
    return text.len > 0 && *text.at == ' ' ? 0 : slice_find(text, SLICE("  "));
}

/* Adds text in a style, with `owed` blanks in its first gap. */
static void add_shown(struct slice text, const char *code, size_t *owed, struct buffer *out)
{
    size_t gap = *owed > 0 ? gap_in(text) : text.len;
    buffer_add_text(out, code);
    buffer_add(out, slice_cut(text, 0, gap));
    if (gap < text.len) {
        buffer_add_fill(out, ' ', *owed);
        *owed = 0;
    }
    buffer_add(out, slice_cut(text, gap, text.len));
    buffer_add_text(out, *code ? "\033[0m" : "");
}

/* Adds what is shown of the line's text; false when all of it is left out. In a row of a table,
 * what is left out of a cell is made up for by blanks behind it. */
static bool add_text(const struct text_out_options *o, const struct line *line, struct buffer *out)
{
    const struct block *b = line->block;
    if (b->run_count == 0) {
        buffer_add(out, line->text);
        return true;
    }
    size_t from = (size_t)(line->text.at - b->text.at), end = from + line->text.len, owed = 0;
    bool left_out = false, styled = o->color && !(b->flags & SINK_FURNITURE);
    size_t begin = out->len;
    for (size_t at = from, until; at < end; at = until) {
        unsigned style = block_style(b, at, &until);
        until = until < end ? until : end;
        struct slice text = slice_cut(b->text, at, until);
        if (o->marks || !(style & STYLE_ADDED)) {
            add_shown(text, styled ? sgr(style) : "", &owed, out);
            continue;
        }
        left_out = true;
        owed += o->width > 0 && b->row ? width_of_text(text) : 0;
    }
    bool any = !left_out;
    for (size_t i = begin; i < out->len && !any; i++)
        any = !byte_is_blank(out->at[i]);
    while (left_out && out->len > begin && out->at[out->len - 1] == ' ')
        out->len--;
    return any;
}

/* A rule that the filing has, with ASCII signs. */
static void add_ascii_rule(struct slice text, struct buffer *out)
{
    while (text.len > 0) {
        uint32_t code = utf8_next(&text);
        buffer_add_byte(out, code == ' ' ? ' ' : code == 0x2550 ? '=' : '-');
    }
}

/* Whether folio made the line: a note of its own, a rule. */
static bool is_added(const struct line *line)
{
    return line->block->flags & (SINK_MADE | SINK_RULE);
}

void text_out_line(const struct text_out_options *o, const struct walk_line *w,
                   struct content *content, struct buffer *out)
{
    const struct line *line = w->line;
    if (!o->marks &&
        (!line || line->kind == LINE_RULE || (line->kind == LINE_TEXT && is_added(line))))
        return;
    if (!line) {
        marks_document(out, w->document, o->width, o->ascii);
    } else if (line->kind == LINE_RULE) {
        marks_page(out, content, line->page, o->width, o->ascii);
    } else if (line->kind == LINE_TEXT) {
        bool dim = o->color && line->block->flags & SINK_FURNITURE;
        size_t begin = out->len;
        if (dim)
            buffer_add_text(out, "\033[2m");
        buffer_add_fill(out, ' ', line->indent);
        if (o->ascii && line->block->flags & SINK_RULE) {
            add_ascii_rule(line->text, out);
        } else if (!add_text(o, line, out)) {
            out->len = begin;
            return;
        }
        if (dim)
            buffer_add_text(out, "\033[0m");
    }
    buffer_add_byte(out, '\n');
}

bool text_out_part(struct submission *s, const struct text_out_options *o, struct document *d,
                   size_t from, size_t to, text_out_take *take, void *self)
{
    struct content *content = content_of(s, d);
    struct flow *flow = flow_new(content, (struct flow_options){.width = o->width, .wrap = true});
    struct buffer out = {0};
    struct spot spot;
    size_t blanks = 0; /* empty lines that are given once a line of the part follows */
    bool go_on = true;
    for (bool more = flow_find(flow, from, &spot); more && go_on; more = flow_next(flow, &spot)) {
        struct walk_line line = {.document = d, .line = flow_line(flow, spot)};
        if (line.line->kind == LINE_TEXT && line_letter(line.line) >= to)
            break;
        if (line.line->kind == LINE_BLANK) {
            blanks++;
            continue;
        }
        buffer_add_fill(&out, '\n', blanks);
        blanks = 0;
        text_out_line(o, &line, content, &out);
        go_on = take(self, &out, false);
    }
    go_on = go_on && take(self, &out, true);
    buffer_deinit(&out);
    flow_free(flow);
    return go_on;
}
