// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The extended header of pax: lines of a length, a key and a value. */
final class PaxRecords {
    private PaxRecords() {}

    static void read(byte[] bytes, Map<String, String> records) {
        int at = 0;
        while (at < bytes.length) {
            int blank = at;
            int length = 0;
            while (blank < bytes.length && bytes[blank] >= '0' && bytes[blank] <= '9' && length < bytes.length) {
                length = 10 * length + bytes[blank++] - '0';
            }
            int end = at + length;
            if (blank >= bytes.length || bytes[blank] != ' ' || end > bytes.length || end <= blank + 1) {
                return;
            }
            String record = new String(bytes, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
            int equals = record.indexOf('=');
            if (equals > 0) {
                records.put(record.substring(0, equals), record.substring(equals + 1));
            }
            at = end;
        }
    }

    static long size(Map<String, String> records, long otherwise) {
        String size = records.get("size");
        try {
            return size == null ? otherwise : Long.parseLong(size);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
