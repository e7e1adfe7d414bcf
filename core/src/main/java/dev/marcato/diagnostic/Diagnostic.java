// SPDX-License-Identifier: Apache-2.0
package dev.marcato.diagnostic;

import dev.marcato.internal.SafeText;
import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong or odd, with its place. The three texts are clauses in plain English, lower case, without a
 * full stop, each "" where it has nothing to say; the message is made from them. They may quote data: what is unsafe to
 * show (control characters, great length) is escaped and bounded here, whoever makes the diagnostic.
 *
 * @param code what kind of thing it is
 * @param location where it is
 * @param found what stands there, for example {@code leader length is 01361}; "" lets the code's title speak
 * @param expected what should stand there, for example {@code the record has 1359 bytes}
 * @param action what was done about it, for example {@code read to its terminator}
 */
public record Diagnostic(DiagnosticCode code, Location location, String found, String expected, String action)
        implements Serializable {
    public Diagnostic {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(location, "location");
        found = SafeText.of(found);
        expected = SafeText.of(expected);
        action = SafeText.of(action);
    }

    /** The severity of the code. */
    public Severity severity() {
        return code.severity();
    }

    /** The same diagnostic at another place. */
    public Diagnostic withLocation(Location other) {
        return new Diagnostic(code, other, found, expected, action);
    }

    /** One line without place and code, for example {@code leader length is 01361; the record has 1359 bytes}. */
    public String message() {
        StringBuilder message = new StringBuilder(found.isEmpty() ? code.title() : found);
        if (!expected.isEmpty()) {
            message.append("; ").append(expected);
        }
        if (!action.isEmpty()) {
            message.append("; ").append(action);
        }
        return message.toString();
    }

    /** {@code LOCATION: message [M0312]}. */
    @Override
    public String toString() {
        String place = location.toString();
        return (place.isEmpty() ? "" : place + ": ") + message() + " [" + code.code() + "]";
    }
}
