// SPDX-License-Identifier: Apache-2.0
package dev.marcato.cli.bench.report;

/** Names of files may hold line breaks and escape sequences: here they can do no harm. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return safe.toString();
    }
}
