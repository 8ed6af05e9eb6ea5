#!/bin/sh
# SPDX-License-Identifier: MIT
# engines: samples/batch/ does what it says: the outlines of many filings by GNU parallel and by a
# Dask cluster are those of one folio, complete and without duplicates, also when a worker is killed
# in the middle; and what is done is not done again. Skips what is not installed, and where
# FOLIO_BRIEF is set.
set -u
if [ -n "${FOLIO_BRIEF:-}" ]; then
    echo 'FOLIO_BRIEF is set: skipped'
    exit 77
fi
top=$(cd "${srcdir:-.}" && pwd) || exit 1
folio=${FOLIO:-./folio}
folio=$(cd "$(dirname "$folio")" && pwd)/$(basename "$folio")
work=$(mktemp -d "${abs_builddir:-${TMPDIR:-/tmp}}/engines.XXXXXX") || exit 1
cluster=
stop() {
    # The list is words.
    # shellcheck disable=SC2086
    [ -z "$cluster" ] || kill -9 $cluster 2>/dev/null
    [ ! -s "$work/sleeper" ] || kill -9 "$(cat "$work/sleeper")" 2>/dev/null
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
BATCH=4
export BATCH
failed=0
ran=0

bad() {
    echo "engines: $*" >&2
    failed=1
}

find "$top/samples" "$top/samples/bad" -maxdepth 1 -type f | LC_ALL=C sort >list
echo "$work/not-there" >>list
batches=$((($(wc -l <list) + BATCH - 1) / BATCH))
"$folio" outline --json --files-from list >want 2>/dev/null

# A folio that keeps account of its calls. While `hold` is there, the first call says who runs it,
# takes `hold` away, and never ends.
cat >counted <<END
#!/bin/sh
echo call >>"$work/calls"
if mv "$work/hold" "$work/held" 2>/dev/null; then
    echo \$\$ >"$work/sleeper"
    ps -o ppid= -p \$\$ | tr -d ' ' >"$work/victim.new"
    mv "$work/victim.new" "$work/victim"
    exec sleep 1000
fi
exec "$folio" "\$@"
END
chmod +x counted
FOLIO=$work/counted
export FOLIO

# all NAME: `got` is what one folio gives; called as often as there are batches, or WANT times.
all() {
    ran=$((ran + 1))
    cmp -s got want || bad "$1: other objects than of one folio"
    [ "$(wc -l <calls)" -eq "${2:-$batches}" ] || bad "$1: $(wc -l <calls) calls, not ${2:-$batches}"
}

# again NAME RESULT COMMAND...: the batch of a filing that was away is done once more when its result,
# RESULT* in the folder, is taken away as README.md says, and no other batch is.
again() {
    name=$1
    result=$2
    shift 2
    rm -rf away "by-$name-again" && mkdir "by-$name-again"
    { sed -n 1,8p list; echo "$work/away"; } >list-away
    "$@" list-away "by-$name-again" >got 2>err
    [ "$(grep -c '"error":' got)" -eq 1 ] || bad "$name: no error of what is away: $(cat err)"
    cp "$(sed -n 1p list)" away
    : >calls
    grep -l '"error":' "by-$name-again/$result"* | xargs rm
    "$@" list-away "by-$name-again" >got 2>err
    "$folio" outline --json --files-from list-away >want-away
    cmp -s got want-away || bad "$name: other objects of what was away: $(cat err)"
    [ "$(wc -l <calls)" -eq 1 ] || bad "$name: $(wc -l <calls) calls for one batch that was away"
}

# refused STATUS WHAT: the worker ended so just now, and printed nothing.
refused() {
    ended=$?
    if [ "$ended" -ne "$1" ] || [ -s got ]; then
        bad "whole: $2: status $ended, $(wc -l <got) objects: $(cat err)"
    fi
}

# The worker by itself: whole, or nothing and a status, also where nothing can be written.
tar -cf day.tar -C "$top/samples" 8-K_2004_bare.txt 8-K_2014_full.txt
: >calls
FOLIO=$work/counted sh "$top/samples/batch/outline_whole.sh" <list >got 2>err || bad "whole: $(cat err)"
all whole 1
sh "$top/samples/batch/outline_whole.sh" --fields file,form <list >got 2>/dev/null
[ "$(wc -l <got)" -eq "$(wc -l <list)" ] || bad 'whole: options are lost'
sh "$top/samples/batch/outline_whole.sh" --no-such <list >got 2>err
refused 1 'a wrong option'
echo "$work/day.tar" | sh "$top/samples/batch/outline_whole.sh" >got 2>err
refused 3 'an archive'
grep -q "/day.tar is an archive" err || bad "whole: of an archive: $(cat err)"
printf '%s\n' "$work/day.tar//8-K_2004_bare.txt" "$work/day.tar//8-K_2014_full.txt" |
    sh "$top/samples/batch/outline_whole.sh" >got 2>err
[ "$(wc -l <got)" -eq 2 ] || bad "whole: of members: $(cat err)"
if [ -c /dev/full ]; then
    sh "$top/samples/batch/outline_whole.sh" <list >/dev/full 2>err && bad 'whole: a full disk is good'
    printf '#!/bin/sh\nexec "%s" "$@" >/dev/full\n' "$folio" >full
    chmod +x full
    FOLIO=$work/full sh "$top/samples/batch/outline_whole.sh" <list >got 2>err
    refused 1 'what a full disk cut'
fi

if command -v parallel >/dev/null 2>&1 && parallel --version 2>/dev/null | grep -q '^GNU'; then
    : >calls
    sh "$top/samples/batch/outline_parallel.sh" list by-parallel >got 2>err || bad "parallel: $(cat err)"
    all parallel
    : >calls
    sh "$top/samples/batch/outline_parallel.sh" list by-parallel >got 2>err
    all "parallel again" 0
    # A list that became shorter, with an empty line, and without an end of its last line.
    { sed -n 1,3p list; echo; sed -n 4,6p list | tr '\n' '|' | sed 's/|$//' | tr '|' '\n'; } >shorter
    sed -n 1,6p want >want-shorter
    sh "$top/samples/batch/outline_parallel.sh" shorter by-parallel >got 2>err
    cmp -s got want-shorter || bad "parallel: other objects of a shorter list: $(cat err)"
    # An archive in the list: said, not tried again, and nothing but results is left.
    : >calls
    { sed -n 1,5p list; echo "$work/day.tar"; } >with-archive
    sh "$top/samples/batch/outline_parallel.sh" with-archive by-parallel >got 2>err && bad 'parallel: took an archive'
    grep -q "/day.tar is an archive" err || bad "parallel: of an archive: $(cat err)"
    [ "$(wc -l <calls)" -eq 1 ] || bad "parallel: an archive was tried $(wc -l <calls) times"
    [ -s got ] || [ -e by-parallel/part.000001 ] && bad 'parallel: left something of an archive'
    # A list that is not there takes nothing away.
    sh "$top/samples/batch/outline_parallel.sh" no-list by-parallel >got 2>err && bad 'parallel: took no list'
    [ -e by-parallel/result.000000 ] || bad 'parallel: no list took results away'
    sh "$top/samples/batch/outline_parallel.sh" list 2>&1 | grep -q '^usage: ' || bad 'parallel: no usage'
    again parallel result. sh "$top/samples/batch/outline_parallel.sh"
else
    echo 'engines: no GNU parallel: skipped'
fi

python=
for candidate in python3 /usr/bin/python3; do
    "$candidate" -c 'import distributed' 2>/dev/null && python=$candidate && break
done
if [ -n "$python" ]; then
    # A scheduler and two workers of one thread each; no nanny that would start one anew.
    "$python" -m distributed.cli.dask_scheduler --host 127.0.0.1 --port 0 --no-dashboard \
        --scheduler-file scheduler.json >scheduler.log 2>&1 &
    cluster=$!
    for worker in 1 2; do
        "$python" -m distributed.cli.dask_worker --scheduler-file scheduler.json --nthreads 1 \
            --no-nanny --no-dashboard --host 127.0.0.1 --local-directory "$work/local$worker" \
            >"worker$worker.log" 2>&1 &
        cluster="$cluster $!"
    done
    until [ -s scheduler.json ]; do
        kill -0 "${cluster%% *}" 2>/dev/null || { bad "no scheduler: $(tail -n 3 scheduler.log)"; break; }
        sleep 0.1
    done
    address=$(sed -n 's/.*"address": "\([^"]*\)".*/\1/p' scheduler.json 2>/dev/null)
    : >calls
    : >hold
    mkdir by-dask
    "$python" "$top/samples/batch/outline_dask.py" "$address" list by-dask >got 2>err &
    client=$!
    until [ -s victim ]; do
        kill -0 "$client" 2>/dev/null || { bad "dask: $(tail -n 5 err)"; break; }
        sleep 0.1
    done
    [ -s victim ] && kill -9 "$(cat victim)"
    wait "$client" || bad "dask: $(tail -n 5 err)"
    # The batch of the worker that died is done once more.
    all dask $((batches + 1))
    : >calls
    "$python" "$top/samples/batch/outline_dask.py" "$address" list by-dask >got 2>err || bad "dask: $(cat err)"
    all "dask again" 0
    again dask '' "$python" "$top/samples/batch/outline_dask.py" "$address"
    { sed -n 1,3p list; echo "$work/day.tar"; } >with-archive
    "$python" "$top/samples/batch/outline_dask.py" "$address" with-archive by-dask >got 2>err && bad 'dask: took an archive'
    grep -q "/day.tar is an archive" err || bad "dask: of an archive: $(tail -n 3 err)"
    grep -q Traceback err && bad 'dask: a traceback'
else
    echo 'engines: no python3-distributed: skipped'
fi

[ "$failed" -eq 0 ] || exit 1
[ "$ran" -gt 0 ] || exit 77
echo "engines: $ran runs"
