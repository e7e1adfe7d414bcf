// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    @Test
    void theVariableNamesThePlace(@TempDir Path folder) {
        assertThat(Corpus.locate(folder.toString(), Path.of("/"))).isEqualTo(folder);
    }

    @Test
    void aFolderBelowTheCheckoutFindsItBesideTheCheckout(@TempDir Path folder) throws IOException {
        Path deep = Files.createDirectories(folder.resolve("project/module/src"));
        Files.createDirectory(folder.resolve("project/.git"));

        assertThat(Corpus.locate(null, deep)).isEqualTo(folder.resolve("shared/corpus"));
    }

    @Test
    void aCopyWithoutRepositoryIsKnownByItsBuildFileAndLauncher(@TempDir Path folder) throws IOException {
        Path module = Files.createDirectories(folder.resolve("project/module"));
        Files.createFile(module.resolve("pom.xml"));
        Files.createFile(folder.resolve("project/pom.xml"));
        Files.createFile(folder.resolve("project/marcato"));

        assertThat(Corpus.locate("", module)).isEqualTo(folder.resolve("shared/corpus"));
    }

    @Test
    void theReasonNamesThePlace() {
        assertThat(Corpus.reason()).contains("corpus at ");
    }

    @Test
    void bibliographicFileIsReadAndWrittenBackByteForByte() {
        byte[] file = Corpus.bytes(Corpus.LC_BIBLIOGRAPHIC);

        List<TestRecord> records = TestRecord.parse(file);

        assertThat(records).hasSize(386);
        assertThat(TestRecord.toFile(records)).isEqualTo(file);
    }

    @Test
    void authorityFileIsReadAndWrittenBackByteForByte() {
        byte[] file = Corpus.bytes(Corpus.LC_AUTHORITY);

        List<TestRecord> records = TestRecord.parse(file);

        assertThat(records).hasSize(150);
        assertThat(TestRecord.toFile(records)).isEqualTo(file);
    }

    @Test
    void filesAreListedByName() {
        assertThat(Corpus.files("damaged/wrong-length")).hasSize(117).isSorted();
    }
}
