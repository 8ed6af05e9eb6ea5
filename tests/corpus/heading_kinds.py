# SPDX-License-Identifier: MIT
"""Changes to the headings of Items and Parts: their labels, titles, and how they are set. Each takes
a Case and notes its changes in it."""
import re

import changes as ch

WORDS = ("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN "
         "FIFTEEN SIXTEEN").split()


def no_labels(c):
    for w, label, title, _ in c.heads():
        if label and title:
            ch.drop(c.changes, label)
            c.moved[w.offset] = title[0][1]
    for label, _, _ in c.again():
        ch.drop(c.changes, label)


def no_parts(c):
    for w, _, _, _ in c.heads("part"):
        line = c.doc.line(c.doc.letters(w.offset), 0)
        text = "".join(x[0] for x in line)
        item = re.search(r"\bITEMS?[\s\u00a0]*\d", text, re.I)
        ch.drop(c.changes, line[:item.start()] if item else line)
        c.dropped.add(("part", w.offset))


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


def with_part(c):
    """Each Item's label says its Part: "PART II, ITEM 1."."""
    tenk = {"1": "I", "2": "I", "3": "I", "4": "I", "5": "II", "6": "II", "7": "II", "8": "II",
            "9": "II", "10": "III", "11": "III", "12": "III", "13": "III", "14": "III"}
    for w, label, title, match in c.heads():
        part = w.part or tenk.get(w.id.rstrip("ABC")) if c.name.startswith("10-") else None
        if part and label and title and not c.raw[:label[0][1]].endswith(b"PART"):
            c.changes.put(label[0][1], label[0][1], ("PART " + part + ", ").encode())


def dotted(n, _):
    return "Item " + n[:-1] + "." + n[-1] + "." if n[-1:].isalpha() and n[:-1].isdigit() else None


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
