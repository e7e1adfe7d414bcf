// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.ENTRY_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.FIELD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.LEADER_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.RECORD_TERMINATOR;
import static dev.marcato.internal.iso2709.Bytes.SMALLEST_RECORD;
import static dev.marcato.internal.iso2709.Bytes.START_MODULUS;
import static dev.marcato.io.Words.HIGH_BITS;
import static dev.marcato.io.Words.ONES;

import dev.marcato.io.Words;
import java.util.Arrays;

/**
 * The proof that a record is clean: length, base address and terminators agree, the directory's entries tile the data
 * exactly (in any order: ISO 2709 allows it), every field ends in 0x1E, no 0x1D stands inside, and the leader's blanks
 * are blanks. What stands inside the fields is no part of it.
 *
 * <p>This is the hot path of reading: one walk over the directory and one over the bytes, eight at a time.
 */
final class CleanRecord {
    private static final long TERMINATORS = ONES * RECORD_TERMINATOR;
    private static final long DELIMITERS = ONES * Bytes.SUBFIELD_DELIMITER;
    private static final long CARETS = ONES * '^';
    private static final long HASHES = ONES * '#';
    private static final long BACKSLASHES = ONES * '\\';
    private static final int[] NO_FIELDS = {};
    private static final int USUAL_FIELDS = 128;

    private int[] index = NO_FIELDS;
    private boolean ascii;

    /** Tag, start in the array and length without terminator of each field, in directory order. */
    int[] index() {
        return index;
    }

    /** Whether all bytes of the record are below 0x80. */
    boolean ascii() {
        return ascii;
    }

    /** The length that a leader at {@code p} claims, or -1 where none can be read. */
    static int claimedLength(byte[] b, int p, int limit) {
        if (limit - p < SMALLEST_RECORD) {
            return -1;
        }
        int length = fiveDigits(Words.get(b, p));
        return length < SMALLEST_RECORD ? -1 : length;
    }

    /**
     * Whether the record of {@code length} bytes at {@code p}, all of them in the array, is clean. If so, {@link
     * #index()} and {@link #ascii()} tell about it.
     */
    boolean check(byte[] b, int p, int length) {
        if (b[p + length - 1] != RECORD_TERMINATOR) {
            return false;
        }
        int baseAddress = fiveDigits(Words.get(b, p + 12));
        if (baseAddress <= LEADER_LENGTH
                || baseAddress >= length
                || (baseAddress - LEADER_LENGTH - 1) % ENTRY_LENGTH != 0
                || b[p + baseAddress - 1] != FIELD_TERMINATOR
                || leaderBlanksReplaced(b, p)) {
            return false;
        }
        return tiles(b, p, baseAddress, length) && scan(b, p, length - 1);
    }

    /** Whether a code position of the leader holds one of the characters that stand for a blank on paper and screens. */
    static boolean leaderBlanksReplaced(byte[] b, int p) {
        // 05 to 12 and 16 to 23: the digits among them are never equal to what is looked for.
        return holdsBlankSign(Words.get(b, p + 5)) || holdsBlankSign(Words.get(b, p + 16));
    }

    private static boolean holdsBlankSign(long word) {
        return (zeroBytes(word ^ CARETS) | zeroBytes(word ^ HASHES) | zeroBytes(word ^ BACKSLASHES)) != 0;
    }

    /** Whether 0x1E or 0x1F stands in a leader whose length and base address are digits. */
    static boolean leaderHoldsSeparator(byte[] b, int p) {
        return holdsSeparator(Words.get(b, p + 5)) || holdsSeparator(Words.get(b, p + 16));
    }

    private static boolean holdsSeparator(long word) {
        return zeroBytes((word | ONES) ^ DELIMITERS) != 0;
    }

    /** Not zero if and only if one of the eight bytes is zero. */
    private static long zeroBytes(long word) {
        return Words.zeros(word);
    }

    private boolean tiles(byte[] b, int p, int baseAddress, int length) {
        int count = (baseAddress - LEADER_LENGTH - 1) / ENTRY_LENGTH;
        int dataStart = p + baseAddress;
        int dataLength = length - 1 - baseAddress;
        int[] fields = count == 0 ? NO_FIELDS : new int[3 * Math.min(count, USUAL_FIELDS)];
        int next = 0;
        int sum = 0;
        boolean ordered = true;
        int entry = p + LEADER_LENGTH;
        for (int i = 0; i < 3 * count; i += 3, entry += ENTRY_LENGTH) {
            if (i == fields.length) {
                // Only as large as what was found, since a leader may promise what is not there.
                fields = Arrays.copyOf(fields, Math.min(3 * count, 2 * i));
            }
            // Tag and first digit of the length are the first four bytes, the other eight digits are one word.
            int low = eightDigits(Words.get(b, entry + 4));
            int first = b[entry + 3] - '0';
            int tag = (b[entry] & 0xFF) << 16 | (b[entry + 1] & 0xFF) << 8 | b[entry + 2] & 0xFF;
            if (low < 0 || first < 0 || first > 9 || holdsSeparator(tag)) {
                return false;
            }
            // The first three of eight digits, for the quick compiler would divide.
            int three = (int) (low * 175_921_861L >>> 44);
            int start = low - three * START_MODULUS;
            int fieldLength = first * 1000 + three;
            if (fieldLength == 0
                    || start + fieldLength > dataLength
                    || b[dataStart + start + fieldLength - 1] != FIELD_TERMINATOR) {
                return false;
            }
            ordered &= start == next;
            next = start + fieldLength;
            sum += fieldLength;
            fields[i] = tag;
            fields[i + 1] = dataStart + start;
            fields[i + 2] = fieldLength - 1;
        }
        if (sum != dataLength || !ordered && overlap(fields)) {
            return false;
        }
        index = fields;
        return true;
    }

    /** Whether a tag's byte is 0x1D, 0x1E or 0x1F: then the directory was hit, or is none. */
    static boolean holdsSeparator(int tag) {
        return isSeparator(tag >> 16) || isSeparator(tag >> 8 & 0xFF) || isSeparator(tag & 0xFF);
    }

    private static boolean isSeparator(int b) {
        return b >= 0x1D && b <= 0x1F;
    }

    /** Fields whose lengths add up to the data's tile them unless two overlap. */
    private static boolean overlap(int[] fields) {
        long[] extents = new long[fields.length / 3];
        for (int i = 0; i < extents.length; i++) {
            extents[i] = (long) fields[3 * i + 1] << 32 | fields[3 * i + 2];
        }
        Arrays.sort(extents);
        for (int i = 1; i < extents.length; i++) {
            int endBefore = (int) (extents[i - 1] >> 32) + (int) extents[i - 1] + 1;
            if ((int) (extents[i] >> 32) != endBefore) {
                return true;
            }
        }
        return false;
    }

    /** The number that eight ASCII digits are, the first one in the lowest byte; -1 where one is no digit. */
    static int eightDigits(long word) {
        long digits = word - 0x3030303030303030L;
        // A byte below '0' borrows into its high bit, one above '9' overflows into it when 0x76 is added.
        if (((word | word + 0x4646464646464646L | digits) & HIGH_BITS) != 0) {
            return -1;
        }
        digits = digits * 10 + (digits >>> 8);
        return (int) (((digits & 0x000000FF000000FFL) * 0x000F424000000064L
                        + (digits >>> 16 & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32);
    }

    /** The number that the first five of eight bytes are; -1 where one of them is no digit. */
    private static int fiveDigits(long word) {
        return eightDigits(word << 24 | 0x303030);
    }

    /** Looks for a 0x1D in the bytes before the last one, and learns whether all are ASCII. */
    private boolean scan(byte[] b, int p, int length) {
        long any = 0;
        int i = p;
        int end = p + length;
        for (; i + 32 <= end; i += 32) {
            long w0 = Words.get(b, i);
            long w1 = Words.get(b, i + 8);
            long w2 = Words.get(b, i + 16);
            long w3 = Words.get(b, i + 24);
            long hit = zeroBytes(w0 ^ TERMINATORS)
                    | zeroBytes(w1 ^ TERMINATORS)
                    | zeroBytes(w2 ^ TERMINATORS)
                    | zeroBytes(w3 ^ TERMINATORS);
            if (hit != 0) {
                return false;
            }
            any |= w0 | w1 | w2 | w3;
        }
        for (; i < end; i++) {
            if (b[i] == RECORD_TERMINATOR) {
                return false;
            }
            any |= b[i] & 0x80;
        }
        ascii = (any & HIGH_BITS) == 0;
        return true;
    }
}
