// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Where the directory of a ZIP archive stands, which is said at its end (APPNOTE.TXT of PKWARE, 4.3.14 to 4.3.16).
 *
 * @param offset of its first byte in the archive
 * @param entries how many there are
 */
record ZipDirectory(long offset, long entries) {
    private static final int END = 0x06054B50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LOCATOR = 0x07064B50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64 = 0x06064B50;
    private static final int END_64_BYTES = 56;
    private static final long IN_END_64 = 0xFFFFFFFFL;

    /** The directory; null where there is none, or it does not stand where the archive's end says. */
    static @Nullable ZipDirectory of(MarcInput.Content content) throws IOException {
        long size = content.size();
        int length = (int) Math.min(size, END_BYTES + LONGEST_COMMENT + LOCATOR_BYTES);
        ByteBuffer tail = bytes(content, size - length, length);
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_BYTES + (tail.getShort(at + 20) & 0xFFFF) == tail.limit()) {
                return of(content, tail, at, size - length);
            }
        }
        return null;
    }

    private static @Nullable ZipDirectory of(MarcInput.Content content, ByteBuffer tail, int at, long tailPlace)
            throws IOException {
        long entries = tail.getShort(at + 10) & 0xFFFF;
        long bytes = tail.getInt(at + 12) & 0xFFFFFFFFL;
        long offset = tail.getInt(at + 16) & 0xFFFFFFFFL;
        long end = tailPlace + at;
        if (at >= LOCATOR_BYTES && tail.getInt(at - LOCATOR_BYTES) == LOCATOR) {
            long place = tail.getLong(at - LOCATOR_BYTES + 8);
            if (place < 0 || place > end - END_64_BYTES) {
                return null;
            }
            ByteBuffer end64 = bytes(content, place, END_64_BYTES);
            if (end64.limit() < END_64_BYTES || end64.getInt(0) != END_64) {
                return null;
            }
            entries = entries == 0xFFFF ? end64.getLong(32) : entries;
            bytes = bytes == IN_END_64 ? end64.getLong(40) : bytes;
            offset = offset == IN_END_64 ? end64.getLong(48) : offset;
            end = place;
        }
        boolean agrees = entries >= 0 && bytes >= 0 && offset >= 0 && bytes <= end && offset == end - bytes;
        return agrees && entries <= bytes / ZipEntry.CENTRAL_BYTES ? new ZipDirectory(offset, entries) : null;
    }

    private static ByteBuffer bytes(MarcInput.Content content, long from, int count) throws IOException {
        return ByteBuffer.wrap(content.from(from).readNBytes(count)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
