# SPDX-License-Identifier: MIT
"""The measures of make bench: what is run, and what comes of it."""

import os
import re
import shutil
import statistics
import subprocess

from inputs import MB, NEEDLE


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
        self.quick = quick
        self.results = []
        self.remarks = []

    def tool(self, name):
        return os.path.join(self.build, "tests/bench", name)

    def folio(self, *words):
        return [os.path.join(self.build, "folio"), *words]

    def peer(self, *words):
        """The command line of a peer, or None when it is not installed."""
        found = shutil.which(words[0])
        if found:
            return [found, *words[1:]]
        if words[0] not in self.remarks:
            self.remarks.append(words[0])
        return None

    # ---- results

    def add(self, name, bar=None, met=None, **figures):
        result = {"measure": name, "bar": bar, "met": met, **figures}
        self.results.append(result)
        print(line_of(result), flush=True)

    def add_pair(self, name, input_path, unit, ours, theirs, peer, most):
        """Both took these figures, round by round. The bar is on the median of the ratios: (True, 2)
        for folio / peer at most 2, (False, 50) for peer / folio at least 50."""
        ratios = [a / b if most is None or most[0] else b / a for a, b in zip(ours, theirs)]
        ratio = statistics.median(ratios)
        self.add(
            name,
            input=os.path.basename(input_path),
            bytes=os.path.getsize(input_path),
            unit=unit,
            folio=statistics.median(ours),
            peer=peer,
            peers=statistics.median(theirs),
            ratio=ratio,
            least=min(ratios),
            largest=max(ratios),
            rounds=len(ratios),
            bar=None if most is None else "%s %g" % ("at most" if most[0] else "at least", most[1]),
            met=None if most is None else (ratio <= most[1] if most[0] else ratio >= most[1]),
        )

    # ---- runs

    def processes(self, commands):
        command = [self.tool("process"), str(self.rounds)] + between(commands)
        return rows_of(command, self.rounds)

    def screens(self, commands, needle="", end="", rounds=None):
        rounds = rounds or self.rounds
        command = [self.tool("screen"), str(rounds), needle, end] + between(commands)
        return rows_of(command, rounds)

    def beside(self, name, path, words, peers, column=0):
        """folio WORDS FILE beside each of the peers' (command, bar)."""
        if not path:
            return None
        peers = [(c, bar) for c, bar in peers if c]
        ours = self.folio(*words, path)
        runs = self.processes([ours] + [c for c, _ in peers])
        for i, (command, bar) in enumerate(peers):
            self.add_pair(
                name,
                path,
                "ms",
                [row[column] for row in runs[0]],
                [row[column] for row in runs[i + 1]],
                " ".join(os.path.basename(word) for word in command if word != path),
                bar,
            )
        return runs[0]

    # ---- the measures

    def first_screens(self):
        """Bar 1."""
        reader = ("--no-state", "--no-config")
        sizes = [20] if self.quick else [200, 1000]
        shown = {}
        for kind in ("document", "submissions"):
            for size in sizes:
                path = self.inputs.text(kind, size * MB)
                if not path:
                    continue
                commands = [self.folio(*reader, path), [self.tool("empty")], [self.tool("bare")]]
                less = self.peer("less", path)
                runs = self.screens(commands + ([less] if less else []))
                ours = [row[0] for row in runs[0]]
                shown[kind, size] = statistics.median(ours)
                empty = [row[0] for row in runs[1]]
                over = statistics.median(a - b for a, b in zip(ours, empty))
                if less:
                    least = statistics.median(row[0] for row in runs[3])
                    most = max(2, (statistics.median(empty) + 3) / least)
                    self.add_pair("first screen", path, "ms", ours, [r[0] for r in runs[3]], "less",
                                  (True, round(most, 2)))
                self.add("first screen, over an empty program", input=os.path.basename(path),
                         unit="ms", folio=over)
                self.add("cost of linking: an empty program with the libraries, and without",
                         unit="ms", folio=statistics.median(empty),
                         peers=statistics.median(row[0] for row in runs[2]))
            if len(sizes) > 1 and all((kind, size) in shown for size in sizes):
                self.add("first screen of 1 GB over that of 200 MB, " + kind, unit="times",
                         folio=shown[kind, 1000] / shown[kind, 200], bar="the same",
                         met=shown[kind, 1000] < 1.15 * shown[kind, 200])
        path = self.inputs.html("ixbrl", 4 * MB)
        for peer, most in ((self.peer("w3m", "-T", "text/html", path), 0.15),
                           (self.peer("links", path), 0.3), (self.peer("lynx", path), None)):
            if peer:
                runs = self.screens([self.folio(*reader, path), peer])
                self.add_pair("first screen", path, "ms", [r[0] for r in runs[0]],
                              [r[0] for r in runs[1]], os.path.basename(peer[0]),
                              most and (True, most))

    def texts(self):
        """Bar 2, and the memory of bar 5."""
        for kind, parser, bars in (("ixbrl", "xml", (0.2, 0.12, 2.5)),
                                   ("html2003", "html", (None, None, 1.6))):
            path = self.inputs.html(kind, 4 * MB)
            links, w3m, sax = ((True, bar) if bar else None for bar in bars)
            rows = self.beside("text", path, ["text"], [
                (self.peer("links", "-dump", path), links),
                (self.peer("w3m", "-dump", "-T", "text/html", path), w3m),
                (self.peer("lynx", "-dump", path), None),
                (self.peer("xmllint", "--html", "--noout", path), None),
                ([self.tool("sax"), parser, path], sax),
            ])
            peak = max(row[2] for row in rows) / 1024
            self.add("text, peak memory", input=os.path.basename(path), unit="MiB", folio=peak,
                     bar="at most 16", met=peak <= 16)

    def searches(self):
        """Bar 3."""
        size = 20 if self.quick else 200
        patterns = ((NEEDLE, [], 3), (NEEDLE.lower(), ["-i"], 5), (r"\bItem\s+7A\b", [], 5),
                    (r"[A-Z][a-z]+ v\. [A-Z]", [], 5))
        for kind in ("document", "submissions"):
            path = self.inputs.text(kind, size * MB)
            for pattern, options, bar in patterns:
                words = ["grep", "-c", *options, pattern]
                rg = self.peer("rg", "-c", *options, pattern, path)
                grep = self.peer("grep", "-cP", *options, pattern, path)
                self.beside("search " + " ".join(options + [pattern]), path, words,
                            [(rg, (True, bar)), (grep, None)])
        path = self.inputs.text("document", size * MB)
        config = os.path.join(self.inputs.folder, "filing.yaml")
        with open(config, "w", encoding="ascii") as out:
            out.write("options:\n  scope: filing\n")
        reader = self.folio("--no-state", "--config", config)
        less = self.peer("less", path)
        if less:
            runs = self.screens([reader + [path], less], needle=NEEDLE, rounds=3)
            self.add_pair("search in the reader, times faster", path, "ms",
                          [row[1] for row in runs[0]], [row[1] for row in runs[1]], "less",
                          (False, 50))
        path = self.inputs.html("ixbrl", 4 * MB)
        runs = self.screens([reader + [path]], needle=NEEDLE)
        took = statistics.median(row[1] for row in runs[0])
        self.add("search in the reader, already open", input=os.path.basename(path), unit="ms",
                 folio=took, bar="at most 5", met=took <= 5)

    def outlines(self):
        """Bar 4."""
        files = self.inputs.every_filing()
        size = sum(os.path.getsize(name) for name in files)
        for words in (["outline"], ["outline", "--json"]):
            rows = self.processes([self.folio(*words, *files)])[0]
            rate = statistics.median(size / MB / (row[0] / 1e3) for row in rows)
            self.add("%s of %d filings" % (" ".join(words), len(files)), unit="MB/s", bytes=size,
                     folio=rate, bar="at least 150", met=rate >= 150)
            each = statistics.median(row[0] for row in rows) / len(files)
            self.add("%s, each filing" % " ".join(words), unit="ms", folio=each,
                     bar="at most 16 (50 times less than 0.8 s)", met=each <= 16)

    def memory(self):
        """Bar 5, of the reader."""
        size = 20 if self.quick else 200
        for path in (self.inputs.text("document", size * MB),
                     self.inputs.text("submissions", size * MB),
                     self.inputs.html("ixbrl", 4 * MB)):
            rows = self.screens([self.folio("--no-state", "--no-config", path)], end="G",
                                rounds=1)[0]
            own, peak = rows[0][4] / 1024, rows[0][3] / 1024
            html = path.endswith(".htm")
            self.add("reader, memory of its own after reading to the end",
                     input=os.path.basename(path), unit="MiB", folio=own,
                     bar=None if html else "at most 30", met=None if html else own <= 30)
            self.add("reader, peak memory with mapped pages", input=os.path.basename(path),
                     unit="MiB", folio=peak, bar="at most %g" % (16 if html else 1.2 * size),
                     met=peak <= (16 if html else 1.2 * size * MB / 1048576))

    def keys(self):
        """Bar 6."""
        size = 20 if self.quick else 200
        for path in (self.inputs.text("document", size * MB),
                     self.inputs.text("submissions", size * MB),
                     self.inputs.html("ixbrl", size * MB)):
            if not path:
                continue
            done = subprocess.run([self.tool("keys"), *self.folio(path), "2"], text=True,
                                  capture_output=True, check=False)
            for line in done.stdout.splitlines():
                found = re.match(r"(.*): (\S+), ([0-9.]+) ms \(bar (\d+)\): ", line)
                if found:
                    what, key, took, bar = found.groups()
                    self.add("keys, " + what, input=os.path.basename(path), unit="ms",
                             folio=float(took), key=key, bar="at most " + bar,
                             met=float(took) <= float(bar))

    def growth(self):
        """Bar 7: wall time per byte, and instructions per byte."""
        commands = {"text": ["text"], "outline": ["outline"], "grep": ["grep", "-c", NEEDLE]}
        sizes = [4, 20] if self.quick else [20, 200, 1000]
        for kind in ("document", "submissions"):
            paths = [self.inputs.text(kind, size * MB) for size in sizes]
            for name, words in commands.items():
                rates = {}
                for size, path in zip(sizes, paths):
                    if path:
                        rows = rows_of([self.tool("process"), "3", *self.folio(*words, path)], 3)[0]
                        rates[size] = statistics.median(row[0] for row in rows) / size
                self.add_growth("wall time per byte, %s, %s" % (name, kind), "ms/MB", rates, 1.3)
        if not self.peer("valgrind"):
            return
        sizes = [1, 4] if self.quick else [1, 4, 16, 64]
        for kind in ("document", "submissions", "ixbrl"):
            make = self.inputs.html if kind == "ixbrl" else self.inputs.text
            least = self.inputs.html("ixbrl", 1) if kind == "ixbrl" else self.nothing()
            for name, words in commands.items():
                base = self.instructions(words, least) if kind != "ixbrl" else 0
                counts = {s: self.instructions(words, make(kind, s * MB)) - base for s in sizes}
                if kind == "ixbrl":
                    rates = self.slopes(counts, sizes, make)
                else:
                    rates = {s: counts[s] / (s * MB) for s in sizes}
                self.add_growth("instructions per byte, %s, %s" % (name, kind), "", rates, 1.1)

    def slopes(self, counts, sizes, make):
        """Of a filing whose head stands once: what each further byte costs."""
        lengths = {s: os.path.getsize(make("ixbrl", s * MB)) for s in sizes}
        pairs = zip(sizes, sizes[1:])
        return {b: (counts[b] - counts[a]) / (lengths[b] - lengths[a]) for a, b in pairs}

    def nothing(self):
        path = os.path.join(self.inputs.folder, "nothing.txt")
        with open(path, "w", encoding="ascii") as out:
            out.write("<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nNothing.\n</TEXT>\n</DOCUMENT>\n")
        return path

    def add_growth(self, name, unit, rates, most):
        if len(rates) < 2:
            return
        growth = max(rates.values()) / min(rates.values())
        self.add(name, unit=unit, rates={"%g MB" % s: round(r, 3) for s, r in rates.items()},
                 folio=list(rates.values())[-1], ratio=growth, bar="grows at most %g" % most,
                 met=growth <= most)

    def instructions(self, words, path):
        """As counted by callgrind, which is the same in each run."""
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
             *self.folio(*words, path)], capture_output=True, text=True, errors="replace",
            check=False)
        return int(re.search(r"Collected : (\d+)", done.stderr).group(1))


def number(value):
    return "%.2f" % value if value < 100 else "%.0f" % value


def line_of(result):
    """A result as a line of the table."""
    words = result["measure"]
    if result.get("input"):
        words += ", " + result["input"]
    own = number(result["folio"]) + (" " + result["unit"] if result.get("unit") else "")
    if result.get("key"):
        own += " (%s)" % result["key"]
    if result.get("rates"):
        own = ", ".join("%s: %s" % (s, number(r)) for s, r in result["rates"].items())
    theirs = ""
    if "peers" in result:
        theirs = "%s%s" % (result["peer"] + " " if result.get("peer") else "",
                           number(result["peers"]))
    ratio = ""
    if "ratio" in result:
        ratio = "%.3f" % result["ratio"]
        if "least" in result:
            ratio += " (%.3f to %.3f)" % (result["least"], result["largest"])
    met = {True: "met", False: "NOT met", None: ""}[result["met"]]
    return "| %s | %s | %s | %s | %s | %s |" % (words, own, theirs, ratio, result["bar"] or "", met)
