// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.archive.Archive;
import dev.marcato.internal.parallel.OpenSource.Opened;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.MarcInput;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of parts. */
final class Parts {
    private Parts() {}

    /** A range of a source whose ranges can be read by themselves. */
    static final class Range extends Part {
        private final OpenSource source;
        private final StoredBytes bytes;
        private final FileRange range;

        Range(OpenSource source, StoredBytes bytes, FileRange range) {
            super(source.name(), range.start() == 0, range.end() >= bytes.bytes());
            this.source = source;
            this.bytes = bytes;
            this.range = range;
        }

        @Override
        OpenSource source() {
            return source;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) throws IOException {
            return bytes.cutter(source.format(), range, settings, gate);
        }
    }

    /** Blocks of a source that is a stream. */
    static final class Blocks extends Part {
        private final OpenSource source;
        /** Until it is opened: a block knows all behind it, and parts are known for longer than they are read. */
        private BlockChain.@Nullable Unit unread;

        Blocks(OpenSource source, BlockChain.Unit unit) {
            super(source.name(), unit.first(), unit.last());
            this.source = source;
            this.unread = unit;
        }

        @Override
        OpenSource source() {
            return source;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) {
            BlockChain.Unit unit = Objects.requireNonNull(unread, "a part is opened once");
            unread = null;
            FileRange range = unit.range();
            return source.format().cutter(unit.open(gate), range, settings.withStarts(unit.starts()));
        }
    }

    /** A source that is a stream, read as a whole by one worker. */
    static final class Whole extends Part {
        private final OpenSource source;

        Whole(OpenSource source) {
            super(source.name(), true, true);
            this.source = source;
        }

        @Override
        OpenSource source() {
            return source;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) {
            return source.cutter(settings);
        }
    }

    /** A whole input, so small that its worker opens it. */
    static final class Small extends Part {
        private final MarcInput input;
        private final OpenSources sources;

        Small(MarcInput input, OpenSources sources) {
            super(input.name(), true, true);
            this.input = input;
            this.sources = sources;
        }

        @Override
        Iterable<Part> opened() {
            try {
                Opened opened = sources.open(input);
                Archive archive = opened.archive();
                return archive == null
                        ? List.of(new Gated(Objects.requireNonNull(opened.source())))
                        : new Members(name(), archive, sources).parts(Gated::new);
            } catch (IOException e) {
                return List.of(new Broken(name(), e));
            }
        }

        @Override
        @Nullable
        OpenSource source() {
            return null;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) {
            throw new IllegalStateException("what it is made of is read");
        }
    }

    /** A source read as a whole by one worker, while others read others. */
    static final class Gated extends Part {
        private final OpenSource source;

        Gated(OpenSource source) {
            super(source.name(), true, true);
            this.source = source;
        }

        @Override
        OpenSource source() {
            return source;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) throws IOException {
            return source.cutter(settings, gate);
        }
    }

    /** A member of an archive that is passed over. */
    static final class Note extends Part {
        private final String note;

        Note(String name, String note) {
            super(name, true, true);
            this.note = note;
        }

        @Override
        String note() {
            return note;
        }

        @Override
        @Nullable
        OpenSource source() {
            return null;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) {
            return piece -> false;
        }
    }

    /** A source that could not be opened. */
    static final class Broken extends Part {
        private final IOException reason;

        Broken(String name, IOException reason) {
            super(name, true, true);
            this.reason = reason;
        }

        @Override
        @Nullable
        OpenSource source() {
            return null;
        }

        @Override
        RecordCutter open(CutSettings settings, Gate gate) throws IOException {
            throw reason;
        }
    }
}
