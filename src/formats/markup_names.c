/* SPDX-License-Identifier: MIT */
#include "formats/markup_names.h"

static bool is_one_of(struct slice name, const struct slice *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal(name, names[i]))
            return true;
    return false;
}

bool markup_names_empty(struct slice name)
{
    static const struct slice names[] = {{"br", 2},      {"hr", 2},    {"img", 3},   {"meta", 4},
                                         {"link", 4},    {"input", 5}, {"col", 3},   {"area", 4},
                                         {"base", 4},    {"frame", 5}, {"param", 5}, {"isindex", 7},
                                         {"basefont", 8}};
    return is_one_of(name, names, sizeof names / sizeof *names);
}

bool markup_names_closed(struct slice name)
{
    static const struct slice names[] = {{"page", 4},  {"wbr", 3},    {"embed", 5},
                                         {"track", 5}, {"source", 6}, {"keygen", 6}};
    return is_one_of(name, names, sizeof names / sizeof *names);
}

bool markup_names_shape(struct slice name)
{
    static const struct slice names[] = {{"table", 5}, {"tr", 2},    {"td", 2}, {"th", 2},
                                         {"tbody", 5}, {"thead", 5}, {"p", 1},  {"div", 3},
                                         {"li", 2},    {"ul", 2},    {"ol", 2}, {"pre", 3}};
    return is_one_of(name, names, sizeof names / sizeof *names);
}
