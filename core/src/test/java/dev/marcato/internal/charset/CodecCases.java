// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marcato.io.ByteOutput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What holds for every codec and all bytes. */
final class CodecCases {
    static final Map<String, TextCodec> ALL = Map.ofEntries(
            Map.entry("UTF-8", TextCodec.UTF_8),
            Map.entry("ISO 8859-1", TextCodec.ISO_8859_1),
            Map.entry("Windows-1251", TextCodec.WINDOWS_1251),
            Map.entry("Windows-1252", TextCodec.WINDOWS_1252),
            Map.entry("Windows-1256", TextCodec.WINDOWS_1256),
            Map.entry("GB 18030", TextCodec.GB18030),
            Map.entry("Big5", TextCodec.BIG5),
            Map.entry("EUC-KR", TextCodec.EUC_KR),
            Map.entry("MARC-8", TextCodec.MARC_8),
            Map.entry("ISO 5426", TextCodec.ISO_5426),
            Map.entry("ISO-IR 37", TextCodec.ISO_IR_37),
            Map.entry("ISO 5427", TextCodec.ISO_5427),
            Map.entry("ISO 5428", TextCodec.ISO_5428),
            Map.entry("ISO 6438", TextCodec.ISO_6438),
            Map.entry("opaque", TextCodec.OPAQUE));

    static final List<TextCodec> ISO_2022 = List.of(
            TextCodec.MARC_8,
            TextCodec.ISO_5426,
            TextCodec.ISO_IR_37,
            TextCodec.ISO_5427,
            TextCodec.ISO_5428,
            TextCodec.ISO_6438);

    private CodecCases() {}

    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Right UTF-8; the same as {@code decode}; a field as its values; reported if and only if U+FFFD was put in. */
    static void assertDecoding(TextCodec codec, byte[] data) {
        ByteOutput out = new ByteOutput(1);
        int bad = codec.toUtf8(data, 0, data.length, out, Undecodable.REPLACED);
        String text = strict(out.toByteArray());

        assertThat(codec.decode(data, 0, data.length)).isEqualTo(text);
        assertThat(codec.firstUndecodable(data, 0, data.length)).isEqualTo(bad);
        assertThat(bad).isBetween(-1, data.length - 1);
        assertThat(byValues(codec, data)).as("a field as its values").isEqualTo(text);
        if (bad >= 0 && codec != TextCodec.OPAQUE) {
            assertThat(text).contains("\uFFFD");
            String shown = codec.show(data, 0, data.length);
            assertThat(shown).contains(String.format("\\x%02X", data[bad]));
        }
    }

    /** Each stretch between delimiters and terminators by itself, and each code by itself. */
    private static String byValues(TextCodec codec, byte[] data) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = 0; at <= data.length; at++) {
            if (at < data.length && (data[at] < 0x1D || data[at] > 0x1F)) {
                continue;
            }
            text.append(codec.decode(data, from, at));
            if (at == data.length) {
                break;
            }
            text.append((char) data[at]);
            from = at + 1;
            boolean code = data[at] == 0x1F && from < data.length && (data[from] < 0x1D || data[from] > 0x1F);
            if (code && ISO_2022.contains(codec)) {
                boolean ascii = data[from] >= 0 && data[from] != 0x1B;
                text.append(ascii ? String.valueOf((char) data[from]) : codec.decode(data, from, from + 1));
                from++;
                at = from - 1;
            }
        }
        return text.toString();
    }

    static String strict(byte[] utf8) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("not UTF-8: " + HexFormat.of().formatHex(utf8), e);
        }
    }
}
