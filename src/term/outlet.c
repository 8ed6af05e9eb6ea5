/* SPDX-License-Identifier: MIT */
/* What a drawing writes, gathered in a file in memory. */
#include "term/outlet.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
    AT_ONCE = 32 * 1024,    /* bytes of one write: more than a usual screen of any size */
    ROOM = 64 * 1024 * 1024 /* more than any drawing; it takes no memory */
};

void outlet_init(struct outlet *o, int drawing)
{
    int terminal = fcntl(drawing, F_DUPFD_CLOEXEC, 3);
    *o = (struct outlet){drawing, terminal < 0 ? drawing : terminal, -1};
    if (terminal >= 0)
        o->gathered = memfd_create("drawing", MFD_CLOEXEC);
    /* Where the size of files is limited a drawing would be lost: then none is gathered. */
    if (o->gathered >= 0 && ftruncate(o->gathered, ROOM) != 0) {
        close(o->gathered);
        o->gathered = -1;
    }
}

void outlet_deinit(struct outlet *o)
{
    if (o->gathered >= 0)
        (void)close(o->gathered);
    if (o->terminal != o->drawing)
        (void)close(o->terminal);
    o->gathered = -1;
    o->terminal = o->drawing;
}

/* Makes the drawing go to another file. */
static void turn(const struct outlet *o, int to)
{
    while (dup3(to, o->drawing, O_CLOEXEC) < 0 && errno == EINTR)
        continue;
}

void outlet_close(struct outlet *o)
{
    if (o->gathered >= 0)
        turn(o, o->gathered);
}

void outlet_open(struct outlet *o, outlet_send *send, void *self)
{
    char bytes[AT_ONCE];
    ssize_t n;
    if (o->gathered < 0)
        return;
    turn(o, o->terminal);
    /* All that the file held before is still there; this drawing ends where writing stopped. */
    off_t rest = lseek(o->gathered, 0, SEEK_CUR);
    for (off_t at = 0; rest > 0; at += n, rest -= n) {
        n = pread(o->gathered, bytes, rest < AT_ONCE ? (size_t)rest : sizeof bytes, at);
        if (n <= 0)
            break;
        send(self, (struct slice){bytes, (size_t)n});
    }
    (void)lseek(o->gathered, 0, SEEK_SET);
}
