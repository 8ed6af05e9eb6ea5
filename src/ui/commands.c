/* SPDX-License-Identifier: MIT */
/* What can be typed behind ":". */
#include "ui/commands.h"

#include "config/actions.h"
#include "ui/perform.h"
#include "ui/viewer_state.h"

#include <string.h>

/* Commands that are no actions, and short names of some that are. */
static const struct extra {
    const char *name;
    viewer_run *run; /* NULL: the action */
    enum action_id action;
} extras[] = {
    {"e", NULL, ACTION_OPEN_FILE},
    {"q", NULL, ACTION_QUIT},
    {"h", NULL, ACTION_HELP},
};

enum { EXTRAS = sizeof extras / sizeof *extras };

static bool run_number(struct viewer *v, struct slice line)
{
    struct order order = {.action = ACTION_GOTO_LINE, .argument = line};
    if (line.at[line.len - 1] == '%') {
        order.action = ACTION_GOTO_PERCENT;
        order.argument = slice_cut(line, 0, line.len - 1);
    }
    if (slice_number(order.argument) < 0)
        return false;
    perform_run(v, &order);
    return true;
}

void commands_run(struct viewer *v, struct slice line)
{
    line = slice_trim(line);
    while (line.len && line.at[0] == ':')
        line = slice_trim(slice_cut(line, 1, line.len));
    if (line.len == 0 || run_number(v, line))
        return;
    size_t end = 0;
    while (end < line.len && !byte_is_blank(line.at[end]))
        end++;
    struct slice name = slice_cut(line, 0, end);
    struct order order = {.argument = slice_trim(slice_cut(line, end, line.len))};
    for (size_t i = 0; i < EXTRAS; i++) {
        if (!slice_equal_nocase(name, slice_of(extras[i].name)))
            continue;
        order.action = extras[i].action;
        if (extras[i].run)
            extras[i].run(v, &order);
        else
            perform_run(v, &order);
        return;
    }
    const struct action *action = action_find(name);
    const struct action *near = action ? NULL : action_suggest(name);
    if (action) {
        order.action = action->id;
        perform_run(v, &order);
    } else if (near) {
        viewer_say(v, ROLE_ERROR, "no command is called %.*s: did you mean %s?",
                   (int)(name.len < 40 ? name.len : 40), name.at, near->name);
    } else {
        viewer_say(v, ROLE_ERROR, "no command is called %.*s", (int)(name.len < 40 ? name.len : 40),
                   name.at);
    }
}

/* ---- completion */

/* The index-th word that begins like the prefix, of those that fit behind `command`. */
struct candidates {
    struct slice prefix;
    size_t wanted; /* how many to pass over */
    size_t seen;
    struct slice found;
};

static void offer(struct candidates *c, struct slice word)
{
    if (!word.len || !slice_starts_nocase(word, c->prefix))
        return;
    if (c->seen++ == c->wanted)
        c->found = word;
}

static void offer_names(struct candidates *c)
{
    for (int id = 0; id < ACTION_COUNT; id++)
        offer(c, slice_of(action_get((enum action_id)id)->name));
    for (size_t i = 0; i < EXTRAS; i++)
        offer(c, slice_of(extras[i].name));
}

/* "12" of the id "note-12"; empty for other nodes. */
static struct slice note_number(struct slice id)
{
    static const struct slice prefix = SLICE_ROW("note-");
    return slice_cut(id, slice_starts(id, prefix) ? prefix.len : id.len, id.len);
}

static void offer_nodes(const struct viewer *v, struct candidates *c, struct slice command)
{
    size_t document = text_pane_place(v->at->text).document;
    const struct node *nodes;
    size_t count = shelf_nodes(v->at->filing->shelf, document, &nodes);
    for (size_t i = 0; i < count; i++) {
        enum node_kind kind = nodes[i].kind;
        if (slice_equal(command, SLICE("part")) && kind == NODE_PART)
            offer(c, nodes[i].part.len ? nodes[i].part : nodes[i].id);
        else if (slice_equal(command, SLICE("note")))
            offer(c, note_number(nodes[i].id));
        else if (slice_equal(command, SLICE("exhibit")) && kind == NODE_EXHIBIT_ROW)
            offer(c, nodes[i].label);
        else if (slice_equal(command, SLICE("node")) ||
                 (slice_equal(command, SLICE("item")) && kind == NODE_ITEM))
            offer(c, nodes[i].id);
    }
}

static void offer_documents(const struct viewer *v, struct candidates *c, struct slice command)
{
    bool exhibit = slice_equal(command, SLICE("exhibit"));
    bool file = slice_equal(command, SLICE("file"));
    for (size_t i = 0; i < submission_documents(v->at->filing->submission); i++) {
        const struct document *d = submission_document(v->at->filing->submission, i);
        struct slice type = file ? d->filename : d->type;
        if (!exhibit)
            offer(c, type);
        else if (slice_starts_nocase(type, SLICE("EX-")))
            offer(c, slice_cut(type, 3, type.len));
    }
}

static void offer_all(const struct viewer *v, struct candidates *c, struct slice command)
{
    c->seen = 0;
    if (command.len == 0) {
        offer_names(c);
    } else if (slice_equal(command, SLICE("set"))) {
        for (int id = 0; id < OPTION_COUNT; id++)
            offer(c, slice_of(option_get((enum option_id)id)->name));
    } else if (slice_equal(command, SLICE("search-scope"))) {
        for (int kind = 0; kind < HUNT_KINDS; kind++)
            offer(c, slice_of(hunt_kind_name((enum hunt_kind)kind)));
    } else if (slice_equal(command, SLICE("document")) || slice_equal(command, SLICE("file"))) {
        offer_documents(v, c, command);
    } else {
        if (slice_equal(command, SLICE("exhibit")))
            offer_documents(v, c, command);
        offer_nodes(v, c, command);
    }
}

static bool takes_argument(struct slice name)
{
    const struct action *action = action_find(name);
    if (action)
        return action->argument != ARGUMENT_NONE;
    for (size_t i = 0; i < EXTRAS; i++) {
        if (slice_equal(name, slice_of(extras[i].name)))
            return extras[i].run != NULL;
    }
    return false;
}

/* Behind the only name that fits comes its argument: the next Tab completes that. */
static void go_on_to_argument(struct viewer *v)
{
    struct prompt *p = &v->prompt;
    if (p->cursor < p->text.len && byte_is_blank(p->text.at[p->cursor]))
        p->cursor++;
    else
        prompt_replace(p, p->cursor, SLICE(" "));
    v->completion = 0;
}

void commands_complete(struct viewer *v)
{
    struct slice text = slice_cut(buffer_slice(&v->prompt.text), 0, v->prompt.cursor);
    size_t command_end = 0;
    while (command_end < text.len && !byte_is_blank(text.at[command_end]))
        command_end++;
    size_t from = command_end < text.len ? command_end : 0;
    while (from < text.len && byte_is_blank(text.at[from]))
        from++;
    struct slice command = slice_cut(text, 0, from ? command_end : 0);
    if (v->completion == 0) {
        buffer_clear(&v->completing);
        buffer_add(&v->completing, slice_cut(text, from, text.len));
    }
    struct candidates c = {.prefix = buffer_slice(&v->completing), .wanted = v->completion};
    offer_all(v, &c, command);
    if (c.seen == 0) {
        prompt_note(&v->prompt, ROLE_WARNING, SLICE("nothing fits"));
        return;
    }
    if (!c.found.len) { /* all were seen: begin again */
        c.wanted = v->completion % c.seen;
        offer_all(v, &c, command);
    }
    v->completion++;
    struct buffer note;
    buffer_init(&note);
    if (c.seen > 1)
        buffer_addf(&note, "%zu of %zu", (v->completion - 1) % c.seen + 1, c.seen);
    prompt_replace(&v->prompt, from, c.found);
    if (c.seen == 1 && from == 0 && takes_argument(c.found))
        go_on_to_argument(v);
    prompt_note(&v->prompt, ROLE_MESSAGE, buffer_slice(&note));
    buffer_deinit(&note);
}
