// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.Finding;
import dev.marcato.io.Piece;
import java.util.List;

/** Takes pieces by their positions in the text that is read, which need not be the source's. */
interface PieceSink extends Places {
    /** Takes a piece without a record. */
    void piece(Piece.Kind kind, int from, int to, List<Finding> findings);
}
