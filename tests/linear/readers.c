/* SPDX-License-Identifier: MIT */
/* The parts of folio that read what strangers write. */
#include "linear/readers.h"

#include "base/error.h"
#include "config/config.h"
#include "print/print.h"
#include "search/pattern.h"
#include "screens/stage.h"
#include "session/keepsakes.h"
#include "session/session.h"
#include "unit/state_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define KEY SLICE("0000000000-04-000001")

static void filter(enum reader reader, struct slice bytes)
{
    struct error e = {0};
    size_t hits;
    struct folio *f = folio_open_memory("made", bytes.at, bytes.len, NULL);
    FILE *out = fopen("/dev/null", "w");
    struct folio_pattern *p =
        folio_pattern_new("word|item|section|[1-9]00", FOLIO_IGNORE_CASE, NULL);
    struct print_options o = {.out = out,
                              .width = reader == READ_TEXT ? 80 : 0,
                              .marks = reader == READ_TEXT,
                              .json = reader == READ_OUTLINE || reader == READ_GREP,
                              .format = "json"};
    if (!f)
        ; /* no filing: refused at once */
    else if (reader == READ_TEXT || reader == READ_FLAT)
        (void)print_text(f, &o, &e);
    else if (reader == READ_OUTLINE)
        (void)print_outline(f, &o, &e);
    else if (reader == READ_EXPLAIN)
        (void)print_explain(f, &o, &e);
    else if (reader == READ_TABLES)
        (void)print_tables(f, &o, &e);
    else
        (void)print_grep(f, p, &o, &hits, &e);
    folio_close(f);
    folio_pattern_free(p);
    (void)fclose(out);
}

/* Keys, then text, then keys again. */
static void press(struct stage *stage, const char *keys, const char *text, const char *more)
{
    stage_keys(stage, keys);
    stage_type(stage, text);
    stage_draw(stage);
    stage_keys(stage, more);
    stage_draw(stage);
}

/* Read to its end, looked at there, searched, its tree narrowed, and all that it lists asked for.
 */
static void view(struct slice bytes)
{
    struct stage stage;
    if (!stage_open_text(&stage, "made", bytes, 24, 80, NULL))
        return;
    stage_draw(&stage);
    press(&stage, "G", "", "M");
    press(&stage, "/", "word", "Enter");
    press(&stage, "n n", "", "H");
    press(&stage, "Esc", "", "zR");
    press(&stage, "zf", "a1", "Esc");
    press(&stage, "go", "a1", "Esc");
    press(&stage, "gk", "", "Esc");
    press(&stage, "gt", "", "Esc");
    press(&stage, "&", "a1", "Esc");
    press(&stage, "w", "", "W");
    press(&stage, "g?", "", "Esc");
    stage_close(&stage);
}

static void configure(struct slice bytes)
{
    char path[64];
    int file = memfd_create("config", MFD_CLOEXEC);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    if (pwrite(file, bytes.at, bytes.len, 0) == (ssize_t)bytes.len)
        config_free(config_check(path, NULL));
    (void)close(file);
}

static void remember(const char *path, struct slice bytes)
{
    struct session_place place;
    struct session_tree tree;
    const struct keepsake *kept;
    const struct session_recent *recents;
    if (state_folder_make(NULL) != 0)
        exit(1);
    state_folder_write(path, bytes);
    struct session *s = session_open(state_folder());
    struct keepsakes *k = keepsakes_open(s, KEY);
    (void)keepsakes_list(k, &kept);
    keepsakes_free(k);
    (void)session_get(s, KEY, &place);
    (void)session_tree(s, KEY, &tree);
    (void)session_recents(s, &recents);
    session_free(s);
    (void)state_folder_remove(NULL);
}

static void match(struct slice pattern)
{
    struct error e = {0};
    struct buffer text = {0};
    size_t start, end;
    for (int i = 0; i < 1000; i++)
        buffer_add(&text, SLICE("aaaaaaaa words 1,234 (a)\n"));
    struct pattern *p = pattern_new(pattern, (struct pattern_options){0}, &e);
    struct matcher *m = p ? matcher_new(p) : NULL;
    if (m)
        (void)matcher_find(m, buffer_slice(&text), 0, text.len, &start, &end);
    matcher_free(m);
    pattern_free(p);
    buffer_deinit(&text);
}

const char *readers_name(enum reader reader)
{
    static const char *const names[READERS] = {
        "text",   "text --width 0", "outline --json", "outline --explain",
        "tables", "grep --json",    "reader",         "configuration",
        "state",  "notes",          "history",        "pattern"};
    int bit = 0;
    while (!((unsigned)reader >> bit & 1))
        bit++;
    return names[bit];
}

void readers_read(enum reader reader, struct slice bytes)
{
    if (reader == READ_VIEW)
        view(bytes);
    else if (reader == READ_CONFIG)
        configure(bytes);
    else if (reader == READ_STATE)
        remember("filings/0000000000-04-000001", bytes);
    else if (reader == READ_NOTES)
        remember("notes/0000000000-04-000001.txt", bytes);
    else if (reader == READ_HISTORY)
        remember("history", bytes);
    else if (reader == READ_PATTERN)
        match(bytes);
    else
        filter(reader, bytes);
}
