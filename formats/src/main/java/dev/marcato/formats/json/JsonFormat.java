// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.io.Format;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;

/**
 * MARC-in-JSON as one document: an array of records, a single one, several one after another, or an answer of a server that
 * holds them. Written as an array. It may be of any size; {@link JsonStarts} cuts it.
 *
 * <p>Whether a comma is due between two records depends on what stands before all of them. That is known of a source from its
 * first bytes ({@link Surroundings}), so that each range of it can be judged by itself ({@link Punctuation}).
 */
public final class JsonFormat extends TextFormat {
    private final Surroundings surroundings;

    /** Found as a service. */
    public JsonFormat() {
        this(Surroundings.UNKNOWN);
    }

    private JsonFormat(Surroundings surroundings) {
        super("json", "json");
        this.surroundings = surroundings;
    }

    @Override
    public Format forSource(byte[] head, int length) {
        return new JsonFormat(Surroundings.of(head, length));
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new JsonStarts();
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new JsonStretches(settings, surroundings, false);
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
