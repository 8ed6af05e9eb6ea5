/* SPDX-License-Identifier: MIT */
/*
 * The samples and what is known of them: `outline --json` finds each heading of samples/TRUTH.tsv
 * at its byte and page, and no other; and the line that it names is the line of `text` that
 * shows the heading.
 */
#include "base/array.h"
#include "base/buffer.h"
#include "lib/lib_filing.h"
#include "print/print.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One row of the table; the texts point into it. */
struct truth {
    struct slice file, kind, id;
    long long sequence, offset, page;
};

struct samples {
    char *folder;
    struct input *table;
    ARRAY(struct truth) rows;
    struct buffer problems; /* all of them are told, not only the first */
};

static void problem(struct samples *s, const char *file, const char *what, const json_t *node)
{
    buffer_addf(&s->problems, "%s: %s", file, what);
    if (node)
        buffer_addf(&s->problems, ": %s %s at %lld",
                    json_string_value(json_object_get(node, "kind")),
                    json_string_value(json_object_get(node, "id")),
                    (long long)json_integer_value(json_object_get(node, "offset")));
    buffer_add_byte(&s->problems, '\n');
}

static struct slice field(struct slice *line)
{
    size_t end = slice_find(*line, SLICE("\t"));
    struct slice f = slice_cut(*line, 0, end);
    *line = slice_cut(*line, end + 1, line->len);
    return f;
}

static int set_up(void **state)
{
    struct samples *s = calloc(1, sizeof *s);
    struct error e = {0};
    struct buffer path = {0};
    const char *top = getenv("srcdir");
    if (!s || asprintf(&s->folder, "%s/samples", top ? top : ".") < 0)
        return -1;
    buffer_addf(&path, "%s/TRUTH.tsv", s->folder);
    s->table = input_open(buffer_text(&path), &e);
    buffer_deinit(&path);
    if (!s->table)
        return -1;
    struct slice rest = input_bytes(s->table), line;
    slice_next_line(&rest, &line); /* the names of the columns */
    while (slice_next_line(&rest, &line)) {
        struct truth row = {.file = field(&line)};
        row.sequence = slice_number(field(&line));
        row.kind = field(&line);
        row.id = field(&line);
        row.offset = slice_number(field(&line));
        row.page = slice_number(field(&line));
        array_push(&s->rows, row);
    }
    *state = s;
    return s->rows.count > 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    struct samples *s = *state;
    array_deinit(&s->rows);
    buffer_deinit(&s->problems);
    input_close(s->table);
    free(s->folder);
    free(s);
    return 0;
}

static struct folio *open_sample(const struct samples *s, const char *file)
{
    struct buffer path = {0};
    buffer_addf(&path, "%s/%s", s->folder, file);
    struct folio *filing = folio_open(buffer_text(&path), NULL); /* NULL of an error page */
    buffer_deinit(&path);
    return filing;
}

/* What the filter prints; the caller frees it. */
static char *printed(struct folio *f, bool outline)
{
    char *text = NULL;
    size_t size = 0;
    struct error e = {0};
    FILE *out = open_memstream(&text, &size);
    struct print_options options = {
        .out = out, .width = PRINT_WIDTH, .marks = true, .json = outline};
    assert_true(outline ? print_outline(f, &options, &e) : print_text(f, &options, &e));
    assert_int_equal(fclose(out), 0);
    return text;
}

static bool in_table(const char *kind)
{
    static const char *const kinds[] = {"part", "item", "signatures", "exhibit-index",
                                        "exhibit-row"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kind, kinds[i]) == 0)
            return true;
    return false;
}

/* The id of a node as the table has it. */
static void add_id(struct buffer *out, const json_t *node)
{
    const char *kind = json_string_value(json_object_get(node, "kind"));
    const json_t *items = json_object_get(node, "items");
    if (strcmp(kind, "part") == 0)
        buffer_add_text(out, json_string_value(json_object_get(node, "id")));
    else if (strcmp(kind, "exhibit-row") == 0)
        buffer_add_text(out, json_string_value(json_object_get(node, "exhibit")));
    else if (strcmp(kind, "item") != 0)
        buffer_add_byte(out, '-');
    for (size_t i = 0; strcmp(kind, "item") == 0 && i < json_array_size(items); i++)
        buffer_addf(out, "%s%s", i ? "," : "", json_string_value(json_array_get(items, i)));
}

static bool same(const struct truth *row, const json_t *node)
{
    struct buffer id = {0};
    add_id(&id, node);
    bool equal =
        slice_equal(row->id, buffer_slice(&id)) &&
        slice_equal(row->kind, slice_of(json_string_value(json_object_get(node, "kind")))) &&
        json_integer_value(json_object_get(node, "offset")) == row->offset &&
        json_integer_value(json_object_get(node, "page")) == row->page;
    buffer_deinit(&id);
    return equal;
}

static void check_document(struct samples *s, const char *file, const json_t *document)
{
    json_t *nodes = json_object_get(document, "nodes"), *node;
    long long sequence = json_integer_value(json_object_get(document, "sequence"));
    size_t matched = 0, expected = 0;
    for (size_t r = 0; r < s->rows.count; r++) {
        const struct truth *row = &s->rows.at[r];
        if (row->sequence != sequence || !slice_equal(row->file, slice_of(file)))
            continue;
        bool found = false;
        expected++;
        for (size_t i = 0; (node = json_array_get(nodes, i)); i++)
            found = found || same(row, node);
        matched += found;
        if (!found)
            buffer_addf(&s->problems, "%s: not found: %.*s %.*s at %lld, page %lld\n", file,
                        (int)row->kind.len, row->kind.at, (int)row->id.len, row->id.at, row->offset,
                        row->page);
    }
    size_t listed = 0;
    for (size_t i = 0; (node = json_array_get(nodes, i)); i++) {
        if (!in_table(json_string_value(json_object_get(node, "kind"))))
            continue;
        listed++;
        bool known = false;
        for (size_t r = 0; r < s->rows.count && !known; r++)
            known = s->rows.at[r].sequence == sequence &&
                    slice_equal(s->rows.at[r].file, slice_of(file)) && same(&s->rows.at[r], node);
        if (!known)
            problem(s, file, "not in the table", node);
    }
    if (listed != expected && matched == expected)
        problem(s, file, "a heading is there twice", NULL);
}

/* The letters and digits of a text, up to `most`; of one with markup those outside of tags and of
 * references. */
static void add_letters(struct buffer *out, struct slice text, bool markup, size_t most)
{
    for (size_t i = 0; i < text.len && out->len < most; i++) {
        char c = text.at[i];
        if (markup && (c == '<' || c == '&'))
            while (i + 1 < text.len && text.at[i] != (c == '<' ? '>' : ';'))
                i++;
        else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            buffer_add_byte(out, c);
    }
}

static struct slice line_of(struct slice text, size_t number)
{
    struct slice line = {NULL, 0};
    while (number-- > 0)
        if (!slice_next_line(&text, &line))
            return (struct slice){NULL, 0};
    return line;
}

/* The line of the printed text must show what stands at the node's offset, or begin it. */
static void check_line(struct samples *s, const char *file, struct slice bytes, struct slice text,
                       bool markup, const json_t *node)
{
    enum { COMPARED = 20, OF_MARKUP = 8 /* a cell may be narrow */, SHOWN = 200 };
    size_t offset = (size_t)json_integer_value(json_object_get(node, "offset"));
    size_t number = (size_t)json_integer_value(json_object_get(node, "line"));
    struct slice at = slice_cut(bytes, offset, bytes.len);
    if (at.len > 0 && at.at[0] == '<')
        return; /* made of an element's name */
    struct buffer heading = {0}, line = {0};
    if (!markup)
        at = slice_cut(at, 0, slice_line_end(at));
    add_letters(&heading, at, markup, SHOWN);
    add_letters(&line, line_of(text, number), false, SHOWN);
    struct slice begin = slice_cut(buffer_slice(&heading), 0, markup ? OF_MARKUP : COMPARED);
    bool shown = slice_find(buffer_slice(&line), begin) < line.len;
    bool begun = line.len > 0 && slice_starts(buffer_slice(&heading), buffer_slice(&line));
    if (begin.len == 0 || (!shown && !begun))
        problem(s, file, "the line named does not show it", node);
    buffer_deinit(&heading);
    buffer_deinit(&line);
}

static void check_sample(struct samples *s, const char *file)
{
    struct folio *filing = open_sample(s, file);
    if (!filing)
        return;
    char *outline = printed(filing, true), *text = printed(filing, false);
    json_t *root = json_loads(outline, 0, NULL), *document, *node;
    assert_non_null(root);
    const json_t *documents = json_object_get(root, "documents");
    for (size_t d = 0; (document = json_array_get(documents, d)); d++) {
        check_document(s, file, document);
        const json_t *nodes = json_object_get(document, "nodes");
        const char *kind = json_string_value(json_object_get(document, "kind"));
        bool markup = kind && strcmp(kind, "text") != 0;
        for (size_t n = 0; (node = json_array_get(nodes, n)); n++)
            check_line(s, file, submission_bytes(filing->submission), slice_of(text), markup, node);
    }
    json_decref(root);
    free(outline);
    free(text);
    folio_close(filing);
}

static size_t check_folder(struct samples *s, const char *folder)
{
    struct buffer path = {0};
    size_t count = 0;
    buffer_addf(&path, "%s/%s", s->folder, folder);
    DIR *dir = opendir(buffer_text(&path));
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        struct slice name = slice_of(entry->d_name);
        if (!slice_ends_nocase(name, SLICE(".txt")) && !slice_ends_nocase(name, SLICE(".nc")) &&
            !slice_ends_nocase(name, SLICE(".htm")))
            continue;
        buffer_clear(&path);
        buffer_addf(&path, "%s%s%s", folder, *folder ? "/" : "", entry->d_name);
        check_sample(s, buffer_text(&path));
        count++;
    }
    closedir(dir);
    buffer_deinit(&path);
    return count;
}

static void test_samples(void **state)
{
    struct samples *s = *state;
    size_t count = check_folder(s, "") + check_folder(s, "bad");
    assert_true(count >= 15);
    if (s->problems.len > 0)
        fail_msg("\n%s", buffer_text(&s->problems));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_samples, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
