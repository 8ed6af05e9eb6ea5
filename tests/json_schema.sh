#!/bin/sh
# SPDX-License-Identifier: MIT
# json_schema: what folio prints as JSON is as the schema says (json_schema.py). Skips, and says so,
# without python3.
set -u
if ! command -v python3 >/dev/null 2>&1; then
    echo 'no python3: skipped'
    exit 77
fi
exec python3 -B "${srcdir:-.}/tests/json_schema.py"
