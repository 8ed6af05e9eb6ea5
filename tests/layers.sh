#!/bin/sh
# SPDX-License-Identifier: MIT
# layers.sh [SRC]: proves that the layers of src/ are what HACKING.md draws, on every #include:
# a layer includes only layers below it, a library has one home, a file name is used once, a file
# includes its own header first, headers include each other in no circle, and declare no variable.
set -eu
LC_ALL=C
export LC_ALL

src=${1:-${srcdir:-.}/src}
cd "$src" || exit 99
work=${TMPDIR:-/tmp}/folio-layers.$$
trap 'rm -f "$work"' EXIT
files=$(find . -name '*.[ch]' -o -name '*.def' | sed 's|^\./||' | sort)
[ -n "$files" ] || { echo "no sources in $src"; exit 99; }

status=0
# File names of src/ hold no blanks.
# shellcheck disable=SC2086
awk -v edges="$work" '
    BEGIN {
        # layer: what it may include besides itself
        may["base"] = ""
        may["input"] = "base"
        may["formats"] = "base"
        may["model"] = "base input formats"
        may["outline"] = "base model"
        may["layout"] = "base model"
        may["search"] = "base model outline"
        may["config"] = "base"
        may["guard"] = "base"
        may["batch"] = "base"
        may["session"] = "base config"
        may["lib"] = "base input formats model outline layout search"
        may["print"] = "base config lib/folio.h"
        may["ui"] = "base input formats model outline layout search config session guard"
        may["term"] = "base config guard ui/canvas.h"
        # header of a library: its only home
        home["curses.h"] = home["ncurses.h"] = home["term.h"] = "term"
        home["archive.h"] = home["archive_entry.h"] = "input"
        home["pcre2.h"] = "search"
        home["yaml.h"] = "config"
        home["jansson.h"] = "print"
        home["seccomp.h"] = "guard"
        printf "" > edges
    }
    function bad(message) {
        printf "src/%s:%d: %s\n", FILENAME, FNR, message
        failures++
    }
    FNR == 1 {
        layer = FILENAME
        if (!sub("/.*", "", layer))
            layer = "" # main.c, filters.c and interactive.c know them all
        else if (!(layer in may))
            bad("no such layer: " layer)
        file = FILENAME
        sub(".*/", "", file)
        if (file in seen)
            bad("there is another file of this name: src/" seen[file])
        seen[file] = FILENAME
        own = FILENAME
        first = sub("[.]c$", ".h", own)
        known[FILENAME] = 1
    }
    /^[ \t]*#[ \t]*include/ {
        name = $0
        sub("^[ \t]*#[ \t]*include[ \t]*", "", name)
        quoted = substr(name, 1, 1) == "\""
        sub("^[<\"]", "", name)
        sub("[>\"].*", "", name)
        count++
        if (first && name != "config.h") {
            if (name != own)
                wrong_first[FILENAME] = own
            first = 0
        }
        if (!quoted) {
            base = name
            sub(".*/", "", base)
            if (base in home && layer != home[base])
                bad("<" name "> belongs in src/" home[base] "/ only")
            if (name ~ "^libxml/" && FILENAME !~ "^formats/markup[a-z_]*[.][ch]$")
                bad("<" name "> belongs in src/formats/markup*.c only")
            next
        }
        if (name == "config.h") {
            if (layer != "" && FILENAME != "lib/lib_filing.c") # the library has no main.c
                bad("config.h is for main.c: pass the value on as an argument")
            next
        }
        if (layer == "" && name !~ "/")
            next # beside main.c
        # A layer may have a folder within it: formats/forms.
        parts = split(name, part, "/")
        if (parts < 2 || parts > 3) {
            bad("\"" name "\" does not carry its folder")
            next
        }
        if (FILENAME ~ /[.]h$/)
            print FILENAME, name >> edges
        if (layer == "" || part[1] == layer)
            next
        allowed = 0
        count_may = split(may[layer], below, " ")
        for (i = 1; i <= count_may; i++)
            if (below[i] == part[1] || below[i] == name)
                allowed = 1
        if (!allowed)
            bad(layer " may not include \"" name "\"")
    }
    FILENAME ~ /[.]h$/ && /^[ \t]*extern[ \t]/ && !/[(]/ && !/"C"/ {
        bad("a variable that every file can see")
    }
    END {
        # A file without a header of its own (a main, generated data) has nothing to put first.
        for (file in wrong_first)
            if (wrong_first[file] in known) {
                printf "src/%s: \"%s\" is not its first include\n", file, wrong_first[file]
                failures++
            }
        printf "%d includes looked at, %d against the layers\n", count, failures
        exit failures > 0
    }' $files || status=1

if ! circles=$(tsort "$work" 2>&1 >/dev/null) || [ -n "$circles" ]; then
    echo "headers in a circle:"
    echo "$circles"
    status=1
fi
exit "$status"
