/* SPDX-License-Identifier: MIT */
/* A look at another place: a title, and a text pane of its own. */
#include "ui/links/peek.h"

#include "base/memory.h"
#include "base/width.h"
#include "ui/text_pane.h"

#include <stdlib.h>

enum {
    ROWS_MOST = 12,
    ROWS_LEAST = 3 /* a title and two lines, where there are so many */
};

struct peek {
    struct submission *submission;
    struct settings settings;
    struct text_pane *pane; /* NULL: closed */
    struct buffer title;
    struct passages passages;
    int rows, columns; /* of the text that it is shown over */
    bool above;        /* it stands at the beginning of the text, with a rule below */
};

struct peek *peek_new(void)
{
    return memory_alloc(sizeof(struct peek));
}

void peek_free(struct peek *p)
{
    if (!p)
        return;
    peek_close(p);
    array_deinit(&p->passages.list);
    buffer_deinit(&p->title);
    free(p);
}

bool peek_is_open(const struct peek *p)
{
    return p && p->pane;
}

bool peek_is_of(const struct peek *p, const struct submission *s)
{
    return peek_is_open(p) && p->submission == s;
}

void peek_close(struct peek *p)
{
    text_pane_free(p->pane);
    p->pane = NULL;
}

void peek_open(struct peek *p, struct submission *s, const struct settings *settings,
               struct place place, struct slice title)
{
    peek_close(p);
    p->submission = s;
    p->settings = *settings;
    /* What is looked at may go on behind the end of its page. */
    settings_put(&p->settings, OPTION_FLOW, true);
    p->pane = text_pane_new(s, &p->settings);
    buffer_clear(&p->title);
    buffer_add(&p->title, title);
    p->passages.list.count = 0;
    p->passages.cursor = SIZE_MAX;
    text_pane_passages(p->pane, &p->passages);
    peek_resize(p, p->rows, p->columns);
    text_pane_go(p->pane, place);
}

void peek_mark(struct peek *p, size_t offset, size_t length)
{
    p->passages.list.count = 0;
    array_push(&p->passages.list,
               ((struct passage_drawn){.from = offset, .to = offset + length, .role = ROLE_HIT}));
    p->passages.cursor = offset;
}

int peek_rows(const struct peek *p)
{
    int rows = p->rows / 2 < ROWS_MOST ? p->rows / 2 : ROWS_MOST;
    rows = rows < ROWS_LEAST ? ROWS_LEAST : rows;
    return rows < p->rows ? rows : p->rows;
}

/* Of its text: there is a title, and a rule that parts it from what goes on below. */
static int lines_of(const struct peek *p)
{
    int rows = peek_rows(p);
    if (p->above && rows >= ROWS_LEAST)
        rows--;
    return rows > 1 ? rows - 1 : 0;
}

void peek_resize(struct peek *p, int rows, int columns)
{
    p->rows = rows > 0 ? rows : 0;
    p->columns = columns > 0 ? columns : 0;
    if (!p->pane)
        return;
    struct pane pane = text_pane_pane(p->pane);
    pane.ops->resize(pane.self, lines_of(p), p->columns);
}

void peek_put(struct peek *p, bool above)
{
    if (p->above == above)
        return;
    p->above = above;
    peek_resize(p, p->rows, p->columns);
}

bool peek_handle(struct peek *p, const struct order *order, struct buffer *say)
{
    struct answer answer = {.outcome = PANE_DONE, .say = say};
    struct pane pane = text_pane_pane(p->pane);
    pane.ops->handle(pane.self, order, &answer);
    if (answer.outcome == PANE_NEXT || answer.outcome == PANE_BEFORE)
        buffer_add_text(say, answer.outcome == PANE_NEXT ? "this is the end of the document"
                                                         : "this is the beginning of the document");
    return answer.outcome != PANE_IGNORED;
}

struct place peek_place(const struct peek *p)
{
    return text_pane_place(p->pane);
}

void peek_visible(const struct peek *p, size_t *from, size_t *to)
{
    text_pane_visible(p->pane, from, to);
}

void peek_draw(struct peek *p, struct region text, const struct theme *theme)
{
    struct style style = theme_find(theme, ROLE_PEEK);
    int rows = peek_rows(p) < text.rows ? peek_rows(p) : text.rows;
    int lines = lines_of(p) < rows ? lines_of(p) : rows - 1;
    int top = p->above ? 0 : text.rows - rows;
    struct region all = region_part(text, top, 0, rows, text.columns);
    struct pane pane = text_pane_pane(p->pane);
    if (rows < 1 || text.columns < 1)
        return;
    if (lines > 0)
        pane.ops->draw(pane.self, region_part(all, 1, 0, lines, text.columns),
                       &(struct look){theme, true});
    region_fill(all, 0, 0, all.columns, style, 0x2500);
    if (lines + 1 < rows)
        region_fill(all, rows - 1, 0, all.columns, style, 0x2500);
    struct buffer title = {0};
    buffer_add_byte(&title, ' ');
    buffer_add(&title, buffer_slice(&p->title));
    buffer_add_byte(&title, ' ');
    if (all.columns > 6)
        region_write_cut(all, 0, 2, all.columns - 4, style, buffer_slice(&title));
    buffer_deinit(&title);
}
