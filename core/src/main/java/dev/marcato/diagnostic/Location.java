// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import dev.marcato.internal.SafeText;
import java.io.Serializable;
import java.util.Objects;

/**
 * A place in an input. Any part may be unknown. Control number and tag come from the data: they are held in a form that
 * is safe to show (blanks around it gone, control characters escaped, length bounded), so it may differ from its bytes.
 *
 * @param source name of the file or stream, "" if unknown
 * @param recordNumber 1-based number of the record in its source, 0 if none
 * @param byteOffset 0-based offset in the uncompressed source, -1 if unknown
 * @param line 1-based number of the line in the uncompressed source, 0 where the format has no lines
 * @param column 1-based position in that line, in bytes, 0 likewise
 * @param controlNumber text of field 001, "" if none
 * @param tag tag of the field, "" if none
 * @param fieldNumber 1-based number of the field within the record, in directory order, 0 if none
 */
public record Location(
        String source,
        long recordNumber,
        long byteOffset,
        long line,
        long column,
        String controlNumber,
        String tag,
        int fieldNumber)
        implements Serializable {
    /** Nothing known. */
    public static final Location UNKNOWN = new Location("", 0, -1, "", "", 0);

    private static final int MAX_CONTROL_NUMBER = 64;

    public Location {
        Objects.requireNonNull(source, "source");
        if (recordNumber < 0 || byteOffset < -1 || line < 0 || column < 0 || fieldNumber < 0) {
            throw new IllegalArgumentException("record " + recordNumber + ", byte " + byteOffset + ", line " + line
                    + ", column " + column + ", field " + fieldNumber + ": out of range");
        }
        controlNumber = SafeText.of(controlNumber.strip(), MAX_CONTROL_NUMBER);
        tag = SafeText.of(tag, MAX_CONTROL_NUMBER);
    }

    /** A place in a source without lines. */
    public Location(
            String source, long recordNumber, long byteOffset, String controlNumber, String tag, int fieldNumber) {
        this(source, recordNumber, byteOffset, 0, 0, controlNumber, tag, fieldNumber);
    }

    /** A place that is known by its offset alone. */
    public static Location at(String source, long byteOffset) {
        return new Location(source, 0, byteOffset, "", "", 0);
    }

    /** The same place, with the record's number. */
    public Location withRecordNumber(long number) {
        return new Location(source, number, byteOffset, line, column, controlNumber, tag, fieldNumber);
    }

    /** The same place in a source of another name. */
    public Location withSource(String name) {
        return new Location(name, recordNumber, byteOffset, line, column, controlNumber, tag, fieldNumber);
    }

    /** The same place, with its line and column. */
    public Location withLine(long newLine, long newColumn) {
        return new Location(source, recordNumber, byteOffset, newLine, newColumn, controlNumber, tag, fieldNumber);
    }

    /** For example {@code vendor.mrc: record 847 (001 ocm01234567), byte 1048576, 245}; unknown parts are left out. */
    @Override
    public String toString() {
        StringBuilder parts = new StringBuilder(64);
        if (recordNumber > 0) {
            parts.append("record ").append(recordNumber);
        }
        if (!controlNumber.isEmpty()) {
            parts.append(parts.isEmpty() ? "record (001 " : " (001 ")
                    .append(controlNumber)
                    .append(')');
        }
        if (line > 0) {
            parts.append(parts.isEmpty() ? "line " : ", line ").append(line);
            parts.append(column > 0 ? ", column " + column : "");
        }
        if (byteOffset >= 0) {
            parts.append(parts.isEmpty() ? "byte " : ", byte ").append(byteOffset);
        }
        if (!tag.isEmpty()) {
            parts.append(parts.isEmpty() ? "" : ", ").append(tag);
        } else if (fieldNumber > 0) {
            parts.append(parts.isEmpty() ? "field " : ", field ").append(fieldNumber);
        }
        String name = SafeText.of(source);
        return name.isEmpty() ? parts.toString() : parts.isEmpty() ? name : name + ": " + parts;
    }
}
