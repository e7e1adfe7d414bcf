// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes a field of the usual form on one line: a tag, two indicators and codes as the schema wants them, text without characters
 * that XML forbids. Nearly all fields are so; any other one is {@link XmlEncoder}'s. These are small methods with their state in
 * local variables, because they are compiled in the first tenth of a second, and everything waits for them.
 */
final class UsualField {
    /** Said instead of a position: the field is not of the usual form, and nothing that was put down counts. */
    static final int UNUSUAL = -1;

    /** What a byte of a field costs at most, a delimiter and a code being two: room is claimed by it. */
    private static final int WORST = 16;

    /** A longer field could claim more room than there is. */
    private static final int LONGEST = 1 << 13;

    private static final int FRAME = 64;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte DELIMITER = 0x1F;

    private static final long FIELD_0 = words("<datafield tag=\"")[0];
    private static final long FIELD_1 = words("<datafield tag=\"")[1];
    private static final long INDICATOR_1 = words("\" ind1=\"")[0];
    private static final long INDICATOR_2 = words("\" ind2=\"")[0];
    private static final long TAG_END = words("\">")[0];
    private static final long SUBFIELD_0 = words("<subfield code=\"")[0];
    private static final long SUBFIELD_1 = words("<subfield code=\"")[1];
    private static final long SUBFIELD_END_0 = words("</subfield>")[0];
    private static final long SUBFIELD_END_1 = words("</subfield>")[1];
    private static final long FIELD_END_0 = words("</datafield>")[0];
    private static final long FIELD_END_1 = words("</datafield>")[1];
    private static final long CONTROL_0 = words("<controlfield tag=\"")[0];
    private static final long CONTROL_1 = words("<controlfield tag=\"")[1];
    private static final long CONTROL_2 = words("<controlfield tag=\"")[2];
    private static final long CONTROL_END_0 = words("</controlfield>")[0];
    private static final long CONTROL_END_1 = words("</controlfield>")[1];
    private static final long AMPERSAND = words("&amp;")[0];
    private static final long LESS = words("&lt;")[0];
    private static final long GREATER = words("&gt;")[0];

    private UsualField() {}

    private static long[] words(String text) {
        byte[] bytes = new byte[(text.length() + 7) / 8 * 8];
        System.arraycopy(text.getBytes(US_ASCII), 0, bytes, 0, text.length());
        long[] words = new long[bytes.length / 8];
        for (int word = 0; word < words.length; word++) {
            words[word] = (long) LONGS.get(bytes, 8 * word);
        }
        return words;
    }

    /** Whether a field may be tried: it is short enough, and not at the array's very end. */
    static boolean isCandidate(byte[] bytes, int from, int to) {
        return to - from <= LONGEST && to <= bytes.length - Long.BYTES;
    }

    /** The room that a candidate of so many bytes needs. */
    static int room(int length) {
        return WORST * length + FRAME;
    }

    /** Writes a control field from a position of the target on; where it ends there, or {@link #UNUSUAL}. */
    static int control(byte[] bytes, int from, int to, int tag, byte[] target, int position) {
        LONGS.set(target, position, CONTROL_0);
        LONGS.set(target, position + 8, CONTROL_1);
        LONGS.set(target, position + 16, CONTROL_2);
        int into = position + 19;
        target[into] = (byte) (tag >> 16);
        target[into + 1] = (byte) (tag >> 8);
        target[into + 2] = (byte) tag;
        LONGS.set(target, into + 3, TAG_END);
        into += 5;
        int length = XmlText.plain(bytes, from, to, target, into);
        if (length < to - from) {
            return UNUSUAL;
        }
        into += length;
        LONGS.set(target, into, CONTROL_END_0);
        LONGS.set(target, into + 8, CONTROL_END_1);
        return into + 15;
    }

    /** The same for a data field. */
    static int data(byte[] bytes, int from, int to, int tag, byte[] target, int position) {
        if (to - from < 4
                || bytes[from + 2] != DELIMITER
                || !SchemaRules.isIndicator(bytes[from])
                || !SchemaRules.isIndicator(bytes[from + 1])) {
            return UNUSUAL;
        }
        int into = position;
        LONGS.set(target, into, FIELD_0);
        LONGS.set(target, into + 8, FIELD_1);
        target[into + 16] = (byte) (tag >> 16);
        target[into + 17] = (byte) (tag >> 8);
        target[into + 18] = (byte) tag;
        LONGS.set(target, into + 19, INDICATOR_1);
        target[into + 27] = bytes[from];
        LONGS.set(target, into + 28, INDICATOR_2);
        target[into + 36] = bytes[from + 1];
        LONGS.set(target, into + 37, TAG_END);
        into += 39;
        int at = from + 2;
        while (at < to) {
            if (bytes[at] == DELIMITER) {
                byte code = bytes[at + 1];
                if (at + 1 >= to || !XmlText.isCode(code)) {
                    return UNUSUAL;
                }
                if (at > from + 2) {
                    LONGS.set(target, into, SUBFIELD_END_0);
                    LONGS.set(target, into + 8, SUBFIELD_END_1);
                    into += 11;
                }
                LONGS.set(target, into, SUBFIELD_0);
                LONGS.set(target, into + 8, SUBFIELD_1);
                LONGS.set(target, into + 16, TAG_END << 8 | code);
                into += 19;
                at += 2;
            } else if (bytes[at] == '&') {
                LONGS.set(target, into, AMPERSAND);
                into += 5;
                at++;
            } else if (bytes[at] == '<' || bytes[at] == '>') {
                LONGS.set(target, into, bytes[at] == '<' ? LESS : GREATER);
                into += 4;
                at++;
            } else {
                return UNUSUAL;
            }
            int plain = XmlText.plain(bytes, at, to, target, into);
            at += plain;
            into += plain;
        }
        LONGS.set(target, into, SUBFIELD_END_0);
        LONGS.set(target, into + 8, SUBFIELD_END_1);
        LONGS.set(target, into + 11, FIELD_END_0);
        LONGS.set(target, into + 19, FIELD_END_1);
        return into + 23;
    }
}
