/* SPDX-License-Identifier: MIT */
/* Saving a part of the filing to a file, as its ending says. */
#include "ui/taking/saving.h"

#include "base/memory.h"
#include "formats/uuencode.h"
#include "model/content.h"
#include "model/other.h"
#include "ui/grid/tabling.h"
#include "ui/path_names.h"
#include "ui/taking/gathering.h"
#include "ui/taking/markdown.h"
#include "ui/taking/part.h"
#include "ui/taking/save_file.h"
#include "ui/taking/taking.h"
#include "ui/viewer_state.h"

#include <stdlib.h>

enum { NAME_MOST = 60 /* bytes of a file name that is offered */ };

/* ---- the end of a save */

static void tell_saved(struct viewer *v, const char *path, size_t size)
{
    struct buffer shown = {0};
    path_shown(slice_of(path), &shown);
    viewer_say(v, ROLE_MESSAGE, "saved %zu byte%s to %s", size, size == 1 ? "" : "s",
               buffer_text(&shown));
    buffer_deinit(&shown);
}

/* A text that goes to a file as it is gathered. */
struct save {
    struct save_file *file; /* NULL once it is closed */
    struct buffer path;
    struct buffer name;                     /* of the part */
    const struct tabling_exporting *tables; /* of which there must be one; NULL: no matter */
};

static bool some(struct viewer *v, void *self, struct buffer *text)
{
    struct save *save = self;
    (void)v;
    save_file_add(save->file, buffer_slice(text));
    buffer_clear(text);
    return true;
}

static void done(struct viewer *v, void *self, struct slice text)
{
    struct save *save = self;
    struct error e = {0};
    size_t size;
    (void)text;
    if (save->tables && tabling_exporting_count(save->tables) == 0) {
        viewer_say(v, ROLE_MESSAGE, "there is no table in %s: not saved", buffer_text(&save->name));
        return;
    }
    if (save_file_close(save->file, &size, &e))
        tell_saved(v, buffer_text(&save->path), size);
    else
        viewer_say(v, ROLE_ERROR, "%s", e.message);
    save->file = NULL;
}

static void free_save(void *self)
{
    struct save *save = self;
    save_file_drop(save->file);
    buffer_deinit(&save->path);
    buffer_deinit(&save->name);
    free(save);
}

static const struct gathering_end saved = {some, done, free_save};

/* Opens the file; NULL, and said, when that cannot be. */
static struct save *begin(struct viewer *v, const struct part *part, const char *path, bool over)
{
    struct error e = {0};
    struct save_file *file = save_file_open(v->errands, path, over, &e);
    if (!file) {
        viewer_say(v, ROLE_ERROR, "%s", e.message);
        return NULL;
    }
    struct save *save = memory_alloc(sizeof *save);
    *save = (struct save){.file = file};
    buffer_add_text(&save->path, path);
    buffer_add(&save->name, buffer_slice(&part->name));
    return save;
}

static void save_text(struct viewer *v, const struct part *part, const char *path, bool over)
{
    struct save *save = begin(v, part, path, over);
    if (save)
        gathering_begin(v, part_gather(v, part), "saving", &saved, save);
}

static void save_bytes(struct viewer *v, struct slice bytes, const char *path, bool over)
{
    struct error e = {0};
    if (save_file_write(v->errands, path, bytes, over, &e))
        tell_saved(v, path, bytes.len);
    else
        viewer_say(v, ROLE_ERROR, "%s", e.message);
}

/* ---- what is written */

/* A picture, a PDF, an archive, a script: the file as it was before it was put into the filing. */
static void save_binary(struct viewer *v, const struct part *part, const char *path, bool over)
{
    struct slice text =
        slice_cut(submission_bytes(v->at->filing->submission), part->from, part->to);
    struct uuencode_head head;
    struct buffer bytes = {0};
    if (!uuencode_begin(text, &head)) {
        save_bytes(v, text, path, over);
        return;
    }
    struct buffer shown = {0};
    path_shown(slice_of(path), &shown);
    bool whole = uuencode_decode(slice_cut(text, head.data, text.len), &bytes);
    save_bytes(v, buffer_slice(&bytes), path, over);
    if (!whole && v->message_role == ROLE_MESSAGE)
        viewer_say(v, ROLE_WARNING, "saved what there is to %s: the file is cut in the filing",
                   buffer_text(&shown));
    buffer_deinit(&shown);
    buffer_deinit(&bytes);
}

static bool ends(struct slice path, const char *ending)
{
    return slice_ends_nocase(path, slice_of(ending));
}

/* Whether the ending asks for the document as it was filed. */
static bool wants_source(struct slice path)
{
    return ends(path, ".htm") || ends(path, ".html") || ends(path, ".xml");
}

/* The format of a table that the ending asks for, or NULL. */
static const char *table_format(const struct part *part, struct slice path)
{
    if (ends(path, ".csv"))
        return "csv";
    if (ends(path, ".tsv"))
        return "tsv";
    if (ends(path, ".json"))
        return "json";
    return part->kind == PART_TABLE && ends(path, ".md") ? "md" : NULL;
}

static struct content *content_at(struct viewer *v, const struct part *part)
{
    struct submission *s = v->at->filing->submission;
    return content_of(s, submission_document(s, part->document));
}

static bool step_tables(void *source, size_t bytes, struct buffer *out)
{
    return tabling_exporting_step(source, bytes, out);
}

static int percent_tables(const void *source)
{
    return tabling_exporting_percent(source);
}

static void free_tables(void *source)
{
    tabling_exporting_free(source);
}

static void save_tables(struct viewer *v, const struct part *part, const char *format,
                        const char *path, bool over)
{
    static const struct gathering_source how = {step_tables, percent_tables, free_tables};
    struct save *save = begin(v, part, path, over);
    if (!save)
        return;
    struct tabling_exporting *e =
        tabling_exporting_new(content_at(v, part), part->from, part->to, format);
    save->tables = e;
    gathering_begin_from(v, &how, e, "saving", &saved, save);
}

static bool add_table(void *self, struct content *c, size_t from, size_t to, struct buffer *out)
{
    return tabling_export(self, c, from, to, "md", out);
}

static bool step_markdown(void *source, size_t bytes, struct buffer *out)
{
    return markdown_step(source, bytes, out);
}

static int percent_markdown(const void *source)
{
    return markdown_percent(source);
}

static void free_markdown(void *source)
{
    markdown_free(source);
}

static void save_markdown(struct viewer *v, const struct part *part, const char *path, bool over)
{
    static const struct gathering_source how = {step_markdown, percent_markdown, free_markdown};
    struct save *save = begin(v, part, path, over);
    if (save)
        gathering_begin_from(v, &how,
                             markdown_new(content_at(v, part), part->from, part->to, add_table, v),
                             "saving", &saved, save);
}

/* The bytes of the filing, as they stand there. */
struct bytes {
    struct slice all;
    size_t at;
};

static bool step_source(void *source, size_t bytes, struct buffer *out)
{
    struct bytes *b = source;
    buffer_add(out, slice_cut(b->all, b->at, b->at + bytes));
    b->at = b->at + bytes < b->all.len ? b->at + bytes : b->all.len;
    return b->at == b->all.len;
}

static int percent_source(const void *source)
{
    const struct bytes *b = source;
    return (int)(b->at / (b->all.len / 100 + 1));
}

static void save_source(struct viewer *v, const struct part *part, const char *path, bool over)
{
    static const struct gathering_source how = {step_source, percent_source, free};
    struct save *save = begin(v, part, path, over);
    if (!save)
        return;
    struct bytes *b = memory_alloc(sizeof *b);
    *b = (struct bytes){
        .all = slice_cut(submission_bytes(v->at->filing->submission), part->from, part->to)};
    gathering_begin_from(v, &how, b, "saving", &saved, save);
}

static void save_part(struct viewer *v, const struct part *part, const char *path, bool over)
{
    const struct filing *f = v->at->filing;
    const struct document *d = submission_document(f->submission, part->document);
    const char *format = table_format(part, slice_of(path));
    bool whole = part->from == d->text_offset && part->to == d->text_end;
    if (d->kind == DOCUMENT_BINARY || (whole && other_is(d)))
        save_binary(v, part, path, over);
    else if (format)
        save_tables(v, part, format, path, over);
    else if (ends(slice_of(path), ".md"))
        save_markdown(v, part, path, over);
    else if (wants_source(slice_of(path)) && !whole)
        viewer_say(v, ROLE_MESSAGE, "only a whole document is saved as it was filed: not saved");
    else if (wants_source(slice_of(path)))
        save_source(v, part, path, over);
    else
        save_text(v, part, path, over);
}

/* ---- which part, and where to */

static void save_over(struct viewer *v, const struct order *order);
static void save_new(struct viewer *v, const struct order *order);

static void save_to(struct viewer *v, enum part_kind kind, const char *path, bool over)
{
    struct order order = {.action = ACTION_SAVE, .count = (long)kind, .argument = slice_of(path)};
    struct part part;
    bool found = part_find(v, kind, &part);
    if (found && part.open)
        part_wait(v, &part, over ? save_over : save_new, &order);
    else if (found)
        save_part(v, &part, path, over);
    part_deinit(&part);
}

/* The argument is the path, the count the kind. */
static void save_order(struct viewer *v, const struct order *order, bool over)
{
    char *path = slice_copy(order->argument);
    save_to(v, (enum part_kind)order->count, path, over);
    free(path);
}

static void save_over(struct viewer *v, const struct order *order)
{
    save_order(v, order, true);
}

static void save_new(struct viewer *v, const struct order *order)
{
    save_order(v, order, false);
}

/* The answer to "overwrite?"; the path is kept, the count is the kind. */
static void answered(struct viewer *v, const struct order *order)
{
    struct buffer path = {0};
    buffer_add(&path, buffer_slice(gathering_kept(v)));
    if (slice_equal_nocase(order->argument, SLICE("y")))
        save_to(v, (enum part_kind)order->count, buffer_text(&path), true);
    else
        viewer_say(v, ROLE_MESSAGE, "not saved");
    buffer_deinit(&path);
}

static void save_as(struct viewer *v, enum part_kind kind, struct slice typed)
{
    struct buffer path = {0};
    save_file_path(typed, &path);
    if (path.len == 0) {
        viewer_say(v, ROLE_MESSAGE, "no file name: nothing was saved");
    } else if (save_file_exists(buffer_text(&path))) {
        struct order order = {.action = ACTION_SAVE, .count = (long)kind};
        struct buffer question = {0};
        buffer_clear(gathering_kept(v));
        buffer_add(gathering_kept(v), buffer_slice(&path));
        path_shown(buffer_slice(&path), &question);
        buffer_add_text(&question, " is there already: overwrite it? y n");
        viewer_ask_key(v, buffer_text(&question), answered, &order);
        buffer_deinit(&question);
    } else {
        save_to(v, kind, buffer_text(&path), false);
    }
    buffer_deinit(&path);
}

static void entered(struct viewer *v, const struct order *order)
{
    save_as(v, (enum part_kind)order->count, order->argument);
}

/* Adds a name that the file may have: letters, digits and points of the part's name. */
static void offer_name(struct viewer *v, const struct part *part, struct buffer *out)
{
    const struct document *d = submission_document(v->at->filing->submission, part->document);
    struct slice name = buffer_slice(&part->name);
    bool file = d && (d->kind == DOCUMENT_BINARY || other_is(d)) && d->filename.len > 0;
    if (file)
        name = d->filename;
    for (size_t i = 0; i < name.len && out->len < NAME_MOST; i++) {
        char c = name.at[i];
        bool plain = byte_is_letter(c) || byte_is_digit(c) || c == '.' || c == '-' || c == '_';
        bool begins = out->len == 0 && (c == '.' || c == '-');
        if (plain && !begins)
            buffer_add_byte(out, c);
        else if (out->len > 0 && out->at[out->len - 1] != '-')
            buffer_add_byte(out, '-');
    }
    if (!file)
        buffer_add_text(out, part->kind == PART_TABLE ? ".csv" : ".txt");
}

static void ask(struct viewer *v, enum part_kind kind)
{
    struct part part;
    struct buffer label = {0}, offered = {0};
    struct viewer_line line = {.entered = entered,
                               .order = {.action = ACTION_SAVE, .count = (long)kind}};
    if (part_find(v, kind, &part)) {
        buffer_addf(&label, "save %s as", buffer_text(&part.name));
        offer_name(v, &part, &offered);
        viewer_ask_line(v, buffer_text(&label), buffer_slice(&offered), &line);
    }
    buffer_deinit(&label);
    buffer_deinit(&offered);
    part_deinit(&part);
}

void saving_save(struct viewer *v, const struct order *order)
{
    struct slice text = slice_trim(order->argument);
    enum part_kind kind = part_default(v);
    size_t word = 0;
    if (taking_restricted(v, "saving"))
        return;
    while (word < text.len && !byte_is_blank(text.at[word]))
        word++;
    if (part_kind_of(slice_cut(text, 0, word), &kind))
        text = slice_trim(slice_cut(text, word, text.len));
    if (text.len > 0)
        save_as(v, kind, text);
    else
        ask(v, kind);
}
