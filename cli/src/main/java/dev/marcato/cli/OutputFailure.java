// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import java.io.IOException;

/**
 * An output could not be written. Its own type, because a reader that writes rejects hands on what their stream threw,
 * and a full disk must not pass for a broken input.
 */
public final class OutputFailure extends IOException {
    private static final long serialVersionUID = 1L;

    /** Whether whoever read the output went away, as {@code head} does when it has seen enough. */
    private final boolean closedPipe;

    private OutputFailure(String message, boolean closedPipe, IOException cause) {
        super(message, cause);
        this.closedPipe = closedPipe;
    }

    /**
     * @param name what the output is called in messages
     * @param pipe whether it is known to be a pipe; the text of the system's message depends on the locale
     */
    static OutputFailure of(String name, boolean pipe, IOException cause) {
        if (cause instanceof OutputFailure failure) {
            return failure;
        }
        String reason = Reason.of(cause);
        boolean closed = pipe || reason.equals("Broken pipe") || reason.contains("pipe is being closed");
        return new OutputFailure(name + ": cannot write: " + reason, closed, cause);
    }

    boolean closedPipe() {
        return closedPipe;
    }
}
