/* SPDX-License-Identifier: MIT */
#include "formats/html.h"

#include "base/memory.h"
#include "formats/html_body.h"
#include "formats/markup.h"
#include "formats/oddity.h"

#include <stdlib.h>

enum { HEAD = 4096 /* bytes in which an XML document shows that it is one */ };

struct html {
    struct slice text;
    size_t base;
    const struct sink *sink;
    struct markup *markup;
    struct html_body *body;
    size_t kept;
    void (*restart)(void *self);
    void *restart_self;
    bool quirks, done;
    unsigned oddities;
};

static void begin(struct html *h, enum markup_kind kind)
{
    h->body = html_body_new(h->text, h->base, h->sink, h->kept, h->quirks);
    struct markup_calls calls = html_body_calls(h->body);
    h->markup = markup_new(kind, h->text, h->base, &calls);
}

static void drop(struct html *h)
{
    markup_free(h->markup);
    html_body_free(h->body);
}

/* Whether it makes sense to read the document as XML. */
static bool may_be_xml(struct slice text)
{
    struct slice head = slice_cut(text, 0, HEAD);
    return slice_find_nocase(head, SLICE("xmlns")) < head.len ||
           slice_find_nocase(head, SLICE("<?xml")) < head.len ||
           slice_find_nocase(head, SLICE("xhtml")) < head.len;
}

/* Whether the document says that it is XML. Other name spaces say nothing: office programs give
 * them to HTML. */
static bool says_xml(struct slice text)
{
    struct slice head = slice_cut(text, 0, HEAD);
    return slice_find_nocase(head, SLICE("<?xml ")) < head.len ||
           slice_find_nocase(head, SLICE("1999/xhtml")) < head.len;
}

struct html *html_new(struct slice text, size_t base, const struct sink *sink)
{
    struct html *h = memory_alloc(sizeof *h);
    bool xml = may_be_xml(text);
    h->text = text;
    h->base = base;
    h->sink = sink;
    h->quirks = !xml;
    begin(h, xml ? MARKUP_XML : MARKUP_HTML);
    return h;
}

void html_free(struct html *h)
{
    if (!h)
        return;
    drop(h);
    free(h);
}

bool html_read(struct html *h, size_t bytes)
{
    if (h->done)
        return false;
    switch (markup_read(h->markup, bytes)) {
    case MARKUP_END:
        html_body_finish(h->body, h->base + h->text.len);
        h->done = true;
        return false;
    case MARKUP_BROKEN:
        if (h->restart)
            h->restart(h->restart_self);
        if (says_xml(h->text))
            h->oddities |= ODDITY_NOT_XML;
        drop(h);
        begin(h, MARKUP_HTML);
        return true;
    default:
        return true;
    }
}

void html_kept(struct html *h, size_t offset)
{
    h->kept = offset;
}

void html_on_restart(struct html *h, void (*restart)(void *self), void *self)
{
    h->restart = restart;
    h->restart_self = self;
}

unsigned html_oddities(const struct html *h)
{
    return h->oddities | html_body_oddities(h->body) | markup_oddities(h->markup);
}
