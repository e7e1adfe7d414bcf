// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.CONTROL_NUMBER_MISSING;
import static dev.marcato.diagnostic.DiagnosticCode.CONTROL_NUMBER_REPEATED;
import static dev.marcato.diagnostic.DiagnosticCode.DIRECTORY_ORDER_DIFFERS;
import static dev.marcato.diagnostic.DiagnosticCode.ENCODING_CONTRADICTED;
import static dev.marcato.internal.check.InspectedRecord.NO_FIELD;

import dev.marcato.Encoding;
import dev.marcato.MarcRecord;
import dev.marcato.diagnostic.Diagnostic;
import dev.marcato.internal.charset.Ascii;
import java.util.function.Consumer;

/**
 * Looks at what stands in the leader, the fields and the text of records, one after another, and tells what it finds:
 * every finding with its place, at most a hundred a record and one more that counts the rest. Of earlier records it
 * remembers nothing. Not thread-safe.
 */
public final class RecordInspector {
    private final Findings findings = new Findings();
    private final LeaderCheck leader = new LeaderCheck(findings);
    private final FieldCheck fields = new FieldCheck(findings);
    private final Utf8Check utf8 = new Utf8Check(findings);
    private final Marc8Check marc8 = new Marc8Check(findings);
    private final OtherTextCheck latin1 = new OtherTextCheck(findings, true);
    private final OtherTextCheck unknown = new OtherTextCheck(findings, false);

    /** Looks at one record; the sink hears of each finding meanwhile. */
    public void inspect(MarcRecord delivered, Consumer<Diagnostic> sink) {
        InspectedRecord record = new InspectedRecord(delivered);
        leader.check(record);
        checkOrder(record);
        checkControlNumber(record);
        TextCheck text = null;
        int exceptions = 0;
        int firstException = NO_FIELD;
        for (int field = 0; field < record.fields(); field++) {
            if (fields.check(record, field) != 0) {
                text = text == null ? textCheck(record) : text;
                if (text == utf8 && record.encoding(field) == Encoding.MARC_8) {
                    firstException = exceptions++ == 0 ? field : firstException;
                    marc8.field(record, field);
                } else {
                    text.field(record, field);
                }
            }
        }
        if (text == marc8 && Declaration.of(record) == Declaration.UTF_8) {
            contradicted(record);
        }
        if (exceptions > 0) {
            marc8.finish(record);
            findings.add(
                    record,
                    ENCODING_CONTRADICTED,
                    firstException,
                    record.start(firstException),
                    Declaration.text(record),
                    exceptions == 1
                            ? "this field is MARC-8, the others are not"
                            : exceptions + " fields are MARC-8, others are not");
        }
        if (text != null) {
            text.finish(record);
        }
        findings.flush(record, sink);
    }

    /** The record says UTF-8; where the first text is that is not. */
    private void contradicted(InspectedRecord record) {
        for (int field = 0; field < record.fields(); field++) {
            int at = Ascii.firstSpecial(record.data, record.start(field), record.end(field));
            if (at < record.end(field)) {
                findings.add(record, ENCODING_CONTRADICTED, field, at, Declaration.text(record), "the text is MARC-8");
                return;
            }
        }
    }

    private TextCheck textCheck(InspectedRecord record) {
        return switch (record.encoding()) {
            case UTF_8 -> utf8;
            case MARC_8 -> marc8;
            case ISO_8859_1 -> latin1;
            case ISO_5426,
                    ISO_IR_37,
                    ISO_5427,
                    ISO_5428,
                    ISO_6438,
                    WINDOWS_1251,
                    WINDOWS_1252,
                    WINDOWS_1256,
                    GB18030,
                    BIG5,
                    EUC_KR,
                    UNKNOWN -> unknown;
        };
    }

    private void checkOrder(InspectedRecord record) {
        for (int field = 1; field < record.fields(); field++) {
            if (record.start(field) < record.start(field - 1)) {
                findings.add(
                        record,
                        DIRECTORY_ORDER_DIFFERS,
                        field,
                        record.start(field),
                        "field " + record.tagText(field) + " stands in the data before " + record.tagText(field - 1)
                                + ", in the directory after it",
                        "");
                return;
            }
        }
    }

    private void checkControlNumber(InspectedRecord record) {
        int first = NO_FIELD;
        for (int field = 0; field < record.fields(); field++) {
            if (!record.isControlNumber(field)) {
                continue;
            }
            if (first != NO_FIELD) {
                findings.add(record, CONTROL_NUMBER_REPEATED, field, record.start(field), "", "");
                break;
            }
            first = field;
        }
        if (first == NO_FIELD || record.start(first) == record.end(first)) {
            String found = first == NO_FIELD ? "" : "control number (001) is empty";
            int at = first == NO_FIELD ? record.offset : record.start(first);
            findings.add(record, CONTROL_NUMBER_MISSING, first, at, found, "");
        }
    }
}
