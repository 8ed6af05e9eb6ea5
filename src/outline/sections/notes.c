/* SPDX-License-Identifier: MIT */
/* Finds the notes to financial statements. */
#include "outline/sections/notes.h"

#include "base/memory.h"
#include "outline/sections/facts.h"
#include "outline/items/line.h"
#include "outline/sections/note_run.h"
#include "outline/sections/note_set.h"
#include "outline/sections/plain_notes.h"
#include "outline/sections/statement_title.h"

#include <stdlib.h>
#include <string.h>

enum {
    SERIES = 10,       /* lines of one class that count on: more say no more */
    TITLE_BLOCKS = 3,  /* blocks from a label alone to its title */
    BARE_TITLE = 120,  /* bytes */
    LONG_TITLE = 48,   /* bytes: longer ones without capitals are sentences */
    NEAR = 400,        /* bytes of text from the heading above notes to the first of them */
    HEAD_INPUT = 1024, /* bytes of the input that are gone through in the time of one head */
    TAKEN_OUT = -1     /* the grade of a section that is none */
};

/* A section of `found`: a statement, the heading above notes and the like; by place. */
struct event {
    size_t offset, section;
};

/* What the search works on. */
struct notes_search {
    struct sections *found;
    const struct scan *scan;
    const struct nodes *nodes;
    struct note_marks marks;
    bool *tagged; /* by head: a note begins with it, say the filer's tags; */
    bool *noted;  /* it was taken for one; */
    bool chosen;  /* the marks that are notes are */
    ARRAY(struct event) events;
    struct facts facts;
    /* What stands before the head to look at next: */
    size_t head, node, event;
    struct note_mark before; /* as a mark there would have it */
    size_t group;            /* bytes of text before the last heading above notes */
};

static const struct head *head_of(const struct notes_search *s, const struct note_mark *mark)
{
    return &s->scan->heads.list.at[mark->head];
}

static bool is_group(const struct section *section)
{
    return section->kind == NODE_HEADING && statement_title_of(section->title) == TITLE_NOTES;
}

/* Nodes that no set of notes goes across. */
static bool is_border(const struct node *node)
{
    return node->kind != NODE_EXHIBIT_ROW && node->kind != NODE_HEADING &&
           node->kind != NODE_STATEMENT && node->kind != NODE_NOTE;
}

/* The place of the mark's class and style in a table of all. */
static size_t series_of(const struct note_mark *mark)
{
    return (size_t)mark->class * NOTE_STYLES + mark->label.style;
}

/* The first event at or behind the place. */
static size_t event_at(const struct notes_search *s, size_t offset)
{
    size_t low = 0, high = s->events.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->events.at[middle].offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What the line itself says for it and against it. */
static double score_of(const struct notes_search *s, const struct note_mark *mark)
{
    const struct head *head = head_of(s, mark);
    double score = 0.3;
    score += note_style_is_word(mark->label.style) ? 1.5 : 0;
    score += mark->label.style == NOTE_BARE ? -0.9 : 0;
    score += (head->set & (SET_BOLD | SET_UNDERLINE | SET_HEADING)) != 0 ? 0.9 : 0;
    score += head->set & SET_CAPS ? 0.6 : head->set & SET_TITLE_CASE ? 0.3 : 0;
    score += head->set & SET_ITALIC && !(head->set & SET_BOLD) ? -0.2 : 0;
    score += mark->known ? 0.7 : 0;
    score += mark->tagged ? 2 : 0;
    score += head->features & HEAD_LINKED ? 0.5 : 0;
    score += mark->groups > 0 ? 0.6 : 0;
    score -= head->features & HEAD_SENTENCE && !(head->set & SET_RUN_IN) ? 1.2 : 0;
    score -= head->features & HEAD_TABLE ? 1.5 : 0;
    score -= head->features & HEAD_MID_SENTENCE ? 1 : 0;
    score -= mark->title.len == 0 ? 0.6 : 0;
    /* "Note 7" and "Note 8" may be taken for one line at the top of pages. */
    score -= head->features & HEAD_FURNITURE ? 0.3 : 0;
    return score;
}

/* The title of a label that stands alone: the next head, when it is near and of its own. */
static struct slice title_below(const struct notes_search *s, size_t i)
{
    const struct heads *heads = &s->scan->heads;
    struct note_label label;
    if (i + 1 >= heads->list.count)
        return (struct slice){0};
    const struct head *head = &heads->list.at[i];
    const struct head *next = head + 1;
    unsigned against = HEAD_SENTENCE | HEAD_PAGE_NUMBER | HEAD_CONTINUED;
    if (next->block - head->block > TITLE_BLOCKS || (next->features & against) ||
        next->title.len > BARE_TITLE || note_label_read(next->title, &label))
        return (struct slice){0};
    return next->title;
}

/* Reads the head as a mark; false when it is none. */
static bool read_mark(const struct notes_search *s, size_t i, struct note_mark *mark)
{
    const struct head *head = &s->scan->heads.list.at[i];
    unsigned against = HEAD_PAGE_NUMBER | HEAD_CONTINUED | HEAD_LINK;
    if ((head->features & against) || !note_label_read(head->title, &mark->label))
        return false;
    bool run_on = (head->set & SET_RUN_IN) || (head->features & HEAD_SENTENCE);
    mark->head = i;
    mark->class = head->class;
    mark->title = note_label_title(mark->label.rest, run_on);
    if (mark->title.len == 0)
        mark->title = title_below(s, i);
    mark->known = note_label_is_known(mark->title);
    bool prose = !mark->known || mark->title.len > LONG_TITLE;
    if (run_on && prose && !line_is_heading_case(mark->title))
        mark->title = (struct slice){0}; /* the note begins at once */
    mark->tagged = s->tagged[i];
    return true;
}

/* Collects the lines with labels, and what stands before each. */
static void collect(struct notes_search *s, size_t end)
{
    const struct heads *heads = &s->scan->heads;
    struct note_mark *b = &s->before;
    for (; s->head < end; s->head++) {
        const struct head *head = &heads->list.at[s->head];
        for (; s->node < s->nodes->list.count && s->nodes->list.at[s->node].offset <= head->offset;
             s->node++) {
            if (!is_border(&s->nodes->list.at[s->node]))
                continue;
            b->place++;
            b->groups = 0;
            b->statements = b->below = false;
        }
        for (; s->event < s->events.count && s->events.at[s->event].offset <= head->offset;
             s->event++) {
            const struct section *section = &s->found->list.at[s->events.at[s->event].section];
            b->cut++;
            b->below = is_group(section);
            b->groups += b->below;
            s->group = head->text; /* or a little less */
            b->statements = b->statements || section->kind == NODE_STATEMENT;
        }
        struct note_mark mark = *b;
        mark.near = b->below && head->text - s->group <= NEAR;
        if (read_mark(s, s->head, &mark))
            array_push(&s->marks.list, mark);
    }
}

/* Lines of one class and style that count on among themselves speak for each other. */
static void weigh(struct notes_search *s)
{
    size_t size = (s->scan->heads.classes.count + 1) * NOTE_STYLES;
    unsigned *lengths = memory_alloc(size * sizeof *lengths);
    for (size_t i = 0; i < s->marks.list.count; i++) {
        const struct note_mark *mark = &s->marks.list.at[i];
        if (mark->label.number == lengths[series_of(mark)] + 1)
            lengths[series_of(mark)]++;
    }
    for (size_t i = 0; i < s->marks.list.count; i++) {
        struct note_mark *mark = &s->marks.list.at[i];
        unsigned length = lengths[series_of(mark)];
        mark->score = score_of(s, mark) + (length < SERIES ? length : SERIES) * 1.0 / SERIES;
    }
    free(lengths);
}

static struct slice label_text(struct notes_search *s, const struct note_mark *mark,
                               const char *front, char letter_a)
{
    struct buffer text;
    buffer_init(&text);
    buffer_add_text(&text, front);
    if (note_style_is_letter(mark->label.style))
        buffer_add_byte(&text, (char)(letter_a + (char)(mark->label.number - 1)));
    else
        buffer_addf(&text, "%u", mark->label.number);
    struct slice copy = arena_copy(&s->found->arena, buffer_slice(&text));
    buffer_deinit(&text);
    return copy;
}

static void add_note(struct notes_search *s, const struct note_set *run,
                     const struct note_mark *mark)
{
    const struct head *head = head_of(s, mark);
    double confidence = note_set_confidence(run, &s->marks, &s->scan->heads, mark);
    struct section *section = sections_add(s->found, NODE_NOTE, head, GRADE_PART);
    s->noted[mark->head] = true;
    section->id = label_text(s, mark, "note-", 'a');
    section->label = label_text(s, mark, "Note ", 'A');
    section->title = mark->title;
    section->confidence = confidence;
    section->why = WHY_LABEL | (mark->gap ? 0 : WHY_ORDER) | (mark->known ? WHY_TITLE : 0) |
                   (mark->tagged ? WHY_TAGGED : 0) |
                   (mark->class == run->class ? WHY_CLASS : DOUBT_LOOKS) |
                   (head->features & HEAD_LINKED ? WHY_LINKED : 0) | (mark->gap ? DOUBT_ORDER : 0);
}

/* What has the title of a statement between two notes of one set is a table of the first of them; a
 * heading above notes that stands there is the head of a page. */
static void settle_between(struct notes_search *s, size_t from, size_t to)
{
    for (size_t i = event_at(s, from); i < s->events.count && s->events.at[i].offset < to; i++) {
        struct section *section = &s->found->list.at[s->events.at[i].section];
        if (section->kind == NODE_STATEMENT || is_group(section))
            section->grade = TAKEN_OUT;
    }
}

/* A set that begins with 2: the first note is the tagged head before it that has no number. */
static void add_first(struct notes_search *s, const struct note_set *set)
{
    struct note_mark mark = s->marks.list.at[set->at[0]];
    size_t event = event_at(s, head_of(s, &mark)->offset);
    size_t from = event > 0 ? heads_at(&s->scan->heads, s->events.at[event - 1].offset) : 0;
    if (mark.label.number != 2 || mark.groups == 0)
        return;
    for (size_t i = mark.head; i-- > from;)
        if (s->tagged[i])
            mark.head = i;
    if (!s->tagged[mark.head] || mark.head == s->marks.list.at[set->at[0]].head)
        return;
    const struct head *head = head_of(s, &mark);
    mark.label.number = 1;
    mark.title = head->title;
    mark.known = note_label_is_known(head->title);
    mark.tagged = true;
    mark.class = head->class;
    add_note(s, set, &mark);
    s->found->list.at[s->found->list.count - 1].why &= ~(unsigned)WHY_LABEL;
}

static void add_run(struct notes_search *s, const size_t *at, size_t count)
{
    struct note_set run = {.at = at, .count = count};
    if (count == 0)
        return;
    note_set_measure(&run, &s->marks, &s->scan->heads);
    if (!note_set_is_notes(&run, &s->marks))
        return;
    add_first(s, &run);
    for (size_t i = 0; i < count; i++)
        add_note(s, &run, &s->marks.list.at[at[i]]);
    settle_between(s, head_of(s, &s->marks.list.at[at[0]])->offset,
                   head_of(s, &s->marks.list.at[at[count - 1]])->offset);
}

static void add_runs(struct notes_search *s)
{
    ARRAY(size_t) run = {0};
    for (size_t i = 0; i < s->marks.list.count; i++) {
        if (!s->marks.list.at[i].chosen)
            continue;
        if (s->marks.list.at[i].first) {
            add_run(s, run.at, run.count);
            run.count = 0;
        }
        array_push(&run, i);
    }
    add_run(s, run.at, run.count);
    array_deinit(&run);
}

/* Below each heading above notes, as far as the next event or border, where no note was found. */
static void add_plain(struct notes_search *s)
{
    const struct heads *heads = &s->scan->heads;
    size_t node = 0;
    for (size_t i = 0; i < s->events.count; i++) {
        const struct section *section = &s->found->list.at[s->events.at[i].section];
        size_t offset = s->events.at[i].offset;
        if (section->grade == TAKEN_OUT || !is_group(section))
            continue;
        while (node < s->nodes->list.count &&
               (s->nodes->list.at[node].offset <= offset || !is_border(&s->nodes->list.at[node])))
            node++;
        size_t end = node < s->nodes->list.count ? s->nodes->list.at[node].offset : (size_t)-1;
        if (i + 1 < s->events.count && s->events.at[i + 1].offset < end)
            end = s->events.at[i + 1].offset;
        size_t from = heads_at(heads, offset) + 1, to = heads_at(heads, end), noted = from;
        while (noted < to && !s->noted[noted])
            noted++;
        if (noted >= to && from < to)
            plain_notes_find(s->found, heads, s->tagged, from, to);
    }
}

static int by_offset(const void *a, const void *b)
{
    const struct event *x = a;
    const struct event *y = b;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

static void list_events(struct notes_search *s)
{
    for (size_t i = 0; i < s->found->list.count; i++) {
        struct event event = {s->found->list.at[i].offset, i};
        array_push(&s->events, event);
    }
    if (s->events.count > 1)
        qsort(s->events.at, s->events.count, sizeof *s->events.at, by_offset);
}

/* Marks the heads that the filer's tags are at; true when all are marked. */
static bool mark_tagged(struct notes_search *s, size_t bytes)
{
    if (!s->scan->printed && facts_may_be(s->scan->bytes) &&
        !facts_step(&s->facts, s->scan->bytes, s->scan->start, bytes))
        return false;
    s->tagged = memory_alloc((s->scan->heads.list.count + 1) * sizeof *s->tagged);
    for (size_t i = 0; i < s->facts.list.count; i++)
        if (s->facts.list.at[i].kind == FACT_NOTE)
            s->tagged[facts_head(&s->facts.list.at[i], &s->scan->heads)] = true;
    return true;
}

static void take_out(struct sections *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->list.count; i++)
        if (found->list.at[i].grade != TAKEN_OUT)
            found->list.at[kept++] = found->list.at[i];
    found->list.count = kept;
}

struct notes_search *notes_begin(struct sections *found, const struct scan *scan,
                                 const struct nodes *nodes)
{
    struct notes_search *s = memory_alloc(sizeof *s);
    s->found = found;
    s->scan = scan;
    s->nodes = nodes;
    facts_init(&s->facts);
    return s;
}

bool notes_step(struct notes_search *s, size_t heads)
{
    size_t count = s->scan->heads.list.count;
    if (count == 0)
        return true;
    if (!s->tagged) {
        size_t most = (size_t)-1 / HEAD_INPUT;
        if (mark_tagged(s, (heads < most ? heads : most) * HEAD_INPUT))
            list_events(s);
    } else if (s->head < count) {
        collect(s, heads < count - s->head ? s->head + heads : count);
    } else if (!s->chosen) {
        weigh(s);
        note_run_choose(&s->marks);
        s->chosen = true;
    } else if (!s->noted) {
        s->noted = memory_alloc((count + 1) * sizeof *s->noted);
        add_runs(s);
    } else {
        add_plain(s);
        take_out(s->found);
        return true;
    }
    return false;
}

void notes_end(struct notes_search *s)
{
    if (!s)
        return;
    array_deinit(&s->marks.list);
    array_deinit(&s->events);
    facts_deinit(&s->facts);
    free(s->tagged);
    free(s->noted);
    free(s);
}

void notes_find(struct sections *found, const struct scan *scan, const struct nodes *nodes)
{
    struct notes_search *s = notes_begin(found, scan, nodes);
    while (!notes_step(s, (size_t)-1))
        ;
    notes_end(s);
}
