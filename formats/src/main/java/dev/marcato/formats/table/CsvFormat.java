// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.formats.text.StretchCutter;
import dev.marcato.io.FileRange;
import dev.marcato.io.Format;
import dev.marcato.io.RecordCutter;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;
import java.io.InputStream;
import java.util.List;

/** A table with a row for each subfield, cells separated by commas (RFC 4180). Any record comes back equal. */
public final class CsvFormat implements Format {
    /** Found as a service. */
    public CsvFormat() {}

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<String> suffixes() {
        return List.of("csv");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return TableDialect.CSV.isHeader(head, 0, length);
    }

    @Override
    public RecordCutter cutter(InputStream in, FileRange range, CutSettings settings) {
        return new StretchCutter(
                in, range.start(), range, settings, startScanner(), new TableStretches(TableDialect.CSV, settings));
    }

    @Override
    public RecordCutter cutter(byte[] bytes, FileRange range, CutSettings settings) {
        return StretchCutter.of(
                bytes, range.start(), range, settings, startScanner(), new TableStretches(TableDialect.CSV, settings));
    }

    @Override
    public long firstByteFor(FileRange range) {
        return range.start();
    }

    @Override
    public StartScanner startScanner() {
        return new TableStarts(TableDialect.CSV);
    }

    @Override
    public boolean hasLines() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new TableEncoder(TableDialect.CSV, settings.spreadsheet());
    }

    @Override
    public String keeps() {
        return "the record, whatever is in its values";
    }
}
