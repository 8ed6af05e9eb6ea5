/* SPDX-License-Identifier: MIT */
/* What is said of a search. */
#include "ui/search_words.h"

#include "ui/viewer_state.h"

enum { MOST_PATTERN = 24 /* bytes of a pattern in the status line */ };

enum search_mode search_words_mode(const struct viewer *v, struct slice pattern)
{
    if (slice_starts(pattern, SLICE("=")))
        return SEARCH_NUMBER;
    return settings_is(&v->settings, OPTION_REGEX) ? SEARCH_REGEX : SEARCH_PLAIN;
}

bool search_words_prompting(const struct viewer *v)
{
    return v->prompt.open && prompt_searches(v->prompt.kind);
}

bool search_words_nowhere(const struct viewer *v)
{
    size_t hits;
    bool capped;
    return v->at->hunt.state == HUNT_NONE &&
           (v->at->hunt.kind == HUNT_FILING ||
            (hunt_widened(&v->at->hunt, &hits, &capped) && hits == 0));
}

static void add_key(const struct viewer *v, struct buffer *out)
{
    enum keymap_context context = search_words_prompting(v) ? CONTEXT_PROMPT : CONTEXT_TEXT;
    keymap_keys_of(v->config->keymap, context, ACTION_SEARCH_SCOPE, 1, out);
}

void search_words_none(const struct viewer *v, struct buffer *out)
{
    const struct hunt *h = &v->at->hunt;
    size_t hits;
    bool capped;
    bool known = hunt_widened(h, &hits, &capped);
    if (search_words_nowhere(v)) {
        buffer_add_text(out, hunt_costly(h) ? "too slow on parts of the text, not found elsewhere: "
                                            : "not found in this filing: ");
        buffer_add(out, buffer_slice(&h->text));
        return;
    }
    buffer_addf(out, "not %s", hunt_kind_where(h->kind));
    if (!known) {
        buffer_addf(out, "; looking %s…", hunt_kind_where(h->wider_kind));
        if (h->wider)
            buffer_addf(out, " %d%%", search_progress(h->wider));
        return;
    }
    buffer_addf(out, ": %zu%s %s, ", hits, capped ? "+" : "", hunt_kind_where(h->wider_kind));
    add_key(v, out);
    buffer_add_text(out, " goes there");
}

void search_words_scope(const struct viewer *v, struct buffer *out)
{
    static const char *const modes[] = {"regex", "plain", "number"};
    const struct hunt *h = &v->at->hunt;
    enum hunt_kind kind = (enum hunt_kind)settings_get(&v->settings, OPTION_SCOPE);
    buffer_addf(out, "%s · ", modes[search_words_mode(v, buffer_slice(&v->prompt.text))]);
    size_t before = out->len;
    hunt_count(h, v->at->current, out);
    if (out->len > before)
        buffer_add_byte(out, ' ');
    buffer_add_text(out, hunt_kind_where(kind));
    if (h->search && !search_done(h->search))
        buffer_addf(out, " (%d%%)", search_progress(h->search));
    buffer_add_text(out, " · ");
    add_key(v, out);
    buffer_addf(out, ": %s", hunt_kind_name((enum hunt_kind)((kind + 1) % HUNT_KINDS)));
}

void search_words_status(const struct viewer *v, struct buffer *out)
{
    const struct hunt *h = &v->at->hunt;
    if (!h->search || v->at->hits_hidden)
        return;
    struct slice text = buffer_slice(&h->text);
    size_t most = text.len < MOST_PATTERN ? text.len : MOST_PATTERN;
    while (most < text.len && most > 0 && ((unsigned char)text.at[most] & 0xC0) == 0x80)
        most--;
    buffer_add_byte(out, h->backward ? '?' : '/');
    buffer_add(out, slice_cut(text, 0, most));
    if (text.len > most)
        buffer_add_text(out, "…");
    buffer_add_text(out, "  ");
    size_t before = out->len;
    hunt_count(h, v->at->current, out);
    if (out->len == before)
        buffer_add_text(out, search_done(h->search) ? "0" : "");
    buffer_addf(out, "%s%s", out->len > before ? " · " : "", hunt_kind_name(h->kind));
    if (!search_done(h->search))
        buffer_addf(out, " %d%%, Esc stops", search_progress(h->search));
}
