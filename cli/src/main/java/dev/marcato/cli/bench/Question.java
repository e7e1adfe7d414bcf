// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.DataField;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;

/** What every record is asked. */
enum Question {
    /** Nothing: it was found and checked. */
    CHECK("checked") {
        @Override
        long ask(MarcRecord record) {
            return record.size();
        }
    },
    /** The first {@code 245$a}. */
    TITLE("first 245$a") {
        @Override
        long ask(MarcRecord record) {
            return record.firstValue("245", 'a').orElse("").hashCode();
        }
    },
    /** Every subfield of every data field, as a {@code String}. */
    TEXT("every subfield") {
        @Override
        long ask(MarcRecord record) {
            long sum = 0;
            for (DataField field : record.dataFields("...")) {
                for (Subfield subfield : field) {
                    String value = subfield.value();
                    // A hash would cost as much as the decoding.
                    sum += 31L * value.length() + (value.isEmpty() ? 0 : value.charAt(value.length() - 1));
                }
            }
            return sum;
        }
    };

    private final String words;

    Question(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    abstract long ask(MarcRecord record);
}
