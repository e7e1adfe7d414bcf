// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.LineStarts;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;

/**
 * MARC-in-JSON, each record an object on a line of its own (NDJSON, JSON Lines). A line is read by itself, so ranges are read
 * independently of each other, and damage costs its line. What a record may be wrapped in on its line is passed over.
 */
public final class NdjsonFormat extends TextFormat {
    /** Found as a service. */
    public NdjsonFormat() {
        super("ndjson", 1, "ndjson", "jsonl", "ndj");
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new LineStarts(beginning);
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new JsonStretches(settings, Surroundings.NOTHING, true);
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return JsonHead.isOfLines(head, length);
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
