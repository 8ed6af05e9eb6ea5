# SPDX-License-Identifier: MIT
"""Whether a longer filing costs more for each of its bytes: time, and instructions."""

import os
import re
import statistics
import subprocess
from concurrent.futures import ThreadPoolExecutor

from commands import COMMANDS
from inputs import KINDS_OF_HTML, KINDS_OF_TEXT, MB


def growth(bench):
    """Bar 7, wall time. In each round all sizes run in turn."""
    sizes = (4, 20) if bench.quick else (20, 200, 1000)
    for kind in KINDS_OF_TEXT + ("ixbrl",):
        of_kind = sizes if kind in KINDS_OF_TEXT else sizes[:2]
        paths = [path for path in (bench.inputs.make(kind, size) for size in of_kind) if path]
        for name, words in COMMANDS.items():
            runs = bench.processes([bench.folio(*words, path) for path in paths], bench.few)
            rates = {}
            for i, path in enumerate(paths):
                length = os.path.getsize(path) / MB
                rates[length] = statistics.median(row[0] for row in runs[i]) / length
            add_growth(bench, "%s, wall time per byte" % name, kind, "ms/MB", rates, 1.3)


def instructions(bench):
    """Bar 7, what callgrind counts, less what an empty filing of the kind takes. It counts the
    same on a busy machine, so two run at a time."""
    if not bench.peer("valgrind"):
        return
    sizes = (1, 4) if bench.quick else (1, 4, 16, 64)
    kinds = KINDS_OF_TEXT + KINDS_OF_HTML
    with ThreadPoolExecutor(2) as both:
        for kind in kinds:
            of_kind = sizes[:-1] if kind == "html2003" else sizes  # a minute less
            paths = [bench.inputs.nothing(kind)]
            paths += [path for path in (bench.inputs.make(kind, size) for size in of_kind) if path]
            jobs = {(name, path): both.submit(counted, bench.folio(*COMMANDS[name], path))
                    for path in reversed(paths) for name in COMMANDS}
            for name in COMMANDS:
                empty, lengths = jobs[name, paths[0]].result(), {}
                for path in paths[1:]:
                    length = os.path.getsize(path) - os.path.getsize(paths[0])
                    lengths[length / MB] = (jobs[name, path].result() - empty) / length
                add_growth(bench, "%s, instructions per byte" % name, kind, "", lengths, 1.1)


def counted(command):
    """The instructions of a run."""
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(tool + command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          text=True, errors="replace", check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if not found or done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return int(found.group(1))


def add_growth(bench, name, kind, unit, rates, most):
    """Rates by megabytes: the largest over the least."""
    if len(rates) < 2:
        return
    ratio = max(rates.values()) / min(rates.values())
    bench.add("%s, %s" % (name, kind), unit=unit,
              rates={"%.3g MB" % size: round(rate, 3) for size, rate in rates.items()},
              folio=list(rates.values())[-1], ratio=ratio, bar="at most %g" % most,
              met=ratio <= most)
