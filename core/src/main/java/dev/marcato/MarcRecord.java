// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.diagnostic.Location;
import dev.marcato.internal.RecordAccess;
import dev.marcato.internal.charset.Ascii;
import dev.marcato.internal.charset.TextCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A MARC record: a leader and fields. Accessors tell by their name how many things they expect: {@code first}, {@code
 * all}, {@code sole}. Wherever a tag is asked for, a pattern may stand: {@code 6..} or {@code 9XX} (a full stop, and X
 * unless there are other letters, stands for any character).
 *
 * <p>Immutable and safe for use by several threads. A record is a view of the bytes that it was read from; text is
 * decoded when it is asked for, each time anew. A record that is kept for long keeps the whole block alive that it was
 * read with: {@link #copy()} makes a compact one. To change a record, {@link #edit()} it into a new one.
 */
public final class MarcRecord implements Iterable<Field> {
    private static final int[] NO_FIELDS = {};
    private static final int USUAL_LAYOUT = 2 << 16 | 2;
    private static final int SHOWN_CONTROL_NUMBER = 1 << 10;
    private static final int CONTROL_NUMBER = '0' << 16 | '0' << 8 | '1';

    static {
        RecordAccess.provide(new RecordBridge());
    }

    /** The record that fields made by hand read like: UTF-8, two indicators, codes of one byte. */
    static final MarcRecord HANDMADE = new MarcRecord(
            Leader.of(Leader.DEFAULT).toByteArray(),
            0,
            Leader.LENGTH,
            NO_FIELDS,
            false,
            false,
            "",
            -1,
            Encoding.UTF_8,
            Flavor.MARC21);

    final byte[] data;
    final int offset;
    final int length;
    final int[] index;
    final boolean verbatim;
    final boolean ascii;

    private final String source;
    private final long sourceOffset;
    long number;

    final @Nullable Encoding toldEncoding;
    final @Nullable Flavor toldFlavor;

    // Found when first asked for. Threads may race to find them: all find the same, and each write is atomic.
    private @Nullable RecordText text;
    private @Nullable Flavor flavor;
    private int layout;

    MarcRecord(
            byte[] data,
            int offset,
            int length,
            int[] index,
            boolean verbatim,
            boolean ascii,
            String source,
            long sourceOffset,
            @Nullable Encoding toldEncoding,
            @Nullable Flavor toldFlavor) {
        this.data = data;
        this.offset = offset;
        this.length = length;
        this.index = index;
        this.verbatim = verbatim;
        this.ascii = ascii;
        this.source = source;
        this.sourceOffset = sourceOffset;
        this.toldEncoding = toldEncoding;
        this.toldFlavor = toldFlavor;
    }

    /** Begins a record from nothing: a leader for a monograph in UTF-8, and no fields. */
    public static RecordEditor builder() {
        return new RecordEditor(HANDMADE, null, null);
    }

    /** Begins a record like this one. This one stays as it is. */
    public RecordEditor edit() {
        return new RecordEditor(this, toldEncoding, toldFlavor);
    }

    public Leader leader() {
        return new Leader(data, offset);
    }

    /** Number of fields. */
    public int size() {
        return index.length / 3;
    }

    /** All fields, in the order of the directory. */
    public List<Field> fields() {
        return new FieldList(this);
    }

    /** All fields with a tag or tag pattern, in the order of the directory. The same as {@link #all}. */
    public List<Field> fields(String tag) {
        return all(tag);
    }

    /** All fields with a tag or tag pattern, in the order of the directory. */
    public List<Field> all(String tag) {
        long pattern = Tags.pattern(tag);
        List<Field> found = new ArrayList<>();
        for (int i = next(pattern, 0); i < index.length; i = next(pattern, i + 3)) {
            found.add(view(i));
        }
        return Collections.unmodifiableList(found);
    }

    /** All data fields with a tag or tag pattern, in the order of the directory. */
    public List<DataField> dataFields(String tag) {
        long pattern = Tags.pattern(tag);
        List<DataField> found = new ArrayList<>();
        for (int i = next(pattern, 0); i < index.length; i = next(pattern, i + 3)) {
            if (view(i) instanceof DataField field) {
                found.add(field);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** All control fields with a tag or tag pattern, in the order of the directory. */
    public List<ControlField> controlFields(String tag) {
        long pattern = Tags.pattern(tag);
        List<ControlField> found = new ArrayList<>();
        for (int i = next(pattern, 0); i < index.length; i = next(pattern, i + 3)) {
            if (view(i) instanceof ControlField field) {
                found.add(field);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The first field with a tag or tag pattern. */
    public Optional<Field> first(String tag) {
        int i = next(Tags.pattern(tag), 0);
        return i < index.length ? Optional.of(view(i)) : Optional.empty();
    }

    /**
     * The one field with a tag or tag pattern, empty if there is none.
     *
     * @throws IllegalStateException if there are several; the message names the record, the tag and the number
     */
    public Optional<Field> sole(String tag) {
        long pattern = Tags.pattern(tag);
        int i = next(pattern, 0);
        if (i >= index.length) {
            return Optional.empty();
        }
        if (next(pattern, i + 3) < index.length) {
            String place = location().toString();
            throw new IllegalStateException((place.isEmpty() ? "record" : place) + " has " + all(tag).size()
                    + " fields " + tag + " where at most one was expected");
        }
        return Optional.of(view(i));
    }

    /** Whether there is a field with a tag or tag pattern. */
    public boolean has(String tag) {
        return next(Tags.pattern(tag), 0) < index.length;
    }

    /** The value of the first control field with a tag or tag pattern. */
    public Optional<String> firstValue(String tag) {
        long pattern = Tags.pattern(tag);
        for (int i = next(pattern, 0); i < index.length; i = next(pattern, i + 3)) {
            if (Tags.isControl(index[i])) {
                return Optional.of(decode(data, index[i + 1], index[i + 1] + index[i + 2]));
            }
        }
        return Optional.empty();
    }

    /** The value of the first subfield with a code in any of the data fields with a tag or tag pattern. */
    public Optional<String> firstValue(String tag, char code) {
        long pattern = Tags.pattern(tag);
        for (int i = next(pattern, 0); i < index.length; i = next(pattern, i + 3)) {
            int to = index[i + 1] + index[i + 2];
            int at = findSubfield(i, code);
            if (at < to) {
                return Optional.of(
                        decode(data, FieldBytes.valueStart(this, data, at, to), FieldBytes.valueEnd(data, at, to)));
            }
        }
        return Optional.empty();
    }

    /** The bytes of the value that {@link #firstValue(String, char)} decodes. Not copied. */
    public Optional<ByteSlice> firstValueBytes(String tag, char code) {
        long pattern = Tags.pattern(tag);
        for (int i = next(pattern, 0); i < index.length; i = next(pattern, i + 3)) {
            int to = index[i + 1] + index[i + 2];
            int at = findSubfield(i, code);
            if (at < to) {
                int from = FieldBytes.valueStart(this, data, at, to);
                return Optional.of(new ByteSlice(data, from, FieldBytes.valueEnd(data, at, to) - from));
            }
        }
        return Optional.empty();
    }

    /** The values of all subfields with a code in all data fields with a tag or tag pattern, in order. */
    public List<String> values(String tag, char code) {
        List<String> found = new ArrayList<>();
        for (DataField field : dataFields(tag)) {
            found.addAll(field.values(code));
        }
        return Collections.unmodifiableList(found);
    }

    /** The value of the first field 001, as it stands there. */
    public Optional<String> controlNumber() {
        for (int i = 0; i < index.length; i += 3) {
            if (index[i] == CONTROL_NUMBER) {
                return Optional.of(decode(data, index[i + 1], index[i + 1] + index[i + 2]));
            }
        }
        return Optional.empty();
    }

    /** As much of the control number as is ever shown: it may be as long as a record. */
    String shownControlNumber() {
        for (int i = 0; i < index.length; i += 3) {
            if (index[i] == CONTROL_NUMBER) {
                return decode(data, index[i + 1], index[i + 1] + Math.min(index[i + 2], SHOWN_CONTROL_NUMBER));
            }
        }
        return "";
    }

    /** All fields, in the order of the directory. */
    @Override
    public Iterator<Field> iterator() {
        return new FieldList.FieldIterator(this);
    }

    /** How the bytes of the fields stand for characters: by what the record says, checked against what it holds. */
    public Encoding encoding() {
        return text().encoding();
    }

    /** What the text is in, with the fields that are exceptions. */
    RecordText text() {
        RecordText known = text;
        if (known == null) {
            known = toldEncoding != null ? RecordText.told(toldEncoding) : RecordText.of(this);
            text = known;
        }
        return known;
    }

    /** What the field is in whose bytes hold a position of an array: one of this record's, or one that is made for it. */
    Encoding encodingAt(byte[] bytes, int position) {
        RecordText known = text();
        if (bytes == data && !known.isUniform()) {
            for (int field = 0; field < index.length / 3; field++) {
                int from = index[3 * field + 1];
                if (position >= from && position <= from + index[3 * field + 2]) {
                    return known.encoding(field);
                }
            }
        }
        return known.encoding();
    }

    /** The family of formats that the record belongs to, by evidence. */
    public Flavor flavor() {
        Flavor known = flavor;
        if (known == null) {
            known = toldFlavor != null ? toldFlavor : RecordEvidence.flavor(this);
            flavor = known;
        }
        return known;
    }

    /**
     * How many indicators a data field is read with: 2, unless leader/10 and all data fields agree on another number, as
     * in MAB.
     */
    public int indicatorCount() {
        return layout() >> 16;
    }

    /**
     * How many bytes a subfield code is read with, its delimiter included: 2, unless leader/11 says more and all data
     * fields agree with that.
     */
    public int subfieldCodeCount() {
        return layout() & 0xFFFF;
    }

    /** Name of the file or stream that the record was read from, "" if none. */
    public String source() {
        return source;
    }

    /** 0-based offset of the record in its uncompressed source, in bytes, -1 if unknown. */
    public long sourceOffset() {
        return sourceOffset;
    }

    /** 1-based number of the record in its source, 0 if unknown. */
    public long number() {
        return number;
    }

    /** Where the record comes from, and its control number. */
    public Location location() {
        return new Location(source, number, sourceOffset, shownControlNumber(), "", 0);
    }

    /**
     * The bytes of the ISO 2709 record that this one was read from, if it was clean and nothing has been changed: what
     * the writer writes. Not copied.
     */
    public Optional<ByteSlice> originalBytes() {
        return verbatim ? Optional.of(new ByteSlice(data, offset, length)) : Optional.empty();
    }

    /** The same record in an array of its own, which keeps nothing else alive. */
    public MarcRecord copy() {
        byte[] bytes = new byte[length];
        System.arraycopy(data, offset, bytes, 0, length);
        int[] moved = index.clone();
        for (int i = 1; i < moved.length; i += 3) {
            moved[i] -= offset;
        }
        MarcRecord copy = new MarcRecord(
                bytes, 0, length, moved, verbatim, ascii, source, sourceOffset, toldEncoding, toldFlavor);
        copy.number = number;
        return copy;
    }

    /**
     * Equal if leader and fields say the same. What describes the layout of a file is not compared: lengths, base address
     * and counts in the leader, the order of the directory, and where the record comes from. Fields of the same tag must
     * stand in the same order in the data; the order of different tags does not matter.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof MarcRecord that && RecordEquality.equal(this, that);
    }

    @Override
    public int hashCode() {
        return RecordEquality.hash(this);
    }

    /** The record for people: the leader and each field on a line of its own, as {@link Field#toString()} shows it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(length + 8 * size());
        text.append("LDR ").append(leader());
        for (Field field : this) {
            text.append('\n');
            field.appendTo(text);
        }
        return text.toString();
    }

    String decode(byte[] bytes, int from, int to) {
        if (text == null && toldEncoding == null) {
            // Finding evidence takes a look at the whole record, which neither of these needs.
            if (Ascii.isPlain(bytes, from, to)) {
                return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            }
            if (data[offset + 9] == 'a'
                    && flavor() == Flavor.MARC21
                    && hasNoEscape(bytes, from, to)
                    && TextCodec.UTF_8.firstUndecodable(bytes, from, to) < 0) {
                return TextCodec.UTF_8.decode(bytes, from, to);
            }
        }
        return encodingAt(bytes, from).codec().decode(bytes, from, to);
    }

    /** With an escape it may be MARC-8, whatever the leader says. */
    private static boolean hasNoEscape(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == Ascii.ESCAPE) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes mean the same in a field of this record and of another one. */
    boolean readsLike(MarcRecord other, byte[] bytes, int from, int to) {
        return sameLayout(other) && sameText(other, bytes, from, to);
    }

    boolean sameLayout(MarcRecord other) {
        return this == other || layout() == other.layout();
    }

    boolean sameText(MarcRecord other, byte[] bytes, int from, int to) {
        return this == other
                || extendsAscii() && other.extendsAscii() && Ascii.isPlain(bytes, from, to)
                || encodingAt(bytes, from) == other.encodingAt(bytes, from);
    }

    /** Whether plain ASCII is read as what it is. Evidence never leads to an encoding in which it is not. */
    private boolean extendsAscii() {
        return toldEncoding == null || toldEncoding.codec().extendsAscii();
    }

    /** A record without fields that reads bytes as this one does, but in a given encoding. */
    MarcRecord fieldless(Encoding other) {
        MarcRecord record =
                new MarcRecord(data, offset, Leader.LENGTH, NO_FIELDS, false, false, "", -1, other, flavor());
        record.layout = layout();
        return record;
    }

    /** The record that came out of editing this one: other bytes, the same origin. */
    MarcRecord successor(
            byte[] bytes, int[] fields, boolean plain, @Nullable Encoding told, @Nullable Flavor toldOfIt) {
        MarcRecord record =
                new MarcRecord(bytes, 0, bytes.length, fields, false, plain, source, sourceOffset, told, toldOfIt);
        record.number = number;
        return record;
    }

    Field view(int i) {
        return Field.view(this, index[i], data, index[i + 1], index[i + 1] + index[i + 2]);
    }

    private int layout() {
        int known = layout;
        if (known == 0) {
            known = data[offset + 10] == '2' && data[offset + 11] == '2' ? USUAL_LAYOUT : RecordEvidence.layout(this);
            layout = known;
        }
        return known;
    }

    /** The first place in the index, at or after a given one, with a tag that fits; the index's length if none. */
    private int next(long pattern, int from) {
        int mask = (int) (pattern >>> 32);
        int value = (int) pattern;
        int i = from;
        while (i < index.length && (index[i] & mask) != value) {
            i += 3;
        }
        return i;
    }

    /** The delimiter of the first subfield with a code in the field at a place in the index; the field's end if none. */
    private int findSubfield(int i, char code) {
        int from = index[i + 1];
        int to = from + index[i + 2];
        return Tags.isControl(index[i]) ? to : FieldBytes.find(this, data, from, to, code);
    }
}
