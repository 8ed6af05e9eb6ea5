/* SPDX-License-Identifier: MIT */
/* Walking over an envelope, as far as is asked. */
#include "formats/sgml.h"

#include "formats/pem.h"
#include "formats/sniff.h"

#include <string.h>

/* The tags that open and close documents and submissions all end in this. */
static const struct slice marker = {"DOCUMENT>", 9};

enum {
    TAIL = 64 * 1024,        /* </TEXT> is looked for in the last bytes of a document */
    GAP = 4 * 1024 * 1024,   /* and a header in the first bytes between documents */
    LONGEST_TAG = 16 * 1024, /* no line among <TYPE>, <SEQUENCE>... is longer */
    LONGEST_MARK = 6         /* what stands before the marker: "</SEC-" */
};

enum mark { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_SUBMISSION };

void sgml_init(struct sgml_reader *reader, struct slice bytes, size_t start)
{
    *reader = (struct sgml_reader){.bytes = bytes, .start = start, .at = start, .gap = start};
}

static struct slice from(const struct sgml_reader *reader, size_t at)
{
    return slice_cut(reader->bytes, at, reader->bytes.len);
}

/* The offset of a slice of the file. */
static size_t offset(const struct sgml_reader *reader, struct slice s)
{
    return (size_t)(s.at - reader->bytes.at);
}

static bool at_line_start(const struct sgml_reader *reader, size_t at)
{
    if (at <= reader->start)
        return true;
    char before = reader->bytes.at[at - 1];
    return before == '\n' || before == '\r';
}

static bool is_blank(struct slice s)
{
    return slice_trim(s).len == 0;
}

/* What stands right behind the last report counts as if it began a line: some files have
 * </TEXT></DOCUMENT> on one. */
static bool behind_text_end(const struct sgml_reader *reader, size_t at)
{
    struct slice before = slice_cut(reader->bytes, at > 7 ? at - 7 : 0, at);
    return slice_equal(before, SLICE("</TEXT>"));
}

/* A <DOCUMENT> inside a document opens the next one only when it shows that it does. */
static bool opens_document(const struct sgml_reader *reader, size_t at)
{
    if (!reader->open)
        return at_line_start(reader, at) ||
               (at - reader->gap < 64 && is_blank(slice_cut(reader->bytes, reader->gap, at)));
    struct slice next = slice_cut(reader->bytes, at + 10, at + 10 + 64);
    return at_line_start(reader, at) && slice_starts(slice_trim(next), SLICE("<TYPE>"));
}

/* What tag it is that ends in the marker at `hit`; `at` becomes its beginning. */
static enum mark mark_at(const struct sgml_reader *reader, size_t hit, size_t *at)
{
    static const struct {
        struct slice tag;
        enum mark mark;
    } tags[] = {
        {{"</", 2}, MARK_CLOSE},          {{"</SEC-", 6}, MARK_SUBMISSION},
        {{"</IMS-", 6}, MARK_SUBMISSION}, {{"<SEC-", 5}, MARK_SUBMISSION},
        {{"<IMS-", 5}, MARK_SUBMISSION},  {{"<", 1}, MARK_OPEN},
    };
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        struct slice tag = tags[i].tag;
        if (hit < reader->gap + tag.len ||
            !slice_equal(slice_cut(reader->bytes, hit - tag.len, hit), tag))
            continue;
        *at = hit - tag.len;
        if (tags[i].mark == MARK_OPEN)
            return opens_document(reader, *at) ? MARK_OPEN : MARK_NONE;
        if (at_line_start(reader, *at) || (i == 0 && behind_text_end(reader, *at)))
            return tags[i].mark;
        return MARK_NONE;
    }
    return MARK_NONE;
}

/* Where the marker begins in the tag at `at`, a '<', or 0 when it is none of those that end in it.
 */
static size_t marker_in(const struct sgml_reader *reader, size_t at)
{
    struct slice name = slice_cut(reader->bytes, at + 1, at + LONGEST_MARK + marker.len);
    if (name.len > 0 && *name.at == '/')
        name = slice_cut(name, 1, name.len);
    if (slice_starts(name, SLICE("SEC-")) || slice_starts(name, SLICE("IMS-")))
        name = slice_cut(name, 4, name.len);
    return slice_starts(name, marker) ? offset(reader, name) : 0;
}

/* The next tag that matters: between documents, one that opens; inside, one that ends it.
 * Without one, everything up to `limit` is read. */
static bool find_mark(struct sgml_reader *reader, size_t limit, enum mark *mark, size_t *at)
{
    size_t size = reader->bytes.len;
    size_t stop = limit < size ? limit : size;
    size_t next =
        reader->at - reader->start > LONGEST_MARK ? reader->at - LONGEST_MARK : reader->start;
    const char *tag;
    for (; next < stop && (tag = memchr(reader->bytes.at + next, '<', stop - next)); next++) {
        next = (size_t)(tag - reader->bytes.at);
        size_t where = marker_in(reader, next);
        if (where == 0 || where < reader->at || where >= stop)
            continue;
        *mark = mark_at(reader, where, at);
        if (*mark == MARK_OPEN || (reader->open && *mark != MARK_NONE))
            return true;
        reader->at = where + marker.len;
    }
    if (reader->at < stop)
        reader->at = stop;
    return false;
}

/* True for the lines that end a submission. */
static bool ends_submission(struct slice line)
{
    return slice_starts(line, SLICE("</SEC-DOCUMENT>")) ||
           slice_starts(line, SLICE("</IMS-DOCUMENT>")) ||
           slice_starts(line, SLICE("</SUBMISSION>")) || pem_ends(line);
}

/* Where a header begins in what stands between documents, and where the first strange line is: at
 * the end of the gap where there is none. Nothing is looked for behind a header. */
static void look_through(const struct sgml_reader *reader, struct slice gap, size_t *header,
                         size_t *strange)
{
    struct slice line;
    size_t end = offset(reader, gap) + gap.len;
    *header = *strange = end;
    for (size_t at = 0; at < gap.len && at < GAP;) {
        struct slice window = slice_cut(gap, at, at + LONGEST_TAG);
        slice_next_line(&window, &line);
        at = (size_t)(window.at - gap.at);
        if (sniff_starts_envelope(line)) {
            *header = offset(reader, line);
            return;
        }
        if (*strange == end && !is_blank(line) && !ends_submission(line))
            *strange = offset(reader, line);
    }
}

/* Reports what lies between the last document and `to`, if it is anything; the first gap of a
 * file is its header, however it begins. */
static bool report_gap(struct sgml_reader *reader, size_t to, struct sgml_record *record)
{
    struct slice gap = slice_cut(reader->bytes, reader->gap, to);
    bool first = reader->gap == reader->start;
    reader->gap = to;
    if (is_blank(slice_cut(gap, 0, GAP)))
        return false;
    size_t start = offset(reader, gap), strange = to;
    reader->armoured = false;
    if (!first)
        look_through(reader, gap, &start, &strange);
    if (strange < start || start == to) {
        size_t end = strange < start ? start : to;
        struct slice stray = slice_trim(slice_cut(reader->bytes, strange, end));
        strange = offset(reader, stray);
        reader->gap = end; /* a header that follows is for the next call */
        *record =
            (struct sgml_record){.kind = SGML_STRAY, .start = strange, .end = strange + stray.len};
        return stray.len > 0;
    }
    struct slice header = slice_cut(reader->bytes, start, to);
    reader->armoured = pem_begins(header);
    size_t body = start + (reader->armoured ? pem_body(header) : 0);
    *record = (struct sgml_record){.kind = SGML_HEADER, .start = start, .end = to, .body = body};
    return true;
}

/* Takes one line off that is empty up to its end: what is left of the line of a tag. */
static void skip_blank_line(struct slice *rest)
{
    struct slice window = slice_cut(*rest, 0, 256);
    struct slice line;
    if (slice_next_line(&window, &line) && is_blank(line))
        *rest = slice_cut(*rest, (size_t)(window.at - rest->at), rest->len);
}

/* The wrapper tag that the text begins with, and the text moved behind its line. */
static struct slice take_wrapper(struct slice *text)
{
    static const struct slice wrappers[] = {{"PDF", 3}, {"XBRL", 4}, {"XML", 3}};
    struct slice head = slice_trim(slice_cut(*text, 0, 256));
    for (size_t i = 0; i < sizeof wrappers / sizeof wrappers[0]; i++) {
        struct slice name = wrappers[i];
        if (head.len < name.len + 2 || head.at[0] != '<' || head.at[name.len + 1] != '>' ||
            !slice_equal(slice_cut(head, 1, name.len + 1), name))
            continue;
        *text = slice_cut(*text, (size_t)(head.at - text->at) + name.len + 2, text->len);
        skip_blank_line(text);
        return name;
    }
    return SLICE("");
}

/* Takes a tag line of a document's head into the record. False when it is none. */
static bool take_tag(struct slice line, struct sgml_record *record)
{
    const struct {
        struct slice tag;
        struct slice *value;
    } tags[] = {
        {{"<TYPE>", 6}, &record->type},
        {{"<SEQUENCE>", 10}, &record->sequence},
        {{"<FILENAME>", 10}, &record->filename},
        {{"<DESCRIPTION>", 13}, &record->description},
    };
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        if (!slice_starts(line, tags[i].tag))
            continue;
        if (tags[i].value->len == 0)
            *tags[i].value = slice_trim(slice_cut(line, tags[i].tag.len, line.len));
        return true;
    }
    return false;
}

/* Reads the head of a document from `rest` and leaves its text there. A head without <TEXT> ends
 * before the first line that is no tag of it; a line or two of a long description may follow its
 * tag. */
static void read_head(struct slice *rest, struct sgml_record *record)
{
    const struct slice text_tag = SLICE("<TEXT>");
    struct slice behind = *rest; /* the last line that was surely of the head */
    size_t strange = 0;
    while (strange < 4 && rest->len > 0) {
        if (slice_starts(*rest, text_tag)) {
            record->has_text = true;
            *rest = slice_cut(*rest, text_tag.len, rest->len);
            skip_blank_line(rest);
            return;
        }
        struct slice part = slice_cut(*rest, 0, LONGEST_TAG);
        struct slice line;
        slice_next_line(&part, &line);
        size_t taken = (size_t)(part.at - rest->at);
        if (slice_starts(line, SLICE("</DOCUMENT>")) || slice_starts(line, SLICE("<DOCUMENT>")))
            break;
        *rest = slice_cut(*rest, taken, rest->len);
        if (take_tag(line, record) || is_blank(line))
            behind = *rest;
        else
            strange++;
    }
    *rest = behind;
}

static void open_document(struct sgml_reader *reader, size_t at, struct sgml_record *record)
{
    *record = (struct sgml_record){.kind = SGML_DOCUMENT, .start = at};
    struct slice rest = from(reader, at);
    if (slice_starts(rest, SLICE("<DOCUMENT>")))
        rest = slice_cut(rest, 1 + marker.len, rest.len);
    while (rest.len > 0 && byte_is_blank(*rest.at))
        rest = slice_cut(rest, 1, rest.len);
    read_head(&rest, record);
    record->wrapper = take_wrapper(&rest);
    record->text = offset(reader, rest);
    record->armoured = reader->armoured;
    reader->wrapper = record->wrapper;
    reader->text = record->text;
    reader->at = record->text;
    reader->gap = record->text;
    reader->open = true;
}

/* A file may begin with the <TYPE> line of its only document. */
static bool lacks_first_tag(const struct sgml_reader *reader)
{
    return !reader->open && reader->at == reader->start && reader->gap == reader->start &&
           slice_starts(from(reader, reader->start), SLICE("<TYPE>"));
}

/* Where the last </TEXT> before `end` begins, or `end`. Only the tail is looked at, so that what
 * is before it can be shown while the end is not yet known. */
static size_t find_text_end(const struct sgml_reader *reader, size_t end)
{
    size_t low = end - reader->text > TAIL ? end - TAIL : reader->text;
    struct slice tail = slice_cut(reader->bytes, low, end);
    const char *hit;
    for (struct slice s = tail; s.at && s.len > 0; s.len = (size_t)(hit - s.at)) {
        hit = memrchr(s.at, '<', s.len);
        if (!hit)
            break;
        size_t at = (size_t)(hit - tail.at);
        if (slice_starts(slice_cut(tail, at, tail.len), SLICE("</TEXT>")))
            return low + at;
    }
    return end;
}

/* Behind the last byte of the text before `end` that is no blank, as far as the tail goes. */
static size_t trim_end(const struct sgml_reader *reader, size_t end)
{
    size_t low = end - reader->text > TAIL ? end - TAIL : reader->text;
    while (end > low && byte_is_blank(reader->bytes.at[end - 1]))
        end--;
    return end;
}

/* True when the line is the end of a submission, or the beginning of such a line. */
static bool is_trailer(struct slice line)
{
    static const char *const tags[] = {"</TEXT>", "</DOCUMENT>", "</SUBMISSION>", "</SEC-DOCUMENT>",
                                       "</IMS-DOCUMENT>"};
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        if (line.len >= 2 && slice_starts(slice_of(tags[i]), line))
            return true;
    return line.len > 9 && slice_starts(SLICE("-----END PRIVACY-ENHANCED MESSAGE-----"), line);
}

/* In a file that was cut off, the last lines may be the end of the submission, or a piece of
 * a tag. */
static size_t drop_trailer(const struct sgml_reader *reader, size_t end)
{
    const size_t longest = 40;
    for (int lines = 0; lines < 4; lines++) {
        size_t behind = trim_end(reader, end);
        size_t at = behind;
        while (at > reader->text && behind - at < longest && !at_line_start(reader, at))
            at--;
        if (at == behind || !is_trailer(slice_cut(reader->bytes, at, behind)))
            break;
        end = at;
    }
    return end;
}

/* The text without the end tag of its wrapper. */
static size_t drop_wrapper(const struct sgml_reader *reader, size_t text_end)
{
    struct slice name = reader->wrapper;
    size_t behind = trim_end(reader, text_end);
    size_t len = name.len + 3;
    if (name.len == 0 || behind - reader->text < len)
        return text_end;
    struct slice last = slice_cut(reader->bytes, behind - len, behind);
    bool matches = slice_starts(last, SLICE("</")) && last.at[len - 1] == '>' &&
                   slice_equal(slice_cut(last, 2, len - 1), name);
    return matches ? behind - len : text_end;
}

static void close_document(struct sgml_reader *reader, size_t at, size_t end, enum sgml_close close,
                           struct sgml_record *record)
{
    size_t text_end = find_text_end(reader, at);
    if (text_end == at && close == SGML_CLOSED_BY_FILE_END)
        text_end = drop_trailer(reader, at);
    text_end = drop_wrapper(reader, text_end);
    *record =
        (struct sgml_record){.kind = SGML_CLOSED, .end = end, .text_end = text_end, .close = close};
    reader->open = false;
    reader->at = end;
    reader->gap = end;
}

static void finish(struct sgml_reader *reader, struct sgml_record *record)
{
    size_t size = reader->bytes.len;
    *record = (struct sgml_record){.kind = SGML_END, .start = size, .end = size};
    if (reader->open)
        close_document(reader, size, size, SGML_CLOSED_BY_FILE_END, record);
    else if (reader->gap < size && !report_gap(reader, size, record))
        record->kind = SGML_END;
}

enum sgml_kind sgml_next(struct sgml_reader *reader, size_t limit, struct sgml_record *record)
{
    enum mark mark = MARK_NONE;
    size_t at = 0;
    *record = (struct sgml_record){.kind = SGML_MORE};
    if (lacks_first_tag(reader))
        open_document(reader, reader->start, record);
    else if (!find_mark(reader, limit, &mark, &at)) {
        if (reader->at >= reader->bytes.len)
            finish(reader, record);
    } else if (!reader->open) {
        reader->at = at;
        if (!report_gap(reader, at, record))
            open_document(reader, at, record);
    } else if (mark == MARK_CLOSE) {
        close_document(reader, at, at + 2 + marker.len, SGML_CLOSED_BY_TAG, record);
    } else {
        close_document(reader, at, at, SGML_CLOSED_BY_NEXT, record);
    }
    return record->kind;
}

size_t sgml_text_so_far(const struct sgml_reader *reader)
{
    if (!reader->open || reader->at - reader->text <= TAIL)
        return reader->text;
    size_t end = reader->at - TAIL;
    size_t low = end - reader->text > TAIL ? end - TAIL : reader->text;
    for (size_t at = end; at > low; at--)
        if (at_line_start(reader, at))
            return at;
    return end;
}
