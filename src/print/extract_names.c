/* SPDX-License-Identifier: MIT */
/* What a filing calls its files, made harmless and different. */
#include "print/extract_names.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST = 200 /* bytes of a name: file systems take 255 */,
    ROOM = 64 /* at first; a power of two, always */
};

void extract_names_init(struct extract_names *names)
{
    *names = (struct extract_names){.room = ROOM};
    arena_init(&names->kept);
    names->taken = memory_alloc(ROOM * sizeof *names->taken);
}

void extract_names_deinit(struct extract_names *names)
{
    free(names->taken);
    arena_deinit(&names->kept);
}

static bool is_harmless(char c)
{
    return byte_is_letter(c) || byte_is_digit(c) || (c && strchr("._-+=,()", c));
}

/* Where the ending of a name begins; its length when there is none. */
static size_t ending(struct slice name)
{
    enum { LONGEST = 12 };
    for (size_t at = name.len; at-- > 1 && name.len - at <= LONGEST;)
        if (name.at[at] == '.')
            return at;
    return name.len;
}

bool extract_names_clean(struct slice name, struct buffer *out)
{
    size_t from = name.len, begin = out->len;
    while (from > 0 && name.at[from - 1] != '/' && name.at[from - 1] != '\\')
        from--;
    name = slice_trim(slice_cut(name, from, name.len));
    size_t stop = ending(name), most = MOST - (name.len - stop);
    bool any = false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.at[i];
        any = any || byte_is_letter(c) || byte_is_digit(c);
        bool first = out->len == begin && (c == '.' || c == '-');
        if (i < most || i >= stop)
            buffer_add_byte(out, is_harmless(c) && !first ? c : '_');
    }
    if (any)
        return true;
    out->len = begin;
    if (out->at)
        out->at[begin] = '\0';
    return false;
}

static size_t hash_of(struct slice name)
{
    size_t hash = 0;
    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)byte_lower(name.at[i])) * (size_t)1099511628211u;
    return hash ^ (hash >> 29);
}

/* The place of a name, or the free one where it would be. */
static struct slice *place(struct slice *taken, size_t room, struct slice name)
{
    size_t at = hash_of(name) & (room - 1);
    while (taken[at].len > 0 && !slice_equal_nocase(taken[at], name))
        at = (at + 1) & (room - 1);
    return &taken[at];
}

static void grow(struct extract_names *names)
{
    size_t room = names->room * 2;
    struct slice *taken = memory_alloc(room * sizeof *taken);
    for (size_t i = 0; i < names->room; i++)
        if (names->taken[i].len > 0)
            *place(taken, room, names->taken[i]) = names->taken[i];
    free(names->taken);
    names->taken = taken;
    names->room = room;
}

/* Takes the name; false when it is taken. */
static bool take(struct extract_names *names, struct slice name)
{
    if (names->count * 2 >= names->room)
        grow(names);
    struct slice *at = place(names->taken, names->room, name);
    if (at->len > 0)
        return false;
    *at = arena_copy(&names->kept, name);
    names->count++;
    return true;
}

/* "3-EX-99.1.htm" */
static void made_name(const struct document *d, struct buffer *out)
{
    static const char *const endings[] = {
        [DOCUMENT_TEXT] = ".txt",
        [DOCUMENT_HTML] = ".htm",
        [DOCUMENT_XML] = ".xml",
        [DOCUMENT_BINARY] = ".bin",
    };
    struct buffer type = {0};
    for (size_t i = 0; i < d->type.len; i++)
        buffer_add_byte(&type, d->type.at[i] == '/' || d->type.at[i] == '\\' ? '_' : d->type.at[i]);
    buffer_addf(out, "%lld-", d->sequence);
    if (!extract_names_clean(buffer_slice(&type), out))
        buffer_add_text(out, "document");
    buffer_add_text(out, endings[d->kind]);
    buffer_deinit(&type);
}

void extract_names_document(struct extract_names *names, const struct document *d,
                            struct slice inner, struct buffer *out)
{
    struct buffer name = {0}, other = {0};
    if (!extract_names_clean(d->filename, &name) && !extract_names_clean(inner, &name))
        made_name(d, &name);
    struct slice shown = buffer_slice(&name);
    size_t stop = ending(shown);
    /* The place of the document is a good guess where many are called alike. */
    for (size_t tried = 0; !take(names, shown); tried++) {
        buffer_clear(&other);
        buffer_add(&other, slice_cut(buffer_slice(&name), 0, stop));
        buffer_addf(&other, "-%zu", tried == 0 ? 2 : d->index + tried);
        buffer_add(&other, slice_cut(buffer_slice(&name), stop, name.len));
        shown = buffer_slice(&other);
    }
    buffer_add(out, shown);
    buffer_deinit(&name);
    buffer_deinit(&other);
}

void extract_names_folder(const struct submission *s, struct buffer *out)
{
    if (extract_names_clean(submission_accession(s), out))
        return;
    struct slice name = slice_of(submission_name(s));
    size_t from = name.len;
    while (from > 0 && name.at[from - 1] != '/')
        from--;
    name = slice_cut(name, from, name.len);
    if (!extract_names_clean(slice_cut(name, 0, slice_find(name, SLICE("."))), out))
        buffer_add_text(out, "filing");
}
