// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

import static dev.marcato.diagnostic.DiagnosticCode.BYTE_UNDECODABLE;

import dev.marcato.Encoding;

/** Text in any other encoding, known or not: bytes without meaning, control characters and patterns. */
final class OtherTextCheck implements TextCheck {
    private static final int ESCAPE = 0x1B;

    private final Findings findings;
    private final ControlCharacters controls;
    private final TextPatterns patterns;
    private final boolean known;

    /** @param known whether it is ISO 8859-1, so that escape sequences and C1 controls have no business in it */
    OtherTextCheck(Findings findings, boolean known) {
        this.findings = findings;
        this.controls = new ControlCharacters(findings);
        this.patterns = new TextPatterns(findings);
        this.known = known;
    }

    @Override
    public void field(InspectedRecord record, int field) {
        byte[] data = record.data;
        int start = record.start(field);
        int end = record.end(field);
        for (int at = start; at < end; at++) {
            int value = data[at] & 0xFF;
            boolean upper = known && value >= 0x80 && value < 0xA0;
            boolean shift = !known && value == ESCAPE;
            if (upper || ControlCharacters.is(value) && !shift) {
                controls.add(data, at, value);
            } else if (value == '#') {
                patterns.hash(data, start, at, end);
            }
        }
        int bad = record.encoding() == Encoding.UNKNOWN ? -1 : record.encoding().firstUndecodable(data, start, end);
        if (bad >= 0 && !findings.overflows(BYTE_UNDECODABLE)) {
            String found = Quote.bytes(data, bad, bad + 1) + " stands for nothing in this encoding";
            findings.add(record, BYTE_UNDECODABLE, field, bad, found, Quote.around(data, start, bad, bad + 1, end));
        }
        controls.flush(record, field);
        patterns.flush(record, field, false);
    }

    @Override
    public void finish(InspectedRecord record) {}
}
