/* SPDX-License-Identifier: MIT */
/*
 * Damaged filings: text (unwrapped, and at 80 columns), outline and tables of many mutations of a
 * few files, in this program, must end, within 2 s and 200 MB each.
 *
 *   mutate [--cases N] [--first N] [--write] [FILE]...
 *
 * Without a FILE: ten HTML files of the corpus, of all sizes up to 1 MB, else the samples. A
 * case has a number; --first is the first one, and --write writes that one to standard output, to
 * look at. Cases run in a process of their own, a few together; with a sanitizer, which needs its
 * own time and memory, the limits are wider.
 */
#include "corpus/filings.h"
#include "corpus/mutations.h"
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

enum { FILES = 10, LARGEST = 1000000, BATCH = 25, SECONDS = 2 * WIDER, MEGABYTES = 200 * WIDER };

/* What a batch tells its parent. */
struct progress {
    volatile long number; /* of the case that runs */
    volatile long most;   /* KiB that a case needed at most, and which */
    volatile long most_number;
    volatile bool too_much; /* the case that runs needs too much memory */
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

/* Everything that the filters say of the bytes, thrown away. */
static void use(struct slice bytes, FILE *out)
{
    static const size_t widths[] = {0, 80};
    for (size_t i = 0; i < 4; i++) {
        struct error e = {0};
        struct input *input = input_from_bytes("mutation.htm", bytes);
        struct submission *s = submission_open(input, &e);
        if (!s) {
            input_close(input);
            return;
        }
        struct print_options o = {
            .out = out, .width = i < 2 ? widths[i] : 0, .marks = i == 1, .format = "json"};
        if (i < 2)
            (void)print_text(s, &o, &e);
        else if (i == 2)
            (void)print_outline(s, &o, &e);
        else
            (void)print_tables(s, &o, &e);
        submission_free(s);
    }
}

static struct slice file_of(const struct buffer *files, size_t count, long number)
{
    return buffer_slice(&files[(size_t)number % count]);
}

_Noreturn static void run_batch(const struct buffer *files, size_t count, long first, long end,
                                struct progress *p)
{
    struct buffer bytes = {0};
    FILE *out = fopen("/dev/null", "w");
    const struct itimerval limit = {.it_value = {.tv_sec = SECONDS}};
    for (long number = first; out && number < end; number++) {
        p->number = number;
        mutations_make(file_of(files, count, number), (uint64_t)number, &bytes);
        forget_memory();
        if (setitimer(ITIMER_PROF, &limit, NULL) != 0)
            _exit(1);
        use(buffer_slice(&bytes), out);
        long kib = memory_kib();
        if (kib > p->most) {
            p->most = kib;
            p->most_number = number;
        }
        p->too_much = kib > MEGABYTES * 1000000L / 1024;
        if (p->too_much)
            _exit(1);
    }
    if (out)
        (void)fclose(out);
    buffer_deinit(&bytes);
    exit(out ? 0 : 1);
}

/* Runs the cases [first, end); goes on behind a case that fails. How many failed. */
static long run_cases(const struct buffer *files, char *const *names, size_t count, long first,
                      long end, struct progress *p)
{
    long failed = 0;
    for (long from = first; from < end;) {
        int status = 0;
        long to = from + BATCH < end ? from + BATCH : end;
        p->number = from;
        p->too_much = false;
        (void)fflush(stdout);
        pid_t child = fork();
        if (child == 0)
            run_batch(files, count, from, to, p);
        if (child < 0 || waitpid(child, &status, 0) != child)
            return failed + 1;
        from = to;
        if (status == 0)
            continue;
        from = p->number + 1;
        failed++;
        printf("case %ld, of %s: ", p->number, filings_name(names[(size_t)p->number % count]));
        if (p->too_much)
            printf("more than %d MB\n", MEGABYTES);
        else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF)
            printf("more than %d s\n", SECONDS);
        else if (WIFSIGNALED(status))
            printf("%s\n", strsignal(WTERMSIG(status)));
        else
            printf("ends with %d\n", WEXITSTATUS(status));
    }
    return failed;
}

static size_t size_of(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 ? (size_t)s.st_size : 0;
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

static int run(filings_list *names, long first, long cases, bool write)
{
    struct buffer files[64] = {0};
    size_t count = names->count < 64 ? names->count : 64;
    long failed = 0;
    struct progress *p = progress_new();
    for (size_t i = 0; i < count; i++)
        if (!filings_read(names->at[i], &files[i]))
            failed++;
    if (write) {
        struct buffer bytes = {0};
        mutations_make(file_of(files, count, first), (uint64_t)first, &bytes);
        (void)fwrite(bytes.at, 1, bytes.len, stdout);
        buffer_deinit(&bytes);
    } else if (p) {
        failed += run_cases(files, names->at, count, first, first + cases, p);
        printf("%ld cases of %zu files: %ld failed; most memory %.1f MB (case %ld)\n", cases, count,
               failed, (double)p->most * 1024 / 1e6, p->most_number);
    }
    for (size_t i = 0; i < count; i++)
        buffer_deinit(&files[i]);
    return !p || failed > 0;
}

int main(int argc, char **argv)
{
    long cases = 300, first = 0;
    bool write = false;
    filings_list names = {0};
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--cases") == 0 && i + 1 < argc)
            cases = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--first") == 0 && i + 1 < argc)
            first = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--write") == 0)
            write = true;
        else
            array_push(&names, slice_copy(slice_of(argv[i])));
    (void)setlocale(LC_ALL, "C.UTF-8");
    if (names.count == 0) {
        filings_find(&names, ".htm .html");
        choose(&names);
    }
    int status = names.count > 0 ? run(&names, first, cases, write) : 77;
    filings_release(&names);
    return status;
}
