// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import dev.marcato.cli.Arguments;
import dev.marcato.cli.UsageException;
import dev.marcato.cli.bench.profile.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands behind {@code --synthetic}. */
final class Configurations {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,3})x([1-9][0-9]{0,6})(k?)");
    private static final int MOST_RECORDS = 10_000_000;

    private Configurations() {}

    /** @param text configurations with commas between them */
    static List<Configuration> of(String text) throws UsageException {
        List<Configuration> configurations = new ArrayList<>();
        for (String name : text.split(",", -1)) {
            configurations.add(one(name.strip(), text));
        }
        return configurations;
    }

    private static Configuration one(String name, String text) throws UsageException {
        Matcher matcher = FORM.matcher(name);
        if (matcher.matches()) {
            int files = Integer.parseInt(matcher.group(1));
            long records = Long.parseLong(matcher.group(2)) * (matcher.group(3).isEmpty() ? 1 : 1000);
            if (files * records <= MOST_RECORDS) {
                return new Configuration(name, files, (int) records);
            }
        }
        throw Arguments.wrong(
                "--synthetic",
                "files x records, such as 4x10k or 2x500, with commas between several and at most ten million records"
                        + " in each",
                text);
    }
}
