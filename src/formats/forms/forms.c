/* SPDX-License-Identifier: MIT */
/* XML documents, said as documents to be read. */
#include "formats/forms/forms.h"

#include "base/buffer.h"
#include "formats/forms/form_rules.h"
#include "formats/forms/form_tree.h"
#include "formats/forms/form_walk.h"
#include "formats/forms/form_words.h"

enum { TYPE_DEPTH = 4 };

/* What the document says its type is; empty when it does not. */
static struct slice find_type(const struct form_tree *t)
{
    static const char *const names[] = {"documentType", "submissionType"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        uint32_t id = form_tree_find(t, names[i], TYPE_DEPTH);
        if (id != FORM_NONE)
            return form_tree_value(t, id);
    }
    return (struct slice){0};
}

/* The kind, its name NULL when it is not known. */
static struct form_kind find_kind(const struct form_tree *t, struct slice *type)
{
    struct form_kind kind = {0};
    uint32_t root = form_tree_child(t, 0);
    if (root == FORM_NONE)
        return kind;
    *type = find_type(t);
    /* A linkbase is known by what is linked, which stands behind its roles. */
    bool known = false;
    if (type->len == 0 && form_tree_is(t, root, "linkbase"))
        for (uint32_t id = form_tree_child(t, root); id != FORM_NONE && !known;
             id = form_tree_node(t, id)->next)
            if (slice_ends_nocase(form_tree_name(t, id), SLICE("Link")))
                known = form_rules_find(form_tree_name(t, root), form_tree_name(t, id), &kind);
    if (!known)
        form_rules_find(form_tree_name(t, root), *type, &kind);
    return kind;
}

static void add_title(struct buffer *out, const struct form_tree *t, const struct form_kind *kind,
                      struct slice type)
{
    uint32_t root = form_tree_child(t, 0);
    if (kind->word) {
        buffer_add_text(out, kind->word);
        buffer_add_byte(out, ' ');
    }
    if (type.len > 0 && (!kind->name || kind->word)) {
        buffer_add(out, type);
        if (kind->name)
            buffer_add_text(out, ": ");
    }
    if (kind->name)
        buffer_add_text(out, kind->name);
    else if (type.len == 0 && root != FORM_NONE)
        form_words_add(out, form_tree_name(t, root));
}

unsigned forms_read(struct slice text, size_t base, const struct sink *sink)
{
    struct form_tree tree;
    struct slice type = {0};
    struct buffer title;
    buffer_init(&title);
    unsigned oddities = form_tree_init(&tree, text, base, SIZE_MAX);
    struct form_kind kind = find_kind(&tree, &type);
    add_title(&title, &tree, &kind, type);
    form_walk(&tree, kind.rules, buffer_slice(&title), sink);
    buffer_deinit(&title);
    form_tree_deinit(&tree);
    return oddities;
}
