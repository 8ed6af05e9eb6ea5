# SPDX-License-Identifier: MIT
"""The inputs of make bench: filings as long as is asked for, made of short ones."""

import glob
import os
import shutil
import subprocess

MB = 1000000
NEEDLE = "ZZUNIQUENEEDLE"
KINDS_OF_TEXT = ("document", "submissions")
KINDS_OF_HTML = ("ixbrl", "html2003")

END = b"</body></html>\n"  # as repeat ends its filings


def label_of(size):
    """Megabytes as they stand in the name of a file."""
    if size < 1:
        return "%gKB" % (size * 1000)
    return "%gMB" % size if size < 1000 else "%gGB" % (size / 1000)


SPACES = ' xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'


def short_html(path, kind, size):
    xml = kind == "ixbrl"
    text = "<?xml version='1.0' encoding='ASCII'?>\n" if xml else ""
    text += "<html%s><head><title>short</title></head><body>\n" % (SPACES if xml else "")
    number = 0
    while len(text) < size:
        number += 1
        text += "<p>Words as they stand in a short filing, in line %d of it.</p>\n" % number
    with open(path, "wb") as out:
        out.write(b"%s<p>The end: %s stands here.</p>\n%s" % (text.encode(), NEEDLE.encode(), END))
    return path


class Inputs:
    """Makes files in a folder when they are asked for; `close` deletes them."""

    def __init__(self, build, sources, corpus, folder):
        self.build = build
        self.samples = os.path.join(sources, "samples")
        self.corpus = corpus if os.path.isdir(corpus) else None
        self.folder = folder
        self.no_room = []
        os.makedirs(folder, exist_ok=True)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def filings(self, patterns, sample):
        """Files of the corpus, or the sample where that is not here."""
        found = []
        for pattern in patterns if self.corpus else []:
            found += sorted(glob.glob(os.path.join(self.corpus, pattern)))
        return found or [os.path.join(self.samples, sample)]

    def room_for(self, name, size):
        """Says so when there is none."""
        found = shutil.disk_usage(self.folder).free > size + 500 * MB
        if not found and name not in self.no_room:
            self.no_room.append(name)
        return found

    def make(self, kind, size):
        """A filing of the kind, of about so many megabytes, with the needle at its end."""
        return self.html(kind, size) if kind in KINDS_OF_HTML else self.text(kind, size)

    def text(self, kind, size):
        """One long document of plain text, or thousands of submissions one behind the other; the
        needle stands at the end. None when there is no room for it."""
        name, size = "%s-%s.txt" % (kind, label_of(size)), int(size * MB)
        path = os.path.join(self.folder, name)
        if os.path.exists(path):
            return path
        if not self.room_for(name, size):
            return None
        if kind == "document":
            files = self.filings(["10-K_1995*.txt", "10-K_1999*.txt"], "8-K_2004_bare.txt")
        else:
            files = self.filings(["10-K_199[48]*.txt", "8-K_199*.txt"], "10-K_1997_full.txt")
        piece = b"".join(open(name, "rb").read() for name in files)
        with open(path, "wb") as out:
            left = size
            while left > 0:
                out.write(piece[:left])
                left -= min(left, len(piece))
            out.write(("\nThe end: %s stands here.\n" % NEEDLE).encode())
        return path

    def html(self, kind, size):
        """A 10-Q in inline XBRL, or a 10-K as they were in 2003, its body again and again: once at
        least. Of less than 100 KB: lines like those of a short filing."""
        name, size = "%s-%s.htm" % (kind, label_of(size)), int(size * MB)
        path = os.path.join(self.folder, name)
        if os.path.exists(path):
            return path
        if not self.room_for(name, size):
            return None
        if 0 < size < MB / 10:
            return short_html(path, kind, size)
        if kind == "ixbrl":
            files = self.filings(["10-Q*.htm", "10-Q*.html"], "10-K_2023_ixbrl.htm")
            files = [f for f in files if b"inlineXBRL" in open(f, "rb").read()]
        else:
            files = self.filings(["10-K_2003*.htm"], "10-Q_2003_font.htm")
        files.sort(key=os.path.getsize)
        with open(path, "wb") as out:
            command = [os.path.join(self.build, "tests/bench/repeat"), files[len(files) // 2]]
            subprocess.run(command + [str(size)], stdout=out, check=True)
        with open(path, "rb+") as out:
            out.seek(-len(END), os.SEEK_END)
            if out.read() == END:
                out.seek(-len(END), os.SEEK_END)
            out.write(b"<p>The end: %s stands here.</p>\n%s" % (NEEDLE.encode(), END))
        return path

    def nothing(self, kind):
        """An empty filing of the kind."""
        path = os.path.join(self.folder, "nothing-%s" % kind)
        if kind == "document":
            words = b"Nothing.\n"
        elif kind == "submissions":
            words = b"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nNothing.\n</TEXT>\n</DOCUMENT>\n"
        else:
            whole = self.html(kind, 0)
            with open(whole, "rb") as text:
                head = text.read()
            body = head.find(b">", head.lower().find(b"<body")) + 1
            hidden = head.find(b"</ix:header>")
            words = head[:body] + b"\n" + END
            if hidden > body:
                behind = head.find(b"</div>", hidden) + len(b"</div>")
                words = head[:behind] + b"\n" + END
        with open(path, "wb") as out:
            out.write(words)
        return path

    def every_filing(self):
        """All filings of the corpus (of the samples, when that is not here)."""
        folder = self.corpus or self.samples
        names = sorted(os.listdir(folder))
        return [
            os.path.join(folder, name)
            for name in names
            if name.rsplit(".", 1)[-1] in ("txt", "htm", "html", "nc", "xml")
        ]
