/* SPDX-License-Identifier: MIT */
/* Cutting lines into cells by the blanks between them. */
#include "model/table_lines.h"

#include "base/width.h"
#include "model/look.h"

enum {
    LEADERS = 3,        /* points behind a label, at least */
    LONGEST_NUMBER = 64 /* bytes */
};

/* A stretch of a line without two blanks in it; bytes, and columns of the screen. */
struct token {
    size_t from, to, column, end;
    struct look look;
};

struct lines {
    struct raw_table raw;
    struct arena scratch;
    ARRAY(struct token) tokens; /* of one line */
    size_t piece;               /* of the line: the first that may be in its next token */
};

/* The next word of the line from byte `at` on; false at its end. */
static bool next_word(struct slice text, size_t at, size_t *from, size_t *to)
{
    while (at < text.len && byte_is_blank(text.at[at]))
        at++;
    *from = at;
    while (at < text.len && !byte_is_blank(text.at[at]))
        at++;
    *to = at;
    return *to > *from;
}

static bool begins_number(struct slice word)
{
    return byte_is_digit(word.at[0]) || word.at[0] == '$' || word.at[0] == '(' || word.at[0] == '-';
}

/* A rule: a run of '-', '_' or '='; 1 single, 2 double, 0 none. */
static uint8_t rule_of(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != text.at[0])
            return 0;
    return text.len < 3 ? 0 : text.at[0] == '=' ? 2 : text.at[0] == '-' || text.at[0] == '_';
}

/* The length of the text without the points that lead from a label to its numbers. */
static size_t without_leaders(struct slice text)
{
    size_t end = text.len, points = 0;
    while (end > 0 && (text.at[end - 1] == '.' || byte_is_blank(text.at[end - 1])))
        points += text.at[--end] == '.';
    return points >= LEADERS && end > 0 ? end : text.len;
}

/* Whether a word one blank behind a token is a cell of its own: it stands behind leaders, one of
 * them is a rule, or both are numbers and no "46 5/8". */
static bool is_apart(const struct token *t, struct slice text, struct slice word)
{
    enum look_kind kind = t->look.kind;
    bool fraction = slice_find(word, SLICE("/")) < word.len && !t->look.strong;
    size_t tail = t->to - t->from > LONGEST_NUMBER ? t->to - LONGEST_NUMBER : t->from;
    if (rule_of(word) || rule_of(slice_cut(text, t->from, t->to)))
        return true;
    if (without_leaders(slice_cut(text, tail, t->to)) < t->to - tail && word.at[0] != '.')
        return true;
    return (kind == LOOK_NUMBER || kind == LOOK_YEAR || kind == LOOK_NONE) && begins_number(word) &&
           !fraction;
}

static void cut_line(struct lines *l, struct slice text)
{
    size_t from, to, column = 0, counted = 0;
    l->tokens.count = 0;
    for (size_t at = 0; next_word(text, at, &from, &to); at = to) {
        struct slice word = slice_cut(text, from, to);
        struct token *last = l->tokens.count > 0 ? &l->tokens.at[l->tokens.count - 1] : NULL;
        column += width_of_text(slice_cut(text, counted, from));
        size_t end = column + width_of_text(word);
        if (last && from == last->to + 1 && !is_apart(last, text, word)) {
            last->to = to;
            last->end = end;
        } else {
            array_push(&l->tokens, ((struct token){.from = from, .to = to, .column = column}));
            last = &l->tokens.at[l->tokens.count - 1];
            last->end = end;
        }
        last->look = (struct look){.kind = LOOK_TEXT};
        if (last->to - last->from <= LONGEST_NUMBER)
            last->look = look_of(slice_cut(text, last->from, last->to));
        column = end;
        counted = to;
    }
}

static void add_cell(struct lines *l, size_t offset, size_t columns, uint8_t rule, bool head)
{
    array_push(&l->raw.cells,
               ((struct raw_cell){
                   .cell = {.columns = (unsigned)columns, .rows = 1, .below = rule, .head = head},
                   .offset = offset,
                   .first = l->raw.blocks.count}));
}

/* The token as a block of its own. */
static void add_block(struct lines *l, const struct block *line, const struct token *t)
{
    struct slice text = slice_cut(line->text, t->from, t->to);
    size_t to = t->from + without_leaders(text);
    struct block b = {.text = slice_cut(line->text, t->from, to),
                      .offset = block_source(line, t->from),
                      .end = block_source(line, to),
                      .page = line->page};
    size_t first = l->piece;
    while (first + 1 < line->piece_count && line->pieces[first + 1].text <= t->from)
        first++;
    size_t end = first;
    while (end < line->piece_count && line->pieces[end].text < to)
        end++;
    l->piece = first;
    struct piece *pieces = arena_array(&l->scratch, end - first, sizeof *pieces);
    for (size_t i = first; i < end; i++) {
        struct piece p = line->pieces[i];
        if (p.text < t->from)
            p = (struct piece){(uint32_t)t->from, p.made, block_source(line, t->from)};
        p.text -= (uint32_t)t->from;
        pieces[b.piece_count++] = p;
    }
    b.pieces = b.piece_count > 0 ? pieces : NULL;
    array_push(&l->raw.blocks, b);
    l->raw.cells.at[l->raw.cells.count - 1].count = 1;
}

static void add_line(struct lines *l, const struct block *line)
{
    bool head = line->flags & SINK_CAPTION;
    size_t at = 0;
    l->piece = 0;
    cut_line(l, line->text);
    array_push(&l->raw.rows, ((struct raw_row){line->offset, l->raw.cells.count, 0}));
    for (size_t i = 0; i < l->tokens.count; i++) {
        const struct token *t = &l->tokens.at[i];
        uint8_t rule = rule_of(slice_cut(line->text, t->from, t->to));
        if (t->column > at)
            add_cell(l, block_source(line, t->from), t->column - at, 0, false);
        add_cell(l, block_source(line, t->from), t->end - t->column, rule, head && !rule);
        if (!rule)
            add_block(l, line, t);
        at = t->end;
    }
    l->raw.rows.at[l->raw.rows.count - 1].count =
        l->raw.cells.count - l->raw.rows.at[l->raw.rows.count - 1].first;
}

/* Whether the lines begin with titles of the table: lone texts above a line of several. */
static size_t count_titles(struct lines *l, const struct block *lines, size_t count)
{
    size_t titles = 0;
    while (titles < count && lines[titles].flags & SINK_CAPTION) {
        cut_line(l, lines[titles].text);
        const struct token *t = l->tokens.at;
        if (l->tokens.count != 1 || t->look.period ||
            rule_of(slice_cut(lines[titles].text, t->from, t->to)))
            break;
        titles++;
    }
    return titles;
}

void table_lines_make(const struct block *lines, size_t count, struct arena *arena,
                      void (*add)(void *self, const struct block *b), void *self)
{
    struct lines l = {0};
    size_t titles = count_titles(&l, lines, count);
    if (count == 0)
        return;
    l.raw.offset = lines[0].offset;
    l.raw.end = lines[count - 1].end;
    for (size_t i = 0; i < titles; i++)
        add(self, &lines[i]);
    for (size_t i = titles; i < count; i++)
        add_line(&l, &lines[i]);
    table_make(&l.raw, lines, titles, arena, add, self);
    array_deinit(&l.raw.rows);
    array_deinit(&l.raw.cells);
    array_deinit(&l.raw.blocks);
    array_deinit(&l.tokens);
    arena_deinit(&l.scratch);
}
