// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.read;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import java.io.OutputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done with each piece of a source.
 *
 * @param policy what to do with damage
 * @param listener hears of every diagnostic
 * @param inspect whether fields and text are looked at too
 * @param rejects gets the bytes that are in no delivered record, in input order, or null
 * @param originals gets the bytes of every record that was repaired, as they were, or null
 */
public record ReadOptions(
        ErrorPolicy policy,
        @Nullable Consumer<Diagnostic> listener,
        boolean inspect,
        @Nullable OutputStream rejects,
        @Nullable OutputStream originals) {
    /** The same, where somebody decides what the listener hears. */
    public ReadOptions hearing(BiConsumer<Consumer<Diagnostic>, Diagnostic> filter) {
        return listener == null
                ? this
                : new ReadOptions(
                        policy, diagnostic -> filter.accept(listener, diagnostic), inspect, rejects, originals);
    }
}
