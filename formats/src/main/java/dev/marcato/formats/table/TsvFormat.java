// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.table;

/** A table with a row for each subfield, cells separated by tabs, with backslashes before what is special. Any record comes back equal. */
public final class TsvFormat extends TableFormat {
    /** Found as a service. */
    public TsvFormat() {
        super(TableDialect.TSV, "tsv", "tsv", "tab");
    }
}
