// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.LineStarts;
import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import java.io.InputStream;
import java.util.List;

/**
 * MARC-in-JSON, each record an object on a line of its own (NDJSON, JSON Lines). A line is read by itself, so ranges are read
 * independently of each other, and damage costs its line. What a record may be wrapped in on its line is passed over.
 */
public final class NdjsonFormat implements Format {
    /** Found as a service. */
    public NdjsonFormat() {}

    @Override
    public String name() {
        return "ndjson";
    }

    @Override
    public List<String> suffixes() {
        return List.of("ndjson", "jsonl", "ndj");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return JsonHead.isOfLines(head, length);
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return new StretchCutter(
                in, first, range, settings, new LineStarts(first == 0), new JsonStretches(settings, true));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return StretchCutter.of(
                bytes, first, range, settings, new LineStarts(first == 0), new JsonStretches(settings, true));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return Math.max(0, range.start() - 1);
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new JsonEncoder(JsonEncoder.Layout.LINES);
    }

    @Override
    public String keeps() {
        return "the record; refused is what JSON has no form for, such as a delimiter inside a value";
    }
}
