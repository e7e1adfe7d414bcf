// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marcato.MarcWriter;
import dev.marcato.cli.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken of files, and how it is read. */
class SampleTest {
    @TempDir
    private Path folder;

    static byte[] records(int count, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SyntheticRecords records = new SyntheticRecords(length);
        try (MarcWriter writer = MarcWriter.to(bytes)) {
            for (int i = 0; i < count; i++) {
                writer.write(records.next());
            }
        }
        return bytes.toByteArray();
    }

    private Survey survey(String... names) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String name : names) {
            inputs.add(Input.file(folder.resolve(name)));
        }
        return Survey.of(inputs, 2);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    @Test
    void takesAllThatFits() throws Exception {
        write("a.mrc", records(3, 264));
        write("b.mrc", records(4, 1360));
        Survey survey = survey("a.mrc", "b.mrc");

        Sample sample = Sample.of(survey.files(), 1_000_000);

        assertThat(survey.problems()).isEmpty();
        assertThat(survey.records()).isEqualTo(7);
        assertThat(sample.cut()).isEmpty();
        assertThat(sample.parts()).allMatch(Part::whole);
        assertThat(sample.bytes()).isEqualTo(records(3, 264).length + records(4, 1360).length);
    }

    @Test
    void cutsBehindARecord() throws Exception {
        byte[] all = records(40, 1360);
        write("a.mrc", all);
        write("b.mrc", all);

        Sample sample = Sample.of(survey("a.mrc", "b.mrc").files(), 20_000);

        byte[] taken = sample.arrays().get(0);
        assertThat(sample.arrays()).hasSize(1);
        assertThat(taken).isEqualTo(Arrays.copyOf(all, taken.length)).endsWith(0x1D);
        assertThat(taken.length).isBetween(18_000, 20_000);
        assertThat(sample.cut()).matches("the first 1[89]\\.[0-9] kB of 10[0-9] kB, in 1 of 2 files");
        for (Question question : Question.values()) {
            Answer answer = sample.inMemory().sequential(question);
            assertThat(answer.records()).isBetween(13L, 15L);
            assertThat(sample.fromFiles().sequential(question)).isEqualTo(answer);
            assertThat(sample.fromFiles().ranges(3, 4096, question)).isEqualTo(answer);
            assertThat(sample.fromFiles().wholeFiles(2, question)).isEqualTo(answer);
        }
        RawReading raw = new RawReading(sample.parts());
        assertThat(raw.read()).isEqualTo(new Answer(0, taken.length));
        assertThat(raw.findRecordEnds().records())
                .isEqualTo(sample.inMemory().sequential(Question.CHECK).records());
    }

    @Test
    void takesWhatIsCompressedWhole() throws Exception {
        byte[] all = records(20, 1360);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(all);
        }
        write("a.mrc.gz", packed.toByteArray());
        Survey survey = survey("a.mrc.gz");

        Sample sample = Sample.of(survey.files(), 1_000_000);

        assertThat(sample.compressed()).isTrue();
        assertThat(sample.bytes()).isEqualTo(all.length);
        assertThat(sample.arrays().get(0)).isEqualTo(packed.toByteArray());
        assertThat(Sample.of(survey.files(), 10_000).parts()).isEmpty();
        GrowingSample growing = GrowingSample.of(sample.arrays(), 1_000_000);
        assertThat(growing.records()).isEqualTo(20);
        assertThat(growing.bytes(20)).isEqualTo(all.length);
    }

    @Test
    void growsRecordByRecord() throws Exception {
        byte[] one = records(5, 264);
        byte[] two = records(2, 1360);

        GrowingSample growing = GrowingSample.of(List.of(one, two), 1_000_000);

        assertThat(growing.records()).isEqualTo(7);
        assertThat(growing.bytes(5)).isEqualTo(one.length);
        assertThat(growing.bytes(7)).isEqualTo(one.length + two.length);
        for (int records = 1; records <= 7; records++) {
            assertThat(new Reading(List.of(growing.first(records)))
                            .sequential(Question.TITLE)
                            .records())
                    .isEqualTo(records);
        }
        assertThat(GrowingSample.of(List.of(one, two), one.length + 10).records())
                .isEqualTo(5);
        assertThat(GrowingSample.of(List.of(new byte[] {'x'}), 100).records()).isZero();
    }

    @Test
    void namesWhatCannotBeRead() throws Exception {
        write("a.mrc", records(1, 264));
        Files.createDirectory(folder.resolve("d"));

        Survey survey = survey("none.mrc", "a.mrc", "d");

        assertThat(survey.files()).hasSize(1);
        assertThat(survey.problems())
                .containsExactly(
                        folder.resolve("none.mrc") + ": cannot read: no such file or directory",
                        folder.resolve("d")
                                + ": cannot read: it is no file that can be read again and again, as bench must");
    }

    @Test
    void coldIsTheSameBytes() throws Exception {
        byte[] all = records(700, 1360);
        write("a.mrc", all);
        for (Part part : List.of(
                new Part(folder.resolve("a.mrc"), all.length, true),
                new Part(folder.resolve("a.mrc"), 300_001, false))) {
            String obstacle = DirectFile.obstacle(List.of(part));
            assumeTrue(obstacle.isEmpty(), "skipped: " + obstacle);
            Reading cold = new Reading(List.of(DirectFile.unit(part)));
            Reading warm = new Reading(List.of(part.unit()));

            assertThat(DirectFile.readAll(List.of(DirectFile.unit(part)))).isEqualTo(new Answer(0, part.bytes()));
            assertThat(cold.sequential(Question.TEXT)).isEqualTo(warm.sequential(Question.TEXT));
            assertThat(cold.ranges(3, 20_000, Question.TEXT)).isEqualTo(warm.sequential(Question.TEXT));
        }
    }
}
