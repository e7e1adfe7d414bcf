// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.Words;
import java.util.Arrays;

/**
 * The form of a tag: all its bytes but its values, which are a field's tag and indicators, or a code. In a document nearly all
 * tags of a kind have one form, whatever its prefix and the order of its attributes: what was found in the one that was read
 * with care stands in each that has it, at the same places. One thread's.
 */
final class TagForm {
    private static final int LONGEST = 6 * Long.BYTES;
    /** Where a byte between quotation marks of either kind is a value, and no more. */
    private static final boolean[] VALUE = new boolean[256];

    static {
        for (int value = ' '; value < 0x7F; value++) {
            VALUE[value] = value != '"' && value != '\'' && value != '<' && value != '&';
        }
    }

    /** In bytes; more than any array has where no form is known. */
    private int length = Integer.MAX_VALUE;

    // Where the values stand, counted from the tag's beginning.
    private int valueAt;
    private int indicatorAt;
    private int otherIndicatorAt;

    // The bytes, eight in a word, the first one lowest, and what of each word is compared: not the values.
    private long bytes0;
    private long bytes1;
    private long bytes2;
    private long bytes3;
    private long bytes4;
    private long bytes5;
    private long same0;
    private long same1;
    private long same2;
    private long same3;
    private long same4;
    private long same5;

    /** Takes the form of an end tag of the element with this name. */
    void learnEnd(byte[] bytes, int nameFrom, int nameTo) {
        byte[] tag = new byte[nameTo - nameFrom + 3];
        tag[0] = '<';
        tag[1] = '/';
        System.arraycopy(bytes, nameFrom, tag, 2, nameTo - nameFrom);
        tag[tag.length - 1] = '>';
        learn(tag, 0, tag.length, 0, 0, -1, -1);
    }

    /**
     * Takes the form of a tag; all positions are those in the array.
     *
     * @param value where its first value begins, of so many bytes
     * @param indicator where a value of one byte stands; negative if none does
     * @param otherIndicator likewise
     */
    void learn(byte[] bytes, int from, int to, int value, int valueLength, int indicator, int otherIndicator) {
        if (to - from > LONGEST) {
            return;
        }
        length = to - from;
        valueAt = value - from;
        byte[] told = new byte[LONGEST];
        Arrays.fill(told, 0, length, (byte) 0xFF);
        Arrays.fill(told, valueAt, valueAt + valueLength, (byte) 0);
        if (indicator >= 0) {
            indicatorAt = indicator - from;
            otherIndicatorAt = otherIndicator - from;
            told[indicatorAt] = 0;
            told[otherIndicatorAt] = 0;
        }
        byte[] tag = new byte[LONGEST];
        System.arraycopy(bytes, from, tag, 0, length);
        same0 = Words.get(told, 0);
        same1 = Words.get(told, 8);
        same2 = Words.get(told, 16);
        same3 = Words.get(told, 24);
        same4 = Words.get(told, 32);
        same5 = Words.get(told, 40);
        bytes0 = Words.get(tag, 0) & same0;
        bytes1 = Words.get(tag, 8) & same1;
        bytes2 = Words.get(tag, 16) & same2;
        bytes3 = Words.get(tag, 24) & same3;
        bytes4 = Words.get(tag, 32) & same4;
        bytes5 = Words.get(tag, 40) & same5;
    }

    /**
     * Whether a tag of this form stands here, if its values are such; not seen close to the end of the array. No loop: to compile
     * one would take longer than many a document does.
     */
    boolean stands(byte[] bytes, int at, int to) {
        return to - at >= length
                && bytes.length - at >= LONGEST
                && (Words.get(bytes, at) & same0) == bytes0
                && (Words.get(bytes, at + 8) & same1) == bytes1
                && (length <= 16
                        || (Words.get(bytes, at + 16) & same2) == bytes2
                                && (length <= 24
                                        || (Words.get(bytes, at + 24) & same3) == bytes3
                                                && (Words.get(bytes, at + 32) & same4) == bytes4
                                                && (Words.get(bytes, at + 40) & same5) == bytes5));
    }

    /** The tag of three bytes that the element here has, its first byte highest; negative if it needs care. */
    int tag(byte[] bytes, int at) {
        byte first = bytes[at + valueAt];
        byte second = bytes[at + valueAt + 1];
        byte third = bytes[at + valueAt + 2];
        boolean usual = VALUE[first & 0xFF] && VALUE[second & 0xFF] && VALUE[third & 0xFF];
        return usual ? first << 16 | second << 8 | third : -1;
    }

    /** The code of one byte that the element here has; negative if it needs care. */
    int code(byte[] bytes, int at) {
        byte code = bytes[at + valueAt];
        return VALUE[code & 0xFF] ? code : -1;
    }

    /** The two indicators that the element here has, the first one higher; negative if they need care. */
    int indicators(byte[] bytes, int at) {
        byte first = bytes[at + indicatorAt];
        byte second = bytes[at + otherIndicatorAt];
        return VALUE[first & 0xFF] && VALUE[second & 0xFF] ? first << 8 | second : -1;
    }

    /** Length of the tag in bytes. */
    int length() {
        return length;
    }
}
