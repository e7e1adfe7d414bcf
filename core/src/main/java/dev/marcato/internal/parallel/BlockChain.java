// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.read.Source;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a source that can only be read from its beginning to its end. Whoever wants the next one reads it, while
 * others work on those before: there is no thread for reading. A block is kept as long as somebody works on it.
 */
final class BlockChain {
    /** So far a cutter may have read behind what it looked through, and somebody who has not passed the gate behind a block. */
    private static final long MARGIN = Format.MOST_READ_AHEAD;

    private static final byte[] NOTHING = {};

    private final Source source;
    private final Format format;
    private final int blockBytes;
    private @Nullable Block taken;
    /** Behind the last block that somebody works on. */
    private long takenEnd;

    BlockChain(Source source, Format format, int blockBytes) {
        this.source = source;
        this.format = format;
        this.blockBytes = blockBytes;
    }

    /** Some bytes of the source, and those before them that a range must see. */
    static final class Block {
        private final byte[] before;
        private volatile byte[] bytes;
        private final int length;
        private final long offset;
        private final boolean last;
        /** Why the byte behind it cannot be read, if so; then it is the last one. */
        private final @Nullable IOException failure;

        private volatile @Nullable Block next;

        Block(byte[] before, byte[] bytes, int length, long offset, boolean last, @Nullable IOException failure) {
            this.before = before;
            this.bytes = bytes;
            this.length = length;
            this.offset = offset;
            this.last = last;
            this.failure = failure;
        }

        long offset() {
            return offset;
        }

        int length() {
            return length;
        }

        boolean last() {
            return last;
        }
    }

    /** The next block for somebody to work on; not to be asked behind the last one. */
    synchronized Block take() {
        Block block = taken == null ? read(null) : behind(taken);
        taken = block;
        takenEnd = block.offset + block.length;
        return block;
    }

    /** The block behind one that is not the last. One that is here is had even while somebody waits for more. */
    private Block behind(Block block) {
        Block next = block.next;
        return next != null ? next : readBehind(block);
    }

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
        while (next != null && next.offset + next.length < place - MARGIN) {
            if (next.offset > takenEnd + MARGIN) {
                // Results that wait for their turn know a block, and through it all behind it.
                next.bytes = NOTHING;
            }
            taken = next;
            next = next.next;
        }
    }

    private Block read(@Nullable Block previous) {
        long offset = previous == null ? 0 : previous.offset + previous.length;
        byte[] bytes = new byte[blockBytes];
        int length = 0;
        try {
            while (length < blockBytes) {
                int count = source.read(bytes, length, blockBytes - length);
                if (count < 0) {
                    return new Block(before(previous, offset), trimmed(bytes, length), length, offset, true, null);
                }
                length += count;
                if (length > 0 && mayTakeTime()) {
                    break;
                }
            }
        } catch (IOException e) {
            return new Block(
                    before(previous, offset), bytes, length, offset, true, new ReadFailure(offset + length, e));
        }
        return new Block(before(previous, offset), trimmed(bytes, length), length, offset, false, null);
    }

    /** A pipe gives little at a time, and many blocks may be kept. */
    private static byte[] trimmed(byte[] bytes, int length) {
        return length > bytes.length / 2 ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Whether the next byte may not be there yet, so that who has some should not wait for it. */
    private boolean mayTakeTime() {
        try {
            return source.available() == 0;
        } catch (IOException e) {
            // A pipe that was opened by its name knows nothing of what is in it.
            return true;
        }
    }

    /** The last bytes before a place, as many as a range that begins there must see. */
    private byte[] before(@Nullable Block previous, long offset) {
        if (previous == null) {
            return new byte[0];
        }
        byte[] before = new byte[(int) (offset - format.firstByteFor(new FileRange(offset, offset)))];
        int fromBlock = Math.min(previous.length, before.length);
        int fromBefore = before.length - fromBlock;
        System.arraycopy(previous.before, previous.before.length - fromBefore, before, 0, fromBefore);
        System.arraycopy(previous.bytes, previous.length - fromBlock, before, fromBefore, fromBlock);
        return before;
    }

    /** The bytes from a little before a block on, as far as they are wanted. */
    InputStream from(Block block, long end, Gate gate) {
        return new Blocks(block, end, gate);
    }

    private final class Blocks extends PartStream {
        private final Gate gate;
        private Block block;
        private byte[] bytes;
        /** The offset of the first of them. */
        private long base;

        private int limit;
        private boolean before = true;

        Blocks(Block first, long end, Gate gate) {
            super(first.offset - first.before.length, end, gate);
            this.gate = gate;
            block = first;
            bytes = first.before;
            base = first.offset - bytes.length;
            limit = bytes.length;
        }

        @Override
        int readAt(long place, byte[] target, int offset, int length) throws IOException {
            while (place == base + limit) {
                if (before) {
                    before = false;
                    enter(block);
                } else if (block.failure != null) {
                    throw block.failure;
                } else if (block.last) {
                    return -1;
                } else {
                    enter(behind(block));
                    if (gate.passed()) {
                        passOver(block.offset);
                    }
                }
            }
            if (limit > bytes.length) {
                // It was passed over, so that nothing in it can be wanted.
                return -1;
            }
            int from = (int) (place - base);
            int count = Math.min(length, limit - from);
            System.arraycopy(bytes, from, target, offset, count);
            return count;
        }

        private void enter(Block next) {
            block = next;
            bytes = next.bytes;
            base = next.offset;
            limit = next.length;
        }
    }
}
