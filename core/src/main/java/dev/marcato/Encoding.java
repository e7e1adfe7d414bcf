// SPDX-License-Identifier: Apache-2.0
package dev.marcato;

import dev.marcato.internal.charset.TextCodec;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How the bytes of a record's fields stand for characters. */
public enum Encoding {
    /** Unicode as UTF-8. An undecodable byte stays in the record and is shown as U+FFFD. */
    UTF_8("UTF-8", TextCodec.UTF_8),

    /** ISO 8859-1 (Latin-1). Never found by evidence: a caller who knows says so. */
    ISO_8859_1("ISO 8859-1", TextCodec.ISO_8859_1),

    /**
     * MARC-8, with all its sets (Library of Congress, MARC 21 specifications, "Character sets and encoding options", parts
     * 2, 4 and 5). Combining marks, which stand before their letter there, stand behind it in the text. Characters that it
     * lacks are written as numeric character references, {@code &#x1F600;}, and read from them.
     */
    MARC_8("MARC-8", TextCodec.MARC_8),

    /** UNIMARC's Latin: ISO 646, and ISO 5426 for bytes from 0x80 on. Others of UNIMARC's sets by escape sequences. */
    ISO_5426("ISO 5426", TextCodec.ISO_5426),

    /** UNIMARC's ISO 646, with basic Cyrillic (ISO-IR 37) for bytes from 0x80 on. Other sets as in {@link #ISO_5426}. */
    ISO_IR_37("ISO-IR 37", TextCodec.ISO_IR_37),

    /**
     * UNIMARC's Cyrillic: basic Cyrillic (ISO-IR 37) for bytes <em>below</em> 0x80, and ISO 5427 for those from 0x80 on.
     * Latin letters need an escape sequence here; subfield codes do not. Other sets as in {@link #ISO_5426}.
     */
    ISO_5427("ISO 5427", TextCodec.ISO_5427),

    /** UNIMARC's ISO 646, with Greek, ISO 5428, for bytes from 0x80 on. Other sets as in {@link #ISO_5426}. */
    ISO_5428("ISO 5428", TextCodec.ISO_5428),

    /** UNIMARC's ISO 646, with letters of African languages, ISO 6438, from 0x80 on. Other sets as in {@link #ISO_5426}. */
    ISO_6438("ISO 6438", TextCodec.ISO_6438),

    /** Windows-1251, Cyrillic. Like all that follow, in no standard of MARC, and never found by evidence. */
    WINDOWS_1251("Windows-1251", TextCodec.WINDOWS_1251),

    /** Windows-1252, Western Europe. */
    WINDOWS_1252("Windows-1252", TextCodec.WINDOWS_1252),

    /**
     * Windows-1256, Arabic. This set and the next three need the module {@code jdk.charsets} on some Java runtimes; without
     * it using them throws {@link UnsupportedOperationException}.
     */
    WINDOWS_1256("Windows-1256", TextCodec.WINDOWS_1256),

    /** GB 18030, Chinese; GBK and GB 2312 are part of it. */
    GB18030("GB 18030", TextCodec.GB18030),

    /** Big5, traditional Chinese. */
    BIG5("Big5", TextCodec.BIG5),

    /** EUC-KR, Korean. */
    EUC_KR("EUC-KR", TextCodec.EUC_KR),

    /**
     * Not known, or not known to this library. A byte outside ASCII, and an escape, is shown as {@code \xE2}, never as a
     * wrong letter. The bytes themselves stay as they are.
     */
    UNKNOWN("an unknown encoding", TextCodec.OPAQUE);

    /** Names that people use beside those that follow from the constants. */
    private static final Map<String, Encoding> OTHER_NAMES = Map.ofEntries(
            Map.entry("latin1", ISO_8859_1),
            Map.entry("ansel", MARC_8),
            Map.entry("koi8", ISO_IR_37),
            Map.entry("cp1251", WINDOWS_1251),
            Map.entry("cp1252", WINDOWS_1252),
            Map.entry("cp1256", WINDOWS_1256),
            Map.entry("win1251", WINDOWS_1251),
            Map.entry("win1252", WINDOWS_1252),
            Map.entry("win1256", WINDOWS_1256),
            Map.entry("gbk", GB18030),
            Map.entry("gb2312", GB18030));

    private final String title;
    private final TextCodec codec;

    Encoding(String title, TextCodec codec) {
        this.title = title;
        this.codec = codec;
    }

    /**
     * The encoding that a person names: {@code utf8}, {@code marc8}, {@code iso5426}, {@code latin1}, {@code cp1252}.
     * Capitals, blanks, and signs between letters and digits make no difference.
     *
     * @return empty if there is none of that name; {@link #UNKNOWN} has none
     */
    public static Optional<Encoding> named(String name) {
        String plain = plain(name);
        for (Encoding encoding : values()) {
            if (encoding != UNKNOWN && plain(encoding.name()).equals(plain)) {
                return Optional.of(encoding);
            }
        }
        return Optional.ofNullable(OTHER_NAMES.get(plain));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
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
