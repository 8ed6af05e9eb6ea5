#!/bin/sh
# SPDX-License-Identifier: MIT
# The examples of the man pages do what they say: each `.Dl $ command` runs, and prints something.
set -eu
: "${srcdir:?run me by make check}" "${abs_builddir:?}"

work=$abs_builddir/tests/man_examples
mkdir -p "$work/bin"
ln -sf "$FOLIO" "$work/bin/folio"
PATH=$work/bin:$PATH
TMPDIR=$work
export TMPDIR
cd "$srcdir"

for page in man/folio.1.in man/folio-json.5.in; do
    sed -n 's/^\.Dl \$ //p' "$page" | sed 's/\\(dq/"/g' >"$work/commands"
    [ -s "$work/commands" ] || { echo "no examples in $page"; exit 1; }
    cat "$work/commands"
done >"$work/all"

status=0
while read -r command; do
    case $command in
    *"| jq "*)
        if ! command -v jq >/dev/null 2>&1; then
            echo "skipped, there is no jq: $command"
            continue
        fi
        ;;
    esac
    if ! sh -c "$command" </dev/null >"$work/output" 2>"$work/errors"; then
        echo "failed: $command"
        status=1
    elif [ -s "$work/errors" ]; then
        echo "complains: $command"
        status=1
    elif [ ! -s "$work/output" ] && [ "${command#folio check-config}" = "$command" ]; then
        echo "prints nothing: $command"
        status=1
    else
        echo "ok: $command"
    fi
    head -n 5 "$work/errors"
done <"$work/all"
exit "$status"
