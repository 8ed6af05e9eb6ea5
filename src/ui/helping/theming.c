/* SPDX-License-Identifier: MIT */
/* Changing the theme. */
#include "ui/helping/theming.h"

#include "config/themes.h"
#include "ui/helping/helping_state.h"
#include "ui/viewer_state.h"

static struct slice name_of(const struct helping *h, const struct viewer *v)
{
    return h->theme.len > 0 ? buffer_slice(&h->theme) : slice_of(v->config->theme_name);
}

static void say_names(struct viewer *v)
{
    struct buffer names = {0};
    struct slice name = name_of(helping_of(v), v);
    themes_names(v->config, &names);
    viewer_say(v, ROLE_MESSAGE, "theme %.*s; there are %s", (int)name.len, name.at,
               buffer_text(&names));
    buffer_deinit(&names);
}

static void change(struct viewer *v, struct slice name)
{
    struct error e;
    struct helping *h = helping_of(v);
    if (!themes_find(v->config, name, h->light, &v->theme, &e)) {
        viewer_say(v, ROLE_ERROR, "%s", e.message);
        return;
    }
    buffer_clear(&h->theme);
    buffer_add(&h->theme, name);
    if (e.kind != ERROR_NONE)
        viewer_say(v, ROLE_WARNING, "%s", e.message);
    else if (v->config->colorless)
        viewer_say(v, ROLE_MESSAGE, "theme %.*s; no colours are shown here", (int)name.len,
                   name.at);
    else if (v->theme.follows)
        viewer_say(v, ROLE_MESSAGE, "theme %.*s: for a %s background", (int)name.len, name.at,
                   h->light ? "light" : "dark");
    else
        viewer_say(v, ROLE_MESSAGE, "theme %.*s", (int)name.len, name.at);
}

void theming_theme(struct viewer *v, const struct order *order)
{
    struct slice name = slice_trim(order->argument);
    if (name.len > 0)
        change(v, name);
    else
        say_names(v);
}

bool theming_set(struct viewer *v, struct slice text)
{
    struct slice word = SLICE("theme");
    if (!slice_starts(text, word) ||
        (text.len > word.len && text.at[word.len] != '=' && !byte_is_blank(text.at[word.len])))
        return false;
    struct slice name = slice_trim(slice_cut(text, word.len, text.len));
    if (name.len > 0 && name.at[0] == '=')
        name = slice_trim(slice_cut(name, 1, name.len));
    theming_theme(v, &(struct order){.action = ACTION_THEME, .argument = name});
    return true;
}

void viewer_background(struct viewer *v, bool light)
{
    struct helping *h = helping_of(v);
    h->light = light;
    if (v->theme.follows)
        (void)themes_find(v->config, name_of(h, v), light, &v->theme, NULL);
}
