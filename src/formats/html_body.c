/* SPDX-License-Identifier: MIT */
#include "formats/html_body.h"

#include "base/memory.h"
#include "formats/html_comment.h"
#include "formats/html_flow.h"
#include "formats/html_frame.h"
#include "formats/html_known.h"
#include "formats/html_names.h"
#include "formats/html_object.h"
#include "formats/html_sheet.h"
#include "formats/html_wrapper.h"
#include "formats/oddity.h"

#include <stdlib.h>

struct html_body {
    struct slice text;
    size_t base;
    bool quirks;
    struct html_out out;
    struct html_tables tables;
    struct html_flow flow;
    struct html_sheet *sheet;
    struct html_known *known;
    struct html_names names;
    ARRAY(struct html_frame) frames;
    size_t hidden;     /* so many elements are open that are not shown */
    size_t sheet_from; /* where the text of a <style> begins; 0: in none */
    bool cut;          /* the span of a cell */
    bool field;        /* in what a program puts between pages, with no break yet */
};

struct html_body *html_body_new(struct slice text, size_t base, const struct sink *sink,
                                size_t from, bool quirks)
{
    struct html_body *body = memory_alloc(sizeof *body);
    struct html_frame first = {.kind = HTML_OTHER};
    body->text = text;
    body->base = base;
    body->quirks = quirks;
    html_out_init(&body->out, sink, from);
    html_tables_init(&body->tables, &body->out);
    html_flow_init(&body->flow, &body->out, &body->tables, text, base);
    body->sheet = html_sheet_new();
    body->known = html_known_new(text, base, body->sheet);
    array_push(&body->frames, first);
    return body;
}

void html_body_free(struct html_body *body)
{
    if (!body)
        return;
    html_out_deinit(&body->out);
    html_tables_deinit(&body->tables);
    html_flow_deinit(&body->flow);
    html_known_free(body->known);
    html_sheet_free(body->sheet);
    html_names_deinit(&body->names);
    array_deinit(&body->frames);
    free(body);
}

static struct html_frame *top(struct html_body *body)
{
    return &body->frames.at[body->frames.count - 1];
}

static void break_page(struct html_body *body, size_t offset)
{
    html_flow_end(&body->flow);
    html_tables_page(&body->tables, offset);
    body->field = false;
}

/* A new element, as it comes from the one around it. */
static struct html_frame *push(struct html_body *body, const struct html_element *element)
{
    struct html_frame *f = array_add(&body->frames);
    *f = f[-1];
    f->kind = element->kind;
    f->mark = element->mark;
    f->block = html_is_block(element->kind);
    f->margin = f->breaks = f->link = f->inside = f->floats = false;
    f->above = f->below = 0;
    return f;
}

/* A block element begins or ends; one of a table also ends what stood beside. */
static void break_flow(struct html_body *body, const struct html_frame *f)
{
    if (f->kind == HTML_TABLE || f->kind == HTML_ROW || f->kind == HTML_CELL ||
        f->kind == HTML_CAPTION)
        html_flow_end(&body->flow);
    else
        html_flow_break(&body->flow);
}

static void anchor(struct html_body *body, struct slice name, size_t offset)
{
    if (name.len && html_names_add(&body->names, name))
        html_flow_anchor(&body->flow, name, offset);
}

static void start_cell(struct html_body *body, struct html_frame *f,
                       const struct html_attributes *a, const struct css *css, size_t offset)
{
    struct css_length width;
    const struct html_frame *row = f - 1;
    struct sink_cell cell = {
        .columns = html_attributes_span(a->colspan, HTML_SPAN_MOST, &body->cut),
        .rows = html_attributes_span(a->rowspan, HTML_SPAN_MOST, &body->cut),
        .align = f->style.align,
        .aligned = f->aligned,
        .head = f->mark == 'h' || f->head,
        .above = f->above,
        .below = f->below,
    };
    if (row->kind == HTML_ROW && row->above > cell.above)
        cell.above = row->above;
    if (row->kind == HTML_ROW && row->below > cell.below)
        cell.below = row->below;
    bool said = css && css->set & CSS_WIDTH;
    if (said)
        width = css->width;
    if ((said || css_length(a->width, &width)) && width.unit == CSS_PERCENT && width.value > 0)
        cell.width = (uint16_t)(width.value < 1000 ? width.value : 1000);
    html_tables_cell(&body->tables, &cell, offset);
}

static void start_item(struct html_body *body, struct html_frame *f,
                       const struct html_attributes *a)
{
    struct html_frame *list = f->list ? &body->frames.at[f->list - 1] : NULL;
    struct buffer marker;
    long long value = slice_number(a->value);
    if (list && value >= 0 && value < 1000000)
        list->number = (unsigned)value;
    buffer_init(&marker);
    html_object_marker(&marker, list ? f->marker : CSS_DISC, list ? list->number++ : 0);
    html_flow_marker(&body->flow, buffer_slice(&marker));
    buffer_deinit(&marker);
}

static void start_block(struct html_body *body, struct html_frame *f,
                        const struct html_attributes *a, const struct css *css,
                        const struct markup_tag *tag)
{
    size_t behind = tag->offset + tag->length;
    switch (f->kind) {
    case HTML_TABLE:
        f->flat = html_table_wraps(body->text, behind - body->base);
        html_tables_start(&body->tables, tag->offset, f->flat);
        break;
    case HTML_ROW:
        html_tables_row(&body->tables, tag->offset);
        break;
    case HTML_CELL:
        start_cell(body, f, a, css, tag->offset);
        break;
    case HTML_CAPTION:
        html_tables_caption(&body->tables, true);
        break;
    case HTML_LIST:
        f->list = body->frames.count;
        break;
    case HTML_LI:
        start_item(body, f, a);
        break;
    case HTML_HR:
        if (f->breaks)
            break_page(body, tag->offset);
        else if (!(css && css->break_before))
            html_tables_rule(&body->tables, tag->offset, tag->length);
        f->breaks = false;
        break;
    case HTML_ROWS:
        break;
    default:
        if ((f->above || f->below) && !html_tables_edge(&body->tables, f->above, f->below) &&
            f->above && !html_tables_in_cell(&body->tables))
            html_tables_rule(&body->tables, tag->offset, tag->length);
        break;
    }
    html_flow_fresh(&body->flow);
}

static void start_inside(struct html_body *body, struct html_frame *f,
                         const struct html_attributes *a, const struct css *css,
                         const struct markup_tag *tag)
{
    struct buffer text;
    switch (f->kind) {
    case HTML_BR:
        if (f->afloat)
            html_flow_code(&body->flow, &f->style, ' ', tag->offset, tag->length);
        else
            html_flow_newline(&body->flow);
        break;
    case HTML_PAGE:
        break_page(body, tag->offset);
        break;
    case HTML_A:
        f->link = a->href.len > 0;
        if (f->link)
            html_flow_link(&body->flow, a->href, tag->offset);
        break;
    case HTML_IMG:
    case HTML_INPUT:
        buffer_init(&text);
        if (f->kind == HTML_IMG)
            html_object_image(&text, a);
        else
            html_object_input(&text, a);
        if (text.len && f->kind == HTML_IMG)
            html_flow_image(&body->flow, &f->style, buffer_slice(&text), a->src, tag->offset,
                            tag->length);
        else if (text.len)
            html_flow_added(&body->flow, &f->style, 0, buffer_slice(&text), tag->offset,
                            tag->length);
        buffer_deinit(&text);
        break;
    default:
        break;
    }
    if (f->inside)
        html_flow_code(&body->flow, &f->style, ' ', tag->offset, 0);
    if (f->kind != HTML_OTHER && f->kind != HTML_FONT)
        return;
    if (css && css->set & CSS_PADDING_LEFT)
        html_flow_room(&body->flow, &f->style, html_style_across(&f->style, css->padding_left),
                       tag->offset);
    if (css && css->set & CSS_MARGIN_LEFT)
        html_flow_room(&body->flow, &f->style, html_style_across(&f->style, css->margin_left),
                       tag->offset);
}

static bool on_bare(void *self, const struct markup_tag *tag)
{
    struct html_body *body = self;
    return body->hidden || html_known_has(body->known, tag);
}

static void on_start(void *self, const struct markup_tag *tag)
{
    struct html_body *body = self;
    if (body->hidden) {
        body->hidden++;
        return;
    }
    const struct html_tag *said = html_known_read(body->known, tag);
    const struct html_element *element = said->element;
    const struct html_attributes *a = &said->attributes;
    const struct css *css = said->styled ? &said->css : NULL;
    if (element->kind == HTML_HIDDEN || element->kind == HTML_SHEET || a->hidden ||
        (css && css->display == CSS_NONE) ||
        (tag->prefix.len && html_is_unshown(tag->prefix, tag->name))) {
        body->hidden = 1;
        if (element->kind == HTML_SHEET)
            body->sheet_from = tag->offset + tag->length;
        return;
    }
    struct html_frame *f = push(body, element);
    html_frame_element(f, a, body->quirks);
    if (css)
        html_frame_css(f, css);
    if (f->block) {
        break_flow(body, f);
        if (html_frame_margins(f, css))
            html_out_margin(&body->out);
    }
    if (css && css->break_before && !f->inside)
        break_page(body, tag->offset);
    if (f->block)
        start_block(body, f, a, css, tag);
    else
        start_inside(body, f, a, css, tag);
    if (!tag->prefix.len)
        anchor(body, a->id, tag->offset);
    if (f->kind == HTML_A)
        anchor(body, a->name, tag->offset);
}

static void end_block(struct html_body *body, const struct html_frame *f,
                      const struct markup_tag *tag)
{
    if (f->floats && body->flow.open) {
        html_flow_beside(&body->flow, &f->style, tag->offset);
        return;
    }
    break_flow(body, f);
    switch (f->kind) {
    case HTML_TABLE:
        html_tables_end(&body->tables, tag->offset);
        break;
    case HTML_ROW:
        html_tables_row_end(&body->tables, tag->offset);
        break;
    case HTML_CELL:
        html_tables_cell_end(&body->tables, tag->offset);
        break;
    case HTML_CAPTION:
        html_tables_caption(&body->tables, false);
        break;
    case HTML_LI:
        html_flow_marker(&body->flow, (struct slice){0});
        break;
    case HTML_HR:
    case HTML_ROWS:
        break;
    default:
        if (f->below && !html_tables_in_cell(&body->tables))
            html_tables_rule(&body->tables, tag->offset, tag->length);
        break;
    }
    if (f->margin)
        html_out_margin(&body->out);
}

static void on_end(void *self, const struct markup_tag *tag)
{
    struct html_body *body = self;
    if (body->hidden) {
        body->hidden--;
        if (!body->hidden && body->sheet_from) {
            html_sheet_add(body->sheet, slice_cut(body->text, body->sheet_from - body->base,
                                                  tag->offset - body->base));
            html_known_clear(body->known);
            body->sheet_from = 0;
        }
        return;
    }
    if (body->frames.count < 2)
        return;
    struct html_frame f = *top(body);
    if (f.link)
        html_flow_unlink(&body->flow);
    if (f.inside)
        html_flow_code(&body->flow, &f.style, ' ', tag->offset, 0);
    if (f.block)
        end_block(body, &f, tag);
    body->frames.count--;
    if (f.breaks && !f.inside)
        break_page(body, tag->offset);
}

static void on_text(void *self, struct slice text, size_t offset)
{
    struct html_body *body = self;
    if (body->hidden)
        return;
    const struct html_style *style = &top(body)->style;
    if (style->invisible)
        html_flow_unseen(&body->flow, style);
    else
        html_flow_text(&body->flow, style, text, offset);
}

static void on_code(void *self, uint32_t code, size_t offset, size_t length)
{
    struct html_body *body = self;
    if (body->hidden)
        return;
    const struct html_style *style = &top(body)->style;
    if (style->invisible)
        html_flow_unseen(&body->flow, style);
    else
        html_flow_code(&body->flow, style, code, offset, length);
}

static void on_comment(void *self, struct slice text, size_t offset)
{
    struct html_body *body = self;
    enum html_comment comment = body->hidden ? HTML_COMMENT_OTHER : html_comment(text);
    if (comment == HTML_COMMENT_PAGE || (comment == HTML_COMMENT_FIELD_END && body->field))
        break_page(body, offset);
    else if (comment == HTML_COMMENT_FIELD)
        body->field = true;
}

struct markup_calls html_body_calls(struct html_body *body)
{
    return (struct markup_calls){.self = body,
                                 .start = on_start,
                                 .end = on_end,
                                 .text = on_text,
                                 .code = on_code,
                                 .comment = on_comment,
                                 .bare = on_bare};
}

unsigned html_body_oddities(const struct html_body *body)
{
    return (body->cut ? ODDITY_SPAN : 0U) | (html_sheet_is_full(body->sheet) ? ODDITY_RULES : 0U);
}

void html_body_finish(struct html_body *body, size_t offset)
{
    html_flow_end(&body->flow);
    while (html_tables_any(&body->tables))
        html_tables_end(&body->tables, offset);
    html_out_finish(&body->out);
}
