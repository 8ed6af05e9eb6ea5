# SPDX-License-Identifier: MIT
"""What must hold of every outline, with truth or without: no node takes most of a document for
itself, no Item is missing that the document's own contents list names, and time is linear."""
import os
import re
import resource
import subprocess
import tempfile
import time

import changes as ch
import outlines as ol

LARGE = 0.6     # of the document
SMALL = 20000   # bytes of a document that may well be one Item
LABEL = re.compile(r"\s*(?:ITEMS?\s*(?:NO\.?\s*)?(\d{1,2}(?:\.\d\d)?\s?[A-C]?(?:\(T\))?)(?![\d(]))"
                   r"(?:[\s.:\u2014\u2013-]+(\S.*))?$", re.I)
ROW = re.compile(r"[\s\d]*(?:PART\s+(?P<part>I{1,3}|IV)\b[\s\d.:-]*)?ITEMS?\s*(?:NO\.?\s*)?(\d{1,2}\s?[A-C]?(?:\(T\))?)((?:\s*(?:,|and|&)\s*\d{1,2}[A-C]?)*)"
                 r"(?![\d(])[\s.:\u2014\u2013-]", re.I)
PART = re.compile(r"\s*PART\s+(I{1,3}|IV)\b", re.I)
PAGE = re.compile(r"(?:\s|\.)(\d{1,3}|[FSA]-\d+|\*+|N/?A|[ivx]+|none|-+|\u2014|\d+\s*[-\u2013,]\s*\d+)\s*$", re.I)


def text_of(folio, path, *more):
    done = subprocess.run([folio, "text", "--width", "400", "--no-marks"] + list(more) + [path],
                          capture_output=True, timeout=300)
    return done.stdout.decode("utf-8", "replace").splitlines()


def large_nodes(folio, path, outline):
    """(document, node, share) of nodes that stretch to the next one over most of a document, by
    bytes of the file and by what a reader sees."""
    for document in outline["documents"]:
        nodes = document["nodes"]
        for i, n in enumerate(nodes):
            after = nodes[i + 1]["offset"] if i + 1 < len(nodes) else \
                document["offset"] + document["length"]
            if n["kind"] == "part" or document["length"] < SMALL:
                continue
            share = (after - n["offset"]) / document["length"]
            if share > LARGE:
                whole = letters(text_of(folio, path, "--node", address(document)))
                own = letters(text_of(folio, path, "--node", address(document, n)))
                share = min(share, own / (whole or 1))
            if share > LARGE:
                yield document, n, share


def letters(lines):
    return sum(len(line.strip()) for line in lines)


def address(document, node=None):
    return str(document["sequence"]) + ("/" + node["id"] if node else "")


def divided(folio, path, document, node):
    """The first line in the node that a reader takes for the heading of another Item, if any."""
    lines = text_of(folio, path, "--node", address(document, node))
    for before, line in zip([""] + lines[1:], lines[2:]):
        match = LABEL.match(line)
        if match and not before.strip() and match[2] and not PAGE.search(line) \
                and match[2][0].isupper() and len(line.strip()) < 120 \
                and ol.number(match[1]) not in [ol.number(i) for i in node["items"]]:
            return line.strip()
    return None


def contents_rows(lines, tenq):
    """The (Part, Item)s that the contents list in these lines names; none when there is none."""
    best, run, part, last = [], [], None, -99
    for at, line in enumerate(lines[:max(400, len(lines) // 4)]):
        match, named = ROW.match(line), PART.match(line)
        part = named[1].upper() if named else part
        if not match:
            continue
        if at - last > 14:
            run = []
        last = at
        numbers = [match[2]] + re.findall(r"\d{1,2}[A-C]?", match[3], re.I)
        run.append(([(part if tenq else None, ol.number(i)) for i in numbers],
                    PAGE.search(line) is not None or re.search(r"\d\s+ITEM", line, re.I) is not None))
        if len(run) > len(best):
            best = list(run)
    if len(best) < 4 or sum(paged for _, paged in best) * 2 < len(best):
        return []
    if tenq:  # without Part lines, the second Item 1 begins Part II
        part, seen, rows = "I", set(), []
        if any(p for ids, _ in best for p, _ in ids):
            return [key for ids, _ in best for key in ids if key[0]]
        for ids, _ in best:
            for _, i in ids:
                if i == "1" and i in seen:
                    part = "II"
                seen.add(i)
                rows.append((part, i))
        return rows
    return [key for ids, _ in best for key in ids]


def unlisted(name, outline, lines):
    """The Items that the contents list names and the outline has not; how many rows there are."""
    tenq = name.startswith("10-Q")
    rows = contents_rows(lines, tenq)
    have = {(g.part, g.id) for g in ol.got_of(name, outline) if g.kind == "item"}
    return [row for row in rows if row not in have], len(rows)


def processor(command, rounds):
    """The least time of the processor, in seconds, that the command took."""
    least = None
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        least = took if least is None else min(least, took)
    return least


def speed(folio, paths, rounds=5):
    """(MB, seconds of the processor, MB/s) of the outlines of all files in one process."""
    size = sum(os.path.getsize(p) for p in paths) / 1e6
    took = processor([folio, "outline"] + paths, rounds)
    return size, took, size / took


def repeated(raw, times):
    """A filing whose body is there so many times."""
    start, end = re.search(rb"<body[^>]*>", raw, re.I), raw.lower().rfind(b"</body")
    begin = start.end() if start else re.search(rb"<TEXT>|\A", raw).end()
    if end < 0:
        end = raw.rfind(b"</TEXT>")
    end = end if end > begin else len(raw)
    return raw[:begin] + raw[begin:end] * times + raw[end:]


def linearity(folio, path, rounds=3):
    """The seconds for a filing once, 4 and 16 times."""
    with open(path, "rb") as file:
        raw = file.read()
    took = []
    for times in (1, 4, 16):
        with tempfile.NamedTemporaryFile(suffix=os.path.splitext(path)[1]) as file:
            file.write(repeated(raw, times))
            file.flush()
            took.append((os.path.getsize(file.name) / 1e6,
                         processor([folio, "outline", file.name], rounds)))
    return took
