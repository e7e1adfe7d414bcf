// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.marcato.Reading;
import dev.marcato.internal.iso2709.RecordOracle.RoundTrip;
import dev.marcato.testkit.Fault;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.RecordKind;
import dev.marcato.testkit.TestRecord;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/** A file of generated records after a series of edits: separators and digits put in, stretches doubled, moved, cut out. */
class DamageFuzzTest {
    private static final byte[] SIGNIFICANT = {0x1D, 0x1E, 0x1F, '0', '9', ' ', '\n', (byte) 0xC3, 0};
    private static final int MOST_EDITS = 12;
    private static final int LONGEST_STRETCH = 600;
    private static final int LARGEST = 300_000;

    @FuzzTest
    void editedRecords(FuzzedDataProvider data) {
        byte[] file = records(data);
        int edits = data.consumeInt(0, MOST_EDITS);
        for (int i = 0; i < edits; i++) {
            file = edited(file, data);
        }
        if (data.consumeInt(0, 300) == 300) {
            file = grown(file);
        }
        ReadingOracle.Found found = ReadingOracle.everyWay(file, data.consumeInt());
        assertThat(found.broken()).as("what does not hold").isEmpty();
        Reading reading = found.whole();
        reading.records().stream().limit(10).forEach(RecordOracle::lookAt);
        RoundTrip trip = RecordOracle.roundTrip(reading.records());
        assertThat(trip.back().records()).as("read back").isEqualTo(trip.written());
        assertThat(trip.damage()).as("damage in what was written").isZero();
        reading.records().forEach(RecordOracle::overflow);
    }

    private static byte[] records(FuzzedDataProvider data) {
        RecordGenerator generator =
                RecordGenerator.seeded(data.consumeByte()).kind(data.pickValue(RecordKind.values()));
        List<TestRecord> records =
                (data.consumeBoolean() ? generator.manyScripts() : generator).records(data.consumeInt(1, 3));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (TestRecord record : records) {
            TestRecord small = shortened(record, data.consumeInt(3, 10));
            int fault = data.consumeInt(-2, Fault.values().length - 1);
            boolean usual = fault < 0 || Fault.values()[fault].group() == Fault.Group.OVERSIZE;
            out.writeBytes(
                    usual
                            ? small.toIso2709()
                            : Fault.values()[fault]
                                    .damage(small, data.consumeByte())
                                    .bytes());
        }
        return out.toByteArray();
    }

    /** A record of fewer fields, since the smaller the file the quicker the search. A fault needs an 001 and two others. */
    private static TestRecord shortened(TestRecord record, int fields) {
        TestRecord shorter = record;
        while (shorter.fields().size() > fields && shorter.dataFields().size() > 3) {
            shorter = shorter.without(shorter.fields().size() - 1);
        }
        return shorter;
    }

    private static byte[] edited(byte[] file, FuzzedDataProvider data) {
        int at = data.consumeInt(0, file.length);
        int to = Math.min(file.length, at + data.consumeInt(0, LONGEST_STRETCH));
        byte value =
                data.consumeBoolean() ? SIGNIFICANT[data.consumeInt(0, SIGNIFICANT.length - 1)] : data.consumeByte();
        return switch (data.consumeInt(0, 6)) {
            case 0 -> joined(file, 0, at, new byte[] {value}, at);
            case 1 -> joined(file, 0, at, new byte[0], Math.min(file.length, at + 1));
            case 2 -> joined(file, 0, at, new byte[] {value}, Math.min(file.length, at + 1));
            case 3 -> joined(file, 0, at, new byte[0], to);
            case 4 -> joined(file, 0, to, Arrays.copyOfRange(file, at, to), to);
            case 5 -> Arrays.copyOf(file, at);
            default -> moved(file, at, to, data.consumeInt(0, file.length));
        };
    }

    private static byte[] moved(byte[] file, int from, int to, int target) {
        byte[] stretch = Arrays.copyOfRange(file, from, to);
        byte[] rest = joined(file, 0, from, new byte[0], to);
        int at = Math.min(target, rest.length);
        return joined(rest, 0, at, stretch, at);
    }

    /** The first bytes up to one place, some others, and all from another place on. */
    private static byte[] joined(byte[] file, int from, int to, byte[] between, int on) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, from, to - from);
        out.writeBytes(between);
        out.write(file, on, file.length - on);
        return out.toByteArray();
    }

    /** Long enough to go beyond the smallest window that salvage can be given. */
    private static byte[] grown(byte[] file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (file.length > 0 && out.size() < LARGEST) {
            out.writeBytes(file);
        }
        return out.toByteArray();
    }
}
