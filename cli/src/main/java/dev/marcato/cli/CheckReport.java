// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What {@code check} writes, in one of its forms. Hears the diagnostics while the inputs are read; holds none of them. */
abstract class CheckReport implements Consumer<Diagnostic> {
    private final OutputStream out;
    private final Severity least;

    CheckReport(OutputStream out, Severity least) {
        this.out = out;
        this.least = least;
    }

    /** The lightest severity that is shown. */
    final Severity least() {
        return least;
    }

    final void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Before anything is read. */
    abstract void begin() throws IOException;

    /** One diagnostic that is to be shown if single ones are. */
    abstract void each(Diagnostic diagnostic) throws IOException;

    /** After everything is read. */
    abstract void end(ReadSummary account, Tally tally, boolean stopped) throws IOException;

    @Override
    public final void accept(Diagnostic diagnostic) {
        if (diagnostic.severity().compareTo(least) >= 0) {
            try {
                each(diagnostic);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
