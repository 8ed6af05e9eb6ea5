/* SPDX-License-Identifier: MIT */
/* An errand's texts. */
#include "ui/taking/errand.h"

void errand_init(struct errand *e)
{
    *e = (struct errand){0};
}

void errand_deinit(struct errand *e)
{
    buffer_deinit(&e->text);
    buffer_deinit(&e->command);
    e->kind = ERRAND_NONE;
}

void errand_set(struct errand *e, enum errand_kind kind, struct slice text, const char *command)
{
    errand_clear(e);
    e->kind = kind;
    buffer_add(&e->text, text);
    buffer_add_text(&e->command, command ? command : "");
}

void errand_clear(struct errand *e)
{
    /* A text may have been large: its memory is not kept. */
    errand_deinit(e);
    errand_init(e);
}
