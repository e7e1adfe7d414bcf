// SPDX-License-Identifier: Apache-2.0
package dev.marcato.formats.mrk;

import dev.marcato.io.RecordEncoder;
import java.util.List;

/**
 * The text format of MarcEdit in UTF-8: mnemonics are written only for what has a meaning of its own, {@code $}, and for
 * control characters; a brace is one only where it would be read as the beginning of a mnemonic. It is read as {@link MrkFormat}
 * is, and is recognised as that.
 */
public final class Mrk8Format extends MrkFormat {
    /** Used by who looks for formats. */
    public Mrk8Format() {}

    @Override
    public String name() {
        return "mrk8";
    }

    @Override
    public List<String> suffixes() {
        return List.of("mrk8");
    }

    @Override
    public boolean sniff(byte[] head, int length) {
        return false;
    }

    @Override
    public RecordEncoder encoder(EncodeSettings settings) {
        return new MrkEncoder(false);
    }

    @Override
    public String keeps() {
        return "the record; refused is a control character that would end a line or a field";
    }
}
