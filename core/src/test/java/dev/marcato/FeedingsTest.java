// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Feeding;
import dev.marcato.testkit.Gzip;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However the bytes arrive and in blocks of whatever size: the same records, diagnostics, offsets and rejects. */
class FeedingsTest {
    private static final int SMALLEST_WINDOW = 128 << 10;
    private static final List<Integer> BLOCKS = List.of(64, 65, 127, 1_000, 4_096, 65_536);
    private static final Feeding WHOLE = Feeding.plain().get(0);

    static Stream<Sample> samples() {
        Stream<Sample> generated = Stream.of(
                Sample.clean(1, 6),
                Sample.heavilyDamaged(2, 8),
                Sample.heavilyDamaged(3, 8),
                Sample.heavilyDamaged(4, 8),
                Sample.heavilyDamaged(5, 40),
                Sample.everyFault(6));
        return Stream.of(generated, Sample.fileFaults(7), Sample.notMarc(), Sample.damagedCorpus())
                .flatMap(each -> each);
    }

    static Stream<Sample> longStretches() {
        Stream<Sample> between = Sample.longStretches(8, 300_000);
        return Stream.concat(
                between, IntStream.rangeClosed(-2, 2).mapToObj(more -> Sample.endingIn("x", SMALLEST_WINDOW + more)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFeeding(Sample sample) {
        Reading.Way way = Reading.under(ErrorPolicy.REPAIR).inspecting();
        Reading expected = way.of(sample.bytes());
        for (Feeding feeding : Feeding.all()) {
            expected.assertSame(way.fedBy(feeding).of(sample.bytes()), feeding.name());
        }
        expected.assertSame(way.of(Gzip.of(sample.bytes()), sample.bytes()), "compressed array");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyBlockSize(Sample sample) {
        Reading expected = Reading.of(sample.bytes());
        Set<Integer> blocks = new TreeSet<>(BLOCKS);
        for (long boundary : boundaries(expected, sample.bytes().length)) {
            for (int block = (int) boundary - 1; block <= boundary + 1; block++) {
                if (block >= 64) {
                    blocks.add(block);
                }
            }
        }
        for (int block : blocks) {
            Reading.Way way = Reading.under(ErrorPolicy.REPAIR).limits(ReadLimits.DEFAULT.withBlockBytes(block));
            expected.assertSame(way.fedBy(WHOLE).of(sample.bytes()), "blocks of " + block);
        }
    }

    /** Where the first records begin and the file ends. */
    private static Set<Long> boundaries(Reading reading, int size) {
        Set<Long> boundaries = new TreeSet<>();
        reading.offsets().stream().limit(5).forEach(boundaries::add);
        boundaries.add((long) size);
        return boundaries;
    }

    @ParameterizedTest
    @MethodSource("longStretches")
    void stretchesBeyondTheWindow(Sample sample) {
        ReadLimits limits = ReadLimits.DEFAULT.withWindowBytes(SMALLEST_WINDOW);
        Reading expected = Reading.under(ErrorPolicy.REPAIR).limits(limits).of(sample.bytes());
        assertThat(expected.offsets()).as("the records around the stretch").contains(0L);
        assertThat(expected.offsets())
                .last()
                .satisfies(
                        last -> assertThat(last == 0 || last > SMALLEST_WINDOW).isTrue());
        for (int block : List.of(1_000, 65_536, 131_072, 262_144)) {
            for (Feeding feeding :
                    List.of(WHOLE, Feeding.plain().get(10), Feeding.plain().get(11))) {
                Reading.Way way = Reading.under(ErrorPolicy.REPAIR)
                        .limits(limits.withBlockBytes(block))
                        .fedBy(feeding);
                expected.assertSame(way.of(sample.bytes()), feeding + ", blocks of " + block);
            }
        }
    }

    /** What is in the middle of a block for one size stands across two for another, under every policy. */
    @ParameterizedTest
    @EnumSource
    void everyPolicy(ErrorPolicy policy) {
        for (long seed = 20; seed < 30; seed++) {
            Sample sample = Sample.heavilyDamaged(seed, 6);
            Reading expected = Reading.under(policy).of(sample.bytes());
            for (Feeding feeding : Feeding.all()) {
                Reading.Way way = Reading.under(policy).limits(ReadLimits.DEFAULT.withBlockBytes(100));
                expected.assertSame(way.fedBy(feeding).of(sample.bytes()), sample + ", " + feeding);
            }
        }
    }
}
