// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private void make(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private List<String> expand(String... arguments) throws UsageException {
        return expand(false, arguments);
    }

    private List<String> expand(boolean recursive, String... arguments) throws UsageException {
        List<String> all = Stream.of(arguments).map(a -> folder + "/" + a).toList();
        return Inputs.expand(all, recursive, note -> notes.add(note.replace(folder + "/", ""))).stream()
                .map(input -> input.problem().isEmpty() ? input.name() : input.name() + "!")
                .map(name -> name.replace(folder.toString(), "").replaceFirst("^/", ""))
                .toList();
    }

    @Test
    void withoutArgumentsReadsStandardInput() throws Exception {
        assertThat(Inputs.expand(List.of(), false, notes::add)).singleElement().matches(Input::isStandardInput);
        assertThat(Inputs.expand(List.of("-"), false, notes::add))
                .singleElement()
                .matches(Input::isStandardInput);
    }

    @Test
    void readsStandardInputOnce() {
        assertThatThrownBy(() -> Inputs.expand(List.of("-", "a.mrc", "-"), false, notes::add))
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
    void takesDirectoriesBelowWhereThatIsAskedFor() throws Exception {
        make("d/b.mrc", "d/a/z.mrc", "d/a/y/x.mrc", "d/a.mrc", "d/.git/h.mrc", "d/c/readme.txt");

        assertThat(expand(true, "d")).containsExactly("d/a.mrc", "d/a/y/x.mrc", "d/a/z.mrc", "d/b.mrc");
        assertThat(expand(true, "d/c")).containsExactly("d/c!");
        assertThat(notes).isEmpty();
    }

    @Test
    void aLinkThatLeadsBackIsReportedAndNotFollowed() throws Exception {
        make("d/a/b.mrc");
        Files.createSymbolicLink(folder.resolve("d/a/back"), folder.resolve("d"));
        Files.createSymbolicLink(folder.resolve("d/itself"), Path.of("."));

        assertThat(expand(true, "d")).containsExactly("d/a/b.mrc");
        assertThat(notes)
                .containsExactlyInAnyOrder(
                        "d/a/back: leads back to a directory above it, and is not read again",
                        "d/itself: leads back to a directory above it, and is not read again");
    }

    /** Two ways to one file in what a directory offers would count its records twice; who names it twice wants that. */
    @Test
    void theSameFileTwiceIsReported() throws Exception {
        make("d/a.mrc", "d/deep/b.mrc");
        Files.createSymbolicLink(folder.resolve("d/linked.mrc"), Path.of("a.mrc"));
        Files.createLink(folder.resolve("d/other.mrc"), folder.resolve("d/a.mrc"));
        Files.createSymbolicLink(folder.resolve("d/way"), Path.of("deep"));

        assertThat(expand(true, "d", "d/deep", "d/a.mrc", "d/*b*"))
                .containsExactly("d/a.mrc", "d/deep/b.mrc", "d/a.mrc", "d/*b*!");
        assertThat(notes)
                .containsExactly(
                        "d/way: the same directory as d/deep, and is not read again",
                        "d/linked.mrc: the same file as d/a.mrc, and not read again",
                        "d/other.mrc: the same file as d/a.mrc, and not read again",
                        "d/deep/b.mrc: the same file as d/deep/b.mrc, and not read again",
                        "d/a.mrc: the same file as d/a.mrc, and read again");
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
    void knowsSuffixes(String name) throws Exception {
        make("d/" + name);

        assertThat(expand("d")).containsExactly("d/" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mrc", "a.mrc.part", ".a.mrc", "a.txt", "a", "a.tar.gz", "a.mrc~"})
    void leavesOtherNamesAlone(String name) throws Exception {
        make("d/" + name);

        assertThat(expand("d")).containsExactly("d!");
    }
}
