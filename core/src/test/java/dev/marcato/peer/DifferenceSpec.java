// SPDX-License-Identifier: Apache-2.0
package dev.marcato.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The list of what another program reads otherwise: for each fault or file the kinds of difference, and why. What is not
 * listed must not differ, and what is listed must, so that the list stays true.
 */
final class DifferenceSpec {
    private final Map<String, Set<Difference>> kinds = new TreeMap<>();

    private DifferenceSpec() {}

    /** Reads lines of the form {@code NAME: KIND, KIND: why}. */
    static DifferenceSpec read(String resource) {
        DifferenceSpec spec = new DifferenceSpec();
        for (String line : text(resource).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                spec.add(line);
            }
        }
        return spec;
    }

    Set<Difference> of(String name) {
        return kinds.getOrDefault(name, Set.of());
    }

    Set<String> names() {
        return kinds.keySet();
    }

    private void add(String line) {
        String[] parts = line.split(": ", 3);
        if (parts.length < 3 || parts[2].isBlank()) {
            throw new IllegalArgumentException("a name, kinds and a reason expected: " + line);
        }
        Set<Difference> listed = new TreeSet<>();
        for (String kind : parts[1].split(", ")) {
            listed.add(Difference.valueOf(kind));
        }
        if (listed.contains(Difference.UNEXPLAINED) || kinds.put(parts[0], listed) != null) {
            throw new IllegalArgumentException("listed twice, or not explained: " + line);
        }
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(DifferenceSpec.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
