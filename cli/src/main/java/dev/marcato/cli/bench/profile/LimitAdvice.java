// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.profile;

import dev.marcato.cli.bench.profile.Way.Division;
import dev.marcato.cli.bench.profile.Way.Source;
import java.util.List;
import java.util.Optional;

/** What the time of one thread goes to, and whether the memory could give more. */
final class LimitAdvice {
    private LimitAdvice() {}

    static Optional<Advice> of(FilesProfile files) {
        List<Phase> own =
                files.phases().stream().filter(phase -> !phase.limit()).toList();
        if (own.size() < 4) {
            return Optional.empty();
        }
        // Bytes, record ends where they were looked for, check, title, text.
        double bytes = time(own.get(0));
        double check = time(own.get(own.size() - 3));
        double title = time(own.get(own.size() - 2));
        double text = time(own.get(own.size() - 1));
        double read = share(bytes, title);
        double checking = share(check - bytes, title);
        String figures = "of one thread's time to the first 245$a, reading the bytes takes " + Quantity.percent(read)
                + ", finding and checking records " + Quantity.percent(checking) + ", the title "
                + Quantity.percent(share(title - Math.max(check, bytes), title))
                + "; turning every subfield to text takes "
                + Quantity.times(text / title) + " as long as all that";
        String limit = read > checking
                ? "Reading the bytes is what limits you"
                : "The processor is what limits you, not the files in the system's cache";
        return Optional.of(new Advice("what limits", limit, figures + bandwidth(files)));
    }

    private static double time(Phase phase) {
        return phase.measured().runs().median();
    }

    private static double share(double part, double whole) {
        return Math.max(0, part / whole);
    }

    private static String bandwidth(FilesProfile files) {
        Optional<Way> widest = files.widest(Source.MEMORY, Division.RANGES);
        Optional<Measured> copying = files.copying().stream()
                .reduce((first, second) -> second.threads() >= first.threads() ? second : first);
        if (widest.isEmpty() || copying.isEmpty()) {
            return "";
        }
        double copy = copying.get().bytesPerSecond();
        double reading = widest.get().measured().bytesPerSecond();
        return "; memory is copied at " + Quantity.rate(copy) + " with "
                + copying.get().threads()
                + (copying.get().threads() == 1 ? " thread, " : " threads, ") + Quantity.times(copy / reading)
                + " what reading records from memory came to";
    }
}
