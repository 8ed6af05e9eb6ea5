/* SPDX-License-Identifier: MIT */
/*
 * The whole program with memory that fails: FOLIO_SCARCE=120 lets the request for memory with this
 * number fail, FOLIO_SCARCE=120+ all behind it, too. With FOLIO_REQUESTS=FILE the number of all
 * requests is written there, when the program ends as it should.
 */
#include "faults/scarce.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The main function of the program. */
int folio_main(int argc, char **argv);

int main(int argc, char **argv)
{
    const char *which = getenv("FOLIO_SCARCE"), *file = getenv("FOLIO_REQUESTS");
    bool for_good = which && strchr(which, '+');
    if (!scarce_works())
        return 77;
    /* Opened first: the reader gives up the right to. */
    FILE *f = file ? fopen(file, "w") : NULL;
    scarce_begin(which ? strtoul(which, NULL, 10) : 0, for_good);
    int status = folio_main(argc, argv);
    size_t requests = scarce_end();
    if (f) {
        (void)fprintf(f, "%zu\n", requests);
        (void)fclose(f);
    }
    return status;
}
