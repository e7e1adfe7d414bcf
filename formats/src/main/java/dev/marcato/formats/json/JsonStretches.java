// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.formats.text.StretchReader;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordBuilder;
import java.util.function.Consumer;

/** Reads a stretch that holds one JSON object. */
final class JsonStretches implements StretchReader {
    private final CutSettings settings;
    private final RecordBuilder builder = new RecordBuilder();

    JsonStretches(CutSettings settings) {
        this.settings = settings;
    }

    @Override
    public void read(byte[] bytes, int from, int to, long offset, boolean startsRecord, Consumer<Piece> pieces) {
        builder.begin();
        pieces.accept(new Piece()
                .set(Piece.Kind.CLEAN, offset, bytes, from, to - from)
                .record(builder.build(settings.sourceName(), offset, settings.flavor())));
    }
}
