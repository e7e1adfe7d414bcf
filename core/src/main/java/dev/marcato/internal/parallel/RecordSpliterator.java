// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.MarcRecord;
import dev.marcato.internal.archive.Archive;
import dev.marcato.io.FileRange;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The records of some inputs that follow one another, or of a range of one. It splits into halves, down to ranges that are
 * hardly worth a thread; a stream is not split.
 */
public final class RecordSpliterator implements Spliterator<MarcRecord> {
    private static final long SMALLEST_RANGE = 128 << 10;
    private static final long USUAL_RECORD = 1_000;
    private static final long UNKNOWN_SIZE = 1 << 20;

    private final StreamPass pass;
    private final long smallest;
    private int from;
    private int to;

    /** The only input, if it is open, and what of it is left; else null. */
    private @Nullable OpenSource source;

    /** The members of the only input, if it is an archive that is open; else null. */
    private @Nullable Members members;

    private long start;
    private long end;
    private long estimate;

    /** The part that is being read. */
    private @Nullable PartCursor cursor;

    private StreamPass.@Nullable PartGate gate;
    private @Nullable Part part;
    private boolean handedOver;
    private long partStart;
    private long partEnd;
    private boolean partLast;

    /** @param unitBytes a range this large is not split any more, if it is smaller than usual */
    public RecordSpliterator(StreamPass pass, int unitBytes) {
        this(pass, Math.min(SMALLEST_RANGE, unitBytes), 0, pass.inputs().size());
        for (MarcInput input : pass.inputs()) {
            long size = input.sizeHint();
            estimate += (size < 0 ? UNKNOWN_SIZE : size) / USUAL_RECORD + 1;
        }
    }

    private RecordSpliterator(StreamPass pass, long smallest, int from, int to) {
        this.pass = pass;
        this.smallest = smallest;
        this.from = from;
        this.to = to;
    }

    @Override
    public boolean tryAdvance(Consumer<? super MarcRecord> action) {
        while (cursor != null || begin()) {
            PartCursor.Step step = advance(action);
            if (step == PartCursor.Step.END) {
                finish();
            } else if (step == PartCursor.Step.RECORD) {
                return true;
            } else {
                handOver();
            }
        }
        return false;
    }

    /** Also where there is no record for long: rejects are not kept until there is one. */
    private void handOver() {
        PartCursor open = cursor;
        Part current = part;
        if (open != null && current != null) {
            handOver(open, current);
        }
    }

    private PartCursor.Step advance(Consumer<? super MarcRecord> action) {
        PartCursor open = cursor;
        StreamPass.PartGate own = gate;
        Part current = part;
        if (open == null || own == null || current == null) {
            return PartCursor.Step.END;
        }
        try {
            return open.advance(record -> {
                handOver(open, current);
                // Whoever the record is for may never ask for another one.
                own.close();
                action.accept(record);
            });
        } finally {
            own.close();
        }
    }

    /** What is known of a part that everything before it is done of need not wait until it ends, which may be far. */
    private void handOver(PartCursor open, Part current) {
        long logged = open.log().bytes() + open.log().objectBytes();
        if (logged >= PartReader.MOST_BYTES && pass.handOver(from, partStart, current, open, !handedOver)) {
            handedOver = true;
        }
    }

    /** Begins the next part; false where there is none. */
    private boolean begin() {
        if (members != null) {
            return beginMember(members);
        }
        OpenSource open = source;
        if (open == null) {
            if (from == to) {
                return false;
            }
            openNext();
            if (members != null) {
                return beginMember(members);
            }
            open = source;
        }
        StoredBytes stored = open == null ? null : open.stored();
        Part next;
        if (open == null) {
            next = new Parts.Broken(pass.inputs().get(from).name(), openFailure);
        } else if (stored != null) {
            next = new Parts.Range(open, stored, new FileRange(start, end));
        } else {
            next = new Parts.Whole(open);
        }
        partEnd = end;
        begin(next, next.last());
        return true;
    }

    /** Begins the next member of an archive, or what is behind it. */
    private boolean beginMember(Members archive) {
        Members.Next member = archive.next();
        if (member == null) {
            members = null;
            pass.ended(from++, start);
            return begin();
        }
        Part part = member.part();
        partEnd = start + 1;
        begin(part != null ? part : new Parts.Whole(Objects.requireNonNull(member.source())), false);
        return true;
    }

    private void begin(Part next, boolean last) {
        StreamPass.PartGate own = pass.gate();
        part = next;
        gate = own;
        partStart = start;
        partLast = last;
        cursor = pass.cursor(next, own);
        handedOver = false;
    }

    private IOException openFailure = new IOException("not opened");

    private void openNext() {
        start = 0;
        end = Long.MAX_VALUE;
        try {
            MarcInput input = pass.inputs().get(from);
            OpenSource.Opened opened = pass.sources().open(input);
            Archive archive = opened.archive();
            members = archive == null ? null : new Members(input.name(), archive, pass.sources());
            OpenSource open = opened.source();
            source = open;
            StoredBytes stored = open == null ? null : open.stored();
            end = stored == null ? Long.MAX_VALUE : stored.bytes();
        } catch (IOException e) {
            openFailure = e;
        }
    }

    private void finish() {
        PartCursor read = cursor;
        Part done = part;
        StreamPass.PartGate own = gate;
        cursor = null;
        part = null;
        gate = null;
        source = null;
        int input = from;
        if (members == null) {
            from++;
        } else {
            start = partEnd;
        }
        if (own != null) {
            own.close();
        }
        if (read != null && done != null) {
            pass.done(input, partStart, partEnd, partLast, done, read, !handedOver);
        }
    }

    @Override
    public @Nullable Spliterator<MarcRecord> trySplit() {
        if (cursor != null || members != null) {
            return null;
        }
        if (to - from > 1 && source == null) {
            int middle = (from + to) >>> 1;
            RecordSpliterator before = new RecordSpliterator(pass, smallest, from, middle);
            from = middle;
            estimate /= 2;
            before.estimate = estimate;
            return before;
        }
        if (to - from != 1) {
            return null;
        }
        if (source == null) {
            openNext();
        }
        OpenSource open = source;
        if (open == null || open.stored() == null || end - start < 2 * smallest) {
            return null;
        }
        long middle = (start + end) >>> 1;
        RecordSpliterator before = new RecordSpliterator(pass, smallest, from, to);
        before.source = open;
        before.start = start;
        before.end = middle;
        start = middle;
        estimate /= 2;
        before.estimate = estimate;
        return before;
    }

    @Override
    public long estimateSize() {
        return Math.max(1, estimate);
    }

    @Override
    public int characteristics() {
        return ORDERED | NONNULL | IMMUTABLE;
    }
}
