// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.DIRECTORY;
import static dev.marcato.testkit.FindingKind.LEADER;
import static dev.marcato.testkit.FindingKind.REJECT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaders and directories that were right for another state of the data: an earlier one, or one counted in characters.
 */
final class StaleFaults {
    private StaleFaults() {}

    /** Fields grew, and the lengths are those of before. */
    static Damage fieldsGrew(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        List<TestField> grown = new ArrayList<>(record.fields());
        for (int times = dice.between(1, 4); times > 0; times--) {
            int index = dice.pick(record.dataFields());
            byte[] more = new Wording(dice, Script.LATIN, false)
                    .text(dice.between(1, 40))
                    .getBytes(US_ASCII);
            TestField field = grown.get(index);
            grown.set(index, field.withContent(Bytes.join(field.content(), more)));
            raw.data().set(index, terminated(grown.get(index)));
        }
        return Damage.of(
                raw.toBytes(), Expectation.repaired(record.withFields(grown)).withFindings(DIRECTORY, LEADER));
    }

    /**
     * Fields were added at the end, and leader and directory are those of before: nobody can tell the new ones' tags.
     */
    static Damage fieldsAppended(TestRecord record, Dice dice) {
        int kept = record.fields().size()
                - dice.between(1, Math.min(3, record.fields().size() - 2));
        TestRecord before = record.withFields(record.fields().subList(0, kept));
        RawRecord raw = RawRecord.of(before);
        int appended = 0;
        for (TestField field : record.fields().subList(kept, record.fields().size())) {
            raw.data().add(terminated(field));
            appended += field.length() + 1;
        }
        return orphans(before, raw, appended);
    }

    /** An entry is missing, record length and base address agree with that: nobody can tell the tag of its data. */
    static Damage entryMissing(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        int entry = dice.below(raw.size());
        raw.entries().remove(entry);
        return orphans(
                record.without(entry), raw.settleLeader(), record.field(entry).length() + 1);
    }

    private static Damage orphans(TestRecord reading, RawRecord raw, int bytes) {
        Expectation expectation = Expectation.repaired(reading)
                .withRejected(new Span(Math.max(1, bytes - 3), bytes + 1))
                .withFindings(DIRECTORY, LEADER, REJECT);
        return Damage.of(raw.toBytes(), expectation);
    }

    /** An entry too many, which points behind the last field. */
    static Damage entryWithoutData(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        int last = raw.size() - 1;
        int behind = raw.start(last) + raw.length(last);
        String tagAndLength = "999" + Overflow.MODULO.digits(dice.between(5, 90), 4);
        raw.entries().add(Bytes.join(Bytes.latin1(tagAndLength), number(behind)));
        Expectation expectation = Expectation.repaired(record)
                .withRejected(Span.upTo(CleanIso2709.ENTRY_SIZE))
                .withFindings(DIRECTORY);
        return Damage.of(raw.settleLeader().toBytes(), expectation);
    }

    /** An entry of length zero, for a field that was emptied away; it may come out as a field without content. */
    static Damage entryOfNoLength(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        int place = dice.between(1, raw.size() - 1);
        raw.entries().add(place, Bytes.join(Bytes.latin1("5990000"), number(raw.start(place))));
        Expectation expectation = Expectation.repaired(record.withFieldAdded(place, TestField.of("599", "")))
                .withOpen(place)
                .withFindings(DIRECTORY);
        return Damage.of(raw.settleLeader().toBytes(), expectation);
    }

    private static byte[] number(int start) {
        return Bytes.latin1(Overflow.MODULO.digits(start, 5));
    }

    /**
     * Lengths counted in characters while the data are UTF-8.
     *
     * @param leader whether record length and base address are
     * @param directory whether lengths and starts are
     */
    static Damaging countedInCharacters(boolean leader, boolean directory) {
        return (record, dice) -> {
            TestRecord reading = withWideText(record, dice);
            RawRecord raw = RawRecord.of(reading);
            int honest = raw.recordLength();
            int start = 0;
            for (int i = 0; i < raw.size(); i++) {
                int characters =
                        new String(raw.data().get(i), UTF_8).codePoints().toArray().length;
                if (directory) {
                    raw.setLength(i, characters).setStart(i, start);
                }
                start += characters;
            }
            if (leader) {
                int bytes = raw.data().stream().mapToInt(part -> part.length).sum();
                raw.overwriteLeader(0, Overflow.MODULO.digits(honest - bytes + start, 5));
            }
            return Damage.of(raw.toBytes(), Expectation.repaired(reading).withFindings(DIRECTORY, LEADER));
        };
    }

    /** Text outside ASCII in a field before the last: one that only made the last field longer would shift nothing. */
    private static TestRecord withWideText(TestRecord record, Dice dice) {
        int index = record.dataFields()
                .get(dice.below(Math.max(1, record.dataFields().size() - 1)));
        TestField field = record.field(index);
        byte[] text = Script.drawForeign(dice).word(dice).strip().getBytes(UTF_8);
        return record.withField(index, field.withContent(Bytes.join(field.content(), text)));
    }

    private static byte[] terminated(TestField field) {
        return Bytes.join(field.content(), new byte[] {CleanIso2709.FIELD_TERMINATOR});
    }
}
