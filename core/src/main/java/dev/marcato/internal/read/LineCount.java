// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.diagnostic.Location;
import dev.marcato.io.Piece;

/** Knows lines and columns of places in a source of text, which is told piece after piece. One thread's. */
final class LineCount {
    private final boolean hasLines;
    /** Line ends before the current piece. */
    private long before;
    /** Where the line begins that the current piece begins in. */
    private long lineStart;

    private Piece current = new Piece();

    LineCount(boolean hasLines) {
        this.hasLines = hasLines;
    }

    /** The next piece; its bytes stay as they are until the one after it. */
    void next(Piece piece) {
        passCurrent();
        current = hasLines ? piece.copy() : current;
    }

    /** So many line ends stand in what comes next, the last one just before a place. */
    void pass(long lines, long newLineStart) {
        passCurrent();
        current = new Piece();
        before += lines;
        lineStart = lines > 0 ? newLineStart : lineStart;
    }

    private void passCurrent() {
        before += current.lines();
        lineStart = current.lines() > 0 ? current.offset() + current.lastLine() : lineStart;
    }

    /** A place with its line and column, if it lies in the current piece. */
    Location placed(Location place) {
        long inPiece = place.byteOffset() - current.offset();
        if (!hasLines || inPiece < 0 || inPiece > current.length()) {
            return place;
        }
        long line = before + 1;
        long start = lineStart;
        byte[] bytes = current.bytes();
        for (int i = 0; i < inPiece; i++) {
            if (bytes[current.from() + i] == '\n') {
                line++;
                start = current.offset() + i + 1;
            }
        }
        return place.withLine(line, place.byteOffset() - start + 1);
    }
}
