// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * Stands before what takes more memory than a part usually does: a stretch of damage that goes on far behind the part.
 * Who wants to pass waits until nobody else is on the other side.
 */
interface Gate {
    /** Waits for the turn. Once passed, passing again is free. */
    void pass() throws IOException;

    /** Whether it was passed: then everything before the part is done, and what is found in it need not wait. */
    boolean passed();

    /**
     * Does what may wait long for a stream.
     *
     * @throws IOException when nothing more is wanted meanwhile: then nobody may be waiting any more
     */
    <R> R patiently(Supplier<R> reading) throws IOException;
}
