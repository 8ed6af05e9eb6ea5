#!/bin/sh
# SPDX-License-Identifier: MIT
# libfolio as others find it: installed below a folder, what it exports, its header as C and C++, and
# the example of samples/library built and run against what `folio outline` says.
set -eu

: "${abs_srcdir:?run me by make check}" "${FOLIO:?}"
[ -f libfolio.so.0 ] || { echo "no libfolio in this build"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fail() {
    echo "$*"
    status=1
}

# What make install of these parts does, without the rest of the program.
make -s install-exec-local install-includeHEADERS install-pkgconfigDATA DESTDIR="$work/root" \
    >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
pc=$(find "$work/root" -name folio.pc)
PKG_CONFIG_LIBDIR=$(dirname "$pc"):$(pkg-config --variable pc_path pkg-config)
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR="$work/root"
flags=$(pkg-config --cflags --libs folio)
header=$(find "$work/root" -name folio.h)
library=$(find "$work/root" -name libfolio.so)

grep -v '^typedef' "$header" | grep -o '\<folio_[a-z_]*(' | tr -d '(' | sort -u >"$work/told"
nm -D --defined-only "$library" | awk '$2 != "A" { sub("@.*", "", $3); print $3 }' | sort -u >"$work/there"
diff "$work/told" "$work/there" || fail "the header and what is exported differ"
readelf -d "$library" | grep -q 'SONAME.*libfolio\.so\.0' || fail "soname is not libfolio.so.0"

compiles() { # COMPILER FLAGS... : takes the header alone
    printf '#include <folio.h>\nint main(void) { return folio_version() == 0; }\n' >"$work/h.$ending"
    # Flags are words.
    # shellcheck disable=SC2086
    "$@" -Wall -Wextra -Wpedantic -Werror "$work/h.$ending" -o "$work/h" $flags ||
        fail "the header does not compile with $*"
}
ending=c
compiles "${CC:-cc}" -std=c99
ending=cc
if command -v g++ >/dev/null; then
    compiles g++
elif command -v clang++ >/dev/null; then
    compiles clang++
else
    echo "no C++ compiler: the header as C++ is not tried"
fi

# shellcheck disable=SC2086
"${CC:-cc}" -std=c99 -Wall -Wextra -Wpedantic -Werror "$abs_srcdir/samples/library/items.c" \
    -o "$work/items" $flags || exit 1
LD_LIBRARY_PATH=$(dirname "$library")
export LD_LIBRARY_PATH
looked=0
for sample in "$abs_srcdir"/samples/*.txt "$abs_srcdir"/samples/*.htm "$abs_srcdir"/samples/*.nc; do
    "$work/items" "$sample" >"$work/said" || fail "items: $sample"
    "$FOLIO" outline --json "$sample" | python3 -c '
import json, sys
for d in json.load(sys.stdin)["documents"]:
    for n in d["nodes"]:
        if n["items"]:
            print(n["id"], n["title"], sep="\t")' >"$work/want"
    while IFS= read -r line; do
        grep -qxF -e "$line" "$work/said" || fail "$sample: not said: $line"
        looked=$((looked + 1))
    done <"$work/want"
done
echo "$looked Items looked at"
[ "$looked" -gt 20 ] || fail "too few"
exit "$status"
