// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.read.Ledger;
import dev.marcato.internal.read.ReadOptions;
import dev.marcato.io.UnreadableInput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what workers leave of parts, in input order: tells the ledger of each source, and delivers what was made of the
 * records. So whatever depends on order is done by one thread at a time, and is the same for any number of them.
 */
final class Sequencer<T> {
    private final PassSettings settings;
    private final ReadOptions options;
    private final Selection selection;
    private final Work<T> work;
    private final OpenSources sources;
    private final List<ReadSummary> accounts = new ArrayList<>();
    private long bytesBefore;
    private @Nullable Ledger ledger;
    /** The source that could not be read further: what workers leave of it is passed over. */
    private @Nullable OpenSource abandoned;

    Sequencer(PassSettings settings, Work<T> work, OpenSources sources) {
        this.settings = settings;
        this.selection = new Selection(settings.skip(), settings.limit());
        this.options = settings.options().hearing(this::hear);
        this.work = work;
        this.sources = sources;
    }

    /** What is heard while a record is passed over is about that record; only losses are told then. */
    private void hear(Consumer<Diagnostic> listener, Diagnostic diagnostic) {
        if (!selection.skipsNext() || diagnostic.code().isLoss()) {
            listener.accept(diagnostic);
        }
    }

    /**
     * The next part in input order.
     *
     * @return whether another one is wanted
     */
    boolean take(PartResult<T> result) throws IOException {
        Part part = result.part();
        OpenSource source = part.source();
        if (source != null && source == abandoned) {
            return true;
        }
        if (!part.note().isEmpty()) {
            settings.notes().accept(part.note());
            return true;
        }
        if (source == null) {
            rethrow(result.thrown());
            accounts.add(new ReadSummary.Builder().build(part.name()));
            unreadable(part.name(), result.broken());
            return true;
        }
        Ledger account = ledger;
        if (result.first() || account == null) {
            account = new Ledger(source.facts(), source.name(), source.format(), options);
            ledger = account;
        }
        rethrow(result.thrown());
        tell(account, result);
        if (selection.full()) {
            return false;
        }
        if (result.broken() != null) {
            abandoned = source;
            close(account, source);
            unreadable(part.name(), result.broken());
        } else if (result.last()) {
            account.end();
            close(account, source);
        }
        return true;
    }

    private void tell(Ledger account, PartResult<T> result) throws IOException {
        PartLog log = result.log();
        int skipped = selection.skipsOf(result.records().size());
        try {
            log.tell(account, options.inspect(), selection);
        } catch (MarcFormatException e) {
            // The records before the damage count.
            deliver(result, skipped, log.told());
            throw e;
        }
        deliver(result, skipped, log.told());
    }

    private void deliver(PartResult<T> result, int from, int to) throws IOException {
        boolean all = from == 0 && to >= result.records().size();
        T made = all ? result.made() : from < to ? work.make(result.records().subList(from, to)) : null;
        if (made != null) {
            work.deliver(made);
        }
        work.progress(selection.delivered(), bytesBefore + (ledger == null ? 0 : ledger.totalBytes()));
    }

    private void close(Ledger account, OpenSource source) throws IOException {
        accounts.add(account.summary());
        bytesBefore += account.totalBytes();
        ledger = null;
        sources.close(source);
    }

    private void unreadable(String name, @Nullable IOException reason) {
        IOException why = reason == null ? new IOException("it cannot be read") : reason;
        long position = why instanceof ReadFailure failure ? failure.position() : -1;
        IOException cause = why instanceof ReadFailure && why.getCause() instanceof IOException e ? e : why;
        // An interrupt closes the channel of the file, for all threads; nobody else closes it while it is read.
        boolean interrupted = cause instanceof InterruptedIOException || cause instanceof ClosedChannelException;
        if (settings.unreadable() == null || interrupted) {
            String place = position < 0 ? "" : ": byte " + position;
            String what = interrupted ? "interrupted" : cause.getMessage();
            throw new UncheckedIOException(name + place + ": " + what, cause);
        }
        settings.unreadable().accept(new UnreadableInput(accounts.size() - 1, name, position, cause));
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown != null) {
            Thrown.again(thrown);
        }
    }

    /** The account of what was taken until now. */
    ReadSummary summary() {
        List<ReadSummary> all = new ArrayList<>(accounts);
        if (ledger != null) {
            all.add(ledger.summary());
        }
        return sum(all);
    }

    // In halves, since each addition copies the list of sources.
    private static ReadSummary sum(List<ReadSummary> parts) {
        return switch (parts.size()) {
            case 0 -> ReadSummary.EMPTY;
            case 1 -> parts.get(0);
            default -> {
                int half = parts.size() / 2;
                yield sum(parts.subList(0, half)).plus(sum(parts.subList(half, parts.size())));
            }
        };
    }
}
