// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import java.io.ByteArrayOutputStream;

/**
 * Carries fields from one record into another that reads bytes differently: another encoding, another number of
 * indicators. Exactly, or not at all.
 */
final class Transcoding {
    private Transcoding() {}

    /** The field's bytes as a record that reads like {@code target} holds them. */
    static byte[] bytes(Field field, MarcRecord target) {
        if (field.owner.readsLike(target, field.data, field.start, field.end)) {
            return field.bytes().toByteArray();
        }
        String tag = field.tag();
        if (field instanceof DataField dataField) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            indicators(dataField, target, bytes);
            text(tag, "", dataField.leadingBytes(), field.encoding(), target.encoding(), bytes);
            for (Subfield subfield : dataField) {
                subfield(tag, subfield, target, bytes);
            }
            return bytes.toByteArray();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(tag, "", field.bytes(), field.encoding(), target.encoding(), bytes);
        return bytes.toByteArray();
    }

    /** The subfield's bytes, delimiter and code included, as a record that reads like {@code target} holds them. */
    static byte[] bytes(String tag, Subfield subfield, MarcRecord target) {
        ByteSlice bytes = subfield.bytes();
        if (subfield.owner().readsLike(target, subfield.data(), subfield.start(), subfield.end())) {
            return bytes.toByteArray();
        }
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        subfield(tag, subfield, target, to);
        return to.toByteArray();
    }

    private static void indicators(DataField field, MarcRecord target, ByteArrayOutputStream to) {
        int most = Math.max(field.owner.indicatorCount(), target.indicatorCount());
        for (int number = 1; number <= most; number++) {
            char indicator = field.indicator(number);
            Refusals.indicator(field.tag(), number, indicator);
            if (number <= target.indicatorCount()) {
                to.write(indicator);
            } else if (indicator != ' ') {
                throw Refusals.indicatorCount(field.tag(), number, indicator, target.indicatorCount());
            }
        }
    }

    private static void subfield(String tag, Subfield subfield, MarcRecord target, ByteArrayOutputStream to) {
        ByteSlice bytes = subfield.bytes();
        ByteSlice value = subfield.valueBytes();
        ByteSlice code = bytes.slice(0, bytes.length() - value.length());
        String shown = code.slice(1, code.length()).toString();
        if (subfield.owner().subfieldCodeCount() != target.subfieldCodeCount()) {
            throw Refusals.text(tag, shown, subfield.value(), "the subfield codes of this record have another length");
        }
        text(tag, shown, code, subfield.encoding(), target.encoding(), to);
        text(tag, shown, value, subfield.encoding(), target.encoding(), to);
    }

    private static void text(
            String tag, String code, ByteSlice bytes, Encoding from, Encoding into, ByteArrayOutputStream to) {
        byte[] data = bytes.toByteArray();
        boolean same = from.codec().extendsAscii() && into.codec().extendsAscii();
        if (!same || !Ascii.isPlain(data, 0, data.length)) {
            String text = from.decode(data, 0, data.length);
            int bad = from.firstUndecodable(data, 0, data.length);
            String refusal = bad >= 0
                    ? String.format("byte 0x%02X cannot be decoded as %s", data[bad] & 0xFF, from.title())
                    : into.refusal(text);
            if (!refusal.isEmpty()) {
                throw Refusals.text(tag, code, text, refusal);
            }
            data = into.codec().encode(text);
        }
        to.writeBytes(data);
    }
}
