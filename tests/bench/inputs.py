# SPDX-License-Identifier: MIT
"""The inputs of make bench: filings as long as is asked for, made of short ones."""

import glob
import os
import shutil
import subprocess

MB = 1000000
NEEDLE = "ZZUNIQUENEEDLE"


class Inputs:
    """Makes files in a folder when they are asked for; `close` deletes them."""

    def __init__(self, build, sources, corpus, folder):
        self.build = build
        self.samples = os.path.join(sources, "samples")
        self.corpus = corpus if os.path.isdir(corpus) else None
        self.folder = folder
        os.makedirs(folder, exist_ok=True)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def filings(self, patterns, sample):
        """Files of the corpus, or the sample where that is not here."""
        found = []
        for pattern in patterns if self.corpus else []:
            found += sorted(glob.glob(os.path.join(self.corpus, pattern)))
        return found or [os.path.join(self.samples, sample)]

    def room_for(self, size):
        return shutil.disk_usage(self.folder).free > size + 500 * MB

    def text(self, kind, size):
        """One long document of plain text, or thousands of submissions one behind the other; the
        needle stands at the end. None when there is no room for it."""
        path = os.path.join(self.folder, "%s-%d.txt" % (kind, size))
        if os.path.exists(path):
            return path
        if not self.room_for(size):
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
        """A 10-Q in inline XBRL, or a 10-K as they were in 2003, its body again and again."""
        path = os.path.join(self.folder, "%s-%d.htm" % (kind, size))
        if os.path.exists(path):
            return path
        if not self.room_for(size):
            return None
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
            data = out.read()
            at = data.rfind(b"</body>")
            out.seek(at if at >= 0 else len(data))
            out.write(("<p>The end: %s stands here.</p>\n</body></html>\n" % NEEDLE).encode())
            out.truncate()
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
