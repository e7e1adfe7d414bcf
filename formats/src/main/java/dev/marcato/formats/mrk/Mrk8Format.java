// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

/**
 * The text format of MarcEdit in UTF-8: mnemonics are written only for what has a meaning of its own, {@code $}, and for
 * control characters; a brace is one only where it would be read as the beginning of a mnemonic. It is read as {@link MrkFormat}
 * is, and is recognised as that.
 */
public final class Mrk8Format extends MrkFormat {
    /** Used by who looks for formats. */
    public Mrk8Format() {
        super("mrk8", false, "mrk8");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return false;
    }
}
