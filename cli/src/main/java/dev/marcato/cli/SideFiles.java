// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.Location;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files that are written beside the data: rejects, originals, diagnostics. Each is there only if it was asked for. */
final class SideFiles implements Consumer<Diagnostic> {
    private final @Nullable OutputTarget rejectsTarget;
    private final @Nullable OutputTarget originalsTarget;
    private final @Nullable OutputTarget diagnosticsTarget;
    private final boolean csv;

    private @Nullable TargetStream rejects;
    private @Nullable TargetStream originals;
    private @Nullable TargetStream diagnostics;
    private long rejectsToldOf;
    private DiagnosticRow.@Nullable Extent newest;
    private Location newestOf = Location.UNKNOWN;

    SideFiles(SharedOptions options, Outputs outputs) throws UsageException, OutputFailure {
        rejectsTarget = plan(outputs, "--rejects", options.rejects());
        originalsTarget = plan(outputs, "--originals", options.originals());
        diagnosticsTarget = plan(outputs, "--diagnostics", options.diagnostics());
        csv = options.diagnostics() != null && options.diagnostics().endsWith(".csv");
    }

    private static @Nullable OutputTarget plan(Outputs outputs, String option, @Nullable String name)
            throws UsageException, OutputFailure {
        return name == null ? null : outputs.add(option, name);
    }

    void open() throws OutputFailure {
        rejects = rejectsTarget == null ? null : rejectsTarget.open();
        originals = originalsTarget == null ? null : originalsTarget.open();
        diagnostics = diagnosticsTarget == null ? null : diagnosticsTarget.open();
        if (diagnostics != null && csv) {
            diagnostics.write(DiagnosticRow.CSV_HEADER.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where lost bytes go; null if nobody wants them. */
    @Nullable
    OutputStream rejects() {
        return rejects;
    }

    /** Where records go as they were before they were repaired; null if nobody wants them. */
    @Nullable
    OutputStream originals() {
        return originals;
    }

    /** Writes the diagnostic down, with its bytes' place in the rejects. */
    @Override
    public void accept(Diagnostic diagnostic) {
        if (diagnostics == null) {
            return;
        }
        DiagnosticRow row = new DiagnosticRow(diagnostic, placeInRejects(diagnostic));
        String line = csv ? row.toCsvRow() : row.toJsonLine();
        try {
            diagnostics.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (OutputFailure e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was written to the rejects since the last diagnostic belongs to this one, and to those about the same record
     * that come behind it: a reader writes the bytes first, and then says what about them.
     */
    private DiagnosticRow.@Nullable Extent placeInRejects(Diagnostic diagnostic) {
        if (rejects == null) {
            return null;
        }
        Location here = diagnostic.location();
        long end = rejects.written();
        if (end > rejectsToldOf) {
            newest = new DiagnosticRow.Extent(rejectsToldOf, end - rejectsToldOf);
            newestOf = here;
            rejectsToldOf = end;
            return newest;
        }
        boolean sameRecord = here.recordNumber() > 0
                && here.recordNumber() == newestOf.recordNumber()
                && here.source().equals(newestOf.source());
        return sameRecord ? newest : null;
    }
}
