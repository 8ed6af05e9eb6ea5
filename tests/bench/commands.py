# SPDX-License-Identifier: MIT
"""Whole processes: text, outline and grep beside other programs on the same file."""

import os
import statistics

from inputs import KINDS_OF_HTML, KINDS_OF_TEXT, MB, NEEDLE

COMMANDS = {"text": ["text"], "outline": ["outline"], "grep": ["grep", "-c", NEEDLE]}


def texts(bench):
    """Bar 2, and the memory of bar 5."""
    for kind, parser, bars in (("ixbrl", "xml", (0.2, 0.12, 2.5)),
                               ("html2003", "html", (None, None, 1.6))):
        path = bench.inputs.html(kind, 4)
        links, w3m, sax = ((True, bar) if bar else None for bar in bars)
        rows = bench.beside("text", path, ["text"], [
            (bench.peer("links", "-dump", path), links),
            (bench.peer("w3m", "-dump", "-T", "text/html", path), w3m),
            (bench.peer("lynx", "-dump", path), None),
            (bench.peer("xmllint", "--noout", *(["--html"] if parser == "html" else []), path),
             None),
            ([bench.tool("sax"), parser, path], sax),
        ])
        peak = max(row[2] for row in rows) / 1024
        bench.add("text, peak memory", path, unit="MiB", folio=peak, bar="at most 16",
                  met=peak <= 16)


def whole(bench):
    """No bar: what each command takes on inputs of all kinds and sizes."""
    sizes = (0.01, 1, 4) if bench.quick else (0.01, 1, 20)
    for kind in KINDS_OF_TEXT + KINDS_OF_HTML:
        for size in sizes:
            path = bench.inputs.make(kind, size)
            if not path:
                continue
            runs = bench.processes([bench.folio(*words, path) for words in COMMANDS.values()])
            for i, name in enumerate(COMMANDS):
                wall, processor, peak = (statistics.median(row[j] for row in runs[i])
                                         for j in range(3))
                bench.add(name, path, unit="ms", folio=wall, processor=processor,
                          peak_mib=peak / 1024)


def searches(bench):
    """Bar 3, of the command."""
    patterns = ((NEEDLE, [], 3), (NEEDLE.lower(), ["-i"], 5), (r"\bItem\s+7A\b", [], 5),
                (r"[A-Z][a-z]+ v\. [A-Z]", [], 5))
    for kind in KINDS_OF_TEXT:
        path = bench.inputs.text(kind, bench.large)
        if not path:
            continue
        for pattern, options, bar in patterns:
            words = ["grep", "-c", *options, pattern]
            rg = bench.peer("rg", "-c", *options, pattern, path)
            grep = bench.peer("grep", "-cE", *options, pattern, path)
            bench.beside("search", path, words, [(rg, (True, bar)), (grep, None)])


def outlines(bench):
    """Bar 4: each filing at most a fiftieth of 0.8 s."""
    files = bench.inputs.every_filing()
    size = sum(os.path.getsize(name) for name in files)
    for words in (["outline"], ["outline", "--json"]):
        name = " ".join(words)
        rows = bench.processes([bench.folio(*words, *files)])[0]
        wall = statistics.median(row[0] for row in rows)
        rate, each = size / MB / (wall / 1e3), wall / len(files)
        peak = statistics.median(row[2] for row in rows) / 1024
        bench.add("%s of %d filings" % (name, len(files)), bytes=size, unit="MB/s", folio=rate,
                  peak_mib=peak, bar="at least 150", met=rate >= 150)
        bench.add("%s, each filing" % name, unit="ms", folio=each, bar="at most 16",
                  met=each <= 16)
