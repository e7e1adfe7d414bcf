// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.LARGEST_RECORD;
import static dev.marcato.internal.iso2709.Bytes.LEADER_LENGTH;
import static dev.marcato.internal.iso2709.Bytes.SMALLEST_RECORD;

import dev.marcato.io.Words;
import java.util.Arrays;

/**
 * Whether a record starts at a place, told from the bytes around it: what stands before, the 24 bytes that would be the
 * leader, and the first directory entry. Each part may be wrong, so they are weighed; text that happens to hold digits
 * does not reach the threshold, and a piece of a directory, which is all digits, is told by its lack of leader codes.
 */
final class RecordStart {
    /** How many bytes behind a place are looked at. */
    static final int REACH = 64;

    /** A blank record length can be mistaken for filler: so many bytes back are tried as the leader's beginning. */
    static final int LONGEST_BLANK_LENGTH = 5;

    private static final int THRESHOLD = 6;
    private static final int THRESHOLD_WITHOUT_TERMINATOR = 7;
    /** The score where every part is as it should be. */
    private static final int HIGHEST = 7;

    private static final int TERMINATOR_BEFORE = 2;
    private static final int DIGITS_AS_CODES = -3;
    private static final int SEPARATOR = -2;

    /** Leaders that lost one or two bytes, gained one, or had a byte turned into U+FFFD, are read too. */
    static final int[] SHIFTS = {0, -1, 1, 2, -2};

    private RecordStart() {}

    /**
     * Where the record starts that a record terminator announces.
     *
     * @param after the position behind the terminator
     * @param place the first position behind it that is not filler
     * @param fieldEndBefore whether a field terminator stands before the record terminator
     * @return the start, at {@code place} or up to five bytes before, or -1 where no record starts
     */
    static int announced(byte[] b, int after, int place, int limit, boolean fieldEndBefore) {
        if (place < limit && b[place] == Bytes.RECORD_TERMINATOR) {
            return -1;
        }
        int before = fieldEndBefore ? TERMINATOR_BEFORE : 0;
        int found = bestStart(b, Math.max(after, place - LONGEST_BLANK_LENGTH), place, limit, THRESHOLD - before);
        if (found >= 0 || !tornWithinReach(b, place, limit)) {
            return found;
        }
        byte[] mended = withoutLineBreaks(b, place, limit);
        return weight(mended, 0, mended.length) > 2 * (THRESHOLD - before - 1) ? place : -1;
    }

    /**
     * The same question inside a stretch of damage, where no record terminator announces anything.
     *
     * @param fieldEndBefore whether a field terminator stands before, with nothing but filler between
     */
    static boolean unannounced(byte[] b, int p, int limit, boolean fieldEndBefore) {
        if (limit - p < SMALLEST_RECORD || !startsLikeLength(b, p)) {
            return false;
        }
        if (!fieldEndBefore && !looksLikeEntry(b, p + LEADER_LENGTH, limit)) {
            return false;
        }
        return score(b, p, limit, 0) >= (fieldEndBefore ? THRESHOLD - 1 : THRESHOLD_WITHOUT_TERMINATOR);
    }

    /** Whether a leader of another size than 24 bytes fits better than one of 24. */
    static boolean fitsBetter(byte[] b, int p, int limit, int shift) {
        int usual = score(b, p, limit, 0);
        return usual < HIGHEST && score(b, p, limit, shift) > usual;
    }

    /** Whether a leader of another size than 24 bytes is worth a try. */
    static boolean possible(byte[] b, int p, int limit, int shift) {
        return score(b, p, limit, shift) >= THRESHOLD - TERMINATOR_BEFORE;
    }

    /** Whether a field terminator stands before {@code p}, line breaks in between aside. */
    static boolean fieldEndsBefore(byte[] b, int p) {
        int i = p - 1;
        while (i >= 0 && i >= p - 2 && (b[i] == '\n' || b[i] == '\r')) {
            i--;
        }
        return i >= 0 && b[i] == Bytes.FIELD_TERMINATOR;
    }

    /** Twice the best score at a place, less one where it takes a leader of another size than 24 bytes. */
    private static int weight(byte[] b, int p, int limit) {
        int best = Integer.MIN_VALUE;
        for (int shift : SHIFTS) {
            int score = score(b, p, limit, shift);
            if (score == HIGHEST) {
                // The usual size is tried first, and no other one fits better.
                return shift == 0 ? 2 * score : 2 * score - 1;
            }
            if (score != Integer.MIN_VALUE) {
                best = Math.max(best, 2 * score - (shift == 0 ? 0 : 1));
            }
        }
        return best;
    }

    private static int bestStart(byte[] b, int from, int place, int limit, int threshold) {
        int best = 2 * (threshold - 1);
        int found = -1;
        for (int p = place; p >= from; p--) {
            int weight = weight(b, p, limit);
            if (weight > best) {
                best = weight;
                found = p;
            }
        }
        return found;
    }

    /** Whether a leader may begin here at all, told by a few of its bytes: a quick look. */
    static boolean startsLikeLength(byte[] b, int p) {
        return (Bytes.isDigit(b[p]) || b[p] == ' ')
                && (Bytes.isDigit(b[p + 4]) || b[p + 4] == ' ')
                && !digitsAsCodes(b, p);
    }

    private static int score(byte[] b, int p, int limit, int shift) {
        if (limit - p < SMALLEST_RECORD + shift) {
            return Integer.MIN_VALUE;
        }
        int score = looksLikeLength(b, p) ? 1 : 0;
        if (digitsAsCodes(b, p) && digitsAsCodes(b, p + shift)) {
            score += DIGITS_AS_CODES;
        } else if (isLetter(b[p + 6]) || isLetter(b[p + 6 + shift])) {
            score++;
        }
        score += SEPARATOR * separators(b, p);
        score += shift == 0 ? fixedPoints(b, p, 0, 0) : fixedPointsAround(b, p, shift);
        if (looksLikeEntry(b, p + LEADER_LENGTH + shift, limit)) {
            score += 2;
        }
        return score;
    }

    /** How many of counts, base address and entry map stand where they should, the byte being lost or gained between. */
    private static int fixedPointsAround(byte[] b, int p, int shift) {
        int best = 0;
        for (int aligned = 0; aligned <= 3; aligned++) {
            best = Math.max(best, fixedPoints(b, p, aligned, shift));
        }
        return best;
    }

    /** The same, where the first {@code aligned} ones stand before the byte, and the others behind it. */
    private static int fixedPoints(byte[] b, int p, int aligned, int shift) {
        return (isPair(b, p + 10 + (aligned > 0 ? 0 : shift), '2', '2') ? 1 : 0)
                + (looksLikeBaseAddress(b, p + 12 + (aligned > 1 ? 0 : shift)) ? 1 : 0)
                + (isPair(b, p + 20 + (aligned > 2 ? 0 : shift), '4', '5') ? 1 : 0);
    }

    /** Whether status and type of record are digits: then this is a piece of a directory. */
    private static boolean digitsAsCodes(byte[] b, int p) {
        return Bytes.isDigit(b[p + 5]) && Bytes.isDigit(b[p + 6]);
    }

    /** How many field terminators and subfield delimiters stand where a leader would have none. */
    private static int separators(byte[] b, int p) {
        int count = 0;
        for (int i = p; i < p + LEADER_LENGTH - 1; i++) {
            count += b[i] == Bytes.FIELD_TERMINATOR || b[i] == Bytes.SUBFIELD_DELIMITER ? 1 : 0;
        }
        return count;
    }

    private static boolean isPair(byte[] b, int p, char first, char second) {
        return b[p] == first && b[p + 1] == second;
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    /** Five digits, or blanks and digits. */
    private static boolean looksLikeLength(byte[] b, int p) {
        int i = p;
        while (i < p + 4 && b[i] == ' ') {
            i++;
        }
        for (; i < p + 5; i++) {
            if (!Bytes.isDigit(b[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeBaseAddress(byte[] b, int p) {
        int value = Bytes.number(b, p, 5);
        return value > LEADER_LENGTH && value < LARGEST_RECORD;
    }

    /** Three letters or digits, then nine digits: tag, length and start. */
    static boolean looksLikeEntry(byte[] b, int p, int limit) {
        if (limit - p < Bytes.ENTRY_LENGTH) {
            return false;
        }
        for (int i = p; i < p + 3; i++) {
            if (!Bytes.isDigit(b[i]) && !isLetter(b[i])) {
                return false;
            }
        }
        return Bytes.isDigit(b[p + 3]) && CleanRecord.eightDigits(Words.get(b, p + 4)) >= 0;
    }

    private static boolean tornWithinReach(byte[] b, int p, int limit) {
        for (int i = p; i < Math.min(limit, p + LEADER_LENGTH + Bytes.ENTRY_LENGTH); i++) {
            if (b[i] == '\n' || b[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    private static byte[] withoutLineBreaks(byte[] b, int p, int limit) {
        byte[] mended = new byte[Math.min(limit - p, REACH)];
        int length = 0;
        for (int i = p; i < p + mended.length; i++) {
            if (b[i] != '\n' && b[i] != '\r') {
                mended[length++] = b[i];
            }
        }
        return Arrays.copyOf(mended, length);
    }
}
