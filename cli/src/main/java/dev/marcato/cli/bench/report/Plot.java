// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

/** Something drawn as SVG, as wide as every other and as high as it needs. */
interface Plot {
    /** Units; a phone shows four of them on three pixels or so, and its letters must still be read. */
    double WIDTH = 400;

    double height();

    /** Draws it into an open {@code svg} element. */
    void draw(Markup svg);
}
