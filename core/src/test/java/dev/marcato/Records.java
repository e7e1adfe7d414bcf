// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.marcato.internal.RecordAccess;
import dev.marcato.testkit.TestField;
import dev.marcato.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Records for tests, indexed without the reader: what is tested here must not depend on it. */
final class Records {
    static final String UTF_8_LEADER = "00000nam a2200000   4500";
    static final String MARC_8_LEADER = "00000nam  2200000   4500";

    private Records() {}

    /** A clean record of fields given as {@code 245 10$aTitle}, in UTF-8, with {@code $} for the delimiter. */
    static MarcRecord of(String leader, String... fields) {
        List<TestField> list = new ArrayList<>();
        for (String field : fields) {
            list.add(TestField.of(field.substring(0, 3), field.substring(4).replace('$', '\u001F')));
        }
        return parse(TestRecord.of(leader, list).toIso2709());
    }

    /** As {@link #of}, with one byte for each character. */
    static MarcRecord ofBytes(String leader, String... fields) {
        List<TestField> list = new ArrayList<>();
        for (String field : fields) {
            String content = field.substring(4).replace('$', '\u001F');
            list.add(TestField.of(field.substring(0, 3), content.getBytes(ISO_8859_1)));
        }
        return parse(TestRecord.of(leader, list).toIso2709());
    }

    static MarcRecord parse(byte[] iso2709) {
        return parse(iso2709, 0, null);
    }

    /** The clean record that begins at an offset. */
    static MarcRecord parse(byte[] file, int offset, Encoding told) {
        int length = number(file, offset, 5);
        int base = number(file, offset + 12, 5);
        int[] index = new int[(base - 25) / 12 * 3];
        for (int i = 0; i < index.length; i += 3) {
            int entry = offset + 24 + 4 * i;
            index[i] = (file[entry] & 0xFF) << 16 | (file[entry + 1] & 0xFF) << 8 | file[entry + 2] & 0xFF;
            index[i + 1] = offset + base + number(file, entry + 7, 5);
            index[i + 2] = number(file, entry + 3, 4) - 1;
        }
        boolean ascii = true;
        for (int i = offset; i < offset + length; i++) {
            ascii &= file[i] >= 0;
        }
        return RecordAccess.get().create(file, offset, length, index, true, ascii, "test.mrc", offset, told, null);
    }

    /** All records of a file that holds nothing but clean ones, and line feeds. */
    static List<MarcRecord> all(byte[] file) {
        List<MarcRecord> records = new ArrayList<>();
        int at = 0;
        while (at < file.length) {
            if (file[at] == '\n') {
                at++;
            } else {
                MarcRecord record = parse(file, at, null);
                RecordAccess.get().number(record, records.size() + 1L);
                records.add(record);
                at += number(file, at, 5);
            }
        }
        return records;
    }

    static List<MarcRecord> all(Path file) throws IOException {
        return all(Files.readAllBytes(file));
    }

    private static int number(byte[] bytes, int at, int digits) {
        return Integer.parseInt(new String(bytes, at, digits, ISO_8859_1));
    }
}
