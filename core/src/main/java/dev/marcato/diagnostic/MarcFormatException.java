// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import java.util.Objects;

/** Data that is no MARC, or damaged where the caller asked for none. The message is that of its diagnostic. */
public class MarcFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, and where. */
    private final Diagnostic diagnostic;

    public MarcFormatException(Diagnostic diagnostic) {
        super(diagnostic.toString());
        this.diagnostic = Objects.requireNonNull(diagnostic, "diagnostic");
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
