/* SPDX-License-Identifier: MIT */
/* The table of modes, and asking all of them. */
#include "ui/modes.h"

#include "ui/grid/tables.h"
#include "ui/grid/tabling.h"
#include "ui/helping/hinting.h"
#include "ui/keeping/marking.h"
#include "ui/keeping/noting.h"
#include "ui/keeping/recall.h"
#include "ui/links/linking.h"
#include "ui/links/peeking.h"
#include "ui/lists/filing_list.h"
#include "ui/lists/filtering.h"
#include "ui/lists/finding.h"
#include "ui/lists/hit_list.h"
#include "ui/lists/listing.h"
#include "ui/lists/matching.h"
#include "ui/reading_sheet.h"
#include "ui/taking/gathering.h"
#include "ui/taking/selecting.h"
#include "ui/viewer_state.h"

/* The topmost first; those that never have the keys last. */
static const struct mode *(*const table[])(void) = {
    hinting_mode,   reading_sheet_mode, listing_mode,   peeking_mode,  tables_mode,
    tabling_mode,   selecting_mode,     gathering_mode, linking_mode,  marking_mode,
    noting_mode,    recall_mode,        finding_mode,   hit_list_mode, matching_mode,
    filtering_mode, filing_list_mode,
};

enum { MODES = sizeof table / sizeof *table };

const struct mode *modes_top(const struct viewer *v)
{
    for (size_t i = 0; i < MODES; i++)
        if (table[i]()->on && table[i]()->on(v))
            return table[i]();
    return NULL;
}

void modes_resize(struct viewer *v)
{
    for (size_t i = 0; i < MODES; i++)
        if (table[i]()->resize)
            table[i]()->resize(v, v->plan.rows, v->columns);
}

void modes_follow(struct viewer *v)
{
    for (size_t i = 0; i < MODES; i++)
        if (table[i]()->follow)
            table[i]()->follow(v);
}

bool modes_work(struct viewer *v)
{
    for (size_t i = 0; i < MODES; i++)
        if (table[i]()->work && table[i]()->work(v))
            return true;
    return false;
}

void modes_draw(struct viewer *v, struct region panes)
{
    for (size_t i = MODES; i-- > 0;)
        if (table[i]()->draw && (!table[i]()->on || table[i]()->on(v)))
            table[i]()->draw(v, panes);
}

/* Below the first row of the table a later one is drawn first, so what is under it shows. */
void modes_passages(struct viewer *v, struct window *w, struct passages *out)
{
    out->list.count = 0;
    out->cursor = SIZE_MAX;
    for (size_t i = MODES; i-- > 0;)
        if (table[i]()->passages)
            table[i]()->passages(v, w, out);
}

int modes_delay(const struct viewer *v)
{
    int least = -1;
    for (size_t i = 0; i < MODES; i++) {
        int delay = table[i]()->delay ? table[i]()->delay(v) : -1;
        if (delay >= 0 && (least < 0 || delay < least))
            least = delay;
    }
    return least;
}

void modes_idle(struct viewer *v)
{
    for (size_t i = 0; i < MODES; i++)
        if (table[i]()->idle)
            table[i]()->idle(v);
}

void modes_free(struct viewer *v)
{
    for (size_t i = 0; i < MODES; i++)
        if (table[i]()->free)
            table[i]()->free(v);
}
