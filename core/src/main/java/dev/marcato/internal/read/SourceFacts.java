// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.io.Finding;
import java.util.Queue;

/** What the account of a source has to know about it besides its pieces. */
public interface SourceFacts {
    /** The first bytes, uncompressed, at most 512; the array is the source's own. */
    byte[] head();

    /** How many bytes were delivered, uncompressed. */
    long bytes();

    /** What was found out about the compression and not yet asked for, in order of the places. */
    Queue<Finding> findings();
}
