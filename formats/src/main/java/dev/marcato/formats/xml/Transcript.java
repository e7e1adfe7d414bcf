// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.ByteOutput;
import java.util.Arrays;

/**
 * A stretch in another encoding, or text that is markup (SRU's string packing), as UTF-8. It knows where each byte came from.
 * Used again and again; one thread's.
 */
final class Transcript implements Places {
    /** What a byte that is no character becomes: no UTF-8, so that it is found and reported as any other such byte. */
    private static final int UNDECODABLE = 0xFF;

    private static final int SURROGATES = 0xD800;
    private static final int BEHIND_SURROGATES = 0xE000;

    private final ByteOutput text = new ByteOutput(1 << 16);
    private Places below = position -> position;
    private int below0;
    private int unit;
    private int end;

    // Escaped text: where something was replaced, in the transcript and below it.
    private int[] marks = new int[64];
    private int count;

    // The place that was asked for last, since they are asked for in order.
    private int knownPosition;
    private int knownBelow;

    byte[] bytes() {
        return text.array();
    }

    int length() {
        return text.size();
    }

    /** Makes it the text of a stretch in another encoding. */
    void recode(SourceEncoding encoding, byte[] bytes, int from, int to, long offset) {
        begin(position -> offset + position - from, from, to, encoding.isWide() ? 2 : 1);
        if (encoding.isWide()) {
            recodeWide(encoding.isBigEndian(), bytes, from, to);
            return;
        }
        for (int at = from; at < to; at++) {
            int character = bytes[at] >= 0 ? bytes[at] : encoding.character(bytes[at]);
            if (character == 0xFFFD) {
                text.write(UNDECODABLE);
            } else {
                text.writeUtf8(character);
            }
        }
    }

    private void recodeWide(boolean bigEndian, byte[] bytes, int from, int to) {
        int high = bigEndian ? 0 : 1;
        int at = from;
        while (at + 1 < to) {
            int value = unit(bytes, at, high);
            at += 2;
            if (value < SURROGATES || value >= BEHIND_SURROGATES) {
                text.writeUtf8(value);
                continue;
            }
            int next = at + 1 < to ? unit(bytes, at, high) : 0;
            if (value < 0xDC00 && next >= 0xDC00 && next < BEHIND_SURROGATES) {
                text.writeUtf8(Character.toCodePoint((char) value, (char) next));
                at += 2;
            } else {
                text.write(UNDECODABLE);
            }
        }
        if (at < to) {
            text.write(UNDECODABLE);
        }
    }

    private static int unit(byte[] bytes, int at, int high) {
        return (bytes[at + high] & 0xFF) << 8 | bytes[at + 1 - high] & 0xFF;
    }

    /** Makes it what a stretch of escaped text means. */
    void unescape(byte[] bytes, int from, int to, Places places) {
        begin(places, from, to, 0);
        int at = from;
        while (at < to) {
            int next = at;
            while (next < to && bytes[next] != '&') {
                next++;
            }
            text.write(bytes, at, next - at);
            at = next;
            if (at < to) {
                Reference reference = Reference.at(bytes, at, to);
                int behind = at + 1;
                if (reference.isCharacter()) {
                    text.writeUtf8(reference.character());
                    behind = reference.end();
                } else {
                    text.write('&');
                }
                mark(behind);
                at = behind;
            }
        }
    }

    private void begin(Places places, int from, int to, int unitBytes) {
        text.clear();
        below = places;
        below0 = from;
        end = to;
        unit = unitBytes;
        count = 0;
        knownPosition = 0;
        knownBelow = from;
    }

    private void mark(int behind) {
        if (2 * count + 2 > marks.length) {
            marks = Arrays.copyOf(marks, 2 * marks.length);
        }
        marks[2 * count] = text.size();
        marks[2 * count + 1] = behind;
        count++;
    }

    @Override
    public long offset(int position) {
        return below.offset(Math.min(end, unit == 0 ? unescaped(position) : recoded(position)));
    }

    /** The last replacement at or before the position, and what was copied since. */
    private int unescaped(int position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks[2 * middle] <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? below0 + position : marks[2 * low - 1] + position - marks[2 * low - 2];
    }

    private int recoded(int position) {
        if (position < knownPosition) {
            knownPosition = 0;
            knownBelow = below0;
        }
        byte[] bytes = text.array();
        for (; knownPosition < position; knownPosition++) {
            int value = bytes[knownPosition] & 0xFF;
            boolean continues = value >= 0x80 && value < 0xC0;
            knownBelow += continues ? 0 : value >= 0xF0 && value < UNDECODABLE ? 2 * unit : unit;
        }
        return knownBelow;
    }
}
