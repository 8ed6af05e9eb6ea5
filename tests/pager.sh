#!/bin/sh
# SPDX-License-Identifier: MIT
# pager: folio among other programs: pipes that close, disks that are full, no terminal at all.
set -u
top=$(cd "${srcdir:-.}" && pwd) || exit 1
folio=${FOLIO:-./folio}
[ -x "$folio" ] || {
    echo "pager: there is no program '$folio'" >&2
    exit 1
}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/pager.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
LC_ALL=C.UTF-8
export LC_ALL
bare=$top/samples/8-K_2004_bare.txt
annual=$top/samples/10-K_1997_full.txt
cd "$work" || exit 1
failed=0
checked=0

bad() {
    echo "pager: $*" >&2
    sed 's/^/    error: /' err >&2
    failed=1
}
quiet() {
    checked=$((checked + 1))
    [ ! -s err ] || bad "$1: is not quiet"
}
same() {
    checked=$((checked + 1))
    cmp -s "$1" "$2" || bad "$3"
}

# ---- no terminal on standard output: the text, whatever TERM is
"$folio" text "$bare" >text.txt 2>err || bad "text fails"
quiet "text"
for term in dumb no-such-terminal '' xterm-256color; do
    TERM=$term "$folio" "$bare" </dev/null >out 2>err || bad "TERM=$term: fails"
    quiet "TERM=$term"
    same out text.txt "TERM=$term: not the text"
    TERM=$term "$folio" view "$bare" </dev/null | cat >out 2>err
    same out text.txt "TERM=$term: not the text through a pipe"
done
(unset TERM && "$folio" "$bare" </dev/null >out 2>err) || bad "without TERM: fails"
same out text.txt "without TERM: not the text"
if command -v setsid >/dev/null; then
    setsid -w "$folio" "$bare" </dev/null >out 2>err || bad "without a terminal: fails"
    quiet "without a terminal"
    same out text.txt "without a terminal: not the text"
    setsid -w "$folio" <"$bare" >out 2>err || bad "without a terminal, from standard input: fails"
    same out text.txt "without a terminal, from standard input: not the text"
fi

# ---- standard input: a pipe, a file, a file that is read in part, by its name "-" or by none
cat "$bare" >copy
for name in "" -; do
    # shellcheck disable=SC2086 # nothing is no argument
    sed '' copy | "$folio" $name >out 2>err
    quiet "a pipe"
    same out text.txt "a pipe: not the text"
    # shellcheck disable=SC2086
    "$folio" $name <"$bare" >out 2>err
    same out text.txt "a file on standard input: not the text"
done
sed '' copy | "$folio" outline --json - >out 2>err || bad "outline of a pipe fails"
grep -q '"id": *"12"' out || bad "outline of a pipe: no Item 12"
{ dd bs=1 count=10 of=part 2>err && "$folio" text - >out; } <"$bare" || bad "the rest of a file: fails"
grep -q 'PELLUCID' out || bad "the rest of a file: no text"
printf '' | "$folio" text - >out 2>err
[ $? -eq 2 ] || bad "an empty pipe: not status 2"
[ "$(wc -l <err)" -eq 1 ] || bad "an empty pipe: not one line"

# ---- no colours into a pipe, unless they are asked for
"$folio" text "$annual" >out 2>err
! grep -q "$(printf '\033')" out || bad "colours in a pipe"
"$folio" text --color always "$annual" >out 2>err
grep -q "$(printf '\033')" out || bad "no colours with --color always"
"$folio" text --color never "$annual" >out 2>err
! grep -q "$(printf '\033')" out || bad "colours with --color never"
LC_ALL=C "$folio" text "$annual" >out 2>err
! LC_ALL=C grep -q "$(printf '[\200-\377]')" out || bad "more than ASCII in the C locale"

# ---- a pipe that closes, with the signal and where somebody has it ignored
i=0
while [ $i -lt 1000 ]; do
    cat "$bare"
    echo
    i=$((i + 1))
done >big
for filter in text outline "outline --json" "grep the"; do
    # shellcheck disable=SC2086 # a filter may be two words
    first=$({ "$folio" $filter big 2>err || true; } | head -n 1)
    [ -n "$first" ] || bad "$filter: no first line"
    quiet "$filter into head"
    # shellcheck disable=SC2086
    first=$( (trap '' PIPE && "$folio" $filter big 2>err) | head -n 1)
    [ -n "$first" ] || bad "$filter: no first line without SIGPIPE"
    quiet "$filter into head without SIGPIPE"
done
"$folio" text big 2>err | true
quiet "text into nobody"

# ---- a disk that is full: one line, status 2
if [ -c /dev/full ]; then
    for filter in "text $bare" "text $annual" "outline $bare" "outline --json $bare" \
        "grep the $bare" --help --version list-actions; do
        # shellcheck disable=SC2086
        "$folio" $filter >/dev/full 2>err
        [ $? -eq 2 ] || bad "$filter on a full disk: not status 2"
        [ "$(cat err)" = "folio: standard output: No space left on device" ] ||
            bad "$filter on a full disk: not one line"
        checked=$((checked + 1))
    done
fi
"$folio" text "$bare" >&- 2>err
[ $? -eq 2 ] || bad "closed standard output: not status 2"
[ "$(wc -l <err)" -eq 1 ] || bad "closed standard output: not one line"
"$folio" text "$bare" 2>&- >out || bad "closed standard error: fails"
same out text.txt "closed standard error: not the text"

echo "pager: $checked checks"
exit $failed
