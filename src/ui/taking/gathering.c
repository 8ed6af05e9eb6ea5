/* SPDX-License-Identifier: MIT */
/* Gathering in slices, its progress, and giving it up. */
#include "ui/taking/gathering.h"

#include "base/memory.h"
#include "ui/modes.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

enum { SLICE_BYTES = 512 * 1024 /* of the input, between two looks at the keys */ };

struct running {
    const struct gathering_source *how; /* NULL: nothing is gathered */
    void *source;
    const char *what;
    const struct gathering_end *end;
    void *self;
    struct buffer text;
    struct buffer command; /* of the wish to run something; empty: the editor */
    struct buffer kept;    /* while the reader is asked */
};

static struct running *state_of(struct viewer *v)
{
    if (!v->modes.run)
        v->modes.run = memory_alloc(sizeof *v->modes.run);
    return v->modes.run;
}

/* Ends what is gathered, done or not. */
static void drop(struct running *r)
{
    if (!r->how)
        return;
    r->how->free(r->source);
    r->how = NULL;
    buffer_deinit(&r->text);
    if (r->end->free)
        r->end->free(r->self);
}

/* A slice. What is done with the text must not begin anew: both go behind it. */
static void go_on(struct viewer *v)
{
    struct running *r = v->modes.run;
    bool all = r->how->step(r->source, SLICE_BYTES, &r->text);
    if (r->end->some && !r->end->some(v, r->self, &r->text)) {
        drop(r);
        return;
    }
    if (!all) {
        viewer_say(v, ROLE_MESSAGE, "%s… %d%%  Esc stops", r->what, r->how->percent(r->source));
        return;
    }
    buffer_clear(&v->message);
    r->end->done(v, r->self, buffer_slice(&r->text));
    drop(r);
}

void gathering_begin_from(struct viewer *v, const struct gathering_source *how, void *source,
                          const char *what, const struct gathering_end *end, void *self)
{
    struct running *r = state_of(v);
    drop(r);
    r->how = how;
    r->source = source;
    r->what = what;
    r->end = end;
    r->self = self;
    go_on(v);
}

static bool step_gather(void *source, size_t bytes, struct buffer *out)
{
    return gather_step(source, bytes, out);
}

static int percent_gather(const void *source)
{
    return gather_percent(source);
}

static void free_gather(void *source)
{
    gather_free(source);
}

void gathering_begin(struct viewer *v, struct gather *g, const char *what,
                     const struct gathering_end *end, void *self)
{
    static const struct gathering_source how = {step_gather, percent_gather, free_gather};
    gathering_begin_from(v, &how, g, what, end, self);
}

const char *gathering_command(const struct viewer *v)
{
    return v->modes.run && v->modes.run->command.len > 0 ? buffer_text(&v->modes.run->command)
                                                         : NULL;
}

void gathering_run(struct viewer *v, struct slice text, const char *command)
{
    struct running *r = state_of(v);
    buffer_clear(&r->command);
    buffer_add_text(&r->command, command ? command : "");
    buffer_clear(&v->wish_text);
    buffer_add(&v->wish_text, text);
    v->wish = VIEWER_RUN;
}

struct buffer *gathering_kept(struct viewer *v)
{
    return &state_of(v)->kept;
}

/* ---- as a mode: it has the keys only so far as the one that cancels is its */

static bool on(const struct viewer *v)
{
    return v->modes.run && v->modes.run->how;
}

static bool handle(struct viewer *v, const struct order *order)
{
    (void)v;
    (void)order;
    return false;
}

static void leave(struct viewer *v)
{
    const char *what = v->modes.run->what;
    drop(v->modes.run);
    viewer_say(v, ROLE_MESSAGE, "stopped %s", what);
}

static const char *name(const struct viewer *v)
{
    return v->modes.run->what;
}

static bool work(struct viewer *v)
{
    if (!on(v))
        return false;
    go_on(v);
    return true;
}

static void free_state(struct viewer *v)
{
    if (!v->modes.run)
        return;
    drop(v->modes.run);
    buffer_deinit(&v->modes.run->command);
    buffer_deinit(&v->modes.run->kept);
    free(v->modes.run);
    v->modes.run = NULL;
}

const struct mode *gathering_mode(void)
{
    static const struct mode mode = {.context = CONTEXT_TEXT,
                                     .on = on,
                                     .handle = handle,
                                     .leave = leave,
                                     .name = name,
                                     .work = work,
                                     .free = free_state};
    return &mode;
}
