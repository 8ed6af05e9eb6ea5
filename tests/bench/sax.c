/* SPDX-License-Identifier: MIT */
/*
 * The least that a reader on libxml2 does: its push parser over the bytes, with handlers that do
 * nothing. What the readers of HTML and inline XBRL are measured against.
 *
 *   sax xml|html FILE
 */
#include <fcntl.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 /* bytes given to the parser at a time */ };

static size_t events;

static void on_start(void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **spaces, int attributes, int defaulted,
                     const xmlChar **values)
{
    (void)self, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)spaces;
    (void)attributes, (void)defaulted, (void)values;
    events++;
}

static void on_end(void *self, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)self, (void)name, (void)prefix, (void)uri;
}

static void on_html_start(void *self, const xmlChar *name, const xmlChar **attributes)
{
    (void)self, (void)name, (void)attributes;
    events++;
}

static void on_html_end(void *self, const xmlChar *name)
{
    (void)self, (void)name;
}

static void on_text(void *self, const xmlChar *text, int len)
{
    (void)self, (void)text, (void)len;
}

static void parse_xml(const char *bytes, size_t size)
{
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text};
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
    for (size_t at = 0; at < size; at += PIECE)
        if (xmlParseChunk(parser, bytes + at, (int)(size - at < PIECE ? size - at : PIECE), 0) != 0)
            break;
    (void)xmlParseChunk(parser, NULL, 0, 1);
    xmlFreeParserCtxt(parser);
}

static void parse_html(const char *bytes, size_t size)
{
    xmlSAXHandler sax = {.startElement = on_html_start,
                         .endElement = on_html_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_text};
    htmlParserCtxtPtr parser =
        htmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_NONE);
    for (size_t at = 0; at < size; at += PIECE)
        (void)htmlParseChunk(parser, bytes + at, (int)(size - at < PIECE ? size - at : PIECE), 0);
    (void)htmlParseChunk(parser, NULL, 0, 1);
    htmlFreeParserCtxt(parser);
}

int main(int argc, char **argv)
{
    struct stat about;
    int fd = argc == 3 ? open(argv[2], O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0 || fstat(fd, &about) != 0 || about.st_size == 0) {
        (void)fprintf(stderr, "usage: sax xml|html FILE\n");
        return 2;
    }
    size_t size = (size_t)about.st_size;
    char *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (bytes == MAP_FAILED)
        return 2;
    if (strcmp(argv[1], "html") == 0)
        parse_html(bytes, size);
    else
        parse_xml(bytes, size);
    printf("%zu elements\n", events);
    return events == 0;
}
