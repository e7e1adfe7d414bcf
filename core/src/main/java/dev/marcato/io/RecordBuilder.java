// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.Encoding;
import dev.marcato.Flavor;
import dev.marcato.MarcRecord;
import dev.marcato.internal.RecordAccess;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the records that a format reads: a leader, and fields one after another, each as it stands in ISO 2709,
 * indicators and delimiters included, in UTF-8. Used for record after record. For one thread.
 *
 * <p>Nothing is checked but the leader's length: what no record can hold (a delimiter in a value, 0x1D or 0x1E in a field) the
 * format has to see to.
 */
public final class RecordBuilder {
    private static final RecordAccess RECORDS = RecordAccess.get();
    private static final int LEADER = 24;
    private static final byte FIELD_TERMINATOR = 0x1E;

    private final ByteOutput bytes = new ByteOutput(4 << 10);
    private int[] index = new int[3 * 64];
    private int fields;

    /** Has no leader and no fields yet. */
    public RecordBuilder() {
        begin();
    }

    /** Begins a new record, with a leader of blanks. */
    public void begin() {
        bytes.clear();
        int to = bytes.claim(LEADER) + LEADER;
        Arrays.fill(bytes.array(), 0, LEADER, (byte) ' ');
        bytes.claimed(to);
        fields = 0;
    }

    /** Sets the leader: exactly 24 bytes, of ASCII. May be called at any time. */
    public void leader(byte[] from, int at) {
        System.arraycopy(from, at, bytes.array(), 0, LEADER);
    }

    /** Number of fields until now. */
    public int size() {
        return fields;
    }

    /**
     * Begins a field; what is added to the output until {@link #endField()} is its content.
     *
     * @param tag the tag's three bytes, the first one highest
     */
    public ByteOutput beginField(int tag) {
        if (3 * fields == index.length) {
            index = Arrays.copyOf(index, 2 * index.length);
        }
        index[3 * fields] = tag;
        index[3 * fields + 1] = bytes.size();
        return bytes;
    }

    /** Makes room for so many bytes of fields and their terminators, and gives the output of {@link #beginField}. */
    public ByteOutput room(int most) {
        bytes.claim(most);
        return bytes;
    }

    /** Ends the field that was begun last. */
    public void endField() {
        index[3 * fields + 2] = bytes.size() - index[3 * fields + 1];
        bytes.write(FIELD_TERMINATOR);
        fields++;
    }

    /** Takes back the field that was begun last, and is not ended. */
    public void dropField() {
        bytes.truncate(index[3 * fields + 1]);
    }

    /**
     * Makes the record, in an array of its own; its text is UTF-8.
     *
     * @param source name of the source
     * @param offset where in the uncompressed source the record begins, in bytes
     * @param flavor the flavor that the caller insists on, or null
     */
    public MarcRecord build(String source, long offset, @Nullable Flavor flavor) {
        return build(source, offset, flavor, Encoding.UTF_8);
    }

    /**
     * Makes the record, in an array of its own.
     *
     * @param source name of the source
     * @param offset where in the uncompressed source the record begins, in bytes
     * @param flavor the flavor that the caller insists on, or null
     * @param encoding what the bytes of its text are; null where only evidence can tell
     */
    public MarcRecord build(String source, long offset, @Nullable Flavor flavor, @Nullable Encoding encoding) {
        byte[] data = bytes.toByteArray();
        boolean ascii = Utf8.firstHigh(data, 0, data.length) == data.length;
        return RECORDS.create(
                data, 0, data.length, Arrays.copyOf(index, 3 * fields), false, ascii, source, offset, encoding, flavor);
    }
}
