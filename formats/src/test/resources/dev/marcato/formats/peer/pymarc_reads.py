# SPDX-License-Identifier: Apache-2.0
"""Reads standard input with pymarc, in the format that the one argument names, and prints each record as a line of JSON in
ASCII: [leader, [[tag, data] or [tag, indicator, indicator, [[code, value], ...]], ...]]. Of a record that pymarc does not read it
prints what it says, as a string. As "text", the format is ISO 2709, and each line is the record as pymarc shows it; as
"iso2709-utf8" it is told that all is UTF-8, whatever leaders say."""
import io
import json
import sys

import pymarc


def fields(record):
    for field in record.fields:
        if field.control_field:
            yield [field.tag, field.data]
        else:
            yield [field.tag, *field.indicators, [[part.code, part.value] for part in field.subfields]]


def read(name, data):
    if name in ("iso2709", "text"):
        return pymarc.MARCReader(data)
    if name == "iso2709-utf8":
        return pymarc.MARCReader(data, force_utf8=True)
    if name == "marcxml":
        return pymarc.parse_xml_to_array(io.BytesIO(data))
    if name == "json":
        return pymarc.JSONReader(io.BytesIO(data))
    if name == "ndjson":
        return (record for line in data.split(b"\n") if line for record in pymarc.JSONReader(io.BytesIO(line)))
    if name == "mrk":
        return pymarc.MARCMakerReader(io.StringIO(data.decode("utf-8").rstrip("\n")))
    raise ValueError(name)


format_name = sys.argv[1]
records = read(format_name, sys.stdin.buffer.read())
for record in records:
    if record is None:
        line = repr(records.current_exception)
    elif format_name == "text":
        line = str(record)
    else:
        line = [str(record.leader), list(fields(record))]
    print(json.dumps(line))
