// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.DataField;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import java.io.IOException;
import java.nio.file.Path;

/** How do I change records? An edit gives a new record; the old one stays as it was. The name decides on gzip. */
public final class EditRecords {
    private EditRecords() {}

    public static void main(String[] args) throws IOException {
        try (MarcReader reader = MarcReader.open(Path.of(args[0]));
                MarcWriter writer = MarcWriter.create(Path.of(args[1]))) {
            for (MarcRecord record : reader) {
                MarcRecord better = record.edit()
                        .remove("9..")
                        .add(DataField.of("650", ' ', '0').with('a', "Cats").with('x', "History"))
                        .replace("245", title -> title.with('h', "[electronic resource]"))
                        .build();
                writer.write(better);
            }
        }
    }
}
