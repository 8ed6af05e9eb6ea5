/* SPDX-License-Identifier: MIT */
#include "formats/html_put.h"

#include "base/utf8.h"

void html_put_all(struct html_flow *f)
{
    if (f->held.len)
        html_out_text(f->out, f->held, f->held_offset);
    f->held.len = 0;
}

void html_put_text(struct html_flow *f, struct slice text, size_t offset)
{
    if (f->held.len && f->held_offset + f->held.len == offset) {
        f->held.len += text.len;
        return;
    }
    html_put_all(f);
    f->held = text;
    f->held_offset = offset;
}

void html_put_code(struct html_flow *f, uint32_t code, size_t count, size_t offset, size_t length)
{
    html_put_all(f);
    html_out_code(f->out, code, count, offset, length);
}

void html_put_style(struct html_flow *f, unsigned style)
{
    if (f->style == style)
        return;
    html_put_all(f);
    html_out_style(f->out, style);
    f->style = style;
}

void html_put_link(struct html_flow *f)
{
    if (f->said_link == f->link)
        return;
    html_put_all(f);
    struct slice none = {0};
    html_out_link(f->out, f->link ? buffer_slice(&f->href) : none,
                  f->link ? f->href_offset : f->out->last);
    f->said_link = f->link;
}

void html_put_utf8(struct html_flow *f, struct slice text, size_t offset, size_t length)
{
    while (text.len) {
        html_put_code(f, utf8_next(&text), 1, offset, length);
        offset += length;
        length = 0;
    }
}
