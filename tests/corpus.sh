#!/bin/sh
# SPDX-License-Identifier: MIT
# Real filings, when there are some: text, outline and grep of each end well and say something.
# Skips without a corpus (FOLIO_CORPUS).
set -u

if [ ! -d "$FOLIO_CORPUS" ]; then
    echo 'no corpus: skipped'
    exit 77
fi
passed=0
failed=0
out=${abs_builddir:?}/tests/corpus.out
trap 'rm -f "$out"' EXIT

# run FILE COMMAND...: it must exit with 0 and print something, and no sanitizer may speak.
run() {
    file=$1
    shift
    if "$FOLIO" "$@" "$file" >"$out" 2>"$out.err" && [ -s "$out" ] &&
        ! grep -q -e 'runtime error' -e 'AddressSanitizer' "$out.err"; then
        passed=$((passed + 1))
    else
        echo "FAIL: folio $* $file"
        head -5 "$out.err"
        failed=$((failed + 1))
    fi
    rm -f "$out.err"
}

for file in "$FOLIO_CORPUS"/*.txt "$FOLIO_CORPUS"/*.nc; do
    [ -e "$file" ] || continue
    run "$file" text
    run "$file" text --width 40 --no-marks
    run "$file" outline
    run "$file" outline --json
    run "$file" grep -c "[0-9]"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
