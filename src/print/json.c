/* SPDX-License-Identifier: MIT */
/* Text that is always valid JSON, and one object a line. */
#include "print/json.h"

#include "base/clean.h"
#include "base/memory.h"

#include <stdlib.h>

json_t *json_new(void)
{
    json_set_alloc_funcs(memory_for_library, free);
    return json_object();
}

json_t *json_text(struct slice text)
{
    struct buffer clean = {0};
    clean_text(&clean, text);
    json_t *value = json_stringn(buffer_text(&clean), clean.len);
    buffer_deinit(&clean);
    return value;
}

json_t *json_text_or_null(struct slice text)
{
    return text.len > 0 ? json_text(text) : json_null();
}

void json_print(json_t *object, FILE *out)
{
    /* What could not be written shows in the state of the stream. */
    (void)json_dumpf(object, out, JSON_COMPACT | JSON_REAL_PRECISION(6));
    (void)putc('\n', out);
    json_decref(object);
}
