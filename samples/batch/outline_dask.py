#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""outline_dask: the outlines of many filings, by the workers of a Dask cluster.

    outline_dask.py SCHEDULER LIST FOLDER >ALL.jsonl

LIST names the filings, one on a line, as the workers see them; FOLDER is one that all of them
share. A batch of filings is one task: a worker runs `folio outline --json` over it and puts the
result, whole, into FOLDER under a name made of the batch. So a task that runs twice, because its
worker died or because all was started again, does no harm: what is there is not done again. At the
end the results are written out in the order of LIST, one object for each filing.

A filing that could not be read is done, too: its object has an `error`. To try these again:
    grep -l '"error":' FOLDER/*.jsonl | xargs rm

FOLIO (default: folio) is the program, BATCH (default: 64) how many filings are a task.
"""
import hashlib
import os
import subprocess
import sys
import tempfile

from distributed import Client, as_completed


def outline(folder, program, names):
    """One task. Returns the path of its result."""
    key = hashlib.sha256(os.fsencode("\n".join(names))).hexdigest()
    path = os.path.join(folder, key + ".jsonl")
    if os.path.exists(path):
        return path
    run = subprocess.run([program, "outline", "--json", "--files-from", "-"], check=False,
                         input=os.fsencode("".join(name + "\0" for name in names)),
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode not in (0, 2):  # 2: some are unreadable
        raise RuntimeError(f"{program}: status {run.returncode} for {names[0]} and those behind it: "
                           + os.fsdecode(run.stderr).strip().split("\n")[-1])
    objects = run.stdout.count(b"\n")
    if objects > len(names):
        archive = next((name for name in names
                        if os.fsencode(f'{{"file":"{name}//') in run.stdout), "a name")
        raise RuntimeError(f"{archive} is an archive: a list has one filing a line, name its members")
    if objects < len(names):
        raise RuntimeError(f"{program}: {objects} objects for {len(names)} names, {names[0]} and those "
                           "behind it")
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as result:
        result.write(run.stdout)
        result.flush()
        os.fsync(result.fileno())
    os.replace(result.name, path)
    return path


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: outline_dask.py SCHEDULER LIST FOLDER")
    scheduler, names, folder = sys.argv[1:]
    size = int(os.environ.get("BATCH", "64"))
    program = os.environ.get("FOLIO", "folio")
    with open(names, encoding="utf-8", errors="surrogateescape") as file:
        names = [name for name in file.read().split("\n") if name]
    batches = [names[i:i + size] for i in range(0, len(names), size)]
    with Client(scheduler) as client:
        tasks = [client.submit(outline, folder, program, batch, pure=False) for batch in batches]
        for done, _ in enumerate(as_completed(tasks), 1):
            print(f"\r{done} of {len(tasks)} batches", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        failed = [task.exception() for task in tasks if task.status == "error"]
        if failed:
            sys.exit("\n".join(str(failure) for failure in failed))
        for task in tasks:
            with open(task.result(), "rb") as result:
                sys.stdout.buffer.write(result.read())


if __name__ == "__main__":
    main()
