#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py BUILD SOURCES: what make bench runs.

Times folio beside what else a reader of filings could use, in turn on the same files in one run,
and prints a table; BUILD/bench.json and BUILD/bench.md hold the same. Judges nothing: the exit
status is 0 when it could measure.

ROUNDS=n       runs of each command (5); what takes long is run 3 times at most
QUICK=1        small inputs only: the bars are for the long ones
BENCH_ONLY=a,b some parts: first text whole grep search outline memory keys growth instructions
KEEP=1         leaves the inputs in BUILD/bench-inputs
FOLIO_CORPUS   the folder of real filings; without one the inputs are made of the samples
"""

import json
import os
import subprocess
import sys
import time

import commands
import growth
import reader
from inputs import Inputs
from runs import HEAD, Bench, line_of

PARTS = {
    "first": reader.first_screens,
    "text": commands.texts,
    "whole": commands.whole,
    "grep": commands.searches,
    "search": reader.reader_searches,
    "outline": commands.outlines,
    "memory": reader.memory,
    "keys": reader.keys,
    "growth": growth.growth,
    "instructions": growth.instructions,
}


def main():
    build, sources = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    rounds = int(os.environ.get("ROUNDS") or 5)
    wanted = (os.environ.get("BENCH_ONLY") or ",".join(PARTS)).split(",")
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        sys.exit("bench: no part '%s'; there are %s" % (unknown[0], " ".join(PARTS)))
    os.environ.update(LC_ALL="C.UTF-8", HARNESS_PATIENCE="100", abs_builddir=build)
    corpus = os.environ.get("FOLIO_CORPUS") or os.path.join(sources, "../shared/corpus")
    inputs = Inputs(build, sources, corpus, os.path.join(build, "bench-inputs"))
    bench = Bench(build, inputs, rounds, bool(os.environ.get("QUICK")))
    os.environ.update(HOME=inputs.folder, XDG_CONFIG_HOME=inputs.folder)
    os.chdir(build)
    print(HEAD, flush=True)
    try:
        for part in PARTS:
            if part in wanted:
                measure(bench, part)
    finally:
        write(build, bench)
        if not os.environ.get("KEEP"):
            inputs.close()


def measure(bench, part):
    """What fails is said, and the other parts go on."""
    begin = time.monotonic()
    try:
        PARTS[part](bench)
    except (RuntimeError, OSError, subprocess.CalledProcessError) as why:
        print("bench: %s: %s" % (part, why), file=sys.stderr)
    print("%s: %.0f s" % (part, time.monotonic() - begin), file=sys.stderr, flush=True)


def write(build, bench):
    with open(os.path.join(build, "bench.json"), "w", encoding="utf-8") as out:
        json.dump(bench.results, out, indent=1)
        out.write("\n")
    with open(os.path.join(build, "bench.md"), "w", encoding="utf-8") as out:
        out.write(HEAD + "\n" + "\n".join(line_of(r) for r in bench.results) + "\n")
    for name in bench.missing:
        print("not installed, left out: " + name)
    for name in bench.inputs.no_room:
        print("no room on the disk, left out: " + name)


if __name__ == "__main__":
    main()
