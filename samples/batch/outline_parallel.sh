#!/bin/sh
# SPDX-License-Identifier: MIT
# outline_parallel LIST FOLDER [HOST,HOST...]: the outlines of many filings, by GNU parallel, here or
# on several hosts that see the same files and have folio. A batch of 64 filings is one job; its
# result goes whole into FOLDER, and a job that is done is not done again. At the end all results
# are written out in the order of LIST, one object for each filing.
#
# A filing that could not be read is done, too: its object has an `error`. To try these again:
#     grep -l '"error":' FOLDER/result.* | xargs rm
set -eu
[ $# -ge 2 ] || {
    echo 'usage: outline_parallel.sh LIST FOLDER [HOST,HOST...]' >&2
    exit 2
}
list=$1
folder=$2
hosts=${3:-:}
FOLIO=${FOLIO:-folio}
export FOLIO
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# The list in pieces of 64 names, numbered in order; a piece that is new is new work. Lines without a
# name are left out, as folio does, and what is left of a longer list.
rm -f "$folder"/list.*
sed '/^\r*$/d' "$list" | split -l "${BATCH:-64}" -d -a 6 - "$folder/list."
for known in "$folder"/known.*; do
    number=${known##*.}
    [ -e "$folder/list.$number" ] || rm -f "$known" "$folder/result.$number"
done
for piece in "$folder"/list.*; do
    [ -e "$piece" ] || break
    known=$folder/known.${piece##*.}
    cmp -s "$piece" "$known" || rm -f "$folder/result.${piece##*.}"
    mv "$piece" "$known"
done

# Status 2: some filings cannot be read; each has an object that says so.
# The words in quotes are for the shell of each job.
# shellcheck disable=SC2016
find "$folder" -name 'known.*' | LC_ALL=C sort |
    parallel --will-cite --sshlogin "$hosts" --env FOLIO --jobs 100% --retries 3 '
        number={/}; result={//}/result.${number#known.}
        [ -e "$result" ] || {
            "$FOLIO" outline --json --files-from {} >"$result.$$" 2>"$result.errors"
            status=$?
            objects=$(wc -l <"$result.$$")
            names=$(grep -c "" {})
            if [ "$status" -ne 0 ] && [ "$status" -ne 2 ]; then
                rm -f "$result.$$"
                exit "$status"
            elif [ "$objects" -ne "$names" ]; then
                rm -f "$result.$$"
                echo "{}: $objects objects for $names names: is one an archive, or the disk full?" >&2
                exit 1
            fi
            mv "$result.$$" "$result"
        }'
find "$folder" -name 'known.*' | LC_ALL=C sort | sed 's/known\.\([0-9]*\)$/result.\1/' |
    while read -r result; do cat "$result"; done
