/* SPDX-License-Identifier: MIT */
/* fuzz_yaml: the reader of configuration files, on any bytes: a tree, or an error with its place.
 */
#include "config/yaml.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t count_nodes(const struct yaml_node *node)
{
    size_t count = 1;
    for (size_t i = 0; i < node->count; i++)
        count += count_nodes(&node->items[i]);
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct error e = {0};
    struct yaml_node *root = NULL;
    if (yaml_read(&arena, (struct slice){(const char *)data, size}, &root, &e)) {
        if (root && count_nodes(root) > 3 * size + 1)
            abort();
    } else if (e.message[0] == '\0') {
        abort();
    }
    arena_deinit(&arena);
    return 0;
}
