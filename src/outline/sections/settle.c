/* SPDX-License-Identifier: MIT */
/* Sets right what sections hold, by those around them. */
#include "outline/sections/settle.h"

#include "outline/sections/report_words.h"
#include "outline/sections/statement_title.h"

#include <stdlib.h>
#include <string.h>

enum {
    TAKEN_OUT = -1, /* the grade of a section that is none */
    MATTERS = 3,    /* headings between two of a report that stand in it */
    PAGE_HEADS = 3, /* heads above one that still stands at the top of its page */
    REPEATED = 3    /* times that a head comes again until that says enough by itself */
};

/* What is open while the sections are walked. */
struct state {
    bool notes;     /* a heading above notes, or a note, stands before, with no statement since */
    unsigned last;  /* number of the last note; 0 before the first */
    bool report;    /* a report of auditors is open */
    size_t waiting; /* the first section that waits for what stands behind it */
};

static int by_place(const void *a, const void *b)
{
    const struct section *x = a;
    const struct section *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    return x->grade - y->grade;
}

/* Nodes that end what is open. */
static bool is_border(const struct node *node)
{
    return node->kind != NODE_EXHIBIT_ROW && node->kind != NODE_HEADING;
}

/* The number or letter of a note's label, to tell whether a set goes on. */
static unsigned number_of(const struct section *note)
{
    static const struct slice front = SLICE_ROW("note-");
    unsigned n = 0;
    if (!slice_starts(note->id, front) || note->id.len <= front.len)
        return 0;
    char c = note->id.at[front.len];
    if (byte_is_lower(c))
        return (unsigned)(c - 'a') + 1;
    for (size_t i = front.len; i < note->id.len && byte_is_digit(note->id.at[i]) && n < 1000; i++)
        n = n * 10 + (unsigned)(note->id.at[i] - '0');
    return n;
}

/* A note: the headings since the last one, or since the heading above all, do not hold it. */
static void take_note(struct sections *found, struct state *s, size_t i)
{
    unsigned number = number_of(&found->list.at[i]);
    bool goes_on = s->notes && (s->last == 0 || number > s->last);
    for (size_t k = s->waiting; goes_on && k < i; k++) {
        struct section *heading = &found->list.at[k];
        if (heading->kind == NODE_HEADING && heading->grade == GRADE_GROUP)
            heading->grade = s->last == 0 ? GRADE_PART : GRADE_HEADING;
    }
    s->notes = true;
    s->last = number;
    s->report = false;
    s->waiting = i + 1;
}

/* A heading that may stand in an open report: others between two that do are what the report is
 * about, and stand in it too. */
static void take_heading(struct sections *found, struct state *s, size_t i)
{
    struct section *section = &found->list.at[i];
    enum report_words words = s->report ? report_words_of(section->title) : REPORT_OTHER;
    if (words == REPORT_LETTER) {
        section->grade = TAKEN_OUT;
    } else if (words == REPORT_OVER) {
        section->grade = section->grade < GRADE_GROUP ? section->grade : GRADE_GROUP;
        s->report = false;
    } else if (words == REPORT_PART) {
        for (size_t k = s->waiting; i - s->waiting <= MATTERS && k <= i; k++)
            if (found->list.at[k].grade == GRADE_GROUP)
                found->list.at[k].grade = GRADE_PART;
        s->waiting = i + 1;
    }
}

/* Sets the grades of headings by what stands around them. */
static void settle_grades(struct sections *found, const struct nodes *nodes)
{
    struct state s = {0};
    size_t node = 0;
    for (size_t i = 0; i < found->list.count; i++) {
        struct section *section = &found->list.at[i];
        for (; node < nodes->list.count && nodes->list.at[node].offset <= section->offset; node++)
            if (is_border(&nodes->list.at[node]))
                s = (struct state){.waiting = i};
        enum statement_title kind =
            section->kind == NODE_HEADING ? statement_title_of(section->title) : TITLE_OTHER;
        if (section->kind == NODE_NOTE)
            take_note(found, &s, i);
        else if (section->kind == NODE_STATEMENT)
            s = (struct state){.waiting = i + 1};
        else if (kind == TITLE_NOTES || kind == TITLE_AUDITORS)
            s = (struct state){
                .notes = kind == TITLE_NOTES, .report = kind != TITLE_NOTES, .waiting = i + 1};
        else if (section->kind == NODE_HEADING)
            take_heading(found, &s, i);
    }
}

/* A heading near the top of its page, or one that may be the top of a report. */
struct top {
    struct slice title;
    size_t section, region; /* nodes that end what is open, and are before it */
    size_t statements;      /* before it */
    uint32_t page;
    bool first; /* the first of its page */
    bool chief; /* centred, of the highest grade in an exhibit */
};

struct tops {
    ARRAY(struct top) list;
};

static int by_title(const void *a, const void *b)
{
    const struct top *x = a;
    const struct top *y = b;
    if (x->region != y->region)
        return x->region < y->region ? -1 : 1;
    size_t len = x->title.len < y->title.len ? x->title.len : y->title.len;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)byte_lower(x->title.at[i]);
        unsigned char d = (unsigned char)byte_lower(y->title.at[i]);
        if (c != d)
            return c < d ? -1 : 1;
    }
    if (x->title.len != y->title.len)
        return x->title.len < y->title.len ? -1 : 1;
    return (x->section > y->section) - (x->section < y->section);
}

/* True when only few heads of its page stand above the head. */
static bool is_at_top(const struct heads *heads, size_t i)
{
    for (size_t k = 0; k <= PAGE_HEADS && k <= i; k++) {
        if (heads->list.at[i - k].page != heads->list.at[i].page)
            return false;
        if (heads->list.at[i - k].features & HEAD_PAGE_TOP)
            return true;
    }
    return false;
}

static void list_tops(struct tops *tops, const struct sections *found, const struct scan *scan,
                      const struct nodes *nodes)
{
    const struct heads *heads = &scan->heads;
    size_t node = 0, region = 0, statements = 0, head = 0;
    for (size_t i = 0; i < found->list.count; i++) {
        const struct section *section = &found->list.at[i];
        for (; node < nodes->list.count && nodes->list.at[node].offset <= section->offset; node++)
            region += is_border(&nodes->list.at[node]);
        statements += section->kind == NODE_STATEMENT;
        while (head < heads->list.count && heads->list.at[head].offset < section->offset)
            head++;
        if (section->kind != NODE_HEADING || section->label.len > 0 || head >= heads->list.count ||
            heads->list.at[head].offset != section->offset)
            continue;
        const struct head *own = &heads->list.at[head];
        bool chief = scan->exhibit && section->grade == GRADE_GROUP && own->set & SET_CENTER;
        if (!chief && !is_at_top(heads, head))
            continue;
        enum statement_title kind = statement_title_of(section->title);
        if (kind != TITLE_OTHER && kind != TITLE_SCHEDULE)
            continue; /* of these each company, and each year, may have its own */
        struct top top = {.title = section->title,
                          .section = i,
                          .region = region,
                          .statements = statements,
                          .page = own->page,
                          .first = (own->features & HEAD_PAGE_TOP) != 0,
                          .chief = chief};
        array_push(&tops->list, top);
    }
}

/* The same title at the top of pages, with statements between; of many pages that follow each
 * other; of an exhibit all of whose tables have it: the first stays. */
static void drop_running(struct sections *found, const struct tops *tops)
{
    size_t end;
    for (size_t i = 0; i < tops->list.count; i = end) {
        const struct top *first = &tops->list.at[i];
        bool turns = first->first, between = false, chief = first->chief;
        for (end = i + 1; end < tops->list.count && tops->list.at[end].region == first->region &&
                          slice_equal_nocase(tops->list.at[end].title, first->title);
             end++) {
            const struct top *top = &tops->list.at[end];
            turns = turns && top->first && top->page == top[-1].page + 1;
            chief = chief && top->chief;
            between = between || (top->page > top[-1].page && top->statements > top[-1].statements);
        }
        if (!between && !((turns || chief) && end - i >= REPEATED))
            continue;
        for (size_t k = i + 1; k < end; k++)
            if (chief || tops->list.at[k].page != tops->list.at[k - 1].page)
                found->list.at[tops->list.at[k].section].grade = TAKEN_OUT;
    }
}

static void take_out(struct sections *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->list.count; i++)
        if (found->list.at[i].grade != TAKEN_OUT)
            found->list.at[kept++] = found->list.at[i];
    found->list.count = kept;
}

void sections_settle(struct sections *found, const struct scan *scan, const struct nodes *nodes)
{
    struct tops tops = {0};
    if (found->list.count < 2)
        return;
    qsort(found->list.at, found->list.count, sizeof *found->list.at, by_place);
    list_tops(&tops, found, scan, nodes);
    if (tops.list.count > 1) {
        qsort(tops.list.at, tops.list.count, sizeof *tops.list.at, by_title);
        drop_running(found, &tops);
        take_out(found); /* so that none of these holds others */
    }
    array_deinit(&tops.list);
    settle_grades(found, nodes);
    take_out(found);
}
