// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.xml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the bytes of a document mean: UTF-8 unless a byte order mark or the XML declaration says otherwise. UTF-16, and all
 * encodings of one byte a character that the JDK knows and that agree with ASCII, are brought into UTF-8; any other is read as
 * UTF-8. Immutable.
 */
final class SourceEncoding {
    static final SourceEncoding UTF_8 = new SourceEncoding("UTF-8", 1, null);
    private static final SourceEncoding UTF_16BE = new SourceEncoding("UTF-16BE", 2, null);
    private static final SourceEncoding UTF_16LE = new SourceEncoding("UTF-16LE", 2, null);

    private static final int ASCII = 0x80;
    private static final int NO_CHARACTER = 0xFFFD;

    private final String name;
    private final int unit;
    private final int @Nullable [] characters;

    private SourceEncoding(String name, int unit, int @Nullable [] characters) {
        this.name = name;
        this.unit = unit;
        this.characters = characters;
    }

    /** What a source is in that begins so. */
    static SourceEncoding of(byte[] head, int length) {
        int first = length > 0 ? head[0] & 0xFF : -1;
        int second = length > 1 ? head[1] & 0xFF : -1;
        if (first == 0xFE && second == 0xFF || first == 0 && second > 0 && second < ASCII) {
            return UTF_16BE;
        }
        if (first == 0xFF && second == 0xFE || second == 0 && first > 0 && first < ASCII) {
            return UTF_16LE;
        }
        return declared(new String(head, 0, length, StandardCharsets.ISO_8859_1));
    }

    private static SourceEncoding declared(String head) {
        int end = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
        int at = end < 0 ? -1 : head.lastIndexOf("encoding", end);
        if (at < 0) {
            return UTF_8;
        }
        String[] parts = head.substring(at, end).split("[\"']", 3);
        return parts.length < 2 ? UTF_8 : named(parts[1]);
    }

    private static SourceEncoding named(String name) {
        if (name.toUpperCase(Locale.ROOT).matches("UTF-?8|US-ASCII|ASCII|UTF-16.*")) {
            return UTF_8;
        }
        try {
            int[] table = table(Charset.forName(name));
            return table == null ? UTF_8 : new SourceEncoding(name, 1, table);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return UTF_8;
        }
    }

    /** The characters of an encoding that has one for each byte and agrees with ASCII; null for any other. */
    private static int @Nullable [] table(Charset charset) {
        int[] table = new int[256];
        for (int value = 0; value < table.length; value++) {
            String text = new String(new byte[] {(byte) value}, charset);
            if (text.length() != 1 || value < ASCII && text.charAt(0) != value) {
                return null;
            }
            table[value] = text.charAt(0);
        }
        // A lead byte of several is no character by itself.
        String pair = new String(new byte[] {(byte) 0xB0, (byte) 0xA1}, charset);
        return pair.length() == 2 && table[0xB0] != NO_CHARACTER ? table : null;
    }

    boolean isUtf8() {
        return unit == 1 && characters == null;
    }

    boolean isWide() {
        return unit == 2;
    }

    boolean isBigEndian() {
        return this == UTF_16BE;
    }

    /** The character of a byte, where each byte is one; U+FFFD if it is none. */
    int character(byte value) {
        if (characters == null) {
            throw new IllegalStateException(name + " has no table");
        }
        return characters[value & 0xFF];
    }

    @Override
    public String toString() {
        return name;
    }
}
