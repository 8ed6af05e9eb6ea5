#!/bin/sh
# SPDX-License-Identifier: MIT
# golden: what the filters print of the samples is what tests/golden holds.
#
# A sample NAME has NAME.text, NAME.outline, NAME.json (of outline --json) and NAME.grep; of what
# lies in samples/bad the errors and the exit status stand behind it, as "! line" and "= status".
# UPDATE=1 tests/golden.sh writes the files anew: read the difference before keeping it.
set -u
top=${srcdir:-.}
folio=${FOLIO:-./folio}
[ -x "$folio" ] || {
    echo "golden: there is no program '$folio'" >&2
    exit 1
}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/golden.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
golden=$(cd "$top/tests/golden" && pwd) || exit 1
cd "$top/samples" || exit 1
failed=0
checked=0

# check NAME COMMAND...: runs it and compares, or writes. JSON is compared object by object.
check() {
    want=$golden/$1
    shift
    checked=$((checked + 1))
    "$@" >"$work/out" 2>"$work/err"
    status=$?
    case $want in
    */bad-*) { sed 's/^/! /' "$work/err" && echo "= $status"; } >>"$work/out" ;;
    *)
        if [ "$status" -ne 0 ] || [ -s "$work/err" ]; then
            echo "golden: $*: status $status" >&2
            cat "$work/err" >&2
            failed=1
        fi
        ;;
    esac
    sed 's/,{"/,\
{"/g' "$work/out" >"$work/lines"
    if [ "${UPDATE:-}" = 1 ]; then
        cp "$work/lines" "$want"
    elif ! diff -u "$want" "$work/lines"; then
        failed=1
    fi
}

for file in *.htm *.nc *.txt *.xml bad/*; do
    [ -e "$file" ] || continue
    name=$(echo "$file" | tr / -)
    check "$name.text" "$folio" text "$file"
    check "$name.outline" "$folio" outline "$file"
    check "$name.json" "$folio" outline --json "$file"
done
check grep-words "$folio" grep webcast 8-K_2004_bare.txt
check grep-case "$folio" grep -i 'item +[0-9]+' 10-Q_1995_ims.txt 8-K_2006_cr.nc
check grep-json "$folio" grep --json -i 'dividends? ' 10-K_1997_full.txt
check grep-scope "$folio" grep --scope 7A 'loan' 10-K405_2001_doc.txt
check grep-count "$folio" grep -c Inc 8-K_2004_bare.txt 8-K_2005_registrants.txt
check bad-grep-none "$folio" grep nowhere-to-be-found 8-K_2004_bare.txt
check bad-grep-pattern "$folio" grep '(' 8-K_2004_bare.txt
check bad-grep-files "$folio" grep webcast no-such-file.txt 8-K_2004_bare.txt
check text-node "$folio" text --node 7A 10-K405_2001_doc.txt
check text-exhibit "$folio" text --node EX-27 10-K_1997_full.txt
check text-narrow "$folio" text --width 40 8-K_2004_bare.txt
check text-plain "$folio" text --width 0 --no-marks 8-K_2006_items.nc
check text-ascii "$folio" text --ascii 8-K_2006_cr.nc
check bad-text-node "$folio" text --node 99 8-K_2004_bare.txt
check explain "$folio" outline --explain 8-K_2004_bare.txt
check html-node "$folio" text --node 7A 10-K_2023_ixbrl.htm
check html-narrow "$folio" text --width 60 8-K_2014_full.txt
check html-plain "$folio" text --width 0 --no-marks 10-Q_2003_font.htm
check html-ascii "$folio" text --ascii --node EX-99.1 8-K_2014_full.txt
# shellcheck disable=SC2016
check html-grep "$folio" grep -i 'net sales +[$0-9]' 10-Q_2003_font.htm 10-K_2023_ixbrl.htm
check html-tables-csv "$folio" tables --format csv --node EX-99.1 8-K_2014_full.txt
check html-tables-json "$folio" tables --format json 10-Q_2003_font.htm
check bad-html-hidden "$folio" grep 'xbrli|iso4217|0009900412|FALSE' 10-K_2023_ixbrl.htm
echo "golden: $checked outputs"
exit $failed
