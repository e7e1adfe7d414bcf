// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Encoder and strict decoder for ISO 2709: the oracle against which the real reader and writer are tested. Plain on
 * purpose, and it gives up at the first oddity.
 */
final class CleanIso2709 {
    static final byte RECORD_TERMINATOR = 0x1D;
    static final byte FIELD_TERMINATOR = 0x1E;
    static final byte SUBFIELD_DELIMITER = 0x1F;
    static final int LEADER_SIZE = 24;
    static final int ENTRY_SIZE = 12;

    private CleanIso2709() {}

    static byte[] encode(TestRecord record) {
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (TestField field : record.fields()) {
            int length = field.length() + 1;
            directory.writeBytes(field.tagBytes());
            directory.writeBytes(digits(length, 4, "a field's length"));
            directory.writeBytes(digits(data.size(), 5, "a field's start"));
            data.writeBytes(field.content());
            data.write(FIELD_TERMINATOR);
        }
        int base = LEADER_SIZE + directory.size() + 1;
        byte[] leader = record.leaderBytes();
        System.arraycopy(digits(base + data.size() + 1, 5, "the record length"), 0, leader, 0, 5);
        System.arraycopy(digits(base, 5, "the base address of data"), 0, leader, 12, 5);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(leader);
        out.writeBytes(directory.toByteArray());
        out.write(FIELD_TERMINATOR);
        out.writeBytes(data.toByteArray());
        out.write(RECORD_TERMINATOR);
        return out.toByteArray();
    }

    static List<TestRecord> decode(byte[] file) {
        List<TestRecord> records = new ArrayList<>();
        int at = 0;
        while (at < file.length) {
            int length = recordLength(file, at);
            records.add(new CleanRecord(file, at, length).decode());
            at += length;
        }
        return records;
    }

    private static int recordLength(byte[] file, int at) {
        if (file.length - at < LEADER_SIZE + 2) {
            throw new NotCleanException(at, "fewer bytes left than a record has");
        }
        int length = number(file, at, 5);
        if (length < LEADER_SIZE + 2 || length > file.length - at) {
            throw new NotCleanException(at, "record length does not fit");
        }
        return length;
    }

    /** Reads so many digits; -1 where anything but a digit stands. */
    static int number(byte[] bytes, int at, int size) {
        int value = 0;
        for (int i = at; i < at + size; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    private static byte[] digits(int value, int size, String what) {
        String text = String.valueOf(value);
        if (text.length() > size) {
            throw new IllegalStateException(what + " does not fit into " + size + " digits: " + value);
        }
        return ("0".repeat(size - text.length()) + text).getBytes(ISO_8859_1);
    }

    /** One record in a file; offsets are those of the file. */
    private static final class CleanRecord {
        private final byte[] file;
        private final int start;
        private final int end;
        private final int base;

        CleanRecord(byte[] file, int start, int length) {
            this.file = file;
            this.start = start;
            this.end = start + length;
            this.base = start + number(file, start + 12, 5);
        }

        TestRecord decode() {
            checkFrame();
            String leader = new String(file, start, LEADER_SIZE, ISO_8859_1);
            List<Slot> slots = slots();
            checkTiling(slots);
            List<TestField> fields = new ArrayList<>();
            for (Slot slot : slots) {
                byte[] content = Arrays.copyOfRange(file, slot.start(), slot.end() - 1);
                fields.add(TestField.of(slot.tag(), content));
            }
            return TestRecord.of(leader, fields);
        }

        private void checkFrame() {
            require(file[end - 1] == RECORD_TERMINATOR, "record does not end in 0x1D");
            for (int i = start; i < end - 1; i++) {
                require(file[i] != RECORD_TERMINATOR, "0x1D inside the record");
            }
            for (int i = start; i < start + LEADER_SIZE; i++) {
                require(file[i] >= ' ' && file[i] < 0x7F, "leader holds a byte that is not printable ASCII");
                require("^#\\".indexOf(file[i]) < 0, "leader holds a sign for a blank");
            }
            require(base > start + LEADER_SIZE && base < end, "base address of data does not fit");
            require((base - 1 - start - LEADER_SIZE) % ENTRY_SIZE == 0, "directory is no multiple of 12");
            require(file[base - 1] == FIELD_TERMINATOR, "directory does not end in 0x1E");
        }

        private List<Slot> slots() {
            List<Slot> slots = new ArrayList<>();
            for (int at = start + LEADER_SIZE; at < base - 1; at += ENTRY_SIZE) {
                int length = number(file, at + 3, 4);
                int from = number(file, at + 7, 5);
                require(length > 0 && from >= 0, "directory entry without a length or a start");
                slots.add(new Slot(new String(file, at, 3, ISO_8859_1), base + from, base + from + length));
            }
            return slots;
        }

        private void checkTiling(List<Slot> slots) {
            int at = base;
            for (Slot slot :
                    slots.stream().sorted(Comparator.comparingInt(Slot::start)).toList()) {
                require(slot.start() == at, "directory entries leave a gap or overlap");
                require(slot.end() < end, "directory entry points outside");
                require(file[slot.end() - 1] == FIELD_TERMINATOR, "field does not end in 0x1E");
                at = slot.end();
            }
            require(at == end - 1, "data that no directory entry points to");
        }

        private void require(boolean good, String what) {
            if (!good) {
                throw new NotCleanException(start, what);
            }
        }
    }

    private record Slot(String tag, int start, int end) {}
}
