// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench;

import java.nio.file.Path;

/**
 * The beginning of a file, or all of it.
 *
 * @param bytes how many bytes of it, as they are stored
 * @param whole whether that is all
 */
record Part(Path file, long bytes, boolean whole) {
    Unit unit() {
        return whole ? Unit.ofFile(file) : Unit.ofPart(file, bytes);
    }
}
