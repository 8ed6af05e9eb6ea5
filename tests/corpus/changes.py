# SPDX-License-Identifier: MIT
"""A filing's main document as letters with places, and changes to it that keep a map of offsets."""
import bisect
import html
import re

TAG = re.compile(rb"<!--.*?-->|<[/!?a-zA-Z][^>]*>", re.S)
NAME = re.compile(rb"</?([a-zA-Z][\w:.-]*)")
ENTITY = re.compile(rb"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
BLOCKS = set("p div table tr td th ul ol li hr h1 h2 h3 h4 h5 h6 center body blockquote pre dl dd dt".split())
VOID = set("br hr img input meta link col area base".split())
SPACE = " \t\r\n\u00a0\u2002\u2003\u2009"
LABEL = re.compile(
    r"(?:PART[\s\u00a0]+[IV]+[\s\u00a0.,:;\u2014\u2013-]*)?"
    r"(?P<label>ITEMS?[\s\u00a0]*(?P<number>\d{1,2}(?:\.\d\d)?[A-C]?(?:\(T\))?|X)"
    r"(?P<more>(?:[\s\u00a0]*(?:,|and|&|through|to|,[\s\u00a0]*and)[\s\u00a0]*(?:ITEMS?[\s\u00a0]*)?\d{1,2}[A-C]?)*)"
    r"(?P<stop>[\s\u00a0]*[.:\u2014\u2013-]*))[\s\u00a0]*", re.I)
# A letter is (what, start, end): what is "\n" at a block's edge, "\t" at a cell's.


class Changes:
    """Changes of bytes; of two that overlap the first one given stays."""

    def __init__(self):
        self.edits = []

    def put(self, start, end, new):
        self.edits.append((start, end, new))

    def apply(self, raw):
        """The new bytes, and the map of offsets."""
        out, starts, shifts, at, shift = [], [0], [0], 0, 0
        for start, end, new in sorted(self.edits, key=lambda e: (e[0], e[1])):
            if start < at:
                continue
            out += [raw[at:start], new]
            at, shift = end, shift + len(new) - (end - start)
            starts.append(end)
            shifts.append(shift)
        out.append(raw[at:])
        return b"".join(out), lambda x: x + shifts[bisect.bisect_right(starts, x) - 1]


class Document:
    """The main document of a filing: bytes, where it begins and ends, whether it is HTML."""

    def __init__(self, raw, start, end):
        self.raw, self.start, self.end = raw, start, end
        self.html = b"<html" in raw[start:start + 400000].lower()
        self.places, self.breaks, self.labels = None, None, None

    def letters(self, at, most=700):
        """Letters from a place on, at most that many."""
        raw, out = self.raw, []
        while at < self.end and len(out) < most:
            c = raw[at:at + 1]
            if self.html and c == b"<":
                tag = TAG.match(raw, at)
                if not tag:
                    out.append(("<", at, at + 1))
                    at += 1
                    continue
                name = NAME.match(tag[0])
                name = name[1].decode().lower() if name else ""
                if name in ("td", "th"):
                    out.append(("\t", at, at))
                elif name in BLOCKS or name == "br":
                    out.append(("\n", at, at))
                at = tag.end()
                continue
            if self.html and c == b"&":
                entity = ENTITY.match(raw, at)
                if entity:
                    text = html.unescape(entity[0].decode())
                    out.append((text[:1], at, entity.end()))
                    at = entity.end()
                    continue
            if self.html and c in b"\r\n":
                c = b" "
            size = 1 if c < b"\x80" else 2 if c < b"\xe0" else 3 if c < b"\xf0" else 4
            try:
                text = raw[at:at + size].decode()
            except UnicodeDecodeError:
                text, size = "?", 1
            if size == 1:
                text = c.decode("latin-1")
            out.append((text, at, at + size))
            at += size
        return out

    def heading(self, at):
        """Of the heading that begins here: the letters of its label and of its title."""
        letters = self.letters(at)
        text = "".join(x[0] for x in letters)
        flat = text.replace("\n", " ").replace("\t", " ")
        match = LABEL.match(flat)
        if not match:
            return [], self.line(letters, 0), None
        label = letters[match.start("label"):match.end("label")]
        return label, self.line(letters, match.end()), match

    def line(self, letters, i):
        """The letters from i to the end of the block or, in text, of the paragraph."""
        while i < len(letters) and letters[i][0] in SPACE:
            i += 1
        j = i
        while j < len(letters):
            if letters[j][0] in "\n\t" and self.html:
                break
            if letters[j][0] == "\n":
                rest = "".join(x[0] for x in letters[j + 1:j + 80]).split("\n")[0].strip()
                if not rest or not letters[j - 1][0].isalpha() or not rest[0].isupper():
                    break
            j += 1
        while j > i and letters[j - 1][0] in SPACE:
            j -= 1
        return letters[i:j]

    def label_places(self):
        """Where lines begin with the label of an Item."""
        if self.labels is None:
            space = rb"(?:\s|&nbsp;|&#160;|&#xA0;|\xc2\xa0)"
            self.labels = [m.start() for m in re.finditer(rb"Items?" + space + rb"*\d", self.raw[:self.end],
                                                          re.I)
                           if m.start() >= self.start and self.begins_line(m.start())]
        return self.labels

    def begins_line(self, at):
        before = self.raw[max(self.start, at - 3000):at]
        if not self.html:
            return not before.rpartition(b"\n")[2].strip()
        while True:
            before = re.sub(rb"(?:\s|&nbsp;|&#160;|\xc2\xa0)+$", b"", before)
            if not before.endswith(b">"):
                return False
            cut = before.rfind(b"<")
            name = NAME.match(before, cut)
            if cut < 0 or not name:
                return False
            if name[1].decode().lower() in BLOCKS or name[1].lower() == b"br":
                return True
            before = before[:cut]

    def scan(self):
        """Finds where a paragraph can be put between two others, and where pages break."""
        if self.places is not None:
            return
        self.places, self.breaks = [], []
        if not self.html:
            raw, inside = self.raw, False
            for m in re.finditer(rb"\n[ \t]*\r?\n|<TABLE>|</TABLE>|<PAGE>[^\n]*\n", raw[self.start:self.end]):
                end = self.start + m.end()
                if m[0] == b"<TABLE>":
                    inside = True
                elif m[0] == b"</TABLE>":
                    inside = False
                elif m[0].startswith(b"<PAGE>"):
                    self.breaks.append(end)
                elif not inside:
                    self.places.append(end)
            return
        stack = []
        for m in TAG.finditer(self.raw, self.start, self.end):
            tag = m[0]
            name = NAME.match(tag)
            if not name:
                continue
            name = name[1].decode().lower()
            if tag.startswith(b"</"):
                for k in range(len(stack) - 1, max(-1, len(stack) - 12), -1):
                    if stack[k][0] == name:
                        breaks = any(x[1] for x in stack[k:])
                        del stack[k:]
                        break
                else:
                    continue
                if name in ("p", "div") and self.free(stack):
                    (self.breaks if breaks else self.places).append(m.end())
                continue
            breaks = re.search(rb"break-(after|before)\s*:\s*(always|page)", tag, re.I) is not None
            if name in VOID or tag.endswith(b"/>"):
                if breaks and self.free(stack):
                    self.breaks.append(m.end())
                continue
            if name == "p":  # a paragraph ends one that is open
                stack = [x for x in stack if x[0] != "p"]
            stack.append((name, breaks))

    @staticmethod
    def free(stack):
        return all(x[0] in ("html", "body", "div", "document", "text", "center", "ix:nonnumeric",
                            "ix:continuation", "sec-document", "type", "sequence", "filename",
                            "description", "head") for x in stack)

    def open_at(self, at):
        """The tags that are open here from the innermost block on: (block, [inline tags])."""
        inline, closed = [], []
        tags = list(TAG.finditer(self.raw, max(self.start, at - 6000), at))
        for m in reversed(tags):
            name = NAME.match(m[0])
            name = name[1].decode().lower() if name else ""
            if not name or name in VOID:
                continue
            if m[0].startswith(b"</"):
                if name in BLOCKS:
                    return None
                closed.append(name)
            elif name in closed:
                closed.remove(name)
            elif name in BLOCKS:
                return m, inline[::-1]
            else:
                inline.append(m[0])
        return None


def drop(changes, letters):
    """Takes these letters away, not the tags between them."""
    write(changes, letters, "")


def write(changes, letters, text):
    """Puts text in the place of these letters."""
    new = text.encode("ascii", "xmlcharrefreplace")
    letters = [x for x in letters if x[2] > x[1]]
    i = 0
    while i < len(letters):
        j = i + 1
        while j < len(letters) and letters[j][1] == letters[j - 1][2]:
            j += 1
        changes.put(letters[i][1], letters[j - 1][2], new if i == 0 else b"")
        i = j
