#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py BUILD SOURCES: what make bench runs.

Times folio beside what else a reader of filings could use, in turn on the same files in one run,
and prints a table; BUILD/bench.json and BUILD/bench.md hold the same. Judges nothing: the exit
status is 0 when it could measure.

ROUNDS=n       runs of each command (7)
QUICK=1        small inputs only
ONLY=a,b       some parts: first_screens texts searches outlines memory keys growth
KEEP=1         leaves the inputs in BUILD/bench-inputs
FOLIO_CORPUS   the folder of real filings; without one the inputs are made of the samples
"""

import json
import os
import sys
import time

from inputs import Inputs
from measures import Bench, line_of

PARTS = ("first_screens", "texts", "searches", "outlines", "memory", "keys", "growth")
HEAD = "| measure | folio | beside | ratio (least to largest) | bar | |\n|---|---|---|---|---|---|"


def main():
    build, sources = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rounds = int(os.environ.get("ROUNDS") or 7)
    wanted = (os.environ.get("ONLY") or ",".join(PARTS)).split(",")
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        sys.exit("bench: no part '%s'; there are %s" % (unknown[0], " ".join(PARTS)))
    os.environ.update(LC_ALL="C.UTF-8", HARNESS_PATIENCE="100", abs_builddir=build)
    corpus = os.environ.get("FOLIO_CORPUS") or os.path.join(sources, "../shared/corpus")
    inputs = Inputs(build, sources, corpus, os.path.join(build, "bench-inputs"))
    bench = Bench(build, inputs, rounds, bool(os.environ.get("QUICK")))
    os.chdir(build)
    print(HEAD, flush=True)
    try:
        for part in PARTS:
            if part in wanted:
                begin = time.monotonic()
                getattr(bench, part)()
                print("%s: %.0f s" % (part, time.monotonic() - begin), file=sys.stderr, flush=True)
    finally:
        if not os.environ.get("KEEP"):
            inputs.close()
    write(build, bench)


def write(build, bench):
    with open(os.path.join(build, "bench.json"), "w", encoding="utf-8") as out:
        json.dump(bench.results, out, indent=1)
        out.write("\n")
    with open(os.path.join(build, "bench.md"), "w", encoding="utf-8") as out:
        out.write(HEAD + "\n" + "\n".join(line_of(r) for r in bench.results) + "\n")
    for name in bench.remarks:
        print("not installed, left out: " + name)


if __name__ == "__main__":
    main()
