/* SPDX-License-Identifier: MIT */
/* The facts of one filing: where it was left, how it was shown, what is folded and read. */
#include "base/memory.h"
#include "base/utf8.h"
#include "session/state.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { LONGEST_WORDS = 400, LONGEST_LINE = 300, LONGEST_PATH = 4096, WIDEST_TREE = 10000 };

static const struct record *find(struct session *session, struct slice key, const char *kind,
                                 struct slice name)
{
    struct filing_state *state = session_filing(session, key);
    return state ? records_find(&state->stored.records, kind, name) : NULL;
}

/* The record of what the filing is: each file has one, and it says the key. */
static struct records *records_of(struct session *session, struct slice key)
{
    struct filing_state *state = session_filing(session, key);
    struct buffer nothing = {0};
    if (!state)
        return NULL;
    if (!records_find(&state->stored.records, "filing", key))
        records_set(&state->stored.records, "filing", key, &nothing, false);
    return &state->stored.records;
}

/* Sets a record without a name, and frees its body. */
static void set(struct session *session, struct slice key, const char *kind, struct buffer *body)
{
    struct records *records = records_of(session, key);
    if (records)
        records_set(records, kind, SLICE(""), body, false);
    buffer_deinit(body);
}

static bool read_place(struct slice value, struct session_place *place)
{
    struct session_place read;
    if (!record_number(&value, &read.document) || !record_number(&value, &read.offset))
        return false;
    *place = read;
    return true;
}

static void add_place(struct buffer *body, const char *name, struct session_place place)
{
    record_addf(body, name, "%zu %zu", place.document, place.offset);
}

/* ---- where it was left */

bool session_get(struct session *session, struct slice key, struct session_place *place)
{
    return read_place(record_get(find(session, key, "place", SLICE("")), "at"), place);
}

/* Words of another place go with it. */
void session_set(struct session *session, struct slice key, struct session_place place)
{
    struct session_place before;
    struct buffer body = {0};
    if (session_get(session, key, &before) && before.document == place.document &&
        before.offset == place.offset)
        return;
    add_place(&body, "at", place);
    set(session, key, "place", &body);
}

void session_set_words(struct session *session, struct slice key, struct slice words,
                       struct slice where)
{
    struct session_place place;
    struct buffer body = {0};
    if (!session_get(session, key, &place))
        return;
    add_place(&body, "at", place);
    record_add_folded(&body, "words", utf8_cut(words, LONGEST_WORDS));
    record_add_folded(&body, "where", utf8_cut(where, LONGEST_LINE));
    set(session, key, "place", &body);
}

struct slice session_words(struct session *session, struct slice key)
{
    return record_get(find(session, key, "place", SLICE("")), "words");
}

/* The path from the root; as it is when the folder that one is in is gone. */
static void add_absolute(struct buffer *out, struct slice path)
{
    if (path.len > 0 && path.at[0] != '/') {
        char *here = getcwd(NULL, 0);
        if (here)
            buffer_addf(out, "%s/", here);
        else if (errno == ENOMEM)
            memory_exhausted();
        free(here);
    }
    buffer_add(out, path);
}

void session_describe(struct session *session, struct slice key, struct slice title,
                      struct slice path, size_t bytes)
{
    struct buffer body = {0}, absolute = {0};
    struct records *records = records_of(session, key);
    if (!records)
        return;
    record_add_folded(&body, "title", utf8_cut(title, LONGEST_LINE));
    add_absolute(&absolute, path);
    if (absolute.len <= LONGEST_PATH)
        record_add_path(&body, "path", buffer_slice(&absolute));
    record_addf(&body, "bytes", "%zu", bytes);
    records_set(records, "filing", key, &body, true);
    buffer_deinit(&absolute);
    buffer_deinit(&body);
}

size_t session_bytes(struct session *session, struct slice key)
{
    struct slice value = record_get(find(session, key, "filing", key), "bytes");
    size_t bytes = 0;
    return record_number(&value, &bytes) ? bytes : 0;
}

/* ---- how it was shown */

static const struct slice shown[] = {SLICE_ROW(""), SLICE_ROW("yes"), SLICE_ROW("no")};
static const struct slice splits[] = {SLICE_ROW(""), SLICE_ROW("beside"), SLICE_ROW("below")};

/* Which of three words it is; the first when it is none. */
static int word_of(const struct slice words[3], struct slice word)
{
    return slice_equal(word, words[1]) ? 1 : slice_equal(word, words[2]) ? 2 : 0;
}

/* Takes a record without a name away. */
static void forget(struct session *session, struct slice key, const char *kind)
{
    struct filing_state *state = session_filing(session, key);
    if (state)
        records_remove(&state->stored.records, kind, SLICE(""));
}

bool session_tree(struct session *session, struct slice key, struct session_tree *tree)
{
    const struct record *record = find(session, key, "tree", SLICE(""));
    struct slice width = record_get(record, "width");
    size_t columns = 0;
    if (!record_number(&width, &columns) || columns > WIDEST_TREE)
        columns = 0;
    tree->width = (int)columns;
    tree->shown = (enum session_shown)word_of(shown, record_get(record, "shown"));
    return record != NULL;
}

void session_set_tree(struct session *session, struct slice key, struct session_tree tree)
{
    struct buffer body = {0};
    if (tree.width > 0)
        record_addf(&body, "width", "%d", tree.width);
    record_add(&body, "shown", shown[tree.shown]);
    if (body.len > 0)
        set(session, key, "tree", &body);
    else
        forget(session, key, "tree");
}

bool session_split(struct session *session, struct slice key, struct session_split *split)
{
    const struct record *record = find(session, key, "split", SLICE(""));
    *split = (struct session_split){.kind = SESSION_WHOLE};
    int kind = word_of(splits, record_get(record, "as"));
    if (kind == 0 || !read_place(record_get(record, "second"), &split->second))
        return false;
    split->kind = (enum session_split_kind)kind;
    split->in_second = slice_equal(record_get(record, "keys"), SLICE("second"));
    return true;
}

void session_set_split(struct session *session, struct slice key, struct session_split split)
{
    struct buffer body = {0};
    if (split.kind == SESSION_WHOLE) {
        forget(session, key, "split");
        return;
    }
    record_add(&body, "as", splits[split.kind]);
    add_place(&body, "second", split.second);
    record_add(&body, "keys", split.in_second ? SLICE("second") : SLICE("first"));
    set(session, key, "split", &body);
}

/* ---- its tree */

static void add_node_name(struct buffer *out, size_t document, struct slice id)
{
    buffer_addf(out, id.len > 0 ? "%zu " : "%zu", document);
    buffer_add(out, id);
}

/* What is said of a node, by its document and id: a word in the field "is". */
static struct slice node_word(struct session *session, struct slice key, const char *kind,
                              size_t document, struct slice id)
{
    struct buffer name = {0};
    add_node_name(&name, document, id);
    struct slice word = record_get(find(session, key, kind, buffer_slice(&name)), "is");
    buffer_deinit(&name);
    return word;
}

/* An empty word: nothing is said of it. */
static void set_node_word(struct session *session, struct slice key, const char *kind,
                          size_t document, struct slice id, struct slice word)
{
    struct buffer name = {0}, body = {0};
    struct records *records = records_of(session, key);
    add_node_name(&name, document, id);
    record_add(&body, "is", word);
    if (records && word.len > 0)
        records_set(records, kind, buffer_slice(&name), &body, false);
    else if (records)
        records_remove(records, kind, buffer_slice(&name));
    buffer_deinit(&name);
    buffer_deinit(&body);
}

enum session_fold session_fold(struct session *session, struct slice key, size_t document,
                               struct slice id)
{
    struct slice word = node_word(session, key, "fold", document, id);
    return slice_equal(word, SLICE("closed")) ? SESSION_FOLDED
           : slice_equal(word, SLICE("open")) ? SESSION_UNFOLDED
                                              : SESSION_FOLD_UNSAID;
}

void session_set_fold(struct session *session, struct slice key, size_t document, struct slice id,
                      enum session_fold fold)
{
    static const struct slice words[] = {SLICE_ROW(""), SLICE_ROW("closed"), SLICE_ROW("open")};
    set_node_word(session, key, "fold", document, id, words[fold]);
}

enum session_read session_read(struct session *session, struct slice key, size_t document,
                               struct slice id)
{
    struct slice word = node_word(session, key, "read", document, id);
    return slice_equal(word, SLICE("read"))    ? SESSION_READ
           : slice_equal(word, SLICE("again")) ? SESSION_UNREAD
                                               : SESSION_NOT_READ;
}

void session_set_read(struct session *session, struct slice key, size_t document, struct slice id,
                      enum session_read read)
{
    static const struct slice words[] = {SLICE_ROW(""), SLICE_ROW("read"), SLICE_ROW("again")};
    set_node_word(session, key, "read", document, id, words[read]);
}
