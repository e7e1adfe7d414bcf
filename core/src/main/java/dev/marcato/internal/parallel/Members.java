// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.internal.archive.Archive;
import dev.marcato.internal.archive.Member;
import dev.marcato.internal.parallel.OpenSource.Opened;
import dev.marcato.io.MarcInput;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an archive, each a source of its own, one after another. One caller at a time. */
final class Members {
    private final String name;
    private final Archive archive;
    private final OpenSources sources;
    private boolean any;
    private boolean ended;

    /** @param name what the archive is called in messages */
    Members(String name, Archive archive, OpenSources sources) {
        this.name = name;
        this.archive = archive;
        this.sources = sources;
    }

    /** A member to be read, or a part that stands for one that is not; one of them is null. */
    record Next(@Nullable OpenSource source, @Nullable Part part) {}

    /** The next one; null at the end, and the archive is closed then. */
    @Nullable
    Next next() {
        if (ended) {
            return null;
        }
        try {
            Member member = archive.next();
            if (member == null) {
                ended = true;
                sources.close(archive);
                return any ? null : broken(name, new IOException("none of what is in this archive is read"));
            }
            MarcInput input = member.input();
            if (input == null) {
                return new Next(null, new Parts.Note(member.name(), member.note()));
            }
            any = true;
            return open(input);
        } catch (IOException e) {
            ended = true;
            closeQuietly();
            return broken(name, e);
        }
    }

    private Next open(MarcInput input) {
        try {
            Opened opened = sources.open(input);
            Archive inner = opened.archive();
            if (inner == null) {
                return new Next(opened.source(), null);
            }
            sources.close(inner);
            return broken(input.name(), new IOException("it is an archive in an archive; unpack it first"));
        } catch (IOException e) {
            return broken(input.name(), e);
        }
    }

    private static Next broken(String name, IOException reason) {
        return new Next(null, new Parts.Broken(name, reason));
    }

    private void closeQuietly() {
        try {
            sources.close(archive);
        } catch (IOException e) {
            // Why it cannot be read is told.
            return;
        }
    }

    /** All of them as parts. */
    Iterable<Part> parts(Function<OpenSource, Part> whole) {
        return () -> new Iterator<>() {
            private @Nullable Next next;

            // Only now: the one before is read to its end.
            @Override
            public boolean hasNext() {
                if (next == null) {
                    next = Members.this.next();
                }
                return next != null;
            }

            @Override
            public Part next() {
                Next current = hasNext() ? next : null;
                if (current == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                Part part = current.part();
                return part != null ? part : whole.apply(Objects.requireNonNull(current.source()));
            }
        };
    }
}
