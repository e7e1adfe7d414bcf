// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker leaves of a part, or of a stretch of it.
 *
 * @param begins whether the part begins with it
 * @param ends whether the part ends with it
 * @param records its records, where parts are made and delivered; else none
 * @param made what was made of them
 * @param broken why the source could not be opened or read further, or null
 * @param thrown what the caller's function threw, or null; then nothing of it counts
 */
record PartResult<T>(
        Part part,
        boolean begins,
        boolean ends,
        PartLog log,
        List<MarcRecord> records,
        @Nullable T made,
        @Nullable IOException broken,
        @Nullable Throwable thrown) {
    /** Whether the source begins with it. */
    boolean first() {
        return begins && part.first();
    }

    /** Whether the source ends with it. */
    boolean last() {
        return ends && part.last();
    }
}
