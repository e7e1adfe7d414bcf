// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.check;

/** Text of one byte a character, known (ISO 8859-1) or not: control characters and patterns are all that shows. */
final class OtherTextCheck implements TextCheck {
    private static final int ESCAPE = 0x1B;

    private final ControlCharacters controls;
    private final TextPatterns patterns;
    private final boolean known;

    /** @param known whether the encoding is, so that escape sequences have no business in it */
    OtherTextCheck(Findings findings, boolean known) {
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
        controls.flush(record, field);
        patterns.flush(record, field, false);
    }

    @Override
    public void finish(InspectedRecord record) {}
}
