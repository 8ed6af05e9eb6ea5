#!/bin/sh
# SPDX-License-Identifier: MIT
# The examples of the man pages do what they say, as they are read: each `$ command` and each display
# of the rendered section EXAMPLES runs and prints something, among filings that cannot be read, that
# have no form, or that have what only looks like what is asked for. Skips without mandoc and groff.
set -eu
: "${srcdir:?run me by make check}" "${abs_builddir:?}"

top=$(cd "$srcdir" && pwd)
work=$abs_builddir/tests/man_examples
rm -rf "$work"
mkdir -p "$work/bin" "$work/samples"
ln -sf "$FOLIO" "$work/bin/folio"
PATH=$work/bin:$PATH
LC_ALL=C.UTF-8
export LC_ALL
unset TMPDIR
cd "$work"

if command -v mandoc >/dev/null 2>&1; then
    render() { mandoc -T"$1" "$2" | col -bx; }
elif command -v groff >/dev/null 2>&1; then
    render() { groff -T"$1" -mdoc -P-c "$2" | col -bx; }
else
    echo 'no mandoc and no groff: skipped'
    exit 77
fi

ln -s "$top/samples"/*.* samples/
ln -s "$top/man/folio.schema.json" .
# What recipes trip over.
ln -s nowhere samples/8-K_gone.txt
ln -s nowhere samples/10-K_gone.txt
cp "$top/samples/XML_2024_unknown.xml" samples/8-K_no-form.xml
cp "$top/samples/XML_2024_unknown.xml" samples/10-K_no-form.xml
sed 's|8-K|8-K/A|' "$top/samples/8-K_2005_restated.nc" >samples/8-K_2005_amended.nc
sed 's/EX-10\.1/EX-101.INS/' "$top/samples/8-K_2005_restated.nc" >samples/tags.nc

# The commands of each page, each in a file of its own: a line behind `$ `, else a whole display.
for page in folio.1 folio-json.5; do
    render ascii "$top/man/$page.in" >"$page.ascii"
    render utf8 "$top/man/$page.in" >"$page.utf8"
    for device in ascii utf8; do
        awk -v name="$page.$device" '
            /^[A-Z]/ { inside = $0 == "EXAMPLES" }
            !inside || !/^           / { text = ""; next }
            { sub(/^           /, ""); first = substr($0, 1, 2) == "$ " }
            first || text == "" { file = sprintf("%s.%02d.sh", name, ++n); text = "x" }
            first { sub(/^\$ /, "") }
            { print >file }
        ' "$page.$device"
    done
    [ -e "$page.ascii.01.sh" ] || { echo "no examples in $page"; exit 1; }
    for command in "$page".ascii.??.sh; do
        other=$(echo "$command" | sed 's/\.ascii\./.utf8./')
        cmp "$command" "$other" || exit 1
        rm "$other"
    done
done

status=0
for command in *.ascii.??.sh; do
    about="$command: $(head -n 1 "$command")"
    if grep -q '\<jq ' "$command" && ! command -v jq >/dev/null 2>&1; then
        echo "skipped, there is no jq: $about"
        continue
    fi
    ended=0
    sh -u "./$command" </dev/null >"$command.out" 2>"$command.err" || ended=$?
    if [ "$ended" -ne 0 ]; then
        echo "failed: $about"
        status=1
    elif grep -v '^folio: samples/[^ ]*_gone\.txt: no such file' "$command.err"; then
        echo "complains: $about"
        status=1
    elif [ ! -s "$command.out" ] && ! grep -q '^folio check-config' "$command"; then
        echo "prints nothing: $about"
        status=1
    else
        echo "ok: $about"
    fi
done

# answers TEXT WANT: the recipe of folio-json(5) that has TEXT in it prints what is wanted.
answers() {
    recipe=$(grep -l -F -e "$1" folio-json.5.ascii.??.sh) || { echo "no recipe has '$1'"; status=1; return; }
    [ -e "$recipe.out" ] || return 0
    sed 's|\t[0-9]*$||' "$recipe.out" >got
    printf '%b\n' "$2" | cmp - got >&2 || { cat got; status=1; }
}
if command -v jq >/dev/null 2>&1; then
    answers '"4.02"' 'samples/8-K_2005_amended.nc\nsamples/8-K_2005_restated.nc'
    answers '^EX-10' 'samples/8-K_2005_amended.nc\tEX-10.1\nsamples/8-K_2005_restated.nc\tEX-10.1'
    answers '"1A"' 'risk-factors/10-K_2023_crossindex.htm.1A.txt\nrisk-factors/10-K_2023_ixbrl.htm.1A.txt'
    [ "$(wc -c <risk-factors/10-K_2023_ixbrl.htm.1A.txt)" -gt 5000 ] || { echo 'no risk factors'; status=1; }
    # Of an annual report with its statements in Item 8, the tables are those of Item 8.
    tables=$(grep -l -F foreach folio-json.5.ascii.??.sh)
    [ "$(grep -c '^# samples/10-K_2023_ixbrl.htm: ' "$tables.out")" -eq \
        "$(folio tables --node 8 --format json samples/10-K_2023_ixbrl.htm | wc -l)" ] ||
        { echo 'other tables of Item 8'; status=1; }
    # What a choice by --fields leaves is as the schema without what is required says.
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import jsonschema' 2>/dev/null || continue
        folio outline --json --fields form,nodes.title samples/*.* 2>/dev/null >chosen || :
        "$python" - "$(grep -l -F anyOf folio-json.5.ascii.??.sh).out" chosen <<'END' || status=1
import json, sys
import jsonschema
schema = jsonschema.Draft202012Validator(json.load(open(sys.argv[1], encoding="utf-8")))
objects = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
assert len(objects) > 10 and not schema.is_valid({"form": 8}) and not schema.is_valid({"firm": "8-K"})
for value in objects:
    schema.validate(value)
END
        break
    done
fi
exit "$status"
