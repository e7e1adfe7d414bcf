// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.archive.Archive;
import dev.marcato.io.FileRange;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the inputs in order, as units of work: ranges of large ones, blocks of streams, several small ones together.
 * Units get smaller towards the end of an input, so that all workers end at about the same time. One caller at a time.
 */
final class UnitFeed {
    private static final int MOST_SMALL = 256;
    /** Into so many units for each thread the rest of an input is divided. */
    private static final int UNITS = 4;

    private static final long SMALLEST_RANGE = 128 << 10;

    private final List<? extends MarcInput> inputs;
    private final OpenSources sources;
    private final int threads;
    private final int unitBytes;
    private int next;

    /** The archive that is being read. */
    private @Nullable Members members;

    private @Nullable OpenSource current;
    private long position;
    private @Nullable BlockChain chain;
    private volatile boolean ended;

    UnitFeed(List<? extends MarcInput> inputs, OpenSources sources, PassSettings settings) {
        this.inputs = inputs;
        this.sources = sources;
        this.threads = settings.threads();
        this.unitBytes = settings.unitBytes();
    }

    /** Whether there is certainly no other unit; may be asked by any thread. */
    boolean ended() {
        return ended;
    }

    /** Whether the next parts must be waited for, certainly; to be asked while nobody reads a stream. */
    boolean mustWait() {
        BlockChain blocks = chain;
        return current != null && blocks != null && blocks.mustWait();
    }

    /** The next parts, for one worker; none at the end. */
    List<Part> next() {
        while (true) {
            OpenSource source = current;
            if (source == null && members != null) {
                Members.Next member = members.next();
                if (member == null) {
                    members = null;
                } else if (member.part() != null) {
                    return List.of(member.part());
                } else {
                    begin(member.source());
                }
            } else if (source == null) {
                List<Part> small = small();
                if (!small.isEmpty()) {
                    return small;
                }
                if (next == inputs.size()) {
                    ended = true;
                    return List.of();
                }
                MarcInput input = inputs.get(next++);
                try {
                    OpenSource.Opened opened = sources.open(input);
                    Archive archive = opened.archive();
                    members = archive == null ? null : new Members(input.name(), archive, sources);
                    begin(opened.source());
                } catch (IOException e) {
                    return List.of(new Parts.Broken(input.name(), e));
                }
            } else {
                StoredBytes stored = source.stored();
                return List.of(stored != null ? range(source, stored) : block(source));
            }
        }
    }

    private void begin(@Nullable OpenSource source) {
        current = source;
        position = 0;
        chain = null;
    }

    /** Small inputs are opened by their worker, many together. */
    private List<Part> small() {
        List<Part> parts = new ArrayList<>();
        int most = Math.max(1, Math.min(MOST_SMALL, (inputs.size() - next) / UNITS / threads));
        long bytes = 0;
        while (next < inputs.size() && parts.size() < most && bytes < unitBytes) {
            MarcInput input = inputs.get(next);
            long size = input.sizeHint();
            if (size <= 0 || size > OpenSource.SMALL) {
                break;
            }
            parts.add(new Parts.Small(input, sources));
            bytes += size;
            next++;
        }
        endsWithThis();
        return parts;
    }

    private Part range(OpenSource source, StoredBytes stored) {
        long left = stored.bytes() - position;
        long smallest = Math.min(SMALLEST_RANGE, unitBytes);
        long length = Math.min(unitBytes, Math.max(smallest, left / UNITS / threads));
        if (left - length < smallest / 2 && left <= unitBytes) {
            length = left;
        }
        long end = Math.min(stored.bytes(), position + length);
        Part part = new Parts.Range(source, stored, new FileRange(position, end));
        position = end;
        if (part.last()) {
            current = null;
            endsWithThis();
        }
        return part;
    }

    private Part block(OpenSource source) {
        BlockChain blocks = chain;
        if (blocks == null) {
            blocks = source.blocks(unitBytes);
            chain = blocks;
        }
        BlockChain.Unit unit = blocks.take();
        if (unit.last()) {
            current = null;
            endsWithThis();
        }
        return new Parts.Blocks(source, unit);
    }

    private void endsWithThis() {
        ended = current == null && members == null && next == inputs.size();
    }
}
