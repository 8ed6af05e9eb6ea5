#!/bin/sh
# SPDX-License-Identifier: MIT
# bad_input: whatever it is given, folio says one clear line, prints the text that is there, and
# ends with the status of the contract: 0 good, 1 no hit, 2 failed or wrong use, 3 bad configuration.
set -u
top=$(cd "${srcdir:-.}" && pwd) || exit 1
folio=${FOLIO:-./folio}
[ -x "$folio" ] || {
    echo "bad_input: there is no program '$folio'" >&2
    exit 1
}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/bad_input.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
samples=$top/samples
bare=$samples/8-K_2004_bare.txt
cd "$work" || exit 1
: >nothing
failed=0
checked=0

bad() {
    echo "bad_input: $*" >&2
    sed 's/^/    error: /' err >&2
    failed=1
}

# run STATUS COMMAND...: its output goes to `out` and `err`.
run() {
    want=$1
    shift
    checked=$((checked + 1))
    "$@" >out 2>err </dev/null
    got=$?
    [ "$got" -eq "$want" ] || bad "$*: status $got, not $want"
}

# says TEXT: standard error is this one line; quiet: there is none; prints TEXT: it is in the output.
says() {
    [ "$(cat err)" = "folio: $1" ] || bad "not the line 'folio: $1'"
}
quiet() {
    [ ! -s err ] || bad "is not quiet"
}
prints() {
    grep -q -F -e "$1" out || bad "does not print '$1'"
}
silent() {
    [ ! -s out ] || bad "prints something"
}

# No control character but the line end comes out; U+0080 to U+009F are such, too.
clean() {
    [ "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <out | wc -c)" -eq 0 ] || bad "prints controls: $1"
    ! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" out || bad "prints C1 controls: $1"
}

refused() {
    file=$1
    shift
    for filter in text outline "outline --json" "grep x"; do
        # shellcheck disable=SC2086 # a filter may be two words
        run 2 "$folio" $filter "$file"
        says "$file: $*"
        case $filter in
        *--json) [ "$(grep -c '^{"file":.*"error":.*}$' out)" -eq 1 ] || bad "no object for it" ;;
        *) silent ;;
        esac
    done
}

# ---- what cannot be read
mkdir folder
printf 'a filing\n' | gzip | head -c 15 >filing.gz
printf '%%PDF-1.4\nrest\n' >paper.pdf
printf 'text\n' >unreadable
chmod 0 unreadable
refused missing.txt "no such file"
refused missing/filing.txt "no such file"
refused folder "is a directory"
refused nothing "is empty"
refused filing.gz "cannot be unpacked: truncated gzip input"
refused paper.pdf "is a PDF file"
refused "$samples/bad/error-page.txt" "$("$folio" text "$samples/bad/error-page.txt" 2>&1 |
    sed 's/^.*error-page.txt: //')"
if [ "$(id -u)" -ne 0 ]; then
    refused unreadable "permission denied"
elif setpriv --reuid 65534 --clear-groups test -x "$folio" 2>/dev/null; then
    chmod 755 .
    # A build that counts lines must be able to write its counts somewhere.
    mkdir -m 777 counts
    run 2 env GCOV_PREFIX="$PWD/counts" setpriv --reuid 65534 --clear-groups "$folio" \
        text unreadable
    says "unreadable: permission denied"
else
    echo "bad_input: skipped: root can read every file"
fi

# Bytes by chance, always the same: one line tells that this is no filing.
LC_ALL=C awk 'BEGIN { x = 7; for (i = 0; i < 20000; i++) {
    x = (x * 69069 + 12345) % 4294967296; printf "%c", int(x / 65536) % 256 } }' >chance </dev/null
"$folio" text chance >out 2>err
[ "$(wc -l <err)" -eq 1 ] || bad "bytes by chance: not one line"
clean "bytes by chance"

# ---- several files, of which one fails: the others are done
run 2 "$folio" text missing.txt "$bare"
says "missing.txt: no such file"
prints "PELLUCID INSTRUMENTS, INC."
run 2 "$folio" outline --json "$bare" nothing "$samples/8-K_2006_cr.nc"
says "nothing: is empty"
[ "$(wc -l <out)" -eq 3 ] || bad "outline --json: not one line a file"

# ---- grep's status
run 0 "$folio" grep webcast "$bare"
quiet
run 1 "$folio" grep no-such-words "$bare"
quiet
silent
run 2 "$folio" grep webcast missing.txt "$bare"
says "missing.txt: no such file"
prints webcast
run 2 "$folio" grep no-such-words missing.txt "$bare"
says "missing.txt: no such file"
run 2 "$folio" grep '(' "$bare"
[ "$(wc -l <err)" -eq 1 ] || bad "a bad pattern: not one line"

# ---- wrong use: one line, status 2
misused() {
    run 2 "$folio" "$@"
    silent
    [ "$(wc -l <err)" -eq 1 ] || bad "$*: not one line"
    grep -q '^folio: ' err || bad "$*: not folio's line"
}
misused --no-such-option
misused text --no-such-option "$bare"
misused text -x "$bare"
misused text
misused outline
misused grep
misused grep pattern
misused text --width
misused text --width many "$bare"
misused text --width -3 "$bare"
misused text --width 99999999999999999999999 "$bare"
misused outline --width 30 "$bare"
misused outline --explain --json "$bare"
misused grep --explain x "$bare"
misused text --node no-such-node "$bare"
misused text --node '' "$bare"
misused grep --scope no-such-node x "$bare"
misused --color maybe "$bare"
misused no-such-command-or-file
misused ''

# ---- cut off at many places: all text that is there is printed
words() {
    tr -d ' \n\t\r\f'
}

# A bare text, letter by letter.
size=$(wc -c <"$bare")
at=97
while [ "$at" -le "$size" ]; do
    head -c "$at" "$bare" >cut.txt
    run 0 "$folio" text --no-marks cut.txt
    # A tag that is cut off is text.
    [ "$(words <out)" = "$(sed 's/<PAGE>//' cut.txt | words)" ] || bad "cut at $at: text is lost"
    run 0 "$folio" outline --json cut.txt
    at=$((at + 97))
done

# Submissions: the text grows with the cut, once the first text has begun.
cut_up() {
    name=$1
    step=$2
    size=$(wc -c <"$samples/$name")
    "$folio" text --width 0 --no-marks "$samples/$name" | words >whole
    at=$step
    before=0
    begin=$(tr '\r' '\n' <"$samples/$name" |
        LC_ALL=C awk '/<TEXT>/ { print n; exit } { n += length($0) + 1 }')
    while [ "$at" -lt "$size" ]; do
        head -c "$at" "$samples/$name" >cut.txt
        "$folio" text --width 0 --no-marks cut.txt >out 2>err
        got=$?
        [ "$got" -eq 0 ] || [ "$got" -eq 2 ] || bad "$name cut at $at: status $got"
        words <out >got
        length=$(wc -c <got)
        # A word of a tag that is cut off may stand at the end.
        [ "$length" -ge $((before - 40)) ] || bad "$name cut at $at: text is lost"
        [ "$at" -le "$begin" ] || before=$length
        "$folio" outline --json cut.txt >out 2>err
        got=$?
        [ "$got" -eq 0 ] || [ "$got" -eq 2 ] || bad "$name cut at $at: outline, status $got"
        checked=$((checked + 2))
        at=$((at + step))
    done
    missing=$(($(wc -c <whole) - before))
    [ "$missing" -le "$step" ] || bad "$name: the last cut lacks $missing letters"
}
cut_up 8-K_2006_items.nc 97
cut_up 8-K_2006_cr.nc 97
cut_up 10-Q_1995_ims.txt 485
cut_up 10-K_1997_full.txt 1455
cut_up 8-K_2005_registrants.txt 291

# The end is missing: the text is printed, the warning is on standard error.
run 0 "$folio" text "$samples/bad/no-close.txt"
run 0 "$folio" text "$samples/bad/cut-off.txt"
[ "$(wc -l <err)" -ge 1 ] || bad "cut-off.txt: no warning"
! grep -q -v "^folio: $samples/bad/cut-off.txt: " err || bad "cut-off.txt: a line without its file"
run 0 "$folio" text "$samples/bad/wrong-count.txt"
says "$samples/bad/wrong-count.txt: the header announces 5 documents, the file holds 2"

# ---- no closing tag, a count that lies, tags that are not there
printf '<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nFirst words\n<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nLast words' >open
run 0 "$folio" text open
prints "First words"
prints "Last words"
printf '<SEC-DOCUMENT>x.txt : 20040101\n<SEC-HEADER>x.hdr.sgml : 20040101\nPUBLIC DOCUMENT COUNT:\t\t99999999999999999999\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nOnly words\n</TEXT>\n</DOCUMENT>\n' >liar
run 0 "$folio" text liar
prints "Only words"
run 0 "$folio" outline --json liar

# ---- a line of 5 MB, of one word and of many
{
    printf 'Before\n'
    head -c 5000000 /dev/zero | tr '\0' x
    printf '\nAfter\n'
} >long
run 0 "$folio" text --width 0 long
quiet
prints Before
prints After
[ "$(tr -dc x <out | wc -c)" -eq 5000000 ] || bad "a line of 5 MB: letters are lost"
run 0 "$folio" text long
[ "$(tr -dc x <out | wc -c)" -eq 5000000 ] || bad "a wrapped line of 5 MB: letters are lost"
run 0 "$folio" outline --json long
run 0 "$folio" grep -c 'x$' long
head -c 5000000 /dev/zero | tr '\0' '\n' | sed 's/^/word/' | head -n 1000000 | tr '\n' ' ' >words
run 0 "$folio" text words
[ "$(tr -dc w <out | wc -c)" -eq 1000000 ] || bad "a line of a million words: some are lost"

# ---- what could take a time that grows with its square: 20 s of CPU are far more than enough
# soon NAME WORD: the file is printed, with the word.
soon() {
    checked=$((checked + 1))
    (
        # shellcheck disable=SC3045 # dash and bash have it
        ulimit -t 20
        exec "$folio" text --no-marks "$1"
    ) >out 2>err </dev/null || bad "$1: takes too long, or fails"
    prints "$2"
}
fill() {
    yes "$1" 2>/dev/null | head -n "$2"
}
fill '<PAGE>x' 700000 | tr -d '\n' >marks-in-a-line
soon marks-in-a-line x
{
    printf '<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n'
    cat marks-in-a-line
    printf '\n'
    fill 'some line of text here' 1000000
    printf 'last words\n</TEXT>\n</DOCUMENT>\n'
} >marks-in-a-document
soon marks-in-a-document "last words"
{
    printf 'abc\n<PAGE>\n'
    fill '' 10000000
    printf 'last words\n'
} >empty-lines
soon empty-lines "last words"
fill 'hello world ' 2000000 | tr -d '\n' >one-line
soon one-line "hello world"
{
    fill '<PAGE>' 4000 >pages
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
            cat pages
            printf '</TABLE>\n<TABLE>\n'
        done
    done
    printf 'last words\n'
} >tables
soon tables "last words"
rm marks-in-a-line marks-in-a-document empty-lines one-line pages tables

# ---- NUL bytes, controls, broken UTF-8
printf 'one\000two\nA\033]0;title\007B \302\2332J \302\205 \177 \010 C\nlast\000\000' >controls
run 0 "$folio" text controls
prints one
prints two
prints last
clean controls
run 0 "$folio" grep 'last' controls
clean "grep of controls"
run 0 "$folio" outline controls
clean "outline of controls"
# Lines that are looked at as headings, with controls in their titles.
printf 'FORM 10-K\n\nITEM 1.  BUS\033]0;title\007INESS\n\nWords.\n\nITEM 2.  PROP\302\233ERTIES\n\nWords.\n' >headings
for filter in "outline --explain" "outline --json" outline; do
    # shellcheck disable=SC2086 # a filter may be two words
    run 0 "$folio" $filter headings
    clean "$filter of headings"
    prints ERTIES
done
printf 'good \377\376 \303( \360\237\222 \355\240\200 end\n' >broken
run 0 "$folio" text broken
prints end
iconv -f UTF-8 -t UTF-8 <out >/dev/null || bad "prints what is not UTF-8"
for file in "$samples"/bad/*; do
    "$folio" text "$file" >out 2>err </dev/null
    got=$?
    clean "$file"
    [ "$got" -eq 0 ] || [ "$got" -eq 2 ] || bad "$file: status $got"
    ! grep -q -v "^folio: $file: " err || bad "$file: a line that does not name it"
    checked=$((checked + 1))
done
name=$(printf 'a\033[31mname')
run 2 "$folio" text "$name"
! LC_ALL=C grep -q "$(printf '\033')" err || bad "a file's name commands the terminal"

# ---- a file that somebody cuts while it is read: the pipe is full by then, and nothing more is read
for command in "text" "grep line"; do
    awk 'BEGIN { for (i = 0; i < 200000; i++) print "a line of the text that is cut, number " i }' >short
    # shellcheck disable=SC2086 # a filter may be two words
    { "$folio" $command short 2>err; echo $? >status; } | {
        head -c 100 >/dev/null
        : >short
        cat >/dev/null
    }
    says "short: was cut short while it was read: its end is lost"
    [ "$(cat status)" -eq 2 ] || bad "$command of a file that is cut: status $(cat status)"
    checked=$((checked + 1))
done
rm -f short status

# ---- configuration: file:line:column, status 3
# wrong LINE COLUMN WHAT YAML: the mistake is found there, and said in one line.
wrong() {
    printf '%b' "$4" >c.yaml
    run 3 "$folio" check-config c.yaml
    silent
    case $(cat err) in
    "folio: c.yaml:$1:$2: "*"$3"*) ;;
    *) bad "check-config: not at $1:$2 with '$3': $4" ;;
    esac
}
printf 'theme: light\nkeys: less\n' >good.yaml
run 0 "$folio" check-config good.yaml
quiet
run 0 "$folio" check-config nothing
quiet
wrong 1 8 "did you mean light" 'theme: ligth\n'
wrong 1 7 "nosuch" 'keys: nosuch\n'
wrong 4 5 "did you mean line-down" 'keys:\n  inherit: vi\n  all:\n    "x": line-dwn\n'
wrong 2 8 "did you mean yellow" 'colors:\n  hit: yelow\n'
wrong 2 3 "did you mean furniture" 'colors:\n  furnitur: dim\n'
wrong 2 9 "yes or no" 'options:\n  wrap: perhaps\n'
wrong 2 15 "10 to 500" 'options:\n  tree-width: 9999\n'
wrong 3 5 "Hyper-x" 'keys:\n  all:\n    "Hyper-x": top\n'
wrong 1 1 "unknown name" 'nonsense: 1\n'
wrong 1 1 "" '- a\n- list\n'
wrong 3 1 "" 'colors:\n  hit: [a\n'
wrong 1 5 "" 'a: b: c\n'
wrong 1 1 "" '\tx: 1\n'
wrong 1 1 "control characters" '\0000\0000\n'
printf 'colors:\n  hit: mauvish\nkeys:\n  all:\n    "x": nothing-known\n' >c.yaml
run 3 "$folio" check-config c.yaml
[ "$(grep -c '^folio: c\.yaml:[0-9]*:[0-9]*: ' err)" -eq 2 ] || bad "check-config: not both mistakes"
run 3 "$folio" check-config chance
[ "$(wc -l <err)" -eq 1 ] || bad "check-config of bytes by chance: not one line"
run 2 "$folio" check-config missing.yaml
says "missing.yaml: no such file"
run 2 "$folio" check-config folder
grep -q '^folio: folder: .*[Ii]s a directory$' err || bad "check-config of a folder"
# Mistakes in it do not concern the filters.
mkdir -p config/folio
cp c.yaml config/folio/config.yaml
run 0 env XDG_CONFIG_HOME="$work/config" "$folio" text "$bare"
quiet

[ "$failed" -eq 0 ] || echo "bad_input: there were findings" >&2
echo "bad_input: $checked runs"
exit $failed
