/* SPDX-License-Identifier: MIT */
/* Names from the command line and from a list. */
#include "batch/name_list.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

bool name_list_init(struct name_list *n, const char *const *given, size_t count, const char *list,
                    struct error *e)
{
    *n = (struct name_list){.given = given, .given_count = count, .mark = EOF};
    if (!list)
        return true;
    n->list = strcmp(list, "-") == 0 ? stdin : fopen(list, "re");
    return n->list || error_set(e, ERROR_INPUT, "%s", strerror(errno));
}

void name_list_deinit(struct name_list *n)
{
    if (n->list && n->list != stdin)
        (void)fclose(n->list);
    buffer_deinit(&n->name);
}

/* Reads on to the mark. The first name tells which it is: with a NUL behind the first name, line
 * ends belong to names. A NUL behind a line end parts nothing that could be guessed. */
static bool read_name(struct name_list *n)
{
    int c;
    buffer_clear(&n->name);
    while ((c = getc(n->list)) != EOF) {
        if (n->mark == EOF && (c == '\n' || c == '\0'))
            n->mark = c;
        if (c == n->mark)
            return true;
        if (c == '\0') {
            n->failed = "has NULs behind its line ends: what parts its names?";
            return false;
        }
        buffer_add_byte(&n->name, (char)c);
    }
    if (ferror(n->list))
        n->failed = "cannot be read to its end";
    return n->name.len > 0;
}

const char *name_list_next(struct name_list *n)
{
    if (n->at < n->given_count)
        return n->given[n->at++];
    while (n->list && !n->failed && read_name(n)) {
        if (n->mark != '\0' && n->name.len > 0 && n->name.at[n->name.len - 1] == '\r')
            n->name.at[--n->name.len] = '\0';
        if (n->name.len > 0)
            return buffer_text(&n->name);
    }
    return NULL;
}

size_t name_list_total(const struct name_list *n)
{
    struct stat status;
    size_t total = n->given_count, lines = 0, nuls = 0;
    int c, last = '\n';
    if (!n->list)
        return total;
    if (fstat(fileno(n->list), &status) != 0 || !S_ISREG(status.st_mode))
        return 0;
    long from = ftell(n->list);
    while ((c = getc(n->list)) != EOF) {
        lines += c == '\n' && last != '\n';
        nuls += c == '\0' && last != '\0';
        last = c;
    }
    clearerr(n->list);
    if (from < 0 || fseek(n->list, from, SEEK_SET) != 0)
        return 0;
    bool open = last != '\n' && last != '\0';
    return total + (nuls > 0 ? nuls : lines) + open;
}
