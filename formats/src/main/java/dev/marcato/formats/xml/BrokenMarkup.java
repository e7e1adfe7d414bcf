// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/** Markup that cannot be read with certainty. Never leaves this package. */
final class BrokenMarkup extends Exception {
    private static final long serialVersionUID = 1;

    /** Where, as a position in the text. */
    final int position;

    final String found;
    final String expected;

    /** Whether it is the beginning of something whose end was lost, so that records that come after it were not seen. */
    final boolean swallows;

    BrokenMarkup(int position, String found, String expected, boolean swallows) {
        super(found, null, false, false);
        this.position = position;
        this.found = found;
        this.expected = expected;
        this.swallows = swallows;
    }
}
