// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.text;

import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.StartScanner;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A format whose records are found by a {@link StartScanner} and made by a {@link StretchReader}. Either where records start is to
 * be seen in a few bytes before, so that ranges are read independently of each other; or it is not, and somebody must have
 * looked through all that comes before.
 */
public abstract class TextFormat implements Format {
    private final String name;
    private final List<String> suffixes;
    private final int lookBack;

    /** A format where no number of bytes before a range tells which records start in it. */
    protected TextFormat(String name, String... suffixes) {
        this(name, 0, suffixes);
    }

    /** @param lookBack how many bytes before a range tell which records start in it */
    protected TextFormat(String name, int lookBack, String... suffixes) {
        this.name = name;
        this.lookBack = lookBack;
        this.suffixes = List.of(suffixes);
    }

    /**
     * What finds the starts.
     *
     * @param beginning whether it begins where the source does, or at a start; else in the bytes before a range
     */
    protected abstract StartScanner starts(boolean beginning);

    /** What makes records. */
    protected abstract StretchReader reader(CutSettings settings);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<String> suffixes() {
        return suffixes;
    }

    @Override
    public final RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return new StretchCutter(in, first, range, settings, starts(first), reader(settings));
    }

    @Override
    public final RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        long first = firstByteFor(range);
        return StretchCutter.of(bytes, first, range, settings, starts(first), reader(settings));
    }

    private StartScanner starts(long first) {
        return starts(lookBack == 0 || first == 0);
    }

    @Override
    public final long firstByteFor(FileRange range) {
        return Math.max(0, range.start() - lookBack);
    }

    @Override
    public final @Nullable StartScanner startScanner() {
        return lookBack == 0 ? starts(true) : null;
    }

    @Override
    public final boolean hasLines() {
        return true;
    }
}
