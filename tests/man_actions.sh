#!/bin/sh
# SPDX-License-Identifier: MIT
# Every action, option and colour role of the tables is in the man pages, once, with its help.
set -eu
: "${srcdir:?run me by make check}" "${abs_builddir:?}"

status=0
# expect PAGE PATTERN: one line of the page is the pattern.
expect() {
    count=$(grep -cx -- "$2" "$1" || :)
    if [ "$count" -ne 1 ]; then
        echo "${1##*/}: $count lines '$2', not one"
        status=1
    fi
}

# The pages are made in the build folder, or lie in the source folder of a release.
page=$abs_builddir/man/folio.1
[ -e "$page" ] || page=$srcdir/man/folio.1
config=$abs_builddir/man/folio-config.5
[ -e "$config" ] || config=$srcdir/man/folio-config.5

actions=$(awk -F '"' '/ACTION\([A-Z_]+, "/ { print $2 }' "$srcdir/src/config/actions.def")
options=$(awk -F '"' '/OPTION\([A-Z_]+, "/ { print $2 }' "$srcdir/src/config/options.def")
roles=$(awk -F '"' '/ROLE\([A-Z_]+, "/ { print $2 }' "$srcdir/src/config/theme.h")
if [ -z "$actions" ] || [ -z "$options" ] || [ -z "$roles" ]; then
    echo "an empty table"
    exit 1
fi

for name in $actions; do
    expect "$page" "\\.It Ic $name\\( .*\\)\\{0,1\\}"
done
for name in $options; do
    expect "$config" "\\.It Cm $name : .*"
done
for name in $roles; do
    expect "$config" "\\.It Cm $name"
done
if grep -n '^@' "$page" "$config"; then
    echo "a table is missing"
    status=1
fi
exit "$status"
