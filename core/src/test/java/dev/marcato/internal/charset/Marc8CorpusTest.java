// SPDX-License-Identifier: Apache-2.0
package dev.marcato.internal.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.marcato.testkit.Corpus;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class Marc8CorpusTest {
    @Test
    void linesProbe() {
        String[] marc8 = new String(Corpus.bytes("charset/marc8-lines.txt"), ISO_8859_1).split("\n");
        String[] utf8 = new String(Corpus.bytes("charset/utf8-lines.txt"), UTF_8).split("\n");
        int bad = 0, back = 0, bytesDiffer = 0;
        for (int i = 0; i < marc8.length; i++) {
            byte[] bytes = marc8[i].getBytes(ISO_8859_1);
            String text = TextCodec.MARC_8.decode(bytes, 0, bytes.length);
            if (!nfc(text).equals(nfc(utf8[i]))) {
                if (bad++ < 20) System.out.println("DECODE " + i + "\n " + text + "\n " + utf8[i] + "\n " + esc(bytes));
            }
            byte[] again = TextCodec.MARC_8.encode(text);
            if (!TextCodec.MARC_8.decode(again, 0, again.length).equals(text)) {
                if (back++ < 10) System.out.println("BACK " + i + " " + text + "\n " + esc(bytes) + "\n " + esc(again));
            }
            byte[] fromUtf8 = TextCodec.MARC_8.encode(utf8[i]);
            if (!java.util.Arrays.equals(again, bytes)) {
                if (bytesDiffer++ < 100)
                    System.out.println("BYTES " + i + " " + text + "\n " + esc(bytes) + "\n " + esc(again));
            }
        }
        System.out.println(marc8.length + " lines, decode differs " + bad + ", back differs " + back + ", bytes differ "
                + bytesDiffer);
    }

    private static String nfc(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFC);
    }

    private static String esc(byte[] b) {
        return new String(b, ISO_8859_1).replace("\u001B", "^");
    }
}
