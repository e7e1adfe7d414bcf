// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import dev.marcato.formats.mrk.Mnemonic.Role;
import dev.marcato.io.ByteOutput;
import dev.marcato.io.Utf8;

/**
 * Decodes text with mnemonics in one of two ways. In Unicode each is its characters in UTF-8, and marks that are named before
 * their base come to stand behind it. In bytes each is what MARCMaker makes of it: MARC-8. A name that is not known stays as it
 * stands, braces included. One thread's.
 */
final class MnemonicText {
    /** What became of some text. */
    enum Result {
        SOUND,
        /** There is a delimiter of ISO 2709 in it, by itself or by its name. */
        DELIMITER
    }

    private static final byte[] BLANK = {' '};
    private static final boolean[] STOPS = new boolean[256];

    static {
        for (int c : new int[] {'$', '{', 0x1B, 0x1D, 0x1E, 0x1F}) {
            STOPS[c] = true;
        }
    }

    private final boolean unicode;
    private final ByteOutput marks = new ByteOutput(16);
    private ByteOutput out = new ByteOutput(1);
    private boolean halfOpen;
    private boolean escaped;

    /** @param unicode whether mnemonics become UTF-8, not MARC-8 */
    MnemonicText(boolean unicode) {
        this.unicode = unicode;
    }

    /** Begins a field, whose text goes to an output. */
    void begin(ByteOutput newOut) {
        out = newOut;
        marks.clear();
        halfOpen = false;
    }

    /** Whether an escape (0x1B), by itself or by the name {@code {esc}}, was met since the last call. */
    boolean wasEscaped() {
        boolean was = escaped;
        escaped = false;
        return was;
    }

    /**
     * Decodes a stretch of a field.
     *
     * @param subfields whether {@code $} is a delimiter
     */
    Result decode(byte[] bytes, int from, int to, boolean subfields) {
        Result result = Result.SOUND;
        int at = from;
        while (at < to) {
            int run = at;
            while (at < to && !STOPS[bytes[at] & 0xFF]) {
                at++;
            }
            if (at > run) {
                run(bytes, run, at);
                if (at == to) {
                    break;
                }
            }
            switch (bytes[at]) {
                case '$' -> {
                    if (subfields) {
                        end();
                        out.write(0x1F);
                    } else {
                        run(bytes, at, at + 1);
                    }
                    at++;
                }
                case '{' -> {
                    Mnemonic mnemonic = Mnemonics.at(bytes, at, to);
                    if (mnemonic == null || unicode && mnemonic.role() == Role.NONE) {
                        run(bytes, at, at + 1);
                        at++;
                    } else {
                        if (mnemonic.role() == Role.DELIMITER) {
                            result = Result.DELIMITER;
                        }
                        add(mnemonic);
                        at += mnemonic.length();
                    }
                }
                case 0x1B -> {
                    escaped = true;
                    run(bytes, at, at + 1);
                    at++;
                }
                default -> {
                    result = Result.DELIMITER;
                    at++;
                }
            }
        }
        return result;
    }

    /** Adds a blank that is written otherwise. */
    void blank() {
        based(BLANK, 0, 1);
    }

    /** Ends a field or a subfield: marks without a base stay where they are. */
    void end() {
        if (marks.size() > 0) {
            out.write(marks.array(), 0, marks.size());
            marks.clear();
        }
        halfOpen = false;
    }

    private void run(byte[] bytes, int from, int to) {
        if (marks.size() > 0) {
            int first = Math.max(1, Utf8.length(bytes, from, to));
            based(bytes, from, first);
            out.write(bytes, from + first, to - from - first);
        } else {
            out.write(bytes, from, to - from);
        }
    }

    private void add(Mnemonic mnemonic) {
        if (!unicode) {
            escaped |= mnemonic.role() == Role.ESCAPE;
            out.write(mnemonic.marc8());
            return;
        }
        byte[] characters = mnemonic.characters();
        switch (mnemonic.role()) {
            case MARK -> marks.write(characters);
            case DOUBLE_MARK -> {
                marks.write(characters);
                halfOpen = true;
            }
            case OTHER_HALF -> {
                if (!halfOpen) {
                    marks.write(characters);
                }
                halfOpen = false;
            }
            case ESCAPE -> {
                escaped = true;
                out.write(characters);
            }
            case CHARACTER -> {
                based(characters, 0, mnemonic.firstLength());
                out.write(characters, mnemonic.firstLength(), characters.length - mnemonic.firstLength());
            }
            case DELIMITER, NONE -> {}
        }
    }

    /** A character, and the marks that were named before it. */
    private void based(byte[] bytes, int from, int length) {
        out.write(bytes, from, length);
        if (marks.size() > 0) {
            out.write(marks.array(), 0, marks.size());
            marks.clear();
        }
    }
}
