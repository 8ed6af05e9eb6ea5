/* SPDX-License-Identifier: MIT */
/* Configurations, what is remembered, and patterns, made to be slow. */
#include "linear/made.h"

#define WHEN "2025-01-01T00:00:00.000Z"

static const struct made list[] = {
    {"keys", "keys:\n  all:\n", "    \"x@\": top\n", "", "", "", READ_CONFIG},
    {"one key", "keys:\n  all:\n", "    \"x\": top\n", "", "", "", READ_CONFIG},
    {"keys of many strokes", "keys:\n  all:\n    \"", "x", "\": top\n", "", "", READ_CONFIG},
    {"unknown names", "", "name@: 1\n", "", "", "", READ_CONFIG},
    {"unknown colours", "colors:\n", "  hit@: red\n", "", "", "", READ_CONFIG},
    {"brackets of YAML", "", "[", "", "]", "", READ_CONFIG},
    {"braces of YAML", "", "{a: ", "", "}", "", READ_CONFIG},
    {"lists in lists of YAML", "", "- ", "x\n", "", "", READ_CONFIG},
    {"anchors", "", "a@: &a@ x\n", "", "b@: *a@\n", "", READ_CONFIG},
    {"a long scalar", "theme: ", "x", "\n", "", "", READ_CONFIG},
    {"a quoted scalar", "theme: \"", "\\x41", "\"\n", "", "", READ_CONFIG},
    {"lines of a scalar", "theme: |\n", "  x\n", "", "", "", READ_CONFIG},
    {"documents of YAML", "", "---\n", "", "", "", READ_CONFIG},
    {"comments of YAML", "", "# x\n", "", "", "", READ_CONFIG},
    {"folds", "folio filing 1\n", "fold " WHEN " 0 @\n  is folded\n", "", "", "", READ_STATE},
    {"one fold", "folio filing 1\n", "fold " WHEN " 0 I\n  is folded\n", "", "", "", READ_STATE},
    {"fields of a record", "folio filing 1\nplace " WHEN "\n", "  at @ @\n", "", "", "",
     READ_STATE},
    {"a long field", "folio filing 1\nplace " WHEN "\n  words ", "x", "\n", "", "", READ_STATE},
    {"lines that say nothing", "folio filing 1\n", "x\n", "", "", "", READ_STATE},
    {"marks", "folio notes 1\n", "mark " WHEN " m@\n  at 0 @ @\n  text words\n", "", "", "",
     READ_NOTES},
    {"lines of a note", "folio notes 1\npassage " WHEN " 1\n  at 1 1 2\n", "  note words\n", "", "",
     "", READ_NOTES},
    {"filings", "folio history 1\n", "filing " WHEN " k@\n  path /a/@\n", "", "", "", READ_HISTORY},
    {"patterns", "folio history 1\n", "pattern " WHEN " words @\n", "", "", "", READ_HISTORY},
    {"brackets of a pattern", "", "(", "a", ")", "", READ_PATTERN},
    {"choices", "", "a@|", "a", "", "", READ_PATTERN},
    {"stars", "", "a*", "b", "", "", READ_PATTERN},
    {"classes", "", "[a-z]", "", "", "", READ_PATTERN},
    {"words of a pattern", "", "word ", "", "", "", READ_PATTERN},
    {"a class never closed", "[", "a", "", "", "", READ_PATTERN},
    {"counts", "", "(a{1,9}){1,9}", "", "", "", READ_PATTERN},
    {"back references", "", "(a)\\@", "", "", "", READ_PATTERN},
    {"look-behinds", "", "(?<=a)", "", "", "", READ_PATTERN},
};

size_t made_others(const struct made **out)
{
    *out = list;
    return sizeof list / sizeof *list;
}
