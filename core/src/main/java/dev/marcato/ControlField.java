// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/** A control field (tag 00X): one value, neither indicators nor subfields. Immutable; see {@link Field}. */
public final class ControlField extends Field {
    ControlField(MarcRecord owner, int packedTag, byte[] data, int start, int end) {
        super(owner, packedTag, data, start, end);
    }

    /**
     * Makes a control field.
     *
     * @throws IllegalArgumentException if the tag is not 00X, or the value holds 0x1D, 0x1E or 0x1F or half a character
     */
    public static ControlField of(String tag, String value) {
        int packed = Tags.pack(tag);
        if (!Tags.isControl(packed)) {
            throw new IllegalArgumentException(
                    tag + " \"" + Refusals.quote(value) + "\": only the tags 00X are control fields");
        }
        byte[] bytes = FieldBytes.encode(MarcRecord.HANDMADE.encoding(), tag, "", value);
        return new ControlField(MarcRecord.HANDMADE, packed, bytes, 0, bytes.length);
    }

    /** The whole value. In a damaged record it may hold subfield delimiters (0x1F); they are left in it. */
    public String value() {
        return owner.decode(data, start, end);
    }

    @Override
    public ControlField withTag(String tag) {
        return new ControlField(owner, packed(tag), data, start, end);
    }

    /**
     * The same field with another value.
     *
     * @throws IllegalArgumentException as {@link #of}
     */
    public ControlField withValue(String value) {
        return of(tag(), value);
    }

    @Override
    void appendTo(StringBuilder line) {
        appendTag(line);
        line.append(' ');
        appendText(line, start, end);
    }
}
