// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import java.io.IOException;

/** A source could not be read further, at a place in its uncompressed bytes. */
final class ReadFailure extends IOException {
    private static final long serialVersionUID = 1;

    private final long position;

    ReadFailure(long position, IOException cause) {
        super(cause.getMessage(), cause);
        this.position = position;
    }

    ReadFailure(long position, String message) {
        super(message);
        this.position = position;
    }

    /** The first byte, 0-based, that could not be read. */
    long position() {
        return position;
    }
}
