/* SPDX-License-Identifier: MIT */
/* Members that are wanted. */
#include "print/fields.h"

#include "base/buffer.h"
#include "lib/folio.h"

/* All members of the JSON of an outline; tests compare them with what is written. */
static const struct slice members[] = {
    SLICE_ROW("file"),
    SLICE_ROW("form"),
    SLICE_ROW("accession"),
    SLICE_ROW("filed"),
    SLICE_ROW("period"),
    SLICE_ROW("filers"),
    SLICE_ROW("filers.cik"),
    SLICE_ROW("filers.name"),
    SLICE_ROW("items_declared"),
    SLICE_ROW("warnings"),
    SLICE_ROW("documents"),
    SLICE_ROW("documents.sequence"),
    SLICE_ROW("documents.type"),
    SLICE_ROW("documents.filename"),
    SLICE_ROW("documents.description"),
    SLICE_ROW("documents.kind"),
    SLICE_ROW("documents.offset"),
    SLICE_ROW("documents.length"),
    SLICE_ROW("documents.pages"),
    SLICE_ROW("documents.nodes"),
    SLICE_ROW("documents.nodes.id"),
    SLICE_ROW("documents.nodes.kind"),
    SLICE_ROW("documents.nodes.part"),
    SLICE_ROW("documents.nodes.items"),
    SLICE_ROW("documents.nodes.title"),
    SLICE_ROW("documents.nodes.level"),
    SLICE_ROW("documents.nodes.offset"),
    SLICE_ROW("documents.nodes.length"),
    SLICE_ROW("documents.nodes.page"),
    SLICE_ROW("documents.nodes.page_label"),
    SLICE_ROW("documents.nodes.line"),
    SLICE_ROW("documents.nodes.confidence"),
    SLICE_ROW("documents.nodes.found_by"),
    SLICE_ROW("documents.nodes.why"),
    SLICE_ROW("documents.nodes.doubts"),
    SLICE_ROW("documents.nodes.status"),
    SLICE_ROW("documents.nodes.ranges"),
    SLICE_ROW("documents.nodes.exhibit"),
    SLICE_ROW("documents.nodes.target"),
    SLICE_ROW("documents.nodes.source"),
    SLICE_ROW("documents.missing"),
    SLICE_ROW("documents.references"),
};

enum { MEMBERS = sizeof members / sizeof *members };

/* The next of a list with commas. */
static bool next_word(struct slice *rest, struct slice *word)
{
    if (rest->at == NULL)
        return false;
    size_t comma = slice_find(*rest, SLICE(","));
    *word = slice_trim(slice_cut(*rest, 0, comma));
    *rest = comma < rest->len ? slice_cut(*rest, comma + 1, rest->len) : (struct slice){NULL, 0};
    return true;
}

/* The member of that name, whole or without "documents."; empty when there is none. */
static struct slice find_member(struct slice name)
{
    const struct slice front = SLICE("documents.");
    for (size_t i = 0; i < MEMBERS; i++)
        if (slice_equal(members[i], name))
            return members[i];
    for (size_t i = 0; i < MEMBERS; i++)
        if (slice_starts(members[i], front) &&
            slice_equal(slice_cut(members[i], front.len, members[i].len), name))
            return members[i];
    return (struct slice){NULL, 0};
}

static bool fail_kind(struct slice word, struct error *e)
{
    struct buffer all = {0};
    for (size_t kind = 0; kind < folio_node_kinds(); kind++)
        buffer_addf(&all, "%s%s", kind > 0 ? " " : "", folio_node_kind_name(kind));
    error_set(e, ERROR_USAGE, "--kinds: there is no kind '%.*s'; there are: %s", (int)word.len,
              word.at, buffer_text(&all));
    buffer_deinit(&all);
    return false;
}

/* The kind of that name; folio_node_kinds() when there is none. */
static size_t find_kind(struct slice name)
{
    size_t kind = 0;
    while (kind < folio_node_kinds() && !slice_equal(name, slice_of(folio_node_kind_name(kind))))
        kind++;
    return kind;
}

static bool read_kinds(struct fields *f, const char *kinds, struct error *e)
{
    struct slice rest = slice_of(kinds), word;
    while (next_word(&rest, &word)) {
        size_t kind = find_kind(word);
        if (kind >= folio_node_kinds())
            return fail_kind(word, e);
        f->kinds |= 1U << kind;
    }
    return true;
}

bool fields_read(struct fields *f, const char *names, const char *kinds, struct error *e)
{
    *f = (struct fields){.some = names != NULL};
    struct slice rest = slice_of(names), word;
    while (next_word(&rest, &word)) {
        struct slice member = find_member(word);
        if (member.len == 0)
            return error_set(e, ERROR_USAGE,
                             "--fields: there is no member '%.*s'; folio-json(5) names them",
                             (int)word.len, word.at);
        array_push(&f->names, member);
    }
    return read_kinds(f, kinds, e);
}

void fields_deinit(struct fields *f)
{
    array_deinit(&f->names);
}

/* True when `way` is `above` or below it. */
static bool is_below(struct slice way, struct slice above)
{
    return slice_starts(way, above) && (way.len == above.len || way.at[above.len] == '.');
}

bool fields_want(const struct fields *f, struct slice way)
{
    if (f == NULL || !f->some)
        return true;
    for (size_t i = 0; i < f->names.count; i++)
        if (is_below(way, f->names.at[i]) || is_below(f->names.at[i], way))
            return true;
    return false;
}

bool fields_want_kind(const struct fields *f, const char *kind)
{
    return f == NULL || f->kinds == 0 || f->kinds & (1U << find_kind(slice_of(kind)));
}
