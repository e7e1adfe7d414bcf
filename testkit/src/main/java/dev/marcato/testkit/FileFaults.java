// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.Arrays;
import java.util.List;

/** The operations behind {@link FileFault}. */
final class FileFaults {
    private FileFaults() {}

    interface Operation {
        void apply(List<TestRecord> records, Dice dice, DamagedFile.Builder file);
    }

    static Operation fillerAtStart(String unit, int maxCount) {
        return (records, dice, file) ->
                file.filler(filler(unit, maxCount, dice)).untouched(records);
    }

    static Operation fillerAtEnd(String unit, int maxCount) {
        return (records, dice, file) -> file.untouched(records).filler(filler(unit, maxCount, dice));
    }

    private static byte[] filler(String unit, int maxCount, Dice dice) {
        return Bytes.latin1(unit.repeat(dice.between(1, maxCount)));
    }

    static Operation garbageAtStart(Garbage garbage) {
        return (records, dice, file) -> file.garbage(garbage.make(dice)).untouched(records);
    }

    static Operation garbageAtEnd(Garbage garbage) {
        return (records, dice, file) -> file.untouched(records).garbage(garbage.make(dice));
    }

    static Operation inEach(Fault fault) {
        return (records, dice, file) -> records.forEach(record -> file.damaged(record, fault, dice.next()));
    }

    static Operation inLast(Fault fault) {
        return (records, dice, file) -> {
            int last = records.size() - 1;
            file.untouched(records.subList(0, last)).damaged(records.get(last), fault, dice.next());
        };
    }

    /** The end of a record whose start is missing, as when a large file was split anywhere. */
    static Operation beginsInMidRecord() {
        return (records, dice, file) -> {
            byte[] first = records.get(0).toIso2709();
            int from;
            do {
                from = dice.between(CleanIso2709.LEADER_SIZE, first.length - 10);
            } while (first[from] == ' ');
            file.garbage(Arrays.copyOfRange(first, from, first.length)).untouched(records.subList(1, records.size()));
        };
    }

    /** Breaks at fixed distances from the start of the file, whatever record they fall into. */
    static Operation torn(String lineBreak) {
        return (records, dice, file) -> {
            byte[] separator = Bytes.latin1(lineBreak);
            int width = dice.between(60, 100);
            int total = TestRecord.toFile(records).length;
            int at = 0;
            for (TestRecord record : records) {
                byte[] clean = record.toIso2709();
                byte[] broken = Bytes.broken(clean, at, width, separator);
                at += clean.length;
                byte[] after = at < total && at % width == 0 ? separator : new byte[0];
                file.damaged(record, StretchFaults.torn(record, broken, after));
            }
        };
    }
}
