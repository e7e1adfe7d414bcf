// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.StartScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a range of a source of text: a {@link StartScanner} finds where records start, a {@link StretchReader} makes pieces of
 * what lies between. A range owns the starts in it, and what follows each up to the next one.
 *
 * <p>A stretch that is longer than the window is rejected, since its record could not be held.
 */
public final class StretchCutter implements RecordCutter {
    private static final int STEP = 64 << 10;

    private final InputStream in;
    private final FileRange range;
    private final CutSettings settings;
    private final StartScanner scanner;
    private final StretchReader reader;
    private final Deque<Piece> pieces = new ArrayDeque<>();

    private byte[] bytes;
    private int limit;
    /** Where in the source the array begins. */
    private long base;

    private boolean ended;

    /** Where the current stretch begins in the array; negative before the range's first start. */
    private int stretch;
    /** Whether a record starts there. */
    private boolean startsRecord;
    /** Whether the stretch was found to be too long: bytes are rejected up to the next start. */
    private boolean tooLong;

    private int unseen;
    private boolean done;

    /**
     * A cutter for a stream.
     *
     * @param first where in the source the stream begins
     * @param scanner stands before the stream's first byte; where the range does not begin with its source, the first start
     *     that it finds in the range is where the range's first stretch begins
     */
    public StretchCutter(
            InputStream in,
            long first,
            FileRange range,
            CutSettings settings,
            StartScanner scanner,
            StretchReader reader) {
        this(in, new byte[settings.limits().blockBytes()], 0, first, range, settings, scanner, reader);
    }

    private StretchCutter(
            InputStream in,
            byte[] bytes,
            int limit,
            long first,
            FileRange range,
            CutSettings settings,
            StartScanner scanner,
            StretchReader reader) {
        this.in = in;
        this.bytes = bytes;
        this.limit = limit;
        this.base = first;
        this.range = range;
        this.settings = settings;
        StartScanner known = settings.starts();
        this.scanner = known == null ? scanner : known;
        this.reader = reader;
        stretch = range.start() == 0 ? 0 : -1;
        // An empty range owns nothing, not even what stands before the first start.
        done = range.end() <= range.start();
    }

    /** A cutter for an array, which is not copied; {@code first} is where the scanner begins to look. */
    public static StretchCutter of(
            byte[] bytes,
            long first,
            FileRange range,
            CutSettings settings,
            StartScanner scanner,
            StretchReader reader) {
        int from = (int) Math.min(first, bytes.length);
        StretchCutter cutter = new StretchCutter(
                new ByteArrayInputStream(bytes, bytes.length, 0),
                bytes,
                bytes.length,
                0,
                range,
                settings,
                scanner,
                reader);
        cutter.unseen = from;
        cutter.ended = true;
        return cutter;
    }

    @Override
    public boolean next(Piece piece) throws IOException {
        Piece next = pieces.poll();
        while (next == null && !done) {
            step();
            next = pieces.poll();
        }
        if (next == null) {
            return false;
        }
        piece.take(next).countLines();
        return true;
    }

    private void step() throws IOException {
        int start = scanner.next(bytes, unseen, limit, ended);
        unseen = scanner.passed();
        if (start != StartScanner.NONE) {
            startAt(start);
        } else if (ended) {
            endStretch(limit, true);
            done = true;
        } else if (stretch < 0 && base + unseen >= range.end()) {
            // No record starts in the range: the stretch that it is in belongs to another one.
            done = true;
        } else {
            boolean isTooLong = tooLong || unseen - stretch > settings.limits().windowBytes();
            if (stretch >= 0 && unseen > stretch && isTooLong) {
                // What cannot be judged yet may be the beginning of the next record.
                rejectTooLong(unseen);
            }
            load();
        }
    }

    private void startAt(int start) {
        long offset = base + start;
        if (stretch < 0) {
            if (offset >= range.start()) {
                done = offset >= range.end();
                stretch = start;
                startsRecord = true;
            }
            return;
        }
        endStretch(start, false);
        tooLong = false;
        stretch = start;
        startsRecord = true;
        done = offset >= range.end();
    }

    /** @param last whether the source ends there; else another stretch begins */
    private void endStretch(int end, boolean last) {
        if (stretch < 0 || end == stretch) {
            return;
        }
        if (tooLong || end - stretch > settings.limits().windowBytes()) {
            rejectTooLong(end);
        } else if (last) {
            reader.readLast(bytes, stretch, end, base + stretch, startsRecord, pieces::add);
        } else {
            reader.read(bytes, stretch, end, base + stretch, startsRecord, pieces::add);
        }
        stretch = end;
    }

    /** The stretch has more bytes than are looked at as one, be they here already or not. */
    private void rejectTooLong(int end) {
        List<Finding> findings = tooLong
                ? List.of()
                : List.of(Finding.at(
                        base + stretch,
                        DiagnosticCode.WINDOW_LIMIT_REACHED,
                        "no end of a record within " + settings.limits().windowBytes() + " bytes",
                        "",
                        "it went to the rejects"));
        reject(end, findings);
        tooLong = true;
        startsRecord = false;
    }

    private void reject(int end, List<Finding> findings) {
        pieces.add(new Piece()
                .set(Piece.Kind.REJECTED, base + stretch, bytes, stretch, end - stretch)
                .findings(findings));
        stretch = end;
    }

    /** Reads on. What was delivered shares the old array, which is never written again. */
    private void load() throws IOException {
        int keep = stretch >= 0 ? stretch : unseen;
        if (limit == bytes.length) {
            int held = limit - keep;
            int block = settings.limits().blockBytes();
            // Twice as large each time, but no larger than what is ever looked at.
            long most = (long) settings.limits().windowBytes() + block;
            long more = Math.max(STEP, Math.min(held, most - held));
            int size = (int) Math.max(block, held + more);
            byte[] larger = new byte[size];
            System.arraycopy(bytes, keep, larger, 0, held);
            bytes = larger;
            base += keep;
            limit = held;
            unseen -= keep;
            stretch = stretch < 0 ? stretch : stretch - keep;
        }
        int count = in.read(bytes, limit, bytes.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
    }
}
