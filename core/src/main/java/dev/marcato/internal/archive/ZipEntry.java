// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a member says (APPNOTE.TXT of PKWARE, 4.3 and 4.4).
 *
 * @param flags general purpose bits
 * @param method of compression
 * @param crc CRC-32 of the uncompressed bytes; of no meaning where {@link #sizesFollow()}
 * @param stored bytes in the archive; likewise
 * @param size bytes that come out; likewise
 * @param offset of its local header in the archive
 */
record ZipEntry(String name, int flags, int method, long crc, long stored, long size, long offset) {
    static final long LOCAL_HEADER = 0x04034B50L;
    static final long CENTRAL_HEADER = 0x02014B50L;
    static final long DATA_DESCRIPTOR = 0x08074B50L;
    static final int LOCAL_BYTES = 30;
    static final int CENTRAL_BYTES = 46;
    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1;
    private static final int SIZES_FOLLOW = 8;
    private static final long IN_EXTRA = 0xFFFFFFFFL;
    private static final int ZIP64 = 1;

    /**
     * Takes a header with the name and the extra field behind it. That of the directory has the same numbers in the same order,
     * two bytes further on, and larger ones may stand in the extra field.
     *
     * @param headerBytes how many bytes the header has, which are held
     * @param flagsAt where in it its flags are
     * @param offset of the local header, as far as the header says it
     * @return null where the archive is cut off before the end of the extra field
     */
    static @Nullable ZipEntry take(ArchiveBytes in, int headerBytes, int flagsAt, long offset) throws IOException {
        int flags = in.int16(flagsAt);
        int method = in.int16(flagsAt + 2);
        long crc = in.int32(flagsAt + 8);
        long stored = in.int32(flagsAt + 12);
        long size = in.int32(flagsAt + 16);
        int nameLength = in.int16(flagsAt + 20);
        int extraLength = in.int16(flagsAt + 22);
        in.take(headerBytes);
        if (!in.hold(nameLength)) {
            return null;
        }
        String name = text(in.take(nameLength));
        if (!in.hold(extraLength)) {
            return null;
        }
        ExtraNumbers numbers = new ExtraNumbers(in.take(extraLength));
        long realSize = size == IN_EXTRA ? numbers.next(size) : size;
        long realStored = stored == IN_EXTRA ? numbers.next(stored) : stored;
        long realOffset = offset == IN_EXTRA ? numbers.next(offset) : offset;
        return new ZipEntry(name, flags, method, crc, realStored, realSize, realOffset);
    }

    boolean isDirectory() {
        return name.endsWith("/");
    }

    /** Whether checksum and sizes stand behind the data, since they were not known before. */
    boolean sizesFollow() {
        return (flags & SIZES_FOLLOW) != 0;
    }

    /** Why it cannot be read; "" if it can. */
    String problem() {
        if ((flags & ENCRYPTED) != 0) {
            return "it is encrypted";
        }
        return method == STORED || method == DEFLATED
                ? ""
                : "it is compressed by method " + method + ", which cannot be read here; unpack it first";
    }

    /** UTF-8 where it is that, whatever the flags say, or else any bytes as characters: it is only a name. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The numbers of eight bytes in the extra field of ZIP64, one after another. */
    private static final class ExtraNumbers {
        private final byte[] extra;
        private int position;
        private int end;

        ExtraNumbers(byte[] extra) {
            this.extra = extra;
            for (int at = 0; at + 4 <= extra.length; ) {
                int length = int16(at + 2);
                if (int16(at) == ZIP64) {
                    position = at + 4;
                    end = Math.min(extra.length, position + length);
                    return;
                }
                at += 4 + length;
            }
        }

        long next(long otherwise) {
            if (end - position < 8) {
                return otherwise;
            }
            long value = 0;
            for (int i = 7; i >= 0; i--) {
                value = value << 8 | extra[position + i] & 0xFF;
            }
            position += 8;
            return value;
        }

        private int int16(int at) {
            return extra[at] & 0xFF | (extra[at + 1] & 0xFF) << 8;
        }
    }
}
