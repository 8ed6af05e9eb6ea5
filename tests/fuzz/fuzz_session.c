/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a file of what is remembered: what is read of it is clean text and comes back the
 * same when it is written; a session that finds it in its folder can be asked for everything, and
 * remembers what it is then told. The first byte says which file it is, and whether to save.
 */
#include "session/session.h"

#include "session/keepsakes.h"
#include "session/records.h"
#include "unit/state_folder.h"

#include "must.h"

#include <stdint.h>

#define KEY SLICE("0000000000-04-000001")

enum { SAVES = 16 };

static const struct {
    const char *what, *path;
} files[] = {{"filing", "filings/0000000000-04-000001"},
             {"notes", "notes/0000000000-04-000001.txt"},
             {"history", "history"}};

static void check_records(const struct records *r)
{
    for (size_t i = 0; i < r->list.count; i++) {
        const struct record *record = &r->list.at[i];
        struct slice body = record->body, name, value;
        must(record->kind.len > 0 && record->name.len <= RECORDS_LONGEST_NAME);
        must_be_text(record->kind);
        must_be_text(record->name);
        while (record_next(&body, &name, &value)) {
            must(value.len <= RECORDS_LONGEST_VALUE);
            must_be_text(name);
            must_be_text(value);
        }
    }
}

/* What was read, written, is good, and written again it is the same. */
static void check_round(const char *what, struct slice text)
{
    struct records r, again;
    struct buffer written = {0}, twice = {0};
    records_init(&r);
    records_init(&again);
    enum records_verdict verdict = records_read(&r, what, text);
    must(r.list.count <= RECORDS_MOST && (verdict != RECORDS_NEWER || r.list.count == 0));
    check_records(&r);
    records_write(&r, what, &written);
    must(records_read(&again, what, buffer_slice(&written)) == RECORDS_GOOD);
    must(again.list.count == r.list.count);
    records_write(&again, what, &twice);
    must(slice_equal(buffer_slice(&written), buffer_slice(&twice)));
    records_deinit(&r);
    records_deinit(&again);
    buffer_deinit(&written);
    buffer_deinit(&twice);
}

static void check_keepsakes(struct session *s)
{
    struct keepsakes *k = keepsakes_open(s, KEY);
    const struct keepsake *list;
    size_t count = keepsakes_list(k, &list);
    for (size_t i = 0; i < count; i++) {
        must(i == 0 || list[i - 1].document <= list[i].document);
        must(list[i].from <= list[i].to);
        must_be_text(list[i].name);
        must_be_text(list[i].text);
        must_be_text(list[i].page);
        must_be_text(list[i].node);
        must_be_text(list[i].citation);
        must_be_readable(list[i].note);
        must(keepsakes_find(k, list[i].kind, list[i].name) != NULL);
    }
    keepsakes_free(k);
}

static void ask_everything(struct session *s)
{
    struct session_place place;
    struct session_tree tree;
    struct session_split split;
    const struct session_recent *recents;
    const struct slice *lines;
    (void)session_get(s, KEY, &place);
    (void)session_split(s, KEY, &split);
    (void)session_bytes(s, KEY);
    if (session_tree(s, KEY, &tree))
        must(tree.width >= 0);
    must_be_text(session_words(s, KEY));
    must_be_text(session_scope(s));
    (void)session_fold(s, KEY, 0, SLICE("II"));
    (void)session_read(s, KEY, 0, SLICE("7A"));
    for (size_t i = session_recents(s, &recents); i-- > 0;) {
        must_be_text(recents[i].title);
        must_be_text(recents[i].where);
        must_be_readable(recents[i].path);
    }
    for (int kind = SESSION_COMMAND; kind <= SESSION_PATTERN; kind++)
        for (size_t i = session_history(s, (enum session_line)kind, &lines); i-- > 0;)
            must_be_text(lines[i]);
    check_keepsakes(s);
}

/* A session on the folder, told where a filing is left and what was looked for. */
static void use_session(bool saves)
{
    struct error e = {0};
    struct buffer notice = {0};
    struct session_place place = {3, 141}, found = {0, 0};
    struct session *s = session_open(state_folder());
    ask_everything(s);
    session_set(s, KEY, place);
    session_add_history(s, SESSION_PATTERN, SLICE("goodwill"));
    must(!saves || session_save(s, &e));
    bool left_alone = session_notice(s, &notice) &&
                      slice_find(buffer_slice(&notice), SLICE("left as it is")) < notice.len;
    must_be_text(buffer_slice(&notice));
    session_free(s);
    s = session_open(state_folder());
    if (saves && !left_alone)
        must(session_get(s, KEY, &found) && found.document == 3 && found.offset == 141);
    session_free(s);
    buffer_deinit(&notice);
}

static void remove_folder(void)
{
    (void)state_folder_remove(NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool made;
    if (size < 1)
        return 0;
    if (!made)
        must(state_folder_make(NULL) == 0 && atexit(remove_folder) == 0);
    made = true;
    struct slice text = {(const char *)data + 1, size - 1};
    size_t file = (data[0] & 15) % (sizeof files / sizeof *files);
    check_round(files[file].what, text);
    must(state_folder_clean(NULL) == 0);
    state_folder_write(files[file].path, text);
    use_session(data[0] & SAVES);
    return 0;
}
