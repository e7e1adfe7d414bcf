// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/** Makes records larger, up to and over what ISO 2709 can say. */
final class Growth {
    private static final int HEAD = 4;
    private static final int MIN_FIELD = 30;

    private Growth() {}

    /** @param bytes of the added field, field terminator included */
    static TestRecord withLongField(TestRecord record, String tag, int bytes, Dice dice) {
        List<TestField> fields = new ArrayList<>(record.fields());
        fields.add(place(fields, tag), longField(tag, bytes, dice));
        return record.withFields(fields);
    }

    /** Adds fields of up to 3,000 bytes in mid-record until the record takes {@code bytes} in ISO 2709, or 50 more. */
    static TestRecord toSize(TestRecord record, String tag, int bytes, Dice dice) {
        List<TestField> fields = new ArrayList<>(record.fields());
        int place = place(fields, tag);
        int size = size(fields);
        while (size < bytes) {
            int missing = bytes - size - CleanIso2709.ENTRY_SIZE;
            TestField added = longField(tag, Math.max(MIN_FIELD, Math.min(missing, dice.between(300, 3000))), dice);
            fields.add(place, added);
            size += added.length() + 1 + CleanIso2709.ENTRY_SIZE;
        }
        return record.withFields(fields);
    }

    /** Bytes that the fields take in ISO 2709 with leader, directory and terminators. */
    static int size(List<TestField> fields) {
        int size = CleanIso2709.LEADER_SIZE + 2;
        for (TestField field : fields) {
            size += field.length() + 1 + CleanIso2709.ENTRY_SIZE;
        }
        return size;
    }

    private static TestField longField(String tag, int bytes, Dice dice) {
        String text = new Wording(dice, Script.LATIN, false).text(bytes - 1 - HEAD);
        return TestField.of(tag, ("0 \u001Fa" + text).getBytes(US_ASCII));
    }

    /** Before the first field with a higher tag, and never last: what follows has a start that grows. */
    private static int place(List<TestField> fields, String tag) {
        int place = 0;
        while (place < fields.size() - 1 && fields.get(place).tag().compareTo(tag) <= 0) {
            place++;
        }
        return place;
    }
}
