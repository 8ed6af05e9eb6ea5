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
if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo 'usage: outline_parallel.sh LIST FOLDER [HOST,HOST...]' >&2
    exit 2
fi
list=$1
folder=$2
hosts=${3:-:}
FOLIO=${FOLIO:-folio}
export FOLIO
[ -r "$list" ] || { echo "outline_parallel: $list: cannot be read" >&2; exit 2; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
cp "$(dirname "$0")/outline_whole.sh" "$folder/"

# The list in pieces of 64 names, numbered in order; a piece that is new is new work. Lines without a
# name are left out, as folio does, and what is left of a longer list, or of jobs that were killed.
rm -f "$folder"/list.* "$folder"/part.* "$folder"/errors.*
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

# each NAME: the files NAME.000000 and so on, in order.
each() {
    find "$folder" -name "$1.*" | LC_ALL=C sort
}

# The words in quotes are for the shell of each job. A list with an archive is not tried again.
# shellcheck disable=SC2016
each known | parallel --will-cite --sshlogin "$hosts" --env FOLIO --jobs 100% --retries 3 '
        folder={//}; number={/}; number=${number#known.}
        [ -e "$folder/result.$number" ] || {
            sh "$folder/outline_whole.sh" <{} >"$folder/part.$number" 2>"$folder/errors.$number" &&
                mv "$folder/part.$number" "$folder/result.$number"
            status=$?
            rm -f "$folder/part.$number"
            [ "$status" -eq 0 ] || [ "$status" -eq 3 ]
        }' || :

failed=0
for number in $(each known | sed 's/.*\.//'); do
    [ -e "$folder/result.$number" ] && continue
    failed=1
    echo "outline_parallel: $folder/known.$number is not done:" \
        "$(tail -n 1 "$folder/errors.$number" 2>&1)" >&2
done
[ "$failed" -eq 0 ] || exit 1
each result | while read -r result; do cat "$result"; done
