// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What is said when the program itself is wrong: one line, and the rest for who asks. */
final class Crash {
    private static final String DEBUG = "MARCATO_DEBUG";

    private Crash() {}

    static void tell(Throwable failure) {
        Talk talk = Talk.onStandardError(false);
        if (failure instanceof OutOfMemoryError) {
            talk.error("marcato: out of memory; MARCATO_OPTS=-Xmx1g gives it more");
        } else {
            talk.error("marcato: internal error: " + failure + "; please report it, with what " + DEBUG + "=1 adds");
        }
        String debug = System.getenv(DEBUG);
        if (debug != null && !debug.isEmpty()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            trace.toString().lines().forEach(talk::error);
        }
    }
}
