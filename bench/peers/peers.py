# SPDX-License-Identifier: Apache-2.0
"""pymarc, and mrrc's wheel: a worker as rust/src/lib.rs says, for files alone."""

import os
import sys
import time
import zlib


def pymarc_reader(path):
    import pymarc

    with open(path, "rb") as file:
        for record in pymarc.MARCReader(file):
            yield record["245"].get("a", "")


def mrrc_reader(path):
    import mrrc

    for record in mrrc.MARCReader(path):
        yield record["245"].get("a", "")


def mrrc_batch(path):
    import mrrc

    with open(path, "rb") as file:
        content = file.read()
    for record in mrrc.parse_batch_parallel(mrrc.RecordBoundaryScanner().scan(content), content):
        yield first_title(record)


def mrrc_pipeline(path):
    import mrrc

    pipeline = mrrc.ProducerConsumerPipeline.from_file(path)
    while (record := pipeline.next()) is not None:
        yield first_title(record)


def first_title(record):
    """Batches and pipeline give records without the face of pymarc that the reader puts on."""
    return next(iter(record.get_field("245").subfields_by_code("a")), "")


WAYS = {
    "pymarc": pymarc_reader,
    "mrrc": mrrc_reader,
    "mrrc-batch": mrrc_batch,
    "mrrc-pipeline": mrrc_pipeline,
}


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from sorted(entry.path for entry in os.scandir(path))
        else:
            yield path


def answer(request):
    try:
        way, *paths = request
        titles = WAYS[way]
        paths = list(files(paths))
        records = checksum = 0
        start = time.perf_counter_ns()
        for path in paths:
            for title in titles(path):
                records += 1
                checksum += zlib.crc32(title.encode())
        taken = time.perf_counter_ns() - start
        return f"ok\t{records}\t{checksum % 2**64}\t{taken}"
    except Exception as problem:  # of whatever kind: it is the answer
        reason = f"{type(problem).__name__}: {problem}"
        return "no\t" + reason.replace("\t", " ").replace("\n", " ")


def main():
    if len(sys.argv) > 1:
        print(answer(sys.argv[1:]))
        return
    for line in sys.stdin:
        print(answer(line.rstrip("\n").split("\t")), flush=True)


main()
