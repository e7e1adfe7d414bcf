// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the records of a pass: each by itself, by worker, or those of a part together, in order.
 *
 * @param <T> what is made of the records of a part
 */
public interface Work<T> {
    /** One thread's own, which gets each record as soon as it is cut; null where parts are made and delivered. */
    @Nullable
    Consumer<MarcRecord> worker();

    /** Makes something of these records, all of a part or some of them, by any thread; null where there is nothing to deliver. */
    @Nullable
    T make(List<MarcRecord> records);

    /** Takes what was made of the next part, in input order, never two at a time. Its records have their numbers now. */
    void deliver(T made) throws IOException;

    /** So many records were delivered, and so many uncompressed bytes are accounted for; after each part, in input order. */
    default void progress(long records, long bytes) {
        // Who does not want to know does nothing.
    }
}
