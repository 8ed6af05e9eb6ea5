/* SPDX-License-Identifier: MIT */
/* The commands of folio when memory runs out at any moment: see trial.h. */
#include "base/buffer.h"
#include "faults/scarce.h"
#include "faults/trial.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

enum { SKIPPED = 77, MOST_WORDS = 6 };

/* The main function of the program. */
int folio_main(int argc, char **argv);

/* A word that begins with '@' is a sample. */
static const struct {
    int status;
    const char *words[MOST_WORDS];
} commands[] = {
    {0, {"text", "@8-K_2004_bare.txt"}},
    {0, {"text", "--width", "0", "@bad/nul-cp1252.txt"}},
    {0, {"text", "@DEF14A_2013_pay.htm"}},
    {0, {"text", "@4_2024_insider.xml"}},
    {0, {"text", "@bad/ill-formed.htm"}},
    {0, {"text", "@8-K_2004_bare.txt", "@bad/wrong-count.txt"}},
    {0, {"outline", "@8-K_2006_items.nc"}},
    {0, {"outline", "--json", "@8-K_1998_notes.txt"}},
    {0, {"outline", "--json", "@13F-HR_2023_full.txt"}},
    {0, {"outline", "--json", "@10-K_2023_crossindex.htm"}},
    {0, {"outline", "--explain", "@DEF14A_2013_pay.htm"}},
    {0, {"grep", "(?i)the +\\w+", "@8-K_2004_bare.txt", "@DEF14A_2013_pay.htm"}},
    {0, {"grep", "--json", "-i", "the", "@8-K_2004_bare.txt"}},
    {0, {"grep", "--number", "785000", "@DEF14A_2013_pay.htm"}},
    {1, {"grep", "-F", "--count", "no such words", "@8-K_2004_bare.txt"}},
    {2, {"grep", "(", "@8-K_2004_bare.txt"}},
    {0, {"tables", "--format", "json", "@DEF14A_2013_pay.htm"}},
    {0, {"tables", "--format", "csv", "@4_2024_insider.xml"}},
    {0, {"check-config", "faults-good.yaml"}},
    {3, {"check-config", "faults-wrong.yaml"}},
    {0, {"list-actions"}},
    {0, {"--help"}},
    {2, {"text", "no-such-file"}},
};

static const char good_config[] = "theme: light\nkeys:\n  inherit: less\n  all:\n"
                                  "    \"Ctrl-X o\": top\n    'Alt-y': \"search \\u00e9\"\n"
                                  "colors:\n  hit: bold yellow on blue\n"
                                  "options: {wrap: no, tree-width: 30}\n";
static const char wrong_config[] = "theme: ligth\nkeys:\n  all:\n    \"x\": line-dwn\n"
                                   "colors:\n  hit: mauvish\n";

static bool write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    bool good = f && fputs(text, f) >= 0;
    return f && fclose(f) == 0 && good;
}

/* What every command does first: it takes two hundred requests, and each has its turn once only. */
static int only_the_locale(int argc, char **argv)
{
    (void)argc, (void)argv;
    return setlocale(LC_ALL, "") == NULL;
}

static void try_command(size_t index, size_t first, struct trial_sum *sum)
{
    struct buffer name = {0}, words[MOST_WORDS] = {{0}};
    char *argv[MOST_WORDS + 2] = {(char[]){"folio"}};
    const char *top = getenv("abs_srcdir");
    for (size_t i = 0; i < MOST_WORDS && commands[index].words[i]; i++) {
        const char *word = commands[index].words[i];
        buffer_addf(&name, "%s%s", i > 0 ? " " : "", word);
        if (word[0] == '@')
            buffer_addf(&words[i], "%s/samples/%s", top ? top : ".", word + 1);
        else
            buffer_add_text(&words[i], word);
        argv[i + 1] = words[i].at;
    }
    trial_run(&(struct trial){.name = buffer_text(&name),
                              .program = folio_main,
                              .argv = argv,
                              .status = commands[index].status,
                              .first = first,
                              .plain_locale = first == 0},
              sum);
    for (size_t i = 0; i < MOST_WORDS; i++)
        buffer_deinit(&words[i]);
    buffer_deinit(&name);
}

int main(void)
{
    struct trial_sum sum = {0};
    char *nothing[] = {NULL};
    if (!scarce_works()) {
        puts("test_scarce: skipped: memory cannot be made to fail in this build");
        return SKIPPED;
    }
    if (!write_file("faults-good.yaml", good_config) ||
        !write_file("faults-wrong.yaml", wrong_config))
        return 1;
    size_t locale = trial_requests(only_the_locale, nothing);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        try_command(i, i == 0 ? 0 : locale + 1, &sum);
    (void)remove("faults-good.yaml");
    (void)remove("faults-wrong.yaml");
    printf("test_scarce: %zu runs, %zu wrong\n", sum.runs, sum.wrong);
    return sum.wrong > 0;
}
