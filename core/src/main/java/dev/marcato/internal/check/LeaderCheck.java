// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.ENTRY_MAP_UNUSUAL;
import static dev.marcato.diagnostic.DiagnosticCode.INDICATOR_COUNT_WRONG;
import static dev.marcato.diagnostic.DiagnosticCode.LEADER_CHARACTER_INVALID;
import static dev.marcato.diagnostic.DiagnosticCode.LEADER_CODE_UNKNOWN;
import static dev.marcato.diagnostic.DiagnosticCode.LEADER_COUNTS_BLANK;
import static dev.marcato.diagnostic.DiagnosticCode.SUBFIELD_CODE_LENGTH_WRONG;
import static dev.marcato.internal.check.InspectedRecord.NO_FIELD;

import dev.marcato.Flavor;
import dev.marcato.RecordKind;
import dev.marcato.diagnostic.DiagnosticCode;
import dev.marcato.internal.SafeText;
import java.util.Locale;

/** The leader, lengths and base address aside: these are a matter of framing. */
final class LeaderCheck {
    private static final int LENGTH = 24;

    /** What nearly every MARC 21 record has at 10-11 and 20-23. */
    private static final String MARC21_MAP = "4500";

    private final Findings findings;

    LeaderCheck(Findings findings) {
        this.findings = findings;
    }

    void check(InspectedRecord record) {
        checkCharacters(record);
        checkCounts(record);
        Flavor flavor = record.flavor();
        checkEntryMap(record, flavor);
        if (flavor == Flavor.MARC21) {
            checkCodes(record);
        }
    }

    private void checkCharacters(InspectedRecord record) {
        int first = -1;
        StringBuilder bad = new StringBuilder();
        for (int position = 0; position < LENGTH; position++) {
            int value = record.leader(position);
            boolean framing = position < 5 || position >= 12 && position < 17;
            if (!framing && !isPrintable(value)) {
                first = first < 0 ? position : first;
                bad.append(bad.isEmpty() ? "" : ", ")
                        .append(name(position))
                        .append(" is ")
                        .append(SafeText.ofByte(value));
            }
        }
        if (first >= 0) {
            add(record, LEADER_CHARACTER_INVALID, first, bad.toString(), "a leader is printable ASCII");
        }
    }

    private void checkCounts(InspectedRecord record) {
        int indicators = record.leader(10);
        int codes = record.leader(11);
        if (indicators != ' ' && indicators != '0' + record.indicatorCount()) {
            add(
                    record,
                    INDICATOR_COUNT_WRONG,
                    10,
                    "indicator count (leader/10) is " + show(indicators),
                    "the fields have " + record.indicatorCount());
        }
        if (codes != ' ' && codes != '0' + record.subfieldCodeCount()) {
            add(
                    record,
                    SUBFIELD_CODE_LENGTH_WRONG,
                    11,
                    "subfield code length (leader/11) is " + show(codes),
                    "the fields have " + record.subfieldCodeCount() + ", the delimiter included");
        }
        if (indicators == ' ' || codes == ' ') {
            String which = indicators != ' ' ? "leader/11 is" : codes != ' ' ? "leader/10 is" : "leader/10-11 are";
            add(
                    record,
                    LEADER_COUNTS_BLANK,
                    indicators == ' ' ? 10 : 11,
                    which + " blank",
                    "the fields have " + record.indicatorCount() + " and " + record.subfieldCodeCount());
        }
    }

    private void checkEntryMap(InspectedRecord record, Flavor flavor) {
        boolean usual = true;
        for (int i = 0; i < 4; i++) {
            int value = record.leader(20 + i);
            boolean blankAllowed = i == 3 && flavor == Flavor.UNIMARC;
            usual &= value == MARC21_MAP.charAt(i) || blankAllowed && value == ' ';
        }
        if (!usual) {
            String map = SafeText.ofBytes(record.data, record.offset + 20, record.offset + LENGTH, 4);
            String expected = flavor == Flavor.UNIMARC ? "\"450 \" is usual" : "4500 is usual";
            add(record, ENTRY_MAP_UNUSUAL, 20, "entry map (leader/20-23) is \"" + map + "\"", expected);
        }
    }

    private void checkCodes(InspectedRecord record) {
        RecordKind kind = RecordKind.ofType((char) record.leader(6));
        LeaderCodes codes = LeaderCodes.of(kind);
        for (int which = 0; which < LeaderCodes.POSITIONS.length; which++) {
            int position = LeaderCodes.POSITIONS[which];
            int value = record.leader(position);
            if (isPrintable(value) && !codes.lists(which, value)) {
                String where =
                        kind == RecordKind.UNKNOWN ? "" : " in " + kind.name().toLowerCase(Locale.ROOT) + " records";
                add(
                        record,
                        LEADER_CODE_UNKNOWN,
                        position,
                        name(position) + " is " + show(value),
                        "MARC 21 does not list it" + where);
            }
        }
    }

    private void add(InspectedRecord record, DiagnosticCode code, int position, String found, String expected) {
        findings.add(record, code, NO_FIELD, record.offset + position, found, expected);
    }

    private static boolean isPrintable(int value) {
        return value >= 0x20 && value < 0x7F;
    }

    private static String name(int position) {
        return "leader/" + (position < 10 ? "0" : "") + position;
    }

    private static String show(int value) {
        return value == ' ' ? "blank" : isPrintable(value) ? "\"" + (char) value + "\"" : SafeText.ofByte(value);
    }
}
