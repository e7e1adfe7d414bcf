// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static dev.marcato.internal.charset.GraphicSet.ANSEL;
import static dev.marcato.internal.charset.GraphicSet.ASCII;
import static dev.marcato.internal.charset.GraphicSet.BASIC_ARABIC;
import static dev.marcato.internal.charset.GraphicSet.BASIC_CYRILLIC;
import static dev.marcato.internal.charset.GraphicSet.BASIC_GREEK;
import static dev.marcato.internal.charset.GraphicSet.BASIC_HEBREW;
import static dev.marcato.internal.charset.GraphicSet.EACC;
import static dev.marcato.internal.charset.GraphicSet.EXTENDED_ARABIC;
import static dev.marcato.internal.charset.GraphicSet.EXTENDED_CYRILLIC;
import static dev.marcato.internal.charset.GraphicSet.GREEK_SYMBOLS;
import static dev.marcato.internal.charset.GraphicSet.ISO_5426;
import static dev.marcato.internal.charset.GraphicSet.ISO_6438;
import static dev.marcato.internal.charset.GraphicSet.ISO_646;
import static dev.marcato.internal.charset.GraphicSet.SUBSCRIPTS;
import static dev.marcato.internal.charset.GraphicSet.SUPERSCRIPTS;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Graphic sets that are used together: which of them a text begins with, and by which escape sequences the others come.
 * Immutable.
 */
public final class SetFamily {
    private static final List<GraphicSet> MARC_8_SETS = List.of(
            ASCII,
            ANSEL,
            SUBSCRIPTS,
            SUPERSCRIPTS,
            BASIC_CYRILLIC,
            EXTENDED_CYRILLIC,
            BASIC_GREEK,
            GREEK_SYMBOLS,
            BASIC_HEBREW,
            BASIC_ARABIC,
            EXTENDED_ARABIC,
            EACC);
    private static final List<GraphicSet> UNIMARC_SETS =
            List.of(ISO_646, ISO_5426, BASIC_CYRILLIC, EXTENDED_CYRILLIC, BASIC_GREEK, ISO_6438);

    /** MARC-8. */
    public static final SetFamily MARC_8 = new SetFamily(ASCII, ANSEL, MARC_8_SETS);

    static final SetFamily UNIMARC_LATIN = new SetFamily(ISO_646, ISO_5426, UNIMARC_SETS);
    static final SetFamily UNIMARC_BASIC_CYRILLIC = new SetFamily(ISO_646, BASIC_CYRILLIC, UNIMARC_SETS);
    static final SetFamily UNIMARC_CYRILLIC = new SetFamily(BASIC_CYRILLIC, EXTENDED_CYRILLIC, UNIMARC_SETS);
    static final SetFamily UNIMARC_GREEK = new SetFamily(ISO_646, BASIC_GREEK, UNIMARC_SETS);
    static final SetFamily UNIMARC_AFRICAN = new SetFamily(ISO_646, ISO_6438, UNIMARC_SETS);

    private static final GraphicSet[] ALL = GraphicSet.values();
    private static final int RIGHT_HALF = 1 << 8;

    private final GraphicSet g0;
    private final GraphicSet g1;
    private final List<GraphicSet> sets;

    private SetFamily(GraphicSet g0, GraphicSet g1, List<GraphicSet> sets) {
        this.g0 = g0;
        this.g1 = g1;
        this.sets = sets;
    }

    /** What bytes below 0x80 mean at the beginning of a value. */
    GraphicSet g0() {
        return g0;
    }

    /** What bytes from 0x80 on mean at the beginning of a value. */
    GraphicSet g1() {
        return g1;
    }

    /** All sets, in the order in which they are asked for a character. */
    List<GraphicSet> sets() {
        return sets;
    }

    /** The set whose characters are those of ASCII. */
    GraphicSet latin() {
        return sets.get(0);
    }

    boolean isMarc8() {
        return sets == MARC_8_SETS;
    }

    /**
     * Reads the escape sequence that begins at an ESC. What it does is told by {@link #length}, {@link #set} and
     * {@link #isRightHalf}.
     *
     * @return 0 if it is incomplete or none of this family
     */
    public int escape(byte[] data, int at, int to) {
        int next = byteAt(data, at + 1, to);
        return switch (next) {
            case '(', ',', ')', '-' -> designation(data, at, at + 2, to, next == ')' || next == '-', 1);
            case '$' -> {
                int half = byteAt(data, at + 2, to);
                boolean halfIsTold = half == '(' || half == ',' || half == ')' || half == '-';
                yield designation(data, at, at + (halfIsTold ? 3 : 2), to, half == ')' || half == '-', 3);
            }
            case 's' -> isMarc8() ? packed(2, ASCII, false) : 0;
            default -> shortEscape(next);
        };
    }

    /** Bytes of an escape sequence. */
    public static int length(int escape) {
        return escape & 0xFF;
    }

    /** The set that an escape sequence puts in place. */
    public static GraphicSet set(int escape) {
        return ALL[escape >> 16];
    }

    /** Whether the set is for bytes from 0x80 on (G1), and not for those below (G0). */
    public static boolean isRightHalf(int escape) {
        return (escape & RIGHT_HALF) != 0;
    }

    private int shortEscape(int letter) {
        for (GraphicSet set : sets) {
            if (set.isShort() && set.designation().charAt(0) == letter) {
                return packed(2, set, false);
            }
        }
        return 0;
    }

    /** The rest of a sequence, from its last part on, which names the set. */
    private int designation(byte[] data, int start, int at, int to, boolean rightHalf, int bytes) {
        for (GraphicSet set : sets) {
            String name = set.designation();
            if (!set.isShort() && set.bytes() == bytes && matches(data, at, to, name)) {
                return packed(at + name.length() - start, set, rightHalf);
            }
        }
        // ASCII is the present form of ISO 646.
        return !isMarc8() && bytes == 1 && matches(data, at, to, ASCII.designation())
                ? packed(at + 1 - start, ISO_646, rightHalf)
                : 0;
    }

    private static boolean matches(byte[] data, int at, int to, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (byteAt(data, at + i, to) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes that put a set into G0 where another one was. */
    String escapeTo(GraphicSet set, GraphicSet before) {
        if (set.isShort()) {
            return "\u001B" + set.designation();
        }
        // Technique 1 of MARC-8 is closed by its own sequence, which stands for ASCII.
        String close = before.isShort() ? "\u001Bs" : "";
        if (set == ASCII && before.isShort()) {
            return close;
        }
        return close + (set.bytes() == 1 ? "\u001B(" : "\u001B$") + set.designation();
    }

    /** The first set that has a character, null if none has. */
    @Nullable
    GraphicSet setWith(int codePoint) {
        for (GraphicSet set : sets) {
            if (set.has(codePoint)) {
                return set;
            }
        }
        return null;
    }

    private static int packed(int length, GraphicSet set, boolean rightHalf) {
        return length | (rightHalf ? RIGHT_HALF : 0) | set.ordinal() << 16;
    }

    private static int byteAt(byte[] data, int at, int to) {
        return at < to ? data[at] : -1;
    }
}
