// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.ExpansionLimit;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The bytes of a member of a ZIP archive, as far as they can be had; what is wrong with them is reported. One thread's. */
final class ZipMember extends MemberBytes {
    /** At such places it is asked whether so much may come out. */
    private static final int STEP = 1 << 20;

    private static final int LONGEST_DESCRIPTOR = 24;

    private final ZipEntry entry;
    private final ArchiveBytes in;
    private final boolean sizesKnown;
    private final ExpansionLimit limit;
    /** Of the members before, all of which count together. */
    private final long storedBefore;

    private final long expandedBefore;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final long begin;
    private long expanded;
    private boolean ended;
    private boolean whole;

    /**
     * @param in stands before the first byte of the data
     * @param sizesKnown whether the entry's sizes and checksum are those of the data
     */
    ZipMember(
            ZipEntry entry,
            ArchiveBytes in,
            boolean sizesKnown,
            ExpansionLimit limit,
            long storedBefore,
            long expandedBefore) {
        this.entry = entry;
        this.in = in;
        this.sizesKnown = sizesKnown;
        this.limit = limit;
        this.storedBefore = storedBefore;
        this.expandedBefore = expandedBefore;
        this.begin = in.place();
    }

    @Override
    public long storedBytes() {
        return in.place() - begin - (ended ? 0 : inflater.getRemaining());
    }

    long expandedBytes() {
        return expanded;
    }

    /** Whether it was read to its end, so that what follows in the archive stands behind it. */
    boolean isWhole() {
        return whole;
    }

    @Override
    int readOn(byte[] target, int offset, int length) throws IOException {
        while (!ended) {
            if (expanded % STEP == 0) {
                long stored = storedBefore + storedBytes();
                long all = expandedBefore + expanded;
                if (!limit.allows(stored, all)) {
                    report(limit.reached(expanded, stored, all));
                    end(false);
                    return -1;
                }
            }
            int most = (int) Math.min(length, STEP - expanded % STEP);
            int count = entry.method() == ZipEntry.STORED ? copy(target, offset, most) : inflate(target, offset, most);
            if (count > 0) {
                crc.update(target, offset, count);
                expanded += count;
                return count;
            }
        }
        return -1;
    }

    private int copy(byte[] target, int offset, int most) throws IOException {
        long left = entry.stored() - expanded;
        if (left <= 0) {
            complete();
            return 0;
        }
        int count = in.read(target, offset, (int) Math.min(most, left));
        if (count < 0) {
            truncated();
        }
        return count;
    }

    private int inflate(byte[] target, int offset, int most) throws IOException {
        long before = inflater.getBytesWritten();
        try {
            int count = inflater.inflate(target, offset, most);
            if (sizesKnown && expanded + count > entry.size()) {
                int said = (int) Math.max(0, entry.size() - expanded);
                corrupt(said, "it comes to more than the " + entry.size() + " bytes that it says");
                return said;
            }
            if (count == 0 && inflater.finished()) {
                in.giveBack(inflater.getRemaining());
                complete();
            } else if (count == 0 && inflater.needsDictionary()) {
                corrupt(0, "it needs a dictionary, which ZIP does not have");
            } else if (count == 0 && !in.feed(inflater, sizesKnown ? entry.stored() - (in.place() - begin) : STEP)) {
                truncated();
            }
            return count;
        } catch (DataFormatException e) {
            // What was inflated before the damage is there, although the call did not say how much.
            int count = (int) (inflater.getBytesWritten() - before);
            corrupt(count, e.getMessage() == null ? "its data are not deflated" : e.getMessage());
            return count;
        }
    }

    /** The data are at their end: they must be what the entry, or what follows them, says. */
    private void complete() throws IOException {
        end(true);
        long expected = sizesKnown ? entry.crc() : descriptor();
        if (expected >= 0 && expected != crc.getValue()) {
            report(
                    expanded,
                    DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
                    "in " + entry.name() + ": its checksum is wrong",
                    "read on");
        } else if (expected >= 0 && sizesKnown && entry.size() != expanded) {
            report(
                    expanded,
                    DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
                    "in " + entry.name() + ": it says that it comes to " + entry.size() + " bytes",
                    "read on");
        }
    }

    /** Passes over what stands behind data of unknown size; the checksum, or -1 if the archive ends there. */
    private long descriptor() throws IOException {
        // More than that always follows: what the archive ends with.
        if (!in.hold(LONGEST_DESCRIPTOR)) {
            truncated();
            return -1;
        }
        // The signature may be missing, and sizes may have eight bytes; which is which, the sizes tell.
        int start = in.int32(0) == ZipEntry.DATA_DESCRIPTOR ? 4 : 0;
        long checksum = in.int32(start);
        boolean longSizes = in.int64(start + 12) == expanded && in.int32(start + 8) != expanded;
        in.skip(start + (longSizes ? 20 : 12));
        return checksum;
    }

    private void truncated() {
        if (sizesKnown && in.place() - begin >= entry.stored()) {
            corrupt(0, "its data do not end where it does");
            return;
        }
        end(false);
        report(
                expanded,
                DiagnosticCode.COMPRESSED_STREAM_TRUNCATED,
                "in " + entry.name() + " after " + (in.place() - begin) + " stored bytes",
                "what came out until there is read");
    }

    private void corrupt(int more, String reason) {
        end(false);
        report(
                expanded + more,
                DiagnosticCode.COMPRESSED_STREAM_CORRUPT,
                "in " + entry.name() + ": " + reason,
                "what came out until there is read");
    }

    private void end(boolean isWhole) {
        ended = true;
        whole = isWhole;
    }

    @Override
    public void close() {
        ended = true;
        inflater.end();
    }
}
