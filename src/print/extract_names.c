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

/* True for U+FFFD, which stands for one byte that is no text. */
static bool is_replaced(struct slice rest)
{
    return slice_starts(rest, SLICE("\357\277\275"));
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
        if (is_replaced(slice_cut(name, i, name.len)))
            i += 2;
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
static void made_name(const struct extract_source *d, struct buffer *out)
{
    static const struct {
        const char *kind, *ending;
    } endings[] = {{"html", ".htm"}, {"xml", ".xml"}, {"binary", ".bin"}};
    struct buffer type = {0};
    const char *ending = ".txt";
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(d->kind, endings[i].kind) == 0)
            ending = endings[i].ending;
    for (const char *c = d->type; *c; c++)
        buffer_add_byte(&type, *c == '/' || *c == '\\' ? '_' : *c);
    buffer_addf(out, "%ld-", d->sequence);
    if (!extract_names_clean(buffer_slice(&type), out))
        buffer_add_text(out, "document");
    buffer_add_text(out, ending);
    buffer_deinit(&type);
}

void extract_names_document(struct extract_names *names, const struct extract_source *d,
                            struct buffer *out)
{
    struct buffer name = {0}, other = {0};
    if (!extract_names_clean(slice_of(d->filename), &name) &&
        !extract_names_clean(slice_of(d->inner), &name))
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

void extract_names_folder(const char *accession, const char *file, struct buffer *out)
{
    if (extract_names_clean(slice_of(accession), out))
        return;
    struct slice name = slice_of(file);
    size_t from = name.len;
    while (from > 0 && name.at[from - 1] != '/')
        from--;
    name = slice_cut(name, from, name.len);
    if (!extract_names_clean(slice_cut(name, 0, slice_find(name, SLICE("."))), out))
        buffer_add_text(out, "filing");
}
