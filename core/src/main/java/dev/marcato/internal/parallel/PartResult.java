// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker leaves of a part.
 *
 * @param records its records, where parts are made and delivered; else none
 * @param made what was made of them
 * @param broken why the source could not be opened or read further, or null
 * @param thrown what the caller's function threw, or null; then nothing of the part counts
 */
record PartResult<T>(
        Part part,
        PartLog log,
        List<MarcRecord> records,
        @Nullable T made,
        @Nullable IOException broken,
        @Nullable Throwable thrown) {}
