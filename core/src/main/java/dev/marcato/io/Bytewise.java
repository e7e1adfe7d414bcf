// SPDX-License-Identifier: Apache-2.0
package dev.marcato.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/** The order of what a directory or a pattern stands for: by the bytes of the names, on every machine the same. */
final class Bytewise {
    static final Comparator<String> NAMES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    static final Comparator<Path> PATHS = (a, b) -> NAMES.compare(a.toString(), b.toString());

    private Bytewise() {}
}
