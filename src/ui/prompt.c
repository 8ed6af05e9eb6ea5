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

static size_t history_index(enum prompt_kind kind)
{
    return kind == PROMPT_COMMAND ? 0 : 1;
}

static prompt_history *history_of(struct prompt *p)
{
    return &p->histories[history_index(p->kind)];
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
    p->recalls = kind != PROMPT_LINE;
    p->fresh = kind == PROMPT_LINE && text.len > 0;
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
    p->open = false;
    if (!remember || p->text.len == 0 || p->kind == PROMPT_LINE)
        return;
    prompt_learn(p, p->kind, buffer_slice(&p->text));
    if (p->remember)
        p->remember(p->keeper, p->kind, buffer_slice(&p->text));
}

static void forget(prompt_history *history, size_t index)
{
    free(history->at[index]);
    history->count--;
    memmove(history->at + index, history->at + index + 1,
            (history->count - index) * sizeof *history->at);
}

void prompt_learn(struct prompt *p, enum prompt_kind kind, struct slice line)
{
    prompt_history *history = &p->histories[history_index(kind)];
    size_t same = 0;
    while (same < history->count && !slice_equal(slice_of(history->at[same]), line))
        same++;
    if (same < history->count)
        forget(history, same);
    else if (history->count == MOST_REMEMBERED)
        forget(history, 0);
    array_push(history, slice_copy(line));
}

struct slice prompt_newest(const struct prompt *p, enum prompt_kind kind)
{
    const prompt_history *history = &p->histories[history_index(kind)];
    return slice_of(history->count > 0 ? history->at[history->count - 1] : NULL);
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
    p->recall = history_of(p)->count; /* what was recalled is another line now */
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

/* The nearest line that begins with the draft, older or newer; the draft itself is behind the last.
 * SIZE_MAX when there is none older. */
static size_t find_line(struct prompt *p, bool older)
{
    prompt_history *history = history_of(p);
    size_t i = p->recall;
    while (older ? i-- > 0 : ++i < history->count)
        if (slice_starts(slice_of(history->at[i]), buffer_slice(&p->draft)))
            return i;
    return older ? SIZE_MAX : history->count;
}

static enum prompt_outcome recall(struct prompt *p, bool older)
{
    prompt_history *history = history_of(p);
    if (!p->recalls)
        return PROMPT_IGNORED;
    if (p->recall == history->count) {
        buffer_clear(&p->draft);
        buffer_add(&p->draft, buffer_slice(&p->text));
    }
    size_t found = find_line(p, older);
    if (found == SIZE_MAX || p->recall == found || (!older && p->recall >= history->count))
        return PROMPT_MOVED;
    p->recall = found;
    if (p->recall == history->count)
        set_text(p, buffer_slice(&p->draft));
    else
        set_text(p, slice_of(history->at[p->recall]));
    return PROMPT_CHANGED;
}

static enum prompt_outcome insert(struct prompt *p, uint32_t code)
{
    char bytes[UTF8_MAX];
    if ((p->text.len >= LONGEST && !p->fresh) || width_is_control(code))
        return PROMPT_MOVED;
    size_t length = utf8_encode(code, bytes);
    if (p->fresh)
        set_text(p, (struct slice){NULL, 0});
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

static enum prompt_outcome edit(struct prompt *p, struct key key)
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

enum prompt_outcome prompt_key(struct prompt *p, struct key key)
{
    enum prompt_outcome outcome = edit(p, key);
    p->fresh = p->fresh && outcome == PROMPT_IGNORED;
    return outcome;
}

/* The note gives way to the line, down to half of the screen. */
static int note_columns(const struct prompt *p, int columns, int left)
{
    int note = (int)width_of_text(buffer_slice(&p->note));
    int most = columns - left - 3 - (int)width_of_text(buffer_slice(&p->text));
    most = most > columns / 2 ? most : columns / 2;
    most = most < columns - 12 ? most : columns - 12;
    return note < most ? note : most > 0 ? most : 0;
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
    int left = (int)width_of_text(slice_of(label));
    left = left < r.columns / 2 ? left : r.columns / 2;
    left = left > 0 ? left : 1;
    int note = note_columns(p, r.columns, left);
    int room = r.columns - left - (note ? note + 2 : 0);
    /* The cursor is always in sight: a long line is shown from further on. */
    int cursor = (int)width_of_text(slice_cut(text, 0, p->cursor));
    int shift = cursor >= room ? cursor - room + 1 : 0;
    struct style typed = style;
    if (p->fresh)
        typed.attributes ^= ATTRIBUTE_REVERSE; /* it is selected, as in any box for a line */
    region_write(region_part(r, 0, left, 1, room), 0, -shift, typed, text);
    region_write_cut(r, 0, 0, left, style, slice_of(label));
    if (note)
        region_write_cut(r, 0, r.columns - note, note, theme_find(theme, p->note_role),
                         buffer_slice(&p->note));
    region_cursor(r, 0, left + cursor - shift);
}
