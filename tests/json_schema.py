#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""json_schema: all that folio prints as JSON is as man/folio.schema.json says.

Each line of outline, tables, grep and extract over all samples, good and bad, and over some of the
corpus, is looked at under the kind of object it must be. The members that --fields knows are those
of the schema. Ends with 77 (skipped) when python3-jsonschema is not there.
"""
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("json_schema: skipped, there is no python3-jsonschema")
    sys.exit(77)

TOP = Path(os.environ.get("srcdir", ".")).resolve()
FOLIO = str(Path(os.environ.get("FOLIO", "./folio")).resolve())
SCHEMA = json.loads((TOP / "man" / "folio.schema.json").read_text())
CORPUS = Path(os.environ.get("FOLIO_CORPUS", TOP / "../shared/corpus"))
OF_CORPUS = 12  # files, of all years


def files():
    samples = [p for p in sorted((TOP / "samples").rglob("*.*")) if p.is_file()]
    corpus = sorted(p for p in CORPUS.glob("*.*") if p.suffix in (".txt", ".htm", ".nc", ".xml"))
    return [str(p) for p in samples + corpus[:: max(1, len(corpus) // OF_CORPUS)]]


def check(kind, arguments, paths):
    """Runs folio, and returns how many objects were as they should be."""
    schema = {"$defs": SCHEMA["$defs"], "oneOf": [{"$ref": f"#/$defs/{kind}"}, {"$ref": "#/$defs/error"}]}
    validator = jsonschema.Draft202012Validator(schema)
    run = subprocess.run([FOLIO, *arguments, *paths], capture_output=True, check=False)
    lines = run.stdout.decode("utf-8").splitlines()
    for line in lines:
        wrong = jsonschema.exceptions.best_match(validator.iter_errors(json.loads(line)))
        if wrong:
            sys.exit(f"json_schema: {kind}: {list(wrong.absolute_path)}: {wrong.message}: {line[:200]}")
    return len(lines)


def members(name, way=""):
    """The ways to the members of an object of the schema that --fields takes."""
    for member, of in SCHEMA["$defs"][name]["properties"].items():
        yield way + member
        inner = of.get("items", {})
        if "$ref" in inner:
            yield from members(inner["$ref"].rsplit("/", 1)[1], f"{way}{member}.")
        elif member == "filers":
            yield from (f"{way}{member}.{m}" for m in inner["properties"])


def check_fields(sample):
    for way in members("outline"):
        run = subprocess.run([FOLIO, "outline", "--json", "--fields", way, sample],
                             capture_output=True, check=False)
        if run.returncode != 0:
            sys.exit(f"json_schema: --fields {way}: {run.stderr.decode()}")
        found = [json.loads(run.stdout)]
        for step in way.split("."):
            found = [o[step] for o in found if step in o]
            found = [o for f in found for o in (f if isinstance(f, list) else [f])]
        if not run.stdout.strip() or (not found and "." not in way and '[' not in run.stdout.decode()):
            sys.exit(f"json_schema: --fields {way} prints {run.stdout[:200]}")


def main():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    paths = files()
    counts = {
        "outline": check("outline", ["outline", "--json"], paths),
        "table": check("table", ["tables", "--format", "json"], paths),
        "hit": check("hit", ["grep", "--json", "-i", "item|shall"], paths),
    }
    with tempfile.TemporaryDirectory() as folder:
        counts["written"] = check("written", ["extract", "--json", "-o", folder], paths)
    if min(counts.values()) == 0:
        sys.exit(f"json_schema: nothing to look at: {counts}")
    check_fields(str(TOP / "samples" / "8-K_2005_restated.nc"))
    print("json_schema:", ", ".join(f"{n} {kind}" for kind, n in counts.items()))


if __name__ == "__main__":
    main()
