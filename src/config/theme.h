/* SPDX-License-Identifier: MIT */
/*
 * A theme: roles -> styles. What is drawn has a role; how it looks is the theme's matter.
 *
 * A style is written as words: attributes (bold dim italic underline reverse), a colour, and a
 * colour behind it after "on": "bold yellow", "black on bright-yellow", "dim", "#8080ff on 17",
 * "default". A theme is a plain value.
 */
#ifndef FOLIO_CONFIG_THEME_H
#define FOLIO_CONFIG_THEME_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/slice.h"
#include "config/style.h"

#define THEME_ROLES(ROLE)                                                                          \
    ROLE(TEXT, "text", "the text of the filing")                                                   \
    ROLE(FURNITURE, "furniture", "running heads and printed page numbers")                         \
    ROLE(RULE, "rule", "the rule at the end of a page")                                            \
    ROLE(LABEL, "label", "the page label on the rule")                                             \
    ROLE(HEADING, "heading", "headings in the text")                                               \
    ROLE(TABLE, "table", "tables in the text")                                                     \
    ROLE(LINK, "link", "links in the text")                                                        \
    ROLE(REFERENCE, "reference", "references in the text: Item 7A, Note 12")                       \
    ROLE(LINK_SELECTED, "link-selected", "the link or reference you are at")                       \
    ROLE(SELECTION, "selection", "what is selected in the text")                                   \
    ROLE(HIGHLIGHT, "highlight", "passages you have highlighted")                                  \
    ROLE(MARK, "mark", "the sign of a mark")                                                       \
    ROLE(NOTE, "note", "the sign of a note of yours")                                              \
    ROLE(CELL, "cell", "the cell you are at, in a table that is entered")                          \
    ROLE(CELL_ROW, "cell-row", "the row of that cell")                                             \
    ROLE(CELL_HEAD, "cell-head", "the column of that cell, and its head")                          \
    ROLE(FROZEN, "frozen", "rows and columns that stay while the table scrolls")                   \
    ROLE(ADDED, "added", "what is not printed in the filing: marks of images and footnotes")       \
    ROLE(OVERFLOW, "overflow", "the mark of columns that are out of sight")                        \
    ROLE(TITLE_BAR, "title-bar", "the top line")                                                   \
    ROLE(STATUS_BAR, "status-bar", "the bottom line")                                              \
    ROLE(STATUS_KEY, "status-key", "keys named in the bottom line")                                \
    ROLE(PROMPT, "prompt", "what is typed at the bottom")                                          \
    ROLE(MESSAGE, "message", "messages")                                                           \
    ROLE(WARNING, "warning", "warnings")                                                           \
    ROLE(ERROR, "error", "errors")                                                                 \
    ROLE(BORDER, "border", "the line between the panes")                                           \
    ROLE(TREE, "tree", "nodes of the tree")                                                        \
    ROLE(TREE_CURRENT, "tree-current", "the node being read")                                      \
    ROLE(TREE_SELECTED, "tree-selected", "the selected node, the keys going elsewhere")            \
    ROLE(TREE_FOCUS, "tree-focus", "the selected node, the keys going to the tree")                \
    ROLE(TREE_MARK, "tree-mark", "fold signs, marks of hits, the ? of doubt")                      \
    ROLE(TREE_PAGE, "tree-page", "page numbers in the tree")                                       \
    ROLE(UNREAD, "unread", "the sign of a node that you have not read")                            \
    ROLE(HIT, "hit", "what a search found")                                                        \
    ROLE(HIT_CURRENT, "hit-current", "the hit you are at")                                         \
    ROLE(GUTTER, "gutter", "the scroll gutter beside the text")                                    \
    ROLE(GUTTER_HIT, "gutter-hit", "where hits are, in the gutter")                                \
    ROLE(MATCH, "match", "the letters that fit, in a list narrowed by typing")                     \
    ROLE(PEEK, "peek", "a window over the text: a note, a definition, keys that may follow")       \
    ROLE(HELP_KEY, "help-key", "keys in the help")                                                 \
    ROLE(HELP_GROUP, "help-group", "titles in the help")

enum role {
#define ROLE(id, name, help) ROLE_##id,
    THEME_ROLES(ROLE)
#undef ROLE
        ROLE_COUNT
};

struct theme {
    struct style styles[ROLE_COUNT];
    bool follows; /* what it is depends on whether the terminal's background is light */
};

/* A theme in which all roles have the terminal's own colours. */
void theme_init(struct theme *theme);

struct style theme_find(const struct theme *theme, enum role role);

/* Sets a role by its name from a written style. Fails with ERROR_CONFIG, without a place: an
 * unknown role, colour or attribute. */
bool theme_set(struct theme *theme, struct slice role, struct slice style, struct error *e);

/* "text", "tree-page" ...; and what has that role, in words. */
const char *theme_role_name(enum role role);
const char *theme_role_help(enum role role);
/* The role of that name; false when there is none. */
bool theme_role_find(struct slice name, enum role *role);

/* Reads a written style; fails as theme_set does. */
bool theme_parse_style(struct slice text, struct style *style, struct error *e);

/* Adds the style as it is written. */
void theme_write_style(struct style style, struct buffer *out);

#endif
