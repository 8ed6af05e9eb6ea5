/* SPDX-License-Identifier: MIT */
/* A head of fixed size, the name, the bytes. */
#include "guard/message.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MARK = 0x4F494C46 /* what every head begins with */ };

struct head {
    uint32_t mark, verb;
    uint32_t name, bytes; /* their sizes */
    int64_t problem;
    uint64_t number;
};

/* What may come with a verb. */
static const struct {
    bool name, bytes;
} takes[MESSAGE_VERBS] = {
    [MESSAGE_SAVE_NEW] = {.name = true},    [MESSAGE_SAVE_OVER] = {.name = true},
    [MESSAGE_SAVE_BYTES] = {.bytes = true}, [MESSAGE_TEXT] = {.bytes = true},
    [MESSAGE_PIPE] = {.name = true},        [MESSAGE_COPY] = {.name = true},
    [MESSAGE_ANSWER] = {.bytes = true},
};

bool message_write(int fd, const struct message *m)
{
    struct head head = {.mark = MARK,
                        .verb = m->verb,
                        .name = (uint32_t)m->name.len,
                        .bytes = (uint32_t)m->bytes.len,
                        .problem = m->problem,
                        .number = m->number};
    struct iovec parts[] = {{&head, sizeof head},
                            {(char *)m->name.at, m->name.len},
                            {(char *)m->bytes.at, m->bytes.len}};
    struct msghdr all = {.msg_iov = parts, .msg_iovlen = sizeof parts / sizeof *parts};
    if (m->name.len > MESSAGE_NAME_MOST || m->bytes.len > MESSAGE_BYTES_MOST)
        return false;
    while (all.msg_iovlen > 0) {
        ssize_t n = sendmsg(fd, &all, MSG_NOSIGNAL);
        if (n < 0 && errno != EINTR)
            return false;
        size_t sent = n > 0 ? (size_t)n : 0;
        while (all.msg_iovlen > 0 && sent >= all.msg_iov->iov_len) {
            sent -= all.msg_iov->iov_len;
            all.msg_iov++;
            all.msg_iovlen--;
        }
        if (all.msg_iovlen > 0) {
            all.msg_iov->iov_base = (char *)all.msg_iov->iov_base + sent;
            all.msg_iov->iov_len -= sent;
        }
    }
    return true;
}

/* Reads so many bytes, or up to the end; how many. */
static size_t read_whole(int fd, void *to, size_t size)
{
    size_t got = 0;
    while (got < size) {
        ssize_t n = recv(fd, (char *)to + got, size - got, 0);
        if (n == 0 || (n < 0 && errno != EINTR))
            break;
        got += n > 0 ? (size_t)n : 0;
    }
    return got;
}

static bool is_sound(const struct head *head)
{
    return head->mark == MARK && head->verb > 0 && head->verb < MESSAGE_VERBS &&
           head->name <= (takes[head->verb].name ? MESSAGE_NAME_MOST : 0) &&
           head->bytes <= (takes[head->verb].bytes ? MESSAGE_BYTES_MOST : 0) &&
           (head->name > 0 || !takes[head->verb].name) && head->problem >= 0 &&
           head->problem <= INT32_MAX;
}

enum message_read message_read(int fd, struct message *m, struct buffer *room)
{
    struct head head;
    size_t got = read_whole(fd, &head, sizeof head);
    if (got == 0)
        return MESSAGE_END;
    if (got < sizeof head || !is_sound(&head))
        return MESSAGE_BAD;
    size_t size = (size_t)head.name + 1 + head.bytes;
    buffer_clear(room);
    buffer_reserve(room, size);
    char *name = room->at, *bytes = room->at + head.name + 1;
    if (read_whole(fd, name, head.name) < head.name ||
        read_whole(fd, bytes, head.bytes) < head.bytes || memchr(name, '\0', head.name))
        return MESSAGE_BAD;
    name[head.name] = '\0';
    *m = (struct message){.verb = (enum message_verb)head.verb,
                          .problem = (int)head.problem,
                          .number = head.number,
                          .name = {name, head.name},
                          .bytes = {bytes, head.bytes}};
    return MESSAGE_READ;
}
