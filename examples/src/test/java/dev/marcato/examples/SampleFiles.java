// SPDX-License-Identifier: Apache-2.0
package dev.marcato.examples;

import dev.marcato.testkit.Corrupter;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.util.Arrays;
import java.util.List;

/**
 * What stands in {@code catalogue.mrc} and {@code vendor.mrc}: invented records, the same bytes on every JDK. Change
 * them here, then run the tests of this module with {@code -Dmarcato.update-docs=true}.
 */
final class SampleFiles {
    private static final long SEED = 1897;
    private static final int RECORDS = 20;
    private static final int CUT_OFF = 400;
    private static final List<Fault> FAULTS = List.of(
            Fault.LENGTH_TOO_LONG_BY_TWO,
            Fault.LENGTHS_IN_CHARACTERS,
            Fault.RECORD_END_LOST,
            Fault.ENTRY_LOST_BYTE,
            Fault.ENTRY_MISSING);

    private SampleFiles() {}

    /** Twenty clean records. */
    static byte[] catalogue() {
        return TestRecord.toFile(records());
    }

    /** The same records, five of them damaged each in its own way; the download broke off in the last one. */
    static byte[] vendor() {
        byte[] damaged = Corrupter.seeded(SEED).everyNth(records(), 4, FAULTS).bytes();
        return Arrays.copyOf(damaged, damaged.length - CUT_OFF);
    }

    private static List<TestRecord> records() {
        return RecordGenerator.seeded(SEED).manyScripts().records(RECORDS);
    }
}
