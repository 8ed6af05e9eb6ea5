# SPDX-License-Identifier: MIT
"""Kinds of changes to a filing's headings, contents list, links and pages: each takes a Case and
notes its changes in it. What they are for is said in ablate."""
import re

import changes as ch
import outlines as ol

WORDS = ("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN "
         "FIFTEEN SIXTEEN").split()


class Case:
    """A filing with truth, and one set of changes to it."""

    def __init__(self, name, raw, outline, want):
        main = ol.main_documents(outline)[0]
        self.name, self.raw, self.want, self.main = name, raw, want, main
        self.doc = ch.Document(raw, main["offset"], main["offset"] + main["length"])
        self.reset()
        own = list(ol.own_nodes(main))
        first = min([w.offset for w in want], default=0)
        self.contents = [(n["offset"], min(n["offset"] + n["length"], first)) for n in own
                         if n["kind"] == "contents" and n["offset"] < first]

    def reset(self):
        self.changes = ch.Changes()
        self.moved = {}    # a heading's old offset -> the old offset where it begins now
        self.dropped = set()  # kinds and offsets that may be found, or not

    def heads(self, kind="item"):
        seen = set()
        for w in self.want:
            if w.kind == kind and w.offset not in seen:
                seen.add(w.offset)
                yield (w,) + self.doc.heading(w.offset)

    def again(self):
        """The labels of Items at line starts outside the contents list that are no headings."""
        known = {w.offset for w in self.want}
        for at in self.doc.label_places():
            if at in known or any(start <= at < end for start, end in self.contents):
                continue
            label, title, match = self.doc.heading(at)
            if label and title:
                yield label, title, match

    def paragraph(self, text):
        if self.doc.html:
            return ("<p>" + text.replace("&", "&amp;") + "</p>").encode()
        return ("\n     " + text + "\n\n").encode()


def no_labels(c):
    for w, label, title, _ in c.heads():
        if label and title:
            ch.drop(c.changes, label)
            c.moved[w.offset] = title[0][1]
    for label, _, _ in c.again():
        ch.drop(c.changes, label)


def no_bold(c):
    if not c.doc.html:
        return
    for m in re.finditer(rb"font-weight\s*:\s*(bold(er)?|[5-9]00)|</?(b|strong)(\s[^>]*)?>",
                         c.raw[c.doc.start:c.doc.end], re.I):
        new = b"font-weight:400" if m[1] else b""
        c.changes.put(c.doc.start + m.start(), c.doc.start + m.end(), new)


def no_parts(c):
    for w, _, _, _ in c.heads("part"):
        line = c.doc.line(c.doc.letters(w.offset), 0)
        text = "".join(x[0] for x in line)
        item = re.search(r"\bITEMS?[\s\u00a0]*\d", text, re.I)
        ch.drop(c.changes, line[:item.start()] if item else line)
        c.dropped.add(("part", w.offset))


def no_contents(c):
    for start, end in c.contents:
        letters = [x for x in c.doc.letters(start, 100000) if x[1] < end]
        text = "".join(x[0] for x in letters)
        if len(re.findall(r"ITEM[\s\u00a0]*\d|^[\s\u00a0]*\d+[A-C]?\.", text, re.I | re.M)) < 4:
            continue
        ch.drop(c.changes, letters)
        for m in re.finditer(rb"\shref=\"?#[^\s\">]*\"?", c.raw[start:end], re.I):
            c.changes.put(start + m.start(), start + m.end(), b"")


def no_links(c):
    for m in re.finditer(rb"\shref\s*=\s*(\"#[^\">]*\"|'#[^'>]*'|#[^\s>]*)",
                         c.raw[c.doc.start:c.doc.end], re.I):
        c.changes.put(c.doc.start + m.start(), c.doc.start + m.end(), b"")


def split_blocks(c):
    for _, label, title, _ in c.heads():
        if not label or not title or title[0][1] - label[-1][2] > 40:
            continue
        at = title[0][1]
        if not c.doc.html:
            c.changes.put(label[-1][2], at, b"\n\n")
            continue
        around = c.doc.open_at(at)
        if not around or ch.NAME.match(around[0][0])[1].lower() not in (b"p", b"div"):
            continue
        close = b"".join(b"</" + ch.NAME.match(t)[1] + b">" for t in reversed(around[1]))
        name = ch.NAME.match(around[0][0])[1]
        block = re.sub(rb"\s(id|name)=\"[^\"]*\"", b"", around[0][0])
        c.changes.put(at, at, close + b"</" + name + b">" + block + b"".join(around[1]))


def split_cells(c):
    if not c.doc.html:
        for _, label, title, _ in c.heads():
            if label and title:
                c.changes.put(label[-1][2], title[0][1], b"          ")
        return
    for _, label, title, _ in c.heads():
        if not label or not title or title[0][1] - label[-1][2] > 40:
            continue
        around = c.doc.open_at(title[0][1])
        if not around or ch.NAME.match(around[0][0])[1].lower() not in (b"p", b"div"):
            continue
        name = ch.NAME.match(around[0][0])[1]
        end = c.raw.find(b"</" + name, title[-1][2], title[-1][2] + 400)
        if end < 0:
            continue
        close = b"".join(b"</" + ch.NAME.match(t)[1] + b">" for t in reversed(around[1]))
        c.changes.put(around[0].start(), around[0].end(),
                      b"<table width=100%><tr><td width=10% valign=top>" + around[0][0])
        c.changes.put(title[0][1], title[0][1], close + b"</" + name + b"></td><td>"
                      + re.sub(rb"\s(id|name)=\"[^\"]*\"", b"", around[0][0]) + b"".join(around[1]))
        c.changes.put(end, end + len(name) + 3, b"</" + name + b"></td></tr></table>")


def spelled(new):
    def change(c):
        for w, label, title, match in c.heads():
            if label and not match["more"].strip():
                text = new(match["number"].upper(), c)
                if text:
                    ch.write(c.changes, label, text)
        for label, _, match in c.again():
            text = None if match["more"].strip() else new(match["number"].upper(), c)
            if text:
                ch.write(c.changes, label, text)
    return change


def in_words(n, _):
    return "ITEM " + WORDS[int(n)] + "." if n.isdigit() and int(n) < len(WORDS) else None


def spaced(n, c):
    return "I T E M   " + n + "."


def running(continued, part=False):
    def change(c):
        c.doc.scan()
        places = sorted(c.doc.breaks)
        for k, (w, label, title, match) in enumerate(sorted(c.heads(), key=lambda x: x[0].offset)):
            after = min([v.offset for v in c.want if v.offset > w.offset],
                        default=min(c.doc.end, w.offset + 200000))
            text = "".join(x[0] for x in title)[:120]
            if not match or not text:
                continue
            line = "Item " + match["number"] + ". " + text + continued
            for at in places:
                if w.offset + 200 < at < after - 200:
                    c.changes.put(at, at, c.paragraph("Meadowlark Holdings, Inc.") * (not part)
                                  + c.paragraph(line))
    return change


def running_part(c):
    c.doc.scan()
    parts = sorted({w.offset: w.id for w in c.want if w.kind == "part"}.items())
    for k, (start, part) in enumerate(parts):
        end = parts[k + 1][0] if k + 1 < len(parts) else \
            min([w.offset for w in c.want if w.kind in ("signatures", "exhibit-index")
                 and w.offset > start], default=start)
        for at in c.doc.breaks:
            if start + 200 < at < end - 200:
                c.changes.put(at, at, c.paragraph("PART " + part))


def capitals(c):
    for _, label, title, _ in list(c.heads()) + list(c.heads("part")):
        for x in label + title:
            if x[2] - x[1] == 1 and x[0].isalpha():
                c.changes.put(x[1], x[2], x[0].upper().encode())


def small_letters(c):
    for _, _, title, _ in c.heads():
        for x in title[1:]:
            if x[2] - x[1] == 1 and x[0].isalpha():
                c.changes.put(x[1], x[2], x[0].lower().encode())


def retitled(turn):
    def change(c):
        for _, label, title, _ in c.heads():
            text = "".join(x[0] for x in title)
            if label and title and len(text) < 200:
                new = turn(text)
                if new != text:
                    ch.write(c.changes, title, new)
    return change


def misspelt(text):
    words = sorted(re.findall(r"[A-Za-z]{6,}", text), key=len)
    if not words:
        return text
    word = words[-1]
    half = len(word) // 2
    return text.replace(word, word[:half] + word[half + 1] + word[half] + word[half + 2:], 1)


def reworded(text):
    text = re.sub(r"\band\b", "&", text, flags=re.I)
    text = re.sub(r"^(the )?", "", text, flags=re.I)
    return re.sub(r"['\u2019]s\b", "", text) + " of the Company"


REFERENCES = (
    "Item 7 of Part II of this report describes our results of operations and financial condition.",
    "Item 1A. Risk Factors of our Annual Report on Form 10-K for the prior year describes the risks "
    "that we face, and should be read together with this report.",
    "Items 1 and 2 of our annual report contain further information on our business.",
    "Part II, Item 8 of this report contains our consolidated financial statements.",
    "Item 3, Legal Proceedings, is incorporated here by reference.",
    "Item 2. Management's Discussion and Analysis of Financial Condition and Results of Operations "
    "above contains forward-looking statements.",
    "Item 9.01 of our current report of last month lists the exhibits.",
)
WRAPPED = (
    ("The legal matters that we describe in this report under the caption", "Item 1. Legal Proceedings",
     "are not expected to be material."),
    ("Further information can be found in Part I,", "Item 2. Management's Discussion and Analysis of "
     "Financial Condition and Results of Operations", "and is incorporated by reference."),
    ("The risks are discussed in", "Item 1A. Risk Factors", "of our annual report."),
)


def between(c, texts):
    """Puts texts inside the Items, one in each, where a paragraph ends."""
    c.doc.scan()
    marks = sorted({w.offset for w in c.want})
    for k, start in enumerate(marks):
        end = marks[k + 1] if k + 1 < len(marks) else c.doc.end
        for at in c.doc.places:
            if at > start + max(300, (end - start) // 2) and at < end - 100:
                c.changes.put(at, at, texts(k))
                break


def references(c):
    between(c, lambda k: c.paragraph(REFERENCES[k % len(REFERENCES)]))


def wrapped(c):
    def text(k):
        before, label, after = WRAPPED[k % len(WRAPPED)]
        if c.doc.html:
            return c.paragraph(before + "<br>" + label + "<br>" + after)
        return ("\n     %s\n%s\n%s\n\n" % (before, label, after)).encode()
    between(c, text)


def contents_last(c):
    rows, page = [], 3
    for w, label, title, match in sorted(c.heads(), key=lambda x: x[0].offset):
        if match:
            rows.append(("Item " + match["number"] + ".", "".join(x[0] for x in title)[:90], str(page)))
            page += 2
    if len(rows) < 4:
        return
    if c.doc.html:
        esc = lambda s: s.replace("&", "&amp;").encode("ascii", "xmlcharrefreplace")  # noqa: E731
        at = c.raw.lower().rfind(b"</body", c.doc.start, c.doc.end)
        new = b"<p>TABLE OF CONTENTS</p><table>" + b"".join(
            b"<tr><td>" + esc(a) + b"</td><td>" + esc(b) + b"</td><td>" + esc(p) + b"</td></tr>"
            for a, b, p in rows) + b"</table>"
    else:
        at = c.raw.rfind(b"</TEXT>", c.doc.start, c.doc.end)
        new = "\n                    TABLE OF CONTENTS\n\n" + "".join(
            "%-10s %-60.60s %5s\n" % row for row in rows) + "\n"
        new = new.encode("ascii", "replace")
    c.changes.put(at if at > 0 else c.doc.end, at if at > 0 else c.doc.end, new)


def no_titles(c):
    for _, label, title, _ in c.heads():
        if label and title and len(title) < 200:
            ch.drop(c.changes, title)


def run_in(c):
    """The heading stands at the start of its first paragraph."""
    for _, label, title, _ in c.heads():
        if not title:
            continue
        end = title[-1][2]
        if not c.doc.html:
            m = re.compile(rb"[ \t]*\r?\n[ \t\r\n]*(?=[A-Z][a-z]+ [a-z])").match(c.raw, end)
            if m:
                c.changes.put(end, m.end(), b"  ")
            continue
        m = re.compile(rb"((?:</(?:span|font|b|strong|u|i|a)>)*)\s*</(p|div)>\s*<\2\b[^>]*>"
                       rb"(?=(?:<(?:span|font)[^>]*>)*[A-Z])", re.I).match(c.raw, end)
        if m:
            c.changes.put(end, m.end(), m[1] + b" ")


def both(*kinds):
    def change(c):
        for kind in kinds:
            kind(c)
    return change


KINDS = {
    "as it is": lambda c: None,
    "no labels": no_labels,
    "no bold": no_bold,
    "no Part lines": no_parts,
    "no contents list": no_contents,
    "no links": no_links,
    "split, paragraphs": split_blocks,
    "split, cells": split_cells,
    "ITEM ONE": spelled(in_words),
    "Item No. 1": spelled(lambda n, c: "Item No. " + n + "."),
    "Item 1:": spelled(lambda n, c: "Item " + n + ":"),
    "Item1.": spelled(lambda n, c: "Item" + n + ". "),
    "ITEM 1 -": spelled(lambda n, c: "ITEM " + n + " - "),
    "Item 1": spelled(lambda n, c: "Item " + n + " "),
    "I T E M 1": spelled(spaced),
    "1.": spelled(lambda n, c: n + ". "),
    "running (Continued)": running(" (Continued)"),
    "running": running(""),
    "running PART": running_part,
    "small letters": small_letters,
    "capitals": capitals,
    "misspelt": retitled(misspelt),
    "reworded": retitled(reworded),
    "no titles": no_titles,
    "run in": run_in,
    "references": references,
    "references wrapped": wrapped,
    "contents at the end": contents_last,
    "no bold, links": both(no_bold, no_links),
    "no Parts, contents": both(no_parts, no_contents),
    "no bold, Parts, contents, links": both(no_links, no_contents, no_bold, no_parts),
    "no labels, links": both(no_labels, no_links),
    "no labels, bold": both(no_labels, no_bold),
    "no labels, contents": both(no_labels, no_contents),
}
