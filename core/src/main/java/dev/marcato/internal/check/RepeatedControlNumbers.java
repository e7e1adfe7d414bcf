// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * Whether the control number of a record was that of an earlier one: the only finding that depends on other records, and
 * so on their order. Remembers up to a million of them. Not thread-safe.
 */
public final class RepeatedControlNumbers {
    private final ControlNumbers seen = new ControlNumbers();

    /** What is to be said about the next record, or null. */
    public @Nullable Diagnostic look(MarcRecord next) {
        InspectedRecord record = new InspectedRecord(next);
        for (int field = 0; field < record.fields(); field++) {
            if (record.isControlNumber(field)) {
                boolean repeated = record.start(field) < record.end(field)
                        && seen.seen(record.data, record.start(field), record.end(field));
                return repeated
                        ? new Diagnostic(
                                DiagnosticCode.CONTROL_NUMBER_SEEN_BEFORE,
                                record.location(field, record.start(field)),
                                "",
                                "",
                                "")
                        : null;
            }
        }
        return null;
    }
}
