/* SPDX-License-Identifier: MIT */
/* Tables made by hand. */
#include "unit/made_grid.h"

#include "base/error.h"
#include "input/input.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define RULED "<td style='border-bottom:1px solid black'>"

const char *const made_grid_statement =
    "<html><body><p>Words before it.</p>\n"
    "<p><b>STATEMENTS OF KILNS</b></p>\n"
    "<table><tr><td></td><td colspan=2><b>Year Ended June 30,</b></td><td><b>Note</b></td></tr>\n"
    "<tr><td></td><td><b>2003</b></td><td><b>2002</b></td><td></td></tr>\n"
    "<tr><td>Glaze sold to potters in all of the towns along the river</td><td>$ 1,204.5</td>"
    "<td>$ 98.25</td><td>(1)</td></tr>\n"
    "<tr><td>Costs:</td><td></td><td></td><td></td></tr>\n"
    "<tr><td>Clay</td><td>(12)</td><td>(9)</td><td>(2)</td></tr>\n"
    "<tr><td>Wood</td>" RULED "(102)</td>" RULED "(30)</td><td></td></tr>\n"
    "<tr><td>Total costs</td><td>(114)</td><td>(39)</td><td></td></tr>\n"
    "<tr><td>Taxes:</td><td></td><td></td><td></td></tr>\n"
    "<tr><td>Taxes on glaze</td><td>7</td><td>6</td><td>(3)</td></tr>\n"
    "</table><p>Words behind it.</p></body></html>\n";

void made_grid_open(struct made_grid *m, const char *text)
{
    struct error e = {0};
    m->submission = submission_open(input_from_bytes("made.htm", slice_of(text)), &e);
    if (!m->submission)
        fail_msg("%s", e.message);
    submission_scan(m->submission, (size_t)-1);
    m->content = content_of(m->submission, submission_document(m->submission, 0));
}

void made_grid_close(struct made_grid *m)
{
    submission_free(m->submission);
}

size_t made_grid_find(const char *text, const char *what)
{
    const char *at = strstr(text, what);
    if (!at)
        fail_msg("'%s' is not there", what);
    return (size_t)(at - text);
}
