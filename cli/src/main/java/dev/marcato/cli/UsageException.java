// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

/** The command was wrong, so nothing was done. The message is one line that says what to type instead. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
