/* SPDX-License-Identifier: MIT */
/*
 * Real filings, when there are some: each is opened, walked through, searched, resized and left.
 * What is looked for are crashes and findings of the sanitizers; what must be on the screens of a
 * filing is told by the scripts beside this. Skips without a corpus (FOLIO_CORPUS).
 */
#include "screens/stage.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SKIPPED = 77 };

static bool is_filing(const char *name)
{
    static const char *const endings[] = {".txt", ".nc", ".htm", ".html", ".xml"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_ends_nocase(slice_of(name), slice_of(endings[i])))
            return true;
    return false;
}

/* A reader's morning with the filing: false when a screen came out blank. */
static bool walk(const char *path, int rows, int columns)
{
    struct stage s;
    if (!stage_open_file(&s, path, rows, columns, NULL))
        return false;
    stage_settle(&s);
    static const char *const keys[] = {
        "]]",
        "]p ]p ]p",
        "Space Space Space Space",
        "[[",
        "]e",
        "gg",
        "G",
        "[p b b u k",
        "Ctrl-W w j j j Enter",
        ": 5 0 % Enter",
        ": 3 0 Enter Ctrl-G",
        "/ t h e Enter",
        "n n N",
        "gs gs gs n",
        "l l l ^",
        ": s e t Space f l o w Enter",
        "j j d u }{",
        "Ctrl-W w zM zR G Enter",
    };
    bool good = true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        stage_keys(&s, keys[i]);
        char *text = stage_text(&s);
        good = good && strlen(text) > 0;
        free(text);
    }
    viewer_resize(s.viewer, 1, 1);
    stage_draw(&s);
    viewer_resize(s.viewer, rows / 2, columns / 2);
    stage_draw(&s);
    stage_close(&s);
    return good;
}

int main(void)
{
    const char *folder = getenv("FOLIO_CORPUS");
    DIR *dir = folder ? opendir(folder) : NULL;
    if (!dir) {
        puts("no corpus: skipped");
        return SKIPPED;
    }
    (void)setlocale(LC_ALL, "C.UTF-8");
    int seen = 0, failed = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char *path = NULL;
        if (!is_filing(entry->d_name) || asprintf(&path, "%s/%s", folder, entry->d_name) < 0)
            continue;
        seen++;
        if (!walk(path, 24, 80) || !walk(path, 50, 160)) {
            failed++;
            printf("FAIL %s\n", entry->d_name);
        }
        free(path);
    }
    (void)closedir(dir);
    printf("%d passed, %d failed\n", seen - failed, failed);
    return failed > 0;
}
