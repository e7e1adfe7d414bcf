// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marcato.Flavor;
import dev.marcato.diagnostic.ErrorPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DispatcherTest {
    private static SharedOptions parse(String... args) throws UsageException {
        return SharedOptions.of(Dispatcher.parse("cat", new CatVerb(), List.of(args)));
    }

    static List<String> verbs() {
        return Verbs.NAMES;
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpWithTwoExamples(String name) {
        Verb verb = Verbs.find(name).orElseThrow();

        assertThat(verb.examples()).hasSize(4);
        assertThat(Help.text(name, verb))
                .startsWith("Usage: marcato " + name + " ")
                .contains(
                        "--help",
                        "\n    " + verb.examples().get(1) + "\n",
                        verb.examples().get(3))
                .doesNotContain("%n");
    }

    @Test
    void readsOptionsInAnyForm() throws Exception {
        SharedOptions options = parse("a.mrc", "-o", "-", "--on-error=SKIP", "--limit", "5", "b.mrc", "-q", "-");

        assertThat(options.arguments()).containsExactly("a.mrc", "b.mrc", "-");
        assertThat(options.output()).isEqualTo("-");
        assertThat(options.outputNamed()).isTrue();
        assertThat(options.onError()).isEqualTo(ErrorPolicy.SKIP);
        assertThat(options.limit()).isEqualTo(5);
        assertThat(options.quiet()).isTrue();
    }

    @Test
    void hasTheDefaultsOfTheContract() throws Exception {
        SharedOptions options = parse();

        assertThat(options.arguments()).isEmpty();
        assertThat(options.output()).isEqualTo("-");
        assertThat(options.onError()).isEqualTo(ErrorPolicy.REPAIR);
        assertThat(options.failOn()).isEqualTo(FailOn.ERROR);
        assertThat(options.summary()).isEqualTo(SharedOptions.SummaryForm.NONE);
        assertThat(options.skip()).isZero();
        assertThat(options.limit()).isEqualTo(Long.MAX_VALUE);
        assertThat(options.flavor()).isNull();
    }

    @Test
    void takesNamesAsTheyAre() throws Exception {
        SharedOptions options = parse("--flavor", "unimarc", "--", "-x.mrc", "@list", "${HOME}", "a b", "'q'");

        assertThat(options.flavor()).isEqualTo(Flavor.UNIMARC);
        assertThat(options.arguments()).containsExactly("-x.mrc", "@list", "${HOME}", "a b", "'q'");
    }

    @ParameterizedTest
    @CsvSource({
        "--rejets, cat has no option '--rejets'; did you mean '--rejects'?",
        "--frobnicate=1, cat has no option '--frobnicate=1'; 'marcato cat --help' lists them",
        "-x, cat has no option '-x'; 'marcato cat --help' lists them",
        "--limit, --limit needs a value (N)",
        "--limit=ten, '--limit must be a number of records, not ''ten'''",
        "--limit=-1, '--limit must be a number of records, not ''-1'''",
        "--on-error=panic, '--on-error must be strict, repair or skip, not ''panic'''",
        "--summary=none, '--summary must be text or json, not ''none'''",
        "--diagnostics=places.txt, '--diagnostics must be a file that ends in .jsonl or .csv, not ''places.txt'''",
    })
    void saysInOneLineWhatIsWrong(String argument, String message) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAnOptionGivenTwice() {
        assertThatThrownBy(() -> parse("-o", "a", "--output", "b"))
                .isInstanceOf(UsageException.class)
                .hasMessage("-o can be given only once");
    }
}
