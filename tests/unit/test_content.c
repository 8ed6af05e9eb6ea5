/* SPDX-License-Identifier: MIT */
/* Content: blocks, places, pages, segments. */
#include "model/content.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

enum { LARGE = 400 * 1024 /* bytes of a text of many segments */ };

struct opened {
    struct submission *submission;
    struct content *content;
    struct slice bytes;
};

/* Opens the bytes, which must stay, and the content of their first document. */
static struct opened open_bytes(struct slice bytes)
{
    struct error e = {0};
    struct input *input = input_from_bytes("test", bytes);
    struct submission *s = submission_open(input, &e);
    if (!s)
        fail_msg("%s", e.message);
    while (submission_documents(s) == 0)
        assert_false(submission_scan(s, submission_scanned(s) + 1));
    return (struct opened){s, content_of(s, submission_document(s, 0)), bytes};
}

static struct opened open_text(const char *text)
{
    return open_bytes(slice_of(text));
}

/* All blocks, with their segments kept. */
static size_t all_blocks(struct content *c, const struct block **blocks, size_t room)
{
    const struct segment *s;
    size_t count = 0;
    for (size_t i = 0; (s = content_segment(c, i)); i++) {
        assert_int_equal(s->index, i);
        for (size_t k = 0; k < s->count; k++) {
            assert_true(count < room);
            blocks[count++] = &s->blocks[k];
        }
        if (s->last)
            assert_null(content_segment(c, i + 1));
    }
    return count;
}

/* What must hold of every block: its text is clean, its places rise and lie in it. */
static void check_block(const struct block *b, struct slice bytes)
{
    assert_true(b->text.len > 0);
    assert_true(utf8_valid(b->text));
    assert_true(b->offset < b->end && b->end <= bytes.len);
    size_t before = b->offset;
    for (size_t i = 0; i < b->text.len; i++) {
        size_t source = block_source(b, i);
        if ((unsigned char)b->text.at[i] < 0x20 || b->text.at[i] == 0x7F)
            fail_msg("a control character in the text");
        if (source < before || source > b->end)
            fail_msg("byte %zu stands at %zu, the one before at %zu", i, source, before);
        before = source;
    }
    assert_int_equal(block_source(b, b->text.len), b->end);
    before = 0;
    for (size_t at = b->offset; at <= b->end; at++) {
        size_t text = block_text_at(b, at);
        if (text < before || text > b->text.len)
            fail_msg("the place %zu is in byte %zu, the one before in %zu", at, text, before);
        if (text < b->text.len && block_source(b, text) < at)
            fail_msg("%zu: byte %zu stands before it", at, text);
        if (text > 0 && block_source(b, text - 1) >= at && block_source(b, 0) < at)
            fail_msg("%zu: byte %zu is not the first at or behind it", at, text);
        before = text;
    }
    assert_int_equal(block_text_at(b, b->end), b->text.len);
    if (b->offset > 0)
        assert_int_equal(block_text_at(b, b->offset - 1), 0);
}

/* For ASCII without tabs or tags, every byte of the text is the byte it stands at. */
static void check_plain_block(const struct block *b, struct slice bytes)
{
    check_block(b, bytes);
    for (size_t i = 0; i < b->text.len; i++) {
        assert_int_equal(bytes.at[block_source(b, i)], b->text.at[i]);
        assert_int_equal(block_text_at(b, block_source(b, i)), i);
    }
}

static void test_places(void **state)
{
    static const char *const texts[] = {
        "Item 7.  Discussion\n\n  of results\n",
        "one\r\ntwo\r\n\r\nthree",
        "one\rtwo\r\rthree\r",
        "mixed\none\r\ntwo\rthree\n",
        "page one\n<PAGE>\npage two\n<PAGE>   3\npage three\n",
        "<TABLE>\n<S>     <C>\nCash    12\n</TABLE>\nProse\n",
        "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nbody\n</TEXT>\n</DOCUMENT>\n",
    };
    const struct block *blocks[32];
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct opened o = open_text(texts[i]);
        size_t count = all_blocks(o.content, blocks, COUNT(blocks));
        assert_true(count > 0);
        for (size_t k = 0; k < count; k++)
            check_plain_block(blocks[k], o.bytes);
        submission_free(o.submission);
    }
}

static void test_odd_places(void **state)
{
    static const char *const texts[] = {
        "a\tb\t\tc\n\td",
        "caf\xE9 \x93quoted\x94 and \x96\n",
        "caf\xC3\xA9 \xE2\x80\x94 \xC2\x9B\n",
        "x\033[1my\x7F\n",
        "Sales<F1>  12<F22>\n<F1> note\n",
        "new<R> words</R> here\n",
        "a <S> b <C> c\n",
        "\xFF \xFE\x81\n",
    };
    const struct block *blocks[8];
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct opened o = open_text(texts[i]);
        size_t count = all_blocks(o.content, blocks, COUNT(blocks));
        for (size_t k = 0; k < count; k++)
            check_block(blocks[k], o.bytes);
        submission_free(o.submission);
    }
}

static void test_changed_text(void **state)
{
    static const struct {
        const char *text;
        const char *want;
        size_t byte, source; /* of the text, and where it stands */
        size_t place, at;    /* in the input, and the byte of the text */
    } rows[] = {
        {"a\tb", "a       b", 8, 2, 2, 8},
        {"a\tb", "a       b", 5, 1, 1, 1}, /* all blanks of a tab stand at it */
        {"Sales<F1>x", "Sales(1)x", 5, 5, 6, 6},
        {"Sales<F1>x", "Sales(1)x", 6, 7, 7, 6},
        {"Sales<F1>x", "Sales(1)x", 8, 9, 9, 8},
        {"a\xE9z", "a\xC3\xA9z", 3, 2, 2, 3},
        {"a\xE9z", "a\xC3\xA9z", 2, 1, 1, 1},
        {"a<R>b", "ab", 1, 4, 2, 1}, /* inside a tag: what follows it */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct opened o = open_text(rows[i].text);
        const struct block *b;
        assert_int_equal(all_blocks(o.content, &b, 1), 1);
        assert_true(slice_equal(b->text, slice_of(rows[i].want)));
        assert_int_equal(block_source(b, rows[i].byte), rows[i].source);
        assert_int_equal(block_text_at(b, rows[i].place), rows[i].at);
        submission_free(o.submission);
    }
}

static void test_blocks(void **state)
{
    struct opened o = open_text("head\n\n\nprose\n<PAGE>\n\n<TABLE>\n<CAPTION>\n 1996\n\n"
                                "<S>   <C>\nCash  1\n</TABLE>\n\nend\n");
    static const struct {
        const char *text;
        unsigned flags;
        uint32_t blank, page;
        size_t edges;
    } rows[] = {
        {"head", 0, 0, 0, 0},
        {"prose", 0, 2, 0, 0},
        {" 1996", SINK_TABLE | SINK_COLUMNS | SINK_CAPTION, 0, 1, 0},
        {"Cash  1", SINK_TABLE | SINK_COLUMNS, 1, 1, 2},
        {"end", 0, 1, 1, 0},
    };
    const struct block *blocks[8] = {NULL};
    (void)state;
    assert_int_equal(all_blocks(o.content, blocks, 8), COUNT(rows));
    for (size_t i = 0; i < COUNT(rows) && blocks[i]; i++) {
        assert_true(slice_equal(blocks[i]->text, slice_of(rows[i].text)));
        assert_int_equal(blocks[i]->flags, rows[i].flags);
        assert_int_equal(blocks[i]->blank, rows[i].blank);
        assert_int_equal(blocks[i]->page, rows[i].page);
        assert_int_equal(blocks[i]->ruler ? blocks[i]->ruler->count : 0, rows[i].edges);
    }
    const struct ruler *ruler = blocks[3] ? blocks[3]->ruler : NULL;
    assert_true(ruler && ruler->edges[0] == 0 && ruler->edges[1] == 6);
    submission_free(o.submission);
}

/* What a text's pages are: how many, and their labels with '|' behind each. */
static void test_pages(void **state)
{
    static const struct {
        const char *text;
        size_t pages;
        const char *labels;
    } rows[] = {
        {"no marks\n", 0, ""},
        {"a\n<PAGE>\nb\n", 2, "||"},
        {"<PAGE>\na\n<PAGE>\nb\n", 2, "||"}, /* none before the first text */
        {"\n \n<PAGE>\na\n<PAGE>\nb\n", 2, "||"},
        {"a\n<PAGE>\nb\n<PAGE>\n", 2, "||"}, /* none behind the last */
        {"a\n<PAGE>\nb\n<PAGE>\n<PAGE>\n \n", 2, "||"},
        {"a\n<PAGE>\n\n<PAGE>\n<PAGE>\nb\n", 2, "||"}, /* in a row they are one */
        {"<PAGE>\na\n", 1, "|"},
        {"a\n<PAGE>", 1, "|"},
        {"a<PAGE>b", 2, "||"},
        {"a\n<PAGE>   2\nb\n<PAGE>   3\nc\n", 3, "|2|3|"},
        {"a\n  1\n<PAGE>\nb\n  2\n", 2, "1|2|"},
        {"a\n\n  F-1\n\n<PAGE>\nb\n\n- 3 -\n", 2, "F-1|3|"},
        {"a\nPage 4 of 9\n<PAGE>\nb\nPage 5 of 9\n", 2, "4|5|"},
        {"a\niv\n<PAGE>\nb\nII-3\n", 2, "iv|II-3|"},
        {"a\n1996\n<PAGE>\nb\n1997\n", 2, "||"},   /* years are none */
        {"a\nin 1996.\n<PAGE>\n5\nb\n", 2, "|5|"}, /* at the head */
        {"a\n<PAGE>  9\nb\n  8\n", 2, "|8|"},      /* what is printed at the foot counts */
        {"a\n12\nmore\nmore\nmore\n<PAGE>\nb\n", 2, "||"},
        {"a\fb\f", 2, "||"},
        {"a\n1\n\fb\n2\n\fc\n3\n", 3, "1|2|3|"},
        {"a\r<PAGE>\rb\r2\r", 2, "|2|"},
        {"a\fb\n<PAGE>\nc\n", 2, "||"}, /* form feeds count only where there are no marks */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct opened o = open_text(rows[i].text);
        struct buffer labels = {0};
        bool all = false;
        while (!content_count_pages(o.content, 7))
            ;
        size_t pages = content_pages(o.content, &all);
        assert_true(all);
        for (size_t page = 0; page < pages; page++) {
            buffer_add(&labels, content_page_label(o.content, page));
            buffer_add_byte(&labels, '|');
        }
        if (pages != rows[i].pages || strcmp(buffer_text(&labels), rows[i].labels) != 0)
            fail_msg("row %zu: %zu pages %s", i, pages, buffer_text(&labels));
        assert_int_equal(content_has_pages(o.content), pages > 0);
        buffer_deinit(&labels);
        submission_free(o.submission);
    }
}

static void test_page_places(void **state)
{
    struct opened o = open_text("<PAGE>\na\n F-1\n<PAGE>\n<PAGE>\nb\n F-2\n<PAGE>\nc\n f-3\n");
    (void)state;
    assert_int_equal(content_page_offset(o.content, 0), 0);
    assert_int_equal(content_page_offset(o.content, 1), 14);
    assert_int_equal(content_page_offset(o.content, 2), 35);
    assert_int_equal(content_page_offset(o.content, 3), content_document(o.content)->text_end);
    assert_int_equal(content_page_at(o.content, 0), 0);
    assert_int_equal(content_page_at(o.content, 13), 0);
    assert_int_equal(content_page_at(o.content, 14), 1);
    assert_int_equal(content_page_at(o.content, 34), 1);
    assert_int_equal(content_page_at(o.content, 35), 2);
    assert_int_equal(content_page_at(o.content, (size_t)-1), 2);
    assert_int_equal(content_page_labelled(o.content, SLICE("f-2")), 1);
    assert_int_equal(content_page_labelled(o.content, SLICE("F-4")), (size_t)-1);
    assert_int_equal(content_page_label(o.content, 99).len, 0);
    submission_free(o.submission);
}

/* Pages are counted only as far as they are asked for. */
static void test_pages_on_demand(void **state)
{
    struct buffer text = {0};
    bool all = true;
    (void)state;
    for (int i = 0; i < 3000; i++) {
        buffer_addf(&text, "page %d has some text\n", i);
        buffer_add_fill(&text, 'x', 1000);
        buffer_add_text(&text, "\n<PAGE>\n");
    }
    struct opened o = open_bytes(buffer_slice(&text));
    assert_true(content_has_pages(o.content));
    content_pages(o.content, &all);
    assert_false(all);
    size_t begins = content_page_offset(o.content, 1000);
    assert_true(
        slice_starts(slice_cut(o.bytes, begins, (size_t)-1), SLICE("<PAGE>\npage 1000 has")));
    size_t counted = content_pages(o.content, &all);
    assert_false(all);
    assert_true(counted > 1000 && counted < 2999);
    assert_int_equal(content_page_at(o.content, begins), 1000);
    assert_int_equal(content_page_at(o.content, begins - 1), 999);
    while (!content_count_pages(o.content, 100000))
        ;
    assert_int_equal(content_pages(o.content, &all), 3000);
    assert_true(all);
    submission_free(o.submission);
    buffer_deinit(&text);
}

/* A text of a few hundred KB with pages (short ones, or none for long stretches), tables over
 * segment boundaries, running heads, empty lines, tabs and odd bytes; the same for a seed. */
static void make_text(struct buffer *text, unsigned seed, const char *end)
{
    unsigned long long random = seed * 2654435761ULL + 1;
    bool table = false;
    for (unsigned line = 0; text->len < LARGE; line++) {
        random = random * 6364136223846793005ULL + 1442695040888963407ULL;
        unsigned dice = (unsigned)(random >> 33) % 1000;
        if (dice < (seed % 2 ? 20U : 1U))
            buffer_addf(text, "  %u%s<PAGE>%sBIRCH MILLS, INC.%s", line, end, end, end);
        else if (dice < 150)
            buffer_add_text(text, dice % 2 ? "" : " \t ");
        else if (dice < 156)
            buffer_addf(text, table ? "</TABLE>" : "<TABLE>%s<CAPTION>%s 1996%s<S>    <C>", end,
                        end, end);
        else if (dice < 160)
            buffer_add_text(text, "tab\there, caf\xE9, note<F1>");
        else if (dice < 163)
            buffer_add_text(text, "<R>");
        else
            buffer_addf(text, "line %u with %u words of some text", line, dice);
        if (dice >= 150 && dice < 156)
            table = !table;
        buffer_add_text(text, end);
    }
}

static void check_same_block(const struct block *a, const struct block *b)
{
    assert_int_equal(a->offset, b->offset);
    assert_int_equal(a->end, b->end);
    assert_int_equal(a->blank, b->blank);
    assert_int_equal(a->page, b->page);
    assert_int_equal(a->flags, b->flags);
    assert_true(slice_equal(a->text, b->text));
    assert_int_equal(a->ruler != NULL, b->ruler != NULL);
    for (size_t i = 0; a->ruler && b->ruler && i < a->ruler->count; i++)
        assert_int_equal(a->ruler->edges[i], b->ruler->edges[i]);
}

/* Segments are the same in whatever order they are read, kept or not; and they cover the text. */
static void check_segments(struct slice bytes)
{
    struct opened forward = open_bytes(bytes), backward = open_bytes(bytes);
    struct segment walked;
    size_t count = 0, behind = 0;
    while (content_segment(forward.content, count))
        count++;
    assert_true(count >= 5);
    for (size_t i = count; i-- > 0;) {
        assert_true(content_walk(backward.content, i, &walked));
        const struct segment *kept = content_segment(forward.content, i);
        assert_int_equal(walked.index, i);
        assert_int_equal(walked.offset, kept->offset);
        assert_int_equal(walked.end, kept->end);
        assert_int_equal(walked.count, kept->count);
        assert_int_equal(walked.opens_page, kept->opens_page);
        assert_int_equal(walked.last, i + 1 == count);
        assert_int_equal(kept->last, i + 1 == count);
        for (size_t k = 0; k < kept->count; k++)
            check_same_block(&kept->blocks[k], &walked.blocks[k]);
        segment_deinit(&walked);
    }
    assert_false(content_walk(backward.content, count, &walked));
    assert_false(content_walk(backward.content, (size_t)-1, &walked));
    for (size_t i = 0; i < count; i++) {
        const struct segment *s = content_segment(forward.content, i);
        assert_int_equal(s->offset, behind);
        behind = s->end;
        if (s->offset < s->end) {
            assert_int_equal(content_segment_at(forward.content, s->offset), i);
            assert_int_equal(content_segment_at(forward.content, s->end - 1), i);
        }
        for (size_t k = 0; k < s->count; k++)
            assert_true(s->blocks[k].offset >= s->offset && s->blocks[k].end <= s->end);
    }
    assert_int_equal(behind, bytes.len);
    size_t end = content_segment_at(forward.content, (size_t)-1);
    assert_true(end < count);
    while (++end < count) /* none but empty ones behind the last byte's */
        assert_int_equal(content_segment(forward.content, end)->count, 0);
    submission_free(forward.submission);
    submission_free(backward.submission);
}

/* The empty lines and pages that the blocks tell of are those that the text has. */
static void check_against_lines(struct slice bytes)
{
    struct opened o = open_bytes(bytes);
    const struct segment *s = content_segment(o.content, 0);
    struct slice rest = bytes, line;
    size_t blank = 0, block = 0, page = 0;
    bool opens = true;
    while (slice_next_line(&rest, &line)) {
        struct slice text = slice_trim(line);
        if (slice_starts(text, SLICE("<PAGE>"))) {
            page++;
            opens = true;
            blank = 0;
        } else if (text.len == 0) {
            blank++;
        } else if (*text.at != '<') {
            for (; s && block >= s->count; block = 0)
                s = content_segment(o.content, s->index + 1);
            if (!s) {
                fail_msg("no block for the line at %zu", (size_t)(line.at - bytes.at));
                return;
            }
            const struct block *b = &s->blocks[block];
            if (block == 0)
                assert_int_equal(s->opens_page, opens);
            assert_int_equal(b->offset, (size_t)(line.at - bytes.at));
            assert_int_equal(b->page, page);
            if (b->blank != (opens ? 0 : blank))
                fail_msg("%u empty lines above %zu, not %zu", b->blank, b->offset, blank);
            check_block(b, bytes);
            opens = false;
            blank = 0;
            block++;
        }
    }
    for (; s && !s->last && block == s->count; block = 0)
        s = content_segment(o.content, s->index + 1);
    assert_true(s && s->last && block == s->count);
    submission_free(o.submission);
}

static void test_segments(void **state)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    (void)state;
    for (unsigned seed = 0; seed < 6; seed++) {
        struct buffer text = {0};
        make_text(&text, seed, ends[seed % 3]);
        check_segments(buffer_slice(&text));
        check_against_lines(buffer_slice(&text));
        buffer_deinit(&text);
    }
}

/* A line longer than many segments belongs to one of them; the others are empty. */
static void test_wide_line(void **state)
{
    struct buffer text = {0};
    (void)state;
    buffer_add_text(&text, "before\n\n");
    size_t begins = text.len;
    buffer_add_fill(&text, 'x', 5 << 20);
    buffer_add_text(&text, "\n\nbehind\n");
    check_segments(buffer_slice(&text));
    struct opened o = open_bytes(buffer_slice(&text));
    const struct segment *first = content_segment(o.content, 0), *s;
    assert_int_equal(first->count, 2);
    assert_int_equal(first->blocks[1].text.len, 5 << 20);
    assert_int_equal(content_segment_at(o.content, begins + (3 << 20)), 0);
    size_t blocks = 0;
    for (size_t i = 1; (s = content_segment(o.content, i)); i++) {
        blocks += s->count;
        if (s->count > 0) {
            assert_true(slice_equal(s->blocks[0].text, SLICE("behind")));
            assert_int_equal(s->blocks[0].blank, 1);
        }
    }
    assert_int_equal(blocks, 1);
    submission_free(o.submission);
    buffer_deinit(&text);
}

/* A long run of empty lines is the same run wherever it stands, and its page is one. */
static void test_empty_lines(void **state)
{
    struct buffer text = {0};
    (void)state;
    for (size_t shift = 0; shift < 40000; shift += 997) {
        buffer_clear(&text);
        for (size_t i = 0; i < shift / 10; i++)
            buffer_add_text(&text, "some line\n");
        buffer_add_text(&text, "a\n");
        buffer_add_fill(&text, '\n', 20000);
        buffer_add_text(&text, "b\n<PAGE>\n");
        buffer_add_fill(&text, '\n', 100000);
        buffer_add_text(&text, "c\n");
        struct opened o = open_bytes(buffer_slice(&text));
        const struct segment *s;
        struct block before = {0};
        size_t seen = 0;
        for (size_t i = 0; (s = content_segment(o.content, i)); i++) {
            for (size_t k = 0; k < s->count; k++) {
                const struct block *b = &s->blocks[k];
                if (*b->text.at == 'b') {
                    assert_int_equal(b->blank, 200);
                    seen++;
                } else if (*b->text.at == 'c') {
                    assert_int_equal(b->blank, 0);
                    assert_int_equal(b->page, before.page + 1);
                    assert_true(k > 0 || s->opens_page);
                    seen++;
                }
                before = *b;
            }
        }
        assert_int_equal(seen, 2);
        submission_free(o.submission);
    }
    buffer_deinit(&text);
}

/* The text of a document between page marks, in lines of very different lengths. */
static void make_uneven(struct buffer *text)
{
    static const size_t lengths[] = {3, 60000, 10, 200000, 1, 33000, 70, 400000, 5};
    for (size_t i = 0; i < COUNT(lengths); i++) {
        buffer_addf(text, "<TABLE>\n<S>  <C>\nx\n<PAGE>\n%c is no head\n7\n", (int)('a' + i));
        buffer_add_fill(text, i % 2 ? '\n' : ' ', lengths[i]);
        buffer_add_text(text, "<PAGE>\n");
        buffer_add_fill(text, 'w', lengths[i]);
        buffer_add_text(text, i % 3 ? "\n</TABLE>\n" : "\nz\n");
    }
}

/* Segments are the same when all of the file was scanned before and when nothing was. */
static void test_scanned_or_not(void **state)
{
    struct buffer text = {0};
    (void)state;
    buffer_add_text(&text, "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n");
    for (int i = 0; i < 3; i++)
        make_uneven(&text);
    buffer_add_text(&text, "</TEXT>\n</DOCUMENT>\n");
    struct opened whole = open_bytes(buffer_slice(&text));
    assert_true(submission_scan(whole.submission, text.len));
    const struct segment *a;
    for (size_t i = 0; (a = content_segment(whole.content, i)); i++) {
        struct opened o = open_bytes(buffer_slice(&text));
        const struct segment *b = content_segment(o.content, i);
        assert_non_null(b);
        assert_int_equal(b->offset, a->offset);
        assert_int_equal(b->end, a->end);
        assert_int_equal(b->last, a->last);
        assert_int_equal(b->opens_page, a->opens_page);
        assert_int_equal(b->count, a->count);
        for (size_t k = 0; k < a->count; k++)
            check_same_block(&a->blocks[k], &b->blocks[k]);
        if (a->count > 0)
            assert_int_equal(content_segment_at(o.content, a->blocks[0].offset), i);
        submission_free(o.submission);
    }
    submission_free(whole.submission);
    buffer_deinit(&text);
}

static void test_forget(void **state)
{
    struct buffer text = {0};
    (void)state;
    make_text(&text, 1, "\n");
    struct opened o = open_bytes(buffer_slice(&text));
    const struct segment *s = content_segment(o.content, 2);
    assert_ptr_equal(content_segment(o.content, 2), s);
    size_t count = s->count, offset = s->blocks[3].offset;
    content_forget(o.content, 2);
    content_forget(o.content, 2);
    content_forget(o.content, 999);
    s = content_segment(o.content, 2);
    assert_int_equal(s->count, count);
    assert_int_equal(s->blocks[3].offset, offset);
    submission_free(o.submission);
    buffer_deinit(&text);
}

static void test_empty(void **state)
{
    static const char *const texts[] = {
        "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n</TEXT>\n</DOCUMENT>\n",
        "<DOCUMENT>\n<TYPE>8-K\n<TEXT></TEXT></DOCUMENT>",
        "<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n\n <PAGE>\n<PAGE>\n</TEXT>\n</DOCUMENT>\n",
        "<DOCUMENT>\n<TYPE>8-K\n",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct opened o = open_text(texts[i]);
        const struct segment *s = content_segment(o.content, 0);
        assert_non_null(s);
        assert_int_equal(s->count, 0);
        assert_true(s->last);
        assert_null(content_segment(o.content, 1));
        assert_int_equal(content_page_at(o.content, 0), 0);
        assert_int_equal(content_segment_at(o.content, 5), 0);
        while (!content_count_pages(o.content, 10))
            ;
        submission_free(o.submission);
    }
}

/* A file inside the filing is one line that says what it is. */
static void test_binary(void **state)
{
    struct opened o = open_text("<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>1\n<FILENAME>a.gif\n<TEXT>\n"
                                "begin 644 a.gif\n#0V%T\n!0P\n`\nend\n</TEXT>\n</DOCUMENT>\n");
    const struct block *b = content_segment(o.content, 0)->blocks;
    bool all = false;
    (void)state;
    assert_int_equal(content_segment(o.content, 0)->count, 1);
    assert_null(content_segment(o.content, 1));
    assert_true(slice_equal(b->text, SLICE("[file: a.gif, GIF image, 4 bytes]")));
    assert_int_equal(b->flags, SINK_MADE);
    assert_int_equal(content_pages(o.content, &all), 0);
    assert_true(all);
    submission_free(o.submission);
}

/* A document whose end is far behind what is scanned when it is opened: it is read to its end. */
static void test_far_end(void **state)
{
    static const char *const kinds[][2] = {
        {"EX-101.LAB\n<FILENAME>a.xml\n<TEXT>\n<XML>\n<?xml version=\"1.0\"?>\n<linkbase>\n",
         "</linkbase>\n</XML>\n"},
        {"EX-99\n<FILENAME>b.htm\n<TEXT>\n<html><body>\n", "</body></html>\n"},
        {"EX-99\n<FILENAME>c.txt\n<TEXT>\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        struct buffer text = {0};
        buffer_add_text(&text, "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nShort.\n</TEXT>\n</DOCUMENT>\n");
        buffer_addf(&text, "<DOCUMENT>\n<TYPE>%s", kinds[i][0]);
        while (text.len < 6 * LARGE)
            buffer_add_text(&text, "<label>A label of some words</label>\n");
        buffer_addf(&text, "%s</TEXT>\n</DOCUMENT>\n", kinds[i][1]);
        struct opened o = open_bytes(buffer_slice(&text));
        while (submission_documents(o.submission) < 2)
            assert_false(submission_scan(o.submission, submission_scanned(o.submission) + 1));
        struct document *d = submission_document(o.submission, 1);
        assert_false(d->complete);
        struct content *c = content_of(o.submission, d);
        const struct segment *s = content_segment(c, 0);
        for (size_t k = 0; s && !s->last; k++)
            s = content_segment(c, k);
        assert_non_null(s);
        assert_true(d->complete);
        submission_free(o.submission);
        buffer_deinit(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),          cmocka_unit_test(test_odd_places),
        cmocka_unit_test(test_changed_text),    cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_pages),           cmocka_unit_test(test_page_places),
        cmocka_unit_test(test_pages_on_demand), cmocka_unit_test(test_segments),
        cmocka_unit_test(test_empty_lines),     cmocka_unit_test(test_scanned_or_not),
        cmocka_unit_test(test_wide_line),       cmocka_unit_test(test_forget),
        cmocka_unit_test(test_empty),           cmocka_unit_test(test_binary),
        cmocka_unit_test(test_far_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
