/* SPDX-License-Identifier: MIT */
/* Editing one line at the bottom of the screen. */
#include "ui/prompt.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_REMEMBERED = 200,
    LONGEST = 4000 /* bytes of a line */
};

void prompt_init(struct prompt *p)
{
    *p = (struct prompt){.note_role = ROLE_MESSAGE};
}

void prompt_deinit(struct prompt *p)
{
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < p->histories[k].count; i++)
            free(p->histories[k].at[i]);
        array_deinit(&p->histories[k]);
    }
    buffer_deinit(&p->label);
    buffer_deinit(&p->text);
    buffer_deinit(&p->note);
    buffer_deinit(&p->draft);
}

static prompt_history *history_of(struct prompt *p)
{
    return &p->histories[p->kind != PROMPT_COMMAND];
}

static void set_text(struct prompt *p, struct slice text)
{
    buffer_clear(&p->text);
    buffer_add(&p->text, text);
    p->cursor = p->text.len;
}

void prompt_open(struct prompt *p, enum prompt_kind kind, struct slice text)
{
    p->open = true;
    p->kind = kind;
    set_text(p, text);
    buffer_clear(&p->note);
    buffer_clear(&p->draft);
    p->recall = history_of(p)->count;
}

void prompt_open_line(struct prompt *p, const char *label, struct slice text)
{
    prompt_open(p, PROMPT_LINE, text);
    buffer_clear(&p->label);
    buffer_add_text(&p->label, label);
    buffer_add_text(&p->label, ": ");
}

void prompt_close(struct prompt *p, bool remember)
{
    prompt_history *history = history_of(p);
    p->open = false;
    if (!remember || p->text.len == 0 || p->kind == PROMPT_LINE)
        return;
    size_t last = history->count;
    if (last > 0 && slice_equal(slice_of(history->at[last - 1]), buffer_slice(&p->text)))
        return;
    if (last == MOST_REMEMBERED) {
        free(history->at[0]);
        memmove(history->at, history->at + 1, (last - 1) * sizeof *history->at);
        history->count--;
    }
    array_push(history, slice_copy(buffer_slice(&p->text)));
}

void prompt_replace(struct prompt *p, size_t from, struct slice text)
{
    struct buffer whole;
    buffer_init(&whole);
    struct slice old = buffer_slice(&p->text);
    buffer_add(&whole, slice_cut(old, 0, from));
    buffer_add(&whole, text);
    size_t cursor = whole.len;
    buffer_add(&whole, slice_cut(old, p->cursor, old.len));
    buffer_deinit(&p->text);
    p->text = whole;
    p->cursor = cursor;
}

void prompt_note(struct prompt *p, enum role role, struct slice text)
{
    p->note_role = role;
    buffer_clear(&p->note);
    buffer_add(&p->note, text);
}

/* The byte where the character before the cursor begins. */
static size_t before(const struct prompt *p)
{
    size_t at = p->cursor;
    while (at > 0) {
        at--;
        if (((unsigned char)p->text.at[at] & 0xC0U) != 0x80U)
            break;
    }
    return at;
}

static size_t behind(const struct prompt *p)
{
    struct slice rest = slice_cut(buffer_slice(&p->text), p->cursor, p->text.len);
    return p->cursor + utf8_length(rest);
}

/* Where the word before the cursor begins, blanks behind it included. */
static size_t word_before(const struct prompt *p)
{
    size_t at = p->cursor;
    while (at > 0 && byte_is_blank(p->text.at[at - 1]))
        at--;
    while (at > 0 && !byte_is_blank(p->text.at[at - 1]))
        at--;
    return at;
}

static enum prompt_outcome erase(struct prompt *p, size_t from, size_t to)
{
    if (from == to)
        return PROMPT_MOVED;
    p->cursor = to;
    prompt_replace(p, from, (struct slice){NULL, 0});
    return PROMPT_CHANGED;
}

static enum prompt_outcome recall(struct prompt *p, bool older)
{
    prompt_history *history = history_of(p);
    if (p->kind == PROMPT_LINE)
        return PROMPT_IGNORED;
    if (older ? p->recall == 0 : p->recall >= history->count)
        return PROMPT_MOVED;
    if (p->recall == history->count) {
        buffer_clear(&p->draft);
        buffer_add(&p->draft, buffer_slice(&p->text));
    }
    p->recall += older ? (size_t)-1 : 1;
    if (p->recall == history->count)
        set_text(p, buffer_slice(&p->draft));
    else
        set_text(p, slice_of(history->at[p->recall]));
    return PROMPT_CHANGED;
}

static enum prompt_outcome insert(struct prompt *p, uint32_t code)
{
    char bytes[UTF8_MAX];
    if (p->text.len >= LONGEST || width_is_control(code))
        return PROMPT_MOVED;
    size_t length = utf8_encode(code, bytes);
    prompt_replace(p, p->cursor, (struct slice){bytes, length});
    return PROMPT_CHANGED;
}

static enum prompt_outcome with_ctrl(struct prompt *p, uint32_t code)
{
    switch (code) {
    case 'a':
        p->cursor = 0;
        return PROMPT_MOVED;
    case 'e':
        p->cursor = p->text.len;
        return PROMPT_MOVED;
    case 'b':
        p->cursor = before(p);
        return PROMPT_MOVED;
    case 'f':
        p->cursor = behind(p);
        return PROMPT_MOVED;
    case 'h':
        return p->text.len ? erase(p, before(p), p->cursor) : PROMPT_LEFT;
    case 'd':
        return erase(p, p->cursor, behind(p));
    case 'k':
        return erase(p, p->cursor, p->text.len);
    case 'u':
        return erase(p, 0, p->cursor);
    case 'w':
        return erase(p, word_before(p), p->cursor);
    case 'p':
    case 'n':
        return recall(p, code == 'p');
    default:
        return PROMPT_IGNORED;
    }
}

enum prompt_outcome prompt_key(struct prompt *p, struct key key)
{
    if (key.modifiers & KEY_CTRL)
        return with_ctrl(p, key.code < 0x80 ? (uint32_t)byte_lower((char)key.code) : key.code);
    if (key.modifiers & KEY_ALT)
        return PROMPT_IGNORED;
    switch (key.code) {
    case KEYS_ENTER:
        return PROMPT_ENTERED;
    case KEYS_TAB:
        return PROMPT_COMPLETE;
    case KEYS_BACKSPACE:
        return p->text.len ? erase(p, before(p), p->cursor) : PROMPT_LEFT;
    case KEYS_DELETE:
        return erase(p, p->cursor, behind(p));
    case KEYS_LEFT:
        p->cursor = before(p);
        return PROMPT_MOVED;
    case KEYS_RIGHT:
        p->cursor = behind(p);
        return PROMPT_MOVED;
    case KEYS_HOME:
        p->cursor = 0;
        return PROMPT_MOVED;
    case KEYS_END:
        p->cursor = p->text.len;
        return PROMPT_MOVED;
    case KEYS_UP:
    case KEYS_DOWN:
        return recall(p, key.code == KEYS_UP);
    default:
        return key.code < KEYS_ENTER ? insert(p, key.code) : PROMPT_IGNORED;
    }
}

void prompt_draw(const struct prompt *p, struct region r, const struct theme *theme)
{
    static const char *const signs[] = {":", "/", "?"};
    const char *label = p->kind == PROMPT_LINE ? buffer_text(&p->label) : signs[p->kind];
    struct style style = theme_find(theme, ROLE_PROMPT);
    region_clear(r, style);
    if (r.rows < 1 || r.columns < 1)
        return;
    struct slice text = buffer_slice(&p->text);
    int note = (int)width_of_text(buffer_slice(&p->note));
    int most = r.columns - 12 > 0 ? r.columns - 12 : 0;
    note = note > most ? most : note;
    int left = (int)width_of_text(slice_of(label));
    left = left < r.columns / 2 ? left : r.columns / 2;
    left = left > 0 ? left : 1;
    int room = r.columns - left - (note ? note + 2 : 0);
    /* The cursor is always in sight: a long line is shown from further on. */
    int cursor = (int)width_of_text(slice_cut(text, 0, p->cursor));
    int shift = cursor >= room ? cursor - room + 1 : 0;
    region_write(region_part(r, 0, left, 1, room), 0, -shift, style, text);
    region_write_cut(r, 0, 0, left, style, slice_of(label));
    if (note)
        region_write_cut(r, 0, r.columns - note, note, theme_find(theme, p->note_role),
                         buffer_slice(&p->note));
    region_cursor(r, 0, left + cursor - shift);
}
