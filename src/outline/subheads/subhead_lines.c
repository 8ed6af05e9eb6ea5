/* SPDX-License-Identifier: MIT */
/* Takes the lines that may be sub-headings. */
#include "outline/subheads/subhead_lines.h"

#include "outline/outline.h"
#include "outline/subheads/subhead_words.h"
#include "outline/items/title.h"

#include <string.h>

enum {
    TITLE_BYTES = 120,    /* a title that is longer is a sentence */
    RUN_IN_BYTES = 60,    /* the front of a paragraph that is longer is no known title */
    COVER_MOST = 1 << 20, /* bytes of a cover with its markup */
    TITLE_INPUT = 800,    /* bytes of input that the title of a part takes, with its markup, */
    TITLE_BLANKS = 40,    /* or with its label and blanks */
    TITLE_GAP = 8,        /* bytes of text between two lines of a title, at most */
    COLUMN_GAP = 3,       /* blanks in a line of plain text, more than one between words */
    REPEAT = 4            /* lines back where the same one is looked for */
};

/* A line of plain text with wide gaps in it is one of columns. */
static bool has_columns(const struct head *head)
{
    if (slice_find(head->title, SLICE("- -")) < head->title.len)
        return true; /* a rule below each of them */
    return head->end - head->offset > head->title.len + COLUMN_GAP &&
           head->end - head->offset < 2 * TITLE_BYTES;
}

/* "SPRINGFIELD, Ill., May 3, 2024": what news begin with. */
static bool is_dateline(struct slice s)
{
    size_t digits = 0, commas = 0;
    for (size_t i = 0; i < s.len; i++) {
        digits += byte_is_digit(s.at[i]);
        commas += s.at[i] == ',';
    }
    return digits >= 5 && digits <= 6 && commas >= 1;
}

/* What a heading must look like where nothing else vouches for it. */
static bool stands_out(const struct subhead_lines *l, const struct head *head, struct slice title)
{
    unsigned set = head->set;
    bool alone = (head->features & HEAD_BLANK_ABOVE) != 0;
    if (l->scan->printed)
        return alone && !subhead_words_small(title) && !has_columns(head) &&
               !slice_ends_nocase(title, SLICE(".")) && !(set & SET_RUN_IN) &&
               (set & (SET_CAPS | SET_UNDERLINE | SET_TITLE_CASE));
    if (set & SET_IN_ROW)
        return false;
    if (set & SET_RUN_IN)
        return !is_dateline(head->title) && set & (SET_BOLD | SET_ITALIC | SET_UNDERLINE);
    bool large = head->size > l->scan->heads.body_size + 1 && l->scan->heads.body_size > 0;
    return (set & (SET_BOLD | SET_UNDERLINE | SET_HEADING | SET_ITALIC)) || large ||
           (set & SET_CAPS && memchr(head->title.at, ' ', head->title.len));
}

/* What vouches for the title: WHY_..., and makes the folded title. */
static unsigned vouch(struct subhead_lines *l, const struct head *head, struct slice title)
{
    bool whole;
    unsigned why = 0;
    buffer_clear(&l->folded);
    if (title.len > TITLE_BYTES || (head->set & SET_RUN_IN && title.len > RUN_IN_BYTES))
        return 0;
    title_fold(&l->folded, title);
    struct slice folded = buffer_slice(&l->folded);
    bool known =
        catalog_sections_find(&l->sections, folded, &whole) && whole && stands_out(l, head, title);
    if (known)
        why |= WHY_TITLE;
    if (subhead_listed_has(&l->listed, folded))
        why |= head->features & HEAD_LINKED ? WHY_LINKED | WHY_LISTED : WHY_LISTED;
    return why;
}

/* The head at a part's very beginning: its own title. */
static const struct head *title_of(const struct subhead_lines *l, size_t part)
{
    const struct heads *h = &l->scan->heads;
    size_t at = heads_at(h, l->parts.list.at[part].offset);
    bool own = at < h->list.count && h->list.at[at].offset == l->parts.list.at[part].offset;
    return own ? &h->list.at[at] : NULL;
}

/* True when the head is set larger than the title of the note it stands in, so that the notes are
 * over here. */
static bool ends_notes(const struct subhead_lines *l, const struct head *head, size_t part)
{
    const struct head *note = title_of(l, part);
    return note && l->parts.list.at[part].kind == PART_NOTE && head->size > note->size &&
           note->size > 0 && !(head->set & SET_RUN_IN);
}

/* Ends with a colon, as what announces a list does; a title may, when it is set as one. */
static bool announces(const struct head *head, struct slice title, const struct subhead_part *part)
{
    static const struct slice words[] = {SLICE_ROW("following"), SLICE_ROW("follows"),
                                         SLICE_ROW(" are:"), SLICE_ROW("includ")};
    unsigned loud = SET_BOLD | SET_UNDERLINE | SET_HEADING;
    if (!slice_ends_nocase(title, SLICE(":")))
        return false;
    if (!(head->set & loud) || head->set & (SET_IN_ROW | SET_RUN_IN) || part->kind == PART_DOCUMENT)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(title, words[i]) < title.len)
            return true;
    return false;
}

static bool is_open(const struct head *head, struct slice title, const struct subhead_part *part)
{
    enum {
        NEVER = HEAD_MID_SENTENCE | HEAD_FURNITURE | HEAD_CONTINUED | HEAD_PAGE_NUMBER | HEAD_LINK |
                HEAD_TABLE
    };
    return part->kind != PART_CLOSED && !(head->features & NEVER) && head->offset > part->offset &&
           !announces(head, title, part) && subhead_words_fit(title);
}

/* In plain text: the line goes on right below, or stands where the title must still go on. */
static bool goes_on_printed(const struct subhead_lines *l, const struct head *head,
                            struct slice title, const struct subhead_part *part)
{
    size_t from = head->offset - part->offset;
    const struct head *first = title_of(l, (size_t)(part - l->parts.list.at));
    if (first && first->set & head->set & SET_UNDERLINE && head->block == first->block + 2)
        return true; /* a rule is below each line */
    bool alike = head->set & SET_CAPS && head->set & SET_CENTER;
    if (from >= part->title.len + TITLE_BLANKS)
        return false;
    return !(head->features & HEAD_BLANK_ABOVE) || from < part->title.len || alike ||
           slice_starts_nocase(part->title, title);
}

/* With markup: nothing stands between it and the last line of the title, and it is set alike. The
 * title as a whole may be set in another way than its label. */
static bool goes_on_markup(const struct subhead_lines *l, const struct head *head,
                           struct slice title, const struct subhead_part *part)
{
    enum { LOOKS = SET_BOLD | SET_ITALIC | SET_UNDERLINE | SET_CAPS };
    const struct heads *h = &l->scan->heads;
    size_t at = heads_at(h, part->offset);
    if (head->offset - part->offset >= TITLE_INPUT + title.len)
        return false;
    for (; at < h->list.count && &h->list.at[at] < head; at++) {
        const struct head *above = &h->list.at[at];
        if (head->text - above->text > above->title.len + TITLE_GAP)
            continue;
        return ((head->set ^ above->set) & LOOKS) == 0 || slice_starts_nocase(part->title, title);
    }
    return false;
}

/* The second line of the part's own title is no heading in it; a heading below may have the words
 * that the title ends with. */
static bool is_own_title(const struct subhead_lines *l, const struct head *head, struct slice title,
                         const struct subhead_part *part)
{
    if (title.len == 0 || slice_find_nocase(part->title, title) >= part->title.len)
        return false;
    return l->scan->printed ? goes_on_printed(l, head, title, part)
                            : goes_on_markup(l, head, title, part);
}

/* Takes the heads that can be sub-headings at all. */
static void take_lines(struct subhead_lines *l, size_t end)
{
    const struct heads *h = &l->scan->heads;
    size_t part = l->part, own = l->own;
    for (size_t i = l->head; i < end; i++) {
        const struct head *head = &h->list.at[i];
        while (part + 1 < l->parts.list.count && l->parts.list.at[part + 1].offset <= head->offset)
            own = ++part;
        bool printed = l->scan->printed;
        struct slice title = printed ? subhead_words_front(head) : head->title;
        if (!is_open(head, title, &l->parts.list.at[own]))
            continue;
        struct subhead_line line = {.head = i, .part = own};
        line.why = vouch(l, head, title);
        if (is_own_title(l, head, title, &l->parts.list.at[own]))
            continue;
        l->named += (line.why & WHY_LISTED) != 0;
        if (line.why == 0 && subhead_listed_on_cover(&l->listed, buffer_slice(&l->folded)))
            continue;
        line.sentence = (title.len == head->title.len && head->features & HEAD_SENTENCE) ||
                        subhead_words_sentence(title);
        if (!stands_out(l, head, title) && !(line.why & (WHY_LINKED | WHY_LISTED)))
            continue;
        if (ends_notes(l, head, own) && l->parts.list.at[own].around != SUBHEAD_NO_PART)
            line.part = own = l->parts.list.at[own].around;
        line.outer = own != part;
        array_push(&l->list, line);
    }
    l->head = end;
    l->part = part;
    l->own = own;
}

static bool is_risk_title(struct slice title)
{
    return slice_find_nocase(title, SLICE("risk")) < title.len;
}

/* Sentences are headings among risk factors only: takes the others out. */
static void drop_sentences(struct subhead_lines *l)
{
    size_t kept = 0, part = (size_t)-1;
    bool risks = false;
    unsigned set = 0;
    uint8_t size = 0;
    for (size_t i = 0; i < l->list.count; i++) {
        struct subhead_line line = l->list.at[i];
        const struct head *head = subhead_line_head(l, i);
        unsigned own = head->set & ~(unsigned)SET_TITLE_CASE;
        if (line.part != part) {
            part = line.part;
            risks = l->parts.list.at[part].risks;
            set = 0;
        }
        if (!line.sentence) {
            bool title = is_risk_title(head->title);
            if (title && !risks) {
                risks = true;
                set = own;
                size = head->size;
            } else if (risks && set && own == set && size == head->size && !title) {
                risks = false;
            }
        } else if (!risks && line.why == 0) {
            continue;
        }
        l->list.at[kept++] = line;
    }
    l->list.count = kept;
}

/* Takes out lines that come again right behind themselves: the heads of pages. */
static void drop_repeated(struct subhead_lines *l)
{
    size_t kept = 0;
    for (size_t i = 0; i < l->list.count; i++) {
        struct subhead_line line = l->list.at[i];
        bool again = false;
        for (size_t j = kept; j > 0 && j + REPEAT > kept && !again; j--)
            again =
                slice_equal(subhead_line_head(l, i)->title, subhead_line_head(l, j - 1)->title) &&
                subhead_line_head(l, i)->set == subhead_line_head(l, j - 1)->set &&
                (subhead_line_head(l, i)->features & HEAD_PAGE_TOP) &&
                l->list.at[j - 1].part == line.part;
        if (!again)
            l->list.at[kept++] = line;
    }
    l->list.count = kept;
}

/* Where the cover ends; 0 when there is none. */
static size_t cover_end(const struct nodes *nodes)
{
    const struct node *first = nodes->list.at;
    bool cover = nodes->list.count > 1 && first->kind == NODE_COVER && first->length < COVER_MOST;
    return cover ? first->offset + first->length : 0;
}

void subhead_lines_init(struct subhead_lines *l, const struct sections *found,
                        const struct scan *scan, const struct nodes *nodes)
{
    memset(l, 0, sizeof *l);
    l->scan = scan;
    catalog_sections_init(&l->sections);
    subhead_parts_init(&l->parts, found, scan, nodes);
    subhead_listed_init(&l->listed, scan, cover_end(nodes));
}

bool subhead_lines_step(struct subhead_lines *l, size_t heads)
{
    size_t left = l->scan->heads.list.count - l->head;
    if (left > 0) {
        take_lines(l, l->head + (heads < left ? heads : left));
        return false;
    }
    drop_sentences(l);
    drop_repeated(l);
    return true;
}

void subhead_lines_deinit(struct subhead_lines *l)
{
    array_deinit(&l->list);
    buffer_deinit(&l->folded);
    catalog_sections_deinit(&l->sections);
    subhead_listed_deinit(&l->listed);
    subhead_parts_deinit(&l->parts);
}
