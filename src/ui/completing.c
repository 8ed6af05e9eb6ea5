/* SPDX-License-Identifier: MIT */
/* What completes a command. */
#include "ui/completing.h"

#include "config/actions.h"
#include "ui/commands.h"
#include "ui/helping/helping.h"
#include "ui/names.h"
#include "ui/viewer_state.h"

/* The index-th word that fits, of those that can stand behind `command`. */
struct candidates {
    struct slice prefix;
    bool by_title; /* none begins with it: its title has it */
    size_t wanted; /* how many to pass over */
    size_t seen;
    struct buffer found, title;
};

static void offer(void *self, struct slice word, struct slice title)
{
    struct candidates *c = self;
    bool fits = c->by_title ? slice_find_nocase(title, c->prefix) < title.len
                            : slice_starts_nocase(word, c->prefix);
    if (!word.len || !fits || c->seen++ != c->wanted)
        return;
    buffer_add(&c->found, word);
    buffer_add(&c->title, title);
}

static void offer_names(struct candidates *c)
{
    for (int id = 0; id < ACTION_COUNT; id++) {
        const struct action *action = action_get((enum action_id)id);
        offer(c, slice_of(action->name), slice_of(action->help));
    }
    const char *name;
    for (size_t i = 0; (name = commands_short(i)) != NULL; i++)
        offer(c, slice_of(name), (struct slice){NULL, 0});
}

static void offer_words(struct candidates *c, struct slice words)
{
    while (words.len > 0) {
        size_t end = slice_find(words, SLICE(" "));
        offer(c, slice_cut(words, 0, end), (struct slice){NULL, 0});
        words = slice_trim(slice_cut(words, end, words.len));
    }
}

static void offer_options(struct candidates *c)
{
    for (int id = 0; id < OPTION_COUNT; id++) {
        const struct option *option = option_get((enum option_id)id);
        offer(c, slice_of(option->name), slice_of(option->help));
    }
}

static void offer_all(struct viewer *v, struct candidates *c, struct slice command)
{
    struct slice words = helping_words(v, command);
    c->seen = 0;
    if (words.len > 0) {
        offer_words(c, words);
    } else if (command.len == 0) {
        offer_names(c);
    } else if (slice_equal(command, SLICE("set"))) {
        offer_options(c);
    } else if (slice_equal(command, SLICE("search-scope"))) {
        for (int kind = 0; kind < HUNT_KINDS; kind++)
            offer(c, slice_of(hunt_kind_name((enum hunt_kind)kind)), (struct slice){NULL, 0});
    } else {
        names_each(v, command, offer, c);
    }
}

/* The candidate that is asked for: behind the last comes the first again. */
static void choose(struct viewer *v, struct candidates *c, struct slice command)
{
    offer_all(v, c, command);
    if (c->seen == 0 && c->prefix.len > 1 && command.len > 0) {
        c->by_title = true;
        offer_all(v, c, command);
    }
    if (c->seen > 0 && c->found.len == 0) {
        c->wanted = v->completion % c->seen;
        offer_all(v, c, command);
    }
}

/* Behind the only name that fits, or one that was typed whole, comes its argument: the next Tab
 * completes that. */
static void go_on_to_argument(struct viewer *v)
{
    struct prompt *p = &v->prompt;
    if (p->cursor < p->text.len && byte_is_blank(p->text.at[p->cursor]))
        p->cursor++;
    else
        prompt_replace(p, p->cursor, SLICE(" "));
    v->completion = 0;
}

/* "2 of 9 · Quantitative and Qualitative ..." */
static void tell(struct viewer *v, const struct candidates *c)
{
    struct buffer note = {0};
    if (c->seen > 1)
        buffer_addf(&note, "%zu of %zu", c->wanted % c->seen + 1, c->seen);
    if (c->title.len > 0)
        buffer_addf(&note, "%s%s", note.len ? " · " : "", buffer_text(&c->title));
    prompt_note(&v->prompt, ROLE_MESSAGE, buffer_slice(&note));
    buffer_deinit(&note);
}

/* What is typed is not known; it may be that not all is read yet. */
static void tell_none(struct viewer *v)
{
    size_t document = text_pane_place(v->at->text).document;
    bool known = shelf_outline(v->at->filing->shelf, document) != NULL;
    prompt_note(&v->prompt, ROLE_WARNING,
                known ? SLICE("nothing fits") : SLICE("nothing fits yet: still reading"));
}

void completing_tab(struct viewer *v)
{
    struct slice text = slice_cut(buffer_slice(&v->prompt.text), 0, v->prompt.cursor);
    size_t command_end = 0;
    while (command_end < text.len && !byte_is_blank(text.at[command_end]))
        command_end++;
    size_t from = command_end < text.len ? command_end : 0;
    while (from < text.len && byte_is_blank(text.at[from]))
        from++;
    struct buffer command = {0};
    buffer_add(&command, slice_cut(text, 0, from ? command_end : 0));
    if (v->completion == 0) {
        buffer_clear(&v->completing);
        buffer_add(&v->completing, slice_cut(text, from, text.len));
    }
    struct candidates c = {.prefix = buffer_slice(&v->completing), .wanted = v->completion};
    choose(v, &c, buffer_slice(&command));
    if (c.seen == 0) {
        tell_none(v);
    } else {
        v->completion++;
        prompt_replace(&v->prompt, from, buffer_slice(&c.found));
        tell(v, &c);
        bool whole = c.seen == 1 || slice_equal(buffer_slice(&c.found), c.prefix);
        if (whole && from == 0 && commands_takes_argument(buffer_slice(&c.found)))
            go_on_to_argument(v);
    }
    buffer_deinit(&command);
    buffer_deinit(&c.found);
    buffer_deinit(&c.title);
}
