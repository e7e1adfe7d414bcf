// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Writes a field of the usual form on one line: a tag, two indicators and codes as the schema wants them, text without characters
 * that XML forbids. Nearly all fields are so; any other one is {@link XmlEncoder}'s. These are small methods with their state in
 * local variables, because they are compiled in the first tenth of a second, and everything waits for them.
 */
final class UsualFieldEncoder {
    /** Said instead of a position: the field is not of the usual form, and nothing that was put down counts. */
    static final int UNUSUAL = -1;

    /** What a byte of a field costs at most, a delimiter and a code being two: room is claimed by it. */
    private static final int WORST = 16;

    /** A longer field could claim more room than there is. */
    private static final int LONGEST = 1 << 13;

    private static final int FRAME = 64;

    private static final byte DELIMITER = 0x1F;

    private static final byte[] CONTROL = ascii("<controlfield tag=\"   \">");
    private static final byte[] CONTROL_END = ascii("</controlfield>");
    private static final byte[] DATA = ascii("<datafield tag=\"   \" ind1=\" \" ind2=\" \"><subfield code=\" \">");
    private static final byte[] SUBFIELD = ascii("</subfield><subfield code=\" \">");
    private static final byte[] DATA_END = ascii("</subfield></datafield>");
    private static final byte[] AMPERSAND = ascii("&amp;");
    private static final byte[] LESS = ascii("&lt;");
    private static final byte[] GREATER = ascii("&gt;");

    private UsualFieldEncoder() {}

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
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
        System.arraycopy(CONTROL, 0, target, position, CONTROL.length);
        tag(tag, target, position + 19);
        int into = position + CONTROL.length;
        int length = XmlText.plain(bytes, from, to, target, into);
        if (length < to - from) {
            return UNUSUAL;
        }
        into += length;
        System.arraycopy(CONTROL_END, 0, target, into, CONTROL_END.length);
        return into + CONTROL_END.length;
    }

    /** The same for a data field. */
    static int data(byte[] bytes, int from, int to, int tag, byte[] target, int position) {
        if (to - from < 4
                || bytes[from + 2] != DELIMITER
                || !SchemaRules.isIndicator(bytes[from])
                || !SchemaRules.isIndicator(bytes[from + 1])
                || !XmlText.isCode(bytes[from + 3])) {
            return UNUSUAL;
        }
        System.arraycopy(DATA, 0, target, position, DATA.length);
        tag(tag, target, position + 16);
        target[position + 27] = bytes[from];
        target[position + 36] = bytes[from + 1];
        target[position + 55] = bytes[from + 3];
        int into = position + DATA.length;
        int at = from + 4;
        while (true) {
            int length = XmlText.plain(bytes, at, to, target, into);
            at += length;
            into += length;
            if (at == to) {
                System.arraycopy(DATA_END, 0, target, into, DATA_END.length);
                return into + DATA_END.length;
            }
            byte special = bytes[at++];
            if (special == DELIMITER) {
                if (at == to || !XmlText.isCode(bytes[at])) {
                    return UNUSUAL;
                }
                System.arraycopy(SUBFIELD, 0, target, into, SUBFIELD.length);
                target[into + 27] = bytes[at++];
                into += SUBFIELD.length;
            } else if (special == '&' || special == '<' || special == '>') {
                byte[] reference = special == '&' ? AMPERSAND : special == '<' ? LESS : GREATER;
                System.arraycopy(reference, 0, target, into, reference.length);
                into += reference.length;
            } else {
                return UNUSUAL;
            }
        }
    }

    private static void tag(int tag, byte[] target, int at) {
        target[at] = (byte) (tag >> 16);
        target[at + 1] = (byte) (tag >> 8);
        target[at + 2] = (byte) tag;
    }
}
