# SPDX-License-Identifier: MIT
"""A filing with truth, and one set of changes to it."""
import changes as ch
import outlines as ol


class Case:
    """A filing with truth, and one set of changes to it."""

    def __init__(self, name, raw, outline, want):
        main = ol.main_documents(outline)[0]
        self.name, self.raw, self.want, self.main = name, raw, want, main
        self.doc = ch.Document(raw, main["offset"], main["offset"] + main["length"])
        self.reset()
        own = list(ol.own_nodes(main))
        self.placed = [w for w in want if w.offset]
        first = min([w.offset for w in self.placed], default=0)
        self.contents = [(n["offset"], min(n["offset"] + n["length"], first)) for n in own
                         if n["kind"] == "contents" and n["offset"] < first]

    def reset(self):
        self.changes, self.whole = ch.Changes(), None  # or the whole file anew, and its map
        self.moved = {}    # a heading's old offset -> the old offset where it begins now
        self.dropped = set()  # kinds and offsets that may be found, or not

    def heads(self, kind="item"):
        seen = set()
        for w in self.placed:
            if w.kind == kind and w.offset not in seen:
                seen.add(w.offset)
                yield (w,) + self.doc.heading(w.offset)

    def again(self):
        """The labels of Items at line starts outside the contents list that are no headings."""
        known = {w.offset for w in self.placed}
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
