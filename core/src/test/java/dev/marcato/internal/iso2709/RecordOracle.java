// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.ByteSlice;
import dev.marcato.ControlField;
import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.Leader;
import dev.marcato.LeaderPosition;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.OversizePolicy;
import dev.marcato.Reading;
import dev.marcato.Subfield;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must hold for any record that was read: it can be looked at from every side, and what is written is read back
 * equal.
 */
final class RecordOracle {
    /** Each of them is looked for in the whole field, and damage makes fields of thousands. */
    private static final int SUBFIELDS_LOOKED_FOR = 20;

    private RecordOracle() {}

    /**
     * Records that were written and read again.
     *
     * @param written those that fit
     */
    record RoundTrip(List<MarcRecord> written, Reading back) {
        /** How many of those read back were repaired, and how many bytes were rejected. */
        long damage() {
            return back.summary().repaired() + back.summary().rejectedBytes();
        }
    }

    /** Writes the records that fit, and reads them again. */
    static RoundTrip roundTrip(List<MarcRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<MarcRecord> written = new ArrayList<>();
        try (MarcWriter writer = MarcWriter.builder()
                .oversize(OversizePolicy.SKIP)
                .listener(skipped -> {})
                .open(out)) {
            for (MarcRecord record : records) {
                long before = writer.records();
                writer.write(record);
                if (writer.records() > before) {
                    written.add(record);
                }
            }
        } catch (IOException e) {
            throw new AssertionError("memory cannot fail to be written", e);
        }
        return new RoundTrip(written, Reading.of(out.toByteArray()));
    }

    /** Writes a record alone with lengths that may overflow, and reads it again: it need not be clean. */
    static void overflow(MarcRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarcWriter writer =
                MarcWriter.builder().oversize(OversizePolicy.OVERFLOW).open(out)) {
            writer.write(record);
        } catch (IOException e) {
            throw new AssertionError("memory cannot fail to be written", e);
        }
        Reading back = Reading.of(out.toByteArray());
        assertThat(back.records()).as("read back").containsExactly(record);
        assertThat(back.summary().rejectedBytes()).isZero();
        record.originalBytes()
                .map(ByteSlice::toByteArray)
                .ifPresent(bytes -> assertThat(out.toByteArray()).isEqualTo(bytes));
    }

    /** Asks a record for everything that it can tell; nothing of this may throw. */
    static void lookAt(MarcRecord record) {
        assertThat(record.toString()).startsWith("LDR ");
        assertThat(record.copy()).isEqualTo(record).hasSameHashCodeAs(record);
        assertThat(record.edit().build()).isEqualTo(record).hasSameHashCodeAs(record);
        assertThat(record.fields()).hasSize(record.size());
        assertThat(record.dataFields("...").size() + record.controlFields("...").size())
                .isEqualTo(record.size());
        assertThat(record.location().toString()).isNotNull();
        assertThat(record.encoding()).isNotNull();
        assertThat(record.flavor()).isNotNull();
        leader(record.leader());
        fields(record);
    }

    private static void fields(MarcRecord record) {
        Field last = null;
        for (Field field : record) {
            if (field instanceof DataField data) {
                dataField(data);
                if (record.indicatorCount() == 2 && record.subfieldCodeCount() == 2) {
                    assertThat(data.with('a', "x").values('a')).endsWith("x");
                    assertThat(data.withIndicators('1', ' ').indicator1()).isEqualTo('1');
                }
            } else {
                assertThat(((ControlField) field).value()).isNotNull();
            }
            assertThat(field.toString()).isNotEmpty();
            last = field;
        }
        if (last != null) {
            assertThat(record.fields()).contains(last);
            assertThat(record.edit().add(last).build().size()).isEqualTo(record.size() + 1);
        }
    }

    private static void leader(Leader leader) {
        assertThat(leader.toString()).hasSizeGreaterThanOrEqualTo(Leader.LENGTH);
        assertThat(leader.kind()).isNotNull();
        for (LeaderPosition position : LeaderPosition.values()) {
            leader.get(position);
        }
    }

    private static void dataField(DataField field) {
        int bytes = field.leadingBytes().length();
        int count = 0;
        for (Subfield subfield : field) {
            bytes += subfield.bytes().length();
            if (++count <= SUBFIELDS_LOOKED_FOR) {
                byCode(field, subfield.code());
            }
            assertThat(subfield.value()).isNotNull();
            assertThat(subfield.toString()).isNotNull();
        }
        assertThat(bytes)
                .isBetween(
                        Math.max(0, field.bytes().length() - 9), field.bytes().length());
        assertThat(field.indicator1()).isNotNull();
        assertThat(field.indicator2()).isNotNull();
    }

    private static void byCode(DataField field, char code) {
        assertThat(field.first(code)).isPresent();
        assertThat(field.values(code)).hasSameSizeAs(field.all(code)).isNotEmpty();
        assertThat(field.without(code).has(code)).isFalse();
    }
}
