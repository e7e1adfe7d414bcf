// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import static dev.marcato.io.Words.ONES;

import dev.marcato.MarcRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of the input: a record, filler between records, or bytes that belong to no record. Pieces come in input
 * order and without gaps, so their lengths add up to the input's size.
 *
 * <p>A cutter fills the same object again and again: what a caller wants to keep it copies before it asks for the next
 * piece. The record alone may be kept. Not for several threads.
 */
public final class Piece {
    /** What a stretch of the input turned out to be. */
    public enum Kind {
        /** A record whose structure agrees in every part. */
        CLEAN,
        /** A record read out of damage. */
        REPAIRED,
        /** Line ends, blanks, NUL, 0x1A or a byte order mark between records. */
        FILLER,
        /** Bytes that belong to no record. */
        REJECTED
    }

    private static final byte[] NOTHING = {};
    private static final long LINE_ENDS = '\n' * ONES;

    private Kind kind = Kind.FILLER;
    private long offset;
    private int length;
    private byte[] bytes = NOTHING;
    private int from;
    private @Nullable MarcRecord record;
    private List<Finding> findings = List.of();
    private List<Extent> rejects = List.of();
    private int fillerInside;
    private int lines;
    private int lastLine;

    /** A part of a piece, as positions in the source, 0-based, in uncompressed bytes. */
    public record Extent(long offset, int length) {}

    /** A piece of nothing, for a cutter to fill. */
    public Piece() {}

    /** Makes this piece a stretch without findings; the cutter's first step. */
    public Piece set(Kind newKind, long newOffset, byte[] newBytes, int newFrom, int newLength) {
        kind = newKind;
        offset = newOffset;
        bytes = newBytes;
        from = newFrom;
        length = newLength;
        record = null;
        findings = List.of();
        rejects = List.of();
        fillerInside = 0;
        lines = 0;
        lastLine = 0;
        return this;
    }

    /** Adds the record of a {@link Kind#CLEAN} or {@link Kind#REPAIRED} piece. */
    public Piece record(MarcRecord newRecord) {
        record = newRecord;
        return this;
    }

    /** Adds what was found here, in order of the places; where a clean record has some, they are about its surroundings. */
    public Piece findings(List<Finding> newFindings) {
        findings = newFindings;
        return this;
    }

    /** Adds the bytes inside a repaired record that found no place in a field, in order. */
    public Piece rejects(List<Extent> newRejects) {
        rejects = newRejects;
        return this;
    }

    /** Adds the number of bytes inside a repaired record that are filler: the line breaks that tore it. */
    public Piece fillerInside(int newFillerInside) {
        fillerInside = newFillerInside;
        return this;
    }

    /** Counts the line ends (0x0A) in the stretch, for a format whose places have lines. */
    public Piece countLines() {
        lines = 0;
        lastLine = 0;
        int end = from + length;
        int at = from;
        // Eight bytes at a time: most have no line end.
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            if (Words.zeros(Words.get(bytes, at) ^ LINE_ENDS) != 0) {
                countLines(at, at + Long.BYTES);
            }
        }
        countLines(at, end);
        return this;
    }

    private void countLines(int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (bytes[at] == '\n') {
                lines++;
                lastLine = at + 1 - from;
            }
        }
    }

    /** How many line ends there are in the stretch, where they were counted. */
    public int lines() {
        return lines;
    }

    /** Where in the stretch its last line begins, 0-based in bytes; 0 if it holds no line end. */
    public int lastLine() {
        return lastLine;
    }

    /** What this stretch is. */
    public Kind kind() {
        return kind;
    }

    /** Where it begins, 0-based, in uncompressed bytes of the source. */
    public long offset() {
        return offset;
    }

    /** Its length in bytes. */
    public int length() {
        return length;
    }

    /** The array that holds the bytes of the stretch, from {@link #from()}; valid until the next piece. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes()} the stretch begins. */
    public int from() {
        return from;
    }

    /** The record of a clean or repaired piece. */
    public MarcRecord record() {
        if (record == null) {
            throw new IllegalStateException("a " + kind + " piece has no record");
        }
        return record;
    }

    /** What was found here, in order of the places; empty for a clean record. */
    public List<Finding> findings() {
        return findings;
    }

    /** The bytes inside a repaired record that found no place in a field, in order; a rejected piece is all reject. */
    public List<Extent> rejects() {
        return kind == Kind.REJECTED ? List.of(new Extent(offset, length)) : rejects;
    }

    /** How many bytes inside a repaired record are filler. */
    public int fillerInside() {
        return fillerInside;
    }

    /** Makes this piece an empty one, so that it keeps no bytes alive. */
    public void clear() {
        set(Kind.FILLER, offset + length, NOTHING, 0, 0);
    }

    /** Makes this piece equal to another one. */
    public Piece take(Piece other) {
        kind = other.kind;
        offset = other.offset;
        length = other.length;
        bytes = other.bytes;
        from = other.from;
        record = other.record;
        findings = other.findings;
        rejects = other.rejects;
        fillerInside = other.fillerInside;
        lines = other.lines;
        lastLine = other.lastLine;
        return this;
    }

    /** A copy that stays as it is; its bytes are still those of the cutter's block, which is never written again. */
    public Piece copy() {
        return new Piece().take(this);
    }
}
