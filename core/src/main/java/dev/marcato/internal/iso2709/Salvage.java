// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.FIELD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.RECORD_TERMINATOR;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.RecordAccess;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.Words;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads what can be read out of a stretch of damage: a pure function from bytes to records, filler and rejects, linear
 * in their number. A stretch may hold any number of records whose terminators are lost; clean ones among them come out
 * as they are.
 */
final class Salvage {
    private static final RecordAccess RECORDS = RecordAccess.get();
    private static final byte[] NOTHING = {};

    private final CutSettings settings;
    private final Deque<Piece> out;
    private final CleanRecord clean = new CleanRecord();
    private byte[] b = NOTHING;
    private long base;
    private int position;
    private int end;
    private boolean announced;
    /** Whether the record at the position is known to be not clean. */
    private boolean unclean;

    private boolean more;
    private boolean active;
    /** Behind the last byte of the record that was read last. */
    private int settled;

    private long bytesVisited;

    /** Salvage that adds its pieces to a queue, a few with each step. */
    Salvage(CutSettings settings, Deque<Piece> out) {
        this.settings = settings;
        this.out = out;
    }

    long bytesVisited() {
        return bytesVisited;
    }

    /**
     * Begins a stretch.
     *
     * @param bytes the array that holds it, from {@code from} to {@code to}
     * @param offset the place in the source of the array's first byte
     * @param atStart whether a record terminator announced a record at {@code from}, and it is not a clean one
     * @param goesOn whether the stretch goes on behind {@code to}
     */
    void begin(byte[] bytes, int from, int to, long offset, boolean atStart, boolean goesOn) {
        b = bytes;
        base = offset;
        position = from;
        end = to;
        announced = atStart;
        unclean = atStart;
        more = goesOn;
        active = true;
        bytesVisited += to - from;
    }

    /** Whether the stretch has steps left. */
    boolean active() {
        return active;
    }

    /** Up to where the stretch is settled: to its end, unless it goes on. */
    int position() {
        return position;
    }

    /** Whether a record was announced, or found to start, at the position. */
    boolean announced() {
        return announced;
    }

    /** Settles the next record or the bytes up to it. */
    void step() {
        int p = position;
        boolean start = announced;
        int place = start ? p : p + Bytes.fillerLength(b, p, end);
        if (place == end) {
            filler(p, end);
            settle(end, false);
            return;
        }
        int length = unclean ? 0 : cleanLength(place);
        unclean = false;
        if (length > 0) {
            filler(p, place);
            clean(place, length);
            settle(place + length, false);
            return;
        }
        int record = start ? p : startOfRecord(p, place);
        int next = record < 0 ? -1 : startWherePromised(record);
        if (next < 0) {
            next = nextStart(Math.max(record, place) + 1);
        }
        if (next == end && more) {
            finish();
        } else if (record < 0) {
            filler(p, place);
            rejected(place, next);
            settle(next, true);
        } else {
            filler(p, record);
            damaged(record, next);
            settle(next, true);
        }
    }

    /** @param start whether a record was found to start there; it is not to be doubted again with less in view */
    private void settle(int to, boolean start) {
        position = to;
        announced = start && to < end;
        if (to == end) {
            finish();
        }
    }

    private void finish() {
        active = false;
        // A window may be a quarter of the heap.
        b = NOTHING;
    }

    /** Whether a record stands behind filler without being announced; its length may begin with blanks. */
    private int startOfRecord(int after, int place) {
        boolean fieldEnds = after == 0 || b[after - 1] == FIELD_TERMINATOR || b[after - 1] == RECORD_TERMINATOR;
        for (int p = place; p >= Math.max(after, place - RecordStart.LONGEST_BLANK_LENGTH); p--) {
            if (RecordStart.unannounced(b, p, end, fieldEnds)) {
                return p;
            }
        }
        return -1;
    }

    /** The next place where a record stands, if it can only be behind all that the directory of this one says; or -1. */
    private int startWherePromised(int record) {
        int promised = SoundEntries.provenEnd(b, record, end);
        // A record without fields has one terminator, which may be taken for that of the last field.
        if (promised < 0 || startsClean(promised - Bytes.SMALLEST_RECORD)) {
            return -1;
        }
        boolean last = promised == end && !more;
        boolean another = promised <= end - Bytes.SMALLEST_RECORD
                && (startsUnannounced(promised, record) || startsClean(promised));
        return last || another ? promised : -1;
    }

    /** The next place behind {@code from} where a record stands that lost what announced it; the end if there is none. */
    private int nextStart(int from) {
        int last = end - Bytes.SMALLEST_RECORD;
        for (int p = from; p <= last; p += Long.BYTES) {
            for (long places = StartScan.places(b, p, end - p); places != 0; places &= places - 1) {
                int place = p + Words.first(places);
                if (place > last) {
                    return end;
                }
                if (startsUnannounced(place, from) || startsClean(place)) {
                    return place;
                }
            }
        }
        return end;
    }

    private boolean startsUnannounced(int p, int from) {
        // So near to the last start, this is the same leader with a byte too many before it.
        return p - from >= Bytes.LEADER_LENGTH
                && RecordStart.startsLikeLength(b, p)
                && RecordStart.unannounced(b, p, end, fieldEndsBefore(p, from - 1));
    }

    /** Whether a field ends before a place, but for filler and one wrong byte, which may stand for the terminator. */
    private boolean fieldEndsBefore(int place, int from) {
        int wrongBytes = 0;
        for (int p = place - 1; p >= from && wrongBytes <= 1; p--) {
            if (b[p] == FIELD_TERMINATOR || b[p] == RECORD_TERMINATOR) {
                return true;
            }
            wrongBytes += Bytes.isFiller(b[p]) ? 0 : 1;
        }
        return false;
    }

    /** A clean record may stand anywhere: behind one that was cut off, in the middle of garbage. */
    private boolean startsClean(int p) {
        return Bytes.isDigit(b[p])
                && Bytes.isDigit(b[p + 4])
                && Bytes.isDigit(b[p + 12])
                && Bytes.isDigit(b[p + 16])
                && cleanLength(p) > 0;
    }

    /** The length of the clean record at a place, or 0. */
    private int cleanLength(int p) {
        int length = CleanRecord.claimedLength(b, p, end);
        return length > 0 && length <= end - p && clean.check(b, p, length) ? length : 0;
    }

    private void clean(int p, int length) {
        bytesVisited += length;
        out.add(new Piece()
                .set(Piece.Kind.CLEAN, base + p, b, p, length)
                .record(RECORDS.create(
                        b,
                        p,
                        length,
                        clean.index(),
                        true,
                        clean.ascii(),
                        settings.sourceName(),
                        base + p,
                        settings.encoding(),
                        settings.flavor())));
    }

    private void filler(int from, int to) {
        if (to > from) {
            out.add(Filler.set(new Piece(), base + from, b, from, to - from));
        }
    }

    private void rejected(int from, int to) {
        if (to <= from) {
            return;
        }
        reject(from, to, Finding.at(base + from, DiagnosticCode.BYTES_REJECTED, "", "", rejection(to - from)));
    }

    private void reject(int from, int to, Finding finding) {
        out.add(new Piece()
                .set(Piece.Kind.REJECTED, base + from, b, from, to - from)
                .findings(bounded(List.of(finding))));
    }

    private static String rejection(int length) {
        return length == 1 ? "1 byte went to the rejects" : length + " bytes went to the rejects";
    }

    /** A record whose parts do not agree, between its start and the next one. */
    private void damaged(int start, int next) {
        int text = next;
        while (text > start && Bytes.isFiller(b[text - 1])) {
            text--;
        }
        boolean ended = text > start && (b[text - 1] == RECORD_TERMINATOR || b[text - 1] == FIELD_TERMINATOR);
        // Where no terminator is left, blanks and line ends may stand for it, or be the last of the text.
        boolean read = text - start >= Bytes.SMALLEST_RECORD - 1
                && (torn(start, text) || read(start, text) || !ended && text < next && read(start, next));
        if (read) {
            filler(Math.max(settled, text), next);
        } else {
            int to = ended ? text : next;
            DiagnosticCode code = to - start >= Bytes.SMALLEST_RECORD - 1 && b[to - 1] != RECORD_TERMINATOR
                    ? DiagnosticCode.RECORD_TRUNCATED
                    : DiagnosticCode.BYTES_REJECTED;
            reject(start, to, Finding.at(base + start, code, "", "", rejection(to - start)));
            filler(to, next);
        }
    }

    /** Reads the best record out of the bytes between two positions, if there is a credible one. */
    private boolean read(int start, int to) {
        DamagedRecord record = new DamagedRecord(b, start, to);
        DamagedRecord.Reading reading = record.read();
        bytesVisited += record.bytesVisited();
        if (reading == null) {
            return false;
        }
        RepairedRecord repaired = new RepairedRecord(b, start, reading, base, settings);
        out.add(new Piece()
                .set(Piece.Kind.REPAIRED, base + start, b, start, reading.end() - start)
                .record(repaired.record())
                .rejects(repaired.rejects())
                .findings(bounded(RepairFindings.of(b, start, base, reading, repaired))));
        rest(reading.end(), to);
        settled = to;
        return true;
    }

    /** A record that is clean once its line breaks are taken out. */
    private boolean torn(int start, int to) {
        if (!TornRecord.possible(b, start, to)) {
            return false;
        }
        byte[] mended = TornRecord.mend(b, start, to);
        int length = CleanRecord.claimedLength(mended, 0, mended.length);
        if (length != mended.length || !clean.check(mended, 0, length)) {
            return false;
        }
        settled = to;
        int breaks = to - start - length;
        Finding finding = Finding.at(
                base + start, DiagnosticCode.LINE_BREAKS_REMOVED, breaks + " bytes of line breaks", "", "taken out");
        out.add(new Piece()
                .set(Piece.Kind.REPAIRED, base + start, b, start, to - start)
                .record(RECORDS.create(
                        mended,
                        0,
                        length,
                        clean.index(),
                        true,
                        clean.ascii(),
                        settings.sourceName(),
                        base + start,
                        settings.encoding(),
                        settings.flavor()))
                .fillerInside(breaks)
                .findings(List.of(finding)));
        return true;
    }

    /** What stands behind a repaired record and before the next start. */
    private void rest(int from, int to) {
        int filler = Bytes.fillerLength(b, from, to);
        filler(from, from + filler);
        rejected(from + filler, to);
    }

    private List<Finding> bounded(List<Finding> findings) {
        int most = settings.limits().diagnosticsPerStretch();
        if (findings.size() <= most) {
            return findings;
        }
        List<Finding> kept = new ArrayList<>(findings.subList(0, most));
        kept.add(Finding.at(
                findings.get(most).byteOffset(),
                DiagnosticCode.MORE_DIAGNOSTICS,
                findings.size() - most + " more in this record",
                "",
                ""));
        return kept;
    }
}
