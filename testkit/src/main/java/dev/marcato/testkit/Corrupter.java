// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import java.util.List;

/**
 * Damages chosen records of a list and leaves the others alone. The same seed and records give the same file.
 * Immutable, safe for threads.
 */
public final class Corrupter {
    private final long seed;

    private Corrupter(long seed) {
        this.seed = seed;
    }

    public static Corrupter seeded(long seed) {
        return new Corrupter(seed);
    }

    /**
     * One fault in every n-th record; the first to be damaged is the one in the middle of the first {@code n}, so that
     * for {@code n} above 2 it has neighbours on both sides.
     */
    public DamagedFile everyNth(List<TestRecord> records, int n, Fault fault) {
        return everyNth(records, n, List.of(fault), fault + " in every record of " + n);
    }

    /** The faults in turn, one in every n-th record. */
    public DamagedFile everyNth(List<TestRecord> records, int n, List<Fault> faults) {
        return everyNth(records, n, faults, faults.size() + " faults in turn, in every record of " + n);
    }

    private DamagedFile everyNth(List<TestRecord> records, int n, List<Fault> faults, String what) {
        DamagedFile.Builder file = new DamagedFile.Builder(what + ", seed " + seed);
        int next = 0;
        for (int i = 0; i < records.size(); i++) {
            if (i % n == n / 2) {
                file.damaged(records.get(i), faults.get(next++ % faults.size()), seedOf(i));
            } else {
                file.untouched(records.get(i));
            }
        }
        return file.build();
    }

    /** One record damaged, at a place that may be the first or the last. */
    public DamagedFile at(List<TestRecord> records, int index, Fault fault) {
        DamagedFile.Builder file =
                new DamagedFile.Builder(fault + " in record " + index + " of " + records.size() + ", seed " + seed);
        for (int i = 0; i < records.size(); i++) {
            if (i == index) {
                file.damaged(records.get(i), fault, seedOf(i));
            } else {
                file.untouched(records.get(i));
            }
        }
        return file.build();
    }

    /**
     * Any fault of {@code faults} in so many of a hundred records, wherever they stand. {@link DamagedFile#binding()} says
     * whether the expectations hold.
     */
    public DamagedFile heavily(List<TestRecord> records, int percent, List<Fault> faults) {
        Dice dice = Dice.of(seed);
        DamagedFile.Builder file = new DamagedFile.Builder("any fault in " + percent + " %, seed " + seed);
        for (int i = 0; i < records.size(); i++) {
            if (dice.chance(percent, 100)) {
                file.damaged(records.get(i), dice.pick(faults), seedOf(i));
            } else {
                file.untouched(records.get(i));
            }
        }
        return file.build();
    }

    private long seedOf(int index) {
        return Dice.of(seed, index).next();
    }
}
