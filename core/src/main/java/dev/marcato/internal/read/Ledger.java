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
import dev.marcato.internal.check.RepeatedControlNumbers;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Piece;
import dev.marcato.io.Piece.Extent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account of one source, which is told of its pieces in input order: it numbers the records, applies the policy,
 * writes rejects and originals, and passes on what was found. Each piece is accounted for when it is told, so the
 * account covers what came before the end of the last delivered record. For one thread at a time.
 */
public final class Ledger {
    private static final RecordAccess RECORDS = RecordAccess.get();

    private final SourceFacts source;
    private final String name;
    private final Format format;
    private final ReadOptions options;
    private final RepeatedControlNumbers controlNumbers = new RepeatedControlNumbers();
    private final ReadSummary.Builder account = new ReadSummary.Builder();
    private final LineCount lines;
    private long found;
    private long rejected;
    private boolean rejectOpen;

    /** @param name what the source is called in messages */
    public Ledger(SourceFacts source, String name, Format format, ReadOptions options) {
        this.source = source;
        this.name = name;
        this.format = format;
        this.options = options;
        this.lines = new LineCount(format.hasLines());
    }

    /** The account until now. */
    public ReadSummary summary() {
        return account.build(name);
    }

    /** Bytes accounted for until now. */
    public long totalBytes() {
        return account.totalBytes();
    }

    /**
     * The next piece. Its record, if it is to be delivered, has its number then.
     *
     * @return whether it has a record that is to be delivered
     * @throws MarcFormatException at damage, where the policy is STRICT
     * @throws IOException when the rejects or originals cannot be written
     */
    public boolean add(Piece piece) throws IOException {
        lines.next(piece);
        reportCompression(piece.offset() + piece.length());
        switch (piece.kind()) {
            case CLEAN -> {
                account.addClean(piece.length());
                found++;
                rejectOpen = false;
                RECORDS.number(piece.record(), found);
                reportAll(piece);
                return true;
            }
            case REPAIRED -> {
                found++;
                return repaired(piece);
            }
            case FILLER -> filler(piece);
            case REJECTED -> rejected(piece);
        }
        return false;
    }

    /**
     * So many clean records one after another, that nobody wants to see again.
     *
     * @param end behind the last byte of the last one, as a place in the source
     * @param newLines how many line ends they hold
     * @param lineStart where, in the source, the last line begins that begins in them
     */
    public void addClean(long records, long bytes, long end, long newLines, long lineStart) {
        lines.pass(newLines, lineStart);
        reportCompression(end);
        account.addClean(records, bytes);
        found += records;
        rejectOpen = false;
    }

    /** What was found in the record that was told of last, which is to be delivered, and whether its 001 came before. */
    public void inspected(MarcRecord record, List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            report(finding.withLocation(lines.placed(finding.location()).withRecordNumber(found)));
        }
        Diagnostic repeated = controlNumbers.look(record);
        if (repeated != null) {
            report(repeated);
        }
    }

    /** Accounts for a repaired record; whether it is to be delivered. */
    private boolean repaired(Piece piece) throws IOException {
        if (options.policy() == ErrorPolicy.STRICT) {
            throw strict(piece);
        }
        if (options.policy() == ErrorPolicy.SKIP) {
            account.addSkipped();
            reject(piece, piece.from(), piece.length());
            reportAll(piece);
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
        rejectOpen = false;
        long behind = piece.offset();
        for (Extent extent : piece.rejects()) {
            rejectOpen &= extent.offset() == behind;
            reject(piece, piece.from() + (int) (extent.offset() - piece.offset()), extent.length());
            behind = extent.offset() + extent.length();
        }
        rejectOpen &= behind == piece.offset() + piece.length();
        RECORDS.number(piece.record(), found);
        reportAll(piece);
        return true;
    }

    private void filler(Piece piece) {
        account.addFiller(piece.length());
        rejectOpen = false;
        reportAll(piece);
    }

    private void rejected(Piece piece) throws IOException {
        if (options.policy() == ErrorPolicy.STRICT) {
            Diagnostic noMarc = noMarc();
            throw noMarc == null ? strict(piece) : new MarcFormatException(noMarc);
        }
        reject(piece, piece.from(), piece.length());
        reportAll(piece);
    }

    private void reject(Piece piece, int from, int length) throws IOException {
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

    /** There are no more pieces: the account is complete. */
    public void end() {
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
                "not MARC data: " + ContentGuess.describe(head, head.length, format),
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

    private MarcFormatException strict(Piece piece) {
        Finding worst = piece.findings().get(0);
        for (Finding finding : piece.findings()) {
            if (finding.code().severity().compareTo(worst.code().severity()) > 0) {
                worst = finding;
            }
        }
        return new MarcFormatException(located(piece, worst));
    }

    private void reportAll(Piece piece) {
        for (Finding finding : piece.findings()) {
            report(located(piece, finding));
        }
    }

    private Diagnostic located(Piece piece, Finding finding) {
        boolean inRecord = piece.kind() == Piece.Kind.REPAIRED || piece.kind() == Piece.Kind.CLEAN;
        String controlNumber = inRecord ? piece.record().location().controlNumber() : "";
        Location location = new Location(
                name, inRecord ? found : 0, finding.byteOffset(), controlNumber, finding.tag(), finding.fieldNumber());
        return new Diagnostic(
                finding.code(), lines.placed(location), finding.found(), finding.expected(), finding.action());
    }

    private void report(Diagnostic diagnostic) {
        account.count(diagnostic.code());
        if (options.listener() != null) {
            options.listener().accept(diagnostic);
        }
    }
}
