// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
    @TempDir
    private Path folder;

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> expand(String... arguments) throws UsageException {
        return Inputs.expand(Stream.of(arguments).map(a -> folder + "/" + a).toList()).stream()
                .map(input -> input.problem().isEmpty() ? input.name() : input.name() + "!")
                .map(name -> name.replace(folder.toString(), "").replaceFirst("^/", ""))
                .toList();
    }

    @Test
    void withoutArgumentsReadsStandardInput() throws Exception {
        assertThat(Inputs.expand(List.of())).singleElement().matches(Input::isStandardInput);
        assertThat(Inputs.expand(List.of("-"))).singleElement().matches(Input::isStandardInput);
    }

    @Test
    void readsStandardInputOnce() {
        assertThatThrownBy(() -> Inputs.expand(List.of("-", "a.mrc", "-")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("standard input");
    }

    @Test
    void keepsTheOrderOfTheArgumentsAndThoseThatAreMissing() throws Exception {
        make("b.mrc", "a.mrc");

        assertThat(expand("b.mrc", "missing.mrc", "a.mrc")).containsExactly("b.mrc", "missing.mrc", "a.mrc");
    }

    @Test
    void takesTheFilesOfADirectoryBytewiseWithoutThoseThatAreNoMarcByName() throws Exception {
        make(
                "d/b.mrc",
                "d/a.dat",
                "d/B.MRC",
                "d/é.mrc",
                "d/z.mrc.gz",
                "d/x.gz",
                "d/readme.txt",
                "d/mrc",
                "d/.hidden.mrc");
        make("d/t.tar.gz", "d/deeper/c.mrc");

        assertThat(expand("d")).containsExactly("d/B.MRC", "d/a.dat", "d/b.mrc", "d/x.gz", "d/z.mrc.gz", "d/é.mrc");
    }

    @Test
    void saysThatADirectoryHoldsNothingToRead() throws Exception {
        make("d/readme.txt");

        assertThat(expand("d")).containsExactly("d!");
    }

    @Test
    void expandsPatternsInAnyPartOfThePath() throws Exception {
        make("x1/a.mrc", "x2/b.mrc", "x2/c.txt", "y/d.mrc", "x2/.e.mrc");

        assertThat(expand("x*/*.mrc")).containsExactly("x1/a.mrc", "x2/b.mrc");
        assertThat(expand("x?/[bc].*")).containsExactly("x2/b.mrc", "x2/c.txt");
        assertThat(expand("{y,x1}/*")).containsExactly("x1/a.mrc", "y/d.mrc");
        assertThat(expand("x2/.*.mrc")).containsExactly("x2/.e.mrc");
    }

    @Test
    void saysThatAPatternMatchesNothing() throws Exception {
        assertThat(expand("*.mrc", "no/*.mrc", "[.mrc")).containsExactly("*.mrc!", "no/*.mrc!", "[.mrc!");
    }

    @Test
    void takesANameWithWildcardsAsItIsWhereItExists() throws Exception {
        make("[1].mrc", "1.mrc", "a*.mrc");

        assertThat(expand("[1].mrc")).containsExactly("[1].mrc");
        assertThat(expand("a*.mrc")).containsExactly("a*.mrc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mrc", "A.MRC", "a.b.utf8", "a.bin.gz", "a.gz", "a.iso2709"})
    void knowsSuffixes(String name) {
        assertThat(Inputs.hasKnownSuffix(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mrc", "a.mrc.part", ".a.mrc", "a.txt", "a", "a.tar.gz", "a.mrc~"})
    void leavesOtherNamesAlone(String name) {
        assertThat(Inputs.hasKnownSuffix(name)).isFalse();
    }
}
