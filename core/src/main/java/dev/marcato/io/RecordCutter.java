// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.io.IOException;

/** Cuts one range of one source into {@linkplain Piece pieces}, in input order. Not for several threads. */
public interface RecordCutter {
    /**
     * Fills the piece with the next stretch of the input.
     *
     * @return whether there was one
     * @throws IOException when the source cannot be read; after that the cutter is of no more use
     */
    boolean next(Piece piece) throws IOException;
}
