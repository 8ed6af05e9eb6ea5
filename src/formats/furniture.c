/* SPDX-License-Identifier: MIT */
/* Running heads and feet, told from text by repetition. */
#include "formats/furniture.h"

#include "base/array.h"
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    HEAD_LINES = 5, /* lines of a page that may be a running head */
    FOOT_LINES = 3, /* the same of a foot */
    REPEATED = 3,   /* so many pages make furniture */
    LONGEST = 160,  /* bytes of a line of furniture */
    MOST_ENTRIES = 4096,
    SLOTS = MOST_ENTRIES * 2,
    FRONT = 8, /* folded bytes at the front of a line, by which most are told from furniture */
    FRONTS = 512,
    FEW = 12,    /* questions that are answered from the sample as it lies */
    WINDOW = 256 /* bytes in which a line's beginning is looked for at once */
};

/* A line at the edge of a page of the sample, without blanks at its ends. */
struct sampled {
    const char *at;
    uint32_t page;
    uint8_t len, edge;
    char front, back; /* its first and last byte, folded */
};

struct entry {
    uint64_t hash;     /* of the edge and the line, numbers folded */
    const char *first; /* the first line with it */
    uint32_t page;     /* the last page it was counted on */
    unsigned count;
};

/* The sample is only gathered at first: whoever looks at one page of a long document asks for few
 * lines, and need not wait for a table of all. */
struct furniture {
    ARRAY(struct sampled) sample;
    size_t asked; /* so many questions were answered from it */
    bool entered; /* its lines are in the table, and those that come go there, too */
    ARRAY(struct entry) entries;
    uint32_t *slots; /* index + 1 into entries; open addressing */
    uint32_t pages;
    char alike[256];     /* for each byte the one that it counts as */
    bool fronts[FRONTS]; /* by hash: some repeated line has such a front */
};

struct furniture *furniture_new(void)
{
    struct furniture *f = memory_alloc(sizeof *f);
    for (size_t i = 0; i < sizeof f->alike; i++) {
        char c = byte_lower((char)(unsigned char)i);
        f->alike[i] = byte_is_digit(c) ? '0' : byte_is_blank(c) ? ' ' : c;
    }
    return f;
}

void furniture_free(struct furniture *f)
{
    if (!f)
        return;
    array_deinit(&f->sample);
    array_deinit(&f->entries);
    free(f->slots);
    free(f);
}

/* Writes the line, which has no blanks at its ends, with blanks folded, digits as one 0, letters in
 * lower case; no more than `most` bytes of that. */
static struct slice fold(const struct furniture *f, struct slice line, size_t most, char *folded)
{
    char before = ' ';
    size_t len = 0;
    for (size_t i = 0; i < line.len && len < most; i++) {
        char c = f->alike[(unsigned char)line.at[i]];
        if (c == before && (c == ' ' || c == '0'))
            continue;
        folded[len++] = before = c;
    }
    return (struct slice){folded, len};
}

/* A hash of the folded line. */
static uint64_t line_hash(const struct furniture *f, enum furniture_edge edge, struct slice line,
                          size_t most)
{
    char folded[LONGEST];
    return slice_hash(fold(f, line, most, folded)) + edge;
}

/* The place in f->fronts of what the line begins with. */
static size_t front_of(const struct furniture *f, enum furniture_edge edge, struct slice line)
{
    return line_hash(f, edge, line, FRONT) % FRONTS;
}

/* The slot where the hash is or would be. */
static uint32_t *slot_of(const struct furniture *f, uint64_t hash)
{
    size_t i = hash % SLOTS;
    while (f->slots[i] && f->entries.at[f->slots[i] - 1].hash != hash)
        i = (i + 1) % SLOTS;
    return &f->slots[i];
}

/* Enters the line into the table, or counts it there. */
static void enter_line(struct furniture *f, const struct sampled *s)
{
    struct slice line = {s->at, s->len};
    uint64_t hash = line_hash(f, s->edge, line, LONGEST);
    if (!f->slots)
        f->slots = memory_alloc(SLOTS * sizeof *f->slots);
    uint32_t *slot = slot_of(f, hash);
    if (!*slot) {
        if (f->entries.count == MOST_ENTRIES)
            return;
        array_push(&f->entries, ((struct entry){.hash = hash, .first = line.at}));
        *slot = (uint32_t)f->entries.count;
    }
    struct entry *entry = &f->entries.at[*slot - 1];
    if (entry->page != s->page) {
        entry->page = s->page;
        entry->count++;
        if (entry->count == REPEATED)
            f->fronts[front_of(f, s->edge, line)] = true;
    }
}

static void enter_sample(struct furniture *f)
{
    for (size_t i = 0; i < f->sample.count; i++)
        enter_line(f, &f->sample.at[i]);
    array_deinit(&f->sample);
    f->entered = true;
}

/* The same as furniture_add_line for a line without blanks at its ends. */
static void add_trimmed(struct furniture *f, enum furniture_edge edge, struct slice line)
{
    if (line.len == 0 || line.len > LONGEST || furniture_is_ruling(line))
        return;
    struct sampled sampled = {.at = line.at,
                              .page = f->pages,
                              .len = (uint8_t)line.len,
                              .edge = (uint8_t)edge,
                              .front = f->alike[(unsigned char)*line.at],
                              .back = f->alike[(unsigned char)line.at[line.len - 1]]};
    if (!f->entered && f->sample.count == MOST_ENTRIES)
        enter_sample(f);
    if (f->entered)
        enter_line(f, &sampled);
    else
        array_push(&f->sample, sampled);
}

void furniture_add_line(struct furniture *f, enum furniture_edge edge, struct slice line)
{
    add_trimmed(f, edge, slice_trim(line));
}

/* Where the last line of `page` begins. */
static size_t last_line(struct slice page)
{
    for (size_t end = page.len; end > 0;) {
        size_t from = end > WINDOW ? end - WINDOW : 0;
        const char *feed = memrchr(page.at + from, '\n', end - from);
        if (feed)
            from = (size_t)(feed - page.at) + 1;
        const char *other = from < end ? memrchr(page.at + from, '\r', end - from) : NULL;
        if (other)
            return (size_t)(other - page.at) + 1;
        if (feed)
            return from;
        end = from;
    }
    return 0;
}

bool furniture_last_line(struct slice *page, struct slice *line)
{
    if (page->len == 0)
        return false;
    size_t start = last_line(*page);
    *line = slice_trim(slice_cut(*page, start, page->len));
    page->len = start > 0 ? start - 1 : 0;
    return true;
}

void furniture_begin_page(struct furniture *f)
{
    f->pages++;
}

static struct slice trim_front(struct slice s)
{
    while (s.len > 0 && byte_is_blank(*s.at)) {
        s.at++;
        s.len--;
    }
    return s;
}

static struct slice trim_back(struct slice s)
{
    while (s.len > 0 && byte_is_blank(s.at[s.len - 1]))
        s.len--;
    return s;
}

void furniture_add_page(struct furniture *f, struct slice page)
{
    furniture_begin_page(f);
    struct slice rest = page, line;
    for (int lines = 0; lines < HEAD_LINES; lines++) {
        rest = trim_front(rest);
        if (rest.len == 0 || *rest.at == '<')
            break; /* a table begins: its head is not the page's */
        slice_next_line(&rest, &line);
        add_trimmed(f, FURNITURE_HEAD, trim_back(line));
    }
    for (int lines = 0; lines < FOOT_LINES; lines++) {
        page = trim_back(page);
        if (!furniture_last_line(&page, &line) || *line.at == '<')
            break;
        add_trimmed(f, FURNITURE_FOOT, line);
    }
}

static int by_hash(const void *a, const void *b)
{
    uint64_t x = ((const struct entry *)a)->hash, y = ((const struct entry *)b)->hash;
    return (x > y) - (x < y);
}

/* Makes the table of what is repeated. */
static void make_table(struct furniture *f)
{
    size_t kept = 0;
    enter_sample(f);
    for (size_t i = 0; i < f->entries.count; i++)
        if (f->entries.at[i].count >= REPEATED)
            f->entries.at[kept++] = f->entries.at[i];
    f->entries.count = kept;
    if (kept > 0)
        qsort(f->entries.at, kept, sizeof *f->entries.at, by_hash);
    else
        array_deinit(&f->entries);
    free(f->slots);
    f->slots = NULL;
}

void furniture_finish(struct furniture *f)
{
    if (f->entered || f->pages < REPEATED)
        make_table(f);
}

/* The same as the table would tell of the line, counted in the sample: whether it is repeated, and
 * the first of its kind. */
static bool count_in_sample(const struct furniture *f, enum furniture_edge edge, struct slice line,
                            const char **first)
{
    char ours[LONGEST], theirs[LONGEST];
    struct slice sought = fold(f, line, LONGEST, ours);
    uint32_t page = 0;
    unsigned count = 0;
    char front = f->alike[(unsigned char)*line.at];
    char back = f->alike[(unsigned char)line.at[line.len - 1]];
    *first = NULL;
    for (size_t i = 0; i < f->sample.count && count < REPEATED; i++) {
        const struct sampled *s = &f->sample.at[i];
        if (s->front != front || s->back != back || s->edge != edge || s->page == page ||
            !slice_equal(fold(f, (struct slice){s->at, s->len}, LONGEST, theirs), sought))
            continue;
        if (!*first)
            *first = s->at;
        page = s->page;
        count++;
    }
    return count >= REPEATED;
}

/* Whether the line is known for being repeated, and not the first of its kind. */
static bool is_repeated(struct furniture *f, enum furniture_edge edge, struct slice line)
{
    const char *first;
    if (!f)
        return false;
    if (!f->entered && f->asked++ == FEW)
        make_table(f);
    if (!f->entered)
        return count_in_sample(f, edge, line, &first) &&
               (edge == FURNITURE_FOOT || first != line.at);
    if (!f->fronts[front_of(f, edge, line)])
        return false;
    struct entry sought = {.hash = line_hash(f, edge, line, LONGEST)};
    const struct entry *entry =
        bsearch(&sought, f->entries.at, f->entries.count, sizeof sought, by_hash);
    return entry && (edge == FURNITURE_FOOT || entry->first != line.at);
}

bool furniture_has(struct furniture *f, enum furniture_edge edge, struct slice line)
{
    line = slice_trim(line);
    struct slice label;
    if (line.len == 0 || line.len > LONGEST || furniture_is_ruling(line))
        return false;
    return is_repeated(f, edge, line) || furniture_page_number(line, &label) ||
           (edge == FURNITURE_HEAD && furniture_continued(line));
}
