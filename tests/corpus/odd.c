/* SPDX-License-Identifier: MIT */
/*
 * Odd HTML: whatever is wrong with it, `folio text` prints the text that is there, ends well and
 * soon, and says what was odd where text may be missing.
 *
 *   odd [NAME]...            all tests, or those named
 *   odd --write NAME BYTES   the file of a test, to standard output
 *
 * Each file is made of a pattern, with 1.6 and with 3.2 MB: the larger must not take much more than
 * twice the time of the smaller, and never 5 s of the processor (with a sanitizer, the files are a
 * quarter as large, and only the end must come). Then a sample is cut at many places.
 */
#include "base/utf8.h"
#include "corpus/filings.h"
#include "corpus/letters.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define WIDER 10
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WIDER 10
#endif
#endif
#ifndef WIDER
#define WIDER 1
#endif

enum {
    SIZE = WIDER > 1 ? 400000 : 1600000,
    SECONDS = 5 * WIDER,
    CUTS = 150,
    LARGEST_OUTPUT = 300000000
};

/* head, `unit` again and again, middle, as often `back`, tail. A "#" in a unit is its number. */
struct pattern {
    const char *name, *head, *unit, *middle, *back, *tail;
    bool warns;         /* something must be said of it */
    const char *unless; /* must not be printed; NULL: nothing */
};

#define TABLE "<html><body><p>FIRST words</p><table>"
#define PAGE "<html><body><p>FIRST words</p>"
#define END "<p>LAST words</p></body></html>"

/* The words FIRST, MIDDLE and LAST must be printed where a pattern has them. */
static const struct pattern patterns[] = {
    {"plain", PAGE, "<p>Line # of words.</p>\n", "<p>MIDDLE words</p>", "", END, false, NULL},
    {"unclosed", "<html><body>FIRST words", "<p><b><i>word # <font><div><a href=x>", " MIDDLE ", "",
     "LAST words", false, NULL},
    {"nested-div", PAGE, "<div>", "MIDDLE words", "</div>", END, false, NULL},
    {"nested-span", PAGE, "<span>", "MIDDLE words", "</span>", END, false, NULL},
    {"nested-font-open", PAGE, "<font size=2><b>", "MIDDLE words", "", END, false, NULL},
    {"nested-unclosed", PAGE, "<div>", "MIDDLE words", "", "LAST words", false, NULL},
    {"nested-million", PAGE, "<b>", "MIDDLE words", "", "LAST words", true, NULL},
    {"nested-table", PAGE, "<table><tr><td>", "MIDDLE words", "</td></tr></table>", END, false,
     NULL},
    {"nested-table-text", PAGE, "<table><tr><td>#", "MIDDLE words", "</td></tr></table>", END,
     false, NULL},
    {"nested-list", PAGE, "<ul><li>", "MIDDLE words", "", END, false, NULL},
    {"nested-unknown", PAGE, "<x:y>", "MIDDLE words", "</x:y>", END, false, NULL},
    {"nested-hidden", PAGE "<div style=\"display:none\">", "<div>", "", "</div>", "</div>" END,
     false, NULL},
    {"misnested", PAGE, "<b><i><u>word #</b></i></u>", "MIDDLE words", "", END, false, NULL},
    {"closing-only", PAGE, "</div></table></p></b></td>", "MIDDLE words", "", END, false, NULL},
    {"open-then-other", PAGE, "<div>", "MIDDLE words", "</span>", END, false, NULL},
    {"colspan", TABLE, "<tr><td colspan=376967340>#</td><td rowspan=4294967297>b</td></tr>",
     "<tr><td>MIDDLE words</td></tr>", "", "</table>" END, true, NULL},
    {"colspan-negative", TABLE, "<tr><td colspan=-5 rowspan=-1>#</td><td colspan=0>b</td></tr>",
     "<tr><td>MIDDLE words</td></tr>", "", "</table>" END, false, NULL},
    {"rowspan", TABLE, "<tr><td rowspan=60000>#</td></tr>", "<tr><td>MIDDLE words</td></tr>", "",
     "</table>" END, false, NULL},
    {"one-row", TABLE "<tr>", "<td>#</td>", "<td>MIDDLE words</td>", "", "</tr></table>" END, false,
     NULL},
    {"one-column", TABLE, "<tr><td>#</td></tr>", "<tr><td>MIDDLE words</td></tr>", "",
     "</table>" END, false, NULL},
    {"one-cell", TABLE "<tr><td>", "<p>#</p>", "MIDDLE words", "", "</td></tr></table>" END, false,
     NULL},
    {"cells-no-table", PAGE, "<td>#</td></tr>", "MIDDLE words", "", END, false, NULL},
    {"many-tables", PAGE, "<table><tr><td>#</td><td>5</td></tr></table>", "MIDDLE words", "", END,
     false, NULL},
    {"rows-unclosed", TABLE, "<tr><td>#<td>5", "<tr><td>MIDDLE words", "", "LAST words", false,
     NULL},
    {"comment-open", PAGE "<!-- ", "never closed # ", "", "", "", true, NULL},
    {"comments", PAGE, "<!-- # -->", "MIDDLE words", "", END, false, NULL},
    {"comment-starts", PAGE, "<!--", "", "", "--><p>MIDDLE words</p>" END, false, NULL},
    {"script-open", PAGE "<script>", "never closed # ", "", "", "", true, "never closed"},
    {"attribute-long", PAGE "<p title=\"", "long # ", "", "", "\">MIDDLE words</p>" END, true,
     "long 5"},
    {"attribute-open", PAGE "<p title=\"", "long # ", "", "", "", true, NULL},
    {"attributes", PAGE "<p ", "a#=\"x\" ", "", "", ">MIDDLE words</p>" END, false, NULL},
    {"style-long", PAGE "<p style=\"", "margin-left:#pt;", "", "", "\">MIDDLE words</p>" END, false,
     NULL},
    {"name-long", PAGE "<p", "abcdefgh", "", "", ">MIDDLE words</p>" END, false, NULL},
    {"entities", PAGE, "&nbsp;&#160;&bogus;&#x110000;&#0;&", " MIDDLE words", "", END, false, NULL},
    {"bomb",
     "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"XBOOMX\">"
     "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
     "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
     "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g "
     "\"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]>"
     "<html><body><p>FIRST words</p><p>&g;&g;&g;&g;&g;&g;&g;&g;</p>",
     "<p>#</p>", "<p>MIDDLE words</p>", "", END, true, "XBOOMXXBOOMX"},
    {"outside",
     "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
     "<html><body><p>FIRST words</p><p>&x;</p>",
     "<p>#</p>", "<p>MIDDLE words</p>", "", END, false, "root:"},
    {"utf16-said", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><html><body><p>FIRST words</p>",
     "<p>caf\xc3\xa9 #</p>", "<p>MIDDLE words</p>", "", END, true, NULL},
    {"utf16-meta",
     "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=utf-16\">"
     "</head><body><p>FIRST words</p>",
     "<p>caf\xc3\xa9 #", "<p>MIDDLE words</p>", "", END, false, NULL},
    {"utf8-said", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><html><body><p>FIRST words</p>",
     "<p>caf\xe9 \x93#\x94</p>", "<p>MIDDLE words</p>", "", END, true, NULL},
    {"ascii-said", "<?xml version=\"1.0\" encoding=\"ASCII\"?><html><body><p>FIRST words</p>",
     "<p>caf\xc3\xa9 #</p>", "<p>MIDDLE words</p>", "", END, false, NULL},
    {"nonsense-said",
     "<?xml version=\"1.0\" encoding=\"x-klingon\"?><html><body><p>FIRST words</p>",
     "<p>caf\xc3\xa9 #</p>", "<p>MIDDLE words</p>", "", END, false, NULL},
    {"broken-utf8", PAGE, "<p>\xff\xfe\xc3 # \xed\xa0\x80</p>", "<p>MIDDLE words</p>", "", END,
     false, NULL},
    {"word-long", PAGE "<p>", "abcdefghi#", " MIDDLE words", "", END, false, NULL},
    {"line-long", PAGE "<p>", "word # ", " MIDDLE words", "", END, false, NULL},
    {"breaks", PAGE, "<br><br/>", " MIDDLE words", "", END, false, NULL},
    {"empty", PAGE, "<p></p><div/><span></span>", " MIDDLE words", "", END, false, NULL},
    {"pages", PAGE, "<p>#</p><hr style=\"page-break-after:always\"/>", "MIDDLE words", "", END,
     false, NULL},
    {"anchors", PAGE, "<a name=\"a#\"></a><a href=\"#a#\">x</a> ", "MIDDLE words", "", END, false,
     NULL},
    {"pre", PAGE "<pre>", "column #      5\n", "MIDDLE words\n", "", "</pre>" END, false, NULL},
    {"lesser", PAGE, "a < b # <3 << ", "MIDDLE words", "", END, false, NULL},
    {"processing", PAGE, "<?xml # ?><![CDATA[#]]>", "MIDDLE words", "", END, false, NULL},
    {"late-break", PAGE, "<p>well #</p>", "<p>MIDDLE words<br></p>", "", END, false, NULL},
};

static void add_unit(struct buffer *out, const char *unit, size_t number)
{
    for (; *unit; unit++)
        if (*unit == '#')
            buffer_addf(out, "%zu", number);
        else
            buffer_add_byte(out, *unit);
}

static void make(const struct pattern *p, size_t bytes, struct buffer *out)
{
    size_t count = 0, half = *p->back ? strlen(p->back) : 0;
    buffer_clear(out);
    buffer_add_text(out, p->head);
    for (; out->len + count * half < bytes; count++)
        add_unit(out, p->unit, count);
    buffer_add_text(out, p->middle);
    for (size_t i = 0; i < count && half > 0; i++)
        buffer_add_text(out, p->back);
    buffer_add_text(out, p->tail);
}

/* What came of a run. */
struct run {
    int status; /* as of filings_run */
    double seconds;
    struct slice out; /* a file that is mapped */
    struct buffer err;
};

static void forget(struct run *r)
{
    if (r->out.len > 0)
        (void)munmap((void *)(size_t)r->out.at, r->out.len);
    r->out = (struct slice){0};
    buffer_clear(&r->err);
}

static void map_output(struct run *r)
{
    struct stat s;
    int file = open("odd.out", O_RDONLY);
    if (file >= 0 && fstat(file, &s) == 0 && s.st_size > 0) {
        void *at = mmap(NULL, (size_t)s.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (at != MAP_FAILED)
            r->out = (struct slice){at, (size_t)s.st_size};
    }
    if (file >= 0)
        (void)close(file);
}

static bool write_file(const char *path, struct slice s)
{
    FILE *f = fopen(path, "wb");
    bool good = f && fwrite(s.at, 1, s.len, f) == s.len;
    return f && fclose(f) == 0 && good;
}

/* Runs `folio text` on the file of the test folder. */
static void run(struct run *r)
{
    static const char *const words[] = {"text", "--no-marks", "odd.htm"};
    int status = 0;
    struct rusage usage = {0};
    const struct rlimit processor = {SECONDS, SECONDS + 1}, file = {LARGEST_OUTPUT, LARGEST_OUTPUT};
    const char *folio = filings_folio();
    forget(r);
    pid_t child = fork();
    if (child == 0) {
        (void)unlink("odd.out"); /* the other size may still be mapped */
        int out = open("odd.out", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        int err = open("odd.err", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (dup2(out, 1) < 0 || dup2(err, 2) < 0 || setrlimit(RLIMIT_CPU, &processor) != 0 ||
            setrlimit(RLIMIT_FSIZE, &file) != 0)
            _exit(127);
        execlp(folio, folio, words[0], words[1], words[2], (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        status = 127 << 8;
    r->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    r->seconds = (double)usage.ru_utime.tv_sec + (double)usage.ru_utime.tv_usec / 1e6;
    map_output(r);
    (void)filings_read("odd.err", &r->err);
}

static bool has(struct slice text, const char *words)
{
    return slice_find(text, slice_of(words)) < text.len;
}

/* False, with a line, when something is not as it must be. */
static bool expect(bool good, const char *name, const char *what)
{
    if (!good)
        printf("FAIL: %s: %s\n", name, what);
    return good;
}

static bool prints(const struct run *r, const struct pattern *p, const char *word)
{
    bool there = strstr(p->head, word) || strstr(p->middle, word) || strstr(p->tail, word);
    char what[64];
    (void)snprintf(what, sizeof what, "%s is not printed", word);
    return !there || expect(has(r->out, word), p->name, what);
}

static bool check_run(const struct run *r, const struct pattern *p)
{
    char what[64];
    (void)snprintf(what, sizeof what, "ends with %d after %.2f s", r->status, r->seconds);
    if (!expect(r->status == 0, p->name, what))
        return false;
    bool good = prints(r, p, "FIRST") && prints(r, p, "MIDDLE") && prints(r, p, "LAST");
    good =
        expect(!p->unless || !has(r->out, p->unless), p->name, "prints what it must not") && good;
    good = expect(!strstr(p->unit, "caf") || has(r->out, "caf\xc3\xa9"), p->name,
                  "prints no e with an accent") &&
           good;
    good = expect(utf8_valid(r->out), p->name, "prints what is not UTF-8") && good;
    return expect(!p->warns || r->err.len > 0, p->name, "says nothing of it") && good;
}

/* The pattern in both sizes. */
static bool check(const struct pattern *p)
{
    struct run small = {0}, large = {0};
    struct buffer bytes = {0};
    make(p, SIZE, &bytes);
    bool good = write_file("odd.htm", buffer_slice(&bytes));
    run(&small);
    make(p, 2 * SIZE, &bytes);
    good = write_file("odd.htm", buffer_slice(&bytes)) && good;
    run(&large);
    good = good && check_run(&small, p) && check_run(&large, p);
    char what[96];
    (void)snprintf(what, sizeof what, "takes %.2f s, twice as long %.2f s", small.seconds,
                   large.seconds);
    /* A sanitizer looks at all bytes of what memmem is given, and takes a time of its own. */
    bool linear = WIDER > 1 || large.seconds < 3 * small.seconds + 0.1;
    good = expect(linear, p->name, what) && good;
    struct slice said =
        slice_cut(buffer_slice(&large.err), 0, slice_line_end(buffer_slice(&large.err)));
    printf("%-18s %6.3f s %6.3f s  %.*s\n", p->name, small.seconds, large.seconds, (int)said.len,
           said.at);
    forget(&small);
    forget(&large);
    buffer_deinit(&small.err);
    buffer_deinit(&large.err);
    buffer_deinit(&bytes);
    return good;
}

/* How many letters folio prints of the first bytes of a file. */
static size_t letters_of(struct slice bytes, struct run *r)
{
    struct letters l;
    (void)write_file("odd.htm", bytes);
    run(r);
    letters_init(&l, r->out);
    size_t count = l.count;
    letters_deinit(&l);
    return count;
}

/* Cut at many places: it ends well, and the more there is, the more is printed. */
static bool check_cuts(const char *path)
{
    struct buffer bytes = {0};
    struct run r = {0};
    bool good = filings_read(path, &bytes);
    struct slice whole = buffer_slice(&bytes);
    size_t before = 0, most = letters_of(whole, &r),
           begin = slice_find_nocase(whole, SLICE("<body"));
    for (size_t i = 1; i <= CUTS && good; i++) {
        char name[128];
        size_t at = whole.len * i / (CUTS + 1);
        size_t count = letters_of(slice_cut(whole, 0, at), &r);
        (void)snprintf(name, sizeof name, "%s cut at %zu", filings_path(path), at);
        good = expect(r.status == 0 || at < begin, name, "ends badly") && good;
        /* A running head that no longer repeats, a tag that is cut off: some letters. */
        good = expect(count + 200 >= before || at < begin, name, "text is lost") && good;
        good = expect(count <= most + 200, name, "text is made up") && good;
        before = count > before ? count : before;
    }
    printf("%s: cut at %d places\n", filings_path(path), CUTS);
    buffer_deinit(&bytes);
    forget(&r);
    buffer_deinit(&r.err);
    return good;
}

static const struct pattern *pattern_of(const char *name)
{
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        if (strcmp(patterns[i].name, name) == 0)
            return &patterns[i];
    (void)fprintf(stderr, "odd: there is no test '%s'\n", name);
    exit(2);
}

static size_t check_all(void)
{
    size_t failed = 0;
    filings_list files = {0};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        failed += !check(&patterns[i]);
    (void)unsetenv("FOLIO_CORPUS");
    filings_find(&files, ".htm .html");
    for (size_t i = 0; i < files.count; i++)
        failed += !check_cuts(files.at[i]);
    filings_release(&files);
    return failed;
}

/* The files of the tests are made in a folder of their own. */
static char *enter_folder(void)
{
    char *folder = strdup("/tmp/folio-odd-XXXXXX"), *folio = realpath(filings_folio(), NULL);
    if (folio)
        (void)setenv("FOLIO", folio, 1);
    free(folio);
    if (!folder || !mkdtemp(folder) || chdir(folder) != 0) {
        (void)fprintf(stderr, "odd: no folder for the tests\n");
        exit(2);
    }
    return folder;
}

static void leave_folder(char *folder)
{
    static const char *const names[] = {"odd.htm", "odd.out", "odd.err"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        (void)unlink(names[i]);
    (void)rmdir(folder);
    free(folder);
}

int main(int argc, char **argv)
{
    size_t failed = 0;
    (void)setlocale(LC_CTYPE, "C.UTF-8");
    (void)setvbuf(stdout, NULL, _IOLBF, 0);
    if (argc == 4 && strcmp(argv[1], "--write") == 0) {
        struct buffer bytes = {0};
        make(pattern_of(argv[2]), strtoul(argv[3], NULL, 10), &bytes);
        (void)fwrite(bytes.at, 1, bytes.len, stdout);
        buffer_deinit(&bytes);
        return 0;
    }
    char *folder = enter_folder();
    for (int i = 1; i < argc; i++)
        failed += !check(pattern_of(argv[i]));
    if (argc == 1)
        failed = check_all();
    leave_folder(folder);
    printf("%zu failed\n", failed);
    return failed > 0;
}
