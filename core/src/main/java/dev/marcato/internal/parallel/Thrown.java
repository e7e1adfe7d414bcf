// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

/** Throws what another thread, or somebody's function, threw: as it is, declared or not. */
final class Thrown {
    private Thrown() {}

    static void again(Throwable reason) {
        Thrown.<RuntimeException>as(reason);
    }

    @SuppressWarnings("unchecked") // The type is nowhere looked at.
    private static <T extends Throwable> void as(Throwable reason) throws T {
        throw (T) reason;
    }
}
