#!/bin/sh
# SPDX-License-Identifier: MIT
# batch: many filings at once give what one after the other gives: in order, nothing lost, nothing
# twice, an error for each that cannot be read. (test_batch interrupts it.)
set -u
top=$(cd "${srcdir:-.}" && pwd) || exit 1
folio=${FOLIO:-./folio}
[ -x "$folio" ] || {
    echo "batch: there is no program '$folio'" >&2
    exit 1
}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/batch.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
cd "$work" || exit 1
failed=0
checked=0

bad() {
    echo "batch: $*" >&2
    failed=1
}

# run STATUS ARGUMENT...: its output goes to `out` and `err`.
run() {
    want=$1
    shift
    checked=$((checked + 1))
    "$folio" "$@" >out 2>err </dev/null
    got=$?
    [ "$got" -eq "$want" ] || {
        bad "$*: status $got, not $want"
        sed 's/^/    error: /' err >&2
    }
}
same() {
    cmp out "$1.out" >&2 || bad "other output: $1"
    cmp err "$1.err" >&2 || bad "other errors: $1"
}

# All samples, some of them not there, some of them no filings, each several times.
i=0
while [ "$i" -lt 5 ]; do
    find "$top/samples" "$top/samples/bad" -maxdepth 1 -type f | LC_ALL=C sort
    printf '%s\n' "$work/not-there-$i" "$top/samples"
    i=$((i + 1))
done >list
tr '\n' '\0' <list >list0
files=$(wc -l <list)

for command in 'outline --json' outline text 'tables --format json' 'grep -c the' \
    'grep --json Item' 'outline --json --fields file,nodes.id --kinds item,note'; do
    # The words of a command are no file names.
    # shellcheck disable=SC2086
    {
        run 2 $command --files-from list
        cp out one.out
        cp err one.err
        [ -s one.out ] || bad "$command prints nothing"
        run 2 $command -j 1 --files-from list
        same one
        run 2 $command -j3 --files-from list0
        same one
        run 2 $command --jobs=0 --files-from list
        same one
    }
done

# An object for each file, in order; an error is one, too.
run 2 outline --json -j 2 --files-from list
[ "$(wc -l <out)" -eq "$files" ] || bad "not an object for each file"
sed 's/^{"file":"\([^"]*\)".*/\1/' out | cmp -s - list || bad "not in order"
grep -q '^{"file":"[^"]*/not-there-3","error":"no such file"}$' out || bad "no object for an error"
[ "$(grep -c '"error":' out)" -eq "$(grep -c '^folio: .*: \(no such file\|is \)' err)" ] ||
    bad "errors are not told twice"

# From standard input; behind files of the command line; extract, too.
run 0 outline --json --fields file -j 2 "$top/samples/8-K_2014_full.txt" --files-from /dev/null
[ "$(cat out)" = "{\"file\":\"$top/samples/8-K_2014_full.txt\"}" ] || bad "not the member alone"
echo "$top/samples/8-K_2004_bare.txt" |
    "$folio" outline --json --fields file --files-from - "$top/samples/8-K_2014_full.txt" >out
[ "$(wc -l <out)" -eq 2 ] || bad "not the two files"

# A list from standard input that names standard input: the rest of the list is names all the same.
for workers in '' -j2; do
    checked=$((checked + 1))
    # The option is there or not.
    # shellcheck disable=SC2086
    { sed -n 1,2p list; echo -; cat list; } |
        "$folio" outline --json --fields file --files-from - $workers >out 2>err
    [ "$(wc -l <out)" -eq $((files + 3)) ] || bad "names are lost behind standard input"
    grep -qx 'folio: -: is the list of names' err || bad "no word of standard input in its own list"
done
run 0 extract -j 2 -o into "$top/samples/8-K_2014_full.txt" "$top/samples/8-K_2004_bare.txt"
[ "$(find into -type f | wc -l)" -eq "$(wc -l <out)" ] || bad "not all is extracted"

# What cannot be.
run 2 outline --files-from nowhere
[ "$(cat err)" = "folio: nowhere: No such file or directory" ] || bad "no word of the list"
run 2 outline --files-from .
run 2 outline --fields file "$top/samples/8-K_2014_full.txt"
run 2 outline --json --fields files "$top/samples/8-K_2014_full.txt"
run 2 outline -j many list
run 0 outline --files-from /dev/null
run 1 grep -j 2 nothing-of-the-kind "$top/samples/8-K_2014_full.txt" "$top/samples/8-K_2004_bare.txt"
run 0 grep -j 2 -c Item "$top/samples/8-K_2014_full.txt" "$top/samples/8-K_2004_bare.txt"
checked=$((checked + 1))
"$folio" text -j 2 --files-from list >/dev/full 2>err && bad "a full disk is not told"
grep -q 'standard output: No space left' err || bad "a full disk is not told by its name"

# A worker that is killed: an error for its filing, all others are there, once.
mkfifo slow
{ cat list; echo slow; cat list; } >with-slow
(exec 9<>slow; sleep 1000 9>&9) &
holder=$!
"$folio" outline --json --fields file -j 2 --files-from with-slow >out 2>err &
pid=$!
# The worker that reads the pipe is the one that has it open.
victim=
while [ -z "$victim" ]; do
    kill -0 "$pid" 2>/dev/null || break
    victim=$(find /proc/[0-9]*/fd -lname "$work/slow" 2>/dev/null | sed 's|/proc/||;s|/.*||' |
        while read -r child; do
            [ "$(sed 's/.*) . \([0-9]*\) .*/\1/' "/proc/$child/stat" 2>/dev/null)" = "$pid" ] &&
                echo "$child"
        done | head -n 1)
done
if [ -n "$victim" ]; then
    kill -9 "$victim"
    wait "$pid"
    [ "$?" -eq 2 ] || bad "a killed worker is not told by the status"
    grep -q '^{"file":"slow","error":"its worker was ended by signal 9"}$' out ||
        bad "no object for the filing whose worker was killed"
    sed 's/^{"file":"\([^"]*\)".*/\1/' out | cmp -s - with-slow || bad "something is lost or twice"
    checked=$((checked + 1))
elif [ -d /proc/self/task ]; then
    bad "no worker reads the pipe"
fi
kill "$holder" 2>/dev/null
wait "$holder" 2>/dev/null

[ "$failed" -eq 0 ] && echo "batch: $checked runs"
exit "$failed"
