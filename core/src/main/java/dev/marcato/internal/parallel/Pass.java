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
import org.jspecify.annotations.Nullable;

/**
 * One pass over all inputs. The calling thread works from the beginning; each thread that gets a unit of work calls one
 * more as long as there is more, so a small input is read by the caller alone and no size is guessed. Results are taken
 * in input order by whoever completes the row; who is too far ahead waits. Nothing is worked on behind the pass.
 */
public final class Pass<T> {
    private final PassSettings settings;
    private final Work<T> work;
    private final UnitFeed feed;
    private final Sequencer<T> sequencer;
    private final Object feedLock = new Object();
    private final OpenSources sources = new OpenSources();

    // All below is guarded by this object.
    private final Map<Long, List<PartResult<T>>> waiting = new HashMap<>();
    private long handedOut;
    private long taken;
    private boolean taking;
    private int helpers;
    private int helpersStarted;
    private int helpersInFeed;
    private boolean stopped;
    /** Whether the caller found nothing more to do. */
    private boolean ended;

    private @Nullable Throwable failure;

    public Pass(List<? extends MarcInput> inputs, PassSettings settings, Work<T> work) {
        this.settings = settings;
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
                Turn turn = new Turn(number, results);
                for (Part part : unit.parts) {
                    results.add(reader.read(part, turn, turn));
                }
                deliver(number, results);
                unit = next(helper);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new UncheckedIOException(new InterruptedIOException("interrupted")));
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private record Unit(long number, List<Part> parts) {}

    /** The next unit, when it may be begun; null when there is none. */
    private @Nullable Unit next(boolean helper) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        synchronized (feedLock) {
            if (!mayBegin()) {
                return null;
            }
            feeding(helper ? 1 : 0);
            try {
                return handOut(feed.next());
            } finally {
                feeding(helper ? -1 : 0);
            }
        }
    }

    /** Waits until another unit may be open; false where there is none. */
    private synchronized boolean mayBegin() throws InterruptedException {
        while (!stopped && handedOut - taken >= PassSettings.OPEN_UNITS * (long) settings.threads()) {
            wait();
        }
        return !stopped && !feed.ended();
    }

    private synchronized void feeding(int difference) {
        helpersInFeed += difference;
        notifyAll();
    }

    private synchronized @Nullable Unit handOut(List<Part> parts) {
        if (parts.isEmpty() || stopped) {
            return null;
        }
        if (!feed.ended() && helpersStarted < settings.threads() - 1) {
            helpersStarted++;
            new Helper(helpersStarted).start();
        }
        return new Unit(handedOut++, parts);
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
        private boolean passed;

        /** @param before what is done of the unit and must be taken first */
        Turn(long number, List<PartResult<T>> before) {
            this.number = number;
            this.before = before;
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
        public boolean take(PartResult<T> result) throws IOException {
            boolean more = true;
            for (PartResult<T> each : before) {
                more = more && sequencer.take(each);
            }
            before.clear();
            more = more && sequencer.take(result);
            if (!more) {
                stop();
            }
            return more;
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
            while (!due.isEmpty()) {
                boolean more = true;
                for (int i = 0; more && i < due.size(); i++) {
                    more = sequencer.take(due.get(i));
                }
                due = more ? taken() : stop();
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Everything that was asked for is done. */
    private synchronized List<PartResult<T>> stop() {
        stopped = true;
        waiting.clear();
        notifyAll();
        return List.of();
    }

    private synchronized List<PartResult<T>> taken() {
        taken++;
        notifyAll();
        return due();
    }

    private synchronized List<PartResult<T>> due() {
        List<PartResult<T>> due = stopped ? null : waiting.remove(taken);
        if (due == null) {
            taking = false;
            return List.of();
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
            if (stopped) {
                throw new InterruptedIOException("the pass was stopped");
            }
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
            while (helpers > (stopped ? helpersInFeed : 0)) {
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

    private synchronized void rethrow() throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
