// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorTest {
    private static Advice about(String what, Profile profile) {
        List<Advice> advice = Advisor.of(profile).stream()
                .filter(each -> each.about().equals(what))
                .toList();
        assertThat(advice).as(what).hasSize(1);
        return advice.get(0);
    }

    private static Profiles fromFiles(double one, double two) {
        return new Profiles()
                .file("a.mrc", 1000)
                .way(Source.FILES, Division.SEQUENTIAL, 1, one)
                .way(Source.FILES, Division.RANGES, 1, one)
                .way(Source.FILES, Division.RANGES, 2, two);
    }

    @Test
    void usesAllThreadsWhereTheyAreQuicker() {
        Advice advice = about("threads", fromFiles(20, 12).build());

        assertThat(advice.choice()).isEqualTo("Use all 2 threads, which is the default");
        assertThat(advice.because())
                .isEqualTo("these files took 12.0 ms against 20.0 ms with one reader: 1.67 times as fast");
    }

    @Test
    void claimsNothingWithinTheNoise() {
        Advice advice = about("threads", fromFiles(20, 20).build());
        assertThat(advice.choice()).isEqualTo("One thread is enough for these files");
        assertThat(advice.because())
                .startsWith("2 threads were no quicker by more than the noise: 20.0 ms against 20.0 ms");
    }

    @Test
    void saysWhereThreadsCost() {
        Advice advice = about("threads", fromFiles(12, 20).build());

        assertThat(advice.choice()).isEqualTo("One thread is enough for these files");
        assertThat(advice.because()).isEqualTo("2 threads were slower: 20.0 ms against 12.0 ms with one reader");
    }

    @Test
    void prefersFewerThreadsThatAreQuickerThanAll() {
        Profile profile = fromFiles(20, 11)
                .threads(4)
                .way(Source.FILES, Division.RANGES, 4, 15)
                .build();

        assertThat(about("threads", profile).choice()).isEqualTo("Use 2 threads (--threads 2), not all 4");
    }

    @Test
    void namesFewerThreadsThatDoAsWell() {
        Profile profile = fromFiles(20, 11)
                .threads(4)
                .way(Source.FILES, Division.RANGES, 4, 11)
                .build();

        assertThat(about("threads", profile).because()).endsWith("; 2 threads are within the noise of that");
    }

    @Test
    void hasNoChoiceWithOneThread() {
        Profile profile = new Profiles()
                .threads(1)
                .file("a.mrc", 1000)
                .way(Source.FILES, Division.SEQUENTIAL, 1, 10)
                .way(Source.FILES, Division.RANGES, 1, 10)
                .build();

        assertThat(about("threads", profile).choice()).isEqualTo("One thread: there is no choice");
    }

    @Test
    void tellsFromWhichSizeOnAThreadPaysAndWhatItCostsBelow() {
        Advice advice = about(
                "small files", fromFiles(20, 12).helper(2, true, 1_360_000).build());

        assertThat(advice.choice()).isEqualTo("Leave the number of threads as it is for small files too");
        assertThat(advice.because())
                .isEqualTo(
                        "2 threads begin to pay at 1.36 MB (1,000 records) (1.20 ms against 1.50 ms); below that they"
                                + " cost at most 49.4 \u00B5s a file");
    }

    @Test
    void tellsThatAThreadNeverPaid() {
        Advice advice = about(
                "small files", fromFiles(20, 12).helper(2, false, 13_600_000).build());

        assertThat(advice.because())
                .isEqualTo(
                        "in one file of up to 13.6 MB (10,000 records), the most that was tried, 2 threads were at no"
                                + " size quicker by more than the noise");
    }

    @Test
    void tellsWhyWholeFilesAreSlower() {
        Profile profile = fromFiles(20, 12)
                .file("b.mrc", 3000)
                .way(Source.FILES, Division.WHOLE_FILES, 2, 18)
                .build();

        Advice advice = about("several files", profile);
        assertThat(advice.choice()).startsWith("Cut files into ranges");
        assertThat(advice.because())
                .isEqualTo(
                        "files as units take 1.50 times as long: 12.0 ms by ranges, 18.0 ms by files, with 2 threads;"
                                + " the largest file holds 75 % of all bytes, and whoever has it works on alone");
    }

    @Test
    void tellsWhereWholeFilesAreQuickerOrTheSame() {
        assertThat(about(
                                "several files",
                                fromFiles(20, 12)
                                        .way(Source.FILES, Division.WHOLE_FILES, 2, 10)
                                        .build())
                        .choice())
                .startsWith("Whole files for each thread are quicker");
        assertThat(about(
                                "several files",
                                fromFiles(20, 12)
                                        .way(Source.FILES, Division.WHOLE_FILES, 2, 12)
                                        .build())
                        .choice())
                .startsWith("Ranges or whole files as units: no matter");
    }

    @Test
    void tellsOfBlocks() {
        assertThat(about(
                        "blocks",
                        fromFiles(20, 12).block(65536, 15).block(1 << 20, 12).build()))
                .isEqualTo(new Advice(
                        "blocks",
                        "Leave the size of blocks as it is, 1 MiB",
                        "no other was quicker by more than the noise; slower: 64 KiB"));
        assertThat(about(
                                "blocks",
                                fromFiles(20, 12)
                                        .block(65536, 10)
                                        .block(1 << 20, 12)
                                        .build())
                        .choice())
                .isEqualTo("Blocks of 64 KiB (MarcFiles.builder().blockBytes) are worth a try");
    }

    @Test
    void tellsWhatLimits() {
        Advice advice = about("what limits", Profiles.full());

        assertThat(advice.choice()).isEqualTo("The processor is what limits you, not the files in the system's cache");
        assertThat(advice.because())
                .startsWith(
                        "of one thread's time to the first 245$a, reading the bytes takes 15 %, finding and checking"
                                + " records 60 %, the title 25 %; turning every subfield to text takes 3.00 times as long");
    }

    @Test
    void callsAnEstimateAnEstimate() {
        assertThat(about("a cold cache", Profiles.full()).because())
                .contains("(an estimate: the slower of the two alone)");
    }

    @Test
    void countsForGeneratedFiles() {
        Profile profile = new Profiles()
                .generated("4x10k", 264, 20, 10, 12)
                .generated("2x10k", 264, 20, 10, 9)
                .generated("2x10k", 1360, 20, 10, 12)
                .build();

        List<Advice> advice = Advisor.of(profile);
        assertThat(advice).hasSize(2);
        assertThat(advice.get(0).choice())
                .isEqualTo(
                        "For records of about 264 bytes use more threads: they gain in 2 of 2 configurations; ranges are"
                                + " quicker than whole files in 1, slower in 1");
        assertThat(advice.get(1).choice())
                .startsWith("For records of about 1360 bytes use more threads: they gain in 1 of 1");
        assertThat(advice.get(1).because()).endsWith("2x10k 2.00 x (files as units 1.67 x)");
    }

    @Test
    void generatedFilesMayGainNothing() {
        assertThat(Advisor.of(new Profiles().generated("4x1k", 264, 20, 20, 25).build()))
                .extracting(Advice::choice)
                .containsExactly(
                        "For records of about 264 bytes one thread is enough: more gained nothing above the noise in"
                                + " any of 1 configuration");
        assertThat(Advisor.of(new Profiles().generated("4x1k", 264, 20, 12, 12).build()))
                .extracting(Advice::choice)
                .allMatch(choice -> choice.endsWith("ranges or whole files makes no difference above the noise"));
    }

    @Test
    void warnsFirstOfABusyMachine() {
        assertThat(Advisor.of(new Profiles().load(1.5).build()))
                .containsExactly(new Advice(
                        "this measurement",
                        "Measure again when the machine is quiet",
                        "the load was 1.50 on 2 processors when this began"));
        assertThat(Advisor.of(new Profiles().build())).isEmpty();
    }
}
