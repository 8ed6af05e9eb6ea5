/* SPDX-License-Identifier: MIT */
/* From a cell of the text to the place in the input. */
#include "ui/links/pointing.h"

#include "ui/taking/selection.h"
#include "ui/text_view.h"

bool pointing_at(struct text_pane *p, int row, int column, size_t *offset)
{
    struct text_view *view = text_pane_view(p);
    struct spot spot;
    const struct line *line = NULL;
    for (int i = 0; i <= row && row < view->rows; i++) {
        line = text_view_line(view, i, &spot);
        if (!line)
            return false;
    }
    if (!line || line->kind != LINE_TEXT || column < 0)
        return false;
    size_t at = (size_t)column + text_view_line_left(view, line, spot);
    return at >= line->indent && at < line->indent + line->columns &&
           selection_offset_at(line, at, offset);
}
