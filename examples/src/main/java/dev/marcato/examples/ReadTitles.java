// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import java.io.IOException;
import java.nio.file.Path;

/** What is in a file? Control number and title of each record, then the account. Damage is repaired by default. */
public final class ReadTitles {
    private ReadTitles() {}

    public static void main(String[] args) throws IOException {
        try (MarcReader reader = MarcReader.open(Path.of(args[0]))) {
            for (MarcRecord record : reader) {
                System.out.println(record.controlNumber().orElse("-") + "  "
                        + record.firstValue("245", 'a').orElse(""));
            }
            System.out.println(reader.summary());
        }
    }
}
