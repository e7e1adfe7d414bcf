// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.StartScanner;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the formats in XML have in common. Text is read by what the document declares, whatever encoding the caller knows the
 * records to have; what is read is UTF-8. Immutable and safe for all threads.
 */
abstract class XmlFormat implements Format {
    private static final int HEAD = 512;
    private static final int LONGEST_TAG = 62;

    private final Dialect dialect;
    /** Null where no source is known yet. */
    private final @Nullable SourceEncoding encoding;

    XmlFormat(Dialect dialect, @Nullable SourceEncoding encoding) {
        this.dialect = dialect;
        this.encoding = encoding;
    }

    /** The same format for a source in an encoding. */
    abstract XmlFormat in(SourceEncoding known);

    @Override
    public Format forSource(byte[] head, int length) {
        return in(SourceEncoding.of(head, length));
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return DocumentHead.of(head, length).formatName().equals(name());
    }

    @Override
    public StartScanner startScanner() {
        return scanner(encoding == null ? SourceEncoding.UTF_8 : encoding);
    }

    private StartScanner scanner(SourceEncoding known) {
        return known.isWide() ? new WideStarts(dialect, known.isBigEndian()) : new XmlStarts(dialect, LONGEST_TAG);
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        return encoding == null && range.start() == 0
                ? new UndeclaredCutter(in, (all, known) -> cutter(all, range, settings, known))
                : cutter(in, range, settings, encoding == null ? SourceEncoding.UTF_8 : encoding);
    }

    private RecordCutter cutter(InputStream in, FileRange range, CutSettings settings, SourceEncoding known) {
        XmlStretches stretches = new XmlStretches(dialect, known, settings);
        return new StretchCutter(in, range.start(), range, settings, scanner(known), stretches);
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        SourceEncoding known = encoding == null ? SourceEncoding.of(bytes, Math.min(HEAD, bytes.length)) : encoding;
        return StretchCutter.of(
                bytes, range.start(), range, settings, scanner(known), new XmlStretches(dialect, known, settings));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return range.start();
    }

    @Override
    public boolean hasLines() {
        return true;
    }
}
