/* SPDX-License-Identifier: MIT */
/*
 * Every XML document of the corpus and of the samples: nothing of its text is left out.
 *
 * All that no tag holds must have been said at its place: as it is, or by a sign that stands for
 * it. Where a text is markup that was escaped, its tags are not. Needs FOLIO_CORPUS for the corpus.
 */
#include "base/buffer.h"
#include "forms_heard.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

static bool read_file(const char *path, struct buffer *out)
{
    FILE *file = fopen(path, "rb");
    char bytes[65536];
    if (!file)
        return false;
    for (size_t n; (n = fread(bytes, 1, sizeof bytes, file)) > 0;)
        buffer_add(out, (struct slice){bytes, n});
    (void)fclose(file);
    return true;
}

static void check(const char *path, struct slice text, size_t base)
{
    struct forms_heard h;
    forms_heard_read(&h, text, base);
    size_t missed = forms_heard_missed(&h);
    bool escaped = slice_find(text, SLICE("&lt;")) < text.len;
    if (missed > 0 && !escaped)
        fail_msg("%s: %zu bytes of the document at %zu are not said", path, missed, base);
    assert_true(h.blocks > 0);
    forms_heard_deinit(&h);
}

static bool is_html(struct slice text)
{
    struct slice head = slice_cut(text, 0, 4000);
    return slice_find_nocase(head, SLICE("<html")) < head.len;
}

/* The XML documents of a submission; returns how many. */
static size_t check_submission(const char *path, struct slice text)
{
    static const char *const marks[][2] = {{"<XML>", "</XML>"}, {"<XBRL>", "</XBRL>"}};
    size_t count = 0;
    for (size_t i = 0; i < 2; i++) {
        struct slice open = slice_of(marks[i][0]);
        for (size_t at = 0; (at += slice_find(slice_cut(text, at, text.len), open)) < text.len;) {
            at += open.len;
            struct slice rest = slice_cut(text, at, text.len);
            struct slice document = slice_cut(rest, 0, slice_find(rest, slice_of(marks[i][1])));
            if (!is_html(document)) {
                check(path, document, at);
                count++;
            }
            at += document.len;
        }
    }
    return count;
}

static size_t check_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    size_t count = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct slice name = slice_of(entry->d_name);
        char *path = NULL;
        struct buffer text;
        bool xml = slice_ends_nocase(name, SLICE(".xml"));
        if (!xml && !slice_ends_nocase(name, SLICE(".nc")) &&
            !slice_ends_nocase(name, SLICE(".txt")))
            continue;
        assert_true(asprintf(&path, "%s/%s", folder, entry->d_name) > 0);
        buffer_init(&text);
        if (read_file(path, &text)) {
            if (xml)
                check(path, buffer_slice(&text), 0);
            count += xml ? 1 : check_submission(path, buffer_slice(&text));
        }
        buffer_deinit(&text);
        free(path);
    }
    if (dir)
        (void)closedir(dir);
    return count;
}

static void test_samples(void **state)
{
    const char *top = getenv("srcdir");
    char *folder = NULL;
    (void)state;
    assert_true(asprintf(&folder, "%s/samples", top ? top : ".") > 0);
    assert_true(check_folder(folder) > 0);
    free(folder);
}

static void test_corpus(void **state)
{
    const char *folder = getenv("FOLIO_CORPUS");
    (void)state;
    if (folder)
        print_message("%zu documents\n", check_folder(folder));
    else
        skip();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_corpus),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
