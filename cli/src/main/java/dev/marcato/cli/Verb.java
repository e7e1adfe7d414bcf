// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One verb of the command line. A fresh object a run; no state before {@link #run}. */
public interface Verb {
    /** What follows {@code marcato VERB} in the help's first line. */
    String synopsis();

    /** What it does, in a few sentences. */
    List<String> description();

    /** Two command lines, each with a line before it that says what for. */
    List<String> examples();

    /** Adds the options and arguments that it understands. */
    void declare(CommandSpec spec);

    /**
     * Does the work.
     *
     * @throws UsageException if the command was wrong; nothing was done
     * @throws IOException if an output failed that no one else has reported
     */
    ExitStatus run(ParseResult parsed) throws UsageException, IOException;
}
