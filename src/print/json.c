/* SPDX-License-Identifier: MIT */
/* Text that is always valid JSON, and one object a line. */
#include "print/json.h"

#include "base/clean.h"
#include "base/memory.h"

json_t *json_text(struct slice text)
{
    struct buffer clean = {0};
    clean_text(&clean, text);
    json_t *value = json_stringn(buffer_text(&clean), clean.len);
    buffer_deinit(&clean);
    if (!value)
        memory_exhausted();
    return value;
}

json_t *json_text_or_null(struct slice text)
{
    return text.len > 0 ? json_text(text) : json_null();
}

void json_print(json_t *object, FILE *out)
{
    if (!object)
        memory_exhausted();
    /* What could not be written shows in the state of the stream. */
    (void)json_dumpf(object, out, JSON_COMPACT | JSON_REAL_PRECISION(6));
    (void)putc('\n', out);
    json_decref(object);
}
