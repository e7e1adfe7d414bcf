// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import dev.marcato.io.ByteOutput;
import org.jspecify.annotations.Nullable;

/** Writes characters in the sets of a family, with the escape sequences that put these in place. For one thread, one call. */
final class SetOutput {
    private final SetFamily family;
    private final ByteOutput out;
    private final GraphicSet right;

    private GraphicSet left;

    SetOutput(SetFamily family, ByteOutput out) {
        this.family = family;
        this.out = out;
        this.left = family.g0();
        this.right = family.g1();
    }

    /** Whether bytes of ASCII, written now, are ASCII, and nothing has to be closed behind them. */
    boolean isPlain() {
        return left == family.g0() && left.isAscii();
    }

    /** Puts the set of the beginning in place again. */
    void reset() {
        put(family.g0());
    }

    /** The set that must be in the left half for a letter of a set: the one that is, if the letter is of the right half. */
    GraphicSet leftFor(@Nullable GraphicSet letters) {
        return letters == null || letters == right ? left : letters;
    }

    /** Puts a set into the left half. */
    void put(GraphicSet set) {
        if (left != set) {
            String escape = family.escapeTo(set, left);
            for (int i = 0; i < escape.length(); i++) {
                out.write(escape.charAt(i));
            }
            left = set;
        }
    }

    /** Writes a character that one of the sets has. */
    void write(int character) {
        GraphicSet set = with(character);
        if (set == null) {
            throw new IllegalArgumentException(String.format("no set has U+%04X", character));
        }
        int code = set.table().code(character) & CharacterTable.VALUE;
        if (character == ' ') {
            out.write(' ');
        } else if (set == right) {
            out.write(code | 0x80);
        } else {
            put(set);
            for (int shift = 8 * (set.bytes() - 1); shift >= 0; shift -= 8) {
                out.write(code >> shift);
            }
        }
    }

    /** Whether one of the sets has a character as a mark, alone or as two halves. */
    boolean isMark(int character) {
        if (character < 0x300) {
            return false;
        }
        if (DoubleMarks.isDouble(character)) {
            return with(DoubleMarks.left(character, right.table())) != null
                    && with(DoubleMarks.right(character)) != null;
        }
        GraphicSet set = with(character);
        return set != null && (set.table().code(character) & CharacterTable.MARK) != 0;
    }

    /**
     * Where a character is written: ASCII in the set of the beginning or in its own; others in the one that is in place
     * already, in that of the right half, or in the first of the family that has them; null if none has.
     */
    @Nullable
    GraphicSet with(int character) {
        if (character < 0x80) {
            boolean first = character == ' ' || family.g0().has(character);
            return character == Ascii.ESCAPE ? null : first ? family.g0() : family.latin();
        }
        if (left.has(character)) {
            return left;
        }
        return right.has(character) ? right : family.setWith(character);
    }
}
