#!/bin/sh
# SPDX-License-Identifier: MIT
# json_schema: what folio prints as JSON is as the schema says (json_schema.py). Skips, and says so,
# without python3-jsonschema.
set -u
for python in python3 /usr/bin/python3; do
    "$python" -c 'import jsonschema' 2>/dev/null &&
        exec "$python" -B "${srcdir:-.}/tests/json_schema.py"
done
echo 'no python3-jsonschema: skipped'
exit 77
