// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.MarcFiles;
import dev.marcato.MarcRecord;
import dev.marcato.MarcWriter;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.ErrorPolicy;
import dev.marcato.diagnostic.MarcFormatException;
import dev.marcato.diagnostic.ReadSummary;
import dev.marcato.diagnostic.Severity;
import dev.marcato.io.UnreadableInput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all inputs with the shared options: what all verbs that read records have in common, from the refusal of
 * an output that is an input to the last line of the account. For one thread, and once.
 */
final class RecordRun {
    private final SharedOptions options;
    private final Talk talk;
    private final Purpose purpose;
    private final Tally tally = new Tally();
    private final AtomicLong storedBytesRead = new AtomicLong();
    private final List<Consumer<Diagnostic>> listeners = new ArrayList<>();

    private List<Input> inputs = List.of();
    private @Nullable SideFiles sideFiles;
    private @Nullable Progress progress;
    private @Nullable MarcFiles files;
    private ExitStatus status = ExitStatus.DONE;
    private boolean stopped;
    private boolean closedPipe;
    private boolean completed;
    /** The places of the inputs that could not be opened. */
    private final Set<Integer> notOpened = new HashSet<>();

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

    /** Takes what was made of some records, in their order. */
    interface Sink<T> {
        void accept(T made) throws IOException;
    }

    RecordRun(SharedOptions options, Purpose purpose) {
        this.options = options;
        this.purpose = purpose;
        this.talk = Talk.onStandardError(options.quiet());
        listeners.add(tally);
    }

    /** Adds somebody who hears every diagnostic of the records that are asked for. */
    void addListener(Consumer<Diagnostic> listener) {
        listeners.add(listener);
    }

    /** Does the whole of it. */
    ExitStatus execute(Job job) throws UsageException {
        List<String> notes = new ArrayList<>();
        inputs = Inputs.expand(options.arguments(), options.recursive(), notes::add);
        try (Outputs outputs = new Outputs()) {
            OutputTarget data = outputs.add(options.outputNamed() ? "-o" : "standard output", options.output());
            SideFiles side = new SideFiles(options, outputs);
            outputs.refuseInputs(inputs);
            notes.forEach(note -> talk.say("marcato: " + note));
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
        boolean broken = stopped && purpose != Purpose.CHECK || !somethingRead() && status == ExitStatus.FAILED;
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
     * Reads all inputs, on as many threads as are asked for. One that cannot be read is reported, and the others are read.
     *
     * @param work makes something of some records that follow one another; several at a time
     * @param sink takes what was made, one after another, in input order
     * @throws OutputFailure if an output could not be written; nothing more is read then
     */
    <T> void forEach(Function<List<MarcRecord>, T> work, Sink<T> sink) throws IOException {
        pass(files -> files.forEachBlock(work, made -> {
            try {
                sink.accept(made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /**
     * Writes what a function makes of each record, in input order, on as many threads as are asked for; else as {@link
     * #forEach}. The writer is closed.
     */
    void writeTo(MarcWriter writer, UnaryOperator<MarcRecord> function) throws IOException {
        pass(files -> {
            try {
                files.writeTo(writer, function);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Keeps a record that cannot be written with the lost bytes, if anybody wants them. */
    void refused(MarcRecord record) {
        OutputStream rejects = sideFiles == null ? null : sideFiles.rejects();
        if (rejects != null) {
            try {
                rejects.write(MarcWriter.bytesOf(record));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads all inputs for their account alone; else as {@link #forEach}. */
    void readAll() throws IOException {
        pass(files -> files.collect(() -> this, (run, record) -> {}, (run, other) -> {}));
    }

    private void pass(Consumer<MarcFiles> reading) throws IOException {
        beginProgress();
        MarcFiles pass = newFiles();
        files = pass;
        try {
            reading.accept(pass);
        } catch (MarcFormatException e) {
            progressEnds();
            talk.error(String.valueOf(e.getMessage()));
            status = status.and(ExitStatus.LOST);
            stopped = true;
        } catch (Ended e) {
            stopped = true;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof OutputFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** One bad input ends the run. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private MarcFiles newFiles() {
        MarcFiles.Builder builder = MarcFiles.builder()
                .threads(options.threads())
                .skip(options.skip())
                .limit(options.limit())
                .onError(options.onError())
                .inspect(purpose == Purpose.CHECK)
                .listener(this::hear)
                .progress(this::show)
                .notes(this::passedOver)
                .unreadable(this::cannotRead);
        if (options.from() != null) {
            builder.format(options.from());
        }
        if (options.encoding() != null) {
            builder.encoding(options.encoding());
        }
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
        return builder.of(inputs.stream()
                .map(input -> new MeasuredInput(input, talk, storedBytesRead))
                .toList());
    }

    private void passedOver(String note) {
        progressEnds();
        talk.say("marcato: " + note);
    }

    private void cannotRead(UnreadableInput input) {
        progressEnds();
        status = status.and(ExitStatus.FAILED);
        if (input.opened()) {
            talk.error("marcato: cannot read on: " + input.name() + ": byte " + input.position() + ": "
                    + Reason.of(input.reason()));
        } else {
            notOpened.add(input.index());
            talk.error("marcato: " + input.name() + ": cannot read: " + Reason.of(input.reason()));
        }
        if (options.onError() == ErrorPolicy.STRICT) {
            throw new Ended();
        }
    }

    /** Hears a diagnostic of a record that is asked for. */
    void hear(Diagnostic diagnostic) {
        for (Consumer<Diagnostic> listener : listeners) {
            listener.accept(diagnostic);
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

    private void show(long records, long bytes) {
        if (progress != null && progress.isDue()) {
            progress.show(records, bytes, storedBytesRead.get());
        }
    }

    private void progressEnds() {
        if (progress != null) {
            progress.end();
        }
    }

    /** The account of what was read until now. */
    ReadSummary account() {
        return files == null ? ReadSummary.EMPTY : files.summary();
    }

    /** What was found, folded by kind. */
    Tally tally() {
        return tally;
    }

    /** Whether reading ended at the first damage, as the policy asked. */
    boolean stopped() {
        return stopped;
    }

    /**
     * The account of each input that could be opened, in their order.
     *
     * <p>The last one is not complete where reading ended before its end.
     */
    List<ReadSummary.Source> opened() {
        List<ReadSummary.Source> sources = account().sources();
        List<ReadSummary.Source> opened = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (!notOpened.contains(i)) {
                opened.add(sources.get(i));
            }
        }
        return opened;
    }

    /** Whether any input could be opened. */
    boolean somethingRead() {
        return account().sources().size() > notOpened.size();
    }

    Talk talk() {
        return talk;
    }
}
