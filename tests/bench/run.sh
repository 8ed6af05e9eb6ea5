#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh BUILD [ROUNDS]: times the reader against less on a text of 200 MB, made of the text filings
# of FOLIO_CORPUS (else ../shared/corpus beside the sources, else samples/) one behind the other,
# once as full submissions and once as one long document. Prints; judges nothing.
set -eu
LC_ALL=C.UTF-8
HARNESS_PATIENCE=100
export LC_ALL HARNESS_PATIENCE

build=$1
rounds=${2:-7}
sources=$(cd "$(dirname "$0")/../.." && pwd)
corpus=${FOLIO_CORPUS:-$sources/../shared/corpus}
needle=ZZUNIQUENEEDLE
size=200000000

command -v less >/dev/null || {
    echo "bench: less is not installed" >&2
    exit 77
}

# make_text NAME FILE...: repeats the files until the text is large enough.
make_text() {
    text=$1
    shift
    while :; do
        cat "$@"
    done | head -c "$size" >"$text"
    printf '\nThe end: %s stands here.\n' "$needle" >>"$text"
}

cd "$build"
abs_builddir=$PWD
export abs_builddir
if [ -d "$corpus" ]; then
    make_text bench-submissions.txt "$corpus"/10-K_199[48]*.txt "$corpus"/8-K_199*.txt
    make_text bench-document.txt "$corpus"/10-K_1995*.txt "$corpus"/10-K_1999*.txt
else
    make_text bench-submissions.txt "$sources"/samples/10-K_1997_full.txt
    make_text bench-document.txt "$sources"/samples/8-K_2004_bare.txt
fi
for text in bench-submissions.txt bench-document.txt; do
    echo "== $text"
    tests/bench/bench "$abs_builddir/folio" "$abs_builddir/tests/bench/empty" \
        "$abs_builddir/$text" "$needle" "$rounds"
    tests/bench/keys "$abs_builddir/folio" "$abs_builddir/$text" 3
    if command -v rg >/dev/null; then
        echo "outside: rg -c $needle"
        rg -c "$needle" "$text"
    fi
done
rm -f bench-submissions.txt bench-document.txt bench.yaml
