// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;

/**
 * MARC-in-JSON as one document: an array of records, a single one, several one after another, or an answer of a server that
 * holds them. Written as an array. It may be of any size; {@link JsonStarts} cuts it.
 */
public final class JsonFormat extends TextFormat {
    /** Found as a service. */
    public JsonFormat() {
        super("json", "json");
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new JsonStarts();
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new JsonStretches(settings, false);
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return JsonHead.isDocument(head, length);
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
