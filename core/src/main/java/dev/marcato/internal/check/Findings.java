// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The findings of one record. At most {@link #LIMIT} are passed on, the gravest of them in the order in which they
 * were found, and one more says how many there are besides: an error is never crowded out by remarks.
 */
final class Findings {
    static final int LIMIT = 100;

    private final List<Diagnostic> kept = new ArrayList<>();
    private final int[] count = new int[Severity.values().length];

    /**
     * Counts a finding of which there are too many already to pass another one on. Spares the making of a text that
     * nobody will read, where hostile data could ask for millions.
     */
    boolean overflows(DiagnosticCode code) {
        if (count[code.severity().ordinal()] < LIMIT) {
            return false;
        }
        count[code.severity().ordinal()]++;
        return true;
    }

    /**
     * Notes a finding.
     *
     * @param field the field's number, from 0, or {@link InspectedRecord#NO_FIELD}
     * @param position absolute position in the record's data
     */
    void add(InspectedRecord record, DiagnosticCode code, int field, int position, String found, String expected) {
        // More than LIMIT of one severity are never passed on, so no more of them need be kept.
        if (count[code.severity().ordinal()]++ < LIMIT) {
            kept.add(new Diagnostic(code, record.location(field, position), found, expected, ""));
        }
    }

    /** Passes on what was found in a record, and begins anew. */
    void flush(InspectedRecord record, Consumer<Diagnostic> sink) {
        if (kept.isEmpty()) {
            return;
        }
        int[] room = room();
        int[] left = count.clone();
        for (Diagnostic finding : kept) {
            int severity = finding.severity().ordinal();
            if (room[severity]-- > 0) {
                left[severity]--;
                sink.accept(finding);
            }
        }
        String more = more(left);
        if (!more.isEmpty()) {
            sink.accept(new Diagnostic(
                    DiagnosticCode.MORE_DIAGNOSTICS,
                    record.location(InspectedRecord.NO_FIELD, record.offset),
                    more,
                    "",
                    ""));
        }
        kept.clear();
        Arrays.fill(count, 0);
    }

    /** How many of each severity are passed on. */
    private int[] room() {
        int[] room = new int[count.length];
        int free = LIMIT;
        for (int severity = count.length - 1; severity >= 0; severity--) {
            room[severity] = Math.min(free, count[severity]);
            free -= room[severity];
        }
        return room;
    }

    private static String more(int[] left) {
        int sum = 0;
        StringBuilder kinds = new StringBuilder();
        for (int severity = left.length - 1; severity >= 0; severity--) {
            if (left[severity] > 0) {
                sum += left[severity];
                kinds.append(kinds.isEmpty() ? "" : ", ")
                        .append(left[severity])
                        .append(' ')
                        .append(Severity.values()[severity]);
            }
        }
        return sum == 0 ? "" : sum + " more in this record (" + kinds + ")";
    }
}
