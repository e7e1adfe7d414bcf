// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

import dev.marcato.formats.text.StretchReader;
import dev.marcato.formats.text.TextFormat;
import dev.marcato.io.RecordEncoder;
import dev.marcato.io.StartScanner;

/** A table with a row for each subfield. Any record comes back equal. */
abstract class TableFormat extends TextFormat {
    private final TableDialect dialect;

    TableFormat(TableDialect dialect, String name, String... suffixes) {
        super(name, suffixes);
        this.dialect = dialect;
    }

    @Override
    protected StartScanner starts(boolean beginning) {
        return new TableStarts(dialect);
    }

    @Override
    protected StretchReader reader(CutSettings settings) {
        return new TableStretches(dialect, settings);
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return dialect.isHeader(head, 0, length);
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new TableEncoder(dialect, settings.spreadsheet());
    }

    @Override
    public String keeps() {
        return "the record, whatever is in its values";
    }
}
