// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.MarcRecord;

/** Counts records and adds up their answers; for one thread, then added to those of others. */
final class Sum {
    private final Question question;
    private long records;
    private long sum;

    Sum(Question question) {
        this.question = question;
    }

    void add(MarcRecord record) {
        records++;
        sum += question.ask(record);
    }

    void add(Sum other) {
        records += other.records;
        sum += other.sum;
    }

    Answer answer() {
        return new Answer(records, sum);
    }
}
