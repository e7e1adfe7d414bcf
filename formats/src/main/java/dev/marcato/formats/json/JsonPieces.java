// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import dev.marcato.MarcRecord;
import dev.marcato.formats.text.FoldedFindings;
import dev.marcato.io.Finding;
import dev.marcato.io.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a stretch, without gaps: records, what is rejected, and filler between them. The last one is kept back until the
 * next one comes, since what is due behind a record, and is not there, is found at its end. One thread's.
 */
final class JsonPieces {
    /** What was found around records, and is told with the filler that holds its place. */
    private final FoldedFindings around;

    private byte[] bytes = {};
    private long shift;
    private Consumer<Piece> out = piece -> {};
    private int done;
    private @Nullable Piece last;

    /** @param most how many findings are kept of what stands between two records */
    JsonPieces(int most) {
        around = new FoldedFindings(most);
    }

    void begin(byte[] newBytes, int from, long offset, Consumer<Piece> newOut) {
        bytes = newBytes;
        shift = offset - from;
        out = newOut;
        done = from;
        last = null;
        around.clear();
    }

    /** Up to here there are pieces. */
    int done() {
        return done;
    }

    /** Where in the source a place is. */
    long offset(int at) {
        return shift + at;
    }

    void record(int from, int end, MarcRecord record, List<Finding> found) {
        fill(from);
        Piece.Kind kind = found.isEmpty() ? Piece.Kind.CLEAN : Piece.Kind.REPAIRED;
        add(new Piece()
                .set(kind, shift + from, bytes, from, end - from)
                .record(record)
                .findings(found));
        done = end;
    }

    /** Rejects a stretch, blanks at its end aside. */
    void reject(int from, int end, Finding finding) {
        fill(from);
        int ink = Math.max(from + 1, behindInk(bytes, from, end));
        piece(Piece.Kind.REJECTED, ink, List.of(notBehind(finding, shift + ink)));
    }

    /** Where the last byte before an end that is not blank, or the last piece, ends. */
    int inkEnd(int end) {
        return behindInk(bytes, done, end);
    }

    /** Where the last byte ends that is not blank. */
    static int behindInk(byte[] bytes, int from, int end) {
        int at = end;
        while (at > from && bytes[at - 1] <= ' ' && bytes[at - 1] >= 0) {
            at--;
        }
        return at;
    }

    /** Something is wrong about what stands around records, at a place that no piece is behind. */
    void foundAround(Finding finding) {
        Piece before = last;
        if (before == null || finding.byteOffset() > shift + done) {
            around.add(finding);
        } else {
            List<Finding> all = new ArrayList<>(before.findings());
            all.add(finding);
            before.findings(List.copyOf(all));
        }
    }

    /** All up to the end of the stretch. */
    void end(int to) {
        fill(to);
        if (last != null) {
            out.accept(last);
        }
        last = null;
    }

    private void fill(int end) {
        if (end > done) {
            List<Finding> found = around.list();
            around.clear();
            piece(Piece.Kind.FILLER, end, found);
        }
    }

    private void piece(Piece.Kind kind, int end, List<Finding> found) {
        add(new Piece().set(kind, shift + done, bytes, done, end - done).findings(found));
        done = end;
    }

    private void add(Piece piece) {
        if (last != null) {
            out.accept(last);
        }
        last = piece;
    }

    /** What is missing at an end is found there, and not behind blanks that follow. */
    private static Finding notBehind(Finding finding, long end) {
        return finding.byteOffset() <= end
                ? finding
                : new Finding(
                        finding.code(),
                        end,
                        finding.tag(),
                        finding.fieldNumber(),
                        finding.found(),
                        finding.expected(),
                        finding.action());
    }
}
