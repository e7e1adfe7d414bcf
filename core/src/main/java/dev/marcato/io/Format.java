// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.Encoding;
import dev.marcato.Flavor;
import dev.marcato.OversizePolicy;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in which records are stored as bytes. Everything that is particular to a format is behind this interface:
 * readers, policies, the account and the command line know no format by name.
 *
 * <p>Immutable and safe for all threads; what has state is the {@link RecordCutter} that it makes.
 */
public interface Format {
    /**
     * How far a cutter may read behind the bytes that it has looked through: those before are then certain to belong to
     * the stretch that it is in. So what others may still need of a stream is bounded, however long a stretch of damage is.
     */
    int MOST_READ_AHEAD = 1 << 20;

    /** The name that a user types, in lower case: {@code iso2709}. */
    String name();

    /** Endings of file names that suggest this format, without the dot, in lower case. */
    List<String> suffixes();

    /**
     * Whether these first bytes of a source look like this format.
     *
     * @param head an array that begins with the first bytes of the source
     * @param length how many bytes of it there are; fewer than 64 only where the source is shorter
     */
    boolean sniff(byte[] head, int length);

    /**
     * This format as it is to be used for one source, where what its first bytes say (an encoding, for instance) matters to all
     * of its ranges. It has the same name.
     *
     * @param head as in {@link #sniff}
     */
    default Format forSource(byte[] head, int length) {
        return this;
    }

    /**
     * Makes a cutter for a range of a source. It reads no further ahead than {@link #MOST_READ_AHEAD}.
     *
     * @param in the source's bytes from {@link #firstByteFor(FileRange)} on; the caller closes it
     */
    RecordCutter cutter(InputStream in, FileRange range, CutSettings settings);

    /** Makes a cutter for a source that is in memory; its records share the array, which must not change any more. */
    RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings);

    /** The position at which the bytes for a range must begin: a little before it, since a start is known by what stands before. */
    long firstByteFor(FileRange range);

    /**
     * Finds, in a format where it takes all that stands before to know it, where records start; each time a new scanner,
     * which stands before the first byte of a source. Null, where that is a local fact, so that each range can be read by
     * itself.
     *
     * <p>Where there is a scanner, a cutter for a range that does not begin with its source is given one that begins with
     * the start of a record.
     */
    default @Nullable StartScanner startScanner() {
        return null;
    }

    /** Whether it is text, so that a place in it has a line and a column. */
    default boolean hasLines() {
        return false;
    }

    /** Whether records can be written in this format: whether {@link #encoder} gives one. */
    default boolean isWritable() {
        return false;
    }

    /**
     * Makes what writes records in this format.
     *
     * @throws UnsupportedOperationException where this format is only read
     */
    default RecordEncoder encoder(EncodeSettings settings) {
        throw new UnsupportedOperationException(name() + " is only read");
    }

    /** Whether text in this format is Unicode, whatever a record says; then what is written is UTF-8. */
    default boolean isUnicode() {
        return true;
    }

    /**
     * What is the same when a record has been written in this format and read back, in a clause: {@code "every byte of a clean
     * record"}. Only where it {@link #isWritable()}.
     */
    default String keeps() {
        return "";
    }

    /**
     * How records are to be written.
     *
     * @param oversize what to do with a record that the format has no room for
     * @param indented whether to break lines and indent, where that is only for the eye
     * @param spreadsheet whether it is for a spreadsheet program: a byte order mark, CRLF, and nothing that it would take
     *     for a formula
     */
    record EncodeSettings(OversizePolicy oversize, boolean indented, boolean spreadsheet) {
        /** Nothing but the records; those that do not fit are refused. */
        public static final EncodeSettings DEFAULT = new EncodeSettings(OversizePolicy.ERROR, false, false);
    }

    /**
     * What the cutter of a source needs to know.
     *
     * @param sourceName how the source is called in messages
     * @param limits bounds on memory
     * @param encoding the records' encoding where the caller knows it; else it is found by evidence
     * @param flavor the records' flavor where the caller knows it; else it is found by evidence
     * @param starts knows the starts of the range, where somebody looked through it already, and stands before the first byte
     *     that is read; null where the cutter is to find them
     */
    record CutSettings(
            String sourceName,
            ReadLimits limits,
            @Nullable Encoding encoding,
            @Nullable Flavor flavor,
            @Nullable StartScanner starts) {
        /** The same without knowledge of starts. */
        public CutSettings(String sourceName, ReadLimits limits, @Nullable Encoding encoding, @Nullable Flavor flavor) {
            this(sourceName, limits, encoding, flavor, null);
        }

        /** The same for a range whose starts are known, or not. */
        public CutSettings withStarts(@Nullable StartScanner newStarts) {
            return new CutSettings(sourceName, limits, encoding, flavor, newStarts);
        }
    }
}
