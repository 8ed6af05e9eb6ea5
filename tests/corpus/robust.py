# SPDX-License-Identifier: MIT
"""Filings with truth, changed in each way of kinds.py, and how their outlines fit."""
import json
import os
import re
import tempfile

import outlines as ol
from case import Case
from kinds import KINDS

GROUPS = ("10-K, 10-Q html", "10-K, 10-Q text", "8-K")


def group_of(case):
    if case.name.startswith("8-K"):
        return "8-K"
    return "10-K, 10-Q " + ("html" if case.doc.html else "text")


def load(folio, folder, only, aside=False):
    """The filings with truth as they are."""
    sure = ol.confirmed()
    names = [n for n in sorted(os.listdir(folder))
             if os.path.isfile(os.path.join(folder, n)) and only in n and ol.aside(n) == aside
             and (n in sure or ol.gold(folder, n))]
    paths = [os.path.join(folder, n) for n in names]
    cases = []
    for name, path, outline in zip(names, paths, ol.outlines(folio, paths)):
        hand = ol.gold(folder, name)
        want = ol.want_of(name, hand) if hand else sure[name]
        if hand and "cross-reference" in json.dumps(hand):
            continue  # its Items are rows of an index, which the changes would not leave one
        with open(path, "rb") as file:
            raw = file.read()
        if outline and want:
            cases.append(Case(name, raw, outline, want))
    return cases


def changed(cases, kind, folder):
    """Makes the changed filings of a kind: (case, path, what must be found)."""
    made = []
    for case in cases:
        case.reset()
        KINDS[kind](case)
        if not case.changes.edits and not case.whole and kind != "as it is":
            continue
        raw, at = case.whole or case.changes.apply(case.raw)
        path = os.path.join(folder, case.name)
        with open(path, "wb") as file:
            file.write(raw)
        want = [w._replace(offset=at(case.moved.get(w.offset, w.offset)),
                           also=tuple(at(x) for x in w.also),
                           debatable=w.debatable or (w.kind, w.offset) in case.dropped)
                for w in case.want]
        made.append((case, path, want))
    return made


def measure(folio, cases, kinds, keep=None):
    """(kind, group) -> Tally, and all misses."""
    tallies, misses = {}, []
    with tempfile.TemporaryDirectory() as spare:
        for kind in kinds:
            folder = os.path.join(keep, re.sub(r"\W+", "-", kind)) if keep else spare
            os.makedirs(folder, exist_ok=True)
            made = changed(cases, kind, folder)
            found = ol.outlines(folio, [p for _, p, _ in made]) if made else []
            for (case, path, want), outline in zip(made, found):
                fit = ol.Fit(want, ol.got_of(case.name, outline))
                tallies.setdefault((kind, group_of(case)), ol.Tally()).add(fit)
                misses.append((kind, case, fit))
                if not keep:
                    os.unlink(path)
    return tallies, misses


def rows_of(tallies, kinds):
    """The lines of a table: kind, then recall, precision, exact of each group."""
    yield "| change | " + " | ".join("%s: files | recall | precision | exact" % g for g in GROUPS) \
        + " | wrong, of them sure, unsure |"
    yield "|---" * (4 * len(GROUPS) + 2) + "|"
    for kind in kinds:
        cells, wrong, sure, unsure = [], 0, 0, 0
        for group in GROUPS:
            t = tallies.get((kind, group))
            cells += ["%d" % t.files, "%.1f" % (100 * t.recall()), "%.1f" % (100 * t.precision()),
                      "%.1f" % (100 * t.exactness())] if t else ["-"] * 4
            if t:
                wrong, sure, unsure = wrong + t.wrong, sure + t.sure_wrong, unsure + t.unsure_wrong
        yield "| %s | %s | %d, %d, %d |" % (kind, " | ".join(cells), wrong, sure, unsure)
