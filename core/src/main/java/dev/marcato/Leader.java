// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * The 24 characters at the head of a record. Positions are 0-based, as in the documentation of MARC 21; each has a
 * method with its MARC 21 name. A position that means different things in different kinds of record has several
 * methods, which all look at the same character: {@link #kind()} says which one to ask.
 *
 * <p>What a damaged record has in its leader is shown as it is: a byte outside ASCII comes as the character of that
 * number, and a number that is none is empty. Immutable; a view of the record's bytes.
 */
public final class Leader {
    /** Number of characters. */
    public static final int LENGTH = 24;

    /** A new record for language material, a monograph, in UTF-8. */
    static final String DEFAULT = "00000nam a2200000   4500";

    private final byte[] data;
    private final int offset;

    Leader(byte[] data, int offset) {
        this.data = data;
        this.offset = offset;
    }

    /**
     * A leader from its text.
     *
     * @throws IllegalArgumentException if it does not have 24 characters, or one of them is not printable ASCII
     */
    public static Leader of(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException(
                    "a leader has 24 characters, this one has " + text.length() + ": \"" + Refusals.quote(text) + "\"");
        }
        for (int i = 0; i < LENGTH; i++) {
            requirePrintable(i, text.charAt(i));
        }
        return new Leader(text.getBytes(StandardCharsets.ISO_8859_1), 0);
    }

    /**
     * The character at a position from 0 to 23.
     *
     * @throws IndexOutOfBoundsException if there is no such position
     */
    public char at(int position) {
        if (position < 0 || position >= LENGTH) {
            throw new IndexOutOfBoundsException("leader/" + position + ": positions are 0 to 23");
        }
        return (char) (data[offset + position] & 0xFF);
    }

    /** The characters of a position. */
    public String get(LeaderPosition position) {
        return new String(data, offset + position.start(), position.length(), StandardCharsets.ISO_8859_1);
    }

    /** 00-04, what the record says of its length in bytes. It need not be true. */
    public OptionalInt recordLength() {
        return number(0, 5);
    }

    /** 05, record status: {@code n} new, {@code c} corrected, {@code d} deleted and others. */
    public char status() {
        return at(5);
    }

    /** 06, type of record. */
    public char type() {
        return at(6);
    }

    /** The format that the record follows, by 06. */
    public RecordKind kind() {
        return RecordKind.ofType(type());
    }

    /** 07 in bibliographic records. */
    public char bibliographicLevel() {
        return at(7);
    }

    /** 07 in community information records. */
    public char kindOfData() {
        return at(7);
    }

    /** 08 in bibliographic records. */
    public char typeOfControl() {
        return at(8);
    }

    /** 08 in UNIMARC: hierarchical level code. */
    public char hierarchicalLevel() {
        return at(8);
    }

    /** 09: {@code a} for Unicode, blank for MARC-8. Undefined in UNIMARC. What a record says need not be true. */
    public char characterCodingScheme() {
        return at(9);
    }

    /** 10, as the record says it; see {@link MarcRecord#indicatorCount()} for how it is read. */
    public OptionalInt indicatorCount() {
        return number(10, 1);
    }

    /** 11, delimiter included; see {@link MarcRecord#subfieldCodeCount()} for how the record is read. */
    public OptionalInt subfieldCodeCount() {
        return number(11, 1);
    }

    /** 12-16, what the record says of where its fields begin, in bytes. It need not be true. */
    public OptionalInt baseAddress() {
        return number(12, 5);
    }

    /** 17 in bibliographic, authority, holdings and classification records. */
    public char encodingLevel() {
        return at(17);
    }

    /** 18 in bibliographic records. */
    public char descriptiveCatalogingForm() {
        return at(18);
    }

    /** 18 in authority records. */
    public char punctuationPolicy() {
        return at(18);
    }

    /** 18 in holdings records. */
    public char itemInformationInRecord() {
        return at(18);
    }

    /** 19 in bibliographic records. */
    public char multipartResourceRecordLevel() {
        return at(19);
    }

    /** 20-23, usually {@code 4500}, in UNIMARC {@code 450} and a blank. */
    public String entryMap() {
        return new String(data, offset + 20, 4, StandardCharsets.ISO_8859_1);
    }

    /** 20, number of digits of a field's length in the directory. */
    public OptionalInt lengthOfLengthOfField() {
        return number(20, 1);
    }

    /** 21, number of digits of a field's start in the directory. */
    public OptionalInt lengthOfStartingCharacterPosition() {
        return number(21, 1);
    }

    /** 22, number of characters in a directory entry that MARC has no use for. */
    public OptionalInt lengthOfImplementationDefined() {
        return number(22, 1);
    }

    /** 23. */
    public char undefined() {
        return at(23);
    }

    /**
     * A leader with another character at a position.
     *
     * @throws IllegalArgumentException if the position is one that the writer computes (00-04, 10-16, 20-22), or the
     *     character is not printable ASCII
     */
    public Leader with(int position, char character) {
        at(position);
        if (LeaderPosition.isStructural(position)) {
            throw new IllegalArgumentException(String.format(
                    "leader/%02d cannot be set to \"%s\": it describes the record's layout, which the writer computes",
                    position, Refusals.quote(String.valueOf(character))));
        }
        requirePrintable(position, character);
        byte[] copy = toByteArray();
        copy[position] = (byte) character;
        return new Leader(copy, 0);
    }

    /**
     * A leader with another character at a position.
     *
     * @throws IllegalArgumentException as {@link #with(int, char)}
     */
    public Leader with(LeaderPosition position, char character) {
        return with(position.start(), character);
    }

    /** The 24 bytes, not copied. */
    public ByteSlice bytes() {
        return new ByteSlice(data, offset, LENGTH);
    }

    /** Equal if all 24 characters are, lengths included. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Leader that && Bytes.equal(data, offset, that.data, that.offset, LENGTH);
    }

    @Override
    public int hashCode() {
        return Bytes.hash(data, offset, offset + LENGTH);
    }

    /** The 24 characters; what is not printable ASCII comes as {@code \xE9}. */
    @Override
    public String toString() {
        return bytes().toString();
    }

    byte[] toByteArray() {
        return bytes().toByteArray();
    }

    private OptionalInt number(int position, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            int digit = data[offset + position + i] - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalInt.of(value);
    }

    private static void requirePrintable(int position, char character) {
        if (character < 0x20 || character > 0x7E) {
            throw refusal(position, character, "a leader is printable ASCII");
        }
        if (character == '#' || character == '^' || character == '\\') {
            throw refusal(
                    position, character, "in documentation that sign stands for a blank, in a record it does not");
        }
    }

    // Made only when needed: the first use of a format costs a program more than 10 ms.
    private static IllegalArgumentException refusal(int position, char character, String reason) {
        return new IllegalArgumentException(String.format(
                "leader/%02d cannot be \"%s\": %s", position, Refusals.quote(String.valueOf(character)), reason));
    }
}
