/* SPDX-License-Identifier: MIT */
/*
 * replay: runs a fuzz target without a fuzzer.
 *
 * Every seed is given to the target whole, and cut at places spread over it, each time in a block
 * of memory of just that size, so that a sanitizer sees a read behind its end. Seeds are the files
 * of the folders on the command line, or else of tests/fuzz/corpus, its folder for this target
 * (corpus/NAME for fuzz_NAME) and samples.
 */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    CUTS = 32,
    SKIPPED = 77 /* what automake takes as "not run" */
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void run_cut(const uint8_t *data, size_t size)
{
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy)
        abort();
    memcpy(copy, data, size);
    LLVMFuzzerTestOneInput(copy, size);
    free(copy);
}

/* Runs one seed; returns whether it could be read. */
static bool run_file(const char *path, size_t size)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    uint8_t *data = malloc(size + 1);
    bool whole = data && fread(data, 1, size, file) == size;
    (void)fclose(file);
    if (whole) {
        printf("%s: %zu bytes\n", path, size);
        (void)fflush(stdout); /* names the seed when the target dies of it */
        run_cut(data, size);
        for (size_t i = 0; i < CUTS; i++)
            run_cut(data, size / CUTS * i);
    }
    free(data);
    return whole;
}

/* Runs the files of a folder; returns how many. A folder that is not there has none. */
static int run_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return 0;
    int count = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char *path = NULL;
        struct stat st;
        if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0)
            abort();
        if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && run_file(path, (size_t)st.st_size))
            count++;
        free(path);
    }
    closedir(dir);
    return count;
}

/* Runs the seeds that lie in the source folder. */
static int run_seeds(const char *program)
{
    const char *top = getenv("srcdir");
    const char *base = strrchr(program, '/');
    const char *name = strstr(base ? base : program, "fuzz_");
    const char *folders[] = {"tests/fuzz/corpus", "tests/fuzz/corpus", "samples"};
    int count = 0;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
        char *path = NULL;
        const char *own = i == 0 && name ? name + strlen("fuzz_") : ".";
        if (asprintf(&path, "%s/%s/%s", top ? top : ".", folders[i], own) < 0)
            abort();
        count += run_folder(path);
        free(path);
    }
    return count;
}

int main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; i++)
        count += run_folder(argv[i]);
    if (argc < 2)
        count = run_seeds(argv[0]);
    printf("%d seeds\n", count);
    return count ? EXIT_SUCCESS : SKIPPED;
}
