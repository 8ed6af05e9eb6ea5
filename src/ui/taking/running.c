/* SPDX-License-Identifier: MIT */
/* Piping through a command, and the editor. */
#include "ui/taking/running.h"

#include "base/memory.h"
#include "ui/taking/gathering.h"
#include "ui/taking/part.h"
#include "ui/taking/selecting.h"
#include "ui/taking/taking.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

struct piping {
    char *command; /* NULL: the editor */
    bool selection;
    size_t document, from, to;
};

static void done(struct viewer *v, void *self, struct slice text)
{
    const struct piping *p = self;
    if (text.len == 0) {
        viewer_say(v, ROLE_MESSAGE, "there is no text in it");
        return;
    }
    gathering_run(v, text, p->command);
    if (p->selection)
        selecting_taken(v, p->document, p->from, p->to);
}

static void free_piping(void *self)
{
    struct piping *p = self;
    free(p->command);
    free(p);
}

/* The argument is the command; none: the editor. */
static void run(struct viewer *v, const struct order *order)
{
    static const struct gathering_end end = {NULL, done, free_piping};
    struct slice command = slice_trim(order->argument);
    struct part part;
    bool found = part_find(v, part_default(v), &part);
    if (found && part.open) {
        part_wait(v, &part, run, order);
    } else if (found) {
        struct piping *p = memory_alloc(sizeof *p);
        *p = (struct piping){.command = command.len > 0 ? slice_copy(command) : NULL,
                             .selection = part.kind == PART_SELECTION,
                             .document = part.document,
                             .from = part.from,
                             .to = part.to};
        gathering_begin(v, part_gather(v, &part), p->command ? "piping" : "opening", &end, p);
    }
    part_deinit(&part);
}

static void pipe_entered(struct viewer *v, const struct order *order)
{
    if (slice_trim(order->argument).len > 0)
        run(v, order);
    else
        viewer_say(v, ROLE_MESSAGE, "no command: nothing was piped");
}

void running_pipe(struct viewer *v, const struct order *order)
{
    struct part part;
    if (taking_restricted(v, "piping"))
        return;
    if (slice_trim(order->argument).len > 0) {
        pipe_entered(v, order);
        return;
    }
    if (part_find(v, part_default(v), &part)) {
        struct viewer_line line = {.entered = pipe_entered, .order = *order};
        struct buffer label = {0};
        buffer_addf(&label, "pipe %s through", buffer_text(&part.name));
        viewer_ask_line(v, buffer_text(&label), (struct slice){NULL, 0}, &line);
        buffer_deinit(&label);
    }
    part_deinit(&part);
}

void running_edit(struct viewer *v, const struct order *order)
{
    struct order asked = {.action = order->action};
    if (!taking_restricted(v, "the editor"))
        run(v, &asked);
}
