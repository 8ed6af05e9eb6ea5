/* SPDX-License-Identifier: MIT */
/*
 * Damaged filings: text, outline (and tables) of many mutations of files, in this program, must
 * end, within 2 s and 200 MB each.
 *
 *   mutate [--cases N] [--first N] [--write] [FILE]...
 *   mutate --every N [--part K/P] [--first N] [--write] [FILE]...
 *
 * Without a FILE: ten HTML files of the corpus, of all sizes up to 1 MB, else the samples; these
 * take turns. With --every: all files of corpus and samples, each cut at N places and mutated N
 * times; those of 100 KB and more at a tenth of that. --part K/P does every P-th batch, from the
 * K-th on, so that P processes share the work.
 *
 * A case has a number; --first is the first one, and --write writes that one to standard output, to
 * look at. Cases run in a process of their own, a few together; with a sanitizer, which needs its
 * own time and memory, the limits are wider.
 */
#include "corpus/filings.h"
#include "corpus/mutations.h"
#include "base/memory.h"
#include "model/submission.h"
#include "print/print.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define WIDER 8
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WIDER 8
#endif
#endif
#ifndef WIDER
#define WIDER 1
#endif

enum {
    FILES = 10,
    LARGEST = 1000000,
    SMALL = 100000,
    BATCH = 25,
    SECONDS = 2 * WIDER,
    MEGABYTES = 200 * WIDER
};

/* What a batch tells its parent. */
struct progress {
    volatile long number; /* of the case that runs */
    volatile long most;   /* KiB that a case needed at most, and which */
    volatile long most_number;
    volatile long slowest; /* ms, and which */
    volatile long slowest_number;
    volatile bool too_much; /* the case that runs needs too much memory */
};

/* The cases: what is done to which file. */
struct plan {
    const filings_list *files;
    long *ends; /* with `every`: behind the last case of each file */
    long first, end;
    long part, parts;
    bool every;
    size_t loaded; /* the file that `bytes` is, + 1 */
    struct buffer bytes;
};

static struct progress *progress_new(void)
{
    void *shared = mmap(NULL, sizeof(struct progress), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return shared == MAP_FAILED ? NULL : shared;
}

/* The most memory since the last forget_memory, KiB. */
static long memory_kib(void)
{
    char line[256];
    long kib = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "VmHWM:", 6) == 0)
            kib = strtol(line + 6, NULL, 10);
    if (f)
        (void)fclose(f);
    return kib;
}

static void forget_memory(void)
{
    FILE *f = fopen("/proc/self/clear_refs", "w");
    if (f) {
        (void)fputs("5", f);
        (void)fclose(f);
    }
}

static size_t size_of(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 ? (size_t)s.st_size : 0;
}

/* What is asked of a case: text unwrapped, text at 80 columns, outline, tables. */
enum pass { PASS_FLAT, PASS_TEXT, PASS_OUTLINE, PASS_TABLES, PASSES };

static bool run_pass(enum pass pass, const char *name, struct slice bytes, FILE *out)
{
    struct error e = {0};
    struct folio *f = folio_open_memory(name, bytes.at, bytes.len, NULL);
    if (!f)
        return false;
    struct print_options o = {.out = out,
                              .width = pass == PASS_TEXT ? 80 : 0,
                              .marks = pass == PASS_TEXT,
                              .format = "json"};
    if (pass == PASS_FLAT || pass == PASS_TEXT)
        (void)print_text(f, &o, &e);
    else if (pass == PASS_OUTLINE)
        (void)print_outline(f, &o, &e);
    else
        (void)print_tables(f, &o, &e);
    folio_close(f);
    return true;
}

/* What the filters say of the bytes, thrown away. */
static void use(const struct plan *plan, const char *name, struct slice bytes, FILE *out)
{
    for (enum pass pass = PASS_FLAT; pass < PASSES; pass++)
        if (!plan->every || pass == PASS_TEXT || pass == PASS_OUTLINE)
            if (!run_pass(pass, name, bytes, out))
                return;
}

/* How many times the file is cut, and mutated. */
static long share(const char *path, long every)
{
    long tenth = every / 10 > 0 ? every / 10 : 1;
    return size_of(path) < SMALL ? every : tenth;
}

static size_t file_of(const struct plan *plan, long number)
{
    size_t file = 0;
    if (!plan->every)
        return (size_t)number % plan->files->count;
    while (file + 1 < plan->files->count && plan->ends[file] <= number)
        file++;
    return file;
}

/* Makes the bytes of a case; the path of its file. */
static const char *make_case(struct plan *plan, long number, struct buffer *out)
{
    size_t file = file_of(plan, number);
    const char *path = plan->files->at[file];
    if (plan->loaded != file + 1) {
        buffer_clear(&plan->bytes);
        if (!filings_read(path, &plan->bytes))
            exit(1);
        plan->loaded = file + 1;
    }
    struct slice bytes = buffer_slice(&plan->bytes);
    long from = file > 0 && plan->every ? plan->ends[file - 1] : 0;
    long cuts = plan->every ? (plan->ends[file] - from) / 2 : 0;
    if (number - from < cuts) {
        buffer_clear(out);
        buffer_add(out,
                   slice_cut(bytes, 0,
                             (size_t)((double)bytes.len * (double)(number - from) / (double)cuts)));
    } else {
        mutations_make(bytes, (uint64_t)(number - from - cuts), out);
    }
    return filings_path(path);
}

static long now_ms(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Keeps what the case needed, if none before it needed as much; false when it is too much. */
static bool account(struct progress *p, long number, long kib, long ms)
{
    if (kib > p->most) {
        p->most = kib;
        p->most_number = number;
    }
    if (ms > p->slowest) {
        p->slowest = ms;
        p->slowest_number = number;
    }
    p->too_much = kib > MEGABYTES * 1000000L / 1024;
    return !p->too_much;
}

_Noreturn static void run_batch(struct plan *plan, long first, long end, struct progress *p)
{
    struct buffer bytes = {0};
    FILE *out = fopen("/dev/null", "w");
    const struct itimerval limit = {.it_value = {.tv_sec = SECONDS}};
    for (long number = first; out && number < end; number++) {
        p->number = number;
        const char *name = make_case(plan, number, &bytes);
        forget_memory();
        long begun = now_ms();
        if (setitimer(ITIMER_PROF, &limit, NULL) != 0)
            _exit(1);
        use(plan, name, buffer_slice(&bytes), out);
        if (!account(p, number, memory_kib(), now_ms() - begun))
            _exit(1);
    }
    if (out)
        (void)fclose(out);
    buffer_deinit(&bytes);
    exit(out ? 0 : 1);
}

static void tell(const struct plan *plan, const struct progress *p, int status)
{
    printf("case %ld, of %s: ", p->number, filings_path(plan->files->at[file_of(plan, p->number)]));
    if (p->too_much)
        printf("more than %d MB\n", MEGABYTES);
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)
        printf("more than %d s\n", SECONDS);
    else if (WIFSIGNALED(status))
        printf("%s\n", strsignal(WTERMSIG(status)));
    else
        printf("ends with %d\n", WEXITSTATUS(status));
}

/* Runs the cases of this part; goes on behind a case that fails. How many failed. */
static long run_cases(struct plan *plan, struct progress *p, long *cases)
{
    long failed = 0;
    for (long from = plan->first; from < plan->end;) {
        int status = 0;
        long batch = (from - plan->first) / BATCH, to = plan->first + (batch + 1) * BATCH;
        to = to < plan->end ? to : plan->end;
        if (batch % plan->parts != plan->part) {
            from = to;
            continue;
        }
        p->number = from;
        p->too_much = false;
        (void)fflush(stdout);
        pid_t child = fork();
        if (child == 0)
            run_batch(plan, from, to, p);
        if (child < 0 || waitpid(child, &status, 0) != child)
            return failed + 1;
        long next = status == 0 ? to : p->number + 1;
        *cases += next - from;
        from = next;
        if (status == 0)
            continue;
        failed++;
        tell(plan, p, status);
    }
    return failed;
}

static int by_size(const void *a, const void *b)
{
    size_t x = size_of(*(char *const *)a), y = size_of(*(char *const *)b);
    return (x > y) - (x < y);
}

/* Leaves ten files of the list, of all sizes. */
static void choose(filings_list *files)
{
    size_t small = 0;
    if (files->count > 0)
        qsort(files->at, files->count, sizeof *files->at, by_size);
    while (small < files->count && size_of(files->at[small]) <= LARGEST)
        small++;
    size_t count = small < FILES ? small : FILES;
    for (size_t i = 0; i < count; i++) {
        size_t from = count > 1 ? i * (small - 1) / (count - 1) : 0;
        char *kept = files->at[from];
        files->at[from] = files->at[i];
        files->at[i] = kept;
    }
    for (size_t i = count; i < files->count; i++)
        free(files->at[i]);
    files->count = count;
}

static void plan_every(struct plan *plan, long every)
{
    long end = 0;
    plan->ends = memory_alloc(plan->files->count * sizeof *plan->ends);
    for (size_t i = 0; i < plan->files->count; i++)
        plan->ends[i] = end += 2 * share(plan->files->at[i], every);
    plan->end = end;
}

static int run(struct plan *plan)
{
    long cases = 0;
    struct progress *p = progress_new();
    if (!p)
        return 1;
    long failed = run_cases(plan, p, &cases);
    printf("%ld cases of %zu files: %ld failed; most memory %.1f MB (case %ld); slowest %.2f s "
           "(case %ld)\n",
           cases, plan->files->count, failed, (double)p->most * 1024 / 1e6, p->most_number,
           (double)p->slowest / 1e3, p->slowest_number);
    return failed > 0;
}

static void write_case(struct plan *plan)
{
    struct buffer bytes = {0};
    (void)make_case(plan, plan->first, &bytes);
    (void)fwrite(bytes.at, 1, bytes.len, stdout);
    buffer_deinit(&bytes);
}

/* "1/2": the second of two. */
static void read_part(const char *text, struct plan *plan)
{
    char *end;
    plan->part = strtol(text, &end, 10);
    plan->parts = *end == '/' ? strtol(end + 1, NULL, 10) : 1;
    if (plan->part < 0 || plan->parts < 1 || plan->part >= plan->parts) {
        (void)fprintf(stderr, "mutate: no part %s\n", text);
        exit(2);
    }
}

int main(int argc, char **argv)
{
    long cases = 300, every = 0;
    bool write = false;
    filings_list names = {0};
    struct plan plan = {.files = &names, .parts = 1};
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--cases") == 0 && i + 1 < argc)
            cases = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--every") == 0 && i + 1 < argc)
            every = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--first") == 0 && i + 1 < argc)
            plan.first = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--part") == 0 && i + 1 < argc)
            read_part(argv[++i], &plan);
        else if (strcmp(argv[i], "--write") == 0)
            write = true;
        else
            array_push(&names, slice_copy(slice_of(argv[i])));
    (void)setlocale(LC_ALL, "C.UTF-8");
    plan.every = every > 0;
    if (names.count == 0) {
        filings_find(&names, plan.every ? ".htm .html .txt .nc .xml" : ".htm .html");
        if (!plan.every)
            choose(&names);
    }
    plan.end = plan.first + cases;
    if (plan.every)
        plan_every(&plan, every);
    int status = names.count == 0 ? 77 : 0;
    if (status == 0 && write)
        write_case(&plan);
    else if (status == 0)
        status = run(&plan);
    free(plan.ends);
    buffer_deinit(&plan.bytes);
    filings_release(&names);
    return status;
}
