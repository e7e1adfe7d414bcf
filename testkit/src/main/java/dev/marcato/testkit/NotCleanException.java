// SPDX-License-Identifier: Apache-2.0
package dev.marcato.testkit;

/** Says where, and in what, bytes offered as clean ISO 2709 are not clean. */
public final class NotCleanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int offset;

    NotCleanException(int offset, String what) {
        super("byte " + offset + ": " + what);
        this.offset = offset;
    }

    /** Offset of the record that is not clean, in bytes from the start of the file, 0-based. */
    public int offset() {
        return offset;
    }
}
