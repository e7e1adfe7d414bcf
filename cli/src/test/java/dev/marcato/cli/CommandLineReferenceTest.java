// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.io.FileSearch;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** The reference page knows every verb and every option. */
class CommandLineReferenceTest {
    static List<String> verbs() {
        return Verbs.NAMES;
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void namesTheVerbAndItsOptions(String name) throws Exception {
        String page = Files.readString(FakeHouse.realRoot().resolve("docs/reference/command-line.md"));
        List<String> options = Dispatcher.spec(name, Verbs.find(name).orElseThrow()).options().stream()
                .map(OptionSpec::longestName)
                .toList();

        assertThat(page).contains("| `" + name + "`");
        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(page).contains(option));
    }

    @Test
    void namesEverySuffixOfADirectory() throws Exception {
        String page = Files.readString(FakeHouse.realRoot().resolve("docs/reference/command-line.md"));

        assertThat(FileSearch.suffixes()).allSatisfy(suffix -> assertThat(page).contains("`." + suffix + "`"));
    }
}
