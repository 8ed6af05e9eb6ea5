#!/bin/sh
# SPDX-License-Identifier: MIT
# extract: documents become files as they were, of harmless names, in their folder only, and nothing
# that is there is written over unasked.
set -u
top=$(cd "${srcdir:-.}" && pwd) || exit 1
folio=${FOLIO:-./folio}
[ -x "$folio" ] || {
    echo "extract: there is no program '$folio'" >&2
    exit 1
}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/extract.XXXXXX") || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
umask 022
samples=$top/samples
cd "$work" || exit 1
failed=0
checked=0

bad() {
    echo "extract: $*" >&2
    sed 's/^/    error: /' err >&2
    failed=1
}

# run STATUS ARGUMENT...: its output goes to `out` and `err`.
run() {
    want=$1
    shift
    checked=$((checked + 1))
    "$folio" extract "$@" >out 2>err </dev/null
    got=$?
    [ "$got" -eq "$want" ] || bad "$*: status $got, not $want"
}

# holds FOLDER NAME...: exactly these are below it.
holds() {
    (cd "$1" && find . -mindepth 1 | sed 's/^..//' | LC_ALL=C sort) >found
    shift
    printf '%s\n' "$@" | LC_ALL=C sort | cmp -s - found || {
        bad "not the files $*:"
        sed 's/^/    file: /' found >&2
    }
}
says() {
    [ "$(cat err)" = "folio: $1" ] || bad "not the line 'folio: $1'"
}
mode() {
    [ "$(stat -c %a "$1")" = "$2" ] || bad "$1: not of mode $2"
}

# Texts byte for byte, and a picture that was encoded.
run 0 -o whole "$samples/8-K_2005_registrants.txt"
holds whole pe8k0728.txt ex9901.txt ring.gif
[ "$(head -c 4 whole/ring.gif)" = GIF8 ] || bad "ring.gif is not decoded"
printf 'whole/pe8k0728.txt\nwhole/ex9901.txt\nwhole/ring.gif\n' | cmp -s - out || bad "wrong paths told"
mode whole 755
mode whole/ring.gif 644
awk '/<TEXT>/ { on = 1; next } /<\/TEXT>/ { exit } on' "$samples/8-K_2005_registrants.txt" |
    sed 's/^- -/-/' |
    cmp -s - whole/pe8k0728.txt || bad "pe8k0728.txt is not the text of the document"

# Armour around a filing is taken off its lines; what has no name is called by number and type.
run 0 -o armour "$samples/10-K_1997_full.txt"
holds armour 1-10-K.txt 2-EX-21.txt 3-EX-23.txt 4-EX-27.txt
! grep -q '^- -' armour/1-10-K.txt || bad "lines are still escaped"

# One document, by number or type; none of that kind.
run 0 --document EX-99.1 -o one "$samples/8-K_2014_full.txt"
holds one vscex991.htm
run 0 --document 1 -o two "$samples/8-K_2014_full.txt"
holds two vsc8k.htm
run 2 --document 77 -o three "$samples/8-K_2014_full.txt"
says "$samples/8-K_2014_full.txt: no document '77'"
[ ! -e three ] || bad "a folder was made for nothing"

# Several filings: each has a folder, of its accession number or its file's name.
run 0 -o many "$samples/8-K_2014_full.txt" "$samples/8-K_2004_bare.txt"
accession=$(sed -n 's/^ACCESSION NUMBER:[[:space:]]*//p' "$samples/8-K_2014_full.txt")
[ -f "many/$accession/vsc8k.htm" ] || bad "no folder $accession"
[ -f many/8-K_2004_bare/1-document.txt ] || bad "no folder 8-K_2004_bare"

# A folder of the same name may be another filing's.
mkdir a b
cp "$samples/8-K_2004_bare.txt" a/x.txt
cp "$samples/10-Q_2003_font.htm" b/x.htm
run 2 -o twice a/x.txt b/x.htm
says "b/x.htm: twice/x: is there already; --force writes into it"
holds twice x x/1-document.txt
run 2 -j 2 -o twice a/x.txt b/x.htm
[ "$(wc -l <err)" -eq 2 ] || bad "not a line for each"
run 0 --force -o twice a/x.txt b/x.htm
holds twice x x/1-document.txt x/bpp3q03.htm x/bpp3q03ex31_1.htm x/bpp3q03ex31_2.htm \
    x/bpp3q03ex32_1.htm

# As JSON, one object on a line.
run 0 --json --document 2 -o json "$samples/8-K_2005_registrants.txt"
grep -q '"document":2,"type":"EX-99.01","filename":"ex9901.txt","path":"json/ex9901.txt","size":' out ||
    bad "not the object of the document"

# Nothing is written over unasked; with --force it is.
echo mine >one/vscex991.htm
run 2 --document EX-99.1 -o one "$samples/8-K_2014_full.txt"
[ "$(cat one/vscex991.htm)" = mine ] || bad "written over unasked"
grep -q 'vscex991.htm: is there already; --force writes over it' err || bad "does not say so"
run 0 --force --document EX-99.1 -o one "$samples/8-K_2014_full.txt"
[ "$(cat one/vscex991.htm)" != mine ] || bad "--force writes nothing"
holds one vscex991.htm

# A link is not followed, neither for a file nor for a filing's folder.
echo outside >target
ln -sf ../target one/vscex991.htm
run 2 --document EX-99.1 -o one "$samples/8-K_2014_full.txt"
run 2 --force --document EX-99.1 -o one "$samples/8-K_2014_full.txt"
[ "$(cat target)" = outside ] || bad "a link was followed"
mkdir linked elsewhere
ln -s ../elsewhere "linked/$accession"
run 2 --force -o linked "$samples/8-K_2014_full.txt" "$samples/8-K_2004_bare.txt"
[ -z "$(ls elsewhere)" ] || bad "a link to a folder was followed"
[ -f linked/8-K_2004_bare/1-document.txt ] || bad "the other filing was not written"

# Names that a filing would have written elsewhere, or that do harm; and the same name twice.
document() {
    printf '<DOCUMENT>\n<TYPE>%s\n<SEQUENCE>%s\n<FILENAME>%s\n<TEXT>\ntext %s\n</TEXT>\n</DOCUMENT>\n' \
        "$1" "$2" "$3" "$2"
}
{
    document 8-K 1 ../../up.txt
    document EX-1 2 /etc/passwd
    document EX-2 3 ..
    document EX-3 4 "$(printf 'a\033[31mb\001.htm')"
    document EX-4 5 -rf
    document EX-5 6 .bashrc
    document EX-6 7 'C:\up.txt'
    document EX-7 8 UP.TXT
    document ../EX-8 9 ''
    document EX-9 10 "$(awk 'BEGIN { while (i++ < 300) printf "n"; print ".htm" }')"
    # The dollar is to stay one.
    # shellcheck disable=SC2016
    document EX-10 11 'a b$(c);"d.htm'
} >names.txt
run 0 -o names names.txt
holds names up.txt passwd 3-EX-2.txt a__31mb_.htm _rf _bashrc up-2.txt UP-8.TXT 9-_._EX-8.txt \
    "$(awk 'BEGIN { while (i++ < 196) printf "n"; print ".htm" }')" 'a_b_(c)__d.htm'
[ "$(cat names/UP-8.TXT)" = "text 8" ] || bad "two documents of one name are mixed up"

# An encoding that stops, and what cannot be written.
{
    printf '<DOCUMENT>\n<TYPE>GRAPHIC\n<SEQUENCE>1\n<TEXT>\nbegin 644 cut.gif\n#1TE&\n</TEXT>\n</DOCUMENT>\n'
} >cut.txt
run 0 -o stops cut.txt
grep -q 'stops/cut.gif: the encoding stops before its end' err || bad "does not say that it stops"
[ "$(cat stops/cut.gif)" = GIF ] || bad "what is there is not written"
run 2 -o names.txt/below names.txt
says "names.txt: names.txt/below: Not a directory"
run 2 -o names.txt names.txt
says "names.txt: names.txt: is there already, and no folder"
run 2 names.txt
says "extract needs a folder to write into (-o DIR)"
run 2 --all --document 1 -o both names.txt
run 2 -o gone nothing-there
[ ! -e gone ] || bad "a folder was made for nothing"
if [ "$(id -u)" -ne 0 ]; then
    mkdir closed
    chmod 555 closed
    run 2 -o closed names.txt
fi

# A disk that is full leaves no half of a file.
(
    ulimit -f 1
    trap '' XFSZ
    run 2 -o full "$samples/10-K_1997_full.txt"
    [ -z "$(ls -A full)" ] || bad "half of a file is left"
    exit "$failed"
) || failed=1

[ "$failed" -eq 0 ] && echo "extract: $checked runs"
exit "$failed"
