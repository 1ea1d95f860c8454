#!/usr/bin/env python3
"""Building a snapshot from a corpus: speed, going on after kill -9, equal hashes, flipped bytes.

    python benchmarks/registry_build.py CORPUS.jsonl.gz [--workers 2] [--limit N]

Everything is read out of the texts: tree, citations, instructions, effect, relations. Speed counts
the bytes of text (UTF-8) over the whole build, sealing included.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from minhphap.registry import RegistryError, build, verify

CHILD = """
import sys
from minhphap.registry import build
if __name__ == "__main__":
    def progress(what, done, all_):
        print(done, all_, flush=True)
    build([sys.argv[1]], sys.argv[2], workers=int(sys.argv[3]), progress=progress)
"""


def sample(corpus: Path, target: Path, limit: int) -> int:
    """Write the first documents of a corpus as JSONL; returns the bytes of their texts."""
    size = 0
    with gzip.open(corpus, "rt", encoding="utf-8") as file, target.open("w") as out:
        for number, line in enumerate(file):
            if limit and number >= limit:
                break
            size += len(json.loads(line)["text"].encode())
            out.write(line)
    return size


def killed(source: Path, target: Path, workers: int) -> None:
    """Begin a build and kill it a third of the way."""
    script = target.with_name("child.py")
    script.write_text(CHILD, encoding="utf-8")
    command = [sys.executable, str(script), str(source), str(target), str(workers)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout is not None
        for line in running.stdout:
            done, all_ = map(int, line.split())
            if all_ and done * 3 > all_:
                running.send_signal(signal.SIGKILL)
                break
    assert not target.exists(), "the child was too quick to be killed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "corpus.jsonl"
        size = sample(asked.corpus, source, asked.limit) / 1e6
        target = Path(folder) / "law.sqlite"
        start = time.perf_counter()
        report = build([source], target, workers=asked.workers)
        took = time.perf_counter() - start
        busy = sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
                   for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))  # fmt: skip
        counts = report.counts
        print(f"{size:.1f} MB of text, {counts['document']} documents, {counts['provision']}"
              f" provisions, {counts['relation']} relations")  # fmt: skip
        print(f"build: {took:.1f} s, {size / took:.2f} MB/s with {asked.workers} processes"
            f" ({busy:.1f} s of processor: {size * asked.workers / busy:.2f} MB/s on"
            f" {asked.workers} free cores);"
              f" snapshot {target.stat().st_size / 1e6:.1f} MB")  # fmt: skip
        start = time.perf_counter()
        assert verify(target) == report.hash
        print(f"verify: {time.perf_counter() - start:.1f} s")
        data = bytearray(target.read_bytes())
        data[len(data) // 2] ^= 1
        spoilt = Path(folder) / "spoilt.sqlite"
        spoilt.write_bytes(data)
        try:
            verify(spoilt)
        except RegistryError:
            print("one flipped bit: found")
        again = Path(folder) / "again.sqlite"
        killed(source, again, asked.workers)
        start = time.perf_counter()
        resumed = build([source], again, workers=asked.workers)
        print(f"after kill -9: {resumed.units_kept} documents were kept, {resumed.units_read} read"
              f" in {time.perf_counter() - start:.1f} s")  # fmt: skip
        print("same hash:", resumed.hash == report.hash,
              "· same bytes:", again.read_bytes() == target.read_bytes())  # fmt: skip


if __name__ == "__main__":
    main()
