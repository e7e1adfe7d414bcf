// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.RecordAccess;
import dev.marcato.internal.check.RecordInspector;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Extent;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the pieces of one source into records, numbers them, and keeps the account. Each piece is accounted for when
 * it is passed, so the account covers what came before the end of the last delivered record. One thread's.
 */
public final class RecordPump {
    private static final RecordAccess RECORDS = RecordAccess.get();

    private final Source source;
    private final String name;
    private final RecordCutter cutter;
    private final Format format;
    private final ReadOptions options;
    private final @Nullable RecordInspector inspector;
    private final ReadSummary.Builder account = new ReadSummary.Builder();
    private final Piece piece = new Piece();
    private long found;
    private long rejected;
    private boolean rejectOpen;
    private boolean ended;

    public RecordPump(Source source, String name, Format format, RecordCutter cutter, ReadOptions options) {
        this.source = source;
        this.name = name;
        this.format = format;
        this.cutter = cutter;
        this.options = options;
        this.inspector = options.inspect() ? new RecordInspector(this::report) : null;
    }

    /** The account until now. */
    public ReadSummary summary() {
        return account.build(name);
    }

    /**
     * The next record, or null at the end.
     *
     * @throws MarcFormatException at damage, where the policy is STRICT
     * @throws IOException when the source cannot be read or the rejects cannot be written
     */
    public @Nullable MarcRecord next() throws IOException {
        while (!ended) {
            if (!cutter.next(piece)) {
                end();
                break;
            }
            reportCompression(piece.offset() + piece.length());
            switch (piece.kind()) {
                case CLEAN -> {
                    account.addClean(piece.length());
                    return deliver();
                }
                case REPAIRED -> {
                    found++;
                    if (repaired()) {
                        return deliverRepaired();
                    }
                }
                case FILLER -> filler();
                case REJECTED -> rejectedPiece();
            }
        }
        return null;
    }

    private MarcRecord deliver() {
        found++;
        rejectOpen = false;
        return inspected();
    }

    private MarcRecord inspected() {
        MarcRecord record = piece.record();
        RECORDS.number(record, found);
        if (inspector != null) {
            inspector.inspect(record);
        }
        return record;
    }

    /** Accounts for a repaired record; whether it is to be delivered. */
    private boolean repaired() throws IOException {
        if (options.policy() == ErrorPolicy.STRICT) {
            throw strict(piece.findings());
        }
        if (options.policy() == ErrorPolicy.SKIP) {
            account.addSkipped();
            reject(piece.from(), piece.length());
            reportAll(piece.findings());
            return false;
        }
        int lost = 0;
        for (Extent extent : piece.rejects()) {
            lost += extent.length();
        }
        account.addRepaired(piece.length() - lost - piece.fillerInside());
        account.addFiller(piece.fillerInside());
        if (options.originals() != null) {
            options.originals().write(piece.bytes(), piece.from(), piece.length());
        }
        return true;
    }

    private MarcRecord deliverRepaired() throws IOException {
        rejectOpen = false;
        long behind = piece.offset();
        for (Extent extent : piece.rejects()) {
            rejectOpen &= extent.offset() == behind;
            reject(piece.from() + (int) (extent.offset() - piece.offset()), extent.length());
            behind = extent.offset() + extent.length();
        }
        rejectOpen &= behind == piece.offset() + piece.length();
        RECORDS.number(piece.record(), found);
        reportAll(piece.findings());
        return inspected();
    }

    private void filler() {
        account.addFiller(piece.length());
        rejectOpen = false;
        byte[] bytes = piece.bytes();
        int from = piece.from();
        DiagnosticCode code = DiagnosticCode.FILLER_BETWEEN_RECORDS;
        for (int i = from; i < from + piece.length(); i++) {
            if (bytes[i] == (byte) 0xEF) {
                code = DiagnosticCode.BYTE_ORDER_MARK;
            } else if (bytes[i] == 0x1A) {
                code = DiagnosticCode.END_OF_FILE_CHARACTER;
            }
        }
        report(new Diagnostic(code, Location.at(name, piece.offset()), piece.length() + " bytes", "", ""));
    }

    private void rejectedPiece() throws IOException {
        if (options.policy() == ErrorPolicy.STRICT) {
            Diagnostic noMarc = noMarc();
            throw noMarc == null ? strict(piece.findings()) : new MarcFormatException(noMarc);
        }
        reject(piece.from(), piece.length());
        reportAll(piece.findings());
    }

    private void reject(int from, int length) throws IOException {
        rejected += length;
        if (rejectOpen) {
            account.extendReject(length);
        } else {
            account.addReject(length);
        }
        rejectOpen = true;
        if (options.rejects() != null) {
            options.rejects().write(piece.bytes(), from, length);
        }
    }

    private void end() {
        ended = true;
        reportCompression(Long.MAX_VALUE);
        account.complete(true);
        if (rejected > 0) {
            Diagnostic noMarc = noMarc();
            if (noMarc != null) {
                report(noMarc);
            }
        }
        account.build(name, source.bytes());
    }

    /** That a source without records does not even begin like one, and what it looks like instead. */
    private @Nullable Diagnostic noMarc() {
        byte[] head = source.head();
        if (found > 0 || format.sniff(head, head.length)) {
            return null;
        }
        return new Diagnostic(
                DiagnosticCode.NOT_MARC,
                Location.at(name, 0),
                "not MARC data: " + ContentGuess.describe(head, head.length),
                "",
                "");
    }

    /** Reports what was wrong with the compression of the bytes before a place; what is behind may not be known yet. */
    private void reportCompression(long place) {
        Finding first = source.findings().peek();
        while (first != null && first.byteOffset() < place) {
            Diagnostic diagnostic = new Diagnostic(
                    first.code(),
                    Location.at(name, first.byteOffset()),
                    first.found(),
                    first.expected(),
                    first.action());
            if (options.policy() == ErrorPolicy.STRICT) {
                throw new MarcFormatException(diagnostic);
            }
            report(diagnostic);
            source.findings().remove();
            first = source.findings().peek();
        }
    }

    private MarcFormatException strict(List<Finding> findings) {
        Finding worst = findings.get(0);
        for (Finding finding : findings) {
            if (finding.code().severity().compareTo(worst.code().severity()) > 0) {
                worst = finding;
            }
        }
        return new MarcFormatException(located(worst));
    }

    private void reportAll(List<Finding> findings) {
        for (Finding finding : findings) {
            report(located(finding));
        }
    }

    private Diagnostic located(Finding finding) {
        boolean inRecord = piece.kind() == Piece.Kind.REPAIRED;
        String controlNumber = inRecord ? piece.record().controlNumber().orElse("") : "";
        Location location = new Location(
                name, inRecord ? found : 0, finding.byteOffset(), controlNumber, finding.tag(), finding.fieldNumber());
        return new Diagnostic(finding.code(), location, finding.found(), finding.expected(), finding.action());
    }

    private void report(Diagnostic diagnostic) {
        account.count(diagnostic.code());
        if (options.listener() != null) {
            options.listener().accept(diagnostic);
        }
    }
}
