// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.internal.read.Ledger;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes what workers leave of parts, in input order: tells the ledger of each source, and delivers what was made of the
 * records. So whatever depends on order is done by one thread at a time, and is the same for any number of them.
 */
final class Sequencer<T> {
    private final PassSettings settings;
    private final Work<T> work;
    private final OpenSources sources;
    private final List<ReadSummary> accounts = new ArrayList<>();
    private @Nullable Ledger ledger;
    /** The source that could not be read further: what workers leave of it is passed over. */
    private @Nullable OpenSource abandoned;

    Sequencer(PassSettings settings, Work<T> work, OpenSources sources) {
        this.settings = settings;
        this.work = work;
        this.sources = sources;
    }

    /** The next part in input order. */
    void take(PartResult<T> result) throws IOException {
        Part part = result.part();
        OpenSource source = part.source();
        if (source != null && source == abandoned) {
            return;
        }
        rethrow(result.thrown());
        if (source == null) {
            accounts.add(new ReadSummary.Builder().build(part.name()));
            unreadable(part.name(), result.broken());
            return;
        }
        Ledger account = ledger;
        if (part.first() || account == null) {
            account = new Ledger(source.facts(), source.name(), source.format(), settings.options());
            ledger = account;
        }
        tell(account, result);
        if (result.broken() != null) {
            abandoned = source;
            close(account, source);
            unreadable(part.name(), result.broken());
        } else if (part.last()) {
            account.end();
            close(account, source);
        }
    }

    private void tell(Ledger account, PartResult<T> result) throws IOException {
        try {
            result.log().tell(account, settings.options().inspect());
        } catch (MarcFormatException e) {
            // The records before the damage count.
            int before = result.log().delivered();
            if (before > 0 && result.made() != null) {
                work.deliver(work.make(result.records().subList(0, before)));
            }
            throw e;
        }
        if (result.made() != null) {
            work.deliver(result.made());
        }
    }

    private void close(Ledger account, OpenSource source) throws IOException {
        accounts.add(account.summary());
        ledger = null;
        sources.close(source);
    }

    private void unreadable(String name, @Nullable IOException reason) {
        IOException why = reason == null ? new IOException("it cannot be read") : reason;
        boolean interrupted =
                why instanceof InterruptedIOException || why.getCause() instanceof ClosedByInterruptException;
        if (settings.unreadable() == null || interrupted) {
            String place = why instanceof ReadFailure failure ? ": byte " + failure.position() : "";
            throw new UncheckedIOException(name + place + ": " + why.getMessage(), why);
        }
        settings.unreadable().accept(name, why);
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown instanceof Error error) {
            throw error;
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
