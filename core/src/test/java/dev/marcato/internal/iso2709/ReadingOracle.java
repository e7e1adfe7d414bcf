// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.iso2709;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.Reading;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.read.Source;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Piece;
import dev.marcato.io.ReadLimits;
import dev.marcato.testkit.Feeding;
import dev.marcato.testkit.ShortReads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * What must hold whatever bytes are read: no exception but the documented ones, an account that adds up under every
 * policy, the same result however the bytes arrive and wherever they are cut into ranges, and work that is linear.
 */
final class ReadingOracle {
    /** Bytes that salvage may look at for each byte of input. */
    private static final int VISITS = 100;

    private static final int VISITS_OF_SMALL_INPUT = 4 << 10;
    private static final int SMALLEST_BLOCK = 64;
    private static final int SMALLEST_WINDOW = 128 << 10;
    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;
    private static final int ALL_WAYS = -1;

    private ReadingOracle() {}

    /**
     * What was found.
     *
     * @param whole what came out under REPAIR
     * @param broken what did not hold, each with what was expected
     */
    record Found(Reading whole, List<AssertionError> broken) {}

    /**
     * Reads in every way and compares.
     *
     * @param variation any number: it picks block sizes, limits and the place where the input is cut
     */
    static Found everyWay(byte[] bytes, int variation) {
        SoftAssertions promises = new SoftAssertions();
        int any = variation & Integer.MAX_VALUE;
        ReadLimits limits = new ReadLimits(
                SMALLEST_BLOCK + any % 5000,
                any % 3 == 0 ? ReadLimits.DEFAULT.windowBytes() : SMALLEST_WINDOW + any % 7,
                1 + any % 120);
        if (Source.isCompressed(bytes)) {
            Reading inflated = compressed(bytes, limits);
            ReadSummary account = inflated.summary();
            promises.check(() -> Reading.assertAccount(account, account.totalBytes()));
            return new Found(inflated, promises.assertionErrorsCollected());
        }
        Reading whole =
                Reading.under(ErrorPolicy.REPAIR).limits(limits).inspecting().of(bytes);
        // The search looks at one other way for each input, which finds more in the same time.
        int way = FUZZING ? any % 4 : ALL_WAYS;
        if (way == 0 || way == ALL_WAYS) {
            Feeding feeding = new Feeding("short reads", content -> ShortReads.ofSize(content, 1 + any % 700));
            Reading.Way fed = Reading.under(ErrorPolicy.REPAIR).limits(limits).inspecting();
            Reading same = fed.fedBy(feeding).of(bytes);
            promises.check(() -> whole.assertSame(same, "fed in short reads with " + limits));
        }
        if (way == 1 || way == ALL_WAYS) {
            Reading skip = Reading.under(ErrorPolicy.SKIP).limits(limits).of(bytes);
            promises.check(() -> skip(whole, skip));
        }
        if (way == 2 || way == ALL_WAYS) {
            Reading strict = Reading.under(ErrorPolicy.STRICT).limits(limits).of(bytes);
            promises.check(() -> strict(whole, strict));
        }
        if (way == 3 || way == ALL_WAYS) {
            promises.check(() -> ranges(bytes, limits, bytes.length == 0 ? 0 : any % (bytes.length + 1)));
        }
        return new Found(whole, promises.assertionErrorsCollected());
    }

    /** What is inflated is not known here; the account must add up to itself. */
    private static Reading compressed(byte[] bytes, ReadLimits limits) {
        List<MarcRecord> records = new ArrayList<>();
        try (MarcReader reader = MarcReader.builder().limits(limits).of(bytes)) {
            reader.forEach(records::add);
            return new Reading(
                    ErrorPolicy.REPAIR, records, List.of(), new byte[0], new byte[0], reader.summary(), null);
        } catch (IOException e) {
            throw new AssertionError("an array cannot fail to be read", e);
        }
    }

    private static void skip(Reading whole, Reading skip) {
        assertThat(skip.summary().clean()).isEqualTo(whole.summary().clean());
        assertThat(skip.summary().skipped()).isEqualTo(whole.summary().repaired());
        assertThat(skip.summary().fillerBytes())
                .isLessThanOrEqualTo(whole.summary().fillerBytes());
        assertThat(whole.offsets().containsAll(skip.offsets()))
                .as("records that SKIP delivers are there under REPAIR")
                .isTrue();
    }

    private static void strict(Reading whole, Reading strict) {
        boolean damage = whole.summary().repaired() > 0 || whole.summary().rejectedBytes() > 0;
        assertThat(strict.failure().isPresent()).as("STRICT throws").isEqualTo(damage);
        List<MarcRecord> before = whole.records().subList(0, strict.records().size());
        assertThat(strict.records()).isEqualTo(before);
        strict.failure()
                .map(MarcFormatException::diagnostic)
                .ifPresent(diagnostic -> assertThat(diagnostic.toString()).isNotBlank());
    }

    private static void ranges(byte[] bytes, ReadLimits limits, int cut) {
        List<Seen> whole = pieces(bytes, new FileRange(0, bytes.length), limits, true);
        List<Seen> parts = new ArrayList<>(pieces(bytes, new FileRange(0, cut), limits, false));
        parts.addAll(pieces(bytes, new FileRange(cut, bytes.length), limits, false));
        assertThat(parts).as("cut at %d of %d", cut, bytes.length).isEqualTo(whole);
    }

    private static List<Seen> pieces(byte[] bytes, FileRange range, ReadLimits limits, boolean inMemory) {
        Iso2709Format format = new Iso2709Format();
        CutSettings settings = new CutSettings("", limits, null, null);
        int first = (int) format.firstByteFor(range);
        Iso2709Cutter cutter = (Iso2709Cutter)
                (inMemory
                        ? format.cutter(bytes, range, settings)
                        : format.cutter(new ByteArrayInputStream(bytes, first, bytes.length - first), range, settings));
        List<Seen> pieces = new ArrayList<>();
        Piece piece = new Piece();
        try {
            while (cutter.next(piece)) {
                pieces.add(Seen.of(piece));
            }
        } catch (IOException e) {
            throw new AssertionError("an array cannot fail to be read", e);
        }
        assertThat(cutter.bytesVisited())
                .as("bytes visited of %d", bytes.length)
                .isLessThanOrEqualTo((long) VISITS * bytes.length + VISITS_OF_SMALL_INPUT);
        return pieces;
    }

    /** A piece as values, to be compared. */
    private record Seen(
            Piece.Kind kind, long offset, int length, List<Piece.Extent> rejects, int filler, List<Finding> findings) {
        static Seen of(Piece piece) {
            return new Seen(
                    piece.kind(),
                    piece.offset(),
                    piece.length(),
                    List.copyOf(piece.rejects()),
                    piece.fillerInside(),
                    List.copyOf(piece.findings()));
        }
    }
}
