// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.read.SourceFacts;
import dev.marcato.io.FileRange;
import dev.marcato.io.Finding;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.MarcInput;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;

/** The bytes of a source that is stored as it is, of as many as it had when it was opened. */
final class StoredBytes implements SourceFacts {
    private final MarcInput.Content content;
    private final byte[] head;

    StoredBytes(MarcInput.Content content, byte[] head) {
        this.content = content;
        this.head = head;
    }

    @Override
    public byte[] head() {
        return head;
    }

    @Override
    public long bytes() {
        return content.size();
    }

    @Override
    public Queue<Finding> findings() {
        return new ArrayDeque<>();
    }

    /** A cutter for a range. */
    RecordCutter cutter(Format format, FileRange range, CutSettings settings, Gate gate) throws IOException {
        byte[] array = content.array();
        if (array != null) {
            return format.cutter(array, range, settings);
        }
        long first = format.firstByteFor(range);
        return format.cutter(new Range(first, Math.min(range.end(), bytes()), gate), range, settings);
    }

    private final class Range extends PartStream {
        private final InputStream in;

        Range(long first, long end, Gate gate) throws IOException {
            super(first, end, gate);
            in = content.from(first);
        }

        @Override
        int readAt(long place, byte[] target, int offset, int length) throws IOException {
            long left = bytes() - place;
            if (left <= 0) {
                return -1;
            }
            int count;
            try {
                count = in.read(target, offset, (int) Math.min(left, length));
            } catch (IOException e) {
                throw new ReadFailure(place, e);
            }
            if (count < 0) {
                throw new ReadFailure(place, "it became shorter while it was read; it had " + bytes() + " bytes");
            }
            return count;
        }
    }
}
