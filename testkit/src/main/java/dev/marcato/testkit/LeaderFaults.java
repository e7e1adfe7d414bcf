// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.LEADER;

import java.util.List;

/** Damage to the 24 bytes of the leader; directory and data stay as they are. */
final class LeaderFaults {
    private static final int BASE_ADDRESS = 12;
    private static final List<Integer> CODES = List.of(5, 6, 7, 8, 9, 17, 18, 19);
    private static final byte[] REPLACEMENT_CHARACTER = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private LeaderFaults() {}

    /** Makes the five characters of record length or base address out of the honest number. */
    interface Spelling {
        String write(int honest, Dice dice);
    }

    static Damaging recordLength(Spelling spelling) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            return repaired(record, raw.overwriteLeader(0, spelling.write(raw.recordLength(), dice)));
        };
    }

    static Damaging baseAddress(Spelling spelling) {
        return (record, dice) -> {
            RawRecord raw = RawRecord.of(record);
            return repaired(record, raw.overwriteLeader(BASE_ADDRESS, spelling.write(raw.base(), dice)));
        };
    }

    static Damaging always(String text, boolean base) {
        return base ? baseAddress((honest, dice) -> text) : recordLength((honest, dice) -> text);
    }

    static String tooLongByTwo(int honest, Dice dice) {
        return digits(honest + 2);
    }

    static String tooLarge(int honest, Dice dice) {
        return digits(honest + dice.between(3, 3000));
    }

    static String tooSmall(int honest, Dice dice) {
        return digits(dice.between(0, honest - 1));
    }

    /** At least the last four places keep their digits. */
    static String blankPadded(int honest, Dice dice) {
        String digits = digits(honest);
        int zeros = 0;
        while (zeros < 4 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        int blanks = Math.max(1, zeros);
        return " ".repeat(blanks) + digits.substring(blanks);
    }

    static String nonNumeric(int honest, Dice dice) {
        StringBuilder text = new StringBuilder(digits(honest));
        for (int i = dice.between(1, 5); i > 0; i--) {
            text.setCharAt(dice.below(5), dice.pick("abxOIl?*-.,"));
        }
        return text.toString();
    }

    private static String digits(int value) {
        return Overflow.MODULO.digits(value, 5);
    }

    private static Damage repaired(TestRecord record, RawRecord raw) {
        return Damage.of(raw.toBytes(), Expectation.repaired(record).withFindings(LEADER));
    }

    static Damage lengthAndBaseBlank(TestRecord record, Dice dice) {
        return repaired(
                record, RawRecord.of(record).overwriteLeader(0, "     ").overwriteLeader(BASE_ADDRESS, "     "));
    }

    private static Damage clean(TestRecord changed, FindingKind... findings) {
        return Damage.clean(Expectation.clean(changed).withFindings(findings));
    }

    /** Positions 5-11 and 17-23 blank, as an export that fills in the lengths alone. */
    static Damage codesBlank(TestRecord record, Dice dice) {
        return clean(TestRecord.of("00000       00000       ", record.fields()), LEADER);
    }

    static Damage indicatorCount(TestRecord record, Dice dice) {
        return clean(record.withLeader(10, dice.pick("01349")), LEADER);
    }

    static Damage subfieldCodeLength(TestRecord record, Dice dice) {
        return clean(record.withLeader(11, dice.pick("01349")), LEADER);
    }

    static Damage entryMapBlank(TestRecord record, Dice dice) {
        return clean(TestRecord.of(record.leader().substring(0, 20) + "    ", record.fields()), LEADER);
    }

    /** Leader/10 is 1 and every data field has one indicator, as in MAB. */
    static Damage oneIndicatorThroughout(TestRecord record, Dice dice) {
        List<TestField> fields = record.fields().stream()
                .map(field -> field.isControl() ? field : field.withContent(Bytes.removed(field.content(), 1, 1)))
                .toList();
        return clean(record.withLeader(10, '1').withFields(fields));
    }

    /** All blanks but those of lengths; a leader without any gets one at position 8. */
    static Damaging blanksAs(char sign) {
        return (record, dice) -> {
            boolean blank = record.leader().indexOf(' ') >= 0;
            TestRecord reading = blank ? record : record.withLeader(8, ' ');
            RawRecord raw = RawRecord.of(reading);
            for (int i = 0; i < CleanIso2709.LEADER_SIZE; i++) {
                if (reading.leader().charAt(i) == ' ') {
                    raw.overwriteLeader(i, String.valueOf(sign));
                }
            }
            return repaired(reading, raw);
        };
    }

    static Damage lostByte(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        return resized(record, raw.setLeader(Bytes.removed(raw.leader(), dice.below(24), 1)));
    }

    /** Behind the record length: one byte more before it would be garbage and a clean record. */
    static Damage gainedByte(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        byte gained = (byte) dice.pick("0123456789 abcx");
        return resized(record, raw.setLeader(Bytes.inserted(raw.leader(), dice.between(6, 23), gained)));
    }

    static Damage replacementCharacter(TestRecord record, Dice dice) {
        RawRecord raw = RawRecord.of(record);
        return resized(record, raw.setLeader(Bytes.replaced(raw.leader(), dice.pick(CODES), 1, REPLACEMENT_CHARACTER)));
    }

    private static Damage resized(TestRecord record, RawRecord raw) {
        Expectation expectation = Expectation.repaired(record)
                .withLeaderOpen()
                .withRejected(Span.upTo(3))
                .withFindings(LEADER);
        return Damage.of(raw.toBytes(), expectation);
    }
}
