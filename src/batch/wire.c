/* SPDX-License-Identifier: MIT */
/* Frames over a socket. */
#include "batch/wire.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Sends bytes, and with the first of them a descriptor. */
static bool send_all(int socket, const char *at, size_t len, int fd)
{
    while (len > 0) {
        struct iovec piece = {(void *)at, len};
        _Alignas(struct cmsghdr) char room[CMSG_SPACE(sizeof fd)] = {0};
        struct msghdr message = {.msg_iov = &piece, .msg_iovlen = 1};
        if (fd >= 0) {
            message.msg_control = room;
            message.msg_controllen = sizeof room;
            struct cmsghdr *head = CMSG_FIRSTHDR(&message);
            head->cmsg_level = SOL_SOCKET;
            head->cmsg_type = SCM_RIGHTS;
            head->cmsg_len = CMSG_LEN(sizeof fd);
            memcpy(CMSG_DATA(head), &fd, sizeof fd);
        }
        ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        fd = -1;
        at += sent;
        len -= (size_t)sent;
    }
    return true;
}

bool wire_send(int socket, enum wire_kind kind, struct slice bytes, int fd)
{
    struct wire_frame frame = {(uint32_t)kind, (uint32_t)bytes.len};
    return send_all(socket, (const char *)&frame, sizeof frame, fd) &&
           send_all(socket, bytes.at, bytes.len, -1);
}

/* Receives exactly that many bytes; a descriptor that comes with them goes to *fd. */
static bool receive_all(int socket, char *at, size_t len, int *fd)
{
    while (len > 0) {
        struct iovec piece = {at, len};
        _Alignas(struct cmsghdr) char room[CMSG_SPACE(sizeof *fd)];
        struct msghdr message = {
            .msg_iov = &piece, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
        ssize_t got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        for (struct cmsghdr *h = CMSG_FIRSTHDR(&message); h; h = CMSG_NXTHDR(&message, h))
            if (h->cmsg_level == SOL_SOCKET && h->cmsg_type == SCM_RIGHTS)
                memcpy(fd, CMSG_DATA(h), sizeof *fd);
        at += got;
        len -= (size_t)got;
    }
    return true;
}

bool wire_receive(int socket, struct wire_frame *frame, struct buffer *bytes, int *fd)
{
    *fd = -1;
    buffer_clear(bytes);
    if (!receive_all(socket, (char *)frame, sizeof *frame, fd))
        return false;
    buffer_reserve(bytes, frame->size);
    if (!receive_all(socket, bytes->at, frame->size, fd)) {
        if (*fd >= 0)
            close(*fd);
        return false;
    }
    bytes->len = frame->size;
    bytes->at[bytes->len] = '\0';
    return true;
}

bool wire_take(struct slice from, struct wire_frame *frame, struct slice *bytes, size_t *taken)
{
    if (from.len < sizeof *frame)
        return false;
    memcpy(frame, from.at, sizeof *frame);
    if (from.len - sizeof *frame < frame->size)
        return false;
    *taken = sizeof *frame + frame->size;
    *bytes = slice_cut(from, sizeof *frame, *taken);
    return true;
}

/* The socket and kind of a stream fit into its cookie. */
static ssize_t write_frames(void *cookie, const char *at, size_t len)
{
    intptr_t word = (intptr_t)cookie;
    int socket = (int)(word >> 2);
    enum wire_kind kind = (enum wire_kind)(word & 3);
    for (size_t done = 0; done < len;) {
        struct slice piece = slice_cut((struct slice){at, len}, done, done + WIRE_MOST);
        if (!wire_send(socket, kind, piece, -1)) {
            errno = EPIPE;
            return 0;
        }
        done += piece.len;
    }
    return (ssize_t)len;
}

FILE *wire_stream(int socket, enum wire_kind kind)
{
    void *cookie = (void *)(((intptr_t)socket << 2) | (intptr_t)kind);
    FILE *stream = fopencookie(cookie, "w", (cookie_io_functions_t){.write = write_frames});
    if (stream)
        (void)setvbuf(stream, NULL, _IOFBF, WIRE_MOST);
    return stream;
}
