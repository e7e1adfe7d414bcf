// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.archive.Archive;
import dev.marcato.internal.archive.Archives;
import dev.marcato.internal.read.Source;
import dev.marcato.internal.read.SourceFacts;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.Formats;
import dev.marcato.io.MarcInput;
import dev.marcato.io.ReadLimits;
import dev.marcato.io.RecordCutter;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A source while it is read, by as many threads as there are: stored as it is, so that each range of it can be read by
 * itself, or a stream that goes from its beginning to its end.
 */
final class OpenSource implements Closeable {
    /** Inputs of at most so many bytes, as they are stored, are small. */
    static final long SMALL = 32 << 10;

    private final String name;
    private final MarcInput.Content content;
    private final Format format;
    private final @Nullable StoredBytes stored;
    private final @Nullable Source stream;
    private volatile @Nullable BlockChain blocks;

    private OpenSource(
            String name,
            MarcInput.Content content,
            Format format,
            @Nullable StoredBytes stored,
            @Nullable Source stream) {
        this.name = name;
        this.content = content;
        this.format = format;
        this.stored = stored;
        this.stream = stream;
    }

    /** What an input turned out to be: a source, or an archive of many. */
    record Opened(@Nullable OpenSource source, @Nullable Archive archive) {}

    /**
     * Opens an input, and finds out by its first bytes what it is.
     *
     * @param chosen the format, if somebody knows
     */
    static Opened open(MarcInput input, @Nullable Format chosen, ReadLimits limits) throws IOException {
        MarcInput.Content content = atOnce(input.open());
        try {
            if (content.size() >= 0) {
                byte[] head = Source.firstBytes(content.from(0));
                if (Archives.isZip(head)) {
                    return new Opened(null, Archives.zip(content, input.name(), chosen, limits));
                }
                Format format = format(chosen, head);
                if (!Source.isCompressed(head) && !Archives.isArchive(head) && format.startScanner() == null) {
                    return new Opened(
                            new OpenSource(input.name(), content, format, new StoredBytes(content, head), null), null);
                }
            }
            Source stream = new Source(content.from(0), limits);
            if (Archives.isArchive(stream.head())) {
                return new Opened(null, Archives.streamed(stream, content, input.name(), chosen, limits));
            }
            Format format = format(chosen, stream.head());
            return new Opened(new OpenSource(input.name(), content, format, null, stream), null);
        } catch (IOException | RuntimeException e) {
            try (content) {
                throw e;
            }
        }
    }

    private static Format format(@Nullable Format chosen, byte[] head) {
        return (chosen == null ? Formats.of(head) : chosen).forSource(head, head.length);
    }

    /** What is small is read at once, since a block for each of many small files would cost more than the files. */
    private static MarcInput.Content atOnce(MarcInput.Content content) throws IOException {
        if (content.size() < 0 || content.size() > SMALL || content.array() != null) {
            return content;
        }
        byte[] bytes = new byte[(int) content.size()];
        try {
            if (content.from(0).readNBytes(bytes, 0, bytes.length) < bytes.length) {
                return content;
            }
        } catch (IOException e) {
            // Reading it will tell where.
            return content;
        }
        content.close();
        return MarcInput.of(bytes, "").open();
    }

    String name() {
        return name;
    }

    Format format() {
        return format;
    }

    SourceFacts facts() {
        BlockChain chain = blocks;
        return stored != null ? stored : chain != null ? chain : stream();
    }

    /** Its bytes, if each range of them can be read by itself. */
    @Nullable
    StoredBytes stored() {
        return stored;
    }

    /** Its bytes as blocks, where it is a stream; once, and then no other way. */
    BlockChain blocks(int blockBytes) {
        BlockChain chain = new BlockChain(stream(), format, blockBytes);
        blocks = chain;
        return chain;
    }

    private Source stream() {
        if (stream == null) {
            throw new IllegalStateException(name + " is not read as a stream");
        }
        return stream;
    }

    /** A cutter for all of it, which is hardly more than its worker may hold. */
    RecordCutter cutter(CutSettings settings, Gate gate) throws IOException {
        if (stored != null) {
            return stored.cutter(format, FileRange.WHOLE, settings, gate);
        }
        Source source = stream();
        // Small as it is, there is no telling what it inflates to.
        return format.cutter(
                new PartStream(0, 0, gate) {
                    @Override
                    int readAt(long place, byte[] target, int offset, int length) throws IOException {
                        return source.read(target, offset, length);
                    }
                },
                FileRange.WHOLE,
                settings);
    }

    /** A cutter for all of it, for who reads nothing else meanwhile. */
    RecordCutter cutter(CutSettings settings) {
        return format.cutter(stream(), FileRange.WHOLE, settings);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
