/* SPDX-License-Identifier: MIT */
/* Finds documents by type and by number, by a table of hashes. */
#include "outline/address_book.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>

enum { LEAST_SLOTS = 64 };

#define NONE ((size_t)-1)

/* A type, or a sequence number, and the first document that has it. */
struct slot {
    uint64_t hash; /* 0: free */
    struct slice type;
    long long sequence; /* -1: it is a type */
    size_t document;
};

struct address_book {
    struct submission *submission;
    size_t seen;        /* documents taken in */
    struct slot *slots; /* never more than half are taken */
    size_t taken, room; /* room: a power of two, or 0 */
    struct buffer low;  /* a type in small letters */
};

struct address_book *address_book_new(struct submission *s)
{
    struct address_book *b = memory_alloc(sizeof *b);
    b->submission = s;
    return b;
}

void address_book_free(struct address_book *b)
{
    if (!b)
        return;
    buffer_deinit(&b->low);
    free(b->slots);
    free(b);
}

static struct slot key_of_type(struct address_book *b, struct slice type)
{
    buffer_clear(&b->low);
    for (size_t i = 0; i < type.len; i++)
        buffer_add_byte(&b->low, byte_lower(type.at[i]));
    return (struct slot){slice_hash(buffer_slice(&b->low)), type, -1, NONE};
}

static struct slot key_of_sequence(long long sequence)
{
    struct slice bytes = {(const char *)&sequence, sizeof sequence};
    return (struct slot){slice_hash(bytes), {0}, sequence, NONE};
}

/* The slot of the key, or the free one where it belongs. */
static struct slot *slot_of(const struct address_book *b, const struct slot *key)
{
    size_t at = (size_t)(key->hash ^ key->hash >> 32) & (b->room - 1);
    for (;; at = (at + 1) & (b->room - 1)) {
        struct slot *slot = &b->slots[at];
        if (slot->hash == 0 || (slot->hash == key->hash && slot->sequence == key->sequence &&
                                slice_equal_nocase(slot->type, key->type)))
            return slot;
    }
}

static void grow(struct address_book *b)
{
    struct slot *old = b->slots;
    size_t room = b->room;
    b->room = room ? 2 * room : LEAST_SLOTS;
    b->slots = memory_alloc(b->room * sizeof *b->slots);
    for (size_t i = 0; i < room; i++)
        if (old[i].hash != 0)
            *slot_of(b, &old[i]) = old[i];
    free(old);
}

static void add(struct address_book *b, struct slot key, size_t document)
{
    if (2 * (b->taken + 1) > b->room)
        grow(b);
    struct slot *slot = slot_of(b, &key);
    if (slot->hash != 0)
        return;
    *slot = key;
    slot->document = document;
    b->taken++;
}

static void catch_up(struct address_book *b)
{
    for (; b->seen < submission_documents(b->submission); b->seen++) {
        const struct document *d = submission_document(b->submission, b->seen);
        add(b, key_of_type(b, d->type), b->seen);
        if (d->sequence >= 0)
            add(b, key_of_sequence(d->sequence), b->seen);
    }
}

static size_t look(const struct address_book *b, struct slot key)
{
    const struct slot *slot = b->room ? slot_of(b, &key) : NULL;
    return slot && slot->hash != 0 ? slot->document : NONE;
}

size_t address_book_find(struct address_book *b, struct slice id)
{
    catch_up(b);
    long long sequence = slice_number(id);
    size_t typed = look(b, key_of_type(b, id));
    size_t numbered = sequence >= 0 ? look(b, key_of_sequence(sequence)) : NONE;
    return typed < numbered ? typed : numbered;
}
