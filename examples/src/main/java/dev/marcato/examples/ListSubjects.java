// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import java.io.IOException;
import java.nio.file.Path;

/** How do I get at fields, indicators and subfields? By tag, by a pattern of the tag, and one after another. */
public final class ListSubjects {
    private ListSubjects() {}

    public static void main(String[] args) throws IOException {
        try (MarcReader reader = MarcReader.open(Path.of(args[0]))) {
            for (MarcRecord record : reader) {
                System.out.println(record.controlNumber().orElse("-") + ": " + controlFields(record)
                        + " control fields, leader/06 is " + record.leader().at(6));
                for (DataField subject : record.dataFields("6..")) {
                    if (subject.indicator2() == '7') {
                        for (Subfield part : subject) {
                            System.out.println("  " + subject.tag() + " $" + part.code() + " " + part.value());
                        }
                    }
                }
            }
        }
    }

    /** A field is one of two kinds, and the compiler knows it. */
    private static int controlFields(MarcRecord record) {
        int count = 0;
        for (Field field : record) {
            if (field instanceof ControlField) {
                count++;
            }
        }
        return count;
    }
}
