/* SPDX-License-Identifier: MIT */
/*
 * The reader when memory runs out at any moment: see trial.h. It reads a filing on a canvas, by
 * keys that open most of what can be opened, and remembers it; what was remembered before is not
 * lost by a run that ends in the middle.
 */
#include "base/buffer.h"
#include "faults/scarce.h"
#include "faults/trial.h"
#include "screens/stage.h"
#include "unit/state_folder.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKIPPED = 77, ROWS = 24, COLUMNS = 80 };

static const char key[] = "0009900301-97-000007", file_of_key[] = "filings/0009900301-97-000007";
static const char history[] = "history";

/* What is read, and what was remembered before each run. */
static struct buffer filing, old_filing, old_history;

static void show(struct stage *s, const char *title)
{
    char *screen = stage_text(s);
    printf("== %s\n%s\n", title, screen);
    free(screen);
}

/* Each word of the script is keys, or behind a blank a text to type. */
static void play(struct stage *s, const char *const *script)
{
    for (; *script; script++) {
        if (**script == ' ')
            stage_type(s, *script + 1);
        else
            stage_keys(s, *script);
        show(s, *script);
    }
}

/* Reads the filing; argv: its name, then the script. */
static int read_filing(int argc, char **argv)
{
    struct stage stage;
    struct error e;
    bool written = false;
    (void)argc;
    if (!setlocale(LC_ALL, ""))
        return 1;
    struct session *session = session_open(state_folder());
    struct viewer_setup setup = {
        .place = {0, VIEWER_NOWHERE}, .session = session, .session_key = {key, sizeof key - 1}};
    if (stage_open_text(&stage, argv[0], buffer_slice(&filing), ROWS, COLUMNS, &setup)) {
        show(&stage, "the first screen");
        play(&stage, (const char *const *)argv + 1);
        viewer_save(stage.viewer);
        written = session_save(session, &e);
        if (!written)
            (void)fprintf(stderr, "folio: %s\n", e.message);
        stage_close(&stage);
    }
    session_free(session);
    return written ? 0 : 2;
}

/* ---- what is remembered */

static void lay_state(void)
{
    (void)state_folder_clean(NULL);
    if (old_filing.len > 0)
        state_folder_write(file_of_key, buffer_slice(&old_filing));
    if (old_history.len > 0)
        state_folder_write(history, buffer_slice(&old_history));
}

/* What was remembered before is there, or what the run has put in its place: never a part. */
static bool is_state_whole(void)
{
    struct buffer notice = {0};
    struct session_place place;
    const struct slice *lines;
    struct session *session = session_open(state_folder());
    bool whole = session_get(session, slice_of(key), &place) &&
                 session_history(session, SESSION_PATTERN, &lines) > 0 &&
                 !session_notice(session, &notice);
    session_free(session);
    buffer_deinit(&notice);
    return whole;
}

/* Lets a run remember something, for the others to lose. */
static bool make_state(char **argv)
{
    (void)trial_requests(read_filing, argv);
    return state_folder_read(file_of_key, &old_filing) && state_folder_read(history, &old_history);
}

/* ---- the trials */

static bool read_sample(const char *name)
{
    struct buffer path = {0};
    struct error e;
    const char *top = getenv("abs_srcdir");
    buffer_addf(&path, "%s/samples/%s", top ? top : ".", name);
    struct input *input = input_open(buffer_text(&path), &e);
    buffer_clear(&filing);
    if (input)
        buffer_add(&filing, input_bytes(input));
    input_close(input);
    buffer_deinit(&path);
    return filing.len > 0;
}

static char *const annual_script[] = {"]]",  "/",  " the",  "Enter",    "n",   "H",
                                      "Esc", "gt", "Esc",   "Ctrl-W s", "G",   "F6",
                                      "j",   "zf", " item", "Esc",      "Esc", NULL};
static char *const table_script[] = {"]t",           "t",     "j", "yy", "Esc", "F1", "Esc", ":",
                                     " set wrap=no", "Enter", "m", "a",  "V",   "j",  "y",   "gn",
                                     "Esc",          NULL};

static void try_script(const char *file, char *const *script, size_t first, struct trial_sum *sum)
{
    char *argv[32] = {(char[]){"filing"}};
    if (!read_sample(file)) {
        sum->wrong++;
        return;
    }
    for (size_t i = 0; script[i]; i++)
        argv[i + 1] = script[i];
    trial_run(&(struct trial){.name = file,
                              .program = read_filing,
                              .argv = argv,
                              .first = first,
                              .before = lay_state,
                              .after = is_state_whole},
              sum);
}

static int only_the_locale(int argc, char **argv)
{
    (void)argc, (void)argv;
    return setlocale(LC_ALL, "") == NULL;
}

int main(void)
{
    struct trial_sum sum = {0};
    char *argv[] = {(char[]){"filing"}, (char[]){"/"}, (char[]){" the"}, (char[]){"Enter"}, NULL};
    char *nothing[] = {NULL};
    if (!scarce_works()) {
        puts("test_scarce_reader: skipped: memory cannot be made to fail in this build");
        return SKIPPED;
    }
    if (state_folder_make(NULL) != 0 || !read_sample("8-K_2004_bare.txt") || !make_state(argv))
        return 1;
    size_t locale = trial_requests(only_the_locale, nothing);
    try_script("8-K_2004_bare.txt", annual_script, locale + 1, &sum);
    try_script("DEF14A_2013_pay.htm", table_script, locale + 1, &sum);
    (void)state_folder_remove(NULL);
    printf("test_scarce_reader: %zu runs, %zu wrong\n", sum.runs, sum.wrong);
    return sum.wrong > 0;
}
