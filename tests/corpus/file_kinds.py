# SPDX-License-Identifier: MIT
"""Changes to all of a filing: its styles, links, contents list, pages, or what sort of file it is.
Each takes a Case and notes its changes in it."""
import re

import changes as ch


def no_bold(c):
    if not c.doc.html:
        return
    for m in re.finditer(rb"font-weight\s*:\s*(bold(er)?|[5-9]00)|</?(b|strong)(\s[^>]*)?>",
                         c.raw[c.doc.start:c.doc.end], re.I):
        new = b"font-weight:400" if m[1] else b""
        c.changes.put(c.doc.start + m.start(), c.doc.start + m.end(), new)


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


def running(continued, part=False):
    def change(c):
        c.doc.scan()
        places = sorted(c.doc.breaks)
        for k, (w, label, title, match) in enumerate(sorted(c.heads(), key=lambda x: x[0].offset)):
            after = min([v.offset for v in c.placed if v.offset > w.offset],
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
    parts = sorted({w.offset: w.id for w in c.placed if w.kind == "part"}.items())
    for k, (start, part) in enumerate(parts):
        end = parts[k + 1][0] if k + 1 < len(parts) else \
            min([w.offset for w in c.placed if w.kind in ("signatures", "exhibit-index")
                 and w.offset > start], default=start)
        for at in c.doc.breaks:
            if start + 200 < at < end - 200:
                c.changes.put(at, at, c.paragraph("PART " + part))


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
    marks = sorted({w.offset for w in c.placed})
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


def classes(c):
    """Styles are named in a sheet, not written at each element."""
    names = {}
    for m in re.finditer(rb"(<[a-zA-Z][^>]*?)\sstyle=\"([^\">]*)\"([^>]*>)", c.raw[c.doc.start:c.doc.end]):
        if b"class=" in m[0] or b"display" in m[2] or b"style=" in m[3]:
            continue
        name = names.setdefault(m[2], b"s%d" % len(names))
        c.changes.put(c.doc.start + m.end(1), c.doc.start + m.start(3), b" class=\"" + name + b"\"")
    head = re.compile(rb"<head>|<html[^>]*>", re.I).search(c.raw, c.doc.start)
    if names and head:
        sheet = b"".join(b".%s{%s}\n" % (n, ch.html.unescape(t.decode("utf-8", "replace")).encode())
                         for t, n in names.items())
        at = c.raw.find(b"<head>", head.start(), head.start() + 5000)
        at = at + 6 if at >= 0 else head.end()
        c.changes.put(at, at, b"<style type=\"text/css\">" + sheet + b"</style>")


def in_pre(c):
    """Text inside HTML, as it was, in one element pre."""
    if c.doc.html:
        return
    text = c.raw.find(b"<TEXT>", c.doc.start, c.doc.end)
    start = text + 6 if text >= 0 else c.doc.start
    end = c.raw.rfind(b"</TEXT>", start, c.doc.end)
    end = end if end >= 0 else c.doc.end
    c.changes.put(start, start, b"<HTML><BODY><PRE>\n")
    for m in re.finditer(rb"&|<(?!/?(?:PAGE|TABLE|CAPTION|S|C)>)", c.raw[start:end]):
        c.changes.put(start + m.start(), start + m.end(), b"&amp;" if m[0] == b"&" else b"&lt;")
    c.changes.put(end, end, b"</PRE></BODY></HTML>\n")


ASCII = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2014": "-",
                       "\u2013": "-", "\u2022": "o", "\u200b": None, "\u2612": "X"})


def plain_text(c):
    """HTML as text of 80 columns: a line for a block or a row, cells apart, no styles, no links."""
    if not c.doc.html or c.doc.start:
        return
    hidden = c.raw.find(b"</ix:header>")
    body = re.compile(rb"<body[^>]*>", re.I).search(c.raw)
    begin = hidden + 12 if hidden >= 0 else body.end() if body else 0
    out, size, olds, news = [], 0, [], []
    column, cell = 0, False

    def put(text, at):
        nonlocal size
        olds.append(at)
        news.append(size)
        out.append(text)
        size += len(text)

    word, word_at = b"", begin
    for what, start, end in c.doc.letters(begin, len(c.raw)):
        if what not in "\n\t" and what not in ch.SPACE:
            if not word:
                word_at = start
            word += what.translate(ASCII).encode("ascii", "replace")
            continue
        if word:
            if column + 1 + len(word) > 80:
                put(b"\n", word_at)
                column = 0
            elif column:
                put(b" ", word_at)
            put(word, word_at)
            column, word = column + len(word) + 1, b""
        tag = c.raw[start:start + 4].lower()
        if what == "\t":
            cell = tag in (b"<td>", b"<td ", b"<th>", b"<th ")
            if column and cell:
                put(b"   ", start)
                column += 3
        elif tag in (b"</tr", b"<tr>", b"<tr ", b"</ta", b"<tab"):
            cell = False
        if what == "\n" and start == end and (column or tag == b"</ta") and not cell:
            put(b"\n" if tag in (b"</tr", b"<tr>", b"<tr ") else b"\n\n", start)
            column = 0
    c.whole = b"".join(out) + b"\n", lambda x: news[max(0, ch.bisect.bisect_right(olds, x) - 1)]


def both(*kinds):
    def change(c):
        for kind in kinds:
            kind(c)
    return change
