/* SPDX-License-Identifier: MIT */
#include "formats/html_flow.h"

#include "base/utf8.h"
#include "base/width.h"
#include "formats/html_font.h"
#include "formats/html_put.h"
#include "formats/html_sign.h"

#include <string.h>

enum {
    TAB = 8,
    WORD = sizeof(uint64_t),
    INDENT_MOST = 24, /* columns of an indent by margins, */
    BLANKS_MOST = 40, /* and by no-break spaces */
    BLANKS_KEPT = 3,  /* fewer than that between words are one blank */
    BLANKS_LINE = 4,  /* underlined ones are a line to be filled in */
    BLANKS_SAID = 200,
    TALL = 40,       /* tenths of a point: lower letters make no line */
    ROOM_LEAST = 20, /* tenths of a point */
    LINES = STYLE_UNDERLINE | STYLE_STRIKE | STYLE_SUPER | STYLE_SUB /* seen on blanks */
};

void html_flow_init(struct html_flow *f, struct html_out *out, struct html_tables *tables,
                    struct slice input, size_t base)
{
    *f = (struct html_flow){.out = out, .tables = tables, .input = input, .base = base};
    buffer_init(&f->marker);
    buffer_init(&f->href);
}

void html_flow_deinit(struct html_flow *f)
{
    buffer_deinit(&f->marker);
    buffer_deinit(&f->href);
}

static bool is_line(const struct html_flow *f)
{
    return f->hard && f->blanks >= BLANKS_LINE && f->blank_style.style & STYLE_UNDERLINE && !f->pre;
}

static void clear_blanks(struct html_flow *f)
{
    f->blanks = 0;
    f->hard = f->soft = f->plain = false;
}

/* Says the blanks before a character of `style`. */
static void put_blanks(struct html_flow *f, unsigned style)
{
    bool line = is_line(f);
    unsigned own = f->blank_style.style & LINES;
    size_t count = f->pre || line || (f->hard && f->blanks >= BLANKS_KEPT) ? f->blanks : 1;
    size_t length = f->blank_end - f->blank_offset;
    if (f->blank_link == f->link)
        html_put_link(f);
    if (own != (f->style & LINES))
        html_put_style(f, own == (style & LINES) ? style : f->blank_style.style);
    if (f->plain && (count == 1 || length == count)) {
        size_t at = f->blank_offset - f->base;
        html_put_text(f, slice_cut(f->input, at, at + count), f->blank_offset);
    } else {
        html_put_code(f, line ? '_' : ' ', count < BLANKS_SAID ? count : BLANKS_SAID,
                      f->blank_offset, length);
    }
    f->column += count;
    clear_blanks(f);
}

static struct sink_shape shape_of(const struct html_flow *f, const struct html_style *s)
{
    struct sink_shape shape = {.align = s->align, .heading = s->heading};
    int size = (s->size + 5) / 10;
    shape.size = (uint8_t)(size > UINT8_MAX ? UINT8_MAX : size);
    shape.preformatted = f->pre;
    if (f->pre || s->align != ALIGN_LEFT)
        return shape;
    int left = html_style_columns(s->left);
    int first = f->fresh ? html_style_columns(s->left + s->indent) : left;
    left = left < 0 ? 0 : left > INDENT_MOST ? INDENT_MOST : left;
    first = first < 0 ? 0 : first > INDENT_MOST ? INDENT_MOST : first;
    if (f->marker.len) {
        int width = (int)width_of_text(buffer_slice(&f->marker));
        left = left < width ? width : left;
        first = left - width;
    } else if (f->hard && !is_line(f)) {
        first += f->blanks < BLANKS_MOST ? (int)f->blanks : BLANKS_MOST;
    }
    shape.indent = (uint8_t)left;
    shape.first = (int8_t)(first - left);
    return shape;
}

static void open_block(struct html_flow *f, const struct html_style *s, size_t offset)
{
    bool blanks = f->blanks && (f->pre || is_line(f));
    size_t begin = blanks ? f->blank_offset : offset;
    unsigned flags = html_tables_open(f->tables, begin) | (f->pre ? SINK_COLUMNS : 0);
    struct sink_shape shape = shape_of(f, s);
    html_out_begin(f->out, flags, &shape, begin);
    f->open = true;
    f->style = f->said_link = 0;
    f->column = 0;
    if (f->marker.len) {
        struct slice marker = buffer_slice(&f->marker);
        while (marker.len)
            html_put_code(f, utf8_next(&marker), 1, begin, 0);
        buffer_clear(&f->marker);
    }
    if (blanks)
        put_blanks(f, s->style);
    clear_blanks(f);
}

/* Opens what must be open before a character that is seen. */
static void open_text(struct html_flow *f, const struct html_style *s, size_t offset)
{
    if (!f->open)
        open_block(f, s, offset);
    else if (f->blanks)
        put_blanks(f, s->style);
    if (f->out->anchors.count) {
        html_put_all(f);
        html_out_anchors(f->out, SIZE_MAX);
    }
    bool raised = s->style & STYLE_SUPER && !(f->style & STYLE_SUPER);
    html_put_link(f);
    if (raised && html_sign_is_mark(slice_cut(f->input, offset - f->base, f->input.len))) {
        html_put_style(f, s->style | STYLE_ADDED);
        html_put_code(f, '^', 1, offset, 0);
    }
    html_put_style(f, s->style);
}

static void end_block(struct html_flow *f)
{
    if (is_line(f) && !f->open)
        open_block(f, &f->blank_style, f->blank_offset);
    else if (is_line(f))
        put_blanks(f, f->style);
    if (f->open) {
        html_put_all(f);
        html_out_end(f->out);
    } else if (f->line || f->pre) {
        html_out_line(f->out, f->pre);
    }
    f->open = f->line = f->fresh = false;
    f->column = 0;
    clear_blanks(f);
}

void html_flow_newline(struct html_flow *f)
{
    f->line = true;
    end_block(f);
}

void html_flow_break(struct html_flow *f)
{
    if (f->beside && f->open) {
        f->beside = false;
        return;
    }
    html_flow_end(f);
}

void html_flow_end(struct html_flow *f)
{
    f->beside = false;
    if (f->pre && !f->blanks && !f->open)
        f->pre = false; /* nothing stands behind the last line end */
    end_block(f);
    f->pre = false;
}

void html_flow_unseen(struct html_flow *f, const struct html_style *s)
{
    f->line = f->line || s->size == 0 || s->size >= TALL;
}

void html_flow_fresh(struct html_flow *f)
{
    f->fresh = true;
}

static void soft_blank(struct html_flow *f, const struct html_style *s, bool space, size_t offset)
{
    if (!f->open && !f->hard)
        return;
    if (!f->blanks) {
        f->blank_offset = offset;
        f->blank_style = *s;
        f->blank_link = f->link;
        f->plain = space;
    }
    f->blanks += !f->soft;
    f->soft = true;
    f->blank_end = offset + 1;
}

static void hard_blank(struct html_flow *f, const struct html_style *s, size_t columns,
                       size_t offset, size_t length)
{
    if (!f->blanks) {
        f->blank_offset = offset;
        f->blank_link = f->link;
    }
    if (!f->blanks || !(f->blank_style.style & STYLE_UNDERLINE))
        f->blank_style = *s;
    f->blanks += columns;
    f->hard = true;
    f->soft = f->plain = false;
    f->blank_end = offset + length;
}

void html_flow_beside(struct html_flow *f, const struct html_style *s, size_t offset)
{
    f->beside = true;
    soft_blank(f, s, false, offset);
}

/* A blank of preformatted text. */
static void pre_blank(struct html_flow *f, const struct html_style *s, bool space, bool tab,
                      size_t columns, size_t offset, size_t length)
{
    bool first = !f->blanks;
    if (first) {
        f->blank_offset = offset;
        f->blank_style = *s;
        f->blank_link = f->link;
    }
    f->plain = space && (first || (f->plain && f->blank_end == offset));
    if (tab)
        columns = TAB - (f->column + f->blanks) % TAB;
    f->blanks += f->blanks < BLANKS_SAID ? columns : 0;
    f->blank_end = offset + length;
}

/* One code point; `text` is it where it stands in the input as it is, else empty. */
static void add_sign(struct html_flow *f, const struct html_style *s, uint32_t code,
                     struct slice text, size_t offset, size_t length)
{
    size_t columns;
    bool pre = s->space == CSS_PRE;
    enum html_sign kind = html_sign_of(code, &columns);
    if (kind == HTML_LINE || (s->space != CSS_FOLD && (code == '\n' || code == '\r'))) {
        bool second = code == '\n' && offset > f->base && f->input.at[offset - f->base - 1] == '\r';
        f->pre = pre;
        if (!second)
            html_flow_newline(f);
        return;
    }
    if (kind != HTML_SOFT)
        html_flow_unseen(f, s);
    if (kind == HTML_NO_WIDTH)
        return;
    if (!f->open)
        f->pre = pre;
    if (f->pre && (kind == HTML_SOFT || kind == HTML_HARD)) {
        pre_blank(f, s, code == ' ' && text.len, code == '\t', columns, offset, length);
    } else if (kind == HTML_SOFT) {
        soft_blank(f, s, code == ' ' && text.len, offset);
    } else if (kind == HTML_HARD) {
        hard_blank(f, s, columns, offset, length);
    } else {
        uint32_t seen = html_font_sign(s->font, s->upper ? html_sign_upper(code) : code);
        open_text(f, s, offset);
        if (seen == code && text.len)
            html_put_text(f, text, offset);
        else
            html_put_code(f, seen, 1, offset, length);
        f->column++;
    }
}

/* What a byte is: 0: seen; 1: an ordinary blank; 2: the first of a longer sequence, or none that
 * is shown. */
static inline unsigned class_of(unsigned char c)
{
    return c > ' ' && c < 0x7F ? 0 : c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 2;
}

/* Whether eight bytes are seen characters, and spaces of which no two stand side by side; of such
 * it may say, rarely, that they are not. */
static bool is_run(const char *at)
{
    const uint64_t ones = 0x0101010101010101U, high = ones * 0x80;
    uint64_t word;
    memcpy(&word, at, sizeof word);
    uint64_t space = word ^ ones * ' ';                    /* 0: a space; */
    uint64_t two = space | space >> 8 | (uint64_t)1 << 56; /* it and the byte beside it are */
    /* The high bit of a byte says: not ASCII, less than a blank, DEL, two spaces. */
    return !((word | (word - ones * ' ') | (word + ones) | (two - ones)) & high);
}

/* The end of what may be said as one: seen characters, and single spaces between them. */
static size_t run_end(struct slice text, size_t from)
{
    size_t i = from;
    for (;;) {
        while (i + WORD <= text.len && is_run(text.at + i))
            i += text.at[i + WORD - 1] == ' ' ? WORD - 1 : WORD;
        while (i < text.len && class_of((unsigned char)text.at[i]) == 0)
            i++;
        if (i + 1 >= text.len || text.at[i] != ' ' || class_of((unsigned char)text.at[i + 1]) != 0)
            return i;
        i++;
    }
}

static void add_signs(struct html_flow *f, const struct html_style *s, struct slice text,
                      size_t offset)
{
    while (text.len) {
        const char *at = text.at;
        uint32_t code = utf8_next(&text);
        size_t length = (size_t)(text.at - at);
        add_sign(f, s, code, (struct slice){at, length}, offset, length);
        offset += length;
    }
}

void html_flow_text(struct html_flow *f, const struct html_style *s, struct slice text,
                    size_t offset)
{
    if (s->space != CSS_FOLD || s->font != CSS_TEXT_FONT || s->upper || f->pre) {
        add_signs(f, s, text, offset);
        return;
    }
    for (size_t i = 0; i < text.len;) {
        unsigned class = class_of((unsigned char)text.at[i]);
        size_t end = class == 0 ? run_end(text, i) : i + 1;
        if (class == 0) {
            f->line = true;
            open_text(f, s, offset + i);
            html_put_text(f, slice_cut(text, i, end), offset + i);
        } else if (class == 1) {
            soft_blank(f, s, text.at[i] == ' ', offset + i);
        } else {
            size_t length = utf8_length(slice_cut(text, i, text.len));
            end = i + (length ? length : 1);
            add_signs(f, s, slice_cut(text, i, end), offset + i);
        }
        i = end;
    }
}

void html_flow_code(struct html_flow *f, const struct html_style *s, uint32_t code, size_t offset,
                    size_t length)
{
    struct slice none = {0};
    add_sign(f, s, code, none, offset, length);
}

void html_flow_room(struct html_flow *f, const struct html_style *s, int32_t points, size_t offset)
{
    struct html_style style = *s;
    int columns = html_style_columns(points);
    style.style &= (uint8_t)~LINES; /* no line is drawn through it */
    if (points >= ROOM_LEAST && !f->pre)
        hard_blank(f, &style, columns < 1 ? 1 : (size_t)columns, offset, 0);
}

void html_flow_added(struct html_flow *f, const struct html_style *s, unsigned style,
                     struct slice text, size_t offset, size_t length)
{
    open_text(f, s, offset);
    html_put_style(f, s->style | style);
    html_put_utf8(f, text, offset, length);
}

void html_flow_image(struct html_flow *f, const struct html_style *s, struct slice text,
                     struct slice src, size_t offset, size_t length)
{
    open_text(f, s, offset);
    html_put_all(f);
    html_out_link(f->out, src, offset);
    f->said_link = ++f->links; /* no other is the same */
    html_put_style(f, s->style | STYLE_ADDED);
    html_put_utf8(f, text, offset, length);
}

void html_flow_marker(struct html_flow *f, struct slice marker)
{
    buffer_clear(&f->marker);
    buffer_add(&f->marker, marker);
}

void html_flow_link(struct html_flow *f, struct slice href, size_t offset)
{
    buffer_clear(&f->href);
    buffer_add(&f->href, href);
    f->href_offset = offset;
    f->link = href.len ? ++f->links : 0;
}

void html_flow_unlink(struct html_flow *f)
{
    f->link = 0;
}

void html_flow_anchor(struct html_flow *f, struct slice name, size_t offset)
{
    html_out_anchor(f->out, name, offset);
}
