/* SPDX-License-Identifier: MIT */
/* What each action does. */
#include "ui/perform.h"

#include "ui/about.h"
#include "ui/commands.h"
#include "ui/going.h"
#include "ui/grid/tables.h"
#include "ui/grid/tabling.h"
#include "ui/helping/helping.h"
#include "ui/helping/mapping.h"
#include "ui/helping/theming.h"
#include "ui/keeping/marking.h"
#include "ui/keeping/noting.h"
#include "ui/keeping/recall.h"
#include "ui/keeping/recent.h"
#include "ui/leafing.h"
#include "ui/links/linking.h"
#include "ui/links/peeking.h"
#include "ui/lists/filing_list.h"
#include "ui/lists/filtering.h"
#include "ui/lists/finding.h"
#include "ui/lists/hit_list.h"
#include "ui/lists/listing.h"
#include "ui/lists/matching.h"
#include "ui/modes.h"
#include "ui/moving.h"
#include "ui/panes.h"
#include "ui/searching.h"
#include "ui/stepping.h"
#include "ui/taking/copying.h"
#include "ui/taking/running.h"
#include "ui/taking/saving.h"
#include "ui/taking/selecting.h"
#include "ui/telling.h"
#include "ui/travel.h"
#include "ui/viewer_state.h"
#include "ui/windows.h"

/* ---- motions: the pane that has the keys does them */

static void obey(struct viewer *v, struct pane pane, const struct order *order)
{
    struct buffer say;
    buffer_init(&say);
    struct answer answer = {.say = &say};
    pane.ops->handle(pane.self, order, &answer);
    if (answer.outcome == PANE_ENTER) {
        going_to_place(v, answer.place);
        v->focus_tree = false;
        viewer_arrange(v);
    }
    if (answer.outcome == PANE_NEXT)
        leafing_on(v, order);
    else if (answer.outcome == PANE_BEFORE)
        leafing_back(v, order);
    if (say.len)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    buffer_deinit(&say);
}

/* True when a mode has the keys and did it. */
static bool in_mode(struct viewer *v, const struct order *order)
{
    const struct mode *mode = modes_top(v);
    return mode && mode->handle(v, order);
}

static void in_focus(struct viewer *v, const struct order *order)
{
    if (!in_mode(v, order))
        obey(v, v->focus_tree ? tree_pane_pane(v->at->tree) : text_pane_pane(v->at->text), order);
}

/* The beginning or end of what has the keys. */
static void to_edge(struct viewer *v, const struct order *order)
{
    if (v->focus_tree || !moving_waits(v, order, to_edge))
        in_focus(v, order);
}

static void in_text(struct viewer *v, const struct order *order)
{
    if (!in_mode(v, order))
        obey(v, text_pane_pane(v->at->text), order);
}

static void far_in_text(struct viewer *v, const struct order *order)
{
    if (!moving_waits(v, order, far_in_text))
        in_text(v, order);
}

/* What both panes can do: the tree, when it has the keys, else the text by `run`. */
static void in_focus_or(struct viewer *v, const struct order *order, viewer_run *run)
{
    struct pane tree = tree_pane_pane(v->at->tree);
    struct buffer say = {0};
    struct answer answer = {.say = &say};
    if (in_mode(v, order))
        return;
    if (v->focus_tree)
        tree.ops->handle(tree.self, order, &answer);
    if (answer.outcome == PANE_IGNORED)
        run(v, order);
    else if (say.len)
        viewer_say(v, ROLE_MESSAGE, "%s", buffer_text(&say));
    buffer_deinit(&say);
}

static void by_item(struct viewer *v, const struct order *order)
{
    in_focus_or(v, order, stepping_item);
}

static void by_heading(struct viewer *v, const struct order *order)
{
    in_focus_or(v, order, stepping_heading);
}

static void by_note(struct viewer *v, const struct order *order)
{
    in_focus_or(v, order, stepping_note);
}

static void by_exhibit(struct viewer *v, const struct order *order)
{
    in_focus_or(v, order, leafing_exhibit);
}

static void by_table(struct viewer *v, const struct order *order)
{
    in_focus_or(v, order, tables_move);
}

static void by_place(struct viewer *v, const struct order *order)
{
    in_focus_or(v, order, moving_place);
}

static void in_tree(struct viewer *v, const struct order *order)
{
    if (!in_mode(v, order))
        obey(v, tree_pane_pane(v->at->tree), order);
}

/* Only a list has something to remove. */
static void remove_chosen(struct viewer *v, const struct order *order)
{
    if (!in_mode(v, order))
        viewer_say(v, ROLE_MESSAGE, "nothing is removed here: a list is not open");
}

/* ---- searching */

static void search(struct viewer *v, const struct order *order)
{
    if (helping_search(v, order) || listing_search(v, order) || tabling_search(v, order))
        return;
    searching_begin(v, order->action == ACTION_SEARCH_BACKWARD, order->argument);
}

static void next_hit(struct viewer *v, const struct order *order)
{
    if (helping_next(v, order) || tabling_next(v, order))
        return;
    searching_next(v, order->action == ACTION_PREVIOUS_HIT, order_steps(order));
}

static void search_scope(struct viewer *v, const struct order *order)
{
    bool in_prompt = v->prompt.open && prompt_searches(v->prompt.kind);
    if (tabling_scope(v, order))
        return;
    if (in_prompt && !order->argument.len)
        searching_widen(v);
    else
        searching_scope(v, slice_trim(order->argument));
}

static void clear_hits(struct viewer *v, const struct order *order)
{
    (void)order;
    v->at->hits_hidden = !v->at->hits_hidden;
}

/* ---- the program */

static void command_line(struct viewer *v, const struct order *order)
{
    struct buffer text;
    buffer_init(&text);
    buffer_add(&text, slice_trim(order->argument));
    if (text.len)
        buffer_add_byte(&text, ' ');
    if (order->count > 0)
        buffer_addf(&text, "%ld", order->count);
    prompt_open(&v->prompt, PROMPT_COMMAND, buffer_slice(&text));
    v->completion = 0;
    buffer_deinit(&text);
}

/* Shows a sheet, or closes it when it is the one that is shown. */
static void show_sheet(struct viewer *v, const char *name, sheet_compose *compose,
                       const void *subject)
{
    if (sheet_shows(v->sheet, compose)) {
        sheet_close(v->sheet);
        return;
    }
    sheet_open(v->sheet, name, compose, subject);
    viewer_arrange(v);
}

static void show_header(struct viewer *v, const struct order *order)
{
    (void)order;
    show_sheet(v, "the header", about_compose, v->at->filing->shelf);
}

static void set(struct viewer *v, const struct order *order)
{
    struct error e;
    enum option_id changed;
    bool mouse = viewer_mouse(v);
    struct slice text = slice_trim(order->argument);
    if (theming_set(v, text))
        return;
    if (!settings_command(&v->settings, text, &changed, &e)) {
        viewer_say(v, ROLE_ERROR, "%s", e.message);
        return;
    }
    if (mouse != viewer_mouse(v))
        v->wish = viewer_mouse(v) ? VIEWER_MOUSE_ON : VIEWER_MOUSE_OFF;
    viewer_arrange(v);
    if (v->prompt.open) {
        if (prompt_searches(v->prompt.kind))
            searching_typed(v);
        return;
    }
    struct buffer value;
    buffer_init(&value);
    settings_write(&v->settings, changed, &value);
    viewer_say(v, ROLE_MESSAGE, "%s: %s", option_get(changed)->name, buffer_text(&value));
    buffer_deinit(&value);
}

static void redraw(struct viewer *v, const struct order *order)
{
    (void)order;
    v->wish = VIEWER_REDRAW;
}

static void suspend(struct viewer *v, const struct order *order)
{
    (void)order;
    v->wish = VIEWER_SUSPEND;
}

static void leave_prompt(struct viewer *v)
{
    if (prompt_searches(v->prompt.kind))
        searching_leave(v);
    else if (v->prompt.kind == PROMPT_LINE)
        viewer_leave_line(v);
    else
        prompt_close(&v->prompt, false);
}

static void cancel(struct viewer *v, const struct order *order)
{
    (void)order;
    if (v->prompt.open) {
        leave_prompt(v);
    } else if (v->waiting.need != NEED_NOTHING) {
        v->waiting.need = NEED_NOTHING;
        viewer_say(v, ROLE_MESSAGE, "stopped waiting");
    } else if (searching_cancel(v)) {
        return;
    } else if (modes_top(v)) {
        modes_top(v)->leave(v);
    } else {
        linking_forget(v);
    }
}

static void close_view(struct viewer *v, const struct order *order)
{
    if (v->prompt.open)
        leave_prompt(v);
    else if (modes_top(v))
        modes_top(v)->leave(v);
    else if (v->shown[1])
        windows_run_close(v, order);
    else
        v->wish = VIEWER_QUIT;
}

static void quit(struct viewer *v, const struct order *order)
{
    (void)order;
    v->wish = VIEWER_QUIT;
}

/* ---- the same list as the table's: who does each action */

#define DOES_LINE_DOWN in_focus
#define DOES_LINE_UP in_focus
#define DOES_HALF_SCREEN_DOWN in_focus
#define DOES_HALF_SCREEN_UP in_focus
#define DOES_SCREEN_DOWN in_focus
#define DOES_SCREEN_UP in_focus
#define DOES_TOP to_edge
#define DOES_BOTTOM to_edge
#define DOES_SCROLL_LEFT in_text
#define DOES_SCROLL_RIGHT in_text
#define DOES_SCROLL_HOME in_text
#define DOES_SCROLL_END in_text
#define DOES_NEXT_ITEM by_item
#define DOES_PREVIOUS_ITEM by_item
#define DOES_NEXT_PAGE in_text
#define DOES_PREVIOUS_PAGE in_text
#define DOES_NEXT_EXHIBIT by_exhibit
#define DOES_PREVIOUS_EXHIBIT by_exhibit
#define DOES_NEXT_HEADING by_heading
#define DOES_PREVIOUS_HEADING by_heading
#define DOES_NEXT_NOTE by_note
#define DOES_PREVIOUS_NOTE by_note
#define DOES_NEXT_TABLE by_table
#define DOES_PREVIOUS_TABLE by_table
#define DOES_NEXT_PARAGRAPH in_focus
#define DOES_PREVIOUS_PARAGRAPH in_focus
#define DOES_NEXT_SENTENCE moving_sentence
#define DOES_PREVIOUS_SENTENCE moving_sentence
#define DOES_NEXT_WORD selecting_word
#define DOES_PREVIOUS_WORD selecting_word
#define DOES_WORD_END selecting_word
#define DOES_PLACE_TOP by_place
#define DOES_PLACE_MIDDLE by_place
#define DOES_PLACE_BOTTOM by_place
#define DOES_GOTO_ITEM going_to_item
#define DOES_GOTO_PAGE going_to_page
#define DOES_GOTO_EXHIBIT going_to_exhibit
#define DOES_GOTO_NOTE going_to_note
#define DOES_GOTO_SECTION going_to_section
#define DOES_GOTO_ARTICLE going_to_article
#define DOES_GOTO_PART going_to_part
#define DOES_GOTO_DOCUMENT going_to_document
#define DOES_GOTO_NODE going_to_node
#define DOES_GOTO_FILE leafing_to_file
#define DOES_GOTO_LINE far_in_text
#define DOES_GOTO_PERCENT far_in_text
#define DOES_BACK travel_back
#define DOES_FORWARD travel_forward
#define DOES_JUMPS travel_jumps
#define DOES_NEXT_LINK linking_next
#define DOES_PREVIOUS_LINK linking_next
#define DOES_FOLLOW linking_follow
#define DOES_PEEK peeking_peek
#define DOES_DEFINITION peeking_definition
#define DOES_LINKS linking_list
#define DOES_COPY_TARGET linking_copy_target
#define DOES_OPEN in_tree
#define DOES_FOLD in_tree
#define DOES_UNFOLD in_tree
#define DOES_TOGGLE_FOLD in_tree
#define DOES_FOLD_ALL in_tree
#define DOES_UNFOLD_ALL in_tree
#define DOES_PARENT in_tree
#define DOES_FIND_NODE finding_open
#define DOES_FILTER_TREE filtering_tree
#define DOES_TOGGLE_READ recall_toggle_read
#define DOES_SEARCH_FORWARD search
#define DOES_SEARCH_BACKWARD search
#define DOES_NEXT_HIT next_hit
#define DOES_PREVIOUS_HIT next_hit
#define DOES_SEARCH_SCOPE search_scope
#define DOES_CLEAR_HITS clear_hits
#define DOES_HIT_LIST hit_list_open
#define DOES_MATCHING_LINES matching_lines
#define DOES_ENTER_TABLE tabling_enter
#define DOES_TABLES tables_list
#define DOES_FREEZE_COLUMNS tabling_freeze
#define DOES_ZOOM_TABLE tabling_zoom
#define DOES_COPY_ROW tabling_copy
#define DOES_COPY_COLUMN tabling_copy
#define DOES_COPY_TABLE tabling_copy
#define DOES_SELECT_TEXT selecting_begin
#define DOES_SELECT_LINES selecting_begin
#define DOES_SWAP_ENDS selecting_swap
#define DOES_COPY copying_copy
#define DOES_COPY_CITED copying_copy
#define DOES_SAVE saving_save
#define DOES_PIPE running_pipe
#define DOES_EDIT running_edit
#define DOES_SET_MARK marking_set
#define DOES_GOTO_MARK marking_go
#define DOES_MARKS marking_list
#define DOES_HIGHLIGHT noting_highlight
#define DOES_ANNOTATE noting_annotate
#define DOES_NOTES noting_list
#define DOES_EXPORT_NOTES noting_export
#define DOES_REMOVE remove_chosen
#define DOES_FOCUS_OTHER panes_focus_other
#define DOES_FOCUS_TREE panes_focus_tree
#define DOES_FOCUS_TEXT panes_focus_text
#define DOES_GROW_TREE panes_move_split
#define DOES_SHRINK_TREE panes_move_split
#define DOES_TOGGLE_TREE panes_toggle_tree
#define DOES_TOGGLE_WRAP panes_toggle_wrap
#define DOES_TOGGLE_FLOW panes_toggle_flow
#define DOES_SPLIT_BELOW windows_run_split
#define DOES_SPLIT_BESIDE windows_run_split
#define DOES_OTHER_WINDOW windows_run_other
#define DOES_CLOSE_WINDOW windows_run_close
#define DOES_OPEN_FILE windows_run_open
#define DOES_FILES filing_list_open
#define DOES_NEXT_FILE windows_run_next
#define DOES_PREVIOUS_FILE windows_run_next
#define DOES_RECENT recent_list
#define DOES_COMMAND_LINE command_line
#define DOES_POSITION telling_position
#define DOES_EXPLAIN_NODE telling_why
#define DOES_HEADER show_header
#define DOES_HELP helping_show
#define DOES_MAP mapping_map
#define DOES_THEME theming_theme
#define DOES_SET set
#define DOES_TOGGLE_MOUSE panes_toggle_mouse
#define DOES_REDRAW redraw
#define DOES_SUSPEND suspend
#define DOES_CANCEL cancel
#define DOES_CLOSE close_view
#define DOES_QUIT quit

static viewer_run *const doers[ACTION_COUNT] = {
#define ACTION(id, name, group, argument, help) [ACTION_##id] = DOES_##id,
#include "config/actions.def"
};

bool perform_scrolls(enum action_id action)
{
    switch (action) {
    case ACTION_LINE_DOWN:
    case ACTION_LINE_UP:
    case ACTION_HALF_SCREEN_DOWN:
    case ACTION_HALF_SCREEN_UP:
    case ACTION_SCREEN_DOWN:
    case ACTION_SCREEN_UP:
    case ACTION_SCROLL_LEFT:
    case ACTION_SCROLL_RIGHT:
    case ACTION_SCROLL_HOME:
    case ACTION_SCROLL_END:
    case ACTION_NEXT_PAGE:
    case ACTION_PREVIOUS_PAGE:
    case ACTION_NEXT_PARAGRAPH:
    case ACTION_PREVIOUS_PARAGRAPH:
    case ACTION_NEXT_SENTENCE:
    case ACTION_PREVIOUS_SENTENCE:
    case ACTION_PLACE_TOP:
    case ACTION_PLACE_MIDDLE:
    case ACTION_PLACE_BOTTOM:
    case ACTION_NEXT_LINK:
    case ACTION_PREVIOUS_LINK:
    case ACTION_BACK:
    case ACTION_FORWARD:
    case ACTION_TOGGLE_WRAP:
    case ACTION_TOGGLE_FLOW:
    case ACTION_SET:
        return true;
    default:
        return false;
    }
}

/* Goes somewhere, or looks for a place. */
static bool goes(enum action_id id)
{
    const struct action *action = action_get(id);
    return !action || id == ACTION_OPEN || id == ACTION_GOTO_MARK ||
           action->group == GROUP_MOVING || action->group == GROUP_LINKS ||
           action->group == GROUP_SEARCHING;
}

void perform_run(struct viewer *v, const struct order *order)
{
    if ((unsigned)order->action >= ACTION_COUNT)
        return;
    /* Who goes elsewhere meanwhile does not want to be taken away from there. What is waited for to
     * be saved or told is still wanted. */
    if (goes(order->action) && goes(v->waiting.order.action))
        v->waiting.need = NEED_NOTHING;
    v->scrolled = perform_scrolls(order->action);
    doers[order->action](v, order);
}
