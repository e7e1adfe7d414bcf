// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.MarcReader;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all inputs with the shared options: what all verbs that read records have in common, from the refusal of
 * an output that is an input to the last line of the account. For one thread, and once.
 */
final class RecordRun {
    private static final int RECORDS_BETWEEN_GLANCES = 1024;

    private final SharedOptions options;
    private final Talk talk;
    private final Purpose purpose;
    private final Tally tally = new Tally();
    private final List<ReadSummary> accounts = new ArrayList<>();
    private final List<Consumer<Diagnostic>> listeners = new ArrayList<>();

    private List<Input> inputs = List.of();
    private @Nullable SideFiles sideFiles;
    private @Nullable Progress progress;
    private @Nullable MeasuredInput measured;
    private ExitStatus status = ExitStatus.DONE;
    private boolean stopped;
    private boolean closedPipe;
    private boolean completed;
    private boolean somethingRead;
    private long toSkip;
    private long delivered;

    /** What a verb wants of the pass. */
    enum Purpose {
        /** The records go on, repaired where need be; what was done is told in a few lines at the end. */
        DELIVER,
        /** As {@link #DELIVER}, and the verb tells itself what was done. */
        REPAIR,
        /** Fields and text are looked at too; the data are a report on what was found. */
        CHECK
    }

    /** What a verb does between the opening of the outputs and their completion. */
    interface Job {
        void run(RecordRun run, OutputStream data) throws IOException;
    }

    /** Takes one record after another. */
    interface Sink {
        void accept(MarcRecord record) throws IOException;
    }

    RecordRun(SharedOptions options, Purpose purpose) {
        this.options = options;
        this.purpose = purpose;
        this.talk = Talk.onStandardError(options.quiet());
        this.toSkip = options.skip();
        listeners.add(tally);
    }

    /** Adds somebody who hears every diagnostic of the records that are asked for. */
    void addListener(Consumer<Diagnostic> listener) {
        listeners.add(listener);
    }

    /** Does the whole of it. */
    ExitStatus execute(Job job) throws UsageException {
        inputs = Inputs.expand(options.arguments());
        try (Outputs outputs = new Outputs()) {
            OutputTarget data = outputs.add(options.outputNamed() ? "-o" : "standard output", options.output());
            SideFiles side = new SideFiles(options, outputs);
            outputs.refuseInputs(inputs);
            sideFiles = side;
            outputs.guard();
            OutputStream out = data.open();
            side.open();
            listeners.add(side);
            perform(job, outputs, data, out);
        } catch (OutputFailure e) {
            fail(e);
        }
        return conclude();
    }

    private void perform(Job job, Outputs outputs, OutputTarget data, OutputStream out) throws OutputFailure {
        try {
            job.run(this, out);
            complete(outputs, data);
        } catch (IOException e) {
            fail(OutputFailure.of(data.name(), false, e));
        } catch (UncheckedIOException e) {
            fail(OutputFailure.of(data.name(), false, Objects.requireNonNull(e.getCause())));
        }
        if (closedPipe) {
            outputs.commit(); // what stands beside the data is as good as it gets
        }
    }

    private void complete(Outputs outputs, OutputTarget data) throws OutputFailure {
        boolean broken = stopped && purpose != Purpose.CHECK || !somethingRead && status == ExitStatus.FAILED;
        if (broken) {
            if (data.isStandardOutput()) {
                data.commit();
            }
            return;
        }
        outputs.commit();
        completed = true;
    }

    private void fail(OutputFailure failure) {
        if (failure.closedPipe()) {
            closedPipe = true;
        } else {
            progressEnds();
            talk.error("marcato: " + failure.getMessage());
            status = status.and(ExitStatus.FAILED);
        }
    }

    private ExitStatus conclude() {
        progressEnds();
        ReadSummary account = account();
        if (!closedPipe) {
            Severity failOn = options.failOn().severity();
            boolean checks = purpose == Purpose.CHECK || options.failOnNamed();
            status = status.and(ExitStatus.of(account, tally.codes(), failOn, checks));
            report(account);
        }
        switch (options.summary()) {
            case TEXT -> SummaryText.lines(account).forEach(talk::error);
            case JSON -> talk.error(SummaryJson.of(account));
            case NONE -> {}
        }
        return status;
    }

    private void report(ReadSummary account) {
        if (!completed) {
            return;
        }
        switch (purpose) {
            case DELIVER -> RunReport.delivered(account, tally, options, talk);
            case REPAIR -> RunReport.repaired(account, tally, options, talk);
            case CHECK -> {}
        }
    }

    /**
     * Reads all inputs, one after another. One that cannot be read is reported, and the others are read.
     *
     * @param sink gets every record that is asked for
     * @throws OutputFailure if an output could not be written; nothing more is read then
     */
    void forEach(Sink sink) throws IOException {
        forEach(sink, (input, records) -> {});
    }

    /** Hears of an input that was read, with the number of records that it gave. */
    interface InputDone {
        void accept(Input input, long records) throws IOException;
    }

    /** As {@link #forEach(Sink)}; also says when an input is done. */
    void forEach(Sink sink, InputDone done) throws IOException {
        beginProgress();
        for (Input input : inputs) {
            if (stopped || delivered >= options.limit()) {
                return;
            }
            long before = delivered;
            if (read(input, sink)) {
                done.accept(input, delivered - before);
            }
        }
    }

    private boolean read(Input input, Sink sink) throws IOException {
        if (!input.problem().isEmpty()) {
            cannotRead(input, input.problem());
            return false;
        }
        if (input.isStandardInput() && Terminal.is(Terminal.IN)) {
            talk.say("marcato: reading standard input; Ctrl-D ends it");
        }
        MarcReader reader;
        try {
            reader = open(input);
        } catch (IOException e) {
            if (e instanceof OutputFailure) {
                throw e;
            }
            cannotRead(input, Reason.of(e));
            return false;
        }
        somethingRead = true;
        try (reader) {
            deliver(reader, sink);
        } catch (MarcFormatException e) {
            progressEnds();
            talk.error(String.valueOf(e.getMessage()));
            status = status.and(ExitStatus.LOST);
            stopped = true;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof OutputFailure failure) {
                throw failure;
            }
            progressEnds();
            talk.error("marcato: cannot read on: " + e.getMessage());
            status = status.and(ExitStatus.FAILED);
        } finally {
            ReadSummary account = reader.summary();
            accounts.add(account);
            if (progress != null) {
                progress.inputDone(account.totalBytes(), storedBytesRead());
                measured = null;
            }
        }
        return true;
    }

    private void cannotRead(Input input, String reason) {
        progressEnds();
        talk.error("marcato: " + input.name() + ": cannot read: " + reason);
        status = status.and(ExitStatus.FAILED);
        accounts.add(new ReadSummary.Builder().complete(false).build(input.name()));
    }

    private MarcReader open(Input input) throws IOException {
        MarcReader.Builder builder = MarcReader.builder()
                .onError(options.onError())
                .inspect(purpose == Purpose.CHECK)
                .sourceName(input.name())
                .listener(this::hear);
        if (options.flavor() != null) {
            builder.flavor(options.flavor());
        }
        OutputStream rejects = sideFiles == null ? null : sideFiles.rejects();
        if (rejects != null) {
            builder.rejectsTo(rejects);
        }
        OutputStream originals = sideFiles == null ? null : sideFiles.originals();
        if (originals != null) {
            builder.originalsTo(originals);
        }
        Path path = input.path();
        if (path == null && Terminal.inputIsClosed()) {
            throw new IOException("it is closed");
        }
        if (path == null) {
            return builder.open(new FileInputStream(FileDescriptor.in));
        }
        if (progress == null) {
            return builder.open(path);
        }
        measured = new MeasuredInput(Files.newInputStream(path));
        return builder.open(measured);
    }

    // A record is heard of before it is delivered, so what is heard while skipping is about what is skipped.
    void hear(Diagnostic diagnostic) {
        if (toSkip > 0 && !ExitStatus.isLoss(diagnostic.code())) {
            return;
        }
        for (Consumer<Diagnostic> listener : listeners) {
            listener.accept(diagnostic);
        }
    }

    private void deliver(MarcReader reader, Sink sink) throws IOException {
        for (MarcRecord record : reader) {
            if (toSkip > 0) {
                toSkip--;
                continue;
            }
            sink.accept(record);
            delivered++;
            if (progress != null && delivered % RECORDS_BETWEEN_GLANCES == 0 && progress.isDue()) {
                progress.show(delivered, reader.summary().totalBytes(), storedBytesRead());
            }
            if (delivered == options.limit()) {
                return;
            }
        }
    }

    private void beginProgress() {
        boolean terminal = !options.quiet() && Terminal.is(Terminal.ERR);
        // A bar among the data on the same screen helps nobody.
        boolean bar = terminal && (options.outputNamed() || purpose == Purpose.CHECK || !Terminal.is(Terminal.OUT));
        if (bar || options.progress()) {
            progress = new Progress(talk, terminal, Progress.storedBytes(inputs), System::nanoTime);
        }
    }

    private long storedBytesRead() {
        return measured == null ? 0 : measured.bytesRead();
    }

    private void progressEnds() {
        if (progress != null) {
            progress.end();
        }
    }

    /** The account of what was read until now. */
    ReadSummary account() {
        return sum(accounts);
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

    /** What was found, folded by kind. */
    Tally tally() {
        return tally;
    }

    /** Whether reading ended at the first damage, as the policy asked. */
    boolean stopped() {
        return stopped;
    }

    /** Whether any input could be opened. */
    boolean somethingRead() {
        return somethingRead;
    }

    Talk talk() {
        return talk;
    }
}
