/* SPDX-License-Identifier: MIT */
/*
 * Memory that runs out at any moment: each command is run again and again, and each time another of
 * its requests for memory, of folio or of a library, gets nothing; or that and all behind it.
 *
 * Right is one of two: what is printed is what is printed always, byte for byte, as the memory was
 * not needed; or there is one line that memory has run out, and status 2. FOLIO_EVERY=1 in the
 * environment lets every single request fail; without it the first ones and then ever fewer.
 */
#include "base/array.h"
#include "base/buffer.h"
#include "config/key.h"
#include "faults/scarce.h"
#include "screens/stage.h"
#include "session/session.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    SKIPPED = 77,
    FAILED = 2,
    DENSE = 200,  /* so many requests fail one by one, */
    RATIO = 12,   /* and then each by this part farther than the last */
    LONGEST = 30, /* seconds of one run */
    MOST_ARGUMENTS = 8,
    MOST_TOLD = 5 /* failures of one case */
};

typedef int program(int argc, char **argv);

/* The program of src/main.c. */
program folio_main;

struct outcome {
    int status;   /* of waitpid */
    size_t asked; /* requests for memory */
    struct buffer out, err;
};

/* ---- one run */

static void read_back(int fd, struct buffer *out)
{
    char block[65536];
    ssize_t got;
    for (off_t at = 0; (got = pread(fd, block, sizeof block, at)) > 0; at += got)
        buffer_add(out, (struct slice){block, (size_t)got});
    close(fd);
}

static _Noreturn void be(program *p, char **argv, size_t failing, bool for_good, const int fds[2],
                         volatile size_t *asked)
{
    int argc = 0;
    while (argv[argc])
        argc++;
    if (dup2(fds[0], STDOUT_FILENO) < 0 || dup2(fds[1], STDERR_FILENO) < 0)
        _exit(99);
    alarm(LONGEST);
    scarce_begin(failing, for_good);
    int status = p(argc, argv);
    *asked = scarce_end();
    exit(status);
}

/* Runs it in a child; its output is read when it has ended. */
static void run(program *p, char **argv, size_t failing, bool for_good, struct outcome *o)
{
    int fds[2] = {memfd_create("out", MFD_CLOEXEC), memfd_create("err", MFD_CLOEXEC)};
    size_t *asked = mmap(NULL, sizeof *asked, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                         -1, 0);
    *o = (struct outcome){0};
    (void)fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        be(p, argv, failing, for_good, fds, asked);
    while (child < 0 || (waitpid(child, &o->status, 0) < 0 && errno == EINTR))
        if (child < 0)
            exit(99);
    o->asked = *asked;
    munmap(asked, sizeof *asked);
    read_back(fds[0], &o->out);
    read_back(fds[1], &o->err);
}

static void outcome_free(struct outcome *o)
{
    buffer_deinit(&o->out);
    buffer_deinit(&o->err);
}

/* ---- judging it */

/* One line of folio that says it: its own words, or those of the system for a file. */
static bool says_so(struct slice err)
{
    struct slice line, rest = err;
    if (!slice_next_line(&rest, &line) || rest.len > 0 || !slice_starts(line, SLICE("folio: ")))
        return false;
    return slice_find(line, SLICE("out of memory")) < line.len ||
           slice_find(line, SLICE("Cannot allocate memory")) < line.len;
}

static bool is_same(const struct outcome *a, const struct outcome *b)
{
    return a->status == b->status && slice_equal(buffer_slice(&a->out), buffer_slice(&b->out)) &&
           slice_equal(buffer_slice(&a->err), buffer_slice(&b->err));
}

static bool is_right(const struct outcome *o, const struct outcome *good)
{
    bool ended = WIFEXITED(o->status) && WEXITSTATUS(o->status) == FAILED;
    return (ended && says_so(buffer_slice(&o->err))) || is_same(o, good);
}

static void tell(const char *name, size_t failing, bool for_good, const struct outcome *o)
{
    printf("test_scarce: %s: request %zu%s: ", name, failing, for_good ? " and on" : "");
    if (WIFSIGNALED(o->status))
        printf("signal %d", WTERMSIG(o->status));
    else
        printf("status %d", WEXITSTATUS(o->status));
    printf(", %zu bytes printed, and said: %.200s\n", o->out.len, buffer_text(&o->err));
}

/* The next request to fail. */
static size_t after(size_t failing)
{
    const char *every = getenv("FOLIO_EVERY");
    if (failing < DENSE || (every && *every))
        return failing + 1;
    return failing + failing / RATIO;
}

/* Lets the requests of one command fail, one after the other. Returns how many went wrong. */
static size_t try_all(const char *name, program *p, char **argv, size_t *runs)
{
    struct outcome good, o;
    size_t wrong = 0;
    run(p, argv, 0, false, &good);
    if (good.asked == 0) {
        printf("test_scarce: %s: fails with all its memory: %s\n", name, buffer_text(&good.err));
        wrong++;
    }
    for (size_t failing = 1; failing <= good.asked; failing = after(failing))
        for (int for_good = 0; for_good < 2; for_good++) {
            run(p, argv, failing, for_good, &o);
            ++*runs;
            if (!is_right(&o, &good) && ++wrong <= MOST_TOLD)
                tell(name, failing, for_good, &o);
            outcome_free(&o);
        }
    outcome_free(&good);
    return wrong;
}

/* ---- what is run */

/* Words of a command; a sample begins with '@'. */
static const char *const commands[][MOST_ARGUMENTS] = {
    {"text", "@8-K_2004_bare.txt"},
    {"text", "--width", "0", "@bad/nul-cp1252.txt"},
    {"text", "@DEF14A_2013_pay.htm"},
    {"text", "@4_2024_insider.xml"},
    {"text", "@bad/ill-formed.htm"},
    {"text", "--node", "8", "@8-K_2006_items.nc"},
    {"outline", "@8-K_2006_items.nc"},
    {"outline", "--json", "@8-K_1998_notes.txt"},
    {"outline", "--json", "@13F-HR_2023_full.txt"},
    {"outline", "--json", "@10-K_2023_crossindex.htm"},
    {"outline", "--explain", "@DEF14A_2013_pay.htm"},
    {"grep", "(?i)the +\\w+", "@8-K_2004_bare.txt", "@DEF14A_2013_pay.htm"},
    {"grep", "--json", "-i", "the", "@8-K_2004_bare.txt"},
    {"grep", "--number", "1000", "@DEF14A_2013_pay.htm"},
    {"grep", "-F", "--count", "no such words", "@8-K_2004_bare.txt"},
    {"grep", "(", "@8-K_2004_bare.txt"},
    {"tables", "--format", "json", "@DEF14A_2013_pay.htm"},
    {"tables", "--format", "csv", "@4_2024_insider.xml"},
    {"check-config", "good.yaml"},
    {"check-config", "wrong.yaml"},
    {"list-actions"},
    {"--help"},
    {"text", "no-such-file"},
};

static const char good_config[] = "theme: light\nkeys:\n  inherit: less\n  all:\n"
                                  "    \"x\": line-down\n    \"Ctrl-X o\": top\n"
                                  "colors:\n  hit: {color: yellow, bold: yes}\n"
                                  "options: {wrap: no, tree-width: 30}\n";
static const char wrong_config[] = "theme: ligth\nkeys:\n  all:\n    \"x\": line-dwn\n"
                                   "colors:\n  hit: mauvish\noptions: [a\n";

static bool write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    bool good = f && fputs(text, f) >= 0;
    return f && fclose(f) == 0 && good;
}

static size_t try_command(const char *const *words, size_t *runs)
{
    struct buffer name = {0}, paths[MOST_ARGUMENTS] = {{0}};
    char *argv[MOST_ARGUMENTS + 2] = {(char[]){"folio"}};
    const char *top = getenv("abs_srcdir");
    for (size_t i = 0; i < MOST_ARGUMENTS && words[i]; i++) {
        buffer_addf(&name, "%s%s", i > 0 ? " " : "", words[i]);
        if (words[i][0] == '@')
            buffer_addf(&paths[i], "%s/samples/%s", top ? top : ".", words[i] + 1);
        else
            buffer_add_text(&paths[i], words[i]);
        argv[i + 1] = paths[i].at;
    }
    size_t wrong = try_all(buffer_text(&name), folio_main, argv, runs);
    for (size_t i = 0; i < MOST_ARGUMENTS; i++)
        buffer_deinit(&paths[i]);
    buffer_deinit(&name);
    return wrong;
}

int main(void)
{
    size_t wrong = 0, runs = 0;
    if (!scarce_works()) {
        puts("test_scarce: skipped: memory cannot be made to fail in this build");
        return SKIPPED;
    }
    if (!write_file("good.yaml", good_config) || !write_file("wrong.yaml", wrong_config))
        return 99;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        size_t before = runs, bad = try_command(commands[i], &runs);
        printf("%zu: %zu runs, %zu wrong\n", i, runs - before, bad);
        wrong += bad;
    }
    printf("test_scarce: %zu runs, %zu of them wrong\n", runs, wrong);
    return wrong > 0;
}
