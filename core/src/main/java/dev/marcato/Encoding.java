// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.TextCodec;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How the bytes of a record's fields stand for characters. */
public enum Encoding {
    /** Unicode as UTF-8. An undecodable byte stays in the record and is shown as U+FFFD. */
    UTF_8("UTF-8", TextCodec.UTF_8),

    /** ISO 8859-1 (Latin-1). Never found by evidence: a caller who knows says so. */
    ISO_8859_1("ISO 8859-1", TextCodec.ISO_8859_1),

    /**
     * MARC-8. Its characters outside ASCII cannot be decoded yet: each such byte, and each escape, is shown as
     * {@code \xE2}, never as a wrong letter. The bytes themselves stay as they are.
     */
    MARC_8("MARC-8", TextCodec.OPAQUE),

    /** Not known, or not known to this library. Bytes outside ASCII are shown as in {@link #MARC_8}. */
    UNKNOWN("an unknown encoding", TextCodec.OPAQUE);

    private final String title;
    private final TextCodec codec;

    Encoding(String title, TextCodec codec) {
        this.title = title;
        this.codec = codec;
    }

    /**
     * The text that bytes stand for. Never fails.
     *
     * @param from first byte
     * @param to byte after the last
     */
    public String decode(byte[] data, int from, int to) {
        Objects.checkFromToIndex(from, to, data.length);
        return codec.decode(data, from, to);
    }

    /**
     * The position of the first byte that stands for no character, -1 if all do.
     *
     * @param from first byte
     * @param to byte after the last
     */
    public int firstUndecodable(byte[] data, int from, int to) {
        Objects.checkFromToIndex(from, to, data.length);
        return codec.firstUndecodable(data, from, to);
    }

    /** Whether every character of a text can be written. */
    public boolean canEncode(String text) {
        return codec.firstUnencodable(text) < 0;
    }

    /**
     * The bytes that stand for a text.
     *
     * @throws IllegalArgumentException naming the first character that this encoding cannot hold
     */
    public byte[] encode(String text) {
        int bad = codec.firstUnencodable(text);
        if (bad >= 0) {
            throw new IllegalArgumentException(refusal(text, bad));
        }
        return codec.encode(text);
    }

    /** What a user calls it: {@code utf8}, {@code MARC-8}. */
    public static Optional<Encoding> named(String name) {
        String wanted = name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
        for (Encoding each : values()) {
            if (each != UNKNOWN && each.name().replace("_", "").equals(wanted)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The name for people. */
    String title() {
        return title;
    }

    TextCodec codec() {
        return codec;
    }

    /** Why a text cannot be written, "" if it can. */
    String refusal(String text) {
        int bad = codec.firstUnencodable(text);
        return bad < 0 ? "" : refusal(text, bad);
    }

    private String refusal(String text, int bad) {
        if (text.charAt(bad) == '\\') {
            return "the escape " + text.substring(bad, bad + 4)
                    + " stands for a byte that cannot be decoded; as text it would replace that byte";
        }
        return String.format("U+%04X cannot be written in %s", text.codePointAt(bad), title);
    }
}
