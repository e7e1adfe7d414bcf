// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.TextCodec;

/** The layout of a field's bytes: how they are made from text, and where a subfield's value begins. */
final class FieldBytes {
    private FieldBytes() {}

    /** The bytes of a value; refuses what a field cannot hold. */
    static byte[] encode(Encoding encoding, String tag, String code, String value) {
        Refusals.value(tag, code, value);
        String refusal = encoding.refusal(value);
        if (!refusal.isEmpty()) {
            throw Refusals.text(tag, code, value, refusal);
        }
        return encoding.codec().encode(value);
    }

    /** Delimiter, code and value, as a record that reads like {@code reader} holds them. */
    static byte[] subfield(MarcRecord reader, String tag, char code, String value) {
        Refusals.code(tag, code, value);
        if (reader.subfieldCodeCount() != 2) {
            throw Refusals.text(
                    tag, String.valueOf(code), value, "the subfield codes of this record have another length");
        }
        byte[] text = encode(reader.encoding(), tag, String.valueOf(code), value);
        byte[] bytes = new byte[text.length + 2];
        bytes[0] = Bytes.DELIMITER;
        bytes[1] = (byte) code;
        System.arraycopy(text, 0, bytes, 2, text.length);
        return bytes;
    }

    /** First byte of the value of the subfield whose delimiter stands at {@code start}. */
    static int valueStart(MarcRecord owner, byte[] data, int start, int end) {
        int code = start + 1;
        if (code >= end) {
            return end;
        }
        int codeBytes = owner.subfieldCodeCount() - 1;
        if (codeBytes == 1 && data[code] < 0) {
            TextCodec codec = owner.encoding().codec();
            codeBytes = codec.characterLength(data, code, end);
        }
        return Math.min(end, code + codeBytes);
    }

    /** Byte after the value of the subfield whose delimiter stands at {@code start}, in a field that ends at {@code end}. */
    static int valueEnd(byte[] data, int start, int end) {
        return Bytes.delimiter(data, start + 1, end);
    }

    /** Where the delimiter of the first subfield with a code stands, at or after {@code from}; {@code end} if none. */
    static int find(MarcRecord owner, byte[] data, int from, int end, char code) {
        if (code >= 0x80 || code == 0 || code == Bytes.DELIMITER || owner.subfieldCodeCount() != 2) {
            return findOdd(owner, data, from, end, code);
        }
        int at = Bytes.delimiter(data, from, end);
        while (at < end && (at + 1 == end || data[at + 1] != code)) {
            at = Bytes.delimiter(data, at + 1, end);
        }
        return at;
    }

    /** As {@link #find}, for codes that are not one plain byte. */
    private static int findOdd(MarcRecord owner, byte[] data, int from, int end, char code) {
        int at = Bytes.delimiter(data, from, end);
        while (at < end && new Subfield(owner, data, at, valueEnd(data, at, end)).code() != code) {
            at = valueEnd(data, at, end);
        }
        return at;
    }
}
