// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** What is said when the program itself is wrong: one line, and the rest for who asks. */
final class Crash {
    static final String DEBUG = "MARCATO_DEBUG";

    private Crash() {}

    /** @param debug what the environment says under {@code MARCATO_DEBUG}, or null */
    static void tell(Throwable failure, Talk talk, @Nullable String debug) {
        if (failure instanceof OutOfMemoryError) {
            talk.error("marcato: out of memory; MARCATO_OPTS=-Xmx1g gives it more");
        } else {
            talk.error("marcato: internal error: " + failure + "; please report it, with what " + DEBUG + "=1 adds");
        }
        if (debug != null && !debug.isEmpty()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(talk::error);
        }
    }
}
