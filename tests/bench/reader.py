# SPDX-License-Identifier: MIT
"""The reader in a terminal: its first screen, its search, its keys and its memory."""

import os
import re
import statistics
import subprocess

from inputs import KINDS_OF_TEXT, MB, NEEDLE


def first_screens(bench):
    """Bar 1: text of all sizes beside less, and inline XBRL beside the browsers."""
    bench.linking()
    for kind in KINDS_OF_TEXT:
        for size in (0.01, 1, 20) if bench.quick else (0.01, 1, 20, 200):
            beside_less(bench, kind, size)
        if not bench.quick:
            beside_shorter(bench, kind, 1000, 200)
    for kind, size in (("ixbrl", 0.01), ("ixbrl", 4), ("html2003", 4)):
        path = bench.inputs.html(kind, size)
        peers = [(bench.peer("w3m", "-T", "text/html", path), (True, 0.15)),
                 (bench.peer("links", path), (True, 0.3)), (bench.peer("lynx", path), None)]
        peers = [(peer, bar) for peer, bar in peers if peer]
        runs = bench.screens([bench.reader(path)] + [peer for peer, _ in peers])
        barred = (kind, size) == ("ixbrl", 4)
        for i, (peer, bar) in enumerate(peers):
            bench.add_pair("first screen", path, "ms", column(runs[0], 0), column(runs[i + 1], 0),
                           os.path.basename(peer[0]), bar if barred else None)


def column(rows, number):
    return [row[number] for row in rows]


def beside_less(bench, kind, size):
    """At most twice what less needs, or 3 ms more than an empty program, whichever is more."""
    path = bench.inputs.text(kind, size)
    less = bench.peer("less", path) if path else None
    if not less:
        return
    runs = bench.screens([bench.reader(path), less, [bench.tool("empty")]])
    ours, theirs, empty = (column(runs[i], 0) for i in range(3))
    bar = None
    if size == bench.large:
        most = (statistics.median(empty) + 3) / statistics.median(theirs)
        bar = (True, max(2, round(most, 2)))
    bench.add_pair("first screen", path, "ms", ours, theirs, "less", bar)
    if size == bench.large:
        over = [a - b for a, b in zip(ours, empty)]
        bench.add("first screen, over an empty program", path, unit="ms",
                  folio=statistics.median(over))


def beside_shorter(bench, kind, size, shorter):
    """A first screen does not know how long the filing is."""
    path, other = bench.inputs.text(kind, size), bench.inputs.text(kind, shorter)
    if not path or not other:
        return
    less = bench.peer("less", path)
    runs = bench.screens([bench.reader(path), bench.reader(other)] + ([less] if less else []))
    if less:
        bench.add_pair("first screen", path, "ms", column(runs[0], 0), column(runs[2], 0), "less",
                       None)
    bench.add_pair("first screen", path, "ms", column(runs[0], 0), column(runs[1], 0),
                   "folio, %s" % os.path.basename(other), (True, 1.15))


def reader_searches(bench):
    """Bar 3, once the filing is open: until the hit is shown."""
    config = os.path.join(bench.inputs.folder, "filing.yaml")
    with open(config, "w", encoding="ascii") as out:
        out.write("options:\n  scope: filing\n")
    folio = bench.folio("--no-state", "--config", config)
    for kind in KINDS_OF_TEXT:
        path = bench.inputs.text(kind, bench.large)
        less = bench.peer("less", path) if path else None
        if less:
            runs = bench.screens([folio + [path], less], needle=NEEDLE, rounds=bench.few)
            bench.add_pair("search in the reader (times faster)", path, "ms", column(runs[0], 1),
                           column(runs[1], 1), "less", (False, 50))
    path = bench.inputs.html("ixbrl", 4)
    took = column(bench.screens([folio + [path]], needle=NEEDLE)[0], 1)
    bench.add("search in the reader", path, unit="ms", folio=statistics.median(took),
              least=min(took), largest=max(took), bar="at most 5",
              met=statistics.median(took) <= 5)


def memory(bench):
    """Bar 5: of the reader that has gone to the end and read all."""
    for path in ([bench.inputs.text(kind, bench.large) for kind in KINDS_OF_TEXT] +
                 [bench.inputs.html("ixbrl", 4), bench.inputs.html("html2003", 4)]):
        if not path:
            continue
        rows = bench.screens([bench.reader(path)], end="G", rounds=bench.few)[0]
        peak, own = (statistics.median(column(rows, i)) / 1024 for i in (3, 4))
        html = path.endswith(".htm")
        most = 16 if html else 1.2 * os.path.getsize(path) / 1048576
        bench.add("reader at the end, peak memory with mapped pages", path, unit="MiB", folio=peak,
                  bar="at most %.0f" % most, met=peak <= most)
        bench.add("reader at the end, memory of its own", path, unit="MiB", folio=own,
                  bar=None if html else "at most 30", met=None if html else own <= 30)


def keys(bench):
    """Bar 6."""
    for path in ([bench.inputs.text(kind, bench.large) for kind in KINDS_OF_TEXT] +
                 [bench.inputs.html("ixbrl", bench.large)]):
        if not path:
            continue
        done = subprocess.run([bench.tool("keys"), *bench.folio(path), "2"], text=True,
                              capture_output=True, check=False)
        if done.returncode != 0:
            bench.failed("keys", path, done.stderr)
        for line in done.stdout.splitlines():
            found = re.match(r"(.*): (\S+), ([0-9.]+) ms \(bar (\d+)\): ", line)
            if found:
                what, key, took, most = found.groups()
                bench.add("keys, " + what, path, unit="ms", folio=float(took), key=key,
                          bar="at most " + most, met=float(took) <= float(most))
