// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.Sample;
import dev.marcato.internal.iso2709.Pieces.Cut;
import dev.marcato.io.FileRange;
import dev.marcato.io.Piece.Kind;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Framing is local: the pieces of ranges that lie side by side are together those of the whole, wherever the cuts are.
 */
class RangesTest {
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT;
    private static final ReadLimits SMALL =
            ReadLimits.DEFAULT.withWindowBytes(128 << 10).withBlockBytes(4_096);

    static Stream<Sample> tinyFiles() {
        return TinyFiles.all();
    }

    static Stream<Sample> longFiller() {
        return TinyFiles.longFiller();
    }

    static Stream<Sample> longStretches() {
        return Stream.concat(Sample.longStretches(31, 300_000), TinyFiles.longStretches());
    }

    @ParameterizedTest
    @MethodSource("tinyFiles")
    void everyCutIntoThree(Sample sample) {
        byte[] bytes = sample.bytes();
        List<Cut> whole = Pieces.whole(bytes, LIMITS);
        Pieces.assertSound(whole, bytes);
        int size = bytes.length;
        int[] before = new int[size + 1];
        int[] behind = new int[size + 1];
        for (int cut = 0; cut <= size; cut++) {
            List<Cut> first = Pieces.range(bytes, new FileRange(0, cut), LIMITS);
            List<Cut> last = Pieces.range(bytes, new FileRange(cut, Long.MAX_VALUE), LIMITS);
            before[cut] = first.size();
            behind[cut] = whole.size() - last.size();
            assertTogether(whole, List.of(first, last), "cut at " + cut);
        }
        // What the ranges at the ends hold is known, so the one between must hold the rest.
        for (int from = 0; from <= size; from++) {
            for (int to = from; to <= size; to++) {
                List<Cut> between = Pieces.range(bytes, new FileRange(from, to), LIMITS);
                List<Cut> expected = whole.subList(before[from], behind[to]);
                if (!between.equals(expected)) {
                    assertThat(between).as("between %d and %d", from, to).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tinyFiles")
    void everyCutOfAStreamIntoTwo(Sample sample) {
        byte[] bytes = sample.bytes();
        List<Cut> whole = Pieces.whole(bytes, LIMITS);
        for (int block : List.of(64, 4_096)) {
            ReadLimits limits = LIMITS.withBlockBytes(block);
            for (int cut = 0; cut <= bytes.length; cut++) {
                List<Cut> first = Pieces.streamed(bytes, new FileRange(0, cut), limits);
                List<Cut> last = Pieces.streamed(bytes, new FileRange(cut, Long.MAX_VALUE), limits);
                assertTogether(whole, List.of(first, last), "cut at " + cut + ", blocks of " + block);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultCutIntoTwo(Fault fault) {
        if (fault.group() == Fault.Group.OVERSIZE) {
            // These have 100 KB: what matters is near the ends of the pieces.
            assertCutNearEnds(TinyFiles.with(fault, 3), LIMITS);
            return;
        }
        for (long seed = 1; seed <= 3; seed++) {
            Sample sample = TinyFiles.with(fault, seed);
            List<Cut> whole = Pieces.whole(sample.bytes(), LIMITS);
            Pieces.assertSound(whole, sample.bytes());
            for (int cut = 0; cut <= sample.bytes().length; cut++) {
                assertTogether(whole, ranges(sample.bytes(), LIMITS, cut), sample + ", cut at " + cut);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("longFiller")
    void cutsInAndAroundLongFiller(Sample sample) {
        assertCutNearEnds(sample, LIMITS);
    }

    @ParameterizedTest
    @MethodSource("longStretches")
    void cutsAroundStretchesBeyondTheWindow(Sample sample) {
        assertCutNearEnds(sample, SMALL);
    }

    private static void assertCutNearEnds(Sample sample, ReadLimits limits) {
        byte[] bytes = sample.bytes();
        List<Cut> whole = Pieces.whole(bytes, limits);
        Pieces.assertSound(whole, bytes);
        TreeSet<Integer> cuts = new TreeSet<>();
        Random random = new Random(bytes.length);
        whole.stream().limit(12).forEach(each -> {
            cuts.add((int) each.offset());
            cuts.add((int) each.offset() + 1 + random.nextInt(each.length()));
            cuts.add((int) each.end() - 1);
        });
        for (int cut : cuts) {
            assertTogether(whole, ranges(bytes, limits, cut), sample + ", cut at " + cut);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104})
    void seededCutsOfDamagedFiles(long seed) {
        byte[] bytes = Sample.heavilyDamagedWithStretches(seed, 400, 300_000).bytes();
        List<Cut> whole = Pieces.whole(bytes, SMALL);
        Pieces.assertSound(whole, bytes);
        assertThat(whole).anyMatch(each -> each.kind() == Kind.REJECTED && each.length() > 100_000);
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            int[] cuts =
                    random.ints(20 + 200 * round, 0, bytes.length + 1).sorted().toArray();
            assertTogether(whole, ranges(bytes, SMALL, cuts), "seed " + seed + ", round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202})
    void seededCutsOfCleanFiles(long seed) {
        byte[] bytes = Sample.clean(seed, 1_500).bytes();
        List<Cut> whole = Pieces.whole(bytes, SMALL);
        Pieces.assertSound(whole, bytes);
        assertThat(whole).hasSize(1_500).allMatch(each -> each.kind() == Kind.CLEAN);
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            int[] cuts = random.ints(1L << round, 0, bytes.length + 1).sorted().toArray();
            assertTogether(whole, ranges(bytes, SMALL, cuts), "seed " + seed + ", round " + round);
        }
    }

    /** The ranges between the cuts; where an odd one is read from an array, an even one is from a stream. */
    private static List<List<Cut>> ranges(byte[] bytes, ReadLimits limits, int... cuts) {
        List<List<Cut>> ranges = new ArrayList<>();
        long start = 0;
        for (int i = 0; i <= cuts.length; i++) {
            FileRange range = new FileRange(start, i < cuts.length ? cuts[i] : Long.MAX_VALUE);
            ranges.add(i % 2 == 0 ? Pieces.streamed(bytes, range, limits) : Pieces.range(bytes, range, limits));
            start = range.end();
        }
        return ranges;
    }

    private static void assertTogether(List<Cut> whole, List<List<Cut>> ranges, String what) {
        List<Cut> together = ranges.stream().flatMap(List::stream).toList();
        if (!together.equals(whole)) {
            assertThat(together).as(what).isEqualTo(whole);
        }
    }
}
