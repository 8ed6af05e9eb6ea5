#!/bin/sh
# SPDX-License-Identifier: MIT
# The examples of folio(1) do what they say: each `.Dl $ command` runs, and prints something.
set -eu
: "${srcdir:?run me by make check}" "${abs_builddir:?}"

page=$srcdir/man/folio.1.in
work=$abs_builddir/tests/man_examples
mkdir -p "$work/bin"
ln -sf "$FOLIO" "$work/bin/folio"
PATH=$work/bin:$PATH
TMPDIR=$work
export TMPDIR
cd "$srcdir"

sed -n 's/^\.Dl \$ //p' "${page#"$srcdir"/}" >"$work/commands"
[ -s "$work/commands" ] || { echo "no examples"; exit 1; }

status=0
while read -r command; do
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
done <"$work/commands"
exit "$status"
