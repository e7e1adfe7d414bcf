// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records that follow one another, as a {@link RecordEncoder} made them, ready to be written. The bytes are either made here
 * ({@link #bytes()}) or shared with what they were read from ({@link #share}), and not copied then. For one thread at a time.
 */
public final class EncodedRecords {
    /** A shared stretch that is shorter than this is cheaper to copy. */
    private static final int WORTH_SHARING = 16 << 10;

    /** What is put together of small parts is written in blocks of this many bytes, or a little more. */
    private static final int BLOCK = 64 << 10;

    private final ByteOutput own = new ByteOutput(16 << 10);
    private final List<Insert> inserts = new ArrayList<>();
    private final List<Report> told = new ArrayList<>();
    private int refused;
    private @Nullable MarcRecord current;
    private byte[] shared = {};
    private int sharedFrom;
    private int sharedTo;
    private long insertedBytes;
    private int records;

    /** Something that comes between the own bytes: a stretch of another array, or a record's number and its least digits. */
    private record Insert(int position, byte[] bytes, int from, int to) {}

    private static final byte[] NUMBER = {};

    /**
     * Something to be told about a record.
     *
     * @param record the record, which may get its number only later
     * @param isRefusal whether it is why the record is not written
     */
    public record Report(MarcRecord record, Diagnostic diagnostic, boolean isRefusal) {
        /** The diagnostic, with the number that the record has by now. */
        public Diagnostic numbered() {
            return diagnostic.withLocation(diagnostic.location().withRecordNumber(record.number()));
        }
    }

    /** None yet. */
    public EncodedRecords() {}

    /** Where bytes are added that are made anew. */
    public ByteOutput bytes() {
        settle();
        return own;
    }

    /** Adds bytes of an array that must not change any more. Those that follow each other there become one stretch. */
    public void share(byte[] bytes, int from, int length) {
        if (bytes != shared || from != sharedTo) {
            settle();
            shared = bytes;
            sharedFrom = from;
        }
        sharedTo = from + length;
    }

    /** Adds the number of the current record in the output, 1-based, in decimal: it is known when all before it are written. */
    public void recordNumber() {
        recordNumber(1);
    }

    /** The same, with zeros before it, so that it has at least so many digits. */
    public void recordNumber(int digits) {
        settle();
        inserts.add(new Insert(own.size(), NUMBER, records + 1, digits));
    }

    /**
     * Begins a record.
     *
     * @param origin the record as it was read, of which reports are
     */
    public void begin(MarcRecord origin) {
        current = origin;
    }

    /** Tells that the record is complete. */
    public void count() {
        records++;
    }

    /** Number of records. */
    public int records() {
        return records;
    }

    /** Number of bytes, record numbers aside. */
    public long size() {
        return own.size() + insertedBytes + (sharedTo - sharedFrom);
    }

    /** Tells what of the record is written otherwise than it has it. */
    public void report(Diagnostic diagnostic) {
        told.add(new Report(origin(), diagnostic, false));
    }

    /**
     * Tells that the record is not written, since the format cannot hold it.
     *
     * @return false, as an encoder does then
     */
    public boolean refuse(Diagnostic reason) {
        told.add(new Report(origin(), reason, true));
        refused++;
        return false;
    }

    private MarcRecord origin() {
        if (current == null) {
            throw new IllegalStateException("no record was begun");
        }
        return current;
    }

    /** What was reported, and why records were not written, in order. */
    public List<Report> told() {
        return List.copyOf(told);
    }

    /** What was reported of records that are written, or were begun, in order. */
    public List<Report> reports() {
        return told.stream().filter(each -> !each.isRefusal()).toList();
    }

    /** Why records were not written, in order. */
    public List<Report> refusals() {
        return told.stream().filter(Report::isRefusal).toList();
    }

    /** How many records were not written. */
    public int refused() {
        return refused;
    }

    /** Forgets what was reported and refused. */
    public void clearReports() {
        told.clear();
        refused = 0;
    }

    /** Forgets all, and keeps the room. */
    public void clear() {
        own.clear();
        inserts.clear();
        clearReports();
        current = null;
        shared = NUMBER;
        sharedFrom = 0;
        sharedTo = 0;
        insertedBytes = 0;
        records = 0;
    }

    /**
     * Writes all bytes.
     *
     * @param before how many records were written before
     * @return how many bytes there were
     */
    public long writeTo(OutputStream out, long before) throws IOException {
        settle();
        if (inserts.isEmpty()) {
            out.write(own.array(), 0, own.size());
            return own.size();
        }
        ByteOutput block = new ByteOutput(BLOCK);
        long written = 0;
        int position = 0;
        for (Insert insert : inserts) {
            block.write(own.array(), position, insert.position - position);
            position = insert.position;
            if (insert.bytes == NUMBER) {
                decimal(block, before + insert.from, insert.to);
            } else {
                written += drain(block, out);
                out.write(insert.bytes, insert.from, insert.to - insert.from);
                written += insert.to - insert.from;
            }
            if (block.size() >= BLOCK) {
                written += drain(block, out);
            }
        }
        written += drain(block, out);
        out.write(own.array(), position, own.size() - position);
        return written + own.size() - position;
    }

    private static int drain(ByteOutput block, OutputStream out) throws IOException {
        int size = block.size();
        if (size > 0) {
            out.write(block.array(), 0, size);
            block.clear();
        }
        return size;
    }

    /** Adds a number with at least so many digits. */
    private static void decimal(ByteOutput block, long number, int least) {
        long rest = number;
        int digits = 1;
        for (long bound = number / 10; bound > 0; bound /= 10) {
            digits++;
        }
        digits = Math.max(digits, least);
        int end = block.claim(digits) + digits;
        for (int at = end - 1; at >= end - digits; at--) {
            block.array()[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        block.claimed(end);
    }

    private void settle() {
        int length = sharedTo - sharedFrom;
        if (length >= WORTH_SHARING) {
            inserts.add(new Insert(own.size(), shared, sharedFrom, sharedTo));
            insertedBytes += length;
        } else if (length > 0) {
            own.write(shared, sharedFrom, length);
        }
        shared = NUMBER;
        sharedFrom = 0;
        sharedTo = 0;
    }
}
