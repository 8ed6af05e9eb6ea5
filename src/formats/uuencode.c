/* SPDX-License-Identifier: MIT */
/* Reading uuencoded files. */
#include "formats/uuencode.h"

enum line_kind { LINE_DATA, LINE_SKIP, LINE_STOP, LINE_END };

bool uuencode_begin(struct slice text, struct uuencode_head *head)
{
    struct slice head_lines = slice_cut(text, 0, 4096);
    struct slice rest = head_lines;
    struct slice line = {0};
    while (slice_next_line(&rest, &line) && slice_trim(line).len == 0)
        continue;
    if (!slice_starts(line, SLICE("begin ")))
        return false;
    line = slice_cut(line, 6, line.len);
    size_t digits = 0;
    while (digits < line.len && digits < 4 && line.at[digits] >= '0' && line.at[digits] <= '7')
        digits++;
    struct slice name = slice_cut(line, digits, line.len);
    if (digits < 3 || name.len < 2 || !byte_is_blank(name.at[0]))
        return false;
    *head = (struct uuencode_head){slice_trim(name), head_lines.len - rest.len};
    return true;
}

/* How many bytes the line stands for; 0 for a terminator. */
static size_t line_count(struct slice line)
{
    return line.len ? ((unsigned char)line.at[0] - 32U) & 63U : 0;
}

/* An empty line inside the data is an accident; before "end" it is a terminator whose
 * blank was lost. A line for no bytes is the last, whatever follows. */
static enum line_kind kind_of(struct slice line)
{
    if (slice_equal(slice_trim(line), SLICE("end")))
        return LINE_END;
    if (line.len == 0)
        return LINE_SKIP;
    unsigned char c = (unsigned char)line.at[0];
    if (c < 32 || c > 96)
        return LINE_STOP;
    return line_count(line) ? LINE_DATA : LINE_END;
}

/* The next line. No line of the encoding is longer than 85 bytes, so a longer one is not looked
 * for to its end. */
static bool take_line(struct slice *data, struct slice *line)
{
    struct slice window = slice_cut(*data, 0, 256);
    if (!slice_next_line(&window, line))
        return false;
    *data = slice_cut(*data, (size_t)(window.at - data->at), data->len);
    return true;
}

size_t uuencode_count(struct slice *data, size_t most)
{
    size_t before = data->len;
    size_t count = 0;
    struct slice line;
    while (before - data->len < most && take_line(data, &line)) {
        enum line_kind kind = kind_of(line);
        if (kind == LINE_END || kind == LINE_STOP) {
            *data = slice_cut(*data, data->len, data->len);
            break;
        }
        count += line_count(line);
    }
    return count;
}

static unsigned sextet(struct slice line, size_t at)
{
    return at < line.len ? ((unsigned char)line.at[at] - 32U) & 63U : 0;
}

static void decode_line(struct slice line, struct buffer *out)
{
    size_t count = line_count(line);
    for (size_t at = 1, done = 0; done < count; at += 4) {
        unsigned bits = sextet(line, at) << 18 | sextet(line, at + 1) << 12 |
                        sextet(line, at + 2) << 6 | sextet(line, at + 3);
        for (int shift = 16; shift >= 0 && done < count; shift -= 8, done++)
            buffer_add_byte(out, (char)(unsigned char)(bits >> shift & 0xFF));
    }
}

bool uuencode_decode(struct slice data, struct buffer *out)
{
    struct slice line;
    while (take_line(&data, &line)) {
        enum line_kind kind = kind_of(line);
        if (kind == LINE_END)
            return true;
        if (kind == LINE_STOP)
            return false;
        decode_line(line, out);
    }
    return false;
}
