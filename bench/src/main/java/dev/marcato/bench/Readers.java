// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marc4j.MarcPermissiveStreamReader;
import org.marc4j.MarcStreamReader;
import org.marc4j.marc.Record;

/** One pass over a file by each reader and task: what is measured, and what it must come to. */
final class Readers {
    private Readers() {}

    /**
     * What a pass came to.
     *
     * @param records how many records were delivered
     * @param characters how many characters their text has
     */
    record Pass(long records, long characters) {}

    static Pass readBytes(Path file) throws IOException {
        byte[] block = new byte[256 << 10];
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                bytes += count;
            }
        }
        return new Pass(0, bytes);
    }

    static Pass iterate(Path file) throws IOException {
        long records = 0;
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                records += record.size() >= 0 ? 1 : 0;
            }
        }
        return new Pass(records, 0);
    }

    static Pass title(Path file) throws IOException {
        long records = 0;
        long characters = 0;
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                records++;
                characters += record.firstValue("245", 'a').map(String::length).orElse(0);
            }
        }
        return new Pass(records, characters);
    }

    static Pass text(Path file) throws IOException {
        long records = 0;
        long characters = 0;
        try (MarcReader reader = MarcReader.open(file)) {
            for (MarcRecord record : reader) {
                records++;
                for (Field field : record) {
                    if (field instanceof ControlField control) {
                        characters += control.value().length();
                    } else {
                        for (Subfield subfield : (DataField) field) {
                            characters += subfield.value().length();
                        }
                    }
                }
            }
        }
        return new Pass(records, characters);
    }

    static Pass marc4jTitle(Path file, boolean permissive) throws IOException {
        long records = 0;
        long characters = 0;
        try (InputStream in = stream(file)) {
            org.marc4j.MarcReader reader = marc4j(in, permissive);
            while (reader.hasNext()) {
                records++;
                var field = (org.marc4j.marc.DataField) reader.next().getVariableField("245");
                var title = field == null ? null : field.getSubfield('a');
                characters += title == null ? 0 : title.getData().length();
            }
        }
        return new Pass(records, characters);
    }

    static Pass marc4jText(Path file, boolean permissive) throws IOException {
        long records = 0;
        long characters = 0;
        try (InputStream in = stream(file)) {
            org.marc4j.MarcReader reader = marc4j(in, permissive);
            while (reader.hasNext()) {
                records++;
                Record record = reader.next();
                for (var field : record.getControlFields()) {
                    characters += field.getData().length();
                }
                for (var field : record.getDataFields()) {
                    for (var subfield : field.getSubfields()) {
                        characters += subfield.getData().length();
                    }
                }
            }
        }
        return new Pass(records, characters);
    }

    private static InputStream stream(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 256 << 10);
    }

    private static org.marc4j.MarcReader marc4j(InputStream in, boolean permissive) {
        return permissive ? new MarcPermissiveStreamReader(in, true, true) : new MarcStreamReader(in);
    }
}
