// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static dev.marcato.testkit.FindingKind.DIRECTORY;
import static dev.marcato.testkit.FindingKind.LEADER;
import static dev.marcato.testkit.FindingKind.OVERSIZE;

/** Records that ISO 2709 has no numbers for, written all the same. The record is made to grow first. */
final class OversizeFaults {
    private static final String TAG = "500";

    private OversizeFaults() {}

    /** Just over 99,999 bytes: the record length overflows, every start still fits. */
    static Damaging recordLength(Overflow written) {
        return (record, dice) -> {
            TestRecord grown = Growth.toSize(record, TAG, 100_000 + dice.below(150), dice);
            RawRecord raw = RawRecord.of(grown, written, Overflow.MODULO, Overflow.MODULO);
            Expectation expectation = expectation(grown);
            return Damage.of(raw.toBytes(), written == Overflow.WIDE ? expectation.withLeaderOpen() : expectation);
        };
    }

    /** A field of over 9,999 bytes in a record that fits otherwise. */
    static Damaging fieldLength(Overflow written) {
        return (record, dice) -> {
            TestRecord grown = Growth.withLongField(record, TAG, dice.between(10_000, 30_000), dice);
            return damage(grown, RawRecord.of(grown, Overflow.MODULO, written, Overflow.MODULO));
        };
    }

    /** Well over 99,999 bytes: the starts of the last fields overflow as well. */
    static Damaging starts(Overflow recordLength, Overflow starts) {
        return (record, dice) -> {
            TestRecord grown = Growth.toSize(record, TAG, dice.between(110_000, 130_000), dice);
            return damage(grown, RawRecord.of(grown, recordLength, Overflow.MODULO, starts));
        };
    }

    private static Damage damage(TestRecord grown, RawRecord raw) {
        return Damage.of(raw.toBytes(), expectation(grown));
    }

    private static Expectation expectation(TestRecord grown) {
        return Expectation.repaired(grown).withFindings(OVERSIZE, LEADER, DIRECTORY);
    }
}
