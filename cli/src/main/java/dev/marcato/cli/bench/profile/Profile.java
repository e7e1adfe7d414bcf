// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a benchmark found out.
 *
 * @param environment where
 * @param method how
 * @param threads how many there were to be at most
 * @param ownFiles about the user's files, null where there were none with a record in them
 * @param synthetic about generated files
 * @param gaps what was not measured
 */
public record Profile(
        Environment environment,
        Method method,
        int threads,
        @Nullable FilesProfile ownFiles,
        List<SyntheticProfile> synthetic,
        List<Gap> gaps) {
    public Profile {
        synthetic = List.copyOf(synthetic);
        gaps = List.copyOf(gaps);
    }

    public Optional<FilesProfile> files() {
        return Optional.ofNullable(ownFiles);
    }
}
