// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.cli.bench.BenchVerb;
import java.util.List;
import java.util.Optional;

/** The verbs by name. Only the chosen one's class is loaded. */
final class Verbs {
    static final List<String> NAMES =
            List.of("check", "count", "cat", "repair", "convert", "print", "formats", "bench", "explain");

    private Verbs() {}

    static Optional<Verb> find(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "check" -> new CheckVerb();
                    case "count" -> new CountVerb();
                    case "cat" -> new CatVerb();
                    case "repair" -> new RepairVerb();
                    case "convert" -> new ConvertVerb();
                    case "formats" -> new FormatsVerb();
                    case "print" -> new PrintVerb();
                    case "bench" -> new BenchVerb();
                    case "explain" -> new ExplainVerb();
                    default -> null;
                });
    }
}
