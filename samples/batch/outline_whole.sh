#!/bin/sh
# SPDX-License-Identifier: MIT
# outline_whole [OPTION...] <LIST >OBJECTS: one batch of filings, all or nothing. Runs
# `folio outline --json OPTION...` over LIST, one name on a line, and prints its objects only when
# there is one for each name: folio's status 2 alone does not tell a filing that cannot be read (it
# has an object that says so) from a full disk. FOLIO (default: folio) is the program.
# Status: 0 good, 1 objects are missing: try again, 3 LIST has an archive: trying again is no use.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
sed '/^\r*$/d' >"$work/list" || exit 1
"${FOLIO:-folio}" outline --json "$@" --files-from "$work/list" >"$work/objects"
status=$?
names=$(grep -c '' "$work/list")
objects=$(wc -l <"$work/objects")
if [ "$status" -ne 0 ] && [ "$status" -ne 2 ] || [ "$objects" -lt "$names" ]; then
    echo "outline_whole: $objects objects for $names filings, status $status" >&2
    exit 1
fi
if [ "$objects" -gt "$names" ]; then
    # The members that are there, and were not named.
    archive=$(sed -n 's|^{"file":"\([^"]*//[^"]*\)".*|\1|p' "$work/objects" |
        grep -v -x -F -f "$work/list" | sed 's|//.*||;q')
    echo "outline_whole: ${archive:-a name} is an archive: a list has one filing a line, name its members" >&2
    exit 3
fi
cat "$work/objects"
