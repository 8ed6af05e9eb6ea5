/* SPDX-License-Identifier: MIT */
/* Complaints, for people and for programs. */
#include "print/complain.h"

#include "base/clean.h"
#include "print/json_out.h"

void complain(FILE *out, FILE *error, const char *name, struct slice what)
{
    struct buffer line = {0};
    buffer_add_text(&line, "folio: ");
    if (name) {
        clean_text(&line, slice_of(name));
        buffer_add_text(&line, ": ");
    }
    clean_text(&line, what);
    (void)fflush(out);
    (void)fprintf(error, "%s\n", buffer_text(&line));
    buffer_deinit(&line);
}

void complain_json(FILE *out, const char *name, struct slice what)
{
    struct json_out j = {0};
    json_out_open_object(&j, NULL);
    json_out_text(&j, "file", slice_of(name));
    json_out_text(&j, "error", what);
    json_out_close_object(&j);
    (void)fprintf(out, "%s\n", buffer_text(&j.text));
    json_out_deinit(&j);
}
