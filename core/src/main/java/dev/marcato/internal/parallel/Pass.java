// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all inputs. The calling thread works from the beginning; each thread that gets a unit of work calls one
 * more as long as there is more, so a small input is read by the caller alone and no size is guessed. Results are taken
 * in input order by whoever completes the row; who is too far ahead waits. Nothing is worked on behind the pass.
 */
public final class Pass<T> {
    /** After so long the caller sees whether a stream goes on. */
    private static final int LOOK_AGAIN_MILLIS = 10;

    private final PassSettings settings;
    private final long mostLogBytes;
    private final Work<T> work;
    private final UnitFeed feed;
    private final Sequencer<T> sequencer;
    private final OpenSources sources;

    // All below is guarded by this object.
    private final Map<Long, List<PartResult<T>>> waiting = new HashMap<>();
    private long handedOut;
    private long taken;
    private boolean taking;
    private int helpers;
    private int helpersStarted;
    private int helpersAtStreams;
    /** Whether somebody is at the feed. */
    private boolean feeding;

    private boolean stopped;
    /** Whether the caller found nothing more to do. */
    private boolean ended;

    private @Nullable Throwable failure;

    public Pass(List<? extends MarcInput> inputs, PassSettings settings, Work<T> work) {
        this.settings = settings;
        this.mostLogBytes = settings.mostLogBytes();
        this.sources = new OpenSources(settings.format(), settings.limits());
        this.work = work;
        this.feed = new UnitFeed(inputs, sources, settings);
        this.sequencer = new Sequencer<>(settings, work, sources);
    }

    /**
     * Reads everything.
     *
     * @throws UncheckedIOException when an input cannot be read, with its name and place, and nobody else hears of it
     * @throws IOException when what is made cannot be delivered
     */
    public void run() throws IOException {
        if (settings.limit() == 0) {
            return;
        }
        try (sources) {
            work(false);
            awaitHelpers();
        }
        rethrow();
    }

    /** The account; while the pass goes on only for who is being delivered to. */
    public ReadSummary summary() {
        return sequencer.summary();
    }

    private void work(boolean helper) {
        try {
            PartReader<T> reader = new PartReader<>(settings, work);
            Unit unit = next(helper);
            while (unit != null) {
                long number = unit.number;
                List<PartResult<T>> results = new ArrayList<>(unit.parts.size());
                Turn turn = new Turn(number, results, helper);
                for (Part part : unit.parts) {
                    for (Part each : part.opened()) {
                        turn.before(reader.read(each, turn, turn));
                        if (stopped()) {
                            return;
                        }
                    }
                }
                deliver(number, results);
                unit = next(helper);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new UncheckedIOException(new InterruptedIOException("interrupted")));
        } catch (Throwable e) {
            // Whatever it is: callers in other languages throw what they do not declare.
            fail(e);
        }
    }

    private record Unit(long number, List<Part> parts) {}

    /** The next unit, when it may be begun; null when there is none. */
    private @Nullable Unit next(boolean helper) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!mayBegin(helper)) {
            return null;
        }
        try {
            return handOut(feed.next());
        } finally {
            fed(helper);
        }
    }

    /**
     * Waits until another unit may be open, and nobody else is at the feed, which may be waiting for a stream; false where
     * there is none.
     */
    private synchronized boolean mayBegin(boolean helper) throws InterruptedException {
        boolean hears = !helper && mustHear();
        while (!stopped
                && (feeding || hears || handedOut - taken >= PassSettings.OPEN_UNITS * (long) settings.threads())) {
            wait(hears ? LOOK_AGAIN_MILLIS : 0);
            hears = !helper && mustHear();
        }
        if (stopped || feed.ended()) {
            return false;
        }
        feeding = true;
        atStream(helper, 1);
        return true;
    }

    /**
     * Whether the caller must be told how others fare, who may fail or be the last that is wanted: who waits for a stream
     * hears nothing.
     */
    private boolean mustHear() {
        return handedOut > taken && !feeding && (helpersAtStreams > 0 || feed.mustWait());
    }

    private synchronized void fed(boolean helper) {
        feeding = false;
        atStream(helper, -1);
    }

    private synchronized void atStream(boolean helper, int more) {
        helpersAtStreams += helper ? more : 0;
        notifyAll();
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    private synchronized @Nullable Unit handOut(List<Part> parts) {
        if (parts.isEmpty() || stopped) {
            return null;
        }
        if (!feed.ended() && helpersStarted < settings.threads() - 1) {
            startHelper();
        }
        return new Unit(handedOut++, parts);
    }

    private void startHelper() {
        helpersStarted++;
        try {
            new Helper(helpersStarted).start();
        } catch (OutOfMemoryError e) {
            // The system has no more threads: those that there are do the work.
            helpersStarted = settings.threads();
        }
    }

    private final class Helper extends Thread {
        Helper(int number) {
            super("marcato-" + number);
            setDaemon(true);
        }

        @Override
        public void run() {
            if (begin()) {
                try {
                    work(true);
                } finally {
                    end();
                }
            }
        }
    }

    /** Nobody waits for a helper that comes too late: it does nothing. */
    private synchronized boolean begin() {
        helpers += stopped || ended ? 0 : 1;
        return !stopped && !ended;
    }

    private synchronized void end() {
        helpers--;
        notifyAll();
    }

    /** The turn of a unit: its worker may then use more memory than others, and hands over what it has. */
    private final class Turn implements Gate, PartReader.Taker<T> {
        private final long number;
        private final List<PartResult<T>> before;
        private final boolean helper;
        private boolean passed;
        private long bytes;
        private long objectBytes;

        /** @param before what is done of the unit and must be taken first */
        Turn(long number, List<PartResult<T>> before, boolean helper) {
            this.number = number;
            this.before = before;
            this.helper = helper;
        }

        @Override
        public void pass() throws IOException {
            if (!passed) {
                awaitTurn(number);
                passed = true;
            }
        }

        @Override
        public boolean passed() {
            return passed;
        }

        @Override
        public <R> R patiently(Supplier<R> reading) throws IOException {
            atStream(helper, 1);
            R read;
            try {
                read = reading.get();
            } finally {
                atStream(helper, -1);
            }
            goOn();
            return read;
        }

        /** A part is done. Those of many small inputs may come to much more than they seemed to. */
        void before(PartResult<T> result) throws IOException {
            before.add(result);
            bytes += result.log().bytes();
            objectBytes += result.log().objectBytes();
            if (bytes > PartReader.MOST_BYTES || objectBytes > mostLogBytes) {
                pass();
                bytes = 0;
                objectBytes = 0;
                takeAll();
            }
        }

        private boolean takeAll() throws IOException {
            boolean more = true;
            for (PartResult<T> each : before) {
                more = more && sequencer.take(each);
            }
            before.clear();
            if (!more) {
                stop();
            }
            return more;
        }

        @Override
        public boolean take(PartResult<T> result) throws IOException {
            before.add(result);
            return takeAll();
        }
    }

    /** Puts results into the row, and takes from it what is next, unless somebody else is at it. */
    private void deliver(long number, List<PartResult<T>> results) throws IOException {
        synchronized (this) {
            waiting.put(number, results);
            if (taking) {
                return;
            }
            taking = true;
        }
        try {
            List<PartResult<T>> due = due();
            // Empty where everything of a unit was taken when it had its turn.
            while (due != null) {
                boolean more = true;
                for (int i = 0; more && i < due.size(); i++) {
                    more = sequencer.take(due.get(i));
                }
                if (!more) {
                    stop();
                    return;
                }
                due = taken();
            }
        } catch (Throwable e) {
            fail(e);
        }
    }

    /** Everything that was asked for is done. */
    private synchronized void stop() {
        stopped = true;
        waiting.clear();
        notifyAll();
    }

    private synchronized @Nullable List<PartResult<T>> taken() {
        taken++;
        notifyAll();
        return due();
    }

    private synchronized @Nullable List<PartResult<T>> due() {
        List<PartResult<T>> due = stopped ? null : waiting.remove(taken);
        if (due == null) {
            taking = false;
        }
        return due;
    }

    /** Waits until everything before a unit was taken: its worker alone may then use more memory than others. */
    private void awaitTurn(long number) throws IOException {
        synchronized (this) {
            while (!stopped && taken < number) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted");
                }
            }
            goOn();
        }
    }

    private synchronized void goOn() throws InterruptedIOException {
        if (stopped) {
            throw new InterruptedIOException("the pass was stopped");
        }
    }

    private synchronized void fail(Throwable reason) {
        if (!stopped) {
            failure = reason;
        }
        stop();
    }

    /** Waits for the helpers, but for one that waits for a stream to give something: it ends when that does. */
    private void awaitHelpers() {
        synchronized (this) {
            ended = true;
            boolean interrupted = false;
            while (helpers > (stopped ? helpersAtStreams : 0)) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                    fail(new UncheckedIOException(new InterruptedIOException("interrupted")));
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void rethrow() {
        Throwable reason;
        synchronized (this) {
            reason = failure;
        }
        if (reason != null) {
            Thrown.again(reason);
        }
    }
}
