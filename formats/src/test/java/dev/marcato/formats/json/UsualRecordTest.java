// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.DataField;
import dev.marcato.Field;
import dev.marcato.MarcRecord;
import dev.marcato.Subfield;
import dev.marcato.formats.FormatReading;
import dev.marcato.formats.Mutations;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordBuilder;
import dev.marcato.testkit.Corpus;
import dev.marcato.testkit.Dice;
import dev.marcato.testkit.RecordGenerator;
import dev.marcato.testkit.TestRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in one go is what token by token would make of it, finding by finding, whatever the text is. */
class UsualRecordTest {
    private static final String SIGNIFICANT = "{}[]\",:\\/ \n\tu0a1\u0000\u001Fé";

    /** How programs spell a record. */
    private enum Spelling {
        DENSE(",", ":", true),
        SPACED(", ", ": ", true),
        DENSE_INDICATORS_LAST(",", ":", false),
        SPACED_INDICATORS_LAST(", ", ": ", false);

        private final String comma;
        private final String colon;
        private final boolean indicatorsFirst;

        Spelling(String comma, String colon, boolean indicatorsFirst) {
            this.comma = comma;
            this.colon = colon;
            this.indicatorsFirst = indicatorsFirst;
        }

        String beginning(MarcRecord record) {
            return "{\"leader\"" + colon + quoted(record.leader().toString()) + comma + "\"fields\"" + colon + "[";
        }

        String fields(MarcRecord record) {
            return record.fields().stream()
                    .map(each -> member(each.tag(), each instanceof DataField data ? object(data) : text(each)))
                    .collect(Collectors.joining(comma));
        }

        String record(MarcRecord record) {
            return beginning(record) + fields(record) + "]}\n";
        }

        private String object(DataField field) {
            List<String> subfields = new ArrayList<>();
            for (Subfield subfield : field) {
                subfields.add(member(String.valueOf(subfield.code()), quoted(subfield.value())));
            }
            String all = "\"subfields\"" + colon + "[" + String.join(comma, subfields) + "]";
            String indicators = "\"ind1\"" + colon + quoted(String.valueOf(field.indicator1())) + comma + "\"ind2\""
                    + colon + quoted(String.valueOf(field.indicator2()));
            return "{" + (indicatorsFirst ? indicators + comma + all : all + comma + indicators) + "}";
        }

        private String member(String name, String value) {
            return "{" + quoted(name) + colon + value + "}";
        }

        private static String text(Field field) {
            return quoted(field.bytes().toString());
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/") + '"';
        }
    }

    private record Seen(
            Piece.Kind kind,
            long offset,
            int length,
            List<Finding> findings,
            @Nullable MarcRecord record) {}

    private static List<Seen> pieces(byte[] bytes, boolean lines, boolean inOneGo) {
        List<Seen> seen = new ArrayList<>();
        Consumer<Piece> see = piece -> {
            boolean readable = piece.kind() == Piece.Kind.CLEAN || piece.kind() == Piece.Kind.REPAIRED;
            seen.add(new Seen(
                    piece.kind(), piece.offset(), piece.length(), piece.findings(), readable ? piece.record() : null));
        };
        for (Surroundings each : lines ? new Surroundings[] {Surroundings.NOTHING} : Surroundings.values()) {
            JsonStretches stretches = new JsonStretches(
                    new CutSettings("x", ReadLimits.DEFAULT, null, null),
                    each,
                    lines,
                    inOneGo ? new UsualRecord() : null);
            stretches.read(bytes, 0, bytes.length, 0, true, see);
            stretches.readLast(bytes, 0, bytes.length, 0, true, see);
        }
        return seen;
    }

    private static List<MarcRecord> records(long seed, int count) {
        return FormatReading.iso2709(
                TestRecord.toFile(RecordGenerator.seeded(seed).manyScripts().records(count)));
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void readsAllThatIsUsual(Spelling spelling) {
        RecordBuilder builder = new RecordBuilder();
        List<MarcRecord> records = records(3, 60);
        records.addAll(FormatReading.iso2709(Corpus.bytes("clean/lc-bibliographic-386.mrc")));
        for (MarcRecord record : records) {
            byte[] text = spelling.record(record).getBytes(UTF_8);
            // In a block there is more behind nearly all records; at a block's very end the last text may be
            // overlooked.
            byte[] all = Arrays.copyOf(text, text.length + Long.BYTES);
            assertThat(new UsualRecord().read(all, 0, text.length, builder)).isEqualTo(text.length - 1);
            assertThat(builder.build("", 0, null)).isEqualTo(record);
            assertThat(pieces(text, true, true).get(0).record()).isEqualTo(record);
        }
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void makesNoDifferenceButToSpeed(Spelling spelling) {
        for (int seed = 1; seed <= 300; seed++) {
            Dice dice = Dice.of(seed);
            byte[] bytes = spelling.record(records(seed, 1).get(0)).getBytes(UTF_8);
            for (int step = 0; step < 30; step++) {
                byte[] damaged = bytes;
                for (int damages = dice.between(1, 3); damages > 0; damages--) {
                    damaged = Mutations.within(damaged, 0, damaged.length, SIGNIFICANT, dice);
                }
                boolean lines = dice.chance(1, 2);
                assertThat(pieces(damaged, lines, true))
                        .as("%s, seed %d, step %d", spelling, seed, step)
                        .isEqualTo(pieces(damaged, lines, false));
            }
        }
    }

    /** What looks usual at its beginning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "\"\\n\"",
                "\"\\u001f\"",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[]}",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":}]}",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":\"x\"},]}",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":\"x\",\"b\":\"y\"}]}",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":[\"x\",\"y\"]}]}",
                "{\"ind1\":\"1\",\"ind2\":\"0\",\"subfields\":[{\"a\":\"x\"}],\"ind1\":\"2\"}",
                "{\"ind1\":\"\\\\\",\"ind2\":\"0\",\"subfields\":[{\"a\":\"x\"}]}",
                "{\"subfields\":[{\"a\":\"x\"}]}",
                "{\"subfields\":[{\"a\":\"x\"}],\"ind1\":\"1\"}"
            })
    void leavesWhatIsNotUsual(String field) {
        String beginning = "{\"leader\":\"00000nam a2200000   4500\",\"fields\":[{\"001\":\"x\"},";
        byte[] text = (beginning + "{\"245\":" + field + "},{\"246\":\"y\"}]}          ").getBytes(UTF_8);

        assertThat(new UsualRecord().read(text, 0, text.length, new RecordBuilder()))
                .isEqualTo(UsualRecord.NONE);
        assertThat(pieces(text, true, true)).isEqualTo(pieces(text, true, false));
    }

    /** Cut anywhere: nothing is read beyond the end, though eight bytes are looked at at a time. */
    @ParameterizedTest
    @EnumSource(Spelling.class)
    void stopsAtTheEnd(Spelling spelling) {
        byte[] bytes = spelling.record(records(9, 1).get(0)).getBytes(UTF_8);
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = new String(bytes, 0, length, UTF_8).getBytes(UTF_8);
            assertThat(pieces(cut, true, true)).as("%d bytes", length).isEqualTo(pieces(cut, true, false));
        }
    }

    /** The same within a larger array, where what follows would complete what is cut. */
    @Test
    void looksAtNothingBehindTheEnd() {
        byte[] bytes = Spelling.DENSE.record(records(9, 1).get(0)).getBytes(UTF_8);
        for (int end = 0; end < bytes.length - 1; end++) {
            assertThat(new UsualRecord().read(bytes, 0, end, new RecordBuilder()))
                    .as("%d bytes", end)
                    .isEqualTo(UsualRecord.NONE);
        }
        assertThat(new UsualRecord().read(bytes, 0, bytes.length - 1, new RecordBuilder()))
                .isEqualTo(bytes.length - 1);
    }

    /** What is longer than the step in which strings are copied, with something special at every place near it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "é",
                "中",
                "🎵",
                "\\u00e9",
                "\\u001F",
                "\\ud83c\\udfb5",
                "\\ud83c",
                "\\\"",
                "\\n",
                "\t",
                "\u0001",
                "\u001F"
            })
    void longStrings(String special) {
        for (int before = 240; before < 530; before++) {
            String text = Spelling.DENSE
                    .record(records(1, 1).get(0))
                    .replaceFirst(
                            "\\[\\{\"001\":\"", "$0" + "x".repeat(before) + special.replace("\\", "\\\\") + "yyyy");
            assertThat(text).contains("x" + special + "y");
            assertThat(pieces(text.getBytes(UTF_8), true, true)).isEqualTo(pieces(text.getBytes(UTF_8), true, false));
        }
    }

    /** Bytes that are no UTF-8, in and behind what is right. */
    @Test
    void wrongUtf8IsFound() {
        byte[] right = Spelling.DENSE.record(records(7, 1).get(0)).getBytes(UTF_8);
        for (int at = 60; at < right.length; at += 7) {
            byte[] wrong = right.clone();
            wrong[at] = (byte) 0xC3;
            assertThat(pieces(wrong, true, true)).as("byte %d", at).isEqualTo(pieces(wrong, true, false));
        }
    }
}
