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

struct tokens {
    struct token *at;
    size_t count, room;
};

struct lines {
    struct raw_table raw;
    struct arena scratch;
    struct tokens tokens, below; /* of one line, of the line below it */
    size_t piece;                /* of the line: the first that may be in its next token */
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

static void cut_line(struct tokens *tokens, struct slice text)
{
    size_t from, to, column = 0, counted = 0;
    tokens->count = 0;
    for (size_t at = 0; next_word(text, at, &from, &to); at = to) {
        struct slice word = slice_cut(text, from, to);
        struct token *last = tokens->count > 0 ? &tokens->at[tokens->count - 1] : NULL;
        column += width_of_text(slice_cut(text, counted, from));
        size_t end = column + width_of_text(word);
        if (last && from == last->to + 1 && !is_apart(last, text, word)) {
            last->to = to;
            last->end = end;
        } else {
            array_push(tokens, ((struct token){.from = from, .to = to, .column = column}));
            last = &tokens->at[tokens->count - 1];
            last->end = end;
        }
        last->look = (struct look){.kind = LOOK_TEXT};
        if (last->to - last->from <= LONGEST_NUMBER)
            last->look = look_of(slice_cut(text, last->from, last->to));
        column = end;
        counted = to;
    }
}

/* Whether the tokens are rules, and nothing else. */
static bool are_rules(const struct tokens *tokens, struct slice text)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (!rule_of(slice_cut(text, tokens->at[i].from, tokens->at[i].to)))
            return false;
    return tokens->count > 0;
}

/* A head stands over as much as the rule below it, where that is the rule of it alone. */
static void widen_heads(struct lines *l, const struct block *below)
{
    cut_line(&l->below, below->text);
    if (!are_rules(&l->below, below->text))
        return;
    size_t k = 0;
    for (size_t i = 0; i < l->tokens.count; i++) {
        struct token *t = &l->tokens.at[i];
        while (k < l->below.count && l->below.at[k].end <= t->column)
            k++;
        if (k == l->below.count)
            return;
        const struct token *rule = &l->below.at[k];
        bool over = rule->column < t->end && rule->end >= t->end;
        bool next = i + 1 < l->tokens.count && l->tokens.at[i + 1].column < rule->end;
        bool before = i > 0 && l->tokens.at[i - 1].end > rule->column;
        if (!over || next || before || t->look.kind == LOOK_NUMBER)
            continue;
        t->column = rule->column < t->column ? rule->column : t->column;
        t->end = rule->end;
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

/* `below` is the line below, or NULL. */
static void add_line(struct lines *l, const struct block *line, const struct block *below)
{
    bool head = line->flags & SINK_CAPTION;
    size_t at = 0;
    l->piece = 0;
    cut_line(&l->tokens, line->text);
    if (below)
        widen_heads(l, below);
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
        cut_line(&l->tokens, lines[titles].text);
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
        add_line(&l, &lines[i], i + 1 < count ? &lines[i + 1] : NULL);
    table_make(&l.raw, lines, titles, arena, add, self);
    array_deinit(&l.raw.rows);
    array_deinit(&l.raw.cells);
    array_deinit(&l.raw.blocks);
    array_deinit(&l.tokens);
    array_deinit(&l.below);
    arena_deinit(&l.scratch);
}
