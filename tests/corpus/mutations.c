/* SPDX-License-Identifier: MIT */
/* Mutations of a file; see the header. */
#include "corpus/mutations.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_EDITS = 8 };

/* Numbers by chance, always the same for a seed (xorshift64*, G. Marsaglia, S. Vigna). */
static uint64_t chance(uint64_t *state, uint64_t below)
{
    *state ^= *state >> 12;
    *state ^= *state << 25;
    *state ^= *state >> 27;
    return below > 0 ? (*state * 0x2545F4914F6CDD1DU >> 11) % below : 0;
}

/* What markup stands or falls by. */
static const char *const pieces[] = {"<",
                                     ">",
                                     "&",
                                     "\"",
                                     "'",
                                     "/",
                                     "=",
                                     ";",
                                     "</",
                                     "<!--",
                                     "-->",
                                     "<![CDATA[",
                                     "]]>",
                                     "<?",
                                     "&#",
                                     "&#x110000;",
                                     "&nbsp;",
                                     "\0",
                                     "<table>",
                                     "</table>",
                                     "<tr>",
                                     "<td>",
                                     "</td>",
                                     "</tr>",
                                     "<td colspan=\"376967340\" rowspan=\"99999\">",
                                     "<pre>",
                                     "</pre>",
                                     "<div style=\"display:none\">",
                                     "</div>",
                                     "<hr/>",
                                     "<hr style=\"page-break-after:always\"/>",
                                     "<PAGE>",
                                     "<br>",
                                     "<script>",
                                     "<style>",
                                     "<ix:header>",
                                     "</ix:header>",
                                     "<html>",
                                     "</html>",
                                     "<body>",
                                     "</body>",
                                     "<DOCUMENT>\n",
                                     "</DOCUMENT>\n",
                                     "<TEXT>\n",
                                     "</TEXT>\n",
                                     "<p>",
                                     "</p>",
                                     "<font size=99>",
                                     "<a name=\"x\" href=\"#x\">",
                                     "<ul><li>",
                                     "\xff\xfe",
                                     "\xc3",
                                     "style=\"margin-left:-9999pt;text-indent:1e9em\" "};

/* Puts `with` in the place of the bytes [from, to). */
static void splice(struct buffer *b, size_t from, size_t to, struct slice with)
{
    struct buffer made = {0};
    struct slice old = buffer_slice(b);
    buffer_add(&made, slice_cut(old, 0, from));
    buffer_add(&made, with);
    buffer_add(&made, slice_cut(old, to, old.len));
    buffer_deinit(b);
    *b = made;
}

static void copy_range(struct buffer *b, size_t from, size_t to, size_t where)
{
    char *range = slice_copy(slice_cut(buffer_slice(b), from, to));
    splice(b, where, where, (struct slice){range, to - from});
    free(range);
}

static void edit(struct buffer *b, uint64_t *state)
{
    size_t at = (size_t)chance(state, b->len), kind = (size_t)chance(state, 16);
    size_t most = chance(state, 4) == 0 ? 20000 : 60;
    size_t to = at + 1 + (size_t)chance(state, most);
    to = to < b->len ? to : b->len;
    if (b->len == 0)
        return;
    if (kind < 3) {
        b->at[at] = (char)chance(state, 256);
    } else if (kind < 6) {
        splice(b, at, to, SLICE(""));
    } else if (kind < 11) {
        const char *piece = pieces[chance(state, sizeof pieces / sizeof *pieces)];
        splice(b, at, at, *piece ? slice_of(piece) : SLICE("\0"));
    } else if (kind < 13) {
        copy_range(b, at, to, to);
    } else if (kind < 15) {
        copy_range(b, at, to, (size_t)chance(state, b->len));
    } else {
        splice(b, at, b->len, SLICE(""));
    }
}

void mutations_make(struct slice bytes, uint64_t number, struct buffer *out)
{
    uint64_t state = (number + 1) * 0x9E3779B97F4A7C15U;
    buffer_clear(out);
    buffer_add(out, bytes);
    for (uint64_t i = chance(&state, MOST_EDITS) + 1; i > 0; i--)
        edit(out, &state);
}
