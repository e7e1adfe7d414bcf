// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static dev.marcato.internal.iso2709.Bytes.LEADER_LENGTH;

import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.io.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The leader of a damaged record as it should be: 24 bytes, blanks as blanks. Length and base address are left to who
 * lays the record out.
 *
 * @param size how many bytes it has in the input: 23 to 26
 * @param recordLength the length it claims, or -1
 * @param baseAddress the base address of data it claims, counted from its own first byte, or -1
 * @param bytes its 24 bytes
 */
record LeaderReading(int size, int recordLength, int baseAddress, byte[] bytes) {
    private static final String TYPICAL = "00000nam a2200000   4500";
    /** The first position that depends on a byte lost before it, by how well each position can be recognised. */
    private static final int CODES_END = 10;

    /** @param size how many bytes the leader is taken to have */
    static LeaderReading of(byte[] b, int start, int next, int size) {
        byte[] found = Arrays.copyOfRange(b, start, Math.min(next, start + size));
        byte[] leader = found.length == LEADER_LENGTH ? found.clone() : ofRightSize(found);
        for (int i = 5; i < LEADER_LENGTH; i++) {
            if (leader[i] == '^' || leader[i] == '#' || leader[i] == '\\') {
                leader[i] = ' ';
            } else if (leader[i] < ' ' || leader[i] > '~') {
                leader[i] = (byte) TYPICAL.charAt(i);
            }
        }
        int base = Bytes.number(leader, 12, 5);
        return new LeaderReading(
                size,
                Bytes.number(leader, 0, 5),
                base < LEADER_LENGTH
                        ? -1
                        : base + (baseCountsRealSize(b, start, base, next) ? 0 : size - LEADER_LENGTH),
                leader);
    }

    /** A base address was written before or after the leader changed its size: the terminator tells. */
    private static boolean baseCountsRealSize(byte[] b, int start, int base, int next) {
        return base > 0 && start + base <= next && b[start + base - 1] == Bytes.FIELD_TERMINATOR;
    }

    /** The bytes with a blank put in, or some taken out, where the rest then looks most like a leader. */
    private static byte[] ofRightSize(byte[] found) {
        int surplus = found.length - LEADER_LENGTH;
        // Before the place the bytes stand as found, behind it shifted: from one place to the next, little changes.
        int likeness = 0;
        for (int i = 0; i < LEADER_LENGTH; i++) {
            likeness += likeness(i, at(found, i));
        }
        int best = -1;
        int bestPlace = 0;
        for (int place = LEADER_LENGTH - 1; place >= 0; place--) {
            likeness -= likeness(place, at(found, place));
            int here = 0;
            for (int i = place; i < Math.min(LEADER_LENGTH, place + 2); i++) {
                here += likeness(i, ofRightSize(found, place, i));
            }
            int behind = place + 1 < LEADER_LENGTH ? likeness(place + 1, at(found, place + 1 + surplus)) : 0;
            if (likeness + here - behind > best) {
                best = likeness + here - behind;
                bestPlace = place;
            }
            likeness += likeness(place, at(found, place + surplus));
        }
        byte[] leader = new byte[LEADER_LENGTH];
        for (int i = 0; i < LEADER_LENGTH; i++) {
            leader[i] = ofRightSize(found, bestPlace, i);
        }
        return leader;
    }

    /** One byte of the leader, where bytes were lost or gained at a place. */
    private static byte ofRightSize(byte[] found, int place, int i) {
        int surplus = found.length - LEADER_LENGTH;
        if (i == place && surplus != 1) {
            // U+FFFD stands for one byte, so one of its three stays, to be replaced by what is usual there.
            return (byte) TYPICAL.charAt(i);
        }
        boolean lost = i > place && i < place - surplus;
        return lost ? (byte) ' ' : at(found, i < place ? i : i + surplus);
    }

    private static byte at(byte[] found, int i) {
        return i >= 0 && i < found.length ? found[i] : (byte) ' ';
    }

    /** How much a byte speaks for a position of the leader. */
    private static int likeness(int i, byte found) {
        boolean digit = Bytes.isDigit(found);
        boolean letter = found >= 'a' && found <= 'z';
        boolean blank = found == ' ';
        boolean fits = switch (i) {
            case 0, 1, 2, 3, 4, 12, 13, 14, 15, 16 -> digit;
            case 5, 6 -> letter;
            case 7 -> letter || blank;
            case 8, 9, 19 -> blank || found == 'a';
            case 10, 11 -> found == '2';
            case 17 -> blank || digit || letter;
            case 18 -> blank || letter;
            case 20 -> found == '4';
            case 21 -> found == '5';
            default -> found == '0' || blank;
        };
        return !fits ? 0 : i < CODES_END || i > 19 ? 2 : 1;
    }

    /** What is wrong with the leader itself, whatever the record behind it is like. */
    void findings(byte[] b, int start, long offset, List<Finding> findings) {
        if (size != LEADER_LENGTH) {
            findings.add(Finding.at(
                    offset,
                    DiagnosticCode.LEADER_SIZE_WRONG,
                    "leader has " + size + " bytes",
                    "it should have 24",
                    "read as \"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\""));
            return;
        }
        boolean blanksReplaced = false;
        for (int i = 5; i < LEADER_LENGTH; i++) {
            byte was = b[start + i];
            if (was == '^' || was == '#' || was == '\\') {
                blanksReplaced = true;
            } else if (was < ' ' || was > '~') {
                findings.add(Finding.at(
                        offset + i,
                        DiagnosticCode.LEADER_CHARACTER_INVALID,
                        String.format("leader/%02d is 0x%02X", i, was),
                        "",
                        "read as \"" + (char) bytes[i] + "\""));
            }
        }
        if (blanksReplaced) {
            findings.add(Finding.at(
                    offset,
                    DiagnosticCode.LEADER_BLANKS_REPLACED,
                    "",
                    "",
                    "read as \"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\""));
        }
    }
}
