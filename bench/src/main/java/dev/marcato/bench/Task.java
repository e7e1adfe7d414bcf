// SPDX-License-Identifier: Apache-2.0
package dev.marcato.bench;

import dev.marcato.MarcRecord;
import dev.marcato.bench.Readers.Pass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.marc4j.marc.Record;

/** What is measured: a reader, what it does with the records, and the file. */
public enum Task {
    READ_BYTES("read the bytes", BenchData.LARGE, Readers::readBytes),
    ITERATE("find and check", BenchData.LARGE, file -> Readers.read(file, Readers::size)),
    TITLE("first 245$a", BenchData.LARGE, file -> Readers.read(file, Task::title)),
    TEXT("every subfield to a String", BenchData.LARGE, file -> Readers.read(file, Readers::text)),
    LEADERS_DAMAGED("every 10th leader damaged", BenchData.LEADERS_DAMAGED, file -> Readers.read(file, Readers::size)),
    FIELDS_DAMAGED(
            "every 10th record's fields damaged", BenchData.FIELDS_DAMAGED, file -> Readers.read(file, Readers::size)),
    ALL_DAMAGED(
            "every 10th record, all faults in turn", BenchData.ALL_DAMAGED, file -> Readers.read(file, Readers::size)),
    STRICT_TITLE("marc4j strict, first 245$a", BenchData.SMALL, file -> Readers.marc4j(file, false, Task::title)),
    STRICT_TEXT("marc4j strict, every subfield", BenchData.SMALL, file -> Readers.marc4j(file, false, Readers::text)),
    PERMISSIVE_TITLE(
            "marc4j permissive, first 245$a", BenchData.SMALL, file -> Readers.marc4j(file, true, Task::title)),
    PERMISSIVE_TEXT(
            "marc4j permissive, every subfield", BenchData.SMALL, file -> Readers.marc4j(file, true, Readers::text));

    interface Body {
        Pass run(Path file) throws IOException;
    }

    private final String title;
    private final String file;
    private final Body body;

    Task(String title, String file, Body body) {
        this.title = title;
        this.file = file;
        this.body = body;
    }

    private static long title(MarcRecord record) {
        return Readers.title(record).length();
    }

    private static long title(Record record) {
        return Readers.title(record).length();
    }

    String title() {
        return title;
    }

    String file() {
        return file;
    }

    Pass run(Path path) throws IOException {
        return body.run(path);
    }

    /** The task that must give the same text from as many records, or this one. */
    private Task oracle() {
        return switch (this) {
            case TITLE -> STRICT_TITLE;
            case TEXT -> STRICT_TEXT;
            case PERMISSIVE_TITLE -> STRICT_TITLE;
            case PERMISSIVE_TEXT -> STRICT_TEXT;
            default -> this;
        };
    }

    /**
     * Checks what a pass came to.
     *
     * @throws IllegalStateException when it is not what the file holds
     */
    void check(Pass pass, long records) throws IOException {
        if (this == READ_BYTES) {
            require(pass.sum() == Files.size(BenchData.file(file)), pass, "all bytes");
            return;
        }
        // Where records were damaged, some are cut off and some stand in rejects; the account is for tests.
        long lost = file.endsWith("damaged.mrc") ? records / 20 : 0;
        require(pass.records() >= records - lost && pass.records() <= records + lost, pass, records + " records");
        if (oracle() != this) {
            Pass expected = oracle().run(BenchData.file(BenchData.SMALL));
            // Both files repeat the same records.
            boolean same = pass.sum() * expected.records() == expected.sum() * pass.records();
            require(same, pass, "the text that " + oracle().title() + " gives: " + expected);
        }
    }

    private void require(boolean holds, Pass pass, String expected) {
        if (!holds) {
            throw new IllegalStateException(title + " gave " + pass + ", expected " + expected);
        }
    }
}
