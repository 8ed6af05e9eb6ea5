/* SPDX-License-Identifier: MIT */
/* Reads the titles of statements off heads. */
#include "outline/sections/statement_head.h"

#include "outline/items/line.h"
#include "outline/sections/report_words.h"

#include <string.h>

/* True for a word that the head of a column begins with, and no title goes on with. */
static bool is_period(struct slice word)
{
    static const struct slice words[] = {
        SLICE_ROW("for"),      SLICE_ROW("year"),    SLICE_ROW("years"),   SLICE_ROW("fiscal"),
        SLICE_ROW("quarter"),  SLICE_ROW("three"),   SLICE_ROW("six"),     SLICE_ROW("nine"),
        SLICE_ROW("twelve"),   SLICE_ROW("as"),      SLICE_ROW("january"), SLICE_ROW("february"),
        SLICE_ROW("march"),    SLICE_ROW("april"),   SLICE_ROW("may"),     SLICE_ROW("june"),
        SLICE_ROW("july"),     SLICE_ROW("august"),  SLICE_ROW("october"), SLICE_ROW("september"),
        SLICE_ROW("november"), SLICE_ROW("december")};
    if (word.len == 4 && byte_is_digit(word.at[0]) && byte_is_digit(word.at[3]))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_nocase(word, words[i]))
            return true;
    return false;
}

struct slice statement_head_cut(struct slice title)
{
    size_t end;
    for (size_t at = 0; at < title.len; at = end + 1) {
        end = at;
        while (end < title.len && line_is_alnum(title.at[end]))
            end++;
        if (end == at || at == 0 || !is_period(slice_cut(title, at, end)) ||
            slice_starts_nocase(slice_cut(title, at, title.len), SLICE("for benefits")))
            continue;
        struct slice front = slice_trim(slice_cut(title, 0, at));
        while (front.len > 0 && strchr("(,-:", front.at[front.len - 1]))
            front = slice_trim(slice_cut(front, 0, front.len - 1));
        if (statement_title_is_statement(statement_title_of(front)))
            return front;
    }
    return title;
}

static struct slice words_of(const struct head *head, struct slice title)
{
    title = statement_title_words(title);
    return head->set & SET_IN_ROW ? statement_head_cut(title) : title;
}

enum statement_title statement_head_title(const struct heads *heads, size_t i, struct arena *arena,
                                          struct slice *title)
{
    const struct head *head = &heads->list.at[i];
    enum statement_title kind = statement_title_of(head->title);
    *title = kind != TITLE_OTHER ? words_of(head, head->title) : head->title;
    if (kind != TITLE_OTHER || i + 1 >= heads->list.count || !statement_title_is_open(head->title))
        return kind;
    const struct head *next = head + 1;
    if (next->title.len == 0 || next->block > head->block + 1 ||
        head->title.len + next->title.len + 1 > HEAD_BYTES)
        return kind;
    char both[HEAD_BYTES + 1];
    memcpy(both, head->title.at, head->title.len);
    both[head->title.len] = ' ';
    memcpy(both + head->title.len + 1, next->title.at, next->title.len);
    struct slice joined = {both, head->title.len + 1 + next->title.len};
    kind = statement_title_of(joined);
    if (kind != TITLE_OTHER)
        *title = arena_copy(arena, words_of(head, joined));
    return kind;
}

bool statement_head_is_report(const struct heads *heads, size_t i)
{
    enum { NEAR = 3 };
    const struct head *head = &heads->list.at[i];
    if (!(head->set & (SET_BOLD | SET_CENTER | SET_CAPS)) || !(head->features & HEAD_BLANK_ABOVE))
        return false;
    for (size_t k = i + 1; k < heads->list.count && k <= i + NEAR; k++)
        if (report_words_of(heads->list.at[k].title) == REPORT_PART)
            return true;
    return false;
}
