/* SPDX-License-Identifier: MIT */
/* Finds statements, and what frames them. */
#include "outline/sections/statements.h"

#include "base/memory.h"
#include "outline/items/title.h"
#include "outline/sections/statement_head.h"

#include <stdlib.h>
#include <string.h>

enum {
    BELOW_HEADS = 24,   /* heads below a title among which its figures are looked for */
    BELOW_TEXT = 6000,  /* and bytes of text */
    FIGURES_LEAST = 3,  /* lines with figures that make a table */
    REPORT_LEAST = 500, /* bytes of text: a report that is shorter is a row of a list */
    STACKED = 3,        /* blocks: a title below another one goes on with it */
    ROW_TEXT = 160,     /* bytes from a row of a list of statements to the next */
    NAME_TEXT = 400     /* bytes from the name at the top of a page to the title below it */
};

/* A head with such a title. */
struct seen {
    size_t head;
    size_t host; /* the node that it is in, of those that matter here; (size_t)-1: none */
    struct slice title;
    enum statement_title kind;
    unsigned figures; /* the most lines with figures below, up to the next of these */
    bool units;
    bool home; /* in a part where statements stand */
    bool row;
    bool taken;
};

struct seen_list {
    ARRAY(struct seen) list;
};

static bool title_has(const struct node *node, struct slice words)
{
    return slice_find_nocase(node->title, words) < node->title.len;
}

/* A node that bounds where statements stand: all but rows and contents. */
static bool is_host(const struct node *node)
{
    return node->kind == NODE_ITEM || node->kind == NODE_PART || node->kind == NODE_SIGNATURES ||
           node->kind == NODE_EXHIBIT_INDEX || node->kind == NODE_EXHIBIT ||
           node->kind == NODE_COVER || node->kind == NODE_CONTENTS;
}

/* Statements stand in Items that are called after them or after exhibits, and behind the Items. */
static bool is_home(const struct nodes *nodes, size_t host)
{
    if (host == (size_t)-1)
        return true;
    const struct node *node = &nodes->list.at[host];
    if (node->kind != NODE_ITEM)
        return true;
    if (title_has(node, SLICE("discussion")) || title_has(node, SLICE("selected")))
        return false;
    return title_has(node, SLICE("financial statement")) || title_has(node, SLICE("exhibit")) ||
           title_has(node, SLICE("financial information")) || node->title.len == 0;
}

/* A form whose Items say nothing of statements (or a document without Items) has them anywhere. */
static bool has_home(const struct nodes *nodes)
{
    for (size_t i = 0; i < nodes->list.count; i++)
        if (nodes->list.at[i].kind == NODE_ITEM && is_home(nodes, i))
            return true;
    return false;
}

static const struct head *head_of(const struct scan *scan, const struct seen *seen)
{
    return &scan->heads.list.at[seen->head];
}

static bool is_quiet(const struct head *head)
{
    return !(head->set & (SET_BOLD | SET_CAPS | SET_CENTER | SET_UNDERLINE | SET_HEADING));
}

/* A link at the top of a page back to a list. */
static bool is_link_back(const struct head *head, enum statement_title kind)
{
    return head->features & HEAD_LINK && !statement_title_is_statement(kind);
}

/* A row of a contents list, or a sentence. */
static bool is_row(const struct head *head, enum statement_title kind)
{
    struct slice t = head->title;
    bool sentence = !(head->set & SET_CAPS) && t.len > 0 && t.at[t.len - 1] == '.' &&
                    head->features & HEAD_SENTENCE;
    bool cell =
        head->features & HEAD_TABLE && is_quiet(head) && !statement_title_is_statement(kind);
    /* The year at the head of a column is no page. */
    bool year = !is_quiet(head) && head->features & HEAD_TABLE && head->features & HEAD_UNITS;
    return (head->features & HEAD_PAGE_NUMBER && !year) || sentence || cell;
}

/* The search: the titles are looked for a stretch at a time. */
struct statements_search {
    struct sections *found;
    const struct scan *scan;
    const struct nodes *nodes;
    struct seen_list seen;
    size_t head;       /* to look at next */
    size_t next, host; /* the node to look at next; the one that the head is in */
    bool anywhere;
};

static void see(struct statements_search *s, size_t end)
{
    const struct scan *scan = s->scan;
    const struct nodes *nodes = s->nodes;
    for (size_t i = s->head; i < end; i++) {
        const struct head *head = &scan->heads.list.at[i];
        struct slice title;
        /* Running heads are looked at too: the first of them may be the title itself. */
        enum statement_title kind = statement_head_title(&scan->heads, i, &s->found->arena, &title);
        if (kind == TITLE_OTHER || is_link_back(head, kind))
            continue;
        for (; s->next < nodes->list.count && nodes->list.at[s->next].offset <= head->offset;
             s->next++)
            if (is_host(&nodes->list.at[s->next]))
                s->host = s->next;
        struct seen one = {
            .head = i,
            .host = s->host,
            .title = title,
            .kind = kind,
            .row = is_row(head, kind),
            .home = s->anywhere || is_home(nodes, s->host),
        };
        array_push(&s->seen.list, one);
    }
    s->head = end;
}

/* Looks for the figures below each title, as far as the next title. */
static void weigh(struct seen_list *seen, const struct scan *scan)
{
    for (size_t i = 0; i < seen->list.count; i++) {
        struct seen *one = &seen->list.at[i];
        const struct head *first = head_of(scan, one);
        size_t end = i + 1 < seen->list.count ? one[1].head : scan->heads.list.count;
        for (size_t h = one->head; h < end && h < one->head + BELOW_HEADS; h++) {
            const struct head *head = &scan->heads.list.at[h];
            if (head->text - first->text > BELOW_TEXT)
                break;
            if (head->figures > one->figures)
                one->figures = head->figures;
            one->units = one->units || (h < one->head + 4 && (head->features & HEAD_UNITS));
        }
    }
}

/* Bytes of text to the next title. */
static size_t room_of(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    size_t end =
        i + 1 < seen->list.count ? head_of(scan, &seen->list.at[i + 1])->text : scan->heads.text;
    return end - head_of(scan, &seen->list.at[i])->text;
}

/* The same words, whatever stands behind them in brackets. */
static bool is_same_title(struct slice a, struct slice b)
{
    size_t x = slice_find(a, SLICE("(")), y = slice_find(b, SLICE("("));
    return slice_equal_nocase(slice_trim(slice_cut(a, 0, x)), slice_trim(slice_cut(b, 0, y)));
}

/* A title right below another one of a statement goes on with it: "and Comprehensive Income". */
static bool goes_on(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    if (i == 0 || !statement_title_is_statement(seen->list.at[i - 1].kind))
        return false;
    const struct head *above = head_of(scan, &seen->list.at[i - 1]);
    const struct head *head = head_of(scan, &seen->list.at[i]);
    return head->block - above->block <= STACKED && head->page == above->page;
}

static bool is_statement(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    const struct seen *one = &seen->list.at[i];
    const struct head *head = head_of(scan, one);
    unsigned figures = one->figures;
    if (i + 1 < seen->list.count && goes_on(seen, scan, i + 1))
        figures = one[1].figures;
    if (head->features & HEAD_LINK && room_of(seen, scan, i) < ROW_TEXT)
        return false;
    bool loud = (head->set & (SET_BOLD | SET_CENTER | SET_CAPS | SET_UNDERLINE)) != 0;
    /* The lines of a table are not counted for a title that stands in it. */
    size_t least = one->units ? ROW_TEXT : REPORT_LEAST;
    if (head->features & HEAD_TABLE && loud && room_of(seen, scan, i) >= least)
        return true;
    return figures >= FIGURES_LEAST || (one->units && figures > 0);
}

/* A title set as one, with a row or two of figures: perhaps a statement. */
static bool is_short(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    const struct seen *one = &seen->list.at[i];
    const struct head *head = head_of(scan, one);
    unsigned against = HEAD_LINK | HEAD_TABLE | HEAD_MID_SENTENCE | HEAD_SENTENCE | HEAD_CONTINUED;
    bool apart = head->features & HEAD_PAGE_TOP ||
                 (head->set & SET_CENTER && head->features & HEAD_BLANK_ABOVE);
    return one->home && one->figures > 0 && one->figures < FIGURES_LEAST && apart &&
           !(head->features & against) && head->set & (SET_BOLD | SET_CAPS) &&
           room_of(seen, scan, i) >= ROW_TEXT;
}

/* Right below two other titles, as the rows of a list are; of a line that does not stand out one
 * says enough. */
static bool is_listed(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    if (i == 0 || room_of(seen, scan, i - 1) >= ROW_TEXT)
        return false;
    return is_quiet(head_of(scan, &seen->list.at[i])) ||
           (i > 1 && room_of(seen, scan, i - 2) < ROW_TEXT);
}

/* The heading above the notes: not the line at the foot of a statement that points to them. */
static bool is_group(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    return room_of(seen, scan, i) >= ROW_TEXT &&
           !(head_of(scan, &seen->list.at[i])->features & HEAD_LINK);
}

/* The same number, whatever stands behind it. */
static bool is_same_schedule(struct slice a, struct slice b)
{
    return slice_equal_nocase(slice_cut(a, 0, title_prefix(a, 2)),
                              slice_cut(b, 0, title_prefix(b, 2)));
}

/* Whether the title is repeated on a page of what began before: the last one taken. */
static bool is_again(const struct seen *last, const struct seen *one, const struct head *head)
{
    if (last == NULL || last->kind != one->kind)
        return false;
    if (one->kind == TITLE_SCHEDULE)
        return is_same_schedule(last->title, one->title);
    if (one->kind == TITLE_AUDITORS || one->kind == TITLE_MANAGEMENT || one->kind == TITLE_INDEX)
        return (head->features & HEAD_CONTINUED) != 0;
    return one->kind == TITLE_NOTES || last->host == one->host
               ? is_same_title(last->title, one->title) || one->kind == TITLE_NOTES ||
                     (head->features & HEAD_CONTINUED)
               : false;
}

static bool is_title(const struct seen_list *seen, const struct scan *scan, size_t i)
{
    const struct seen *one = &seen->list.at[i];
    const struct head *head = head_of(scan, one);
    bool loud = (head->set & ~(unsigned)(SET_TITLE_CASE | SET_IN_ROW | SET_RUN_IN)) != 0;
    if (one->row || head->set & SET_RUN_IN)
        return false;
    if (statement_title_is_statement(one->kind))
        return is_statement(seen, scan, i) || is_short(seen, scan, i);
    if (head->features & (HEAD_LINK | HEAD_MID_SENTENCE) || is_listed(seen, scan, i))
        return false;
    switch (one->kind) {
    case TITLE_NOTES:
        return is_group(seen, scan, i);
    case TITLE_AUDITORS:
        return room_of(seen, scan, i) >= REPORT_LEAST &&
               (one->home ? loud || head->features & HEAD_PAGE_TOP
                          : statement_head_is_report(&scan->heads, one->head));
    case TITLE_MANAGEMENT:
        return one->home && loud && room_of(seen, scan, i) >= REPORT_LEAST;
    case TITLE_INDEX:
        return one->home && loud;
    default:
        return one->home && loud && one->figures >= FIGURES_LEAST && !(head->features & HEAD_TABLE);
    }
}

/* Chooses; where statements are at home in the document, others are not taken. */
static void choose(struct seen_list *seen, const struct scan *scan)
{
    const struct seen *last = NULL, *schedule = NULL;
    size_t home = 0;
    for (size_t i = 0; i < seen->list.count; i++) {
        const struct seen *one = &seen->list.at[i];
        home += one->home && statement_title_is_statement(one->kind) && is_statement(seen, scan, i);
    }
    for (size_t i = 0; i < seen->list.count; i++) {
        struct seen *one = &seen->list.at[i];
        bool abroad = home >= 2 && !one->home && one->kind != TITLE_AUDITORS;
        if (abroad || !is_title(seen, scan, i))
            continue;
        if (goes_on(seen, scan, i) && one[-1].taken)
            continue;
        bool of_schedule = one->kind == TITLE_SCHEDULE;
        if (is_again(of_schedule ? schedule : last, one, head_of(scan, one)))
            continue;
        one->taken = true;
        last = one;
        schedule = of_schedule ? one : schedule;
    }
}

/* `set`: how many statements there are in all. */
static double confidence_of(const struct seen *one, const struct head *head, size_t set)
{
    double c = statement_title_is_statement(one->kind) ? 0.72 : 0.84;
    c += one->figures >= 2 * FIGURES_LEAST ? 0.04 : 0;
    c += one->units ? 0.06 : 0;
    c += set >= 3 ? 0.2 : set == 2 ? 0.14 : 0;
    c += head->set & (SET_BOLD | SET_CAPS | SET_CENTER | SET_HEADING) ? 0.06 : 0;
    c += head->features & (HEAD_LINKED | HEAD_PAGE_TOP) ? 0.04 : 0;
    c -= one->home || set >= 3 ? 0 : 0.2; /* where there is a whole set, it is at home */
    c -= head->features & HEAD_CONTINUED ? 0.1 : 0;
    bool is_sure = one->figures >= FIGURES_LEAST || one->units || head->features & HEAD_TABLE;
    if (statement_title_is_statement(one->kind) && !is_sure && c > 0.75)
        c = 0.75; /* a row or two */
    return c > 0.98 ? 0.98 : c;
}

/* The name of the company at the top of the page of a title, or the title's own head. */
static const struct head *top_of_page(const struct scan *scan, const struct seen *one, size_t least)
{
    const struct head *head = head_of(scan, one);
    for (size_t i = one->head; i > 0 && one->head - i < STACKED; i--) {
        const struct head *above = &scan->heads.list.at[i - 1];
        if (above->page != head->page || above->offset <= least ||
            head->text - above->text > NAME_TEXT)
            break;
        if (above->features & HEAD_PAGE_TOP && !(above->features & HEAD_FURNITURE))
            return above;
    }
    return head;
}

/* Puts what stands behind the signatures beside them: below their index, or a heading made for
 * them where the name of the company stands above, or each at the top. Returns the grade of those
 * that follow. */
static int open_top(struct sections *found, const struct scan *scan, const struct nodes *nodes,
                    const struct seen *one)
{
    if (one->kind == TITLE_INDEX)
        return GRADE_TOP;
    const struct head *top = top_of_page(scan, one, nodes->list.at[one->host].offset);
    if (top == head_of(scan, one))
        return GRADE_TOP;
    struct section *made = sections_add(found, NODE_HEADING, top, GRADE_TOP);
    made->title = SLICE("Financial Statements");
    made->found_by = FOUND_TITLE;
    made->confidence = 0.85;
    made->why = WHY_TITLE;
    return GRADE_GROUP;
}

static bool is_behind(const struct nodes *nodes, size_t host)
{
    if (host == (size_t)-1)
        return false;
    enum node_kind kind = nodes->list.at[host].kind;
    return kind == NODE_SIGNATURES || kind == NODE_EXHIBIT_INDEX;
}

static void add(struct sections *found, const struct scan *scan, const struct seen *one, int grade,
                size_t set)
{
    const struct head *head = head_of(scan, one);
    bool statement = statement_title_is_statement(one->kind);
    bool table = one->figures >= FIGURES_LEAST || head->features & HEAD_TABLE;
    struct section *section =
        sections_add(found, statement ? NODE_STATEMENT : NODE_HEADING, head, grade);
    section->title = one->title;
    section->found_by = FOUND_TITLE;
    section->confidence = confidence_of(one, head, set);
    section->why = WHY_TITLE | (table && statement ? WHY_TABLE : 0) |
                   (head->set & (SET_BOLD | SET_CAPS | SET_CENTER) ? WHY_LOOKS : 0) |
                   (head->features & HEAD_LINKED ? WHY_LINKED : 0) | (one->home ? 0 : DOUBT_ORDER);
}

/* Adds those that were chosen. */
static void add_taken(struct statements_search *s)
{
    size_t statements = 0, top = (size_t)-1;
    int grade = GRADE_GROUP;
    for (size_t i = 0; i < s->seen.list.count; i++)
        statements +=
            s->seen.list.at[i].taken && statement_title_is_statement(s->seen.list.at[i].kind);
    for (size_t i = 0; i < s->seen.list.count; i++) {
        const struct seen *one = &s->seen.list.at[i];
        if (!one->taken)
            continue;
        int own = GRADE_GROUP;
        if (is_behind(s->nodes, one->host) && one->host != top) {
            top = one->host;
            own = open_top(s->found, s->scan, s->nodes, one);
            grade = one->kind == TITLE_INDEX || own == GRADE_GROUP ? GRADE_GROUP : GRADE_TOP;
        } else if (one->host == top) {
            own = grade;
        }
        add(s->found, s->scan, one, own, statements);
    }
}

struct statements_search *statements_begin(struct sections *found, const struct scan *scan,
                                           const struct nodes *nodes)
{
    struct statements_search *s = memory_alloc(sizeof *s);
    s->found = found;
    s->scan = scan;
    s->nodes = nodes;
    s->host = (size_t)-1;
    s->anywhere = !has_home(nodes);
    return s;
}

bool statements_step(struct statements_search *s, size_t heads)
{
    size_t left = s->scan->heads.list.count - s->head;
    see(s, s->head + (heads < left ? heads : left));
    if (heads < left)
        return false;
    weigh(&s->seen, s->scan);
    choose(&s->seen, s->scan);
    add_taken(s);
    return true;
}

void statements_end(struct statements_search *s)
{
    if (s)
        array_deinit(&s->seen.list);
    free(s);
}

void statements_find(struct sections *found, const struct scan *scan, const struct nodes *nodes)
{
    struct statements_search *s = statements_begin(found, scan, nodes);
    statements_step(s, (size_t)-1);
    statements_end(s);
}
