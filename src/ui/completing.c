/* SPDX-License-Identifier: MIT */
/* What completes a command. */
#include "ui/completing.h"

#include "config/actions.h"
#include "ui/commands.h"
#include "ui/helping/helping.h"
#include "ui/keeping/marking.h"
#include "ui/names.h"
#include "ui/path_names.h"
#include "ui/viewer_state.h"

/* The index-th word that fits, of those that can stand behind `command`. */
struct candidates {
    struct slice prefix;
    bool by_title; /* none begins with it: its title has it */
    size_t wanted; /* how many to pass over */
    size_t seen;
    bool path_only; /* the part that is to be saved is typed already */
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

/* "tree-width=30%": the values that there are to choose from, else that in force, to be changed. */
static void offer_values(struct viewer *v, struct candidates *c, const struct option *option)
{
    struct buffer now = {0};
    struct buffer word = {0};
    settings_write(&v->settings, option->id, &now);
    struct slice value = option_choice(option, 0);
    bool choices = value.len > 0;
    for (size_t i = 1; i == 1 || value.len > 0; value = option_choice(option, i++)) {
        struct slice shown = choices ? value : buffer_slice(&now);
        bool same = slice_equal(shown, buffer_slice(&now));
        buffer_clear(&word);
        buffer_addf(&word, "%s=%.*s", option->name, (int)shown.len, shown.len ? shown.at : "");
        offer(c, buffer_slice(&word), same ? SLICE("in force") : (struct slice){NULL, 0});
    }
    buffer_deinit(&word);
    buffer_deinit(&now);
}

static void offer_marks(struct viewer *v, struct candidates *c)
{
    const struct keepsake *list;
    struct kept *k = marking_kept(v, v->at->filing);
    size_t count = k ? kept_list(k, &list) : 0;
    for (size_t i = 0; i < count; i++)
        if (list[i].kind == KEEPSAKE_MARK)
            offer(c, list[i].name, list[i].text);
}

/* What can be saved, in front of the path. */
static const struct slice parts[] = {SLICE_ROW("selection"), SLICE_ROW("node"), SLICE_ROW("table"),
                                     SLICE_ROW("exhibit"), SLICE_ROW("document")};

enum { PARTS = sizeof parts / sizeof *parts };

static bool takes_path(struct slice command)
{
    static const struct slice commands[] = {SLICE_ROW("open-file"),    SLICE_ROW("e"),
                                            SLICE_ROW("split-below"),  SLICE_ROW("split-beside"),
                                            SLICE_ROW("export-notes"), SLICE_ROW("save")};
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (slice_equal(command, commands[i]))
            return true;
    return false;
}

/* The part that is to be saved is typed already: a path comes behind it. Returns where that
 * begins, or 0. */
static size_t behind_part(struct slice command, struct slice argument)
{
    size_t end = slice_find(argument, SLICE(" "));
    if (!slice_equal(command, SLICE("save")) || end == argument.len)
        return 0;
    for (size_t i = 0; i < PARTS; i++) {
        if (!slice_equal(slice_cut(argument, 0, end), parts[i]))
            continue;
        while (end < argument.len && byte_is_blank(argument.at[end]))
            end++;
        return end;
    }
    return 0;
}

static void offer_paths(struct candidates *c, struct slice command)
{
    for (size_t i = 0; slice_equal(command, SLICE("save")) && !c->path_only && i < PARTS; i++)
        offer(c, parts[i], (struct slice){NULL, 0});
    path_names_each(c->prefix, offer, c);
}

static void offer_options(struct viewer *v, struct candidates *c)
{
    size_t sign = slice_find(c->prefix, SLICE("="));
    const struct option *named =
        sign < c->prefix.len ? option_find(slice_cut(c->prefix, 0, sign)) : NULL;
    if (named) {
        offer_values(v, c, named);
        return;
    }
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
        offer_options(v, c);
    } else if (slice_equal(command, SLICE("goto-mark"))) {
        offer_marks(v, c);
    } else if (takes_path(command)) {
        offer_paths(c, command);
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
    size_t behind = behind_part(buffer_slice(&command), slice_cut(text, from, text.len));
    from += behind;
    if (v->completion == 0) {
        buffer_clear(&v->completing);
        buffer_add(&v->completing, slice_cut(text, from, text.len));
    }
    struct candidates c = {
        .prefix = buffer_slice(&v->completing), .wanted = v->completion, .path_only = behind > 0};
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
        /* Into the only folder that fits the next Tab goes. */
        if (c.seen == 1 && takes_path(buffer_slice(&command)) &&
            slice_ends_nocase(buffer_slice(&c.found), SLICE("/")))
            v->completion = 0;
    }
    buffer_deinit(&command);
    buffer_deinit(&c.found);
    buffer_deinit(&c.title);
}
