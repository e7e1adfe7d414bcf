// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

/** A table with a row for each subfield, cells separated by commas (RFC 4180). Any record comes back equal. */
public final class CsvFormat extends TableFormat {
    /** Found as a service. */
    public CsvFormat() {
        super(TableDialect.CSV, "csv", "csv");
    }
}
