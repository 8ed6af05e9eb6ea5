/* SPDX-License-Identifier: MIT */
/* The letters and digits of a text; see the header. */
#include "corpus/letters.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <wctype.h>

/* The digit that a raised or lowered one stands for, else the code itself. */
static uint32_t level(uint32_t code)
{
    if (code == 0xB2 || code == 0xB3)
        return '0' + (code - 0xB0);
    if (code == 0xB9)
        return '1';
    if (code == 0x2070 || (code >= 0x2074 && code <= 0x2079))
        return '0' + (code - 0x2070);
    if (code >= 0x2080 && code <= 0x2089)
        return '0' + (code - 0x2080);
    return code;
}

void letters_init(struct letters *l, struct slice text)
{
    struct slice rest = text;
    *l = (struct letters){.code = memory_resize(NULL, text.len + 1, sizeof *l->code),
                          .place = memory_resize(NULL, text.len + 1, sizeof *l->place)};
    while (rest.len > 0) {
        size_t place = text.len - rest.len;
        uint32_t code = level(utf8_next(&rest));
        if (!iswalnum((wint_t)code) || code == UTF8_REPLACEMENT)
            continue;
        l->code[l->count] = (uint32_t)towlower((wint_t)code);
        l->place[l->count++] = (uint32_t)place;
    }
}

void letters_deinit(struct letters *l)
{
    free(l->code);
    free(l->place);
    *l = (struct letters){0};
}
