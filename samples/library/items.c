/* SPDX-License-Identifier: MIT */
/*
 * items FILE: the Items of a filing, each with the first line of its text, and all its tables with
 * tabs between the cells. Build it with
 *     cc items.c $(pkg-config --cflags --libs folio) -o items
 */
#include <folio.h>
#include <stdio.h>

/* Prints the line and ends the reading with the first that is not empty. */
static int first_line(void *self, const char *text, size_t length)
{
    (void)self;
    if (length > 0)
        printf("  %s\n", text);
    return length > 0;
}

static void print_items(struct folio_document *d)
{
    size_t i, count = folio_nodes(d);
    for (i = 0; i < count; i++) {
        const struct folio_node *n = folio_node(d, i);
        if (folio_node_items(n) == 0)
            continue;
        printf("%s\t%s\n", folio_node_id(n), folio_node_title(n));
        folio_lines(d, i, 0, first_line, NULL);
    }
}

/* Prints the table, whose texts are gone when it returns. */
static int print_table(void *self, struct folio_table *t)
{
    size_t row, column;
    (void)self;
    printf("\n# %s\n", folio_table_caption(t));
    for (row = 0; row < folio_table_rows(t); row++)
        for (column = 0; column < folio_table_columns(t); column++)
            printf("%s%s", folio_cell(t, row, column),
                   column + 1 < folio_table_columns(t) ? "\t" : "\n");
    return 0;
}

int main(int argc, char **argv)
{
    char error[FOLIO_ERROR] = "no file is named";
    struct folio *f = argc > 1 ? folio_open(argv[1], error) : NULL;
    size_t i;
    if (!f) {
        fprintf(stderr, "items: %s\n", error);
        return 1;
    }
    printf("%s %s\n", folio_form(f), folio_accession(f));
    for (i = 0; i < folio_documents(f); i++) {
        print_items(folio_document(f, i));
        folio_tables(folio_document(f, i), FOLIO_WHOLE, print_table, NULL);
    }
    folio_close(f);
    return 0;
}
