#!/bin/sh
# SPDX-License-Identifier: MIT
# Compressed files, archives and folders: what is in them reads as it does unpacked, one bad member
# spoils no other, and nothing is written to the disk.
set -u
top=$(cd "${srcdir:-.}" && pwd) || exit 1
folio=${FOLIO:-./folio}
[ -x "$folio" ] || {
    echo "archives: there is no program '$folio'" >&2
    exit 1
}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/archives.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
cd "$work" || exit 1
TMPDIR=$work/temporary
export TMPDIR
mkdir "$TMPDIR"
failed=0
checked=0

bad() {
    echo "archives: $*" >&2
    sed 's/^/    error: /' err >&2
    failed=1
}

# run STATUS COMMAND ARGUMENT...: its output goes to `out` and `err`; standard input is passed on.
run() {
    want=$1
    shift
    checked=$((checked + 1))
    "$folio" "$@" >out 2>err
    got=$?
    [ "$got" -eq "$want" ] || bad "$*: status $got, not $want"
}
says() {
    [ "$(cat err)" = "folio: $1" ] || bad "not the line 'folio: $1'"
}
# same FILE: the output is that file, but for the names of filings.
same() {
    sed 's/^{"file":"[^"]*"/{/' out >got
    sed 's/^{"file":"[^"]*"/{/' "$1" | cmp -s - got || bad "not as $1 has it"
}

mkdir day
cp "$top"/samples/*.txt "$top"/samples/*.nc "$top"/samples/*.htm day/
(cd day && "$folio" outline --json ./* >../whole 2>/dev/null)
one=8-K_2006_cr.nc
(cd day && "$folio" outline --json $one >../one 2>/dev/null)

# ---- one compressed file, by what is in it, and from a pipe
for tool in gzip bzip2 xz zstd; do
    command -v "$tool" >/dev/null 2>&1 || continue
    "$tool" -c day/$one >packed
    run 0 outline --json packed
    same one
    run 0 outline --json - <packed
    same one
    run 0 text packed
    cmp -s out - <<END || bad "$tool: the text is another"
$("$folio" text day/$one)
END
done

# ---- tars: each member is a filing
(cd day && tar cf ../day.tar ./*)
gzip -c day.tar >day.tar.gz
for archive in day.tar day.tar.gz; do
    run 0 outline --json $archive
    same whole
    run 0 outline --json -j 2 $archive
    same whole
    run 0 outline --json - <$archive
    same whole
done
grep -q "^{\"file\":\"-//./$one\"" out || bad "a member of a pipe has no name"
run 0 outline --json day.tar.gz//./$one
same one
grep -q "^{\"file\":\"day.tar.gz//./$one\"" out || bad "a member has not its name"
run 0 grep -c Item day.tar.gz//./$one
run 2 outline day.tar.gz//none
says "day.tar.gz//none: there is no such member"
run 2 outline "day/$one//x"
says "day/$one//x: no such file"

# ---- a member that is bad, an archive that is cut, one that holds nothing
mkdir mixed
cp day/$one mixed/1.nc
head -c 3000 /dev/urandom | gzip >mixed/2.gz
cp day/$one mixed/3.nc
ln -s /etc/passwd mixed/4.nc
(cd mixed && tar cf ../mixed.tar 1.nc 2.gz 3.nc 4.nc)
run 2 outline --json mixed.tar
says "mixed.tar//2.gz: is packed in what is packed: not opened"
[ "$(grep -c '"form":"8-K"' out)" -eq 2 ] || bad "mixed.tar: the others are not read"
[ "$(grep -c '"error"' out)" -eq 1 ] || bad "mixed.tar: no object for the bad one"
head -c 6000 mixed.tar >cut.tar
run 2 outline --json cut.tar
[ "$(grep -c '"form":"8-K"' out)" -eq 1 ] || bad "cut.tar: the first is not read"
[ "$(wc -l <err)" -eq 1 ] || bad "cut.tar: not one line"
tar cf - -T /dev/null | gzip >none.tgz
run 2 outline none.tgz
says "none.tgz: is packed, and holds nothing"

# ---- a folder of one filing, and the same packed
mkdir filing
cp "$top/samples/10-K_2023_ixbrl.htm" filing/mwt-20231231.htm
cp "$top/samples/DEF14A_2013_pay.htm" filing/mwt-ex991.htm
printf 'GIF89a\001\002\003' >filing/logo.gif
run 0 outline --json filing
mv out folder
[ "$(wc -l <folder)" -eq 1 ] || bad "a folder is not one filing"
grep -q '"type":"EX-99.1","filename":"mwt-ex991.htm"' folder || bad "the exhibit is not known"
run 0 text --node EX-99.1 filing
[ -s out ] || bad "the exhibit has no text"
run 0 outline --json filing/mwt-20231231.htm
[ "$(head -c 200000 folder | tr '{' '\n' | grep -c '"kind":"item"')" -eq \
    "$(tr '{' '\n' <out | grep -c '"kind":"item"')" ] || bad "the main document reads otherwise"
if command -v zip >/dev/null 2>&1; then
    (cd filing && zip -q ../filing.zip ./*)
    run 0 outline --json filing.zip
    same folder
    (cd day && zip -q ../day.zip ./*)
    run 0 outline --json day.zip
    same whole
    zip -q -P secret locked.zip day/$one
    run 2 outline locked.zip
    says "locked.zip//day/$one: is encrypted"
fi
run 2 outline day
says "day: is a directory of several filings; name its files"

# A folder of other things is not looked into.
mkdir other
cp "$top/samples/8-K_2004_bare.txt" other/
: >other/notes.docx
run 2 text other
says "other: is a directory"

# ---- names are only shown, and without what commands a terminal
printf 'x\n' >"$(printf 'mixed/\033]0;t\007.txt')"
(cd mixed && tar cf ../names.tar ./*.txt)
run 0 outline --json names.tar
grep -q "$(printf '\033')" out && bad "a name commands the terminal"

# ---- nothing was left behind
[ -z "$(ls -A "$TMPDIR")" ] || bad "something was unpacked to the disk"

[ "$failed" -eq 0 ] && echo "archives: $checked runs, all as they should be"
exit "$failed"
