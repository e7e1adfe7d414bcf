// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.parallel;

import dev.marcato.io.FileRange;
import dev.marcato.io.Format.CutSettings;
import dev.marcato.io.RecordCutter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of one source, which one worker reads; {@link FileRange} says which records are its own. */
abstract class Part {
    private final String name;
    private final boolean first;
    private final boolean last;

    /**
     * @param name what its source is called in messages
     * @param first whether the source begins with it
     * @param last whether the source ends with it
     */
    Part(String name, boolean first, boolean last) {
        this.name = name;
        this.first = first;
        this.last = last;
    }

    final String name() {
        return name;
    }

    final boolean first() {
        return first;
    }

    final boolean last() {
        return last;
    }

    /** What is to be told instead of reading it; "" where it is read. */
    String note() {
        return "";
    }

    /** What it is made of, when it is opened: itself, or each member of an archive, which must be read before the next one. */
    Iterable<Part> opened() {
        return List.of(this);
    }

    /** The source; null where it could not be opened, or is not open yet. */
    abstract @Nullable OpenSource source();

    /** Opens what is not open yet, and makes a cutter for the range. */
    abstract RecordCutter open(CutSettings settings, Gate gate) throws IOException;
}
