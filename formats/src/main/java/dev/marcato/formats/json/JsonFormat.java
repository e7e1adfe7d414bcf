// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;
import java.io.InputStream;
import java.util.List;

/**
 * MARC-in-JSON as one document: an array of records, a single one, several one after another, or an answer of a server that
 * holds them. Written as an array. It may be of any size; {@link JsonStarts} cuts it.
 */
public final class JsonFormat implements Format {
    /** Found as a service. */
    public JsonFormat() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<String> suffixes() {
        return List.of("json");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return JsonHead.isDocument(head, length);
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        return new StretchCutter(
                in, firstByteFor(range), range, settings, new JsonStarts(), new JsonStretches(settings, false));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        return StretchCutter.of(
                bytes, firstByteFor(range), range, settings, new JsonStarts(), new JsonStretches(settings, false));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return range.start();
    }

    @Override
    public StartScanner startScanner() {
        return new JsonStarts();
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
        return new JsonEncoder(settings.indented() ? JsonEncoder.Layout.INDENTED : JsonEncoder.Layout.ARRAY);
    }

    @Override
    public String keeps() {
        return "the record; refused is what JSON has no form for, such as a delimiter inside a value";
    }
}
