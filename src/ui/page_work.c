/* SPDX-License-Identifier: MIT */
/* Counts pages and reads their labels in slices. */
#include "ui/page_work.h"

enum {
    COUNT_SLICE = 4 * 1024 * 1024, /* bytes of printed text, whose pages are only counted */
    PARSE_SLICE = 256 * 1024       /* and of markup, which must be read for them */
};

bool page_work_counted(const struct content *c)
{
    bool all;
    content_pages(c, &all);
    return all;
}

bool page_work_labelled(struct content *c)
{
    return content_read_labels(c, 0);
}

bool page_work_count(struct content *c)
{
    if (page_work_counted(c))
        return false;
    (void)content_count_pages(c, content_is_printed(c) ? COUNT_SLICE : PARSE_SLICE);
    return true;
}

bool page_work_label(struct content *c)
{
    if (page_work_labelled(c))
        return false;
    if (!page_work_count(c))
        (void)content_read_labels(c, PAGE_WORK_LABELS);
    return true;
}
