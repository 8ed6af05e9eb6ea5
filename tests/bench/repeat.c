/* SPDX-License-Identifier: MIT */
/*
 * A long filing made of a short one: the body of an (inline XBRL) HTML file again and again, until
 * it has so many bytes; ids and the links to them get the number of the repetition.
 *
 *   repeat FILE BYTES >LONG
 *
 * What stands before the body, and the hidden ix:header, stand once. An envelope is left out.
 */
#include "base/slice.h"
#include "corpus/filings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put(struct slice s)
{
    (void)fwrite(s.at, 1, s.len, stdout);
}

/* The attribute that ends with the quote at `at` names a place: id="x", name="x", continuedAt="x",
 * or href="#x". */
static bool names_place(struct slice s, size_t at)
{
    static const char *const heads[] = {
        " id=", "\nid=", " ID=", "<a name=", "<A NAME=", " continuedAt=", "\ncontinuedAt="};
    size_t from = at;
    while (from > 0 && s.at[from - 1] != '=' && at - from < 40)
        from--;
    if (slice_starts(slice_cut(s, at, s.len), SLICE("\"#")))
        return true;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        size_t length = strlen(heads[i]);
        if (from == at && length <= at &&
            slice_starts(slice_cut(s, at - length, at), slice_of(heads[i])))
            return true;
    }
    return false;
}

/* The body, its ids made unique with the number. */
static void put_body(struct slice s, int number)
{
    size_t done = 0;
    for (size_t i = 1; number > 0 && i < s.len; i++) {
        if (s.at[i] != '"' || s.at[i - 1] != '=')
            continue;
        size_t end = i + 1;
        while (end < s.len && s.at[end] != '"')
            end++;
        if (names_place(s, i)) {
            put(slice_cut(s, done, end));
            (void)printf("-r%d", number);
            done = end;
        }
        i = end;
    }
    put(slice_cut(s, done, s.len));
}

/* Behind the tag that begins at `at`. */
static size_t behind_tag(struct slice s, size_t at)
{
    return at + slice_find(slice_cut(s, at, s.len), SLICE(">")) + 1;
}

int main(int argc, char **argv)
{
    struct buffer bytes = {0};
    if (argc != 3 || !filings_read(argv[1], &bytes)) {
        (void)fprintf(stderr, "usage: repeat FILE BYTES\n");
        return 2;
    }
    struct slice s = buffer_slice(&bytes);
    size_t wanted = strtoul(argv[2], NULL, 10);
    size_t xml = slice_find(s, SLICE("<?xml")), html = slice_find_nocase(s, SLICE("<html"));
    size_t body = slice_find_nocase(s, SLICE("<body")), end = slice_find_nocase(s, SLICE("</body"));
    size_t header = slice_find(s, SLICE("</ix:header>"));
    if (body == s.len || end == s.len || html > body) {
        (void)fprintf(stderr, "repeat: %s has no body\n", argv[1]);
        return 1;
    }
    size_t from = behind_tag(s, body);
    if (header < end) {
        from = behind_tag(s, header);
        if (slice_starts(slice_trim(slice_cut(s, from, s.len)), SLICE("</div>")))
            from = behind_tag(s, from);
    }
    put(slice_cut(s, xml < html ? xml : html, from));
    size_t written = from;
    for (int i = 0; i == 0 || written < wanted; i++, written += end - from)
        put_body(slice_cut(s, from, end), i);
    put(SLICE("</body></html>\n"));
    buffer_deinit(&bytes);
    return ferror(stdout) != 0;
}
