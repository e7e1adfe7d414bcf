// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

/** Where in the source a place in the text stands that was made of it. */
@FunctionalInterface
interface Places {
    /**
     * The place in the source, 0-based in bytes.
     *
     * @param position a position in the text, its end among them
     */
    long offset(int position);
}
