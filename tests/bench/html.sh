#!/bin/sh
# SPDX-License-Identifier: MIT
# html.sh BUILD [ROUNDS]: times folio on a 10-Q in inline XBRL of 4 MB, made of one of FOLIO_CORPUS
# (else ../shared/corpus beside the sources), or of the largest inline XBRL of samples/: `folio text`
# beside `links -dump` and `w3m -dump`, and the first screen beside that of a file of 10 KB. Prints;
# judges nothing.
set -eu
LC_ALL=C.UTF-8
export LC_ALL

build=$1
rounds=${2:-7}
sources=$(cd "$(dirname "$0")/../.." && pwd)
corpus=${FOLIO_CORPUS:-$sources/../shared/corpus}

# The file of middle size among those with inline XBRL.
choose() {
    for file in "$@"; do
        [ ! -e "$file" ] || ! grep -q inlineXBRL "$file" || printf '%s %s\n' "$(wc -c <"$file")" "$file"
    done | sort -n | awk '{ line[NR] = $0 }
        END { if (NR) { sub(/^[0-9]+ /, "", line[int((NR + 1) / 2)]); print line[int((NR + 1) / 2)] } }'
}
body=$(choose "$corpus"/10-Q*.htm*)
[ -n "$body" ] || body=$(choose "$sources"/samples/*.htm*)
[ -n "$body" ] || {
    echo "html.sh: there is no inline XBRL to make a long filing of" >&2
    exit 77
}

cd "$build"
abs_builddir=$PWD
export abs_builddir
tests/bench/repeat "$body" 4000000 >bench-long.htm
{
    printf '<html><head><title>short</title></head><body>\n'
    awk 'BEGIN { for (i = 0; i < 100; i++)
        print "<p>A line of text as it stands in a short filing, number " i ", with words.</p>" }'
    printf '</body></html>\n'
} >bench-short.htm
echo "== $(wc -c <bench-long.htm) bytes made of $(basename "$body")"
set -- "$abs_builddir/folio text"
for other in 'links -dump' 'w3m -dump -T text/html'; do
    if command -v "${other%% *}" >/dev/null; then
        set -- "$@" "$other"
    else
        echo "${other%% *} is not installed"
    fi
done
tests/bench/filters bench-long.htm "$rounds" "$@"
if [ -x tests/bench/bench ]; then
    tests/bench/bench --beside bench-short.htm "$abs_builddir/folio" bench-long.htm "$rounds"
fi
rm -f bench-long.htm bench-short.htm
