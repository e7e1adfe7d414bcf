// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.Piece;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Cuts a stream whose first bytes say what it is, and were not looked at yet. */
final class UndeclaredCutter implements RecordCutter {
    private static final int HEAD = 512;

    private final PushbackInputStream in;
    private final BiFunction<InputStream, DocumentHead, RecordCutter> cutters;
    private @Nullable RecordCutter cutter;

    /** @param cutters makes the cutter, when it is known */
    UndeclaredCutter(InputStream in, BiFunction<InputStream, DocumentHead, RecordCutter> cutters) {
        this.in = new PushbackInputStream(in, HEAD);
        this.cutters = cutters;
    }

    @Override
    public boolean next(Piece piece) throws IOException {
        RecordCutter known = cutter;
        if (known == null) {
            byte[] head = in.readNBytes(HEAD);
            in.unread(head);
            known = cutters.apply(in, DocumentHead.of(head, head.length));
            cutter = known;
        }
        return known.next(piece);
    }
}
