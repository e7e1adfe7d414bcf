// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import dev.marcato.diagnostic.DiagnosticCode;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Says when compressed data have come to more than any records would: a small file that was made to fill a disk, or to keep a
 * processor busy for hours. Who decompresses asks at places that depend on the data alone, so that every reader ends at the
 * same byte. Immutable, safe for all threads.
 */
public final class ExpansionLimit {
    private static final long FLOOR_WITHIN = 1 << 20;

    private final int ratio;
    private final long floor;
    private final LongSupplier outermost;

    /** The limit that reading was told. */
    public ExpansionLimit(ReadLimits limits) {
        this(limits.expansionRatio(), limits.expansionFloor(), () -> Long.MAX_VALUE);
    }

    /**
     * The limit for what is compressed within something that is compressed itself. There may be many such, each of which stays
     * below the limit alone: so little comes out of any whatever the ratio.
     *
     * @param outermost how many bytes were used until now of what is stored in the end
     */
    public ExpansionLimit(ReadLimits limits, LongSupplier outermost) {
        this(limits.expansionRatio(), Math.min(limits.expansionFloor(), FLOOR_WITHIN), outermost);
    }

    private ExpansionLimit(int ratio, long floor, LongSupplier outermost) {
        this.ratio = ratio;
        this.floor = floor;
        this.outermost = outermost;
    }

    /** Whether so many compressed bytes may come to so many. */
    public boolean allows(long compressed, long expanded) {
        return expanded <= floor || expanded / ratio < stored(compressed);
    }

    /** What is to be told where it is no more allowed, which ends the stream. */
    public Finding reached(long offset, long compressed, long expanded) {
        long stored = Math.max(1, stored(compressed));
        DiagnosticCode code = DiagnosticCode.EXPANSION_LIMIT_REACHED;
        return Finding.at(
                offset,
                code,
                String.format(
                        Locale.ROOT,
                        "%s: %d bytes came out of %d, %d times as many",
                        code.title(),
                        expanded,
                        stored,
                        expanded / stored),
                String.format(Locale.ROOT, "at most %d times as many once there are %d", ratio, floor),
                "what came out until there is read");
    }

    private long stored(long compressed) {
        return Math.min(compressed, outermost.getAsLong());
    }
}
