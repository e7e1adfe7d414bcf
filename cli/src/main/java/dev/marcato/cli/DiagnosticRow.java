// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli;

import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.diagnostic.Location;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic as data, the same columns in JSON and in CSV. What is not known is null there and empty here.
 *
 * @param diagnostic what is told
 * @param inRejects where its bytes stand in the file of rejects; null if they do not
 */
record DiagnosticRow(Diagnostic diagnostic, @Nullable Extent inRejects) {
    static final String CSV_HEADER =
            "source,record,byte,line,column,control_number,tag,field,code,severity,title,message,found,"
                    + "expected,action,rejects_offset,rejects_length\n";

    /** Bytes of a file: where the first stands, 0-based, and how many there are. */
    record Extent(long offset, long length) {}

    /** Writes the columns into an object that is open. */
    void write(Json json) {
        Location at = diagnostic.location();
        json.fieldOrNull("source", at.source());
        number(json, "record", at.recordNumber() > 0 ? at.recordNumber() : -1);
        number(json, "byte", at.byteOffset());
        number(json, "line", at.line() > 0 ? at.line() : -1);
        number(json, "column", at.column() > 0 ? at.column() : -1);
        json.fieldOrNull("control_number", at.controlNumber()).fieldOrNull("tag", at.tag());
        number(json, "field", at.fieldNumber() > 0 ? at.fieldNumber() : -1);
        json.field("code", diagnostic.code().code())
                .field("severity", severity(diagnostic))
                .field("title", diagnostic.code().title())
                .field("message", diagnostic.message())
                .fieldOrNull("found", diagnostic.found())
                .fieldOrNull("expected", diagnostic.expected())
                .fieldOrNull("action", diagnostic.action());
        number(json, "rejects_offset", inRejects == null ? -1 : inRejects.offset());
        number(json, "rejects_length", inRejects == null ? -1 : inRejects.length());
    }

    private static void number(Json json, String name, long value) {
        if (value < 0) {
            json.nullField(name);
        } else {
            json.field(name, value);
        }
    }

    /** One line with its line end. */
    String toJsonLine() {
        Json json = new Json().open('{');
        write(json);
        return json.close('}') + "\n";
    }

    /** One row with its line end. */
    String toCsvRow() {
        Location at = diagnostic.location();
        StringBuilder row = new StringBuilder(200);
        cell(row, at.source());
        cell(row, at.recordNumber() > 0 ? Long.toString(at.recordNumber()) : "");
        cell(row, at.byteOffset() >= 0 ? Long.toString(at.byteOffset()) : "");
        cell(row, at.line() > 0 ? Long.toString(at.line()) : "");
        cell(row, at.column() > 0 ? Long.toString(at.column()) : "");
        cell(row, at.controlNumber());
        cell(row, at.tag());
        cell(row, at.fieldNumber() > 0 ? Integer.toString(at.fieldNumber()) : "");
        cell(row, diagnostic.code().code());
        cell(row, severity(diagnostic));
        cell(row, diagnostic.code().title());
        cell(row, diagnostic.message());
        cell(row, diagnostic.found());
        cell(row, diagnostic.expected());
        cell(row, diagnostic.action());
        cell(row, inRejects == null ? "" : Long.toString(inRejects.offset()));
        cell(row, inRejects == null ? "" : Long.toString(inRejects.length()));
        row.setCharAt(row.length() - 1, '\n');
        return row.toString();
    }

    private static void cell(StringBuilder row, String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (quoted) {
            row.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            row.append(value);
        }
        row.append(',');
    }

    private static String severity(Diagnostic diagnostic) {
        return diagnostic.severity().name().toLowerCase(Locale.ROOT);
    }
}
