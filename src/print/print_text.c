/* SPDX-License-Identifier: MIT */
/* `folio text`: the rendered text of a filing or of one node. */
#include "outline/address.h"
#include "lib/lib_filing.h"
#include "print/print.h"
#include "lib/text_out.h"

enum { WRITTEN = 64 * 1024 /* bytes that are written at once */ };

/* Writes what was added, once it is worth it or `all` is said. */
static void write_out(const struct print_options *o, struct buffer *out, bool all)
{
    if (out->len < WRITTEN && !all)
        return;
    (void)fwrite(buffer_text(out), 1, out->len, o->out);
    buffer_clear(out);
}

static bool take_text(void *self, struct buffer *out, bool all)
{
    const struct print_options *const *o = self;
    write_out(*o, out, all);
    return true;
}

bool print_text(struct folio *f, const struct print_options *o, struct error *e)
{
    struct submission *s = f->submission;
    if (o->node) {
        submission_scan(s, (size_t)-1);
        struct address found;
        struct outlines *outlines = outlines_new(s);
        bool known = address_find(s, outlines, slice_of(o->node), &found);
        if (known) {
            const struct node *nodes;
            outline_nodes(found.outline, &nodes);
            struct document *d = found.document;
            size_t from = d->text_offset, to = d->text_end;
            if (found.node != (size_t)-1) {
                from = nodes[found.node].offset;
                to = from + nodes[found.node].length;
            }
            (void)text_out_part(s, o, d, from, to, take_text, &o);
        }
        outlines_free(outlines);
        return known || error_set(e, ERROR_USAGE, "there is no node '%s' in it", o->node);
    }
    struct walk w;
    struct walk_line line;
    struct buffer out = {0};
    walk_init(&w, s, o->width);
    while (walk_next(&w, &line)) {
        text_out_line(o, &line, line.line ? flow_content(w.flow) : NULL, &out);
        write_out(o, &out, false);
    }
    write_out(o, &out, true);
    walk_deinit(&w);
    buffer_deinit(&out);
    return true;
}
