// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.Encoding;
import dev.marcato.Flavor;
import dev.marcato.internal.read.ReadOptions;
import dev.marcato.io.Format;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.UnreadableInput;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a pass is to be done.
 *
 * @param threads how many there may be, the caller's among them
 * @param unitBytes how many bytes one thread is given at a time at most; smaller units towards an input's end
 * @param options what becomes of each piece
 * @param skip records to pass over first, of all inputs together, where parts are made and delivered
 * @param limit records to deliver then at most
 * @param limits bounds on memory
 * @param encoding the encoding of all records, or null to go by evidence
 * @param flavor the flavor of all records, or null to go by evidence
 * @param format the format of all inputs, or null to go by their first bytes
 * @param unreadable hears of an input that could not be opened or read further; then the others are read. Null where
 *     that ends the pass
 * @param notes hears of members of archives that are passed over
 */
public record PassSettings(
        int threads,
        int unitBytes,
        ReadOptions options,
        long skip,
        long limit,
        ReadLimits limits,
        @Nullable Encoding encoding,
        @Nullable Flavor flavor,
        @Nullable Format format,
        @Nullable Consumer<UnreadableInput> unreadable,
        Consumer<String> notes) {
    /** Units that may be open or waiting for their turn, for each thread. */
    public static final int OPEN_UNITS = 2;

    /** A unit may not have more bytes, whoever asks. */
    public static final int MOST_UNIT_BYTES = 4 << 20;

    private static final int LARGEST_UNIT = 1 << 20;
    private static final int SMALLEST_UNIT = 128 << 10;
    private static final int SHARES_OF_HEAP = 64;
    private static final int SHARES_OF_HEAP_FOR_LOGS = 8;
    private static final int SMALLEST_LOG = 64 << 10;

    /** A size of units that leaves most of the heap to others. */
    public static int unitBytes(int threads) {
        long share = Runtime.getRuntime().maxMemory() / SHARES_OF_HEAP / (OPEN_UNITS * (long) threads);
        return (int) Math.min(LARGEST_UNIT, Math.max(SMALLEST_UNIT, share));
    }

    /**
     * So many bytes may the log of a unit take in memory before it waits for its turn: pieces of three bytes each, with what
     * was found in them, are a hundred times as large there.
     */
    long mostLogBytes() {
        long share = Runtime.getRuntime().maxMemory() / SHARES_OF_HEAP_FOR_LOGS / (OPEN_UNITS * (long) threads);
        return Math.max(SMALLEST_LOG, share);
    }
}
