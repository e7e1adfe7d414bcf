// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An archive, whose members come in its order. Where it is a stream, a member must be read to its end, or not at all, before
 * the next one is asked for. For one thread at a time; closing it lets members that are open be read on.
 */
public interface Archive extends Closeable {
    /**
     * The next member; null at the end. Directories are none.
     *
     * @throws IOException where what follows cannot be found; there is nothing behind it
     */
    @Nullable
    Member next() throws IOException;
}
