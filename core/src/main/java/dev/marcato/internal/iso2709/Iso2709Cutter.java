// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.RECORD_TERMINATOR;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.RecordAccess;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the records of a range. Where one starts is a local fact ({@link RecordStart}); a clean one is delivered at
 * once; the bytes up to the next start go to {@link Salvage}, which sees nothing else. So the pieces do not depend on
 * where ranges are cut, nor on how the bytes arrive.
 */
final class Iso2709Cutter implements RecordCutter {
    /** Filler behind a record terminator that is longer than this ends a stretch of damage. */
    static final int LONG_FILLER = 64 << 10;

    /** Of damage so many bytes are read at a time, each time looked through for its end. */
    private static final int DAMAGE_STEP = 64 << 10;

    private static final RecordAccess RECORDS = RecordAccess.get();

    private enum State {
        /** Looking for the first terminator of the range that announces a record. */
        SEEKING,
        /** Behind a record terminator that announces a record or does not. */
        BEHIND_TERMINATOR,
        /** At the start of a record. */
        AT_START,
        /** In bytes that no terminator announced as a record. */
        ASTRAY,
        /** Salvage had as many bytes as the limits allow, and the stretch goes on. */
        BEYOND_LIMIT,
        DONE
    }

    private final Window window;
    private final FileRange range;
    private final CutSettings settings;
    private final CleanRecord clean = new CleanRecord();
    private final Salvage salvage;
    private final Deque<Piece> salvaged = new ArrayDeque<>();
    private State state;
    private int position;
    /** Where the terminator stands that may announce a record; -1 is the virtual one. */
    private long terminator = -1;
    /** Whether a field terminator stands before it. */
    private boolean fieldEndBefore = true;
    /** Where a record was found not to be clean last. */
    private long unclean = -1;

    Iso2709Cutter(Window window, FileRange range, CutSettings settings) {
        this.window = window;
        this.range = range;
        this.settings = settings;
        this.salvage = new Salvage(settings, salvaged);
        if (range.owns(-1)) {
            state = State.BEHIND_TERMINATOR;
        } else if (range.end() <= range.start()) {
            state = State.DONE;
        } else {
            state = State.SEEKING;
            position = window.position(range.start() - 1);
        }
    }

    /** How many bytes salvage has looked at and loading has copied: a small multiple of the input. */
    long bytesVisited() {
        return salvage.bytesVisited() + window.bytesCopied();
    }

    @Override
    public boolean next(Piece piece) throws IOException {
        while (true) {
            Piece next = salvaged.poll();
            if (next != null) {
                piece.take(next);
                return true;
            }
            if (salvage.active()) {
                salvage.step();
                continue;
            }
            switch (state) {
                case BEHIND_TERMINATOR -> {
                    position = window.shrink(position);
                    if (cleanNeighbour(piece) || behindTerminator(piece)) {
                        return true;
                    }
                }
                case AT_START -> {
                    if (cleanHere(piece)) {
                        return true;
                    }
                    piece.clear();
                    damage(true);
                }
                case ASTRAY -> {
                    piece.clear();
                    damage(false);
                }
                case BEYOND_LIMIT -> beyondLimit();
                case SEEKING -> seek();
                case DONE -> {
                    return false;
                }
            }
        }
    }

    /**
     * The usual case, without a detour: right behind a record stands another one that is clean. Its leader, its first
     * entry and the terminators before it are evidence enough for a start; anything that would tell against one is left
     * to {@link RecordStart}, so that every range comes to the same end.
     */
    private boolean cleanNeighbour(Piece piece) throws IOException {
        if (!fieldEndBefore || !range.owns(terminator) || terminator != window.offset(position) - 1 || !load()) {
            return false;
        }
        byte[] b = window.bytes();
        return RecordStart.looksLikeEntry(b, position + Bytes.LEADER_LENGTH, window.limit())
                && !(Bytes.isDigit(b[position + 5]) && Bytes.isDigit(b[position + 6]))
                && !CleanRecord.leaderHoldsSeparator(b, position)
                && deliverIfClean(piece);
    }

    private boolean cleanHere(Piece piece) throws IOException {
        return window.offset(position) != unclean && load() && deliverIfClean(piece);
    }

    /** Whether as many bytes are here as the leader claims. */
    private boolean load() throws IOException {
        position = window.require(position, Bytes.SMALLEST_RECORD + Bytes.ENTRY_LENGTH);
        int length = CleanRecord.claimedLength(window.bytes(), position, window.limit());
        if (length < 0) {
            return false;
        }
        position = window.require(position, length);
        return window.limit() - position >= length;
    }

    private boolean deliverIfClean(Piece piece) {
        byte[] b = window.bytes();
        int length = CleanRecord.claimedLength(b, position, window.limit());
        if (!clean.check(b, position, length)) {
            unclean = window.offset(position);
            return false;
        }
        long offset = window.offset(position);
        piece.set(Piece.Kind.CLEAN, offset, b, position, length)
                .record(RECORDS.create(
                        b,
                        position,
                        length,
                        clean.index(),
                        true,
                        clean.ascii(),
                        settings.sourceName(),
                        offset,
                        settings.encoding(),
                        settings.flavor()));
        position += length;
        behind(position - 1, true);
        return true;
    }

    private void behind(int terminatorPosition, boolean fieldEnds) {
        state = State.BEHIND_TERMINATOR;
        terminator = window.offset(terminatorPosition);
        fieldEndBefore = fieldEnds;
    }

    /** Passes filler and finds out what stands behind it; true where the filler is a piece. */
    private boolean behindTerminator(Piece piece) throws IOException {
        int filler = loadFiller(0);
        if (filler > LONG_FILLER) {
            // What comes then belongs to who owns the terminator, whatever it is: nobody reads far in what is not his
            // own.
            state = range.owns(terminator) ? State.BEHIND_TERMINATOR : State.DONE;
            // Its end may be the blank length of a record.
            return filler(piece, LONG_FILLER - RecordStart.REACH);
        }
        byte[] b = window.bytes();
        int place = position + filler;
        if (place == window.limit()) {
            state = State.DONE;
            return filler > 0 && filler(piece, filler);
        }
        int start = RecordStart.announced(b, position, place, window.limit(), fieldEndBefore);
        if (start < 0) {
            // The virtual terminator announces a record whatever stands there; salvage finds out.
            state = State.ASTRAY;
            return filler > 0 && filler(piece, filler);
        }
        state = range.owns(terminator) ? State.AT_START : State.DONE;
        return start > position && filler(piece, start - position);
    }

    private boolean filler(Piece piece, int length) {
        Filler.set(piece, window.offset(position), window.bytes(), position, length);
        position += length;
        return true;
    }

    /**
     * Loads the filler that begins {@code skip} bytes behind the position and enough behind it to judge what stands
     * there, or more than {@link #LONG_FILLER} of it.
     *
     * @return its length
     */
    private int loadFiller(int skip) throws IOException {
        int filler = Bytes.fillerLength(window.bytes(), position + skip, window.limit());
        while (!window.ended()
                && filler <= LONG_FILLER
                && position + skip + filler + RecordStart.REACH > window.limit()) {
            position = window.require(position, skip + filler + RecordStart.REACH);
            filler = Bytes.fillerLength(window.bytes(), position + skip, window.limit());
        }
        return filler;
    }

    /** Looks for the first terminator of the range that announces a record. */
    private void seek() throws IOException {
        // Nothing is loaded yet where the range is not the first one of a stream.
        position = window.require(position, 1);
        while (true) {
            int found = Bytes.indexOf(window.bytes(), RECORD_TERMINATOR, position, window.limit());
            long checked = window.offset(found < 0 ? window.limit() : found);
            if (!range.owns(checked)) {
                state = State.DONE;
                return;
            }
            if (found < 0) {
                position = window.limit();
                if (window.ended()) {
                    state = State.DONE;
                    return;
                }
                position = window.require(position, 1);
                continue;
            }
            boolean fieldEnds = RecordStart.fieldEndsBefore(window.bytes(), found);
            position = found + 1;
            terminator = window.offset(found);
            int filler = loadFiller(0);
            if (filler > LONG_FILLER) {
                // The first of it is a piece of who comes from the record before.
                position += LONG_FILLER - RecordStart.REACH;
                fieldEndBefore = fieldEnds;
                state = State.BEHIND_TERMINATOR;
                return;
            }
            int start = RecordStart.announced(window.bytes(), position, position + filler, window.limit(), fieldEnds);
            if (start >= 0) {
                position = start;
                state = State.AT_START;
                return;
            }
        }
    }

    /** Hands the bytes up to the next terminator that announces a record, or as many as the limits allow, to salvage. */
    private void damage(boolean atStart) throws IOException {
        // The window begins with the stretch, so that what is in it does not depend on what was loaded.
        int largest = settings.limits().windowBytes();
        int scanned = 0;
        while (true) {
            int held = Math.min(largest, window.limit() - position);
            int found = Bytes.indexOf(window.bytes(), RECORD_TERMINATOR, position + scanned, position + held);
            if (found >= 0) {
                scanned = found + 1 - position;
                if (endsStretch(scanned)) {
                    boolean fieldEnds = RecordStart.fieldEndsBefore(window.bytes(), position + scanned - 1);
                    salvage(scanned, atStart, false);
                    position += scanned;
                    behind(position - 1, fieldEnds);
                    return;
                }
            } else if (window.ended() && position + held == window.limit()) {
                salvage(held, atStart, false);
                state = State.DONE;
                return;
            } else if (window.limit() - position > largest) {
                salvage(held, atStart, true);
                state = State.BEYOND_LIMIT;
                return;
            } else {
                scanned = held;
                // One byte more than the window tells whether the stretch ends with it.
                // The last step is a large one, since two arrays of half its size and more would be there at a time.
                int room = held > largest / 8 ? largest + 1 : Math.max(2 * held, LONG_FILLER);
                position = window.reserve(position, Math.min(largest + 1, room));
                // Who keeps the bytes of a stream for others lets go of those that were looked through.
                position = window.require(position, Math.min(largest + 1, held + DAMAGE_STEP));
            }
        }
    }

    /** Whether the terminator before {@code position + length} announces a record, or stands before long filler. */
    private boolean endsStretch(int length) throws IOException {
        int filler = loadFiller(length);
        int after = position + length;
        return filler > LONG_FILLER
                || after + filler < window.limit()
                        && RecordStart.announced(
                                        window.bytes(),
                                        after,
                                        after + filler,
                                        window.limit(),
                                        RecordStart.fieldEndsBefore(window.bytes(), after - 1))
                                >= 0;
    }

    /** Goes on behind what salvage settled; where that is nothing, the bytes are lost up to the next start. */
    private void beyondLimit() {
        if (salvage.position() > position) {
            position = salvage.position();
            state = salvage.announced() ? State.AT_START : State.ASTRAY;
            return;
        }
        // The last bytes may be the beginning of a leader.
        int looked = settings.limits().windowBytes();
        int rejected = looked - RecordStart.REACH;
        long offset = window.offset(position);
        Finding limit = Finding.at(
                offset,
                DiagnosticCode.WINDOW_LIMIT_REACHED,
                "no end of a record within " + looked + " bytes",
                "",
                rejected + " bytes went to the rejects");
        salvaged.add(new Piece()
                .set(Piece.Kind.REJECTED, offset, window.bytes(), position, rejected)
                .findings(List.of(limit)));
        position += rejected;
        state = State.ASTRAY;
    }

    private void salvage(int length, boolean atStart, boolean more) {
        salvage.begin(window.bytes(), position, position + length, window.offset(0), atStart, more);
    }
}
