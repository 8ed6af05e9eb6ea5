#!/bin/sh
# SPDX-License-Identifier: MIT
# The screens in README.md are those of tests/screens/readme.screen: behind a line
# "<!-- screen: NAME -->" stands the one of that name. UPDATE=1 writes them anew.
set -eu
LC_ALL=C
export LC_ALL

cd "${srcdir:-.}"
screens=tests/screens/readme.screen

# The README with each screen as it should be.
made() {
    awk -v screens="$screens" '
        function load(    line, name) {
            while ((getline line < screens) > 0) {
                if (line ~ /^== /) {
                    name = line
                    sub(/^== /, "", name)
                    sub(/ \([0-9x]+\)$/, "", name)
                } else if (line ~ /^\|/) {
                    text[name] = text[name] substr(line, 2) "\n"
                }
            }
            close(screens)
        }
        BEGIN { load() }
        /^<!-- screen: / {
            name = $0
            sub(/^<!-- screen: /, "", name)
            sub(/ -->$/, "", name)
            print
            if (!(name in text)) {
                print "no screen is called " name > "/dev/stderr"
                exit 1
            }
            getline
            print
            printf "%s", text[name]
            while ((getline line) > 0 && line != "```")
                ;
            print "```"
            seen++
            next
        }
        { print }
        END { if (!seen) exit 1 }
    ' README.md
}

if [ -n "${UPDATE:-}" ]; then
    made >README.md.new
    mv README.md.new README.md
    exit 0
fi
made | diff - README.md
