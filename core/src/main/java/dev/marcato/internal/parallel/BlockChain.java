// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.gzip.BlockInflater;
import dev.marcato.internal.gzip.CompressedBlocks;
import dev.marcato.internal.gzip.CompressedBlocks.Inflated;
import dev.marcato.internal.read.Source;
import dev.marcato.internal.read.SourceFacts;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.StartScanner;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a source that can only be read from its beginning to its end. Whoever wants the next one reads it, while
 * others work on those before: there is no thread for reading. A block is kept as long as somebody works on it.
 *
 * <p>What is compressed in blocks of its own (BGZF) is only read here, and inflated by who gets the block.
 */
final class BlockChain implements SourceFacts {
    /** So far a cutter may have read behind what it looked through, and somebody who has not passed the gate behind a block. */
    private static final long MARGIN = Format.MOST_READ_AHEAD;

    /** So much is worth a block even where more may come soon. */
    private static final int ENOUGH = 64 << 10;

    /** What is compressed in blocks is inflated in such steps. */
    private static final int SMALL = 60_000;

    private static final byte[] NOTHING = {};

    private final Source source;
    private final TimedSource timed;
    private final Format format;
    private final int blockBytes;
    private final @Nullable BlockStarts starts;
    /** For the next block, if there is one already. */
    private byte[] scratch = NOTHING;

    private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
    private volatile long bytes;
    private @Nullable Block taken;
    /** The last block that somebody works on. */
    private @Nullable Block given;

    BlockChain(Source source, Format format, int blockBytes) {
        this.source = source;
        this.timed = new TimedSource(source);
        this.format = format;
        this.blockBytes = blockBytes;
        StartScanner scanner = format.startScanner();
        this.starts = scanner == null ? null : new BlockStarts(scanner);
    }

    @Override
    public byte[] head() {
        return source.head();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public Queue<Finding> findings() {
        return findings;
    }

    /** Where a block's bytes come from, when somebody wants them. */
    interface Stored {
        Inflated inflate(BlockInflater inflater);
    }

    /**
     * The bytes of a block.
     *
     * @param before those before it that a range must see
     * @param offset of the first one in the source
     */
    private record Content(byte[] before, byte[] bytes, int length, long offset) {
        private static final Content NONE = new Content(new byte[0], new byte[0], 0, 0);

        long end() {
            return offset + length;
        }

        /** Whether it was let go, since nothing in it can be wanted. */
        boolean dropped() {
            return length > bytes.length;
        }
    }

    /** Some bytes of the source. What they are, and where they stand, is known when they are inflated, as all before them. */
    private final class Block {
        private final boolean first;
        private final boolean last;
        /** Where in it the first record starts, as far as that must be known; negative if none does. */
        private final int start;
        /** Where the records in it start, and the one behind it; null where that is not known. */
        private final int @Nullable [] starts;
        /** Whether who gets it does not get the next one too. */
        private final boolean endsUnit;
        /** Why the byte behind it cannot be read, if so; then it is the last one. */
        private final @Nullable IOException failure;

        private volatile @Nullable Block next;
        private volatile @Nullable Content content;
        // Until the content is there.
        private volatile @Nullable Block previous;
        private @Nullable Stored stored;
        private @Nullable Inflated inflated;

        Block(
                @Nullable Block previous,
                Stored stored,
                int start,
                int @Nullable [] starts,
                boolean endsUnit,
                boolean last,
                @Nullable IOException failure) {
            this.start = start;
            this.starts = starts;
            this.first = previous == null;
            this.previous = previous;
            this.stored = stored;
            this.endsUnit = endsUnit;
            this.last = last;
            this.failure = failure;
        }

        private Content content() {
            Content known = content;
            return known == null ? placed() : known;
        }

        private Content placed() {
            // This one is placed, though somebody may do it meanwhile.
            Deque<Block> unplaced = new ArrayDeque<>(List.of(this));
            for (Block block = previous; block != null && block.content == null; block = block.previous) {
                unplaced.push(block);
            }
            Content placed = Content.NONE;
            try (BlockInflater inflater = new BlockInflater()) {
                for (Block block : unplaced) {
                    placed = block.place(inflater);
                }
            }
            return placed;
        }

        /** Makes its bytes ready, which needs nothing that stands before. */
        private synchronized void inflate(BlockInflater inflater) {
            if (stored != null) {
                inflated = stored.inflate(inflater);
                stored = null;
            }
        }

        /** Finds out where it stands, when that is known of the one before. */
        private synchronized Content place(BlockInflater inflater) {
            inflate(inflater);
            Content placed = content;
            Inflated own = inflated;
            if (placed == null && own != null) {
                Block before = previous;
                Content behind = before == null ? Content.NONE : before.content();
                told(behind.end(), own);
                placed = new Content(before(behind), own.bytes(), own.length(), behind.end());
                // Only now: who sees it, tells what comes next.
                content = placed;
                previous = null;
                inflated = null;
            }
            return placed == null ? Content.NONE : placed;
        }

        private void drop() {
            Content known = content();
            content = new Content(known.before, Content.NONE.bytes, known.length, known.offset);
        }
    }

    /** Some blocks that follow one another, for one worker. */
    final class Unit {
        private final Block first;
        private final Block last;

        private Unit(Block first, Block last) {
            this.first = first;
            this.last = last;
        }

        boolean first() {
            return first.first;
        }

        boolean last() {
            return last.last;
        }

        /** The range that it is. All of it is inflated first: others do the same with what stands before. */
        FileRange range() {
            try (BlockInflater inflater = new BlockInflater()) {
                for (Block block = first; block != null; block = block == last ? null : block.next) {
                    block.inflate(inflater);
                }
            }
            long end = last() ? Long.MAX_VALUE : last.content().end();
            return new FileRange(first.start < 0 ? end : first.content().offset + first.start, end);
        }

        /** Where records start in it, where somebody looked through it for that. */
        @Nullable
        StartScanner starts() {
            int[] starts = first.starts;
            return starts == null || first.start < 0 ? null : new KnownStarts(starts, first.start);
        }

        /** The bytes from a little before it on, as far as they are wanted. */
        InputStream open(Gate gate) {
            return new Blocks(this, gate);
        }
    }

    /** A block is inflated behind all those before it. */
    private void told(long offset, Inflated inflated) {
        for (Finding finding : inflated.findings()) {
            findings.add(Finding.at(
                    offset + finding.byteOffset(),
                    finding.code(),
                    finding.found(),
                    finding.expected(),
                    finding.action()));
        }
        bytes = offset + inflated.length();
    }

    /** The last bytes before the one behind a block, as many as a range that begins there must see. */
    private byte[] before(Content block) {
        long offset = block.end();
        byte[] before = new byte[(int) (offset - format.firstByteFor(new FileRange(offset, offset)))];
        int fromBlock = Math.min(block.length, before.length);
        int fromBefore = before.length - fromBlock;
        System.arraycopy(block.before, block.before.length - fromBefore, before, 0, fromBefore);
        System.arraycopy(block.bytes, block.length - fromBlock, before, fromBefore, fromBlock);
        return before;
    }

    /** The next blocks for somebody to work on; not to be asked behind the last one. */
    synchronized Unit take() {
        Block first = taken == null ? read(null) : readBehind(taken);
        Block last = first;
        while (!last.endsUnit && last.next != null) {
            last = last.next;
        }
        taken = last;
        given = last;
        return new Unit(first, last);
    }

    /** The block behind one that is not the last. */
    private synchronized Block readBehind(Block block) {
        Block next = block.next;
        if (next == null) {
            next = read(block);
            block.next = next;
        }
        return next;
    }

    /**
     * Somebody whose turn it is reads here, far behind its own block. What lies a little before is all its own, a stretch of
     * damage without a start: nobody else need take it.
     */
    private synchronized void passOver(long place) {
        Block last = taken;
        Block next = last == null ? null : last.next;
        long givenEnd = given == null ? 0 : given.content().end();
        while (next != null && next.content().end() < place - MARGIN) {
            if (next.content().offset > givenEnd + MARGIN) {
                // Results that wait for their turn know a block, and through it all behind it.
                next.drop();
            }
            taken = next;
            next = next.next;
        }
    }

    private Block read(@Nullable Block previous) {
        byte[] carried = starts == null ? NOTHING : starts.carried();
        long read = source.bytes() - carried.length;
        byte[] block = scratch.length < carried.length + blockBytes ? new byte[carried.length + blockBytes] : scratch;
        scratch = NOTHING;
        System.arraycopy(carried, 0, block, 0, carried.length);
        int length = carried.length;
        int most = carried.length + blockBytes;
        IOException failure = null;
        boolean last = false;
        try {
            if (starts == null && source.atBlock()) {
                return compressed(previous, source.takeBlocks(blockBytes).parts(SMALL));
            }
            while (length < most && !last && (length == carried.length || goesOn(length))) {
                int count = timed.read(block, length, most - length);
                last = count < 0;
                length += Math.max(0, count);
            }
        } catch (IOException e) {
            failure = e;
            last = true;
        }
        BlockStarts.Cut cut = starts == null ? new BlockStarts.Cut(length, 0, null) : starts.cut(block, length, last);
        byte[] own = block;
        if (cut.end() < blockBytes / 2) {
            // A pipe gives little at a time, and many blocks may be kept.
            own = Arrays.copyOf(block, cut.end());
            scratch = block;
        }
        Inflated ready = new Inflated(own, cut.end(), foundBehind(read));
        return new Block(previous, inflater -> ready, cut.start(), cut.starts(), true, last, failure);
    }

    /** Small blocks that are one unit: who has passed what stands before, needs a little of the first one alone. */
    private Block compressed(@Nullable Block previous, List<CompressedBlocks> parts) {
        Block first = new Block(previous, parts.get(0)::inflate, 0, null, parts.size() == 1, false, null);
        Block before = first;
        for (int i = 1; i < parts.size(); i++) {
            Block block = new Block(before, parts.get(i)::inflate, 0, null, i == parts.size() - 1, false, null);
            before.next = block;
            before = block;
        }
        return first;
    }

    /** What was found while a block was read, with its place in that block. */
    private List<Finding> foundBehind(long read) {
        List<Finding> found = new ArrayList<>();
        Finding finding = source.findings().poll();
        while (finding != null) {
            found.add(Finding.at(
                    finding.byteOffset() - read,
                    finding.code(),
                    finding.found(),
                    finding.expected(),
                    finding.action()));
            finding = source.findings().poll();
        }
        return found;
    }

    /** Whether somebody who has so many bytes should wait for more. */
    private boolean goesOn(int length) throws IOException {
        return (starts != null || !source.atBlock()) && (length < ENOUGH ? timed.mayBeThere() : timed.isThere());
    }

    /** Whether who takes the next block has to wait for it, certainly; to be asked while nobody reads. */
    boolean mustWait() {
        return timed.isNotThere();
    }

    private final class Blocks extends PartStream {
        private final Gate gate;
        private Block block;
        private Content content;
        /** In the bytes before the first block. */
        private boolean before = true;

        Blocks(Unit unit, Gate gate) {
            super(
                    unit.first.content().offset + Math.max(0, unit.first.start) - unit.first.content().before.length,
                    unit.last.content().end(),
                    gate);
            this.gate = gate;
            block = unit.first;
            content = block.content();
        }

        @Override
        int readAt(long place, byte[] target, int offset, int length) throws IOException {
            if (before && place < content.offset) {
                int from = (int) (place - content.offset) + content.before.length;
                int count = Math.min(length, content.before.length - from);
                System.arraycopy(content.before, from, target, offset, count);
                return count;
            }
            before = false;
            while (place == content.end()) {
                if (block.failure != null) {
                    // Only here it is known where that is.
                    throw new ReadFailure(place, block.failure);
                }
                if (block.last) {
                    return -1;
                }
                block = next();
                content = block.content();
                if (gate.passed()) {
                    passOver(content.offset);
                }
            }
            if (content.dropped()) {
                throw new IllegalStateException("byte " + place + " was let go, and is wanted");
            }
            int from = (int) (place - content.offset);
            int count = Math.min(length, content.length - from);
            System.arraycopy(content.bytes, from, target, offset, count);
            return count;
        }

        /** One that is here is had even while somebody waits for more. */
        private Block next() throws IOException {
            Block next = block.next;
            return next != null ? next : gate.patiently(() -> readBehind(block));
        }
    }
}
