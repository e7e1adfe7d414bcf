// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.formats.text.StretchReader;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordBuilder;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rows of one record. A row that cannot be read costs the record. Headers and empty rows are filler. */
final class TableStretches implements StretchReader {
    /** The tag of a leader's row stands within so many bytes. */
    private static final int LEADER_WITHIN = 32;

    private final CutSettings settings;
    private final TableDialect dialect;
    private final TableRow row;
    private final RecordBuilder builder = new RecordBuilder();
    private final TableRecord record;

    private byte[] bytes = {};
    private long shift;
    private Consumer<Piece> pieces = piece -> {};
    /** Up to here there are pieces. */
    private int done;

    TableStretches(TableDialect dialect, CutSettings settings) {
        this.dialect = dialect;
        this.settings = settings;
        this.row = new TableRow(dialect);
        this.record = new TableRecord(builder, settings.limits().diagnosticsPerStretch());
    }

    @Override
    public void read(byte[] newBytes, int from, int to, long offset, boolean startsRecord, Consumer<Piece> newPieces) {
        bytes = newBytes;
        shift = offset - from;
        pieces = newPieces;
        done = from;
        int at = offset == 0 ? from + TableDialect.markLength(bytes, from, to) : from;
        boolean begun = false;
        int end = at;
        record.begin(shift);
        while (at < to) {
            int blank = behindBlankRow(at, to);
            boolean header = dialect.isHeader(bytes, at, to);
            if (begun && (header || isLeaderOfAnother(at, to))) {
                break;
            }
            if (blank > at) {
                at = blank;
                continue;
            }
            int next = row.read(bytes, at, to);
            if (!header) {
                if (!begun) {
                    endAt(at, Piece.Kind.FILLER, List.of());
                    begun = true;
                }
                Finding damage = record.add(row, at);
                if (damage != null) {
                    reject(to, damage);
                    return;
                }
                end = next;
            }
            at = next;
        }
        if (begun) {
            recordUpTo(end);
        }
        headers(to);
    }

    private void recordUpTo(int end) {
        record.end();
        List<Finding> findings = record.findings();
        int from = done;
        pieces.accept(new Piece()
                .set(findings.isEmpty() ? Piece.Kind.CLEAN : Piece.Kind.REPAIRED, shift + from, bytes, from, end - from)
                .record(builder.build(settings.sourceName(), shift + from, settings.flavor()))
                .findings(findings));
        done = end;
    }

    /** Takes headers and empty rows as filler; anything else belongs to no record. */
    private void headers(int to) {
        int at = shift + done == 0 ? done + TableDialect.markLength(bytes, done, to) : done;
        while (at < to) {
            int blank = behindBlankRow(at, to);
            if (blank == at && !dialect.isHeader(bytes, at, to)) {
                reject(
                        to,
                        Finding.at(
                                shift + at,
                                DiagnosticCode.MARKUP_BROKEN,
                                "a row that belongs to no record",
                                "a number in its first cell",
                                "it went to the rejects"));
                return;
            }
            at = blank > at ? blank : row.read(bytes, at, to);
        }
        endAt(to, Piece.Kind.FILLER, List.of());
    }

    /**
     * Whether a row is that of a leader, and so of another record: here it stands only if the number before it is broken. It is
     * not this record that it costs.
     */
    private boolean isLeaderOfAnother(int from, int to) {
        int end = Math.min(to, from + LEADER_WITHIN);
        for (int at = from; at < end && bytes[at] != '\n'; at++) {
            if (TableNumbers.isLeaderTag(bytes, at, end, dialect.separator())) {
                return record.isOfAnother(bytes, from, to, dialect);
            }
        }
        return false;
    }

    /** Behind a row that holds nothing, or the same place if it holds something. */
    private int behindBlankRow(int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\r')) {
            at++;
        }
        return at == to ? to : bytes[at] == '\n' ? at + 1 : from;
    }

    private void reject(int to, Finding finding) {
        endAt(to, Piece.Kind.REJECTED, List.of(finding));
    }

    private void endAt(int end, Piece.Kind kind, List<Finding> findings) {
        if (end > done) {
            pieces.accept(
                    new Piece().set(kind, shift + done, bytes, done, end - done).findings(findings));
            done = end;
        }
    }
}
