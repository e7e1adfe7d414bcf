// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import dev.marcato.io.StartScanner;

/** Finds records in UTF-16: what is no ASCII is no markup, so a byte for each unit is enough to look at. */
final class WideStarts implements StartScanner {
    /** Units looked at in one go. */
    private static final int STEP = 4 << 10;

    private static final byte NO_MARKUP = (byte) 0xFF;

    private final XmlStarts starts;
    private final int high;
    private final byte[] narrow = new byte[STEP];
    private int passed;

    /** @param bigEndian whether a unit's higher byte comes first */
    WideStarts(Dialect dialect, boolean bigEndian) {
        starts = new XmlStarts(dialect, 30);
        high = bigEndian ? 0 : 1;
    }

    @Override
    public int passed() {
        return passed;
    }

    @Override
    public int next(byte[] bytes, int from, int to, boolean ended) {
        int at = from;
        while (to - at >= 2) {
            int units = Math.min(STEP, (to - at) / 2);
            boolean last = at + 2 * units >= to - 1;
            for (int i = 0; i < units; i++) {
                byte low = bytes[at + 2 * i + 1 - high];
                narrow[i] = bytes[at + 2 * i + high] == 0 && low >= 0 ? low : NO_MARKUP;
            }
            int start = starts.next(narrow, 0, units, ended && last);
            passed = at + 2 * starts.passed();
            if (start != NONE) {
                return at + 2 * start;
            }
            if (last) {
                passed = ended ? to : passed;
                return NONE;
            }
            at = passed;
        }
        passed = ended ? to : at;
        return NONE;
    }
}
