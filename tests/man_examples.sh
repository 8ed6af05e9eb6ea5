#!/bin/sh
# SPDX-License-Identifier: MIT
# The examples of the man pages do what they say: each command behind a `$`, as it is read on the
# page, up to an empty line, runs and prints something.
set -eu
: "${srcdir:?run me by make check}" "${abs_builddir:?}"

work=$abs_builddir/tests/man_examples
mkdir -p "$work/bin"
ln -sf "$FOLIO" "$work/bin/folio"
PATH=$work/bin:$PATH
TMPDIR=$work
export TMPDIR
cd "$srcdir"

if command -v mandoc >/dev/null 2>&1; then
    render() { mandoc -Tascii -O width=200 "$1"; }
elif command -v nroff >/dev/null 2>&1; then
    render() { nroff -mdoc "$1"; }
else
    echo 'neither mandoc nor nroff is there: skipped'
    exit 77
fi

# A file for each command.
rm -f "$work"/command.*
for page in folio.1 folio-json.5; do
    render "$abs_builddir/man/$page" | sed 's/.\x08//g' | awk -v to="$work/command.$page" '
        /^ *\$ / { out = sprintf("%s.%02d", to, ++count); sub(/^ *\$ /, "") }
        /^ *$/ { out = "" }
        out { print >out }'
    [ -e "$work/command.$page.01" ] || { echo "no examples in $page"; exit 1; }
done

status=0
for file in "$work"/command.*; do
    first=$(head -n 1 "$file")
    if grep -q '| *jq \|^ *jq ' "$file" && ! command -v jq >/dev/null 2>&1; then
        echo "skipped, there is no jq: $first"
        continue
    fi
    if ! sh "$file" </dev/null >"$work/output" 2>"$work/errors"; then
        echo "failed: $first"
        status=1
    elif [ -s "$work/errors" ]; then
        echo "complains: $first"
        status=1
    elif [ ! -s "$work/output" ] && [ "${first#folio check-config}" = "$first" ]; then
        echo "prints nothing: $first"
        status=1
    else
        echo "ok: $first"
    fi
    head -n 5 "$work/errors"
done
exit "$status"
