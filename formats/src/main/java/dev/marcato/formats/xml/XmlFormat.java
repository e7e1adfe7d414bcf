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
    private final @Nullable DocumentHead head;

    XmlFormat(Dialect dialect, @Nullable DocumentHead head) {
        this.dialect = dialect;
        this.head = head;
    }

    /** The same format for a source that begins so. */
    abstract XmlFormat of(DocumentHead known);

    @Override
    public Format forSource(byte[] first, int length) {
        return of(DocumentHead.of(first, length));
    }

    @Override
    public boolean sniff(byte[] first, int length) {
        return DocumentHead.of(first, length).formatName().equals(name());
    }

    @Override
    public StartScanner startScanner() {
        return scanner(head == null ? DocumentHead.UNKNOWN : head);
    }

    private StartScanner scanner(DocumentHead known) {
        SourceEncoding encoding = known.encoding();
        return encoding.isWide()
                ? new WideStarts(dialect, encoding.isBigEndian())
                : new XmlStarts(dialect, LONGEST_TAG);
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        return head == null && range.start() == 0
                ? new UndeclaredCutter(in, (all, known) -> cutter(all, range, settings, known))
                : cutter(in, range, settings, head == null ? DocumentHead.UNKNOWN : head);
    }

    private RecordCutter cutter(InputStream in, FileRange range, CutSettings settings, DocumentHead known) {
        XmlStretches stretches = new XmlStretches(dialect, known, settings);
        return new StretchCutter(in, range.start(), range, settings, scanner(known), stretches);
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        DocumentHead known = head == null ? DocumentHead.of(bytes, Math.min(HEAD, bytes.length)) : head;
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
