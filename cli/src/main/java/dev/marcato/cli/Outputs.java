// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All outputs of a run. They are planned and compared with each other and with the inputs before any is opened, put in
 * place together at the end, and taken away together when the run breaks off, be it by a signal.
 */
public final class Outputs implements AutoCloseable {
    private final List<OutputTarget> targets = new ArrayList<>();
    private @Nullable Thread hook;

    /**
     * Adds an output.
     *
     * @throws UsageException if another one goes to the same file
     */
    public OutputTarget add(String option, String name) throws UsageException, OutputFailure {
        OutputTarget target = OutputTarget.plan(option, name);
        for (OutputTarget other : targets) {
            if (target.clashesWith(other)) {
                throw new UsageException(other.option() + " and " + option + " would write into one file: " + name);
            }
        }
        targets.add(target);
        return target;
    }

    /** @throws UsageException if an output is one of the inputs, by whatever name */
    public void refuseInputs(List<Input> inputs) throws UsageException {
        for (Input input : inputs) {
            Path file = input.isStandardInput() ? Path.of("/dev/stdin") : input.path();
            if (file == null) {
                continue;
            }
            for (OutputTarget target : targets) {
                if (target.clashesWith(file)) {
                    throw new UsageException(target.name() + " (" + target.option() + ") is also an input ("
                            + input.name() + "); write to another file");
                }
            }
        }
    }

    /** From here on a signal takes away what is half written. To be called before anything is opened. */
    public void guard() {
        if (hook == null) {
            hook = new Thread(() -> targets.forEach(OutputTarget::remove), "marcato-outputs");
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /**
     * Completes the outputs in the order in which they were added.
     *
     * @throws OutputFailure if one cannot be completed; those behind it are not
     */
    public void commit() throws OutputFailure {
        for (OutputTarget target : targets) {
            target.commit();
        }
    }

    /** Takes away what was not committed. */
    @Override
    public void close() {
        targets.forEach(OutputTarget::abandon);
    }
}
