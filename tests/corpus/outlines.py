# SPDX-License-Identifier: MIT
"""What folio prints of the outlines of filings, and how that fits the truth.

Truth is of three sorts: hand (gold/NAME.outline.json of the corpus, read by people), own
(truth/NAME.outline.json, read for this project) and confirmed (truth/confirmed.tsv: Items where the
file has a line with their label and the next Item as far behind it as another extractor says; the
rest of that file counts neither way).

Own truth has the shape of the hand truth; a node may have `also`, other offsets that will do, and a
note; a note that says debatable makes the node count neither way.
"""
import hashlib
import json
import os
import re
import subprocess
from collections import namedtuple

HERE = os.path.dirname(os.path.abspath(__file__))
TOLERANCE = 80  # bytes between a heading and the node that is it
SURE, UNSURE = 0.95, 0.8  # what a right node should have at least, and a wrong one less than
KINDS = ("part", "item", "signatures", "exhibit-index")

# also: other offsets where the heading may be said to be, when it is printed twice in a row.
Want = namedtuple("Want", "kind part id offset debatable title also")
Got = namedtuple("Got", "kind part id offset confidence found_by")


def corpus():
    """The folder of the corpus, or None."""
    path = os.environ.get("FOLIO_CORPUS") or os.path.join(HERE, "../../../shared/corpus")
    path = os.path.abspath(path)
    return path if os.path.isdir(os.path.join(path, "gold")) else None


def aside(name):
    """Is the filing of the third that nobody looks at?"""
    return int(hashlib.md5(name.encode()).hexdigest()[:8], 16) % 3 == 0


def number(s):
    return re.sub(r"[\s.]+$", "", str(s)).upper().replace(" ", "")


def outlines(folio, paths):
    """The outline of each path, from one process; None where there is none."""
    done = subprocess.run([folio, "outline", "--json"] + paths, capture_output=True, timeout=600)
    found = {}
    for line in done.stdout.decode("utf-8").splitlines():
        one = json.loads(line)
        found[one["file"]] = one
    return [found.get(p) for p in paths]


def own_nodes(document):
    """The nodes of a document without those of an exhibit that is printed in it."""
    skip = None
    for node in document["nodes"]:
        if skip is not None and node["level"] > skip:
            continue
        skip = node["level"] if node["kind"] == "exhibit" else None
        if skip is None:
            yield node


def main_documents(outline):
    docs = [d for d in outline["documents"]
            if not str(d.get("type") or "").upper().startswith(("EX-", "GRAPHIC", "COVER"))]
    return docs or outline["documents"][:1]


def got_of(name, outline):
    """What the outline has of the kinds that truth speaks of."""
    tenq, got = name.startswith("10-Q"), []
    for document in main_documents(outline) if outline else []:
        for n in own_nodes(document):
            if n["kind"] not in KINDS:
                continue
            ids = {"item": n.get("items") or [], "part": [n.get("part") or n["id"]]}
            for i in ids.get(n["kind"], [""]):
                part = n.get("part") if tenq and n["kind"] == "item" else None
                got.append(Got(n["kind"], part, number(i), n["offset"], n["confidence"],
                               n["found_by"]))
    return got


def want_of(name, gold):
    """What a gold file says."""
    tenq, want = name.startswith("10-Q"), []
    for n in gold["nodes"]:
        if n["kind"] not in KINDS:
            continue
        for i in [number(x) for x in n.get("ids", [])] or [""]:
            part = n.get("part") if tenq and n["kind"] == "item" else None
            debatable = "debatable" in (n.get("note") or "")
            want.append(Want(n["kind"], part, i, n["offset"], debatable, n.get("title") or "",
                             tuple(n.get("also", []))))
    return want


class Fit:
    """How an outline fits the truth."""

    def __init__(self, want, got):
        self.right, self.far, self.missed, self.extra = [], [], [], []
        used = set()
        for w in want:
            hits = [j for j, g in enumerate(got)
                    if j not in used and (g.kind, g.part, g.id) == (w.kind, w.part, w.id)]
            away = {j: min(abs(got[j].offset - x) for x in (w.offset,) + w.also) for j in hits}
            j = min(hits, key=away.get, default=None)
            if j is not None:
                used.add(j)
            if w.debatable:
                continue
            if j is None:
                self.missed.append(w)
            elif away[j] <= TOLERANCE:
                self.right.append(got[j])
            else:
                self.far.append((w, got[j]))
        self.extra = [g for j, g in enumerate(got) if j not in used]

    def wrong(self):
        return [g for _, g in self.far] + self.extra

    def perfect(self):
        return not (self.far or self.missed or self.extra)


class Tally:
    """The sum of fits."""

    def __init__(self):
        self.files = self.want = self.found = self.exact = self.extra = self.perfect = 0
        self.sure_right = self.sure_wrong = self.unsure_wrong = self.wrong = 0

    def add(self, fit):
        self.files += 1
        self.exact += len(fit.right)
        self.found += len(fit.right) + len(fit.far)
        self.want += len(fit.right) + len(fit.far) + len(fit.missed)
        self.extra += len(fit.extra)
        self.perfect += fit.perfect()
        self.sure_right += sum(g.confidence >= SURE for g in fit.right)
        wrong = fit.wrong()
        self.wrong += len(wrong)
        self.sure_wrong += sum(g.confidence >= SURE for g in wrong)
        self.unsure_wrong += sum(g.confidence < UNSURE for g in wrong)

    def recall(self):
        return self.found / (self.want or 1)

    def precision(self):
        return self.found / ((self.found + self.extra) or 1)

    def exactness(self):
        return self.exact / (self.found or 1)


def read(path):
    """The JSON in a file; None when there is no such file."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def own(name):
    """Our own truth of a filing, or None."""
    return read(os.path.join(HERE, "truth", name + ".outline.json"))


def gold(folder, name):
    """The truth that was read by hand, for the corpus or by us; None."""
    return read(os.path.join(folder, "gold", name + ".outline.json")) or own(name)


def table(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file]


def confirmed():
    """name -> what confirmed.tsv says of it; unconfirmed rows are debatable."""
    found = {}
    for row in table(os.path.join(HERE, "truth", "confirmed.tsv")):
        if row[0].startswith("#"):
            continue
        name, kind, part, i, offset, sure = row
        found.setdefault(name, []).append(
            Want(kind, part or None, i, int(offset), sure != "yes", "", ()))
    return found


def lengths_differ(name, outline, gold_lengths):
    """(key, length, the other extractor's, why) of the Items whose length it says differently."""
    tenq, document = name.startswith("10-Q"), main_documents(outline)[0]
    nodes = [n for n in own_nodes(document) if n["kind"] in KINDS]
    end = document["offset"] + document["length"]
    count = {e["identifier"]: e["character_count"] for e in gold_lengths}
    for at, n in enumerate(nodes):
        part = {"I": "part1", "II": "part2"}.get(n["part"] or "", "") + "item" if tenq else ""
        for i in n.get("items") or [] if n["kind"] == "item" else []:
            key = part + number(i).lower() if tenq else number(i)
            theirs = count.get(key)
            if not theirs:
                continue
            fits = lambda x: abs(x - theirs) <= max(300, 0.03 * theirs)  # noqa: E731
            after = nodes[at + 1]["offset"] if at + 1 < len(nodes) else end
            item = next((m["offset"] for m in nodes[at + 1:] if m["kind"] == "item"), end)
            last = key in ("15", "16", "part2item6")
            if fits(after - n["offset"]) or fits(n["length"]) or last and fits(end - n["offset"]):
                continue
            why = "It counts the Part line and the page's edge below, up to the next Item." \
                if fits(item - n["offset"]) else "More than the file has from the heading to its end." \
                if theirs > end - n["offset"] else "Not explained."
            yield key, after - n["offset"], theirs, why
