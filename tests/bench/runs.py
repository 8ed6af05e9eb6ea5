# SPDX-License-Identifier: MIT
"""Runs folio beside its peers, and keeps and shows what comes of it."""

import os
import shutil
import statistics
import subprocess
import sys

FEW = 3  # rounds of what takes long


def rows_of(command, rounds):
    """Runs screen or process; for each command the list of its rows of numbers."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    runs = {}
    for line in done.stdout.splitlines():
        number, *figures = line.split()
        runs.setdefault(int(number), []).append([float(f) for f in figures])
    if done.returncode != 0 or any(len(rows) != rounds for rows in runs.values()):
        raise RuntimeError(done.stderr.strip() or "no figures")
    return runs


def between(commands):
    line = []
    for command in commands:
        line += (["--"] if line else []) + command
    return line


class Bench:
    """The program that is measured, its peers, and the results."""

    def __init__(self, build, inputs, rounds, quick):
        self.build = build
        self.inputs = inputs
        self.rounds = rounds
        self.few = min(rounds, FEW)
        self.quick = quick
        self.large = 20 if quick else 200  # MB of a long filing
        self.results = []
        self.missing = []

    def tool(self, name):
        return os.path.join(self.build, "tests/bench", name)

    def folio(self, *words):
        return [os.path.join(self.build, "folio"), *words]

    def reader(self, path):
        return self.folio("--no-state", "--no-config", path)

    def peer(self, *words):
        """The command line of a peer, or None when it is not installed."""
        found = shutil.which(words[0])
        if found:
            return [found, *words[1:]]
        if words[0] not in self.missing:
            self.missing.append(words[0])
        return None

    # ---- results

    def add(self, name, path=None, bar=None, met=None, **figures):
        result = {"measure": name, "bar": bar, "met": met}
        if path:
            result.update(input=os.path.basename(path), bytes=os.path.getsize(path))
        result.update(figures)
        self.results.append(result)
        print(line_of(result), flush=True)

    def add_pair(self, name, path, unit, ours, theirs, peer, most):
        """Both took these figures, round by round. The bar is on the median of the ratios:
        (True, 2) for folio / peer at most 2, (False, 50) for peer / folio at least 50."""
        small = most is None or most[0]
        ratios = [a / b if small else b / a for a, b in zip(ours, theirs)]
        ratio = statistics.median(ratios)
        bar, met = None, None
        if most:
            bar = "%s %g" % ("at most" if small else "at least", most[1])
            met = ratio <= most[1] if small else ratio >= most[1]
        self.add(name, path, bar, met, unit=unit, folio=statistics.median(ours), peer=peer,
                 peers=statistics.median(theirs), ratio=ratio, least=min(ratios),
                 largest=max(ratios), rounds=len(ratios))

    def failed(self, name, path, why):
        print("bench: %s, %s: %s" % (name, os.path.basename(path), why.strip()), file=sys.stderr)

    # ---- runs

    def processes(self, commands, rounds=None):
        """Rows of milliseconds on the clock, on the processor, KiB at most."""
        rounds = rounds or self.rounds
        return rows_of([self.tool("process"), str(rounds)] + between(commands), rounds)

    def screens(self, commands, needle="", end="", rounds=None):
        """Rows of milliseconds to the first screen, hit and end; KiB at most, KiB of its own."""
        rounds = rounds or self.rounds
        command = [self.tool("screen"), str(rounds), needle, end] + between(commands)
        return rows_of(command, rounds)

    def beside(self, name, path, words, peers):
        """folio WORDS FILE beside each of the peers' (command, bar)."""
        peers = [(command, bar) for command, bar in peers if command]
        runs = self.processes([self.folio(*words, path)] + [command for command, _ in peers])
        for i, (command, bar) in enumerate(peers):
            shown = [os.path.basename(command[0])] + [w for w in command[1:] if w != path]
            self.add_pair(name, path, "ms", [row[0] for row in runs[0]],
                          [row[0] for row in runs[i + 1]], " ".join(shown), bar)
        return runs[0]

    def linking(self):
        """What the libraries cost before folio does anything: no bar."""
        runs = self.screens([[self.tool("empty")], [self.tool("bare")]])
        more = [a[0] - b[0] for a, b in zip(runs[0], runs[1])]
        self.add("an empty program with all libraries, beside one with curses only", unit="ms",
                 folio=statistics.median(row[0] for row in runs[0]),
                 peers=statistics.median(row[0] for row in runs[1]), more=statistics.median(more),
                 rounds=len(more))


# ---- the table

HEAD = "| measure | folio | beside | ratio (least to largest) | bar | |\n|---|---|---|---|---|---|"


def number(value):
    return "%.2f" % value if value < 100 else "%.0f" % value


def line_of(result):
    """A result as a line of the table."""
    words = result["measure"]
    if result.get("input"):
        words += ", " + result["input"]
    own = number(result["folio"]) + (" " + result["unit"] if result.get("unit") else "")
    if "processor" in result:
        own += ", processor %s" % number(result["processor"])
    if "peak_mib" in result:
        own += ", peak %s MiB" % number(result["peak_mib"])
    if result.get("key"):
        own += " (%s)" % result["key"]
    if "least" in result and "ratio" not in result:
        own += " (%s to %s)" % (number(result["least"]), number(result["largest"]))
    if result.get("rates"):
        own = ", ".join("%s: %s" % (size, number(rate)) for size, rate in result["rates"].items())
        own += " " + result["unit"] if result["unit"] else ""
    theirs = ""
    if "peers" in result:
        theirs = " ".join(filter(None, (result.get("peer"), number(result["peers"]))))
    ratio = ""
    if "ratio" in result:
        ratio = "%.3f" % result["ratio"]
    if "ratio" in result and "least" in result:
        ratio += " (%.3f to %.3f)" % (result["least"], result["largest"])
    met = {True: "met", False: "NOT met", None: ""}[result["met"]]
    cells = (words, own, theirs, ratio, result["bar"] or "", met)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
