// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.Ascii;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A data field: two indicators, then subfields in the order in which they stand, repeated codes included. The methods
 * that change something return a new field. Immutable; see {@link Field}.
 *
 * <p>Damage is read as it is: missing indicators are blank, and text before the first delimiter is no subfield but stays
 * reachable by {@link #leadingBytes()} and visible in {@link #toString()}.
 */
public final class DataField extends Field implements Iterable<Subfield> {
    DataField(MarcRecord owner, int packedTag, byte[] data, int start, int end) {
        super(owner, packedTag, data, start, end);
    }

    /**
     * Makes a data field without subfields; {@link #with(char, String)} adds them.
     *
     * @throws IllegalArgumentException if the tag is not three characters of printable ASCII or is that of a control
     *     field (00X), or an indicator is not printable ASCII
     */
    public static DataField of(String tag, char indicator1, char indicator2) {
        int packed = Tags.pack(tag);
        if (Tags.isControl(packed)) {
            throw new IllegalArgumentException(
                    tag + " is the tag of a control field, which has neither indicators nor subfields");
        }
        Refusals.indicator(tag, 1, indicator1);
        Refusals.indicator(tag, 2, indicator2);
        byte[] bytes = {(byte) indicator1, (byte) indicator2};
        return new DataField(MarcRecord.HANDMADE, packed, bytes, 0, bytes.length);
    }

    /** The first indicator; a blank where the field has none. */
    public char indicator1() {
        return indicator(1);
    }

    /** The second indicator; a blank where the field has none. */
    public char indicator2() {
        return indicator(2);
    }

    /**
     * An indicator by its number, 1 or 2 (more only in records whose leader says so); a blank where the field does not
     * have it, U+FFFD where it is a byte that stands for no character.
     */
    public char indicator(int number) {
        if (number < 1) {
            throw new IndexOutOfBoundsException("indicator " + number + ": they are counted from 1");
        }
        if (number > owner.indicatorCount()) {
            return ' ';
        }
        return FieldIndicators.read(owner, data, start, firstDelimiter(), number);
    }

    /** Bytes between the indicators and the first delimiter: empty, unless the field is damaged. Not copied. */
    public ByteSlice leadingBytes() {
        int from = FieldIndicators.end(owner, data, start, firstDelimiter());
        return new ByteSlice(data, from, firstDelimiter() - from);
    }

    /** The subfields in order. */
    public List<Subfield> subfields() {
        List<Subfield> found = new ArrayList<>();
        for (Subfield subfield : this) {
            found.add(subfield);
        }
        return Collections.unmodifiableList(found);
    }

    /** The subfields in order. The iterator makes each one as it comes to it. */
    @Override
    public Iterator<Subfield> iterator() {
        return new SubfieldIterator(owner, data, firstDelimiter(), end);
    }

    /** The first subfield with a code. */
    public Optional<Subfield> first(char code) {
        int at = find(code, start);
        return at == end ? Optional.empty() : Optional.of(subfieldAt(at));
    }

    /** All subfields with a code, in order. */
    public List<Subfield> all(char code) {
        List<Subfield> found = new ArrayList<>();
        for (int at = find(code, start); at < end; at = find(code, at + 1)) {
            found.add(subfieldAt(at));
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * The one subfield with a code, empty if there is none.
     *
     * @throws IllegalStateException if there are several; the message names tag, code and number
     */
    public Optional<Subfield> sole(char code) {
        int at = find(code, start);
        if (at == end) {
            return Optional.empty();
        }
        if (find(code, at + 1) != end) {
            throw new IllegalStateException(
                    "field " + Refusals.quote(tag()) + " has " + all(code).size() + " subfields $"
                            + Refusals.quote(String.valueOf(code)) + " where at most one was expected");
        }
        return Optional.of(subfieldAt(at));
    }

    /** Whether there is a subfield with a code. */
    public boolean has(char code) {
        return find(code, start) != end;
    }

    /** The value of the first subfield with a code. */
    public Optional<String> firstValue(char code) {
        int at = find(code, start);
        return at == end ? Optional.empty() : Optional.of(subfieldAt(at).value());
    }

    /** The values of all subfields with a code, in order. */
    public List<String> values(char code) {
        List<String> found = new ArrayList<>();
        for (int at = find(code, start); at < end; at = find(code, at + 1)) {
            found.add(subfieldAt(at).value());
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * The field with one more subfield at its end.
     *
     * @throws IllegalArgumentException if the code is not printable ASCII, the value holds 0x1D, 0x1E or 0x1F, the
     *     field's encoding cannot hold the value, or the codes of the field's record have another length
     */
    public DataField with(char code, String value) {
        return splice(end, end, code, value);
    }

    /**
     * The field with a copy of a subfield at its end.
     *
     * @throws IllegalArgumentException if the encoding of this field cannot hold its value
     */
    public DataField with(Subfield subfield) {
        MarcRecord reader = reader();
        return splice(reader, end, end, Transcoding.bytes(tag(), subfield, reader));
    }

    /**
     * The field with another value in its first subfield of that code, or with one more subfield if it has none.
     *
     * @throws IllegalArgumentException as {@link #with(char, String)}
     */
    public DataField withFirst(char code, String value) {
        int at = find(code, start);
        return at == end ? with(code, value) : splice(at, Bytes.delimiter(data, at + 1, end), code, value);
    }

    /** The field without its subfields of a code. */
    public DataField without(char code) {
        byte[] kept = new byte[end - start];
        int length = 0;
        int from = start;
        for (int at = find(code, start); at < end; at = find(code, from)) {
            System.arraycopy(data, from, kept, length, at - from);
            length += at - from;
            from = Bytes.delimiter(data, at + 1, end);
        }
        System.arraycopy(data, from, kept, length, end - from);
        return new DataField(reader(), packedTag, kept, 0, length + end - from);
    }

    /**
     * The field with other indicators.
     *
     * @throws IllegalArgumentException if one of them is not printable ASCII
     */
    public DataField withIndicators(char indicator1, char indicator2) {
        int count = owner.indicatorCount();
        byte[] indicators = new byte[count];
        for (int number = 1; number <= Math.max(2, count); number++) {
            char indicator = number == 1 ? indicator1 : number == 2 ? indicator2 : indicator(number);
            Refusals.indicator(tag(), number, indicator);
            if (number <= count) {
                indicators[number - 1] = (byte) indicator;
            } else if (indicator != ' ') {
                throw Refusals.indicatorCount(tag(), number, indicator, count);
            }
        }
        return splice(reader(), start, FieldIndicators.end(owner, data, start, firstDelimiter()), indicators);
    }

    @Override
    public DataField withTag(String tag) {
        return new DataField(owner, packed(tag), data, start, end);
    }

    @Override
    void appendTo(StringBuilder line) {
        appendTag(line);
        line.append(' ');
        int delimiter = firstDelimiter();
        int indicatorEnd = FieldIndicators.end(owner, data, start, delimiter);
        appendText(line, start, indicatorEnd);
        for (int missing = FieldIndicators.missing(owner, data, start, delimiter); missing > 0; missing--) {
            line.append(' ');
        }
        if (indicatorEnd < delimiter) {
            line.append(' ');
            appendText(line, indicatorEnd, delimiter);
        }
        for (Subfield subfield : this) {
            line.append(' ');
            subfield.appendTo(line);
        }
    }

    int firstDelimiter() {
        return Bytes.delimiter(data, start, end);
    }

    /** Where the delimiter of the first subfield with a code stands, at or after a position; the field's end if none. */
    int find(char code, int from) {
        return FieldBytes.find(owner, data, from, end, code);
    }

    /**
     * The field with a subfield in the place of some of its bytes. Its text is encoded as the field's own is. A field of
     * plain ASCII has no encoding yet: with other text it becomes one in UTF-8, and the record that it is put into says
     * whether it can take that.
     */
    private DataField splice(int from, int to, char code, String value) {
        boolean free = Ascii.isPlain(data, start, end) && owner.readsLike(MarcRecord.HANDMADE, data, start, end);
        MarcRecord reader = free ? MarcRecord.HANDMADE : reader();
        return splice(reader, from, to, FieldBytes.subfield(reader, tag(), code, value));
    }

    /** What reads bytes as this field's are read. */
    private MarcRecord reader() {
        return owner.ascii || encoding() == owner.encoding() ? owner : owner.fieldless(encoding());
    }

    private DataField splice(MarcRecord reader, int from, int to, byte[] piece) {
        byte[] bytes = new byte[from - start + piece.length + end - to];
        System.arraycopy(data, start, bytes, 0, from - start);
        System.arraycopy(piece, 0, bytes, from - start, piece.length);
        System.arraycopy(data, to, bytes, from - start + piece.length, end - to);
        return new DataField(reader, packedTag, bytes, 0, bytes.length);
    }

    Subfield subfieldAt(int delimiter) {
        return new Subfield(owner, data, delimiter, Bytes.delimiter(data, delimiter + 1, end));
    }

    /** Walks from delimiter to delimiter. */
    private static final class SubfieldIterator implements Iterator<Subfield> {
        private final MarcRecord owner;
        private final byte[] data;
        private final int end;
        private int at;

        SubfieldIterator(MarcRecord owner, byte[] data, int at, int end) {
            this.owner = owner;
            this.data = data;
            this.at = at;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return at < end;
        }

        @Override
        public Subfield next() {
            if (at >= end) {
                throw new NoSuchElementException();
            }
            int next = Bytes.delimiter(data, at + 1, end);
            Subfield subfield = new Subfield(owner, data, at, next);
            at = next;
            return subfield;
        }
    }
}
