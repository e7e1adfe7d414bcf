// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * A variable field: a view of bytes of a record, or a field made by hand, which has the same layout in bytes of its own.
 * Every field is either a {@link ControlField} (tag 00X) or a {@link DataField}.
 *
 * <p>Immutable and safe for use by several threads. A field of a record keeps that record alive.
 */
public abstract sealed class Field permits ControlField, DataField {
    final MarcRecord owner;
    final int packedTag;
    final byte[] data;
    final int start;
    final int end;

    Field(MarcRecord owner, int packedTag, byte[] data, int start, int end) {
        this.owner = owner;
        this.packedTag = packedTag;
        this.data = data;
        this.start = start;
        this.end = end;
    }

    /** A view of the bytes from {@code start} to {@code end}, of the kind that the tag asks for. */
    static Field view(MarcRecord owner, int packedTag, byte[] data, int start, int end) {
        return Tags.isControl(packedTag)
                ? new ControlField(owner, packedTag, data, start, end)
                : new DataField(owner, packedTag, data, start, end);
    }

    /** The tag, always three characters. In a damaged record a byte outside ASCII is the character of that number. */
    public final String tag() {
        return Tags.text(packedTag);
    }

    /** Whether the tag is a given one, or fits a pattern such as {@code 6..} or {@code 9XX}. */
    public final boolean hasTag(String pattern) {
        return Tags.matches(Tags.pattern(pattern), packedTag);
    }

    /** The bytes of the field without its terminator, indicators and delimiters included. Not copied. */
    public final ByteSlice bytes() {
        return new ByteSlice(data, start, end - start);
    }

    /** How the bytes of this field stand for characters: as the record's, unless evidence makes it an exception. */
    public final Encoding encoding() {
        return owner.encodingAt(data, start);
    }

    /**
     * The same field with another tag.
     *
     * @throws IllegalArgumentException if the tag is not three characters of printable ASCII, or turns a control field
     *     into a data field or the reverse
     */
    public abstract Field withTag(String tag);

    /** Equal if tag and bytes are, and the bytes stand for the same characters. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Field that
                && packedTag == that.packedTag
                && end - start == that.end - that.start
                && Bytes.equal(data, start, that.data, that.start, end - start)
                && owner.sameText(that.owner, data, start, end)
                && (this instanceof ControlField || owner.sameLayout(that.owner));
    }

    @Override
    public final int hashCode() {
        return 31 * packedTag + Bytes.hash(data, start, end);
    }

    /**
     * The field as a line for people, such as {@code 245 10 $a Title}. What would harm a terminal, and bytes that stand
     * for no character, come as {@code \x1B}.
     */
    @Override
    public final String toString() {
        StringBuilder line = new StringBuilder(end - start + 16);
        appendTo(line);
        return line.toString();
    }

    abstract void appendTo(StringBuilder line);

    final void appendTag(StringBuilder line) {
        VisibleText.append(line, Encoding.UNKNOWN.codec(), packedBytes(), 0, 3);
    }

    final void appendText(StringBuilder line, int from, int to) {
        VisibleText.append(line, encoding().codec(), data, from, to);
    }

    final int packed(String tag) {
        int packed = Tags.pack(tag);
        if (Tags.isControl(packed) != Tags.isControl(packedTag)) {
            throw new IllegalArgumentException("field " + Refusals.quote(tag()) + " cannot become " + tag
                    + ": 00X are control fields, all others are data fields");
        }
        return packed;
    }

    private byte[] packedBytes() {
        return new byte[] {(byte) (packedTag >> 16), (byte) (packedTag >> 8), (byte) packedTag};
    }
}
