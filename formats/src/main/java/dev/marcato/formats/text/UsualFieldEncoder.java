// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.marcato.io.ByteOutput;
import dev.marcato.io.RecordBytes;

/**
 * Writes fields of the usual form: with tag, indicators and codes that stand for themselves, and text without anything that needs
 * care. Nearly all fields are so. Between the values stands always the same, which is copied as a whole. These are small methods
 * with their state in local variables, because they are compiled in the first tenth of a second, and everything waits for them.
 * Immutable and safe for all threads.
 */
public abstract class UsualFieldEncoder {
    /** Said instead of a position: the field is not of the usual form, and nothing that was put down counts. */
    protected static final int UNUSUAL = -1;

    /** How many bytes behind its end text may overwrite where it is put. */
    private static final int BEYOND = Long.BYTES;

    /** A longer field could claim more room than there is. */
    private static final int LONGEST = 1 << 13;

    private static final byte DELIMITER = 0x1F;

    private final byte[] control;
    private final byte[] controlEnd;
    private final byte[] data;
    private final byte[] subfield;
    private final byte[] dataEnd;
    private final int controlTag;
    private final int dataTag;
    private final int firstIndicator;
    private final int secondIndicator;
    private final int firstCode;
    private final int nextCode;
    private final int roomForByte;
    private final int roomForFrame;

    /**
     * All texts have a {@code ~} for each byte that differs.
     *
     * @param control what stands before a control field's text, with its tag
     * @param controlEnd what stands behind it
     * @param data what stands before the text of a data field's first subfield, with tag, two indicators and code
     * @param subfield what stands between the texts of two subfields, with the code of the second
     * @param dataEnd what stands behind the last one
     * @param longestEscape how many bytes {@link #escape} puts at most
     */
    protected UsualFieldEncoder(
            String control, String controlEnd, String data, String subfield, String dataEnd, int longestEscape) {
        this.control = control.getBytes(US_ASCII);
        this.controlEnd = controlEnd.getBytes(US_ASCII);
        this.data = data.getBytes(US_ASCII);
        this.subfield = subfield.getBytes(US_ASCII);
        this.dataEnd = dataEnd.getBytes(US_ASCII);
        controlTag = control.indexOf('~');
        dataTag = data.indexOf('~');
        firstIndicator = data.indexOf('~', dataTag + 3);
        secondIndicator = data.indexOf('~', firstIndicator + 1);
        firstCode = data.lastIndexOf('~');
        nextCode = subfield.indexOf('~');
        // A delimiter and a code are two bytes.
        roomForByte = Math.max(longestEscape, (subfield.length() + 1) / 2);
        roomForFrame = Math.max(control.length() + controlEnd.length(), data.length() + dataEnd.length()) + BEYOND;
    }

    /** Whether a field with this tag is a control field of the usual form, if its text is. */
    protected abstract boolean isControlTag(int tag);

    /** Whether a field with this tag is a data field of the usual form, if the rest is. */
    protected abstract boolean isDataTag(int tag);

    /** Whether it is an indicator that stands for itself. */
    protected abstract boolean isIndicator(byte value);

    /** Whether it is a subfield code that stands for itself. */
    protected abstract boolean isCode(byte value);

    /**
     * Copies text up to a byte that does not stand for itself, such as a delimiter.
     *
     * @param target has room for all, and eight bytes more, which may be overwritten
     * @return how many bytes it were
     */
    protected abstract int plain(byte[] bytes, int from, int to, byte[] target, int into);

    /** Puts what a byte is written as that does not stand for itself: where it ends, or {@link #UNUSUAL}. */
    protected abstract int escape(byte special, byte[] target, int into);

    /** Writes a field, if it is of the usual form: of a record with two indicators, and codes of one byte. */
    public final boolean encode(RecordBytes fields, int field, ByteOutput out) {
        byte[] bytes = fields.array();
        int from = fields.from(field);
        int to = fields.to(field);
        int tag = fields.tag(field);
        if (to - from > LONGEST) {
            return false;
        }
        int into = out.claim(roomForByte * (to - from) + roomForFrame);
        int end = UNUSUAL;
        if (isDataTag(tag)) {
            end = data(bytes, from, to, tag, out.array(), into);
        } else if (isControlTag(tag)) {
            end = control(bytes, from, to, tag, out.array(), into);
        }
        if (end == UNUSUAL) {
            return false;
        }
        out.claimed(end);
        return true;
    }

    private int control(byte[] bytes, int from, int to, int tag, byte[] target, int position) {
        System.arraycopy(control, 0, target, position, control.length);
        tag(tag, target, position + controlTag);
        int into = position + control.length;
        int length = plain(bytes, from, to, target, into);
        if (length < to - from) {
            return UNUSUAL;
        }
        into += length;
        System.arraycopy(controlEnd, 0, target, into, controlEnd.length);
        return into + controlEnd.length;
    }

    private int data(byte[] bytes, int from, int to, int tag, byte[] target, int position) {
        if (to - from < 4
                || bytes[from + 2] != DELIMITER
                || !isIndicator(bytes[from])
                || !isIndicator(bytes[from + 1])
                || !isCode(bytes[from + 3])) {
            return UNUSUAL;
        }
        System.arraycopy(data, 0, target, position, data.length);
        tag(tag, target, position + dataTag);
        target[position + firstIndicator] = bytes[from];
        target[position + secondIndicator] = bytes[from + 1];
        target[position + firstCode] = bytes[from + 3];
        return texts(bytes, from + 4, to, target, position + data.length);
    }

    /** Writes the texts of a field's subfields, the codes between them, and the end. */
    private int texts(byte[] bytes, int from, int to, byte[] target, int position) {
        int at = from;
        int into = position;
        while (true) {
            int length = plain(bytes, at, to, target, into);
            at += length;
            into += length;
            if (at == to) {
                System.arraycopy(dataEnd, 0, target, into, dataEnd.length);
                return into + dataEnd.length;
            }
            byte special = bytes[at++];
            if (special == DELIMITER) {
                if (at == to || !isCode(bytes[at])) {
                    return UNUSUAL;
                }
                System.arraycopy(subfield, 0, target, into, subfield.length);
                target[into + nextCode] = bytes[at++];
                into += subfield.length;
            } else {
                into = escape(special, target, into);
                if (into == UNUSUAL) {
                    return UNUSUAL;
                }
            }
        }
    }

    private static void tag(int tag, byte[] target, int at) {
        target[at] = (byte) (tag >> 16);
        target[at + 1] = (byte) (tag >> 8);
        target[at + 2] = (byte) tag;
    }
}
