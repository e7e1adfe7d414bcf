// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.read.ReadOptions;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What is written beside the records, and with what else a read goes on.
 *
 * @param given streams of the caller's, which stay open
 * @param owned streams that were opened here
 */
record SideOutputs(ReadOptions options, List<OutputStream> given, List<OutputStream> owned) implements Closeable {
    @Override
    public void close() throws IOException {
        List<Closeable> all = new ArrayList<>(owned);
        given.forEach(out -> all.add(out::flush));
        closeAll(all.iterator());
    }

    /** Closes the last one first, and all of them whatever one of them throws. */
    static void closeAll(Iterator<? extends Closeable> resources) throws IOException {
        if (resources.hasNext()) {
            Closeable resource = resources.next();
            try (resource) {
                closeAll(resources);
            }
        }
    }
}
