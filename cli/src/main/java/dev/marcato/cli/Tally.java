// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Location;
import dev.marcato.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds diagnostics by kind: how many, in how many records, and the first places. Memory does not grow with the input.
 * For one thread.
 */
final class Tally implements Consumer<Diagnostic> {
    /** How many places of a kind are kept. */
    static final int PLACES = 3;

    private final Map<DiagnosticCode, Kind> kinds = new EnumMap<>(DiagnosticCode.class);

    /** All diagnostics with one code. */
    static final class Kind {
        private final DiagnosticCode code;
        private final List<Diagnostic> first = new ArrayList<>(PLACES);
        private long count;
        private long records;
        private @Nullable Location last;

        private Kind(DiagnosticCode code) {
            this.code = code;
        }

        DiagnosticCode code() {
            return code;
        }

        long count() {
            return count;
        }

        /** Records in which it was found; 0 if it is about places that are in no record. */
        long records() {
            return records;
        }

        /** The first of them, at most {@link #PLACES}, each in another record if it is about records. */
        List<Diagnostic> first() {
            return first;
        }

        private void add(Diagnostic diagnostic) {
            count++;
            Location here = diagnostic.location();
            boolean again = last != null && isRecord(here) && sameRecord(here, last);
            if (isRecord(here) && !again) {
                records++;
            }
            if (first.size() < PLACES && !again) {
                first.add(diagnostic);
            }
            last = here;
        }

        private static boolean isRecord(Location location) {
            return location.recordNumber() > 0;
        }

        private static boolean sameRecord(Location a, Location b) {
            return a.recordNumber() == b.recordNumber() && a.source().equals(b.source());
        }
    }

    @Override
    public void accept(Diagnostic diagnostic) {
        kinds.computeIfAbsent(diagnostic.code(), Kind::new).add(diagnostic);
    }

    /** The kinds at least as severe, the gravest first, then in the order of the codes. */
    List<Kind> kinds(Severity least) {
        List<Kind> chosen = new ArrayList<>();
        Collection<Kind> all = kinds.values();
        for (Kind kind : all) {
            if (kind.code.severity().compareTo(least) >= 0) {
                chosen.add(kind);
            }
        }
        chosen.sort(Comparator.comparing((Kind kind) -> kind.code.severity()).reversed());
        return chosen;
    }

    /** The codes that were told. */
    Set<DiagnosticCode> codes() {
        return kinds.keySet();
    }

    /** How many diagnostics of this severity there were. */
    long count(Severity severity) {
        long count = 0;
        for (Kind kind : kinds.values()) {
            count += kind.code.severity() == severity ? kind.count : 0;
        }
        return count;
    }

    /** The kind of this code, if there was one. */
    @Nullable
    Kind kind(DiagnosticCode code) {
        return kinds.get(code);
    }
}
