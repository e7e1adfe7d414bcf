// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

/**
 * A subfield: a code and a value. A view of bytes of a field, or made by hand. Immutable and safe for use by several
 * threads; one that comes from a record keeps that record alive.
 */
public final class Subfield {
    private final MarcRecord owner;
    private final byte[] data;
    private final int start;
    private final int end;

    /** A view of the bytes from the delimiter at {@code start} to {@code end}. */
    Subfield(MarcRecord owner, byte[] data, int start, int end) {
        this.owner = owner;
        this.data = data;
        this.start = start;
        this.end = end;
    }

    /**
     * Makes a subfield.
     *
     * @throws IllegalArgumentException if the code is not printable ASCII, or the value holds 0x1D, 0x1E or 0x1F or half
     *     a character
     */
    public static Subfield of(char code, String value) {
        byte[] bytes = FieldBytes.subfield(MarcRecord.HANDMADE, "", code, value);
        return new Subfield(MarcRecord.HANDMADE, bytes, 0, bytes.length);
    }

    /**
     * The subfield code. Damage shows as what no right code is: 0 where nothing follows the delimiter, U+FFFD where it is
     * a byte that stands for no character.
     */
    public char code() {
        if (start + 1 >= end) {
            return 0;
        }
        byte code = data[start + 1];
        return code >= 0 ? (char) code : foreignCode();
    }

    /** The value, without delimiter and code. */
    public String value() {
        return owner.decode(data, valueStart(), end);
    }

    /** The bytes of the value. Not copied. */
    public ByteSlice valueBytes() {
        int from = valueStart();
        return new ByteSlice(data, from, end - from);
    }

    /** The bytes from the delimiter on. Not copied. */
    public ByteSlice bytes() {
        return new ByteSlice(data, start, end - start);
    }

    /** Equal if the bytes are, and stand for the same characters. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Subfield that
                && end - start == that.end - that.start
                && Bytes.equal(data, start, that.data, that.start, end - start)
                && owner.readsLike(that.owner, data, start, end);
    }

    @Override
    public int hashCode() {
        return Bytes.hash(data, start, end);
    }

    /** For people, such as {@code $a Cats}; see {@link Field#toString()}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(end - start + 8);
        appendTo(text);
        return text.toString();
    }

    void appendTo(StringBuilder text) {
        int from = valueStart();
        text.append('$');
        VisibleText.append(text, encoding().codec(), data, start + 1, from);
        text.append(' ');
        VisibleText.append(text, encoding().codec(), data, from, end);
    }

    Encoding encoding() {
        return owner.encodingAt(data, start);
    }

    MarcRecord owner() {
        return owner;
    }

    byte[] data() {
        return data;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** A code is one byte; where it is a multibyte character, that whole character; more where the leader tells so. */
    private int valueStart() {
        return FieldBytes.valueStart(owner, data, start, end);
    }

    private char foreignCode() {
        String code = owner.decode(data, start + 1, valueStart());
        return code.length() == 1 && encoding().firstUndecodable(data, start + 1, valueStart()) < 0
                ? code.charAt(0)
                : '\uFFFD';
    }
}
