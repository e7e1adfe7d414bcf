// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** How elements are called. Only local names count: files with other prefixes, other namespaces and none are read. */
enum Dialect {
    /** MARCXML and MarcXchange: {@code record}, {@code leader}, {@code controlfield}, {@code datafield}, {@code subfield}. */
    MARCXML("record"),
    /** TurboMARC: {@code r}, {@code l}, {@code c001}, {@code d245}, {@code sa}. */
    TURBOMARC("r");

    /** What an element is in a record. */
    enum Part {
        LEADER,
        CONTROL_FIELD,
        DATA_FIELD,
        SUBFIELD,
        OTHER
    }

    private static final byte[] LEADER = "leader".getBytes(US_ASCII);
    private static final byte[] CONTROL_FIELD = "controlfield".getBytes(US_ASCII);
    private static final byte[] DATA_FIELD = "datafield".getBytes(US_ASCII);
    private static final byte[] SUBFIELD = "subfield".getBytes(US_ASCII);

    /** The local name of the element that is a record. */
    final String record;

    Dialect(String record) {
        this.record = record;
    }

    /** Whether the element that begins at a {@code <} is called like a record. */
    boolean isRecord(byte[] bytes, int at, int to) {
        if (at + 1 >= to || !Names.isStart(bytes[at + 1])) {
            return false;
        }
        int end = Names.end(bytes, at + 1, to);
        int local = Names.local(bytes, at + 1, end);
        return end - local == record.length() && Scan.stands(bytes, local, end, record);
    }

    /** Where the next element begins that is called like a record, whatever stands around it; or {@code to}. */
    int nextRecord(byte[] bytes, int from, int to) {
        int at = Scan.less(bytes, from, to);
        while (at < to && !isRecord(bytes, at, to)) {
            at = Scan.less(bytes, at + 1, to);
        }
        return at;
    }

    /** What the element with this local name is. */
    Part part(byte[] bytes, int from, int to) {
        return this == MARCXML ? marcxml(bytes, from, to) : turbomarc(bytes, from, to);
    }

    private static boolean is(byte[] name, byte[] bytes, int from, int to) {
        return Arrays.equals(name, 0, name.length, bytes, from, to);
    }

    private static Part marcxml(byte[] bytes, int from, int to) {
        return switch (to - from) {
            case 6 -> is(LEADER, bytes, from, to) ? Part.LEADER : Part.OTHER;
            case 8 -> is(SUBFIELD, bytes, from, to) ? Part.SUBFIELD : Part.OTHER;
            case 9 -> is(DATA_FIELD, bytes, from, to) ? Part.DATA_FIELD : Part.OTHER;
            case 12 -> is(CONTROL_FIELD, bytes, from, to) ? Part.CONTROL_FIELD : Part.OTHER;
            default -> Part.OTHER;
        };
    }

    /** Where a tag or a code cannot be a part of a name, it is an attribute, as in MARCXML. */
    private static Part turbomarc(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return Part.OTHER;
        }
        boolean field = length == 1 || length == 4;
        return switch (bytes[from]) {
            case 'l' -> length == 1 ? Part.LEADER : Part.OTHER;
            case 'c' -> field ? Part.CONTROL_FIELD : Part.OTHER;
            case 'd' -> field ? Part.DATA_FIELD : Part.OTHER;
            case 's' -> Part.SUBFIELD;
            default -> Part.OTHER;
        };
    }
}
