// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/** The lightest severity that makes the exit status 1. */
enum FailOn {
    ERROR(Severity.ERROR),
    WARNING(Severity.WARNING),
    INFO(Severity.INFO),
    NEVER(null);

    private final @Nullable Severity severity;

    FailOn(@Nullable Severity severity) {
        this.severity = severity;
    }

    /** Null for never. */
    @Nullable
    Severity severity() {
        return severity;
    }
}
