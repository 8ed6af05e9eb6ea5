#!/bin/sh
# SPDX-License-Identifier: MIT
# The outlines of real filings fit their truth as well as they did, and what must hold of every
# outline holds: tests/corpus/scores says how it all came out.
# Skips without a corpus (FOLIO_CORPUS) or without python3, and where FOLIO_BRIEF is set: another
# build comes to the same scores.
set -u

if [ -n "${FOLIO_BRIEF:-}" ]; then
    echo 'FOLIO_BRIEF is set: skipped'
    exit 77
fi
if [ ! -d "$FOLIO_CORPUS/gold" ]; then
    echo 'no corpus with truth: skipped'
    exit 77
fi
if ! command -v python3 >/dev/null 2>&1; then
    echo 'no python3: skipped'
    exit 77
fi
exec python3 "${srcdir:-.}/tests/corpus/scores" --check
