/* SPDX-License-Identifier: MIT */
/* Saying a form to a sink. */
#include "formats/forms/form_say.h"

#include "base/utf8.h"
#include "base/width.h"

static void pass(struct form_say *s, size_t at)
{
    if (at > s->at)
        s->at = at;
}

/* The place as the sink counts; nothing before it is said any more. */
static size_t place(struct form_say *s, size_t at)
{
    pass(s, at);
    return s->tree->base + s->at;
}

static void flush(struct form_say *s)
{
    if (s->run == s->run_end)
        return;
    s->sink->text(s->sink->self, slice_cut(s->tree->text, s->run, s->run_end),
                  s->tree->base + s->run);
    pass(s, s->run_end);
    s->run = s->run_end = 0;
}

void form_say_blank(struct form_say *s)
{
    s->blank = s->begun && !s->in_cell;
}

static void say_blank(struct form_say *s)
{
    if (s->blank)
        s->sink->blank(s->sink->self, 1);
    s->blank = false;
    s->begun = true;
}

void form_say_begin(struct form_say *s, struct sink_shape shape, unsigned flags, size_t at)
{
    say_blank(s);
    s->shape = shape;
    s->flags = flags;
    if (s->sink->shape)
        s->sink->shape(s->sink->self, &shape);
    s->sink->begin(s->sink->self, flags, place(s, at));
    s->open = true;
    s->said = s->gap = s->renew = s->spaced = false;
}

void form_say_end(struct form_say *s)
{
    if (!s->open)
        return;
    flush(s);
    s->open = s->gap = s->renew = false;
    s->sink->end(s->sink->self, place(s, 0));
}

void form_say_style(struct form_say *s, unsigned style)
{
    flush(s);
    if (s->sink->style)
        s->sink->style(s->sink->self, style);
}

void form_say_link(struct form_say *s, struct slice name)
{
    flush(s);
    if (s->sink->link)
        s->sink->link(s->sink->self, name, place(s, 0));
}

void form_say_anchor(struct form_say *s, struct slice name, size_t at)
{
    flush(s);
    if (s->sink->anchor)
        s->sink->anchor(s->sink->self, name, place(s, at));
}

/* Says the blank that waits. */
static void close_gap(struct form_say *s)
{
    if (s->gap && s->said) {
        flush(s);
        size_t at = place(s, s->gap_at), end = s->tree->base + s->gap_end;
        s->sink->code(s->sink->self, ' ', 1, at, end > at ? end - at : 0);
        pass(s, s->gap_end);
    }
    s->gap = false;
}

void form_say_gap(struct form_say *s, size_t at, size_t end)
{
    if (!s->gap)
        s->gap_at = at;
    s->gap = true;
    s->gap_end = end;
}

/* A paragraph was at its end, and more comes. */
static void begin_again(struct form_say *s, size_t at)
{
    if (!s->renew)
        return;
    bool spaced = s->spaced;
    form_say_end(s);
    if (spaced)
        form_say_blank(s);
    form_say_begin(s, s->shape, s->flags, at);
    s->spaced = spaced;
}

void form_say_sign(struct form_say *s, uint32_t code, size_t at, size_t length)
{
    begin_again(s, at);
    close_gap(s);
    flush(s);
    if (width_is_control(code))
        code = UTF8_REPLACEMENT;
    bool here = at >= s->at;
    s->sink->code(s->sink->self, code, 1, place(s, at), here ? length : 0);
    pass(s, at + length);
    s->said = true;
}

void form_say_words(struct form_say *s, struct slice words, size_t at)
{
    while (words.len > 0) {
        uint32_t code = utf8_next(&words);
        if (code == ' ')
            form_say_gap(s, at, at);
        else
            form_say_sign(s, code, at, 0);
    }
}

bool form_say_is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r');
}

void form_say_letter(struct form_say *s, const struct form_letter *l)
{
    if (form_say_is_blank(l->code)) {
        /* One blank between two words stays in their run. */
        if (l->code == ' ' && l->plain && s->said && !s->gap && s->run_end == l->at &&
            s->run < s->run_end) {
            s->gap = true;
            s->gap_at = l->at;
            s->gap_end = l->at + 1;
        } else {
            form_say_gap(s, l->at, l->at + l->length);
        }
        return;
    }
    begin_again(s, l->at);
    if (!l->plain || width_is_control(l->code) || l->at < s->at) {
        form_say_sign(s, l->code, l->at, l->length);
        return;
    }
    if (s->gap && s->said && s->run < s->run_end && s->gap_at == s->run_end &&
        s->gap_end == l->at && l->at - s->run_end == 1 && s->tree->text.at[s->run_end] == ' ') {
        s->gap = false;
        s->run_end = l->at;
    }
    close_gap(s);
    if (s->run == s->run_end || s->run_end != l->at) {
        flush(s);
        s->run = l->at;
    }
    s->run_end = l->at + l->length;
    s->said = true;
}

void form_say_attribute(struct form_say *s, const struct form_attribute *a, size_t tag)
{
    if (a->at == UINT32_MAX || a->at < s->at) {
        form_say_words(s, a->value, tag);
        return;
    }
    struct slice rest = a->value;
    while (rest.len > 0) {
        struct form_letter l = {.at = (size_t)(rest.at - s->tree->text.at)};
        size_t before = rest.len;
        l.code = utf8_next(&rest);
        l.length = before - rest.len;
        l.plain = l.code != UTF8_REPLACEMENT || l.length > 1;
        form_say_letter(s, &l);
    }
}

void form_say_table(struct form_say *s, size_t at)
{
    say_blank(s);
    s->sink->table(s->sink->self, place(s, at));
}

void form_say_row(struct form_say *s, size_t at)
{
    s->sink->row(s->sink->self, place(s, at));
}

void form_say_cell(struct form_say *s, bool head)
{
    struct sink_cell cell = {.columns = 1, .rows = 1, .head = head};
    s->sink->cell(s->sink->self, &cell, place(s, 0));
    s->in_cell = true;
}

void form_say_cell_end(struct form_say *s)
{
    form_say_end(s);
    s->in_cell = false;
    s->sink->cell_end(s->sink->self, place(s, 0));
}

void form_say_row_end(struct form_say *s)
{
    s->sink->row_end(s->sink->self, place(s, 0));
}

void form_say_table_end(struct form_say *s)
{
    s->sink->table_end(s->sink->self, place(s, 0));
    s->blank = s->begun = false;
}
