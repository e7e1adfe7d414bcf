// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import java.util.List;
import java.util.Optional;

/**
 * What was found out about generated files.
 *
 * @param configuration how many files and records
 * @param recordLength about how many bytes a record was to have
 * @param recordBytes how many it has, on average
 * @param ways to read them, in turns within each source
 */
public record SyntheticProfile(Configuration configuration, int recordLength, long recordBytes, List<Way> ways) {
    public SyntheticProfile {
        ways = List.copyOf(ways);
    }

    public Optional<Way> way(Way.Source source, Way.Division division) {
        return ways.stream()
                .filter(way -> way.source() == source && way.division() == division)
                .findFirst();
    }
}
