/* SPDX-License-Identifier: MIT */
/* Piping through a command, and the editor. */
#include "ui/taking/running.h"

#include "ui/taking/gathering.h"
#include "ui/taking/part.h"
#include "ui/taking/selecting.h"
#include "ui/taking/taking.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

/* The text goes to the command; NULL: the editor. */
static void done(struct viewer *v, void *self, struct slice text)
{
    if (text.len == 0) {
        viewer_say(v, ROLE_MESSAGE, "there is no text in it");
        return;
    }
    gathering_run(v, text, self);
    selecting_forget(v);
}

static void run(struct viewer *v, struct slice command)
{
    static const struct gathering_end end = {NULL, done, free};
    struct part part;
    if (part_find(v, part_default(v), &part))
        gathering_begin(v, part_gather(v, &part), command.len > 0 ? "piping" : "opening", &end,
                        command.len > 0 ? slice_copy(command) : NULL);
    part_deinit(&part);
}

static void pipe_entered(struct viewer *v, const struct order *order)
{
    struct slice command = slice_trim(order->argument);
    if (command.len > 0)
        run(v, command);
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
    (void)order;
    if (!taking_restricted(v, "the editor"))
        run(v, (struct slice){NULL, 0});
}
