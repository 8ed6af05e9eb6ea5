#!/bin/sh
# SPDX-License-Identifier: MIT
# The completions are sound, and know the commands, the themes and every option of folio --help.
# That of bash is tried out where bash is.
set -eu
: "${srcdir:?run me by make check}" "${abs_builddir:?}"

# The completions are made in the build folder, or lie in the source folder of a release.
folder=$abs_builddir/completions
[ -e "$folder/folio" ] || folder=$srcdir/completions
status=0

# Options as the program itself names them: "-x" or "--word" after a blank, bracket or comma.
"$FOLIO" --help | tr -s ' ,|()[]' '[\n*]' | sed 's/=.*//' |
    grep -E '^(-[A-Za-z]|--[a-z-]+)$' | sort -u >"$abs_builddir/tests/options.txt"
[ -s "$abs_builddir/tests/options.txt" ] || { echo "folio --help names no option"; exit 1; }
while read -r option; do
    grep -q -e "[ \"]${option}[ \"]" "$folder/folio" || { echo "bash: no $option"; status=1; }
    grep -q -e "'$option\\[" "$folder/_folio" || { echo "zsh: no $option"; status=1; }
    case $option in
    --*) fish="-l ${option#--} " ;;
    *) fish="-s ${option#-} " ;;
    esac
    grep -q -e "$fish" "$folder/folio.fish" || { echo "fish: no $option"; status=1; }
    grep -q -e "Fl.* ${option#-}\\b" -e "Fl [a-zA-Z]*${option#-}" "$srcdir/man/folio.1.in" ||
        { echo "folio(1): no $option"; status=1; }
done <"$abs_builddir/tests/options.txt"

for theme in "$srcdir"/themes/*.yaml; do
    name=${theme##*/}
    name=${name%.yaml}
    [ "$name" != default ] || continue
    for file in folio _folio folio.fish; do
        grep -q "[\" (]${name#keys-}[\" )]" "$folder/$file" || { echo "$file: no $name"; status=1; }
    done
done

# try EXPECTED WORD...: what bash offers for the last word, one a line.
try() {
    expected=$1
    shift
    offered=$(bash -c '. "$0"; COMP_WORDS=(folio "$@"); COMP_CWORD=$#; _folio; echo "${COMPREPLY[*]}"' \
        "$folder/folio" "$@" 2>&1)
    [ "$offered" = "$expected" ] || {
        echo "folio $*: offered '$offered', not '$expected'"
        status=1
    }
}
if command -v bash >/dev/null 2>&1; then
    cd "$srcdir/samples"
    try "outline" outl
    try "view" v
    try "8-K_2004_bare.txt" 8-K_2004_b
    try "8-K_2004_bare.txt" outline 8-K_2004_b
    try "--json" outline --js
    try "--explain" outline --exp
    try "" text --exp
    try "" text --js
    try "mono" --theme m
    try "emacs" --keys e
    try "always" --color al
    try "json" tables --format j
fi
exit "$status"
